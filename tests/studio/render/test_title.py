"""Texts read right: every letter drawn, nothing taken for markup, in their place and within the picture."""

import re
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageDraw, ImageFont

from nemovideo_mcp.studio import fonts
from nemovideo_mcp.studio.render.picture import Frame
from nemovideo_mcp.studio.render.title import ass_file
from nemovideo_mcp.studio.timeline.model import Place, Text
from nemovideo_mcp.studio.timeline.time import from_ms
from studio import footage
from studio.render.conftest import Bench, film, part

WIDE, TALL = (640, 360), (360, 640)


@pytest.fixture(scope="module")
def board(tmp_path_factory: pytest.TempPathFactory) -> "Board":
    """A black film to write on."""
    return Board(tmp_path_factory.mktemp("board"))


class Board:
    """Draws texts through the whole of plan, encode and check, and answers what is seen."""

    def __init__(self, folder: Path) -> None:
        self.bench = Bench(folder)
        self.black = self.bench.make(
            "black.mp4", "-f", "lavfi", "-i", "color=black:s=64x36:d=1:r=10", "-c:v", "libx264"
        )

    def draw(self, words: str, canvas: tuple[int, int] = WIDE, **more) -> np.ndarray:
        text = Text(id="t", text=words, at=0, duration=from_ms(300), **{"size": 16, **more})
        clip = part("a", self.black, 0, 300)
        project = film(self.black, clip, size=canvas, fps=10, texts=(text,), fit="crop")
        return footage.pictures(self.bench.render(project), first=1)[0].astype(float) / 255


def ink(picture: np.ndarray) -> tuple[slice, slice]:
    rows, columns = np.where(picture > 0.5)
    return slice(rows.min(), rows.max() + 1), slice(columns.min(), columns.max() + 1)


def likeness(drawn: np.ndarray, words: str, face: fonts.Face) -> float:
    """How alike a drawing is to Pillow's of the same words in the same face: 1 the same, 0 unrelated."""
    font = ImageFont.truetype(str(face.file), 120)
    sheet = Image.new("L", (200 * max(2, len(words)), 300))
    ImageDraw.Draw(sheet).text((50, 50), words, fill=255, font=font)
    wanted = np.asarray(sheet) / 255
    wanted = wanted[ink(wanted)]
    found = Image.fromarray((drawn[ink(drawn)] * 255).astype(np.uint8)).resize(wanted.shape[::-1])
    return float(np.corrcoef(np.asarray(found).ravel() / 255, wanted.ravel())[0, 1])


@pytest.mark.parametrize(
    ("words", "face"),
    [
        ("It's", fonts.TEXT),
        ("100%:", fonts.TEXT),
        ('"a"', fonts.TEXT),
        ("{x}", fonts.TEXT),
        ("a\\Nb", fonts.TEXT),
        ("Жё", fonts.TEXT),
        ("你好", fonts.CJK),
        ("한글", fonts.CJK),
        ("カナ", fonts.CJK),
    ],
)
def test_letters_are_those_of_the_face(board: Board, words: str, face: fonts.Face) -> None:
    """What is drawn is what another program draws of the same words in the same face, and not of others."""
    drawn = board.draw(words)
    others = [
        other
        for other in ("It's", "100%:", "a\\Nb", "Жё", "你好", "한글", "カナ")
        if len(other) == len(words)
    ]
    alike = likeness(drawn, words, face)
    assert alike > 0.75
    assert all(likeness(drawn, other, face) < alike for other in others if other != words)


@pytest.mark.parametrize("words", ["你", "שלום", "مرحبا", "★", "Ω"])
def test_no_letter_is_a_box(board: Board, words: str) -> None:
    """A letter differs from the box that stands for a missing one (U+E123 is in no face)."""
    box = board.draw("\ue123")
    drawn = board.draw(words)
    assert drawn.sum() > 50
    assert np.abs(drawn - box).mean() > 0.002


def test_arabic_is_joined_and_runs_from_the_right(board: Board) -> None:
    """Letters that join are narrower than the same letters kept apart."""
    joined, apart = board.draw("بب"), board.draw("ب\u200cب")
    assert ink(joined)[1].stop - ink(joined)[1].start < ink(apart)[1].stop - ink(apart)[1].start


@pytest.mark.parametrize("size", [WIDE, TALL])
@pytest.mark.parametrize("place", list(Place))
def test_texts_stand_in_their_place(board: Board, size: tuple[int, int], place: Place) -> None:
    """Each of the nine places is where it is called, inside the picture's margins."""
    rows, columns = ink(board.draw("Word", size, place=place, size=9))
    width, height = size
    across = (columns.start + columns.stop) / 2 / width
    down = (rows.start + rows.stop) / 2 / height
    assert columns.start >= width * 0.04
    assert columns.stop <= width * 0.96
    assert rows.start >= height * 0.05
    assert rows.stop <= height * 0.95
    assert ("left" in place and across < 0.4) or ("right" in place and across > 0.6) or 0.45 < across < 0.55
    assert ("top" in place and down < 0.25) or ("bottom" in place and down > 0.7) or 0.4 < down < 0.6


