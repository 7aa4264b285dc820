"""Join the mentions of a report that are of one and the same: one record for each person, body, group and thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportedly.analyse.actor_table import is_seat
from reportedly.analyse.mention import Mention
from reportedly.analyse.same_person import fits_title, is_short_for, name_words, surname_key
from reportedly.event import EntityKind
from reportedly.span import Field, Span
from reportedly.text.fold import fold

_ENDS = ("inc", "ltd", "plc", "llc", "corp", "co", "sa", "ag", "group", "company", "corporation")
_LONG_ACRONYM = 3
_SMALL = frozenset({"of", "for", "the", "and", "on", "in"})


class _Name(NamedTuple):
    """A name of a record, where it first stands."""

    text: str
    span: Span
    stated: bool  # as another name of one that was named before


class Records:
    """The records of a report, by the keys of their mentions."""

    def __init__(self) -> None:
        self._parents: dict[str, str] = {}
        self._names: dict[str, list[_Name]] = {}  # key -> its names, in reading order
        self._keys: dict[Mention, str] = {}
        self._people: frozenset[str] = frozenset()  # the records of people

    @classmethod
    def join(
        cls, mentions: Sequence[Mention], aliases: Iterable[tuple[Mention, str]], titles: Mapping[Mention, str]
    ) -> Records:
        """Join the mentions of a report.

        Args:
            mentions: all of them; a full name is joined with the shorter ones before and behind it.
            aliases: a mention, and another name that the report states for the same one.
            titles: the word before a mention: 'Mrs' tells two namesakes apart.
        """
        records = cls()
        ordered = sorted(mentions, key=lambda each: (each.span.field is Field.TITLE, each.span))
        for mention in ordered:
            records._take(mention)
        by_name: dict[str, list[Mention]] = {}
        for mention in ordered:
            by_name.setdefault(_plain(mention.name), []).append(mention)
        for mention, name in aliases:
            records._state(mention, name, by_name)
        records._join_bodies()
        records._join_people([m for m in ordered if m.kind is EntityKind.PERSON and m.key is None], titles)
        records._people = frozenset(records.of(m) for m in ordered if m.kind is EntityKind.PERSON)
        return records

    def of(self, mention: Mention) -> str:
        """Give the key of the record that a mention belongs to."""
        return self._root(self._keys[mention])

    def name(self, record: str) -> str:
        """Give the fullest name of a record; one that is stated as another name only where there is no other."""
        names = self._names[record]
        if record.startswith("state:"):
            names = [name for name in names if not is_seat(name.text)] or names
        return max(names, key=lambda name: (not name.stated, len(_words(name.text)), len(name.text))).text

    def aliases(self, record: str) -> tuple[str, ...]:
        """Give the other names of a record, without those that are only a part of another: a surname."""
        fullest = self.name(record)
        others = {name.text for name in self._names[record] if name.text != fullest}
        person = record in self._people
        stated = {name.text for name in self._names[record] if name.stated} - {fullest}
        others = {name for name in others if name in stated or not f"{fullest} ".startswith(f"{name} ")}
        if person:
            whole = [*stated, fullest]
            others = {name for name in others if name in stated or not any(is_short_for(name, long) for long in whole)}
        return tuple(sorted(others if not record.startswith(("place:", "asset:", "body:")) else stated))

    def _root(self, key: str) -> str:
        root = key
        while self._parents[root] != root:
            root = self._parents[root]
        while self._parents[key] != root:  # so that the next look is short
            self._parents[key], key = root, self._parents[key]
        return root

    def _take(self, mention: Mention) -> None:
        key = mention.key or f"{mention.kind}:{_plain(mention.name)}"
        self._keys[mention] = key
        if key not in self._parents:
            self._parents[key] = key
            self._names[key] = []
        if all(name.text != mention.name for name in self._names[key]):
            self._names[key].append(_Name(_shown(mention.name), mention.span, stated=False))

    def _unite(self, one: str, other: str) -> None:
        """Make two records one, under the key of the first."""
        first, second = self._root(one), self._root(other)
        if first == second:
            return
        self._parents[second] = first
        known = {name.text for name in self._names[first]}
        self._names[first] += [name for name in self._names[second] if name.text not in known]

    def _state(self, mention: Mention, name: str, by_name: Mapping[str, Sequence[Mention]]) -> None:
        """Join another name that is stated for a mention, and every mention that goes by it."""
        if mention not in self._keys:
            return
        plain = _plain(fold(name))
        for other in by_name.get(plain, ()):
            later = other.span.start > mention.span.start
            may_be = other.kind is mention.kind or other.key is not None or later
            root = self._root(self._keys[other])
            if not may_be or other.kind is EntityKind.ASSET or root == self.of(mention):
                continue
            if any(name.stated and _plain(name.text) == plain for name in self._names[root]):
                continue  # two bodies that go by the same letters are two
            if len(other.name) < len(mention.name) or mention.kind is EntityKind.PERSON:
                self._names[root] = [n._replace(stated=n.stated or _plain(n.text) == plain) for n in self._names[root]]
            self._unite(self._keys[mention], self._keys[other])
        root = self.of(mention)
        if all(_plain(known.text) != plain for known in self._names[root]):
            self._names[root].append(_Name(fold(name), mention.span, stated=True))

    def _join_bodies(self) -> None:
        """Join shorter forms of a body's name with the one body that they can mean."""
        bodies = [key for key in self._parents if key.startswith(f"{EntityKind.ORGANISATION}:")]
        longer = _index((form, key) for key in bodies for form in _short_forms(key.partition(":")[2]))
        states = _index((f"body::{key.rpartition(':')[2]}", key) for key in self._parents if key.startswith("body:"))
        for key in list(self._parents):
            if key.startswith("body::"):
                whose = [other for other in states[key] if not other.startswith("body::")]
                if len(whose) == 1:
                    self._unite(whose[0], key)
            elif key.startswith(f"{EntityKind.ORGANISATION}:") and self._root(key) == key:
                name = key.partition(":")[2]
                others = [
                    other for other in longer.get(name, ()) if not _is_first(name, other) or self._opens(key, other)
                ]
                roots = {self._root(other) for other in others} - {key}
                if len(roots) == 1:
                    self._unite(roots.pop(), key)

    def _opens(self, key: str, other: str) -> bool:
        """Tell whether a body's name is the first word of one told before it: 'Norsund' of 'Norsund Line'.

        A longer name that only comes behind is another's that starts alike.
        """
        short, long = self._names[key][0], self._names[other][0]
        return long.span.field is Field.TITLE or long.span.start < short.span.start

    def _join_people(self, people: Sequence[Mention], titles: Mapping[Mention, str]) -> None:
        """Join shorter names of people with the full ones; of namesakes a surname means the one told first."""
        first: dict[str, Mention] = {}
        for mention in people:
            first.setdefault(self._keys[mention], mention)
        fulls = self._join_full(first)
        given = _index((name_words(full)[0], key) for known in fulls.values() for full, key in known)
        for key, mention in first.items():
            if len(name_words(mention.name)) == 1 and self._root(key) == key:
                whose = fulls.get(surname_key(mention.name), ())
                self._join_short(
                    key, mention, whose, given.get(name_words(mention.name)[0], ()), titles.get(mention, "")
                )

    def _join_full(self, first: Mapping[str, Mention]) -> dict[str, list[tuple[str, str]]]:
        """Join the full names of one person, and give them by their surname's key, in reading order, each with its key.

        Args:
            first: the first mention of each key.
        """
        fulls: dict[str, list[tuple[str, str]]] = {}
        longest_first = sorted(first, key=lambda key: (-len(name_words(first[key].name)), *_place(first[key])))
        for key in longest_first:
            name = first[key].name
            if len(name_words(name)) > 1:
                known = fulls.setdefault(surname_key(name), [])
                same = next((other for full, other in known if is_short_for(name, full)), None)
                if same is not None:
                    self._unite(same, key)
                known.append((name, key))
        for key in first:
            stated = [name.text for name in self._names[self._root(key)] if name.stated and " " in name.text]
            for name in stated:
                fulls.setdefault(surname_key(name), []).append((name, key))
        for known in fulls.values():
            known.sort(key=lambda each: _place(first[each[1]]))
        return fulls

    def _join_short(
        self, key: str, mention: Mention, fulls: Sequence[tuple[str, str]], given: Sequence[str], title: str
    ) -> None:
        """Join a surname with the first who has it, or else a first name with the only one."""
        fits = [one for one in fulls if is_short_for(mention.name, one[0]) and fits_title(one[0], title)]
        exact = [one for one in fits if name_words(one[0])[-1] == name_words(mention.name)[0]]
        if fits:
            self._unite((exact or fits)[0][1], key)
        elif len({self._root(each) for each in given}) == 1:
            self._unite(given[0], key)


