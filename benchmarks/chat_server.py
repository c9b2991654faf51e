"""A cloud to measure against, in a process of its own: tokens, credits, and chats of so many events."""

import json
import sys
from collections.abc import AsyncIterator

import anyio
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, StreamingResponse
from starlette.routing import Route

PIECE = {"content": {"parts": [{"text": "word "}], "role": "model"}, "partial": True, "author": "nemo_agent"}
FRAME = f"data: {json.dumps(PIECE)}\n\n".encode()


async def token(_: Request) -> JSONResponse:
    """A free token."""
    return JSONResponse({"code": 0, "data": {"token": "nmv_usr_bench"}})


async def balance(_: Request) -> JSONResponse:
    """A balance."""
    return JSONResponse({"code": 0, "data": {"available": 100, "frozen": 0, "total": 100}})


async def chat(request: Request) -> StreamingResponse:
    """As many events as the message says, `pause` seconds apart."""
    text = (await request.json())["new_message"]["parts"][0]["text"]
    count, pause = text.split()

    async def events() -> AsyncIterator[bytes]:
        for _ in range(int(count)):
            yield FRAME
            if float(pause):
                await anyio.sleep(float(pause))

    return StreamingResponse(events(), media_type="text/event-stream")


ROUTES = [
    Route("/api/auth/anonymous-token", token, methods=["POST"]),
    Route("/api/credits/balance/simple", balance),
    Route("/run_sse", chat, methods=["POST"]),
]

if __name__ == "__main__":
    uvicorn.run(Starlette(routes=ROUTES), host="127.0.0.1", port=int(sys.argv[1]), log_level="critical")
