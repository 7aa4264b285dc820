"""Join speakers that turn out to be one: the coroner of the opening is named further on."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.analyse.body_sort import may_be_body
from reportedly.analyse.full_name import FullNames
from reportedly.analyse.known import PEOPLE, Known
from reportedly.analyse.name_marks import ARMED, FIGHTERS
from reportedly.analyse.nominal import BODIES, widened
from reportedly.analyse.source_noun import source_kind
from reportedly.attribution import SpeakerKind
from reportedly.span import Field

_CLEARLY = 0.39  # what a body told without its sort counts, which is enough if it is the only one
# 'the county sheriff' is 'Sheriff Ada Lind'
_WHICH = frozenset("chief city county local national regional senior state top town village".split())


def join_named_later(known: dict[str, Known], names: FullNames, aliases: dict[str, str], *, opening: int) -> None:
    """Add to `aliases` each key whose speaker turned out to be another's.

    Args:
        known: the speakers, by key, in the order in which they were brought in.
        names: the names of the whole report.
        aliases: key -> key of the speaker that it turned out to be.
        opening: code point at which the body's first paragraph ends; who speaks there is often named only below.
    """
    _join_full_names(known, names, aliases)
    _join_bodies(known, aliases)
    _join_fighters(known, aliases)
    nameless = [one for one in known.values() if one.nameless]
    for one in nameless:
        if 0 <= _place(one, Field.BODY) < opening and not one.plural and one.key not in aliases:
            named = {_last(other, known, aliases).key: other for other in _named_so(known, one)}
            if len(named) == 1:
                aliases[one.key] = next(iter(named))
    for one in nameless:
        if _place(one, Field.TITLE) >= 0:
            same = (other for other in known.values() if _place(other, Field.TITLE) < 0 and _is_called(other, one))
            found = next(same, None)
            if found is not None:
                aliases.setdefault(one.key, _last(found, known, aliases).key)


def _join_full_names(known: dict[str, Known], names: FullNames, aliases: dict[str, str]) -> None:
    for key, one in known.items():
        name = one.speaker.name
        if name is None or key in aliases:
            continue
        full = f"name:{names.fullest(name).lower()}"
        if full != key and full in known and key == f"name:{name.lower()}":
            aliases[key] = full


def _join_bodies(known: dict[str, Known], aliases: dict[str, str]) -> None:
    """Join a title's 'coastguard' and 'company' with the one body of the report that can be meant."""
    for key, one in known.items():
        name = one.speaker.name or ""
        noun = name.islower() or (one.of_title and source_kind(name.lower()) is SpeakerKind.ORGANISATION)
        body = one.speaker.kind is SpeakerKind.ORGANISATION and noun
        if not body or not one.of_title or key in aliases:
            continue
        others = [other for other in known.values() if other is not one and other.speaker.kind in BODIES]
        fit = {_last(other, known, aliases).key: may_be_body(other, one.head) for other in others}
        best = max(fit.values(), default=0.0)
        found = [other for other, likely in fit.items() if likely == best]
        if best >= _CLEARLY and len(found) == 1:
            aliases[key] = found[0]


def _join_fighters(known: dict[str, Known], aliases: dict[str, str]) -> None:
    """Join a title's 'rebels' with the one armed body of the report."""
    armed = [one.key for one in known.values() if ARMED in one.marks and one.speaker.name and one.key not in aliases]
    for key, one in known.items():
        if one.of_title and one.plural and one.head in FIGHTERS and one.speaker.name is None and len(armed) == 1:
            aliases.setdefault(key, armed[0])


def _named_so(known: dict[str, Known], one: Known) -> Iterator[Known]:
    """Give the people whose role the report tells with their names, and who can be the nameless one."""
    for other in known.values():
        told = other.speaker.role is not None or bool(other.marks)
        person = other.speaker.kind is SpeakerKind.PERSON and told and not other.plural
        if person and other is not one and _is_called(other, one):
            yield other


def _is_called(known: Known, nameless: Known) -> bool:
    """Tell whether a speaker can be the one that was told of by a role alone."""
    role = (nameless.speaker.role or "").lower().split()
    plain = {word for word in role if source_kind(word) is not SpeakerKind.ORGANISATION} - _WHICH
    words = plain | set(role[-1:])
    if known.belongs and nameless.belongs and known.belongs.isdisjoint(nameless.belongs):
        return False  # a ministry's official is no hospital's director
    if known.speaker.kind not in PEOPLE:
        return False
    return known.plural == nameless.plural and words <= widened(known.told) | known.belongs


def _last(one: Known, known: dict[str, Known], aliases: dict[str, str]) -> Known:
    return known.get(aliases.get(one.key, one.key), one)


def _place(one: Known, field: Field) -> int:
    """Give the code point at which one who has no name was brought in; -1 where that is not in this field."""
    parts = one.key.split(":")
    return int(parts[-1]) if len(parts) > 2 and parts[-2] == field and parts[-1].isdecimal() else -1
