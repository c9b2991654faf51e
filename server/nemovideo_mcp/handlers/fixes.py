"""The likely fix: what a checkup already mended, and what to try, from what was found and what it is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from nemovideo_mcp.client.errors import BadToken
from nemovideo_mcp.handlers.checkup import DAY_S, Checkup, Render, SeenFile
from nemovideo_mcp.handlers.conversion import best_kind
from nemovideo_mcp.handlers.delivery import ACTIVE, DELIVERED
from nemovideo_mcp.handlers.installation import LOW_DISK_BYTES, Installation
from nemovideo_mcp.handlers.phrases_support import duration, sentence, tell
from nemovideo_mcp.handlers.troubles import Trouble
from nemovideo_mcp.routing.help import HelpWanted
from nemovideo_mcp.routing.help_words import Topic
from nemovideo_mcp.wire.upload import EXTENSIONS, MAX_BYTES

QUIET: Final = frozenset({Topic.HOW_TO, Topic.WISH, Topic.PRIVACY})
_COSTS: Final = frozenset({Topic.BILLING, Topic.CREDITS, Topic.BUG, Topic.CONTACT})
_FILES: Final = frozenset({Topic.EXPORT, Topic.RENDER, Topic.CONTACT})
_SAID: Final = frozenset({"contact", "wish", "how", "how_any", "upload", "402_unmet"})
_FOR: Final = {  # the topics a fact matters to; for any other it is only noticed
    **dict.fromkeys(("register", "top_up"), _COSTS),
    **dict.fromkeys(("402", "402_headers"), _FILES | {Topic.BILLING}),
    **dict.fromkeys(("running", "stuck", "failed"), _FILES),
}


@dataclass(frozen=True, slots=True)
class Fix:
    """One fix: `done` when it was carried out, else it is for the user to try; `apart` when something else was asked.

    `said` is what concerns nobody but the user: how to ask, what is not known.
    """

    text: str
    done: bool = False
    apart: bool = False
    said: bool = False


def fixes(found: Checkup, wanted: HelpWanted, home: Installation, language: str) -> list[Fix]:
    """What was mended first, then what the facts call for, then what is known about the topic; at last what was noticed.

    There is at least one that is not apart.
    """
    known = _Fixes(found, wanted, home, language)
    general = [fix for topic in wanted.topics for fix in known.about(topic)]
    listed = list(dict.fromkeys([*known.mended(), *known.called_for(), *general]))
    asked = [fix for fix in listed if not fix.apart] or [known.say("contact")]
    if set(wanted.topics) <= QUIET:
        return asked
    return [*asked, *(fix for fix in listed if fix.apart)]


class _Fixes:
    def __init__(self, found: Checkup, wanted: HelpWanted, home: Installation, language: str) -> None:
        self._found, self._wanted, self._home, self._language = found, wanted, home, language
        self._studio = home.backend == "studio"

    @property
    def _barred(self) -> Trouble | None:
        """What the service refused for want of a right, a day ago at most, if it answers now."""
        standing = self._studio or self._found.fault is not None
        return None if standing else self._found.met(403, within_s=DAY_S)

    def say(self, key: str, *, done: bool = False, **values: object) -> Fix:
        topics = _FOR.get(key, frozenset())
        apart = not done and bool(topics) and not topics & {*self._wanted.topics}
        return Fix(tell(f"fix_{key}", self._language, **values), done, apart, key in _SAID)

    def mended(self) -> Iterator[Fix]:
        """What looking has mended."""
        found = self._found
        if found.renewed:
            yield self.say("renewed_works" if found.balance else "renewed", done=True)
        if found.session_gone and found.project is not None:
            yield self.say("session", done=True)
        for render in found.renders:
            if render.output is not None:
                yield self.say("delivered", done=True, job=render.record.id, path=render.output.path)

    def called_for(self) -> Iterator[Fix]:
        """What a fact calls for, whatever was asked."""
        found = self._found
        if found.fault is not None:
            own = isinstance(found.fault, BadToken) and found.fault.own
            yield (
                self.say("own_token")
                if own
                else self.say("fault", message=found.fault.message, next=found.fault.next_step)
            )
        if found.spent or (found.met(2001) and not self._studio and found.balance is None):
            link = found.registration_link
            yield self.say("register", link=link) if link else self.say("top_up", url=self._home.web_url)
        if self._barred is not None:
            key = "barred_own" if found.access.kind == "own" else "barred"
            yield self.say(key, tool=self._barred.tool)
        about = (self._files(), self._renders())
        for part in reversed(about) if {Topic.RENDER, Topic.EXPORT} & {*self._wanted.topics} else about:
            yield from part
        if found.free_bytes < LOW_DISK_BYTES:
            yield self.say("disk", free=f"{found.free_bytes / 1e9:.1f}")

    def about(self, topic: Topic) -> Iterator[Fix]:
        """What is known about a topic; nothing where the facts have said it."""
        end = "_studio" if self._studio else ""
        if topic is Topic.BILLING:
            yield self.say(f"billing{end}", url=self._home.web_url)
        elif topic is Topic.CREDITS and not self._found.spent and (self._studio or self._found.balance):
            yield self.say(f"credits{end}")
        elif topic in {Topic.EXPORT, Topic.RENDER}:
            yield from self._export(topic)
        elif topic is Topic.SIGN_IN:
            if self._found.fault is None and not self._found.renewed and self._barred is None:
                yield self.say(f"sign_in{end}")
        elif topic is Topic.UPLOAD and not self._found.files and self._barred is None:
            yield self.say("upload", types=", ".join(EXTENSIONS), limit=MAX_BYTES // 1_000_000)
        else:
            yield from self._words(topic)

    def _words(self, topic: Topic) -> Iterator[Fix]:
        if topic is Topic.HOW_TO:
            wanted = self._wanted.wanted
            yield self.say("how", wanted=wanted) if wanted else self.say("how_any")
        elif topic is Topic.PRIVACY:
            host = urlsplit(self._home.api_url).netloc
            folder = self._home.data_dir
            yield self.say("privacy_studio" if self._studio else "privacy_cloud", folder=folder, host=host)
        elif topic is Topic.WISH or (topic is Topic.BUG and self._found.fault is None):
            yield self.say(topic.value)

    def _export(self, topic: Topic) -> Iterator[Fix]:
        timeline = self._found.timeline
        if timeline is not None and not timeline.draft.exportable:
            yield self.say("empty")
        elif topic is Topic.EXPORT and self._studio:
            yield self.say("402_studio")
        elif topic is Topic.EXPORT and not self._found.met(402):
            yield self.say("402_unmet")

    def _refused_by_plan(self) -> Iterator[Fix]:
        refused = self._found.met(402)
        if refused is not None and not self._studio:
            link = self._found.registration_link or self._home.web_url
            yield self.say("402_headers") if "X-Skill" in refused.message else self.say("402", link=link)

    def _files(self) -> Iterator[Fix]:
        for file in self._found.files:
            yield from self._file(file)

    def _renders(self) -> Iterator[Fix]:
        """Every export under way, and of those that failed the last one."""
        yield from self._refused_by_plan()
        ended = [render for render in self._found.renders if render.state not in {*ACTIVE, DELIVERED}]
        for render in self._found.renders:
            if render.state in ACTIVE or render in ended[:1]:
                yield self._render(render)

    def _render(self, render: Render) -> Fix:
        job, age = render.record.id, duration(render.age_s or 0, self._language)
        if render.is_stuck:
            return self.say("stuck", job=job, progress=f"{render.progress:.0f}", age=age)
        if render.state in ACTIVE:
            return self.say("running", job=job)
        return self.say("failed", job=job, message=sentence(render.message, self._language))

    def _file(self, file: SeenFile) -> Iterator[Fix]:
        if not file.fault:
            return
        if file.made is not None:
            yield self.say("converted", done=True, name=file.name, made=file.made)
            return
        kind = best_kind(file.name)
        if kind is None:
            yield self.say("file", fault=file.fault, advice=file.advice)
            return
        target = f"{file.name.rsplit('.', 1)[0]}.{kind}"
        yield self.say("convert", name=file.name, kind=kind, command=f'ffmpeg -i "{file.name}" "{target}"')
