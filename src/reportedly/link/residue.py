"""Find broken pieces: ones that a rewrite left behind, sentences cut off in the middle, words that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.align import Match
from reportedly.link.digest import Digest
from reportedly.link.direction import is_fragment
from reportedly.link.heading import is_furniture, is_heading
from reportedly.link.passage import Passage, Reach, find_likest
from reportedly.link.weight import frequencies, weigh
from reportedly.span import Span
from reportedly.text.word import words

_BULLETS = frozenset("*-+•·–—▪►>")  # open the items of a list, which need no end mark
_LEAST_WORDS = 6  # words of a last line that ought to be a sentence
_ROUND = 8  # words of a broken place that are quoted
_FEWEST = 4  # words of a sentence that breaks off
_ENDING = 3  # its last words, by which it is known
_LEADING = frozenset({"a", "an", "the"})  # a noun has to follow, whatever is done to a sentence
_TWICE = _LEADING | {"and", "at", "by", "for", "from", "of", "or", "to", "with"}
_MARK = re.compile(r"[,;:.)]\s")
_COPIED = 0.8  # share of the piece's words that stand in the origin's sentence in a row


def find_residue(origin: Digest, sentences: tuple[int, ...], derivative: Digest, number: int) -> Variation | None:
    """Say that sentence `number` of the derivative is a cut-off piece; None where it is a sentence."""
    if not is_fragment(derivative, number):
        return None
    start, end = derivative.bounds[number]
    piece = [word.form for word in words(derivative.report.body[start:end])]
    for sentence in sentences:
        one, other = origin.bounds[sentence]
        whole = " ".join(word.form for word in words(origin.report.body[one:other]))
        kept = max(1, round(len(piece) * _COPIED))
        if f" {' '.join(piece[:kept])}" in f" {whole}":
            return Variation(
                kind=VariationKind.GARBLED,
                origin=Span.of(origin.report.body, one, other),
                derivative=Span.of(derivative.report.body, start, end),
                direction=Drift.NEUTRAL,
                note="A cut-off piece of the origin's sentence stands in the retelling.",
            )
    return None


def is_cut_short(digest: Digest) -> bool:
    """Tell whether a report ends in the middle of a sentence."""
    if not digest.bounds:
        return False
    start, end = digest.bounds[-1]
    text = digest.report.body[start:end].rstrip()
    long = len(text.split()) >= _LEAST_WORDS
    whole = is_heading(digest.report.body, start, end) or is_fragment(digest, len(digest.bounds) - 1)
    return long and text[-1:].isalnum() and text[0] not in _BULLETS and not (whole or is_furniture(text))


def find_breaks(origin: Digest, derivative: Digest, matches: Sequence[Match]) -> list[Variation]:
    """Say where sentences of the derivative are broken: one ends in the middle, or a word leads nowhere."""
    found = []
    ones = {j: match.ones for match in matches for j in match.others}
    for number, bounds in enumerate(derivative.bounds):
        passage = Passage(derivative.report.body, (bounds,))
        source = Passage(origin.report.body, tuple(origin.bounds[i] for i in ones.get(number, ())))
        last = number == len(derivative.bounds) - 1
        if last and is_cut_short(derivative):
            found.append(_cut(source, passage, "The text ends in the middle of a sentence."))
        elif source.tokens and not is_fragment(derivative, number) and _breaks_off(passage, source):
            found.append(_cut(source, passage, "The sentence breaks off in the middle."))
        elif source.tokens and (cut := _cut_word(passage, source)):
            head = Passage(passage.body, ((bounds[0], passage.tokens[cut].end),))
            found.append(_cut(source, head, "A sentence breaks off in a word, and the next one follows at once."))
        if source.tokens:
            found += [
                _broken(source, passage, reach, "Words are missing or doubled here.")
                for reach in _loose_ends(passage)
                if passage.text(reach) not in source.body
            ]
    return found


def _breaks_off(passage: Passage, source: Passage) -> bool:
    """Tell whether the last sentence of a passage stops before its end: nothing closes it and its line ends there.

    A line of its own may be a heading: that breaks off where the sentence that it was made from goes on as it ends.
    """
    start, end = passage.bounds[-1]
    line_ends = not passage.body[end : end + 80].lstrip(" \t")[:1].strip()
    if not passage.tokens or not passage.body[end - 1].isalnum() or not line_ends:
        return False
    inside = [token for token in passage.tokens if token.start >= start]
    follows = bool(passage.body[:start].rstrip(" \t")[-1:].strip())
    return len(inside) >= _FEWEST and (follows or _goes_on(tuple(token.form for token in inside[-_ENDING:]), source))


def _cut_word(passage: Passage, source: Passage) -> int | None:
    """Give the word that is but the start of the source's and behind which, with no mark, a capital follows."""
    for place in range(_ENDING - 1, len(passage.tokens) - 1):
        token, after = passage.tokens[place], passage.tokens[place + 1]
        bare = passage.body[token.end : after.start].isspace() and after.capital and token.form not in frequencies()
        ending = passage.forms[place + 1 - _ENDING : place + 1]
        nicknamed = any(
            one.startswith(token.form) and other == after.form for one, other in pairwise(source.forms)
        )  # 'Alex Moll' for 'Alexander Moll'
        if bare and not nicknamed and token.form not in source.forms and _goes_on(ending, source):
            return place
    return None


def _goes_on(ending: tuple[str, ...], source: Passage) -> bool:
    """Tell whether the source has the words of an ending in a row, the last of them perhaps longer, and more behind."""
    *before, last = ending
    for place in range(len(before), len(source.tokens)):
        form = source.forms[place]
        if source.forms[place - len(before) : place] == tuple(before) and form.startswith(last):
            return weigh(form).key != weigh(last).key or (form == last and not source.breaks[place])
    return False


def _cut(source: Passage, passage: Passage, note: str) -> Variation:
    """Make a variation of where a sentence breaks off, beside what it breaks off from."""
    tail = (max(0, len(passage.tokens) - _ROUND), len(passage.tokens))
    told = _broken(source, passage, tail, note)
    if told.origin is None:
        return told
    end = next(end for _, end in source.bounds if told.origin.start < end)
    return replace(told, origin=Span.of(source.body, told.origin.start, end))


def _broken(source: Passage, passage: Passage, reach: Reach, note: str) -> Variation:
    """Make a variation of a broken place, beside the words of the origin that it was made from."""
    return Variation(
        kind=VariationKind.GARBLED,
        origin=source.span(find_likest(passage, reach, source)) if source.tokens else None,
        derivative=passage.span(reach),
        direction=Drift.NEUTRAL,
        note=note,
    )


def _loose_ends(passage: Passage) -> Iterable[Reach]:
    """Give the places where an article is followed by a mark, or a small word by itself."""
    for place, (token, after) in enumerate(zip(passage.tokens, passage.tokens[1:], strict=False)):
        gap = passage.body[token.end : after.start]
        leads_nowhere = token.form in _LEADING and _MARK.match(gap) and not token.capital
        if leads_nowhere or (token.form in _TWICE and token.form == after.form and gap.isspace()):
            yield max(0, place + 1 - _ROUND // 2), min(len(passage.tokens), place + 1 + _ROUND // 2)
