"""Words to be written that the user gave without quotes: after "saying", "title:", "写着" and the like."""

import re
from typing import Final

from nemovideo_mcp.studio.agent.lexicon import UNKNOWN, tokens_of
from nemovideo_mcp.studio.agent.sentence import LIFTED, Sentence
from nemovideo_mcp.studio.agent.slots import Token

_PLACES: Final = r"(?:top|bottom|cent(?:er|re)|middle|upper|lower|left|right|screen|corner)"
_TIMES: Final = r"(?:\d|start|beginning|end\b|opening|first\s|last\s|(?:one|two|three|four|five|six|ten)\s)"
_EN_STOP: Final = (
    rf"(?=\s*(?:$|[,;!?\n]|\.(?:\s|$)|\s(?:and|then|and\s+then)\s)|"
    rf"\s+(?:(?:at|in|on|to|near|from|for|during)\s+(?:the\s+)?(?:very\s+)?(?:{_PLACES}|{_TIMES}|whole|entire)|"
    rf"in\s+(?:white|black|red|green|blue|yellow|orange|purple|pink|gr[ae]y|gold|big|large|small|huge|bold)\b|for\s+\d))"
)
_EN_SAYING: Final = (
    r"(?:saying|(?:that|which)\s+(?:says|reads|say|read)|reading|with\s+the\s+(?:text|words?|title|message))"
)
_EN_TEXT: Final = r"(?:title|text|caption|heading|headline|message|text\s+overlay|title\s+card|banner)"
_WORDS: Final = rf"(?P<slot>[^\s,;:.!?\n{LIFTED}][^{LIFTED}\n]{{0,300}}?)"
_ENGLISH: Final = (
    rf"{_EN_SAYING}\s*:?\s+{_WORDS}{_EN_STOP}",
    rf"\b{_EN_TEXT}\s*(?::|called|named|titled)\s*{_WORDS}{_EN_STOP}",
    rf"\b(?:change|set|update|edit|rename)\s+(?:the\s+|my\s+)?{_EN_TEXT}(?:\s+text)?\s+to\s+(?:say\s+|read\s+)?{_WORDS}{_EN_STOP}",
    rf"\b(?:rename|call|name)\s+(?:(?:the|this|my)\s+)?(?:project|video|film)?\s*(?:to\s+|as\s+|it\s+|:\s*)?{_WORDS}{_EN_STOP}",
)
_CAPITAL: Final = rf"\b(?:{_EN_TEXT}|words?|phrase)\s+{_WORDS}{_EN_STOP}"
_ZH_STOP: Final = (
    r"(?=\s*(?:$|[,;.!?\n]|然后|并且|接着|,?再|放?在(?:顶|底|上|下|左|右|中|开|结|第|片)|持续|显示\d))"
)
_ZH_TEXT: Final = r"(?:标题|文字|字样|文本|字幕|文案|大字|[行排]字|字(?=\s*:)|一句(?=\s*:))"
_CHINESE: Final = (
    rf"{_ZH_TEXT}\s*(?:写着|写上|写|叫做|叫|内容(?:为|是)|为|是|:|改成|改为|换成)\s*{_WORDS}{_ZH_STOP}",
    rf"(?:写上|写着|打上)\s*{_WORDS}{_ZH_STOP}",
    rf"(?:重命名为|改名为|改名叫|命名为|项目名称?改(?:成|为)|取名|起名)\s*(?:叫|为)?\s*{_WORDS}{_ZH_STOP}",
)
_LOOKS: Final = re.compile(
    r"(?:(?:the\s+)?(?:top|bottom|cent(?:er|re)|middle|left|right|upper|lower|white|black|red|green|blue|yellow|orange|"
    r"purple|pink|gr[ae]y|gold|bigger|smaller|larger|big|large|small|huge|start|beginning|end|corner|side|\d+\s*(?:s|sec|seconds?|%)?)\s*)+|"
    r"[顶底左右上下中间部角方面红白黑蓝绿黄色大小号放缩一点]+|[\d.]+\s*秒|(?:粗体|加粗|大字|普通|简单|带?底框|逐字高亮|逐词高亮|高亮|卡拉ok|软字幕)(?:的)?(?:样式|风格)?"
)
_ZH_BARE: Final = re.compile(
    rf"(?:加上?|添加|加个|加一个|加入|打上|写上|放上|来个)(?:一个|一行|个)?(?:标题|文字|大字)(?!卡|页)\s*{_WORDS}{_ZH_STOP}"
)
_PATTERNS: Final = tuple(map(re.compile, (*_ENGLISH, *_CHINESE)))
_NAMED: Final = re.compile(_CAPITAL)
_LITTLE: Final = re.compile(r"(?:at|in|on|for|from|to|with|and|that|over|of|overlay|card|saying|is|as)\b")


def _is_name(raw: str, match: re.Match[str]) -> bool:
    """Whether words without any mark are a text all the same: each begins with a capital, and none leads elsewhere."""
    words = raw[match.start("slot") : match.end("slot")].split()
    return all(word[0].isupper() for word in words) and not _LITTLE.match(match["slot"])


def _opens_unknown(words: str) -> bool:
    """Whether words behind "加标题" are a text: they begin with something that says nothing to an editor."""
    found = tokens_of(words, {})
    return bool(found) and found[0].symbol == UNKNOWN


def said_words(sentence: Sentence, plain: str) -> tuple[str, list[Token]]:
    """The text with such words blanked out, and a QUOTE token for each, exactly as they were written."""
    found: list[Token] = []
    for pattern in (*_PATTERNS, _NAMED, _ZH_BARE):
        match = pattern.search(plain)
        if match is None or (_LOOKS.fullmatch(match["slot"].strip()) and not _is_name(sentence.raw, match)):
            continue
        if pattern is _NAMED and not _is_name(sentence.raw, match):
            continue
        if pattern is _ZH_BARE and not _opens_unknown(match["slot"]):
            continue
        start = match.start("slot")
        end = start + len(match["slot"].rstrip())
        found.append(Token("QUOTE", sentence.raw[start:end], start, end))
        plain = plain[:start] + LIFTED * (end - start) + plain[end:]
    return plain, found
