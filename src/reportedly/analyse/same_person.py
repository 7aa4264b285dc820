"""Tell which names in a report are one person's: shorter forms, spellings, and namesakes that stay apart."""

from __future__ import annotations

import re
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from reportedly.analyse.given_name import she_by_name
from reportedly.analyse.transliteration import skeleton, spelling_key

_PARTICLES = frozenset("al el ul bin ibn ben van von de del der den da di la le dos abd".split())
_SPELT = re.compile(r"(?:sk(?:y|yy|iy|ii|i|aya)|ov|ova|ev|eva|yev|off|vych|vich|enko|chuk|yan|adze|shvili|ullah)$")
_ARABIC = re.compile(
    r"\b(?:al|el|bin|ibn|abu|abd\w*|[mM][ou]h?am+[ae]d|ah?m[ae]d|hus+[ae]in|has+an|ali|omar|yus+[ue]f|ibrahim|khal[ie]d|saif|sayf)\b"
)
_ALIKE = 0.7  # of the letters; 'Golani' and 'Jolani' share .83, 'Mohammed' and 'Muhammad' .75
_SOUNDS = str.maketrans({"j": "g"})  # the Arabic letter jim


@lru_cache(maxsize=4096)
def name_words(name: str) -> tuple[str, ...]:
    """Give the words of a person's name without particles: 'al-Haddad' and 'Haddad' are one surname.

    >>> name_words("Bashar al-Assad")
    ('bashar', 'assad')
    """
    words = spelling_key(name).split()
    return tuple(word for word in words if word not in _PARTICLES) or tuple(words)


def is_short_for(short: str, long: str) -> bool:
    """Tell whether a name can stand for a longer or an equal one of the same person.

    >>> is_short_for("Assad", "Bashar al-Assad"), is_short_for("Hafez al-Assad", "Bashar al-Assad")
    (True, False)
    """
    one, other = name_words(short), name_words(long)
    if not one or not other or len(one) > len(other):
        return False
    foreign = _is_romanised(short) or _is_romanised(long)
    if len(one) == 1:
        return len(other) > 1 and _same_word(one[0], other[-1], spelt=foreign)
    first = _same_word(one[0], other[0], spelt=True) or (len(one[0]) == 1 and other[0].startswith(one[0]))
    inside = first or one[0] in other[:-1]  # 'Tayyip Erdogan' is Recep Tayyip Erdogan
    initial = len(other[0]) == 1 and one[0].startswith(other[0])
    return (inside or initial) and _same_word(one[-1], other[-1], spelt=foreign or first)


def _is_romanised(name: str) -> bool:
    """Tell whether a name comes from another alphabet, so that its vowels vary."""
    key = spelling_key(name)
    return bool(_SPELT.search(key) or _ARABIC.search(key))


@lru_cache(maxsize=16_384)
def _same_word(one: str, other: str, *, spelt: bool) -> bool:
    """Tell whether two words are the same, or, if `spelt`, two spellings of one name."""
    if one == other:
        return True
    if not spelt or Levenshtein.normalized_similarity(one, other) < _ALIKE:
        return False
    bones = [skeleton(word) for word in (one, other)]
    return None not in bones and len({bone.translate(_SOUNDS) for bone in bones if bone}) == 1


def surname_of(name: str) -> str:
    """Give the last word of a name as it is written, without its article.

    >>> surname_of("Bashar al-Assad")
    'Assad'
    """
    return re.sub(r"^(?:al|el)-(?=\w)", "", name.split()[-1])


def surname_key(name: str) -> str:
    """Give a key that all spellings of one surname share, and a first name that stands alone.

    >>> surname_key("Golani") == surname_key("Abu Mohammed al-Jolani")
    True
    """
    last = name_words(name)[-1] if name_words(name) else ""
    return (skeleton(last) or last).translate(_SOUNDS)


def fits_title(name: str, title: str) -> bool:
    """Tell whether a 'Mr' or a 'Mrs' before a surname can be this person's.

    >>> fits_title("Anna Berg", "Mr."), fits_title("Anna Berg", "Mrs")
    (False, True)
    """
    she = {"mr": False, "sir": False, "lord": False, "king": False, "prince": False}.get(title.rstrip(".").lower())
    if she is None and title.rstrip(".").lower() in ("mrs", "ms", "miss", "lady", "dame", "queen", "princess"):
        she = True
    return she is None or she_by_name(name) in (None, she)
