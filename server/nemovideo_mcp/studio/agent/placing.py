"""Where clips and files go when a sentence names the place: into the film at a time, to an end, beside another clip."""

from collections.abc import Sequence

from nemovideo_mcp.studio.agent.moments import END, START, Moment
from nemovideo_mcp.studio.agent.row import Found, LackError
from nemovideo_mcp.studio.agent.targets import clips_named, length_ms, ms
from nemovideo_mcp.studio.timeline.edit import Edit, EditError, clip_names, clip_start
from nemovideo_mcp.studio.timeline.edits_clips import AddClips, MoveClip, place_at, split_to_insert
from nemovideo_mcp.studio.timeline.edits_cutting import Split
from nemovideo_mcp.studio.timeline.intake import STILL_LENGTH
from nemovideo_mcp.studio.timeline.model import Clip, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import Ticks, as_text, from_ms, to_ms


def lone(found: Found) -> LackError:
    """What to ask when a range or a time is all that was said."""
    span, project = found.one("RANGE"), found.project
    if span is None:
        return LackError("what_at", at=as_text(from_ms(ms(found.one("POINT"), project))))
    start, end = (from_ms(ms(edge, project)) for edge in (span.start, span.end))
    return LackError("what_with", what=f"{as_clock(start)}-{as_clock(end)}")


def as_clock(ticks: Ticks) -> str:
    """A time that can be said back: `0:08.5`."""
    minutes, seconds = divmod(to_ms(ticks) / 1000, 60)
    return f"{int(minutes)}:{seconds:06.3f}".rstrip("0").rstrip(".")


def time_named(found: Found) -> Moment | None:
    """A time inside the film, neither of its ends: "at 0:10", "after 10 seconds"."""
    point: Moment | None = found.one("POINT")
    span = found.one("RANGE")
    if point is None and span is not None and span.open:
        point = span.start if span.end == END else span.end
    return None if point in (START, END) else point


def added_at(found: Found) -> Sequence[Edit] | None:
    """Files put where a place is named; None when none is, or when they are sounds.

    A file that is on the timeline once and whole, as it came, goes there itself; any other is put there (again).
    """
    project = found.project
    media: list[str] = found.all("FILE")
    if not media or any(project.medium(one).kind is MediaKind.AUDIO for one in media):
        return None
    length = found.one("LENGTH")
    lasting = {} if length is None else {"duration_ms": length_ms(length, project)}
    first, last = found.one("POINT") == START or found.has("FRONT"), found.one("POINT") == END
    at = time_named(found)
    if last and not found.has("MOVE"):
        return [AddClips(media=tuple(media), **lasting)]
    if found.has("AGAIN") and not (at or first):
        return [AddClips(media=tuple(media), **lasting)]
    if at is None and not (first and (lasting or found.has("AGAIN") or len(media) > 1) and project.clips):
        return None
    at_ms = 0 if at is None else ms(at, project)
    there = [clip for clip in project.clips if clip.media in media]
    if len(there) == 1 and len(media) == 1 and not found.has("AGAIN", "DUPLICATE") and not lasting:
        clip = there[0]
        if found.has("MOVE") or _as_it_came(project, clip):
            return moved_to(project, clip, at_ms)
    return [AddClips(media=tuple(media), at_ms=at_ms, **lasting)]


def _as_it_came(project: Project, clip: Clip) -> bool:
    medium = project.medium(clip.media)
    whole = STILL_LENGTH if medium.kind is MediaKind.IMAGE else medium.duration
    plain = Clip(id=clip.id, media=clip.media, start=0, end=clip.end)
    return clip == plain and abs(clip.end - whole) <= from_ms(100)


def moved_to(project: Project, clip: Clip, at_ms: int) -> list[Edit]:
    """A clip moved into the film at a time; a clip that plays there is cut in two."""
    split = split_to_insert(project, at_ms)
    edits: list[Edit] = [] if split is project else [Split(at_ms=at_ms)]
    place = place_at(split, at_ms)
    now = next(index for index, one in enumerate(split.clips) if one.id == clip.id)
    return [*edits, MoveClip(clip=clip.id, position=place + 1 if now >= place else place)]


def position(found: Found, clip: Clip, others: list[Clip]) -> int:
    """The position, from 1, at which a clip is wanted; asks when none is said."""
    order = [one.id for one in found.project.clips]
    if found.has("BEFORE", "AFTER") and others:
        rest = [one for one in order if one != clip.id]
        if others[0].id == clip.id:
            raise EditError("same_clip")
        return rest.index(others[0].id) + (2 if found.has("AFTER") else 1)
    if found.has("FRONT") or found.one("POINT") == START:
        return 1
    if found.has("BACK") or found.one("POINT") == END:
        return len(order)
    number = found.one("NUMBER")
    if number is None:
        raise LackError("move_where", clips=clip_names(found.project))
    return int(number)


def copied_to(found: Found, copy: Edit) -> list[Edit]:
    """The edit that copies one clip, and what brings the copy to the place that is named."""
    named = clips_named(found)
    at = time_named(found)
    there = {clip.id for clip in found.project.clips}
    after = copy.apply(found.project)
    made = next(clip for clip in after.clips if clip.id not in there)
    if at is None:
        place = position(Found(found.tokens, after, found.last, found.senses), made, named[1:])
        return [copy, MoveClip(clip=made.id, position=place)]
    at_ms = ms(at, found.project)
    index = next(i for i, clip in enumerate(after.clips) if clip.id == made.id)
    if from_ms(at_ms) >= clip_start(after, index):  # what is behind the copy has come later by its length
        at_ms += to_ms(made.duration)
    return [copy, *moved_to(after, made, at_ms)]
