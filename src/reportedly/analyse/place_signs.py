"""The signs by which a name is told to be a place's, or not: what the tagger says, the gazetteer, the words around.

How much each sign weighs stands in `toponym_signs.tsv`, which `tools/toponyms/fit.py` writes.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Final

from reportedly.analyse.gazetteer import OURS, GazetteerEntry, look_up
from reportedly.analyse.given_name import is_given_name
from reportedly.analyse.name_extent import is_capital, trim
from reportedly.data import read_table, read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

PLACE_LABELS: Final = frozenset({"GPE", "LOC", "FAC"})
_AT: Final = frozenset({"in", "near", "outside", "around", "at", "inside", "across", "throughout", "within"})
_WAYS: Final = frozenset(
    "to from into toward towards through via off over past between onto behind along above".split()
)
PLACING: Final = _AT | _WAYS | {"the", "of"}
_LINKS: Final = frozenset("of for against with on and or by under beyond".split())
_BEFORE: Final = {
    "at": _AT,
    "way": _WAYS,
    "link": _LINKS,
    "part": frozenset({"nearby", "northern", "southern", "eastern", "western", "central"}),
}
_DASHES: Final = frozenset({"-", "--", "(", "/"})
_MOVING: Final = frozenset("to for from toward towards into via through past off by across over".split())
_WIDE: Final = frozenset(
    "region sea ocean strait mountains islands gulf river peninsula desert canal no_point front range".split()
)
_ACCURATE: Final = frozenset({"airport", "base", "facility", "crossing", "port"})
_SHUT: Final = frozenset({"block", "close", "reopen", "shell", "shut"})
_COMPASS: Final = frozenset("north south east west northeast northwest southeast southwest".split())
_FEW: Final = 3
_PEOPLED: Final = frozenset({"capital", "town", "town's other name"})
_SURNAME: Final = re.compile(r"(?:Mc|Mac|O['’]|De|Fitz)[A-Z]|.*(?:sson|enko|ovich|shvili|escu)$")
CUES: Final = frozenset(
    {
        *(
            "at",
            "way",
            "link",
            "side of",
            "article",
            "bare article",
            "part",
            "title",
            "held",
            "comma",
            "dateline",
            "moved",
        ),
        *(
            "ground",
            "object",
            "mind",
            "subject",
            "name before",
            "given name before",
            "name behind",
            "owner",
            "ground behind",
        ),
    }
)


# What the word alone shows, where the report uses it for nobody.
RARE: Final = frozenset({"rare and foreign", "ours and rare"})

# Their towns' names are English surnames and words.
SURNAME_COUNTRIES: Final = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})


@cache
def weights() -> dict[str, float]:
    """Give the weight of each sign, in units of log odds."""
    return {row["sign"]: float(row["weight"]) for row in read_table("toponym_signs.tsv")}


def weight_of(signs: dict[str, float]) -> float:
    """Give what signs speak for together."""
    table = weights()
    return sum(table.get(sign, 0.0) * value for sign, value in signs.items())


def name_around(doc: Doc, at: int) -> tuple[int, int]:
    """Give the tagger's name that token `at` is a part of, without articles and the like."""
    first = at
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    last = first + 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    return trim(doc, first, last)


def label_sign(doc: Doc, first: int, last: int) -> str:
    """Say what the tagger takes the name for, and whether the whole of its name is meant."""
    label = doc[first].ent_type_ or doc[last - 1].ent_type_
    if not label:
        return "label none"
    around = name_around(doc, first if doc[first].ent_type_ else last - 1)
    exact = around[0] >= first and around[1] <= last
    sort = {"GPE": "GPE", "LOC": "LOC", "FAC": "FAC", "PERSON": "PERSON", "NORP": "NORP", "ORG": "ORG"}.get(
        label, "other"
    )
    return f"label {sort}{'' if exact else ' part'}{' words' if exact and last - first > 1 else ''}"


def gazetteer_signs(entries: Sequence[GazetteerEntry], size: int) -> dict[str, float]:
    """Say what sort of place the name is a place's at all."""
    if not entries:
        return {"no entry": 1.0}
    found: dict[str, float] = {}
    for entry in entries:
        sign = _sort(entry, size)
        if sign in _PEOPLED:
            people = max(0.0, math.log10(entry.population + 1) - 3.0)
            found["people"] = max(found.get("people", 0.0), people if entry.main else 0.7 * people)
        found[sign] = 1.0
    if size > 1:
        found["words"] = 1.0
    if len({entry.country for entry in entries}) > _FEW:
        found["many"] = 1.0
    return found


