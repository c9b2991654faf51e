"""What the agent asks and says when something cannot be heard, in each language."""

from typing import Final

from nemovideo_mcp.studio.agent.row import Words

SPEECH_QUESTIONS: Final[dict[str, Words]] = {
    "no_model": {
        "en": "Speech cannot be recognised here. {reason}",
        "zh": "这里无法识别语音。{reason}",
    },
    "nothing_to_hear": {
        "en": "There is no sound on the timeline to listen to.",
        "zh": "时间线上没有可以听的声音。",
    },
    "nobody_speaks": {
        "en": "Nobody can be heard speaking: there is only silence, noise or music.",
        "zh": "听不到有人说话：只有静音、噪声或音乐。",
    },
    "not_english": {
        "en": "Somebody speaks, but hardly in English, and the speech model installed here knows no other language. "
        "Install the extra nemovideo-mcp[multilingual] for about a hundred languages.",
        "zh": "有人在说话，但应该不是英语，而这里安装的语音模型只懂英语。请安装扩展 nemovideo-mcp[multilingual]，它支持约一百种语言。",
    },
    "backwards": {
        "en": "The film plays backwards, and speech played backwards cannot be understood. Say “play it forwards” first.",
        "zh": "影片是倒放的，倒放的语音无法听懂。请先说“取消倒放”。",
    },
    "other_tongue": {
        "en": "What is said is {speaks}, and nothing is translated here into {asked}. Without the language, the words come as they are spoken.",
        "zh": "影片里说的是{speaks}，这里不能翻译成{asked}。不说语言，就按原话写出来。",
    },
    "not_said": {
        "en": "“{words}” was not heard in this film. What comes nearest: {near}.",
        "zh": "影片里没有听到“{words}”。最接近的是：{near}。",
    },
    "not_so_often": {
        "en": "“{words}” is said {count} times in this film, not {number}.",
        "zh": "影片里“{words}”说了 {count} 次，没有第 {number} 次。",
    },
    "no_fillers": {
        "en": "No filler words (um, uh, er …) were heard; short ones are often passed over. “cut the silent parts” takes the pauses out.",
        "zh": "没有听到口头禅（嗯、呃……）；很短的可能听不出来。“去掉静音”可以剪掉停顿。",
    },
    "which_shift": {
        "en": "Earlier or later? Say, for example, “shift the subtitles 1 second later”.",
        "zh": "提前还是延后？例如：“字幕延后1秒”。",
    },
    "which_look": {
        "en": "Which look? 1. “make the subtitles boxed” 2. “make the subtitles bold” 3. “highlight each word” 4. “move the subtitles to the top”.",
        "zh": "要哪种样式？1. 字幕带底框 2. 字幕改成粗体 3. 字幕逐字高亮 4. 把字幕移到顶部。",
    },
}
