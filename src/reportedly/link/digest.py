"""The digest: a report as `link` looks at it, its parts worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from reportedly.link.align import Sentences, read_sentences
from reportedly.link.credit import Credit, find_credits, own_outlets, signs_as_agency
from reportedly.link.exchange import spell
from reportedly.link.fact import are_told_by, may_be_told_by, read_facts
from reportedly.link.index import Posted, post
from reportedly.link.shingle import Wording, read_pairs, read_runs, read_wording
from reportedly.link.statement import Statements, read_statements
from reportedly.link.tokens import Tokens, read_tokens
from reportedly.link.weight import weigh
from reportedly.report import Report
from reportedly.text.quotation import Quotation, find_quotations
from reportedly.text.sentence import split_sentences
from reportedly.text.word import words


@dataclass(frozen=True)
class Digest:
    """A report with what is compared of it; each part is worked out when first asked for."""

    report: Report

    @cached_property
    def bounds(self) -> tuple[tuple[int, int], ...]:
        """The sentences of the body, the same that every stage counts."""
        return split_sentences(self.report.body)

    @cached_property
    def tokens(self) -> Tokens:
        """The words of the body."""
        return read_tokens(self.report.body)

    @cached_property
    def spelled(self) -> str:
        """The words of the body, one letter each."""
        return spell(self.tokens, self.tokens.table)

    @cached_property
    def weighed(self) -> list[int]:
        """The words of the body by key; the lowest bit tells whether one is of content."""
        found: list[int] = (self.tokens.keys & ~np.uint64(1) | self.tokens.content).tolist()
        return found

    @cached_property
    def places(self) -> list[list[int]]:
        """The numbers `[first, last)` of each sentence's words."""
        found: list[list[int]] = np.searchsorted(self.tokens.starts, np.reshape(self.bounds, (-1, 2))).tolist()
        return found

    @cached_property
    def signed(self) -> bool:
        """Whether it carries an agency's dateline or desk credits."""
        return signs_as_agency(self.report)

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """What stands in quotation marks in the body."""
        return find_quotations(self.report.body)

    @cached_property
    def wording(self) -> Wording:
        """Its features for judging a pair."""
        return read_wording(self.tokens, self.quotations)

    @cached_property
    def posted(self) -> Posted:
        """What the index keeps of it."""
        return post(self.report, read_runs(self.tokens), read_pairs(self.tokens))

    @cached_property
    def muted(self) -> frozenset[int]:
        """The keys of the words of its own outlets' names."""
        return frozenset(weigh(word.form).key for name in self.outlets for word in words(name))

    @cached_property
    def sentences(self) -> Sentences:
        """Its sentences for aligning."""
        return read_sentences(self.report.body, self.tokens, self.bounds, self.quotations, self.muted)

    @cached_property
    def statements(self) -> Statements:
        """What its sentences state."""
        return Statements.of(read_statements(self.report.body, self.tokens, self.places, self.quotations, self.muted))

    def let_go(self) -> None:
        """Drop what takes most memory; it is worked out anew where it is asked for again."""
        for part in ("sentences", "wording", "posted", "spelled", "statements", "weighed"):
            self.__dict__.pop(part, None)

    @cached_property
    def facts(self) -> frozenset[int]:
        """The keys of its names, days and numbers."""
        return read_facts(self.report.body, self.tokens, self.bounds)

    def tells_nothing_but(self, other: Digest) -> bool:
        """Tell whether it is short and nearly all that it is specific about stands in `other`, a longer report."""
        return may_be_told_by(self.tokens, other.tokens) and are_told_by(self.facts, other.tokens)

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The outlets whose report it is, as the words or the input tell."""
        return own_outlets(self.report)

    @cached_property
    def _credits_to(self) -> dict[frozenset[str], tuple[Credit, ...]]:
        """What `credits_to` found so far."""
        return {}

    @cached_property
    def credits(self) -> tuple[Credit, ...]:
        """The other outlets' stories that it credits."""
        found = find_credits(self.report.body, self.tokens)
        return tuple(credit for credit in found if credit.outlet not in self.outlets)

    def credits_to(self, outlets: frozenset[str]) -> tuple[Credit, ...]:
        """List where it credits one of `outlets` that is not its own."""
        others = outlets - self.outlets
        if others not in self._credits_to:
            self._credits_to[others] = find_credits(self.report.body, self.tokens, others)
        return self._credits_to[others]
