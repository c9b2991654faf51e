"""Tells a request for help from an order to edit, and what the help is about. Pure; the words are in help_words."""

import re
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache

from nemovideo_mcp.routing.fold import fold
from nemovideo_mcp.routing.help_words import SIGNS, TOPICS, Sign, Topic
from nemovideo_mcp.routing.kinds import Kind
from nemovideo_mcp.routing.plan import Action, Plan
from nemovideo_mcp.routing.scan import scan, unquoted

_READ = 4000  # characters; who asks for help does so soon
_UNSPACED = {"zh", "ja", "ko", "ar"}
_LETTER = r"[^\W\u3041-\u30ff\u3400-\u9fff\uac00-\ud7af]"  # of a script whose words are spaced
_BREAK = re.compile(r"[.!?;:,、。—–]|\s-\s|\s(?:and|but|then|so)\s")
_QUESTION = re.compile(r"[?؟]\s*$|[吗呢]\s*$")
_BLOCKED = re.compile(
    r"(?<!\d)402(?!\d)|\b(?:block\w*|locked|plan|paywall|upgrade|watermark\w*|not allowed|can ?not|can ?'?t|cant|unable|won'?t let|denied|required|permission|unless|premium|subscri\w*)\b"
    r"|套餐|会员|不能|无法|没法|导不出|下载不了|导出不了|升级|水印|拦|权限"
)
_SERVED = frozenset(
    {
        *(Topic.BILLING, Topic.CREDITS, Topic.SIGN_IN, Topic.PRIVACY),
        *(Topic.EXPORT, Topic.UPLOAD, Topic.RENDER),
    }
)
_DESK = {"support", "contact", "help", "helpdesk", "customer"}
_ACCOUNT = {Topic.BILLING, Topic.CREDITS, Topic.SIGN_IN, Topic.PRIVACY, Topic.WISH}
_MINE = re.compile(
    r"\bmy (?:\w+ )?(?:account|money|card|plan|subscription|membership|password|payments?|invoices?|bills?|token|e-?mail|trial)\b"
)
_TELLING = re.compile(  # how a sentence begins that tells something, though none of its words is known
    r"(?:the|my|our|this|these|that|it|there|nothing|everything|every|each time|when|whenever|after|while|since|if|as soon as)\b(?!.*:)"
    r"|(?!\d)(?=(?:[^\u4e00-\u9fff]*[\u4e00-\u9fff]){6})(?!.*(?:的短片|的视频|的片子|来[点个段]))"
)
_DONE = re.compile(r"\b(?:finished|done|ready|complete|there yet)\b|完成|好了|导出完")
_BUGGY = re.compile(r"\b(?:bugs?|buggy|glitch\w*)\b|\beditor\b.{0,80}\bcrash\w*|崩溃|闪退")
_MARRED = re.compile(
    r"\b(?:no (?:sound|audio|picture)|out of sync|black|blurry|pixelated|silent|garbled|jumbled|drift\w*|boxes)\b"
    r"|没有?(?:声音|画面|字幕)|黑屏|全黑|花屏|花了|模糊|不同步|对不上|乱码"
)
_NO_ORDER = re.compile(  # "undo does nothing", "a drop of"
    r"\w+ (?:of\b|(?:(?!what|that|where|which|who)\w+ ){0,2}(?:is|does|do|did|will|won'?t|fail\w*|crash\w*|buttons?|never|isn'?t|\w+n't|no longer|keeps)\b)"
)
_ASKS_WHICH = re.compile(r"^(?:which|what|how (?:large|big|long|many|much))\b|什么|哪些|多大|多长")
_WANTED = re.compile(
    r"(?:how (?:do|can|could|should|would) (?:i|we|you)|how to|is there (?:a|any) way to|is it possible to|can i|could i|show me how to|teach me (?:how )?to)\s+(?P<wanted>[^?.!\n]{3,160})",
    re.IGNORECASE,
)
_WANTED_ZH = re.compile(
    r"(?:怎么样?|怎样|如何|能不能|可不可以)(?P<wanted>[^？?。！\n]{2,80}?)(?:呢|吗|啊)?[？?。！]?$"
)