def _place(mention: Mention) -> tuple[bool, Span]:
    """Give where a mention stands; the title's, which are cut short, count as last."""
    return mention.span.field is Field.TITLE, mention.span


def _index(pairs: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word, key in pairs:
        found.setdefault(word, []).append(key)
    return found


def _words(name: str) -> list[str]:
    return name.replace("-", " ").split()


def _plain(name: str) -> str:
    """Give the form in which bodies' names are compared."""
    return name.lower().removeprefix("the ").replace(".", "").strip()


def _shown(name: str) -> str:
    return name.removeprefix("the ").removeprefix("The ")


def _is_first(name: str, key: str) -> bool:
    """Tell whether a name is only the first word of a longer one, which says less than its letters do."""
    return key.partition(":")[2].startswith(f"{name} ") and key.rpartition(" ")[2] not in _ENDS


def _short_forms(name: str) -> set[str]:
    """Give what a body's name may be cut to: without its legal form, its first word, its first letters."""
    words = _words(name)
    if len(words) == 1:
        return set()
    capitals = "".join(word[0] for word in words if word not in _SMALL)
    forms = {name.split()[0]}
    forms |= {" ".join(name.split()[:-1])} if words[-1] in _ENDS else set()
    forms |= {capitals} if len(capitals) >= _LONG_ACRONYM else set()
    return forms - {name}
