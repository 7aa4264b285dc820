"""Find the names of places in a parse: the tagger's names and the gazetteer's, weighed by their surroundings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from reportedly.analyse.gazetteer import GazetteerEntry, look_up, look_up_romanised
from reportedly.analyse.name_extent import gazetteer_names, is_capital, place_nouns, trim
from reportedly.data import read_words

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Units of evidence were set on the GeoWebNews and GeoVirus development sets.
ACCEPTED: Final = 2.5  # the least evidence with which a name is taken for a place's
EMBEDDED: Final = 1.5  # the same within an organisation's name, where nothing beside it can speak for it
SURE: Final = 3.5  # the evidence from which the report's other uses of the name are lifted too
_NAMED_ELSEWHERE: Final = 1.2
_IN_COUNTRY: Final = 0.7
_LISTED: Final = 1.2
_PLACE_LABELS: Final = frozenset({"GPE", "LOC", "FAC"})
_ORGANISATION_LABELS: Final = frozenset({"ORG", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"})
_AT: Final = frozenset({"in", "near", "outside", "around", "at", "inside", "across", "throughout"})
_JOINS: Final = frozenset({",", "and", "or", "-", "/", "&"})
_DASHES: Final = frozenset({"-", "--", "(", "/"})
_TOWARDS: Final = frozenset(
    "from to of into toward towards between through via off over for against with within on and or".split()
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
    wanted: tuple[str, ...]  # kinds that a noun beside it asks for, best first; empty without one
    site: bool = False  # the whole is a building's or ground's own name
    embedded: bool = False  # it stands inside the name of an organisation
    holds: bool = False  # the name before it lies in it: 'Albany, New York'

    @property
    def name(self) -> str:
        """The words themselves."""
        return str(self.doc[self.first : self.last].text)

    @property
    def start(self) -> int:
        """The first character in the parse."""
        return int(self.doc[self.first].idx)


def _noun_after(doc: Doc, last: int) -> dict[str, str] | None:
    """Give the noun of place that follows a name: 'Tartous naval base', 'Idlib province'."""
    for size in (3, 2, 1):
        words = doc[last : last + size]
        if len(words) == size and (row := place_nouns().get(words.text.lower())) and row["stands"] != "before":
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
        row = place_nouns().get(doc[at - 1].lower_)
        if row is None and at >= 2:
            row = place_nouns().get(doc[at - 2 : at].text.lower())
        return row if row and row["stands"] in ("before", "both") else None
    row = place_nouns().get(doc[at].lower_) if at >= 0 else None
    return row if row and row["stands"] == "both" and row["site"] == "no" else None


def _place_noun(doc: Doc, first: int, last: int) -> dict[str, str] | None:
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
    if label in _PLACE_LABELS:
        return (2.5 if exact else 1.0), False
    if label == "NORP":
        return 0.5, False
    if label == "PERSON":
        return (-1.0 if exact else -4.5), False
    if label in _ORGANISATION_LABELS:
        inside = not exact and not (around[0] == first and doc[last].lower_ in read_words("toponym_state_bodies.txt"))
        return (0.0 if exact else -0.2), inside
    return -0.5, False


def _cue_evidence(doc: Doc, first: int, last: int) -> float:
    """Say what the words around speak for."""
    evidence = 0.0
    if first:
        word = doc[first - 1].lower_.rstrip(".")
        evidence += 1.6 if word in _AT else 0.7 if word in _TOWARDS else 0.0
        if word in read_words("toponym_titles.txt") and is_capital(doc[first - 1]):
            evidence -= 4.0
    if last + 1 < len(doc) and doc[last].text == "," and is_capital(doc[last + 1]):
        entries = look_up(doc[last + 1].text) or look_up(doc[last + 1 : last + 3].text)
        evidence += 1.6 if any(entry.kind in ("country", "province") for entry in entries) else 0.2
    if doc[first].is_sent_start and doc[first].text.isupper() and last < len(doc) and doc[last].text in _DASHES:
        evidence += 1.5  # a dateline
    return evidence + _neighbour_evidence(doc, first, last)


def _neighbour_evidence(doc: Doc, first: int, last: int) -> float:
    """Say what a capitalised word on either side speaks for: the name is a part of another's."""
    evidence = 0.0
    if (
        first
        and is_capital(doc[first - 1])
        and doc[first - 1].pos_ == "PROPN"
        and doc[first - 1].ent_type_ not in _PLACE_LABELS
    ):
        evidence -= 1.2
    if (
        last < len(doc)
        and is_capital(doc[last])
        and doc[last].pos_ == "PROPN"
        and doc[last].ent_type_ not in ("ORG", "PERSON", *_PLACE_LABELS)
    ):
        evidence -= 0.8
    return evidence


def _is_word(doc: Doc, first: int, last: int, entries: Sequence[GazetteerEntry]) -> bool:
    """Tell whether a single token is an ordinary word that happens to open a sentence or stand in capitals."""
    token = doc[first]
    if last - first > 1 or any(entry.kind in ("country", "continent") for entry in entries):
        return False
    return token.pos_ != "PROPN" and (token.pos_ not in ("ADJ", "NOUN") or not token.ent_type_)


