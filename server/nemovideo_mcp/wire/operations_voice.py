"""Operations on the voiceover."""

from decimal import Decimal
from typing import Annotated, Literal, TypeAlias

from pydantic import Field, StringConstraints

from nemovideo_mcp.wire.operation import Ms, Operation

Script: TypeAlias = Annotated[str, StringConstraints(min_length=1, max_length=15_000)]
Name: TypeAlias = Annotated[str, StringConstraints(pattern=r"^[A-Za-z]{1,20}$")]
Tongue: TypeAlias = Literal["en", "zh", "fr", "es", "de", "it", "pt", "ja", "ko", "ru", "hi", "ar"]
Pace: TypeAlias = Annotated[Decimal, Field(ge=Decimal("0.5"), le=2, decimal_places=2)]


class AddVoiceover(Operation):
    """Speak a script over the film: plain paragraphs, SRT or VTT; `voice` by name, or male or female."""

    op: Literal["add_voiceover"] = "add_voiceover"
    script: Script
    voice: Name | None = None
    speed: Pace = Decimal(1)
    language: Tongue | None = None
    at_ms: Ms | None = None


class RemoveVoiceover(Operation):
    """Take the voiceover away."""

    op: Literal["remove_voiceover"] = "remove_voiceover"
