"""Hold what the tool makes of our collections against what should come out: claims, legs, contradictions, families."""

from __future__ import annotations

import json
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import combinations
from pathlib import Path

from evals.picture import Claim, Collection, Mention, collections
from reportedly.claim import Claim as Found
from reportedly.claim import Support
from reportedly.lineage import Lineage
from reportedly.picture import Picture
from reportedly.pipeline import gather_reports, link_reports
from reportedly.reading import Reading
from reportedly.span import Span
from reportedly.text.newsroom import newsroom_forms

_MET = 0.5  # part of the shorter of two spans that both hold
_MANY = 3  # reports that tell a claim of one leg, from which an overcount is what the tool exists to stop
Pair = frozenset[str]


@dataclass
class Tally:
    """What was counted over collections, and what went wrong, in words."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def share(self, one: str, other: str) -> float:
        """Give one count as a part of another; 0 where there is nothing to count."""
        return self.counts[one] / self.counts[other] if self.counts[other] else 0.0

    def f1(self, name: str) -> float:
        """Give F1 of what was found of `name`."""
        both = self.counts[f"{name} said"] + self.counts[f"{name} wanted"]
        return 2 * self.counts[f"{name} right"] / both if both else 0.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the tool makes of one collection, and where in it each gold mention stands."""

    gold: Collection
    readings: tuple[Reading, ...]
    lineage: Lineage
    picture: Picture
    at: dict[Mention, str | None]  # the id of the claim that holds each gold mention; None where none does

    def majority(self, claim: Claim) -> Found | None:
        """Give the claim that holds most of a gold claim's mentions, the first reported of equals."""
        held = Counter(found for each in claim.said if (found := self.at[each]) is not None)
        order = {found.id: place for place, found in enumerate(self.picture.claims)}
        best = min(held, key=lambda each: (-held[each], order[each]), default=None)
        return None if best is None else self.picture.claims[order[best]]


def read_all(gold: Collection) -> tuple[Reading, ...]:
    """Analyse the reports of a collection, as they stand."""
    from reportedly.analyse import analyse

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "reports.jsonl"
        path.write_text("".join(json.dumps(each.row) + "\n" for each in gold.reports), encoding="utf-8")
        return tuple(analyse(report) for report in gather_reports([str(path)], as_is=True)[0])


def work_out(gold: Collection, readings: Sequence[Reading]) -> Outcome:
    """Link and assess a collection, and find its gold mentions in the picture."""
    from reportedly.assess import assess

    lineage = link_reports([reading.report for reading in readings])
    picture = assess(readings, lineage)
    at = {each: _holder(each, picture.claims) for claim in gold.claims for each in claim.said}
    return Outcome(gold, tuple(readings), lineage, picture, at)


@cache
def outcomes(part: str) -> tuple[Outcome, ...]:
    """Work out every collection of a part, each on its own."""
    return tuple(work_out(gold, read_all(gold)) for gold in collections(part))


def tally(found: Iterable[Outcome]) -> Tally:
    """Count over collections all that is measured here."""
    told = Tally()
    for outcome in found:
        for count in COUNTS:
            count(outcome, told)
    return told


def _holder(mention: Mention, claims: Sequence[Found]) -> str | None:
    """Give the claim of which a support covers a gold mention best, by the share that both hold of both."""
    best: tuple[float, str] | None = None
    for claim in claims:
        for support in claim.supporting:
            fit = best_fit(mention, support.evidence) if support.report == mention.report else 0.0
            if fit and (best is None or fit > best[0]):
                best = (fit, claim.id)
    return best[1] if best else None


def best_fit(mention: Mention, span: Span) -> float:
    """Give how well words of its report cover a gold mention, 0 to 1; 0 where they have too little in common."""
    if span.field != "body":
        return 0.0
    both = min(span.end, mention.end) - max(span.start, mention.start)
    lengths = (span.end - span.start, mention.end - mention.start)
    return 2 * both / sum(lengths) if both >= _MET * min(lengths) and both > 0 else 0.0


def count_pools(outcome: Outcome, told: Tally) -> None:
    """Count how gold mentions are pooled: for B-cubed, a lost one is a cluster of its own."""
    scored = [(claim.id, each) for claim in outcome.gold.claims if not claim.optional for each in claim.said]
    homes = {each: outcome.at[each] or f"lost {number}" for number, (_, each) in enumerate(scored)}
    for name, each in scored:
        with_it = sum(homes[other] == homes[each] for _, other in scored)
        wanted = sum(other == name for other, _ in scored)
        right = sum(other == name and homes[spot] == homes[each] for other, spot in scored)
        told.counts["mentions"] += 1
        told.counts["mentions found"] += outcome.at[each] is not None
        told.counts["pool precision"] += 1_000_000 * right // with_it
        told.counts["pool recall"] += 1_000_000 * right // wanted
        if outcome.at[each] is None:
            told.wrong.append(f"lost: {outcome.gold.name}/{name}: {each.report} {each.words!r}")


