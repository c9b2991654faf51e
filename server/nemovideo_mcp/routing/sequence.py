"""What is to be done first although it is said last: "send me the file once you've added a title" in the order of doing."""

import re
from collections.abc import Callable
from typing import Final

_VERBS: Final = (  # noqa: SIM905 - words in a line are read faster than a column of them
    "add blur brighten burn caption centre center convert crop crossfade darken delete denoise drop duck duplicate edit fade flip freeze "
    "insert join keep level lower merge mirror mute move narrate normalise normalize overlay pad pan raise remove rename reorder replace "
    "reverse rotate sharpen shorten shrink slow smooth speed split stabilise stabilize subtitle swap title transcribe trim turn zoom"
).split()
_DOUBLED: Final = frozenset({"crop", "drop", "flip", "pad", "pan", "swap", "trim"})
_ODD: Final = {
    "cut": "cut",
    "put": "put",
    "set": "set",
    "laid": "lay",
    "made": "make",
    "taken": "take",
    "given": "give",
    "kept": "keep",
    "sped": "speed",
    "split": "split",
}


def _past(verb: str) -> str:
    if verb in _DOUBLED:
        return f"{verb}{verb[-1]}ed"
    return f"{verb}d" if verb.endswith("e") else f"{verb}ed"


def _going(verb: str) -> str:
    if verb in _DOUBLED or verb in {"cut", "put", "set", "split"}:
        return f"{verb}{verb[-1]}ing"
    return f"{verb.removesuffix('e')}ing"


_ORDERS: Final = {_past(verb): verb for verb in _VERBS} | _ODD
_DOING: Final = {_going(verb): verb for verb in {*_VERBS, *_ODD.values()}}
_DONE: Final = "|".join(_ORDERS)
_WHEN: Final = r"(?:once|after|when|as\s+soon\s+as)"
_FORMS: Final = tuple(
    re.compile(form, re.IGNORECASE | re.DOTALL)
    for form in (
        rf"(?:you|we|i)(?:['’]ve|\s+have)\s+(?P<verb>{_DONE})\b(?P<rest>.*)",
        rf"(?P<what>it|this|that|the\s+[^,.;!?\"“]{{1,40}}?)(?:['’]s|\s+(?:is|are|has|have))(?:\s+been)?\s+(?P<verb>{_DONE})\b(?P<rest>.*)",
        rf"(?P<verb>{'|'.join(_DOING)})\b(?P<rest>.*)",
    )
)
_TURNED: Final = tuple(
    re.compile(form, re.IGNORECASE | re.DOTALL)
    for form in (
        rf"(?P<late>[^.;!?\n\"“]+?),?\s+{_WHEN}\s+(?P<done>.+?)[.!\s]*",
        rf"{_WHEN}\s+(?P<done>.+?),\s*(?P<late>[^,\n]+)",
        r"before\s+(?:you\s+)?(?P<late>[^,.;!?\n\"“]+),\s*(?P<first>.+)",
    )
)


def in_order(prompt: str, actions: Callable[[str], tuple[str, ...]]) -> str:
    """The prompt with the edit before the export that waits for it; any other prompt as it is.

    ``actions`` tells what some words ask for.
    """
    for turned in _TURNED:
        found = turned.fullmatch(prompt.strip())
        if found and (first := _first(found)) and actions(found["late"]) == ("export",):
            return f"{first}, then {found['late'].strip()}"
    return prompt


def _first(found: re.Match[str]) -> str:
    said = found.groupdict()
    return said["first"] if "first" in said else _ordered(said["done"].strip())


def _ordered(done: str) -> str:
    """The order in "you've put a vignette on", "it's been trimmed to 10 seconds", "adding a title"; empty without one."""
    found = next((match for form in _FORMS if (match := form.fullmatch(done))), None)
    if found is None:
        return ""
    said = found.groupdict()
    verb = (_ORDERS | _DOING)[said["verb"].lower()]
    return " ".join(part for part in (verb, said.get("what") or "", said["rest"].strip()) if part)
