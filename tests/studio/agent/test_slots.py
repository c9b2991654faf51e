"""What carries a value in a sentence is found whether or not its pattern could be passed over."""

import json
from pathlib import Path

from nemovideo_mcp.studio.agent.sentence import read
from nemovideo_mcp.studio.agent.slots_en import ENGLISH

SENTENCES = Path(__file__).with_name("sentences.jsonl")


def test_no_pattern_matches_without_a_word_that_it_needs() -> None:
    """Of all sentences that are understood, none holds what a pattern would find but its needed words hide."""
    said = [read(json.loads(line)["text"]).plain for line in SENTENCES.read_text("utf-8").splitlines()]
    gated = [one for one in ENGLISH if one.needs]
    found = [(one, plain) for one in gated for plain in said if one.pattern.search(plain)]
    assert len({one.said for one, _ in found}) > len(gated) / 2
    assert all(one.may_match(plain) for one, plain in found)
