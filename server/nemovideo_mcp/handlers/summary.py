"""A draft in words: the one-line summary of its tracks. Pure."""

from dataclasses import dataclass

from nemovideo_mcp.wire.draft import Draft, Segment, Track, TrackType

_SLOWEST = 0.1  # nothing is played slower: what is, is one frame that is held
MAX_SEGMENTS = 6
_LABELS = {TrackType.VIDEO: "Video", TrackType.AUDIO: "BGM", TrackType.TEXT: "Title"}
_ROLES = {
    "voice": "Voice",
    "sound": "Audio",
    "caption": "Captions",
    "music": "BGM",
    "title": "Title",
    "main": "Video",
}
_NAMES = ("title", "text", "content", "words", "name", "filename")


@dataclass(frozen=True, slots=True)
class Placed:
    """A segment with the time it begins, in ms, whether the draft says so or not."""

    segment: Segment
    start: float

    @property
    def end(self) -> float:
        """Where it ends, in ms."""
        return self.start + self.segment.duration


def summary(draft: Draft | None) -> str:
    """`Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%) 3. Title: "Urban Dreams" (0-3s)`."""
    tracks = [track for track in draft.tracks if track.segments] if draft else []
    if not tracks:
        return "Timeline: empty"
    lines = [f"{number}. {label(track)}: {_segments(track)}" for number, track in enumerate(tracks, 1)]
    return f"Timeline ({len(tracks)} track{'s' * (len(tracks) > 1)}): {' '.join(lines)}"


def label(track: Track) -> str:
    """What kind of track it is, for people."""
    return (
        _ROLES.get(track.role or "") or _LABELS.get(TrackType(track.type), "Track")
        if _known(track)
        else "Track"
    )


def _known(track: Track) -> bool:
    return track.type in set(TrackType)


def placed(track: Track) -> list[Placed]:
    """The track's segments with their starts: as the draft says, else one after the other."""
    result: list[Placed] = []
    end = 0.0
    for segment in track.segments:
        start = float(segment.start) if segment.start is not None else end
        result.append(Placed(segment, start))
        end = start + segment.duration
    return result


def duration(draft: Draft) -> float:
    """Length of the film in ms: as the draft says, else where its last picture (or sound) ends."""
    if draft.duration is not None:
        return float(draft.duration)
    picture = [
        piece.end for track in draft.tracks if track.type == TrackType.VIDEO for piece in placed(track)
    ]
    return max(picture or [piece.end for track in draft.tracks for piece in placed(track)], default=0.0)


def name(segment: Segment, track: Track) -> str:
    """What a segment is called: a text's words in quotes, anything else by its title."""
    found = next((str(segment.metadata[key]) for key in _NAMES if segment.metadata.get(key)), "")
    if track.type == TrackType.TEXT:
        return f'"{" ".join(found.split())}"'
    return " ".join(found.split()) or "untitled"


def seconds(ms: float) -> str:
    """Milliseconds as seconds without needless zeros: `10`, `2.5`."""
    return f"{ms / 1000:.3f}".rstrip("0").rstrip(".")


def _segments(track: Track) -> str:
    pieces = placed(track)
    shown = [_segment(piece, track) for piece in pieces[:MAX_SEGMENTS]]
    hidden = len(pieces) - len(shown)
    return ", ".join(shown) + (f" and {hidden} more (to {seconds(pieces[-1].end)}s)" if hidden else "")


def _segment(piece: Placed, track: Track) -> str:
    facts = [f"{seconds(piece.start)}-{seconds(piece.end)}s", *_facts(piece.segment, track)]
    return f"{name(piece.segment, track)} ({', '.join(facts)})"


def _facts(segment: Segment, track: Track) -> list[str]:
    facts: list[str] = []
    if segment.muted and segment.speed is not None and segment.speed < _SLOWEST:
        return ["a still of it"]
    if segment.muted:
        facts.append("muted")
    elif segment.volume is not None and (segment.volume != 100 or track.type == TrackType.AUDIO):
        facts.append(f"{segment.volume:g}%")
    if segment.speed is not None and segment.speed != 1:
        facts.append(f"{segment.speed:g}x")
    if segment.metadata.get("rolls"):
        facts.append("rolling")
    return facts
