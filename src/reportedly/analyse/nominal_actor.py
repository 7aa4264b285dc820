"""Find who a common noun stands for: 'the group', 'the ministry', 'the rebels', told by name before."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.actor_table import find_known, noun_at_end, state_of
from reportedly.analyse.frame import parsed_text
from reportedly.event import EntityKind
from reportedly.text.fold import fold

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_GROUPS = frozenset(
    "group movement organisation organization faction militia outfit alliance coalition gang cartel".split()
)
_FIGHTERS = frozenset("rebel militant insurgent jihadist separatist fighter guerrilla paramilitary".split())
_BODIES = frozenset(
    "ministry army military navy government parliament agency police company firm junta council force embassy".split()
)
_REACH = 4000  # characters back to the name; further back another may be meant
_KEPT = frozenset({"amod", "compound", "nmod", "poss"})


def who_is_meant(token: Token) -> str | None:
    """Give the name of the group or the body that a bare common noun speaks of; None where that is not sure.

    A group that our tables know is meant by 'the group' where it was named last, by 'the rebels' where it is the only
    one of fighters named. A body is meant by its own noun: 'the ministry' is the one ministry told of before.
    """
    if token.pos_ != "NOUN" or not _is_bare(token):
        return None
    noun = token.lemma_.lower()
    if noun in _GROUPS or noun in _FIGHTERS:
        groups = _groups_before(token)
        if noun in _GROUPS:
            return groups[-1] if groups else _body_before(token)
        return groups[0] if len({_same(name) for name in groups}) == 1 else None
    return _body_before(token) if noun in _BODIES else None


def _is_bare(token: Token) -> bool:
    """Tell whether a noun has 'the' and nothing else that would say which it is."""
    lefts = list(token.lefts)
    clause = any(child.dep_ in ("relcl", "acl", "prep", "appos") for child in token.rights)
    return len(lefts) == 1 and lefts[0].lower_ in _DEFINITE and not clause


@cache
def _same(name: str) -> str:
    found = find_known(name, frozenset())
    return found[0].actor.name if found else name


def _groups_before(token: Token) -> list[str]:
    """Give the groups that our tables know, as named in the text before a token, in order."""
    before = fold(parsed_text(token.doc))[max(token.idx - _REACH, 0) : token.idx]
    return [before[start:end] for start, end, actor in find_known(before) if actor.kind is EntityKind.GROUP]


def _body_before(token: Token) -> str | None:
    """Give the words of the body that was told of by the same noun and more words; None of two that differ."""
    found: dict[str, str] = {}
    for other in token.doc[: token.i]:
        if other.lower_ == token.lower_ and token.idx - other.idx < _REACH:
            told = _in_full(other)
            if told is not None:
                found.setdefault(_key(told), told)
    return next(iter(found.values())) if len(found) == 1 else None


def _in_full(noun: Token) -> str | None:
    """Give a noun with the words before it that say which it is; None for a bare one."""
    first = noun
    for child in reversed(list(noun.lefts)):
        if child.dep_ not in _KEPT or child.right_edge.i != first.i - 1 or child.like_num:
            break
        first = child.left_edge
    while first.i < noun.i and first.dep_ in ("det", "punct"):
        first = first.nbor()
    # 'the defence ministry' says which; 'a big company' and 'his company' do not.
    named = any(word.pos_ == "PROPN" or word.ent_type_ or state_of(word.text) for word in noun.doc[first.i : noun.i])
    told = fold(noun.doc[first.i : noun.i + 1].text)
    body = noun_at_end(told.lower().split())
    return told if first.i < noun.i and (named or (body is not None and body[0] > 1)) else None


def _key(told: str) -> str:
    """Give the state and the body that words name, so that two spellings count once."""
    words = told.replace("'s", "").split()
    body = noun_at_end([word.lower() for word in words])
    states = [state for word in words if (state := state_of(word)) is not None]
    return f"{states[0] if states else ''}:{body[2] or body[1] if body is not None else words[-1]}"
