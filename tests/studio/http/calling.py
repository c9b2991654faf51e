"""A caller of the studio: bare HTTP, as the contract spells it, without our own client."""

import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import httpx

HEADERS = {"X-Skill-Source": "ai-voiceover-for", "X-Skill-Version": "1.0.0", "X-Skill-Platform": "unknown"}
SMALL = {"format": "mp4", "quality": "low", "resolution": "480p"}


class Caller:
    """One client of a studio, with its token and its session."""

    opened: ClassVar[list[httpx.Client]] = []

    def __init__(self, url: str, client_id: str = "a1f0c0de-0000-4000-8000-000000000001") -> None:
        """Knows where the studio is; `connect` asks for the rest."""
        self.url, self.client_id = url, client_id
        self.http = httpx.Client(base_url=url, headers=HEADERS, timeout=60)
        self.opened.append(self.http)
        self.session_id = self.task_id = self.user_id = ""

    def connect(self) -> "Caller":
        """Takes a token and opens a session."""
        self.use(self.ask_token().json()["data"]["token"])
        opened = self.http.post(
            "/api/tasks/me/with-session/nemo_agent", json={"task_name": "project", "language": "en"}
        ).json()["data"]
        self.session_id, self.task_id, self.user_id = (
            opened["session_id"],
            opened["task_id"],
            opened["user_id"],
        )
        return self

    def ask_token(self, **headers: str) -> httpx.Response:
        """One request for an anonymous token."""
        return self.http.post("/api/auth/anonymous-token", headers={"X-Client-Id": self.client_id, **headers})

    def use(self, token: str) -> None:
        """Sends this token from here on."""
        self.http.headers["Authorization"] = f"Bearer {token}"

    def again(self, url: str) -> "Caller":
        """The same client, with its token and session, calling another studio."""
        other = Caller(url, self.client_id)
        other.http.headers["Authorization"] = self.http.headers["Authorization"]
        other.session_id, other.task_id, other.user_id = self.session_id, self.task_id, self.user_id
        return other

    def upload(self, *paths: Path) -> httpx.Response:
        """Sends files in one call."""
        files = [("files", (path.name, path.read_bytes())) for path in paths]
        return self.http.post(f"/api/upload-video/nemo_agent/me/{self.session_id}", files=files)

    def state(self) -> dict[str, Any]:
        """The state of the session."""
        answer = self.http.get(f"/api/state/nemo_agent/me/{self.session_id}/latest")
        found: dict[str, Any] = answer.json()["data"]["state"]
        return found

    def draft(self) -> dict[str, Any]:
        """The timeline as it is now."""
        found: dict[str, Any] = self.state()["draft"]
        return found

    def say(self, text: str) -> httpx.Response:
        """Sends one message."""
        message = {"parts": [{"text": text}]}
        body = {
            "app_name": "nemo_agent",
            "user_id": "me",
            "session_id": self.session_id,
            "new_message": message,
        }
        return self.http.post("/run_sse", json=body, headers={"Accept": "text/event-stream"})

    def order(self, render_id: str, draft: dict[str, Any] | None = None, **output: Any) -> httpx.Response:
        """Orders a render of the draft, or of the timeline as it is."""
        wanted = {"id": render_id, "sessionId": self.session_id, "draft": draft or self.draft()}
        return self.http.post("/api/render/proxy/lambda", json={**wanted, "output": {**SMALL, **output}})

    def status(self, render_id: str) -> dict[str, Any]:
        """How far a render is."""
        found: dict[str, Any] = self.http.get(f"/api/render/proxy/lambda/{render_id}").json()
        return found

    def wait(self, render_id: str, until: Callable[[dict[str, Any]], bool] | None = None) -> dict[str, Any]:
        """Asks as often as the studio proposes, until the render is over (or as `until` says)."""
        told = self.status(render_id)
        while "retry_after" in told and not (until and until(told)):
            time.sleep(told["retry_after"])
            told = self.status(render_id)
        return told


def events(answer: httpx.Response) -> list[dict[str, Any]]:
    """The events of a stream; every line of it is a data line, a comment or empty."""
    lines = answer.content.decode().split("\n")
    assert all(line == "" or line.startswith(("data: ", ":")) for line in lines)
    return [json.loads(line.removeprefix("data: ")) for line in lines if line.startswith("data: ")]
