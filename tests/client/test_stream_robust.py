"""The stream decoder on anything at all: it never fails, and loses no text."""

import json
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from client.framing import adk, reply, words
from nemovideo_mcp.client.stream import Decoder, Event
from requirements import requirement


@given(st.binary(max_size=400))
def test_no_bytes_make_the_decoder_fail(data: bytes) -> None:
    """Garbage gives events, never an exception."""
    decoder = Decoder()
    assert all(isinstance(event, Event) for event in [*decoder.feed(b"data: " + data), *decoder.end()])


KEYS = st.sampled_from(
    [
        "content",
        "parts",
        "text",
        "type",
        "name",
        "args",
        "functionCall",
        "functionResponse",
        "actions",
        "stateDelta",
        "error",
        "errorCode",
        "partial",
        "author",
        "invocationId",
        "id",
        "code",
        "message",
        "thought",
        "result",
    ]
)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from(["text", "tool_call", "error", "heartbeat", "x"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


@requirement("SSE-5")
@given(st.lists(VALUES, max_size=4))
def test_no_shape_of_json_makes_the_decoder_fail(said: list[Any]) -> None:
    """Known keys in unknown places give events, never an exception, and the answer folds."""
    folded = reply(b"".join(b"data: " + json.dumps(each).encode() + b"\n\n" for each in said))
    assert isinstance(folded.text + folded.failure, str)


@given(st.text(), st.lists(st.integers(0, 50), max_size=5))
def test_any_text_in_any_pieces_comes_out_exactly(text: str, cuts: list[int]) -> None:
    """Pieces then the whole: the words are those that were sent."""
    points = [0, *sorted(min(cut, len(text)) for cut in cuts), len(text)]
    pieces = [text[start:end] for start, end in pairwise(points)]
    stream = b"".join(adk(piece, partial=True) for piece in pieces) + adk(text)
    assert words(stream) == text
