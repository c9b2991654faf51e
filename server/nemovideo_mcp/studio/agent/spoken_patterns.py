"""How people name a place in the speech, fillers, and a transcript: the patterns of `spoken`, in parts that have names.

They are read with blanks and comments in them (re.VERBOSE); LIFTED stands for each letter of what was in quotes.
"""

import re
from typing import Final

from nemovideo_mcp.studio.agent.lexicon_voice import VOICE_VALUES
from nemovideo_mcp.studio.agent.numbers import ORDINAL
from nemovideo_mcp.studio.agent.sentence import LIFTED


def _pattern(text: str) -> re.Pattern[str]:
    return re.compile(text, re.VERBOSE)


# Where the words end that are not in quotes: at a mark, or before "and" with another request behind it.
_VERBS: Final = r"""(?:
    add|put|make|export|fade|cut|trim|remove|keep|mute|speed|slow|crop|rotate|burn|show|give|insert|set|turn|caption|
    subtitle|render|save|delete|move|zoom|transcribe|then|normali[sz]e|duck|undo|send|download|play|split|lay|change|
    overlay|blur|brighten
)"""
_STOP: Final = rf"(?=\s*(?: $ | [,.;!?\n] | (?:and|then|&) \s+ (?:then\s+)? (?:also\s+)? {_VERBS}\b ))"

# Who says it: "she says", "the man is heard saying".
_WHO: Final = r"""(?:
    (?: he|she|they|i|we|you|it|somebody|someone|anyone|anybody|people | (?:the|my|this)\s+[a-z]+ | [a-z]+ )
    (?: \s+ (?:is|are|was|starts?|begins?) )?
)"""
_SAYS: Final = r"""(?:
    says?|said|saying | mentions?|mentioned|mentioning | utters? | talks?\s+about|talked\s+about|talking\s+about |
    is\s+heard\s+saying
)"""
_WHO_SAYS: Final = rf"{_WHO}\s+{_SAYS}\s+"
_WHERE: Final = rf"where\s+{_WHO_SAYS}"

# What is said, in quotes or not, and which of the times.
_QUOTED: Final = rf"{LIFTED}+"
_BARE: Final = rf"[^,.;!?\n{LIFTED}]+?"
_WORDS: Final = rf"""
    (?: (?:that\s+|the\s+)? (?:words?|phrase|sentence) \s+ )?
    (?P<words> {_QUOTED} | [^\s,.;!?\n{LIFTED}][^,.;!?\n{LIFTED}]*? )
"""
_WHICH: Final = rf"""(?: \s+ (?:
    (?: at|near|towards ) \s+ the \s+ (?:very\s+)? (?P<edge>end|start|beginning) |
    (?:for\s+)? (?:the\s+)? (?P<nth>{ORDINAL}|last|final|first) \s+ time |
    every\s+time | each\s+time | anywhere | everywhere | in\s+(?: it | the\s+(?:video|film|clip|recording) )
) )*"""
_PLACE: Final = r"""(?:
    (?:all\s+)? (?:the\s+|every\s+|each\s+|any\s+)?
    (?:parts?|bits?|sections?|moments?|places?|sentences?|segments?|everything|clips?|time|times|pieces?) \s+
)?"""

