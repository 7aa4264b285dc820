"""Certainty, polarity, stance and verification: on our own cases, and on two corpora of event factuality.

The corpora say of a predicate how sure it is that it happened, from -3 (certainly not) to 3 (certainly). READS maps what
we judge to that scale, for each as its readers used it: graded by several in the first, in the second 3 for whatever is
said for certain, done or to come. `python -m evals.certainty.run` prints the mean absolute errors too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from statistics import correlation, fmean
from typing import Any

from evals.cases import PARTS, Wanted, all_pairs, macro_f1
from evals.reference import NotHere, find
from reportedly.analyse.commitment import Commitment, judge_predicate
from reportedly.analyse.hedge import Outlook
from reportedly.analyse.parse import parse
from reportedly.analyse.token_at import TokenAt
from reportedly.attribution import Certainty
from reportedly.read.compose import compose_as_is
from reportedly.read.told import Told

FIELDS = ("certainty", "polarity", "stance")
# By certainty, the value where it is affirmed and where it is negated: medians of the corpus's training part, rounded.
Reads = dict[Certainty | Outlook, tuple[float, float]]
READS: dict[str, Reads] = {
    "uw": {
        Certainty.CERTAIN: (3.0, -1.4),
        Outlook.AHEAD: (2.2, -1.4),
        Outlook.OPEN: (1.6, -0.8),
        Certainty.PROBABLE: (2.2, -0.4),
        Certainty.POSSIBLE: (1.4, -0.2),
        Certainty.IMPROBABLE: (0.0, 0.8),
        Certainty.UNSPECIFIED: (0.8, -0.2),
    },
    "meantime": {
        Certainty.CERTAIN: (3.0, -3.0),
        Outlook.AHEAD: (3.0, -3.0),
        Outlook.OPEN: (3.0, -3.0),
        Certainty.PROBABLE: (2.2, -2.2),
        Certainty.POSSIBLE: (0.75, 0.0),
        Certainty.IMPROBABLE: (0.0, 0.75),
        Certainty.UNSPECIFIED: (0.75, 0.0),
    },
}
SO, OPEN = 2.0, 0.5  # from here on a value says that it is so, or may be so; below minus OPEN, that it is not so
SCALE, CONSTANT = 6.0, 3.0  # the scale's length, and what the constant answer says of everything
CLITICS = frozenset({"'", "'d", "'ll", "'m", "'re", "'s", "'ve", "n't"})
MARKS = {"''": '"', "-LRB-": "(", "-RRB-": ")", "``": '"'}
OPENING = frozenset({"``", "(", "-LRB-", "$"})
CLOSING = frozenset({"''", ")", "-RRB-", "%", ",", ".", ":", ";", "?", "!"})
Judged = tuple[Commitment, float]  # what we say, and what the corpus says


def score() -> dict[str, float]:
    """Give shares and macro-F1 (0 to 1) over the paired attributions of our cases, and r, F1 and nearness on the corpora.

    Nearness is 1 less the mean error's share of the scale: unlike an error it rises as we get better.
    """
    found: dict[str, float] = {}
    for part in PARTS:
        found |= {f"{part} {key}": value for key, value in on_cases(all_pairs(part)).items()}
    try:
        for corpus in READS:
            ours, floor = on_corpus(corpus)
            found |= {f"{corpus} {key}": value for key, value in ours.items()}
            found |= {f"peer constant {corpus} {key}": value for key, value in floor.items()}
    except NotHere as reason:
        raise NotHere(f"{reason}: our own cases alone", found) from None
    return found


def on_cases(pairs: Iterable[tuple[Wanted, dict[str, Any]]]) -> dict[str, float]:
    """Give macro-F1 of each field over the pairs, and the share whose verification is right."""
    told = list(pairs)
    fields = {f"{key} F1": macro_f1([(wanted.fields[key], said[key]) for wanted, said in told]) for key in FIELDS}
    right = [wanted.fields.get("verification") == said["verification"] for wanted, said in told]
    return fields | {"verification": sum(right) / max(len(right), 1)}


def on_corpus(name: str, part: str = "dev") -> tuple[dict[str, float], dict[str, float]]:
    """Give what we reach on one corpus, and what a constant answer reaches in the same run."""
    pairs = list(judged(f"{name}-{part}"))
    wanted = [value for _, value in pairs]
    said = [value_of(commitment, READS[name]) for commitment, _ in pairs]
    return _figures(said, wanted) | {"r": correlation(said, wanted)}, _figures([CONSTANT] * len(wanted), wanted)


def _figures(said: Sequence[float], wanted: Sequence[float]) -> dict[str, float]:
    return {
        "nearness": 1 - fmean(abs(a - b) for a, b in zip(said, wanted, strict=True)) / SCALE,
        "F1": macro_f1([(_class_of(b), _class_of(a)) for a, b in zip(said, wanted, strict=True)]),
    }


def _class_of(value: float) -> str:
    return "so" if value >= SO else "may be so" if value >= OPEN else "open" if value > -OPEN else "not so"


def value_of(commitment: Commitment, reads: Reads) -> float:
    """Give the value on the corpus's scale that a judgement stands for."""
    certain = commitment.certainty is Certainty.CERTAIN and commitment.outlook is not Outlook.TOLD
    return reads[commitment.outlook if certain else commitment.certainty][commitment.negated]


def judged(name: str) -> Iterator[Judged]:
    """Judge each predicate that a corpus asks about, in its order."""
    rows = [json.loads(line) for line in find(f"corpora/certainty/{name}.jsonl").open(encoding="utf-8")]
    texts = [_written(row["text"].split()) for row in rows]
    body = "\n\n".join(text for text, _ in texts)
    wanted: list[tuple[int, float]] = []
    start = 0
    for row, (text, starts) in zip(rows, texts, strict=True):
        wanted += [(start + starts[target["span1"][0]], target["label"]) for target in row["targets"]]
        start += len(text) + 2
    report = compose_as_is(body, Told(id=name, language="en"))
    at = [
        (passage.offset, passage.offset + len(passage.doc.text), TokenAt.read(passage.doc)) for passage in parse(report)
    ]
    for place, value in wanted:
        first, _, tokens = next(entry for entry in at if entry[0] <= place < entry[1])
        run = tokens.run(place - first, place - first + 1)
        if run is not None:
            yield judge_predicate(run[0]), value


def _written(words: Sequence[str]) -> tuple[str, list[int]]:
    """Give a sentence as it was printed before it was cut into words, and the character at which each word starts."""
    text, starts = "", []
    for number, word in enumerate(words):
        apart = number > 0 and word not in CLITICS | CLOSING and words[number - 1] not in OPENING
        text += " " if apart else ""
        starts.append(len(text))
        text += MARKS.get(word, word)
    return text, starts


def main() -> None:
    """Print each corpus's figures with the mean errors, ours and the constant answer's."""
    for corpus in READS:
        for name, told in zip(("ours", "constant"), on_corpus(corpus), strict=True):
            error = SCALE * (1 - told["nearness"])
            print(f"{corpus} {name}: MAE {error:.3f} " + " ".join(f"{key} {value:.3f}" for key, value in told.items()))


if __name__ == "__main__":
    main()
