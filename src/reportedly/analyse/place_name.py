"""Find the names of places in a report's parse: the tagger's names joined with the gazetteer's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from reportedly.analyse.gazetteer import GazetteerEntry, look_up, look_up_romanised
from reportedly.analyse.name_extent import place_nouns, trim
from reportedly.analyse.place_evidence import Mention, People, place_noun, weigh
from reportedly.analyse.place_extent import known_names
from reportedly.analyse.place_signs import PLACE_LABELS, PLACING, SURNAME_COUNTRIES
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc

_ACCEPTED: Final = 0.0  # the least evidence, in log odds, with which a name is taken for a place's
_EMBEDDED: Final = -0.5  # the same within another name: it is on no map
_DIVISIONS: Final = frozenset({"province", "county", "airport"})
_SURE: Final = 1.0  # the evidence from which the report's other uses of the name are lifted too
_LIKELY: Final = -2.0
_ENOUGH_NEIGHBOURS: Final = 3  # towns of one country: surnames do not fall into one country so
# The tagger's labels that a rare place's name may get.
_NAMES: Final = PLACE_LABELS | {"ORG", "PERSON", "NORP", "PRODUCT"}
_JOINS: Final = frozenset({",", "and", "or", "-", "/", "&"})
_UNITS: Final = frozenset({"battalion", "brigade", "command", "corps", "division", "fleet", "regiment"})
_NAMESAKE: Final = 50_000  # inhabitants of a town from which 'Aberdeen Hospital' is taken to stand in it


def _sites(doc: Doc) -> Iterator[Mention]:
    """Give the names of buildings and grounds that the tagger marks: 'Lakeside Hospital'."""
    for ent in doc.ents:
        first, last = trim(doc, ent.start, ent.end)
        if ent.label_ not in ("FAC", "ORG", "GPE", "LOC") or last - first < 2:
            continue
        if doc[last - 1].lower_ in _UNITS:
            continue  # a Theatre Command is no theatre
        row = place_nouns().get(doc[last - 1].lower_) or place_nouns().get(doc[first].lower_)
        if row and row["site"] != "no":
            entries = look_up(doc[first:last].text)
            if not entries and row["site"] == "town":
                entries = _namesakes(doc, first, last)
            yield Mention(doc, first, last, entries, {}, site=True)


def _namesakes(doc: Doc, first: int, last: int) -> tuple[GazetteerEntry, ...]:
    """Give the towns that a building bears the name of; none where the words may be a person's."""
    for token in doc[first:last]:
        entries = look_up(token.text) if len(token.text) > 3 else ()
        towns = tuple(e for e in entries if e.kind == "city" and e.population >= _NAMESAKE and e.main)
        if towns and not any(entry.kind == "country" for entry in entries):
            return towns
    return ()


def _speaks(doc: Doc, first: int, last: int) -> bool:
    """Tell whether an unknown name of several words says or decides: it is a person's, whatever the tagger says."""
    token = doc[last - 1]
    subject = token.head if token.dep_ == "appos" else token
    speaks = subject.dep_ == "nsubj" and subject.head.lemma_.lower() in read_words("toponym_mind_verbs.txt")
    return speaks and last - first > 1 and place_nouns().get(token.lower_) is None


def _unlisted(doc: Doc, taken: set[int], people: People) -> Iterator[Mention]:
    """Weigh the names that the gazetteer has under no such spelling, with other romanisations of them."""
    listed = _Lists(doc, taken)
    for first, last in _names(doc):
        if first >= last or not taken.isdisjoint(range(first, last)):
            continue
        settled, among = _is_named_settlement(doc, first), listed.surround(first, last)
        if _is_hopeless(doc, first, last) and not (settled or among):
            continue
        if _speaks(doc, first, last):
            continue
        # 'the town of Ye': a noun before it tells a name apart that is too short to be looked for anywhere.
        mention = weigh(doc, first, last, look_up(doc[first:last].text) if settled else (), people)
        if settled:
            mention.add("settlement of")
        if among:
            mention.add("among places")
        yield mention


def _is_hopeless(doc: Doc, first: int, last: int) -> bool:
    """Tell whether an unknown name is a person's or a body's and nothing before it puts anything there."""
    label = doc[first].ent_type_
    if label in PLACE_LABELS or (last - first == 1 and label != "PERSON"):
        return False
    before = doc[first - 1].lower_ if first else ""
    return before not in PLACING and place_noun(doc, first, last) is None


class _Lists:
    """The lists that a parse's places stand in."""

    def __init__(self, doc: Doc, taken: set[int]) -> None:
        self.doc, self.taken = doc, taken

    def surround(self, first: int, last: int) -> bool:
        """Tell whether places stand on both sides of a name in a list, or two before it: 'Homs, Hama and Qumhana'."""
        before, after = _joins(self.doc, first - 1, -1), _joins(self.doc, last, 1)
        left = before > 0 and first - before - 1 in self.taken
        if left and after and last + after in self.taken:
            return True
        at = first - before - 1
        while left and at in self.taken:
            at -= 1
        further = _joins(self.doc, at, -1) if left else 0
        return further > 0 and at - further in self.taken


def _names(doc: Doc) -> Iterator[tuple[int, int]]:
    """Give the tagger's names, and the runs of capitals that it has none for."""
    for ent in doc.ents:
        if ent.label_ in _NAMES:
            yield trim(doc, ent.start, ent.end)
    first: int | None = None
    for token in doc.tokens:
        bare = token.pos_ == "PROPN" and not token.ent_type_ and token.text[:1].isupper()
        if bare and first is None:
            first = token.i
        elif not bare and first is not None:
            yield first, token.i
            first = None


