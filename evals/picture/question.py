"""Questions: which claims stand on which side of the ledger, beside what our own collections say.

`python -m evals.picture.question [PART] [--show]`: figures of `open`, or of another part; every line that is not right. Of `aside` only figures
are shown.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from evals.picture import Claim, Collection, Question
from evals.picture.measure import Outcome, outcomes
from reportedly import claim as noun
from reportedly.picture import Answer, Dossier, Picture
from reportedly.pipeline import answer_watchlist
from reportedly.watchlist import Question as Asked
from reportedly.watchlist import Watchlist

_SIDES = ("for", "against", "elsewhere", "unclear")


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One line of gold or of ours, and what became of it."""

    asked: str
    side: str  # gold's; of a stray line ours
    what: str  # the claim in words
    found: str  # 'right', 'missed', 'stray', or the side on which it was found
    reason: str = ""


@dataclass(slots=True)
class Tally:
    """What became of all lines."""

    cases: list[Case] = field(default_factory=list)
    lines: int = 0  # of ours

    def figures(self) -> dict[str, float]:
        """Give the shares: gold lines on their side, on a wrong one, and our lines that touch no gold line."""
        gold = [case for case in self.cases if case.found != "stray"]
        stray = [case for case in self.cases if case.found == "stray"]
        right = sum(case.found == "right" for case in gold)
        wrong = sum(case.found in _SIDES for case in gold)
        return {
            "question right side": right / len(gold) if gold else 1.0,
            "question wrong side": wrong / len(gold) if gold else 0.0,
            "question stray": len(stray) / self.lines if self.lines else 0.0,
        }


def score_questions(pictures: Sequence[tuple[Collection, Picture]]) -> Tally:
    """Hold the answers in pictures against the gold; each picture has its collection's questions, in their order."""
    tally = Tally()
    for collection, picture in pictures:
        claims = {claim.id: claim for claim in picture.claims}
        bodies = {report.id: report.body for report in picture.reports}
        gold = {claim.id: claim for claim in collection.claims}
        for question, answer in zip(collection.questions, picture.questions, strict=True):
            _score(tally, question, answer, (gold, claims, bodies))
    return tally


def _score(
    tally: Tally,
    question: Question,
    answer: Answer,
    held: tuple[Mapping[str, Claim], Mapping[str, noun.Claim], Mapping[str, str]],
) -> None:
    """Count one question's lines."""
    gold, claims, bodies = held
    touched: set[str] = set()
    for side in _SIDES:
        for name in question.sides[side]:
            places = list(spots(gold[name], bodies))
            met = [line for line in answer.lines if touches(claims[line.claim], places)]
            touched |= {line.claim for line in met}
            sides = [line.side.value for line in met]
            found = "right" if side in sides else sides[0] if sides else "missed"
            if not (found == "missed" and gold[name].optional):
                reason = "; ".join(f"{line.side.value}: {line.reason}" for line in met)
                tally.cases.append(
                    Case(asked=question.asked, side=side, what=gold[name].summary, found=found, reason=reason)
                )
    tally.lines += len(answer.lines)
    for line in answer.lines:
        if line.claim not in touched:
            claim = claims[line.claim]
            tally.cases.append(
                Case(asked=question.asked, side=line.side.value, what=claim.summary, found="stray", reason=line.reason)
            )


def spots(claim: Claim, bodies: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    """Give where a gold claim is said, in the bodies as they were read."""
    for mention in claim.said:
        start = bodies.get(mention.report, "").find(mention.words)
        if start >= 0:
            yield mention.report, start, start + len(mention.words)


def touches(claim: noun.Claim, spots: Sequence[tuple[str, int, int]]) -> bool:
    """Tell whether a claim of ours rests on words that gold gives."""
    return any(
        support.report == report and support.evidence.start < end and start < support.evidence.end
        for support in claim.supporting
        for report, start, end in spots
    )


def show(tally: Tally) -> None:
    """Print every line that is not right, by question."""
    for case in tally.cases:
        if case.found != "right":
            print(f"{case.asked}\n  {case.side} -> {case.found}: {case.what}  [{case.reason}]", file=sys.stderr)


def draw(outcome: Outcome) -> Picture:
    """Answer the questions of a collection in the picture that was made of it."""
    watchlist = Watchlist(questions=tuple(Asked(text=question.asked) for question in outcome.gold.questions))
    dossier = Dossier(picture=outcome.picture, readings=outcome.readings, lineage=outcome.lineage, comparisons=())
    return answer_watchlist(dossier, watchlist).picture


def main(arguments: list[str]) -> int:
    """Print the figures of a part."""
    part = next((each for each in arguments if not each.startswith("--")), "open")
    tally = score_questions([(outcome.gold, draw(outcome)) for outcome in outcomes(part)])
    if "--show" in arguments and part != "aside":
        show(tally)
    for name, value in tally.figures().items():
        print(f"{part} {name:<24} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
