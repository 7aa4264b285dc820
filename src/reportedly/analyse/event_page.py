"""What one passage of a report offers to its events: its assets, numbers, places and times, by token."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from reportedly.analyse.asset import find_assets, is_listed
from reportedly.analyse.craft_name import craft_names
from reportedly.analyse.frame import parsed_text
from reportedly.analyse.installation import find_installations
from reportedly.analyse.noun_class import is_share
from reportedly.analyse.parse import Passage
from reportedly.analyse.phrase import conjuncts
from reportedly.analyse.time_zone import local_day
from reportedly.analyse.token_at import TokenAt
from reportedly.analyse.whereabouts import Whereabouts
from reportedly.event import Asset, TimeExpression, Toponym
from reportedly.report import Dateline
from reportedly.span import Span
from reportedly.text.number import Number, find_numbers

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_CRAFT = frozenset({"ship", "aircraft", "vehicle"})
_NAMING = frozenset({"compound", "nmod", "amod"})
# Told by the craft's own name before them.
_BY_CRAFT = frozenset({"transport", "transporter", "flight", "sortie", "crew"})
_DATE_WORDS = 5  # 'ACCRA, Nov. 20, 2025:' has no more between the place and its colon
_DATED = re.compile(r"(?!P[\dTX]|PRESENT_REF|PAST_REF|FUTURE_REF)")


@dataclass(frozen=True, slots=True, eq=False)  # a page is known by itself, so that what is read of one can be kept
class Page:
    """One passage with all that its events are made of."""

    passage: Passage
    numbers: tuple[Number, ...]
    assets: Mapping[int, Asset]  # by the token that names it
    installations: Mapping[int, Asset]  # the same of what stands fast
    where: Whereabouts
    times: dict[int, TimeExpression]  # by the token that heads its words
    opening: int  # the first token after the dateline, where the passage opens with one
    day: str | None  # ISO 8601, the report's own; None where it has none
    kinds: NDArray[np.float32] | None = None  # event_kind.Kinds; None where the rules read alone

    @classmethod
    def read(
        cls,
        passage: Passage,
        toponyms: Iterable[Toponym],
        times: Sequence[TimeExpression],
        dateline: Dateline | None = None,
        published: str | None = None,
    ) -> Page:
        """Lay what was found in the passage's field over its tokens."""
        numbers = find_numbers(parsed_text(passage.doc))
        opening = _opening(passage, dateline.span if dateline else None)
        return cls(
            passage=passage,
            numbers=numbers,
            assets=find_assets(passage, numbers),
            installations=find_installations(passage, numbers),
            where=Whereabouts.read(passage, toponyms),
            times={i: time for i, time in _heads(passage, times) if i >= opening},
            opening=opening,
            day=day.isoformat() if (day := local_day(published, dateline.place if dateline else None)) else None,
        )

    def assets_of(self, heads: Iterable[Token]) -> tuple[Asset, ...]:
        """Give the assets that noun phrases speak of, in reading order: 'a convoy of trucks and tanks' is three."""
        found: set[int] = set()
        for head in heads if self.assets else ():
            called = head.pos_ == "PROPN" or head.lemma_.lower() in _BY_CRAFT
            # 'the tug Boris Chilikin', 'an A400M flight'
            named = [child for child in head.lefts if child.dep_ in _NAMING]
            inside = [*_inside(head), *(named if called and head.i not in self.assets else [])]
            found |= {token.i for token in inside if token.i in self.assets}
            craft = craft_names(self.passage.doc).get(head.i)  # 'the tanker Orla sailed': the noun tells it
            found |= {craft.behind} & self.assets.keys() if craft is not None and craft.behind is not None else set()
        return tuple(self.assets[i] for i in sorted(found))

    def installations_of(self, heads: Iterable[Token]) -> tuple[Asset, ...]:
        """Give the installations that noun phrases speak of: 'the remains of two bridges' are bridges too."""
        found = {token.i for head in heads for token in _inside(head) if token.i in self.installations}
        return tuple(self.installations[i] for i in sorted(found))

    def craft_before(self, token: Token) -> Asset | None:
        """Give the ship, aircraft or vehicle named last before 'it', 'she' or 'they', in two sentences at most."""
        first = token.doc[max(token.sent.start - 1, 0)].sent.start
        tags = ("NNS", "NNPS") if token.lower_ == "they" else ("NN", "NNP")
        for i in range(token.i - 1, first - 1, -1):
            if i in self.assets and self.assets[i].category in _CRAFT and token.doc[i].tag_ in tags:
                return self.assets[i]
        return None

    def assets_between(self, first: int, last: int) -> dict[int, Asset]:
        """Give the assets named from token `first` up to, not including, `last`."""
        return {i: self.assets[i] for i in range(first, last) if i in self.assets}

    def times_between(self, first: int, last: int) -> dict[int, TimeExpression]:
        """Give the times told from token `first` up to `last`; lengths, rates and 'now' say nothing of the day."""
        found = {i: self.times[i] for i in range(first, last) if i in self.times}
        return {i: time for i, time in found.items() if _DATED.match(time.value)}


