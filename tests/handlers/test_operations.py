"""Operations against the studio's edits: the same names and fields, and the sentence of each is understood as that edit."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, Literal, get_args, get_origin

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from nemovideo_mcp.handlers.operations import SENTENCES, sentence
from nemovideo_mcp.handlers.wording import SEPARATOR, Names, NotThere, quoted
from nemovideo_mcp.studio.agent.agent import answer
from nemovideo_mcp.studio.agent.grammar import row_of
from nemovideo_mcp.studio.agent.sentence import read
from nemovideo_mcp.studio.agent.tokens import tokens
from nemovideo_mcp.studio.timeline.codec import to_draft
from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.studio.timeline.edits import EDITS, edit_from
from nemovideo_mcp.studio.timeline.intake import project_with_media
from nemovideo_mcp.studio.timeline.library import TUNES
from nemovideo_mcp.studio.timeline.model import Media, MediaKind, Project
from nemovideo_mcp.studio.timeline.time import from_ms
from nemovideo_mcp.wire.operation import Operation
from nemovideo_mcp.wire.operations import OPERATIONS, read_operation
from nemovideo_mcp.wire.upload import UploadedFile
from requirements import requirement


def medium(name: str, ms: int, kind: MediaKind = MediaKind.VIDEO) -> Media:
    """A file with sound; a picture of 720p at 30 frames a second unless it is sound alone."""
    look = {} if kind is MediaKind.AUDIO else {"width": 1280, "height": 720, "fps": 30}
    return Media(id=f"hash-{name}", name=name, kind=kind, duration=from_ms(ms), has_audio=True, **look)


def project() -> Project:
    """Three clips, music, and two titles."""
    files = (medium("beach.mp4", 10_000), medium("party.mov", 8_000), medium("sunset.mp4", 12_000))
    logo = Media(id="hash-logo.png", name="logo.png", kind=MediaKind.IMAGE, duration=0, width=640, height=360)
    made = project_with_media(Project(), *files, medium("song.mp3", 60_000, MediaKind.AUDIO), logo)
    for edit in (
        {"op": "add_music", "media": "hash-song.mp3"},
        {"op": "add_title", "text": "Hello"},
        {"op": "add_title", "text": 'the "end"', "at_ms": 12_000},
        {"op": "add_overlay", "media": "hash-logo.png"},
        {"op": "add_overlay", "media": "hash-logo.png", "at_ms": 11_000},
        {"op": "effect", "kind": "blur", "amount": 20},
    ):
        made = edit_from(edit).apply(made)
    return made


FILM = project()
CLIPS = [clip.id for clip in FILM.clips]
TEXTS = [text.id for text in FILM.texts]
PICTURES = [one.name for one in FILM.media if one.kind is not MediaKind.AUDIO]
NAMES = Names(
    to_draft(FILM, 7),
    [UploadedFile(filename=one.name, file_type=one.kind.value, hash=one.id) for one in FILM.media],
)
TIMES = st.integers(0, 33_000)
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "start_ms": TIMES,
    "each_ms": TIMES,
    "total_ms": TIMES,
    "seconds": st.integers(1, 9),
    "over": st.booleans(),
    "background": st.from_regex(r"#[0-9a-f]{6}", fullmatch=True),
    "width": st.integers(8, 1000).map(lambda half: 2 * half),
    "height": st.integers(8, 1000).map(lambda half: 2 * half),
    "fps": st.sampled_from(["24", "25", "29.97", "50", "60", "12.5"]),
    "cues": st.lists(
        st.fixed_dictionaries(
            {"start_ms": TIMES, "end_ms": TIMES, "text": st.text("abcd 你好!", min_size=1)}
        ),
        min_size=1,
        max_size=4,
    ),
    "end_ms": TIMES,
    "by_ms": st.integers(-60_000, 60_000).filter(bool),
    "at_ms": TIMES,
    "duration_ms": TIMES,
    "fade_in_ms": st.integers(0, 15_000),
    "fade_out_ms": st.integers(0, 15_000),
    "factor": st.integers(50, 20_000).map(lambda thousandths: str(Decimal(thousandths) / 1000)),
    "relative": st.booleans(),
    "music": st.booleans(),
    "sound": st.booleans(),
    "clips": st.lists(st.sampled_from(CLIPS), min_size=1, max_size=3, unique=True),
    "clip": st.sampled_from(CLIPS),
    "first": st.sampled_from(CLIPS),
    "second": st.sampled_from(CLIPS),
    "position": st.integers(1, 4),
    "name": WORDS,
    "text": WORDS,
    "size": st.integers(1, 50),
    "color": st.from_regex(r"#[0-9a-f]{6}", fullmatch=True),
    "lufs": st.integers(-40, -5) | st.none(),
    "on": st.booleans(),
    "box": st.booleans(),
    "as_track": st.booleans(),
    "fade_ms": st.integers(0, 10_000),
    "times": st.integers(1, 50),
    "opacity": st.integers(1, 100),
    "percent": st.integers(0, 500),
    "db": st.integers(-200, 200).map(lambda tenths: str(Decimal(tenths) / 10)),
    "level": st.integers(0, 400),
    "degrees": st.sampled_from([-90, 90, 180, 270]),
    "amount": st.integers(-100, 100),
    "x": st.integers(0, 100),
    "y": st.integers(0, 100),
    "outline": st.integers(0, 20),
    "outline_color": st.from_regex(r"#[0-9a-f]{6}", fullmatch=True),
}
OVERLAYS = [overlay.id for overlay in FILM.overlays]
SPECIAL: dict[tuple[str, str], st.SearchStrategy[Any]] = {
    ("chroma_key", "id"): st.sampled_from(OVERLAYS + CLIPS),
    ("chroma_key", "over"): st.sampled_from(CLIPS),
    ("crop", "width"): st.integers(1, 110),
    ("crop", "height"): st.integers(1, 110),
    ("denoise", "db"): st.integers(0, 40),
    ("pan", "percent"): st.integers(-100, 100),
}
TUNED = [f"library:{style}" for style in TUNES]
MEDIA = {
    "replace_sound": st.sampled_from(["song.mp3", "beach.mp4"]),
    "add_overlay": st.sampled_from(PICTURES),
    "add_clips": st.lists(st.sampled_from(PICTURES), min_size=1, max_size=9),
    "add_music": st.sampled_from(["song.mp3", *TUNED]),
}


# What these find is heard by the studio: the operation says what to look for, the edit what was found.
HEARD = {"remove_silence", "add_voiceover", "add_subtitles", "cut_spoken", "lut"}


def choices(annotation: Any) -> tuple[Any, ...]:
    """The words of a Literal, also inside `| None` and a tuple."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((found for part in get_args(annotation) if (found := choices(part))), ())


