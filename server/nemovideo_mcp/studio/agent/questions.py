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
    "music_range": {
        "en": 'The music can be changed as a whole: say "mute the music" or "lower the music to 20%". '
        'For the clips\' own sound say "mute 0:05 to 0:08".',
        "zh": "音乐只能整体调整：“把音乐静音”或“音乐调到20%”。片段的原声可以说“静音第5秒到第8秒”。",
    },
    "fade_where": {
        "en": 'A fade out ends the film or a clip. 1. "end at {at} and fade out" 2. "split at {at}", then "fade out clip 1" '
        '3. "fade out over the last 2 seconds".',
        "zh": "淡出在影片或片段的结尾。1. “保留前{at}，然后淡出” 2. “在{at}处切开”，再说“第一段淡出” 3. “结尾淡出2秒”。",
    },
    "one_by_one": {
        "en": 'Two changes seem to be meant. Say them one after the other, for example "make it brighter, then raise the volume".',
        "zh": "这里好像有两项修改，请分开说，例如“调亮一点，然后把音量调大”。",
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
        "en": "Upload the sound first (mp3, wav, m4a, aac), then say that again.",
        "zh": "请先上传声音文件（mp3、wav、m4a、aac），再说一遍。",
    },
    "no_silence": {
        "en": 'There is no silence of {length} or more. A shorter length finds more: "remove pauses longer than 0.3 seconds".',
        "zh": "没有 {length} 以上的静音。可以说更短的长度，例如“剪掉超过0.3秒的停顿”。",
    },
    "cannot_hear": {
        "en": "There is no clip with sound to listen to, so no silence can be found.",
        "zh": "没有带声音的片段，无法找出静音。",
    },
    "which_tone": {
        "en": 'Which one? 1. "boost the bass" 2. "boost the treble" 3. "make the voice clearer".',
        "zh": "要哪种？1. 增强低音 2. 增强高音 3. 增强人声。",
    },
    "which_side": {
        "en": 'To which side? 1. "pan the sound left" 2. "pan it 50% right" 3. "pan it to the center".',
        "zh": "往哪边？例如“声像调到左边”“声像调到右边50%”“声像居中”。",
    },
    "which_music": {
        "en": 'Which music? There is {names} built in: say for example "add lo-fi background music". Or upload a song of your own.',
        "zh": "要哪种音乐？内置的有：{names}。例如“加一段轻松的背景音乐”。也可以上传自己的歌曲。",
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
    "which_overlay_file": {
        "en": 'Which file should lie over the picture? {names}. Upload it if it is not there, then say for example "add logo.png in the '
        'top right corner".',
        "zh": "要叠加哪个文件？{names}。如果还没有，请先上传，再说例如“在右上角加 logo.png”。",
    },
    "no_overlay_yet": {
        "en": 'Nothing lies over the picture yet. Upload a logo and say for example "add logo.png in the top right corner".',
        "zh": "画面上还没有叠加图片。上传后可以说“在右上角加 logo.png”。",
    },
    "which_overlay": {
        "en": "Which one? {overlays}. Say its file's name.",
        "zh": "哪一个？{overlays}。请说出文件名。",
    },
    "change_overlay_what": {
        "en": 'What should change about {name}: its place, size, opacity or time? Say for example "move the logo to the bottom left".',
        "zh": "要改 {name} 的什么：位置、大小、不透明度还是时间？例如“把logo移到左下角”。",
    },
    "freeze_where": {
        "en": 'Where? Say for example "freeze the frame at 0:05 for 2 seconds".',
        "zh": "在哪里定格？例如“在第5秒定格2秒”。",
    },
    "which_turn": {
        "en": 'How far? 1. "rotate 90 degrees clockwise" 2. "rotate 90 degrees counterclockwise" 3. "rotate 180 degrees".',
        "zh": "旋转多少？1. 顺时针旋转90度 2. 逆时针旋转90度 3. 旋转180度。",
    },
    "which_flip": {
        "en": 'Which way? 1. "flip it horizontally" (left for right) 2. "flip it vertically" (upside down).',
        "zh": "怎么翻转？1. 水平翻转 2. 垂直翻转。",
    },
    "which_name": {
        "en": 'Which name? Say for example: rename the project to "Summer".',
        "zh": "改成什么名字？例如：把项目重命名为“夏天”。",
    },
}
