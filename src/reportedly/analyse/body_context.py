"""Find names that the words around them tell to be bodies': 'a Norsund Line ferry', 'shares in Oatwell'."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.given_name import is_given_name
from reportedly.analyse.source_name import name_tokens, text_of
from reportedly.data import read_table

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token, Tokens

_LINKS = {"of": "of", "at": "of", "with": "of", "on": "of", "in": "in"}
_RUNS = frozenset({"manufacture", "operate", "own", "run", "supply"})


def names_by_context(doc: Doc) -> Iterator[Tokens]:
    """Give the names in a parse that stand where bodies' names do; no places, and no names that open as people's do."""
    for token in doc:
        if token.pos_ != "PROPN" or not token.text[:1].isupper() or not _is_of_body(token):
            continue
        words = name_tokens(token)
        name = text_of(words)
        known = name is None or bool(look_up(name)) or is_given_name(words[0].text) or token.ent_type_ == "NORP"
        if not known and words[-1].i == token.i:
            yield doc[words[0].i : token.i + 1]


def _is_of_body(name: Token) -> bool:
    head = name.head
    noun = head.lemma_.lower()
    if name.dep_ in ("compound", "nmod") and head.pos_ == "NOUN":
        return "before" in _beside(noun)
    if name.dep_ == "poss" and head.pos_ == "NOUN":
        return "owner" in _beside(noun)
    if name.dep_ != "pobj":
        return False
    if head.dep_ == "agent":
        return head.head.lemma_ in _RUNS
    return _LINKS.get(head.lower_) in _beside(head.head.lemma_.lower())


@cache
def _beside(noun: str) -> frozenset[str]:
    rows = (row["beside"] for row in read_table("speaker_company_things.tsv") if row["noun"] == noun)
    return frozenset(next(rows, "").split())
