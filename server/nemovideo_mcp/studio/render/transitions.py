"""Transitions between runs: crossfades that overlap two of them, dips that fade on either side of the cut."""

from fractions import Fraction

from nemovideo_mcp.studio.render.graph import FORMAT, labelled, seconds
from nemovideo_mcp.studio.render.pieces import Piece
from nemovideo_mcp.studio.render.runs import Run
from nemovideo_mcp.studio.timeline.model import Transition


def overlap(before: Piece, after: Piece) -> tuple[int, int]:
    """Frames and samples for which two pieces that follow each other are there together."""
    frames = before.first_frame + before.frames - after.first_frame
    samples = before.first_sample + before.samples - after.first_sample
    return frames, samples


def groups(runs: list[Run]) -> list[list[int]]:
    """Numbers of the runs that follow each other with plain cuts; between two groups there is a crossfade."""
    found: list[list[int]] = []
    for number, run in enumerate(runs):
        if number and overlap(runs[number - 1].pieces[-1], run.pieces[0])[0] <= 0:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def joined(runs: list[Run], fps: Fraction) -> tuple[list[str], list[str], list[str]]:
    """The chains that join the runs `[v0]`, `[v1]` …, the labels they leave, and the filters that follow these."""
    grouped = groups(runs)
    if len(grouped) == 1:
        return [], [f"v{number}" for number in grouped[0]], [*_end_to_end(len(runs), fps), f"fps={fps}"]
    chains: list[str] = []
    ends: list[str] = []
    entry = 0
    for index, numbers in enumerate(grouped):
        labels = [f"v{number}" for number in numbers]
        length = sum(runs[number].frames for number in numbers)
        leaving = 0
        if index + 1 < len(grouped):
            leaving, _ = overlap(runs[numbers[-1]].pieces[-1], runs[numbers[-1] + 1].pieces[0])
        cuts = [("head", 0, entry), ("body", entry, length - leaving), ("tail", length - leaving, length)]
        parts = [(f"{name}{index}", first, last) for name, first, last in cuts if last > first]
        chains.append(labelled([*_end_to_end(len(labels), fps), *_steady(fps)], labels, f"g{index}"))
        chains += _parts(index, parts, fps)
        if entry:
            chains.append(_crossfade(index, entry, fps, runs[numbers[0]].pieces[0].enters))
            ends.append(f"x{index}")
        ends += [name for name, _, _ in parts if name.startswith("body")]
        entry = leaving
    return chains, ends, [*_end_to_end(len(ends), fps), f"fps={fps}"]


def _steady(fps: Fraction) -> list[str]:
    return [f"settb={1 / fps}", "setpts=N", f"fps={fps}"]


def _parts(index: int, parts: list[tuple[str, int, int]], fps: Fraction) -> list[str]:
    """A group's stream cut into what fades in, what stands alone, and what fades out."""
    copies = [f"q{index}_{number}" for number in range(len(parts))]
    chains = [labelled([f"split={len(parts)}"], [f"g{index}"], "][".join(copies))]
    for copy, (name, first, last) in zip(copies, parts, strict=True):
        chains.append(labelled([f"trim=start_frame={first}:end_frame={last}", *_steady(fps)], [copy], name))
    return chains


def _crossfade(index: int, frames: int, fps: Fraction, enters: Transition | None) -> str:
    """The filter wants colours at full size: only the frames of the crossfade itself are brought to that and back."""
    moving = enters is not None and enters.kind in ("wipe", "slide")
    how = f"{enters.kind}{enters.way}" if enters and moving else "fade"
    cross = f"xfade=transition={how}:duration={seconds(frames / fps)}:offset=0"
    return labelled([cross, FORMAT, *_steady(fps)], [f"tail{index - 1}", f"head{index}"], f"x{index}")


def _end_to_end(count: int, fps: Fraction) -> list[str]:
    """Runs end to end, frames counted anew: `concat` takes a run of one frame to last no time."""
    return [f"concat=n={count}:v=1:a=0", f"settb={1 / fps}", "setpts=N"] if count > 1 else []


def heard_together(pieces: list[tuple[str, Piece]]) -> tuple[list[str], str]:
    """The chains that join the sounds of all pieces, by label, crossfaded where they overlap; and the last label."""
    parts: list[list[str]] = []
    overlaps: list[int] = []
    for index, (label, piece) in enumerate(pieces):
        samples = overlap(pieces[index - 1][1], piece)[1] if index else 0
        if index and samples <= 0:
            parts[-1].append(label)
        else:
            parts.append([label])
            overlaps.append(samples)
    if len(parts) == 1:
        return [labelled([f"concat=n={len(pieces)}:v=0:a=1"], parts[0], "clips")], "clips"
    chains = [
        labelled([f"concat=n={len(labels)}:v=0:a=1"], labels, f"h{number}")
        for number, labels in enumerate(parts)
    ]
    last = "h0"
    for number, samples in list(enumerate(overlaps))[1:]:
        cross = f"acrossfade=ns={samples}:c1=qsin:c2=qsin"
        chains.append(labelled([cross], [last, f"h{number}"], f"k{number}"))
        last = f"k{number}"
    return chains, last