@dataclass(frozen=True, slots=True)
class HelpWanted:
    """A request for help: its topics in the order they are met, at least one, and the edit a how-to asks about."""

    topics: tuple[Topic, ...]
    why: str
    wanted: str = ""

    @property
    def topic(self) -> Topic:
        """The first one."""
        return self.topics[0]


def is_help_desk(skill_name: str) -> bool:
    """Whether a skill is there for help, going by its name."""
    return bool(_DESK & set(re.split(r"[^a-z]+", skill_name.lower())))


def help_wanted(prompt: str, plan: Plan) -> HelpWanted | None:
    """What help a prompt asks for; None when it is an order the plan carries out.

    Words in quotation marks and file names are content: they do not ask for help, but once it is asked for
    they may hold the message that was met, and then say what about.
    """
    prompt = prompt[:_READ]
    text = _spoken(prompt)
    spoken = {"en", "zh", plan.language.split("-", maxsplit=1)[0]}
    signs = _signs(text, spoken) or _signs(text, spoken := set(SIGNS[Sign.CONTACT]))
    topics = _topics(text, signs, spoken)
    if not _asks(text, signs, topics, plan):
        return None
    if {Sign.TROUBLE, Sign.TOLD} & signs.keys() and Sign.HOW not in signs:
        text = _folded(prompt)
        topics = _topics(text, signs, spoken)
    settled = _settled(text, topics, signs)
    return HelpWanted(settled, f"asks for help ({', '.join(settled)})", _wanted(prompt))


def _spoken(prompt: str) -> str:
    """The prompt without what is quoted or names a file, folded."""
    text = unquoted(prompt)
    for segment in reversed(scan(text)):
        for token in reversed(segment.tokens):
            if token.kind in {Kind.QUOTE, Kind.FILE, Kind.NAME}:
                text = f"{text[: token.start]} {text[token.end :]}"
    return _folded(text)


def _folded(text: str) -> str:
    return " ".join(fold(text).replace("’", "'").split())


def _asks(text: str, signs: Mapping[Sign, int], topics: Mapping[Topic, int], plan: Plan) -> bool:
    """Whether help is asked for: a ticket always, an order to edit never, else what is told or asked decides."""
    if Sign.TICKET in signs:
        return True
    account = bool(_MINE.search(text) or (Sign.HOW in signs and _ACCOUNT & topics.keys()))
    if _orders_an_edit(text, signs, faint=not (account or {Sign.CONTACT, Sign.SERVICE} & signs.keys())):
        return account
    if {Sign.CONTACT, Sign.TROUBLE} & signs.keys():
        return True
    if Action.CHAT not in (step.action for step in plan.steps):
        return False
    asked = Sign.WHY in signs or _QUESTION.search(text) is not None
    told = Sign.TOLD in signs and Sign.WANT not in signs
    served = bool(_SERVED & topics.keys() or Sign.SERVICE in signs)
    account = bool(_ACCOUNT & topics.keys())
    if account or Sign.HOW in signs or told or (served and (asked or Sign.SELF in signs)):
        return True
    return Sign.WANT not in signs and plan.language[:2] in {"en", "zh"} and _TELLING.match(text) is not None


def _orders_an_edit(text: str, signs: Mapping[Sign, int], *, faint: bool) -> bool:
    """Whether a clause begins with an order, whatever polite words stand before it; `faint`: verbs of many uses count too.

    Those count in the first clause alone where something is wrong: "it crashed, fix it" orders nothing.
    """
    clauses = [clause.strip() for clause in _BREAK.split(text)]
    if any(_orders(Sign.EDIT).match(clause) and not _fails(clause) for clause in clauses):
        return True
    asks = {Sign.HOW, Sign.WHY} & signs.keys()
    if Sign.MIDST in signs and not any(signs[sign] < signs[Sign.MIDST] or sign is Sign.HOW for sign in asks):
        return True
    first = clauses[:1] if Sign.TROUBLE in signs else clauses
    return faint and any(_orders(Sign.FAINT).match(clause) for clause in first)


def _fails(clause: str) -> bool:
    """Whether what begins like an order tells that the edit of that name did not work."""
    return (
        _NO_ORDER.match(clause) is not None
        or (
            (found := _compiled("zh", SIGNS[Sign.TROUBLE]["zh"]).search(clause)) is not None
            and "的" not in clause[found.end() : found.end() + 4]
        )
        or (not clause.startswith("把") and _compiled("zh", SIGNS[Sign.HOW]["zh"]).search(clause) is not None)
    )


