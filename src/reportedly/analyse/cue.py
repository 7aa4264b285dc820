"""Find the words that attribute: what a verb, noun or adjective can take, and how far its phrase reaches."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.frame import Chars
from reportedly.analyse.source_noun import source_kind
from reportedly.attribution import CueClass
from reportedly.data import read_table

if TYPE_CHECKING:
    from spacy.tokens import Token

# Their object is whom they tell, never what is told.
TELLS = frozenset({"tell", "inform", "brief", "notify", "remind", "assure"})
_BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})
# 'said in a statement', 'said during an interview': the occasion belongs to the cue.
_OCCASIONS = frozenset(
    "statement interview speech letter email e-mail memo tweet post message briefing conference release report".split()
)


@cache
def verb_takes(lemma: str) -> dict[str, CueClass]:
    """Give what the verb can take (clause, infinitive, object, a preposition ...) and what it then does."""
    return {row["takes"]: CueClass(row["class"]) for row in read_table("cues.tsv") if row["verb"] == lemma}


@cache
def _classes(table: str, column: str) -> dict[str, CueClass]:
    return {row[column]: CueClass(row["class"]) for row in read_table(table)}


def noun_class(lemma: str) -> CueClass | None:
    """Give what a noun such as 'claim' does with its clause; None for a noun that attributes nothing."""
    return _classes("cues_noun.tsv", "noun").get(lemma)


def adjective_class(lemma: str) -> CueClass | None:
    """Give what an adjective such as 'confident' does with its clause; None for others."""
    return _classes("cues_adjective.tsv", "adjective").get(lemma)


def lemma(token: Token) -> str:
    """Give the dictionary form of a cue, lower case, with the model's slips on 'says' and 'saying' mended."""
    form: str = token.lemma_.lower()
    if form not in _verbs() and token.lower_ in _verbs():
        return str(token.lower_)
    return form


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row["verb"] for row in read_table("cues.tsv"))


def is_verb_cue(token: Token) -> bool:
    """Tell whether the token is a verb that can attribute."""
    return (token.pos_ in ("VERB", "AUX") or _is_misread(token)) and lemma(token) in _verbs()


def _is_misread(token: Token) -> bool:
    """Tell whether a verb behind its content was read as a noun: '..., the agency estimates.'"""
    return token.dep_ == "ROOT" and token.tag_ == "NNS" and any(child.dep_ == "ccomp" for child in token.lefts)


def misjoined(verb: Token) -> Token | None:
    """Give the cue that a second one belongs beside where the parse joined it to the first one's content.

    'The envoy admitted that the transfer had begun but denied that ...': a transfer denies nothing.
    """
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "ccomp" or not is_verb_cue(first.head) or not is_verb_cue(verb):
        return None
    if not any(_is_that(child) for child in verb.rights) or not _is_that(first):
        return None
    subjects = [child for part in (verb, first) for child in part.lefts if child.dep_ in ("nsubj", "nsubjpass")]
    named = any(c.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or c.pos_ == "PRON" for c in subjects)
    own = any(c.head.i == verb.i for c in subjects)
    return None if own or named or any(source_kind(c.lemma_.lower()) for c in subjects) else first.head


def _is_that(clause: Token) -> bool:
    return clause.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def is_speech_participle(token: Token) -> bool:
    """Tell whether the token is ', adding' or ', noting': a participle that goes on with a speech."""
    return token.tag_ == "VBG" and "clause" in verb_takes(lemma(token))


def cue_chars(head: Token) -> Chars:
    """Give the cue with its auxiliaries, its negation, its particle and the occasion that it names."""
    first = last = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in _BEFORE or child.i != first - 1:
            break
        first = child.i
    for child in head.rights:
        if child.i == last + 1 and child.dep_ == "prt":
            last = child.i
        elif child.i == last + 1 and child.dep_ == "prep" and _is_occasion(child):
            last = child.right_edge.i
    doc = head.doc
    return doc[first].idx, doc[last].idx + len(doc[last])


def _is_occasion(preposition: Token) -> bool:
    return (
        preposition.right_edge.i - preposition.i <= 5
        and not any(child.dep_ == "punct" for child in preposition.subtree)
        and any(child.dep_ == "pobj" and child.lemma_ in _OCCASIONS for child in preposition.children)
    )
