"""Tell whether a participle says how something stands rather than what befell it: 'is docked', 'remain stationed'."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_KEEPS = frozenset({"remain", "stay", "lie", "sit", "stand", "keep"})
_PRESENT = frozenset({"is", "are", "'s", "'re"})
_LASTING = frozenset({"since", "for", "still", "already", "long", "permanently"})
_WAYS = frozenset({"to", "into", "onto", "from"})


def is_at_rest(verb: Token) -> bool:
    """Tell whether `verb` is a participle of state: in the present, or lasting, with nobody who does it and no way."""
    if verb.tag_ != "VBN" or any(child.dep_ == "agent" or child.lower_ in _WAYS for child in verb.children):
        return False
    if verb.dep_ in ("acomp", "oprd", "xcomp") and verb.head.lemma_.lower() in _KEEPS:
        return True
    helpers = [child.lower_ for child in verb.children if child.dep_ in ("aux", "auxpass")]
    if len(helpers) == 1 and helpers[0] in _PRESENT:
        return True
    lasts = any(child.lower_ in _LASTING for child in verb.children)
    return lasts and "being" not in helpers and bool({"been", "was", "were"} & set(helpers))
