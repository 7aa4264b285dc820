"""Judge a pair of reports: how they stand to each other, how surely, and which came first.

A pair's verdict depends on the two reports and on shipped tables alone: other reports change nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from math import exp

from reportedly.data import read_table
from reportedly.lineage import DERIVED, Coverage, Relation
from reportedly.link.acknowledgement import find_acknowledgement, may_acknowledge
from reportedly.link.align import Match, align
from reportedly.link.digest import Digest
from reportedly.link.direction import Ruling, tell_direction
from reportedly.link.fact import are_told_alike
from reportedly.link.revision import find_marks
from reportedly.link.rewording import count_reworded
from reportedly.link.shingle import Shingles, longest_run
from reportedly.link.telling import find_telling

_DERIVED_FROM = 0.5  # probability
_SAME_STORY_FROM = 0.1  # part of the smaller report's content-word pairs that two reports of one event share
_SAME = 0.985  # likeness of sentences that differ by a letter at most
_KEPT_RUNS = (
    0.53  # part of the word 3-grams that edits leave standing (.55 to .73 on made ones); rewrites leave up to .5
)
# Times in a hundred words that content was put for other content: .9 to 4.1 in edits (of our own, and whose runs of
# words say edit), 4.8 to 9.3 in rewrites that leave as much standing.
_REWORDED = 5.0
# Part of the word 3-grams that two versions of an outlet's report share: .48 and more in our retellings, while what it
# reports on later days of the same matter shares .18 at most.
_VERSION = 0.3
_EDITED = 0.85  # mean likeness of sentences that were touched, not reworded
_MOST_ORDERED = 100  # matches whose order is looked at
_LONG_RUN = 25  # 3-grams in a row, outside quotations, that nobody writes twice by chance
_ACKNOWLEDGED = 0.8  # probability, where a report says that the story is the other's and too few words are the same
_SAME_FACTS = 0.7  # probability, where a short report has no facts but the other's
_WHOLE = 0.8  # share of a report that counts as all of it
_PART = 0.6  # share of both reports below which the one holds an excerpt of the other

_UNDECIDED = Ruling(None, 0.5, ())


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of two reports, the first being number 0."""

    kind: Relation
    score: float  # 0 to 1, how sure the kind is
    ruling: Ruling  # on a related pair; undecided for an unrelated one
    matches: tuple[Match, ...]

    @property
    def turned(self) -> tuple[Match, ...]:
        """The matches as seen from the second report."""
        return tuple(Match(match.others, match.ones, match.score) for match in self.matches)

    @property
    def derived(self) -> bool:
        """Tell whether one was made from the other."""
        return self.kind in DERIVED


def judge(one: Digest, other: Digest) -> Verdict:
    """Judge two reports; the verdict is the same, turned round, in the other order."""
    measures, matches = measure(one, other)
    chance = _chance(measures)
    if chance < _DERIVED_FROM:
        told, matches = _look_past_wording(one, other, matches)
        chance = max(chance, told)
    if chance < _DERIVED_FROM and (telling := find_telling(one, other)).chance >= _DERIVED_FROM:
        chance, matches = telling
    if not matches:
        return Verdict(Relation.UNRELATED, round(1 - chance, 3), _UNDECIDED, ())
    if chance < _DERIVED_FROM or _goes_on(one, other, measures["runs"]):
        return Verdict(Relation.SAME_STORY, round(max(chance, 1 - chance), 3), _UNDECIDED, matches)
    ruling = tell_direction(one, other, matches)
    kind = _kind(one, other, ruling, matches)
    return Verdict(kind, round(chance, 3), ruling, matches)


def _goes_on(one: Digest, other: Digest, kept: float) -> bool:
    """Tell whether an outlet reports on another day in other words: its story goes on, and is no later version."""
    if kept >= _VERSION or not one.outlets & other.outlets or any(find_marks(each.report) for each in (one, other)):
        return False
    days = {(each.report.published or "")[:10] for each in (one, other)}
    return "" not in days and len(days) > 1


def _look_past_wording(one: Digest, other: Digest, matches: tuple[Match, ...]) -> tuple[float, tuple[Match, ...]]:
    """Give how likely credits or facts make it, where wording does not, that one was made from the other.

    With it come the sentences that say the same; `matches` are those known so far.
    """
    credited, facts = may_acknowledge(one, other), _shares_facts(one, other)
    if not credited and not facts:
        return 0.0, matches
    aligned = matches or align(one.sentences, other.sentences)
    found = find_acknowledgement(one, other, aligned) if credited else None
    if found and found.as_a_whole:
        return _ACKNOWLEDGED, aligned
    if facts and are_told_alike(aligned, compare_sentences(one, other, aligned)["order"]):
        return _SAME_FACTS, aligned
    return 0.0, aligned if found else matches


def _shares_facts(one: Digest, other: Digest) -> bool:
    """Tell whether either report is short and specific about next to nothing but what the other tells too."""
    return one.tells_nothing_but(other) or other.tells_nothing_but(one)


