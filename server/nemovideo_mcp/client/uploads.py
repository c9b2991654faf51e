"""Uploads: local files as a streamed form, checked before a byte is sent."""

import io
import stat
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO, Final, cast

from nemovideo_mcp.client.errors import FileTooLarge, UnreadableFile, UnsupportedFile
from nemovideo_mcp.client.transport import FormFile
from nemovideo_mcp.wire.upload import EXTENSIONS, FORM_FIELD, MAX_BYTES

Progress = Callable[[int, int], Awaitable[None]]

_STEP: Final = 1024 * 1024

CONTENT_TYPES: Final = {
    "mp4": "video/mp4",
    "mov": "video/quicktime",
    "avi": "video/x-msvideo",
    "webm": "video/webm",
    "mkv": "video/x-matroska",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "mp3": "audio/mpeg",
    "wav": "audio/wav",
    "m4a": "audio/mp4",
    "aac": "audio/aac",
}


def check(paths: Sequence[Path]) -> int:
    """The bytes of all files together. Raises UnreadableFile, UnsupportedFile or FileTooLarge for the first that fails."""
    return sum(_checked_size(path) for path in paths)


class Form:
    """Files opened as fields of a form that is read from disk while it is sent.

    `files` are the fields; `sent()` tells `on_progress(done, total)`, in bytes over all files, about once a MiB.
    """

    def __init__(self, paths: Sequence[Path], stack: ExitStack, on_progress: Progress | None) -> None:
        self._total = check(paths)
        self._readers = [_Reader(stack.enter_context(_opened(path)), _checked_size(path)) for path in paths]
        self._on_progress = on_progress
        self._told = 0
        self.files = [_field(path, reader) for path, reader in zip(paths, self._readers, strict=True)]

    async def sent(self) -> None:
        """Tells how far it is, when that is news."""
        done = sum(reader.tell() for reader in self._readers)
        if self._on_progress is None or done <= self._told:
            return
        if done - self._told >= _STEP or done >= self._total:
            self._told = done
            await self._on_progress(done, self._total)


@contextmanager
def form(paths: Sequence[Path], on_progress: Progress | None = None) -> Iterator[Form]:
    """A form of these files, closed afterwards. Raises as `check` does."""
    with ExitStack() as stack:
        yield Form(paths, stack, on_progress)


def _field(path: Path, reader: "_Reader") -> FormFile:
    name = path.name.encode("utf-8", "replace").decode("utf-8")  # a name of undecodable bytes still travels
    kind = CONTENT_TYPES.get(_extension(path), "application/octet-stream")
    return FORM_FIELD, (name, cast("BinaryIO", reader), kind)


def _checked_size(path: Path) -> int:
    extension = _extension(path)
    try:
        found = path.stat()
    except (OSError, ValueError):
        raise UnreadableFile(f"“{path.name}” could not be read; nothing was uploaded.") from None
    if not stat.S_ISREG(found.st_mode):
        raise UnreadableFile(f"“{path.name}” is not a file; nothing was uploaded.")
    if extension and extension not in EXTENSIONS:
        raise UnsupportedFile(
            f"“{path.name}” is of a kind (.{extension}) that is not supported; nothing was uploaded."
        )
    if found.st_size > MAX_BYTES:
        raise FileTooLarge(
            f"“{path.name}” has {found.st_size / 1e6:.0f} MB, over the limit of {MAX_BYTES // 1_000_000} MB; nothing was uploaded."
        )
    return found.st_size


def _extension(path: Path) -> str:
    return path.suffix.removeprefix(".").casefold()


def _opened(path: Path) -> BinaryIO:
    try:
        return path.open("rb")
    except OSError:
        raise UnreadableFile(f"“{path.name}” could not be opened; nothing was uploaded.") from None


class _Reader(io.RawIOBase):
    """A file read up to the size it had when it was announced."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._size = size

    def read(self, size: int = -1) -> bytes:
        left = max(0, self._size - self._file.tell())
        wanted = left if size < 0 else min(size, left)
        piece = self._file.read(wanted)
        if len(piece) < wanted:
            raise UnreadableFile("A file became shorter while it was sent; the upload was broken off.")
        return piece

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def fileno(self) -> int:
        return self._file.fileno()
