"""What people say around a request and that asks for nothing: why they want it, what went wrong, "no, wait"."""

import re
from typing import Final

_BEGIN: Final = r"(?:^|(?<=[,.;!?\n]))\s*"
_END: Final = r"\s*[,.;:!?\n-]+\s*(?:(?:so|and|but)\s+)?(?=[^\s,.;!?])"
_MUCH: Final = r"(?:(?:all|a\s+(?:bit|little)|way|much|far|really|so|rather|just|quite)\s+)*"
_QUALITY: Final = r"(?:dark|dim|bright|small|big|large|tiny|faint|loud|quiet|noisy|long|short|slow|fast|shaky|blurry|crooked|tilted|soft|flat|dull|bland|pale|washed\s+out|grainy|hissy|muffled|boomy|tinny|jerky|wobbly|jumpy|murky|gloomy|overexposed|underexposed|messy|rough|cold|yellow|sideways|upside\s+down|boring)"
_ZH_QUALITY: Final = r"(?:[黄蓝红绿白灰青]|冷|暖|淡|艳|高|低|平淡|刺耳|单调|歪|反|斜|倒|糊|暗|亮|横|竖|抖|晃|吵|长|短|慢|快|大声|小声|大|小|响|轻|颠倒|无聊)"
# What the request behind is about: "the music is too loud, turn it down".
_THING: Final = (
    r"(?:the|my|this|our)\s+(?:background\s+)?(?:music|song|sound|audio|volume|voice|titles?|text|captions?|subtitles?|logo|watermark|"
    r"(?:first|second|third|fourth|middle|last)\s+(?:clip|one|video|shot|scene|bit|part))|clip\s+\d+"
)
_ZH_THING: Final = r"(?:背景)?音乐|bgm|字体|贴纸|人声|原声|旁白|声音|音量|标题|文字|字幕?|logo|水印|第[一二三四五\d]{1,2}(?:段|个片段)"
_ASIDES: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_BEGIN}(?:right\s+)?after\s+(?=(?:add|cropp|cutt|delet|fad|flipp|merg|mut|putt|remov|rotat|slow|speed|splitt|trimm)ing\b)",
        rf"{_BEGIN}(?:(?:oh\s+)?no\s*,?\s*)?(?:wait|hold\s+on|hang\s+on|hmm+|oh\s+no|oops|never\s*mind|on\s+second\s+thoughts?)(?:\s+a\s+(?:second|moment|minute))?{_END}",
        rf"{_BEGIN}(?:等一下|等等|不对|哎呀|哦不|算了)[,.!\s]*(?=[^\s,.;!?])",
        rf"{_BEGIN}(?:sorry\s*,?\s*)?(?:i|we)\s+(?:accidentally\s+)?(?:filmed|shot|recorded|took|held|was\s+filming|was\s+holding|were\s+filming)\b[^,.;:!?\n]*{_END}",
        (
            rf"{_BEGIN}(?:(?P<of>{_THING})|it|this|that|(?:the|my|this|our)\s+(?:\w+\s+)?\w+)\s*"
            rf"(?:'s|\s(?:is|are|was|were|looks|sounds|came\s+out|turned\s+out))\s+{_MUCH}(?:too\s+)?{_QUALITY}(?:{_END}|\s+so\s+(?=[a-z]))"
        ),
        rf"{_BEGIN}(?:i|you|we|one|people)\s+(?:can|could)(?:'t|not)?\s+(?:(?:hardly|barely|scarcely|really|even)\s+)*(?:hear|see|read|understand|make\s+out|tell)\b[^,.;:!?\n]*{_END}",
        rf"{_BEGIN}there(?:'s|\s+is|\s+are)\s+(?:nothing|not\s+much|no)\b[^,.;:!?\n]*{_END}",
        rf"{_BEGIN}(?:please\s+)?(?:make|create)\s+(?:me\s+)?(?:an?|my|our)\s+(?:[\w']+\s+){{0,3}}(?:film|video|movie|vlog|montage)\s*:\s*(?=[^\s,.;!?])",
        rf"{_BEGIN}(?:我?(?:想|准备|要)?)(?:发|分享|放|传)(?:给|到|在)(?:我?的?(?:朋友|家人|同事|客户|同学|老师|群))[^,.;!?\n]{{0,4}}[,.;!?]\s*(?:所以)?(?=\S)",
        rf"{_BEGIN}(?:这个|这段|我的?)?(?:视频|画面|片子|录像|我)?(?:是)?(?:拍|录)(?:的时候|得|的)?[^,.;!?\n]{{0,6}}{_ZH_QUALITY}(?:着|过来)?(?:的|了)?\s*[,.;!?]\s*(?=\S)",
        rf"{_BEGIN}(?:这个|这段|我的?)?(?:视频|画面|片子|录像|素材|手机)?(?:是|都是)?(?:横|竖|倒|斜|歪|反)(?:着|过来)?(?:拍|录)(?:的|了)?\s*[,.;!?]\s*(?=\S)",
        rf"{_BEGIN}(?P<of>(?:背景|环境|现场)?(?:杂音|噪音|噪声|底噪))(?:有点|有些|很|太|挺|比较|特别|非常)*(?:大|明显|吵|多|重|响|严重)了?\s*[,.;!?]\s*(?=\S)",
        rf"{_BEGIN}(?:(?P<of>{_ZH_THING})|[^,.;!?\n]{{0,6}}?)(?:感觉|觉得|好像|看着|看起来|整体)?(?:(?:有点|有些|稍微|实在|略|还是)?(?:太|偏|过于)|有点|有些|不够){_ZH_QUALITY}了?(?:点|些)?\s*[,.;!?]\s*(?=\S)",
    )
)


def without_asides(plain: str, blank: str) -> str:
    """The even text with such words blanked out, letter by letter, where something is asked for behind them."""
    for aside in _ASIDES:
        plain = aside.sub(lambda found: _blanked(found, blank), plain)
    return plain


def _blanked(found: re.Match[str], blank: str) -> str:
    """Only blanks, but for the thing that the request behind is about."""
    of = found.groupdict().get("of")
    if of is None:
        return blank * len(found[0])
    start, end = (place - found.start() for place in found.span("of"))
    return blank * start + of + blank * (len(found[0]) - end)
