"""Project ↔ draft: the timeline as the wire spells it, in whole milliseconds."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, Final, Literal

from pydantic import ValidationError

from nemovideo_mcp.studio.timeline.codec_beside import beside_look, beside_of
from nemovideo_mcp.studio.timeline.codec_exact import exact
from nemovideo_mcp.studio.timeline.codec_look import (
    TEXT_LOOK,
    clip_look,
    overlay_of,
    overlay_segment,
    text_look,
    transition_of,
    treatment_of,
    words_of,
)
from nemovideo_mcp.studio.timeline.codec_tone import tone_look, tone_of
from nemovideo_mcp.studio.timeline.edit import changed, stem
from nemovideo_mcp.studio.timeline.invariants import broken
from nemovideo_mcp.studio.timeline.model import Canvas, Clip, Overlay, Place, Project, Sound, Text, media_of
from nemovideo_mcp.studio.timeline.remembered import Remembered
from nemovideo_mcp.studio.timeline.starts import placed
from nemovideo_mcp.studio.timeline.time import Ticks, from_ms, to_ms
from nemovideo_mcp.wire.draft import Draft, Number, Segment, Track, TrackType

ROLES: tuple[Literal["music", "voice", "sound"], ...] = ("music", "voice", "sound")
TEXT_ROLES: tuple[Literal["title", "caption"], ...] = ("title", "caption")


class DraftError(ValueError):
    """A draft that is no timeline of this project; the sentence says what is wrong with it."""


def to_draft(project: Project, revision: int) -> Draft:
    """The project as a draft; empty tracks are left out."""
    tracks = [_track("main", TrackType.VIDEO, _clip_segments(project))]
    tracks.append(_track("overlay", TrackType.VIDEO, [overlay_segment(o, project) for o in project.overlays]))
    for role in ROLES:
        sounds = [_sound_segment(project, sound) for sound in project.sounds if sound.role == role]
        tracks.append(_track(role, TrackType.AUDIO, sounds))
    for kind in TEXT_ROLES:
        texts = [_text_segment(text) for text in project.texts if text.role == kind]
        tracks.append(_track(kind, TrackType.TEXT, texts))
    return Draft(
        tracks=[track for track in tracks if track.segments],
        duration=to_ms(project.duration),
        metadata=_about(project),
        revision=revision,
    )


def _about(project: Project) -> dict[str, Any]:
    about: dict[str, Any] = {"title": project.name}
    if canvas := project.canvas:
        fps = canvas.fps
        rate = int(fps) if fps.denominator == 1 else float(fps)
        about |= {"width": canvas.width, "height": canvas.height, "fps": rate, "fit": canvas.fit}
    if project.loudness is not None:
        about["lufs"] = project.loudness
    if project.soft_captions:
        about["soft"] = True
    if project.caption_language:
        about["captions"] = project.caption_language
    sounding = {"si": to_ms(project.sound_in), "so": to_ms(project.sound_out)}
    about |= {key: ms for key, ms in sounding.items() if ms}
    return about | {"fi": to_ms(project.fade_in), "fo": to_ms(project.fade_out)}


def _track(role: str, kind: TrackType, segments: Sequence[Segment]) -> Track:
    return Track.model_validate({"id": role, "type": int(kind), "role": role, "segments": list(segments)})


def _clip_segments(project: Project) -> list[Segment]:
    """Starts and ends are rounded, not lengths: a hundred clips do not drift."""
    segments: list[Segment] = []
    titles: dict[tuple[str, ...], dict[str, Any]] = {}
    for clip, at in placed(project.clips):
        seen, start = media_of(clip), to_ms(at)
        if seen not in titles:
            medium = project.medium(clip.media)
            size = {"width": medium.width, "height": medium.height}
            titles[seen] = {"title": stem(project, clip), **size}
        segments.append(_told(clip).standing(clip, start, to_ms(at + clip.duration) - start, titles[seen]))
    return segments


class _Told:
    """A clip's segment as it was last told; a long film's draft asks for hundreds, most as they were."""

    def __init__(self, _clip: Clip) -> None:
        self._last: Segment | None = None

    def standing(self, clip: Clip, start: Number, duration: Number, about: dict[str, Any]) -> Segment:
        """The segment of the clip where it stands, in ms, and what is said about its medium."""
        last = self._last
        if last is None:
            last = _clip_told(clip, start=start, duration=duration, metadata=about)
        elif last.start != start or last.duration != duration or last.metadata != about:
            last = last.model_copy(update={"start": start, "duration": duration, "metadata": about})
        self._last = last
        return last


def _clip_told(clip: Clip, **place: Any) -> Segment:
    speed = int(clip.speed) if clip.speed.denominator == 1 else float(clip.speed)
    return Segment(
        id=clip.id,
        source=clip.media,
        source_in=to_ms(clip.start),
        source_out=to_ms(clip.end),
        speed=speed,
        volume=clip.volume,
        muted=clip.muted,
        fade_in=to_ms(clip.fade_in),
        fade_out=to_ms(clip.fade_out),
        **clip_look(clip),
        **beside_look(clip),
        **tone_look(clip),
        **place,
    )


_told: Final = Remembered(_Told)


def _sound_segment(project: Project, sound: Sound) -> Segment:
    """What is heard of it: to the film's end when it loops or reaches past it."""
    length = sound.end - sound.start
    rest = max(project.duration - sound.at, 0)
    heard = rest if sound.loop else min(length, rest)
    medium = project.medium(sound.media)
    name = medium.name if medium.saying else medium.name.rsplit(".", 1)[0] or medium.name
    return Segment(
        id=sound.id,
        start=to_ms(sound.at),
        duration=to_ms(heard),
        metadata={"title": name, "loop": sound.loop},
        source=sound.media,
        source_in=to_ms(sound.start),
        source_out=to_ms(sound.end),
        volume=sound.volume,
        muted=sound.muted,
        fade_in=to_ms(sound.fade_in),
        fade_out=to_ms(sound.fade_out),
        **tone_look(sound),
    )


