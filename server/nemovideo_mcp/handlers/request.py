"""The request to send to support: a Markdown file that says what happened, and no secret."""

import re
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from nemovideo_mcp.handlers.checkup import DAY_S, Checkup, Render, local_time
from nemovideo_mcp.handlers.delivery import ACTIVE, DELIVERED
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.doings import Doing
from nemovideo_mcp.handlers.findings import findings, state_name, troubles
from nemovideo_mcp.handlers.installation import system, versions
from nemovideo_mcp.handlers.phrases_support import listing, tell, topic_name
from nemovideo_mcp.handlers.target import place
from nemovideo_mcp.handlers.troubles import code_of
from nemovideo_mcp.routing.help_words import Topic

_HIDDEN = "[hidden]"
_SAID = re.compile(  # a secret that the user wrote down in words
    r"""(?P<name>\b(?:pass(?:word|wd|code|phrase)?|pwd|secret|token|api[ _-]?key|key|pin)\b|密码|口令|令牌|密钥)
        (?P<is>\s*[:=：]\s*|\s*(?:\bis\b|is|是|为)\s*(?=\S*\d))(?P<value>[^\s,，。;；]+)""",
    re.IGNORECASE | re.VERBOSE,
)
_TOLD = re.compile(  # a password may be a plain word, unless it is one about passwords
    r"""(?P<name>\b(?:pass(?:word|code|phrase)|pwd)|密码|口令)(?P<is>\s+(?:is|was)\s+|\s*[是为]\s*)
        (?!(?:wrong|invalid|in?correct|right|fine|not|no|never|too|expired|refused|rejected|the|a|what|being)\b|[错不对多什无正])
        (?P<value>[^\s,，。;；]+)""",
    re.IGNORECASE | re.VERBOSE,
)
_KEYS = re.compile(r"\b(?:sk|pk|rk|ghp|gho|ghs|xox[abp]|AKIA|AIza)[-_]?[A-Za-z0-9_-]{12,}")
_USER = re.compile(r"(\w://)[^\s/@]+@")
_QUERY = re.compile(r"(https?://[^\s?#]+)[?#][^\s，。]*")
_HOMES = re.compile(r"(?:(?:/home|/Users)/|[A-Za-z]:\\Users\\)[^/\\\s\"'“”<>:|?*,，。;]+")


@dataclass(frozen=True, slots=True)
class Case:
    """What a request is made of: the user's words, the topics, what was found, what was tried or advised."""

    prompt: str
    topics: tuple[Topic, ...]
    language: str
    found: Checkup
    advice: Sequence[str]


def request(desk: Desk, case: Case) -> str:
    """The request as Markdown; every free text in it has lost its secrets, and home folders are `~`."""
    text = desk.installation.without_home(desk.api.redacted("\n\n".join(_sections(desk, case))))
    ids = f"\n\n## {tell('request_ids', case.language)}\n\n" + "\n".join(_ids(case.found, case.language))
    left_out = f"\n\n{tell('request_left_out', case.language)}\n"
    return discreet(text) + ids + left_out


def discreet(text: str) -> str:
    """A text without passwords, keys, what a link carries after its path, and the names of home folders."""
    text = _QUERY.sub(rf"\1?{_HIDDEN}", _USER.sub(rf"\1{_HIDDEN}@", text))
    for said in (_SAID, _TOLD):
        text = said.sub(rf"\g<name>\g<is>{_HIDDEN}", text)
    return _HOMES.sub("~", _KEYS.sub(_HIDDEN, text))


def save(desk: Desk, text: str, at: str) -> Path:
    """Puts it into the Videos folder under a name of its own; raises OSError."""
    folder = desk.videos_dir
    folder.mkdir(parents=True, exist_ok=True)
    part = folder / f".support-{secrets.token_hex(4)}.part"
    try:
        part.write_text(text, encoding="utf-8")
        return place(part, folder / f"NemoVideo support request {at}.md", overwrite=False)
    finally:
        part.unlink(missing_ok=True)


