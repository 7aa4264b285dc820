"""What speaks for a name being a place's: the tagger, the gazetteer, the words around, the rest of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING, Final

from reportedly.analyse.gazetteer import GazetteerEntry, look_up
from reportedly.analyse.name_extent import place_nouns, trim
from reportedly.analyse.place_base import bases_of, is_flown, is_sailed
from reportedly.analyse.place_in_name import is_in_body, is_in_company, is_in_other_name
from reportedly.analyse.place_signs import (
    CUES,
    PLACE_LABELS,
    RARE,
    cue_signs,
    gazetteer_signs,
    is_dateline,
    is_titled,
    label_sign,
    weight_of,
    word_signs,
)

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

_BUILT: Final = ("airport", "base", "crossing")
_OF_WHOLE: Final = ("label", "unknown", "name behind", "given name", "subject", "mind", "bare article")
_WITH_ARTICLE: Final = frozenset({"country", "country's other name", "own wide", "wide", "seat", "no entry"})
_ACTING: Final = frozenset({"country", "capital", "own wide", "seat"})
_PLACING: Final = frozenset({"at", "way", "moved", "ground", "held", "dateline"})


@dataclass(slots=True)
class Mention:
    """A name that may be a place's: tokens `[first, last)` of a parse, and what speaks for it."""

    doc: Doc
    first: int
    last: int
    entries: tuple[GazetteerEntry, ...]
    signs: dict[str, float]  # what speaks for it and against it
    wanted: tuple[str, ...] = ()  # kinds that a noun beside it asks for, best first; empty without one
    site: bool = False  # the whole is a building's or ground's own name
    embedded: bool = False  # it stands inside the name of an organisation
    romanised: bool = False  # its entries are spelled otherwise in the gazetteer
    holds: bool = False  # the name before it lies in it: 'Albany, New York'
    name: str = field(init=False)  # the words themselves
    evidence: float = field(init=False)  # what all signs speak for together, in log odds
    cue: float = field(init=False)  # the part of it that the words around speak for

    def __post_init__(self) -> None:
        self.name = str(self.doc[self.first : self.last].text)
        self.evidence = weight_of(self.signs)
        self.cue = weight_of({sign: value for sign, value in self.signs.items() if sign in CUES})

    def add(self, sign: str) -> None:
        """Count one more sign."""
        if sign not in self.signs:
            self.signs[sign] = 1.0
            self.evidence += weight_of({sign: 1.0})

    @property
    def dateline(self) -> bool:
        """Whether it opens a dateline."""
        return is_dateline(self.doc, self.first, self.last)

    @property
    def is_flown(self) -> bool:
        """Whether aircraft come, go or stand there: 'took off from Hmeimim', 'parked at Engels-2'."""
        return is_flown(self.doc, self.first)

    @property
    def is_sailed(self) -> bool:
        """Whether warships are spoken of beside it."""
        return is_sailed(self.doc, self.first)

    @property
    def start(self) -> int:
        """The first character in the parse."""
        return int(self.doc[self.first].idx)

    @property
    def end(self) -> int:
        """The character after the name in the parse: 'U.S.' of 'U.S.-led'."""
        token = self.doc[self.last - 1]
        name, hyphen, rest = token.text.partition("-")
        return int(token.idx) + len(name if hyphen and rest.islower() and len(rest) > 2 else token.text)


def _noun(words: str) -> dict[str, str] | None:
    """Give the noun of place that the words are, in the singular or the plural: 'the Arish and Rafah crossings'."""
    return place_nouns().get(words) or place_nouns().get(words.removesuffix("s"))


@cache
def _opening() -> dict[str, tuple[int, ...]]:
    """Give how many words the nouns of place have that open with a word, the most first."""
    sizes: dict[str, set[int]] = {}
    for noun in place_nouns():
        words = noun.split()
        sizes.setdefault(words[0], set()).add(len(words))
        if len(words) == 1:
            sizes.setdefault(f"{noun}s", set()).add(1)
    return {word: tuple(sorted(found, reverse=True)) for word, found in sizes.items()}


def _sizes(doc: Doc, at: int) -> tuple[int, ...]:
    """Give how many words a noun of place that opens at a token may have; none where none opens there."""
    return _opening().get(doc[at].lower_, ()) if at < len(doc) else ()


def _noun_after(doc: Doc, last: int) -> dict[str, str] | None:
    """Give the noun of place that follows a name: 'Tartous naval base', 'Idlib province'."""
    for size in _sizes(doc, last):
        words = doc[last : last + size]
        if len(words) == size and (row := _noun(words.text.lower())) and row["stands"] != "before":
            return row
    # One word may stand between: 'Tartous naval facility', 'Hmeimim military airport'.
    after = doc[last : last + 2]
    if len(after) == 2 and after[0].is_lower and after[0].pos_ in ("ADJ", "NOUN"):
        row = place_nouns().get(after[1].lower_)
        return row if row and row["stands"] != "before" else None
    return None


def _noun_ending(doc: Doc, end: int) -> dict[str, str] | None:
    """Give the noun of place, of two words before of one, that ends before a token: 'naval station', 'base'."""
    whole = place_nouns().get(doc[end - 2 : end].text.lower()) if end > 1 else None
    return whole or place_nouns().get(doc[end - 1].lower_)


def _noun_before(doc: Doc, first: int) -> dict[str, str] | None:
    """Give the noun of place that a name completes: 'the city of Homs', 'the port of Latakia'."""
    at = first - 1
    if at >= 0 and doc[at].lower_ == "the":
        at -= 1
    if at >= 1 and doc[at].lower_ == "at" and (row := _noun_ending(doc, at)):
        # 'the bomber base at Mozdok'
        return row if row["kinds"].startswith(_BUILT) and row["site"] == "no" else None
    if at >= 1 and doc[at].lower_ == "of":
        row = _noun(doc[at - 1].lower_)
        if row is None and at >= 2:
            row = place_nouns().get(doc[at - 2 : at].text.lower())
        return row if row and row["stands"] in ("before", "both") else None
    row = place_nouns().get(doc[at].lower_) if at >= 0 else None
    return row if row and row["stands"] == "both" and row["site"] == "no" else None