def values(op: str, name: str, field: Any) -> st.SearchStrategy[Any]:
    """What a field may hold; a new field needs a line above."""
    if name == "media":
        return MEDIA[op]
    if (op, name) in SPECIAL:
        return SPECIAL[op, name]
    if name in {"id", "ids"}:
        one = st.sampled_from(OVERLAYS if "overlay" in op else TEXTS)
        return one if name == "id" else st.lists(one, min_size=1, max_size=2, unique=True)
    if words := choices(field.annotation):
        one = st.sampled_from(words)
        return st.lists(one, max_size=3, unique=True) if "tuple" in str(field.annotation) else one
    assert name in VALUES, f"{op}.{name} has no values to be tried with"
    return VALUES[name]


@st.composite
def operations(draw: st.DrawFn, op: str) -> dict[str, Any]:
    """An operation in its JSON form, with those of its optional fields that chance gives it."""
    made: dict[str, Any] = {"op": op}
    for name, field in OPERATIONS[op].model_fields.items():
        if name != "op" and (field.is_required() or draw(st.booleans())):
            made[name] = draw(values(op, name, field))
    return made


def content(name: str) -> str:
    """A medium's id: that of a file's content, or of a tune."""
    return name if name in TUNED else f"hash-{name}"


def as_edit(given: dict[str, Any]) -> dict[str, Any]:
    """The edit that an operation stands for: files by their content, and no more precise than the words allow."""
    edit = dict(given)
    if "media" in edit:
        named = edit["media"]
        edit["media"] = content(named) if isinstance(named, str) else [content(name) for name in named]
    if edit["op"] == "volume" and "db" in edit:
        edit["db"] = float(edit["db"])
    return edit


def valid(given: dict[str, Any]) -> Operation:
    """The operation; one that does not hold together is tried no further."""
    try:
        return read_operation(given)
    except ValueError:
        assume(False)
        raise


@requirement("FLOW-1")
def test_every_edit_has_an_operation_of_its_fields() -> None:
    """The studio's table and the wire's union agree, name by name and field by field."""
    assert sorted(EDITS.keys() - OPERATIONS.keys()) == [], "edits without an operation"
    assert sorted(OPERATIONS.keys() - EDITS.keys()) == [], "operations without an edit"
    fields = {op: set(kind.model_fields) for op, kind in OPERATIONS.items()}
    assert {op: names for op, names in fields.items() if op not in HEARD} == {
        op: set(EDITS[op].model_fields) for op in OPERATIONS if op not in HEARD
    }
    assert OPERATIONS.keys() == SENTENCES.keys()


