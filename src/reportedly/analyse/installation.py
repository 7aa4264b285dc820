"""Find bridges, dams, cables, pipelines and other works that stand fast: what is built, struck, cut or swept away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from reportedly.analyse.asset_noun import singulars
from reportedly.analyse.parse import Passage
from reportedly.analyse.quantity import Count, count_of
from reportedly.data import read_table
from reportedly.event import Asset
from reportedly.text.number import Number

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

CATEGORY = "installation"
_LONGEST = 4  # words of a kind
_REACH = 6  # words before a noun that may belong to its name
_HYPHENS = frozenset({"-", "‑", "–"})
_ONE = frozenset("the this that its his her their our my a an one same only".split())
_NOMINAL = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})
_NATIONS = frozenset({"NORP", "DATE", "TIME", "CARDINAL", "ORDINAL"})


@cache
def _symbols() -> Mapping[str, str]:
    return {row["noun"].lower().replace("-", " "): row["symbol"] for row in read_table("installations.tsv")}


@cache
def _lasts() -> frozenset[str]:
    return frozenset(words.rsplit(" ", 1)[-1] for words in _symbols())


def find_installations(passage: Passage, numbers: Sequence[Number]) -> Mapping[int, Asset]:
    """Find every installation of `passage`, by the token that names it, in reading order.

    Args:
        passage: a part of a report.
        numbers: the numbers of its parse, in order.
    """
    found = {}
    for token in passage.doc:
        singular = next((word for word in singulars(token.lower_) if word in _lasts()), None)
        kind = _kind(token, singular) if singular is not None and _is_head(token) else None
        if singular is not None and kind is not None:
            found[token.i] = _installation(passage, token, singular, kind, numbers)
    return MappingProxyType(found)


def _is_head(token: Token) -> bool:
    """Tell whether a word is a noun that is not the kind of the noun after it: no 'bridge' in 'bridge toll'."""
    after = token.doc[token.i + 1 : token.i + 2]
    joined = bool(after) and not token.whitespace_ and after[0].text in _HYPHENS
    modifies = token.dep_ in ("compound", "nmod", "amod", "poss") and token.i < token.head.i
    noun = token.pos_ in ("NOUN", "PROPN") or token.dep_ in _NOMINAL  # 'every well': an adverb to the model
    return noun and not joined and not modifies


def _kind(token: Token, singular: str) -> tuple[int, str] | None:
    """Give where the longest kind that ends at a token starts, and its symbol; None where the words are of no kind."""
    words, symbol = singular, _symbols().get(singular)
    found = (token.i, symbol) if symbol is not None else None
    for word in reversed(token.doc[max(token.i - _LONGEST * 2, token.sent.start) : token.i]):
        if word.text not in _HYPHENS:
            words = f"{word.lower_} {words}"
            symbol = _symbols().get(words)
            found = (word.i, symbol) if symbol is not None else found
        elif word.whitespace_:
            break
    return found


def _first(token: Token, start: int) -> int:
    """Give the token at which an installation's name starts: 'Estlink 2' belongs to it, 'two' and 'Swedish' do not."""
    first = start
    for word in reversed(token.doc[max(start - _REACH, token.sent.start) : start]):
        kind = word.tag_ in ("NN", "NNS") and word.dep_ in ("compound", "nmod", "amod") and word.head.i <= token.i
        named = word.tag_ in ("NNP", "NNPS") and word.ent_type_ not in _NATIONS
        numbered = word.like_num and word.i > token.sent.start and _is_name(word.nbor(-1))
        hyphen = word.text in _HYPHENS and not word.whitespace_
        if not (kind or named or numbered or hyphen):
            break
        first = word.i
    return first + 1 if token.doc[first].text in _HYPHENS else first


def _is_name(word: Token) -> bool:
    """Tell whether a word opens a name: the line of 'Estlink 2'."""
    return word.text[0].isupper() and word.dep_ in ("compound", "nmod", "nsubj", "nsubjpass")


def _installation(
    passage: Passage, token: Token, singular: str, kind: tuple[int, str], numbers: Sequence[Number]
) -> Asset:
    first = _first(token, kind[0])
    opening = passage.doc[first]
    count = count_of(token, opening.idx, numbers)
    if count is None and token.tag_ in ("NN", "NNP") and _is_one(token, first):
        count = Count(opening.idx, 1, 1)
    written = token.text if singular == token.lower_ else token.text[: len(singular)]
    name = passage.doc[first : token.i].text_with_ws + written if first < token.i else written
    opens = opening.is_sent_start and opening.pos_ != "PROPN" and first >= kind[0]
    return Asset(
        name=name[0].lower() + name[1:] if opens else name,
        category=CATEGORY,
        symbol=kind[1],
        min=None if count is None or count.low is None else int(count.low),
        max=None if count is None or count.high is None else int(count.high),
        span=passage.chars(count.start if count is not None else opening.idx, token.idx + len(token)),
    )


def _is_one(token: Token, first: int) -> bool:
    """Tell whether the words speak of one: 'the pipeline', 'its only bridge', 'Kiln dam'."""
    if token.doc[first].tag_ == "NNP" or (first < token.i and _is_name(token.doc[first])):
        return True
    opening = [child for child in token.lefts if child.dep_ in ("det", "poss")]
    return bool(opening) and (opening[0].dep_ == "poss" or opening[0].lower_ in _ONE)
