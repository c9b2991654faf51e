"""The arguments of the tools: described, bounded, and checked before anything is done."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, PlainValidator, WithJsonSchema

from nemovideo_mcp.wire.operation import Operation
from nemovideo_mcp.wire.operations import OPERATIONS, read_operation, signature

DEFAULT_WAIT_S = 45.0


class Arguments(BaseModel):
    """The arguments of a tool; one it does not know is refused."""

    model_config = ConfigDict(defer_build=True, extra="forbid")


Files = Annotated[
    list[str],
    Field(max_length=50, description="Local paths or http(s) addresses to add first."),
]
Project = Annotated[
    str | None,
    Field(description='Project id, or "new"; left out: the current one.'),
]


Wait = Annotated[float, Field(ge=0, le=600, description="How long to wait for the file, in seconds.")]


class SkillArguments(Arguments):
    """What a skill is asked."""

    prompt: Annotated[str, Field(description="What to do, in the user's own words.")]
    files: Files = Field(default_factory=list)
    project: Project = None


class AnySkillArguments(SkillArguments):
    """Which skill is asked, and what."""

    name: Annotated[str, Field(max_length=64, description="The skill's name, as find_skills gives it.")]


class FindArguments(Arguments):
    """What is looked for."""

    query: Annotated[str, Field(max_length=400, description="What is wanted, in a few words.")]
    limit: Annotated[int, Field(ge=1, le=25, description="How many at most.")] = 8


_SHARED = {"WHERE": "clips?,start_ms?,end_ms?", "WHOSE": "target?,clips?", "TIME": "at_ms?,duration_ms?"}
AnOperation = Annotated[
    Operation, PlainValidator(read_operation), WithJsonSchema({"type": "object", "required": ["op"]})
]


def _signatures() -> str:
    """Every operation with its fields; those that many share have one name, told first."""
    said = " ".join(signature(kind) for kind in OPERATIONS.values()).replace(", ", ",")
    for name, fields in _SHARED.items():
        said = said.replace(fields, name)
    return f"{'; '.join(f'{name}: {fields}' for name, fields in _SHARED.items())}. {said}"


class EditArguments(Arguments):
    """What is to be done, exactly."""

    operations: Annotated[
        list[AnOperation],
        Field(
            min_length=1,
            max_length=50,
            description="Done in order, all or none: {op, …fields}; ?: may be left out. Ids as get_timeline shows them, files "
            f"by name (lut: a .cube path). {_signatures()}",
        ),
    ]
    project: Project = None
    base_revision: Annotated[
        int | None, Field(ge=0, description="Refuse when the timeline's revision is another by now.")
    ] = None


class UploadArguments(Arguments):
    """What to bring in."""

    files: Files
    project: Project = None


class ProjectArguments(Arguments):
    """Which project."""

    project: Project = None


class PreviewArguments(Arguments):
    """Which picture."""

    project: Project = None
    at_ms: Annotated[
        int | None, Field(ge=0, le=359_999_999, description="One frame, at this time; left out: 0.")
    ] = None
    count: Annotated[
        int | None, Field(ge=2, le=25, description="A sheet of so many frames instead, with their times.")
    ] = None


class TranscriptArguments(Arguments):
    """Whose words, and in which form."""

    project: Project = None
    format: Annotated[
        Literal["text", "srt", "vtt", "json"], Field(description="Of the file; json times every word.")
    ] = "text"
    clip: Annotated[
        str | None,
        Field(
            max_length=255,
            description="A clip's id or a file's name, for that whole source; left out: the timeline.",
        ),
    ] = None
    language: Annotated[str | None, Field(max_length=8, description="What is spoken, as en or zh.")] = None


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
