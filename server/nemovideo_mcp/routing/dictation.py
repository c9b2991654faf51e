"""A script dictated in a prompt after a colon: it is content to the end, whatever orders it seems to hold."""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from nemovideo_mcp.routing.plan import Action, Plan, Step

HEADING: Final = "The script:"
_OPENING: Final = "\"'“‘「『《«„"
_VOICE: Final = (
    r"(?:\bvoice[\s-]?overs?\b|\bnarrat\w+|\bai voice\b|\b(?:male|female) voice\b|\bread\b(?=[^\n:]{0,20}\baloud\b)|"
    r"\b(?:say|read|speak) (?:this|the following)\b|\bdub\b|\bscript\b|配音|旁白|解说|朗读|画外音|男声|女声|脚本|文案)"
)
_ASKED: Final = re.compile(
    rf"{_VOICE}(?:[^\n:：\"“「]|(?<=\d)[:：](?=\d)){{0,80}}?(?:(?<!\d)[:：]|[:：](?!\d))\s*",
    re.IGNORECASE,
)
_PARAGRAPHS: Final = re.compile(
    rf"{_VOICE}[^\"“「『]{{0,120}}?"
    r"(?P<quote>\"(?P<a>[^\"]*\n[^\"]*)\"|“(?P<b>[^“”]*\n[^“”]*)”|「(?P<c>[^「」]*\n[^「」]*)」|『(?P<d>[^『』]*\n[^『』]*)』)",
    re.IGNORECASE,
)
_HEADED: Final = re.compile(
    r"(?:^|[.!?;,\n。；，]\s*)(?:and\s+)?(?:here(?:'s| is)\s+)?(?:(?:the|my|this)\s+)?(?:script|脚本|文案)\s*(?:is|是|如下)?\s*[:：]\s*$",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(
    r"(?P<line>\n\s*)?(?:(?<=[\s,;，；.。!！?？])|^|(?<=\n))(?:and\s+then|then|and|finally|after that|再|然后|最后|并且?|接着)[\s,，]*"
    r"|\n\s*",
    re.IGNORECASE,
)
_ORDER: Final = re.compile(r"(?P<order>(?:[^\n.。!！?？]|\.(?=\w)){2,160})[.。!！]?\s*")
_INTO: Final = re.compile(
    r"(?:\b(?:in)?to|\bas|成|为)\s*(?:an?\s+|one\s+|一个)?(?P<size>\d{3,4}p|[24]k)?\s*的?\s*(?P<format>mp4|mov|webm|mkv)(?![a-z0-9])",
    re.IGNORECASE,
)
_SENTENCE_END: Final = ".。!！?？\n"


def parted(prompt: str, actions: Callable[[str], tuple[str, ...]]) -> tuple[str, str]:
    """What a prompt orders, and the script it dictates (empty: none); an order for the file at the very end is none of it.

    ``actions`` tells what the last words ask for; a sentence of its own may ask for an edit before the export.
    """
    asked, paragraphs = _ASKED.search(prompt), _PARAGRAPHS.search(prompt)
    if paragraphs and (asked is None or asked.end() >= paragraphs.start("quote")):
        head = prompt[: paragraphs.start("quote")].rstrip(" \t\n:：")
        return f"{head}{prompt[paragraphs.end() :]}".strip(), next(filter(None, paragraphs.groups()[1:]))
    if asked is None or asked.end() >= len(prompt.rstrip()):
        return prompt, ""
    if prompt[asked.end()] in _OPENING and "\n" not in asked[0]:
        return prompt, ""
    head, script = prompt[: asked.end()], prompt[asked.end() :].strip()
    head = _HEADED.sub("", head).rstrip(" \t\n:：")
    lead, order = next(
        (
            (lead, found[1])
            for lead in _LEADS.finditer(script)
            if (found := _ORDER.fullmatch(script, lead.end()))
        ),
        (None, ""),
    )
    before = script[: lead.start()].rstrip() if lead else ""
    if lead and before and _is_order(actions(order), alone="\n" in lead[0] or before[-1] in _SENTENCE_END):
        return f"{head}, then {order}", before.rstrip(",，;；")
    return head, script


def _is_order(actions: tuple[str, ...], *, alone: bool) -> bool:
    return actions == ("export",) or (alone and actions == ("chat", "export"))


def quoted(prompt: str) -> str:
    """What a prompt orders before the script it gives in quotes; empty without one."""
    asked = _ASKED.search(prompt)
    opens = asked is not None and asked.end() < len(prompt) and prompt[asked.end()] in _OPENING
    return prompt[: asked.end()] if asked and opens else ""


def delivered(plan: Plan, order: str) -> Plan:
    """The plan with the export that "into a 1080p MP4 with a voiceover" asks for, when it has none."""
    into = _INTO.search(order)
    if into is None or "export" in plan.actions:
        return plan
    size = into["size"].lower() if into["size"] else None
    step = Step(Action.EXPORT, format=into["format"].lower(), resolution=size)
    why = f'{plan.why}, then asks for the finished file ("{into[0].strip()}")'
    return replace(plan, steps=(*plan.steps, step), why=why)


def with_script(plan: Plan, script: str) -> Plan:
    """The plan with the script in its first request to the editor; one is made when there is none."""
    said = f"{HEADING}\n{script}"
    at = next((number for number, step in enumerate(plan.steps) if step.action is Action.CHAT), None)
    if at is None:
        first = sum(step.action is Action.UPLOAD for step in plan.steps)
        step = Step(Action.CHAT, text=f"Add a voiceover from this script.\n\n{said}")
        return replace(plan, steps=(*plan.steps[:first], step, *plan.steps[first:]))
    order = plan.steps[at].text
    step = replace(plan.steps[at], text=f"{order}\n\n{said}")
    return delivered(replace(plan, steps=(*plan.steps[:at], step, *plan.steps[at + 1 :])), order)
