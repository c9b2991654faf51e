"""The two manners of the wire: answers are read tolerantly, requests are written strictly."""

import re
from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel, ConfigDict, model_validator

_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def snake(name: str) -> str:
    """`sessionId` as `session_id`."""
    return _HUMP.sub("_", name).lower()


class Answer(BaseModel):
    """What a backend says.

    Unknown fields are ignored, so that a newer backend still reads; a null is a field left out; camelCase is read where
    snake_case is published; a number stands for its digits.
    """

    model_config = ConfigDict(
        defer_build=True, extra="ignore", populate_by_name=True, frozen=True, coerce_numbers_to_str=True
    )

    @model_validator(mode="before")
    @classmethod
    def _tolerantly(cls, said: Any) -> Any:
        if not isinstance(said, Mapping):
            return said
        there = {key: value for key, value in said.items() if value is not None}
        humped = {snake(key): value for key, value in there.items() if isinstance(key, str)}
        return {key: value for key, value in humped.items() if key in cls.model_fields} | there


class Kept(BaseModel):
    """A piece of a draft: unknown fields survive a round trip untouched."""

    model_config = ConfigDict(defer_build=True, extra="allow", populate_by_name=True)


class Request(BaseModel):
    """What we say: a field that is not in the contract is a defect."""

    model_config = ConfigDict(defer_build=True, extra="forbid", populate_by_name=True, frozen=True)

    def body(self) -> dict[str, Any]:
        """The JSON body, in the wire's own key names, without absent options."""
        return self.model_dump(mode="json", by_alias=True, exclude_none=True)
