"""GUI translation: a backend that talks of buttons becomes one that talks of what can be done here. Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache


class Wish(StrEnum):
    """What a sentence about the screen really asks for."""

    EXPORT = "export"
    SUMMARY = "summary"
    STATE = "state"
    CREDITS = "credits"
    EDIT = "edit"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class Translated:
    """The text without screen work, and what the removed parts asked for, in order and once each."""

    text: str
    wishes: tuple[Wish, ...]


# What may stand before an order without changing that it is one.
_LEAD = (
    r"(?:(?:and|or|then|now|next|just|simply|please|finally|also|to\s+\w+(?:\s+\w+){0,4}?\s*,)\s+"
    r"|(?:you\s+(?:can|may|should|could|need\s+to|must|will\s+need\s+to)(?:\s+(?:now|also|then|always|just|either|simply))?|feel\s+free\s+to"
    r"|(?:when|if|once)\s+[^,]{1,60},)\s+"
    r"|(?:如需[^,，]{0,20}[,，]|请|您?可以|你可以|您可|然后|接着|再|或者?|并|现在|直接|随时|需要|也可以?|可以?)\s*)*"
)
_NOUNS = (
    r"(?:button|panel|tab|menu|toolbar|sidebar|side\s+bar|timeline|time\s+line|editor|dashboard|settings|library|inspector"
    r"|icon|page|screen|window|dialog|workspace|account|billing|export|download|share|preview|corner\s+of\s+the\s+screen)"
)
_ORDERS = (
    r"(?:click|double-click|right-click|tap|press|hit|drag|drop)\b(?!\s+(?:beat|shadow))"
    rf"|(?:open|select|choose|use|go\s+to|head\s+(?:over\s+)?to|navigate\s+to|switch\s+to|look\s+(?:at|in)|find|visit|see|scroll)\b[^.!?;]*?\b{_NOUNS}\b"
    r"|(?:preview|check|review|view|watch)\b[^.!?;]*?\b(?:(?:in|on)\s+(?:the\s+|your\s+)?(?:timeline|editor|preview|player|workspace|canvas)|account|billing|plan\s+page|dashboard)\b"
    r"|(?:[将把][^。！？；,，]{1,30}?拖|单击|双击|点击|点一下|轻点|按下|拖拽|拖动|拖放|拖到|打开|选择|前往|进入|切换到|在时间[线轴]|查看(?:账户|账单|帐户|订阅))"
)
_KINDS: tuple[tuple[Wish, str], ...] = (
    (Wish.EDIT, r"\bdrag|\bdrop\b|拖"),
    (Wish.EXPORT, r"export|download|\bsave\b|\brender\b|导出|下载|保存"),
    (Wish.CREDITS, r"account|billing|credits?\b|subscription|\bplan\b|账户|帐户|账单|积分|订阅|充值"),
    (Wish.SUMMARY, r"preview|timeline|time\s+line|\btracks?\b|预览|时间[线轴]|轨道"),
    (Wish.STATE, r"\bopen\b|打开|查看|\bpanel\b|面板"),
)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    sentence = re.compile(r"(?<=[.!?。！？；;])\s+|(?<=[。！？；])|\n+")
    clause = re.compile(
        r"(?<=[,，、:—–])\s*|\s+[—–-]\s+|\s+(?=(?:and|or|then)\s+(?:click|tap|press|open|preview|drag|go\s+to)\b)"
    )
    order = re.compile(rf"^\W*{_LEAD}(?:{_ORDERS})", re.IGNORECASE)
    return sentence, clause, order


def translate(text: str) -> Translated:
    """Removes what asks the user to operate a screen; keeps what describes the film, line by line."""
    wishes: list[Wish] = []
    lines = [_line(line, wishes) for line in text.split("\n")]
    kept = "\n".join(
        line for line, source in zip(lines, text.split("\n"), strict=True) if line or not source.strip()
    )
    return Translated(kept.strip(), tuple(dict.fromkeys(wishes)))


def _line(line: str, wishes: list[Wish]) -> str:
    sentence, _, _ = _patterns()
    kept = [_sentence(piece, wishes) for piece in sentence.split(line) if piece and piece.strip()]
    return "".join(f"{piece}{_gap(piece)}" for piece in kept if piece).rstrip()


def _gap(sentence: str) -> str:
    """Chinese sentences stand side by side, others a space apart."""
    return "" if sentence.endswith(("。", "！", "？", "；")) else " "


def _sentence(text: str, wishes: list[Wish]) -> str:
    """A sentence without its orders; what is left of it ends as a sentence does."""
    _, clause, order = _patterns()
    if order.match(text):
        wishes.extend(_wishes(text))
        return ""
    pieces = [piece for piece in clause.split(text) if piece and piece.strip()]
    gone = next((index for index, piece in enumerate(pieces) if index and order.match(piece)), None)
    if gone is None or _quoted(text):
        return text.strip()
    wishes.extend(_wishes(" ".join(pieces[gone:])))
    return text[: text.index(pieces[gone])].rstrip(" ,，、:—–-") + (
        "。" if re.search(r"[一-鿿]", text) else "."
    )


def _quoted(text: str) -> bool:
    return bool(re.search(r"[\"“”「」『』].*(?:click|tap|点击|打开).*[\"“”「」『』]", text, re.IGNORECASE))


def _wishes(text: str) -> list[Wish]:
    found = [wish for wish, pattern in _KINDS if re.search(pattern, text, re.IGNORECASE)]
    return found or [Wish.ACTION]
