"""Find the words that attribute: what a verb, noun or adjective can take, and how far its phrase reaches."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.frame import Chars
from reportedly.analyse.source_noun import source_kind
from reportedly.attribution import CueClass
from reportedly.data import read_table, read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

# Their object is whom they tell, never what is told.
TELLS = frozenset({"tell", "inform", "brief", "notify", "remind", "assure"})
# Their object is who speaks: 'quoted the envoy as saying'.
QUOTES = frozenset({"cite", "quote"})
_CLOSING = frozenset({"admit", "believe", "indicate", "reveal", "say", "show", "suggest"})
_AFTER_NOUN = frozenset({"ADP", "AUX", "SCONJ", "VERB"})
_SOURCE = 15  # words that name a source between a comma and a cue
_BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})


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
    return f"{form}e" if form not in _verbs() and f"{form}e" in _verbs() else form  # 'hoping' is no form of 'hop'


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row["verb"] for row in read_table("cues.tsv"))


def is_verb_cue(token: Token) -> bool:
    """Tell whether the token is a verb that can attribute."""
    return (token.pos_ in ("VERB", "AUX") or _is_misread(token)) and lemma(token) in _verbs()


def _is_misread(token: Token) -> bool:
    """Tell whether a verb behind its content, or behind its "what", was read as a noun: '..., the agency estimates.'"""
    front = token.dep_ == "ROOT" and token.tag_ == "NNS" and any(child.dep_ == "ccomp" for child in token.lefts)
    asked = token.dep_ == "pcomp" and token.tag_ == "NN" and any(child.lower_ == "what" for child in token.lefts)
    return front or asked or closes_as_verb(token)  # 'in what officials regard as a warning'


def closes_as_verb(token: Token) -> bool:
    """Tell whether the noun that ends a sentence is its cue: '..., images taken by the firm Orb show.'"""
    if token.pos_ not in ("NOUN", "PROPN") or token.lower_ not in _CLOSING or token.i == token.sent.start:
        return False
    if token.nbor(-1).pos_ in ("ADJ", "ADP", "DET"):
        return False  # 'the stars of the show'
    sentence = token.sent
    front = token.doc[sentence.start : token.i]
    comma = next((t.i for t in reversed(front) if t.text == ","), token.i)
    closes = all(t.is_punct or t.is_space for t in token.doc[token.i + 1 : sentence.end])
    said = any(t.pos_ in ("VERB", "AUX") for t in token.doc[sentence.start : comma])
    return closes and said and 0 < token.i - comma <= _SOURCE and _names_source(token, comma + 1)


def _names_source(cue: Token, start: int) -> bool:
    """Tell whether the words from token `start` to the cue open with people, things or a body in the plural."""
    words = cue.doc[start : cue.i]
    behind = (n for n, t in enumerate(words) if t.pos_ in _AFTER_NOUN and t.dep_ not in ("amod", "compound"))
    opening = words[: next(behind, len(words))]
    body = cue.lower_ != "show" and any(source_kind(t.lemma_.lower()) for t in opening)
    return body or any(t.tag_ in ("NNS", "NNPS") for t in opening)


def misjoined(verb: Token) -> Token | None:
    """Give the cue that a second one belongs beside where the parse joined it to the first one's content.

    'The envoy admitted that the transfer had begun but denied that ...': a transfer denies nothing.
    """
    first = verb.head
    if verb.dep_ != "conj" or first.dep_ != "ccomp" or not is_verb_cue(first.head) or not is_verb_cue(verb):
        return None
    subjects = [c for part in (verb, first) for c in part.lefts if c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl")]
    if any(c.head.i == verb.i for c in subjects):
        return None
    both_that = _is_that(first) and any(_is_that(child) for child in verb.rights)
    to_infinitive = any(c.tag_ == "TO" for c in first.lefts) and has_finite(verb)
    named = any(c.ent_type_ in ("PERSON", "ORG", "GPE", "NORP") or c.pos_ in ("PRON", "PROPN") for c in subjects)
    speaks = named or any(source_kind(c.lemma_.lower()) for c in subjects)
    silent = lemma(verb) in ("comment", "say") and any(c.dep_ == "neg" for c in verb.lefts)  # '... and would not say'
    others = speaks and not all(c.pos_ == "PRON" for c in subjects)
    past = verb.tag_ == first.head.tag_ == "VBD" and not _is_past(first)  # 'said she admires him and praised his work'
    return first.head if to_infinitive or past or (both_that and not speaks) or (silent and not others) else None


def _is_past(verb: Token) -> bool:
    return verb.tag_ == "VBD" or any(child.tag_ == "VBD" for child in verb.lefts if child.dep_ in ("aux", "auxpass"))


def has_finite(verb: Token) -> bool:
    """Tell whether the verb or its 'have' carries tense: 'said', 'has said'; not 'to say', 'saying', 'could say'."""
    return verb.tag_ in ("VBD", "VBZ", "VBP") or any(c.dep_ == "aux" and c.lemma_ == "have" for c in verb.lefts)


def _is_that(clause: Token) -> bool:
    return clause.dep_ == "ccomp" and any(c.dep_ == "mark" and c.lower_ == "that" for c in clause.children)


def quoted_by(verb: Token) -> Token | None:
    """Give 'quoted' for 'saying' in 'quoted the envoy as saying'; None for a verb that nobody quotes."""
    link = verb.head
    quoting = link.head if verb.tag_ == "VBG" and verb.dep_ == "pcomp" and link.lower_ == "as" else verb
    return quoting if quoting is not verb and lemma(quoting) in QUOTES else None


def is_passive(verb: Token) -> bool:
    """Tell whether the verb stands in the passive: 'was told'."""
    return any(child.dep_ == "auxpass" for child in verb.lefts)


def is_speech_participle(token: Token) -> bool:
    """Tell whether the token is ', adding' or ', noting': a participle that goes on with a speech."""
    return token.tag_ == "VBG" and "clause" in verb_takes(lemma(token))


def cue_chars(head: Token) -> Chars:
    """Give the cue with its auxiliaries, its negation, its particle and the occasion that it names."""
    quoting, last = quoted_by(head), head.i
    if quoting is not None:  # 'was quoted as saying'; of 'quoted the envoy as saying' the verb alone
        start, end = cue_chars(quoting)
        return start, head.idx + len(head) if is_passive(quoting) else end
    first = last
    for child in reversed(list(head.lefts)):
        if child.dep_ not in _BEFORE or child.i != first - 1:
            break
        first = child.i
    for child in head.rights:
        if child.i == last + 1 and child.dep_ == "prt":
            last = child.i
        elif child.i == last + 1 and child.dep_ == "prep" and _names_occasion(child):
            last = child.right_edge.i
    doc = head.doc
    return doc[first].idx, doc[last].idx + len(doc[last])


def is_occasion(noun: Token) -> bool:
    """Tell whether the noun is one for an occasion of speech: 'statement', 'interview'."""
    return noun.lemma_.lower() in read_words("cue_occasions.txt")


def _names_occasion(preposition: Token) -> bool:
    """Tell whether 'said in a statement', 'said during an interview' say on what occasion: that belongs to the cue."""
    return (
        preposition.right_edge.i - preposition.i <= 5
        and not any(child.dep_ == "punct" for child in preposition.subtree)
        and any(child.dep_ == "pobj" and is_occasion(child) for child in preposition.children)
    )