FROM_TO: Final = _pattern(
    rf"\b from \s+ (?:{_WHERE})? (?P<words>{_QUOTED}) \s+ (?:to|until|till|up\s+to|through) \s+ (?:{_WHERE})? (?P<until>{_QUOTED})"
)
BETWEEN: Final = _pattern(rf"\b between \s+ (?P<words>{_QUOTED}) \s+ and \s+ (?P<until>{_QUOTED})")
FROM_WHERE_TO_WHERE: Final = _pattern(
    rf"\b from \s+ {_WHERE} (?P<words>{_BARE}) \s+ (?:to|until|till|up\s+to) \s+ {_WHERE} (?P<until>{_BARE}) {_STOP}"
)
BEFORE_OR_AFTER: Final = _pattern(
    rf"\b {_PLACE} (?P<side>after|before|until) \s+ (?:where\s+|when\s+)? {_WHO_SAYS} {_WORDS} {_WHICH} {_STOP}"
)
WHERE_IT_IS_SAID: Final = _pattern(
    rf"\b {_PLACE} (?:where|when|whenever|in\s+which|every\s+time|each\s+time) \s+ {_WHO_SAYS} {_WORDS} {_WHICH} {_STOP}"
)
THE_TIME_IT_IS_SAID: Final = _pattern(rf"""
    \b (?:the\s+)? (?P<nth1>{ORDINAL}|last|final) \s+ (?:time|place|part) \s+ (?: (?:where|when|that) \s+ )?
    {_WHO_SAYS} {_WORDS} {_STOP}
""")
THE_WORD: Final = _pattern(rf"""
    \b (?:cut|remove|delete|keep|trim|drop|bleep) (?:\s+out|\s+only|\s+away)? \s+
    (?P<slot>
        (?:the\s+|every\s+|all\s+(?:the\s+)?)? (?:(?P<nth1>last|first|final)\s+)? (?:spoken\s+)?
        (?:words?|phrase|sentence)s? \s+ (?P<words>{_QUOTED}) {_WHICH}
    )
""")
_ZH_WHO: Final = r"(?: 他|她|它|我|你|他们|她们|我们|有人|说话人|主持人|讲话人 )?"
_ZH_NTH: Final = r"(?P<nth1> 最后一次|第一次|第二次|第三次|最后 )?"
_ZH_SAYS: Final = r"(?: 说到|说出|说(?!话)|提到|讲到|讲(?!话) ) 出?"
_ZH_BARE: Final = rf"[^\s,.;!?\n{LIFTED}]{{1,40}}?"
_ZH_CUT: Final = r"(?<=去掉|删掉|剪掉|删除|保留|只留)"
ZH_BEFORE_OR_AFTER: Final = _pattern(rf"""
    (?: {_ZH_WHO} {_ZH_NTH} {_ZH_SAYS} (?P<words> {_QUOTED} | {_ZH_BARE} ) | {_ZH_CUT} (?P<quoted> {_QUOTED} ) )
    (?P<side> 之前|以前|之后|以后 ) 的? (?:所有|全部)? (?: 部分|内容|地方|片段|话 )?
""")
ZH_WHERE_IT_IS_SAID: Final = _pattern(rf"""
    {_ZH_WHO} {_ZH_NTH} {_ZH_SAYS}
    (?P<words> {_QUOTED} | (?![的过了着]) {_ZH_BARE} )
    的? (?: 部分|地方|那段|片段|那里|时候|那一段|那句话|那句|话|段落|位置 )
""")
ZH_FROM_TO: Final = _pattern(
    rf"从 (?P<words>{_QUOTED}) (?:开始)? 到 (?P<until>{_QUOTED}) (?:为止)? (?:的?部分)?"
)
PLACES: Final = (
    FROM_TO,
    BETWEEN,
    FROM_WHERE_TO_WHERE,
    BEFORE_OR_AFTER,
    WHERE_IT_IS_SAID,
    THE_TIME_IT_IS_SAID,
    THE_WORD,
    ZH_BEFORE_OR_AFTER,
    ZH_WHERE_IT_IS_SAID,
    ZH_FROM_TO,
)

# Where it is said, when that is only asked.
_QUESTION: Final = r"""(?:
    (?:at\s+)?(?:what|which)\s+(?:time|times|point|moment|second)s? | when | where | how\s+(?:often|many\s+times)
) (?: \s+ in\s+(?:the|this|my)\s+(?:video|film|clip|recording|movie) )?"""
ASKED: Final = (
    _pattern(rf"""
        \b {_QUESTION} \s+ (?:exactly\s+)? (?:do|does|did) \s+ {_WHO} \s+ (?:say|mention|utter|talk\s+about) \s+ {_WORDS} {_WHICH} {_STOP}
    """),
    _pattern(rf"""
        \b {_QUESTION} \s+ (?:is|was|are) \s+ {_WORDS} \s+ (?:being\s+)? (?:said|mentioned|spoken|heard) {_WHICH} {_STOP}
    """),
    _pattern(rf"""
        {_ZH_WHO} (?:在|是)? (?: 什么时候|什么时间|哪里|哪儿|哪个地方|几分几秒|第几秒|何时 ) {_ZH_SAYS} [过了的]?
        (?P<words> {_QUOTED} | [^\s,.;!?\n{LIFTED}]{{1,40}} ) [的吗呢]* (?= \s* (?: $ | [,.;!?\n] ) )
    """),
    _pattern(rf"""
        {_ZH_WHO} {_ZH_SAYS} [过了]? (?: 几次|多少次|几遍|多少遍 )
        (?P<words> {_QUOTED} | [^\s,.;!?\n{LIFTED}]{{1,40}} ) [的吗呢]* (?= \s* (?: $ | [,.;!?\n] ) )
    """),
)
FIND: Final = _pattern(rf"""
    (?<![a-z]) (?P<slot>
        (?: please\s+ )? (?: find|locate|search\s+for|look\s+for|show\s+me|tell\s+me|list|give\s+me|spot ) (?:\s+out)? (?:\s+me)? |
        (?: 帮我|请|给我 )* (?: 找到|找出|查找|寻找|搜索|定位|列出|找一下|找 )
    ) \s* (?= {LIFTED} )
""")

