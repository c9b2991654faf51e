"""The stream decoder, on captures of a real ADK server and on bytes typed by hand from the contract."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from client.framing import adk, events, frame, reply, words
from nemovideo_mcp.client.stream import Event, decode
from requirements import requirement

ADK = Path(__file__).parent / "adk"
TRAILING = "I encountered a temporary issue"

UNICODE = "✅ 原始视频已生成（10秒）\nline two\r\nline three\u2028sep\ndata: not an event\n\nevent: fake"
TITLE = {"draft": {"t": [{"tt": 7, "sg": [{"d": 3000, "m": {"title": "Paradise Found"}}]}]}}
CALL, RESULT, TEXT, ERROR = "tool_call", "tool_result", "text", "error"

GOLDEN: dict[str, list[tuple[str, str]]] = {
    "empty": [],
    "error_event": [
        (TEXT, "Working on it."),
        (ERROR, "Insufficient credits for generate_video_with_seedance"),
    ],
    "raise": [(TEXT, "Starting."), (ERROR, "RuntimeError: backend exploded\nsecond line — 导出")],
    "silent": [(CALL, ""), (RESULT, "")],
    "text": [(TEXT, "I'll generate your video now...")],
    "thought": [("thought", "The user wants a vertical video."), (TEXT, "Here is your vertical video.")],
    "tool": [
        (TEXT, "Generating the clip."),
        (CALL, ""),
        (RESULT, ""),
        (TEXT, "Your clip is ready. Click the Export button to save it."),
    ],
    "trailing_issue": [(TEXT, "Title added: 'Paradise Found'."), ("unknown", "")],
    "two_stage": [
        (CALL, ""),
        (RESULT, ""),
        (TEXT, "Raw video ready (10s, city night)."),
        (CALL, ""),
        (RESULT, ""),
        (TEXT, "Added BGM, a title and colour grading. Preview in timeline or click Export."),
    ],
    "unicode": [(TEXT, UNICODE)],
}


def merged(found: list[Event]) -> list[tuple[str, str]]:
    """Kinds and texts, pieces of one message joined."""
    merged: list[tuple[str, str]] = []
    last = -2
    for event in found:
        if event.kind == TEXT and event.block == last:
            merged[-1] = (TEXT, merged[-1][1] + event.text)
        else:
            merged.append((str(event.kind), event.text))
        last = event.block if event.kind == TEXT else -2
    return merged


@requirement("SSE-5", "SSE-10")
@pytest.mark.parametrize("path", sorted(ADK.glob("*.sse")), ids=lambda path: path.stem)
def test_every_capture_reads_as_it_was_meant(path: Path) -> None:
    """Whatever the server's streaming mode, the same story comes out."""
    assert merged(events(path.read_bytes())) == GOLDEN[path.name.partition(".")[0]]


@requirement("SSE-7")
def test_a_silent_edit_is_told_by_its_state_delta() -> None:
    """No text, but what was done is all there."""
    folded = reply((ADK / "silent.streaming-true.sse").read_bytes())
    assert folded.silent
    assert folded.state_delta == TITLE
    assert [(tool.name, tool.args, tool.response) for tool in folded.tools] == [
        ("edit_multitrack", {"op": "add_title", "text": "Paradise Found"}, {"status": "success"})
    ]


@requirement("SSE-5", "SSE-6")
@given(st.data())
def test_events_do_not_depend_on_where_the_bytes_are_cut(data: st.DataObject) -> None:
    """Any chunking of a stream of all dialects, odd line ends and odd characters gives the same events."""
    stream = _every_dialect()
    cuts = sorted(data.draw(st.sets(st.integers(0, len(stream)), max_size=40)))
    chunks = [stream[start:end] for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True)]
    assert list(decode(chunks)) == events(stream)


def test_byte_by_byte_is_the_same_as_at_once() -> None:
    """The finest chunking there is."""
    stream = _every_dialect()
    assert list(decode(bytes([byte]) for byte in stream)) == events(stream)


def _every_dialect() -> bytes:
    captures = b"".join(path.read_bytes() for path in sorted(ADK.glob("*.sse")))
    typed = (
        b'data: {"type":"text","content":"caf\xc3\xa9 \xe2\x80\xa8\xc2\x85"}\r\n\r\n: ping\r\n\r\ndata: heartbeat\r\rdata:\n\n'
        b'event: note\rid: 7\rdata: {"type":"tool_call",\rdata: "name":"cut","args":{"a":1}}\r\r'
        b'data: {"type":"tool_result","name":"cut","result":{"ok":true}}\n\ndata: {"text":"bare \xe5\xaf\xbc"}\n\n'
    )
    return b"\xef\xbb\xbf" + typed + captures + b'data: {"text":"cut of'


