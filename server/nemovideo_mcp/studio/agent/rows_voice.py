"""Rows of the vocabulary about voiceovers: add one, take it away, change its voice, hear the voices."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final

from nemovideo_mcp.studio.agent.moments import Moment
from nemovideo_mcp.studio.agent.narrating import extension, fitted, heard_lines, lines_of, retaken
from nemovideo_mcp.studio.agent.row import Found, LackError, Row, Told
from nemovideo_mcp.studio.agent.rows_sound import add_music
from nemovideo_mcp.studio.agent.sentence import Language
from nemovideo_mcp.studio.agent.targets import ms
from nemovideo_mcp.studio.agent.voices import SAMPLES, described, voice_for
from nemovideo_mcp.studio.timeline.edit import Edit, EditError
from nemovideo_mcp.studio.timeline.edits_sound import Mute
from nemovideo_mcp.studio.timeline.edits_voice import AddVoiceover, RemoveVoiceover, voices_in
from nemovideo_mcp.studio.timeline.model import Saying
from nemovideo_mcp.studio.timeline.voices import FASTEST, SLOWEST, VOICES

_STEP: Final = Fraction(115, 100)
_MUSICAL: Final = frozenset({"MUSIC", "STYLE", "LIBRARY", "FILE"})


def speed_of(found: Found, before: Fraction = Fraction(1)) -> Fraction:
    """How fast it is spoken: a factor or a percentage that is said, or a step from what it was; EditError when it does not fit."""
    slower, faster = found.has("SLOW", "SLOWER"), found.has("FAST", "FASTER", "SPEEDUP")
    factor, percent = found.one("FACTOR"), found.one("PERCENT")
    if factor is not None:
        speed = before / factor if slower and factor > 1 else factor * (before if faster else 1)
    elif percent is not None and (slower or faster):
        speed = before * (1 + (-percent if slower else percent) / Fraction(100))
    elif percent is not None and found.has("SPEECHRATE", "SPEED"):
        speed = Fraction(percent) / 100
    elif slower or faster:
        speed = before / _STEP if slower else before * _STEP
    else:
        return before
    if not SLOWEST <= speed <= FASTEST:
        raise EditError("bad_voice_speed", speed=f"{float(speed):g}")
    return Fraction(round(speed * 100), 100)


def _add(found: Found) -> Sequence[Edit]:
    """The script spoken and laid over the film, its last frame held where that was allowed."""
    words = found.one("QUOTE")
    if words is None:
        if voices_in(found.project) and found.has("GENDER", "VOICENAME", "SLOW", "SLOWER", "FAST", "FASTER"):
            return _change(found)
        raise LackError("what_to_say")
    lines = lines_of(words)
    text = "\n".join(line.text for line in lines)
    voice = voice_for(found, text)
    at = found.one("POINT")
    at_ms = ms(at, found.project) if isinstance(at, Moment) else None
    takes = fitted(found, lines, voice.id, speed_of(found), at_ms)
    return [*_music(found), *extension(found, takes, at_ms), AddVoiceover(takes=takes, at_ms=at_ms)]


def _instead(found: Found) -> Sequence[Edit]:
    """A voiceover in place of the clips' own sound."""
    return [Mute(target="clips"), *_add(found)]


def _music(found: Found) -> Sequence[Edit]:
    """What is asked for along with the voice: "… with calm music"."""
    if not found.has("MUSIC", "STYLE"):
        return []
    kept = tuple(token for token in found.tokens if token.symbol in _MUSICAL)
    return add_music(replace(found, tokens=kept))


def _remove(_found: Found) -> Sequence[Edit]:
    return [RemoveVoiceover()]


def _change(found: Found) -> Sequence[Edit]:
    """The same words in another voice, or faster, or slower."""
    if not voices_in(found.project):
        raise EditError("no_voiceover")
    return [retaken(found, speed_of)]


def _again(found: Found) -> Sequence[Edit]:
    """What is said in the film, said by a voice instead; a voiceover that is there is said again."""
    if voices_in(found.project):
        return _change(found)
    lines = heard_lines(found)
    voice = voice_for(found, "\n".join(line.text for line in lines))
    takes = fitted(found, lines, voice.id, speed_of(found), None)
    return [Mute(target="clips"), AddVoiceover(takes=takes)]


def _list(found: Found, language: Language) -> Told:
    """Every voice with what it speaks, and what it lacks."""
    each = [described(v, language, installed=found.senses.voices.installed(v.id)) for v in VOICES.values()]
    if language == "zh":
        return Told(f"声音：{'；'.join(each)}。可以说“试听 Heart 的声音”，或“添加配音，用男声：……”。")
    return Told(
        f"Voices: {'; '.join(each)}. Say “let me hear the voice Heart”, or “add a voiceover with a male voice: …”."
    )


def _sample(found: Found, language: Language) -> Told:
    """A sentence in the voice that is named."""
    voice = voice_for(found, SAMPLES["zh" if _chinese(found) else "en"].format(name=""))
    text = SAMPLES[voice.language].format(name=voice.chinese if voice.language == "zh" else voice.name)
    sound = found.senses.voices.sample(Saying(text=text, voice=voice.id, speed=speed_of(found)))
    told = described(voice, language, installed=True)
    if not sound:
        raise LackError("no_voice_here")
    return Told(f"这是 {told}：“{text}”" if language == "zh" else f"This is {told}: “{text}”", sound)


