"""The errors of the API, one class for each way a call can fail.

ApiError
├── BadToken           code 1001
├── NoSession          code 1002, HTTP 404 about the session
├── NoCredits          code 2001
├── UnsupportedFile    code 4001, HTTP 415
├── FileTooLarge       code 4002, HTTP 413
├── MissingClientId    HTTP 400 about the client id, or without a word
├── NotAllowed         HTTP 401, 403
├── PlanRequired       HTTP 402
├── NotFound           HTTP 404
├── Conflict           HTTP 409
├── Invalid            HTTP 400 about anything else, 422
├── RateLimited        HTTP 429
├── Refused            a code nobody published, and any other HTTP 4xx
├── ServerFault        HTTP 5xx
├── Unreachable        no connection, or it broke before the answer was whole
├── BadAnswer          an answer that is not the API's: a web page, garbage, too large
│   └── Moved          HTTP 3xx: the answer is an address elsewhere
├── AgentFailed        an error told inside a chat's stream
├── StreamLost         a chat's stream broke off
├── StreamTimedOut     a chat went on too long, or said nothing for too long
├── RenderFailed       a render ended without a file
├── DownloadFailed     a file could not be fetched whole
└── UnreadableFile     a local file could not be read
"""

from typing import ClassVar, Final

from nemovideo_mcp.client.secrecy import scrub
from nemovideo_mcp.wire.envelope import Code
from nemovideo_mcp.wire.headers import ATTRIBUTION
from nemovideo_mcp.wire.upload import EXTENSIONS, MAX_BYTES


class ApiError(Exception):
    """A call that failed.

    `message` says what happened and `next_step` what to do, both fit for people; `detail` is what the backend said,
    without secrets; `retryable` is whether the same call may work later.
    """

    happened: ClassVar[str] = "The video service could not do this."
    advice: ClassVar[str] = "Try again in a moment."
    retryable: bool = False

    def __init__(self, message: str = "", *, next_step: str = "", detail: str = "") -> None:
        self.detail = scrub(detail)
        self.message = message or self._told()
        self.next_step = next_step or self.advice
        super().__init__(self.message)

    def _told(self) -> str:
        return f"{self.happened} The service said: {self.detail}" if self.detail else self.happened

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}"


class BadToken(ApiError):
    """The token is expired or was never good; `own` when it is the user's own."""

    happened = "The access to the video service has expired or is not valid."
    advice = "Call again to get fresh access."
    own: bool = False

    @classmethod
    def of_the_user(cls) -> "BadToken":
        """The user's own token was refused; it is not replaced behind their back."""
        error = cls(
            "The token you set in NEMO_TOKEN was refused as expired or invalid. It was not replaced and nothing was done.",
            next_step="Put a fresh token into NEMO_TOKEN, or remove it to use a free one, and start the server again.",
        )
        error.own = True
        return error


class NoSession(ApiError):
    """The backend does not know the session any more."""

    happened = "The service no longer has this project's session, so its old timeline is gone."
    advice = "Start a new project and upload the files again."


class NoCredits(ApiError):
    """Out of credits; `registration_link` for someone who has no account yet."""

    happened = "There are not enough credits for this. Nothing was charged for it."
    advice = "Top up the credits in your account, then ask again."
    registration_link: str | None = None

    @classmethod
    def of(cls, registration_link: str | None, *, detail: str = "") -> "NoCredits":
        """With the way on: registering where a link is known, topping up otherwise."""
        if registration_link is None:
            return cls(detail=detail)
        error = cls(detail=detail, next_step=f"Register to go on with this project: {registration_link}")
        error.registration_link = registration_link
        return error


class UnsupportedFile(ApiError):
    """A file of a kind that is not taken."""

    happened = "This kind of file is not supported; it was not uploaded."
    advice = f"Use one of: {', '.join(EXTENSIONS)}."


class FileTooLarge(ApiError):
    """A file over the limit."""

    happened = f"The service finds this file too large (it takes up to {MAX_BYTES // 1_000_000} MB); it was not uploaded."
    advice = "Compress it or trim it to the part you need, and upload that."


class MissingClientId(ApiError):
    """The backend wants a client id, or another one."""

    happened = "The service did not accept how this installation introduced itself."
    advice = "Check NEMO_CLIENT_ID (at most 64 characters), or remove it, and try again."


class NotAllowed(ApiError):
    """The token may not do this; asking again does not help."""

    happened = "The service does not allow this with the present access."
    advice = "Check that the token in use is valid and has the rights to read, write and upload."


class PlanRequired(ApiError):
    """A matter of the plan, or of attribution headers (`missing_headers`); never of credits."""

    happened = "The present plan does not include this. It is not a matter of credits."
    advice = "Register or upgrade the plan to unlock it; the project is kept."
    registration_link: str | None = None

    def __init__(self, message: str = "", *, next_step: str = "", detail: str = "") -> None:
        self.missing_headers = tuple(name for name in ATTRIBUTION if name.casefold() in detail.casefold())
        if self.missing_headers and not message:
            message = f"The service refused this because {_listed(self.missing_headers)} was missing. It is not a matter of credits."
            next_step = next_step or "Check the name and version in the skill's frontmatter, then try again."
        super().__init__(message, next_step=next_step, detail=detail)

    def with_link(self, registration_link: str | None) -> "PlanRequired":
        """The same with the way on for someone who has no account yet, where the plan is what is missing."""
        if registration_link is not None and not self.missing_headers:
            self.registration_link = registration_link
            self.next_step = (
                f"The project is kept. Register, or upgrade the plan, to unlock it: {registration_link}"
            )
        return self

    @property
    def missing_header(self) -> str | None:
        """The first header the answer named, if it named one."""
        return self.missing_headers[0] if self.missing_headers else None