def _with_noun(doc: Doc, first: int, last: int) -> tuple[GazetteerEntry, ...]:
    """Give the places that go by the name and the noun after it together: 'Rafah crossing'."""
    for size in _sizes(doc, last):
        words = doc[last : last + size]
        if len(words) == size and _noun(words.text.lower()):
            return look_up(doc[first : last + size].text.removesuffix("s"))
    return ()


def place_noun(doc: Doc, first: int, last: int) -> dict[str, str] | None:
    """Give the noun that says what kind of place the name is: its own last word, or one beside it."""
    own = place_nouns().get(doc[last - 1].lower_) if last - first > 1 else None
    return own or _noun_after(doc, last) or _noun_before(doc, first)


class People:
    """The words that a report uses in people's full names; the tagger takes rare towns for people one word long."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        ents = [ent for doc in docs for ent in doc.ents]
        people = [(*trim(ent.doc, ent.start, ent.end), ent.doc) for ent in ents if ent.label_ == "PERSON"]
        self.uses = Counter(doc[i].text for first, last, doc in people if last - first > 1 for i in range(first, last))
        self.surnames = {doc[last - 1].text for first, last, doc in people if last - first > 1 or is_titled(doc, first)}
        self.places = Counter(token.text for ent in ents if ent.label_ in PLACE_LABELS for token in ent)

    def claim(self, word: str) -> bool:
        """Tell whether the report uses a word for a person more than for a place."""
        return self.uses[word] > self.places[word]

    def signs(self, token: Token, others: dict[str, float]) -> dict[str, float]:
        """Say what the report's people show of a word; less where its other signs place it."""
        found: dict[str, float] = {}
        if self.claim(token.text):
            found["a person's elsewhere"] = 1.0
        if token.text in self.surnames and not _PLACING.isdisjoint(others):
            found["surname placed"] = 1.0
        elif token.text in self.surnames:
            found["surname"] = 1.0
            if token.dep_ in ("nsubj", "nsubjpass"):
                found["surname acts"] = 1.0
        return found


def weigh(doc: Doc, first: int, last: int, entries: tuple[GazetteerEntry, ...], people: People) -> Mention:
    """Weigh one name; `entries` are the gazetteer's, none where it has none."""
    noun = place_noun(doc, first, last)
    kind_told = noun is not None and noun["site"] == "no"
    whole = _with_noun(doc, first, last) if entries else ()
    if kind_told:
        entries += tuple(entry for entry in whole if entry not in entries)
    elif whole:  # 'the Kerch bridge' is not Kerch
        entries = whole
    signs = _signs(doc, first, last, entries)
    if entries and not whole:
        told = noun is not None and noun["kinds"].split()[0] in ("airport", "base")
        more = bases_of(doc, first, last, entries, told=told)
        entries += tuple(entry for entry in more if all(entry.id != other.id for other in entries))
    if kind_told or whole:
        # No ordinary word comes before 'airfield'.
        signs["built" if noun is not None and noun["kinds"].startswith(_BUILT) else "kind told"] = 1.0
    named = is_in_other_name(doc, first, last)
    embedded = named or is_in_body(doc, first, last) or is_in_company(doc, first, last, entries)
    if named:  # what the tagger and the words beside it say is said of that name
        signs = {sign: value for sign, value in signs.items() if not sign.startswith(_OF_WHOLE)}
    elif last - first == 1 and not kind_told:
        signs |= people.signs(doc[first], signs)
        if not {"a person's elsewhere", "surname", "surname placed"}.isdisjoint(signs):
            signs = {sign: value for sign, value in signs.items() if sign not in RARE}
    if embedded:
        signs["in another name" if named else "embedded"] = 1.0
    return Mention(doc, first, last, entries, signs, _wanted(noun, entries, last - first), embedded=embedded)


def _wanted(noun: dict[str, str] | None, entries: Sequence[GazetteerEntry], size: int) -> tuple[str, ...]:
    """Give the kinds that a noun asks for; none where it is but a part of a known name: 'Souda Bay' is a base."""
    kinds = tuple(noun["kinds"].split()) if noun else ()
    by_name = size > 1 and any(entry.main for entry in entries) and all(entry.kind not in kinds for entry in entries)
    return () if by_name else kinds


def _signs(doc: Doc, first: int, last: int, entries: Sequence[GazetteerEntry]) -> dict[str, float]:
    """Give the signs of a name, those that mean another thing together than apart as one."""
    label = label_sign(doc, first, last)
    signs = {
        "every name": 1.0,
        label: 1.0,
        **gazetteer_signs(entries, last - first),
        **cue_signs(doc, first, last),
        **word_signs(doc, first, last, entries),
    }
    if "capital" in signs and "mind" in signs:
        signs["capital acts"] = 1.0
    if not _ACTING.isdisjoint(signs):  # 'France said' is as good as 'in France'
        signs = {sign: value for sign, value in signs.items() if sign not in ("mind", "subject", "object")}
    if label.startswith("label ORG") and "own wide" in signs:  # 'the European Union'
        signs["own wide ORG"] = 1.0
    if not entries:
        signs[f"unknown {label}"] = 1.0
    if "bare article" in signs and not _WITH_ARTICLE.isdisjoint(signs):
        signs["the wide"] = signs.pop("bare article")  # 'the Sahel', but never 'the Warsaw'
    return signs