def _sort(entry: GazetteerEntry, size: int) -> str:
    """Name the sort of place that an entry is, by its own name or by another."""
    own = entry.ref == "reportedly"
    if entry.kind == "seat":
        return "seat"
    if entry.kind in _WIDE:
        return "own wide" if own else "wide"
    if entry.kind in _ACCURATE and own:
        return "own site"
    if entry.capital:
        return "capital"
    sort = "country" if entry.kind == "continent" else entry.kind
    sort = "site" if entry.kind in _ACCURATE else sort if sort in ("country", "province") else "town"
    return sort if entry.main or (sort == "site" and size > 1) else f"{sort}'s other name"


def is_dateline(doc: Doc, first: int, last: int) -> bool:
    """Tell whether a name opens a dateline: 'GOMA (Wire) -', 'CADIZ, Spain, May 3 -', 'SOFIA: '."""
    opens = (
        doc[first].is_sent_start and doc[first].text.isupper() and len(doc[first].text) > _FEW - 1 and last < len(doc)
    )
    return bool(opens) and (
        doc[last].text in _DASHES or doc[last].text == ":" or holds(doc, last) or _is_dated(doc, last)
    )


def _is_dated(doc: Doc, comma: int) -> bool:
    """Tell whether a comma is followed by a day of a month: 'BAKU, Oct 4 -'."""
    if doc[comma].text != "," or comma + 2 >= len(doc):
        return False
    one, other = doc[comma + 1], doc[comma + 2]
    return (is_capital(one) and other.like_num) or (one.like_num and is_capital(other))


def holds(doc: Doc, comma: int) -> bool:
    """Tell whether a comma is followed by a country or a division."""
    if comma + 1 >= len(doc) or doc[comma].text != "," or not is_capital(doc[comma + 1]):
        return False
    entries = look_up(doc[comma + 1].text) or look_up(doc[comma + 1 : comma + 3].text)
    return any(entry.kind in ("country", "province") for entry in entries)


def is_titled(doc: Doc, first: int) -> bool:
    """Tell whether a title stands before a name: 'Mr. Lincoln'."""
    title = doc[first - 1] if first else None
    return title is not None and is_capital(title) and title.lower_.rstrip(".") in read_words("toponym_titles.txt")


def cue_signs(doc: Doc, first: int, last: int) -> dict[str, float]:
    """Say what the words around a name show."""
    signs = [*_before_signs(doc, first, last)] if first else []
    if last + 1 < len(doc) and doc[last].text == "," and is_capital(doc[last + 1]):
        signs.append("held" if holds(doc, last) else "comma")
    if is_dateline(doc, first, last):
        signs.append("dateline")
    signs += [*_verb_signs(doc[last - 1]), *_neighbour_signs(doc, first, last)]
    return dict.fromkeys(signs, 1.0)


def _before_signs(doc: Doc, first: int, last: int) -> Iterator[str]:
    """Name what the word before a name shows."""
    word = doc[first - 1].lower_.rstrip(".")
    sign = next((sign for sign, words in _BEFORE.items() if word in words), None)
    if sign is not None:
        yield sign
    if word == "of" and first > 1 and doc[first - 2].lower_ in _COMPASS:
        yield "side of"
    if word == "the":
        modifies = doc[last - 1].dep_ in ("compound", "amod", "nmod", "poss")
        yield "article" if modifies else "bare article"
    if is_titled(doc, first):
        yield "title"


def _verb_signs(token: Token) -> Iterator[str]:
    """Name what the verb shows that a name hangs on: 'shelled Homs', 'sailed from Odesa', 'Kovac said'."""
    verb = token.head.lemma_.lower()
    if token.dep_ == "dobj":
        yield "ground" if verb in read_words("toponym_ground_verbs.txt") else "object"
    elif token.dep_ == "nsubjpass" and verb in _SHUT:  # 'Torkham has been closed'
        yield "ground"
    elif token.dep_ in ("nsubj", "nsubjpass"):
        yield "mind" if verb in read_words("toponym_mind_verbs.txt") else "subject"
    elif token.dep_ == "pobj" and token.head.lower_ in _MOVING:
        moved = token.head.head
        if moved.dep_ == "dobj":  # the parser hangs 'for Basra' on what was left
            moved = moved.head
        if moved.lemma_.lower() in read_words("toponym_motion_verbs.txt"):
            yield "moved"


