"""The two manners of the wire: answers are read tolerantly, requests are written strictly."""

from typing import Any

from pydantic import BaseModel, ConfigDict


class Answer(BaseModel):
    """What a backend says: unknown fields are ignored, so that a newer backend still reads."""

    model_config = ConfigDict(defer_build=True, extra="ignore", populate_by_name=True, frozen=True)


class Kept(BaseModel):
    """A piece of a draft: unknown fields survive a round trip untouched."""

    model_config = ConfigDict(defer_build=True, extra="allow", populate_by_name=True)


class Request(BaseModel):
    """What we say: a field that is not in the contract is a defect."""

    model_config = ConfigDict(defer_build=True, extra="forbid", populate_by_name=True, frozen=True)

    def body(self) -> dict[str, Any]:
        """The JSON body, in the wire's own key names, without absent options."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)
