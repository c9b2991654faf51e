"""The form in which words are compared: full width made plain, case and vowel marks taken off."""

import re
import unicodedata

# Latin accents, Arabic vowel signs and the stretch mark. Japanese voicing marks stay: they change the word.
_MARKS = "[\u0300-\u036f\u064b-\u065f\u0670\u0640]+"
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ß": "ss", "œ": "oe", "ı": "i"})


def fold(text: str) -> str:
    """Return ``text`` as it is compared: equal for ``Été``/``ete``, ``ＥＸ``/``ex``, ``صدّر``/``صدر``."""
    if text.isascii():
        return text.lower()
    plain = re.sub(_MARKS, "", unicodedata.normalize("NFKD", text.translate(_LETTERS)))
    return unicodedata.normalize("NFC", plain).casefold()
