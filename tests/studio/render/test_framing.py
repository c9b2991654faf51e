"""What a clip shows and where it stands: crops, places in the frame, slow moves, keyed colours, wipes and slides."""

import numpy as np
import pytest
from PIL import Image

from nemovideo_mcp.studio.render.preview import frame_at
from nemovideo_mcp.studio.timeline.edits_cutting import Split
from nemovideo_mcp.studio.timeline.edits_framing import Crop, KenBurns, Scale
from nemovideo_mcp.studio.timeline.edits_keying import ChromaKey
from nemovideo_mcp.studio.timeline.edits_overlay import AddOverlay
from nemovideo_mcp.studio.timeline.edits_text import AddTitle, ChangeText
from nemovideo_mcp.studio.timeline.edits_transition import SetTransition
from nemovideo_mcp.studio.timeline.edits_turning import Flip, Rotate
from nemovideo_mcp.studio.timeline.model import Media, Project
from nemovideo_mcp.studio.timeline.time import to_ms
from requirements import requirement
from studio import footage
from studio.render.conftest import Bench, film, part

X264 = ("-c:v", "libx264", "-qp", "4", "-pix_fmt", "yuv420p")
SIZE = (160, 90)
RED, GREEN, BLUE, WHITE = (200, 40, 40), (40, 160, 60), (40, 60, 200), (235, 235, 235)


def near(pixel: np.ndarray, color: tuple[int, int, int]) -> bool:
    """Whether a pixel has a colour, coding aside."""
    return bool(np.abs(pixel.astype(int) - color).max() < 30)


@pytest.fixture
def quarters(bench: Bench) -> Media:
    """Red top left, green top right, blue bottom left, white bottom right."""
    picture = Image.new("RGB", SIZE)
    for color, corner in zip((RED, GREEN, BLUE, WHITE), ((0, 0), (80, 0), (0, 45), (80, 45)), strict=True):
        picture.paste(color, (*corner, corner[0] + 80, corner[1] + 45))
    picture.save(bench.folder / "quarters.png")
    arguments = ("-loop", "1", "-i", str(bench.folder / "quarters.png"), "-t", "2", "-r", "10", *X264)
    return bench.make("quarters.mp4", *arguments)


def of(medium: Media, ms: int = 400) -> Project:
    """A film of one clip."""
    return film(medium, part("c1", medium, 0, ms), size=SIZE, fps=10, serial=9)


def shown(bench: Bench, project: Project, frame: int = 1) -> np.ndarray:
    """One frame of the rendered film in RGB."""
    return footage.pictures(bench.render(project), "rgb24")[frame].astype(int)


@requirement("FLOW-1")
def test_a_crop_shows_that_part_with_its_own_shape(bench: Bench, quarters: Media) -> None:
    """The left half of 160x90 is 80x90: as high as the frame, between bars, red over blue."""
    seen = shown(bench, Crop(width=50).apply(of(quarters)))
    lit = np.where(seen.max(axis=(0, 2)) > 30)[0]
    assert (lit.min(), lit.max()) == (40, 119)
    assert near(seen[10, 80], RED)
    assert near(seen[80, 80], BLUE)


def test_a_crop_in_pixels_fills_a_frame_that_is_filled(bench: Bench, quarters: Media) -> None:
    """40x20 at the bottom right, cut to 16:9."""
    project = Crop(x=100, y=60, width=40, height=20, unit="px").apply(of(quarters))
    canvas = project.canvas
    assert canvas
    seen = shown(bench, project.model_copy(update={"canvas": canvas.model_copy(update={"fit": "crop"})}))
    assert all(near(seen[y, x], WHITE) for y in (2, 88) for x in (2, 157))


