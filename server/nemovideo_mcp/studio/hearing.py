"""What the studio has heard of its media: each is listened to once, when an edit first asks, and remembered."""

import logging
import threading

from nemovideo_mcp.studio.agent.row import LackError
from nemovideo_mcp.studio.media.errors import BadMedia
from nemovideo_mcp.studio.speech.errors import ModelError, StoppedError
from nemovideo_mcp.studio.store.errors import NoMedia
from nemovideo_mcp.studio.store.store import Store
from nemovideo_mcp.studio.timeline.activity import Activity
from nemovideo_mcp.studio.timeline.model import Lut
from nemovideo_mcp.studio.timeline.transcript import Transcript
from nemovideo_mcp.studio.transcripts import Transcripts
from nemovideo_mcp.studio.voicing import Voicing

log = logging.getLogger(__name__)


class Hearing:
    """The agent's senses over the media of one session; `listened` seconds of a recording are behind it."""

    def __init__(self, store: Store, transcripts: Transcripts, session_id: str) -> None:
        """Listens to nothing yet."""
        self._store, self._transcripts, self._session_id = store, transcripts, session_id
        self._folder = store.media.folder.parent / "activity"
        self._left = threading.Event()
        self.voices = Voicing(store.media.folder.parent, self._left)
        self.listened: float | None = None

    def leave(self) -> None:
        """Nobody waits for what is being heard: a transcript under way is given up (StoppedError)."""
        self._left.set()

    def steadies(self) -> bool:
        """Whether the ffmpeg there is has a stabiliser; asked once."""
        from nemovideo_mcp.studio.render.steady import can_steady

        return can_steady()

    def luts(self) -> tuple[Lut, ...]:
        """The colour tables this session was given, the last one last."""
        return self._store.luts.of_session(self._session_id)

    def activity(self, media_id: str, /) -> Activity | None:
        """How loud a medium's sound is; None when its file cannot be listened to. OSError."""
        from nemovideo_mcp.studio.media.activity import activity  # numpy is only loaded when it is needed

        kept = self._folder / f"{media_id}.levels"
        if kept.exists():
            return Activity(kept.read_bytes())
        try:
            heard = activity(self._store.media.get(self._session_id, media_id).path)
        except (BadMedia, NoMedia) as deaf:
            log.warning("a file cannot be listened to: %s", deaf)
            return None
        self._folder.mkdir(mode=0o700, exist_ok=True)
        part = kept.with_suffix(".part")
        part.write_bytes(heard.levels)
        part.replace(kept)
        return heard

    def transcript(self, media_id: str, language: str = "", /) -> Transcript | None:
        """What is said in a medium; None when its file cannot be listened to. LackError, StoppedError, OSError."""
        known = self._transcripts.kept(media_id, language)
        if known is not None:
            return known
        try:
            path = self.voices.kept(media_id) or self._store.media.get(self._session_id, media_id).path
            return self._transcripts.of(media_id, path, language, self._heard)
        except (BadMedia, NoMedia) as deaf:
            log.warning("a file cannot be listened to: %s", deaf)
            return None
        except ModelError as missing:
            raise LackError("no_model", reason=str(missing)) from missing
        finally:
            self.listened = None

    def _heard(self, seconds: float) -> None:
        if self._left.is_set():
            raise StoppedError
        self.listened = seconds
