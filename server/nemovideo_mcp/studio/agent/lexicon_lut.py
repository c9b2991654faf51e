"""Words about colour tables, in English and Chinese; alternatives stand between bars."""

from typing import Final

LUT_WORDS: Final[dict[str, str]] = {
    "LUT": "lut|luts|the lut|this lut|my lut|lut file|cube file|cube lut|color lut|colour lut|3d lut|lookup table|look up table|"
    "colour table|color table|lut effect|lut filter|lut look|"
    "LUT文件|查找表|颜色查找表|调色文件|调色表|cube文件",
    "GRADE": "grade|grades|graded|grading|color grade|colour grade|color grading|colour grading|color graded|colour graded|"
    "grade the colors|grade the colours|color correct|colour correct|color correction|colour correction|"
    "调色|调个色|调一下色|校色|套色|做调色|进行调色|调色处理|色彩校正",
    "APPLIED": "套用|应用|套上|使用上|应用到|套到|应用于|用到|加到|加载|导入|load|import|put on",
}
