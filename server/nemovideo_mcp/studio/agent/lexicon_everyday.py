"""Everyday words for edits, English and Chinese; alternatives stand between bars."""

from typing import Any, Final

EVERYDAY_WORDS: Final[dict[str, str]] = {
    "FILLER": "is enough|enough|will do|would do|is plenty|quite|fairly|pretty|rather|somewhat|shuffle it so|whatever is|whatever's|"
    "everything that is|everything that's|what is|just a|let me see|let us see|let's see|forever|endlessly|infinitely|so it|there it is|就够了|够了|就可以了|就行了|而已",
    "ALL": "what's left|what is left|what remains|the remainder|剩下的|剩余的|余下的",
    "SPLIT": "break up|break it up|split up|split it up|divide up|chop it up|chop up|cut it up|cut up|切一刀|切一下|分一段|分成一段",
    "OTHERS": "the others|others|the other ones|the other clips|other clips|the other parts|别的|别的地方|别的片段|别的部分|其他地方|其它地方|别处",
    "CHANGE": "upscale|upgrade",
    "COUNTED": "剩下的两段|剩下两段|另外两段|剩下的两个",
    "UNCHANGED": "don't touch|do not touch|don't change|do not change|不用管|不用改|别动",
    "REMOVE": "can go|has to go|have to go|must go|needs to go|should go",
    "LOUDER": "bump|bump up|再大|再大声|再响",
    "QUIETER": "再小|再小声|再轻",
    "MORE": "再大一点|再大点|再大些",
    "LESS": "再小一点|再小点|再小些",
    "USE": "plays|comes|runs",
    "BEGIN": "starts|begins|it starts|it begins",
    "DUPLICATE": "再重复|再播放|再重播",
    "FADE_IN": "渐渐亮起来|慢慢亮起来|渐渐变亮|慢慢变亮|逐渐变亮|从黑变亮",
    "FADE_OUT": "渐渐变黑|慢慢变黑|逐渐变黑|渐渐变暗|慢慢变暗|逐渐变暗|渐渐黑下来|慢慢黑下来|变黑|渐变到黑|淡到黑",
    "FILM": "picture and sound|the picture and the sound|picture and the sound|sound and picture|video and audio|audio and video|"
    "picture and audio|image and sound|画面和声音|声音和画面|画面与声音|音画|声画",
}
EVERYDAY_VALUES: Final[dict[str, dict[Any, str]]] = {
    "BREAK": {"soft": "but", "with": "with"},
    "DUPLICATE": {"loop": "loop|loops|循环|循环播放|循环播"},
}
