"""What the agent asks when something is missing, in each language."""

from typing import Final

from nemovideo_mcp.studio.agent.row import Words

QUESTIONS: Final[dict[str, Words]] = {
    "which_clip": {
        "en": 'Which clip? {clips}. Say its number, for example "clip 2".',
        "zh": "哪个片段？{clips}。请说明编号，例如“第二段”。",
    },
    "which_two": {
        "en": 'Which two clips? {clips}. Say for example "swap clips 1 and 2".',
        "zh": "哪两个片段？{clips}。例如“交换第一段和第二段”。",
    },
    "which_order": {
        "en": 'In which order? {clips}. Say for example "reorder the clips 2, 1".',
        "zh": "要什么顺序？{clips}。例如“把第二段移到最前面”。",
    },
    "move_where": {
        "en": 'Where to? {clips}. Say "to the start", "to the end", or "after clip 2".',
        "zh": "移到哪里？{clips}。可以说“移到最前面”“移到最后”。",
    },
    "which_text": {
        "en": 'Which text? {texts}. Say for example "the second title", or quote its words.',
        "zh": "哪个文字？{texts}。例如“第二个标题”，或用引号写出它的内容。",
    },
    "no_text_yet": {
        "en": 'There is no text on the timeline yet. Say for example: add the title "Hello".',
        "zh": "时间线上还没有文字。可以说：加标题“你好”。",
    },
    "which_words": {
        "en": 'What should it say? Put the words in quotes: add the title "Hello, world".',
        "zh": "要写什么文字？请用引号写出，例如：加标题“你好”。",
    },
    "change_what": {
        "en": 'What should change about "{text}": its words, place, size, colour or time? '
        'Say for example: change the title to "Hi", or move the title to the bottom.',
        "zh": "要改“{text}”的什么：内容、位置、大小、颜色还是时间？例如：把标题改成“再见”，把标题移到底部。",
    },
    "how_much": {
        "en": 'How much of it? Say for example "trim the first 5 seconds" or "cut out 0:05 to 0:08".',
        "zh": "剪多少？例如“剪掉前5秒”或“剪掉从第5秒到第8秒”。",
    },
    "which_end": {
        "en": 'From which end? 1. "trim the first {length}" 2. "trim the last {length}" 3. "trim it to {length}".',
        "zh": "剪哪一头？1. 剪掉开头 {length}；2. 剪掉结尾 {length}；3. 剪到 {length}。",
    },
    "which_part": {
        "en": 'Which part? Give its times, for example "0:05 to 0:08", "the first 5 seconds" or "after 0:30".',
        "zh": "哪一部分？请给出时间，例如“第5秒到第8秒”“前5秒”或“30秒之后”。",
    },
    "already_shorter": {
        "en": "The film is {length} long already, which is not more than {wanted}.",
        "zh": "影片现在只有 {length}，不超过 {wanted}。",
    },
    "split_where": {
        "en": 'Where? Say for example "split at 0:10" or "split in half".',
        "zh": "在哪里切开？例如“在第10秒处切开”或“从中间分成两段”。",
    },
    "how_fast": {
        "en": 'How fast? 1. "speed up 1.5x" 2. "speed up 2x" 3. "speed up 4x".',
        "zh": "快多少？例如“加速到1.5倍”“加速到2倍”。",
    },
    "how_slow": {
        "en": 'How slow? 1. "slow down to 0.75x" 2. "slow down to half speed" 3. "slow down to 0.25x".',
        "zh": "慢多少？例如“放慢到0.75倍”“放慢到0.5倍”。",
    },
    "how_loud": {
        "en": 'How loud? Say for example "set the volume to 50%", "3 dB louder", or "quieter".',
        "zh": "音量多少？例如“音量调到50%”“提高3分贝”或“调小一点”。",
    },
    "which_shape": {
        "en": "Which shape? 16:9 (wide), 9:16 (vertical), 1:1 (square) or 4:5; cropped, or with bars.",
        "zh": "要什么画幅？16:9（横屏）、9:16（竖屏）、1:1（方形）或4:5；裁切，或加黑边。",
    },
    "no_such_shape": {
        "en": "{shape} is not one of the shapes there are: 16:9, 9:16, 1:1 and 4:5.",
        "zh": "不支持 {shape}；可用的画幅是 16:9、9:16、1:1、4:5。",
    },
    "which_fade": {
        "en": 'Which fade? 1. "fade in" 2. "fade out" 3. "fade in and out".',
        "zh": "要哪种？1. 淡入 2. 淡出 3. 淡入淡出。",
    },
    "fade_sound": {
        "en": 'A fade takes picture and sound together: say "fade out", or "fade out the music" for the music alone.',
        "zh": "淡入淡出会同时作用于画面和声音：可以说“淡出”，或只对音乐说“音乐淡出”。",
    },
    "no_audio_file": {
        "en": "Upload the song first (mp3, wav, m4a, aac); there is no built-in music yet. "
        'Then say "add background music".',
        "zh": "请先上传歌曲（mp3、wav、m4a、aac）；目前还没有内置音乐。上传后说“加背景音乐”。",
    },
    "which_audio": {
        "en": 'Which song? {names}. Say for example "add {names} as background music" with one of them.',
        "zh": "用哪首歌？{names}。请说出文件名。",
    },
    "is_a_sound": {
        "en": '{name} is a sound, not a clip. Say "remove the music" to take it away.',
        "zh": "{name} 是声音，不是片段。可以说“去掉音乐”。",
    },
    "not_on_timeline": {
        "en": "{name} is not on the timeline, so there is nothing to remove.",
        "zh": "{name} 不在时间线上，没有可删除的内容。",
    },
    "join_what": {
        "en": "There is only one clip. Upload the other files; they are put one after the other as they come.",
        "zh": "现在只有一个片段。请上传其他文件，它们会按顺序接在后面。",
    },
    "already_joined": {
        "en": 'The clips stand one after the other already: {clips}. To change their order say for example "swap clips 1 and 2".',
        "zh": "片段已经依次接好：{clips}。要改顺序，可以说“交换第一段和第二段”。",
    },
    "already_there": {
        "en": '{name} is on the timeline already: {clips}. To have it twice say "add {name} again".',
        "zh": "{name} 已经在时间线上：{clips}。",
    },
    "already_so": {
        "en": "That is how it is already; nothing to do.",
        "zh": "已经是这样了，不需要修改。",
    },
    "which_name": {
        "en": 'Which name? Say for example: rename the project to "Summer".',
        "zh": "改成什么名字？例如：把项目重命名为“夏天”。",
    },
}
