"""Settings: everything the environment and the command line decide, read once and frozen."""

import argparse
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

import platformdirs

from nemovideo_mcp.wire.routes import DEFAULT_API_URL, DEFAULT_WEB_URL

Backend = Literal["studio", "cloud"]

VARIABLES: Final[Mapping[str, str]] = {
    "NEMO_TOKEN": "Your NemoVideo token; the cloud is used with it, and no other token is asked for.",
    "NEMO_API_URL": f"Another address of the cloud's API (default {DEFAULT_API_URL}).",
    "NEMO_WEB_URL": f"Another address of the cloud's web pages (default {DEFAULT_WEB_URL}).",
    "NEMO_CLIENT_ID": "The client id sent when a free token is asked for.",
    "NEMO_BACKEND": "`studio` or `cloud`, whatever else is set.",
    "SKILL_SOURCE": "The platform reported to the cloud, instead of the one read from the install path.",
    "NEMOVIDEO_DATA_DIR": "Where projects, media and renders are kept.",
    "NEMOVIDEO_ALLOWED_DIRS": "Folders that may be read, separated as PATH is (default: home, without dot-folders).",
    "NEMOVIDEO_MODEL": "A folder with a Whisper model of your own (CTranslate2 form) to transcribe with.",
    "NEMOVIDEO_ALLOWED_HOSTS": "Hosts on your own network that files may be fetched from, separated by commas.",
}


class SettingsError(Exception):
    """A setting that cannot be used; the message names it and what would fit."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What this run is to do, and with what; paths are absolute, secrets stay out of the repr.

    `environ` is what a server started as a child inherits.
    """

    command: str
    options: argparse.Namespace
    backend: Backend
    api_url: str
    web_url: str
    token: str | None = field(repr=False)
    client_id: str | None = field(repr=False)
    skill_source: str | None
    home: Path
    data_dir: Path
    identity_dir: Path
    videos_dir: Path
    allowed_dirs: tuple[Path, ...]
    allowed_hosts: tuple[str, ...]
    skill_dirs: tuple[Path, ...]
    installed_skills: bool
    model_dir: Path | None
    metered: bool
    environ: Mapping[str, str] = field(repr=False)

    @classmethod
    def from_env(cls, environ: Mapping[str, str], argv: Sequence[str]) -> "Settings":
        """Reads both; raises SettingsError, or SystemExit for --help and a bad command line."""
        options = command_line().parse_args(list(argv))
        home = Path(environ.get("HOME") or environ.get("USERPROFILE") or Path.home())
        data_dir = Path(
            options.data_dir
            or _text(environ, "NEMOVIDEO_DATA_DIR")
            or platformdirs.user_data_dir("nemovideo")
        )
        token = _text(environ, "NEMO_TOKEN") or _kept_token(cloud_folder(home))
        backend = _backend(environ, token)
        return cls(
            command=options.command or "serve",
            options=options,
            backend=backend,
            api_url=_text(environ, "NEMO_API_URL") or DEFAULT_API_URL,
            web_url=_text(environ, "NEMO_WEB_URL") or DEFAULT_WEB_URL,
            token=token,
            client_id=_text(environ, "NEMO_CLIENT_ID"),
            skill_source=_text(environ, "SKILL_SOURCE"),
            home=home,
            data_dir=data_dir.expanduser().absolute(),
            identity_dir=_identity_dir(backend, home, data_dir),
            videos_dir=_videos_dir(home),
            allowed_dirs=_folders(environ, options.allow_dir),
            allowed_hosts=_hosts(environ),
            skill_dirs=tuple(Path(folder).expanduser().absolute() for folder in options.skills_dir),
            model_dir=_folder(options.model or _text(environ, "NEMOVIDEO_MODEL")),
            installed_skills=options.installed_skills,
            metered=options.metered,
            environ=dict(environ),
        )


def _text(environ: Mapping[str, str], name: str) -> str | None:
    return environ.get(name, "").strip() or None


def cloud_folder(home: Path) -> Path:
    """Where the cloud's identity lies, as other clients of it expect."""
    return home / ".config" / "nemovideo"