@requirement("SSE-5")
def test_typed_events_are_understood() -> None:
    """The typed dialect, as published."""
    stream = (
        b'data: {"type":"text","content":"Hello"}\n\n'
        b'data: {"type":"tool_call","name":"edit_multitrack","args":{"op":"trim"}}\n\n'
        b'data: {"type":"tool_result","name":"edit_multitrack","result":{"status":"success"}}\n\n'
        b'data: {"type":"heartbeat"}\n\n'
        b'data: {"type":"text","content":"Done."}\n\n'
    )
    assert [(event.kind, event.text, event.name, dict(event.data)) for event in events(stream)] == [
        ("text", "Hello", "", {}),
        ("tool_call", "", "edit_multitrack", {"op": "trim"}),
        ("tool_result", "", "edit_multitrack", {"status": "success"}),
        ("heartbeat", "", "", {}),
        ("text", "Done.", "", {}),
    ]
    assert reply(stream).text == "Hello\n\nDone."


@requirement("SSE-5")
def test_bare_text_is_understood() -> None:
    """Pieces without any mark join directly."""
    assert words(b'data: {"text":"Your cl"}\n\ndata: {"text":"ip is ready."}\n\n') == "Your clip is ready."


@requirement("SSE-3")
@pytest.mark.parametrize(
    "sign",
    [
        b"data: heartbeat\n\n",
        b"data:\n\n",
        b"data: \n\n",
        b": ping\n\n",
        b'data: {"type":"heartbeat"}\n\n',
        b"event: ping\ndata: {}\n\n",
    ],
)
def test_every_sign_of_life_is_a_heartbeat(sign: bytes) -> None:
    """All of them mean: still working."""
    assert [event.kind for event in events(sign)] == ["heartbeat"]


@requirement("SSE-5")
@pytest.mark.parametrize(
    "odd",
    [
        b'data: {"type":"progress","percent":10}\n\n',
        b'data: {"whatever":1}\n\n',
        b"data: [DONE]\n\n",
        b"data: {broken\n\n",
        b"data: " + b"[" * 100_000 + b"\n\n",
        b"data: " + b"9" * 10_000 + b"\n\n",
        b'data: {"content":{"parts":[{"inlineData":{"mimeType":"image/png","data":"AA=="}}]},"author":"a"}\n\n',
        b'data: {"actions":{"artifactDelta":{"a.png":0}},"author":"a","invocationId":"e"}\n\n',
    ],
)
def test_an_unknown_event_is_progress_not_a_failure(odd: bytes) -> None:
    """It is passed on as unknown, and the text after it is still read."""
    assert [event.kind for event in events(odd + adk("Done."))] == ["unknown", "text"]


@requirement("SSE-5")
def test_pieces_followed_by_the_whole_are_said_once() -> None:
    """With the whole a little longer, only the rest is new."""
    stream = adk("Tit", partial=True) + adk("le added", partial=True) + adk("Title added.")
    assert [event.text for event in events(stream)] == ["Tit", "le added", "."]


@requirement("SSE-5")
def test_pieces_without_a_whole_are_kept() -> None:
    """A stream may end after pieces only."""
    assert words(adk("Title ", partial=True) + adk("added", partial=True)) == "Title added"


@requirement("SSE-5")
def test_two_voices_in_one_stream_do_not_mix() -> None:
    """Each author's pieces wait for that author's whole."""
    stream = (
        adk("One ", partial=True, author="a")
        + adk("Uno ", partial=True, author="b")
        + adk("two.", partial=True, author="a")
        + adk("One two.", author="a")
        + adk("Uno dos.", author="b")
    )
    assert reply(stream).text == "One two.\n\nUno dos."


@requirement("SSE-5")
def test_equal_texts_of_different_events_both_stay() -> None:
    """Saying the same after another step is not an echo."""
    stream = adk("Done.", id="1") + adk("Done.", id="2")
    assert reply(stream).text == "Done.\n\nDone."


@requirement("SSE-5")
def test_an_event_sent_twice_is_said_once_and_its_second_half_is_read() -> None:
    """An artifact event comes twice under one id: once with its content, once with its actions."""
    actions = {"stateDelta": {"draft": {"t": []}}, "artifactDelta": {"a.png": 0}}
    stream = adk("Here it is.", id="7") + frame(
        author="nemo_agent", invocationId="e-1", id="7", actions=actions
    )
    assert reply(stream).text == "Here it is."
    assert reply(stream).state_delta == {"draft": {"t": []}}
    assert words(adk("Here it is.", id="7") * 2) == "Here it is."


@requirement("SSE-5")
def test_text_and_call_in_one_event_are_both_read() -> None:
    """After its pieces, too."""
    parts = [
        {"text": "Trimming."},
        {"functionCall": {"id": "c", "name": "edit", "args": {"snake_case": {"Key": 1}}}},
    ]
    stream = adk("Trimming.", partial=True) + frame(
        content={"parts": parts}, author="nemo_agent", invocationId="e-1"
    )
    assert [(event.kind, event.text) for event in events(stream)] == [
        ("text", "Trimming."),
        ("tool_call", ""),
    ]
    assert events(stream)[1].data == {"snake_case": {"Key": 1}}


