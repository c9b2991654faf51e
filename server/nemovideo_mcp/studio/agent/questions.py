"""What the agent asks when something is missing, in each language."""

from typing import Final

from nemovideo_mcp.studio.agent.questions_speech import SPEECH_QUESTIONS
from nemovideo_mcp.studio.agent.questions_voice import VOICE_QUESTIONS
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
    "loop_how": {
        "en": 'How often, or how long? Say for example "loop it 3 times" or "loop it to 30 seconds". A film that a player shows again '
        "and again needs no edit: that is set in the player, and a gif does it by itself.",
        "zh": "循环几次，或者循环到多长？例如“循环播放3次”或“循环到30秒”。只是想让播放器反复播放时不需要剪辑：在播放器里设置，gif 会自动循环。",
    },
    "which_part": {
        "en": 'Which part? Give its times, for example "0:05 to 0:08", "the middle third" or "after 0:30".',
        "zh": "哪一部分？请给出时间，例如“第5秒到第8秒”“中间三分之一”或“30秒之后”。",
    },
    "already_shorter": {
        "en": "The film is {length} long already, which is not more than {wanted}.",
        "zh": "影片现在只有 {length}，不超过 {wanted}。",
    },
    "split_where": {
        "en": 'Where? Say for example "split at 0:10" or "split in half".',
        "zh": "在哪里切开？例如“在第10秒处切开”或“从中间分成两段”。",
    },
    "how_large": {
        "en": 'How large, and where? Say for example "scale clip 2 to 50% and put it at 25% 75%".',
        "zh": "多大，放在哪里？例如“把第二段缩小到50%，放在左下角”。",
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
    "music_whole": {
        "en": "Music lies under the whole film; it cannot begin at a time inside it yet. Say it without the time, for example "
        '"add background music", and "fade in the music over 3 seconds" for a soft beginning.',
        "zh": "音乐铺满整个影片，还不能从中间某个时间开始。请去掉时间再说一遍，例如“加背景音乐”；要柔和地开始，可以说“音乐淡入3秒”。",
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
    "already_longer": {
        "en": 'It is {length} long already, which is not less than {wanted}; to shorten it say "trim it to {wanted}".',
        "zh": "现在已经有 {length}，不短于 {wanted}；要缩短可以说“剪到 {wanted}”。",
    },
    "music_loops": {
        "en": "The music starts again by itself until the film ends; nothing to do.",
        "zh": "音乐会自动循环到影片结束，不需要修改。",
    },
    "ramp_where": {
        "en": 'Where should the speed change? Say for example "ramp to 2x at 0:10" or "ramp from 1x to 2x between 3s and 6s".',
        "zh": "从哪里开始变速？例如“从第3秒到第6秒逐渐加速到2倍”。",
    },
    "how_shown": {
        "en": 'How should {name} be shown? 1. over the picture: "add {name} in the top right corner" 2. once more as a clip: '
        '"add {name} at the end".',
        "zh": "{name} 要怎么显示？1. 叠加在画面上：“在右上角加 {name}” 2. 再作为片段：“在最后加 {name}”。",
    },
    "what_with": {
        "en": 'What should be done with {what}? 1. "keep {what}" 2. "cut out {what}" 3. "reverse {what}".',
        "zh": "要对这一段做什么？1. 只保留这一段 2. 剪掉这一段 3. 这一段倒放。请把要求说完整。",
    },
    "what_at": {
        "en": 'What should be done at {at}? 1. "split at {at}" 2. "start at {at}" 3. "end at {at}".',
        "zh": "在 {at} 处做什么？1. 在 {at} 处切开 2. 从 {at} 开始 3. 到 {at} 结束。请把要求说完整。",
    },
    "sound_file": {
        "en": 'The sound alone is a file of its own, made by the export: say "export as mp3" (or wav, m4a). To lay a clip\'s sound '
        'beside it on the timeline say "detach the audio of clip 1".',
        "zh": "单独的声音文件由导出生成：请说“导出为 mp3”（或 wav、m4a）。要在时间线上把声音分离出来，可以说“分离第一段的声音”。",
    },
    "sound_crossfade": {
        "en": 'The sounds cross where the pictures do. 1. "add a crossfade between all clips" (picture and sound together) '
        '2. "fade out the sound of clip 1 over 1 second", then "fade in the sound of clip 2 over 1 second".',
        "zh": "声音的交叉淡化和画面一起做：1. “所有片段之间加叠化”（画面和声音） 2. “第一段的声音淡出1秒”，再“第二段的声音淡入1秒”。",
    },
    "which_turn": {
        "en": 'How far? 1. "rotate 90 degrees clockwise" 2. "rotate 90 degrees counterclockwise" 3. "rotate 180 degrees".',
        "zh": "旋转多少？1. 顺时针旋转90度 2. 逆时针旋转90度 3. 旋转180度。",
    },
    "which_flip": {
        "en": 'Which way? 1. "flip it horizontally" (left for right) 2. "flip it vertically" (upside down).',
        "zh": "怎么翻转？1. 水平翻转 2. 垂直翻转。",
    },
    "which_cells": {
        "en": 'Which clips side by side? {clips}. Say for example "put clip 1 and clip 2 side by side".',
        "zh": "哪些片段一起显示？{clips}。例如“第一段和第二段左右分屏”。",
    },
    "which_script": {
        "en": 'What is the script? Put it after a colon: make a video from this script: "Our summer. We went to the sea."',
        "zh": "脚本是什么？请写在冒号后面，例如：根据这个脚本做一个视频：“我们的夏天。”",
    },
    "which_canvas": {
        "en": 'To what? Say for example "set the canvas to 1280x720" or "make it 25 fps".',
        "zh": "改成什么？例如“把画布设为1280x720”或“帧率改成25”。",
    },
    "which_card": {
        "en": 'What should the card say? For example: add a title card "Summer 2024" for 3 seconds. Or "add a black screen for 2 seconds".',
        "zh": "卡片上写什么？例如：在开头加标题卡“2024夏天”，持续3秒。也可以说“加2秒黑屏”。",
    },
    "which_credits": {
        "en": 'What should the credits say? Put the words in quotes: add rolling credits "Director: Ann" for 10 seconds.',
        "zh": "片尾字幕写什么？请用引号写出，例如：加滚动片尾字幕“导演：安”，持续10秒。",
    },
    "which_name": {
        "en": 'Which name? Say for example: rename the project to "Summer".',
        "zh": "改成什么名字？例如：把项目重命名为“夏天”。",
    },
    "which_lut": {
        "en": "Which LUT? Give the path of its .cube file, for example: apply the LUT /Users/me/look.cube at 50%. Here already: {names}.",
        "zh": "用哪个 LUT？请给出 .cube 文件的路径，例如：用 /Users/me/look.cube 调色，强度50%。已有：{names}。",
    },
    "no_lut": {
        "en": "There is no LUT {name} here (there is: {names}). Give the whole path of the .cube file and it is sent along.",
        "zh": "这里没有 LUT {name}（已有：{names}）。请给出 .cube 文件的完整路径，文件会一并发送。",
    },
    "no_stabiliser": {
        "en": "Shaky films cannot be held still here: the ffmpeg on this computer has no stabiliser (vidstab).",
        "zh": "这里无法防抖：这台电脑上的 ffmpeg 没有稳定器（vidstab）。",
    },
    **VOICE_QUESTIONS,
    **SPEECH_QUESTIONS,
}
