"""Read from the words around what an asset is and how many: 'the tanker' is one, 'a further 3,000' are soldiers too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.asset_noun import singular_of
from reportedly.analyse.parse import Passage
from reportedly.data import read_words
from reportedly.event import Asset
from reportedly.text.number import Number

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_THE = frozenset("the this that its his her their our my 's ’s first last second third only same".split())
_SINGLE = frozenset({"aircraft", "ship", "vehicle", "unit"})  # 'the Mi-8' is one; 'the S-400' may be any number
_NTH = frozenset("second third fourth fifth sixth seventh eighth ninth tenth".split())
_REST = frozenset({"both", "others", "rest"})
_HARM = frozenset("kill wound injure hurt die drown perish maim murder execute arrest detain".split())
_HANGS = frozenset("nsubj nsubjpass dobj attr conj ROOT appos npadvmod pobj advcl ccomp dep oprd parataxis".split())
_THEM = frozenset({"which", "them", "those", "these", "whom"})
_FROM = frozenset({"from", "of", "with", "including", "than"})
# Who flies: 'fighters were scrambled', as against fighters of a militia.
_FLIES = re.compile(
    r"\b(?:scrambl\w+|sorti\w+|airspace|take off|took off|air force|warplanes?|jets?|air ?base"
    r"|squadrons?|bombers?)\b"
)
_IN_AIR = {"fighter": "01110104", "tanker": "01110109", "transport": "01110107"}


def is_one(head: Token, first: int, category: str, *, named: bool) -> bool:
    """Tell whether the words speak of one by a definite singular: 'the tanker', 'its first battery'.

    Args:
        head: the last word of the asset's name.
        first: the token at which the name starts.
        category: of the asset.
        named: whether it is called by a name or designator rather than a noun.
    """
    if head.text.rstrip(".").endswith("s") if named else head.tag_ in ("NNS", "NNPS"):
        return False
    if named and category not in _SINGLE:
        return False
    if not named and (singular_of(head.text) != head.lower_ or head.lower_ in read_words("assets_masses.txt")):
        return False
    for token in reversed(head.doc[max(first - 5, head.sent.start) : first]):
        if token.lower_ in _THE:
            return True
        if token.pos_ not in ("ADJ", "PROPN", "NOUN") and token.tag_ not in ("VBN", "VBG", "HYPH", '"'):
            return False
        if token.pos_ == "NOUN" and not token.i < token.head.i <= head.i:
            return False
    return False


def count_called(head: Token) -> int:
    """Count the names that follow a plural: 'the cargo ships Sparta and Sparta II' are two; 0 where none do.

    Args:
        head: the noun.
    """
    if head.tag_ != "NNS":
        return 0
    names, joined, fresh = 0, False, True
    for token in head.doc[head.i + 1 : head.i + 16]:
        if token.text[0].isupper() or token.text in ("II", "III"):
            names, fresh = names + fresh, False
        elif token.lower_ in (",", "and", "&") and not fresh:
            joined, fresh = joined or token.text != ",", True
        else:
            break
    return names if joined and not fresh else 0


def in_context(passage: Passage, assets: Mapping[int, Asset], numbers: Sequence[Number]) -> dict[int, Asset]:
    """Give `assets` with those that only the words around tell, in reading order.

    Args:
        passage: a part of a report.
        assets: by the token that names each, in reading order.
        numbers: the numbers of the parse, in order.
    """
    found = {i: _flown(passage, i, asset, assets) for i, asset in assets.items()}
    found.update(_counted(passage, found, numbers))
    found = dict(sorted(found.items()))
    found.update(_ranked(passage, found))
    return dict(sorted(found.items()))


def _flown(passage: Passage, i: int, asset: Asset, assets: Mapping[int, Asset]) -> Asset:
    """Make an aircraft of a 'fighter' or a 'tanker' in a sentence that speaks of flying."""
    symbol = _IN_AIR.get(asset.name.lower())
    if symbol is None or asset.category == "aircraft":
        return asset
    sentence = passage.doc[i].sent
    beside = {other.category for j, other in assets.items() if sentence.start <= j < sentence.end and j != i}
    flies = bool(_FLIES.search(sentence.text)) if asset.name.lower() == "fighter" else False
    if flies or ("aircraft" in beside and not beside & {"ship", "personnel"} and asset.name.lower() != "fighter"):
        return replace(asset, category="aircraft", symbol=symbol)
    return asset


def _ranked(passage: Passage, assets: Mapping[int, Asset]) -> Iterator[tuple[int, Asset]]:
    """Give what a rank or 'both' without a noun stands for: 'a third is expected', 'the rest are moored'."""
    for token in passage.doc:
        if token.lower_ in _NTH and _stands_for(token) and (asset := _last_told(passage, token, assets)) is not None:
            span = passage.chars(token.nbor(-1).idx, token.idx + len(token))
            yield token.i, replace(asset, min=1, max=1, span=span, part_of=None)
        if (
            token.lower_ in _REST
            and _is_left_alone(token)
            and (asset := _last_told(passage, token, assets)) is not None
        ):
            both = 2 if token.lower_ == "both" else None
            span = passage.chars(token.idx, token.idx + len(token))
            yield token.i, replace(asset, min=both, max=both, span=span, part_of=None)


def _counted(passage: Passage, assets: Mapping[int, Asset], numbers: Sequence[Number]) -> Iterator[tuple[int, Asset]]:
    """Give what a number without a noun counts: 'two arrived on Monday and three more', 'five of which'."""
    taken = {place for i, asset in assets.items() for place in range(asset.span.start, asset.span.end)}
    for number in numbers:
        tokens = passage.doc.char_span(number.start, number.end)
        if number.unit is not None or tokens is None or not len(tokens) or number.start + passage.offset in taken:
            continue
        head = tokens[-1]
        end = _end_of_bare(head)
        asset = _last_told(passage, head, assets, number) if end is not None else None
        if asset is not None and end is not None:
            yield (
                head.i,
                replace(
                    asset,
                    min=None if number.low is None else int(number.low),
                    max=None if number.high is None else int(number.high),
                    span=passage.chars(number.start, max(end, number.end)),
                    part_of=asset.name if set(passage.doc.text[number.start : end].split()) & _THEM else None,
                ),
            )


def _is_left_alone(token: Token) -> bool:
    """Tell whether 'both' or 'the rest' acts by itself, with no noun of its own: 'the others are still moored'."""
    owned = any(child.dep_ in ("prep", "relcl") for child in token.rights)
    return token.dep_ in ("nsubj", "nsubjpass") and not owned and token.head.lemma_ not in _HARM


def _stands_for(token: Token) -> bool:
    """Tell whether 'a third' is another one of what was told: 'a third is expected'."""
    before, after = token.doc[max(token.i - 1, 0)], token.doc[min(token.i + 1, len(token.doc) - 1)]
    return before.lower_ in ("a", "the") and after.pos_ in ("VERB", "AUX") and token.lemma_ not in _HARM


def _end_of_bare(head: Token) -> int | None:
    """Give the character at which the words of a number that counts no noun end; None where it counts one."""
    tokens = head.doc.tokens
    after = [token for token in tokens[head.i + 1 : head.i + 4] if token.i < head.sent.end]
    if head.tag_ != "CD" and not (after and after[0].lower_ == "of"):
        return None
    end = head
    if after and after[0].lower_ in ("more", "others", "other"):
        end, after = after[0], after[1:]
    if len(after) > 1 and after[0].lower_ == "of" and after[1].lower_ in _THEM:
        return after[1].idx + len(after[1])
    if len(after) > 1 and after[0].lower_ in ("due", "set", "ready", "expected") and after[1].lower_ == "to":
        return end.idx + len(end)
    if after and (after[0].lower_ == "of" or after[0].pos_ in ("NOUN", "PROPN", "ADJ", "NUM", "SYM", "PART")):
        return None
    if after and (after[0].text in ("-", "%", "'s", ":") or after[0].ent_type_ in ("TIME", "PERCENT", "MONEY")):
        return None
    verb = head.head
    harmed = verb.lemma_ in _HARM or any(child.lemma_ in _HARM for child in verb.children if child.dep_ == "conj")
    if head.dep_ not in _HANGS or harmed or head.ent_type_ in ("DATE", "TIME", "PERCENT", "MONEY"):
        return None
    if head.dep_ == "pobj" and verb.lower_ not in _FROM:
        return None
    return end.idx + len(end)


def _last_told(
    passage: Passage, head: Token, assets: Mapping[int, Asset], number: Number | None = None
) -> Asset | None:
    """Give the asset that a number speaks of: told last, in its sentence or the one before, if there were several.

    Of several kinds it is one that was counted: 'two of them', after three barges with soldiers on board, are barges.
    """
    doc = passage.doc
    since = doc.tokens[head.sent.start - 1].sent.start if head.sent.start else 0
    told = [asset for i, asset in assets.items() if since <= i < head.i]
    if not told or _counts_others(head, assets):
        return None
    least = None if number is None else number.low
    more = [asset for asset in told if asset.min is not None and asset.min > (least or 1)]
    last = more[-1] if more and told[-1].min is None else told[-1]
    if (last.min, last.max) == (1, 1):
        return None
    return last if last.name.lower() not in read_words("assets_masses.txt") - {"aircraft", "troop"} else None


def _counts_others(head: Token, assets: Mapping[int, Asset]) -> bool:
    """Tell whether a number counts something else told of: 'a team of 28', 'flew 38 people home and another 12'."""
    of = head.head
    if head.dep_ == "pobj" and of.lower_ == "of" and of.head.pos_ == "NOUN":
        return of.head.i not in assets
    before = (
        token for token in reversed(head.doc[head.sent.start : head.i]) if token.dep_ == "nummod" and token.like_num
    )
    last = next(before, None)
    return last is not None and last.head.pos_ == "NOUN" and last.head.i < head.i and last.head.i not in assets
