"""Colour tables (.cube files) that a request names: read here, under the readable folders, and sent to the studio before the words."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Final

from nemovideo_mcp.client.errors import FileTooLarge, NotFound, UnsupportedFile
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.errors import BadLut, BadPath
from nemovideo_mcp.handlers.projects import ProjectRecord
from nemovideo_mcp.handlers.wording import plain_name, quoted
from nemovideo_mcp.routing.plan import Action, Plan, Step

ENDING: Final = ".cube"
MOST_BYTES: Final = 16_000_000
_NAMED: Final = re.compile(r"(?<![\w./\\-])[A-Za-z0-9_][\w.()+-]*\.cube(?![A-Za-z0-9_])", re.IGNORECASE)
_WORD: Final = re.compile(r"(?:\b(?:this|the|my|that|a)\s+|这个|这款|该)?\bLUTs?(?![A-Za-z])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Table:
    """A .cube file on this computer: how the request wrote it, and the name the studio knows it by."""

    written: str
    path: Path

    @property
    def name(self) -> str:
        """Its name, as it can be quoted."""
        return plain_name(self.path.name)


def is_lut(file: str) -> bool:
    """Whether a path is that of a .cube file, by its ending; addresses are not."""
    return "://" not in file and _bare(file).lower().endswith(ENDING)


def with_tables(desk: Desk, plan: Plan) -> tuple[Plan, tuple[Table, ...]]:
    """The plan with the names of its .cube files in its words and without the files among its uploads, and the files. BadPath."""
    sent = list(dict.fromkeys(file for step in plan.steps for file in step.files if is_lut(file)))
    tables = [Table(file, desk.folders.readable(_bare(file))) for file in sent]
    tables += _lying_about(desk, plan, {table.path.name.lower() for table in tables})
    if not tables:
        return plan, ()
    steps = [replace(step, files=tuple(f for f in step.files if f not in sent)) for step in plan.steps]
    steps = [step for step in steps if step.files or step.action is not Action.UPLOAD]
    steps = [replace(step, text=_called(step.text, tables)) for step in steps]
    return replace(plan, steps=_with_order(steps, tables, plan.language)), tuple(tables)


def of_files(desk: Desk, files: Iterable[str | None]) -> tuple[Table, ...]:
    """The .cube files that operations name by their paths; a bare name that is no file here is one that was sent before."""
    tables: list[Table] = []
    for file in dict.fromkeys(filter(None, files)):
        try:
            tables.append(Table(file, desk.folders.readable(_bare(file))))
        except BadPath:
            if PurePath(_bare(file)).name != _bare(file):
                raise
    return tuple(tables)


async def send(desk: Desk, project: ProjectRecord, tables: Sequence[Table]) -> None:
    """Gives the project's session those tables. BadLut says what is wrong with one; BadPath when it cannot be read."""
    for table in tables:
        text = _text(table)
        try:
            await desk.api.send_lut(project.session_id, table.name, text)
        except NotFound as error:
            raise BadLut(
                "This editor takes no LUT files; only the studio, which runs on your own computer, does. Nothing was sent or changed.",
                "Describe the look in words instead, for example: make it warmer and raise the contrast by 20%.",
            ) from error
        except (UnsupportedFile, FileTooLarge) as error:
            raise BadLut(error.detail or error.message, "Then ask for it again.") from error


def _text(table: Table) -> str:
    size = table.path.stat().st_size
    if table.path.suffix.lower() != ENDING:
        raise BadPath(
            f"{table.written} is no .cube file.", "Export the LUT as a .cube file. Nothing was changed."
        )
    if size > MOST_BYTES:
        raise BadPath(
            f"The LUT {table.written} has {size / 1e6:.1f} MB; .cube files of up to {MOST_BYTES // 10**6} MB are read.",
            "Export it again with at most 64 colours a side. Nothing was changed.",
        )
    try:
        raw = table.path.read_bytes()
    except OSError as error:
        raise BadPath(
            f"The LUT {table.written} cannot be read: {error.strerror}.", "Nothing was changed."
        ) from error
    return raw.decode("utf-8-sig", errors="replace").replace("\0", "\N{REPLACEMENT CHARACTER}")


def _bare(file: str) -> str:
    return file.strip().strip("'\"")


def _lying_about(desk: Desk, plan: Plan, known: set[str]) -> list[Table]:
    """The .cube files that are named without a path and lie in one of the readable folders."""
    named = dict.fromkeys(name for step in plan.steps for name in _NAMED.findall(step.text))
    folders = desk.folders.allowed or (desk.folders.home,)
    found = []
    for name in (one for one in named if one.lower() not in known):
        there = [folder / name for folder in folders if (folder / name).is_file()]
        found += [Table(name, desk.folders.readable(str(there[0])))] if there else []
    return found


def _called(text: str, tables: Sequence[Table]) -> str:
    """Files as the studio knows them: by their names, in quotes."""
    for table in sorted(tables, key=lambda one: -len(one.written)):
        for written in dict.fromkeys((table.written, _bare(table.written), table.path.name)):
            named = rf"[\"'“]?(?<![\w.]){re.escape(written)}[\"'”]?"
            if re.search(named, text):
                text = f" {quoted(table.name)} ".join(re.split(named, text))
                break
    return text.strip()


def _with_order(steps: list[Step], tables: Sequence[Table], language: str) -> tuple[Step, ...]:
    """The steps, one of which says what is to be done with a file that came without being named."""
    said = " ".join(step.text for step in steps if step.action is Action.CHAT)
    unsaid = [table.name for table in tables if table.name not in said]
    if len(unsaid) > 1:
        raise BadPath(
            f"{len(unsaid)} LUTs were given, and not which clip each is for: {', '.join(unsaid)}.",
            "Name them, for example: apply the LUT look.cube to clip 1. Nothing was sent or changed.",
        )
    if not unsaid:
        return tuple(steps)
    name = quoted(unsaid[0])
    at = next((place for place, step in enumerate(steps) if _WORD.search(step.text)), None)
    if at is not None:
        text = _WORD.sub(f"the LUT {name}", steps[at].text, count=1)
        return (*steps[:at], replace(steps[at], text=text), *steps[at + 1 :])
    order = f"用LUT {name} 调色" if language.startswith("zh") else f"apply the LUT {name}"
    first = sum(step.action is Action.UPLOAD for step in steps)
    return (*steps[:first], Step(Action.CHAT, text=order), *steps[first:])
