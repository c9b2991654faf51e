"""Words about sound, English and Chinese; alternatives stand between bars."""

from typing import Any, Final

SOUND_WORDS: Final[dict[str, str]] = {
    "STYLE": "jazz|jazzy|rock|metal|country|reggae|techno|爵士|摇滚|民谣|电子|乡村",
    "FILLER": "something|something more|than|longer than|more than|over than|超过|以上|大于|长于|多于",
    "LOUDER": "增强|加强",
    "SILENCE": "silence|silences|silent parts|silent part|silent bits|silent sections|silent moments|silent gaps|pauses|pause|dead air|quiet parts|"
    "long pauses|awkward silences|awkward silence|awkward pauses|the silence|the silences|gaps|silent segments|"
    "静音部分|静音片段|静音段落|静音的部分|停顿|沉默|无声部分|没有声音的部分|空白片段|没声音的部分|没人说话的部分|无声片段|静默",
    "CUTSILENCE": "去掉静音|去除静音|删除静音|剪掉静音|删掉静音|自动去静音|移除静音|remove silence|remove silences|remove the silence|cut silence|"
    "cut the silence|jump cut|jump cuts",
    "DETACH": "detach|unlink|split off|detach the audio from|分离|分离出|分离声音|分离音频|音频分离|剥离",
    "DUCK": "duck|ducking|auto duck|autoduck|audio ducking|sidechain|step back|闪避|自动闪避|闪避效果|音乐避让|避让",
    "SPEECH": "voice|voices|speech|dialogue|dialog|vocals|narration|speaking|talking|the speaker|speakers|someone speaks|when someone speaks|"
    "when someone is speaking|when someone talks|when someone is talking|whenever someone speaks|whenever someone talks|when people talk|"
    "when people speak|when i speak|when i talk|when she speaks|when he speaks|when they talk|when they speak|while i talk|while i speak|"
    "while talking|while speaking|when there is speech|when there is talking|when the speaker talks|"
    "人声|说话|讲话|有人说话|有人讲话|说话时|讲话时|对白|语音|人说话",
    "NORMALISE": "normalize|normalise|normalized|normalised|loudness normalization|loudness normalisation|volume normalization|"
    "audio normalization|even out|level out|"
    "标准化|归一化|响度标准化|音量标准化|音量归一化|响度归一化|统一音量|统一响度|平衡音量",
    "NOISE": "noise|noises|background noise|hiss|hissing|hum|humming|static|wind noise|room noise|buzz|buzzing|"
    "噪音|噪声|杂音|背景噪音|背景噪声|背景杂音|底噪|电流声|风声",
    "DENOISE": "denoise|de noise|noise reduction|denoising|noise removal|noise suppression|降噪|去噪|去噪音|除噪|降噪效果|降噪处理",
    "PAN": "pan|panning|stereo balance|声像|声相|左右声道平衡",
    "EQWORD": "equalizer|equaliser|eq|equalization|equalisation|均衡器|均衡|音效均衡",
    "LIBRARY": "built in|built in music|from the library|music library|内置|内置的|音乐库|曲库",
}
SOUND_VALUES: Final[dict[str, dict[Any, str]]] = {
    "PLACE": {"right": "right"},
    "EQ": {
        "bass": "bass|more bass|bass boost|boost the bass|low end|lows|deeper sound|低音|重低音|低频|低音增强",
        "treble": "treble|more treble|treble boost|boost the treble|highs|high end|高音|高频|高音增强",
        "voice": "voice eq|voice preset|vocal eq|voice boost|voice clarity|speech clarity|clearer voice|voice clearer|the voice clearer|"
        "voice enhancement|enhance the voice|clearer speech|speech clearer|vocal clarity|enhance voice|enhance the speech|"
        "人声增强|增强人声|人声清晰|人声更清晰|突出人声|人声更清楚|声音更清楚|声音更清晰",
    },
    "STYLE": {
        "lo-fi": "lo fi|lofi|chill|chilled|laid back|hip hop|mellow|chillhop|relaxed|study|轻松|轻松的|放松|放松的|慵懒|慵懒的|低保真|悠闲的|悠闲",
        "upbeat": "upbeat|up beat|happy|energetic|cheerful|fun|pop|funky|corporate|lively|dance|positive|motivational|bright and happy|"
        "轻快|轻快的|欢快|欢快的|动感|动感的|活泼|活泼的|快乐的|有活力的|愉快的",
        "calm": "calm|relaxing|ambient|gentle|peaceful|piano|acoustic|soft background|soothing|meditation|meditative|quiet|sad|emotional|romantic|"
        "舒缓|舒缓的|安静|安静的|抒情|抒情的|平静|平静的|温柔的|柔和的|钢琴|伤感的|治愈的|浪漫的",
        "cinematic": "cinematic|epic|dramatic|orchestral|classical|trailer|heroic|suspenseful|史诗|史诗的|史诗级|大气的|大气|电影感的|电影感|震撼的|宏大的|紧张的",
    },
}
