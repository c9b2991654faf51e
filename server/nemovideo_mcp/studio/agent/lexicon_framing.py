"""Words about wipes and slides, crops, places in the picture and slow moves over it; alternatives stand between bars."""

from typing import Any, Final

FRAMING_WORDS: Final[dict[str, str]] = {
    "WIPE": "wipe|wipes|wipe transition|wipe transitions|wipe effect|wiping|擦除|擦除转场|划像|划像转场|划变|擦除效果",
    "SLIDE": "slide|slides|slide transition|slide transitions|slide in|slides in|slide effect|sliding|sliding transition|sliding transitions|"
    "push|push transition|push transitions|滑动|滑动转场|滑动效果|滑入|推移|推移转场|推入",
    "BETWEEN": "everywhere|at every cut|at each cut|on every cut|on all cuts|at all cuts|at the cuts|各处|处处|每个切点|所有切点",
    "CLEAR": "wipe it clean|wipe everything|wipe the timeline|wipe the timeline clean|wipe the project",
    "SCALE": "scale|scaled|scale down|downscale|scale it|缩放|缩放到|缩放为|缩小到|缩小为|缩小至",
    "UNCROP": "uncrop|un crop|remove the crop|remove the cropping|remove crop|undo the crop|without the crop|show the whole picture|show the full picture|"
    "show the whole picture again|取消裁剪|去掉裁剪|恢复完整画面|显示完整画面|取消画面裁剪",
    "REMOVE": "抠掉|抠除|抠去|抠出",
    "STILLS": "stills|still pictures|still images|the stills|照片|所有照片|全部照片|每张照片|所有图片|全部图片|每张图片|静态图片",
}
FRAMING_VALUES: Final[dict[str, dict[Any, str]]] = {
    "WAY": {
        "left": "leftward|leftwards|moving left|going left",
        "right": "rightward|rightwards|moving right|going right",
        "up": "upward|upwards|moving up|going up|向上|往上|朝上",
        "down": "downward|downwards|moving down|going down|向下|往下|朝下",
    },
}
