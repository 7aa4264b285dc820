"""Find the names of places in a report's parse: the tagger's names joined with the gazetteer's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Final

from reportedly.analyse.gazetteer import GazetteerEntry, look_up, look_up_romanised
from reportedly.analyse.name_extent import gazetteer_names, place_nouns, trim
from reportedly.analyse.place_evidence import PLACE_LABELS, Mention, People, cue_evidence, place_noun, weigh
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc

# Units of evidence were set on the GeoWebNews and GeoVirus development sets.
_ACCEPTED: Final = 2.5  # the least evidence with which a name is taken for a place's
_EMBEDDED: Final = 1.5  # the same within an organisation's name, where nothing beside it can speak for it
_SURE: Final = 3.5  # the evidence from which the report's other uses of the name are lifted too
_NAMED_ELSEWHERE: Final = 1.2
_IN_COUNTRY: Final = 0.9
_NEIGHBOURS: Final = 0.8  # enough towns of the country are named: surnames do not fall into one country so
_ENOUGH_NEIGHBOURS: Final = 3
_LISTED: Final = 1.2
# Their towns' names are English surnames and words.
_SURNAME_COUNTRIES: Final = frozenset({"AU", "CA", "GB", "IE", "NZ", "US"})
_JOINS: Final = frozenset({",", "and", "or", "-", "/", "&"})
_NAMESAKE: Final = 50_000  # inhabitants of a town from which 'Aberdeen Hospital' is taken to stand in it


def _sites(doc: Doc) -> Iterator[Mention]:
    """Give the names of buildings and grounds that the tagger marks: 'Lakeside Hospital'."""
    for ent in doc.ents:
        first, last = trim(doc, ent.start, ent.end)
        if ent.label_ not in ("FAC", "ORG", "GPE", "LOC") or last - first < 2:
            continue
        row = place_nouns().get(doc[last - 1].lower_) or place_nouns().get(doc[first].lower_)
        if row and row["site"] != "no":
            entries = look_up(doc[first:last].text)
            if not entries and row["site"] == "town":
                entries = _namesakes(doc, first, last)
            yield Mention(doc, first, last, entries, _ACCEPTED, 0.0, (), site=True)


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
    """Give the tagger's places that the gazetteer has under no such name, with other romanisations of them."""
    for ent in doc.ents:
        first, last = trim(doc, ent.start, ent.end)
        if first >= last or taken.intersection(range(first, last)) or _speaks(doc, first, last):
            continue
        noun = place_noun(doc, first, last)
        kind_told = noun is not None and noun["site"] == "no"
        if ent.label_ not in PLACE_LABELS and not (kind_told and last - first <= 2):
            continue
        evidence = (1.5 if ent.label_ in PLACE_LABELS else 0.0) + (1.0 if kind_told else 0.0)
        cue = cue_evidence(doc, first, last)
        evidence += cue
        evidence += 1.0 if ent.label_ == "FAC" or last - first > 1 else 0.0
        evidence -= 2.0 if people.claim(doc[first].text) else 0.0
        wanted = tuple(noun["kinds"].split()) if noun is not None else ()
        entries = look_up_romanised(doc[first:last].text)
        yield Mention(doc, first, last, entries, evidence, cue, wanted, romanised=True)


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
            mention.evidence += _NAMED_ELSEWHERE
        elif any(entry.country in countries for entry in mention.entries) or _only_country(mention) in spoken_of:
            mention.evidence += _IN_COUNTRY
        if _only_country(mention) in dense:
            mention.evidence += _NEIGHBOURS
        before = mention.first - _joins(mention.doc, mention.first - 1, -1)
        after = mention.last + _joins(mention.doc, mention.last, 1)
        follows = before != mention.first and (id(mention.doc), before) in ends
        precedes = after != mention.last and (id(mention.doc), after) in starts
        mention.evidence += _LISTED if follows or precedes else 0.0


def _dense_countries(mentions: Sequence[Mention]) -> set[str]:
    """Give the countries of which the report has several names that no other country has."""
    names = {(country, m.name.lower()) for m in mentions if m.evidence > 0.0 and (country := _only_country(m))}
    counts = Counter(country for country, _ in names)
    return {country for country, count in counts.items() if count >= _ENOUGH_NEIGHBOURS} - _SURNAME_COUNTRIES


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


def find_place_names(docs: Sequence[Doc], peoples: Iterable[str] = ()) -> list[list[Mention]]:
    """Give the names of places in each of a report's parses, in order, none inside another.

    Args:
        docs: the report's parses.
        peoples: the countries whose people the report names, ISO 3166-1 alpha-2.
    """
    people = People(docs)
    sites = [list(_sites(doc)) for doc in docs]
    taken = [{i for mention in found for i in range(mention.first, mention.last)} for found in sites]
    weighed = [
        [weigh(doc, *name, people) for name in gazetteer_names(doc) if used.isdisjoint(range(*name[:2]))]
        for doc, used in zip(docs, taken, strict=True)
    ]
    _support([mention for found in weighed for mention in found], peoples)
    return [_accept(*parts, people) for parts in zip(docs, sites, weighed, taken, strict=True)]


def _accept(doc: Doc, sites: list[Mention], weighed: list[Mention], taken: set[int], people: People) -> list[Mention]:
    """Keep the names of one parse for which enough speaks, with the tagger's own."""
    kept = [m for m in weighed if m.evidence >= (_EMBEDDED if m.embedded else _ACCEPTED)]
    used = taken | {i for mention in kept for i in range(mention.first, mention.last)}
    others = [mention for mention in _unlisted(doc, used, people) if mention.evidence >= _ACCEPTED]
    return sorted([*sites, *kept, *others], key=lambda mention: mention.first)
