"""A script that stands in a sentence of its own, brought to the request for a voiceover it belongs to."""

from typing import Final

from nemovideo_mcp.studio.agent.lexicon import BREAK
from nemovideo_mcp.studio.agent.slots import Token

_ASKS: Final = ("VOICEOVER", "SPEECH", "SCRIPT")


def with_script(tokens: list[Token]) -> list[Token]:
    """`Add a voiceover and crop to 9:16. The script: …`: the words at the end go to the request that is about them."""
    script = _at_the_end(tokens)
    others = tokens[: len(tokens) - len(script)]
    places = [
        max(found) for symbol in _ASKS if (found := [n for n, t in enumerate(others) if t.symbol == symbol])
    ]
    if not script or not places:
        return tokens
    at = places[0] + 1
    while others and others[-1].symbol == BREAK:
        others.pop()
    return [*others[:at], script[-1], *others[at:]]


def _at_the_end(tokens: list[Token]) -> list[Token]:
    """The word "script" and what follows it to the end; or words that stand there by themselves."""
    if not tokens or tokens[-1].symbol != "QUOTE":
        return []
    before = tokens[-2].symbol if len(tokens) > 1 else BREAK
    if before == "SCRIPT":
        return tokens[-2:]
    return tokens[-1:] if before == BREAK and len(tokens) > 2 and tokens[-2].value == "stop" else []
