"""Reads the timeline: the draft as the backend has it, and its summary."""

from dataclasses import dataclass
from typing import Any

from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.projects import ProjectRecord
from nemovideo_mcp.handlers.summary import duration, label, name, placed, summary
from nemovideo_mcp.wire.draft import Draft, Segment, Track, TrackType
from nemovideo_mcp.wire.session import StateAnswer

_KINDS = {TrackType.VIDEO: "video", TrackType.AUDIO: "audio", TrackType.TEXT: "text"}


@dataclass(frozen=True, slots=True)
class Timeline:
    """A project's timeline: `draft` tolerant and typed, `raw` exactly as it came."""

    answer: StateAnswer
    raw: dict[str, Any]

    @property
    def draft(self) -> Draft:
        """The draft, empty when the session has none."""
        return self.answer.state.draft or Draft()

    @property
    def summary(self) -> str:
        """The tracks in one line."""
        return summary(self.draft)

    def facts(self) -> dict[str, Any]:
        """`revision, duration_ms, width, height, fps, tracks[{kind, segments[…]}], summary`."""
        draft, canvas = self.draft, self.answer.state.canvas_config
        return {
            "revision": draft.revision,
            "duration_ms": round(duration(draft)),
            "width": draft.metadata.get("width") or (canvas.width if canvas else None),
            "height": draft.metadata.get("height") or (canvas.height if canvas else None),
            "fps": draft.metadata.get("fps") or (canvas.fps if canvas else None),
            "tracks": [_track(track) for track in draft.tracks],
            "summary": self.summary,
        }


async def read(desk: Desk, project: ProjectRecord) -> Timeline:
    """The project's timeline as it stands now."""
    answer, raw = await desk.api.state(project.session_id)
    return Timeline(answer, raw)


def _track(track: Track) -> dict[str, Any]:
    kind = _KINDS.get(TrackType(track.type), "other") if track.type in set(TrackType) else "other"
    segments = [_segment(piece.segment, piece.start, track) for piece in placed(track)]
    return {"kind": kind, "label": label(track), "segments": segments}


def _segment(segment: Segment, start: float, track: Track) -> dict[str, Any]:
    """Only what the draft says; a fact that is usual (100 %, 1×, no fade) is left out."""
    facts = {
        "source_in_ms": segment.source_in,
        "source_out_ms": segment.source_out,
        "speed": segment.speed if segment.speed != 1 else None,
        "volume_percent": segment.volume,
        "muted": segment.muted or None,
        "fade_in_ms": segment.fade_in or None,
        "fade_out_ms": segment.fade_out or None,
        "place": segment.place,
    }
    text = name(segment, track).strip('"') if track.type == TrackType.TEXT else None
    title = None if text is not None else name(segment, track)
    head = {
        "id": segment.id,
        "start_ms": round(start),
        "duration_ms": round(segment.duration),
        "text": text,
        "title": title,
    }
    return {key: value for key, value in (head | facts).items() if value is not None}
