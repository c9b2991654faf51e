"""Which language a text is written in: by script first, then by its frequent words."""

import re
from functools import lru_cache

_SCRIPTS = (
    ("ja", "\u3041-\u30ff\uff66-\uff9f"),
    ("ko", "\u1100-\u11ff\uac00-\ud7af\u3130-\u318f"),
    ("zh-CN", "\u3400-\u4dbf\u4e00-\u9fff"),
    ("ar", "\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff"),
    ("ru", "\u0400-\u04ff"),
    ("el", "\u0370-\u03ff"),
    ("he", "\u0590-\u05ff"),
    ("hi", "\u0900-\u097f"),
    ("th", "\u0e00-\u0e7f"),
)
_TRADITIONAL = "[導匯載傳積餘狀態視頻檔發給請幫這個來時間軸軌顯開關將當動畫臺灣繁體嗎]"

# Words that are frequent in one of the languages, and the few endings and openings that only one has.
_FREQUENT = {
    "en": "the a an and or of to in is are it this that my your me you i with for on at from please what how can could do "
    "does make add cut trim remove put show give send first last seconds then have has want need into all here not which when where our there its out good great new more while using without",
    "de": "der die das den dem des ein eine einen und oder ist sind mit von zu zum zur auf für nicht ich du wir mir mein "
    "meine meinen bitte wie was kann kannst mach mache füge schneide zeig zeige schick noch habe hinzu sekunden ersten "
    "letzten dann jetzt im am es auch fertig lade hoch herunter datei hier guthaben spuren wo aus über spur untertitel "
    "stelle setze entferne exportiere hochladen herunterladen exportieren speichern rendern speichere als welche",
    "fr": "le la les un une des du de et ou est sont avec pour sur dans je tu nous mon ma mes moi il que qui quel quelle ce "
    "cette ne pas s'il plaît ajoute coupe mets enlève montre envoie au aux en fin début secondes premières puis où combien "
    "peux voici fichier télécharger télécharge exporter exporte solde pistes à crédits voudrais veux musique",
    "es": "el la los las un una unos de del y o es está son con para por en mi mis me que qué cuál cómo no añade agrega corta "
    "pon quita muestra envía segundos primeros luego hay tengo quiero puedes archivo subir sube guardar saldo "
    "descargar descarga exportar exporta dame al este créditos cuántos muéstrame línea música pistas lo ya",
    "pt": "o a os as um uma de do da dos das no na nos nas e ou é está são com para por em meu minha meus me que qual como não "
    "adicione corte coloque tire mostre envie segundos primeiros depois tem tenho quero pode você vídeo arquivo baixar "
    "salvar saldo exportar exporte legendas ao este esse créditos quantos faixas linha música já ficheiro baixe",
    "nl": "de het een en of is zijn met van voor op aan in te ik je mij mijn me wat hoe kun kan niet voeg maak knip zet toon laat "
    "stuur seconden eerste laatste dan nog heb graag deze dit naar toe weg bestand zien sporen er uit bij ook opslaan "
    "exporteer exporteren hoeveel geef ondertitels hier filmpje wil uploaden downloaden tijdlijn render klaar",
}
_SIGNS = {
    "de": "[äöß]|ü(?!b?e)|ung(?:en)?\\b",
    "fr": "[çœèêàùî]|\\b[ldjmnscqu]{1,2}['’]|-(?:moi|tu|vous|il)\\b|«",
    "es": "[ñ¿¡]|ción\\b|mente\\b",
    "pt": "[ãõ]|ção\\b|ções\\b|lh[aeo]|á-l",
    "nl": "ij[a-z]|\\baa|aa[a-z]|uu[a-z]",
    "en": "\\b(?:ing|n['’]t)\\b|[a-z]['’](?:s|m|ll|d|re|ve)\\b",
}
_SAMPLE = 2000  # characters; more do not change the answer
_WORD = r"[^\W\d_]+"


def detect(text: str) -> str:
    """Return the language code of ``text``: ``zh-CN``, ``ja``, ``de`` …; ``en`` when nothing speaks for another."""
    return ranking(text)[0]


def ranking(text: str) -> list[str]:
    """Return the languages that something in ``text`` speaks for, likeliest first; ``["en"]`` when nothing does."""
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_words(sample) or ["en"]


def _by_script(sample: str) -> list[str]:
    if sample.isascii():
        return []
    counts = {code: len(letters.findall(sample)) for code, letters in _script_letters().items()}
    if counts["ja"]:
        counts["ja"] += counts["zh-CN"]  # kana decide: Japanese is written with both
    best = max(counts, key=lambda code: counts[code])
    latin = sum(1 for word in re.findall(_WORD, sample) if word[0] < "\u0250")
    if not counts[best] or counts[best] < latin:
        return []
    if best == "zh-CN" and len(re.findall(_TRADITIONAL, sample)) >= max(1, counts[best] // 5):
        return ["zh-TW"]
    return [best]


def _by_words(sample: str) -> list[str]:
    lower = sample.casefold()
    words = re.findall(_WORD, lower)
    scores = dict.fromkeys(_FREQUENT, 0.0)
    for code, frequent in _frequent_words().items():
        scores[code] = (
            sum(1 for word in words if word in frequent) + min(2, len(re.findall(_SIGNS[code], lower))) * 0.9
        )
    return sorted((code for code in scores if scores[code]), key=lambda code: -scores[code])


@lru_cache(maxsize=1)
def _script_letters() -> dict[str, re.Pattern[str]]:
    return {code: re.compile(f"[{letters}]") for code, letters in _SCRIPTS}


@lru_cache(maxsize=1)
def _frequent_words() -> dict[str, frozenset[str]]:
    return {code: frozenset(words.split()) for code, words in _FREQUENT.items()}
