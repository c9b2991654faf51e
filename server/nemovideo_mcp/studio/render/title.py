"""Texts on the picture as an ASS file: drawn by libass with our own faces, wrapped by us, at the user's place."""

import re
from functools import cache
from typing import Final

from PIL import ImageFont

from nemovideo_mcp.studio.fonts import CJK, TEXT, Face
from nemovideo_mcp.studio.render.karaoke import sung
from nemovideo_mcp.studio.render.picture import Frame
from nemovideo_mcp.studio.timeline.model import Place, Text
from nemovideo_mcp.studio.timeline.time import to_frames, to_ms

_ANCHORS: Final = {
    Place.BOTTOM_LEFT: 1,
    Place.BOTTOM: 2,
    Place.BOTTOM_RIGHT: 3,
    Place.LEFT: 4,
    Place.CENTER: 5,
    Place.RIGHT: 6,
    Place.TOP_LEFT: 7,
    Place.TOP: 8,
    Place.TOP_RIGHT: 9,
}
_CJK: Final = re.compile(
    r"[\u1100-\u11ff\u2e80-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]"
)
_EITHER: Final = re.compile(r"[\s\u00b7\u2010-\u2027\u2030]")
_CONTROL: Final = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_NO_START: Final = frozenset("!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！％），．：；？］｝～")
_NO_END: Final = frozenset("$([{£¥‘“〈《「『【〔〖〝﹙﹛﹝＄（［｛￡￥")
_WORD_JOINER: Final = "\u2060"
_MEASURE: Final = 100
_MOST_HEIGHT: Final = 0.8
_SMALLEST: Final = 0.4
_ROOM: Final = 0.6  # of a letter's height, around a text that stands at a place of its own
_USUAL_AT: Final = {
    anchor: ((10, 50, 90)[(anchor - 1) % 3], (90, 50, 10)[(anchor - 1) // 3]) for anchor in range(1, 10)
}
_LINES: Final = re.compile(r"\r\n|[\r\n\v\f\u0085\u2028\u2029]")
_HEAD: Final = """[Script Info]
ScriptType: v4.00+
PlayResX: {width}
PlayResY: {height}
WrapStyle: 2
ScaledBorderAndShadow: yes

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, Italic, Underline, \
StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Text,{family},40,&H00FFFFFF,&H00FFFFFF,&H30000000,&H80000000,1,0,0,0,100,100,0,0,1,2,1,5,0,0,0,1
Style: Boxed,{family},40,&H00FFFFFF,&H00FFFFFF,&H30000000,&H60000000,1,0,0,0,100,100,0,0,4,0,8,5,0,0,0,1

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def ass_file(texts: tuple[Text, ...], frame: Frame, frames: int) -> str:
    """The texts as ASS for a film of `frames` frames; empty when none is seen."""
    events = [event for text in texts if (event := _event(text, frame, frames))]
    if not events:
        return ""
    return _HEAD.format(width=frame.width, height=frame.height, family=TEXT.family) + "".join(events)


def _event(text: Text, frame: Frame, frames: int) -> str:
    first = to_frames(text.at, frame.fps)
    last = min(max(to_frames(text.at + text.duration, frame.fps), first + 1), frames)
    lines = _clean(text.text)
    if first >= last or not lines:
        return ""
    em = text.size * min(frame.width, frame.height) / 100
    if text.words:
        lines = _flowing(lines, em, frame)
    em, wrapped = _fitted(lines, em, frame, high=text.rolls)
    left, right, vertical = _margins(frame, text.place)
    times = f"{_clock(first, frame)},{_clock(last, frame)}"
    look = _look(text, em) + _placed(text, em, wrapped, frame) + _coming(text, frame, last - first)
    style = "Boxed" if text.box else "Text"
    body = "\\N".join(
        _sung(text, wrapped, em) if text.highlight and text.words else [_marked(line, em) for line in wrapped]
    )
    return f"Dialogue: 0,{times},{style},,{left},{right},{vertical},,{look}{body}\n"


def _clock(boundary: int, frame: Frame) -> str:
    """The last hundredth at or before a frame begins: a text is there from its first frame to its last."""
    hundredths = int(boundary * 100 / frame.fps)
    minutes, rest = divmod(hundredths, 6000)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest // 100:02d}.{rest % 100:02d}"


def _clean(text: str) -> list[str]:
    """Lines without what cannot be drawn; empty ones between others stay."""
    lines = [_CONTROL.sub("", line.replace("\t", "    ")).rstrip() for line in _LINES.split(text)]
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def _margins(frame: Frame, place: Place) -> tuple[int, int, int]:
    """Left, right and vertical margins in pixels.

    An upright picture is watched under an app's own writing (a bar above, a caption below, buttons at the right):
    texts keep clear of them.
    """
    tall = frame.height > frame.width * 5 / 4
    side = frame.width * (0.08 if tall else 0.05)
    right = frame.width * 0.13 if tall and "right" in place else side
    bottom = place in (Place.BOTTOM, Place.BOTTOM_LEFT, Place.BOTTOM_RIGHT)
    share = (0.2 if bottom else 0.11) if tall else 0.07
    return round(side), round(right), round(frame.height * share)


def _look(text: Text, em: float) -> str:
    red, green, blue = text.color[1:3], text.color[3:5], text.color[5:7]
    border = max(1.0, em * (0.05 if text.role == "title" else 0.06))
    edge = ""
    if text.outline is not None:
        border = em * text.outline / 100
        edge = f"\\3c&H{text.outline_color[5:7]}{text.outline_color[3:5]}{text.outline_color[1:3]}&\\3a&H00&"
    shadow = max(0.5, em * 0.03)
    if text.box:  # the box reaches as far beyond the words as their shadow would
        border, shadow = border if edge else 0.0, em * 0.3
    free = text.rolls or text.x is not None or text.y is not None
    anchor = 5 if free else _ANCHORS[text.place]  # the first one in a line is the one that counts
    color = f"\\c&H{blue}{green}{red}&"
    if text.highlight:  # libass shows words in the first colour once they are sung, in the second before
        color = (
            f"\\c&H{text.highlight[5:7]}{text.highlight[3:5]}{text.highlight[1:3]}&\\2c&H{blue}{green}{red}&"
        )
    style = f"\\an{anchor}{color}\\bord{border:.1f}\\shad{shadow:.1f}\\blur{em * 0.012:.2f}"
    return f"{{{style}{edge}}}"


def _placed(text: Text, em: float, lines: list[str], frame: Frame) -> str:
    """A text's middle where it was put, moved no further than that all of it is seen; one that rolls, from below to above."""
    if text.rolls:
        middle, high = frame.width / 2, (len(lines) + 1) * em * TEXT.line
        return f"{{\\move({middle:.1f},{frame.height + high / 2:.1f},{middle:.1f},{-high / 2:.1f})}}"
    if text.x is None and text.y is None:
        return ""
    wide = max(_width(line) for line in lines) * em + em * _ROOM
    high = len(lines) * em * TEXT.line + em * _ROOM
    usual = _USUAL_AT[_ANCHORS[text.place]]
    x, y = (
        _kept((default if at is None else at) * side / 100, length, side)
        for at, default, length, side in (
            (text.x, usual[0], wide, frame.width),
            (text.y, usual[1], high, frame.height),
        )
    )
    return f"{{\\an5\\pos({x:.1f},{y:.1f})}}"


def _kept(middle: float, length: float, side: int) -> float:
    return max(min(length, side) / 2, min(middle, side - min(length, side) / 2))


def _coming(text: Text, frame: Frame, frames: int) -> str:
    """The fades of a text, no longer together than it is seen."""
    length = min(to_ms(text.fade), int(frames * 500 / frame.fps))
    return f"{{\\fad({length},{length})}}" if length > 0 else ""


def _sung(text: Text, lines: list[str], em: float) -> list[str]:
    """The lines of a caption whose words take another colour as they are said."""
    return [
        "".join(f"{{\\k{lasting}}}{_marked(piece, em)}" for lasting, piece in pieces)
        for pieces in sung(lines, text.words, text.at)
    ]


def _marked(line: str, em: float) -> str:
    """A line with each run of characters in the face that has them, nothing of it read as ASS."""
    return "".join(
        f"{{\\fn{face.family}\\fs{em * face.line:.1f}}}{_literal(run)}" for face, run in _faces(line)
    )


def _literal(text: str) -> str:
    """Backslashes and braces as themselves, spaces as spaces that are not swallowed."""
    text = text.replace("\\", f"\\{_WORD_JOINER}").replace("{", "\\{").replace("}", "\\}")
    return re.sub(r"^ +| {2,}", lambda found: "\\h" * len(found[0]), text)


def _faces(line: str) -> list[tuple[Face, str]]:
    runs: list[tuple[Face, str]] = []
    for char in line:
        face = runs[-1][0] if runs and _EITHER.match(char) else CJK if _CJK.match(char) else TEXT
        if runs and runs[-1][0] is face:
            runs[-1] = (face, runs[-1][1] + char)
        else:
            runs.append((face, char))
    return runs


def _fitted(lines: list[str], em: float, frame: Frame, *, high: bool = False) -> tuple[float, list[str]]:
    """The size in pixels and the lines: smaller than asked only when a word, or the whole unless it may be `high`, would not fit."""
    room = _room(frame)
    smallest = em * _SMALLEST
    while True:
        wrapped = [part for line in lines for part in _wrapped(line, room / em)]
        widest = max(_width(line) for line in wrapped) * em
        if em <= smallest or (
            widest <= room and (high or len(wrapped) * em * TEXT.line <= frame.height * _MOST_HEIGHT)
        ):
            break
        em *= 0.93
    wrapped = [part for line in wrapped for part in _chopped(line, room / em)]
    return em, wrapped


def _room(frame: Frame) -> float:
    """How wide a line may be, in pixels."""
    return frame.width * (0.84 if frame.height > frame.width * 5 / 4 else 0.9)


def _flowing(lines: list[str], em: float, frame: Frame) -> list[str]:
    """The lines of what is said, broken anew where the picture is too narrow for them: as few, and of like length."""
    room = _room(frame) / em
    if all(_width(line) <= room for line in lines):
        return lines
    whole = lines[0]
    for line in lines[1:]:
        whole += line if _CJK.match(whole[-1:]) and _CJK.match(line[:1]) else f" {line}"
    fewest = len(_wrapped(whole, room))
    parts = (_wrapped(whole, room * share) for share in (0.5, 0.6, 0.7, 0.8, 0.9, 1))
    return next(found for found in parts if len(found) == fewest)


def _wrapped(line: str, room: float) -> list[str]:
    """A line broken where a reader would, at most `room` ems wide where its words allow."""
    indent = line[: len(line) - len(line.lstrip())]
    parts: list[str] = []
    current = indent
    for unit in _units(line[len(indent) :]):
        if current.strip() and _width((current + unit).rstrip()) > room:
            parts.append(current.rstrip())
            current = ""
        current += unit
    return [*parts, current.rstrip()]


def _units(line: str) -> list[str]:
    """What may stand on a line of its own: words with the space after them, Han and kana one by one."""
    units: list[str] = []
    for char in line:
        glued = bool(units) and not _may_break(units[-1], char)
        if glued:
            units[-1] += char
        else:
            units.append(char)
    return units


def _may_break(before: str, char: str) -> bool:
    if char == " " or char in _NO_START or before[-1] in _NO_END:
        return False
    return before[-1] == " " or bool(_CJK.match(char)) or bool(_CJK.match(before[-1]))


def _chopped(line: str, room: float) -> list[str]:
    """A word that is too long even at the smallest size, cut where the room ends."""
    parts, current = [], ""
    for char in line:
        if current and _width(current + char) > room * 1.02:
            parts.append(current)
            current = ""
        current += char
    return [*parts, current]


def _width(text: str) -> float:
    """Width in ems."""
    return sum(_font(face).getlength(run) for face, run in _faces(text)) / _MEASURE


@cache
def _font(face: Face) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(face.file), _MEASURE, layout_engine=ImageFont.Layout.BASIC)
