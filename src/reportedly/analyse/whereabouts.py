"""Give the places of a happening: which phrase names one, and which place an 'its bases' or 'the facility' means."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reportedly.analyse.noun_class import classes_of, noun_lemma
from reportedly.analyse.parse import Passage
from reportedly.analyse.phrase import conjuncts
from reportedly.event import Place, Toponym, ToponymUse

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_NOT_PLACES = frozenset({ToponymUse.EMBEDDED, ToponymUse.DEMONYM})
_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "parataxis"})
_SITES = frozenset({"base", "airport", "port", "facility"})
# What a place of each kind is called when it is spoken of again.
_CALLED = {
    "city": ("city", "town", "village", "capital", "port"),
    "country": ("country", "nation"),
    "island": ("island",),
    "province": ("province", "region", "state", "governorate"),
    "region": ("region",),
    "port": ("port", "harbour", "harbor"),
    "airport": ("airport", "airfield"),
    "base": ("base", "airbase", "airfield"),
    "strait": ("strait", "waterway"),
}
_GENERAL = frozenset({"facility", "base", "installation", "site"})  # may mean any such place named before
_LIST_REACH = 160  # characters after 'bases -' within which their names are told
_LIST_MARKS = frozenset({"-", "--", ":", ",", "("})
_BEYOND = frozenset({"to", "into", "from", "with", "for"})  # 'the gate to A at B' is in B
_HERE = frozenset({"the", "its", "their", "his", "both", "these", "those", "this", "that", "two", "main"})


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The places of one passage, by the tokens that name them."""

    passage: Passage
    at: dict[int, Toponym]  # token -> the toponym that it is part of
    # Head noun of a named place ('' for any site) -> tokens of its mentions, in order.
    nouns: dict[str, list[int]] = field(default_factory=dict)
    lists: dict[str, list[Toponym]] = field(
        default_factory=dict
    )  # plural noun -> the names that the report lists for it

    @classmethod
    def read(cls, passage: Passage, toponyms: Iterable[Toponym]) -> Whereabouts:
        """Lay the toponyms of the passage's field over its tokens."""
        doc = passage.doc
        starts = [token.idx + passage.offset for token in doc]
        at: dict[int, Toponym] = {}
        for toponym in toponyms:
            if toponym.span.field is not passage.field:
                continue
            i = bisect_left(starts, toponym.span.start)
            while i < len(starts) and starts[i] < toponym.span.end:
                at[i] = toponym
                i += 1
        found = cls(passage, at)
        for i in sorted(at):
            if at[i].use not in _NOT_PLACES:
                found._note(doc[i])
                if at[i].use is ToponymUse.LITERAL:
                    for noun in _CALLED.get(at[i].kind or "", ()):
                        found.nouns.setdefault(noun, []).append(i)
                if at[i].kind in _SITES:
                    found.nouns.setdefault("", []).append(i)
        return found

    def _note(self, token: Token) -> None:
        """Keep which nouns a named place is called by: 'the Brampton air base' is an air base, and a base."""
        head = token
        while head.dep_ in ("compound", "nmod", "amod", "poss") and head.head.pos_ in ("NOUN", "PROPN"):
            head = head.head
        if head.i == token.i and head.dep_ == "pobj" and head.head.head.i < head.i:
            head = head.head.head  # 'the base in Brampton'
        if "place" in classes_of(head) and head.i not in (token.i,):
            for noun in _called(head):
                self.nouns.setdefault(noun, []).append(token.i)
        elif "place" in classes_of(token):
            for noun in _called(token):
                self.nouns.setdefault(noun, []).append(token.i)

    def in_phrase(self, head: Token) -> Toponym | None:
        """Give the toponym that the phrase of `head` is about, the nearest to the head; None without one."""
        if head.i in self.at and self.at[head.i].use is not ToponymUse.EMBEDDED:
            return self.at[head.i]
        level = [head]
        for _ in range(6):
            level = [
                child
                for token in level
                for child in token.children
                if child.dep_ not in _CLAUSES and child.dep_ not in ("conj", "appos") and child.lower_ != "from"
            ]
            for token in sorted(level, key=lambda word: word.head.lower_ in _BEYOND):
                toponym = self.at.get(token.i)
                if toponym is not None and toponym.use not in _NOT_PLACES and token.dep_ != "poss":
                    return toponym
        return None

    def places(self, head: Token) -> list[Place]:
        """Give the places that a noun phrase stands for; several for 'its two bases' where the report names them."""
        named = self._named(head)
        if named:
            return named
        toponym = self.in_phrase(head)
        own = head.i in self.at
        if toponym is not None and (own or "place" in classes_of(head) or head.pos_ == "PROPN"):
            narrow = self._meant(head) if not own and toponym.kind in ("country", "continent", None) else []
            return narrow or [Place.of(toponym)]
        return self._unknown(head)

    def _named(self, head: Token) -> list[Place]:
        """Give the places that 'the towns of A and B' names, those that no gazetteer has among them."""
        if head.i in self.at or head.tag_ != "NNS" or "place" not in classes_of(head):
            return []
        names = [
            name
            for preposition in head.children
            if preposition.lower_ == "of"
            for noun in preposition.children
            if noun.dep_ == "pobj"
            for name in conjuncts(noun)
            if name.pos_ == "PROPN"
        ]
        return [Place.of(self.at[name.i]) if name.i in self.at else self.unmapped(name) for name in names]

    def _unknown(self, head: Token) -> list[Place]:
        """Give a place that no gazetteer has: told by a common noun, or meant by one."""
        counts = head.ent_type_ == "CARDINAL"  # 'hundreds of homes' counts places, and is none
        if counts or "place" not in classes_of(head) or head.pos_ not in ("NOUN", "PROPN"):
            return []
        meant = self._meant(head)
        if meant:
            return meant
        named = next((c for of in head.rights if of.lower_ == "of" for c in of.children if c.dep_ == "pobj"), None)
        return [self.unmapped(named if named is not None and named.pos_ == "PROPN" else head)]

    def unmapped(self, head: Token) -> Place:
        """Give the place that a phrase names, by its words alone."""
        span = self.passage.chars(_start(head), head.idx + len(head))
        return Place(name=span.text, lat=None, lon=None, radius_km=None, gazetteer_id=None, span=span)

    def _meant(self, head: Token) -> list[Place]:
        """Give the named places that 'the base', 'the facility' or 'its bases' speak of, told before."""
        if not any(child.lower_ in _HERE or child.dep_ == "poss" for child in head.lefts):
            return []
        if head.tag_ in ("NNS", "NNPS"):
            return [Place.of(toponym) for toponym in self._listed(head)]
        for noun in (*_called(head), *(("",) if noun_lemma(head) in _GENERAL else ())):
            named = self.nouns.get(noun, [])
            before = bisect_left(named, head.i)
            if before:
                return [Place.of(self.at[named[before - 1]])]
        return []

    def there(self, before: int) -> Place | None:
        """Give the literal place told last before token `before`, which 'there' means; None without one."""
        told = [i for i, toponym in self.at.items() if i < before and toponym.use is ToponymUse.LITERAL]
        return Place.of(self.at[max(told)]) if told else None

    def _listed(self, head: Token) -> list[Toponym]:
        """Give the names that the report lists for a plural noun: 'its bases - the A airbase and the B port'."""
        noun = noun_lemma(head)
        if noun not in self.lists:
            self.lists[noun] = next(
                (named for token in self._before_lists(noun) if len(named := self._after(token)) > 1), []
            )
        return self.lists[noun]

    def _before_lists(self, noun: str) -> Iterator[Token]:
        """Give each place where the plural of `noun` stands before a dash, a colon or a comma."""
        doc = self.passage.doc
        for token in doc[: max(len(doc) - 1, 0)]:
            if token.tag_ in ("NNS", "NNPS") and noun_lemma(token) == noun and doc[token.i + 1].text in _LIST_MARKS:
                yield token

    def _after(self, noun: Token) -> list[Toponym]:
        found: list[Toponym] = []
        for token in noun.doc[noun.i + 2 : noun.sent.end]:
            if token.idx - noun.idx > _LIST_REACH or token.text in ("-", "--", ")"):
                break
            toponym = self.at.get(token.i)
            if toponym is None or toponym.use in _NOT_PLACES or toponym in found:
                continue
            if token.dep_ == "pobj" and token.head.lower_ == "in" and found:
                continue  # 'the A airbase in B': B says where A is
            found.append(toponym)
        return found


def _called(head: Token) -> Sequence[str]:
    """Give what a place is called, narrowest first, 'air base' and 'airbase' alike."""
    lemma = noun_lemma(head)
    before = [child.lower_ for child in head.lefts if child.dep_ == "compound" and child.i == head.i - 1]
    whole = (before[0] + lemma) if before else lemma
    return (whole, lemma) if whole != lemma else (lemma,)


def _start(head: Token) -> int:
    """Give the character at which the phrase of `head` starts, its article left out."""
    first = head.left_edge
    while first.i < head.i and first.dep_ in ("det", "punct", "cc"):
        first = first.nbor()
    return first.idx
