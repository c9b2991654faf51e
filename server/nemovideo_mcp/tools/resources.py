"""What a client can read by its address: a template, its words, and how the text behind it is come by."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Final

from mcp.shared.uri_template import UriTemplate
from mcp_types import ResourceLink, ResourceTemplate

from nemovideo_mcp.handlers.errors import HandlerError
from nemovideo_mcp.tools.spec import Call

if TYPE_CHECKING:
    from nemovideo_mcp.tools.actions import Desks

MAX_BYTES: Final = (
    4 << 20
)  # of UTF-8: the words of some twenty hours, or each word with its times of some six
CURRENT: Final = "current"
_FORMS: Final = {
    "text": (".txt", "text/plain"),
    "srt": (".srt", "application/x-subrip"),
    "vtt": (".vtt", "text/vtt"),
    "json": (".json", "application/json"),
}
_TRANSCRIPT: Final = UriTemplate.parse("nemovideo://transcript/{project}/{format}{?clip,language}")


class NoSuchText(HandlerError):
    """An address behind which there is nothing."""


@dataclass(frozen=True, slots=True)
class Content:
    """A text as it was read."""

    text: str
    mime_type: str


@dataclass(frozen=True)
class TextResource:
    """Texts of one kind. `read` takes what the address names; HandlerError, NoSuchText among them, ApiError, OSError."""

    template: UriTemplate
    name: str
    title: str
    description: str
    read: Callable[[Mapping[str, str], Call], Awaitable[Content]] = field(repr=False)

    @cached_property
    def wire(self) -> ResourceTemplate:
        """As `resources/templates/list` shows it."""
        return ResourceTemplate(
            uri_template=str(self.template), name=self.name, title=self.title, description=self.description
        )

    def named(self, uri: str) -> dict[str, str] | None:
        """What an address names; None when it is of another kind."""
        found = self.template.match(uri)
        return None if found is None else {key: str(value) for key, value in found.items()}


def transcripts(desks: "Desks") -> TextResource:
    """The transcripts of all projects."""

    async def read(named: Mapping[str, str], call: Call) -> Content:
        from nemovideo_mcp.tools.actions import read_transcript

        form = named["format"]
        if form not in _FORMS:
            raise NoSuchText(
                f"There is no transcript in the form {form!r}.", f"The forms are {', '.join(_FORMS)}."
            )
        text = await read_transcript(desks, named, call)
        size = len(text.encode())
        if size > MAX_BYTES:
            raise HandlerError(
                f"This transcript has {size >> 10} kB, more than can be read at once ({MAX_BYTES >> 10} kB).",
                "Call get_transcript with the same format, and open the file that it saves.",
            )
        return Content(text, _FORMS[form][1])

    return TextResource(
        _TRANSCRIPT,
        "transcript",
        "What is said in a project",
        f"The words of the timeline as it stands, or with clip of one source (a clip's id or a file's name). project: an id, or "
        f"{CURRENT}; format: {', '.join(_FORMS)}; language: what is spoken, as en or zh.",
        read,
    )


def transcript_link(
    project: str, file: Path, clip: str | None = None, language: str | None = None
) -> ResourceLink | None:
    """The link to a transcript that was saved as this file, told by its suffix; None when it is another file."""
    for form, (suffix, mime_type) in _FORMS.items():
        if file.suffix == suffix:
            more = {key: value for key, value in (("clip", clip), ("language", language)) if value}
            uri = _TRANSCRIPT.expand({"project": project, "format": form, **more})
            return ResourceLink(type="resource_link", uri=uri, name=file.name, mime_type=mime_type)
    return None
