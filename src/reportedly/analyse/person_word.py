"""Let words that stand for people be nouns though the model takes them for others: 'the 63-year-old', 'the accused'.

Before 'the 63-year-old said' is parsed, a noun of equal length stands in for 'old'.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc

_OLD, _STAND_IN = "old", "boy"  # a noun of as many letters
_PARTICIPLES = frozenset({"accused", "deceased"})
_NOUNS = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "poss"})
_WORDS = 4  # before 'old'
# What stands behind one who is told of by the age alone: a stop, an owner's sign, a verb, no noun.
_BEHIND = re.compile(
    r"(?<=-year-)old(?=[,.;:!?)'\"]|\s*$|\s+(?:"
    r"(?:also|always|even|has|had|is|just|later|never|now|once|only|previously|recently|repeatedly|still|then|was|who)"
    r"|(?:can|could|did|does|may|might|must|should|will|would)"
    r"|(?:asked|called|claimed|complained|confirmed|declined|demanded|denied|disputed|expects|feared|felt"
    r"|hoped|hopes|insisted|knew|made|noted|plans|pleaded|posted|praised|predicted|pointed|recalled|refused|replied"
    r"|said|saw|says|spoke|stressed|suggested|tells|thanked|thought|told|took|urged|vowed|wanted|wants|warned|wept"
    r"|went|wrote|accused|added|admitted|argued|believes|blamed|described|explained|told)"
    r"|(?:after|and|as|at|before|but|by|during|for|from|if|in|into|of|on|or|over|than|that|to|when|while|whose|with)"
    r")\b)"
)


def with_people_of_age(text: str) -> str:
    """Give a text with a noun of equal length for 'old' where no noun stands behind it.

    >>> with_people_of_age("the 63-year-old said that a 40-year-old bus burned")
    'the 63-year-boy said that a 40-year-old bus burned'
    """
    return _BEHIND.sub(_STAND_IN, text)


def restore_people(doc: Doc) -> None:
    """Give the words back that with_people_of_age took out of a parse's text, and make nouns of 'the accused'."""
    for token in doc.tokens[1:]:
        if token.lower_ in _PARTICIPLES and token.dep_ in _NOUNS and token.nbor(-1).pos_ == "DET":
            token.pos_, token.tag_, token.lemma_ = "NOUN", "NN", token.lower_
        if token.i < _WORDS:
            continue
        if token.text == _STAND_IN and token.nbor(-1).tag_ == "HYPH" and token.nbor(-2).text == "year":
            token.text = token.lower_ = token.lemma_ = _OLD
            doc.text = doc.text[: token.idx] + _OLD + doc.text[token.idx + len(_OLD) :]
