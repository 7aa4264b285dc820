"""Derived pairs in a mixed corpus, in real news and among our own stories, beside peers in the same run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping

from evals.lineage.peers import EVERYWHERE, PAIRWISE, Pairs, f1, pairwise
from evals.reference import NotHere, figures, find, run_scorer
from evals.retellings import PARTS, Retold, Text, stories
from evals.retellings.measure import tally_lineage

from reportedly.lineage import DERIVED


def corpus() -> tuple[dict[str, str], Pairs, Pairs]:
    """Give the mixed corpus: texts, pairs that are derived, pairs that do not count.

    Raises:
        NotHere: it is absent.
    """
    texts = {row["id"]: row["text"] for row in _rows("reports")}
    labels = {frozenset((row["a"], row["b"])): row["label"] for row in _rows("pairs")}
    derived, ignored = ({pair for pair, label in labels.items() if label == each} for each in ("derived", "ignore"))
    return texts, derived, ignored


def _rows(name: str) -> list[dict[str, str]]:
    return [json.loads(line) for line in find(f"corpora/lineage/{name}.jsonl").open(encoding="utf-8")]


def _own(part: str) -> dict[str, float]:
    """Measure the stories of a part, all linked together, and the peers on the same texts."""
    found = tally_lineage(part)
    texts = {text.id: text.body for story in stories(part) for text in (story.original, *_texts(story.retellings))}
    gold = {
        frozenset((story.original.id, each.text.id))
        for story in stories(part)
        for each in story.retellings
        if each.kind in DERIVED
    }
    siblings = {
        frozenset((one.text.id, other.text.id))
        for story in stories(part)
        for one in story.retellings
        for other in story.retellings
        if one.kind in DERIVED and other.kind in DERIVED and one is not other
    }
    return {
        f"own {part} F1": found.f1("derived"),
        f"own {part} kind": found.share("kind right", "derived right"),
    } | {f"peer {name} own {part} F1": f1(said, gold, siblings) for name, said in _peers(texts).items()}


def _texts(retellings: Iterable[Retold]) -> list[Text]:
    return [each.text for each in retellings]


def _peers(texts: Mapping[str, str]) -> dict[str, Pairs]:
    return {name: peer(texts) for name, peer in EVERYWHERE.items()} | {name: pairwise(name, texts) for name in PAIRWISE}


def _mixed() -> dict[str, float]:
    """Score the mixed corpus, and the peers; comparing all pairs by rapidfuzz and difflib would take hours."""
    found = {}
    for line in run_scorer("score.py", "lineage", str(find("corpora"))):
        if line.startswith("lineage: P"):
            found["mixed F1"] = figures(line)["F1"]
        if "by kind" in line:
            found |= {
                f"recall {kind}": int(hit) / int(of) for kind, hit, of in re.findall(r"'([^']+)': '(\d+)/(\d+)'", line)
            }
    texts, gold, ignored = corpus()
    return found | {f"peer {name} mixed F1": f1(peer(texts), gold, ignored) for name, peer in EVERYWHERE.items()}


def _news() -> dict[str, float]:
    """Score the pairs of real news, and the peers."""
    rows = _rows("news-pairs")
    texts = {row[key]: row[f"text_{key}"] for row in rows for key in ("a", "b")}
    pairs = [(row["a"], row["b"]) for row in rows]
    gold = {frozenset((row["a"], row["b"])) for row in rows if row["label"] == "derived"}
    found = {}
    for line in run_scorer("score.py", "pairs", str(find("corpora"))):
        if line.startswith("news pairs"):
            found["news pairs F1"] = figures(line)["F1"]
    asked = {frozenset(pair) for pair in pairs}
    peers = {name: peer(texts) & asked for name, peer in EVERYWHERE.items()}
    peers |= {name: pairwise(name, texts, pairs) for name in PAIRWISE}
    return found | {f"peer {name} pairs F1": f1(said, gold) for name, said in peers.items()}


def score() -> dict[str, float]:
    """Give F1 over derived pairs, recall by kind, and the peers' F1."""
    found: dict[str, float] = {}
    for part in PARTS:
        found |= _own(part)
    try:
        return found | _mixed() | _news()
    except NotHere as reason:
        raise NotHere(str(reason), found) from None