def _is_named_settlement(doc: Doc, first: int) -> bool:
    """Tell whether 'the village of' or 'a town called' stands before a name."""
    if first < 2 or doc[first - 1].lower_ not in ("of", "called", "named"):
        return False
    noun = doc[first - 2]
    row = place_nouns().get(noun.lower_) or place_nouns().get(noun.lemma_.lower())
    return row is not None and row["kinds"].split()[-1] in ("city", "province", "county")


def _share_cues(mentions: Sequence[Mention]) -> None:
    """Give each name of a list what speaks for the list's first: 'left Homs, Hama and Tadmur'."""
    ends = {(id(mention.doc), mention.last): mention for mention in mentions}
    for mention in mentions:
        joins = _joins(mention.doc, mention.first - 1, -1)
        before = ends.get((id(mention.doc), mention.first - joins)) if joins else None
        if before is not None and before.cue > mention.cue:
            mention.evidence += before.cue - mention.cue
            mention.cue = before.cue


def _support(mentions: Sequence[Mention], peoples: Iterable[str]) -> None:
    """Lift the names that the surest ones of the report speak for: the same place, its country, a list they share."""
    _share_cues(mentions)
    sure = [mention for mention in mentions if mention.evidence >= _SURE]
    places = {entry.id for mention in sure for entry in mention.entries}
    countries = {country for mention in sure if (country := _only_country(mention))}
    spoken_of, dense = set(peoples), _dense_countries(mentions)
    starts = {(id(mention.doc), mention.first) for mention in sure}
    ends = {(id(mention.doc), mention.last) for mention in sure}
    for mention in mentions:
        if any(entry.id in places for entry in mention.entries):
            mention.add("named elsewhere")
        elif any(entry.country in countries for entry in mention.entries) or _only_country(mention) in spoken_of:
            mention.add("country named")
        if _only_country(mention) in dense:
            mention.add("neighbours named")
        before = mention.first - _joins(mention.doc, mention.first - 1, -1)
        after = mention.last + _joins(mention.doc, mention.last, 1)
        follows = before != mention.first and (id(mention.doc), before) in ends
        precedes = after != mention.last and (id(mention.doc), after) in starts
        if follows or precedes:
            mention.add("in a list")


def _dense_countries(mentions: Sequence[Mention]) -> set[str]:
    """Give the countries of which the report has several names that no other country has."""
    names = {(country, m.name.lower()) for m in mentions if m.evidence > _LIKELY and (country := _only_country(m))}
    counts = Counter(country for country, _ in names)
    return {country for country, count in counts.items() if count >= _ENOUGH_NEIGHBOURS} - SURNAME_COUNTRIES


def _only_country(mention: Mention) -> str | None:
    """Give the country that a name is or lies in, where there is but one of the name."""
    countries = {entry.country for entry in mention.entries}
    return countries.pop() if len(countries) == 1 else None


def _joins(doc: Doc, at: int, step: int) -> int:
    """Count the tokens from `at` on that join a list: a comma, 'and', or both."""
    count = 0
    while 0 <= at < len(doc) and count < 2 and doc[at].lower_ in _JOINS:
        at, count = at + step, count + 1
    return count


def weigh_names(docs: Sequence[Doc], peoples: Iterable[str] = ()) -> list[list[Mention]]:
    """Weigh every name of a report's parses that may be a place's.

    Args:
        docs: the report's parses.
        peoples: the countries whose people the report names, ISO 3166-1 alpha-2.
    """
    people = People(docs)
    listed = [[weigh(doc, *name, people) for name in known_names(doc)] for doc in docs]
    _support([mention for found in listed for mention in found], peoples)
    unlisted = [_unlisted(doc, _tokens(found), people) for doc, found in zip(docs, listed, strict=True)]
    return [[*known, *unknown] for known, unknown in zip(listed, unlisted, strict=True)]


def _tokens(mentions: Iterable[Mention]) -> set[int]:
    """Give the tokens of the names that are taken for places'."""
    return {i for m in mentions if m.evidence >= _ACCEPTED for i in range(m.first, m.last)}


def find_place_names(docs: Sequence[Doc], peoples: Iterable[str] = ()) -> list[list[Mention]]:
    """Give the names of places in each of a report's parses, in order; the arguments are those of `weigh_names`."""
    return [_accept(list(_sites(doc)), weighed) for doc, weighed in zip(docs, weigh_names(docs, peoples), strict=True)]


def _accept(sites: list[Mention], weighed: list[Mention]) -> list[Mention]:
    """Keep the names of one parse for which enough speaks; what is a building's own name is not its parts'."""
    whole = [m for m in weighed if "our whole name" in m.signs]
    sites = [site for site in sites if not any(m.first <= site.first and site.last <= m.last for m in whole)]
    taken = {i for mention in sites for i in range(mention.first, mention.last)}
    kept = [
        m
        for m in weighed
        if m.evidence >= (_EMBEDDED if m.embedded else _ACCEPTED) and taken.isdisjoint(range(m.first, m.last))
    ]
    for mention in kept:
        if not mention.entries:
            mention.entries, mention.romanised = look_up_romanised(mention.name), True
        elif all(not entry.main and entry.kind in _DIVISIONS for entry in mention.entries):
            mention.entries += _towns_of(mention)
    return sorted([*sites, *kept], key=lambda mention: mention.first)


def _towns_of(mention: Mention) -> tuple[GazetteerEntry, ...]:
    """Give the towns that a division by another spelling of its name has: Zaporizhzhia and its oblast."""
    lands = {(entry.country, entry.admin) for entry in mention.entries}
    towns = look_up_romanised(mention.name)
    return tuple(town for town in towns if town.kind == "city" and (town.country, town.admin) in lands)
