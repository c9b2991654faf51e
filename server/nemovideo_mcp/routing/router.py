"""A prompt becomes a plan: its clauses put in order, each served by a step."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nemovideo_mcp.routing.dictation import delivered, parted, quoted, with_script
from nemovideo_mcp.routing.exports import exports, joined
from nemovideo_mcp.routing.grammar import Intent
from nemovideo_mcp.routing.kinds import Kind
from nemovideo_mcp.routing.language import ranking
from nemovideo_mcp.routing.lexicon import CODES, LATIN
from nemovideo_mcp.routing.parsing import Clause, clauses
from nemovideo_mcp.routing.plan import Action, Plan, Step
from nemovideo_mcp.routing.portions import is_part, is_sound
from nemovideo_mcp.routing.scan import Segment, Token, files_in, scan, unquoted
from nemovideo_mcp.routing.sequence import in_order

_ENDS = 24  # segments looked at on each side of a long prompt
_SHORT = 12  # words; a longer prompt shows its language well enough
_TERSE = 4  # words; so few may show no language at all
_COMMANDS = {Intent.EXPORT, Intent.UPLOAD, Intent.CREDITS, Intent.STATE}
_WHY = {
    Action.UPLOAD: "brings files in",
    Action.CHAT: "is work for the editor",
    Action.EXPORT: "asks for the finished file",
    Action.STATE: "asks what is in the project",
    Action.CREDITS: "asks about credits",
}


def route(prompt: str, *, attached: Sequence[str] = (), triggers: Sequence[str] = ()) -> Plan:
    """Return the plan for ``prompt``; it never raises and has at least one step.

    ``attached``: paths or URLs that came with the prompt; they are uploaded first. ``triggers``: a skill's own topic
    words; a clause about them goes to the chat.
    """
    head, script = parted(prompt, _actions)
    plan = _routed(head if script else in_order(head, _actions), attached, triggers)
    if not script:
        return delivered(plan, quoted(prompt))
    alone = plan.actions in {("chat",), ("upload", "chat")} and head in prompt
    if alone:
        steps = (*plan.steps[:-1], replace(plan.steps[-1], text=prompt.strip()))
        return delivered(replace(plan, steps=steps), head)
    return with_script(plan, script)


def _actions(words: str) -> tuple[str, ...]:
    return _routed(words, (), ()).actions


def _routed(prompt: str, attached: Sequence[str], triggers: Sequence[str]) -> Plan:
    text = unquoted(prompt)
    segments = _without_topics(_ends(scan(text)), text, triggers)
    ranked = ranking(
        " ".join(text[t.start : t.end] for s in segments for t in s.tokens if t.kind is Kind.OTHER)
    )
    code, found = _likeliest(segments, ranked, attached=bool(attached))
    return _plan(text, found, _tag(code, ranked) if _is_understood(found) else ranked[0], attached)


def _likeliest(segments: list[Segment], ranked: list[str], *, attached: bool) -> tuple[str, list[Clause]]:
    """Return the reading that leaves the least unexplained, and its lexicon; the first that explains all is taken."""
    readings: list[tuple[tuple[int, bool], int, str, list[Clause]]] = []
    for code in _candidates(ranked, segments):
        found = clauses(segments, code, attached=attached)
        readings.append((_strangeness(found), len(readings), code, found))
        if readings[-1][0] == (0, False):
            break
    _, _, code, found = min(readings, key=lambda reading: reading[:2])
    return code, found


def _is_understood(found: list[Clause]) -> bool:
    return any(clause.intent in _COMMANDS or clause.intent is Intent.HERE for clause in found)


def _strangeness(found: list[Clause]) -> tuple[int, bool]:
    """Rate a reading: the right lexicon leaves the fewest words unknown, and finds the command if there is one."""
    return sum(clause.shape.count(Kind.OTHER) for clause in found), not _is_understood(found)


def _tag(code: str, ranked: list[str]) -> str:
    """Prefer the detected tag of the same language: zh-TW for zh."""
    if ranked[0].split("-")[0] == code:
        return ranked[0]
    return "zh-CN" if code == "zh" else code


def _candidates(ranked: list[str], segments: list[Segment]) -> Iterable[str]:
    """Return the lexicons to try, likeliest first: a short prompt may be too short to show its language."""
    codes = [code.split("-")[0] for code in ranked]
    words = sum(len(segment.tokens) for segment in segments)
    if codes[0] == "zh":
        return ("zh", "ja")
    if words > _SHORT:
        return dict.fromkeys([*(code for code in codes[:1] if code in CODES), "en"])
    return dict.fromkeys(
        [*(code for code in codes if code in CODES), "en", *(LATIN if words <= _TERSE else ())]
    )


def _ends(segments: list[Segment]) -> list[Segment]:
    """Join the middle of a long prompt into one segment without words: commands stand at its ends."""
    if len(segments) <= 2 * _ENDS:
        return segments
    middle = segments[_ENDS:-_ENDS]
    place = (middle[0].start, middle[-1].end)
    gap = Segment(*place, [Token(Kind.OTHER, *place, ""), *files_in(t for s in middle for t in s.tokens)])
    return [*segments[:_ENDS], gap, *segments[-_ENDS:]]


def _without_topics(segments: list[Segment], text: str, triggers: Sequence[str]) -> list[Segment]:
    """Make the words of a trigger unknown, so that a clause about it is read as work for the editor."""
    topics = [topic for topic in map(str.strip, triggers) if topic and _is_topic(topic)]
    if not topics:
        return segments
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(topic)}(?!\w)" for topic in topics), re.IGNORECASE)
    places = [found.span() for found in pattern.finditer(text)]
    for segment in segments:
        segment.tokens = [
            t._replace(word="") if any(a < t.end and t.start < b for a, b in places) else t
            for t in segment.tokens
        ]
    return segments


def _is_topic(trigger: str) -> bool:
    """Tell whether a trigger is a topic: a single command word or a whole command ("export video") is not."""
    segments = scan(trigger)
    if len(segments) != 1:
        return True
    code = ranking(trigger)[0].split("-")[0]
    found = clauses(segments, code if code in CODES else "en", attached=False)
    single = len(segments[0].tokens) == 1
    command = {Intent.EXPORT, Intent.UPLOAD, Intent.CREDITS} | ({Intent.STATE} if single else set())
    named = single and found[0].tokens[0].kind is not Kind.OTHER
    return not named and not any(clause.intent in command for clause in found)


def _plan(text: str, found: list[Clause], language: str, attached: Sequence[str]) -> Plan:
    found = _settled(text, found, has_files=bool(attached))
    steps = _merged(_steps(text, found))
    files = (*attached, *(name for step in steps for name in step.files), *_mentions(found))
    rest = [step for step in steps if step.action is not Action.UPLOAD]
    asked = any(step.action is Action.UPLOAD for step in steps)
    if files or asked:
        rest.insert(0, Step(Action.UPLOAD, files=tuple(dict.fromkeys(files))))
    elif not rest:
        rest = [Step(Action.CHAT, text=text)]
    return Plan(tuple(rest), _why(text, rest, found, attached=bool(attached)), language)


def _settled(text: str, found: list[Clause], *, has_files: bool) -> list[Clause]:
    """Decide the clauses whose meaning hangs on their neighbours."""
    found = _taken_out([c for c in found if text[c.start : c.end].strip()])
    work = any(c.intent is Intent.CHAT for c in found)
    ordered = any(c.intent in _COMMANDS for c in found)
    settled: list[Clause] = []
    for clause in found:
        intent = clause.intent
        exported = bool(settled) and settled[-1].intent is Intent.EXPORT
        if intent is Intent.DETAIL or (exported and _goes_on(clause)):
            alone = Kind.FORMAT in clause.shape and not work and not ordered  # "mp4 please"
            asked = alone or any(c.intent is Intent.EXPORT for c in found)
            intent = Intent.EXPORT if asked else Intent.CHAT
        elif intent is Intent.PRAISE:
            intent = Intent.PRAISE if ordered or work or has_files else Intent.CHAT
        elif intent is Intent.HERE:
            intent = Intent.UPLOAD if has_files or _files(clause) or not work else Intent.CHAT
        elif intent is Intent.EXPORT and is_part(_said_of(text, clause)):
            intent = Intent.CHAT  # an export is of the whole film
        elif settled and settled[-1].intent is Intent.UPLOAD and _only_names(clause):
            intent = Intent.UPLOAD  # "upload a.mp4, b.mp4"
        elif intent is Intent.UPLOAD and not _files(clause) and any(c.intent is Intent.CHAT for c in settled):
            intent = Intent.CHAT  # after an edit, with nothing to bring in: publishing
        settled.append(replace(clause, intent=intent))
    return settled


def _said_of(text: str, clause: Clause) -> str:
    """Return the words of a clause but for the files it names."""
    named = {Kind.FILE, Kind.NAME, Kind.QUOTE}
    held = [token for token in clause.tokens if token.kind not in named]
    words = " ".join(text[token.start : token.end] for token in held)
    return re.sub(r"(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])", "", words)


def _taken_out(found: list[Clause]) -> list[Clause]:
    """Make one order of "extract the audio" and the export that comes next."""
    joined: list[Clause] = []
    for clause in found:
        last = joined[-1] if joined else None
        if last and clause.intent is Intent.EXPORT and _is_taking_out(last):
            joined[-1] = replace(clause, start=last.start, tokens=(*last.tokens, *clause.tokens))
        else:
            joined.append(clause)
    return joined


def _is_taking_out(clause: Clause) -> bool:
    bare = clause.shape.replace(".", "").strip("&+")
    taking = re.fullmatch(r"[Wym]*x[im]*[FM]+(?:P[im]*[FM]+)?", bare)
    return clause.intent is Intent.CHAT and taking is not None and is_sound(clause.tokens)


def _only_names(clause: Clause) -> bool:
    shape = clause.shape.replace(".", "").strip("&+")
    return bool(shape) and set(shape) <= {Kind.NAME, Kind.FILE, Kind.AND}


def _goes_on(clause: Clause) -> bool:
    """Tell whether a clause only says more about the export before it: "…, with subtitles"."""
    shape = clause.shape.replace(".", "").strip("&+")
    return (
        clause.intent is Intent.CHAT
        and shape[:1] in {Kind.WITH, Kind.TO}
        and not {Kind.EDIT, Kind.EXTRACT} & {*shape}
        and len(shape) < 6
    )


def _steps(text: str, found: list[Clause]) -> list[Step]:
    steps: list[Step] = []
    talk: list[Clause] = []
    for clause in found:
        if clause.intent is Intent.CHAT or (clause.intent is Intent.PRAISE and talk):
            talk.append(clause)
            continue
        if clause.intent is Intent.PRAISE:
            continue
        steps += [_chat(text, talk)] if talk else []
        talk = []
        steps += exports(text, clause) if clause.intent is Intent.EXPORT else [_step(clause)]
    return [*steps, _chat(text, talk)] if talk else steps


def _chat(text: str, talk: list[Clause]) -> Step:
    return Step(Action.CHAT, text=_said(text, talk[0], talk[-1]))


def _said(text: str, first: Clause, last: Clause) -> str:
    """Return the words from one clause to another, without the joint before them and the comma after."""
    joined = first.start > 0 and first.tokens and first.tokens[0].kind in {Kind.THEN, Kind.AND}
    start = first.tokens[0].end if joined else first.start
    return text[start : last.end].strip().strip(",，、،;；").strip()


def _step(clause: Clause) -> Step:
    if clause.intent is Intent.UPLOAD:
        return Step(Action.UPLOAD, files=_files(clause))
    return Step(Action(clause.intent.value))


def _files(clause: Clause) -> tuple[str, ...]:
    return tuple(t.word for t in clause.tokens if t.kind in {Kind.FILE, Kind.NAME})


def _mentions(found: list[Clause]) -> tuple[str, ...]:
    """Return the paths and URLs in clauses that are work for the editor: they have to come in first."""
    return tuple(t.word for c in found if c.intent is Intent.CHAT for t in c.tokens if t.kind is Kind.FILE)


def _merged(steps: list[Step]) -> list[Step]:
    """Make one step of neighbours that do the same, and ask each question once."""
    merged: list[Step] = []
    for step in steps:
        last = merged[-1] if merged else None
        if last and last.action is step.action is Action.EXPORT:
            merged[-1:] = joined(last, step)
        elif step.action in {Action.STATE, Action.CREDITS} and step in merged:
            continue
        else:
            merged.append(step)
    return merged


def _why(text: str, steps: list[Step], found: list[Clause], *, attached: bool) -> str:
    reasons = []
    for step in steps:
        reason = (
            "files came with the prompt" if step.action is Action.UPLOAD and attached else _WHY[step.action]
        )
        clause = next((c for c in found if c.intent.value == step.action.value), None)
        if clause and step.action is not Action.CHAT:
            reason += f' ("{" ".join(_said(text, clause, clause).split())[:60]}")'
        reasons.append(reason)
    return ", then ".join(dict.fromkeys(reasons))
