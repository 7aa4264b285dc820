"""Things at sites: whether two words name one kind of thing, and where a text names one of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from reportedly.assess.site_kind import (
    Kind,
    kind_of,
    phrase_of,
    plain_words,
    same_kind,
    singular,
    thing_heads,
    thing_nouns,
    thing_sorts,
    type_names,
)
from reportedly.assess.wording import words_of
from reportedly.data import read_words
from reportedly.text.fold import fold
from reportedly.text.number import Number, find_numbers
from reportedly.text.word import Word, words

_ADJECTIVE_ENDS = ("ed", "ing", "ous", "ful", "less", "ish", "ian", "ic", "ive", "able", "al", "ern", "ly", "est")
_KNOWN_BY = frozenset("the these those both its their".split())
_LONGEST = 5  # words of a kind
_TEXTS = 4096  # of which it is kept what things they name: each is read for every kind of thing
_SPOTS = 32768  # texts with a kind of thing, for which it is kept where they name it
_FORMS = 65536  # words of which it is kept whether they end the words for a thing


_CALLED = re.compile(
    r"(?:,? (?:the )?|, )[\"'“‘]?(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
    r"(?! (?:sa(?:id|ys)|report|told|tells|learn|wr(?:ote|ites)|has learned))"
)
# 'A supply ship docked. ... The Aurora sailed on Friday': a name told first, soon after, is hers.
_ONE_NEW = re.compile(r"\b[Aa]n? (?:[\w'-]+ ){0,3}\Z")
_NAMED_NEXT = re.compile(
    r"(?<=[.\n\"])\s*The (?P<name>[A-Z][a-z]+) (?:sail|left|dock|berth|came|arriv|is|was|has|had|put|anchor)"
)
_NAMED_SOON = 320  # characters
# 'A bus driver', 'the tank factory', 'crane makers' are none of these things.
_HANDLED_BY = re.compile(
    r"(?:driver|operator|pilot|captain|master|owner|maker|builder|spotter|mechanic|factory|plant|yard|company|firm|trader|agent"
    r"|broker|spokes\w+|production|deal|order|contract|sale|price|traffic|route|fire|crash|wreck)s?\b"
)
_NOBODY = re.compile(r"\b(?:nobody|no one)\b", re.IGNORECASE)

_APART = re.compile(r"[,.;:()\"]")
_COUNT_GAP = re.compile(
    r"\s+(?:of\s+(?:(?:the|its|their|his|her)\s+)?)?(?:(?!(?:and|or|with|an?|the|to|for|in|on|years?|days?)\b)[^\s,.;:]+\s+){0,3}"
)
_OF_MORE = re.compile(r"\s+of\s+(?:(?:the|its|their)\s+)?")
_ONE = re.compile(
    r"\b(?:an?|the|its|his|her|their|one|this|that|third|second|last|single)\s+(?:[\w'’-]+\s+){0,2}\Z", re.I
)


_OWNS = re.compile(r"['’]s? \w")  # "three of the force's ships" are not the force


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text names a thing, and how many of it."""

    start: int
    end: int
    low: int | None
    high: int | None
    again: bool = False  # words that speak of a thing told before: 'they'
    part: bool = False  # those speak of a part of it: 'the other two'


def find_things(wanted: Kind, text: str) -> list[Found]:
    """Find where a text names things of a kind, in order, each with its count where one stands before it."""
    if wanted.qualifier and not _holds(fold(text).lower(), wanted.qualifier):
        return []
    spots = [spot for spot in _spots(wanted, text) if wanted.named or not _OWNS.match(text, spot[1])]
    numbers = find_numbers(text) if spots else ()
    return [_counted(start, end, text, numbers, wanted) for start, end in spots]


def may_name(wanted: Kind, text: str) -> bool:
    """Tell whether any sentence of a text may name a thing of a kind; it is cheaper than looking into each."""
    if wanted.qualifier and not _holds(fold(text).lower(), wanted.qualifier):
        return False
    return bool(_spots(wanted, text))


def _holds(text: str, qualifier: str) -> bool:
    return all(re.search(rf"\b{re.escape(word)}", text) for word in qualifier.split() if word not in ("the", "a", "an"))


def name_singles(kind: Kind, texts: Iterable[str]) -> Kind:
    """Add to a kind what those of it are called, as the texts tell: 'the landing ship Aurora', 'Mirage jets'."""
    texts = tuple(texts)
    types = set() if kind.named or kind.designator else _types_of(kind, texts)
    if kind.named or kind.category != "ship":
        return replace(kind, names=frozenset(types)) if types else kind
    names = types
    for text in texts:
        for start, end in _spots(kind, text):
            if _ONE_NEW.search(text[:start]) and (name := _named_next(text, end)):
                names.add(name)
            if (match := _CALLED.match(text, end)) is not None:
                names.add(match.group("name"))
    return replace(kind, names=frozenset(names))