def _opening(passage: Passage, dateline: Span | None) -> int:
    """Give the first token after the dateline and its dash; 0 where the passage has none."""
    if dateline is None or dateline.field is not passage.field or dateline.start < passage.offset:
        return 0
    dated = 0  # tokens behind the place: 'ACCRA, Nov 20:'
    for token in passage.doc[:40]:
        if token.idx + passage.offset < dateline.end:
            continue
        if token.text in ("-", "--") or (token.text == ":" and dated <= _DATE_WORDS):
            return int(token.i) + 1
        dated += 1
    return 0


def _heads(passage: Passage, times: Sequence[TimeExpression]) -> Iterator[tuple[int, TimeExpression]]:
    doc = passage.doc
    words = TokenAt.read(doc)
    end = passage.offset + len(parsed_text(doc))
    for time in times:
        if time.span.field is passage.field and passage.offset <= time.span.start < end:
            tokens = words.run(time.span.start - passage.offset, time.span.end - passage.offset)
            if tokens is not None:
                yield tokens.root.i, time


def _inside(head: Token) -> list[Token]:
    """List the nouns of a phrase: its head, what is joined to it, and what either consists of."""
    found = [*_listed_before(head), *conjuncts(head)]
    for token in found:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in ("of", "including", "like", "with"):
                found += [
                    noun
                    for pobj in child.children
                    if pobj.dep_ == "pobj"
                    for noun in conjuncts(pobj)
                    if noun not in found and (is_share(token) or not owns(noun))
                ]
            elif child.dep_ in ("nummod", "appos") and child not in found:
                found.append(child)
    return found


def _listed_before(head: Token) -> list[Token]:
    """Give what the model takes for a word about the next thing of a list: 'a frigate, two corvettes and a tanker'."""
    return [child for child in head.lefts if child.dep_ in _NAMING and child.nbor().text == "," and is_listed(child)]


def owns(noun: Token) -> bool:
    """Tell whether 'of' brings in whose the things are: 'soldiers of the brigade', not 'a column of tanks'."""
    return noun.tag_ in ("NN", "NNP") and any(child.lower_ in ("the", "its", "their") for child in noun.lefts)


def clause_of(token: Token) -> tuple[int, int]:
    """Give the clause of a token, as the first token and the one after the last."""
    verb = token
    for _ in range(12):
        if verb.pos_ in ("VERB", "AUX") and (
            verb.dep_ in ("ROOT", "ccomp", "advcl", "relcl", "parataxis", "conj") or _has_subject(verb)
        ):
            break
        if verb.head.i == verb.i:
            break
        verb = verb.head
    first, last = verb.left_edge.i, verb.right_edge.i + 1
    if not first <= token.i < last:
        first, last = token.left_edge.i, token.right_edge.i + 1
    while last - 1 > token.i and token.doc[last - 1].is_punct:
        last -= 1
    while first < token.i and token.doc[first].is_punct:
        first += 1
    return first, last


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in verb.children)
