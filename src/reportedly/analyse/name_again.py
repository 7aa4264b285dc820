"""Find the mentions by surname, alias or acronym that the model passed over, once the report has told the full name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reportedly.analyse.alias import Alias
from reportedly.analyse.frame import parsed_text
from reportedly.analyse.given_name import is_given_name
from reportedly.analyse.mention import Mention, kind_by_words
from reportedly.analyse.parse import Passage
from reportedly.analyse.same_person import surname_of
from reportedly.analyse.token_at import TokenAt
from reportedly.event import EntityKind, Toponym, ToponymUse
from reportedly.text.fold import fold

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Tokens

_SHORTEST = 3  # letters of a surname; a shorter one is many words'
_FIRST = re.compile(r"[A-Z][\w]*")  # words with a capital
_BESIDE = frozenset({"-", "'"})


def find_again(
    passage: Passage, names: Mapping[str, EntityKind], mentions: Sequence[Mention], places: Sequence[Toponym]
) -> Iterator[Mention]:
    """Give the words of a passage that are a name the report has told, and that no mention covers yet.

    Args:
        passage: a part of the report.
        names: those that the report has told, with their kinds.
        mentions: those of the whole report.
        places: the toponyms of the passage's field; a surname that is a place there is the place.
    """
    text = fold(parsed_text(passage.doc))
    words_here = set(_FIRST.findall(text))
    here = [name for name in names if _FIRST.match(name) is not None and _FIRST.findall(name)[0] in words_here]
    if not here:
        return
    taken = sorted(
        [(m.span.start, m.span.end) for m in mentions if m.span.field is passage.field]
        + [(p.span.start, p.span.end) for p in places if p.use is not ToponymUse.EMBEDDED]
    )
    words = TokenAt.read(passage.doc)
    wanted = re.compile(rf"(?<![\w'])(?:{'|'.join(sorted(map(re.escape, here), key=len, reverse=True))})(?![\w-])")
    for match in wanted.finditer(text):
        start, end = match.start() + passage.offset, match.end() + passage.offset
        at = bisect_right(taken, (start, end)) - 1
        covered = (at >= 0 and taken[at][1] > start) or (at + 1 < len(taken) and taken[at + 1][0] < end)
        tokens = None if covered else words.run(match.start(), match.end())
        if tokens is not None and _stands_alone(tokens):
            span = passage.chars(match.start(), match.end())
            told = kind_by_words(tokens, match.group())
            yield Mention(span, told or names[match.group()], match.group(), None, sure=told is not None)


def told_names(mentions: Sequence[Mention], aliases: Sequence[Alias]) -> dict[str, EntityKind]:
    """Give the names that the model found, surnames of people told in full and stated names, with their kinds."""
    names = {alias.name: alias.mention.kind for alias in aliases}
    for mention in mentions:
        words = mention.name.split()
        surname = surname_of(mention.name)
        if mention.key is not None or mention.kind is EntityKind.ASSET:
            continue
        names.setdefault(mention.name, mention.kind)
        person = mention.kind is EntityKind.PERSON and len(words) > 1
        if person and len(surname) >= _SHORTEST and surname[0].isupper() and (mention.sure or is_given_name(words[0])):
            names.setdefault(surname, EntityKind.PERSON)
    return {name: kind for name, kind in names.items() if name[:1].isupper() and len(name) >= _SHORTEST}


def _stands_alone(tokens: Tokens) -> bool:
    """Tell whether the words are a name by themselves, and not a part of another: 'Brown University'."""
    doc, first, last = tokens.doc, tokens.start, tokens.end
    if all(token.pos_ not in ("PROPN", "NOUN", "ADJ") for token in tokens):
        return False
    before = doc[first - 1] if first else None
    if before is not None and before.text in _BESIDE and first > 1 and doc[first - 2].lower_ in ("al", "el"):
        before = doc[first - 3] if first > 2 else None
    behind = doc[last] if last < len(doc) else None
    named_before = before is not None and before.pos_ == "PROPN" and before.ent_type_ in ("PERSON", "ORG", "GPE", "FAC")
    return not named_before and (behind is None or behind.pos_ != "PROPN" or behind.is_sent_start is True)
