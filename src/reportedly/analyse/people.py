"""Find who and what a report names: people, organisations, armed groups, named assets and facilities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from reportedly.analyse.alias import Alias, find_aliases
from reportedly.analyse.description import describe
from reportedly.analyse.frame import parsed_text
from reportedly.analyse.mention import Mention, find_mentions, told_states
from reportedly.analyse.name_again import find_again, told_names
from reportedly.analyse.outlet_name import own_outlets
from reportedly.analyse.parse import Passage
from reportedly.analyse.record import Records
from reportedly.analyse.same_person import surname_of
from reportedly.analyse.source_name import is_body_name, is_full_name
from reportedly.analyse.token_at import TokenAt
from reportedly.event import Entity, EntityKind, Toponym
from reportedly.identity import identify
from reportedly.report import Report
from reportedly.span import Field
from reportedly.text.fold import fold

_DESCRIBED = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP})


class _Found(NamedTuple):
    """What the passages of a report hold, before names are joined."""

    mentions: list[Mention]
    aliases: list[Alias]
    titles: dict[Mention, str]  # the word before a name: 'Mrs'
    said: dict[Mention, tuple[str, ...]]  # what a mention is called beside its name


def find_entities(report: Report, passages: Sequence[Passage], places: Sequence[Toponym]) -> tuple[Entity, ...]:
    """Find every mention of a named person, organisation, group, asset or facility, in reading order.

    The title's come first. Mentions of one carry the same id and its fullest name; `aliases` are its other names in the
    report, `descriptions` what the report calls it.
    """
    found = _find(passages, places)
    dateline = report.dateline.span if report.dateline is not None else None
    if dateline is not None:
        found = found._replace(mentions=[m for m in found.mentions if not m.span.overlaps(dateline)])
    body = fold(report.body)
    found = found._replace(mentions=[_as_told(mention, body) for mention in found.mentions])
    mentions = _with_kinds(found.mentions, own_outlets(report))
    told = dict(zip(found.mentions, mentions, strict=True))  # as the model read it -> as the whole report tells
    records = Records.join(
        mentions, [(told.get(one.mention, one.mention), one.name) for one in found.aliases], found.titles
    )
    described: dict[str, dict[str, None]] = {}
    for before, mention in told.items():
        described.setdefault(records.of(mention), {}).update(dict.fromkeys(found.said.get(before, ())))
    names = {record: (records.name(record), records.aliases(record)) for record in described}
    entities = []
    for mention in mentions:
        record = records.of(mention)
        name, others = names[record]
        entities.append(
            Entity(
                span=mention.span,
                name=name,
                kind=mention.kind,
                id=identify("entity", report.id, record),
                aliases=others,
                descriptions=tuple(described[record]),
            )
        )
    return tuple(sorted(entities, key=lambda entity: (entity.span.field is not Field.TITLE, entity.span)))


def _find(passages: Sequence[Passage], places: Sequence[Toponym]) -> _Found:
    found = _Found([], [], {}, {})
    states = told_states(places)
    for passage in passages:
        mentions = find_mentions(passage, _of_field(passage, places), states)
        aliases = list(find_aliases(passage, mentions))
        found.mentions.extend(mentions)
        found.mentions.extend(_unread(aliases, mentions))
        found.aliases.extend(aliases)
    names = told_names(found.mentions, found.aliases)
    for passage in passages:
        found.mentions.extend(find_again(passage, names, found.mentions, _of_field(passage, places)))
        _read_beside(passage, found)
    return found


def _as_told(mention: Mention, body: str) -> Mention:
    """Cut a name of the title to what the body tells of it: 'Nordhav' for 'Nordhav Announces Dividend'."""
    words = mention.name.split()
    if mention.span.field is not Field.TITLE or mention.key is not None or len(words) < 2 or mention.name in body:
        return mention
    told = next((name for n in range(len(words) - 1, 0, -1) if (name := " ".join(words[:n])) in body), None)
    if told is None or not fold(mention.span.text).startswith(told):
        return mention
    span = replace(mention.span, end=mention.span.start + len(told), text=mention.span.text[: len(told)])
    return mention._replace(span=span, name=told)


def _of_field(passage: Passage, places: Sequence[Toponym]) -> list[Toponym]:
    return [place for place in places if place.span.field is passage.field]


def _read_beside(passage: Passage, found: _Found) -> None:
    """Add what stands beside the names of a passage: titles, roles, 'former'."""
    words = TokenAt.read(passage.doc)
    end = passage.offset + len(parsed_text(passage.doc))
    for mention in found.mentions:
        here = mention.span.field is passage.field and passage.offset <= mention.span.start < end
        if here and mention.kind in _DESCRIBED and (mention.key is None or mention.kind is not EntityKind.ORGANISATION):
            tokens = words.run(mention.span.start - passage.offset, mention.span.end - passage.offset)
            if tokens is not None:
                found.said[mention] = tuple(describe(passage.doc, tokens.start, tokens.end))
                found.titles[mention] = _word_before(passage, tokens.start)


def _word_before(passage: Passage, first: int) -> str:
    before = first - 2 if first > 1 and passage.doc[first - 1].text == "." else first - 1
    return passage.doc[before].text if before >= 0 else ""


def _unread(aliases: Iterable[Alias], mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Give the stated names that nothing else found, as mentions of whose they are."""
    taken = {at for mention in mentions for at in range(mention.span.start, mention.span.end)}
    for alias in aliases:
        if taken.isdisjoint(range(alias.span.start, alias.span.end)):
            yield Mention(alias.span, alias.mention.kind, fold(alias.name), None, sure=True)


def _with_kinds(mentions: Sequence[Mention], outlets: Collection[str]) -> list[Mention]:
    """Give each mention the kind that the whole report tells of its name: the model may take one name for two kinds."""
    votes: dict[str, Counter[EntityKind]] = {}
    for mention in mentions:
        if mention.key is None:
            votes.setdefault(mention.name, Counter())[mention.kind] += 10 if mention.sure else 1
    kinds = {
        name: max(told, key=lambda kind: (told[kind], kind is EntityKind.ORGANISATION)) for name, told in votes.items()
    }
    people = {name for name, kind in kinds.items() if kind is EntityKind.PERSON and " " in name}
    bodies = {name.split()[0] for name in kinds if is_body_name(name)}
    surnames = {surname_of(name) for name in people} - bodies
    given = {name.split()[0] for name in people if is_full_name(name)} - bodies
    sure = {mention.name for mention in mentions if mention.sure}
    for name in kinds:
        if surname_of(name) == name and (name in surnames or (name in given and name not in sure)):
            kinds[name] = EntityKind.PERSON  # 'Assad's army' is a person's, once Bashar al-Assad is told
        elif name.lower() in outlets:
            kinds[name] = EntityKind.ORGANISATION
    return [m._replace(kind=kinds[m.name]) if m.key is None else m for m in mentions]
