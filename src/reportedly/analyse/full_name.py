"""Give names in full: the body's for the title's short one, the report's own outlet's for its last word."""

from __future__ import annotations

from dataclasses import replace

from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.known import Known
from reportedly.analyse.outlet_name import own_outlets
from reportedly.analyse.person_name import NameBook
from reportedly.analyse.source_name import is_body_name
from reportedly.attribution import SpeakerKind
from reportedly.report import Report
from reportedly.text.fold import fold
from reportedly.text.newsroom import as_written


class FullNames:
    """The names that a report tells in full, as far as it has been read."""

    def __init__(self, report: Report) -> None:
        self.outlets = own_outlets(report)  # lower case
        self.names = NameBook()
        self._own = tuple(name for name in (report.publisher, report.agency) if name)
        self._text = fold(report.body)

    def of_source(self, name: str, kind: SpeakerKind, *, plural: bool, she: bool | None) -> str:
        """Give the name of a source in full.

        Args:
            name: as the source's words have it.
            kind: what sort of source it is.
            plural: several people are named: 'Ana and Leo Pell'.
            she: whether it must be a woman's; None where that is open.
        """
        if kind is SpeakerKind.OUTLET:
            return self.of_outlet(name)
        full = name
        if kind is SpeakerKind.PERSON and plural:
            shared = name.rpartition(" ")[2]  # 'Ana and Leo Pell' are told in full
            fulls = ((one, self.names.full(one)) for one in name.split(" and "))
            return " and ".join(one if full.endswith(f" {shared}") else full for one, full in fulls)
        if kind is SpeakerKind.PERSON:
            full = self.names.full(name, she)
        if full == name and name[:1].isupper():
            full = self._body_of(name)
        single = kind is SpeakerKind.ORGANISATION and " " not in name and name[:1].isupper()
        return self.names.full(name) if full == name and single else full

    def fullest(self, name: str) -> str:
        """Give the name of the person or the body that a shorter one stands for; else the name itself."""
        full = self.names.full(name)
        return self._body_of(name) if full == name else full

    def of_recipient(self, name: str) -> str:
        """Give the name of those who were told."""
        full = self.of_outlet(name)
        return self.fullest(name) if full == name else full

    def of_owner(self, name: str) -> str:
        """Give the name of a body or a person that somebody belongs to."""
        full = self.of_outlet(self.names.full(name))
        body = self._body_of(name)
        return body if full == name and (not look_up(name) or is_body_name(body)) else full

    def of_outlet(self, name: str) -> str:
        """Give the report's own outlet for its last word, 'the Ledger', or its first."""
        ended = (full for full in self._own if name and full.endswith(f" {name}"))
        known = name.lower() in self.outlets or not look_up(name)
        opened = (full for full in self._own if name and known and full.startswith(f"{name} "))
        return next(ended, None) or next(opened, name)

    def is_own(self, name: str) -> bool:
        """Tell whether a name is that of the report's own outlet."""
        return name in self._own

    @property
    def own(self) -> str | None:
        """Give the report's own outlet, or its agency."""
        return next(iter(self._own), None)

    def as_told(self, name: str) -> str:
        """Give a name of the title as far as the body tells it: 'Nordhav' for 'Nordhav Announces Dividend'."""
        words = name.split()
        told = (" ".join(words[:n]) for n in range(len(words), 0, -1))
        return next((words for words in told if words in self._text), name)

    def in_whole(self, known: Known) -> Known:
        """Give a speaker with its name and its body's in full, where the title had a shorter one than the body."""
        told = known.speaker
        name = self._whole(told.name) if told.name and told.kind is SpeakerKind.ORGANISATION else told.name
        name = as_written(name) if name else None
        body = as_written(self._whole(told.affiliation)) if told.affiliation else None
        return replace(known, speaker=replace(told, name=name, affiliation=body))

    def _whole(self, name: str) -> str:
        """Give the longer name with which the report's text brings a shorter one in."""
        full = self.names.body(name)
        return full if 0 <= self._text.find(full) <= self._text.find(name) else name

    def _body_of(self, name: str) -> str:
        """Give a body's longer name; not one that only comes behind the shorter: it is another's that starts alike."""
        full = self.names.body(name)
        behind = name in full and self._text.find(full) > self._text.find(name) >= 0
        return name if behind else full
