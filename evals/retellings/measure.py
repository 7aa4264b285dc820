"""Hold what the tool says of our retellings against what was planted in them."""

from __future__ import annotations

import json
import tempfile
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from pathlib import Path

from evals.retellings import Change, Retold, Spot, Story, Text, stories
from reportedly.lineage import DERIVED, Comparison, Derivation, Lineage, Relation, Variation, VariationKind
from reportedly.pipeline import compare_readings, gather_reports, link_reports
from reportedly.reading import Reading
from reportedly.report import Report
from reportedly.span import Span

_WHOLE = frozenset({VariationKind.OMITTED, VariationKind.ADDED})
_MET = 0.5  # part of the shorter of two spans that both hold


@dataclass
class Tally:
    """What was counted over a part's retellings."""

    counts: Counter[str] = field(default_factory=Counter)
    by_kind: Counter[tuple[str, str]] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    def share(self, one: str, other: str) -> float:
        """Give one count as a part of another."""
        return self.counts[one] / max(self.counts[other], 1)

    def f1(self, name: str) -> float:
        """Give F1 of what was found of `name`."""
        both = self.counts[f"{name} said"] + self.counts[f"{name} wanted"]
        return 2 * self.counts[f"{name} right"] / max(both, 1)


@cache
def readings(part: str) -> dict[str, Reading]:
    """Analyse every text of a part, by its id."""
    from reportedly.analyse import analyse

    return {report.id: analyse(report) for report in _reports(part)}


@cache
def lineage(part: str) -> Lineage:
    """Link all texts of a part together: the stories of others are what one may be confused with."""
    return link_reports([reading.report for reading in readings(part).values()])


def _reports(part: str) -> list[Report]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "retellings.jsonl"
        rows = [each.row for story in stories(part) for each in (story.original, *(r.text for r in story.retellings))]
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return gather_reports([str(path)], as_is=True)[0]


def tally_lineage(part: str) -> Tally:
    """Count which pairs of a part are called derived, and which way round; two retellings of one original may be."""
    found = Tally()
    gold = {
        frozenset((story.original.id, each.text.id)): (story.original.id, each.kind)
        for story in stories(part)
        for each in story.retellings
    }
    siblings = {
        frozenset((one.text.id, other.text.id))
        for story in stories(part)
        for one, other in combinations(story.retellings, 2)
        if Relation.SAME_STORY not in (one.kind, other.kind)
    }
    found.counts["derived wanted"] = sum(kind in DERIVED for _, kind in gold.values())
    for said in lineage(part).derivations:
        pair = frozenset((said.a, said.b))
        if said.kind in DERIVED and pair not in siblings:
            _tally_pair(found, said, *gold.get(pair, (None, Relation.UNRELATED)))
    return found


def _tally_pair(found: Tally, said: Derivation, origin: str | None, kind: Relation) -> None:
    """Count one pair that is called derived."""
    name = f"{said.a} {said.b}"
    found.counts["derived said"] += 1
    if kind not in DERIVED:
        found.alarms.append(f"{name}: {said.kind} {said.score}")
        return
    found.counts["derived right"] += 1
    found.counts["kind right"] += said.kind is kind
    if said.kind is not kind:
        found.missed.append(f"{name}: {said.kind}, is {kind}")
    if said.origin is None:
        found.missed.append(f"{name}: no direction")
        return
    found.counts["told"] += 1
    found.counts["told right"] += said.origin == origin
    if said.origin != origin:
        found.alarms.append(f"{name}: wrong way round")


def tally_variations(part: str) -> Tally:
    """Count which changes of a part are found, and what is told where nothing changed."""
    found = Tally()
    for story in stories(part):
        for each in story.retellings:
            if each.kind in DERIVED:
                said = compare_readings(readings(part)[story.original.id], readings(part)[each.text.id])
                _tally_alignment(found, story, each, said)
                _tally_changes(found, story, each, said)
    return found


