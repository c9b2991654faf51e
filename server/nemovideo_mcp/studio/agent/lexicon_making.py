"""Words about slideshows, cards, credits, split screens, scripts and the canvas, in English and Chinese."""

from typing import Any, Final

MAKING_WORDS: Final[dict[str, str]] = {
    "SLIDESHOW": "slideshow|slide show|photo show|picture show|photo slideshow|picture slideshow|photo slide show|slideshow video|"
    "幻灯片|幻灯|图片轮播|照片轮播|电子相册|相册视频|照片视频|幻灯片视频|轮播",
    "EACHPIC": "each picture|every picture|each photo|every photo|each image|every image|each one|every one|per picture|per photo|per image|"
    "each of the pictures|each of the photos|each still|every still|every slide|each slide|"
    "每张图片|每张照片|每张|每幅|每张图|每一张|每幅图|每个图片|每个照片",
    "STILLS": "the pictures|all pictures|all the pictures|all photos|all the photos|the photos|my pictures|my photos|stills|all stills|the stills|"
    "all images|all the images|the images|my images|这些图片|这些照片|所有图片|所有照片|全部图片|全部照片|照片|我的照片|我的图片|所有的照片|所有的图片|上传的图片|上传的照片",
    "INALL": "in all|altogether|overall|一共|总共|总计|共",
    "CARD": "title card|a card|card|cards|title screen|title slide|title page|intro card|intro screen|end card|"
    "标题卡|标题卡片|字卡|卡片|标题页|片头卡|片头页|黑底字幕卡|标题画面",
    "COUNTDOWN": "countdown|count down|countdown timer|countdown card|倒计时|倒数|倒数计时",
    "CREDITS": "credits|credits that roll|end credits that roll|closing credits that roll|credits rolling|end credits rolling|roll credits|roll the credits|roll end credits|roll the end credits|scroll the credits|credits that scroll|end credits that scroll|credits that roll up|end credits|rolling credits|closing credits|scrolling credits|credit roll|rolling end credits|credits roll|"
    "scrolling end credits|片尾字幕|滚动字幕|演职员表|演职员名单|职员表|片尾名单|片尾滚动字幕|滚动片尾字幕|演职人员名单",
    "OVERFILM": "over the film|over the video|over the end|over the ending|over the last part|叠加在视频上|叠加在影片上|叠在视频上|叠在画面上|叠在影片上",
    "SCRIPT": "from this script|from the script|from my script|from a script|of this script|script|the script|this script|for this script|with this script|"
    "根据脚本|根据这个脚本|用这个脚本|按照脚本|按照这个脚本|按这个脚本|脚本|这个脚本|这段脚本|根据这段脚本|用这段脚本|这段文案|根据这段文案|用这段文案",
    "MAKE": "generate|build|compose|制作|生成|做一个|做一段|制作成|制作一个|生成一个",
    "CANVASWORD": "canvas|canvas size|resolution|frame size|picture size|video size|canvas resolution|画布|画布大小|画布尺寸|分辨率|画面尺寸|画面大小|视频尺寸",
    "FRAMERATE": "frame rate|framerate|fps|frames per second|帧率|帧速率|帧数",
}
MAKING_VALUES: Final[dict[str, dict[Any, str]]] = {
    "SPLITSCREEN": {
        "columns": "split screen|side by side|next to each other|beside each other|in columns|splitscreen|left and right|"
        "分屏|并排|左右并排|左右分屏|双画面|并列|左右排列|并排显示|同屏|分屏显示|左右两边",
        "rows": "one above the other|stacked|one on top of the other|top and bottom|above each other|in rows|stacked vertically|split screen top and bottom|"
        "上下分屏|上下并排|上下排列|上下显示|上下两边",
        "grid": "in a grid|2x2 grid|in a 2x2 grid|grid|as a grid|two by two grid|in a two by two grid|four way split screen|2 by 2 grid|in a 2 by 2 grid|"
        "quad split|四宫格|四分屏|田字格|四画面|网格",
    },
}
