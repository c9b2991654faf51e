"""Words about voices and voiceovers, English and Chinese; alternatives stand between bars."""

from typing import Any, Final

VOICE_WORDS: Final[dict[str, str]] = {
    "VOICEOVER": "voiceover|voiceovers|voice over|voice overs|ai voiceover|ai voiceovers|ai voice overs|ai voice over|ai generated voiceover|ai voice|narration|narrator|narrate|"
    "narrating|narrate it|narrated|spoken voiceover|spoken narration|ai narration|text to speech|tts|speak this|speak the|read aloud|read this aloud|"
    "read it aloud|speak it|say this|dub|dub it|dub over|"
    "配音|旁白|解说|画外音|朗读|解说词|解说配音|人工智能配音|ai配音|语音旁白|旁白配音|语音合成|念出来|读出来",
    "REVOICE": "re voice|revoice|re voice it|revoice it|redub|re dub|replace the speaker|重新配音|换声|重配音|重新配一遍",
    "VOICELIST": "which voices|what voices|list the voices|list of voices|list voices|all voices|available voices|show me the voices|show the voices|voices are there|"
    "voices do you have|voices can i use|voices can you use|voices are available|other voices|"
    "有哪些声音|有什么声音|哪些声音|什么声音|有哪些音色|哪些音色|有什么音色|有哪些配音|声音列表|音色列表|可用的声音|可用声音|有几种声音",
    "SAMPLE": "let me hear|hear|sample|sample of|a sample|a sample of|play me|preview the voice|listen to|"
    "试听|听一下|听听|听一听|试听一下|样音|试音",
    "ARETHERE": "are there|do you have|have you got|can i use|are available|can you use|are you able",
    "EXTENDLAST": "extend the last frame|hold the last frame|freeze the last frame|"
    "let the last frame stand longer|let the last frame stand|longer last frame|stretch the last frame|extend last frame|"
    "延长最后一帧|延长最后一个画面|定格最后一帧|定住最后一帧|最后一帧延长",
    "SLOWER": "slowly|more slowly|慢慢地",
    "FILLER": "natural|natural sounding|realistic|human sounding|professional|friendly|ai generated|accent|sounding|自然|自然的|真实的|专业的|亲切的",
    "SPEECHRATE": "speaking speed|speaking rate|speech rate|pace|speech speed|voice speed|reading speed|talking speed|语速|朗读速度|说话速度|配音速度",
}
VOICE_VALUES: Final[dict[str, dict[Any, str]]] = {
    "GENDER": {
        "male": "male|man|a man|man's|masculine|guy|men's|male voice|a male voice|man's voice|a man's voice|male narrator|male speaker|"
        "男声|男|男性|男音|男生|男士|男人的声音|男性声音|男声配音|男配音",
        "female": "female|woman|a woman|woman's|feminine|lady|women's|female voice|a female voice|woman's voice|a woman's voice|female narrator|female speaker|"
        "女声|女|女性|女音|女生|女士|女人的声音|女性声音|女声配音|女配音",
    },
    "VOICENAME": {
        "heart": "heart|heart's|heart voice|voice heart",
        "bella": "bella|bella's|voice bella",
        "michael": "michael|michael's|voice michael",
        "xiaoxiao": "xiaoxiao|xiao xiao|晓晓",
        "yunyang": "yunyang|yun yang|云扬",
    },
    "TONGUE": {
        "en": "in english|english|american english|american|us english|英语|英文|用英语|用英文|美式英语",
        "zh": "in chinese|chinese|mandarin|in mandarin|中文|汉语|普通话|国语|用中文|用普通话|用汉语",
        "fr": "in french|french|法语|用法语",
        "es": "in spanish|spanish|西班牙语|用西班牙语",
        "de": "in german|german|德语|用德语",
        "it": "in italian|italian|意大利语|用意大利语",
        "pt": "in portuguese|portuguese|葡萄牙语|用葡萄牙语",
        "ja": "in japanese|japanese|日语|日文|用日语|用日文",
        "ko": "in korean|korean|韩语|用韩语",
        "ru": "in russian|russian|俄语|用俄语",
        "hi": "in hindi|hindi|印地语",
        "ar": "in arabic|arabic|阿拉伯语",
    },
}