def _tally_alignment(found: Tally, story: Story, each: Retold, said: Comparison) -> None:
    """Count the pairs of sentences that are said to stand for each other."""
    turned = said.reports.a.id == each.text.id
    wanted = {(i, j) for j, sources in enumerate(each.text.sources) for i in sources}
    got = set()
    for match in said.alignments:
        one, other = (match.derivative, match.origin) if turned else (match.origin, match.derivative)
        ones = {i for span in one for i in _sentences(story.original, span)}
        others = {j for span in other for j in _sentences(each.text, span)}
        got |= {(i, j) for i in ones for j in others}
    # Of sentences cut or joined, some pairs stand for the whole: what touches a wanted pair is not wrong.
    found.counts["aligned said"] += len(got)
    found.counts["aligned wanted"] += len(wanted)
    found.counts["aligned right"] += len(got & wanted)
    found.counts["sentences aligned"] += sum(1 for sources in each.text.sources if sources)


def _sentences(text: Text, span: Span) -> list[int]:
    """Number the sentences of which a span holds the greater part, or which hold it."""
    return [number for number, spot in enumerate(text.sentences) if _met(spot, (span.start, span.end))]


def _met(one: Spot, other: Spot) -> bool:
    """Tell whether two spots have most of the shorter one in common."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both >= _MET * min(one[1] - one[0], other[1] - other[0]) and both > 0


def _tally_changes(found: Tally, story: Story, each: Retold, said: Comparison) -> None:
    """Count the changes found of one retelling, and the false alarms."""
    name = each.text.id
    told = list(said.variations) if said.reports.a.id != each.text.id else []  # told the wrong way round, all is wrong
    hits = {id(change): [v for v in told if _same_place(story, each, change, v)] for change in each.changes}
    for change in each.changes:
        if change.optional:
            continue
        right = [v for v in hits[id(change)] if v.kind in change.kinds]
        kind = str(change.kinds[0])
        found.counts["changes"] += 1
        found.by_kind[kind, "wanted"] += 1
        if right:
            found.counts["found"] += 1
            found.by_kind[kind, "found"] += 1
            found.counts["drift wanted"] += change.direction is not None
            found.counts["drift right"] += any(v.direction is change.direction for v in right)
        else:
            other = sorted({str(v.kind) for v in hits[id(change)]})
            found.missed.append(
                f"{name} {'|'.join(change.kinds)}: {change.was!r} -> {change.now!r} ({', '.join(other)})"
            )
    for variation in told:
        places = [change for change in each.changes if any(v is variation for v in hits[id(change)])]
        found.counts["told"] += 1
        if any(variation.kind in change.kinds for change in places):
            found.counts["told right"] += 1
            continue
        whole = variation.kind in _WHOLE
        sort = "other kind" if places else "whole alarm" if whole else "alarm"
        found.counts[sort] += 1
        found.by_kind[str(variation.kind), sort] += 1
        words = [span.text if span else None for span in (variation.origin, variation.derivative)]
        found.alarms.append(f"{sort}: {name} {variation.kind} ({variation.note}): {words[0]!r} -> {words[1]!r}")


def _same_place(story: Story, each: Retold, change: Change, said: Variation) -> bool:
    """Tell whether a variation is told of the words of a change."""
    if change.title or VariationKind.HEADLINE_CHANGED in change.kinds:
        return said.kind is VariationKind.HEADLINE_CHANGED
    sides = [(change.was_at, said.origin), (change.now_at, said.derivative)]
    if said.kind is VariationKind.CAVEAT_DROPPED and said.derivative is None:
        sides = sides[:1]  # a clause that is gone stands nowhere; `now` is what it stood beside
    return all(spot is None or (span is not None and _at(spot, span)) for spot, span in sides)


def _at(spot: Spot, span: Span) -> bool:
    return span.field == "body" and _met(spot, (span.start, span.end))
