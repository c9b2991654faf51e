"""Colour tables over HTTP: a .cube file is checked and kept for a session; nothing on its timeline changes by that."""

from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from nemovideo_mcp.studio.http.body import read, success
from nemovideo_mcp.studio.http.errors import BadBody
from nemovideo_mcp.studio.http.guard import session_of
from nemovideo_mcp.studio.http.services import Services, services
from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.wire.lut import LutRequest, LutTaken

MAX_BODY: Final = 18 << 20  # a file of sixteen million letters, its line ends spelt in two


async def take(request: Request) -> Response:
    """Takes a table; BadMedia says which line of it is wrong."""
    session, parts = await session_of(request), services(request)
    asked = await read(request, LutRequest, limit=MAX_BODY)
    return success(await run_in_threadpool(_taken, parts, session.id, asked))


def _taken(parts: Services, session_id: str, asked: LutRequest) -> dict[str, Any]:
    from nemovideo_mcp.studio.media import cube  # numpy is only loaded where a table is read

    name = " ".join("".join(one if one.isprintable() else " " for one in asked.name).split())
    if not 0 < len(name) <= 255 or not name.lower().endswith(".cube"):
        raise BadBody("A LUT has a name of up to 255 letters that ends in .cube. Nothing was kept.")
    try:
        table = cube.read(asked.cube)
    except BadMedia as bad:
        raise BadMedia(bad.kind, f"{name}: {bad.reason}", bad.hint) from bad
    lut = parts.store.luts.add(session_id, name, table.text())
    return LutTaken(id=lut.id, name=lut.name, size=table.size).model_dump(mode="json")
