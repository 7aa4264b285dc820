"""Verbs of being somewhere, coming and leaving, in all of their forms."""

from __future__ import annotations

import re
from functools import cache

from reportedly.data import read_table

_STATES = {"stay": "present", "settle": "arrived", "come": "arrived", "go": "left", "move": "move"}
# What a verb of motion tells with a small word after it.
_PARTICLES = {
    "in": "arrived",
    "into": "arrived",
    "ashore": "arrived",
    "out": "left",
    "out of": "left",
    "away": "left",
    "home": "left",
}
# Words in -ing that are nouns in most texts: 'a shipping agent', 'landing craft'.
_NOUNS = frozenset(
    "shipping landing housing trucking parking hosting lodging crossing staffing posting storing mooring"
    " sailing".split()
)
_VOWEL_CONSONANT = re.compile(r"[^aeiou][aeiou][bdgklmnprt]\Z")
# 'was berthed', 'lay moored', 'still tied up', 'found parked'.
_IS_SO = re.compile(
    r"\b(?:is|are|was|were|been|being|be|lay|lies?|lying|stands?|stood|sat|sits?|remain\w*|stay\w*|kept|found|seen"
    r"|spotted|shown|photographed|filmed|still|left)\s+(?:(?:still|again|now|already|also|only|all|both|safely|\w+ly)\s+)*\Z",
    re.IGNORECASE,
)
# 'showed two ships - a tanker and a tug - anchored', 'with a ferry docked': no other clause lies between.
_SEEN_SO = re.compile(
    r"\b(?:show(?:s|ed|ing)?|see(?:s|ing)?|saw|count(?:s|ed|ing)?|captur(?:es|ed|ing)|with)\s"
    r"(?:(?!\b(?:that|which|who|when|where|while|after|before|as|until|but|ha[sd]|have|was|were|is|are)\b|[;:.]\s).)*\Z",
    re.IGNORECASE,
)


@cache
def verb_forms() -> dict[str, str]:
    """Give what each form of a verb of the table says of a thing: present, arrived, left or move."""
    found: dict[str, str] = {}
    for row in read_table("assess_site_verbs.tsv"):
        for form in _forms(row):
            if form in _NOUNS:
                continue
            found.setdefault(form, _STATES[row["sort"]])
            if row["sort"] == "move":
                for particle, state in _PARTICLES.items():
                    found.setdefault(f"{form} {particle}", state)
    return found


@cache
def _settled() -> frozenset[str]:
    return frozenset(
        form for row in read_table("assess_site_verbs.tsv") if row["sort"] == "settle" for form in _forms(row)
    )


def is_so(words: str, before: str) -> bool:
    """Tell whether words that tell how a thing came to be somewhere say that it is there: 'was berthed'.

    >>> is_so("berthed", "The ferry was still "), is_so("berthed", "He saw a ferry "), is_so("berthed", "The ferry ")
    (True, True, False)
    """
    return words in _settled() and bool(_IS_SO.search(before) or _SEEN_SO.search(before))


def _forms(row: dict[str, str]) -> list[str]:
    """List the forms of a verb; a bare form that is mostly a noun is left out."""
    verb, _, particle = row["verb"].partition(" ")
    tail = f" {particle}" if particle else ""
    bare = [] if row["noun"] else [verb, _third(verb)]
    irregular = row["forms"].split("|") if row["forms"] else []
    if any(not form.endswith("ing") and not form.split()[0].endswith("ing") for form in irregular):
        past: list[str] = []
    else:
        past = [_past(verb)]
    lasting = [] if any(form.split()[0].endswith("ing") for form in irregular) else [_lasting(verb)]
    return [*(f"{form}{tail}" for form in (*bare, *past, *lasting)), *irregular]


def _third(verb: str) -> str:
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "ch", "sh", "o")) else f"{verb}s"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ied"
    return f"{_doubled(verb)}ed"


def _lasting(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{_doubled(verb)}ing"


def _doubled(verb: str) -> str:
    """Double the last letter of a short verb: 'set', 'put', 'drop'."""
    return f"{verb}{verb[-1]}" if len(verb) <= 4 and _VOWEL_CONSONANT.search(verb) else verb