def _types_of(kind: Kind, texts: Iterable[str]) -> set[str]:
    """List the names of types and classes that stand right before words for a kind, alone and in the plural."""
    found: set[str] = set()
    for text in texts:
        for start, end in _spots(kind, text):
            first = text[start:end].split()[0]
            before = text[:start].rstrip()
            named = (
                [first]
                if len(text[start:end].split()) > 1
                else []
                if "\n" in text[len(before) : start]
                else before.split()[-1:]
            )
            found |= {form for name in named if _is_name(plain_words(name), name) for form in (name, f"{name}s")}
    return found


def _named_next(text: str, end: int) -> str | None:
    """Give the name that opens one of the next sentences, where nothing before it went by that name."""
    later = _NAMED_NEXT.search(text, end, end + _NAMED_SOON)
    return later["name"] if later is not None and text.index(later["name"]) == later.start("name") else None


@lru_cache(maxsize=_SPOTS)
def _spots(wanted: Kind, text: str) -> tuple[tuple[int, int], ...]:
    """Give where things of the kind stand, the longest words for each."""
    return tuple(_kind_spots(wanted, text)) or tuple(
        sorted(match.span() for name in wanted.names for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text))
    )


def _kind_spots(wanted: Kind, text: str) -> Iterator[tuple[int, int]]:
    if wanted.qualifier and (match := _NOBODY.search(text)) is not None:
        yield match.span()
        return
    if wanted.named:
        told = "|".join(map(re.escape, [wanted.phrase.split()[-1], *sorted(wanted.names)]))
        yield from (match.span() for match in re.finditer(rf"(?<!\w)(?:{told})(?!\w)", fold(text), re.IGNORECASE))
        return
    yield from _of_owner(wanted, text)
    taken = -1
    for i, windows in _ends_of(wanted, text):
        for first, phrase, kind in windows:
            meant = phrase == wanted.phrase or (kind is not None and same_kind(wanted, kind))
            held = words_of(text) if meant and first > taken else ()
            if held and not _is_other(held, first, i, text, wanted):
                taken = i
                yield held[first].start, held[i].end
                break


_Window = tuple[int, str, Kind | None]  # the first word, the phrase from there, and the kind of thing that it tells


def _ends_of(wanted: Kind, text: str) -> Iterable[tuple[int, Sequence[_Window]]]:
    """Give for each word of a text that may end the name of a thing of a kind what the words up to it may name."""
    if wanted.phrase in thing_nouns() or wanted.phrase in thing_sorts():
        return _things_in(text)
    held, own = words_of(text), wanted.phrase.rpartition(" ")[2]
    return [
        (i, list(_windows(held, i, text)))
        for i, word in enumerate(held)
        if _ends_thing(word.form) or own in (last := _last_part(word.form), singular(last))
    ]


@lru_cache(maxsize=_TEXTS)
def _things_in(text: str) -> tuple[tuple[int, tuple[_Window, ...]], ...]:
    """Give for each word of a text that ends a name that a list knows which of the words up to it are such names."""
    held = words_of(text)
    found: list[tuple[int, tuple[_Window, ...]]] = []
    for i, word in enumerate(held):
        if _ends_thing(word.form):
            known = tuple(window for window in _windows(held, i, text, _openings()) if window[2] is not None)
            found += [(i, known)] if known else []
    return tuple(found)


@lru_cache(maxsize=_FORMS)
def _ends_thing(form: str) -> bool:
    """Tell whether a word may be the last of the words for a thing that a list knows."""
    last = _last_part(form)
    return last in thing_heads() or singular(last) in thing_heads()


def _last_part(form: str) -> str:
    return form.rpartition("-")[2]


@cache
def _openings() -> frozenset[str]:
    """Give the words that the names that a list knows begin with."""
    known = (*thing_nouns(), *thing_sorts(), *type_names())
    return frozenset(held[0].form.partition("-")[0] for phrase in known if (held := words(phrase)))


def _windows(held: Sequence[Word], last: int, text: str, openings: frozenset[str] | None = None) -> Iterator[_Window]:
    """Give what the words up to one may name, the longest first: a phrase counts by all of its words.

    Args:
        held: the words of the text.
        last: the number of the one.
        text: the text.
        openings: the words that a phrase of several words has to begin with; None: with any.
    """
    for first in range(max(last - _LONGEST + 1, 0), last + 1):
        if first < last and openings is not None and held[first].form.partition("-")[0] not in openings:
            continue
        told = text[held[first].start : held[last].end]
        if first == last or not _APART.search(told):
            phrase = phrase_of(told.split())
            known = phrase in thing_nouns() or phrase in thing_sorts() or _is_name(phrase, told)
            yield first, phrase, kind_of(told) if known else None


