"""The structured results of the tools: what a model or a program reads."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Result(BaseModel):
    """A structured result; unknown fields are a defect."""

    model_config = ConfigDict(defer_build=True, extra="forbid")


class RouteTaken(Result):
    """What the router decided."""

    actions: list[str]
    why: str
    language: str


class ProjectRef(Result):
    """A project, and its page in a browser."""

    id: str
    name: str
    link: str | None = None


class Segment(Result):
    """One piece of a track; times in ms, volume in percent. What is as usual is left out."""

    model_config = ConfigDict(defer_build=True, extra="allow")

    id: str | None = None
    start_ms: int
    duration_ms: int


class Track(Result):
    """One track, top of the list first drawn."""

    kind: Literal["video", "audio", "text", "other"]
    label: str
    segments: list[Segment]


class TimelineResult(Result):
    """The timeline as it stands; sizes in pixels."""

    revision: int | None
    duration_ms: int
    width: int | None
    height: int | None
    fps: float | None
    tracks: list[Track]
    summary: str


class OutputFile(Result):
    """A finished file on disk."""

    path: str
    bytes: int
    duration_ms: int | None
    width: int | None
    height: int | None


class JobRef(Result):
    """An export; `state` is pending, processing or delivered, `progress` in percent."""

    id: str
    state: str
    progress: float


class SkillResult(Result):
    """What came of a prompt; a request for help may have no project, and so no timeline."""

    route: RouteTaken
    reply: str
    project: ProjectRef | None
    timeline: TimelineResult | None
    changes: list[str]
    outputs: list[OutputFile]
    job: JobRef | None
    next_steps: list[str]


class FoundSkill(Result):
    """A skill that fits."""

    name: str
    title: str
    description: str
    examples: list[str]


class SkillsResult(Result):
    """The skills that fit, the best first; `total` is how many there are."""

    skills: list[FoundSkill]
    total: int


class EditResult(Result):
    """What came of exact edits."""

    reply: str
    changes: list[str]
    timeline: TimelineResult
    project: ProjectRef
    next_steps: list[str]


class Frame(Result):
    """A frame of a preview; sizes in pixels."""

    at_ms: int
    width: int
    height: int


class PreviewResult(Result):
    """What the picture shows."""

    project: ProjectRef
    revision: int
    frames: list[Frame]


class SpokenResult(Result):
    """Words, and when they are said."""

    start_ms: int
    end_ms: int
    text: str


class TranscriptResult(Result):
    """What is said, as much as fits: `whole` false means that the rest is in the file; `words` for format json."""

    text: str
    language: str
    cues: list[SpokenResult]
    words: list[SpokenResult]
    whole: bool
    note: str
    path: str | None
    project: ProjectRef


class UploadedFile(Result):
    """A file as it was understood; `duration_ms` is None for a still."""

    name: str
    kind: str
    bytes: int | None = None
    duration_ms: int | None
    width: int | None
    height: int | None


class UploadResult(Result):
    """What was brought in."""

    files: list[UploadedFile]
    project: ProjectRef
    timeline: TimelineResult
    next_steps: list[str]


class TimelineOfProject(TimelineResult):
    """The timeline, and whose it is."""

    project: ProjectRef


class ExportResult(Result):
    """An export: finished with its file, or a job to ask about."""

    job: JobRef
    project: ProjectRef
    outputs: list[OutputFile]
    next_steps: list[str]


class CreditsResult(Result):
    """The balance; `metered` false where nothing is charged."""

    available: float
    frozen: float
    total: float
    metered: bool
    sentence: str


class ProjectEntry(Result):
    """One project of the list."""

    id: str
    name: str
    current: bool


class ProjectsResult(Result):
    """Every project, the last used first, and the exports not yet delivered."""

    projects: list[ProjectEntry]
    unfinished: list[JobRef] = Field(default_factory=list)
