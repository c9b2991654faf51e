"""Words about colours, turning, overlays and transitions, in English and Chinese; alternatives stand between bars."""

from typing import Any, Final

PICTURE_WORDS: Final[dict[str, str]] = {
    "EFFECTWORD": "effect|effects|filter|filters|colour effects|color effects|colour filter|color filter|look|looks like|"
    "滤镜|特效|所有效果|全部效果|画面效果|调色效果",
    "COLORWORD": "color|colour|colored|coloured|font color|font colour|text color|text colour|colors|colours|all colors|all colours|the colors|the colours|tones|色调|色彩|画面颜色|颜色|字体颜色|文字颜色|色",
    "LESSER": "less|not so|not as|调淡|减弱|弱一点",
    "ROTATE": "rotate|rotates|rotated|rotation|旋转|转动",
    "CLOCKWISE": "clockwise|cw|to the right side|顺时针|向右|往右|朝右",
    "COUNTER": "counterclockwise|counter clockwise|anticlockwise|anti clockwise|ccw|逆时针|向左|往左|朝左",
    "FLIP": "flip|flips|flipped|翻转|翻|反转画面",
    "MIRROR": "mirror|mirrored|mirror image|mirror effect|flip left to right|镜像|左右翻转|水平翻转|左右镜像|左右颠倒|水平镜像",
    "FLIPV": "flip upside down|flip top to bottom|垂直翻转|上下翻转|上下颠倒|垂直镜像|上下镜像",
    "UPSIDE": "upside down|on its head|倒过来|颠倒过来",
    "TRANSITION": "transition|transitions|scene transition|scene transitions|转场|转场效果|过渡|过渡效果|切换效果",
    "CROSSFADE": "crossfade|cross fade|crossfades|cross fades|dissolve|dissolves|cross dissolve|crossfading|blend|fade transition|fade transitions|"
    "crossfade transition|crossfade transitions|dissolve transition|fade into each other|叠化|交叉淡化|溶解|交叉溶解|淡化转场|叠化转场|叠加转场|交叉淡入淡出",
    "DIP_BLACK": "dip to black|dips to black|fade through black|dip through black|fade to black transition|黑场过渡|黑场转场|闪黑|淡黑转场",
    "DIP_WHITE": "dip to white|dips to white|fade through white|dip through white|flash to white|white flash|闪白|白场过渡|白场转场|闪白转场|闪白效果",
    "BETWEEN": "between|in between|between them|between each|between each clip|between every clip|between all clips|between all the clips|"
    "between clips|between the clips|between scenes|between the scenes|between shots|between the shots|between every scene|"
    "between all scenes|between the two clips|between both clips|between my clips|之间|片段之间|每个片段之间|所有片段之间|镜头之间|场景之间|中间加|每段之间|各片段之间|各段之间|视频之间",
    "OVERLAYWORD": "logo|watermark|the overlay|the overlays|picture overlay|image overlay|sticker|标志|水印|logo图|角标|贴纸|叠加层|台标",
    "PIP": "picture in picture|picture in picture mode|pip|inset|画中画",
    "DUPLICATE": "duplicate|duplicates|repeat|loop|copy|clone|play again|复制|重复|重复播放|循环播放|循环|再放一遍",
    "FREEZE": "freeze|freeze frame|freezes|hold the frame|hold frame|still frame|freeze the frame|定格|画面定格|静止画面|定格画面|冻结",
    "BOX": "with a background box|background box|with a box|in a box|on a box|with a background|with background|boxed|text box|with a dark background|"
    "with a black background|with a text background|with a dark box|with a black box|box behind it|a box behind it|"
    "带背景框|带背景|带底色|背景框|文字背景|底框|加底色|加背景框",
    "LOWERTHIRD": "lower third|lower thirds|lower third title|name tag|name card|人名条|人名标|字幕条",
    "TEXTFADE": "with a fade|with fade|with fade in|with a fade in|with a fade in and out|with fade in and out|that fades in|which fades in|"
    "that fades in and out|which fades in and out|fading in and out|with a fade animation|带淡入淡出|淡入淡出显示|带渐变动画",
    "OPACITY": "opacity|opaque|transparency|不透明度|透明度",
    "TRANSPARENT": "semi transparent|half transparent|translucent|transparent|see through|semi transparently|faint|半透明|透明",
    "ZOOM": "zoom|zoom in|zoom into|zoomed in|zoom in to|punch in|enlarge the picture|画面放大|放大画面|推近",
    "ZOOMOUT": "zoom out|zoom back out|unzoom|画面缩回|缩小画面",
}
PICTURE_VALUES: Final[dict[str, dict[Any, str]]] = {
    "EFFECT": {
        (
            "brightness",
            1,
        ): "brighter|more brightness|brighten|brighten up|lighten|lighter|lighten up|调亮|变亮|亮一点|亮一些|亮点|提亮|更亮|亮些|加亮",
        ("brightness", -1): "darker|darken|darken down|调暗|变暗|暗一点|暗一些|暗点|更暗|压暗|暗些",
        ("brightness", 0): "brightness|exposure|亮度|曝光|明度",
        ("contrast", 1): "more contrast|punchier|contrastier|more contrasty",
        ("contrast", -1): "flatter",
        ("contrast", 0): "contrast|对比度|对比",
        (
            "saturation",
            1,
        ): "more saturated|more saturation|more color|more colour|saturate|vivid|more vivid|vibrant|more vibrant|colorful|colourful|more colorful|more colourful|"
        "鲜艳|鲜艳一点|更鲜艳|鲜艳一些|艳一点",
        (
            "saturation",
            -1,
        ): "desaturate|desaturated|less saturated|less colorful|less colourful|paler|素一点|淡一点|更淡",
        ("saturation", 0): "saturation|color saturation|colour saturation|vibrance|饱和度|饱和|色彩饱和度",
        ("temperature", 1): "warmer|warm|warm up|warm it up|暖一点|暖一些|调暖|更暖|暖色|暖色调|变暖|偏暖",
        (
            "temperature",
            -1,
        ): "cooler|cool down|colder|cold|bluer|冷一点|冷一些|调冷|更冷|冷色|冷色调|变冷|偏冷",
        ("temperature", 0): "temperature|color temperature|colour temperature|warmth|色温",
        (
            "black_and_white",
            0,
        ): "black and white|black white|bw|monochrome|grayscale|greyscale|gray scale|grey scale|no color|no colour|"
        "remove all color|remove all colour|without color|without colour|"
        "黑白|黑白色|黑白效果|黑白滤镜|黑白片|黑白画面|黑白的|灰度",
        ("blur", 0): "blur|blurred|blurry|blurs|gaussian blur|out of focus|模糊|虚化|模糊处理|高斯模糊",
        ("sharpen", 0): "sharpen|sharpness|sharper|sharp|crisper|crisp|锐化|锐度|清晰度|更清晰|清晰一点|锐利",
        ("vignette", 0): "vignette|vignetting|dark corners|dark edges|暗角|晕影|四周变暗",
    },
    "PLACE": {
        "bottom": "in the lower third|the lower third of the screen|lower third of the frame|lower third of the picture",
        "top-right": "corner|in the corner|a corner|角落|一角",
    },
    "DEGREE": {
        50: "slightly|a bit|a little|a little bit|slight|subtly|subtle|a touch|a tad|somewhat|稍微|稍|略微|稍稍|轻微|有点|微微",
        200: "much|a lot|strongly|strong|heavily|heavy|way|extremely|lots|a great deal|significantly|considerably|"
        "大幅|很多|非常|特别|明显|强烈|很",
    },
}
