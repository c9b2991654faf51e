"""Orders said in another order than they are to be carried out."""

import pytest

from nemovideo_mcp.routing.plan import Action
from nemovideo_mcp.routing.router import route
from requirements import requirement


@requirement("ROUTE-7")
@pytest.mark.parametrize(
    ("prompt", "work"),
    [
        ("Send me it once you've put a vignette on", "put a vignette on"),
        ('send me the file after adding the title "Hi"', 'add the title "Hi"'),
        ("once it's muted, export it", "mute it"),
        ("give me the video when the second clip has been cropped to 1:1", "crop the second clip to 1:1"),
        ("before you send me the file, cut the first two seconds", "cut the first two seconds"),
    ],
)
def test_what_an_export_waits_for_is_done_first(prompt: str, work: str) -> None:
    """However late the edit is said, the file is made when it is done."""
    plan = route(prompt)
    assert [(step.action, step.text) for step in plan.steps] == [(Action.CHAT, work), (Action.EXPORT, "")]


@requirement("ROUTE-6")
@pytest.mark.parametrize(
    "prompt",
    [
        "how do I export it after trimming?",
        'add the title "once it\'s muted, export it"',
        "export the part after he says hello",
    ],
)
def test_an_export_that_waits_for_nothing_is_none(prompt: str) -> None:
    """A question, a title and a part of the film stay whole."""
    assert [(step.action, step.text) for step in route(prompt).steps] == [(Action.CHAT, prompt)]
