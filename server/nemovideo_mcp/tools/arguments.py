"""The arguments of the tools: described, bounded, and checked before anything is done."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

DEFAULT_WAIT_S = 45.0


class Arguments(BaseModel):
    """The arguments of a tool; one it does not know is refused."""

    model_config = ConfigDict(defer_build=True, extra="forbid")


Files = Annotated[
    list[Annotated[str, Field(max_length=4096)]],
    Field(max_length=50, description="Paths of local files, or http(s) addresses, to add first."),
]
Project = Annotated[
    str | None,
    Field(max_length=64, description='A project id; "new" for a fresh one; left out: the current one.'),
]


Wait = Annotated[float, Field(ge=0, le=600, description="How long to wait for the file, in seconds.")]


class SkillArguments(Arguments):
    """What a skill is asked."""

    prompt: Annotated[
        str, Field(description="What to do, in the user's own words and language; several steps are fine.")
    ]
    files: Files = Field(default_factory=list)
    project: Project = None


class UploadArguments(Arguments):
    """What to bring in."""

    files: Files
    project: Project = None


class ProjectArguments(Arguments):
    """Which project."""

    project: Project = None


class ExportArguments(Arguments):
    """What file is wanted, and where."""

    project: Project = None
    format: Annotated[
        Literal["mp4", "mov", "webm", "mkv", "gif", "mp3", "wav", "m4a"] | None,
        Field(description="File format; left out: that of path, else mp4."),
    ] = None
    resolution: Annotated[
        str | None,
        Field(max_length=16, description='"1080p" (usual), "720p", "480p", "4k", "source", or "1280x720".'),
    ] = None
    path: Annotated[
        str | None, Field(max_length=4096, description="Where the file goes; left out: the Videos folder.")
    ] = None
    overwrite: Annotated[bool, Field(description="Replace a file that stands there.")] = False
    wait_s: Wait = DEFAULT_WAIT_S


class JobArguments(Arguments):
    """Which job."""

    job: Annotated[str, Field(max_length=64, description="The id an export answered with.")]
    wait_s: Wait = DEFAULT_WAIT_S


class NoArguments(Arguments):
    """Nothing to say."""
