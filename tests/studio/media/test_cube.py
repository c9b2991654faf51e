"""Colour tables: what is read is what the file says, and what is none is refused with its line."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nemovideo_mcp.studio.media import cube
from nemovideo_mcp.studio.media.errors import BadMedia

Colour = tuple[float, float, float]


def written(size: int, change: Callable[[float, float, float], Colour], head: str = "") -> str:
    """A .cube file of a change of colours, red the fastest."""
    grid = np.linspace(0, 1, size)
    rows = [change(red, green, blue) for blue in grid for green in grid for red in grid]
    return f"{head}LUT_3D_SIZE {size}\n" + "".join("{:f} {:f} {:f}\n".format(*row) for row in rows)


def test_a_table_is_read_with_its_title_comments_and_line_ends() -> None:
    """The order of colours is the format's: red goes round the fastest."""
    text = written(3, lambda r, g, b: (b, g / 2, r), 'TITLE "A \\ b"\n# made by hand\n\n')
    found = cube.read(text.replace("\n", "\r\n"))
    assert found.size == 3
    assert found.table[0, 0, 2].tolist() == [0, 0, 1]
    assert found.table[2, 1, 0].tolist() == [1, 0.25, 0]


@settings(max_examples=25)
@given(st.integers(2, 5), st.integers(1, 100), st.integers(0, 2**31))
def test_what_is_written_is_read_again_and_mixed(size: int, percent: int, seed: int) -> None:
    """Whole, the same table; with less, on the straight way from each colour to what it becomes."""
    table = np.random.default_rng(seed).random((size, size, size, 3))
    whole = cube.Cube(table)
    assert np.allclose(cube.read(whole.text()).table, table, atol=1e-6)
    assert np.allclose(cube.kept(whole.text()).table, table, atol=1e-6)
    grid = np.linspace(0, 1, size)
    same = np.stack(np.meshgrid(grid, grid, grid, indexing="ij")[::-1], axis=-1)
    mixed = same * (1 - percent / 100) + table * percent / 100
    assert np.allclose(cube.read(whole.text(percent)).table, mixed, atol=1e-5)


@pytest.mark.parametrize(
    "head", ["DOMAIN_MIN -1 -1 -1\nDOMAIN_MAX 3 3 3\n", "LUT_3D_INPUT_RANGE -1 3\n"], ids=["corners", "range"]
)
def test_a_table_of_another_domain_is_brought_to_ours(head: str) -> None:
    """From −1 to 3, black stands at a quarter and white at a half of the way."""
    found = cube.read(written(5, lambda r, g, b: (r, g, b), head)).table
    assert found[0, 0, 0] == pytest.approx([0.25, 0.25, 0.25])
    assert found[-1, -1, -1] == pytest.approx([0.5, 0.5, 0.5])
    assert found[0, -1, 0] == pytest.approx([0.25, 0.5, 0.25])


def test_curves_alone_and_colours_beyond_white() -> None:
    """A curve for each part becomes a table; what lies beyond white or black is white or black."""
    found = cube.read("LUT_1D_SIZE 3\n-1 0 0\n0.2 0.5 0.9\n1 1 2\n").table
    assert found[0, 0, 0].tolist() == [0, 0, 0]
    assert found[-1, -1, -1].tolist() == [1, 1, 1]
    assert found[0, 21, 0] == pytest.approx([0, 1 / 3, 0], abs=1e-6)


EIGHT = "0 0 0\n" * 8


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no .cube file"),
        ("hello", "line 1 begins with 'hello'"),
        ("\ufffdPNG\r\n\x1a", "no .cube file"),
        ("LUT_3D_SIZE 65\n", "2 to 64"),
        ("LUT_3D_SIZE 1\n0 0 0\n", "2 to 64"),
        ("LUT_3D_SIZE 99999999999999999999\n", "2 to 64"),
        ("LUT_3D_SIZE 2.5\n", "2 to 64"),
        ("LUT_3D_SIZE\n", "2 to 64"),
        ("LUT_3D_SIZE 2\n0 0 0\n", "1 colours where its size asks for 8"),
        (f"LUT_3D_SIZE 2\n{EIGHT}0 0 0\n", "9 colours"),
        ("LUT_3D_SIZE 2\n" + EIGHT.replace("0 0 0", "0 0", 1), "line 2 is not a colour"),
        ("LUT_3D_SIZE 2\n" + "0 0 nan\n" * 8, "line 2 holds 'nan'"),
        (f"LUT_3D_SIZE 2\n{EIGHT[:-6]}0 inf 0\n", "line 9 holds 'inf'"),
        ("LUT_3D_SIZE 2\n" + "0 1e9 0\n" * 8, "1e9"),
        ("LUT_3D_SIZE 2\n" + "0 1_0 0\n" * 8, "1_0"),
        ("LUT_3D_SIZE 2\n" + "0 one 0\n" * 8, "'one'"),
        (f"LUT_3D_SIZE 2\nLUT_3D_SIZE 2\n{EIGHT}", "LUT_3D_SIZE again"),
        (f"LUT_3D_SIZE 2\n{EIGHT}TITLE x\n", "among the colours"),
        (f"LUT_3D_SIZE 2\nSHAPER 3\n{EIGHT}", "SHAPER"),
        (f"LUT_1D_SIZE 2\nLUT_3D_SIZE 2\n{EIGHT}", "a curve and a table"),
        (f"LUT_3D_SIZE 2\nDOMAIN_MIN 1 1 1\n{EIGHT}", "domain ends before"),
        (f"LUT_3D_SIZE 2\nDOMAIN_MAX 1 1\n{EIGHT}", "three numbers for DOMAIN_MAX"),
        (f"LUT_3D_SIZE 2\nDOMAIN_MAX nan 1 1\n{EIGHT}", "'nan'"),
        (f"LUT_3D_SIZE 2\nLUT_3D_INPUT_RANGE 0\n{EIGHT}", "two numbers"),
    ],
)
def test_what_is_no_table_is_refused_with_its_line(text: str, why: str) -> None:
    """Before anything is kept."""
    with pytest.raises(BadMedia, match=r"up to 64 colours") as caught:
        cube.read(text)
    assert why in str(caught.value)


@settings(max_examples=60)
@given(st.text(max_size=200) | st.text("LUT_3D_SIZE 12\n.e-+naif#", max_size=200))
def test_any_text_is_a_table_or_refused(text: str) -> None:
    """Whatever is in the file."""
    try:
        found = cube.read(text)
    except BadMedia:
        return
    assert found.size >= 2


def test_too_long_a_file_is_refused() -> None:
    """Before it is taken apart."""
    with pytest.raises(BadMedia, match="16 MB"):
        cube.read("#" * 16_000_001)