class NotFound(ApiError):
    """Nothing is there."""

    happened = "The service has nothing under this name any more."
    advice = "Check the project or job, or start a new one."


class Conflict(ApiError):
    """The timeline changed in between."""

    happened = "The project was changed in the meantime; this change was not made."
    advice = "Read the timeline again and repeat the change on it."


class Invalid(ApiError):
    """The request was not understood."""

    happened = "The service did not accept this request; that step was not done."
    advice = "Say it differently, or with fewer things at once."


class RateLimited(ApiError):
    """Too many calls; `retry_after` in seconds when the backend says so."""

    happened = "The service asks to slow down: too many requests from here."
    advice = "Try again in a few minutes."
    retryable = True

    def __init__(
        self, message: str = "", *, next_step: str = "", detail: str = "", retry_after: float | None = None
    ) -> None:
        self.retry_after = retry_after
        if retry_after is not None and not next_step:
            next_step = f"Try again in {_span(retry_after)}."
        super().__init__(message, next_step=next_step, detail=detail)


class Refused(ApiError):
    """A refusal of a kind nobody published; `code` is the envelope's or the HTTP status."""

    happened = "The service refused this."
    advice = "Try again; if it stays so, the support skill can prepare a request."

    def __init__(
        self, message: str = "", *, next_step: str = "", detail: str = "", code: int | None = None
    ) -> None:
        self.code = code
        super().__init__(message, next_step=next_step, detail=detail)


class ServerFault(ApiError):
    """The backend broke; `status` is the HTTP status."""

    happened = "The service had a fault of its own."
    advice = "Try again in a minute."
    retryable = True

    def __init__(
        self, message: str = "", *, next_step: str = "", detail: str = "", status: int = 500
    ) -> None:
        self.status = status
        super().__init__(message, next_step=next_step, detail=detail)


class Unreachable(ApiError):
    """The network failed; `sent` is False when the request certainly did not leave."""

    happened = "The service could not be reached."
    advice = "Check the network connection and the API address, then try again."
    retryable = True

    def __init__(
        self, message: str = "", *, next_step: str = "", detail: str = "", sent: bool = False
    ) -> None:
        self.sent = sent
        super().__init__(message, next_step=next_step, detail=detail)


class BadAnswer(ApiError):
    """What came back is not the API's."""

    happened = "What answered does not look like the video service (a sign-in page of the network, or a wrong address?)."
    advice = "Check the network and the API address, then try again."
    retryable = True


class Moved(BadAnswer):
    """The answer points elsewhere; `location` is where. Calls do not follow it."""

    happened = "The service pointed to another address, which was not followed."

    def __init__(
        self, message: str = "", *, next_step: str = "", detail: str = "", location: str = ""
    ) -> None:
        self.location = location
        super().__init__(message, next_step=next_step, detail=detail)


class AgentFailed(ApiError):
    """The backend's editor told of an error in the middle of its answer."""

    happened = "The editor reported a problem while it worked on this."
    advice = "Ask again in a moment, or in other words."
    retryable = True


class StreamLost(ApiError):
    """The answer broke off; the message is not sent again, since it may have been worked on."""

    happened = "The connection broke while the answer was coming; the message was not sent a second time."
    advice = "Check the timeline: the change may have been made."


class StreamTimedOut(ApiError):
    """Nothing but signs of life for too long, or past the longest time a request may take."""

    happened = "The service did not finish this in time; the message was not sent a second time."
    advice = "Check the timeline in a few minutes: the change may still arrive."


class RenderFailed(ApiError):
    """A render ended without a file."""

    happened = "The export failed; no file was made."
    advice = "Try the export again; the project is unchanged."
    retryable = True


class DownloadFailed(ApiError):
    """A file could not be fetched whole; nothing was left half-written."""

    happened = "The finished file could not be downloaded; nothing was saved."
    advice = "Try the download again; the export itself is kept by the service."
    retryable = True


class UnreadableFile(ApiError):
    """A local file could not be read."""

    happened = "A file could not be read; nothing was uploaded."
    advice = "Check that it is there, is a file, and may be read."


BY_CODE: Final[dict[Code, type[ApiError]]] = {
    Code.BAD_TOKEN: BadToken,
    Code.NO_SESSION: NoSession,
    Code.NO_CREDITS: NoCredits,
    Code.BAD_FILE_TYPE: UnsupportedFile,
    Code.FILE_TOO_LARGE: FileTooLarge,
}
BY_STATUS: Final[dict[int, type[ApiError]]] = {
    400: Invalid,
    401: NotAllowed,
    402: PlanRequired,
    403: NotAllowed,
    404: NotFound,
    409: Conflict,
    413: FileTooLarge,
    415: UnsupportedFile,
    422: Invalid,
    429: RateLimited,
}


def for_number(number: int, detail: str = "", *, retry_after: float | None = None) -> ApiError:
    """The error for an envelope code or an HTTP status, with what the backend said."""
    if number in set(Code) and number in BY_CODE:
        return BY_CODE[Code(number)](detail=detail)
    kind = BY_STATUS.get(number)
    if kind is RateLimited:
        return RateLimited(detail=detail, retry_after=retry_after)
    if kind is not None:
        return kind(detail=detail)
    return (
        ServerFault(detail=detail, status=number)
        if 500 <= number < 600
        else Refused(detail=detail, code=number)
    )


def _listed(names: tuple[str, ...]) -> str:
    return " and ".join(names)


def _span(seconds: float) -> str:
    minutes, hours = seconds / 60, seconds / 3600
    if seconds < 90:
        return f"{max(1, round(seconds))} seconds"
    if minutes < 90:
        return f"{round(minutes)} minutes"
    return f"{round(hours)} hours" if hours < 48 else f"{round(hours / 24)} days"
