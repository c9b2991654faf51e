"""Turns a film, a sound or a picture of a kind that is not taken into one that is; bounded in time and size."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from nemovideo_mcp.studio.media import process
from nemovideo_mcp.studio.media.errors import BadMedia

# The readers that may open each kind: none of these follows a reference to another file.
_READERS: Final = {
    **dict.fromkeys(("wmv", "asf", "wma"), "asf"),
    **dict.fromkeys(("flv", "f4v"), "flv,mov"),
    **dict.fromkeys(("mpg", "mpeg", "m2v", "vob", "ts", "mts", "m2ts"), "mpeg,mpegvideo,mpegts"),
    **dict.fromkeys(("3gp", "3g2", "m4v"), "mov"),
    **dict.fromkeys(("ogv", "ogg", "oga", "opus"), "ogg"),
    **dict.fromkeys(("aif", "aiff"), "aiff"),
    **dict.fromkeys(("tif", "tiff"), "tiff_pipe"),
    **dict.fromkeys(("mka",), "matroska"),
    **{kind: kind for kind in ("flac", "amr", "caf", "ac3", "mxf", "dv")},
    "bmp": "bmp_pipe",
}
_WRITERS: Final = {
    "mp4": (
        *("-map", "0:v:0", "-map", "0:a:0?", "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2,format=yuv420p"),
        *("-c:v", "libx264", "-preset", "veryfast", "-crf", "18", "-c:a", "aac", "-b:a", "192k"),
        *("-movflags", "+faststart", "-f", "mp4"),
    ),
    "wav": ("-map", "0:a:0", "-c:a", "pcm_s16le", "-f", "wav"),
    "jpg": ("-map", "0:v:0", "-frames:v", "1", "-q:v", "2", "-update", "1", "-f", "image2"),
}
_MAX_BYTES: Final = 500_000_000
_TIMEOUT_S: Final = 90.0


def convert(path: Path, target: Path, cancelled: Callable[[], bool]) -> None:
    """Write `target`, whose suffix (mp4, wav or jpg) says as what; raises BadMedia when that cannot be done.

    Whatever goes wrong, `target` is then not there.
    """
    import imageio_ffmpeg

    readers = _READERS.get(path.suffix.lower().lstrip("."))
    if readers is None:
        raise BadMedia(
            "unsupported", "This kind of file cannot be converted here.", "Convert it with another program."
        )
    command = [
        *(imageio_ffmpeg.get_ffmpeg_exe(), "-nostdin", "-hide_banner", "-v", "error", "-xerror", "-y"),
        *("-protocol_whitelist", "file", "-format_whitelist", readers, "-max_pixels", "100000000"),
        *("-i", f"file:{path}", *_WRITERS[target.suffix.lstrip(".")], f"file:{target}"),
    ]
    limits = process.Limits(timeout_s=_TIMEOUT_S, max_file_bytes=_MAX_BYTES)
    try:
        ended = process.run(command, cancelled=cancelled, limits=limits)
        done = ended.code == 0 and target.exists() and target.stat().st_size > 0
    except process.TimedOut:
        done = False
    if not done:
        target.unlink(missing_ok=True)
        raise BadMedia("broken", "The file could not be converted here.", "Convert it with another program.")
