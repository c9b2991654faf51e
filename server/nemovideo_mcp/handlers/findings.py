"""A checkup in sentences: for the user's eyes, and for whoever reads the request."""

from collections.abc import Iterator

from nemovideo_mcp.client.errors import BadToken
from nemovideo_mcp.handlers.checkup import Checkup, Render, local_time
from nemovideo_mcp.handlers.delivery import ACTIVE, DELIVERED
from nemovideo_mcp.handlers.phrases_support import duration, sentence, tell


def findings(found: Checkup, language: str, *, studio: bool, failures: bool = True) -> Iterator[str]:
    """Access, credits, project, exports, files, the last failures if wanted, disk: a sentence each."""
    yield tell("access_studio", language) if studio else _access(found, language)
    if found.fault is not None:
        yield tell("fault", language, message=found.fault.message)
    if found.balance is not None:
        yield _credits(found, language)
    if found.project is not None and found.timeline is not None:
        project = found.project
        yield tell("project", language, name=project.name, id=project.id, summary=found.timeline.summary)
    yield from (_render(render, language) for render in found.renders)
    for file in found.files:
        if file.fault:
            yield file.fault if file.name in file.fault else f"“{file.name}”: {file.fault}"
        else:
            yield tell("file_good", language, name=file.name, facts=file.facts)
    if failures:
        yield from troubles(found, language)
    yield tell("disk", language, free=f"{found.free_bytes / 1e9:.1f}")


def troubles(found: Checkup, language: str) -> Iterator[str]:
    """The last failures, the newest first."""
    if not found.troubles and all(render.state in {*ACTIVE, DELIVERED} for render in found.renders):
        yield tell("no_trouble", language)
    for one in found.troubles:
        code = f"{one.code} ({one.kind})" if one.code else one.kind
        said = f": {one.message}" if one.message and one.message != one.kind else ""
        yield tell("trouble", language, at=local_time(one.at), tool=one.tool, code=code, message=said)


def _access(found: Checkup, language: str) -> str:
    access = found.access
    until = tell("until", language, date=local_time(access.expires_at)) if access.expires_at else ""
    if access.kind == "own":
        refused = isinstance(found.fault, BadToken)
        fate = "refused" if refused else "accepted" if found.balance is not None else ""
        return tell("access_own", language, fate=tell(fate, language) if fate else "")
    if access.kind == "none":
        return tell("access_none", language)
    if found.renewed:
        return tell("access_renewed", language, until=until)
    age = (found.at - access.since).total_seconds() if access.since else None
    since = "" if age is None else tell("since", language, age=duration(age, language))
    return tell("access_starter", language, since=since, until=until)


def _credits(found: Checkup, language: str) -> str:
    balance = found.balance
    if balance is None or not balance.metered:
        return tell("credits_free", language)
    total = balance.available + balance.frozen if balance.total is None else balance.total
    values = {"available": balance.available, "frozen": balance.frozen, "total": total}
    return tell("credits", language, **{name: f"{value:.12g}" for name, value in values.items()})


def _render(render: Render, language: str) -> str:
    record = render.record
    age = "" if render.age_s is None else tell("age", language, age=duration(render.age_s, language))
    key = "render" if render.state in ACTIVE else "render_failed"
    said = {
        "state": state_name(render, language),
        "progress": f"{render.progress:.0f}",
        "message": sentence(render.message, language),
        "path": render.output.path if render.output else "",
    }
    if render.state == DELIVERED:
        key = "render_delivered"
    return tell(key, language, job=record.id, format=record.format, age=age, **said).rstrip()


def state_name(render: Render, language: str) -> str:
    """How an export stands, in a word."""
    return tell("completed" if render.state == DELIVERED else render.state, language)
