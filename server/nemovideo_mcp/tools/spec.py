"""A tool is a value: its name, its words, its arguments, its result, its hints, and what it does."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Protocol

from mcp_types import AudioContent, ImageContent, ResourceLink, ToolAnnotations
from mcp_types import Tool as WireTool
from pydantic import BaseModel, ValidationError

from nemovideo_mcp.handlers.errors import HandlerError
from nemovideo_mcp.tools.arguments import Arguments
from nemovideo_mcp.tools.schema import compact_schema, result_schema


@dataclass(frozen=True, slots=True)
class Picture:
    """An image to look at: base64 of its file, and its MIME type."""

    data: str
    mime_type: str


class Clip(Protocol):
    """A small sound to be heard: base64 of its file, and its MIME type."""

    @property
    def data(self) -> str:
        """Standard base64."""

    @property
    def mime_type(self) -> str:
        """Such as audio/mpeg."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A tool's answer: a few words for people, the structure for programs, links to files, an image, sounds.

    `readable` are links to what the server itself can read out, in place of the files that hold the same.
    """

    text: str
    result: BaseModel
    files: Sequence[Path] = ()
    image: Picture | None = None
    sounds: Sequence[Clip] = ()
    readable: Sequence[ResourceLink] = ()

    def links(self) -> list[ResourceLink]:
        """Resource links to the files, and to what can be read."""
        files = [ResourceLink(type="resource_link", uri=file.as_uri(), name=file.name) for file in self.files]
        return [*files, *self.readable]

    def images(self) -> list[ImageContent]:
        """The image, where there is one."""
        image = self.image
        return [ImageContent(type="image", data=image.data, mime_type=image.mime_type)] if image else []

    def audio(self) -> list[AudioContent]:
        """What there is to be heard."""
        return [AudioContent(type="audio", data=one.data, mime_type=one.mime_type) for one in self.sounds]


class BadArguments(HandlerError):
    """Arguments that do not fit the tool's parameters."""


class Call(Protocol):
    """What a running tool may do to its caller: show progress."""

    async def progress(self, done: float, total: float | None, message: str) -> None:
        """Shows how far it is."""


@dataclass(frozen=True)
class ToolSpec:
    """One tool. Hints: does it only read, can it destroy, is a second call the same, does it reach the outside.

    `shown` are the fields of the result that its schema names; all, unless given.
    """

    name: str
    title: str
    description: str
    arguments: type[Arguments]
    result: type[BaseModel]
    run: Callable[[Any, Call], Awaitable[Answer]]
    reads_only: bool = False
    destructive: bool = False
    idempotent: bool = False
    open_world: bool = False
    shown: tuple[str, ...] = ()

    @cached_property
    def wire(self) -> WireTool:
        """The tool as `tools/list` shows it."""
        return WireTool(
            name=self.name,
            title=self.title,
            description=self.description,
            input_schema=compact_schema(self.arguments),
            output_schema=result_schema(self.result, self.shown),
            annotations=ToolAnnotations(
                read_only_hint=self.reads_only,
                destructive_hint=self.destructive,
                idempotent_hint=self.idempotent,
                open_world_hint=self.open_world,
            ),
        )

    def parse(self, arguments: dict[str, Any]) -> Arguments:
        """The arguments, checked; BadArguments names each that does not fit, and what would."""
        try:
            return self.arguments.model_validate(arguments)
        except ValidationError as error:
            raise BadArguments(
                f"{self.name} was called with arguments that do not fit: {self._faults(error)}.",
                f"It takes {', '.join(self.arguments.model_fields)}. Nothing was done.",
            ) from error

    def _faults(self, error: ValidationError) -> str:
        return "; ".join(
            _fault(dict(fault)) for fault in error.errors(include_url=False, include_input=False)[:5]
        )


def _fault(fault: dict[str, Any]) -> str:
    where = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        return f"there is no {where}"
    if fault["type"] == "missing":
        return f"{where} is missing"
    said = fault["msg"].removeprefix("Value error, ")
    return f"{where}: {said[:1].lower()}{said[1:]}"
