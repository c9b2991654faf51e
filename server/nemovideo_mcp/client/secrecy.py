"""What may be said aloud: a backend's words with tokens, ids, markup and raw JSON taken out."""

import re
from typing import Final

LONGEST: Final = 300
HIDDEN: Final = "[hidden]"

_SECRETS: Final = re.compile(
    r"""
      \bbearer\s+[^\s"',;]+                                        # an Authorization value
    | \b(?:nmv|clm|anon|usr|sk|render)_[A-Za-z0-9][\w\-.]*         # tokens and ids by their prefix
    | \beyJ[\w-]+\.[\w-]+(?:\.[\w-]*)?                             # a JSON web token
    | \b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b              # a UUID
    | \b[0-9a-f]{32,}\b                                            # a digest
    | \b\d{15,}\b                                                  # a session's digits
    """,
    re.IGNORECASE | re.VERBOSE,
)
_QUERY: Final = re.compile(r"(https?://[^\s?#]+)[?#]\S*", re.IGNORECASE)
_MARKUP: Final = re.compile(r"<\s*(?:!doctype|html|head|body)\b", re.IGNORECASE)
_JSON: Final = re.compile(r"""[{\[]\s*(?:["'{\[]|\Z).*""", re.DOTALL)
_BLANK: Final = re.compile(r"[\s\x00-\x1f\x7f]+")


def redacted(text: str) -> str:
    """A text of any length as it is, only without what has the form of a token, a bearer or an id."""
    return _SECRETS.sub(HIDDEN, text)


def scrub(text: str) -> str:
    """The words of `text` fit for people, in one line of at most 300 characters; may be empty."""
    if _MARKUP.search(text):
        return ""
    words = _JSON.sub("", text)
    words = _QUERY.sub(r"\1", words)
    words = _SECRETS.sub(HIDDEN, words)
    words = _BLANK.sub(" ", words).strip(" :")
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
