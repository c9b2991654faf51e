"""Runs the studio alone, as an HTTP service on this machine, until it is interrupted."""

from nemovideo_mcp.settings import Settings


def run(settings: Settings) -> int:
    """Serves; prints its address on stdout. Without a secret: whoever can reach the port can ask for a token."""
    from nemovideo_mcp.studio.studio import Studio

    studio = Studio(
        settings.data_dir,
        metered=settings.metered,
        port=settings.options.port,
        secret=None,
        allowed_hosts=settings.allowed_hosts,
        model_dir=settings.model_dir,
    )
    studio.serve_forever(lambda url: print(_told(url, settings), flush=True))
    return 0


def _told(url: str, settings: Settings) -> str:
    return f"The studio listens on {url} (data in {settings.data_dir}). Press Ctrl+C to stop."
