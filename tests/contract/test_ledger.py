"""What costs is charged once, however often a call had to be repeated or broke off; the studio's ledger proves it."""

import sqlite3
from pathlib import Path

import anyio
import pytest

from contract.conftest import SKILL
from nemovideo_mcp.client import errors
from nemovideo_mcp.client.client import Client, SkillClient
from nemovideo_mcp.client.identity import Identity
from nemovideo_mcp.studio.studio import Studio
from nemovideo_mcp.wire.render import RenderOutput, RenderRequest
from requirements import requirement

pytestmark = pytest.mark.anyio
WEEK_S = 7 * 24 * 3600


class Moving:
    """A studio's clock."""

    now = 1_800_000_000.0

    def __call__(self) -> float:
        """Seconds since 1970."""
        return self.now


def settled(folder: Path) -> int:
    """How many times something was paid for."""
    with sqlite3.connect(folder / "studio.db") as database:
        return int(database.execute("SELECT count(*) FROM ledger WHERE kind = 'settle'").fetchone()[0])


async def said(api: SkillClient, session: str, text: str) -> None:
    """A message, listened to until its end."""
    async for _ in api.chat(session, text):
        pass


@requirement("SSE-8", "AUTH-8", "CRED-4")
async def test_a_message_repeated_with_a_fresh_token_is_charged_once(tmp_path: Path, chaplin: Path) -> None:
    """The token ran out between two messages: the second is refused unread, sent again, and paid for once."""
    clock, folder = Moving(), tmp_path / "data"
    studio = Studio(folder, metered=True, clock=clock)
    try:
        identity = Identity(tmp_path / "identity")
        async with Client(api_url=studio.start(), web_url="", identity=identity) as client:
            api = client.for_skill(SKILL)
            session = (await api.open_session()).session_id
            await api.upload_files(session, [chaplin])
            await said(api, session, "keep the first 5 seconds")
            assert settled(folder) == 1
            clock.now += WEEK_S + 60
            await said(api, session, "keep the first 3 seconds")
            assert settled(folder) == 2
            assert api.access().renewals == 2
            assert (await api.balance()).frozen == 0
    finally:
        studio.stop()


@requirement("SSE-11", "CRED-4")
async def test_a_message_that_was_taken_back_is_charged_once_or_not_at_all(
    tmp_path: Path, chaplin: Path
) -> None:
    """The listener leaves at the first event; nothing stays frozen, and what is paid for was done."""
    folder = tmp_path / "data"
    studio = Studio(folder, metered=True)
    try:
        identity = Identity(tmp_path / "identity")
        async with Client(api_url=studio.start(), web_url="", identity=identity) as client:
            api = client.for_skill(SKILL)
            session = (await api.open_session()).session_id
            await api.upload_files(session, [chaplin])
            with anyio.CancelScope() as scope:
                async for _ in api.chat(session, "keep the first 5 seconds"):
                    scope.cancel()
            answer, _ = await api.state(session)
            assert answer.state.draft is not None
            done = answer.state.draft.tracks[0].segments[0].duration == 5000
            assert settled(folder) == int(done)
            assert (await api.balance()).frozen == 0
    finally:
        studio.stop()


@requirement("EXP-4")
async def test_an_order_sent_twice_under_one_id_is_one_render(tmp_path: Path, chaplin: Path) -> None:
    """And it costs nothing, once or twice."""
    folder = tmp_path / "data"
    studio = Studio(folder, metered=True)
    try:
        identity = Identity(tmp_path / "identity")
        async with Client(api_url=studio.start(), web_url="", identity=identity) as client:
            api = client.for_skill(SKILL)
            session = (await api.open_session()).session_id
            await api.upload_files(session, [chaplin])
            _, draft = await api.state(session)
            order = RenderRequest(
                id="render_twice", session_id=session, draft=draft, output=RenderOutput(resolution="480p")
            )
            first, second = await api.start_render(order), await _again(api, order)
            assert second in {first.id, None}
            assert (await api.wait_for_render(first)).status == "completed"
            assert settled(folder) == 0
    finally:
        studio.stop()


async def _again(api: SkillClient, order: RenderRequest) -> str | None:
    """The id the same order goes by when it is sent again; None when it is refused as known."""
    try:
        return (await api.start_render(order)).id
    except (errors.Conflict, errors.RenderFailed):
        return None
