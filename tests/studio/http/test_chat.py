"""The chat: ADK-shaped events, one change at a time, and nothing done that was not said."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from requirements import requirement
from studio.http.calling import Caller, events
from studio.http.conftest import Start


def test_an_edit_is_a_call_its_answer_and_words(caller: Caller, clip: Path) -> None:
    """Every key as ADK spells it, nulls left out; the new draft comes with the call's answer."""
    caller.upload(clip)
    answer = caller.say("keep the first 1 second")
    assert answer.headers["content-type"].startswith("text/event-stream")
    call, response, words = events(answer)
    assert {event["invocationId"] for event in (call, response, words)} == {call["invocationId"]}
    assert all(
        event["author"] == "nemo_agent" and event["timestamp"] > 0 for event in (call, response, words)
    )
    assert len({event["id"] for event in (call, response, words)}) == 3
    (asked,), (answered,), (said,) = (event["content"]["parts"] for event in (call, response, words))
    assert asked["functionCall"]["name"] == answered["functionResponse"]["name"]
    assert asked["functionCall"]["id"] == answered["functionResponse"]["id"]
    assert isinstance(asked["functionCall"]["args"], dict)
    assert call["actions"] == {"stateDelta": {}}
    assert response["actions"]["stateDelta"]["draft"] == caller.draft()
    assert said["text"]
    assert words["turnComplete"] is True
    assert set(words) == {"content", "turnComplete", "invocationId", "author", "actions", "id", "timestamp"}
    assert (caller.draft()["rev"], caller.draft()["d"]) == (2, 1000)


def test_any_text_is_one_line_of_the_stream(caller: Caller, clip: Path) -> None:
    """Line separators of Unicode stand raw inside a data line."""
    caller.upload(clip)
    answer = caller.say('add the title "a\u2028b\u0085c 你好"')
    assert events(answer)[-1]["content"]["parts"]


def test_a_question_changes_nothing(caller: Caller, clip: Path) -> None:
    """What is not understood is answered in words, without a new revision."""
    caller.upload(clip)
    before = caller.draft()
    (*_, words) = events(caller.say("hello there, how are you today"))
    assert words["content"]["parts"][0]["text"]
    assert words["actions"] == {"stateDelta": {}}
    assert caller.draft() == before


@requirement("STATE-5")
def test_undo_and_redo_by_words_are_revisions(caller: Caller, clip: Path) -> None:
    """The revision counts on, the timeline goes back and forth."""
    caller.upload(clip)
    caller.say("keep the first 1 second")
    lengths = []
    for words in ("undo", "redo", "undo"):
        caller.say(words)
        lengths.append((caller.draft()["rev"], caller.draft()["d"]))
    assert lengths == [(3, 2000), (4, 1000), (5, 2000)]


def test_several_steps_are_undone_at_once(caller: Caller, clip: Path) -> None:
    """Undoing twice is one revision that leads two edits back; more than there are changes nothing."""
    caller.upload(clip)
    caller.say("keep the first 1 second")
    caller.say('add the title "One"')
    caller.say("undo twice")
    assert (caller.draft()["rev"], caller.draft()["d"]) == (4, 2000)
    caller.say("redo the last 2 changes")
    assert (caller.draft()["rev"], caller.draft()["d"]) == (5, 1000)
    caller.say("撤销九步")
    assert caller.draft()["rev"] == 5


def test_messages_at_once_are_done_one_after_the_other(caller: Caller, clip: Path) -> None:
    """Eight titles sent together are all there, each on top of another's revision."""
    caller.upload(clip)
    titles = [f"Title {number}" for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda title: caller.say(f'add the title "{title}"'), titles))
    assert all(answer.status_code == 200 for answer in answers)
    draft = caller.draft()
    shown = [one["m"]["title"] for track in draft["t"] if track["tt"] == 7 for one in track["sg"]]
    assert sorted(shown) == titles
    assert draft["rev"] == 9


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"app_name": "nemo_agent", "user_id": "me", "session_id": "1"},
        {
            "app_name": "nemo_agent",
            "user_id": "me",
            "session_id": "1",
            "new_message": {"parts": [{"txt": "x"}]},
        },
        {"app_name": "nemo_agent", "user_id": "me", "session_id": "1", "new_message": {"parts": []}},
        {
            "app_name": "nemo_agent",
            "user_id": "me",
            "session_id": "1",
            "new_message": {"parts": [{"text": " \n"}]},
        },
    ],
)
def test_a_message_without_words_is_422(caller: Caller, body: dict[str, object]) -> None:
    """It is refused before the stream begins."""
    answer = caller.http.post("/run_sse", json=body)
    assert answer.status_code == 422
    assert answer.json()["detail"]


def test_a_message_of_200_kb_is_422(caller: Caller) -> None:
    """The refusal says how long one may be."""
    answer = caller.say("cut it " * 30_000)
    assert answer.status_code == 422
    assert "170 kB" in answer.json()["detail"]


def test_another_app_is_404(caller: Caller) -> None:
    """As ADK says it."""
    message = {"parts": [{"text": "hi"}]}
    body = {"app_name": "other", "user_id": "me", "session_id": caller.session_id, "new_message": message}
    assert caller.http.post("/run_sse", json=body).status_code == 404


@requirement("STATE-5")
def test_two_studios_edit_one_session(own: Caller, start: Start, clip: Path) -> None:
    """What one has done the other goes on with, also when both are spoken to at once."""
    own.upload(clip)
    both = [own, own.again(start(beside=True))]
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda number: both[number % 2].say(f'add the title "Title {number}"'), range(6)))
    assert both[0].draft() == both[1].draft()
    assert (both[0].draft()["rev"], len(both[0].draft()["t"][1]["sg"])) == (7, 6)
