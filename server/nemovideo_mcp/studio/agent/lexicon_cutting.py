"""Words about playing backwards, again, in steps, and about what stays as it is; English and Chinese."""

from typing import Any, Final

CUTTING_WORDS: Final[dict[str, str]] = {
    "FILLER": "slowly|gently|gradual|once|evenly|equally|even|equal|equally long|still of|a still of|copies of|post|posting|post it|"
    "to post|for posting|let|letting|sorry|at the same time|separately|the same way|kind of|"
    "平均|均匀|均分|等分|发|发到|发布到|发布|上传到|用于|适合|一份|一遍|慢慢|单独|统统|整整|分别|变得|那里|这里|地方|位置上|插进去|插入到",
    "BACKWARDS": "backwards|backward|in reverse|reversed|reverse|rewind|play in reverse|play backwards|play backward|from end to start|"
    "from back to front|back to front|reverse playback|reverse effect|"
    "倒放|倒着放|倒着播放|倒着|反向播放|倒序播放|逆向播放|倒播|反放|反着放|反着播放|倒带|倒放效果|倒叙播放|反向|逆向|回放倒着",
    "FORWARDS": "forwards|forward|forwards again|forward again|the right way round|正放|正着放|正向播放|正向|恢复正放|正着播放",
    "BOOMERANG": "boomerang|boomerang effect|back and forth|forwards and backwards|forward and backward|forward and back|"
    "回旋镖|来回播放|来回放|回旋效果|往返播放|正反播放|先正放再倒放|先正放后倒放",
    "RAMP": "ramp|ramps|ramp up|ramp down|ramp it up|speed ramp|speed ramping|ramp the speed|ramping|ramp it|gradually|progressively|"
    "逐渐|渐渐|逐步|速度渐变|变速坡度|越来越",
    "OWNCLIP": "as a new clip|as a separate clip|as its own clip|as a clip of its own|as a clip|into a new clip|into its own clip|into a separate clip|"
    "to a new clip|as an own clip|as a separate segment|"
    "提取成一段|单独一段|成单独一段|成为一段|做成一段|单独成段|独立片段|作为新片段|成一个片段|为新片段|新片段|单独的片段|单独成一段",
    "REMOVE": "跳过|略过|丢掉|舍弃|扔掉",
    "DUPLICATE": "duplicate|duplicates|repeat|repeats|loop|loops|copy|copies|clone|play again|play it again|"
    "复制|重复|重复播放|循环播放|循环|再放一遍|拷贝|复制一份|循环播|重播",
    "CROSSFADE": "交叉渐变|交叉渐变效果",
    "NORMALISE": "统一|统一一下音量|统一音量大小",
    "COUNTER": "左转|向左转|往左转|逆时针转",
    "CLOCKWISE": "右转|向右转|往右转|顺时针转",
    "UNCHANGED": "unchanged|as it is|as it was|as is|as they are|untouched|不变|不动|保持不变|保持原样|不用动|不要变|照旧",
    "SPLIT": "分|分为|拆|切分成|分割成|chop up|chop it up|cut up",
    "ADD": "插到|插在|插进|放进|塞进|塞到|stick in|splice in|slot in",
    "SOUNDFILE": "extract the audio|extract audio|extract the sound|extract sound|extract the audio track|extract the soundtrack|rip the audio|"
    "pull out the audio|save the audio|save the sound|save the soundtrack|提取音频|提取声音|提取出音频|提取出声音|抽取音频|抽出声音|导出音频|"
    "导出声音|音频提取|单独提取声音|单独提取音频",
    "CONTAINER": "mp3|wav|m4a|aac|mp3 file|wav file|mp3文件|mp3格式|wav格式",
    "VAGUE": "boring bits|boring stuff|dull parts|dull bits|best bits|good bits|bad bits|slow parts",
    "LEAVE": "leave|leaving",
    "TAKE": "take|pull|pull out|lift|lift out",
    "BEGIN": "start|begin|start it|begin it|start playing|start the video|start the film|begin the video|start the clip",
    "FINISH": "end|stop|finish|end it|stop it|finish it|stop the video|end the video|end the film|收尾|停止",
}
CUTTING_VALUES: Final[dict[str, dict[Any, str]]] = {
    "IT": {"one": "it|它"},
    # On a title it is how the words come; after anything else it is the film that fades (see `grammar`).
    "TEXTFADE": {
        "FADE_IN": "with fade in|with a fade in|带淡入|并带淡入",
        "FADE_OUT": "with fade out|with a fade out|带淡出|并带淡出",
        "FADE_BOTH": "with a fade in and out|with fade in and out|with fades in and out",
    },
}
