"""Spellings of one name: a key that ignores marks and case, and a skeleton that ignores transliteration.

Source: the ALA-LC, BGN/PCGN and press romanisations of Arabic and Cyrillic, which agree on consonants far
more often than on vowels: Hmeimim, Khmeimim, Humaymim.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reportedly.text.fold import fold

SHORTEST_SKELETON = 3  # consonants; Kiev and Kyoto would share a shorter one, so names of two keep their vowels
_SHORTEST_FLAT = 4  # letters of a name with two consonants

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})
_SILENT = re.compile(r"['.`ʹʺʻʼʽʾʿ]")
_BREAK = re.compile(r"[\W_]+")
_SHORT_FORMS = {"saint": "st", "mount": "mt", "fort": "ft", "sainte": "ste"}
_ARTICLES = "al|el|ul|as|es|ash|esh|at|et|ar|er|an|en|ad|ed|az|ez"
ARTICLE = re.compile(rf"^(?:{_ARTICLES}) (?=\w{{3}})")
_ARTICLE_ANYWHERE = re.compile(rf"(?:^|(?<= ))(?:{_ARTICLES}) (?=\w{{3}})")  # 'Jisr ash-Shughur'
# Each pair is one sound in the press; `c` before `k` so that 'ck' is one letter.
_SOUNDS = (
    ("shch", "s"), ("tsch", "s"), ("sch", "s"), ("zh", "z"), ("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "s"),
    ("th", "t"), ("dh", "d"), ("ph", "f"), ("ts", "s"), ("tz", "s"), ("dj", "j"), ("ck", "k"), ("q", "k"),
    ("c", "k"), ("x", "ks"), ("v", "w"), ("oo", "u"),
)  # fmt: skip
_VOWELS = re.compile(r"[aeiouy]+")
_HOLLOW = re.compile(r"(?<=[aeiouy])[hw](?![aeiouy])|(?<=[aeiou])w(?=[aeiou])")
_TWICE = re.compile(r"(.)\1+")
_GLIDE = re.compile(r"\b(?:y(?=e)|u(?=gl))|(?<=[^aeiouy ])u(?=w[aeiouy])")  # 'Yerevan', 'Suwayda'
# The vowels that romanisations write in many ways, each group as one letter.
_FLAT_VOWELS = (
    (re.compile(r"a[wu]|o[wu]?|u+"), "u"), (re.compile(r"[ae][yi]|[eiy]+"), "i"), (re.compile(r"a+"), "a"),
    (re.compile(r"(?<=[aiu])h\b"), ""),
)  # fmt: skip


@lru_cache(maxsize=65_536)
def spelling_key(name: str) -> str:
    """Give the form under which every plain spelling of `name` is the same; empty without letters.

    >>> spelling_key("Al-Lādhiqīyah"), spelling_key("U.S."), spelling_key("Saint-Étienne")
    ('al ladhiqiyah', 'us', 'st etienne')
    """
    if name.isascii():
        plain = name.lower()
    else:
        marked = unicodedata.normalize("NFKD", fold(name).lower().translate(_LETTERS))
        plain = "".join(letter for letter in marked if not unicodedata.combining(letter))
    words = _BREAK.sub(" ", _SILENT.sub("", plain)).split()
    return " ".join(_SHORT_FORMS.get(word, word) for word in words)


def _sounds(name: str) -> str:
    """Give a name's key by its sounds, without articles; empty where it is not all in Latin letters."""
    key = _GLIDE.sub("", _ARTICLE_ANYWHERE.sub("", spelling_key(name)))
    if not key.replace(" ", "").isascii():
        return ""
    for letters, sound in _SOUNDS:
        key = key.replace(letters, sound)
    return key.replace("nb", "mb")


@lru_cache(maxsize=65_536)
def flat(name: str) -> str:
    """Give the form in which the romanisations of `name` are most alike, its vowels kept; empty without Latin letters.

    >>> flat("Dayr az-Zawr"), flat("Deir ez-Zor")
    ('dirzur', 'dirzur')
    """
    form = _sounds(name)
    for vowels, letter in _FLAT_VOWELS:
        form = vowels.sub(letter, form)
    return _TWICE.sub(r"\1", form.replace(" ", ""))


def skeleton(name: str) -> str | None:
    """Give the consonants that the romanisations of `name` share, with its vowels where there are but two of them.

    None where the letters are too few to tell names apart.

    >>> skeleton("Hmeimim") == skeleton("Khmeimim") == skeleton("Humaymim")
    True
    >>> skeleton("Daraa") == skeleton("Dar'a") != skeleton("Duri")
    True
    >>> skeleton("Iowa") is None
    True
    """
    sounds = _sounds(name)
    first = "a" if sounds[:1] in set("aeiouy") else ""
    hollow = _TWICE.sub(r"\1", _HOLLOW.sub("", sounds))
    consonants = _VOWELS.sub("", hollow).replace(" ", "")
    if len(consonants) >= SHORTEST_SKELETON:
        return first + consonants
    form = flat(name)
    return form if len(consonants) == SHORTEST_SKELETON - 1 and len(form) >= _SHORTEST_FLAT else None


# 'Luhansk' is 'Lugansk' in Russian; 'kh', 'zh', 'sh', 'ch' and 'gh' are other sounds.
_EAST_SLAVIC = frozenset({"UA", "BY"})
_EAST_SLAVIC_H = re.compile(r"(?<![kzscgtpKZSCGTP])h|(?<=zh)h")


def skeletons(name: str, country: str) -> frozenset[str]:
    """Give every skeleton that a place of `country` may be looked for by.

    >>> skeleton("Lugansk") in skeletons("Luhansk", "UA")
    True
    """
    names = {name}
    if country in _EAST_SLAVIC:
        names.add(_EAST_SLAVIC_H.sub("g", name))
    return frozenset(bone for each in names if (bone := skeleton(each)))