def _kept_token(folder: Path) -> str | None:
    """The token that `login` kept."""
    try:
        record = json.loads((folder / "token-own.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    token = record.get("token") if isinstance(record, dict) else None
    return token if isinstance(token, str) and token else None


def _backend(environ: Mapping[str, str], token: str | None) -> Backend:
    chosen = (_text(environ, "NEMO_BACKEND") or "").lower()
    if chosen == "studio":
        return "studio"
    if chosen == "cloud":
        return "cloud"
    if chosen:
        raise SettingsError(f"NEMO_BACKEND is {chosen!r}; it can be studio or cloud.")
    return "cloud" if token or _text(environ, "NEMO_API_URL") else "studio"


def _identity_dir(backend: Backend, home: Path, data_dir: Path) -> Path:
    """The cloud's identity lies where other clients of it look; the studio's lies with its data."""
    return cloud_folder(home) if backend == "cloud" else data_dir.expanduser().absolute() / "identity"


def _videos_dir(home: Path) -> Path:
    folder = Path(platformdirs.user_videos_dir())
    return folder if folder.is_relative_to(home) else home / "Videos"


def _folders(environ: Mapping[str, str], given: Sequence[str]) -> tuple[Path, ...]:
    listed = (_text(environ, "NEMOVIDEO_ALLOWED_DIRS") or "").split(os.pathsep)
    return tuple(Path(folder).expanduser().absolute() for folder in (*given, *listed) if folder.strip())


def _folder(named: str | None) -> Path | None:
    return Path(named).expanduser().absolute() if named else None


def _hosts(environ: Mapping[str, str]) -> tuple[str, ...]:
    listed = (_text(environ, "NEMOVIDEO_ALLOWED_HOSTS") or "").split(",")
    return tuple(host.strip().lower() for host in listed if host.strip())


def command_line() -> argparse.ArgumentParser:
    """The parser of the command line; options common to all commands may stand on either side of the command."""
    parser = argparse.ArgumentParser(
        prog="nemovideo-mcp", description="Video skills as MCP tools, with a local editor."
    )
    _common(parser, defaults=True)
    common = argparse.ArgumentParser(add_help=False)
    _common(common, defaults=False)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    commands.add_parser("serve", parents=[common], help="serve MCP over stdio (the default)")
    demo = commands.add_parser("demo", parents=[common], help="edit and export a film as a client would")
    demo.add_argument("file", nargs="?", help="your own film (default: a short sample)")
    demo.add_argument("--out", help="folder for the result (default: your Videos folder)")
    studio = commands.add_parser("studio", parents=[common], help="run the studio alone, as an HTTP service")
    studio.add_argument("--port", type=int, default=0, help="port on 127.0.0.1 (default: a free one)")
    commands.add_parser(
        "doctor", parents=[common], help="what is installed, where data lies, and whether it works"
    )
    commands.add_parser("skills", parents=[common], help="the skills, their paths and their headers")
    login = commands.add_parser("login", parents=[common], help="keep a token of your own, read from stdin")
    login.add_argument("--token", action="store_true", help="read it from standard input (the default)")
    commands.add_parser("logout", parents=[common], help="forget the stored token")
    route = commands.add_parser("route", parents=[common], help="print the plan for a prompt")
    route.add_argument("text", nargs="?", help="the prompt")
    route.add_argument("--eval", metavar="FILE", help="measure the router on labelled prompts (JSON lines)")
    stream = commands.add_parser(
        "stream", parents=[common], help="print the events of a captured chat stream"
    )
    stream.add_argument("file", help="a file of server-sent events")
    return parser


def _common(parser: argparse.ArgumentParser, *, defaults: bool) -> None:
    """Adds the options of every command; under a command they are suppressed unless given."""

    def default(value: object) -> object:
        return value if defaults else argparse.SUPPRESS

    add = parser.add_argument
    add("--data-dir", metavar="DIR", default=default(None), help="where projects, media and renders are kept")
    add("--allow-dir", metavar="DIR", action="append", default=default([]), help="a folder that may be read")
    add(
        "--skills", metavar="DIR", dest="skills_dir", action="append", default=default([]), help="more skills"
    )
    add(
        "--model", metavar="DIR", default=default(None), help="a Whisper model of your own to transcribe with"
    )
    add(
        "--installed-skills",
        action="store_true",
        default=default(value=False),
        help="also the skills that ClawHub, OpenClaw and Cursor have installed",
    )
    add(
        "--metered",
        action="store_true",
        default=default(value=False),
        help="charge, expire and limit as the cloud does",
    )
