"""Keeps a token of the user's own, read from standard input and tried once against the cloud."""

import getpass
import sys

import anyio

from nemovideo_mcp.client.client import Client
from nemovideo_mcp.client.errors import ApiError, BadToken, NotAllowed
from nemovideo_mcp.client.identity import Identity, keep_own_token
from nemovideo_mcp.settings import Settings, cloud_folder
from nemovideo_mcp.wire.headers import Attribution


def run(settings: Settings) -> int:
    """Says whether it is kept; 1 when it is refused, 2 when none came. It is never taken from the command line."""
    token = _read()
    if not token or not token.isascii() or not token.isprintable() or " " in token:
        print("No token came. Pipe it in, or run this in a terminal and paste it.", file=sys.stderr)
        return 2
    refusal = anyio.run(_tried, settings, token)
    if isinstance(refusal, BadToken | NotAllowed):
        print("The service refuses this token; it was not kept.", file=sys.stderr)
        return 1
    keep_own_token(cloud_folder(settings.home), token)
    print("The token is kept; the cloud is used from now on. `nemovideo-mcp logout` forgets it.")
    if refusal is not None:
        print(f"It could not be tried: {refusal.message}")
    if settings.environ.get("NEMO_TOKEN"):
        print("NEMO_TOKEN is set in your environment and goes before it.")
    return 0


def _read() -> str:
    return (getpass.getpass("Token: ") if sys.stdin.isatty() else sys.stdin.readline()).strip()


async def _tried(settings: Settings, token: str) -> ApiError | None:
    """What the cloud has against it, if anything."""
    identity = Identity(cloud_folder(settings.home), token=token)
    async with Client(api_url=settings.api_url, web_url=settings.web_url, identity=identity) as client:
        try:
            await client.for_skill(Attribution("nemovideo-mcp", "1", "unknown")).balance()
        except ApiError as error:
            return error
    return None
