"""Lead every retold sentence back to the sentence that it goes back to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from reportedly.lineage import Retelling
from reportedly.link.digest import Digest
from reportedly.link.family import Pair, Tree, orient, strength
from reportedly.link.verify import Verdict
from reportedly.span import Span
from reportedly.text.fold import fold

# 'He added that', '"No," she said': speech whose speaker was named in the sentence before.
_SPEAKS_ON = re.compile(
    r"^(?:He|She|They)\s(?:\w+ly\s|also\s)?(?:said|says|added|adds)\b|^\"|\b(?:he|she|they)\s(?:said|says|added|adds)\b"
)
_CREDITED = 0.8  # score of a sentence that says whose story it is: the outlet is certain, its words are not held


@dataclass(frozen=True, slots=True)
class _Step:
    """From a sentence to the one that it retells in another report."""

    report: int
    sentence: int
    score: float


def trace_retellings(digests: Sequence[Digest], verdicts: Mapping[Pair, Verdict], tree: Tree) -> tuple[Retelling, ...]:
    """List the retold sentences, by report and place; a sentence that is the report's own is not in it."""
    steps = _steps(digests, verdicts, tree)
    credited = _credited(digests, tree)
    found = []
    sources: dict[tuple[int, int], Span] = {}  # one span for all that go back to a sentence
    told = {number for number, _ in chain(steps, credited)}
    for number in sorted(told):
        digest = digests[number]
        for sentence, bounds in enumerate(digest.bounds):
            report, place, score = _follow(steps, number, sentence)
            unheld = next((credited[node] for node in ((report, place), (number, sentence)) if node in credited), None)
            if unheld is None and (report, place) == (number, sentence):
                continue
            span = Span.of(digest.report.body, *bounds)
            source = digests[report]
            if not unheld and (report, place) not in sources:
                sources[report, place] = Span.of(source.report.body, *source.bounds[place])
            held = None if unheld else sources[report, place]
            score = min(score, _CREDITED) if unheld else score
            found.append(
                Retelling(
                    report=digest.report.id,
                    sentence=span,
                    origin=unheld or source.report.id,
                    origin_sentence=held,
                    score=round(score, 3),
                )
            )
    return tuple(found)


def _steps(digests: Sequence[Digest], verdicts: Mapping[Pair, Verdict], tree: Tree) -> dict[tuple[int, int], _Step]:
    """Give for each sentence that another report's is the source of, which one: the parent's before others'."""
    ranked = []
    for pair, verdict in verdicts.items():
        if verdict.derived:
            earlier, later = orient(digests, pair, verdict)
            ranked.append((tree.parents.get(later) != earlier, -strength(verdict), earlier, later, pair))
    steps: dict[tuple[int, int], _Step] = {}
    for *_, earlier, later, pair in sorted(ranked):
        for match in sorted(verdicts[pair].matches, key=lambda match: -match.score):
            sources, copies = (match.ones, match.others) if pair[0] == earlier else (match.others, match.ones)
            for sentence in copies:
                steps.setdefault((later, sentence), _Step(earlier, sources[0], match.score))
    for pair, verdict in sorted(verdicts.items()):
        _add_credited_steps(steps, digests, pair, verdict)
    return steps


def _add_credited_steps(
    steps: dict[tuple[int, int], _Step], digests: Sequence[Digest], pair: Pair, verdict: Verdict
) -> None:
    """Lead sentences that credit the other report's outlet to it, though the whole report does not derive from it."""
    for teller, source, matches in ((*pair, verdict.turned), (*pair[::-1], verdict.matches)):
        crediting = {
            _sentence_at(digests[teller], credit.start)
            for credit in digests[teller].credits_to(digests[source].outlets)
        }
        for match in matches:
            for sentence in crediting.intersection(match.others):
                step = _Step(source, match.ones[0], match.score)
                steps.setdefault((teller, sentence), step)


def _follow(steps: Mapping[tuple[int, int], _Step], report: int, sentence: int) -> tuple[int, int, float]:
    """Go from a sentence up to the last one that retells no other."""
    score = 1.0
    seen = {(report, sentence)}
    while (step := steps.get((report, sentence))) and (step.report, step.sentence) not in seen:
        report, sentence, score = step.report, step.sentence, min(score, step.score)
        seen.add((report, sentence))
    return report, sentence, score


def _credited(digests: Sequence[Digest], tree: Tree) -> dict[tuple[int, int], str]:
    """Give for each sentence that credits a report not held the id of that origin."""
    found: dict[tuple[int, int], str] = {}
    for number, digest in enumerate(digests):
        for credit in digest.credits:
            origin = tree.inferred.get((number, credit.outlet))
            if origin:
                first = _sentence_at(digest, credit.start)
                for sentence in (first, *_going_on(digest, first)):
                    found.setdefault((number, sentence), origin.id)
    return found


def _going_on(digest: Digest, sentence: int) -> Iterator[int]:
    """Give the sentences of the same paragraph in which whoever spoke in `sentence` speaks on."""
    body = fold(digest.report.body)
    for number in range(sentence + 1, len(digest.bounds)):
        start, end = digest.bounds[number]
        if "\n" in body[digest.bounds[number - 1][1] : start] or not _SPEAKS_ON.search(body[start:end]):
            return
        yield number


def _sentence_at(digest: Digest, place: int) -> int:
    """Give the number of the sentence in which character `place` of the body stands."""
    return bisect_right(digest.bounds, place, key=lambda bounds: bounds[0]) - 1
