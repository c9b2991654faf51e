"""What the agent asks and says about voices when something is missing, in each language."""

from typing import Final

from nemovideo_mcp.studio.agent.row import Words

VOICE_QUESTIONS: Final[dict[str, Words]] = {
    "what_to_say": {
        "en": "What should the voice say? Write it after a colon (add a voiceover: Welcome to our farm …), in quotes, or send a file with "
        "the script (.txt, .md, .srt or .vtt).",
        "zh": "要说什么？请写在冒号后面（添加配音：欢迎来到我们的农场……）或引号里，也可以发送脚本文件（.txt、.md、.srt、.vtt）。",
    },
    "nothing_said": {
        "en": "Nobody speaks in this film, so there is nothing to say again. Write the script after a colon: add a voiceover: …",
        "zh": "影片里没有人说话，没有可以重新配音的内容。请把脚本写在冒号后面：添加配音：……",
    },
    "no_voice_here": {
        "en": "Voices cannot be used here.",
        "zh": "这里不能使用配音。",
    },
    "no_voice_speaks": {
        "en": "No voice speaks {tongue} here; it was not spoken. The voices there are: {voices}, for English and, with the extra "
        '"nemovideo-mcp[voices]", Chinese.',
        "zh": "这里没有会说{tongue}的声音，所以没有配音。现有的声音：{voices}；支持英语，安装 “nemovideo-mcp[voices]” 后还支持中文。",
    },
    "other_language": {
        "en": "The script is in {written}, and a voice in {asked} was asked for; scripts are not translated here. Send the script in {asked}.",
        "zh": "脚本是{written}，却要求{asked}的配音；这里不会翻译脚本。请提供{asked}的脚本。",
    },
    "voice_speaks": {
        "en": "{name} speaks {speaks}, and the script is in {tongue}. Choose another voice: ask “which voices are there?”",
        "zh": "{name} 说的是{speaks}，而脚本是{tongue}。请换一个声音：可以问“有哪些声音”。",
    },
    "cannot_read": {
        "en": "{name} cannot read “{words}” ({tongue}). Write it in English letters, or install the voices that can read Chinese "
        "in between ({extra}).",
        "zh": "{name} 读不了“{words}”（{tongue}）。请改用英文字母书写，或安装能读中文的声音（{extra}）。",
    },
    "unknown_voice": {
        "en": "There is no voice called {name}. The voices there are: {voices}; ask “which voices are there?” for more about them.",
        "zh": "没有叫“{name}”的声音。现有：{voices}；可以问“有哪些声音”。",
    },
    "voice_missing": {
        "en": 'The voice {name} ({tongue}, {gender}) is not installed; it comes with the extra "{extra}". Install that, or ask '
        "“which voices are there?”",
        "zh": "声音 {name}（{tongue}，{gender}）没有安装，它在扩展 “{extra}” 里。请安装后再试，或问“有哪些声音”。",
    },
    "voice_model": {
        "en": "The voice could not be used. {reason}",
        "zh": "无法使用这个声音。{reason}",
    },
    "voice_change": {
        "en": "What should change about the voice? Say for example “use a male voice”, “make the voice slower” or “set the voiceover to 80%”.",
        "zh": "要怎样修改配音？例如“换成男声”“语速慢一点”或“配音音量调到80%”。",
    },
}
