"""Transcripts: what is said in a timeline or in one of its sources; the studio's own, not in the published API."""

from typing import Literal

from pydantic import Field

from nemovideo_mcp.wire.base import Answer


class Spoken(Answer):
    """Words and when they are said, in ms; of a cue, one or two lines."""

    start_ms: int
    end_ms: int
    text: str


class Transcript(Answer):
    """How far it is (`progress` in percent, `retry_after` in seconds), and once completed, what is said.

    `source` is the file it is of, None for the timeline. `language` as in ISO 639-1, empty when nobody speaks; `confidence`
    from 0 to 1; `doubt` is not_english (the recogniser knows no other language, and this is another), uncertain,
    backwards (there are no words because the film plays so), or empty.
    """

    status: Literal["processing", "completed"]
    progress: float = 0.0
    retry_after: float | None = None
    revision: int = 0
    source: str | None = None
    language: str = ""
    confidence: float = 0.0
    doubt: str = ""
    text: str = ""
    cues: list[Spoken] = Field(default_factory=list)
    words: list[Spoken] = Field(default_factory=list)
