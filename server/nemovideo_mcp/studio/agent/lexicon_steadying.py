"""Words about shaky pictures, in English and Chinese; alternatives stand between bars."""

from typing import Final

STEADY_WORDS: Final[dict[str, str]] = {
    "STEADY": "stabilise|stabilises|stabilised|stabilising|stabilize|stabilizes|stabilized|stabilizing|steady|steadier|more steady|"
    "more stable|stable|steadied|steadying|hold it steady|hold the picture steady|keep it steady|smooth out the camera|"
    "smooth the camera|smooth camera motion|smooth out the motion|deshake|de shake|anti shake|antishake|"
    "稳定画面|画面稳定|稳定视频|视频稳定|稳定一下|稳定|增稳|稳定下来|稳一点|更稳|更稳定|平稳|更平稳|平稳一点|变稳|稳定镜头|镜头稳定",
    "STEADYWORD": "stabilisation|stabilization|image stabilisation|image stabilization|video stabilisation|video stabilization|"
    "stabiliser|stabilizer|stabilisation effect|stabilization effect|the stabilisation|the stabilization|"
    "防抖|防抖动|防抖效果|画面防抖|视频防抖|电子防抖|防抖处理|防抖功能|稳定效果|增稳效果|稳像|去抖|去抖动|消抖",
    "SHAKE": "shake|shakes|shaking|shaky|shakiness|camera shake|camera shakes|the camera shake|shaky camera|shaky cam|shaky footage|"
    "handheld shake|hand shake|jitter|jittery|jitters|wobble|wobbles|wobbly|wobbliness|bumpy|jerky|jerkiness|"
    "抖动|手抖|镜头抖动|画面抖动|抖|晃动|画面晃动|镜头晃动|抖动感|颤抖|晃",
    "ENABLE": "enable|activate|开启|启用",
    "STRENGTH": "strength|intensity|强度|加强度",
    "STILLER": "fix|fixes|fixed|correct|mend|smooth the|smooth out|smoothen|even out|修复|修正|减少|减轻|改善",
}
