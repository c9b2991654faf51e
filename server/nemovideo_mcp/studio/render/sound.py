"""The sound's filter graph: every piece to the sample, joined without clicks, mixed with the sounds laid under it."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from nemovideo_mcp.studio.media.appearance import Appearance
from nemovideo_mcp.studio.render.graph import at_ticks, join, labelled
from nemovideo_mcp.studio.render.mixing import levelled, stepping_back, toned
from nemovideo_mcp.studio.render.pieces import Piece
from nemovideo_mcp.studio.render.runs import Run
from nemovideo_mcp.studio.render.transitions import heard_together
from nemovideo_mcp.studio.timeline.model import Project, Sound
from nemovideo_mcp.studio.timeline.time import SAMPLE_RATE, Ticks, to_samples

_CLICK: Final = SAMPLE_RATE // 200  # 5 ms, at every end where a sound is cut
_OUT_OF_STEP: Final = 0.01  # seconds that sound may be off its times before it is set right
_SLOWEST, _FASTEST = Fraction(1, 2), Fraction(2)
_LIMITER: Final = "alimiter=limit=0.98:level=0:latency=1:attack=5:release=80"


@dataclass(frozen=True)
class Laid:
    """A sound on the timeline with its input's number and its medium's looks and length."""

    sound: Sound
    input: int
    look: Appearance
    length: Ticks


def sound_graph(
    runs: list[Run], laid: list[Laid], project: Project, samples: int, gain_db: float = 0.0
) -> str:
    """The graph from inputs `[n:…]` to `[sound]`, `samples` long at 48 kHz stereo; `gain_db` brings it to its loudness."""
    chains: list[str] = []
    ends: list[tuple[str, Piece]] = []
    for number, run in enumerate(runs):
        chains += _run(number, run)
        if run.sides:
            chains += [chain for side in run.sides for chain in _run(side.input, side)]
            chains.append(_together(number, run))
            ends.append((f"b{number}", run.pieces[0]))
            continue
        ends += [(f"p{number}_{index}", piece) for index, piece in enumerate(run.pieces)]
    voices = []
    if ends:
        joins, clips = heard_together(ends)
        chains += joins
        voices.append(clips)
    keys = list(voices)
    for number, item in enumerate(laid):
        chains.append(_laid(item, samples, f"s{number}"))
        voices.append(f"s{number}")
        keys += [f"s{number}"] if item.sound.role != "music" else []
    back, voices = stepping_back(
        voices,
        keys,
        ducked=[f"s{n}" for n, item in enumerate(laid) if item.sound.ducked and not item.sound.leads],
        leads=[f"s{n}" for n, item in enumerate(laid) if item.sound.leads],
    )
    chains += back
    loud = len(voices) > 1 or any(piece.volume > 100 for run in runs for piece in run.pieces)
    loud = loud or any(item.sound.volume > 100 or item.sound.tone.equaliser for item in laid)
    loud = loud or any(piece.tone.equaliser or piece.tone.pan for run in runs for piece in run.pieces)
    loud = loud or any(run.sides for run in runs)
    mix = [f"amix=inputs={len(voices)}:normalize=0:dropout_transition=0"] if len(voices) > 1 else []
    film = [*mix, _LIMITER if loud else "", *_length(samples), *_film_fades(project, samples)]
    if project.loudness is not None:
        film += [*levelled(gain_db), *_length(samples)]
    return join([*chains, labelled(film, voices, "sound")])


def can_be_heard(runs: list[Run], laid: list[Laid]) -> bool:
    """Whether any medium on the timeline brings a sound, be it muted."""
    return bool(laid) or any(one.look.channels for run in runs for one in (run, *run.sides))


def _together(number: int, run: Run) -> str:
    """The sound of a run and of those beside it, mixed."""
    labels = [f"p{source}_0" for source in (number, *(side.input for side in run.sides))]
    mix = f"amix=inputs={len(labels)}:normalize=0:dropout_transition=0"
    return labelled([mix, *_length(run.pieces[0].samples)], labels, f"b{number}")


def _run(number: int, run: Run) -> list[str]:
    """One pass through the medium's sound, cut at samples; the stretches between pieces are thrown away."""
    if not run.look.channels or not any(piece.volume for piece in run.pieces):
        return [_silence(piece, f"p{number}_{index}") for index, piece in enumerate(run.pieces)]
    cuts, labels, dropped = _cuts(number, run)
    last = to_samples(run.pieces[-1].end - run.seek)
    chain = [*_evened(run.look), f"atrim=end_sample={last}"]
    source = f"{number}:{run.look.sound}"
    if not cuts:
        return [labelled([*chain, *_piece(run.pieces[0])], [source], f"p{number}_0")]
    chain.append(f"asegment=samples={'|'.join(map(str, cuts))}")
    chains = [labelled(chain, [source], "][".join(labels))]
    chains += [f"[{label}]anullsink" for label in dropped]
    for index, piece in enumerate(run.pieces):
        chains.append(labelled(_piece(piece), [f"c{number}_{index}"], f"p{number}_{index}"))
    return chains


