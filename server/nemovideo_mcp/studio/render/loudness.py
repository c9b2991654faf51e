"""How loud a film's mix is, and the gain that brings it to a target: measured as EBU R 128 does, before the render."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import imageio_ffmpeg

from nemovideo_mcp.studio.media import process
from nemovideo_mcp.studio.render.encode import RenderCancelled, RenderFailed, encode
from nemovideo_mcp.studio.render.mixing import levelled
from nemovideo_mcp.studio.render.output import NothingToRender, Output
from nemovideo_mcp.studio.render.plan import plan
from nemovideo_mcp.studio.timeline.model import Project

SILENCE_LUFS: Final = -69.0
MOST_GAIN_DB: Final = 40.0
_NEAR_ENOUGH_LU: Final = 0.3
_MOST_ROUNDS: Final = 3
_LIMITS: Final = process.Limits(timeout_s=3600)
_LOUDNESS: Final = re.compile(r"I:\s+(-?[\d.]+) LUFS")
_PEAK: Final = re.compile(r"Peak:\s+(-?[\d.]+|-inf) dBFS")


@dataclass(frozen=True)
class Loudness:
    """Integrated loudness in LUFS (-70 for silence) and true peak in dBTP (-inf for silence)."""

    lufs: float
    peak: float


def measured(
    sound: Path, *, filters: tuple[str, ...] = (), cancelled: Callable[[], bool] = lambda: False
) -> Loudness:
    """The loudness of a file's sound behind some filters. Raises RenderCancelled, RenderFailed."""
    chain = ",".join([*filters, "ebur128=peak=true:framelog=quiet"])
    source = ["-protocol_whitelist", "file", "-i", f"file:{sound.absolute()}"]
    argv = [imageio_ffmpeg.get_ffmpeg_exe(), "-hide_banner", "-nostdin", "-nostats", *source]
    try:
        ended = process.run([*argv, "-af", chain, "-f", "null", "-"], cancelled=cancelled, limits=_LIMITS)
    except process.Cancelled as stop:
        raise RenderCancelled("The render was cancelled.") from stop
    except process.TimedOut as stop:
        raise RenderFailed("Measuring the loudness took far too long.", str(stop)) from stop
    loud, peak = _LOUDNESS.findall(ended.stderr_tail), _PEAK.findall(ended.stderr_tail)
    if ended.code or not loud or not peak:
        raise RenderFailed("The loudness of the film could not be measured.", ended.stderr_tail[-500:])
    return Loudness(float(loud[-1]), float(peak[-1]))


def gain_for(
    project: Project, paths: Mapping[str, Path], work: Path, *, cancelled: Callable[[], bool]
) -> float:
    """The gain in dB that brings the mix to the project's loudness; 0 when nothing is heard or nothing is asked.

    `work` must exist; the mix is written there and removed. Raises what planning and encoding raise.
    """
    if project.loudness is None:
        return 0.0
    mix = work / "mix.wav"
    unlevelled = project.model_copy(update={"loudness": None})
    try:
        planned = plan(unlevelled, Output(format="wav"), paths, work)
    except NothingToRender:
        return 0.0
    try:
        encode(planned, mix, on_progress=lambda _: None, cancelled=cancelled)
        return _found(mix, project.loudness, cancelled)
    finally:
        mix.unlink(missing_ok=True)


def _found(mix: Path, target: int, cancelled: Callable[[], bool]) -> float:
    """The limiter takes some loudness away; what it took is given back until it is near enough."""
    lufs = measured(mix, cancelled=cancelled).lufs
    if lufs <= SILENCE_LUFS:
        return 0.0
    gain = min(target - lufs, MOST_GAIN_DB)
    for _ in range(_MOST_ROUNDS):
        missing = target - measured(mix, filters=tuple(levelled(gain)), cancelled=cancelled).lufs
        if abs(missing) <= _NEAR_ENOUGH_LU:
            break
        gain = min(gain + missing, MOST_GAIN_DB)
    return gain
