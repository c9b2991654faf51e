"""The standard timeline as moviepy makes it: `moviepy_timeline.py CLIP CLIP CLIP LOGO MUSIC TARGET`."""

import sys
from pathlib import Path

from moviepy import (
    AudioFileClip,
    CompositeAudioClip,
    CompositeVideoClip,
    ImageClip,
    TextClip,
    VideoFileClip,
    afx,
    vfx,
)

*films, logo, music, target = sys.argv[1:]
clips = [VideoFileClip(film).subclipped(0, 10) for film in films]
placed = [clips[0]]
for number, clip in enumerate(clips[1:], start=1):
    placed.append(clip.with_start(9 * number).with_effects([vfx.CrossFadeIn(1), afx.AudioFadeIn(1)]))
title = TextClip(text="A holiday by the sea", font_size=86, color="white", duration=4).with_position("center")
mark = ImageClip(logo).with_duration(28).with_position(("right", "top"))
film = CompositeVideoClip([*placed, title, mark], size=(1920, 1080))
quiet = AudioFileClip(music).subclipped(0, 28).with_effects([afx.MultiplyVolume(0.2)])
film = film.with_audio(CompositeAudioClip([film.audio, quiet])).with_effects([vfx.FadeOut(1)])
film.write_videofile(
    target,
    fps=30,
    codec="libx264",
    preset="veryfast",
    ffmpeg_params=["-crf", "18"],
    audio_codec="aac",
    temp_audiofile_path=str(Path(target).parent),
    logger=None,
)