def may_be_related(one: Digest, other: Digest) -> bool:
    """Tell by wording, credits and facts whether two reports may be related: `judge` calls all others unrelated."""
    alike = _contained(one.wording.pairs, other.wording.pairs) >= _SAME_STORY_FROM
    if alike or may_acknowledge(one, other) or _shares_facts(one, other):
        return True
    return find_telling(one, other).chance >= _DERIVED_FROM


@cache
def _coefficients() -> dict[str, float]:
    """Read the fitted weights."""
    return {row["feature"]: float(row["weight"]) for row in read_table("link_weights.tsv")}


def measure(one: Digest, other: Digest) -> tuple[dict[str, float], tuple[Match, ...]]:
    """Give all that the probability of derivation is computed from, and the sentences that say the same."""
    shares = compare_wording(one, other)
    matches = align(one.sentences, other.sentences) if shares["pairs"] >= _SAME_STORY_FROM else ()
    return shares | compare_sentences(one, other, matches), matches


def compare_wording(one: Digest, other: Digest) -> dict[str, float]:
    """Give parts of the smaller report's wording that the other shares, 0 to 1.

    `longest` is the longest run of words shared outside quotations, as a part of a long one.
    """
    first, second = one.wording, other.wording
    return {
        "runs": _contained(first.runs, second.runs),
        "pairs": _contained(first.pairs, second.pairs),
        "own_runs": _contained(first.own_runs, second.own_runs),
        "longest": min(1.0, longest_run(first, second) / _LONG_RUN),
    }


def compare_sentences(one: Digest, other: Digest, matches: Sequence[Match]) -> dict[str, float]:
    """Give how far the reports say the same in sentences, 0 to 1.

    `held` is the part, by weight and likeness, of the report of which more has a counterpart, `held_min` of the other
    one; `order` the part of all twos of matches that stand in the same order in both, 0.5 where there are no two.
    """
    if not matches:
        return {"held": 0.0, "held_min": 0.0, "order": 0.5}
    held = sorted(
        (
            one.sentences.weigh({i: match.score for match in matches for i in match.ones}),
            other.sentences.weigh({j: match.score for match in matches for j in match.others}),
        )
    )
    twos = [
        (a.ones[0] - b.ones[0]) * (a.others[0] - b.others[0]) > 0 for a, b in combinations(matches[:_MOST_ORDERED], 2)
    ]
    return {"held": held[1], "held_min": held[0], "order": sum(twos) / len(twos) if twos else 0.5}


def _chance(measures: Mapping[str, float]) -> float:
    """Give the probability that one report was made from the other."""
    weights = _coefficients()
    odds = weights["constant"] + sum(weights[name] * value for name, value in measures.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))


def _contained(one: Shingles, other: Shingles) -> float:
    """Give the part of the smaller set, by weight, that the larger one holds."""
    least = min(one.total, other.total)
    return min(1.0, one.shared(other) / least) if least > 0 else 0.0


def cover(matches: Sequence[Match], one: int, other: int) -> Coverage:
    """Give the shares of the sentences of the origin (`one` of them) and the derivative that are matched."""
    return Coverage(
        of_derivative=len({j for match in matches for j in match.others}) / max(1, other),
        of_origin=len({i for match in matches for i in match.ones}) / max(1, one),
    )


def _kind(one: Digest, other: Digest, ruling: Ruling, matches: Sequence[Match]) -> Relation:
    """Name what kind of derivation it is."""
    held = (
        one.sentences.share({i for match in matches for i in match.ones}),
        other.sentences.share({j for match in matches for j in match.others}),
    )
    # Where it cannot be told which came first, the one that is held more wholly stands in for the origin.
    first = ruling.first if ruling.first is not None else int(held[1] > held[0])
    of_origin, of_derivative = held[first], held[1 - first]
    mean = sum(match.score for match in matches) / len(matches)
    same = sum(match.score >= _SAME for match in matches) / len(matches)
    if _is_update((one, other)[first], (one, other)[1 - first], same):
        return Relation.UPDATE
    if of_origin < _PART and (of_derivative < _PART or mean >= _EDITED):
        return Relation.EXCERPT
    if same >= _WHOLE and max(of_origin, of_derivative) >= _WHOLE:
        return Relation.VERBATIM
    kept = _contained(one.wording.runs, other.wording.runs)
    edited = kept >= _KEPT_RUNS and count_reworded(one, other, matches) <= _REWORDED
    return Relation.EDITED if edited else Relation.REWRITE


def _is_update(origin: Digest, derivative: Digest, same: float) -> bool:
    """Tell whether it is the same outlet's own later version."""
    one, two = origin.report, derivative.report
    marks = find_marks(two)
    if marks and marks != find_marks(one) and origin.outlets & derivative.outlets:
        return True
    published = bool(one.published and two.published and one.published != two.published)
    return bool(one.publisher) and one.publisher == two.publisher and published and same < 1.0
