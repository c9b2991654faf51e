"""What is done to sounds in the mix: noise, tone and side of each, stepping back for one another, the loudness of all."""

from typing import Final

from nemovideo_mcp.studio.timeline.model import Tone
from nemovideo_mcp.studio.timeline.time import SAMPLE_RATE

_PRESETS: Final = {
    "voice": [
        "highpass=f=80",
        "equalizer=f=250:t=q:w=1:g=-2",
        "equalizer=f=3000:t=q:w=0.9:g=5",
        "treble=f=9000:g=2",
    ],
    "bass": ["bass=f=110:g=8"],
    "treble": ["treble=f=4500:g=7"],
}
# At -34 dBFS speech is heard and a room is not; it comes back slowly enough to bridge the gaps between words.
_DUCK: Final = "sidechaincompress=threshold=0.02:ratio=6:attack=15:release=450:knee=4:detection=rms"
_CEILING: Final = 0.82  # -1.7 dBFS: what a lossy coder adds to peaks stays under -1
_OVERSAMPLED: Final = 4 * SAMPLE_RATE
_DENOISE_LATE: Final = SAMPLE_RATE // 40  # the filter gives back what it was given 25 ms ago
_STRONGEST_SIDE: Final = 0.4142  # both sides on one keep the power they had


def toned(tone: Tone) -> list[str]:
    """The filters of a sound's own tone, on 48 kHz stereo; each keeps every sample in its place."""
    steps: list[str] = []
    if tone.denoise:
        steps += [f"apad=pad_len={_DENOISE_LATE}", f"afftdn=nr={tone.denoise}:nf=-35"]
        steps += [f"atrim=start_sample={_DENOISE_LATE}", "asetpts=N/SR/TB"]
    steps += _PRESETS.get(tone.equaliser, [])
    return [*steps, _side(tone.pan / 100)] if tone.pan else steps


def _side(pan: float) -> str:
    """Towards the right (above 0) or the left: what was on the other side is brought along, not lost."""
    moved, stays = _STRONGEST_SIDE * abs(pan), 1 - abs(pan)
    if pan > 0:
        return f"pan=stereo|c0={stays:.4f}*c0|c1=c1+{moved:.4f}*c0"
    return f"pan=stereo|c0=c0+{moved:.4f}*c1|c1={stays:.4f}*c1"


def stepping_back(
    voices: list[str], keys: list[str], *, ducked: list[str], leads: list[str]
) -> tuple[list[str], list[str]]:
    """Chains that make everything step back while `leads` are heard, and `ducked` while any of `keys` is; the labels to mix then."""
    followers = [voice for voice in voices if voice not in {*leads, *ducked}]
    first, led = _ducking(voices, leads, followers)
    now = dict(zip(voices, led, strict=True))
    second, mixed = _ducking(led, [now[key] for key in keys], [now[label] for label in ducked])
    return [*first, *second], mixed


def _ducking(voices: list[str], keys: list[str], ducked: list[str]) -> tuple[list[str], list[str]]:
    """Chains that make the `ducked` labels of a mix step back while `keys` are heard, and the labels to mix then."""
    if not keys or not ducked:
        return [], voices
    chains = [f"[{key}]asplit=2[{key}m][{key}k]" for key in keys]
    mix = f"amix=inputs={len(keys)}:normalize=0:dropout_transition=0," if len(keys) > 1 else ""
    heads = "".join(f"[{key}k]" for key in keys)
    copies = "".join(f"[k{number}]" for number in range(len(ducked)))
    chains.append(f"{heads}{mix}asplit={len(ducked)}{copies}")
    chains += [f"[{label}][k{number}]{_DUCK}[{label}d]" for number, label in enumerate(ducked)]
    renamed = {key: f"{key}m" for key in keys} | {label: f"{label}d" for label in ducked}
    return chains, [renamed.get(voice, voice) for voice in voices]


def levelled(gain_db: float) -> list[str]:
    """The whole mix louder or quieter, its true peaks held under -1 dB: they are looked for at four times the rate."""
    held = f"alimiter=limit={_CEILING}:level=0:latency=1:attack=3:release=80"
    return [f"volume={gain_db:.2f}dB", f"aresample={_OVERSAMPLED}", held, f"aresample={SAMPLE_RATE}"]
