"""The support desk: sorts a request for help, checks and mends what it can, names the channel, writes the request."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nemovideo_mcp.handlers import checkup, request
from nemovideo_mcp.handlers.checkup import Checkup
from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.findings import findings
from nemovideo_mcp.handlers.fixes import QUIET, fixes
from nemovideo_mcp.handlers.phrases_support import joined, listing, tell, topic_name
from nemovideo_mcp.routing.help import HelpWanted
from nemovideo_mcp.routing.help_words import Topic


@dataclass(frozen=True, slots=True)
class Helped:
    """What came of a request for help: the words, what was found, the fixes, and the file of the request if it was saved."""

    text: str
    found: Checkup
    done: list[str] = field(default_factory=list)
    next_steps: list[str] = field(default_factory=list)
    file: Path | None = None


async def help_with(
    desk: Desk, wanted: HelpWanted, prompt: str, files: Sequence[str], project: str | None, language: str
) -> Helped:
    """Looks first, then says whom to ask; nothing is edited, sent or charged."""
    await desk.progress(0, None, tell("checking", language))
    found = await checkup.look(desk, project, language, files)
    listed = fixes(found, wanted, desk.installation, language)
    done = [fix.text for fix in listed if fix.done]
    advice = [fix.text for fix in listed if not fix.done and not fix.apart]
    noticed = [fix.text for fix in listed if fix.apart]
    tried = [fix.text for fix in listed if not fix.apart and not fix.said]
    case = request.Case(prompt, wanted.topics, language, found, tried)
    text, file, said = _written(desk, case)
    blocks = [
        _looked(desk, found, wanted, language),
        _block("done", done, language),
        _block("try", advice, language),
        _block("noticed", noticed, language),
    ]
    last = _block("then", [_channel(desk, language), *said], language)
    if Topic.CONTACT in wanted.topics:  # who asks for a number hears about it first
        lines = [_lead(desk, wanted, language), *blocks, _block("then", said, language)]
        lines += [tell("chat_only", language)]
    else:
        lines = [_about(wanted, language), *blocks, last, _closing(wanted, language)]
    told = desk.installation.without_home("\n\n".join(line for line in lines if line))
    return Helped(told + text, found, done, [*advice, *noticed], file)


def _lead(desk: Desk, wanted: HelpWanted, language: str) -> str:
    """Whom to reach and how, and that there is no other way known."""
    return joined([_about(wanted, language), tell("no_number", language), _channel(desk, language)], language)


def _channel(desk: Desk, language: str) -> str:
    return tell(f"channel_{desk.installation.backend}", language, url=desk.installation.web_url)


def _closing(wanted: HelpWanted, language: str) -> str:
    """What is not known and was not done; a question how needs to hear only the second."""
    number = "" if wanted.topics == (Topic.HOW_TO,) else tell("no_number", language)
    return joined([number, tell("chat_only", language)], language)


def _about(wanted: HelpWanted, language: str) -> str:
    if wanted.topics == (Topic.CONTACT,):
        return tell("about_contact", language)
    names = [topic_name(topic, language) for topic in wanted.topics]
    return tell("about", language, topics=listing(names, language))


def _looked(desk: Desk, found: Checkup, wanted: HelpWanted, language: str) -> str:
    """What was found; a question how, a wish and privacy need none of it."""
    if set(wanted.topics) <= QUIET:
        return ""
    return _block(
        "checked", list(findings(found, language, studio=desk.installation.backend == "studio")), language
    )


def _block(key: str, lines: Sequence[str], language: str) -> str:
    return "\n".join([tell(key, language), *(f"- {line}" for line in lines)]) if lines else ""


def _written(desk: Desk, case: request.Case) -> tuple[str, Path | None, list[str]]:
    """The request saved: its file, and the word of it; or the request itself, where no file can be written.

    Who asks how something is done needs none.
    """
    if case.topics == (Topic.HOW_TO,):
        return "", None, []
    text = request.request(desk, case)
    try:
        file = request.save(desk, text, case.found.at.strftime("%Y-%m-%d %H%M"))
    except OSError as error:
        why = error.strerror or type(error).__name__
        return f"\n\n{text}", None, [tell("not_saved", case.language, why=why)]
    return "", file, [tell("saved", case.language, path=file)]
