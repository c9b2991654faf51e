"""Patterns of spoken Chinese: which one is meant (最后那段, 一二段), particles that say nothing, verbs taken apart (去一下噪)."""

import re
from fractions import Fraction
from typing import Any, Final

from nemovideo_mcp.studio.agent.moments import END, START, ZH_LENGTH, length_of
from nemovideo_mcp.studio.agent.numbers import ZH_NUMBER, number, ordinal
from nemovideo_mcp.studio.agent.slots import Recogniser, recogniser
from nemovideo_mcp.studio.agent.slots_framing import ANY_COLOR, COLORS, Outline

_PIECE: Final = r"(?:一)?(?:小)?(?:段|个片段|个视频|段视频|个镜头|段镜头|条视频|条)"
_REST: Final = r"(?:其他|其它|其余|剩下|剩余|别的|另外|余下|多余)"
_AWAY: Final = r"(?:删掉|删除|删了|删|不要|不留|去掉|剪掉|剪了|丢掉|砍掉|扔掉|清掉)"
_OPENS: Final = r"(?:^|[,.;!?\n]|把|将|让|给|使|再|然后|并|接着)\s*"
_SOUND: Final = r"(?:声音?|音量|音乐|bgm|原声|人声|配乐|歌曲?|旁白|配音)"
_LOOK: Final = r"(?:亮度|对比度|饱和度|色温|锐度|清晰度|曝光[度值]?|暗角|模糊度?)"
_HEARD: Final = re.compile(rf"{_SOUND}[^,.;!?\n]*$")
_BOTH_FADES: Final = re.compile(
    r"(?:淡入|渐入|渐显)(?!淡出|渐出|和).*(?:淡出|渐出|渐隐|变黑|黑场)|(?:淡出|渐隐).*(?:淡入|渐入|渐显)"
)
_CANVAS: Final = re.compile(r"分辨率|画布|帧率|\d{3,4}\s*[x×*]\s*\d{3,4}|\d{3,4}p|[24]k")
_KEPT: Final = re.compile(r"只?留|只要|保留|只剩")
_WRITTEN: Final = re.compile(r"标题|文字|字|logo|水印|贴纸|图|照片|音|声|\x00")
_VOICED: Final = re.compile(r"[男女]声|[男女]生|[男女]音|旁白|配音|声音|音色|念|朗读|读")


def _pair(match: re.Match[str]) -> tuple[str, Any]:
    return "CLIP", tuple(ordinal(letter) for letter in match["n"])


def _rest(match: re.Match[str]) -> tuple[str, Any] | None:
    """`其他全删` behind `只留第二段` asks for nothing more."""
    return ("FILLER", None) if _KEPT.search(match.string[: match.start()]) else None


def _enlarge(match: re.Match[str]) -> tuple[str, Any] | None:
    """The picture, when nothing else is spoken of that could be made bigger."""
    return None if _WRITTEN.search(match.string[: match.start("slot")]) else ("ZOOM", None)


def _edge(match: re.Match[str]) -> tuple[str, Any]:
    return "OUTLINE", Outline(None, COLORS.get(match["c"], match["c"]))


def _halved(match: re.Match[str]) -> tuple[str, Any] | None:
    return ("FACTOR", Fraction(1, 2)) if _HEARD.search(match.string[: match.start("slot")]) else None


def _read_out(match: re.Match[str]) -> tuple[str, Any] | None:
    return ("VOICEOVER", None) if _VOICED.search(match.string[: match.end("slot")]) else None


def _rate(match: re.Match[str]) -> tuple[str, Any] | None:
    """`1280x720,30帧`: beside a size of the picture it is a rate, else a length."""
    return ("FPS", number(match["n"])) if _CANVAS.search(match.string) else None


def _sign(match: re.Match[str]) -> tuple[str, Any]:
    return ("LOUDER" if match["slot"][0] in "加升" else "QUIETER"), None


def _each(match: re.Match[str]) -> tuple[str, Any] | None:
    return ("EACHPIC", None) if number(match["n"]) == 1 else None