def test_a_text_is_there_from_its_first_frame_to_its_last(board: Board) -> None:
    """Words from 0.2 to 0.5 s at 10 frames a second are on frames 2, 3 and 4."""
    bench = board.bench
    text = Text(id="t", text="now", at=from_ms(200), duration=from_ms(300), size=20)
    path = bench.render(film(board.black, part("a", board.black, 0, 1_000), size=WIDE, fps=10, texts=(text,)))
    bright = footage.pictures(path).max(axis=(1, 2)) > 128
    assert list(np.where(bright)[0]) == [2, 3, 4]


def test_size_and_colour_are_kept(board: Board) -> None:
    """A red text of twice the size is twice as high, and red."""
    small, large = board.draw("H", size=10), board.draw("H", size=20)
    heights = [ink(each)[0].stop - ink(each)[0].start for each in (small, large)]
    assert heights[1] == pytest.approx(2 * heights[0], abs=3)
    assert board.draw("H", size=20, color="#ff0000").max() < 0.4


FRAMES = st.sampled_from(
    [Frame(1920, 1080, Fraction(30), "pad"), Frame(1080, 1920, Fraction(30000, 1001), "crop")]
)
WORDS = st.text(min_size=1, max_size=200) | st.text(alphabet="\\{}Nnh \n你好b1,:%'", min_size=1, max_size=60)


@given(words=WORDS, frame=FRAMES, size=st.integers(1, 50), place=st.sampled_from(Place))
def test_no_text_leaves_its_line_of_the_file(words: str, frame: Frame, size: int, place: Place) -> None:
    """Whatever a user types stays one event, whose only markup is ours."""
    text = Text(id="t", text=words, at=0, duration=from_ms(1_000), size=size, place=place)
    written = ass_file((text,), frame, 300)
    events = [line for line in written.splitlines() if line.startswith("Dialogue:")]
    assert len(events) <= 1
    assert len(written.splitlines()) in (0, 15)
    for event in events:
        body = event.split(",", 9)[9]
        marks = re.findall(r"(?<!\\)\{([^}]*)\}", body)
        assert all(re.fullmatch(r"\\an\d.*\\blur[\d.]+|\\fn[A-Za-z ]+\\fs[\d.]+", mark) for mark in marks)
        plain = re.sub(r"(?<!\\)\{[^}]*\}", "", body)
        assert not re.search(r"\\(?![N{}h\u2060])", plain)


@given(
    words=st.text(alphabet="abc def 你好世界，。mW", min_size=1, max_size=300),
    frame=FRAMES,
    size=st.integers(3, 30),
)
def test_lines_fit_the_picture(words: str, frame: Frame, size: int) -> None:
    """No line is wider than nine tenths of the picture, measured with the faces themselves."""
    written = ass_file((Text(id="t", text=words, at=0, duration=from_ms(1_000), size=size),), frame, 300)
    for line in written.rsplit(",,", 1)[-1].strip().split("\\N") if written else []:
        runs = re.findall(r"\{[^}]*\\fn([A-Za-z ]+)\\fs([\d.]+)\}([^{]*)", line)
        width = sum(_width(family, float(size_px), run) for family, size_px, run in runs)
        assert width <= frame.width * 0.91


def _width(family: str, line_height: float, run: str) -> float:
    face = next(face for face in (fonts.TEXT, fonts.CJK) if face.family == family)
    return (
        ImageFont.truetype(str(face.file), 100).getlength(run.replace("\\h", " "))
        / 100
        * line_height
        / face.line
    )


def test_a_box_stands_behind_the_words_and_no_further(board: Board) -> None:
    """On grey, the box is darker around the letters; far from them nothing changes."""
    grey = board.bench.make("grey.mp4", "-f", "lavfi", "-i", "color=gray:s=64x36:d=1:r=10", "-c:v", "libx264")
    text = Text(id="t", text="Hello", at=0, duration=from_ms(300), size=16, box=True)
    project = film(grey, part("a", grey, 0, 300), size=WIDE, fps=10, texts=(text,), fit="crop")
    picture = footage.pictures(board.bench.render(project), first=1)[0].astype(float) / 255
    rows, columns = np.where(picture < 0.4)
    assert rows.min() > 100
    assert rows.max() < 260
    letters = np.where(picture > 0.8)[1]
    assert columns.max() - columns.min() > 1.05 * np.ptp(letters)
    assert picture[20, 20] == pytest.approx(picture[340, 620], abs=0.02)


def test_a_fading_text_comes_and_goes(board: Board) -> None:
    """Nothing at first, all of it in the middle, little at the end."""
    text = Text(id="t", text="Hello", at=0, duration=from_ms(1000), size=16, fade=from_ms(400))
    project = film(board.black, part("a", board.black, 0, 1000), size=WIDE, fps=10, texts=(text,), fit="crop")
    light = footage.pictures(board.bench.render(project)).max(axis=(1, 2))
    assert light[0] < 20
    assert light[2] < light[5] - 50
    assert light[5] > 240
    assert light[9] < 140
