"""What people ask for that is not an edit here: what is still to come, and questions with an answer."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from nemovideo_mcp.studio.agent.row import Words


@dataclass(frozen=True)
class Topic:
    """A subject: how it is recognised (patterns over even text), its name, and what to say.

    A "coming" topic is not built yet; `words` says what can be done instead. A "question" is answered by `words`.
    """

    name: str
    kind: Literal["coming", "question"]
    pattern: str
    called: Words
    words: Words


def _coming(name: str, pattern: str, called: Words, words: Words) -> Topic:
    return Topic(name, "coming", pattern, called, words)


def _question(name: str, pattern: str, words: Words) -> Topic:
    return Topic(name, "question", pattern, {"en": name, "zh": name}, words)


_WRITE: Final[Words] = {
    "en": 'What works now: words you give, at a time you give: put "Hello" at 0:05 for 3 seconds at the bottom.',
    "zh": "现在可以做的：在指定时间加文字，例如：在第5秒加文字“你好”，持续3秒，放在底部。",
}
_CUT: Final[Words] = {
    "en": 'What works now: cuts you name, such as "cut out 0:05 to 0:08" or "keep the first 30 seconds".',
    "zh": "现在可以做的：剪掉你指定的时间，例如“剪掉第5秒到第8秒”或“只保留前30秒”。",
}
_FADES: Final[Words] = {
    "en": 'What works now: "add a crossfade between all clips", wipes, slides, dips to black or white, and fades ("fade out clip 1").',
    "zh": "现在可以做的：“所有片段之间加叠化”、擦除、滑动、闪黑、闪白，以及淡入淡出。",
}
_LOOK: Final[Words] = {
    "en": "What works now for the picture: brightness, contrast, saturation, warmer or cooler, black and white, blur, sharpen, vignette, "
    "rotate, flip, crop, zoom in, scale, Ken Burns, shape (16:9, 9:16, 1:1, 4:5), speed, and fades.",
    "zh": "画面现在可以做的：亮度、对比度、饱和度、冷暖、黑白、模糊、锐化、暗角、旋转、翻转、裁剪、放大、缩放、肯伯恩斯、画幅、速度、淡入淡出。",
}
_KEY: Final[Words] = {
    "en": 'What works now: a background of one colour, over another clip: "remove the green background of clip 2".',
    "zh": "现在可以做的：去掉纯色背景，露出另一个片段，例如“去掉第二段的绿幕”。",
}
_PICTURES: Final[Words] = {
    "en": "What works now: upload it, and it is put after the last clip as a clip of its own.",
    "zh": "现在可以做的：上传后作为单独的片段接在最后。",
}
_SOUNDS: Final[Words] = {
    "en": 'What works now for sound: volume, mute, music ("add lo-fi background music"), ducking, loudness, noise reduction, '
    "bass, treble and voice, left and right.",
    "zh": "声音现在可以做的：音量、静音、音乐（“加一段轻松的背景音乐”）、闪避、统一响度、降噪、低音高音人声增强、左右声像。",
}
_OWN: Final[Words] = {
    "en": "What works now: upload your own videos, pictures and songs, and cut, join, title and shape them.",
    "zh": "现在可以做的：上传你自己的视频、图片和歌曲，再剪辑、拼接、加标题、改画幅。",
}

TOPICS: Final[tuple[Topic, ...]] = (
    _question(
        "support",
        r"(?:contact|reach\w*|customer|technical|tech|nemovideo|ask|talk to|email|call) (?:\w+ ){0,3}support\b|\bsupport (?:team|staff|line|chat|email|number)|"
        r"^\W*support\W*$|contact|customer (?:service|care)|phone number|refund|\bbilling\b|report a bug|human agent|talk to (?:a|some)|"
        r"客服|联系|投诉|退款|反馈",
        {
            "en": "Live chat on the NemoVideo dashboard is usually faster than email; this editor cannot reach support for you. "
            "Say what goes wrong (the exact message, and what you asked for) and it can often be mended here: "
            "I can undo the last change, start over, or show the timeline.",
            "zh": "NemoVideo 控制台里的在线客服通常比邮件更快；我不能代你联系客服。"
            "请说明出了什么问题（原样的提示和你的要求），很多时候可以直接在这里解决：撤销、重新开始或查看时间线。",
        },
    ),
    _question(
        "cost",
        r"\b(?:how (?:much|many)|how do i get|what (?:does|do|is|are|will)|does|do|is|are|will)\b.*\b(?:costs?|prices?|credits?|free|paid|charged?)\b|\bpricing\b|"
        r"subscription|top up|^\W*(?:credits?|balance|price|积分|余额|价格)\W*$|(?:多少|怎么|什么|要不要|吗|获得).*(?:积分|收费|价格|费用|钱)|多少钱|"
        r"(?:积分|收费|价格|费用|免费|付费).*(?:多少|怎么|吗|呢|[??])",
        {
            "en": 'On your own machine edits and exports cost nothing. For the exact balance ask for "credits".',
            "zh": "在本机上编辑和导出都不收费。要看余额，请说“积分”。",
        },
    ),
    _question(
        "formats",
        r"(?:what|which|supported?) (?:\w+ )?(?:formats?|file types?|files)|formats? (?:do|are|can)|支持.{0,6}格式|什么格式|哪些格式",
        {
            "en": "Files that come in: mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac, up to 500 MB. "
            "Exports are mp4 in 1080p by default.",
            "zh": "可以上传：mp4、mov、avi、webm、mkv、jpg、png、gif、webp、mp3、wav、m4a、aac，最大 500 MB。导出默认是 1080p 的 mp4。",
        },
    ),
    _question(
        "watermark",
        r"(?:no|without|is there|with|any) (?:an? |any )?watermark|watermark (?:when|in|on) (?:i |the |my )?(?:export|download)|有水印吗|没有水印|无水印|带水印",
        {
            "en": "Exports made on this machine carry no watermark. {next}",
            "zh": "在本机导出的视频没有水印。{next}",
        },
    ),
    _question(
        "voiceover",
        r"voice[\s-]?overs?|narrat|text to speech|\btts\b|ai voice|\bdub(?:bing|bed)?\b|speak the|read (?:it |this |the script )?aloud|"
        r"配音|旁白|解说|朗读|语音合成|画外音",
        {
            "en": "What should the voice say? Write the script after a colon (add a voiceover: Welcome to our farm …), in quotes, or send a "
            "file with it (.txt, .md, .srt or .vtt); say other edits in a sentence before it. Nothing was changed.",
            "zh": "配音要说什么？请把脚本写在冒号后面（添加配音：欢迎来到我们的农场……）或引号里，也可以发送脚本文件"
            "（.txt、.md、.srt、.vtt）；其他要求请写在前面。什么也没有改。",
        },
    ),
    _coming(
        "translation",
        r"\btranslat|\blyrics|翻译|歌词",
        {"en": "Translation", "zh": "翻译"},
        {
            "en": 'What works now: "add subtitles" and "transcribe this video", in the language that is spoken.',
            "zh": "现在可以做的：按说的语言“加字幕”和“转写这个视频”。",
        },
    ),
    _coming(
        "scenes",
        r"highlights?\b|best (?:moments?|parts?|takes?|scenes?)|restructure|scene (?:change|detection)|every \d|chapter|blooper|"
        r"storyboard|analy[sz]e|review my|topic changes|\bhook\b|精彩|高光|集锦|章节|分析|分镜",
        {"en": "Choosing moments by what is in them", "zh": "按内容自动挑选片段"},
        _CUT,
    ),
    _coming(
        "transitions",
        r"transition|morph|whip pan|glitch|page turn|翻页|故障",
        {"en": "That kind of transition", "zh": "这种转场"},
        _FADES,
    ),
    _coming(
        "colour",
        r"colou?r(?:s|ize|ise|[\s-]?grad\w*|[\s-]?correct\w*)?\b|white balance|sepia|filters?\b|cinematic|look better|vintage|"
        r"warmer|cooler|brighter|contrast|saturat|调色|色彩|滤镜|白平衡|色调|美化",
        {"en": "That kind of colour", "zh": "这种调色"},
        _LOOK,
    ),
    _coming(
        "background",
        r"(?:remove|replace|change|blur) (?:the )?(?:\w+ )?background(?! (?:music|song|track|audio|sound))|"
        r"抠图|去背景|背景虚化|去除背景|换背景|替换背景|虚化背景",
        {"en": "Removing or replacing a background that is not of one colour", "zh": "去除或替换非纯色背景"},
        _KEY,
    ),
    _question(
        "stabilise",
        r"stabili[sz]|shak[eyi]|wobbl|steady|防抖|抖(?!音)|晃动",
        {
            "en": "To hold a shaky film still say “stabilise the video” or “stabilise clip 2 by 80%”; “remove the stabilisation” takes it "
            "back. Nothing was changed.",
            "zh": "画面晃动可以说“稳定画面”或“给第二段防抖”；“取消防抖”可以恢复。什么也没有改。",
        },
    ),
    _coming(
        "motion",
        r"\bzoom|\bpan\b(?! left)|\btrack(?:ing)?\b (?:the|shot)|keyframe|"
        r"blur(?!ry)|拉远|特写",
        {"en": "That picture effect", "zh": "这个画面效果"},
        _LOOK,
    ),
    _coming(
        "overlays",
        r"sticker|emoji|\bicon\b|arrow|progress bar|badge|timer|\bclock\b|button|animat|"
        r"loading bar|typewriter|\bfont\b|end screen|intro\b|outro\b|subscribe|remove black bars|贴纸|表情|图标|进度条|按钮|"
        r"动画|字体|箭头|片头|片尾",
        {"en": "Animated text, stickers and the like", "zh": "贴纸、动画文字这类"},
        _WRITE,
    ),
    _coming(
        "sound effects",
        r"sound effects?|\bsfx\b|whoosh|\bding\b|airhorn|echo|reverb|pitch|"
        r"detach|on the beat|to the beat|音效|混响|回声|变声|踩点|卡点",
        {"en": "That sound treatment", "zh": "这种声音处理"},
        _SOUNDS,
    ),
    _coming(
        "compression",
        r"compress|under \d+ ?mb|file size|smaller file|bitrate|\bkbps\b|压缩|体积",
        {"en": "Choosing the file's size", "zh": "控制文件大小"},
        {
            "en": "What works now: a shorter cut or a lower export resolution makes a smaller file.",
            "zh": "现在可以做的：剪短，或用更低的分辨率导出。",
        },
    ),
    _question(
        "vague",
        r"^\W*(?:please |can you |help me |could you )*(?:edit|fix|improve|enhance|polish|create|make it (?:look )?(?:better|nicer|cool\w*|professional))"
        r"(?: (?:my|this|the|a|raw|whole))*(?: (?:video|clips?|film|footage|it))*(?: (?:better|up|for me))*\W*$|^\W*(?:帮我)?(?:剪辑|编辑|美化)(?:一下)?(?:这个|我的)?视频\W*$",
        {
            "en": 'Say what to change, and where: for example "trim the first 5 seconds", "add the title "Hello"", "make it vertical", "fade out". {next}',
            "zh": "请说明改什么、改哪里，例如“剪掉前5秒”“加标题“你好””“改成竖屏”“淡出”。{next}",
        },
    ),
    _question(
        "capabilities",
        r"what can (?:you|i|we) (?:do|say|ask)|what (?:do|are) you (?:do|able)|\bhelp\b(?! me)|how (?:do|does) (?:i|this|it) (?:use|work|start)|"
        r"your (?:features|capabilities|commands)|which (?:edits|commands)|你能做什么|你会什么|能做什么|怎么用|帮助|有什么功能|可以做什么|有哪些功能|功能介绍$",
        {"en": "", "zh": ""},
    ),
    _question(
        "upload",
        r"\bupload|^add (?:my|a|some|the) (?:\w+ ){0,2}(?:videos?|clips?|files?|footage)\W*$|send (?:you|over)|drop (?:my|a|the) file|上传|传文件|传视频",
        {
            "en": "Give the file's path or its URL with your request (or use upload_media); videos and pictures go on the timeline in the "
            "order they come, sounds wait to be used as music.",
            "zh": "把文件的路径或网址随请求一起给出（或用 upload_media）；视频和图片按顺序放到时间线上，音频等着作为音乐使用。",
        },
    ),
    _coming(
        "generation",
        r"\b(?:generate|generating|regenerate|animate|explainer|promo|commercial|documentary|tutorial|ai (?:video|image))\b|"
        r"\b(?:make|create|produce|creat(?:e|ing))\b.*\b(?:videos?|films?|clips?|reels?|tiktok|movie|intro|from)\b|a cat|\bshot of\b|"
        r"生成|制作.*(?:视频|短片|宣传片|片)|做.{0,20}(?:视频|短片|宣传片|片)|文生视频",
        {"en": "Making pictures or video from a description", "zh": "根据描述生成画面"},
        _OWN,
    ),
    _question(
        "part of the film",
        r"(?:export|download|save|send|render|deliver|导出|下载|保存|输出|发|存).*(?:\b(?:first|second|third|last|opening)\b|\b(?:clip|scene|part|shot) \d|\bfrom [\d:]+|"
        r"第.{1,2}(?:段|个片段)|[前后][^,.]{0,4}秒|最后|半段)|(?:第.{1,2}段|[前后][^,.]{0,4}秒|最后.{1,4}[段秒]).*(?:导出|下载|保存|发)",
        {
            "en": "The file is always made of the whole film; nothing was exported. To have a part of it, keep that part first, for example "
            '"keep the first 10 seconds and export" or "keep clip 2 and export"; "undo" brings the rest back.',
            "zh": "导出的总是整个影片，所以没有导出。只要一部分时，请先保留那一部分，例如“只保留前10秒，然后导出”或“只保留第二段，然后导出”；“撤销”可以恢复其余部分。",
        },
    ),
    _question(
        "convert",
        r"(?:into|to|as) (?:a |an )?(?:\w+ )?(?:1080p|720p|4k|mp4|mov|webm|mkv|gif|video)\b|convert|\b(?:1080p|mp4)\b|\bexport|\bdownload|\brender\b|导出|下载|(?:转成|转为|转换)[^,.;]{0,4}(?:mp4|mov|avi|gif|webm|mkv|1080|720|4k|高清|文件)|格式",
        {
            "en": 'Exporting makes the file, as a 1080p MP4 unless you say otherwise: say "export" on its own. {state}',
            "zh": "导出就会生成文件，默认是 1080p 的 MP4：请直接说“导出”。{state}",
        },
    ),
    _question(
        "greeting",
        r"^\W*(?:hello|hi|hey|good (?:morning|evening|afternoon)|greetings|你好|您好|嗨|哈喽|早上好|晚上好)\b.{0,30}$|^(?:你好|您好|嗨)",
        {
            "en": "Hello! {state} Tell me what to do with it. {next}",
            "zh": "你好！{state}告诉我怎么剪就行。{next}",
        },
    ),
    _question(
        "thanks",
        r"^\W*(?:thanks|thank you|thx|cheers|great|perfect|nice|awesome|谢谢|多谢|感谢|不错|很好|太好了)",
        {"en": "You're welcome. {next}", "zh": "不客气。{next}"},
    ),
    _question(
        "answer",
        r"^\W*(?:yes|yep|yeah|no|nope|ok|okay|sure|stop|cancel|wait|never ?mind|go ahead|是|是的|对|好|好的|不|不是|不用|停|取消|算了)\W*$",
        {
            "en": "I keep no question open between messages, and nothing was changed. Say the whole request. {next}",
            "zh": "我不会在消息之间保留问题，什么也没有改。请把要求说完整。{next}",
        },
    ),
)


_NAMED: Final = re.compile(
    r"(?<![\w.])[\w()+-]+\.(?:mp4|mov|avi|webm|mkv|jpe?g|png|gif|webp|mp3|wav|m4a|aac)(?![\w.])"
)


@cache
def _compiled() -> tuple[tuple[Topic, re.Pattern[str]], ...]:
    return tuple((topic, re.compile(topic.pattern)) for topic in TOPICS)


def topic_of(plain: str) -> Topic | None:
    """The first subject these words are about, if any; the text is even (see `sentence.read`)."""
    text = " ".join(_NAMED.sub(" ", plain.replace("\x00", " ")).split())
    return next((topic for topic, pattern in _compiled() if pattern.search(text)), None)
