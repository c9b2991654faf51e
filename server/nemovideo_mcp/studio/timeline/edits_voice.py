"""Edits of the voiceover: spoken lines laid over the film at their times or spread over it, and taken away."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Final, Literal

from nemovideo_mcp.studio.timeline.edit import Edit, EditError, Ids, as_signed, changed, point
from nemovideo_mcp.studio.timeline.model import Frozen, Media, Project, Saying, Sound
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, from_ms
from nemovideo_mcp.studio.timeline.voices import FASTEST, is_voice, media_id_of, voice_medium

FITS: Final = Fraction(115, 100)
LOUDNESS: Final = -14
LOUDEST: Final = 400
LEAD: Final = from_ms(200)
PAUSE: Final = from_ms(450)
LATE: Final = from_ms(700)
_BREATH: Final = from_ms(80)


class Take(Frozen):
    """A line as it was spoken, `duration` ticks long; `at_ms` where it belongs on the timeline, None when it only follows."""

    saying: Saying
    duration: Ticks
    at_ms: int | None = None


class AddVoiceover(Edit):
    """Lay a spoken voiceover, take by take, over the film, in place of the one before; all other sound steps back under it.

    Takes with a time are put there; the others are spread over the film from `at_ms` on, or follow one another where there is no
    picture. `level` in percent. The whole is brought to −14 LUFS, unless a loudness is set already.
    """

    op: Literal["add_voiceover"] = "add_voiceover"
    takes: tuple[Take, ...]
    at_ms: int | None = None
    level: int = 100

    def apply(self, project: Project) -> Project:
        """With the voice in it; EditError says by how much it is too long."""
        if not self.takes:
            raise EditError("no_script")
        if not 0 <= self.level <= LOUDEST:
            raise EditError("bad_volume", percent=self.level)
        bare = without_voice(project)
        places = placed_takes(bare, self.takes, self.at_ms)
        ids = Ids(bare)
        sounds = [
            Sound(
                id=ids.new("s"),
                media=media_id_of(take.saying),
                at=at,
                start=0,
                end=take.duration,
                role="voice",
                volume=self.level,
                leads=True,
            )
            for take, at in zip(self.takes, places, strict=True)
        ]
        return changed(
            bare,
            media=(*bare.media, *_media(self.takes)),
            sounds=(*bare.sounds, *sounds),
            serial=ids.next,
            loudness=LOUDNESS if bare.loudness is None else bare.loudness,
        )


def _media(takes: Sequence[Take]) -> list[Media]:
    """What is spoken, each saying once, as long as the longest take of it."""
    spoken: dict[str, Media] = {}
    for take in sorted(takes, key=lambda one: one.duration):
        medium = voice_medium(take.saying, take.duration)
        spoken[medium.id] = medium
    return list(spoken.values())


class RemoveVoiceover(Edit):
    """Take the voiceover away; what stepped back under it is heard as before."""

    op: Literal["remove_voiceover"] = "remove_voiceover"

    def apply(self, project: Project) -> Project:
        """Without it; the loudness of the mix is left as it is set."""
        if not voices_in(project):
            raise EditError("no_voiceover")
        return without_voice(project)


def voices_in(project: Project) -> tuple[Sound, ...]:
    """The pieces of the voiceover in their order."""
    return tuple(sorted((s for s in project.sounds if s.role == "voice"), key=lambda sound: sound.at))


def without_voice(project: Project) -> Project:
    """The project without its voiceover, and without the media that only it used."""
    if not voices_in(project) and not any(is_voice(medium.id) for medium in project.media):
        return project
    sounds = tuple(sound for sound in project.sounds if sound.role != "voice")
    used = {sound.media for sound in sounds}
    media = tuple(medium for medium in project.media if medium.id in used or not is_voice(medium.id))
    return changed(project, sounds=sounds, media=media)


def room(project: Project, at_ms: int | None) -> tuple[Ticks, Ticks | None]:
    """Where the first take begins, and where the film ends: None when there is no picture, and so no end. EditError."""
    length = project.duration
    if not project.clips:
        if at_ms is not None and at_ms < 0:
            raise EditError("before_zero", at=as_signed(from_ms(at_ms)), length=as_text(length))
        return from_ms(at_ms or 0), None
    return (min(LEAD, length // 20) if at_ms is None else point(project, at_ms)), length


def placed_takes(project: Project, takes: Sequence[Take], at_ms: int | None) -> list[Ticks]:
    """Where each take begins on the timeline; EditError when they are too long for it."""
    if any(take.at_ms is not None for take in takes):
        return _at_their_times(project, takes)
    start, end = room(project, at_ms)
    if end is None:
        return _spread(takes, start, needed(takes) + start)
    over = needed(takes) - (end - start)
    if over > 0:
        raise too_long(takes, end - start, over)
    return _spread(takes, start, end)


def needed(takes: Sequence[Take]) -> Ticks:
    """How long the takes are with a pause between each two."""
    return sum(take.duration for take in takes) + PAUSE * (len(takes) - 1)


def too_long(takes: Sequence[Take], length: Ticks, over: Ticks) -> EditError:
    """By how much a script is too long, and how fast it would have to be, where a voice can be so fast."""
    pauses = PAUSE * (len(takes) - 1)
    faster = Fraction(needed(takes) - pauses, max(1, length - pauses))
    percent = -(-(faster - 1) * 100 // 1) + 1
    fast = max(take.saying.speed for take in takes) * (1 + Fraction(percent, 100))
    return EditError(
        "script_too_long" if fast <= FASTEST else "script_far_too_long",
        over=as_text(_tenths(over)),
        script=as_text(needed(takes) // from_ms(100) * from_ms(100)),
        film=as_text(length // from_ms(100) * from_ms(100)),
        percent=int(percent),
        speed=f"{float(fast):.2f}".rstrip("0").rstrip("."),
    )


def _spread(takes: Sequence[Take], start: Ticks, end: Ticks) -> list[Ticks]:
    """Each begins where its share of the film does."""
    whole, before = needed(takes) + PAUSE, 0
    places: list[Ticks] = []
    for take in takes:
        places.append(start + (end + PAUSE - start) * before // whole)
        before += take.duration + PAUSE
    return places


def _at_their_times(project: Project, takes: Sequence[Take]) -> list[Ticks]:
    """Each at its time, or as soon as the one before is over, if that is not much later."""
    end = project.duration if project.clips else None
    places: list[Ticks] = []
    free = 0
    for number, take in enumerate(takes, 1):
        wanted = free if take.at_ms is None else from_ms(take.at_ms)
        at = max(wanted, free)
        if at - wanted > LATE:
            raise EditError(
                "cue_too_long", cue=number - 1, over=as_text(_tenths(at - wanted)), next=as_text(wanted)
            )
        if end is not None and at + take.duration > end + from_ms(50):
            over = as_text(_tenths(at + take.duration - end))
            raise EditError(
                "cue_after_end", cue=number, at=as_text(wanted), film=as_text(_tenths(end)), over=over
            )
        places.append(at)
        free = at + take.duration + _BREATH
    return places


def _tenths(ticks: Ticks) -> Ticks:
    return -(-ticks // from_ms(100)) * from_ms(100)


def slots(project: Project, takes: Sequence[Take]) -> list[Ticks | None]:
    """How long each take with a time may be: to the next one, the last to the film's end; None for as long as it likes."""
    starts = [from_ms(take.at_ms or 0) for take in takes]
    end = project.duration if project.clips else None
    follows: list[Ticks | None] = [*(at - _BREATH for at in starts[1:]), end]
    return [None if until is None else max(0, until - at) for at, until in zip(starts, follows, strict=True)]
