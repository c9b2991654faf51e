"""A plan becomes a file: one ffmpeg run, watched and stoppable."""

import logging
import re
import shutil
from collections.abc import Callable
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import Final

import imageio_ffmpeg

from nemovideo_mcp.studio import fonts
from nemovideo_mcp.studio.media import process
from nemovideo_mcp.studio.render.parts import part_file
from nemovideo_mcp.studio.render.plan import RenderPlan
from nemovideo_mcp.studio.timeline.time import to_seconds

log = logging.getLogger(__name__)

_BASE_S: Final = 300
_IN_PARTS: Final = 0.95  # of the work, when a film is made in parts
_SLOWEST: Final = 120  # seconds of work for a second of film before something must be wrong
_MAX_BYTES: Final = 64 * 2**30
_DAMAGE: Final = re.compile(r"corrupt|error while decoding|Invalid data found|partial file", re.IGNORECASE)
_FONTCONFIG: Final = "fonts.conf"


class RenderCancelled(Exception):
    """The render was stopped because someone asked for it; its unfinished file is gone."""


class RenderFailed(Exception):
    """The encoder did not finish; `detail` holds its last words, without paths."""

    def __init__(self, reason: str, detail: str) -> None:
        """`reason` is a sentence for people."""
        super().__init__(reason)
        self.detail = detail


def encode(
    plan: RenderPlan, target: Path, *, on_progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> None:
    """Run a plan and write its film to `target`; blocks. The caller checks the file and then gives it its final name.

    `plan.work` must exist; the plan's files are written there. `on_progress` gets 0 to 1 about four times a second.
    Raises RenderCancelled, RenderFailed; after either there is no `target`.
    """
    low = _make_parts(plan, on_progress=on_progress, cancelled=cancelled)
    environment = laid_out(plan)
    argv = [imageio_ffmpeg.get_ffmpeg_exe(), *plan.arguments, f"file:{target.absolute()}"]
    try:
        before = _turn(plan, environment, on_progress=on_progress, cancelled=cancelled)
        before = max(before, low)
        finished = process.run(
            argv,
            cancelled=cancelled,
            limits=process.Limits(timeout_s=_time_limit(plan), max_file_bytes=_MAX_BYTES),
            on_line=_reader(plan, lambda share: on_progress(before + share * (1 - before))),
            cwd=plan.work,
            environment=environment,
        )
        _must_be_done(finished, target)
        for number in range(len(plan.parts)):
            (plan.work / part_file(number)).unlink()
    except process.Cancelled as stop:
        target.unlink(missing_ok=True)
        raise RenderCancelled("The render was cancelled.") from stop
    except process.TimedOut as stop:
        target.unlink(missing_ok=True)
        raise RenderFailed("The render took far too long and was stopped.", str(stop)) from stop
    except BaseException:
        target.unlink(missing_ok=True)
        raise
    on_progress(1.0)


def _make_parts(
    plan: RenderPlan, *, on_progress: Callable[[float], None], cancelled: Callable[[], bool]
) -> float:
    """Makes the parts of a film that is too much for one run; the share of the work it was."""
    whole = sum(part.expected.frames for part in plan.parts)
    made = 0
    for number, part in enumerate(plan.parts):
        low, share = _IN_PARTS * made / whole, _IN_PARTS * part.expected.frames / whole
        watched = partial(_shifted, on_progress, low, share)
        encode(part, plan.work / part_file(number), on_progress=watched, cancelled=cancelled)
        made += part.expected.frames
    return _IN_PARTS if plan.parts else 0.0


def _shifted(on_progress: Callable[[float], None], low: float, share: float, done: float) -> None:
    on_progress(low + share * done)


def _turn(
    plan: RenderPlan,
    environment: dict[str, str],
    *,
    on_progress: Callable[[float], None],
    cancelled: Callable[[], bool],
) -> float:
    """Makes what plays backwards, stretch by stretch, so that never more than one is held; the share of the work it was."""
    for file in {one.file for one in plan.turnings}:
        (plan.work / file).unlink(missing_ok=True)
    whole = plan.expected.frames + sum(one.frames for one in plan.turnings)
    made = 0
    for one in plan.turnings:
        part = plan.work / f"{one.file}.part"
        argv = [imageio_ffmpeg.get_ffmpeg_exe(), *one.arguments, f"file:{part.absolute()}"]
        limits = process.Limits(timeout_s=_time_limit(plan), max_file_bytes=_MAX_BYTES)
        finished = process.run(
            argv, cancelled=cancelled, limits=limits, cwd=plan.work, environment=environment
        )
        _must_be_done(finished, part)
        with part.open("rb") as stretch, (plan.work / one.file).open("ab") as all_of_it:
            shutil.copyfileobj(stretch, all_of_it)
        part.unlink()
        made += one.frames
        on_progress(made / whole)
    return made / whole if whole else 0.0


def laid_out(plan: RenderPlan) -> dict[str, str]:
    """Writes a plan's files into its working folder; the environment that its run needs."""
    for name, text in plan.files.items():
        (plan.work / name).write_text(text, encoding="utf-8", newline="\n")
    # Without this, libass would fall back on whatever fonts the machine has.
    config = f"<fontconfig><dir>{_xml(fonts.FOLDER)}</dir><cachedir>{_xml(plan.work)}</cachedir></fontconfig>"
    (plan.work / _FONTCONFIG).write_text(config, encoding="utf-8")
    return {"FONTCONFIG_FILE": str((plan.work / _FONTCONFIG).absolute())}


def _xml(path: Path) -> str:
    return str(path.absolute()).replace("&", "&amp;").replace("<", "&lt;")


def _time_limit(plan: RenderPlan) -> float:
    return _BASE_S + _SLOWEST * float(to_seconds(plan.expected.duration))


def _reader(plan: RenderPlan, on_progress: Callable[[float], None]) -> Callable[[str], None]:
    """Turns ffmpeg's `out_time_us=` lines into shares of the film, never backwards."""
    whole = to_seconds(plan.expected.duration) * 1_000_000
    furthest = 0.0

    def read(line: str) -> None:
        nonlocal furthest
        name, _, value = line.partition("=")
        if name != "out_time_us" or not value.isdigit():
            return
        share = min(0.99, float(Fraction(int(value)) / whole))
        if share > furthest:
            furthest = share
            on_progress(share)

    return read


def _must_be_done(finished: process.Finished, target: Path) -> None:
    if finished.code == 0 and target.exists():
        return
    detail = _without_paths(finished.stderr_tail)
    log.warning("ffmpeg ended with %s: %s", finished.code, detail)
    if _DAMAGE.search(detail):
        reason = "A file on the timeline is damaged where it is used; nothing was made. Cut that part out or replace it."
        raise RenderFailed(reason, detail)
    raise RenderFailed(f"The encoder stopped early (code {finished.code}); nothing was made.", detail)


def _without_paths(text: str) -> str:
    """The encoder's words without addresses in memory or on disk."""
    text = re.sub(r"@ 0x[0-9a-f]+", "", text)
    return re.sub(r"(?:file:)?(?:[A-Za-z]:[\\/]|/)[^\s'\":]+", "<file>", text)[-2000:]
