"""Every requirement has its test, or the issue that brings it."""

import re
from pathlib import Path

from requirements import REQUIREMENTS, TO_COME

TESTS = Path(__file__).parent


def _named() -> set[str]:
    text = "\n".join(
        path.read_text(encoding="utf-8") for path in TESTS.rglob("*.py") if path.name != "requirements.py"
    )
    marks = re.findall(r"@requirement\(([^)]*)\)", text)
    return {found for mark in marks for found in re.findall(r"[A-Z]+-\d+", mark)}


def test_every_requirement_is_proven_or_to_come() -> None:
    """An id without a test is only allowed with the issue that brings it."""
    assert set(REQUIREMENTS) - _named() - set(TO_COME) == set()


def test_nothing_proven_is_still_called_to_come() -> None:
    """A stale entry would hide the loss of its test."""
    assert set(TO_COME) & _named() == set()


def test_the_list_has_no_unknown_ids() -> None:
    """What is to come is a requirement too."""
    assert set(TO_COME) <= set(REQUIREMENTS)