def _of_owner(wanted: Kind, text: str) -> Iterator[tuple[int, int]]:
    """Give where the words stand the other way round: 'four cars of the Red Cross', of Red Cross cars."""
    owner, _, head = wanted.phrase.rpartition(" ")
    if owner:
        told = re.compile(rf"\b{re.escape(head)}s? of (?:the )?{re.escape(owner)}\b", re.IGNORECASE)
        yield from (match.span() for match in told.finditer(text))


def _is_other(held: Sequence[Word], first: int, last: int, text: str, wanted: Kind) -> bool:
    """Tell whether the words beside say that another kind of thing is meant."""
    return (
        _goes_on(held, last, text, wanted)
        or _is_called(held, first, text, wanted)
        or _is_qualified(held, first, last, text, wanted)
    )


def _is_qualified(held: Sequence[Word], first: int, last: int, text: str, wanted: Kind) -> bool:
    """Tell whether the last word of a longer kind stands behind another word: 'broadcast vans', of police vans."""
    if " " not in wanted.phrase or first != last or not first or text[held[first - 1].end : held[first].start] != " ":
        return False
    told = text[held[first - 1].start : held[first - 1].end]
    if wanted.proper and told.lower() not in _KNOWN_BY:
        return True
    longer = kind_of(text[held[first - 1].start : held[last].end])
    if longer.phrase in thing_nouns() and not same_kind(wanted, longer):
        return True
    if not told.isalpha() or not told.islower() or told.endswith(_ADJECTIVE_ENDS):
        return False
    told_kind = kind_of(told)
    return told not in read_words("assess_site_plain.txt") and told not in wanted.phrase and not told_kind.named


def _is_name(phrase: str, told: str) -> bool:
    known = phrase in type_names() or phrase.replace(" ", "-") in type_names()
    return known and (told[:1].isupper() or told[:1].isdigit())


def _goes_on(held: Sequence[Word], i: int, text: str, wanted: Kind) -> bool:
    """Tell whether the noun only says which kind the next one is: 'tank factory', 'fighter jets'."""
    if i + 1 >= len(held) or text[held[i].end : held[i + 1].start] != " ":
        return False
    if _HANDLED_BY.match(text, held[i + 1].start):
        return True
    longer = kind_of(text[held[i].start : held[i + 1].end])
    known = longer.phrase in thing_nouns() or longer.phrase in thing_sorts()
    return known and not same_kind(wanted, longer)


def _is_called(held: Sequence[Word], first: int, text: str, wanted: Kind) -> bool:
    """Tell whether a type's name is what another thing goes by: of 'the vessel Bayraktar' it is no drone."""
    told = text[held[first].start : held[first].end]
    if not first or not _is_name(plain_words(told), told) or text[held[first - 1].end : held[first].start] != " ":
        return False
    category, _ = thing_nouns().get(singular(held[first - 1].form), ("", ""))
    return category not in ("", "-", wanted.category)


def _counted(start: int, end: int, text: str, numbers: tuple[Number, ...], wanted: Kind) -> Found:
    """Add how many there are: the number before the thing, or one where it is told in the singular."""
    before = [
        number
        for number in numbers
        if number.unit is None and number.end <= start and _reaches(text[number.end : start])
    ]
    if before:
        told = before[-1]
        if len(before) > 1 and _OF_MORE.fullmatch(text[before[-2].end : told.start]):
            told = before[-2]  # 'two of the six tankers' are two
        return Found(told.start, end, _whole(told.low), _whole(told.high))
    if re.search(r"\bboth\s+(?:[\w-]+\s+)?\Z", text[:start], re.IGNORECASE):
        return Found(start, end, 2, 2)
    if re.search(r"\b(?:pair|couple) of\s+(?:[\w-]+\s+)?\Z", text[:start], re.IGNORECASE):
        return Found(start, end, 2, 2)
    last = text[start:end].split()[-1].lower()
    single = (singular(last) == last or last in type_names()) and last not in (
        "aircraft",
        "wounded",
        "injured",
        "police",
        "staff",
    )
    called = any(text[start:end] == name for name in wanted.names if not name.endswith("s"))
    if wanted.named or called or (single and _ONE.search(text[:start])):
        return Found(start, end, 1, 1)
    return Found(start, end, None, None)


def _reaches(gap: str) -> bool:
    """Tell whether a number counts what follows after the gap; another number may stand between: 'two of six'."""
    return bool(_COUNT_GAP.fullmatch(gap))


def _whole(bound: float | None) -> int | None:
    return None if bound is None else int(bound)
