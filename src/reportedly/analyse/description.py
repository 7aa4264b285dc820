"""Read what a report calls someone beside the name: 'former President', 'a geopolitical analyst'."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.analyse.source_noun import source_kind
from reportedly.data import read_words
from reportedly.text.fold import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reportedly.analyse.parsed import Doc, Token

_PARTS = frozenset({"NOUN", "PROPN", "ADJ", "PART", "PRON"})  # of a phrase before a name: 'his late father'
_POLITE = frozenset({"mr", "mrs", "ms", "miss", "sir"})
_TIMES = frozenset(
    "then ex late former acting ousted deposed exiled toppled outgoing incoming jailed self-styled".split()
)
_LONGEST = 12  # words of a description
_ENDS = frozenset({"relcl", "acl", "advcl", "conj", "cc", "ccomp", "appos", "parataxis"})
_KIN = frozenset(
    "father mother brother sister son daughter wife husband widow uncle aunt nephew niece cousin grandfather "
    "grandmother grandson granddaughter son-in-law brother-in-law father-in-law stepson half-brother twin heir".split()
)
_OF_TIME = re.compile(
    r"\b(?:former|ex|late|then|ousted|deposed|exiled|toppled|outgoing|incoming|acting|interim|future)\b", re.IGNORECASE
)


def describe(doc: Doc, first: int, last: int) -> Iterator[str]:
    """Give what stands beside a name, as told and without articles.

    Args:
        doc: the parse.
        first: the first token of the name, its titles left out.
        last: the token after its last.
    """
    head = doc[first:last].root
    before = _before(doc, first)
    if before is not None:
        yield before
    for child in head.children:
        if child.dep_ == "appos" and child.i >= last and child.pos_ == "NOUN" and child.is_lower:
            yield _phrase(child)
    kin = head.head.lemma_.lower() in _KIN
    if (
        (before is None or kin)
        and head.dep_ == "appos"
        and head.head.i < first
        and head.head.pos_ == "NOUN"
        and first - head.head.i < _LONGEST
    ):
        yield _phrase(head.head, until=first)
    if head.dep_ in ("nsubj", "nsubjpass") and head.head.lemma_ == "be":
        for child in head.head.children:
            if child.dep_ == "attr" and child.pos_ == "NOUN" and source_kind(child.lemma_.lower()) is not None:
                yield _phrase(child)


def _before(doc: Doc, first: int) -> str | None:
    """Give the words of the same phrase right before a name, where they say who it is."""
    start = first
    while start > 0 and first - start < _LONGEST and not doc[start].is_sent_start:
        token = doc[start - 1]
        word = token.pos_ in _PARTS or token.text in ("-", "'s") or token.lower_ in _TIMES
        if (
            not word
            or token.ent_type_ in ("DATE", "TIME", "CARDINAL")
            or token.dep_ in ("det", "nsubj", "prep", "attr")
        ):
            break
        start -= 1
    words = fold(doc[start:first].text).strip(" -'").rpartition(" - ")[2]
    words = re.sub(r"^(?:\d+[:.]\d+ |(?:the|a|an|'s) )+", "", words, flags=re.IGNORECASE)
    return words if words and _says_who(doc, start, first) else None


def _says_who(doc: Doc, start: int, end: int) -> bool:
    """Tell whether words tell a role or a kinship: 'Russian President', "Assad's brother"."""
    for token in doc[start:end]:
        noun = token.lower_.rstrip(".")
        if noun in _POLITE:
            continue
        if noun in _KIN or noun in read_words("titles.txt") or source_kind(token.lemma_.lower()) is not None:
            return True
    return bool(_OF_TIME.search(doc[start:end].text))


def _phrase(noun: Token, until: int | None = None) -> str:
    """Give a noun with what stands before it, and with its 'of ...' and 'in ...', without its article and clauses."""
    first = noun.left_edge
    while first.i < noun.i and (first.dep_ in ("det", "punct", "cc") or first.text in (",", '"')):
        first = first.nbor()
    last = noun.i
    for child in noun.rights:
        if child.dep_ in _ENDS or child.is_punct or (until is not None and child.i >= until):
            break
        last = child.right_edge.i if child.right_edge.i - first.i < _LONGEST else last
        stop = next(
            (t.i - 1 for t in noun.doc[noun.i : last + 1] if t.dep_ in ("relcl", "punct") or t.text in (",", "(")), last
        )
        last = min(last, stop)
    last = last if until is None else min(last, until - 1)
    return fold(noun.doc[first.i : last + 1].text).strip(" ,-")
