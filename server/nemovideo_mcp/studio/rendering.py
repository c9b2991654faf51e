"""Renders as jobs: from the order to a proven file, in steps that may each be taken again."""

import json
import logging
import shutil
from collections.abc import Callable
from dataclasses import asdict
from fractions import Fraction
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Final

from nemovideo_mcp.studio.jobs import Halt, Stopped
from nemovideo_mcp.studio.render.output import Output
from nemovideo_mcp.studio.sources import paths_of
from nemovideo_mcp.studio.steadying import SHARE, Steadying, any_steady
from nemovideo_mcp.studio.store.renders import Render
from nemovideo_mcp.studio.store.store import Store

if TYPE_CHECKING:
    from nemovideo_mcp.studio.render.check import Proof
    from nemovideo_mcp.studio.render.plan import RenderPlan

log = logging.getLogger(__name__)
NOTE_EVERY_S: Final = 0.25


class Rendering:
    """The work of the render jobs; what is only needed meanwhile lies in a folder of its own until it is over."""

    def __init__(self, store: Store) -> None:
        """Orders are read from the store, and everything that happens is noted there."""
        self._store, self._renders = store, store.renders
        self._steadying = Steadying(store.media.folder.parent)

    def unfinished(self) -> list[str]:
        """Renders somebody waits for."""
        return self._renders.unfinished()

    def wanted(self, job: str) -> bool:
        """Whether somebody still waits for it."""
        return self._renders.wanted(job)

    def make(self, job: str, halt: Halt) -> None:
        """Encodes to a file that is not yet the result; a cancelled one leaves nothing behind."""
        from nemovideo_mcp.studio.render.encode import RenderCancelled, encode

        render = self._renders.begin(job)
        if render is None:
            return
        self._clear(render)
        self._work_folder(render).mkdir(mode=0o700)
        try:
            gain_db, note = self._gain(render, halt), self._noter(job)
            if not self._smart_cut(render, gain_db, note, halt):
                note = self._steady(render, note, halt)
                encode(self._plan(render, gain_db), self._part(render), on_progress=note, cancelled=halt)
        except RenderCancelled:
            self._clear(render)
        except Stopped:
            self._renders.set_down(job)
            raise

    def finish(self, job: str) -> None:
        """Checks the file against the plan, gives it its name, and notes that it is there."""
        from nemovideo_mcp.studio.render.check import check

        render = self._renders.get(job)
        part, final = self._part(render), self._final(render)
        proof = self._proven(render) or check(part if part.exists() else final, self._plan(render).expected)
        if part.exists():
            part.replace(final)
        final.chmod(0o600)
        self._renders.complete(
            job,
            file=final.name,
            duration=proof.duration_ms / 1000,
            size=proof.bytes,
            proof=json.dumps(asdict(proof)),
        )
        self._clear(render)

    def fail(self, job: str, error: Exception) -> None:
        """Notes why there is no file, in a sentence for people."""
        log.warning("render %s failed: %s", job, error, exc_info=error)
        self._renders.fail(job, f"{_reason(error)} No file was made, and the timeline is as it was.")
        self._clear(self._renders.get(job))

    def _gain(self, render: Render, halt: Halt) -> float:
        """What brings the mix to its loudness, in dB; the sound is mixed and measured once more for it."""
        from nemovideo_mcp.studio.render.loudness import gain_for

        if render.project.loudness is None or from_record(render.output).format == "gif":
            return 0.0
        paths = paths_of(self._store, render.session_id, render.project)
        return gain_for(render.project, paths, self._work_folder(render), cancelled=halt)

    def _smart_cut(self, render: Render, gain_db: float, note: Callable[[float], None], halt: Halt) -> bool:
        """Whether the file could be made, and proven, by copying most of its frames; its proof waits for `finish`."""
        from nemovideo_mcp.studio.render.smartcut import smart_cut

        paths = paths_of(self._store, render.session_id, render.project)
        proof = smart_cut(
            render.project,
            from_record(render.output),
            paths,
            self._part(render),
            gain_db=gain_db,
            on_progress=note,
            cancelled=halt,
        )
        if proof is not None:
            self._proof(render).write_text(json.dumps(asdict(proof)), encoding="utf-8")
        return proof is not None

    def _proven(self, render: Render) -> "Proof | None":
        """The proof that was made together with the file, if it still is of that size."""
        from nemovideo_mcp.studio.render.check import Proof

        kept, part, final = self._proof(render), self._part(render), self._final(render)
        if not kept.exists():
            return None
        proof = Proof(**json.loads(kept.read_text(encoding="utf-8")))
        file = part if part.exists() else final
        return proof if file.stat().st_size == proof.bytes else None

    def _steady(self, render: Render, note: Callable[[float], None], halt: Halt) -> Callable[[float], None]:
        """Holds the shaky films still; the rest of the progress, for the render itself."""
        if not any_steady(render.project) or not from_record(render.output).has_picture:
            return note
        paths = paths_of(self._store, render.session_id, render.project)
        self._steadying.made(render.project, paths, lambda share: note(SHARE * share), halt)
        return lambda share: note(SHARE + (1 - SHARE) * share)

    def _plan(self, render: Render, gain_db: float = 0.0) -> "RenderPlan":
        from nemovideo_mcp.studio.render.plan import plan

        project, paths = render.project, paths_of(self._store, render.session_id, render.project)
        if any_steady(project):
            project, paths = self._steadying.as_kept(project, paths)
        return plan(project, from_record(render.output), paths, self._work_folder(render), gain_db=gain_db)

    def _noter(self, job: str) -> Callable[[float], None]:
        """Notes progress (0 to 1) four times a second at most."""
        noted = 0.0

        def note(share: float) -> None:
            nonlocal noted
            if monotonic() - noted >= NOTE_EVERY_S:
                noted = monotonic()
                self._renders.advance(job, min(99.0, round(100 * share, 1)))

        return note

    def _work_folder(self, render: Render) -> Path:
        return self._renders.folder / f"{render.id}.work"

    def _part(self, render: Render) -> Path:
        return self._work_folder(render) / f"part.{_format(render)}"

    def _proof(self, render: Render) -> Path:
        return self._work_folder(render) / "proof.json"

    def _final(self, render: Render) -> Path:
        return self._renders.folder / f"{render.id}.{_format(render)}"

    def _clear(self, render: Render) -> None:
        shutil.rmtree(self._work_folder(render), ignore_errors=True)


def to_record(output: Output) -> str:
    """An output as the store keeps it."""
    return json.dumps({**asdict(output), "fps": None if output.fps is None else str(output.fps)})


def from_record(text: str) -> Output:
    """An output from the store."""
    kept = json.loads(text)
    return Output(**{**kept, "fps": None if kept["fps"] is None else Fraction(kept["fps"])})


def _format(render: Render) -> str:
    return from_record(render.output).format


def _reason(error: Exception) -> str:
    """What to tell people: our own errors are sentences, anything else is named and left to the log."""
    text = str(error).strip()
    if type(error).__module__.startswith("nemovideo_mcp.") and text:
        return text if text.endswith((".", "!", "。")) else f"{text}."
    return f"The studio failed while it made the file ({type(error).__name__})."
