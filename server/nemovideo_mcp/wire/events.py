"""The chat: its request, and the ADK events a stream is made of."""

from typing import Any, Final

from pydantic import Field

from nemovideo_mcp.wire.base import Request

APP_NAME: Final = "nemo_agent"
USER_ID: Final = "me"
MAX_STREAM_S: Final = 900
LISTENING: Final = (
    "temp:listening"  # in a state delta of the studio: how many seconds of a recording it has listened to
)
SPEAKING: Final = (
    "temp:speaking"  # likewise: which part of a script it speaks, and how much of that in percent
)
TRANSCRIPT_TOOL: Final = (
    "get_transcript"  # the studio's agent leaves a transcript to be fetched, in the form `format`
)
EXPORT_TOOL: Final = (
    "export_video"  # likewise the film itself, as a file of this `format` and perhaps `resolution`
)


class TextPart(Request):
    """A user's words."""

    text: str


class Message(Request):
    """One turn of the user."""

    parts: list[TextPart]


class ChatRequest(Request):
    """Body of `POST /run_sse`, in snake_case."""

    app_name: str = APP_NAME
    user_id: str = USER_ID
    session_id: str
    new_message: Message

    @classmethod
    def saying(cls, session_id: str, text: str) -> "ChatRequest":
        """A request with one text part."""
        return cls(session_id=session_id, new_message=Message(parts=[TextPart(text=text)]))


class FunctionCall(Request):
    """A tool the agent calls; the keys of `args` are its own."""

    id: str
    name: str
    args: dict[str, Any]


class FunctionResponse(Request):
    """What that tool answered."""

    id: str
    name: str
    response: dict[str, Any]


class InlineData(Request):
    """A small file in an event: its MIME type, and URL-safe base64 of its bytes."""

    mime_type: str = Field(alias="mimeType")
    data: str


class Part(Request):
    """One part of an event: text, a small file, a call, or a call's answer."""

    text: str | None = None
    thought: bool | None = None
    inline_data: InlineData | None = Field(default=None, alias="inlineData")
    function_call: FunctionCall | None = Field(default=None, alias="functionCall")
    function_response: FunctionResponse | None = Field(default=None, alias="functionResponse")


class Content(Request):
    """Parts and whose they are."""

    parts: list[Part]
    role: str = "model"


class Actions(Request):
    """What an event changed; the keys of `state_delta` are the state's own."""

    state_delta: dict[str, Any] = Field(default_factory=dict, alias="stateDelta")


class AdkEvent(Request):
    """One event as Google ADK writes it: camelCase, nulls left out; `timestamp` in seconds since 1970."""

    content: Content | None = None
    partial: bool | None = None
    turn_complete: bool | None = Field(default=None, alias="turnComplete")
    error_code: str | None = Field(default=None, alias="errorCode")
    error_message: str | None = Field(default=None, alias="errorMessage")
    invocation_id: str = Field(alias="invocationId")
    author: str = APP_NAME
    actions: Actions = Field(default_factory=Actions)
    id: str
    timestamp: float
