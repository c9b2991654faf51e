"""Files on their way in: the parts of a multipart body, written to disk as they come."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header
from starlette.concurrency import run_in_threadpool

from nemovideo_mcp.studio.http.errors import BadBody
from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.wire.upload import FORM_FIELD, MAX_BYTES

if TYPE_CHECKING:
    from python_multipart.multipart import MultipartCallbacks

GATHER: Final = 1 << 20
MAX_FILES: Final = 100


@dataclass(frozen=True, slots=True)
class Arrived:
    """A file as it was sent: its name without folders, and where its bytes lie."""

    name: str
    path: Path


def too_large(name: str) -> BadMedia:
    """The refusal of a file over the limit."""
    return BadMedia(
        "too_large",
        f"{name} is larger than {MAX_BYTES // 10**6} MB.",
        "Nothing of this upload was kept. Compress or trim it, and send it again.",
    )


class _Parts:
    """The parser's callbacks: one file on disk for each part that is a file."""

    def __init__(self, folder: Path) -> None:
        self.files: list[Arrived] = []
        self._folder = folder
        self._headers: dict[str, str] = {}
        self._field = self._value = b""
        self._out: BinaryIO | None = None
        self._written = 0

    def on_header_field(self, data: bytes, start: int, end: int) -> None:
        self._field += data[start:end]

    def on_header_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def on_header_end(self) -> None:
        self._headers[self._field.decode("latin-1").lower()] = self._value.decode("latin-1")
        self._field = self._value = b""

    def on_headers_finished(self) -> None:
        _, options = parse_options_header(self._headers.pop("content-disposition", ""))
        self._headers.clear()
        if options.get(b"name") != FORM_FIELD.encode() or b"filename" not in options:
            return
        if len(self.files) == MAX_FILES:
            raise BadBody(f"At most {MAX_FILES} files go into one upload. Nothing was kept.")
        path = self._folder / f"{len(self.files)}.part"
        self.files.append(Arrived(_plain_name(options[b"filename"]), path))
        self._out, self._written = path.open("wb"), 0

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        if self._out is None:
            return
        self._written += end - start
        if self._written > MAX_BYTES:
            raise too_large(self.files[-1].name)
        self._out.write(memoryview(data)[start:end])

    def on_part_end(self) -> None:
        if self._out is not None:
            self._out.close()
            self._out = None


async def receive(body: AsyncIterator[bytes], content_type: str, folder: Path) -> list[Arrived]:
    """Writes the files of a multipart body into `folder`; BadMedia over the limit, BadBody when it is no such body.

    Memory stays flat: a megabyte is gathered, and then parsed and written in a worker thread.
    """
    parts = _Parts(folder)
    try:
        parser = MultipartParser(_boundary(content_type), _callbacks(parts))
        gathered = bytearray()
        async for chunk in body:
            gathered += chunk
            if len(gathered) >= GATHER:
                await run_in_threadpool(parser.write, bytes(gathered))
                gathered.clear()
        await run_in_threadpool(parser.write, bytes(gathered))
        parser.finalize()
    except FormParserError as error:
        raise BadBody(
            "The upload is not a complete multipart form. Nothing was kept; send it again."
        ) from error
    finally:
        parts.on_part_end()
    if not parts.files:
        raise BadBody([{"type": "missing", "loc": ["body", FORM_FIELD], "msg": "Field required"}])
    return parts.files


def _callbacks(parts: _Parts) -> "MultipartCallbacks":
    return {
        "on_header_field": parts.on_header_field,
        "on_header_value": parts.on_header_value,
        "on_header_end": parts.on_header_end,
        "on_headers_finished": parts.on_headers_finished,
        "on_part_data": parts.on_part_data,
        "on_part_end": parts.on_part_end,
    }


def _boundary(content_type: str) -> bytes:
    kind, options = parse_options_header(content_type)
    if kind != b"multipart/form-data" or b"boundary" not in options:
        raise BadBody('Files go in a multipart form, in the field "files"; addresses in JSON, as "urls".')
    return options[b"boundary"]


def _plain_name(sent: bytes) -> str:
    """The last part of the name that was sent; it is shown to people, never opened."""
    try:
        name = sent.decode()
    except UnicodeDecodeError:
        name = sent.decode("latin-1")
    last = name.replace("%22", '"').replace("\\", "/").rsplit("/", 1)[-1]  # a form writes a quote as %22
    return "".join(letter for letter in last if letter.isprintable()).strip()[:255] or "file"
