"""Score attributions in words against the labels that were prepared; the project's own eval scores the program."""

from __future__ import annotations

from collections import Counter

from corpus import Example

from reportedly.analyse.tag_path import ROLES, Tagged, spans


def gold_of(example: Example) -> list[Tagged]:
    """Give what the annotators marked, in words."""
    sources = {first: (first, last) for first, last in spans(example.labels, "source")}
    content: dict[int, list[tuple[int, int]]] = {}
    for first, last in spans(example.labels, "content"):
        content.setdefault(int(example.points[first]), []).append((first, last))
    return [
        Tagged(sources.get(int(example.points[first])), (first, last), tuple(content.get(first, ())), 1.0)
        for first, last in spans(example.labels, "cue")
    ]


def words_of(parts: tuple[tuple[int, int], ...] | list[tuple[int, int]], example: Example) -> frozenset[int]:
    """Give the words of spans, marks left out."""
    return frozenset(n for first, last in parts for n in range(first, last) if example.words.features[n, 4] > 0)


def f1(right: int, said: int, wanted: int) -> float:
    """Give the harmonic mean of precision and recall."""
    return 2 * right / max(said + wanted, 1)


def figures(examples: list[Example], found: list[list[Tagged]]) -> dict[str, float]:
    """Give exact and token F1 of each role, and precision, recall and F1 of whole attributions."""
    count: Counter[tuple[str, str]] = Counter()
    for example, said in zip(examples, found, strict=True):
        gold = gold_of(example)
        said = [one for one in said if one.content]
        for role in ROLES:
            sets = [{words_of(parts(one, role), example) for one in side} - {frozenset()} for side in (gold, said)]
            tokens = [frozenset().union(*side) for side in sets]
            for name, pair in (("exact", sets), ("token", tokens)):
                count[role, name, "right"] += len(pair[0] & pair[1])
                count[role, name, "wanted"] += len(pair[0])
                count[role, name, "said"] += len(pair[1])
        pairs = pair_up(gold, said, example)
        count["who", "right"] += sum(agrees(gold[i], said[j], example) for i, j in pairs)
        count["who", "said"] += len(said)
        count["who", "wanted"] += len(gold)
    out = {
        f"{role} {name}": f1(count[role, name, "right"], count[role, name, "said"], count[role, name, "wanted"])
        for role in ROLES
        for name in ("exact", "token")
    }
    out["P"] = count["who", "right"] / max(count["who", "said"], 1)
    out["R"] = count["who", "right"] / max(count["who", "wanted"], 1)
    out["F1"] = f1(count["who", "right"], count["who", "said"], count["who", "wanted"])
    return {name: round(value, 3) for name, value in out.items()}


def parts(one: Tagged, role: str) -> list[tuple[int, int]]:
    """Give the spans of a role."""
    if role == "content":
        return list(one.content)
    only = one.source if role == "source" else one.cue
    return [only] if only else []


def dice(a: frozenset[int], b: frozenset[int]) -> float:
    """Give how alike two sets of words are."""
    return 2 * len(a & b) / max(len(a) + len(b), 1)


def pair_up(gold: list[Tagged], said: list[Tagged], example: Example) -> list[tuple[int, int]]:
    """Pair what is wanted with what is said by content, the likest first."""
    first = [words_of(one.content, example) for one in gold]
    second = [words_of(one.content, example) for one in said]
    order = sorted(
        ((dice(a, b), i, j) for i, a in enumerate(first) for j, b in enumerate(second) if a & b), reverse=True
    )
    used: tuple[set[int], set[int]] = set(), set()
    found = []
    for likeness, i, j in order:
        if likeness >= 0.5 and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            found.append((i, j))
    return found


def agrees(gold: Tagged, said: Tagged, example: Example) -> bool:
    """Tell whether two attributions have the same source."""
    if gold.source is None or said.source is None:
        return gold.source is None and said.source is None
    return dice(words_of([gold.source], example), words_of([said.source], example)) >= 0.5
