"""Whether a later report tells what an earlier one does, in whatever words: who tells anew keeps facts, not wording.

It is asked only where something tells which of the two came first, and never of two reports of one outlet.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import combinations
from math import exp, log
from typing import NamedTuple

from reportedly.data import read_table
from reportedly.link.acknowledgement import list_crediting
from reportedly.link.align import Match
from reportedly.link.digest import Digest
from reportedly.link.direction import came_before
from reportedly.link.statement import Statements

_LEAST = 7.0  # summed weight of the items that two sentences share, from which they may state the same
_FEWEST = 2  # items
_TAKEN = 0.25  # part of the lighter of two sentences, from which the later one has it from the earlier
_MOST_ORDERED = 40  # sentences whose order is looked at
_SHORTEST = 20.0  # weight of a report that is hardly one


class Told(NamedTuple):
    """A sentence of the earlier report, and the one of the later that states most of it."""

    one: int
    other: int
    weight: float  # of the items that both hold
    part: float  # of the lighter sentence, 0 to 1


class Telling(NamedTuple):
    """How likely it is that one of two reports tells the other, and which sentences say the same."""

    chance: float  # 0 to 1
    matches: tuple[Match, ...]


def find_telling(one: Digest, other: Digest) -> Telling:
    """Look whether either of two reports tells the other; with no sign of which came first nothing is found."""
    if one.outlets & other.outlets:
        return _NONE
    forth, back = _tell(one, other), _tell(other, one)
    if back.chance <= forth.chance:
        return forth
    turned = [Match(match.others, match.ones, match.score) for match in back.matches]
    return Telling(back.chance, tuple(sorted(turned, key=lambda match: (match.ones, match.others))))


def _tell(earlier: Digest, later: Digest) -> Telling:
    """Look whether the second report tells the first."""
    if not _may_precede(earlier, later):
        return _NONE
    told = find_told(earlier.statements, later.statements)
    if len({each.other for each in told}) < _FEWEST:
        return _NONE
    weights = _coefficients()
    measures = measure_telling(earlier, later, told)
    odds = weights["constant"] + sum([weights[name] * value for name, value in measures.items()])
    return Telling(1 / (1 + exp(-max(-30.0, min(30.0, odds)))), _matches(told, later.statements))


def _may_precede(earlier: Digest, later: Digest) -> bool:
    """Tell whether anything says that the first report came out before the second, and no day against it."""
    if came_before(earlier, later):
        return True
    if came_before(later, earlier):
        return False
    return _is_unsigned(earlier, later) or _is_wire(earlier, later) or bool(list_crediting(later, earlier))


def _is_unsigned(earlier: Digest, later: Digest) -> bool:
    """Tell whether nothing is known of the second report but its words: no outlet and no day."""
    known = [bool(each.outlets or each.report.published) for each in (earlier, later)]
    return known == [True, False]


def _is_wire(earlier: Digest, later: Digest) -> bool:
    """Tell whether the first report is signed as an agency's and the second is not."""
    return earlier.signed and not later.signed


def find_told(earlier: Statements, later: Statements) -> list[Told]:
    """Find for each sentence of the earlier report the one of the later report that states most of it."""
    found: dict[int, Told] = {}
    for number, statement in enumerate(later.told):
        shared: dict[int, list[float]] = defaultdict(list)
        for item, weight in statement.items.items():
            for holder in earlier.holders.get(item, ()):
                shared[holder].append(min(weight, earlier.told[holder].items[item]))
        for holder, weights in shared.items():
            weight = sum(weights)
            if len(weights) < _FEWEST or weight < _LEAST or (holder in found and found[holder].weight >= weight):
                continue
            part = weight / min(statement.mass, earlier.told[holder].mass)
            found[holder] = Told(holder, number, weight, min(1.0, part))
    return [found[holder] for holder in sorted(found)]


def measure_telling(earlier: Digest, later: Digest, told: Sequence[Told]) -> dict[str, float]:
    """Give all that the probability is computed from; `told` are the sentences that say the same.

    `density` is the part, by weight, of the later sentences that have something from the earlier report which that
    report holds; `of_later` how many of its sentences these are; `order` the part of all twos that stand in one order
    in both; `told` grows with what was taken, `length` with the earlier report, where more is found by chance.
    """
    first, second = earlier.statements, later.statements
    taken = {each.other for each in told if each.part >= _TAKEN}
    items = {item: weight for number in sorted(taken) for item, weight in second.told[number].items.items()}
    held = sum([weight for item, weight in items.items() if item in first.holders])
    return {
        "density": held / max(1.0, sum(items.values())),
        "of_later": len(taken) / max(1, len(second.told)),
        "order": _order(told),
        "told": log(1.0 + sum([each.weight * each.part for each in told])),
        "length": log(max(_SHORTEST, sum([each.mass for each in first.told]))),
        "wire": float(_is_wire(earlier, later)),
        "unsigned": float(_is_unsigned(earlier, later)),
    }


def _order(told: Sequence[Told]) -> float:
    """Give the part of all twos of sentences that stand in one order in both reports; 0.5 where there are no two."""
    twos = [a.other < b.other for a, b in combinations(told[:_MOST_ORDERED], 2) if a.other != b.other]
    return sum(twos) / len(twos) if twos else 0.5


def _matches(told: Sequence[Told], later: Statements) -> tuple[Match, ...]:
    """Give each sentence of the later report that was taken, with those that it tells; not what it found out itself."""
    groups: dict[int, list[Told]] = defaultdict(list)
    for each in told:
        if each.part >= _TAKEN and not later.told[each.other].own:
            groups[each.other].append(each)
    found = [
        Match(tuple(each.one for each in group), (number,), max(each.part for each in group))
        for number, group in groups.items()
    ]
    return tuple(sorted(found, key=lambda match: (match.ones, match.others)))


@cache
def _coefficients() -> Mapping[str, float]:
    """Read the fitted weights."""
    return {row["feature"]: float(row["weight"]) for row in read_table("link_telling_weights.tsv")}


_NONE = Telling(0.0, ())
