"""Words about captions and what is said, in English and Chinese; alternatives stand between bars."""

from typing import Any, Final

SPEECH_WORDS: Final[dict[str, str]] = {
    "CAPTIONS": "captions|subtitles|closed captions|auto captions|automatic captions|auto subtitles|automatic subtitles|subs|the captions|"
    "the subtitles|my captions|my subtitles|caption track|subtitle track|subtitling|captioning|all captions|all subtitles|"
    "自动字幕|字幕轨|所有字幕|全部字幕",
    "CAPTIONIT": "caption it|caption this|caption the video|caption this video|caption my video|subtitle it|subtitle this|subtitle the video|"
    "subtitle this video|subtitle my video|配字幕|配上字幕|上字幕|自动加字幕|自动生成字幕|自动配字幕",
    "SOFT": "as a track|as a separate track|as a soft track|soft track|soft|as soft|selectable|as selectable|as a subtitle track|that can be turned off|"
    "that i can turn off|that viewers can turn off|toggleable|not burned in|not burnt in|without burning them in|closed|"
    "软字幕|作为字幕轨|单独的字幕轨|可关闭的|可以关闭的|可开关的|不烧录",
    "BURNT": "burn|burn in|burned in|burnt in|burned into|burnt into|hardcode|hardcoded|hard coded|hard|into the picture|烧录|烧进画面|硬|内嵌|压制",
    "MATCHING": "what is said|what she says|what he says|what they say|what i say|from speech|from the speech|from the audio|from the sound|from what is said|"
    "of what is said|for the speech|of the speech|of the dialogue|automatically|auto|for what is said|说的话|根据语音|根据声音|根据对白|语音识别|自动",
}
SPEECH_VALUES: Final[dict[str, dict[Any, str]]] = {
    "CAPSTYLE": {
        "boxed": "带底框|带黑底",
        "highlight": "karaoke|karaoke style|word by word|word highlight|with word highlight|highlighted words|word highlighted|word highlights|"
        "with highlighted words|highlight each word|word highlighting|with word highlighting|highlighting each word|highlight every word|"
        "highlight the words|卡拉OK|卡拉ok|逐字|逐字高亮|逐词高亮|逐字字幕",
    },
}
