"""One suite for any backend: a film goes in, is titled, rendered and fetched, as the wire contract has it."""

import re
from pathlib import Path

import pytest

from contract.conftest import SKILL, Backend
from nemovideo_mcp.client import errors
from nemovideo_mcp.client.client import Client, SkillClient
from nemovideo_mcp.client.identity import Identity
from nemovideo_mcp.client.reply import Reply
from nemovideo_mcp.wire.render import RenderOutput, RenderRequest, RenderState
from requirements import requirement

pytestmark = pytest.mark.anyio


@requirement("AUTH-5", "CRED-1")
async def test_a_session_a_balance_and_a_link(api: SkillClient) -> None:
    """Digits for a session; total is the sum; the link carries a claim token and no other."""
    session = await api.open_session("en")
    assert re.fullmatch(r"\d{6,}", session.session_id)
    balance = await api.balance()
    assert balance.total == balance.available + balance.frozen
    assert re.search(
        r"/workspace/claim\?ct=clm_[\w-]+$", await api.claim_link(session.task_id, session.session_id)
    )


@requirement("FLOW-1", "STATE-1", "EXP-2", "EXP-5")
async def test_a_film_in_a_title_on_it_a_film_out(api: SkillClient, chaplin: Path, tmp_path: Path) -> None:
    """The main job, call by call."""
    session = (await api.open_session("en")).session_id
    answer, _ = await api.state(session)
    assert answer.state.draft is None or not answer.state.draft.exportable
    uploaded = await api.upload_files(session, [chaplin])
    assert uploaded.files[0].filename.endswith(".mp4")
    answer, _ = await api.state(session)
    assert answer.state.draft is not None
    assert answer.state.draft.exportable
    reply = Reply()
    async for event in api.chat(session, 'add the title "Hello" for 3 seconds'):
        reply.add(event)
    assert not reply.failed
    answer, raw = await api.state(session)
    assert any(track.type == 7 and track.segments for track in answer.state.draft.tracks)  # type: ignore[union-attr]
    request = RenderRequest(
        id="render_contract1", session_id=session, draft=raw, output=RenderOutput(resolution="480p")
    )
    status = await api.wait_for_render(await api.start_render(request))
    assert status.status is RenderState.COMPLETED
    film = tmp_path / "film.part"
    await api.download_render(status, film)
    assert film.read_bytes()[4:8] == b"ftyp"


@requirement("AUTH-9")
async def test_a_session_nobody_knows_is_said_to_be_gone(api: SkillClient) -> None:
    """1002, and not a fault."""
    with pytest.raises(errors.NoSession):
        await api.state("1000000000000000001")


@requirement("AUTH-8")
async def test_a_token_nobody_gave_is_refused(backend: Backend, tmp_path: Path) -> None:
    """1001 for a token of the user's own: told, and not replaced."""
    identity = Identity(tmp_path / "other", token="nmv_usr_nobodys")  # noqa: S106 - refused by all
    async with Client(api_url=backend.url, web_url="", identity=identity) as client:
        with pytest.raises((errors.BadToken, errors.NotAllowed)):
            await client.for_skill(SKILL).balance()
