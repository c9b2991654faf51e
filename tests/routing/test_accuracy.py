"""How often the router agrees with people's labels, on phrases it was tuned on and on phrases written before it was."""

import json
from pathlib import Path

import pytest

from nemovideo_mcp.routing.evaluation import Report, Row, evaluate
from requirements import requirement

_HERE = Path(__file__).parent
_SETS = ("dev", "heldout", "heldout2", "heldout3", "heldout4", "heldout5", "heldout6", "heldout7", "heldout8")


def _rows(name: str) -> list[Row]:
    return [json.loads(line) for line in (_HERE / f"{name}.jsonl").read_text("utf-8").splitlines()]


@requirement("ROUTE-1", "ROUTE-2", "ROUTE-3", "ROUTE-4", "ROUTE-5", "ROUTE-6")
@pytest.mark.parametrize("name", _SETS)
def test_a_labelled_set_is_routed_as_people_meant_it(name: str) -> None:
    report = evaluate(_rows(name))
    assert report.total > 0
    assert report.correct / report.total >= 0.97, report.misses


@requirement("ROUTE-6")
def test_every_language_is_read_well() -> None:
    report = evaluate([row for name in _SETS for row in _rows(name)])
    assert set(report.by_language) == {"en", "zh", "de", "fr", "es", "nl", "pt", "ja", "ko", "ar"}
    for language, accuracy in report.by_language.items():
        assert accuracy >= (0.97 if language in {"en", "zh"} else 0.9), (language, report.misses)


@requirement("ROUTE-6")
def test_work_is_never_taken_for_a_command() -> None:
    """A wrong export costs credits and time; an edit that looks like a command must reach the editor."""
    rows = [row for name in _SETS for row in _rows(name) if row["action"] == "sse"]
    assert evaluate(rows).by_action["chat"] >= 0.99


def test_the_report_counts_ambiguous_rows_apart_and_lists_misses() -> None:
    report = evaluate(
        [
            {"text": "export", "action": "export", "lang": "en", "ambiguous": False},
            {"text": "add music", "action": "sse", "lang": "en"},
            {"text": "trim it", "action": "export", "lang": "de", "ambiguous": False},
            {"text": "export", "action": "sse", "lang": "en", "ambiguous": True},
        ]
    )
    assert isinstance(report, Report)
    assert json.loads(json.dumps(report.to_json())) == {
        "total": 3,
        "correct": 2,
        "by_action": {"chat": 1.0, "export": 0.5},
        "by_language": {"de": 0.0, "en": 1.0},
        "misses": [{"text": "trim it", "expected": "export", "got": "chat", "lang": "de"}],
        "ambiguous": {"total": 1, "correct": 0},
    }
