"""Find whom a source told: 'told Reuters', 'said to reporters', 'in an interview with the paper'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.cue import TELLS, is_speech_participle, is_verb_cue, lemma

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPEAKS = frozenset({"speak", "talk"})
_SPOKEN_TO = frozenset({"to", "with"})


def find_recipient(verb: Token) -> Token | None:
    """Find whom the subject of `verb` told; for a participle that goes on with a speech, whom it began with."""
    own = _recipient(verb)
    if own is None and is_speech_participle(verb) and is_verb_cue(verb.head):
        return _recipient(verb.head)
    return own


def recipient_of_source(noun: Token) -> Token | None:
    """Find whom 'officials who spoke to Reuters' spoke to."""
    clauses = (c for c in noun.children if c.dep_ in ("relcl", "acl") and c.lemma_ in _SPEAKS)
    return next((found for clause in clauses if (found := _recipient(clause)) is not None), None)


def _recipient(verb: Token) -> Token | None:
    for child in verb.rights:
        if child.dep_ in ("dative", "dobj") and child.pos_ != "ADP" and lemma(verb) in TELLS:
            return child
        if child.dep_ in ("prep", "dative"):
            # 'in an interview with the paper', 'in a statement to reporters': one noun further down
            further = (g for c in child.children for g in c.children if g.dep_ == "prep")
            for node in (child, *further):
                noun = next((c for c in node.children if c.dep_ == "pobj"), None)
                if node.lower_ in _SPOKEN_TO and noun is not None:
                    return noun
    return None
