"""Forgets the stored token of the backend in use; the projects stay."""

from nemovideo_mcp.office import stored_identity
from nemovideo_mcp.settings import Settings


def run(settings: Settings) -> int:
    """Says whether there was one."""
    gone = stored_identity(settings).logout()
    print("The stored token was removed." if gone else "There was no stored token.")
    if settings.environ.get("NEMO_TOKEN"):
        print("NEMO_TOKEN is still set in your environment and will be used; unset it there.")
    return 0