def _sections(desk: Desk, case: Case) -> Iterator[str]:
    language, studio = case.language, desk.installation.backend == "studio"
    topics = listing([topic_name(topic, language) for topic in case.topics], language)
    yield f"# {tell('request_subject', language, topics=topics, detail=_detail(case))}"
    backend = "studio" if studio else f"cloud, {desk.installation.api_url}"
    colon = "：" if language.startswith("zh") else ": "
    when = f"{tell('when', language)}{colon}{local_time(case.found.at)}"
    yield f"{when}  \n{tell('backend', language)}{colon}{backend}"
    yield f"## {tell('request_what', language)}"
    words = case.prompt.strip().replace("\n", "\n> ")
    yield f"{tell('request_words', language)}\n\n> {words}"
    yield f"## {tell('request_steps', language)}"
    yield _numbered(_steps(desk, case))
    yield f"## {tell('request_checked', language)}"
    yield _bullets(findings(case.found, language, studio=studio, failures=False))
    if case.advice:
        yield f"## {tell('request_tried', language)}"
        yield _bullets(case.advice)
    yield f"## {tell('request_wanted', language)}"
    yield tell("request_please", language)
    yield f"## {tell('request_versions', language)}"
    skill = desk.api.attribution
    packages = [f"{name} {number}" for name, number in versions().items()]
    yield _bullets([f"{skill.source} {skill.version} ({skill.platform})", *packages, system()])


def _detail(case: Case) -> str:
    """What tells this request from others of its topic: a render that stands still, the code of the last failure."""
    stuck = next((render for render in case.found.renders if render.is_stuck), None)
    if stuck is not None and Topic.RENDER in case.topics:
        return f" ({stuck.record.id}, {stuck.progress:.0f} %)"
    if case.found.fault is not None:
        code = code_of(case.found.fault)
    else:
        today = [one for one in case.found.troubles if (case.found.at - one.at).total_seconds() < DAY_S]
        code = next((one.code for one in today if one.code), None)
    return f" ({code})" if code else ""


def _steps(desk: Desk, case: Case) -> Iterator[str]:
    """What was done and what failed, in the order of time."""
    language, found = case.language, case.found
    known = [
        (datetime.fromtimestamp(render.record.begun, UTC), _ordered(render, language))
        for render in found.renders
        if render.record.begun
    ]
    known += zip((one.at for one in found.troubles), troubles(found, language), strict=False)
    known += [(one.at, _done(one, language)) for one in found.doings]
    yield from (said for _, said in sorted(known))
    yield tell("request_asked", language, skill=desk.skill)
    if not known:
        yield tell("request_none", language)


def _done(one: Doing, language: str) -> str:
    """An order and the first words of the answer to it."""
    answer = tell("request_answer", language, answer=one.answered) if one.answered else ""
    return tell(
        "request_done", language, at=local_time(one.at), tool=one.tool, asked=one.asked, answer=answer
    )


def _ordered(render: Render, language: str) -> str:
    """An export that was begun, and what became of it."""
    record, fate = render.record, ""
    if render.state in ACTIVE:
        state = state_name(render, language)
        fate = tell("request_going", language, progress=f"{render.progress:.0f}", state=state)
    elif render.state != DELIVERED:
        fate = tell("request_failed", language, message=render.message or "-")
    at = local_time(datetime.fromtimestamp(record.begun, UTC))
    return tell("request_ordered", language, at=at, job=record.id, format=record.format, fate=fate)


def _ids(found: Checkup, language: str) -> Iterator[str]:
    """What the other side finds the case by; none of it opens anything without a token."""
    if found.project is not None:
        record = found.project
        yield f"- project {record.id}, session {record.session_id}, task {record.task_id or '-'}"
    for render in found.renders:
        yield f"- export {render.record.id}, render {render.record.render_id}"
    if found.project is None and not found.renders:
        yield tell("request_no_ids", language)


def _bullets(lines: Sequence[str] | Iterator[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _numbered(lines: Iterator[str]) -> str:
    return "\n".join(f"{number}. {line}" for number, line in enumerate(lines, 1))
