"""The whole vocabulary: every row there is, in the order in which equals are preferred."""

from typing import Final

from nemovideo_mcp.studio.agent.row import Row
from nemovideo_mcp.studio.agent.rows_card import CARDS
from nemovideo_mcp.studio.agent.rows_clips import CLIPS
from nemovideo_mcp.studio.agent.rows_colour import COLOUR
from nemovideo_mcp.studio.agent.rows_cutting import CUTTING
from nemovideo_mcp.studio.agent.rows_framing import FRAMING_ROWS
from nemovideo_mcp.studio.agent.rows_keying import KEYING
from nemovideo_mcp.studio.agent.rows_lut import LUTS
from nemovideo_mcp.studio.agent.rows_making import MAKING
from nemovideo_mcp.studio.agent.rows_mixing import MIXING
from nemovideo_mcp.studio.agent.rows_overlay import OVERLAYS
from nemovideo_mcp.studio.agent.rows_picture import PICTURE
from nemovideo_mcp.studio.agent.rows_repeating import REPEATING
from nemovideo_mcp.studio.agent.rows_replacing import REPLACING
from nemovideo_mcp.studio.agent.rows_same import SAME
from nemovideo_mcp.studio.agent.rows_silence import SILENCES
from nemovideo_mcp.studio.agent.rows_sound import SOUND
from nemovideo_mcp.studio.agent.rows_speech import SPEECH
from nemovideo_mcp.studio.agent.rows_steadying import STEADYING
from nemovideo_mcp.studio.agent.rows_text import TEXTS
from nemovideo_mcp.studio.agent.rows_time import TIME
from nemovideo_mcp.studio.agent.rows_transition import TRANSITIONS
from nemovideo_mcp.studio.agent.rows_turning import TURNING
from nemovideo_mcp.studio.agent.rows_voice import VOICE

ROWS: Final[tuple[Row, ...]] = (
    *CUTTING,
    *TIME,
    *PICTURE,
    *COLOUR,
    *TURNING,
    *FRAMING_ROWS,
    *TRANSITIONS,
    *OVERLAYS,
    *KEYING,
    *STEADYING,
    *LUTS,
    *REPEATING,
    *SOUND,
    *MIXING,
    *SILENCES,
    *REPLACING,
    *SPEECH,
    *TEXTS,
    *MAKING,
    *CARDS,
    *VOICE,
    *CLIPS,
    *SAME,
)


def vocabulary() -> tuple[Row, ...]:
    """The rows that people are told about: one for each name that has examples."""
    return tuple(row for row in ROWS if row.examples["en"])
