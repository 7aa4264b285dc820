"""Find what a kept sentence was joined to and lost: 'though this has rarely been tried', 'but not the date'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from reportedly.data import read_words
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.caveat import CONCEDING, WITHHELD, find_caveats, find_lost_caveats
from reportedly.link.nearness import share_told
from reportedly.link.passage import Pairing, Passage, Reach, share_held
from reportedly.link.time_change import is_time
from reportedly.text.sentence import split_sentences

_AND = frozenset({"and", "or"})  # join clauses behind a break, or where 'that' follows
_LIMITING = CONCEDING | frozenset("unless except if".split())  # their clauses say how far the rest goes
_CONCEDES = CONCEDING | frozenset("yet however while whereas albeit nevertheless despite still".split())
_CORRECTING = (("because",), ("by",), ("rather",), ("instead",), ("in",), ("at",), ("on",), ("from",))
_RELATIVE = frozenset({"which", "who", "whom", "whose"})  # their clauses end at the next break
_WORD = 3  # letters of a word that says something
_LEAST = 5.5  # summed idf of what is worth missing
_TOLD = 0.44  # share of it that the sentence may tell by chance, in other words
_MOVED = 0.62  # share from which one other sentence tells it
_MOVED_HELD = 0.55  # share of it that must stand there in the same words
_CONDITIONS = frozenset({"if", "unless"})
_KEPT_TOLD = 0.6  # share of what it was joined to that is told still, be it in other words
_KEPT = 0.75  # share of what it was joined to that is told still


def find_lost_tails(pairing: Pairing) -> list[Variation]:
    """List the clauses that were joined on to a kept sentence and of which the retelling says nothing."""
    found = []
    caveats = {place for hit in find_caveats(pairing.origin) for place in range(*hit.reach)}
    fewer = len(find_caveats(pairing.derivative)) < len(find_caveats(pairing.origin))
    known = not fewer or bool(find_lost_caveats(pairing))
    for clause in _joined(pairing.origin):
        limits = not caveats.isdisjoint(range(*clause))
        if (limits and known) or not _is_lost(pairing, clause):
            continue
        opener = pairing.origin.forms[clause[0]]
        corrects = pairing.origin.forms[clause[0] + 1 : clause[0] + 2] in _CORRECTING  # 'not by wind but because of it'
        limits = limits or (opener in CONCEDING and not corrects)
        kind = VariationKind.CAVEAT_DROPPED if limits else VariationKind.DETAIL_DROPPED
        drift = Drift.STRONGER if limits or opener in _LIMITING else Drift.NEUTRAL
        note = f"What was joined on is gone: “{pairing.origin.text(clause)}”."
        there = None if limits else (0, len(pairing.derivative.tokens))
        found.append(pairing.tell(kind, clause, there, drift, note))
    return found


def _joined(passage: Passage) -> Iterator[Reach]:
    """Give the clauses behind the first of their sentence that open with a conjunction or a relative."""
    for start, end in passage.bounds:
        inside = [place for place, token in enumerate(passage.tokens) if start <= token.start < end]
        opens, done = [place for place in inside[1:] if _opens(passage, place)], 0
        for place, after in pairwise([*opens, *(last + 1 for last in inside[-1:])]):
            if place < done:
                continue  # 'although both were silent after noon': one clause
            if passage.forms[place] in CONCEDING:
                done = after = next(p for p in [*opens, inside[-1] + 1] if p > place and passage.breaks[p - 1])
            stops = (p for p in range(place + 1, after) if passage.breaks[p - 1])
            yield place, next(stops, after) if passage.forms[place] in _RELATIVE else after


def _opens(passage: Passage, place: int) -> bool:
    """Tell whether a word opens a clause that is joined on."""
    form = passage.forms[place]
    if form in _AND:
        return passage.breaks[place - 1] or passage.forms[place + 1 : place + 2] == ("that",)
    return form in _RELATIVE or form in read_words("variation_joiners.txt")


def _is_lost(pairing: Pairing, clause: Reach) -> bool:
    """Tell whether a clause outside quotations says what is told no more, though what it was joined to is."""
    origin, derivative = pairing.origin, pairing.derivative
    said = [token for token in origin.tokens[slice(*clause)] if token.content]
    if all(token.form[0].isdigit() or is_time(token.form) or len(token.form) < _WORD for token in said):
        return False  # 'after 3 pm'
    if not WITHHELD.isdisjoint(origin.forms[slice(*clause)]):
        return False  # why somebody is not named is told by itself
    if sum(token.idf for token in said) < (0 if _speaks_on(origin, clause) else _LEAST) or (
        any(token.quoted for token in said) and not _speaks_on(origin, clause)
    ):
        return False
    kept = share_held(origin, (0, clause[0]), derivative) >= _KEPT
    if not (kept or share_told(origin, (0, clause[0]), derivative) >= _KEPT_TOLD):
        return False
    if share_told(origin, clause, derivative) > _TOLD or _most_told(origin, clause, derivative):
        return False
    if _concedes(origin) <= _concedes(derivative) and origin.forms[clause[0]] in CONCEDING:
        return False  # 'but both were flouted', 'yet both were ignored'
    opener = {origin.forms[clause[0]]} & read_words("variation_joiners.txt")
    if not (opener | (_CONDITIONS if opener & _CONDITIONS else set())).isdisjoint(derivative.forms):
        return False  # 'unless the bill is dropped', 'if the bill is not dropped'
    return not any(_is_moved(origin, clause, other) for other in _sentences(derivative.body))


def _speaks_on(passage: Passage, clause: Reach) -> bool:
    """Tell whether a clause is what somebody went on to say: '"It may be new," he said, "but we are not sure."'."""
    quoted = all(token.quoted for token in passage.tokens[slice(*clause)])
    return quoted and passage.forms[clause[0]] in CONCEDING and not passage.tokens[clause[0] - 1].quoted


def _concedes(passage: Passage) -> int:
    """Count the words by which a clause concedes something to another."""
    return sum(token.form in _CONCEDES for token in passage.tokens)


def _most_told(origin: Passage, clause: Reach, derivative: Passage) -> bool:
    """Tell whether most words of a clause that describes something, however common, are told."""
    said = {token.key for token in origin.tokens[slice(*clause)] if token.content}
    return origin.forms[clause[0]] in _RELATIVE and len(said & derivative.keys) > len(said) / 2


def _is_moved(origin: Passage, clause: Reach, other: Passage) -> bool:
    """Tell whether another sentence tells a clause, some of it in the same words."""
    return share_told(origin, clause, other) >= _MOVED and share_held(origin, clause, other) >= _MOVED_HELD


@lru_cache(maxsize=4)
def _sentences(body: str) -> tuple[Passage, ...]:
    """Give the sentences of a report one by one."""
    return tuple(Passage(body, (bounds,)) for bounds in split_sentences(body))