def _signs(text: str, languages: Set[str]) -> dict[Sign, int]:
    return {sign: found for sign in Sign if (found := _first(SIGNS[sign], text, languages)) is not None}


def _topics(text: str, signs: Mapping[Sign, int], languages: Set[str]) -> dict[Topic, int]:
    found = {
        topic: place
        for topic, words in TOPICS.items()
        if (place := _first(words, text, languages)) is not None
    }
    if Topic.BUG in found and not {Sign.TROUBLE} & signs.keys():
        del found[Topic.BUG]
    if Topic.BILLING in found and Topic.CREDITS in found and "charge" not in text:
        found[Topic.BILLING] += len(text)  # "pay for credits" is about credits first
    if Topic.SIGN_IN in found and Topic.CREDITS in found:
        found[Topic.SIGN_IN] += len(text)  # "the credits I got for signing up"
    if Topic.PRIVACY in found:
        found[Topic.PRIVACY] = -1  # whatever it was that was uploaded, rendered or exported
    if Topic.BILLING in found and Topic.EXPORT in found:
        found[Topic.BILLING] += len(text)  # a plan that bars an export
    return found


def _settled(text: str, found: dict[Topic, int], signs: Mapping[Sign, int]) -> tuple[Topic, ...]:
    """The topics in order; a question how is one of its own, and trouble with an export is a render's unless it is blocked."""
    topics = dict(found)
    if Topic.WISH in topics:
        return (Topic.WISH,)
    trouble, reaches = Sign.TROUBLE in signs, Sign.CONTACT in signs
    asks_how = Sign.HOW in signs and not trouble and not reaches
    if asks_how and not (_ACCOUNT & topics.keys() or (Topic.UPLOAD in topics and _ASKS_WHICH.search(text))):
        return (Topic.HOW_TO,)
    _part_export_from_render(text, topics, trouble=trouble)
    if _MARRED.search(text):
        topics[Topic.BUG] = -1
    elif topics.keys() - {Topic.BUG} and not _BUGGY.search(text):
        topics.pop(Topic.BUG, None)  # "the export of my video fails" is not about the editor
    if topics:
        return tuple(sorted(topics, key=lambda topic: topics[topic]))
    if Topic.EXPORT in found and not reaches:
        return (Topic.HOW_TO,)
    asked = _QUESTION.search(text) or _ASKS_WHICH.search(text)
    told = trouble or (not asked and (Sign.TOLD in signs or _TELLING.match(text)))
    return (Topic.BUG,) if told and not reaches else (Topic.CONTACT,)


def _part_export_from_render(text: str, topics: dict[Topic, int], *, trouble: bool) -> None:
    """What is blocked is an export; what fails or takes long is a render; of one that does neither there is nothing to say."""
    if Topic.EXPORT not in topics or _BLOCKED.search(text):
        return
    place = topics.pop(Topic.EXPORT)
    if trouble or Topic.RENDER in topics or _DONE.search(text):
        topics[Topic.RENDER] = min(place, topics.get(Topic.RENDER, place))


def _wanted(prompt: str) -> str:
    found = _WANTED.search(prompt) or _WANTED_ZH.search(prompt.strip())
    return " ".join(found["wanted"].split()).strip(" ,") if found else ""


def _first(words: Mapping[str, str], text: str, languages: Set[str]) -> int | None:
    """Where the first of these words stands, in any of these languages."""
    patterns = [_compiled(code, pattern) for code, pattern in words.items() if code in languages]
    return min((found.start() for pattern in patterns if (found := pattern.search(text))), default=None)


@cache
def _compiled(code: str, pattern: str) -> re.Pattern[str]:
    return re.compile(pattern if code in _UNSPACED else rf"(?<!{_LETTER})(?:{pattern})(?!{_LETTER})")


@cache
def _orders(sign: Sign) -> re.Pattern[str]:
    """Orders of a kind, in any language, with the polite words before them."""
    quiet, edits = SIGNS[Sign.QUIET], SIGNS[sign]
    each = [
        rf"(?:(?:{quiet[code]})[\s,，:]*)*(?:{edits[code]})"
        + ("" if code in _UNSPACED else rf"(?!{_LETTER})")
        for code in edits
    ]
    return re.compile("|".join(each))