def _text_segment(text: Text) -> Segment:
    about: dict[str, Any] = {"title": text.text, "size": text.size, "color": text.color}
    about |= {"pin": text.pinned} if text.pinned else {}
    about |= {"box": True} if text.box else {}
    about |= {"fade": to_ms(text.fade)} if text.fade else {}
    about |= text_look(text)
    about |= {"rolls": True} if text.rolls else {}
    start, end = to_ms(text.at), to_ms(text.at + text.duration)
    return Segment(id=text.id, start=start, duration=end - start, metadata=about, place=text.place.value)


def from_draft(draft: Draft, project: Project) -> Project:
    """The project a draft describes, its media, and the serial for new ids, taken from `project`; DraftError."""
    try:
        after = exact(_read(draft, project), project)
        wrong = broken(after)
    except (ValidationError, ValueError, TypeError, OverflowError, ZeroDivisionError) as error:
        raise DraftError(_first_line(error)) from error
    if wrong:
        raise DraftError(f"The draft does not hold together: {wrong[0]}.")
    return after


def _first_line(error: Exception) -> str:
    if isinstance(error, ValidationError):
        detail = error.errors()[0]
        where = ".".join(str(part) for part in detail["loc"])
        return f"The draft does not hold together: {where}: {detail['msg']}."
    return f"The draft does not hold together: {error}."


def _read(draft: Draft, project: Project) -> Project:
    clips: list[Clip] = []
    sounds: list[Sound] = []
    texts: list[Text] = []
    overlays: list[Overlay] = []
    for track in draft.tracks:
        if track.type == TrackType.VIDEO and track.role == "overlay":
            overlays += [
                overlay_of(segment, _name(segment), _known(segment, project)) for segment in track.segments
            ]
        elif track.type == TrackType.VIDEO:
            clips += [_clip(segment, project) for segment in track.segments]
        elif track.type == TrackType.AUDIO:
            sounds += [_sound(segment, track.role, project) for segment in track.segments]
        elif track.type == TrackType.TEXT:
            texts += [_text(segment, track.role) for segment in track.segments]
        else:
            raise DraftError(f"The studio has no tracks of type {track.type}.")
    about = draft.metadata
    return changed(
        project,
        name=str(about.get("title", project.name)),
        canvas=_canvas(about, project),
        clips=tuple(clips),
        sounds=tuple(sounds),
        texts=tuple(texts),
        overlays=tuple(overlays),
        fade_in=_ticks(about.get("fi", 0)),
        fade_out=_ticks(about.get("fo", 0)),
        sound_in=_ticks(about.get("si", 0)),
        sound_out=_ticks(about.get("so", 0)),
        loudness=about.get("lufs"),
        soft_captions=bool(about.get("soft")),
        caption_language=str(about.get("captions") or ""),
        serial=_serial(
            project,
            [
                *(c.id for c in clips),
                *(s.id for s in sounds),
                *(t.id for t in texts),
                *(o.id for o in overlays),
            ],
        ),
    )


