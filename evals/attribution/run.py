"""Who said what: on the development part of PolNeAR, with the model and by rules alone, and on our own cases."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Iterable
from typing import Any

from evals.cases import PARTS, Wanted, analysed, cases, dice, pair_up
from evals.peers import Found, textacy_quotations
from evals.reference import NotHere, figures, find, load_scorer, run_scorer


def score() -> dict[str, float]:
    """Give exact and token F1 of source, cue and content, and F1 of whole attributions, 0 to 1.

    On our own cases precision and recall count an attribution that shares its cue or most of its content.
    """
    found = own()
    try:
        return found | polnear() | peers()
    except NotHere as reason:
        raise NotHere(f"{reason}: our own cases alone", found) from None


def own() -> dict[str, float]:
    """Give precision and recall on our own cases, as the command comes and by rules alone, and fields over the pairs."""
    found = {}
    for part in PARTS:
        for mark, tagger in (("", None), ("rules ", "rules")):
            said = analysed(part, tagger)
            pairs = [pair for case in cases(part) for pair in pair_up(case.wanted, said[case.id])]
            name = f"{mark}own {part}"
            found[f"{name} P"] = len(pairs) / max(sum(len(said[case.id]) for case in cases(part)), 1)
            found[f"{name} R"] = len(pairs) / max(sum(len(case.wanted) for case in cases(part)), 1)
            found |= {f"{name} {key}": value for key, value in fields(pairs).items()} if not tagger else {}
    return found


def fields(pairs: list[tuple[Wanted, dict[str, Any]]]) -> dict[str, float]:
    """Give the share of the pairs whose basis, cue class and via are right, and of those with a via told, which are."""
    told = [(wanted, said) for wanted, said in pairs if wanted.fields.get("via")]
    return {
        "basis": _share(wanted.fields["basis"] == said["basis"] for wanted, said in pairs),
        "cue class": _share(wanted.fields["cue_class"] == said["cue_class"] for wanted, said in pairs),
        "via": _share(_plain(wanted.fields.get("via")) == _plain(said["via"]) for wanted, said in pairs),
        "via where told": _share(_plain(wanted.fields["via"]) == _plain(said["via"]) for wanted, said in told),
    }


def _plain(name: str | None) -> str:
    return (name or "").replace("\u2019", "'").lower().removeprefix("the ")


def _share(right: Iterable[bool]) -> float:
    every = list(right)
    return sum(every) / max(len(every), 1)


def polnear() -> dict[str, float]:
    """Give the reference scorer's figures, with the model and by rules alone."""
    found: dict[str, float] = {}
    for mark, more in (("", ()), ("rules ", ("--tagger", "rules"))):
        for line in run_scorer("score.py", "attribution", str(find("corpora")), more=more):
            if line.startswith("polnear"):
                name, values = line.split(": ", 1)
                found |= {f"{mark}{name.split()[1]} {key}": value for key, value in figures(values).items()}
    return found


def peers() -> dict[str, float]:
    """Give the same figures for textacy on the same reports; nothing where it is not installed."""
    if importlib.util.find_spec("textacy") is None:
        print("skip  attribution  textacy is not installed: make evals installs it")
        return {}
    scorer = load_scorer()
    path = find("corpora") / "attribution" / "polnear-dev.jsonl"
    reports = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    right = said = wanted = 0
    for report in reports:
        gold = [_words(scorer, report["text"], row) for row in report["attributions"]]
        found = [_words(scorer, report["text"], row) for row in textacy_quotations(report["text"])]
        right += _agreeing(gold, found)
        said, wanted = said + len(found), wanted + len(gold)
    precision, recall, f1 = scorer.f1(right, said, wanted)
    return {"peer textacy who+what P": precision, "peer textacy who+what R": recall, "peer textacy who+what F1": f1}


def _words(scorer: Any, text: str, row: Found) -> dict[str, frozenset[int]]:
    return {role: scorer.wordset(text, row[role]) for role in ("source", "cue", "content")}


def _agreeing(gold: list[dict[str, frozenset[int]]], found: list[dict[str, frozenset[int]]]) -> int:
    """Count pairs, the likest contents first, whose sources agree: the reference scorer's who+what."""
    order = sorted(
        ((dice(g["content"], p["content"]), i, j) for i, g in enumerate(gold) for j, p in enumerate(found)),
        reverse=True,
    )
    used: tuple[set[int], set[int]] = set(), set()
    right = 0
    for likeness, i, j in order:
        if likeness >= 0.5 and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            sources = gold[i]["source"], found[j]["source"]
            right += dice(*sources) >= 0.5 or not any(sources)
    return right
