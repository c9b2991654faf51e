"""How long the studio thinks: over a sentence, over an edit of a long project."""

import json
import statistics
import time
from fractions import Fraction
from pathlib import Path

from measuring import Row, scratch

SENTENCES = Path(__file__).parents[1] / "tests" / "studio" / "agent" / "sentences.jsonl"
CLIPS = 500
EDITS = (
    "mute clip {number}",
    "cut out the first 0.2 seconds",
    "delete clip {number}",
    "make clip {number} 2x faster",
    'add the title "Hello" at {number}s',
)


async def sentence() -> list[Row]:
    """CPU time of understanding and doing a sentence, over all of the tests' sentences, on a project with media."""
    from nemovideo_mcp.studio.agent.agent import answer

    project = _project(3)
    said = [json.loads(line)["text"] for line in SENTENCES.read_text("utf-8").splitlines()]
    for one in said:
        answer(one, project)
    rounds = []
    for _ in range(3):
        begun = time.process_time()
        for one in said:
            answer(one, project)
        rounds.append((time.process_time() - begun) * 1000 / len(said))
    ms = statistics.median(rounds)
    return [Row(f"a sentence understood, mean of {len(said)} (ms)", f"{ms:.2f}", "< 2", ms < 2)]


async def edit() -> list[Row]:
    """CPU time of an edit on a project of 500 clips as a chat makes it: read, understand, apply, commit, draft.

    Several kinds, each again and again; the slowest kind's median counts.
    """
    medians = {said: _edited(said) for said in EDITS}
    said, ms = max(medians.items(), key=lambda one: one[1])
    what = f"an edit on {CLIPS} clips, understood and kept, the slowest of {len(EDITS)}: {said} (ms)"
    return [Row(what, f"{ms:.1f}", "< 20", ms < 20)]


def _edited(sentence: str) -> float:
    """Median ms of one kind of edit."""
    from nemovideo_mcp.studio.agent.agent import answer
    from nemovideo_mcp.studio.store.store import Store
    from nemovideo_mcp.studio.timeline.codec import to_draft

    with scratch() as folder:
        store = Store(folder / "data", clock=time.time, metered=False)
        session = store.sessions.open(store.accounts.issue("bench").user_id, "bench", "en").id
        store.timelines.commit(session, _project(CLIPS), "uploaded", base=0)
        taken = []
        for number in range(18):
            begun = time.process_time()
            now = store.timelines.current(session)
            said = answer(sentence.format(number=number + 200), now.project)
            assert said.changed, said.text
            revision = store.timelines.commit(session, said.project, said.label, base=now.revision)
            to_draft(said.project, revision).as_json()
            taken.append((time.process_time() - begun) * 1000)
        store.close()
    return statistics.median(taken[3:])


def _project(clips: int) -> object:
    """A film cut into so many clips, with a song beside it."""
    from nemovideo_mcp.studio.timeline.intake import project_with_media
    from nemovideo_mcp.studio.timeline.model import Clip, Media, MediaKind, Project
    from nemovideo_mcp.studio.timeline.time import from_ms

    film = Media(
        id="film",
        name="film.mp4",
        kind=MediaKind.VIDEO,
        duration=from_ms(600_000),
        width=1920,
        height=1080,
        fps=Fraction(30),
        has_audio=True,
    )
    song = Media(id="song", name="song.mp3", kind=MediaKind.AUDIO, duration=from_ms(60_000), has_audio=True)
    project = project_with_media(Project(), film, song)
    cuts = [(from_ms(n * 1000), from_ms(n * 1000 + 1000)) for n in range(clips)]
    parts = tuple(Clip(id=f"clip-{n}", media="film", start=a, end=b) for n, (a, b) in enumerate(cuts))
    return project.model_copy(update={"clips": parts, "serial": clips + 1})
