"""The draft: the timeline as it goes over the wire, in short keys.

Published: `t` tracks, `tt` track type, `sg` segments, `d` duration in ms, `m` metadata. The studio adds, in the same
style and only for itself: `rev` revision; on a track `id`, `role` (main, overlay, music, voice, sound, title, caption); on a
segment `id`, `st` start in ms on the timeline, `src` media hash, `in`/`out` in ms within the source, `sp` speed,
`vol` volume in percent, `mute`, `fi`/`fo` fades in ms, `pl` place of a text or an overlay (whose metadata are, for a text, `box` and
`fade` in ms, for an overlay `size` and
`opacity` in percent, `whole` over the whole film), `tr` treatment of a picture (`effects` in
percent by kind, `turn` in degrees clockwise, `mirror`, `flip`, `zoom` in percent), `tx` transition from the segment
before (`kind` crossfade, dip_black or dip_white; `d` ms). `tn` tone of a sound (`denoise` in dB, `pan` in percent,
`equaliser`), `duck` music that steps back under voices; in the draft's metadata `lufs` the loudness it is brought to.
A client works without any of them.
"""

from enum import IntEnum
from typing import Any, TypeAlias

from pydantic import Field, field_validator

from nemovideo_mcp.wire.base import Kept

Number: TypeAlias = int | float


class TrackType(IntEnum):
    """What a track holds; numbers not listed are kept and called "other"."""

    VIDEO = 0
    AUDIO = 1
    TEXT = 7


class Segment(Kept):
    """One piece on a track; `duration` and `start` in ms."""

    id: str | None = None
    duration: Number = Field(default=0, alias="d")
    start: Number | None = Field(default=None, alias="st")
    metadata: dict[str, Any] = Field(default_factory=dict, alias="m")
    source: str | None = Field(default=None, alias="src")
    source_in: Number | None = Field(default=None, alias="in")
    source_out: Number | None = Field(default=None, alias="out")
    speed: Number | None = Field(default=None, alias="sp")
    volume: Number | None = Field(default=None, alias="vol")
    muted: bool | None = Field(default=None, alias="mute")
    fade_in: Number | None = Field(default=None, alias="fi")
    fade_out: Number | None = Field(default=None, alias="fo")
    place: str | None = Field(default=None, alias="pl")
    treatment: dict[str, Any] | None = Field(default=None, alias="tr")
    transition: dict[str, Any] | None = Field(default=None, alias="tx")
    tone: dict[str, Any] | None = Field(default=None, alias="tn")
    ducked: bool | None = Field(default=None, alias="duck")

    @field_validator("metadata", mode="before")
    @classmethod
    def _none_is_empty(cls, value: Any) -> Any:
        return {} if value is None else value


class Track(Kept):
    """One track and its segments."""

    id: str | None = None
    type: int = Field(default=TrackType.VIDEO, alias="tt")
    role: str | None = None
    segments: list[Segment] = Field(default_factory=list, alias="sg")

    @field_validator("segments", mode="before")
    @classmethod
    def _none_is_empty(cls, value: Any) -> Any:
        return [] if value is None else value


class Draft(Kept):
    """The whole timeline; `duration` in ms, `revision` counts its changes."""

    tracks: list[Track] = Field(default_factory=list, alias="t")
    duration: Number | None = Field(default=None, alias="d")
    metadata: dict[str, Any] = Field(default_factory=dict, alias="m")
    revision: int | None = Field(default=None, alias="rev")

    @field_validator("tracks", mode="before")
    @classmethod
    def _none_is_no_track(cls, value: Any) -> Any:
        return [] if value is None else value

    @field_validator("metadata", mode="before")
    @classmethod
    def _none_is_empty(cls, value: Any) -> Any:
        return {} if value is None else value

    @property
    def exportable(self) -> bool:
        """Whether some track has a segment."""
        return any(track.segments for track in self.tracks)

    def as_json(self) -> dict[str, Any]:
        """The wire form: short keys, options that were never set left out, unknown keys as they came."""
        return self.model_dump(mode="json", by_alias=True, exclude_unset=True)
