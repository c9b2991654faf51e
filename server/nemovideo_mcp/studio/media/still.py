"""Stills and animated WebP by Pillow: size, upright, whole; never more pixels than a picture should have."""

from collections.abc import Iterator
from contextlib import contextmanager
from fractions import Fraction
from math import gcd
from pathlib import Path
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from nemovideo_mcp.studio.media.errors import BadMedia

CONTAINERS: Final = ("jpg", "png", "gif", "webp")
_FORMATS: Final = ("JPEG", "PNG", "GIF", "WEBP")
_MAX_PIXELS: Final = 80_000_000
_MAX_FRAMES: Final = 20_000
_ORIENTATION: Final = 0x0112
_SIDEWAYS: Final = (5, 6, 7, 8)
_SEND_AGAIN: Final = "Save the picture again and send the new copy."


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    """A picture with its header read; whatever Pillow finds wrong inside the block becomes BadMedia."""
    try:
        with Image.open(path, formats=_FORMATS) as image:
            if image.width * image.height > _MAX_PIXELS:
                raise BadMedia(
                    "too_large", f"The picture is {image.width}x{image.height} pixels.", "Scale it down."
                )
            yield image
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadMedia(
            "too_large", "The picture has more pixels than can be worked with.", "Scale it down."
        ) from error
    except UnidentifiedImageError as error:
        raise BadMedia("broken", "The picture cannot be read.", _SEND_AGAIN) from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise BadMedia("broken", "The picture is damaged or cut off.", _SEND_AGAIN) from error


def is_animated(path: Path) -> bool:
    """Whether the file shows more than one picture in turn (GIF, WebP, PNG)."""
    with _opened(path) as image:
        return image.format != "JPEG" and bool(getattr(image, "is_animated", False))


def upright_size(path: Path) -> tuple[int, int]:
    """Width and height as seen, after the whole (first) picture has been decoded. Raises BadMedia."""
    with _opened(path) as image:
        sideways = image.getexif().get(_ORIENTATION) in _SIDEWAYS
        image.load()
        return (image.height, image.width) if sideways else (image.width, image.height)


def upright(path: Path) -> Image.Image:
    """The picture, decoded, turned upright, as RGBA. Raises BadMedia."""
    with _opened(path) as image:
        return ImageOps.exif_transpose(image).convert("RGBA")


def animation(path: Path) -> tuple[Fraction, Fraction, Fraction]:
    """An animation's pictures a second on average, the steps a second that all of them fall on, its length in seconds.

    Raises BadMedia.
    """
    with _opened(path) as image:
        shown: list[int] = []
        for number in range(min(getattr(image, "n_frames", 1), _MAX_FRAMES)):
            image.seek(number)
            image.load()
            shown.append(max(1, round(image.info.get("duration") or 100)))
    length = Fraction(sum(shown), 1000)
    return len(shown) / length, Fraction(1000, gcd(*shown)), length
