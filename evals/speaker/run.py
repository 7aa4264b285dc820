"""Who the speakers of our own cases are: kind, resolved name, role, affiliation, how many, and whether named."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from evals.cases import PARTS, Wanted, all_pairs

Pair = tuple[Wanted, dict[str, Any]]
Check = Callable[[Pair], bool | None]  # None where the case does not ask
_RESOLVED = ("pronoun", "nominal")


def score() -> dict[str, float]:
    """Give, for each part of the cases, the share of the paired attributions that have each field right, 0 to 1."""
    return {f"{part} {key}": value for part in PARTS for key, value in shares(all_pairs(part)).items()}


def shares(pairs: Iterable[Pair]) -> dict[str, float]:
    """Give the share of the pairs that have each field right; a figure that no case asks for is left out."""
    told = list(pairs)
    judged = {key: [right for pair in told if (right := check(pair)) is not None] for key, check in CHECKS.items()}
    return {key: sum(rights) / len(rights) for key, rights in judged.items() if rights}


def same_words(one: str | None, other: str | None) -> bool:
    """Tell whether two names or roles are the same but for case, spaces and a leading article."""
    return _plain(one) == _plain(other)


def _plain(words: str | None) -> str:
    text = re.sub(r"\s+", " ", (words or "").replace("\u2019", "'")).strip().lower()
    return re.sub(r"^(?:the|a|an) ", "", text)


def _wanted(wanted: Wanted) -> dict[str, Any]:
    """Give the speaker that is wanted, with the defaults of the cases' format."""
    told = wanted.fields
    unnamed = told.get("kind") in ("person", "anonymous", "reporter") and not told.get("name")
    return ({"anonymity": "unnamed" if unnamed else "named"} if "kind" in told else {}) | told


def _name_of(*refers: str) -> Check:
    """Check the resolved name of sources that refer in one of these ways."""

    def check(pair: Pair) -> bool | None:
        wanted, said = pair
        asked = wanted.fields.get("refers") in refers and "name" in wanted.fields
        return same_words(wanted.fields["name"], said["speaker"]["name"]) if asked else None

    return check


def _same(key: str) -> Check:
    return lambda pair: _wanted(pair[0])[key] == pair[1]["speaker"][key] if key in _wanted(pair[0]) else None


def _told(key: str) -> Check:
    """Check words that the case gives."""

    def check(pair: Pair) -> bool | None:
        wanted, said = pair
        return same_words(wanted.fields[key], said["speaker"][key]) if key in wanted.fields else None

    return check


def _reason(pair: Pair) -> bool | None:
    """Check a reason, whether or not 'because' or 'for' is told with it."""
    wanted, said = (_plain(words) for words in (pair[0].fields.get("reason"), pair[1]["speaker"]["anonymity_reason"]))
    return bool(said) and (said in wanted or wanted in said) if wanted else None


def _count(pair: Pair) -> bool | None:
    wanted, said = pair
    return wanted.fields.get("count") == said["speaker"]["count"] if wanted.source else None


CHECKS: dict[str, Check] = {
    "kind": _same("kind"),
    "name resolved": _name_of(*_RESOLVED),
    "name pronoun": _name_of("pronoun"),
    "name nominal": _name_of("nominal"),
    "name surname": _name_of("surname"),
    "name full": _name_of("full"),
    "count": _count,
    "role": _told("role"),
    "affiliation": _told("affiliation"),
    "anonymity": _same("anonymity"),
    "reason": _reason,
}
