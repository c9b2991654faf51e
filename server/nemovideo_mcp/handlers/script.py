"""Scripts that come as files: read here, under the readable folders, and sent as words of the prompt, not as media."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Final

from nemovideo_mcp.handlers.desk import Desk
from nemovideo_mcp.handlers.errors import BadPath
from nemovideo_mcp.routing.dictation import with_script
from nemovideo_mcp.routing.plan import Action, Plan, Step

ENDINGS: Final = frozenset({".txt", ".md", ".markdown", ".srt", ".vtt"})
MOST_BYTES: Final = 100_000
_CODINGS: Final = ("utf-8-sig", "gb18030")
_KINDS: Final = "a .txt, .md, .srt or .vtt file"


def with_files_read(desk: Desk, plan: Plan) -> Plan:
    """The plan with the script files it names read into its request to the editor; BadPath says why one cannot be."""
    named = [file for step in plan.steps for file in step.files if is_script(file)]
    if not named:
        return plan
    files = list(dict.fromkeys(named))
    if len({_read_path(desk, file) for file in files}) > 1:
        raise BadPath(
            f"{len(files)} scripts were given; one voiceover has one script.",
            "Send them one after the other.",
        )
    steps = [replace(step, files=_media(step.files)) for step in plan.steps]
    kept = [step for step in steps if step.files or step.action is not Action.UPLOAD]
    words = _text(_read_path(desk, files[0]), files[0])
    return with_script(replace(plan, steps=tuple(_unnamed(step, files) for step in kept)), words)


def is_script(file: str) -> bool:
    """Whether a path is that of a script, by its ending; addresses are not."""
    return "://" not in file and PurePath(file.strip().strip("'\"")).suffix.lower() in ENDINGS


def _media(files: Sequence[str]) -> tuple[str, ...]:
    return tuple(file for file in files if not is_script(file))


def _read_path(desk: Desk, file: str) -> Path:
    return desk.folders.readable(file.strip().strip("'\""))


def _unnamed(step: Step, files: Sequence[str]) -> Step:
    """A request to the editor speaks of "this script", where it named a file."""
    text = step.text
    for file in sorted({*files, *(PurePath(file).name for file in files)}, key=len, reverse=True):
        text = re.sub(rf"(?:the\s+(?:script|file)\s+)?[\"'“]?{re.escape(file)}[\"'”]?", "this script", text)
    return replace(step, text=text)


def _text(path: Path, shown: str) -> str:
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise BadPath(
            f"The script {shown} has {-(-size // 1000)} kB; scripts of up to {MOST_BYTES // 1000} kB are read.",
            "Send it in parts. Nothing was sent or changed.",
        )
    raw = path.read_bytes()
    words = _decoded(raw)
    if words is None:
        raise BadPath(
            f"{shown} is not text; a script is {_KINDS} in UTF-8.", "Save it as plain text and send it again."
        )
    if not words.strip():
        raise BadPath(f"The script {shown} is empty.", "Write what the voice should say into it.")
    return words


def _decoded(raw: bytes) -> str | None:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    if b"\0" in raw:
        return None
    for coding in _CODINGS:
        try:
            return raw.decode(coding)
        except UnicodeDecodeError:
            continue
    return None
