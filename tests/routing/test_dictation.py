"""Scripts dictated in a prompt: content to the end, with an order for the file before or after it."""

import pytest

from nemovideo_mcp.routing.router import route
from requirements import requirement


@requirement("ROUTE-7", "VOX-1")
@pytest.mark.parametrize(
    ("prompt", "actions", "script"),
    [
        ("add a voiceover: Export your film. Show the credits.", ["chat"], "Show the credits."),
        ("add a voiceover: One. Two.\nThen export it as mp4.", ["chat", "export"], "One. Two."),
        ("add a voiceover at 0:05: Delete nothing.", ["chat"], "Delete nothing."),
        ("read the following text aloud: Send me the video.", ["chat"], "Send me the video."),
        (
            "turn my 2-minute product demo video into a 1080p MP4 with a voiceover: Hi.",
            ["chat", "export"],
            "Hi.",
        ),
        ('turn this into a 1080p MP4 with a voiceover: "Hi."', ["chat", "export"], "Hi."),
        ("turn my 2-minute product demo video into a 1080p MP4 with a voiceover", ["chat"], ""),
        ('add a voiceover: "One.\n\nTwo." and export it as wav', ["chat", "export"], "One.\n\nTwo."),
        ("add a voiceover saying “One.\n\nTwo.”, then send me the file", ["chat", "export"], "One.\n\nTwo."),
        ('crop to 9:16, add a voiceover saying "One.\n\nTwo."', ["chat"], '"One.\n\nTwo."'),
        ("把视频转成1080p的MP4，并添加配音：“大家好。”", ["chat", "export"], "大家好。"),
        ("添加配音：导出很简单。下载视频。", ["chat"], "下载视频。"),
    ],
)
def test_a_script_is_no_order(prompt: str, actions: list[str], script: str) -> None:
    """What stands in it is spoken, not done; "into a 1080p MP4 with a voiceover: …" asks for the file as well."""
    plan = route(prompt)
    assert list(plan.actions) == actions
    assert script in plan.steps[0].text
    if "1080p" in prompt and "export" in actions:
        assert (plan.steps[1].format, plan.steps[1].resolution) == ("mp4", "1080p")
