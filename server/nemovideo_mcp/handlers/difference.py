"""What changed between two drafts, in words: concrete names, times, before → after. Pure."""

from collections.abc import Iterator
from typing import Any

from nemovideo_mcp.handlers.summary import Placed, duration, label, name, placed, seconds
from nemovideo_mcp.wire.draft import Draft, Segment, Track, TrackType

_TOLD = {
    *("id", "duration", "start", "source", "source_in", "source_out", "speed", "volume", "muted"),
    *("fade_in", "fade_out", "place"),
}
_Keyed = dict[str, tuple[Track, Placed, str]]


def difference(before: Draft | None, after: Draft | None) -> tuple[str, ...]:
    """One sentence a change; empty when nothing that a viewer would notice has changed."""
    old, new = before or Draft(), after or Draft()
    was, now = _keyed(old), _keyed(new)
    lines = [
        *_canvas(old, new),
        *_gone(was, now),
        *_changed(was, now),
        *_added(was, now),
        *_order(was, now),
        *_film(old, new),
    ]
    return tuple(lines)


def _keyed(draft: Draft) -> _Keyed:
    """Segments by their id, or by name and place in line where the backend gives none."""
    result: _Keyed = {}
    for track in draft.tracks:
        for number, piece in enumerate(placed(track), 1):
            key = piece.segment.id or f"{track.type}/{name(piece.segment, track)}/{number}"
            result[key] = (track, piece, _called(track, piece, number))
    return result


def _called(track: Track, piece: Placed, number: int) -> str:
    what = name(piece.segment, track)
    if track.type == TrackType.VIDEO:
        return f"Clip {number} ({what})"
    return f"{label(track).rstrip('s') if label(track) == 'Captions' else label(track)} {what}"


def _span(piece: Placed) -> str:
    return f"{seconds(piece.start)}-{seconds(piece.end)}s"


def _added(was: _Keyed, now: _Keyed) -> Iterator[str]:
    for key, (_, piece, called) in now.items():
        if key not in was:
            yield f"{called} added at {_span(piece)}"


def _gone(was: _Keyed, now: _Keyed) -> Iterator[str]:
    for key, (_, piece, called) in was.items():
        if key not in now:
            yield f"{called} removed (was {_span(piece)})"


def _changed(was: _Keyed, now: _Keyed) -> Iterator[str]:
    for key, (track, piece, called) in now.items():
        if key in was:
            old_track, old, old_called = was[key]
            if name(old.segment, old_track) != name(piece.segment, track):
                yield f"{old_called} now reads {name(piece.segment, track)}"
            yield from (f"{called} {text}" for text in _facts(old, piece, track))


def _facts(old: Placed, new: Placed, track: Track) -> Iterator[str]:
    before, after = old.segment, new.segment
    if before.duration != after.duration:
        word = "shortened" if after.duration < before.duration else "lengthened"
        yield f"{word} {seconds(before.duration)} s → {seconds(after.duration)} s"
    elif before.source_in != after.source_in:
        yield f"now starts at {seconds(float(after.source_in or 0))} s of its source"
    if track.type != TrackType.VIDEO and old.start != new.start:
        yield f"moved {seconds(old.start)} s → {seconds(new.start)} s"
    for word, usual, unit, was, now in (
        ("volume", 100, "%", before.volume, after.volume),
        ("speed", 1, "x", before.speed, after.speed),
    ):
        old_level, new_level = (usual if level is None else level for level in (was, now))
        if old_level != new_level:
            yield f"{word} {old_level:g}{unit} → {new_level:g}{unit}"
    if bool(before.muted) != bool(after.muted):
        yield "muted" if after.muted else "unmuted"
    for word, was, now in (
        ("fade in", before.fade_in, after.fade_in),
        ("fade out", before.fade_out, after.fade_out),
    ):
        if (was or 0) != (now or 0):
            yield f"{word} {seconds(float(was or 0))} s → {seconds(float(now or 0))} s"
    if (before.place or "") != (after.place or ""):
        yield f"placed {before.place or 'freely'} → {after.place or 'freely'}"
    yield from _rest(before, after)


def _rest(before: Segment, after: Segment) -> Iterator[str]:
    """Whatever else a backend keeps of a segment, by its own words: colour, size, effects, keys of tomorrow."""
    was, now = (dict(_leaves(segment.model_dump(exclude=_TOLD))) for segment in (before, after))
    for path in dict.fromkeys((*was, *now)):
        if was.get(path) != now.get(path):
            yield f"{path[-1].replace('_', ' ')} {_value(was.get(path))} → {_value(now.get(path))}"


def _leaves(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(node, dict):
        for key, value in node.items():
            if (path, key) != (("metadata",), "title"):
                yield from _leaves(value, (*path, str(key)))
    elif path:
        yield path, node


def _value(value: Any) -> str:
    return "none" if value in (None, "") else " ".join(str(value).split())[:60]


def _order(was: _Keyed, now: _Keyed) -> Iterator[str]:
    def clips(keyed: _Keyed, shared: _Keyed) -> list[str]:
        return [
            key for key, (track, _, _) in keyed.items() if track.type == TrackType.VIDEO and key in shared
        ]

    if clips(was, now) != clips(now, was):
        titles = [
            name(now[key][1].segment, now[key][0]) for key in now if now[key][0].type == TrackType.VIDEO
        ]
        yield f"Clips are now in this order: {', '.join(titles)}"


def _canvas(old: Draft, new: Draft) -> Iterator[str]:
    def size(draft: Draft) -> tuple[Any, Any]:
        return draft.metadata.get("width"), draft.metadata.get("height")

    if all(size(old)) and all(size(new)) and size(old) != size(new):
        yield f"Picture {size(old)[0]}x{size(old)[1]} → {size(new)[0]}x{size(new)[1]}"


def _film(old: Draft, new: Draft) -> Iterator[str]:
    called = [draft.metadata.get("title") for draft in (old, new)]
    if all(called) and called[0] != called[1]:
        yield f"Project renamed {called[0]} → {called[1]}"
    for key, word in (("fi", "Fade in"), ("fo", "Fade out")):
        was, now = (float(draft.metadata.get(key) or 0) for draft in (old, new))
        if was != now:
            yield f"{word} of the film {seconds(was)} s → {seconds(now)} s"
    if old.tracks and duration(old) != duration(new):
        yield f"Film {seconds(duration(old))} s → {seconds(duration(new))} s"
