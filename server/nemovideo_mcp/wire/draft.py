"""The draft: the timeline as it goes over the wire, in short keys.

Published: `t` tracks, `tt` track type, `sg` segments, `d` duration in ms, `m` metadata. The studio adds, in the same
style and only for itself: `rev` revision; on a track `id`, `role` (main, overlay, music, voice, sound, title, caption); on a
segment `id`, `st` start in ms on the timeline, `src` media hash, `in`/`out` in ms within the source, `sp` speed,
`vol` volume in percent, `mute`, `fi`/`fo` fades in ms, `pl` place of a text or an overlay (whose metadata are `x` and `y` of its
middle in percent of the picture; for a text `box`, `fade` in ms, `outline` in percent of its size and `outline_color`; for an
overlay `size` and `opacity` in percent, `whole` over the whole film, the colour `key` that is taken out of it and what is
`similarity` percent near to that), `tr` treatment of a picture (`effects` in
percent by kind, `turn` in degrees clockwise, `mirror`, `flip`, `zoom` in percent, `part` of the picture that a crop left, in shares of it,
`scale`, `x` and `y` in percent of the frame, `motion` its `way` and `zoom` over `start` to `end` ms of the source, `steady` in percent, `lut` a colour table's `id`, `name` and
`percent`), `tx` transition
from the segment before (`kind` crossfade, wipe, slide, dip_black or dip_white; `d` ms; `way` left, right, up or down). `tn` tone of a sound (`denoise` in dB, `pan` in percent,
`equaliser`), `si`/`so` fades of a clip's sound alone in ms (in the draft's metadata: of all that is heard), `bw` a clip
that plays backwards, `duck` music that steps back under voices, `lead` a voiceover under which all else does; in the draft's metadata `lufs` the loudness it is brought to.
`bs` what a clip shares the picture with (`layout` columns, rows or grid; `own` volume of its own sound in percent; `cells`, each
`src`, `off` how many ms later its source stands, `vol`, `tr`). A text's metadata also `rolls`, for one that goes up the picture, and `words` that are said in a caption (each `[start, end, text]` in ms, and 1
where no space goes before it), which take the colour `highlight` as they are said; `soft` in the draft's metadata keeps captions out of the picture,
`captions` is their language.
A source `card:#rrggbb` is a plain picture of that colour.
A client works without any of them.
"""

from enum import IntEnum
from typing import Annotated, Any, Final, TypeAlias

from pydantic import Field, field_validator

from nemovideo_mcp.wire.base import Kept

OTHER: Final = -1  # a track whose type is no number
Number: TypeAlias = Annotated[int | float, Field(ge=-1e15, le=1e15, allow_inf_nan=False)]


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
    beside: dict[str, Any] | None = Field(default=None, alias="bs")
    leads: bool | None = Field(default=None, alias="lead")
    backwards: bool | None = Field(default=None, alias="bw")
    sound_in: Number | None = Field(default=None, alias="si")
    sound_out: Number | None = Field(default=None, alias="so")

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

    @field_validator("type", mode="before")
    @classmethod
    def _words_are_other(cls, value: Any) -> int:
        try:
            return int(value)
        except (TypeError, ValueError, OverflowError):
            return OTHER

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
