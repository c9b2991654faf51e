"""Links are followed to public machines only, a bounded way, for a bounded number of bytes."""

import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import anyio
import pytest

from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.media.fetch import BadUrl, fetch
from requirements import requirement

LOCAL = ("127.0.0.1",)
BODY = b"0123456789" * 1_000
PAGES = {"/loop": (302, b""), "/missing": (404, b"no"), "/empty": (200, b"")}
HEADERS = {
    "/loop": {"Location": "/loop"},
    "/named": {"Content-Disposition": "attachment; filename*=UTF-8''..%2F..%2Fcaf%C3%A9.mp4"},
}


class Shelf(BaseHTTPRequestHandler):
    """Answers by the path it is asked for."""

    hosts: list[str]

    def do_GET(self) -> None:
        self.hosts.append(self.headers["Host"])
        if self.path.startswith("/to/"):
            self._answer(302, b"", Location=self.path.removeprefix("/to/"))
        elif self.path == "/endless":
            self._pour()
        else:
            self._answer(*PAGES.get(self.path, (200, BODY)), **HEADERS.get(self.path, {}))

    def _pour(self) -> None:
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):
            while True:
                self.wfile.write(BODY)

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silent."""


@pytest.fixture
def server() -> Iterator[str]:
    """A web server on this machine; its address."""
    Shelf.hosts = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Shelf) as running:
        thread = threading.Thread(target=running.serve_forever, args=(0.02,))
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()
        thread.join()


def get(url: str, into: Path, limit: int = 100_000, allowed: tuple[str, ...] = LOCAL) -> str:
    async def go() -> str:
        return await fetch(url, into, limit=limit, allowed_hosts=allowed)

    return anyio.run(go)


@requirement("UP-3")
@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/clips/a%20b.mp4?x=1", "a b.mp4"),
        ("/named", "café.mp4"),
        ("/", "download"),
        ("/to/to/c.mov", "c.mov"),
    ],
)
def test_a_file_is_fetched_and_named(server: str, tmp_path: Path, path: str, name: str) -> None:
    """The bytes arrive; the name is the server's or the path's, and never a path itself."""
    url = server + (path if path != "/to/to/c.mov" else f"/to/{server}/c.mov")
    assert get(url, tmp_path / "part") == name
    assert (tmp_path / "part").read_bytes() == BODY
    assert set(Shelf.hosts) == {server.removeprefix("http://")}


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "localhost",
        "2130706433",
        "0x7f.1",
        "0.0.0.0",  # noqa: S104 - an address to be refused, not one to listen on
        "10.0.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[fe80::1]",
        "[fd00::1]",
        "[2002:7f00:1::]",
        "[64:ff9b::7f00:1]",
    ],
)
def test_private_addresses_are_refused_in_every_spelling(server: str, tmp_path: Path, host: str) -> None:
    """No spelling of a private address is connected to."""
    with pytest.raises(BadUrl):
        get(f"http://{host}:{server.rpartition(':')[2]}/a.mp4", tmp_path / "part", allowed=())
    assert not Shelf.hosts


def test_a_redirect_into_the_private_network_is_refused(server: str, tmp_path: Path) -> None:
    """An allowed host may not send us on to one that is not."""
    elsewhere = server.replace("127.0.0.1", "localhost")
    with pytest.raises(BadUrl, match="localhost lies in a private network"):
        get(f"{server}/to/{elsewhere}/secret", tmp_path / "part")
    assert len(Shelf.hosts) == 1


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/loop", "redirects more than 5 times"),
        ("/missing", "answered 404"),
        ("/to/file:///etc/passwd", "Only http and https"),
    ],
)
def test_links_that_lead_nowhere_say_so(server: str, tmp_path: Path, path: str, reason: str) -> None:
    """The reason is in the error, and no file is left."""
    with pytest.raises(BadUrl, match=reason):
        get(server + path, tmp_path / "part")
    assert not (tmp_path / "part").exists()


@pytest.mark.parametrize(
    "url", ["ftp://example.org/a", "file:///etc/passwd", "not a url", "", "http://", "http://[::1/"]
)
def test_what_is_no_web_link_is_refused(tmp_path: Path, url: str) -> None:
    """Only http and https URLs are fetched."""
    with pytest.raises(BadUrl):
        get(url, tmp_path / "part")


def test_a_server_that_is_not_there_is_said_to_be(tmp_path: Path) -> None:
    """A refused connection is a sentence, not a trace."""
    with pytest.raises(BadUrl, match="could not be reached"):
        get("http://127.0.0.1:9/a.mp4", tmp_path / "part")


@pytest.mark.parametrize(
    ("path", "kind"), [("/endless", "too_large"), ("/a.mp4", "too_large"), ("/empty", "empty")]
)
def test_size_is_bounded(server: str, tmp_path: Path, path: str, kind: str) -> None:
    """A file over the limit is dropped while it comes, declared or not; an empty one is refused."""
    with pytest.raises(BadMedia) as refusal:
        get(server + path, tmp_path / "part", limit=5_000)
    assert refusal.value.kind == kind
    assert not (tmp_path / "part").exists()