@requirement("SSE-6")
@pytest.mark.parametrize("mark", ["\u2028", "\u2029", "\u0085", "\x0b", "\x0c", "\x1c", "\x1e"])
def test_only_cr_lf_and_crlf_end_a_line(mark: str) -> None:
    """Other separators stand raw inside the JSON."""
    assert words(f'data: {{"text":"a{mark}b"}}\n\n'.encode()) == f"a{mark}b"


def test_long_lines_and_a_byte_order_mark_are_read() -> None:
    """200 kB in one line, in the pieces a network makes of it."""
    text = "é" * 100_000
    stream = b"\xef\xbb\xbf" + f'data: {{"text":"{text}"}}\n\n'.encode()
    chunks = [stream[at : at + 1460] for at in range(0, len(stream), 1460)]
    assert "".join(event.text for event in decode(chunks)) == text


def test_an_oversized_line_is_an_error_and_the_rest_is_read() -> None:
    """Memory stays bounded; the stream goes on."""
    stream = b'data: {"text":"' + b"x" * 5000 + b'"}\n\n' + adk("Done.")
    assert [(event.kind, event.name) for event in decode([stream], max_frame=1000)] == [
        ("error", "too_large"),
        ("text", ""),
    ]


@pytest.mark.parametrize("tail", [b'data: {"text":"Do', b"dat", b"data:", b'data: {"text":"Do\n'])
def test_a_stream_cut_in_a_frame_ends_with_an_error(tail: bytes) -> None:
    """What was whole before it stands."""
    assert [(event.kind, event.name) for event in events(adk("Done.") + tail)] == [
        ("text", ""),
        ("error", "cut"),
    ]


@pytest.mark.parametrize("end", [b"", b"\n", b"\r\n"])
def test_a_whole_last_frame_needs_no_blank_line(end: bytes) -> None:
    """Its JSON is whole: it is read."""
    assert [event.text for event in events(b'data: {"text":"Done."}' + end)] == ["Done."]


def test_frames_without_blank_lines_between_them_are_read_apart() -> None:
    """Some gateways forget them."""
    assert words(b'data: {"text":"a"}\ndata: {"text":"b"}\ndata: heartbeat\n\n') == "ab"


@requirement("SSE-10")
@pytest.mark.parametrize(
    "end",
    [
        adk(TRAILING),
        adk(f"{TRAILING}. Please try again later."),
        adk("I encountered ", partial=True) + adk("a temporary issue", partial=True) + adk(TRAILING),
        adk(TRAILING) + b": ping\n\n" + frame(author="nemo_agent", invocationId="e-1", turnComplete=True),
        frame(type="text", content=f"\n{TRAILING}"),
    ],
)
def test_a_trailing_issue_after_a_good_answer_is_dropped(end: bytes) -> None:
    """However it comes; that it came is still known."""
    folded = reply(adk("Title added.") + end)
    assert folded.text == "Title added."
    assert folded.issue_dropped


@requirement("SSE-10")
def test_a_trailing_issue_within_the_same_text_is_dropped() -> None:
    """The good part of the text stays."""
    assert words(adk(f"Title added.\n\n{TRAILING}. Please try again.")).strip() == "Title added."


@requirement("SSE-10")
@pytest.mark.parametrize(
    ("stream", "text"),
    [
        (adk(TRAILING), TRAILING),
        (adk("Starting.") + adk(TRAILING) + adk("Title added."), f"Starting.\n\n{TRAILING}\n\nTitle added."),
        (adk("Well.") + adk("I encountered no trouble."), "Well.\n\nI encountered no trouble."),
        (
            adk(f"Well. {TRAILING} with fonts, so I used another."),
            f"Well. {TRAILING} with fonts, so I used another.",
        ),
    ],
)
def test_an_issue_that_is_not_trailing_is_said(stream: bytes, text: str) -> None:
    """Alone, in the middle, or as part of what was done, it is news."""
    assert reply(stream).text == text


def test_half_a_surrogate_pair_is_made_sound() -> None:
    """What comes out can be written."""
    assert words(b'data: {"text":"a\\ud83d"}\n\n') == "a?"


@requirement("SSE-5")
def test_errors_in_the_stream_do_not_end_it() -> None:
    """An error event, then the rest."""
    stream = frame(errorCode="RESOURCE_EXHAUSTED", errorMessage="Insufficient credits", author="a") + adk(
        "Sorry."
    )
    folded = reply(stream)
    assert (folded.text, folded.failed) == ("Sorry.", True)
    assert "credits" in folded.failure
    assert "Insufficient credits" in folded.errors[0].text
