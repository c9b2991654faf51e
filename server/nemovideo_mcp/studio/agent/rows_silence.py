"""The row of the vocabulary about silences: found in what the studio has heard, and taken out."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final

from nemovideo_mcp.studio.agent.row import Found, LackError, Row
from nemovideo_mcp.studio.agent.targets import clip_ids, length_ms
from nemovideo_mcp.studio.timeline.activity import Activity
from nemovideo_mcp.studio.timeline.edit import Edit, require_clips
from nemovideo_mcp.studio.timeline.edits_silence import RemoveSilence
from nemovideo_mcp.studio.timeline.model import Clip, Project
from nemovideo_mcp.studio.timeline.starts import placed
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, from_ms, to_ms

SHORTEST_MS: Final = 500
PADDING_MS: Final = 100
_LEAST_MS: Final = 80


def _remove_silence(found: Found) -> Sequence[Edit]:
    """Silences of at least half a second or a length that is said; a tenth of a second of each edge stays."""
    project = found.project
    require_clips(project)
    ids = clip_ids(found)
    quiet: list[tuple[Ticks, Ticks]] = []
    heard = [
        (clip, at)
        for clip, at in placed(project.clips)
        if project.medium(clip.media).has_audio and not clip.muted and (not ids or clip.id in ids)
    ]
    if not heard:
        raise LackError("cannot_hear")
    for clip, at in heard:
        activity = found.senses.activity(clip.media)
        if activity is None:
            raise LackError("cannot_hear")
        for start, end in _quiet(clip, at, activity, found.one("DB")):
            if quiet and quiet[-1][1] >= start:
                quiet[-1] = (quiet[-1][0], end)
            else:
                quiet.append((start, end))
    length = found.one("LENGTH")
    shortest = SHORTEST_MS if length is None else length_ms(length, project)
    ranges = _cuts(project, [one for one in quiet if one[1] - one[0] >= from_ms(shortest)])
    if not ranges:
        raise LackError("no_silence", length=as_text(from_ms(shortest)))
    return [RemoveSilence(ranges_ms=ranges)]


def _quiet(clip: Clip, at: Ticks, activity: Activity, level_db: float | None) -> list[tuple[Ticks, Ticks]]:
    """The quiet stretches of a clip, as times of the film."""
    threshold = activity.threshold_db() if level_db is None else -abs(level_db)
    stretches = activity.quiet(clip.start, clip.end, threshold)
    if clip.backwards:
        stretches = [(clip.start + clip.end - end, clip.start + clip.end - start) for start, end in stretches]
    return [
        (
            at + round(Fraction(start - clip.start) / clip.speed),
            at + round(Fraction(end - clip.start) / clip.speed),
        )
        for start, end in sorted(stretches)
    ]


def _cuts(project: Project, quiet: Sequence[tuple[Ticks, Ticks]]) -> tuple[tuple[int, int], ...]:
    """What is taken out of them, in ms: all but the padding beside what is heard."""
    last = to_ms(project.duration)
    cuts: list[tuple[int, int]] = []
    for start, end in quiet:
        first = to_ms(start) + (PADDING_MS if start else 0)
        final = last if end >= project.duration else to_ms(end) - PADDING_MS
        if final - first >= _LEAST_MS:
            cuts.append((first, final))
    return tuple(cuts)


_WITH: Final = "LENGTH|LONGER|DB|QUIETER|PLACE|ALL|CLIP+|CLIPWORD|CLIPS|PART|OUT|OFF|SOUND|FILE|SPEECH|NO"

SILENCES: Final[tuple[Row, ...]] = (
    Row(
        name="remove_silence",
        kind="edit",
        does={
            "en": "cut the silent parts out, those over half a second or a length you say",
            "zh": "剪掉静音部分（超过半秒，或指定的长度）",
        },
        examples={
            "en": ("cut the silent parts", "remove pauses longer than 2 seconds"),
            "zh": ("去掉静音", "剪掉超过2秒的停顿"),
        },
        forms=(f"REMOVE|CUT|TRIM|CLEAR|SHORTER SILENCE [{_WITH}]", f"CUTSILENCE [SILENCE|{_WITH}]"),
        build=_remove_silence,
    ),
)