def _chinese(found: Found) -> bool:
    named = found.one("VOICENAME")
    return found.one("TONGUE") == "zh" or (named in VOICES and VOICES[named].language == "zh")


_VOICE: Final = "VOICEOVER|SPEECH"
_PACE: Final = "SLOW|SLOWER|FAST|FASTER|SPEEDUP|SPEED|SPEECHRATE|FACTOR|PERCENT|MORE|LESS|BY"
_HOW: Final = f"GENDER|VOICENAME|TONGUE|{_PACE}|POINT|EXTENDLAST|USE|ADD|SCRIPT|UNDER|OVERFILM|FILE|CLIPS|SOUND|SILENTFILM|MAKE|CHANGE|ALL|SCREEN|SAYING|TO|CONTAINER|CLIPWORD|MUSIC|STYLE|LIBRARY|VOLUME"

VOICE: Final[tuple[Row, ...]] = (
    Row(
        name="add_voiceover",
        kind="edit",
        does={
            "en": "speak a script over the film (or without one), in a voice, language and speed you choose, the other sound stepping back",
            "zh": "朗读脚本作为配音，可选声音、语言和语速，其他声音自动压低",
        },
        examples={
            "en": (
                "add a voiceover: Welcome to our farm.",
                'add a voiceover with a male voice at 1.1x speed: "Hello."',
            ),
            "zh": ("添加配音：欢迎来到我们的农场。", "用女声添加配音：“你好。”"),
        },
        forms=(
            f"VOICEOVER [QUOTE|SPEECH|{_HOW}]",
            f"VOICEOVER QUOTE [SPEECH|{_HOW}]",
            f"VOICEOVER ADD QUOTE [SPEECH|{_HOW}]",
            f"SPEECH QUOTE [VOICEOVER|{_HOW}]",
            f"SPEECH ADD QUOTE [VOICEOVER|{_HOW}]",
        ),
        build=_add,
        alone=True,
    ),
    Row(
        name="add_voiceover",
        kind="edit",
        does={"en": "put a voice in place of the clips' own sound", "zh": "用配音代替原声"},
        examples={
            "en": ("replace the audio with a voiceover: Hello.",),
            "zh": ("用配音替换原声：“你好。”",),
        },
        forms=(
            f"REPLACE SOUND|ORIGINAL VOICEOVER [QUOTE|SPEECH|ORIGINAL|{_HOW}]",
            f"REPLACE SOUND|ORIGINAL GENDER QUOTE [ORIGINAL|SPEECH|{_HOW}]",
        ),
        build=_instead,
        alone=True,
    ),
    Row(
        name="add_voiceover",
        kind="edit",
        does={"en": "change the voice, or how fast it speaks", "zh": "更换配音的声音或语速"},
        examples={
            "en": ("use a male voice", "make the voice slower"),
            "zh": ("换成男声", "语速慢一点"),
        },
        forms=(
            f"GENDER [{_VOICE}|CHANGE|USE|{_PACE}|TONGUE|FILM]",
            f"GENDER {_VOICE} [CHANGE|USE|ADD|{_PACE}|TONGUE]",
            f"VOICENAME [{_VOICE}|CHANGE|USE|{_PACE}|TONGUE]",
            f"{_VOICE} SLOW|SLOWER|FAST|FASTER|SPEEDUP|SPEED|SPEECHRATE [CHANGE|USE|{_PACE}|VOICENAME|GENDER]",
            f"CHANGE {_VOICE} SLOW|SLOWER|FAST|FASTER|SPEEDUP|SPEED|SPEECHRATE [{_PACE}]",
            f"SPEECHRATE [CHANGE|USE|{_PACE}|{_VOICE}]",
        ),
        build=_change,
        alone=True,
    ),
    Row(
        name="add_voiceover",
        kind="edit",
        does={
            "en": "say what is said in the film again, in another voice",
            "zh": "用另一个声音重新说出影片里的话",
        },
        examples={"en": ("re-voice it",), "zh": ("重新配音",)},
        forms=(f"REVOICE [{_VOICE}|{_HOW}]",),
        build=_again,
    ),
    Row(
        name="remove_voiceover",
        kind="edit",
        does={"en": "remove the voiceover", "zh": "去掉配音"},
        examples={"en": ("remove the voiceover",), "zh": ("去掉配音",)},
        forms=("REMOVE|TAKE|NO VOICEOVER [OUT|OFF|ALL|SPEECH]",),
        build=_remove,
        alone=True,
    ),
    Row(
        name="voices",
        kind="tell",
        does={"en": "list the voices, or let you hear one", "zh": "列出声音，或试听"},
        examples={
            "en": ("which voices are there?", "let me hear the voice Heart"),
            "zh": ("有哪些声音", "试听 Heart 的声音"),
        },
        forms=("VOICELIST [ARETHERE|VOICEOVER|SPEECH|TONGUE|USE]",),
        tell=_list,
    ),
    Row(
        name="voices",
        kind="tell",
        does={"en": "hear a voice", "zh": "试听"},
        examples={"en": (), "zh": ()},
        forms=(
            f"SAMPLE VOICENAME|GENDER [{_VOICE}|TONGUE|{_PACE}|SOUND]",
            f"SAMPLE {_VOICE} [VOICENAME|GENDER|TONGUE|{_PACE}|SOUND]",
        ),
        tell=_sample,
    ),
)
