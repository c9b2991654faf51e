"""Downloads: a finished file fetched whole, or not at all."""

import os
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from ipaddress import ip_address
from pathlib import Path
from typing import Final

import anyio
import httpx

from nemovideo_mcp.client.answers import parsed, unwrapped
from nemovideo_mcp.client.errors import ApiError, BadAnswer, DownloadFailed, Moved
from nemovideo_mcp.client.transport import (
    MAX_FAILURE,
    Call,
    Transport,
    is_loopback,
    read_bounded,
    unreachable,
)

Progress = Callable[[int, int | None], Awaitable[None]]

MAX_HOPS: Final = 5
MAX_FILE: Final = 16 * 1024**3
_CHUNK: Final = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A whole file as it was fetched; `size` in bytes."""

    path: Path
    size: int
    content_type: str


async def download(
    transport: Transport,
    call: Call,
    into: Path,
    *,
    limit: int = MAX_FILE,
    expected_size: int | None = None,
    on_progress: Progress | None = None,
) -> Downloaded:
    """Fetches `call` into `into`, a name for unfinished files; the caller checks it and moves it into place.

    Redirects are followed, without our headers on other origins. `limit` and `expected_size` in bytes;
    the length announced with the file itself counts more. `on_progress(done, total)` in bytes. Raises DownloadFailed,
    and then leaves nothing behind; a refusal of the API itself is raised as it is.
    """
    into.unlink(missing_ok=True)  # noqa: ASYNC240 - one name of a folder; what an earlier try left is no file
    response = await _opened(transport, call)
    try:
        await _check_kind(transport, response)
        size = await _save(response, into, _Bounds.of(response, limit, expected_size), on_progress)
    finally:
        await response.aclose()
    return Downloaded(into, size, response.headers.get("content-type", ""))


@dataclass(frozen=True, slots=True)
class _Bounds:
    """How many bytes may, and must, come."""

    limit: int
    exact: int | None

    @classmethod
    def of(cls, response: httpx.Response, limit: int, expected: int | None) -> "_Bounds":
        announced = response.headers.get("content-length", "")
        plain = response.headers.get("content-encoding", "identity") == "identity"
        length = int(announced) if announced.isdecimal() and plain else None
        if expected is not None and length is not None and length != expected:
            raise DownloadFailed(
                "The file on offer is not as long as the service had announced; nothing was saved."
            )
        if (length or expected or 0) > limit:
            raise DownloadFailed("The file on offer is larger than is accepted here; nothing was saved.")
        return cls(limit, expected if length is None else length)

    def check(self, size: int, *, whole: bool) -> None:
        if size > (self.limit if self.exact is None else self.exact):
            raise DownloadFailed("The file was longer than announced; nothing was saved.")
        if whole and (size == 0 or (self.exact is not None and size < self.exact)):
            raise DownloadFailed("The download ended before the file was whole; nothing was saved.")


async def _opened(transport: Transport, call: Call) -> httpx.Response:
    url = transport.url(call.path)
    for _ in range(MAX_HOPS + 1):
        await _refuse_inner(transport, url)
        try:
            return await transport.open(replace(call, path=str(url), accept="*/*"))
        except Moved as moved:
            try:
                url = transport.url(str(url.join(moved.location)))
            except (BadAnswer, httpx.InvalidURL, ValueError):
                break
        except ApiError as error:
            raise error if transport.owns(url) else DownloadFailed(detail=error.detail) from error
    raise DownloadFailed("The file's address led nowhere; nothing was saved.")


async def _check_kind(transport: Transport, response: httpx.Response) -> None:
    kind = response.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if kind == "application/json":
        with suppress(BadAnswer):  # what is not even JSON is told below
            body = await read_bounded(response, MAX_FAILURE)
            if transport.owns(response.request.url):
                unwrapped(parsed(body))
    if kind in {"application/json", "text/html"}:
        raise DownloadFailed("What came instead of the file was a page of text; nothing was saved.")


async def _save(response: httpx.Response, part: Path, bounds: _Bounds, on_progress: Progress | None) -> int:
    try:
        return await _write(response, part, bounds, on_progress)
    except BaseException as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)  # noqa: ASYNC240 - also while being cancelled, when nothing may be awaited
        if isinstance(error, httpx.HTTPError):
            raise DownloadFailed(f"{unreachable(error).message} Nothing was saved.") from error
        if isinstance(error, OSError):
            raise DownloadFailed(
                f"The file could not be written ({os.strerror(error.errno or 0)})."
            ) from error
        raise


async def _write(response: httpx.Response, part: Path, bounds: _Bounds, on_progress: Progress | None) -> int:
    size = 0
    async with await anyio.open_file(part, "wb") as file:
        async for chunk in response.aiter_bytes(_CHUNK):
            size += len(chunk)
            bounds.check(size, whole=False)
            await file.write(chunk)
            if on_progress is not None:
                await on_progress(size, bounds.exact)
    bounds.check(size, whole=True)
    return size


async def _refuse_inner(transport: Transport, url: httpx.URL) -> None:
    """A service out there has no business sending us to addresses of this machine or its network."""
    if url.scheme not in {"http", "https"}:
        raise DownloadFailed("The file's address is not a web address; nothing was fetched.")
    if transport.owns(url) or transport.is_local:
        return
    if is_loopback(url.host) or any(not ip_address(address).is_global for address in await _addresses(url)):
        raise DownloadFailed(
            "The file's address points into this machine's own network; it was not followed."
        )


async def _addresses(url: httpx.URL) -> list[str]:
    try:
        found = await anyio.getaddrinfo(url.host, url.port or 443)
    except OSError:
        return []  # the connection will say so, or a proxy resolves it
    return [str(address[4][0]).partition("%")[0] for address in found]
