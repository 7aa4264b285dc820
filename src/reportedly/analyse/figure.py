"""Tell whether words of war and movement are meant: markets retreat, and critics bombard a minister."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.argument import Arguments
from reportedly.analyse.event_page import Page
from reportedly.analyse.figure_signs import GROUPS, REACH, find_signs, hostile_words
from reportedly.analyse.predicate import Predicate
from reportedly.analyse.predicate_table import Sense, is_usual
from reportedly.data import read_table

if TYPE_CHECKING:
    pass

UNSURE_OF_WORDS = -3.0  # 'elected' and 'agreed' are hardly ever figures
UNSURE = -0.5  # log odds; a figure is only held for one where more speaks for it than for the words as they stand
UNLISTED = 1.5  # what more must speak for words that only the reader of kinds takes for a happening


@cache
def _weights() -> dict[str, float]:
    return {row["sign"]: float(row["weight"]) for row in read_table("figure_weights.tsv")}


def weigh(signs: Iterable[str]) -> float:
    """Give the log odds that words are meant as they stand."""
    return _weights()["(always)"] + sum(_weights().get(sign, 0.0) for sign in sorted(signs))


def is_meant(page: Page, given: Arguments, sense: Sense, predicate: Predicate) -> bool:
    """Tell whether a sense's words are meant as they stand, from who takes part and from what stands near."""
    spoken = not any(sense.type in types for types in GROUPS.values())
    needed = UNSURE_OF_WORDS if spoken else UNSURE
    if is_usual(sense, noun=predicate.noun):
        needed += UNLISTED
    return not _is_likened(predicate) and weigh(find_signs(page, given, sense, predicate)) > needed


def _is_likened(predicate: Predicate) -> bool:
    """Tell whether a noun only says what something is like: 'spread like wildfire'."""
    token = predicate.token
    return predicate.noun and token.dep_ == "pobj" and token.head.lower_ in ("like", "as")


def is_harm_near(page: Page, predicate: Predicate) -> bool:
    """Tell whether fighting, crime or unrest is told of near a predicate."""
    sentence, doc = predicate.token.sent, predicate.token.doc
    near = range(max(sentence.start - REACH, 0), min(sentence.end + REACH, len(doc)))
    own = {predicate.token.i, *predicate.parts}
    return any(i in near and i not in own for i in hostile_words(page))