def _cuts(number: int, run: Run) -> tuple[list[int], list[str], list[str]]:
    """Samples at which the source is cut, the label of each part, and those of them that nobody hears."""
    cuts: list[int] = []
    labels: list[str] = []
    dropped: list[str] = []
    at = 0
    for index, piece in enumerate(run.pieces):
        start = to_samples(piece.start - run.seek)
        if start > at:
            dropped.append(f"d{number}_{index}")
            labels.append(dropped[-1])
            cuts.append(start)
        at = to_samples(piece.end - run.seek)
        labels.append(f"c{number}_{index}")
        cuts.append(at)
    return cuts[:-1], labels, dropped


def _evened(look: Appearance) -> list[str]:
    """48 kHz stereo that starts at time 0, holes filled with silence; one channel sounds as loud on both sides."""
    spread = "pan=stereo|c0=c0|c1=c0" if look.channels == 1 else ""
    shift = f"asetpts=PTS-({at_ticks(look.late)}/TB)" if look.late else ""
    steady = f"aresample={SAMPLE_RATE}:async=1:min_hard_comp={_OUT_OF_STEP}:first_pts=0"
    return [spread, shift, steady, "aformat=sample_fmts=fltp:channel_layouts=stereo"]


def _silence(piece: Piece, label: str) -> str:
    chain = [
        f"anullsrc=r={SAMPLE_RATE}:cl=stereo",
        f"atrim=end_sample={piece.samples}",
        "aformat=sample_fmts=fltp",
    ]
    return labelled(chain, [], label)


def _piece(piece: Piece) -> list[str]:
    """A cut stretch at its speed and volume, exactly as long as its place in the film."""
    chain = [
        "asetpts=N/SR/TB",
        *_turned(piece),
        *_tempo(piece.speed),
        *toned(piece.tone),
        _volume(piece.volume),
    ]
    chain += _length(piece.samples)
    chain += _ends(piece.samples, piece.sound_in, piece.sound_out)
    return chain


def _turned(piece: Piece) -> list[str]:
    """The stretch the other way around, if it plays backwards; what its medium lacks at the end is silence at the beginning."""
    if not piece.backwards:
        return []
    return [*_length(to_samples(piece.end) - to_samples(piece.start)), "areverse", "asetpts=N/SR/TB"]


def _tempo(speed: Fraction) -> list[str]:
    """Speed with the pitch kept, in steps that the filter does well."""
    steps = []
    while not _SLOWEST <= speed <= _FASTEST:
        step = _FASTEST if speed > 1 else _SLOWEST
        steps.append(f"atempo={float(step)}")
        speed /= step
    return [*steps, f"atempo={float(speed):.9f}"] if speed != 1 or steps else []


def _volume(percent: int) -> str:
    return f"volume={percent / 100:g}" if percent != 100 else ""


def _length(samples: int) -> list[str]:
    return [f"apad=whole_len={samples}", f"atrim=end_sample={samples}", "asetpts=N/SR/TB"]


def _ends(
    samples: int, fade_in: Ticks, fade_out: Ticks, *, cut: tuple[bool, bool] = (True, True)
) -> list[str]:
    """Fades at both ends: the user's own, and at least a few milliseconds where the sound is cut."""
    short = min(_CLICK, max(1, samples // 4))
    rise = min(max(to_samples(fade_in), short if cut[0] else 0), samples)
    fall = min(max(to_samples(fade_out), short if cut[1] else 0), samples)
    steps = [f"afade=t=in:ss=0:ns={rise}"] if rise else []
    return [*steps, f"afade=t=out:ss={samples - fall}:ns={fall}"] if fall else steps


def _laid(item: Laid, samples: int, label: str) -> str:
    """A sound in its place: cut, looped, faded, and silent before and after."""
    sound = item.sound
    start, end = to_samples(sound.start), to_samples(sound.end)
    at = min(to_samples(sound.at), samples)
    once = end - start
    heard = samples - at if sound.loop else min(once, samples - at)
    chain = [*_evened(item.look), f"atrim=start_sample={start}:end_sample={end}", "asetpts=N/SR/TB"]
    if sound.loop and heard > once:
        chain += [f"apad=whole_len={once}", f"aloop=loop=-1:size={once}"]
    chain += [
        f"atrim=end_sample={heard}",
        "asetpts=N/SR/TB",
        *toned(sound.tone),
        _volume(0 if sound.muted else sound.volume),
    ]
    at_cuts = (sound.start > 0, sound.loop or heard < once or sound.end < item.length)
    chain += _ends(heard, sound.fade_in, sound.fade_out, cut=at_cuts)
    chain += [f"adelay=delays={at}S:all=1" if at else "", *_length(samples)]
    return labelled(chain, [f"{item.input}:{item.look.sound}"], label)


def _film_fades(project: Project, samples: int) -> list[str]:
    rise, fall = max(project.fade_in, project.sound_in), max(project.fade_out, project.sound_out)
    return _ends(samples, rise, fall, cut=(False, False))


def places(project: Project, looks: Mapping[str, Appearance], first_input: int, samples: int) -> list[Laid]:
    """The sounds that will be heard, each with an input of its own, numbered from `first_input`."""
    heard = [
        sound
        for sound in project.sounds
        if not sound.muted and sound.volume and to_samples(sound.at) < samples and looks[sound.media].channels
    ]
    return [
        Laid(sound, first_input + number, looks[sound.media], project.medium(sound.media).duration)
        for number, sound in enumerate(heard)
    ]
