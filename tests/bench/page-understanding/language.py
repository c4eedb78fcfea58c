"""Prints the languages that lingua and whatlang tell of the texts in a JSON file, as lists of primary subtags."""

import json
import sys

from lingua import LanguageDetectorBuilder
from whatlang import detect

# whatlang names languages by ISO 639-3; both know two forms of Norwegian.
SHORT = {
    "eng": "en", "deu": "de", "spa": "es", "jpn": "ja", "fra": "fr", "cmn": "zh", "pol": "pl", "por": "pt", "nob": "no", "rus": "ru",
    "ara": "ar", "ita": "it", "ces": "cs", "swe": "sv", "kor": "ko", "zul": "zu", "dan": "da", "hin": "hi", "lit": "lt", "lav": "lv",
    "nld": "nl", "fin": "fi",
}


def lingua(text, detector):
    found = detector.detect_language_of(text)
    tag = found.iso_code_639_1.name.lower() if found else None
    return "no" if tag in ("nb", "nn") else tag


def whatlang(text):
    found = detect(text) if text.strip() else None
    code = getattr(found, "lang", None)
    code = getattr(code, "code", code)
    return SHORT.get(str(code).lower(), str(code))


texts = json.load(open(sys.argv[1], encoding="utf-8"))
detector = LanguageDetectorBuilder.from_all_languages().build()
print(json.dumps({"lingua": [lingua(text, detector) for text in texts], "whatlang": [whatlang(text) for text in texts]}))
