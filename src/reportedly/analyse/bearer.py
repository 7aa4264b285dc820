"""Find the names in a parse whose bearers may speak: people's and bodies', and no places'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.body_context import names_by_context
from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.nominal import is_origin
from reportedly.analyse.source_name import is_body_name, name_pieces
from reportedly.analyse.source_role import is_person_noun
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token, Tokens

_MISTAKEN = ("FAC", "GPE", "LOC", "NORP", "PRODUCT", "WORK_OF_ART")  # what the model takes bodies' names for


def find_bearers(doc: Doc) -> frozenset[int]:
    """Give the main tokens of the names of those who may speak."""
    pieces = (piece for whole in doc.ents for piece in name_pieces(whole))
    bodies = {name.root.i for name in names_by_context(doc)}
    return frozenset(bodies | {name.root.i for name in pieces if _is_bearer(name)})


def _is_bearer(name: Tokens) -> bool:
    """Tell whether a name is that of a person or a body that may speak; of a place only if it ends as a firm's does."""
    if name.start == 0 and name.text.isupper() and name.doc[name.end : name.end + 1].text in (",", "(", "-"):
        return False  # the town of a dateline
    if "(" in name.text:
        return False  # 'March 12 (Reuters'
    if name.doc[name.end : name.end + 1].text.startswith("-") and not name.doc[name.end - 1].whitespace_:
        return False  # 'Cross-examined', 'London-based'
    people = len(name) == 1 and name.label_ == "PERSON" and name.root.tag_ == "NNPS"
    if people or _is_landform(name) or is_origin(name.text.lower().removesuffix("s")):
        return False
    return name.label_ in ("PERSON", "ORG") or (name.label_ in _MISTAKEN and is_body_name(name.text))


def _is_way_to(root: Token) -> bool:
    """Tell whether a name says where something goes: 'to fly a team to Gao'."""
    if root.dep_ != "pobj" or root.head.lower_ not in ("to", "into", "through", "via"):
        return False
    moved = root.head.head
    moved = moved.head if moved.dep_ == "dobj" else moved
    return moved.lemma_.lower() in read_words("toponym_motion_verbs.txt")


def _is_landform(name: Tokens) -> bool:
    """Tell whether the model takes 'Cape Wren', or a town that something is in, for a person."""
    stands = name.root.dep_ == "pobj" and name.root.head.lower_ in ("at", "in", "near", "outside", "towards")
    stands = stands or _is_way_to(name.root)
    stands = stands or (name.root.head.lower_ == "from" and is_person_noun(name.root.head.head))
    if stands and len(name) == 1 and name.label_ == "PERSON" and look_up(name.text):
        return True
    return len(name) > 1 and name.label_ == "PERSON" and name[0].lower_ in read_words("toponym_landforms.txt")
