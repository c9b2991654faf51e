"""The export steps an export clause asks for: formats, size, target, and what no field holds."""

import re
from pathlib import PurePath

from nemovideo_mcp.routing.fold import fold
from nemovideo_mcp.routing.kinds import Kind
from nemovideo_mcp.routing.parsing import Clause
from nemovideo_mcp.routing.plan import Action, Step
from nemovideo_mcp.routing.portions import is_sound
from nemovideo_mcp.routing.scan import Token

_FORMATS = {"mp4", "mov", "webm", "mkv", "gif", "mp3", "wav", "m4a"}
_SIZES = {
    "full hd": "1080p",
    "fullhd": "1080p",
    "fhd": "1080p",
    "hd": "720p",
    "uhd": "4k",
    "ultra hd": "4k",
    "1080": "1080p",
}


def exports(text: str, clause: Clause) -> list[Step]:
    """Return one step for each format that is named, in order; at least one."""
    path = clause.target.word if clause.target else None
    suffix = PurePath(path).suffix[1:].lower() if path else ""
    formats: list[str | None] = [*_formats(clause)] or [suffix if suffix in _FORMATS else _usual(clause)]
    sizes = _resolutions(clause) or [None]
    paired = sizes if len(sizes) == len(formats) else [sizes[0]] * len(formats)
    unmet = _unmet(text, clause)
    return [
        Step(Action.EXPORT, text=unmet, format=form, resolution=size, path=path)
        for form, size in zip(formats, paired, strict=True)
    ]


def _usual(clause: Clause) -> str | None:
    """Return the format of an order that names none: its sound alone comes as an MP3."""
    return "mp3" if is_sound(clause.tokens) else None


def joined(last: Step, step: Step) -> list[Step]:
    """Return what two export steps in a row are: one with the details of both, or two when their formats or targets differ."""
    if (last.format and step.format and last.format != step.format) or (
        last.path and step.path and last.path != step.path
    ):
        return [last, step]
    return [
        Step(
            Action.EXPORT,
            text=" ".join(dict.fromkeys(filter(None, (last.text, step.text)))),
            format=last.format or step.format,
            resolution=last.resolution or step.resolution,
            path=last.path or step.path,
        )
    ]


def _formats(clause: Clause) -> list[str]:
    """Return the formats that are wanted: those side by side or joined by "and"; "the mov as mp4" wants one."""
    found: list[str] = []
    turned = paired = False
    for token in clause.tokens:
        name = _format_in(token)
        if name:
            found = [name] if turned else [*found, name]
            turned = paired = False
        elif token.kind is Kind.AND:
            turned, paired = False, True
        elif found and token.kind in {Kind.TO, Kind.EXPORT}:
            turned = not paired
    return list(dict.fromkeys(found))


def _format_in(token: Token) -> str | None:
    if token.kind not in {Kind.FORMAT, Kind.FILM, Kind.NAME}:
        return None
    name = token.word.split()[0].rpartition(".")[2].lower()
    return name if name in _FORMATS else None


def _resolutions(clause: Clause) -> list[str | None]:
    said = [_SIZES.get(fold(t.word), t.word) for t in clause.tokens if t.kind is Kind.SIZE]
    return [size for size in said if re.fullmatch(r"\d+(?:p|k|x\d+)", size)]


def _unmet(text: str, clause: Clause) -> str:
    """Return the words of an export that no field holds: a format that is not made, "with" and "without" something."""
    unknown = [
        text[token.start : token.end]
        for before, token in zip((None, *clause.tokens), clause.tokens, strict=False)
        if (token.kind is Kind.FORMAT and not _format_in(token))
        or (token.kind is Kind.OTHER and before is not None and before.kind is Kind.TO)
    ]
    at = next((i for i, token in enumerate(clause.tokens) if token.kind is Kind.WITH), None)
    if at is not None:
        rest = clause.tokens[at:]
        stop = next((i for i, t in enumerate(rest) if i > 1 and t.kind in {Kind.TO, Kind.AND}), len(rest))
        unknown.append(text[rest[0].start : rest[stop - 1].end])
    return " ".join(unknown)