_WHICH: Final[tuple[Recogniser, ...]] = (
    recogniser(
        r"(?P<slot>不要|不用|别|不想|不需要|先不要|用不着)(?=(?:再|给我|把它|帮我)?(?:剪|删|去[掉除]|切|裁(?!剪)|掐|砍|静音|加(?!黑边)|放|改|调|合并|倒|转(?!场)|移|换|旋转|缩|配|导出))",
        lambda _: ("NO", None),
    ),
    recogniser(
        r"(?:标题|文字|字体?|字幕|logo|水印|音乐|声音?|音量|bgm|度|颜色|色彩|画面|视频|影片|它|段|图|照片|\x00)(?P<slot>再)"
        r"(?=往|向|靠|调|提|加[大快高]|放[大慢]|变|减|[亮暗鲜艳快慢高低长短粗细淡深多少强弱冷暖])",
        lambda _: ("FILLER", None),
    ),
    recogniser(r"(?P<slot>[只仅])(?=给|把|对|让|将|帮)", lambda _: ("FILLER", None)),
    recogniser(r"(?P<one>[挪移调剪放改删压减拉推提])(?P<slot>(?P=one))", lambda _: ("FILLER", None)),
    recogniser(
        r"(?:^|[,.;!?\s]|然后|再|把)(?P<slot>(?:后面|前面|中间)的?)(?=声音|音量|画面|视频|部分|速度|内容)",
        lambda _: ("VAGUE", None),
    ),
    recogniser(
        r"(?<=\x00)\s*(?:这|那)?[几一二两三四五六七八九十\d]{1,2}个(?:大)?字", lambda _: ("TITLE", None)
    ),
    recogniser(
        r"(?:复制|拷贝|重复)[^,.;!?\n]{0,6}(?P<slot>(?:接|放|贴|排)在?(?:它|自己)?的?(?:后面|后边))",
        lambda _: ("FILLER", None),
    ),
    recogniser(
        rf"{_REST}(?:的)?(?:片段|部分|内容|镜头|视频|时间|地方)?(?:就|都|全|全部|统统|通通)*{_AWAY}", _rest
    ),
    recogniser(
        r"(?P<slot>(?:其他|其它|其余|别的|另外)(?:的)?(?:片段|视频|镜头|几?段)?)(?:就|都|全|全部)*(?=静音|加速|放慢|慢放|倒放|调|变|改|加)",
        lambda m: ("OTHERS", None) if re.search(r"第|\x00", m.string[: m.start()]) else None,
    ),
    recogniser(rf"(?:最后|最末|最末尾|末尾)(?:面)?的?(?:那|这){_PIECE}", lambda _: ("CLIP", (-1,))),
    recogniser(rf"(?:最前面?|最开头|最开始|开头)的?(?:那|这){_PIECE}", lambda _: ("CLIP", (1,))),
    recogniser(
        r"倒数第(?P<n>[一二两三四五\d])(?:段|个片段|个视频|个镜头|条)",
        lambda m: ("CLIP", (-ordinal(m["n"]),)),
    ),
    recogniser(r"(?<![第十百千\d一二三四五六七八九])(?P<n>[一二三四五六七八九]{2,4})两?段", _pair),
    recogniser(
        r"(?<=\x00)\s*的?(?:那|这)(?:一)?(?:段|个|张|条|首|支|部)(?:视频|片段|图片?|照片|素材|歌|音乐|文件)?(?!标题|文字|字)",
        lambda _: ("FILLER", None),
    ),
    recogniser(
        r"(?<=[面头尾边里上下后前间角])(?P<slot>去)(?=\s*(?:$|[,.;!?]|吧|了))", lambda _: ("FILLER", None)
    ),
)
_WHEN: Final[tuple[Recogniser, ...]] = (
    recogniser(
        r"从(?:一开始|头)(?:开始)?(?=就?(?:加|放|播|配|显示|出现|淡|用|有|写))", lambda _: ("POINT", START)
    ),
    recogniser(
        rf"(?P<d>{ZH_LENGTH})之?后(?:自动|就)?(?:消失|不见|隐藏|收起)",
        lambda m: (
            ("LENGTH", length_of(m["d"]))
            if re.search(r"字|题|logo|水印|\x00", m.string[: m.start()])
            else None
        ),
    ),
    recogniser(r"(?:没用|没意思|不好看|多余|太无聊|是废话)了?(?=\s*,)", lambda _: ("FILLER", None)),
    recogniser(rf"{_OPENS}(?P<slot>头上|头里|前头|打头)(?!的?{ZH_LENGTH})", lambda _: ("POINT", START)),
    recogniser(rf"{_OPENS}(?P<slot>尾巴上?|尾上|后头)(?!的?{ZH_LENGTH})", lambda _: ("POINT", END)),
    recogniser(r"(?<=[去掐剪切])(?P<slot>头(?:去|掐|剪|切)?尾)", lambda _: ("BOTHENDS", None)),
    recogniser(
        rf"(?P<slot>压到|砍到|卡到|卡在|控制在|控制到|维持在|保持在|减到|降到|弄到|搞到|压成)(?=(?:只有|只剩|大概|大约|差不多)*{ZH_LENGTH})",
        lambda _: ("TRIMTO", None),
    ),
    recogniser(
        r"(?<![秒分钟帧段个张面最然以随之稍\d\x00])(?P<slot>之?后)(?=(?:再|就)?(?:加|把|导出|给|配|将|删|剪|调|静音|淡出|改))",
        lambda _: ("BREAK", "then"),
    ),
)
_SEEN: Final[tuple[Recogniser, ...]] = (
    recogniser(r"占(?:整个)?(?:画面|屏幕)?(?:的|约)?(?=\s*\d{1,2}\s*%)", lambda _: ("SIZEWORD", None)),
    recogniser(r"(?<![第前后到至\d.-])(?P<n>24|25|30|48|50|60|120)\s*帧(?![数率处画之以])", _rate),
    recogniser(
        rf"{_LOOK}[再都更\x00]*(?P<slot>高|强|大|多)(?=一?点|一?些|\s*$|\s*[,.])", lambda _: ("LOUDER", None)
    ),
    recogniser(
        rf"{_LOOK}[再都更\x00]*(?P<slot>低|弱|小|少)(?=一?点|一?些|\s*$|\s*[,.])", lambda _: ("QUIETER", None)
    ),
    recogniser(
        r"(?P<slot>四周|两边|上下|左右|两侧)(?:都)?(?=[^,.;!?\n]{0,3}(?:黑边|留边))",
        lambda _: ("FILLER", None),
    ),
    recogniser(r"放(?P<slot>上[面方边部])", lambda _: ("PLACE", "top")),
    recogniser(
        rf"帧(?:画面)?(?P<slot>(?:多|再|先|就)(?:停(?:住|留|顿)?|放|播))(?={ZH_LENGTH})",
        lambda _: ("FREEZE", None),
    ),
    recogniser(
        rf"{_OPENS}(?P<slot>(?:整个|整体|全部)?(?:的)?画面)(?!上|中|里|的?[左右上下顶底]|铺|放大|定|停|静|缩|翻|镜像|抖|稳|$)",
        lambda _: ("FILM", None),
    ),
    recogniser(rf"{_OPENS}(?:画面|视频)?(?P<slot>放大)(?=到?\s*(?:\d{{2,3}}\s*%|[\d.]+\s*倍))", _enlarge),
    recogniser(
        rf"{_LOOK}\s*(?:值|再|\x00|往上|往下)*(?:加|减|降|升|提高|降低|调到|调高|调低|拉到|拉高|拉低|到|为|设为)(?:了|到)?\s*"
        r"(?P<slot>(?P<n>\d{1,3}))(?![%\d秒倍.成])",
        lambda m: ("PERCENT", number(m["n"])),
    ),
    recogniser(
        rf"{_LOOK}(?:再|值|\x00)?\s*(?P<slot>[-+]\d{{1,3}})(?![%\d])",
        lambda m: ("PERCENT", number(m["slot"].lstrip("+"))),
    ),
    recogniser(rf"{_LOOK}(?:值|再|\x00|往上|往下|都)*(?P<slot>加|减|降|升)(?=\s*[\d\x00])", _sign),
    recogniser(
        r"(?:段|\x00)\s*(?:的)?(?P<slot>中间)(?=用|加|来|插|做|放|的?(?:转场|过渡|叠化))",
        lambda _: ("BETWEEN", None),
    ),
    recogniser(
        r"(?:结尾|片尾|最后|末尾|结束)[^,.;!?\n]{0,6}(?P<slot>(?:变)?黑场)(?!字|过渡|转场|卡)",
        lambda _: ("FADE_OUT", None),
    ),
    recogniser(
        r"(?:开头|片头|开始|开场)[^,.;!?\n]{0,6}(?P<slot>黑场)(?!字|过渡|转场|卡)",
        lambda _: ("FADE_IN", None),
    ),
    recogniser(r"(?P<slot>黑场)(?!过渡|转场|淡)", lambda _: ("DIP_BLACK", None)),
    recogniser(rf"字(?:体)?[,\s带加配有]*(?P<slot>(?P<c>{ANY_COLOR})的?边框?)", _edge),
    recogniser(
        rf"(?P<slot>(?P<n>{ZH_NUMBER}|\d)[张幅])(?=(?:图|照片|放|显示|停留|播放|播|停)*\s*{ZH_LENGTH})", _each
    ),
    recogniser(
        rf"{_OPENS}(?:并且?)?(?P<slot>带(?:上|个|点|着)?)(?=转场|字幕|音乐|bgm|配乐|标题|背景音乐|叠化|淡入|淡出|过渡|\x00)",
        lambda _: ("ADD", None),
    ),
    recogniser(
        rf"(?:画面|镜头|那里|处)(?:先|就)?(?P<slot>停(?:顿|留|住|一下|格)?)(?=\s*{ZH_LENGTH})",
        lambda _: ("FREEZE", None),
    ),
    recogniser(r"滚动的?(?=演职|片尾|职员|名单)", lambda _: ("FILLER", None)),
)
_HEARING: Final[tuple[Recogniser, ...]] = (
    recogniser(
        r"(?:音乐|bgm|配乐|歌|曲|\x00)[^,.;!?\n]{0,12},\s*(?:音量|声音)(?:大小)?(?P<slot>调到|开到|设为|设成|调成|拉到|改成|控制在|放到|设置为|调为)"
        r"(?=\s*[\d百一二三四五六七八九])",
        lambda _: ("FILLER", None),
    ),
    recogniser(
        r"(?P<slot>自动(?:地)?|智能)",
        lambda m: None if re.search(r"字幕|识别|caption|subtitle|配字", m.string) else ("FILLER", None),
    ),
    recogniser(
        rf"各(?:自|是|为|用|来)?(?P<d>{ZH_LENGTH})",
        lambda m: ("EACHLENGTH", length_of(m["d"])) if _BOTH_FADES.search(m.string[: m.start()]) else None,
    ),
    recogniser(rf"{_SOUND}[^,.;!?\n]{{0,6}}[大小高低响轻](?P<slot>一倍)", lambda _: ("FACTOR", Fraction(2))),
    recogniser(
        rf"{_SOUND}[,\s\x00]*(?:再|都|也|\x00|给我|稍微|往上)*(?P<slot>放大|加大|拉大|开大|调大|升高)",
        lambda _: ("LOUDER", None),
    ),
    recogniser(
        rf"{_SOUND}[,\s\x00]*(?:再|都|也|\x00|给我|稍微|往下|自动|就)*(?P<slot>缩小|关小|压低|调小|拧小|变小|变低|变轻|弱一点|弱一些|轻一些|小一些)",
        lambda _: ("QUIETER", None),
    ),
    recogniser(r"(?P<slot>(?:调|降|减|关)?(?:小|低|轻|少|掉)?一半|减半)", _halved),
    recogniser(
        r"(?:别|不要|不能|不许|免得|以免)?(?:让它)?(?:盖过|盖住|压过|压住|压着|抢了?|盖|遮住)(?:了)?"
        r"(?:人声|说话声?|旁白|解说|我说话|配音|对白|人说话)(?:的声音)?",
        lambda _: ("DUCK", None),
    ),
    recogniser(r"[去降除消](?:一下子?|一?个|降)噪(?:音|声)?", lambda _: ("DENOISE", None)),
    recogniser(r"(?<=渐)(?P<slot>弱)", lambda _: ("FADE_OUT", None)),
    recogniser(r"(?<=渐)(?P<slot>强)", lambda _: ("FADE_IN", None)),
    recogniser(r"(?P<slot>渐)(?=\x00)", lambda _: ("SOUND", None)),
    recogniser(r"(?P<slot>(?:念|读|朗读|说|讲|播报)(?:一遍|一下|一句|出来|出)?)(?=[\s:,]*\x00)", _read_out),
)
_STEPS: Final[tuple[Recogniser, ...]] = (
    recogniser(
        r"(?:^|[,.;!?\n])\s*(?:请|帮我|麻烦)*(?:把|将|给|让)[^,.;!?\n删剪去加调移改静切掉倒放]{1,12}(?P<slot>再)"
        r"(?=复制|重复|加速|放慢|倒放|静音|旋转|翻转)",
        lambda _: ("FILLER", None),
    ),
    recogniser(r"(?<=[^\s,.;!?\n])(?P<slot>全)(?=[删剪去切砍静掐]|不要)", lambda _: ("ALL", None)),
    recogniser(
        rf"(?P<slot>(?:前|上|最近|刚才|刚刚)的?(?P<n>{ZH_NUMBER}))(?=[步个次](?:操作|修改)?(?:都|全|全部)?(?:给我)?(?:撤|回退|退回|取消|恢复|还原))",
        lambda m: ("NUMBER", number(m["n"])),
    ),
    recogniser(
        rf"(?:撤|退)(?:回|销|掉)?(?:最近|前|上)?(?P<slot>(?P<n>{ZH_NUMBER}))(?=[步次])",
        lambda m: ("NUMBER", number(m["n"])),
    ),
    recogniser(
        r"[步次](?:操作|修改)?(?P<slot>都|全部|全)(?:给我)?(?=撤|退|取消)", lambda _: ("FILLER", None)
    ),
    recogniser(r"再来一[遍次]|多来一[遍次]", lambda _: ("DUPLICATE", None)),
    recogniser(r"(?P<slot>提到)(?=最前|开头|第[一二三\d])", lambda _: ("MOVE", None)),
)
SPOKEN: Final[tuple[Recogniser, ...]] = (*_WHICH, *_WHEN, *_SEEN, *_HEARING, *_STEPS)
