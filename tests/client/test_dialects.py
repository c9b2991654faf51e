"""Shapes that nobody published and servers send all the same: other names, other casing, nulls, other nesting."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.framing import adk, events, frame, reply, words
from requirements import requirement

CALL = {"id": "c", "name": "cut", "args": {"a": 1}}


@requirement("SSE-5", "SSE-2")
@pytest.mark.parametrize(
    "said",
    [
        {"type": "text", "content": "Hi", "error": None, "errorCode": None, "message": "success"},
        {"type": "TEXT", "content": "Hi"},
        {"type": "message", "text": "Hi", "content": None},
        {"type": "text", "content": {"text": "Hi"}},
        {"type": "text", "content": {"parts": [{"text": "Hi"}]}},
        {"type": "text", "content": [{"type": "text", "text": "H"}, {"type": "text", "text": "i"}]},
        {"type": "text", "data": {"content": "Hi"}},
        {"type": "delta", "delta": "Hi"},
        {"event": "text", "data": "Hi"},
        {"content": "Hi"},
        {"content": "Hi", "author": "nemo_agent", "invocationId": "e-1", "actions": None},
        {"content": {"parts": ["Hi"]}, "author": "nemo_agent"},
        {"content": {"parts": {"text": "Hi"}}, "partial": None, "errorCode": None, "error": None},
        {"text": "Hi", "error": None, "code": 0, "message": None},
        {"code": 0, "message": "ok", "data": {"type": "text", "content": "Hi"}},
        [{"text": "Hi"}],
    ],
    ids=json.dumps,
)
def test_words_are_found_under_whichever_name(said: Any) -> None:
    """They are said, and nothing else is."""
    assert [
        (event.kind, event.text) for event in events(b"data: " + json.dumps(said).encode() + b"\n\n")
    ] == [("text", "Hi")]


@requirement("SSE-2")
@pytest.mark.parametrize(
    "said",
    [
        {"type": "thought", "content": "Hm"},
        {"type": "thinking", "text": "Hm"},
        {"type": "text", "content": "Hm", "thought": True},
        {"text": "Hm", "thought": True},
        {"content": {"parts": [{"text": "Hm", "thought": True}]}},
    ],
    ids=json.dumps,
)
def test_thoughts_stay_thoughts_in_every_dialect(said: Any) -> None:
    """They are never shown."""
    assert [event.kind for event in events(frame(**said))] == ["thought"]
    assert words(frame(**said)) == ""


@requirement("SSE-5")
@pytest.mark.parametrize(
    "said",
    [
        {"type": "tool_call", "name": "cut", "args": {"a": 1}},
        {"type": "toolCall", "tool_name": "cut", "arguments": {"a": 1}},
        {"type": "function_call", "function": {"name": "cut"}, "input": {"a": 1}},
        {"type": "tool_call", "data": {"name": "cut", "args": {"a": 1}}},
        {"content": {"parts": [{"functionCall": CALL}]}},
        {"content": {"parts": [{"function_call": CALL, "text": None}]}},
        {"content": {"parts": [{"text": "", "functionCall": CALL}]}},
    ],
    ids=json.dumps,
)
def test_a_tool_is_called_under_whichever_name(said: Any) -> None:
    """Its name and its args, and no words."""
    assert [(event.kind, event.text, event.name, event.data) for event in events(frame(**said))] == [
        ("tool_call", "", "cut", {"a": 1})
    ]


@requirement("SSE-5")
@pytest.mark.parametrize(
    ("said", "data"),
    [
        ({"type": "tool_result", "name": "cut", "result": "ok"}, {"value": "ok"}),
        ({"type": "toolResult", "name": "cut", "output": {"ok": 1}}, {"ok": 1}),
        ({"type": "tool_result", "name": "cut", "error": "no such clip"}, {"error": "no such clip"}),
        ({"content": {"parts": [{"function_response": {"name": "cut", "response": {"ok": 1}}}]}}, {"ok": 1}),
    ],
    ids=json.dumps,
)
def test_a_tools_result_is_its_result_also_when_it_failed(said: Any, data: Any) -> None:
    """What went wrong with a tool is not what went wrong with the run."""
    assert [(event.kind, event.name, event.data) for event in events(frame(**said))] == [
        ("tool_result", "cut", data)
    ]


@requirement("SSE-5")
def test_words_and_a_call_in_one_part_are_both_read() -> None:
    """Neither hides the other."""
    both = frame(content={"parts": [{"text": "Cutting.", "functionCall": CALL}]})
    assert [(event.kind, event.text) for event in events(both)] == [("text", "Cutting."), ("tool_call", "")]


@requirement("SSE-5")
@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"error": "Boom"}, ""),
        ({"error": {"code": 2001, "message": "Boom"}}, "2001"),
        ({"error_code": "X", "error_message": "Boom"}, "X"),
        ({"content": None, "errorCode": "X", "errorMessage": "Boom", "author": "a"}, "X"),
        ({"type": "error", "message": "Boom"}, ""),
        ({"type": "error", "data": "Boom"}, ""),
        ({"type": "error", "data": {"code": 1001, "message": "Boom"}}, "1001"),
        ({"code": 1001, "message": "Boom", "data": None}, "1001"),
        ({"success": False, "message": "Boom"}, ""),
    ],
    ids=json.dumps,
)
def test_an_error_is_one_under_whichever_name(said: Any, code: str) -> None:
    """With its words, and its code where there is one."""
    assert [(event.kind, event.text, event.name) for event in events(frame(**said))] == [
        ("error", "Boom", code)
    ]


@requirement("SSE-3")
@pytest.mark.parametrize(
    "sign",
    [
        b"data: HEARTBEAT\n\n",
        b'data: "heartbeat"\n\n',
        b'data: {"heartbeat":true}\n\n',
        b'data: {"event":"ping"}\n\n',
        b'data: {"type":"keep-alive","ts":1}\n\n',
        b"event: heartbeat\ndata: 12:00\n\n",
    ],
)
def test_other_signs_of_life_are_signs_of_life(sign: bytes) -> None:
    """They do not put a timeout off."""
    assert [event.kind for event in events(sign)] == ["heartbeat"]


@requirement("SSE-5")
def test_the_name_of_an_event_says_what_its_data_does_not() -> None:
    """`event:` lines, which ADK does not write and others do."""
    stream = (
        b'event: text\ndata: {"content":"Hi"}\n\n'
        b'event: tool_call\ndata: {"name":"cut"}\n\n'
        b"event: error\ndata: boom\n\n"
        b'event: message\ndata: {"whatever":1}\n\n'
    )
    assert [(event.kind, event.text, event.name) for event in events(stream)] == [
        ("text", "Hi", ""),
        ("tool_call", "", "cut"),
        ("error", "boom", ""),
        ("unknown", "", ""),
    ]


ODD = st.none() | st.booleans() | st.integers() | st.text(max_size=3) | st.lists(st.none(), max_size=2)


@requirement("SSE-5")
@given(st.dictionaries(st.text(min_size=1, max_size=8).filter(lambda key: key not in {"text", "parts"}), ODD))
def test_fields_nobody_knows_never_hide_the_words(more: dict[str, Any]) -> None:
    """Beside the words of a typed event, and beside those of ADK's."""
    known = {"type", "content", "partial", "thought", "error", "errorCode", "errorMessage", "author"}
    more = {key: value for key, value in more.items() if key not in known}
    assert words(frame(**(more | {"type": "text", "content": "Hi"}))) == "Hi"
    assert words(frame(**(more | {"content": {"parts": [{"text": "Hi"}]}, "author": "a"}))) == "Hi"


def test_an_event_that_is_sent_again_at_once_is_said_once_and_much_later_is_news() -> None:
    """What is remembered stays small."""
    between = b"".join(adk(f"{number} ", id=f"n{number}") for number in range(100))
    assert words(adk("Hi.", id="1") * 2) == "Hi."
    assert reply(adk("Hi.", id="1") + between + adk("Hi.", id="1")).text.count("Hi.") == 2
