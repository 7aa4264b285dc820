"""Find names and places that a retelling changed."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from rapidfuzz import fuzz

from reportedly.data import read_words
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.passage import Pairing, Passage, Reach, Token, keys_of, wording_of
from reportedly.link.time_change import is_time
from reportedly.link.weight import frequencies
from reportedly.reading import Reading

_SPELLING = 70.0  # likeness of letters, of 100, from which two names are one name spelt in two ways
# How one sound is written out from other alphabets, in the order in which they are put for each other.
_SOUNDS = tuple(
    pair.split(">")
    for pair in (
        "sch>sh tch>ch kh>h gh>g ph>f ou>u oo>u ee>i yi>i iy>i ij>i ei>e ey>e ay>ai ck>k q>k w>v y>i j>i c>k z>s"
    ).split()
)
_DOUBLED = re.compile(r"(.)\1+")
_LONGEST = 4  # words of a name
_ROUND = 4  # words told on either side of a name
_SLOT = 2  # words on one side of a name that make its place in the sentence


def find_name_changes(pairing: Pairing, origin: Reading, derivative: Reading) -> list[Variation]:
    """List the names that stand where another one stood, and that the other report knows nothing of."""
    olds = _names(pairing.origin, derivative.report.body)
    news = _names(pairing.derivative, origin.report.body)
    replaced = {(change.origin, change.derivative) for change in pairing.changes}
    found = []
    for old in olds:
        for new in news:
            alone = _only_ones(pairing, (old, olds), (new, news), origin, derivative)
            if (old, new) in replaced or _one_slot(pairing, old, new) or _alike(pairing, old, new) or alone:
                news.remove(new)
                texts = pairing.origin.text(old), pairing.derivative.text(new)
                one_place = _gazetted(pairing, old, new, origin, derivative)
                if not (_shortened(*texts) or _same_written_otherwise(*texts) or one_place):
                    found.append(_tell(pairing, old, new, _is_place(pairing, old, new, origin, derivative)))
                break
    slips = ((_slip(pairing, new, olds), new) for new in news)
    return found + [
        _tell(pairing, old, new, False)
        for old, new in slips
        if old and not _gazetted(pairing, old, new, origin, derivative)
    ]


def _slip(pairing: Pairing, new: Reach, olds: list[Reach]) -> Reach | None:
    """Give the name that is spelt `new` this once: the derivative has it elsewhere, but not in its passage."""
    here = set(pairing.derivative.forms)
    for old in _names(pairing.origin, ""):
        texts = pairing.origin.text(old), pairing.derivative.text(new)
        gone = here.isdisjoint(pairing.origin.forms[slice(*old)]) and old not in olds
        if gone and _close(*texts) and not (_shortened(*texts) or _same_written_otherwise(*texts)):
            return old
    return None


def _names(passage: Passage, known: str) -> list[Reach]:
    """List the runs of capitalised words outside quotations that the other report, `known`, does not hold."""
    found: list[Reach] = []
    place = 0
    while place < len(passage.tokens):
        end = place
        while end < len(passage.tokens) and _unknown(passage, end, known) and (end == place or _goes_on(passage, end)):
            end += 1
        if 0 < end - place <= _LONGEST and not _only_opens(passage, place, end):
            found.append((place, end))
        place = max(end, place + 1)
    return found


def _only_opens(passage: Passage, place: int, end: int) -> bool:
    """Tell whether a single word may have its capital from where it stands alone."""
    opens = place == 0 or passage.breaks[place - 1]
    named = end < len(passage.tokens) and passage.tokens[end].capital and not passage.breaks[end - 1]
    return opens and end - place == 1 and not named


def _unknown(passage: Passage, place: int, known: str) -> bool:
    """Tell whether a word is part of a name that the other report does not hold."""
    token = passage.tokens[place]
    named = token.capital and token.content and not token.quoted
    return named and not _holds(known, token) and not is_time(token.form) and not _is_title(token.form)


def _holds(body: str, token: Token) -> bool:
    """Tell whether a report has a word in any form; a name that is no other word keeps its letters, but for an 's'."""
    if token.key not in keys_of(body):
        return False
    return token.form in frequencies() or any(f" {form} " in wording_of(body) for form in _plurals(token.form))


def _plurals(form: str) -> tuple[str, ...]:
    """Give a name with and without an 's' at its end."""
    return form, f"{form}s", form.removesuffix("s")


def _is_title(form: str) -> bool:
    """Tell whether a word is a title or a part of one, in full or cut short."""
    return any(part in _titles() for part in (form, *form.split("-")))


@cache
def _titles() -> frozenset[str]:
    """Give the single words of titles, in lower case and without points."""
    return frozenset(word.rstrip(".").lower() for title in read_words("titles.txt") for word in title.split())


def _goes_on(passage: Passage, place: int) -> bool:
    """Tell whether the word at `place` belongs to the one before it."""
    return not passage.breaks[place - 1]


def _one_slot(pairing: Pairing, old: Reach, new: Reach) -> bool:
    """Tell whether the same words lead up to both names, or the rest of a name is the same: 'the Ormond Bank'."""
    one, two = pairing.origin, pairing.derivative
    before = one.forms[max(0, old[0] - _SLOT) : old[0]]
    if len(before) == _SLOT and before == two.forms[max(0, new[0] - _SLOT) : new[0]]:
        return True
    return _shared_part(one, old[0] - 1, two, new[0] - 1) or _shared_part(one, old[1], two, new[1])


def _shared_part(one: Passage, place: int, two: Passage, other: int) -> bool:
    """Tell whether the words beside two names are the same part of a name."""
    if not (0 <= place < len(one.tokens) and 0 <= other < len(two.tokens)):
        return False
    first, second = one.tokens[place], two.tokens[other]
    return first.key == second.key and first.capital and second.capital and first.content


def _alike(pairing: Pairing, old: Reach, new: Reach) -> bool:
    """Tell whether two names are spelt nearly alike."""
    return _close(pairing.origin.text(old), pairing.derivative.text(new))


def _close(one: str, other: str) -> bool:
    """Tell whether two names have most letters in common."""
    return fuzz.ratio(_bare(one), _bare(other)) >= _SPELLING


def _bare(name: str) -> str:
    """Give a name without accents, marks and capitals."""
    parts = unicodedata.normalize("NFKD", name.lower())
    return "".join(sign for sign in parts if sign.isalnum())


def _sound(name: str) -> str:
    """Give a name as it is sounded, roughly: other alphabets are written out in many ways."""
    said = _bare(name)
    for written, sounded in _SOUNDS:
        said = said.replace(written, sounded)
    return _DOUBLED.sub(r"\1", said)


def is_same_name(one: str, other: str) -> bool:
    """Tell whether two names may be one, cut short or spelt otherwise."""
    return _shortened(one, other) or _same_written_otherwise(one, other) or _close(one, other)


def _same_written_otherwise(one: str, other: str) -> bool:
    """Tell whether two names are one but for accents, marks, a plural and how an alphabet is written out."""
    plain = [_bare(name).removesuffix("s") for name in (one, other)]
    return plain[0] == plain[1] or _sound(one) == _sound(other)


def _shortened(one: str, other: str) -> bool:
    """Tell whether one name is the other cut short: 'Dec' and 'December'."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return long.startswith(short) and (len(long) > len(short) + 1 or long[-1] in "ns")  # 'Libya', 'Libyan'