def b_cubed(told: Tally) -> tuple[float, float, float]:
    """Give B-cubed precision, recall and F1 over gold mentions."""
    scale = 1_000_000 * max(told.counts["mentions"], 1)
    precision, recall = told.counts["pool precision"] / scale, told.counts["pool recall"] / scale
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def count_legs(outcome: Outcome, told: Tally) -> None:
    """Count for how many gold claims the legs are as they should be; a claim that was not found is wrong."""
    for claim in outcome.gold.claims:
        if claim.optional:
            continue
        found = outcome.majority(claim)
        legs = None if found is None else found.origins
        several = claim.legs > 1
        told.counts["claims"] += 1
        told.counts["claims several"] += several
        told.counts["legs right"] += legs == claim.legs
        told.counts["legs several right"] += several and legs == claim.legs
        told.counts["possible right"] += found is not None and found.origins_possible == claim.possible
        above = legs is not None and legs > claim.legs
        retold = claim.legs == 1 and len({each.report for each in claim.said}) >= _MANY
        told.counts["legs above"] += above
        told.counts["claims retold"] += retold
        told.counts["legs above retold"] += above and retold
        if legs != claim.legs:
            told.wrong.append(f"legs: {outcome.gold.name}/{claim.id}: {legs}, should be {claim.legs}")


def count_contradictions(outcome: Outcome, told: Tally) -> None:
    """Count which pairs of gold claims are told as contradicting; what holds no gold mention is not scored."""
    optional = {claim.id for claim in outcome.gold.claims if claim.optional}
    wanted = {
        frozenset((claim.id, other))
        for claim in outcome.gold.claims
        for other in claim.contradicts
        if not optional & {claim.id, other}
    }
    said = {pair for pair in _told_apart(outcome) if not pair & optional}
    told.counts["contradictions wanted"] += len(wanted)
    told.counts["contradictions said"] += len(said)
    told.counts["contradictions right"] += len(said & wanted)
    for sort, pairs in (("not told", wanted - said), ("told wrongly", said - wanted)):
        told.wrong += [f"contradiction {sort}: {outcome.gold.name}: {' / '.join(sorted(pair))}" for pair in pairs]


def _told_apart(outcome: Outcome) -> set[Pair]:
    """Give the pairs of gold claims that the picture sets against each other; a pair of one is a claim torn in two."""
    held: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in outcome.gold.claims:
        for each in claim.said:
            held[outcome.at[each] or ""][claim.id] += 1
    stands_for = {name: min(told, key=lambda each: (-told[each], each)) for name, told in held.items() if name}
    homes: dict[Support, str] = {}
    for found in outcome.picture.claims:
        homes.update({_bare(support): found.id for support in found.supporting})
    pairs = {
        (found.id, homes[_bare(support)])
        for found in outcome.picture.claims
        for support in found.opposing
        if _bare(support) in homes
    }
    return {frozenset((stands_for[a], stands_for[b])) for a, b in pairs if a in stands_for and b in stands_for}


def _bare(support: Support) -> Support:
    """Give a support without what it is for one side of one claim."""
    return replace(support, leg="", speaker="")


def count_families(outcome: Outcome, told: Tally) -> None:
    """Count which pairs of reports are of one family, and which report credits whom that is not held."""
    wanted = _families(outcome.gold)
    said = {frozenset(pair) for family in outcome.lineage.families for pair in combinations(family.members, 2)}
    told.counts["families wanted"] += len(wanted)
    told.counts["families said"] += len(said)
    told.counts["families right"] += len(said & wanted)
    for sort, pairs in (("missed", wanted - said), ("made up", said - wanted)):
        told.wrong += [f"family {sort}: {outcome.gold.name}: {' / '.join(sorted(pair))}" for pair in pairs]
    credited = {(each.id, _plain(each.credits)) for each in outcome.gold.reports if each.credits}
    inferred = {
        (report, _plain(family.inferred_origin.publisher))
        for family in outcome.lineage.families
        if family.inferred_origin
        for report in family.inferred_origin.credited_by
    }
    told.counts["credits wanted"] += len(credited)
    told.counts["credits said"] += len(inferred)
    told.counts["credits right"] += len(credited & inferred)
    for sort, found in (("missed", credited - inferred), ("made up", inferred - credited)):
        told.wrong += [f"credit {sort}: {outcome.gold.name}: {report} of {room}" for report, room in sorted(found)]


def _families(gold: Collection) -> set[Pair]:
    """Give the pairs of reports that go back to one story, held or not."""
    parent = {each.id: each.retells or (f"\0{_plain(each.credits)}" if each.credits else None) for each in gold.reports}

    def root(name: str) -> str:
        seen = {name}
        while (above := parent.get(name)) and above not in seen:
            name = above
            seen.add(name)
        return name

    return {
        frozenset((one.id, other.id)) for one, other in combinations(gold.reports, 2) if root(one.id) == root(other.id)
    }


@cache
def _rooms() -> dict[str, str]:
    return {form.lower(): room.name.lower() for form, room in newsroom_forms().items()}


def _plain(name: str) -> str:
    """Give the name that a newsroom is counted under."""
    bare = name.lower().removeprefix("the ")
    return _rooms().get(bare, bare)


COUNTS: tuple[Callable[[Outcome, Tally], None], ...] = (count_pools, count_legs, count_contradictions, count_families)
