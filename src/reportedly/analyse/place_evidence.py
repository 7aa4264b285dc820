"""What speaks for a name being a place's: the tagger, the gazetteer, the words around, the rest of the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportedly.analyse.gazetteer import GazetteerEntry, look_up
from reportedly.analyse.name_extent import is_capital, place_nouns, trim
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

# Units of evidence were set on the GeoWebNews and GeoVirus development sets.
_KIND_TOLD: Final = 1.8  # a noun of place stands beside the name
_PERSON_ALONE: Final = -0.6
_ORDINARY_WORD: Final = 3.0
_PERSON_ELSEWHERE: Final = -1.5
_SURNAME: Final = -3.0
_GROUND: Final = 1.6
_MOVED: Final = 0.9  # on top of what the preposition speaks for
_WAYS: Final = frozenset("to for from toward towards into via through past off by across over".split())
_BUILT: Final = ("airport", "base", "crossing")
_PLACED: Final = 1.6  # the evidence of 'in' before a name
PLACE_LABELS: Final = frozenset({"GPE", "LOC", "FAC"})
_ORGANISATION_LABELS: Final = frozenset({"ORG", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
_AT: Final = frozenset({"in", "near", "outside", "around", "at", "inside", "across", "throughout"})
_DASHES: Final = frozenset({"-", "--", "(", "/"})
_TOWARDS: Final = frozenset(
    "from to of into toward towards between through via off over past for against with within on and or".split()
)
_WIDE: Final = frozenset(
    "region sea ocean strait mountains islands gulf river peninsula desert canal no_point front range seat".split()
)


@dataclass(slots=True)
class Mention:
    """A name that may be a place's: tokens `[first, last)` of a parse, and what speaks for it."""

    doc: Doc
    first: int
    last: int
    entries: tuple[GazetteerEntry, ...]
    evidence: float
    cue: float  # the part of it that the words around speak for
    wanted: tuple[str, ...]  # kinds that a noun beside it asks for, best first; empty without one
    site: bool = False  # the whole is a building's or ground's own name
    embedded: bool = False  # it stands inside the name of an organisation
    romanised: bool = False  # its entries are spelled otherwise in the gazetteer
    holds: bool = False  # the name before it lies in it: 'Albany, New York'

    @property
    def name(self) -> str:
        """The words themselves."""
        return str(self.doc[self.first : self.last].text)

    @property
    def dateline(self) -> bool:
        """Whether it opens a dateline."""
        return is_dateline(self.doc, self.first, self.last)

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


def _noun_after(doc: Doc, last: int) -> dict[str, str] | None:
    """Give the noun of place that follows a name: 'Tartous naval base', 'Idlib province'."""
    for size in (3, 2, 1):
        words = doc[last : last + size]
        if len(words) == size and (row := _noun(words.text.lower())) and row["stands"] != "before":
            return row
    # One word may stand between: 'Tartous naval facility', 'Hmeimim military airport'.
    after = doc[last : last + 2]
    if len(after) == 2 and after[0].is_lower and after[0].pos_ in ("ADJ", "NOUN"):
        row = place_nouns().get(after[1].lower_)
        return row if row and row["stands"] != "before" else None
    return None


def _noun_before(doc: Doc, first: int) -> dict[str, str] | None:
    """Give the noun of place that a name completes: 'the city of Homs', 'the port of Latakia'."""
    at = first - 1
    if at >= 0 and doc[at].lower_ == "the":
        at -= 1
    if at >= 1 and doc[at].lower_ == "of":
        row = _noun(doc[at - 1].lower_)
        if row is None and at >= 2:
            row = place_nouns().get(doc[at - 2 : at].text.lower())
        return row if row and row["stands"] in ("before", "both") else None
    row = place_nouns().get(doc[at].lower_) if at >= 0 else None
    return row if row and row["stands"] == "both" and row["site"] == "no" else None


def _with_noun(doc: Doc, first: int, last: int) -> tuple[GazetteerEntry, ...]:
    """Give the places that go by the name and the noun after it together: 'Rafah crossing'."""
    for size in (3, 2, 1):
        words = doc[last : last + size]
        if len(words) == size and _noun(words.text.lower()):
            return look_up(doc[first : last + size].text.removesuffix("s"))
    return ()


