"""What to say next: two steps that fit the timeline as it stands, and the phrases nearest to one not understood."""

from collections.abc import Sequence
from functools import cache

from nemovideo_mcp.studio.agent.lexicon import UNKNOWN
from nemovideo_mcp.studio.agent.row import NEUTRAL, Row
from nemovideo_mcp.studio.agent.sentence import Language, read
from nemovideo_mcp.studio.agent.slots import Token
from nemovideo_mcp.studio.agent.table import vocabulary
from nemovideo_mcp.studio.agent.tokens import tokens
from nemovideo_mcp.studio.timeline.model import Project


def next_steps(project: Project, language: Language) -> tuple[str, str]:
    """Two things to say next, the second always the export when there is something to export."""
    zh = language == "zh"
    if not project.duration:
        return ("上传视频", "你能做什么") if zh else ("upload a video", "what can you do?")
    last = "导出" if zh else "export"
    if project.clips and not project.texts:
        return ("加标题“你好”" if zh else 'add the title "Hello"'), last
    if not project.fade_out:
        return ("结尾淡出" if zh else "fade out"), last
    if project.canvas and project.canvas.width > project.canvas.height:
        return ("改成竖屏" if zh else "make it vertical"), last
    return ("撤销" if zh else "undo"), last


def nearest(said: Sequence[Token], language: Language, count: int = 3) -> list[str]:
    """The phrases of the vocabulary that share most with what was said; the plainest ones when none shares anything."""
    symbols = {token.symbol for token in said} - NEUTRAL - {UNKNOWN}
    words = {str(token.value) for token in said if token.symbol == UNKNOWN}
    scored = sorted(
        ((-_shared(row, symbols, words, language), place, row) for place, row in enumerate(vocabulary())),
        key=lambda one: one[:2],
    )
    return [row.examples[language][0] for _, _, row in scored[:count]]


def _shared(row: Row, symbols: set[str], words: set[str], language: Language) -> int:
    named = sum(word in row.does[language] for word in words if len(word) > 2)
    return 2 * len(_symbols(language)[row.name] & symbols) + named


@cache
def _symbols(language: Language) -> dict[str, frozenset[str]]:
    """What the examples of each row are made of."""
    return {
        row.name: frozenset(t.symbol for phrase in row.examples[language] for t in tokens(read(phrase), ()))
        - NEUTRAL
        for row in vocabulary()
    }