def test_a_crop_turns_and_mirrors_with_its_picture(bench: Bench, quarters: Media) -> None:
    """What was seen is seen turned, whatever is cropped first."""
    project = Crop(width=50, height=50).apply(of(quarters))
    for edit in (Rotate(degrees=90), Flip(way="horizontal"), Rotate(degrees=-90)):
        project = edit.apply(project)
        height, width = shown(bench, project).shape[:2]
        assert near(shown(bench, project)[height // 2, width // 2], RED)


@pytest.mark.parametrize(
    ("x", "y", "box"), [(None, None, (40, 22)), (25, 75, (0, 44)), (0, 0, (0, 0)), (100, 100, (80, 45))]
)
def test_a_smaller_picture_stands_where_it_is_put_and_wholly_within(
    bench: Bench, quarters: Media, x: int | None, y: int | None, box: tuple[int, int]
) -> None:
    """Half the size, black around it."""
    seen = shown(bench, Scale(percent=50, x=x, y=y).apply(of(quarters))).max(axis=2) > 30
    rows, columns = np.where(seen)
    assert np.allclose((columns.min(), rows.min()), box, atol=2)
    assert np.allclose((columns.max() + 1 - columns.min(), rows.max() + 1 - rows.min()), (80, 45), atol=2)


def dots(bench: Bench) -> Media:
    """A larger still full of soft dots."""
    rng = np.random.default_rng(7)
    down, across = np.mgrid[0:540, 0:960]
    picture = np.full((540, 960), 60.0)
    for x, y, size in rng.uniform((0, 0, 12), (960, 540, 30), (120, 3)):
        picture += 120 * np.exp(-((across - x) ** 2 + (down - y) ** 2) / (2 * size**2))
    Image.fromarray(np.clip(picture, 0, 255).astype(np.uint8)).save(bench.folder / "dots.png")
    return bench.take(bench.folder / "dots.png")


def shifts(pictures: np.ndarray) -> np.ndarray:
    """How many pixels, x and y, the middle of each picture moves to the next."""
    found = []
    for before, after in zip(pictures[:-1].astype(float), pictures[1:].astype(float), strict=True):
        old, new = before[30:150, 60:260], after[30:150, 60:260]
        down, across = np.gradient((old + new) / 2)
        slopes = [[(across**2).sum(), (across * down).sum()], [(across * down).sum(), (down**2).sum()]]
        moved = -np.array([(across * (new - old)).sum(), (down * (new - old)).sum()])
        found.append(np.linalg.solve(np.array(slopes), moved))
    return np.array(found)


@requirement("FLOW-1")
@pytest.mark.parametrize(
    ("way", "sign"), [("left", (1, 0)), ("right", (-1, 0)), ("up", (0, 1)), ("down", (0, -1))]
)
def test_a_pan_moves_by_the_same_part_of_a_pixel_each_frame(
    bench: Bench, way: str, sign: tuple[int, int]
) -> None:
    """Evenly to a tenth of a pixel, over what an enlargement of 120 % leaves to move over; a split changes nothing."""
    medium = dots(bench)
    project = KenBurns(way=way).apply(film(medium, part("c1", medium, 0, 2000), serial=9))
    pictures = footage.pictures(bench.render(project))
    assert len(pictures) == 60
    moved = shifts(pictures)
    room = np.array((320, 180)) * 0.2 / 60
    assert np.allclose(moved, room * sign, atol=0.12)
    split = footage.pictures(bench.render(Split(at_ms=700).apply(project)))
    assert np.abs(split.astype(int) - pictures).mean() < 1


@pytest.mark.parametrize("way", ["in", "out"])
def test_a_slow_zoom_goes_between_the_whole_and_its_middle(bench: Bench, way: str) -> None:
    """The whole picture fills the frame at one end; at the other its middle is 130 % as large; the way there is even."""
    medium = dots(bench)
    project = film(medium, part("c1", medium, 0, 2000), serial=9)
    whole = footage.pictures(bench.render(project))[0].astype(float)
    pictures = footage.pictures(bench.render(KenBurns(way=way, percent=130).apply(project)))
    pictures = pictures if way == "in" else pictures[::-1]
    inner = Image.fromarray(whole.astype(np.uint8)).resize((320, 180), box=(36.9, 20.8, 283.1, 159.2))
    assert np.abs(pictures[0] - whole).mean() < 3
    assert np.abs(pictures[-1] - np.asarray(inner).astype(float)).mean() < 4
    steps = np.abs(np.diff(pictures.astype(float), axis=0)).mean(axis=(1, 2))
    assert steps.max() < 1.6 * steps.min()


def test_the_preview_of_a_move_is_the_frame_of_the_film(bench: Bench) -> None:
    """At 1.5 s of a zoom, within what JPEG loses."""
    medium = dots(bench)
    project = KenBurns(way="in", percent=200).apply(film(medium, part("c1", medium, 0, 2000), serial=9))
    frame = footage.pictures(bench.render(project), "rgb24")[45].astype(int)
    (bench.folder / "seen.jpg").write_bytes(frame_at(project, bench.paths, 1500).jpeg)
    with Image.open(bench.folder / "seen.jpg") as seen:
        assert np.abs(np.asarray(seen).astype(int) - frame).mean() < 3


@pytest.mark.parametrize(
    ("kind", "way", "new", "old"),
    [
        ("wipe", "left", (45, 140), (45, 20)),
        ("wipe", "right", (45, 20), (45, 140)),
        ("wipe", "up", (80, 80), (10, 80)),
        ("slide", "down", (10, 80), (80, 80)),
        ("slide", "left", (45, 140), (45, 20)),
    ],
)
@requirement("FLOW-1")
def test_wipes_and_slides_bring_the_next_clip_from_their_side(
    bench: Bench, kind: str, way: str, new: tuple[int, int], old: tuple[int, int]
) -> None:
    """Half way through, one part shows the new clip and the other the old; the film is shorter by the overlap."""
    media = [
        bench.make(f"{name}.mp4", "-f", "lavfi", "-i", f"color={name}:s=160x90:d=2:r=10", *X264)
        for name in ("black", "white")
    ]
    clips = [part(f"c{number}", medium, 0, 2000) for number, medium in enumerate(media, 1)]
    project = film(tuple(media), *clips, size=SIZE, fps=10, serial=9)
    crossed = SetTransition(kind=kind, way=way, duration_ms=1000).apply(project)
    assert to_ms(crossed.duration) == 3000
    pictures = footage.pictures(bench.render(crossed))
    assert len(pictures) == 30
    assert pictures[15][new] > 220
    assert pictures[15][old] < 30
    assert pictures[9].max() < 30
    assert pictures[20].min() > 220


def test_what_slides_comes_whole_from_beside_the_frame(bench: Bench, quarters: Media) -> None:
    """A slide moves the picture: half way, its left half is on the right, where a wipe would show its right half."""
    black = bench.make("black.mp4", "-f", "lavfi", "-i", "color=black:s=160x90:d=2:r=10", *X264)
    clips = part("c1", black, 0, 2000), part("c2", quarters, 0, 2000)
    project = film((black, quarters), *clips, size=SIZE, fps=10, serial=9)
    for kind, color in (("slide", RED), ("wipe", GREEN)):
        seen = shown(bench, SetTransition(kind=kind, duration_ms=1000).apply(project), 15)
        assert near(seen[20, 120], color), kind


@requirement("FLOW-1")
def test_a_green_screen_lets_the_clip_beneath_through_and_keeps_the_rest(
    bench: Bench, quarters: Media
) -> None:
    """An uneven green goes, skin, white and grey stay what they were."""
    screen = "color=0x38a850:s=160x90:d=1:r=10,drawbox=x=0:y=0:w=160:h=45:color=0x2f9846:t=fill"
    for x, color in ((40, "0xd0a080"), (70, "0xf0f0f0"), (100, "0x404040")):
        screen += f",drawbox=x={x}:y=20:w=24:h=50:color={color}:t=fill"
    medium = bench.make("screen.mp4", "-f", "lavfi", "-i", screen, *X264)
    clips = part("c1", quarters, 0, 1000), part("c2", medium, 0, 1000)
    project = film((quarters, medium), *clips, size=SIZE, fps=10, serial=9)
    seen = shown(bench, ChromaKey(id="c2").apply(project), 5)
    assert near(seen[10, 10], RED)
    assert near(seen[80, 10], BLUE)
    assert near(seen[80, 150], WHITE)
    for x, color in ((52, (208, 160, 128)), (82, (240, 240, 240)), (112, (64, 64, 64))):
        assert near(seen[45, x], color)


def test_a_white_background_of_a_logo_is_taken_out(bench: Bench, quarters: Media) -> None:
    """By its own brightness, as white has no colour."""
    logo = Image.new("RGB", (40, 40), "white")
    logo.paste((10, 10, 10), (10, 10, 30, 30))
    logo.save(bench.folder / "logo.png")
    medium = bench.take(bench.folder / "logo.png")
    project = film((quarters, medium), part("c1", quarters, 0, 400), size=SIZE, fps=10, serial=9)
    laid = AddOverlay(media=medium.id, x=25, y=25, size=25).apply(project)
    seen = shown(bench, ChromaKey(id=laid.overlays[0].id, color="#ffffff").apply(laid))
    assert near(seen[22, 40], (10, 10, 10))
    assert near(seen[6, 24], RED)
    assert near(shown(bench, laid)[6, 24], (255, 255, 255))


def test_a_text_stands_at_its_percent_with_its_outline_and_within_the_frame(
    bench: Bench, quarters: Media
) -> None:
    """Around 20 %, 80 %; at 100 %, 100 % it still is seen whole; a red outline is there only when asked for."""
    black = bench.make("black.mp4", "-f", "lavfi", "-i", "color=black:s=320x180:d=1:r=10", *X264)
    project = film(black, part("c1", black, 0, 1000), fps=10, serial=9)
    title = {"text": "HI", "size": 12, "color": "#ffffff"}
    plain = shown(bench, AddTitle(**title, x=20, y=80).apply(project))
    rows, columns = np.where(plain.max(axis=2) > 128)
    assert np.allclose((columns.mean(), rows.mean()), (64, 144), atol=4)
    edged = AddTitle(**title, x=100, y=100, outline=10, outline_color="#ff0000").apply(project)
    seen = shown(bench, edged)
    red = (seen[..., 0] > 130) & (seen[..., 1] < 90)
    assert red.sum() > 40
    assert not ((plain[..., 0] > 130) & (plain[..., 1] < 90)).any()
    rows, columns = np.where(seen.max(axis=2) > 100)
    assert rows.max() < 179
    assert columns.max() < 319
    moved = ChangeText(id=edged.texts[0].id, place="top").apply(edged).texts[0]
    assert (moved.x, moved.y, moved.outline) == (None, None, 10)
