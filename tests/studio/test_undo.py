"""Every change can be taken back: through the store, byte for byte, whatever the edits were."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from nemovideo_mcp.studio.store.store import Store
from nemovideo_mcp.studio.timeline.edit import EditError
from nemovideo_mcp.studio.timeline.edits import EDITS
from nemovideo_mcp.studio.timeline.invariants import broken
from nemovideo_mcp.studio.timeline.model import Project
from requirements import requirement
from studio.timeline.test_edits import ONE, THREE, VALUES, any_edit


@requirement("STATE-5")
@given(st.lists(any_edit(), max_size=10), st.sampled_from([ONE, THREE]))
@settings(max_examples=40, deadline=None)
def test_undoing_every_edit_gives_the_first_project_back_byte_for_byte(
    edits: list[Any], first: Project
) -> None:
    """Each revision is sound as it is stored; as many undos as there were edits lead to where it began."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder), clock=lambda: 0.0, metered=False)
        session = store.sessions.open(store.accounts.issue("client").user_id, "project", "en").id
        revision = store.timelines.commit(session, first, "First", base=0)
        done, project = 0, first
        for edit in filter(None, edits):
            try:
                project = edit.apply(project)
            except EditError:
                continue
            revision, done = store.timelines.commit(session, project, edit.op, base=revision), done + 1
            assert not broken(store.timelines.current(session).project)
        for _ in range(done):
            revision = store.timelines.undo(session, base=revision)
        assert store.timelines.current(session).project.model_dump_json() == first.model_dump_json()
        store.close()


def test_every_edit_can_come_up_with_values_of_its_own() -> None:
    """An edit added to the table is drawn with values for all it needs, or this fails: none is left out of the sequences."""
    untried = {
        op: missing
        for op, kind in EDITS.items()
        if (missing := [n for n, f in kind.model_fields.items() if f.is_required() and n not in VALUES])
    }
    assert untried == {}
