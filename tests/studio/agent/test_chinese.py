"""Chinese is answered in Chinese, in either script, with or without marks between the requests."""

import re

import pytest

from nemovideo_mcp.studio.agent.agent import TOOL, answer
from nemovideo_mcp.studio.timeline.model import Project
from requirements import requirement
from studio.agent.test_sentences import HEARD, PROJECTS, ROWS
from studio.senses import Heard

_QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"")
_NAMES = {
    "beach",
    "party",
    "sunset",
    "song",
    "example",
    "logo",
    "look",
    "cube",
    "Teal",
    "Orange",
    "Users",
    "me",
}
_USUAL = {"mp", "mov", "png", "gif", "wav", "MP", "LUFS", "dB", "fps", "LUT", "SRT", "ms", "ff", "NemoVideo"}
_HAN = re.compile(r"[\u4e00-\u9fff]")


def edits(text: str, project: Project) -> list[object]:
    """What a sentence does."""
    return [step.args for step in answer(text, project, senses=Heard(HEARD)).steps if step.name == TOOL]


@requirement("FLOW-1")
@pytest.mark.parametrize(
    "row",
    [row for row in ROWS if row.get("edits") and _HAN.match(row["text"])],
    ids=lambda row: row["text"][:40],
)
def test_what_was_done_is_told_in_chinese_but_for_names(row: dict[str, str]) -> None:
    """No English word is left in a reply to a Chinese sentence, but names of files and what stands in quotes."""
    told = _QUOTED.sub("", answer(row["text"], PROJECTS[row["on"]], senses=Heard(HEARD)).text)
    words = set(re.findall(r"[A-Za-z]{2,}", told))
    assert words <= _NAMES | _USUAL


@pytest.mark.parametrize(
    ("traditional", "simplified"),
    [
        ("把第二段的聲音調小，然後靜音", "把第二段的声音调小，然后静音"),
        ("刪除最後三秒，並在開頭淡入", "删除最后三秒，并在开头淡入"),
        ("將畫面轉為黑白，對比度提高20%", "将画面转为黑白，对比度提高20%"),
        ("旋轉90度，裁成正方形", "旋转90度，裁成正方形"),
    ],
)
def test_traditional_letters_are_read_as_simplified_ones(traditional: str, simplified: str) -> None:
    """The same request does the same in either script."""
    assert edits(traditional, PROJECTS["three"]) == edits(simplified, PROJECTS["three"]) != []


def test_a_title_keeps_the_letters_it_was_written_in() -> None:
    """What is to be written is taken as it came, only the request around it is evened."""
    (title,) = edits("加上標題「臺灣之旅」", PROJECTS["one"])
    assert isinstance(title, dict)
    assert title["text"] == "臺灣之旅"


def test_a_file_with_a_traditional_name_is_found() -> None:
    """A name is compared in the same form as the sentence."""
    clip = PROJECTS["one"].media[0].model_copy(update={"id": "trip", "name": "臺灣.mp4"})
    project = PROJECTS["one"].model_copy(update={"media": (*PROJECTS["one"].media, clip)})
    assert edits("在結尾加上臺灣.mp4", project) == edits("在结尾加上臺灣.mp4", project) != []


@pytest.mark.parametrize(
    ("bare", "marked"),
    [
        ("前5秒剪掉再加个标题“你好”最后淡出", "前5秒剪掉，再加个标题“你好”，最后淡出"),
        ("第一段静音第二段加速两倍第三段倒放", "第一段静音，第二段加速两倍，第三段倒放"),
        ("把第一段删了 把第二段静音", "把第一段删了，把第二段静音"),
    ],
)
def test_requests_without_marks_between_them_are_told_apart(bare: str, marked: str) -> None:
    """Each does what it does with marks."""
    assert edits(bare, PROJECTS["three"]) == edits(marked, PROJECTS["three"]) != []


@pytest.mark.parametrize("text", ["静音第一段，第二段加速两倍", "静音前5秒加速两倍", "清空加个标题“你好”"])
def test_what_could_be_cut_apart_in_two_ways_is_not_guessed(text: str) -> None:
    """Nothing is done when it is open what a word belongs to."""
    assert edits(text, PROJECTS["three"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "不要剪掉前5秒",
        "前5秒不要删",
        "别静音第二段",
        "不要删标题",
        "标题不要动",
        "不用删除最后5秒",
        "不要删标题，删音乐",
    ],
)
def test_what_is_not_to_be_done_is_not_done(text: str) -> None:
    """不要 before a verb forbids; behind a thing it asks to take it away."""
    assert edits(text, PROJECTS["titled"]) == []
    assert edits("标题不要了", PROJECTS["titled"]) != []
