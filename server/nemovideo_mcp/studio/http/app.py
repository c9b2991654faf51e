"""The studio's HTTP application: which path leads to which endpoint, and what stands before them."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.routing import Route

from nemovideo_mcp.studio.http import account, chat, lut, page, preview, render, session, transcript, upload
from nemovideo_mcp.studio.http.errors import HANDLERS
from nemovideo_mcp.studio.http.guard import NoOrigin, private
from nemovideo_mcp.studio.http.services import Services
from nemovideo_mcp.wire import routes


def create_app(services: Services, names: tuple[str, ...]) -> Starlette:
    """The application; `names` are the hosts it may be called by ("*": any)."""
    app = Starlette(
        routes=[*_open_routes(), *_private_routes()],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=list(names), www_redirect=False),
            Middleware(NoOrigin),
        ],
        exception_handlers=HANDLERS,
    )
    app.state.services = services
    return app


def _open_routes() -> list[Route]:
    return [
        Route(routes.ANONYMOUS_TOKEN, account.anonymous_token, methods=["POST"]),
        Route(routes.CLAIM_PAGE, page.claim),
        Route(page.FILE, page.file),
        Route(routes.REGISTER_PAGE, page.register),
    ]


def _private_routes() -> list[Route]:
    return [
        Route(routes.CLAIM_TOKEN, private(account.claim_token), methods=["POST"]),
        Route(routes.BALANCE, private(account.balance)),
        Route(routes.SESSIONS, private(session.open_session), methods=["POST"]),
        Route(routes.STATE, private(session.latest_state)),
        Route(routes.PREVIEW, private(preview.preview)),
        Route(routes.TRANSCRIPT, private(transcript.transcript)),
        Route(routes.TRANSCRIPT_CANCEL, private(transcript.cancel), methods=["POST"]),
        Route(routes.LUT, private(lut.take), methods=["POST"]),
        Route(routes.UPLOAD, private(upload.upload), methods=["POST"]),
        Route(upload.MEDIA, private(upload.media_file, refuse_with=401)),
        Route(routes.CHAT, private(chat.chat), methods=["POST"]),
        Route(routes.RENDERS, private(render.order), methods=["POST"]),
        Route(routes.RENDER, private(render.status)),
        Route(routes.RENDER_CANCEL, private(render.cancel), methods=["POST"]),
        Route(routes.RENDER_DOWNLOAD, private(render.download, refuse_with=401)),
    ]