class _People:
    """The words that a report uses as people's names."""

    def __init__(self, doc: Doc) -> None:
        self.uses = Counter(token.text for ent in doc.ents if ent.label_ == "PERSON" for token in ent)
        self.places = Counter(token.text for ent in doc.ents if ent.label_ in _PLACE_LABELS for token in ent)

    def claim(self, word: str) -> bool:
        """Tell whether the report uses a word for a person more than for a place."""
        return self.uses[word] > self.places[word]


def _weigh(doc: Doc, first: int, last: int, entries: tuple[GazetteerEntry, ...], people: _People) -> Mention:
    """Weigh one name of the gazetteer."""
    labelled, embedded = _label_evidence(doc, first, last)
    noun = _place_noun(doc, first, last)
    evidence = labelled + _cue_evidence(doc, first, last) + _prior(entries, last - first)
    evidence += 1.5 if noun is not None and noun["site"] == "no" else 0.0
    evidence -= 3.0 if _is_word(doc, first, last, entries) else 0.0
    evidence -= 1.5 if last - first == 1 and people.claim(doc[first].text) else 0.0
    return Mention(doc, first, last, entries, evidence, tuple(noun["kinds"].split()) if noun else (), embedded=embedded)


def _sites(doc: Doc) -> Iterator[Mention]:
    """Give the names of buildings and grounds that the tagger marks: 'Lakeside Hospital'."""
    for ent in doc.ents:
        first, last = trim(doc, ent.start, ent.end)
        if ent.label_ not in ("FAC", "ORG", "GPE", "LOC") or last - first < 2:
            continue
        row = place_nouns().get(doc[last - 1].lower_) or place_nouns().get(doc[first].lower_)
        if row and row["site"] == "yes":
            yield Mention(doc, first, last, look_up(doc[first:last].text), ACCEPTED, (), site=True)


def _unlisted(doc: Doc, taken: set[int], people: _People) -> Iterator[Mention]:
    """Give the tagger's places that the gazetteer has under no such name, with other romanisations of them."""
    for ent in doc.ents:
        first, last = trim(doc, ent.start, ent.end)
        if first >= last or taken.intersection(range(first, last)):
            continue
        noun = _place_noun(doc, first, last)
        site_noun = noun is not None and noun["site"] == "no"
        if ent.label_ not in _PLACE_LABELS and not (site_noun and last - first <= 2):
            continue
        evidence = (
            (1.5 if ent.label_ in _PLACE_LABELS else 0.0)
            + _cue_evidence(doc, first, last)
            + (1.0 if site_noun else 0.0)
        )
        evidence += 1.0 if ent.label_ == "FAC" or last - first > 1 else 0.0
        evidence -= 2.0 if people.claim(doc[first].text) else 0.0
        wanted = tuple(noun["kinds"].split()) if noun is not None else ()
        yield Mention(doc, first, last, look_up_romanised(doc[first:last].text), evidence, wanted)


def _support(mentions: Sequence[Mention]) -> None:
    """Lift the names that the surest ones of the report speak for: the same place, its country, a list they share."""
    sure = [mention for mention in mentions if mention.evidence >= SURE]
    places = {entry.id for mention in sure for entry in mention.entries}
    countries = {entry.country for mention in sure for entry in mention.entries if entry.kind == "country"}
    starts, ends = {mention.first for mention in sure}, {mention.last for mention in sure}
    for mention in mentions:
        if any(entry.id in places for entry in mention.entries):
            mention.evidence += _NAMED_ELSEWHERE
        elif any(entry.country in countries for entry in mention.entries):
            mention.evidence += _IN_COUNTRY
        before = mention.first - _joins(mention.doc, mention.first - 1, -1) - 1
        after = mention.last + _joins(mention.doc, mention.last, 1)
        if (before + 1 != mention.first and before + 1 in ends) or (after != mention.last and after in starts):
            mention.evidence += _LISTED


def _joins(doc: Doc, at: int, step: int) -> int:
    """Count the tokens from `at` on that join a list: a comma, 'and', or both."""
    count = 0
    while 0 <= at < len(doc) and count < 2 and doc[at].lower_ in _JOINS:
        at, count = at + step, count + 1
    return count


def find_place_names(doc: Doc) -> list[Mention]:
    """Give the names of places in a parse, in order, none inside another."""
    people = _People(doc)
    mentions = list(_sites(doc))
    taken = {i for mention in mentions for i in range(mention.first, mention.last)}
    weighed = [_weigh(doc, *name, people) for name in gazetteer_names(doc) if not taken.intersection(range(*name[:2]))]
    _support(weighed)
    for mention in weighed:
        if mention.evidence >= (EMBEDDED if mention.embedded else ACCEPTED):
            mentions.append(mention)
            taken.update(range(mention.first, mention.last))
    mentions += [mention for mention in _unlisted(doc, taken, people) if mention.evidence >= ACCEPTED]
    return sorted(mentions, key=lambda mention: mention.first)
