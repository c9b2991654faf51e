"""Orders for the sound alone make a sound file; orders for a part of the film are no export of all of it."""

import pytest

from nemovideo_mcp.routing.plan import Action, Step
from nemovideo_mcp.routing.router import route
from requirements import requirement


@requirement("ROUTE-7")
@pytest.mark.parametrize(
    ("prompt", "form"),
    [
        ("extract the audio as mp3", "mp3"),
        ("extract the audio from the video as wav", "wav"),
        ("rip an mp3 from the video", "mp3"),
        ("extract the audio and export it as m4a", "m4a"),
        ("convert it to mp3", "mp3"),
        ("send me only the sound", "mp3"),
        ("export the audio", "mp3"),
        ("提取音频为mp3", "mp3"),
        ("提取音频，保存为wav", "wav"),
        ("导出音频", "mp3"),
    ],
)
def test_the_sound_alone_is_exported_as_a_sound_file(prompt: str, form: str) -> None:
    assert route(prompt).steps == (Step(Action.EXPORT, format=form),)


@pytest.mark.parametrize(
    "prompt", ["export the video and the audio", "export the video with audio", "导出视频和音频"]
)
def test_sound_beside_the_picture_is_the_film(prompt: str) -> None:
    [step] = route(prompt).steps
    assert (step.action, step.format) == (Action.EXPORT, None)


@requirement("ROUTE-7")
@pytest.mark.parametrize(
    "prompt",
    [
        "export only the first clip",
        "send me the last 10 seconds",
        "export clip 2",
        "download from 0:10 to 0:20",
        "导出前10秒",
        "导出最后一段",
        "把第二段导出",
    ],
)
def test_a_part_of_the_film_is_never_answered_with_all_of_it(prompt: str) -> None:
    assert route(prompt).actions == ("chat",)


@pytest.mark.parametrize(
    "prompt", ["turn the music down and export", "convert it to black and white then export"]
)
def test_turning_and_converting_stay_work_before_an_export(prompt: str) -> None:
    assert route(prompt).actions == ("chat", "export")
