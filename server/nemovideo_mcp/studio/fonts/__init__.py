"""The faces that texts are drawn with: one for Han, kana and hangul, a bold one for everything else."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "faces"


@dataclass(frozen=True)
class Face:
    """A shipped font: its family name, its file, and its line height as a multiple of its em (as libass counts it)."""

    family: str
    file: Path
    line: float


CJK: Final = Face("WenQuanYi Micro Hei", FOLDER / "wqy-microhei.ttc", 2401 / 2048)
TEXT: Final = Face("DejaVu Sans", FOLDER / "DejaVuSans-Bold.ttf", 2384 / 2048)