def place_noun(doc: Doc, first: int, last: int) -> dict[str, str] | None:
    """Give the noun that says what kind of place the name is: its own last word, or one beside it."""
    own = place_nouns().get(doc[last - 1].lower_) if last - first > 1 else None
    return own or _noun_after(doc, last) or _noun_before(doc, first)


def _prior(entries: Sequence[GazetteerEntry], size: int) -> float:
    """Say how often such a name is a place's at all."""
    best = 0.0
    for entry in entries:
        if entry.kind in ("country", "continent"):
            best = max(best, 3.0)
        elif entry.kind in _WIDE:
            best = max(best, 2.5 if entry.ref == "reportedly" else 1.2)
        elif entry.kind == "province":
            best = max(best, 1.7)
        elif entry.kind in ("airport", "base", "facility", "crossing") and size > 1:
            best = max(best, 2.0)
        elif entry.ref == "reportedly":
            best = max(best, 1.6)
        elif entry.capital:
            best = max(best, 2.6)
        else:
            best = max(best, 0.4 + min(1.6, max(0.0, len(str(entry.population)) - 4) * 0.5))
    return best + (0.6 if size > 1 and best else 0.0)


def _name_around(doc: Doc, at: int) -> tuple[int, int]:
    """Give the tagger's name that token `at` is a part of, without articles and the like."""
    first = at
    while first > 0 and doc[first].ent_iob_ == "I":
        first -= 1
    last = first + 1
    while last < len(doc) and doc[last].ent_iob_ == "I":
        last += 1
    return trim(doc, first, last)


def _label_evidence(doc: Doc, first: int, last: int) -> tuple[float, bool]:
    """Say what the tagger's name speaks for, and whether it is an organisation's that holds more."""
    label = doc[first].ent_type_ or doc[last - 1].ent_type_
    if not label:
        return 0.0, False
    around = _name_around(doc, first if doc[first].ent_type_ else last - 1)
    exact = around[0] >= first and around[1] <= last
    if label in PLACE_LABELS:
        return (2.5 if exact else 1.0), False
    if label == "NORP":
        return 0.5, False
    if label == "PERSON":
        return (_PERSON_ALONE if last - first == 1 and exact else -1.0 if exact else -4.5), False
    if label in _ORGANISATION_LABELS:
        inside = not exact and not (around[0] == first and doc[last].lower_ in read_words("toponym_state_bodies.txt"))
        return (0.0 if exact else -0.2), inside
    return -0.5, False


def is_dateline(doc: Doc, first: int, last: int) -> bool:
    """Tell whether a name opens a dateline: 'GOMA (Wire) -', 'CADIZ, Spain, May 3 -'."""
    opens = doc[first].is_sent_start and doc[first].text.isupper() and last < len(doc)
    return bool(opens) and (doc[last].text in _DASHES or _holds(doc, last))


def _holds(doc: Doc, comma: int) -> bool:
    """Tell whether a comma is followed by a country or a division."""
    if comma + 1 >= len(doc) or doc[comma].text != "," or not is_capital(doc[comma + 1]):
        return False
    entries = look_up(doc[comma + 1].text) or look_up(doc[comma + 1 : comma + 3].text)
    return any(entry.kind in ("country", "province") for entry in entries)


def cue_evidence(doc: Doc, first: int, last: int) -> float:
    """Say what the words around speak for."""
    evidence = 0.0
    if first:
        word = doc[first - 1].lower_.rstrip(".")
        evidence += 1.6 if word in _AT else 0.7 if word in _TOWARDS else 0.0
        if _is_titled(doc, first):
            evidence -= 4.0
    if last + 1 < len(doc) and doc[last].text == "," and is_capital(doc[last + 1]):
        evidence += 1.6 if _holds(doc, last) else 0.2
    if is_dateline(doc, first, last):
        evidence += 1.5
    return evidence + _verb_evidence(doc[last - 1]) + _neighbour_evidence(doc, first, last)


def _verb_evidence(token: Token) -> float:
    """Say what the verb that a name hangs on speaks for: 'shelled Homs', 'sailed from Odesa', 'bound for Basra'."""
    if token.dep_ == "dobj" and token.head.lemma_.lower() in read_words("toponym_ground_verbs.txt"):
        return _GROUND
    if token.dep_ != "pobj" or token.head.lower_ not in _WAYS:
        return 0.0
    moved = token.head.head
    if moved.dep_ == "dobj":  # the parser hangs 'for Basra' on what was left
        moved = moved.head
    return _MOVED if moved.lemma_.lower() in read_words("toponym_motion_verbs.txt") else 0.0