_UM: Final = r"(?: u+h?m+s? | u+hs? | ers? | erms? | a+hs? | hmms? )"
_ZH_UM: Final = r"(?: 嗯|呃|额|啊 )"
FILLERS: Final = _pattern(rf"""
    (?:
        \b (?:all\s+)? (?:the\s+|my\s+|his\s+|her\s+|their\s+)? (?: filler(?:\s+words?|\s+sounds?)?s?\b | {_UM}\b )
        (?: \s* (?:,|and|&|or|/) \s* (?:the\s+)? (?:and\s+)? (?: {_UM} | filler\s+words? ) \b )*
    ) |
    口头禅 | 语气词 | (?: 嗯嗯? | 呃 | 额 | 啊 ) (?: \s* [、,和] \s* {_ZH_UM} )* (?: 的声音|声|等语气词 )?
""")

# A transcript that is asked for: by its name, by the name of its form, or as speech that becomes text.
_PLEASE: Final = r"""\b (?: (?:
    please | can\s+you | could\s+you | i\s+(?:want|need) | i'd\s+like | give\s+me | get(?:\s+me)? | make(?:\s+me)? |
    create | generate | produce | write | export | save | download | show(?:\s+me)? | convert | turn | extract |
    send\s+me | pull
) \s+ )*"""
_NAMED: Final = r"""
    \b transcri(?:be|bing|pts?|ptions?) \b | \b speech[\s-]to[\s-]text \b | \b (?:srt|vtt|webvtt) \b
"""
_SPEECH: Final = r"""(?:
    \b what\s+(?:is|was|'s|he|she|they|i) \s* (?:being\s+)? (?:said|says?|saying) \b | \b what's\s+said \b |
    \b (?:speech|dialogue|spoken\s+words|audio|voice) \b
)"""
_WRITTEN: Final = r"""
    \b (?:write|type|note|jot|get|put) \s+ (?:down|out|up) \s+ (?:what|everything|all|every\s+word) (?:\s+that)? (?:'s|\s+is|\s+was|\s+(?:they|he|she|we|i|people))
    \s+ (?:being\s+)? (?:said|says?|saying|spoken) \b
"""
_ASKED: Final = r"""
    \b what (?:\s+are|\s+is|'s|\s+was|\s+were|\s+do|\s+does|\s+did) \s+ (?:(?:they|he|she|we|i|people|everyone|(?:the|my)\s+\w+|being|actually)\s+)+
    (?:say|saying|said) \b (?! \s* \d)
"""
_INTO_TEXT: Final = r"(?= [^,.;!?\n]{0,50} \b (?:into|to|as|in) \s+ (?:\w+\s+){0,3}? (?:text|document|words|writing|json) \b )"
_ZH_ASKS: Final = r"""
    [^,.;!?\n]{0,12}
    (?: 转写|转录|听写|转成文字|转为文字|转换成文字|转换为文字|变成文字|语音转文字|转文字|变文字|打成文字|写成文字|整理成文字|提取文字|文案提取|提取文案|台词提取|提取台词|扒出?来?文字|文字稿|逐字稿|字幕文件|srt|vtt )
    [^,.;!?\n]{0,16}
"""
ASKS: Final = _pattern(rf"""
    {_PLEASE} (?: (?:(?!\band\s|\bthen\s)[^,.;!?\n]){{0,60}}? )
    (?: {_NAMED} | {_SPEECH} {_INTO_TEXT} | {_WRITTEN} | {_ASKED} )
    [^.;!?\n]*? (?= \s* (?: $ | [.;!?\n] | (?:,\s*)? (?:and|then|&) \s+ (?:then\s+)? {_VERBS}\b ) ) |
    {_ZH_ASKS}
""")
FORMS: Final = (
    ("vtt", re.compile(r"vtt")),
    ("srt", re.compile(r"srt|subtitle\s+file|caption\s+file|字幕文件")),
    ("json", re.compile(r"\bjson\b|word\s+times|word\s+timings")),
)
TONGUES: Final = tuple(
    (code, re.compile("|".join(rf"\b{word}\b" if word.isascii() else word for word in words.split("|"))))
    for code, words in VOICE_VALUES["TONGUE"].items()
)
LATER: Final = re.compile(r"\btranslat|翻译|\bcaptions?\s+(?:in|with)\b")

CLAUSES: Final = re.compile(r"(?:[^,.;!?\n](?!\band\b|\bthen\b))+")
CAPTION: Final = re.compile(r"\b(?:captions?|subtitles?|subs)\b|字幕")
STYLES: Final = (
    (
        "bold",
        _pattern(r"""
            (?:\bbig\s+(?:and\s+)?)? \b bold \b (?:\s+social)? (?:\s+style)? |
            \b (?:tiktok|reels|social(?:\s+media)?) (?:\s+style)? \b | 粗体|加粗|大字|抖音风格|抖音|醒目
        """),
    ),
    ("plain", _pattern(r"\b (?:plain|simple|classic) (?:\s+style)? \b | 普通|简单|朴素")),
)
