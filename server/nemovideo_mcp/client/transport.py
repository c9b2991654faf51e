"""The one door out: every request to the API leaves here, with its headers, and every answer comes in."""

import ipaddress
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, BinaryIO, Final, TypeAlias

import httpx

from nemovideo_mcp.client.answers import failure, parsed, unwrapped
from nemovideo_mcp.client.errors import ApiError, BadAnswer, Invalid, Moved, Unreachable
from nemovideo_mcp.wire.headers import AUTHORIZATION, CLIENT_ID, Attribution, bearer

Waiting: TypeAlias = Callable[[float], Awaitable[None]]
FormFile: TypeAlias = tuple[str, tuple[str, BinaryIO, str]]

CONNECT_S: Final = 10.0
SILENCE_S: Final = 60.0
MAX_ANSWER: Final = 8 * 1024 * 1024
MAX_FAILURE: Final = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One request. `path` is the API's, or a whole URL; to another origin than the API's no header of ours goes.

    `silence_s` is how long the other side may say nothing, in seconds; None leaves that to the caller. `sent` is called
    after each piece of the body that the network took, `waiting` with the seconds before a wait that the service asked for.
    """

    method: str
    path: str
    attribution: Attribution
    json: Mapping[str, Any] | None = None
    files: Sequence[FormFile] | None = None
    token: str | None = field(default=None, repr=False)
    client_id: str | None = field(default=None, repr=False)
    accept: str = "application/json"
    silence_s: float | None = SILENCE_S
    sent: Callable[[], Awaitable[None]] | None = None
    waiting: Waiting | None = None


class Transport:
    """Sends calls to one API. `http` given is used and left open; otherwise one is made with the first call.

    `extra_headers` go with every request to the API's own origin, and to no other.
    """

    def __init__(
        self,
        api_url: str,
        *,
        http: httpx.AsyncClient | None = None,
        extra_headers: Mapping[str, str] | None = None,
    ) -> None:
        self._base = _base(api_url)
        self._http = http
        self._is_ours = http is None
        self._extra_headers = dict(extra_headers or {})

    @property
    def origin(self) -> str:
        """Scheme, host and port of the API."""
        scheme, host, port = _origin(self._base)
        return f"{scheme}://{host}:{port}"

    @property
    def is_local(self) -> bool:
        """Whether the API is on this machine."""
        return is_loopback(self._base.host)

    def url(self, path: str) -> httpx.URL:
        """The address of an API path; a whole URL stays as it is. Raises BadAnswer when it is no web address."""
        try:
            url = httpx.URL(path)
            if url.is_relative_url:
                url = (
                    self._base.join(url)
                    if path.startswith("//")
                    else self._base.join("./" + path.lstrip("/"))
                )
            _origin(url)  # a host may turn out to be none only when it is looked at
        except (httpx.InvalidURL, UnicodeError, ValueError):
            raise BadAnswer("The service gave an address that cannot be used.") from None
        return url

    def owns(self, url: httpx.URL) -> bool:
        """Whether this address has the API's own origin."""
        return _origin(url) == _origin(self._base)

    async def send(self, call: Call) -> Any:
        """The data of a call's answer. Raises the ApiError it means."""
        response = await self.open(call)
        body = await read_bounded(response, MAX_ANSWER)
        if not body.strip():
            return None
        return unwrapped(parsed(body))

    async def open(self, call: Call) -> httpx.Response:
        """A good answer whose body is still to be read, by whoever also closes it. Raises ApiError otherwise."""
        response = await self._dispatch(self._request(call))
        if response.status_code < HTTPStatus.MULTIPLE_CHOICES:
            return response
        headers = dict(response.headers)
        try:
            body = await read_bounded(response, MAX_FAILURE)
        except ApiError:
            body = b""
        raise failure(response.status_code, headers, body)

    async def aclose(self) -> None:
        """Closes the connections."""
        if self._http is not None and self._is_ours:
            await self._http.aclose()
            self._http = None

    def _request(self, call: Call) -> httpx.Request:
        url = self.url(call.path)
        headers = {"Accept": call.accept, "Accept-Encoding": "identity"}
        if self.owns(url):
            headers |= self._extra_headers | _headers(call)
        timeout = httpx.Timeout(call.silence_s, connect=CONNECT_S, pool=CONNECT_S, write=SILENCE_S)
        try:
            request = self._client().build_request(
                call.method, url, headers=headers, json=call.json, files=call.files, timeout=timeout
            )
        except UnicodeError:
            raise Invalid("A header of this call holds characters that cannot be sent.") from None
        if call.sent is not None and isinstance(request.stream, httpx.AsyncByteStream):
            request.stream = _Told(request.stream, call.sent)
        return request

    async def _dispatch(self, request: httpx.Request) -> httpx.Response:
        try:
            return await self._client().send(request, stream=True, follow_redirects=False)
        except httpx.LocalProtocolError:  # its text may hold the header it complains about
            raise Invalid("This call could not be put into a request.") from None
        except httpx.HTTPError as error:
            raise unreachable(error) from error
        except (httpx.InvalidURL, ValueError):  # the library looks at where a redirect leads, also unasked
            raise Moved from None

    def _client(self) -> httpx.AsyncClient:
        if self._http is None:
            self._http = httpx.AsyncClient(
                trust_env=not self.is_local,  # a proxy of the environment must not swallow calls to this machine
                limits=httpx.Limits(max_connections=None, max_keepalive_connections=20),
            )
        return self._http


