"""Tell which assets another one has counted already: 'three vessels, among them two frigates' are three, not five."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.event import Asset

_NAMES_PART = re.compile(
    r"\b(?:including|among (?:them|which|those)|of (?:which|them|these)|comprising|consisting of|made up of|such as)\b",
    re.IGNORECASE,
)
_SPELLS_OUT = re.compile(r"^[^.;]*(?:(?<=\s)[-–—]{1,2}(?=\s)|[:(—])\s*$")
_JOINED = re.compile(r"^(?:,? (?:and|or|plus|as well as) |, )(?:the |its |their |one )?$", re.IGNORECASE)
_REACH = 120  # characters between a whole and its first part


def with_parts(assets: Mapping[int, Asset], text: str) -> dict[int, Asset]:
    """Mark the assets that are part of what another counts.

    Args:
        assets: by token, in reading order.
        text: what their spans point into.
    """
    found = dict(assets)
    order = list(assets)
    for at in range(1, len(order)):
        if found[order[at]].part_of is not None:
            continue
        gap = text[found[order[at - 1]].span.end : found[order[at]].span.start]
        names, spells = bool(_NAMES_PART.search(gap)), bool(_SPELLS_OUT.match(gap))
        if len(gap) > _REACH or re.search(r"[.!?]\s", gap) or not (names or spells):
            continue
        parts = _list_from(order, found, at, text)
        wholes = [found[i] for i in reversed(order[max(at - 4, 0) : at]) if found[i].part_of is None]
        for i in parts:
            whole = next((whole for whole in wholes if _holds(whole, found[i])), None)
            summed = whole is not None and _sum([found[j] for j in parts if found[j].category == whole.category])
            if whole is not None and (names or summed == whole.min):
                found[i] = replace(found[i], part_of=whole.name)
    return found


def _list_from(order: Sequence[int], found: Mapping[int, Asset], at: int, text: str) -> list[int]:
    """List the tokens of the assets that are joined by 'and' and commas from the one at place `at` on."""
    listed = [order[at]]
    for before, after in zip(order[at:], order[at + 1 :], strict=False):
        if not _JOINED.match(text[found[before].span.end : found[after].span.start]):
            break
        listed.append(after)
    return listed


def _holds(whole: Asset, part: Asset) -> bool:
    """Tell whether a counted asset may include another: of its kind, and no more of them."""
    most = whole.max if whole.max is not None else whole.min
    least = part.min if part.min is not None else part.max
    return (
        whole.category == part.category and most is not None and (least is None or whole.max is None or least <= most)
    )


def _sum(parts: Sequence[Asset]) -> int | None:
    counts = [part.min for part in parts]
    return None if None in counts else sum(count for count in counts if count is not None)
