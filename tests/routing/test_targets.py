"""Where an export goes: the path behind the order, with or without a "to"; the orders behind a script."""

import pytest

from nemovideo_mcp.routing.plan import Action, Step
from nemovideo_mcp.routing.router import route
from requirements import requirement


@requirement("ROUTE-7")
@pytest.mark.parametrize(
    ("prompt", "path"),
    [
        ("export /films/a.mp4", "/films/a.mp4"),
        ('Export "/films/my film.mp4"', "/films/my film.mp4"),
        ("save /films/out/b.mov please", "/films/out/b.mov"),
        ("render out.mp4", "out.mp4"),
        ("保存为holiday.mp4", "holiday.mp4"),
        ("另存为holiday.mp4", "holiday.mp4"),
        ("导出holiday.mp4", "holiday.mp4"),
        ("导出/films/a.mp4", "/films/a.mp4"),
        ("存成holiday.gif", "holiday.gif"),
    ],
)
def test_a_path_right_behind_the_order_is_where_the_file_goes(prompt: str, path: str) -> None:
    assert route(prompt).steps == (Step(Action.EXPORT, format=path[-3:], path=path),)


@pytest.mark.parametrize(
    ("prompt", "work"),
    [
        ("剪掉前5秒保存为holiday.mp4", "剪掉前5秒"),
        ("加字幕后保存为holiday.mp4", "加字幕"),
        ("trim it and export holiday.mp4", "trim it"),
    ],
)
def test_the_edit_before_it_stays_work(prompt: str, work: str) -> None:
    assert route(prompt).steps == (
        Step(Action.CHAT, text=work),
        Step(Action.EXPORT, format="mp4", path="holiday.mp4"),
    )


@pytest.mark.parametrize("prompt", ["upload holiday.mp4", "加入holiday.mp4", "上传我的视频.mp4"])
def test_a_file_to_be_brought_in_is_no_place_to_export_to(prompt: str) -> None:
    assert "export" not in route(prompt).actions


def test_orders_in_a_sentence_behind_a_script_are_none_of_it() -> None:
    plan = route(
        "Make a video from this script: Our farm. Come and visit! "
        "Then add calm music, and export it to /films/farm.mp4 in 480p"
    )
    work, export = plan.steps
    assert "add calm music" in work.text
    assert work.text.endswith("The script:\nOur farm. Come and visit!")
    assert export == Step(Action.EXPORT, format="mp4", resolution="480p", path="/films/farm.mp4")


@pytest.mark.parametrize(
    "prompt",
    [
        "add a voiceover: Open the menu, then choose your file and download it.",
        "add a voiceover: First we open it. Then we close it.",
    ],
)
def test_a_script_keeps_its_own_sentences(prompt: str) -> None:
    assert route(prompt).steps == (Step(Action.CHAT, text=prompt),)


@pytest.mark.parametrize("prompt", ["分几段吧", "分一下段", "把它分成三段"])
def test_parting_a_film_is_no_question_about_points(prompt: str) -> None:
    assert route(prompt).actions == ("chat",)