class _Told(httpx.AsyncByteStream):
    """A request's body that tells of each piece the network took."""

    def __init__(self, body: httpx.AsyncByteStream, sent: Callable[[], Awaitable[None]]) -> None:
        self._body = body
        self._sent = sent

    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._body:
            yield piece
            await self._sent()


async def read_bounded(response: httpx.Response, limit: int) -> bytes:
    """The whole body, and closes the answer. Raises BadAnswer over `limit` bytes, Unreachable when it breaks off."""
    body = bytearray()
    try:
        async for chunk in response.aiter_bytes():
            body += chunk
            if len(body) > limit:
                raise BadAnswer("The service's answer was far too large and was not read.")
    except httpx.HTTPError as error:
        raise unreachable(error) from error
    finally:
        await response.aclose()
    return bytes(body)


def unreachable(error: httpx.HTTPError) -> ApiError:
    """What a failure of the network means: whether the request had left, and what to check."""
    if isinstance(error, httpx.DecodingError):
        return BadAnswer()
    if isinstance(error, (httpx.UnsupportedProtocol, httpx.TooManyRedirects)):
        return BadAnswer("The service gave an address that cannot be used.")
    if isinstance(error, httpx.ConnectError) and "certificate" in str(error).casefold():
        return Unreachable(
            "The certificate of the other side does not belong to the service; nothing was sent.",
            next_step="Check the network (a sign-in page, a proxy?) and the API address.",
        )
    if isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout, httpx.ProxyError)):
        return Unreachable("The service could not be reached; nothing was sent.")
    if isinstance(error, httpx.TimeoutException):
        return Unreachable("The service did not answer in time.", sent=True)
    return Unreachable("The connection to the service broke before its answer was whole.", sent=True)


def is_loopback(host: str) -> bool:
    """Whether a host name or address is this machine."""
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def _base(api_url: str) -> httpx.URL:
    try:
        base = httpx.URL(api_url.strip().rstrip("/") + "/")
    except httpx.InvalidURL:
        base = httpx.URL("")
    if base.scheme not in {"http", "https"} or not base.host:
        raise Invalid("The API address is not a web address.", next_step="Check NEMO_API_URL.")
    return base


def _headers(call: Call) -> dict[str, str]:
    headers = call.attribution.as_headers()
    if call.token is not None:
        headers[AUTHORIZATION] = bearer(call.token)
    if call.client_id is not None:
        headers[CLIENT_ID] = call.client_id
    return headers


def _origin(url: httpx.URL) -> tuple[str, str, int | None]:
    return url.scheme, url.host, url.port or {"http": 80, "https": 443}.get(url.scheme)
