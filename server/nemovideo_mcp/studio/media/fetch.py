"""Bringing a file from a URL: public addresses only, checked before each connection and pinned to what was checked."""

import ipaddress
import re
import socket
from collections.abc import Collection
from email.message import Message
from pathlib import Path
from typing import Final, TypeAlias
from urllib.parse import unquote

import anyio
import httpx

from nemovideo_mcp.studio.media.errors import BadMedia

_Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_TIMEOUT: Final = httpx.Timeout(30.0, connect=10.0)
_WHOLE_S: Final = 900.0
_MAX_REDIRECTS: Final = 5
_MAX_NAME: Final = 120
_MAX_URL: Final = 8_000
_CHECK_IT: Final = "Check the link, or download the file and upload it from your disk."
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")


class BadUrl(Exception):
    """A URL that is not fetched, or could not be: `reason` (what happened), `hint` (what to do next)."""

    def __init__(self, reason: str, hint: str = _CHECK_IT) -> None:
        super().__init__(f"{reason} {hint}")
        self.reason = reason
        self.hint = hint


async def fetch(url: str, into: Path, *, limit: int, allowed_hosts: Collection[str] = ()) -> str:
    """Download a URL to `into` and answer the name the file goes by; its content is not judged here.

    `limit` in bytes. Hosts in `allowed_hosts` (as written in the URL) may have private addresses.
    Raises BadUrl, BadMedia (too_large, empty); after either `into` does not exist.
    """
    try:
        with anyio.fail_after(_WHOLE_S):
            return await _follow(_parsed(url), into, limit, frozenset(host.lower() for host in allowed_hosts))
    except BaseException as error:
        with anyio.CancelScope(shield=True):
            await anyio.Path(into).unlink(missing_ok=True)
        if isinstance(error, TimeoutError | httpx.TimeoutException):
            raise BadUrl("The server of the link did not answer in time.") from error
        if isinstance(error, httpx.HTTPError | OSError):
            raise BadUrl("The link could not be reached.") from error
        raise


def _parsed(url: str) -> httpx.URL:
    try:
        parsed = httpx.URL(url.strip()[:_MAX_URL])
    except (httpx.InvalidURL, ValueError) as error:
        raise BadUrl("The link is not a URL.") from error
    if parsed.scheme not in ("http", "https") or not parsed.host:
        raise BadUrl("Only http and https links can be fetched.")
    return parsed


async def _follow(url: httpx.URL, into: Path, limit: int, allowed: frozenset[str]) -> str:
    """Walk the redirects by hand: each hop is checked as the first one was."""
    async with httpx.AsyncClient(timeout=_TIMEOUT, trust_env=False, follow_redirects=False) as client:
        for _ in range(_MAX_REDIRECTS + 1):
            request = _pinned(client, url, await _address(url, allowed))
            response = await client.send(request, stream=True)
            try:
                if not response.has_redirect_location:
                    return await _save(response, url, into, limit)
                url = _parsed(str(url.join(response.headers["location"])))
            finally:
                await response.aclose()
    raise BadUrl(f"The link redirects more than {_MAX_REDIRECTS} times.")


def _pinned(client: httpx.AsyncClient, url: httpx.URL, address: _Address) -> httpx.Request:
    """A request to the checked address itself, under the host's name: a second look-up could answer differently."""
    host = f"[{address}]" if address.version == 6 else str(address)
    headers = {
        "Host": url.netloc.decode("ascii").rpartition("@")[2],
        "Accept-Encoding": "identity",
        "Accept": "*/*",
    }
    target = url.copy_with(host=host, username=None, password=None, fragment=None)
    return client.build_request("GET", target, headers=headers, extensions={"sni_hostname": url.host})


async def _address(url: httpx.URL, allowed: frozenset[str]) -> _Address:
    """The address to connect to. Every address of the host must be public, not only the first."""
    port = url.port or (443 if url.scheme == "https" else 80)
    try:
        found = await anyio.getaddrinfo(url.host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise BadUrl(f"The host {url.host} is not known.") from error
    addresses = [ipaddress.ip_address(entry[4][0].partition("%")[0]) for entry in found]
    if not addresses:
        raise BadUrl(f"The host {url.host} is not known.")
    if url.host.lower() not in allowed and not all(_is_public(address) for address in addresses):
        raise BadUrl(f"The host {url.host} lies in a private network; links there are not fetched.")
    return addresses[0]


def _is_public(address: _Address) -> bool:
    """Whether anybody on the internet means the same machine by it, tunnels to other addresses left out."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return _is_public(address.ipv4_mapped)
        if address.sixtofour is not None or address.teredo is not None or address in _NAT64:
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


async def _save(response: httpx.Response, url: httpx.URL, into: Path, limit: int) -> str:
    if response.status_code != 200:
        raise BadUrl(f"The server of the link answered {response.status_code}.")
    declared = response.headers.get("content-length", "")
    if declared.isdigit() and int(declared) > limit:
        raise _too_large(limit)
    size = 0
    async with await anyio.open_file(into, "wb") as file:
        async for chunk in response.aiter_bytes():
            size += len(chunk)
            if size > limit:
                raise _too_large(limit)
            await file.write(chunk)
    if not size:
        raise BadMedia("empty", "The link gave an empty file (0 bytes).", _CHECK_IT)
    return _name(response, url)


def _too_large(limit: int) -> BadMedia:
    reason = f"The file behind the link is larger than {limit / 2**20:.0f} MB."
    return BadMedia("too_large", reason, "Compress or trim it, and send it again.")


def _name(response: httpx.Response, url: httpx.URL) -> str:
    """The name the server gives, else the last part of the path, without anything that could be a path."""
    header = Message()
    header["Content-Disposition"] = response.headers.get("content-disposition", "")
    named = header.get_filename() or unquote(url.path.rpartition("/")[2])
    clean = re.sub(r"[\x00-\x1f\x7f]", "", re.split(r"[\\/]", named)[-1]).strip().lstrip(".")
    return clean[-_MAX_NAME:] or "download"
