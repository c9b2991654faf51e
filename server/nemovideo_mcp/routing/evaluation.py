"""How often the router agrees with labelled rows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from typing import Any, NotRequired, TypedDict

from nemovideo_mcp.routing.router import route


class Row(TypedDict):
    """A labelled phrase: ``action`` is one of upload sse chat export state credits; ``sse`` means chat."""

    text: str
    action: str
    lang: NotRequired[str]
    ambiguous: NotRequired[bool]


@dataclass(slots=True)
class Report:
    """``total``, ``correct``, accuracies (0 to 1) and ``misses`` are over the unambiguous rows."""

    total: int = 0
    correct: int = 0
    by_action: dict[str, float] = field(default_factory=dict)
    by_language: dict[str, float] = field(default_factory=dict)
    misses: list[dict[str, str]] = field(default_factory=list)
    ambiguous: dict[str, int] = field(default_factory=lambda: {"total": 0, "correct": 0})

    def to_json(self) -> dict[str, Any]:
        """Return the report as a dictionary that ``json.dumps`` takes."""
        return asdict(self)


def evaluate(rows: Iterable[Row]) -> Report:
    """Compare each row's action with the first step of its plan."""
    report = Report()
    actions: defaultdict[str, list[bool]] = defaultdict(list)
    languages: defaultdict[str, list[bool]] = defaultdict(list)
    for row in rows:
        expected = "chat" if row["action"] == "sse" else row["action"]
        got, language = route(row["text"]).primary.value, row.get("lang", "en")
        if row.get("ambiguous", False):
            report.ambiguous["total"] += 1
            report.ambiguous["correct"] += got == expected
            continue
        actions[expected].append(got == expected)
        languages[language].append(got == expected)
        if got != expected:
            report.misses.append({"text": row["text"], "expected": expected, "got": got, "lang": language})
    report.total = sum(map(len, actions.values()))
    report.correct = report.total - len(report.misses)
    report.by_action = _means(actions)
    report.by_language = _means(languages)
    return report


def _means(results: dict[str, list[bool]]) -> dict[str, float]:
    return {name: round(sum(hits) / len(hits), 4) for name, hits in sorted(results.items())}
