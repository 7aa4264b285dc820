"""Which language a text is written in."""

from __future__ import annotations

import re

_LETTERS = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARACTERS = (
    600  # 3000 changed no answer on 716 reports and pages in nine languages, and costs five times as much
)
_MIN_LETTERS = 25  # below it the identifier guesses: 'OK' is any language
# Words that English alone is full of: a text that plainly is English needs no model to be loaded.
_ENGLISH = frozenset("and been by from had has his its of said that the their to were which who with would".split())
_ENGLISH_SHARE, _ENGLISH_WORDS = 0.14, 40  # other languages' reports reach 0.05


def find_language(text: str, declared: str | None = None) -> str | None:
    """Name the language of `text`, ISO 639-1; None where there are too few words to tell.

    Args:
        text: the body.
        declared: the language that the input names, taken where the text is too short to tell.
    """
    words = _LETTERS.findall(text[:_SAMPLE_CHARACTERS])
    if sum(map(len, words)) < _MIN_LETTERS or (len(words) < 3 and words[0].isascii()):
        return declared.lower()[:2] if declared and re.match(r"[A-Za-z]{2}(?:[-_]|$)", declared) else None
    if _is_english(words):
        return "en"
    from py3langid import classify

    return str(classify(" ".join(words))[0])


def _is_english(words: list[str]) -> bool:
    """Tell whether a text is plainly English, by how many of its words only English is full of."""
    known = sum(word.lower() in _ENGLISH for word in words)
    return len(words) >= _ENGLISH_WORDS and known >= _ENGLISH_SHARE * len(words)
