"""Questions about our own pairs: which words of the two texts stand on which side of the ledger.

`python -m evals.pairs.ledger`: the figures of the open pairs, and every line that is not right.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from evals.picture import SIDES, Claim, Collection, Mention, Question
from evals.picture.question import Tally, score_questions, show
from reportedly.picture import Dossier, Picture
from reportedly.pipeline import analyse_reports, answer_watchlist, link_reports, read_reports
from reportedly.reading import Reading
from reportedly.report import Report
from reportedly.watchlist import Question as Asked
from reportedly.watchlist import Watchlist

HERE = Path(__file__).parent
FILES = ("wire.txt", "retelling.txt")


def score(part: str) -> dict[str, float]:
    """Give the shares of a part: gold lines on their side, those not on a wrong one, and our lines that touch gold."""
    figures = tell(part).figures()
    return {
        f"{part} ledger right side": figures["question right side"],
        f"{part} ledger not wrong side": 1 - figures["question wrong side"],
        f"{part} ledger not stray": 1 - figures["question stray"],
    }


def tell(part: str) -> Tally:
    """Answer all questions of a part, and tell what became of each line."""
    return score_questions(list(answered(part)))


def answered(part: str) -> Iterator[tuple[Collection, Picture]]:
    """Give for each pair what should stand in its ledgers, and what does."""
    for path in sorted((HERE / part).iterdir()):
        dossier, ids = work_out(path)
        gold = expect(path, ids)
        watchlist = Watchlist(questions=tuple(Asked(text=question.asked) for question in gold.questions))
        yield gold, answer_watchlist(dossier, watchlist).picture


def work_out(path: Path) -> tuple[Dossier, dict[str, str]]:
    """Make the picture of the two texts, and give the id of each by its file."""
    from reportedly.assess import assess

    reports = [item for item in read_reports([str(path / name) for name in FILES]) if isinstance(item, Report)]
    readings = tuple(item for item in analyse_reports(reports) if isinstance(item, Reading))
    lineage = link_reports(reports)
    dossier = Dossier(picture=assess(readings, lineage), readings=readings, lineage=lineage, comparisons=())
    return dossier, dict(zip(FILES, (report.id for report in reports), strict=True))


def expect(path: Path, ids: dict[str, str]) -> Collection:
    """Read the questions of a pair; each of their lines is a claim of its own."""
    claims: list[Claim] = []
    questions: list[Question] = []
    for row in json.loads((path / "questions.json").read_text()):
        sides: dict[str, tuple[str, ...]] = {}
        for side in SIDES:
            made = [
                _claim(f"{len(claims) + n}", ids[line["report"]], line["words"]) for n, line in enumerate(row[side])
            ]
            claims += made
            sides[side] = tuple(claim.id for claim in made)
        questions.append(Question(asked=row["asked"], sides=sides))
    return Collection(
        name=path.name,
        about="",
        kind="war",
        as_of="",
        reports=(),
        claims=tuple(claims),
        sites=(),
        questions=tuple(questions),
    )


def _claim(name: str, report: str, words: str) -> Claim:
    said = Mention(report=report, words=words, start=0, end=len(words))
    return Claim(id=name, summary=words, said=(said,), legs=1, possible=1, contradicts=(), optional=False)


def main() -> int:
    """Print the figures of the open pairs."""
    tally = tell("open")
    show(tally)
    for name, value in tally.figures().items():
        print(f"open {name:<24} {value:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