def _is_place(pairing: Pairing, old: Reach, new: Reach, origin: Reading, derivative: Reading) -> bool:
    """Tell whether a reading knows a place where one of the names stands."""
    spans = pairing.origin.span(old), pairing.derivative.span(new)
    return any(
        place.span.overlaps(span)
        for span, reading in zip(spans, (origin, derivative), strict=True)
        for place in reading.places
    )


def _only_ones(
    pairing: Pairing,
    old: tuple[Reach, list[Reach]],
    new: tuple[Reach, list[Reach]],
    origin: Reading,
    derivative: Reading,
) -> bool:
    """Tell whether two names are those of the only places of one kind that just one side tells of."""
    kinds = []
    for passage, (name, names), reading in ((pairing.origin, old, origin), (pairing.derivative, new, derivative)):
        every = [_kind(passage, each, reading) for each in names]
        kind = _kind(passage, name, reading)
        kinds.append(kind if kind and every.count(kind) == 1 else "")
    return bool(kinds[0]) and kinds[0] == kinds[1]


def _kind(passage: Passage, reach: Reach, reading: Reading) -> str | None:
    """Give the kind of place that a name stands for; None where it stands for none."""
    span = passage.span(reach)
    return next((place.kind for place in reading.places if place.span.overlaps(span)), None)


def _gazetted(pairing: Pairing, old: Reach, new: Reach, origin: Reading, derivative: Reading) -> bool:
    """Tell whether the gazetteer knows two names as those of one place."""
    if _is_place(pairing, old, new, origin, derivative) and _alike(pairing, old, new):
        return True  # in another language
    found = []
    for passage, reach, reading in ((pairing.origin, old, origin), (pairing.derivative, new, derivative)):
        span = passage.span(reach)
        found.append({p.gazetteer_id for p in reading.places if p.gazetteer_id and p.span.overlaps(span)})
    return bool(found[0] & found[1])


def _tell(pairing: Pairing, old: Reach, new: Reach, place: bool) -> Variation:
    """Say that a name became another one, or is spelt otherwise."""
    texts = pairing.origin.text(old), pairing.derivative.text(new)
    spelling = _alike(pairing, old, new)
    return pairing.tell(
        VariationKind.PLACE_CHANGED if place and not spelling else VariationKind.NAME_CHANGED,
        pairing.origin.window(old, _ROUND, _ROUND),
        pairing.derivative.window(new, _ROUND, _ROUND),
        Drift.NEUTRAL,
        f"“{texts[0]}” is spelt “{texts[1]}”." if spelling else f"“{texts[0]}” became “{texts[1]}”.",
    )