def _neighbour_signs(doc: Doc, first: int, last: int) -> Iterator[str]:
    """Name what the words on either side show: the name is a part of another's, or somebody owns."""
    before, after = doc[first - 1] if first else None, doc[last] if last < len(doc) else None
    if before and _is_name(before):
        yield "name before"
        if is_given_name(before.text):
            yield "given name before"
    if after and _is_name(after):
        yield "name behind"
    if after and after.text in ("'s", "’s"):
        yield "owner"
    if after and after.lower_ in read_words("toponym_ground_nouns.txt"):
        yield "ground behind"


def _is_name(token: Token) -> bool:
    """Tell whether a token is of a name that is no place's."""
    return is_capital(token) and token.pos_ == "PROPN" and token.ent_type_ not in PLACE_LABELS


@cache
def _known_words() -> frozenset[str]:
    """Give the words of the frequency table: what is in it may be an ordinary word."""
    return frozenset(row["word"] for row in read_table("frequencies.tsv"))


def _is_rare_behind_place_word(token: Token) -> bool:
    """Tell whether a capital word that the model takes for an adjective is no word: 'moored at Tartous'."""
    if token.i == 0 or token.is_sent_start or not is_capital(token):
        return False
    return token.nbor(-1).lower_ in PLACING and token.lower_ not in _known_words()


def _is_foreign_town(token: Token, entries: Sequence[GazetteerEntry]) -> bool:
    """Tell whether a name is that of a town, and of none in a country whose towns bear English surnames."""
    towns = [entry for entry in entries if entry.kind in ("city", "port", "base")]
    if token.ent_type_ == "PERSON" or token.text[1:] != token.text[1:].lower():
        return False
    one = len({town.country for town in towns}) == 1  # another of its names counts where no other land has it
    return any(town.main or one for town in towns) and all(town.country not in SURNAME_COUNTRIES for town in towns)


def _is_ours(token: Token, entries: Sequence[GazetteerEntry]) -> bool:
    """Tell whether one rare word is a name of our own table: what we wrote down is in the news, under that spelling."""
    if token.lower_ in _known_words() or is_given_name(token.text):
        return False
    if token.text[1:] != token.text[1:].lower() and not (token.is_upper and len(token.text) > _FEW):
        return False
    return any(entry.ref == OURS and entry.country not in SURNAME_COUNTRIES for entry in entries)


def _is_our_whole_name(doc: Doc, first: int, last: int, entries: Sequence[GazetteerEntry]) -> bool:
    """Tell whether several words are a name of our own table: 'Rafah Crossing'; not one that may be a person's."""
    if is_given_name(doc[first].text) or not any(entry.ref == OURS for entry in entries):
        return False
    return not (doc[first - 1].is_title and doc[first - 1].pos_ == "PROPN") if first else True


def _sort_of_word(token: Token, entries: Sequence[GazetteerEntry]) -> dict[str, float]:
    """Say whether one word is an ordinary one, a given name, or one that is rare but for a place."""
    found: dict[str, float] = {}
    misread = token.pos_ != "PROPN" and (token.pos_ not in ("ADJ", "NOUN") or not token.ent_type_)
    ours = _is_ours(token, entries)
    if misread and not ours and not _is_rare_behind_place_word(token):
        found["ordinary" if token.is_sent_start or token.pos_ not in ("NOUN", "VERB") else "ordinary inside"] = 1.0
    if is_given_name(token.text):
        found["given name"] = 1.0
    elif ours:
        found["ours and rare"] = 1.0
    elif not token.is_sent_start and token.lower_ not in _known_words() and _is_foreign_town(token, entries):
        found["rare and foreign"] = 1.0
    return found


def word_signs(doc: Doc, first: int, last: int, entries: Sequence[GazetteerEntry]) -> dict[str, float]:
    """Say what the word itself shows: an ordinary one at a sentence's start or in capitals, or a given name."""
    found: dict[str, float] = {}
    token = doc[first]
    if last - first > 1 and not {token.lower_, doc[last - 1].lower_}.isdisjoint(read_words("toponym_landforms.txt")):
        found["landform"] = 1.0
    if last - first > 1 and _is_our_whole_name(doc, first, last, entries):
        found["our whole name"] = 1.0
    if last - first > 1 or any(entry.kind in ("country", "continent") for entry in entries):
        return found
    found |= _sort_of_word(token, entries)
    if _SURNAME.match(token.text):
        found["surname's form"] = 1.0
    if token.is_sent_start:
        found["opens"] = 1.0
    if token.is_upper and len(token.text) > 1:
        found["capitals"] = 1.0
    return found
