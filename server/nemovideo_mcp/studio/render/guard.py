"""What ffmpeg is allowed before every file it opens: files of known formats, of a size that can be held."""

from typing import Final

READABLE: Final = "mov,matroska,avi,gif,mp3,wav,aac,image2,png_pipe,jpeg_pipe,webp_pipe,webp_anim,apng"
GUARD: Final = ("-protocol_whitelist", "file", "-format_whitelist", READABLE, "-max_pixels", "134217728")
