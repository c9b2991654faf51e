"""Speech: recogniser, voice and activity, one file per engine."""
