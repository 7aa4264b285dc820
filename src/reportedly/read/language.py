"""Which language a text is written in."""

from __future__ import annotations

import re

_LETTERS = re.compile(r"[^\W\d_]+")
_SAMPLE_CHARACTERS = 3000  # more changes no answer and costs time
_MIN_LETTERS = 25  # below it the identifier guesses: 'OK' is any language


def find_language(text: str, declared: str | None = None) -> str | None:
    """Name the language of `text`, ISO 639-1; None where there are too few words to tell.

    Args:
        text: the body.
        declared: the language that the input names, taken where the text is too short to tell.
    """
    words = _LETTERS.findall(text[:_SAMPLE_CHARACTERS])
    if sum(map(len, words)) < _MIN_LETTERS or (len(words) < 3 and words[0].isascii()):
        return declared.lower()[:2] if declared and re.match(r"[A-Za-z]{2}(?:[-_]|$)", declared) else None
    from py3langid import classify

    return str(classify(" ".join(words))[0])