@requirement("FLOW-1")
@pytest.mark.parametrize("op", sorted(OPERATIONS.keys() - HEARD))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.filter_too_much])
@given(data=st.data())
def test_the_sentence_of_an_operation_is_understood_as_that_edit(op: str, data: st.DataObject) -> None:
    """What the agent makes of the words is what the edit makes of the values; where one refuses, so does the other."""
    chosen = data.draw(operations(op))
    operation = valid(chosen)
    assume(op != "change_text" or chosen.get("at_ms") != 0 or "duration_ms" in chosen)  # 0 is the start
    got = answer(sentence(operation, NAMES), FILM)
    try:
        wanted = edit_from(as_edit(chosen)).apply(FILM)
    except EditError:
        wanted = FILM
    assert got.project == wanted, (sentence(operation, NAMES), got.text)


@requirement("FLOW-1")
def test_operations_in_a_row_name_what_the_ones_before_moved() -> None:
    """An id means the same clip however many came before it."""
    wanted: list[dict[str, Any]] = [
        {"op": "delete_clips", "clips": [CLIPS[0]]},
        {"op": "swap_clips", "first": CLIPS[1], "second": CLIPS[2]},
        {"op": "volume", "percent": 50, "clips": [CLIPS[2]]},
        {"op": "remove_text", "ids": [TEXTS[0]]},
        {"op": "change_text", "id": TEXTS[1], "text": "a; b, then c"},
        {"op": "speed", "factor": "2", "clips": [CLIPS[1]]},
    ]
    got = answer(SEPARATOR.join(sentence(read_operation(one), NAMES) for one in wanted), FILM)
    after = FILM
    for one in wanted:
        after = edit_from(one).apply(after)
    assert got.project == after, got.text


def test_without_revisions_clips_are_named_by_their_places() -> None:
    """A backend that is not the studio is told what a person would say."""
    names = Names(NAMES.draft.model_copy(update={"revision": None}))
    said = sentence(read_operation({"op": "delete_clips", "clips": [CLIPS[2], CLIPS[0]]}), names)
    assert said == "delete clips 3 and 1"
    assert "text 2" in sentence(read_operation({"op": "remove_text", "ids": [TEXTS[1]]}), names)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"op": "delete_clips", "clips": ["c99"]}, "c1 (beach)"),
        ({"op": "delete_clips", "clips": ["c1; clear the timeline"]}, "no clip"),
        ({"op": "change_text", "id": "c1", "text": "x"}, "no text"),
        ({"op": "add_clips", "media": ["song.mp3"]}, "beach.mp4"),
        ({"op": "add_music", "media": "no.mp3"}, "song.mp3"),
    ],
)
def test_what_is_not_there_is_named_with_what_is(wrong: dict[str, Any], said: str) -> None:
    """Before a word is sent."""
    with pytest.raises(NotThere) as caught:
        sentence(read_operation(wrong), NAMES)
    assert said in f"{caught.value.message} {caught.value.next_step}"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"op": "nope"}, "cut_out"),
        ("cut_out", "no operation"),
        ({"op": "split"}, "split needs at_ms"),
        ({"op": "split", "at_ms": float("nan")}, "at_ms"),
        ({"op": "split", "at_ms": -1}, "greater than or equal to 0"),
        ({"op": "split", "at_s": 1, "at_ms": 1}, "split has no field at_s. It takes split(at_ms)"),
        ({"op": "volume"}, "one of percent, db and factor"),
        ({"op": "volume", "percent": 5, "db": 1}, "one of percent, db and factor"),
        ({"op": "speed", "factor": 1 / 3}, "decimal places"),
        ({"op": "change_text", "id": "t1"}, "at least one thing"),
        ({"op": "add_title", "text": "x", "color": "reddish"}, "color"),
    ],
)
def test_an_operation_that_does_not_fit_says_what_would(wrong: object, said: str) -> None:
    """The field, what is wrong with it, and the fields there are."""
    with pytest.raises(ValueError, match=r"takes|op is one of") as caught:
        read_operation(wrong)
    assert said in str(caught.value)


@pytest.mark.parametrize(
    "words", ["plain", 'a "b"', 'a\\"b', "“a”", '"“「', "x\\", "; clear the timeline", "a\nb"]
)
def test_quoted_words_come_back_letter_by_letter(words: str) -> None:
    """Whatever marks they hold."""
    got = answer(f"add the title {quoted(words)}", FILM)
    assert got.project.texts[-1].text == words


def test_silences_are_looked_for_by_their_length() -> None:
    """The agent is asked to hear; how long a silence must be is in the words."""
    said = sentence(read_operation({"op": "remove_silence", "shortest_ms": 1250}), NAMES)
    found = tokens(read(said), FILM.media)
    row = row_of(found)
    assert row is not None
    assert row.name == "remove_silence"
    assert [token.value.seconds for token in found if token.symbol == "LENGTH"] == [Fraction(5, 4)]


def test_factors_are_exact() -> None:
    """Thousandths arrive as they were sent."""
    got = answer(sentence(read_operation({"op": "speed", "factor": 1.333}), NAMES), FILM)
    assert got.project.clips[0].speed == Fraction(1333, 1000)
