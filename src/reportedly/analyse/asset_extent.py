"""Tell where an asset's name starts: kind, make and designator belong to it; whose it is, size and number do not."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.asset_name import Run, is_known, runs_of
from reportedly.data import read_table, read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

_NOT_IN_NAME = frozenset(
    "other several many more new same own such few last first next main only additional further remaining enemy"
    " apparent alleged entire whole heavily most least largest biggest second third big large small state regime"
    " government rebel opposition coalition allied separatist world dozen couple"
    " pair number handful score mm cm millimetre millimeter inch".split()
)
_NATIONS = frozenset({"NORP", "GPE", "LOC", "DATE", "TIME", "CARDINAL", "PERSON"})
_HYPHENS = frozenset({"-", "‑", "–"})
# How words joined by a hyphen end that tell a kind; others tell whose it is or what became of it.
_KIND_ENDS = frozenset(
    "class type powered propelled range air armed capable rotor wing wheel engined fired guided lift water proof"
    " aircraft ship tank missile submarine drone armour armor radar radiation target support hulled resistant rise drop"
    " electric bed purpose gauge track duty".split()
)
_STATES = frozenset("us u.s. usa uk u.k. eu un u.n. nato idf uae prc".split())
_CALIBRE = re.compile(r"\d+(?:\.\d+)?-?mm")
# Of whatever list: 'Fatah-1 rockets'.
_DESIGNATOR = re.compile(r"[A-Z][A-Za-z]{0,9}[-‑]\d[\w.-]*|[A-Z]{1,4}\d\w*")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)$")


@cache
def _demonyms() -> frozenset[str]:
    """Give the words for whose a thing is, lower case: 'russian', 'us'."""
    states = {row["name"].lower() for row in read_table("countries.tsv")}
    return frozenset(row["form"].lower() for row in read_table("demonyms.tsv")) | states | _STATES


def first_of_name(head: Token, start: int) -> int:
    """Give the token at which the name of an asset starts.

    Args:
        head: the last word of the name.
        start: the token from which on the words are known to belong to it.
    """
    doc, first = head.doc, start
    for _ in range(6):
        last = first - 1
        if last < head.sent.start or doc.tokens[last].is_space or not doc.tokens[last].whitespace_:
            break
        run = runs_of(doc).get(last)
        group = run.first if run is not None else _group_start(doc, last)
        if run is None and not _belongs(doc, group, last, head):
            break
        first = group
    return first


def _group_start(doc: Doc, last: int) -> int:
    """Give the first token of the words that hyphens join up to `last`: 'surface-to-air'."""
    first = last
    while first >= 2 and doc.tokens[first - 1].text in _HYPHENS and not doc.tokens[first - 1].whitespace_:
        if doc.tokens[first - 2].whitespace_:
            break
        first -= 2
    if doc.tokens[last].lower_ == "mm" and last and not doc.tokens[last - 1].whitespace_:
        return last - 1  # '152mm' is two tokens to the model
    return first


def _belongs(doc: Doc, first: int, last: int, head: Token) -> bool:
    """Tell whether the word, or words joined by hyphens, tells which kind the asset is."""
    tail, words = doc.tokens[last], doc[first : last + 1].text
    plain = words.lower().replace("‑", "-")
    if words[0].isdigit():
        capitalised = head.text[0].isupper() and bool(_ORDINAL.match(plain))
        return capitalised or bool(_CALIBRE.fullmatch(plain))
    if plain in _NOT_IN_NAME or tail.like_num or plain in _demonyms() or tail.is_punct or not tail.text[0].isalnum():
        return False
    if plain in read_words("assets_kinds.txt") or _DESIGNATOR.fullmatch(words):
        return True
    if first < last:
        parts = re.split(r"[-‑–]", plain)
        return parts[-1] in _KIND_ENDS and not any(part in _demonyms() for part in parts)
    return _names_kind(tail, head)


def _names_kind(word: Token, head: Token) -> bool:
    """Tell whether a single word before the head is part of what it is called."""
    if is_known(word.text):
        return True
    below = word.i < word.head.i <= head.i
    if word.tag_ in ("NN", "NNS") and not word.text[0].isupper():
        return below and word.ent_type_ not in _NATIONS and word.dep_ in ("compound", "nmod", "amod")
    if not word.text[0].isupper() or (word.ent_type_ in _NATIONS and word.ent_type_ != "PERSON"):
        return False
    if word.is_sent_start and word.pos_ != "PROPN":
        return word.tag_ == "NN" and below
    # 'the 93rd Mechanized Brigade' is called so; 'Hezbollah fighters' are fighters
    return head.text[0].isupper() and word.pos_ in ("PROPN", "ADJ", "NOUN")


def runs_before(head: Token, first: int) -> list[Run]:
    """List the names that stand within an asset's own, from the last on: 'T-72' in 'T-72 tank'."""
    found = runs_of(head.doc)
    return [found[i] for i in range(head.i, first - 1, -1) if i in found]
