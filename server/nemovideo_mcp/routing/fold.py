"""The form in which words are compared: full width made plain, case and vowel marks taken off, Chinese simplified."""

import re
import unicodedata

# Latin accents, Arabic vowel signs and the stretch mark. Japanese voicing marks stay: they change the word.
_MARKS = "[\u0300-\u036f\u064b-\u065f\u0670\u0640]+"
_LETTERS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ة": "ه", "ß": "ss", "œ": "oe", "ı": "i"})

# The Chinese letters of command words, traditional and simplified by turns; both are read as the latter.
_CHINESE = (
    "導导匯汇輸输視视頻频檔档專专麼么時时間间軌轨個个張张請请幫帮後后傳传載载顯显狀状態态進进額额點点數数積积餘余還还給给發发過过來来錄录畫画圖图樣样這这裡里裏里說说"
    "話话調调轉转輯辑刪删靜静聲声當当為为與与並并從从對对會会現现開开關关結结應应該该寫写讀读聽听嗎吗沒没兩两幾几條条無无儲储帳帐歷历紀纪錯错誤误處处費费錢钱買买賣卖"
    "價价稱称續续線线總总單单雙双東东體体將将讓让換换擇择"
)
_LETTERS |= {ord(one): other for one, other in zip(_CHINESE[::2], _CHINESE[1::2], strict=True)}


def fold(text: str) -> str:
    """Return ``text`` as it is compared: equal for ``Été``/``ete``, ``ＥＸ``/``ex``, ``صدّر``/``صدر``."""
    if text.isascii():
        return text.lower()
    plain = re.sub(_MARKS, "", unicodedata.normalize("NFKD", text.translate(_LETTERS)))
    return unicodedata.normalize("NFC", plain).casefold()