def _neighbour_evidence(doc: Doc, first: int, last: int) -> float:
    """Say what a capitalised word on either side speaks for: the name is a part of another's."""
    evidence = 0.0
    if (
        first
        and is_capital(doc[first - 1])
        and doc[first - 1].pos_ == "PROPN"
        and doc[first - 1].ent_type_ not in PLACE_LABELS
    ):
        evidence -= 1.2
    if (
        last < len(doc)
        and is_capital(doc[last])
        and doc[last].pos_ == "PROPN"
        and doc[last].ent_type_ not in ("ORG", "PERSON", *PLACE_LABELS)
    ):
        evidence -= 0.8
    return evidence


def _is_word(doc: Doc, first: int, last: int, entries: Sequence[GazetteerEntry]) -> bool:
    """Tell whether a single token is an ordinary word that happens to open a sentence or stand in capitals."""
    token = doc[first]
    if last - first > 1 or any(entry.kind in ("country", "continent") for entry in entries):
        return False
    return token.pos_ != "PROPN" and (token.pos_ not in ("ADJ", "NOUN") or not token.ent_type_)


def _is_titled(doc: Doc, first: int) -> bool:
    """Tell whether a title stands before a name: 'Mr. Lincoln'."""
    title = doc[first - 1] if first else None
    return title is not None and is_capital(title) and title.lower_.rstrip(".") in read_words("toponym_titles.txt")


class People:
    """The words that a report uses in people's full names; the tagger takes rare towns for people one word long."""

    def __init__(self, docs: Sequence[Doc]) -> None:
        ents = [ent for doc in docs for ent in doc.ents]
        people = [(*trim(ent.doc, ent.start, ent.end), ent.doc) for ent in ents if ent.label_ == "PERSON"]
        self.uses = Counter(doc[i].text for first, last, doc in people if last - first > 1 for i in range(first, last))
        self.surnames = {
            doc[last - 1].text for first, last, doc in people if last - first > 1 or _is_titled(doc, first)
        }
        self.places = Counter(token.text for ent in ents if ent.label_ in PLACE_LABELS for token in ent)

    def claim(self, word: str) -> bool:
        """Tell whether the report uses a word for a person more than for a place."""
        return self.uses[word] > self.places[word]

    def weigh(self, word: str, cue: float) -> float:
        """Say what the report's people speak against a word; little where the words around, `cue`, place it."""
        evidence = _PERSON_ELSEWHERE if self.claim(word) else 0.0
        return evidence + (_SURNAME if word in self.surnames and cue < _PLACED else 0.0)


def weigh(doc: Doc, first: int, last: int, entries: tuple[GazetteerEntry, ...], people: People) -> Mention:
    """Weigh one name of the gazetteer."""
    labelled, embedded = _label_evidence(doc, first, last)
    noun = place_noun(doc, first, last)
    kind_told = noun is not None and noun["site"] == "no"
    whole = _with_noun(doc, first, last)
    if kind_told:
        entries += tuple(entry for entry in whole if entry not in entries)
    elif whole:  # 'the Kerch bridge' is not Kerch
        entries = whole
    cue = cue_evidence(doc, first, last)
    evidence = labelled + cue + _prior(entries, last - first)
    evidence += _KIND_TOLD if kind_told or whole else 0.0
    built = noun is not None and noun["kinds"].startswith(_BUILT)  # no ordinary word comes before 'airfield'
    ordinary = _is_word(doc, first, last, entries) and (doc[first].is_sent_start or not built)
    evidence -= _ORDINARY_WORD if ordinary else 0.0
    evidence += people.weigh(doc[first].text, cue) if last - first == 1 and not kind_told else 0.0
    # The tagger takes a rare town for a person; what is shelled or sailed from is none.
    evidence -= _PERSON_ALONE if labelled == _PERSON_ALONE and cue >= _GROUND else 0.0
    wanted = tuple(noun["kinds"].split()) if noun else ()
    return Mention(doc, first, last, entries, evidence, cue, wanted, embedded=embedded)