def _ticks(ms: Number | None) -> Ticks:
    return from_ms(Fraction(ms or 0))


def _serial(project: Project, ids: Iterable[str]) -> int:
    used = [int(one[1:]) + 1 for one in ids if one[1:].isdecimal()]
    return max([project.serial, *used])


def _canvas(about: dict[str, Any], project: Project) -> Canvas | None:
    old = project.canvas
    if "width" not in about or "height" not in about:
        return old
    rate = about.get("fps")
    fps = old.fps if rate is None and old else Fraction(30 if rate is None else rate).limit_denominator(1001)
    if fps <= 0:
        raise DraftError(f"The draft has {rate} frames a second; it must be above 0.")
    fit = about.get("fit", old.fit if old else "pad")
    return Canvas(width=about["width"], height=about["height"], fps=fps, fit=fit)


def _known(segment: Segment, project: Project) -> str:
    if segment.source is None or all(medium.id != segment.source for medium in project.media):
        raise DraftError(f"Segment {segment.id} draws from a file this project does not have.")
    return segment.source


def _clip(segment: Segment, project: Project) -> Clip:
    speed = 1 if segment.speed is None else segment.speed
    if speed <= 0:
        raise DraftError(f"Segment {segment.id} has a speed of {speed}; it must be above 0.")
    return Clip(
        id=_name(segment),
        media=_known(segment, project),
        start=_ticks(segment.source_in),
        end=_ticks(segment.source_out),
        speed=Fraction(speed).limit_denominator(1000),
        volume=_percent(segment),
        muted=bool(segment.muted),
        fade_in=_ticks(segment.fade_in),
        fade_out=_ticks(segment.fade_out),
        treatment=treatment_of(segment),
        enters=transition_of(segment),
        tone=tone_of(segment),
        beside=beside_of(segment, {medium.id for medium in project.media}),
        backwards=bool(segment.backwards),
        sound_in=_ticks(segment.sound_in),
        sound_out=_ticks(segment.sound_out),
    )


def _name(segment: Segment) -> str:
    if not segment.id:
        raise DraftError("A segment of the draft has no id.")
    return segment.id


def _percent(segment: Segment) -> int:
    return 100 if segment.volume is None else round(segment.volume)


def _sound(segment: Segment, role: str | None, project: Project) -> Sound:
    return Sound(
        id=_name(segment),
        media=_known(segment, project),
        at=_ticks(segment.start),
        start=_ticks(segment.source_in),
        end=_ticks(segment.source_out),
        role=next((known for known in ROLES if known == role), "music"),
        loop=bool(segment.metadata.get("loop", False)),
        volume=_percent(segment),
        muted=bool(segment.muted),
        fade_in=_ticks(segment.fade_in),
        fade_out=_ticks(segment.fade_out),
        ducked=bool(segment.ducked),
        leads=bool(segment.leads),
        tone=tone_of(segment),
    )


def _text(segment: Segment, role: str | None) -> Text:
    about = segment.metadata
    look = {name: about[name] for name in ("size", "color", "box", "rolls", *TEXT_LOOK) if name in about}
    return Text(
        id=_name(segment),
        text=str(about.get("title", "")),
        at=_ticks(segment.start),
        duration=_ticks(segment.duration),
        role=next((known for known in TEXT_ROLES if known == role), "title"),
        place=Place(segment.place or "center"),
        pinned=about.get("pin"),
        fade=_ticks(about.get("fade", 0)),
        words=words_of(about),
        **look,
    )
