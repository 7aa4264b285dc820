"""Things at sites: whether two words name one kind of thing, and where a text names one of a kind."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from reportedly.data import read_table, read_words
from reportedly.text.fold import fold
from reportedly.text.number import Number, find_numbers
from reportedly.text.word import Word, words

_ADJECTIVE_ENDS = ("ed", "ing", "ous", "ful", "less", "ish", "ian", "ic", "ive", "able", "al", "ern", "ly", "est")
_KNOWN_BY = frozenset("the these those both its their".split())
_LONGEST = 5  # words of a kind
_TOLD_BY = 6  # digits of a symbol that tell which kind of ship, aircraft or vehicle
_BEFORE_QUALIFIER = re.compile(r"\s+(?:in|at|on|of|from|near|with|under|aboard|inside|outside)\s+", re.IGNORECASE)
_CALLED = re.compile(
    r"(?:,? (?:the )?|, )[\"'“‘]?(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)(?! (?:sa(?:id|ys)|report|told|tells|learn|wr(?:ote|ites)|has learned))"
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
_WIDEST = frozenset("aircraft plane ship vessel vehicle craft boat equipment".split())  # may be any one of many kinds
_COUNT_GAP = re.compile(
    r"\s+(?:of\s+(?:(?:the|its|their|his|her)\s+)?)?(?:(?!(?:and|or|with|an?|the|to|for|in|on|years?|days?)\b)[^\s,.;:]+\s+){0,3}"
)
_OF_MORE = re.compile(r"\s+of\s+(?:(?:the|its|their)\s+)?")
_ONE = re.compile(
    r"\b(?:an?|the|its|his|her|their|one|this|that|third|second|last|single)\s+(?:[\w'’-]+\s+){0,2}\Z", re.I
)


@dataclass(frozen=True, slots=True)
class Kind:
    """What words for a thing stand for."""

    phrase: str  # singular and lower case, without what stands after a preposition
    sort: str  # the kind that several words stand for; empty where the tables have none
    symbol: str  # MIL-STD-2525D's set and entity without the zeros at the end; empty where it has none
    category: str
    designator: bool  # a type's or a class's name
    named: bool  # what one person or ship is called
    qualifier: str = ""  # 'car park' of 'patients in the car park'
    proper: bool = False  # whether it goes by a name: 'Red Cross cars'
    names: frozenset[str] = frozenset()  # what single ones of it are called: 'Bayraktar', of a landing ship


@dataclass(frozen=True, slots=True)
class Found:
    """Where a text names a thing, and how many of it."""

    start: int
    end: int
    low: int | None
    high: int | None
    again: bool = False  # words that speak of a thing told before: 'they'
    part: bool = False  # those speak of a part of it: 'the other two'


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    """Give category and symbol of every noun of assets.tsv, by its words."""
    return {_plain(row["noun"]): (row["category"], row["symbol"]) for row in read_table("assets.tsv")}


@cache
def _names() -> dict[str, tuple[str, str]]:
    """Give category and symbol of every type and class by its name, lower case."""
    types = {row["name"].lower(): (row["category"], row["symbol"]) for row in read_table("assets_types.tsv")}
    return types | {row["name"].lower(): (row["category"], row["symbol"]) for row in read_table("assets_names.tsv")}


@cache
def _sorts() -> dict[str, str]:
    return {_plain(row["word"]): row["kind"] for row in read_table("assess_site_things.tsv")}


@cache
def _sorts_by_symbol() -> tuple[tuple[str, str], ...]:
    """Give the sorts that a symbol tells, by the start of it."""
    return tuple((row["symbol"], row["kind"]) for row in read_table("assess_site_symbols.tsv"))


def _plain(phrase: str) -> str:
    return re.sub(r"[-‑–/\s]+", " ", fold(phrase).lower()).strip()


@cache
def _singular(word: str) -> str:
    """Give a word's singular form, lower case."""
    if word.endswith("men") and len(word) > 4:
        return f"{word[:-3]}man"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


@cache
def kind_of(told: str) -> Kind:
    """Say what words for a thing, as somebody asks for it or a report tells it, stand for."""
    head, *rest = _BEFORE_QUALIFIER.split(told.strip(), maxsplit=1)
    bare = re.sub(r"^(?:the|an?)\s+", "", head, flags=re.IGNORECASE)
    parts = bare.split()
    phrase = _phrase(parts)
    category, symbol, sort, designator = _look_up(phrase)
    named = not (category or sort) and bool(parts) and all(part[:1].isupper() for part in parts)
    return Kind(
        phrase=phrase,
        sort=sort,
        symbol=_short(symbol),
        category=category,
        designator=designator,
        named=named,
        qualifier=fold(rest[0]).lower() if rest else "",
        proper=len(parts) > 1 and parts[0][:1].isupper() and parts[-1][:1].islower() and not designator,
    )


def _phrase(parts: Sequence[str]) -> str:
    """Give words in the singular, but for a name that ends in an s."""
    whole = _plain(" ".join(parts))
    if not parts or whole in _names():
        return whole
    return _plain(" ".join([*parts[:-1], _singular(fold(parts[-1]).lower())]))


def _look_up(phrase: str) -> tuple[str, str, str, bool]:
    """Give category, symbol and sort of the longest known words that end a phrase, and whether they name a type."""
    for text in _endings(phrase):
        sort = _sorts().get(text, "")
        category, symbol = _nouns().get(text, ("", ""))
        name = _names().get(text) or _names().get(text.replace(" ", "-"))
        if name and not category:
            return name[0], name[1], sort or _sort_by_symbol(name[1]), True
        if category == "-":
            return "", "", sort, False
        if category or sort:
            return category, _inside(phrase) or symbol, sort or _sort_by_symbol(symbol), False
    return "", "", "", False


def _inside(phrase: str) -> str:
    """Give the symbol of a type named within a phrase: 'S-300 battery'."""
    pieces = phrase.split()
    for first in range(len(pieces)):
        for last in range(len(pieces), first, -1):
            text = " ".join(pieces[first:last])
            name = _names().get(text) or _names().get(text.replace(" ", "-"))
            if name and any(sign.isdigit() for sign in text):
                return name[1]
    return ""


def _endings(phrase: str) -> Iterator[str]:
    pieces = phrase.split()
    for first in range(len(pieces)):
        yield " ".join(pieces[first:])


def _short(symbol: str) -> str:
    """Leave out the pairs of zeros with which a symbol says that it tells no more."""
    while symbol.endswith("00"):
        symbol = symbol[:-2]
    return symbol


def _sort_by_symbol(symbol: str) -> str:
    return next((kind for start, kind in _sorts_by_symbol() if symbol.startswith(start)), "")


def same_kind(wanted: Kind, told: Kind) -> bool:
    """Tell whether a thing that is told is one of the kind that is wanted."""
    if not wanted.phrase or not told.phrase:
        return False
    if wanted.phrase == told.phrase or told.phrase.endswith(f" {wanted.phrase}"):
        return wanted.phrase not in _WIDEST or told.phrase == wanted.phrase or told.category == wanted.category
    if wanted.designator:
        return told.designator and _one_maker(wanted.phrase, told.phrase)
    if wanted.sort or told.sort:
        if wanted.sort == told.sort:
            return True
        if wanted.sort and told.sort:
            return False
        return len(wanted.symbol) >= _TOLD_BY and wanted.symbol == told.symbol
    last = wanted.phrase.rsplit(" ", 1)[-1]
    if told.phrase == last and last not in _WIDEST and wanted.category and wanted.category == told.category:
        return True  # 'jets', of fighter jets
    return _one_symbol(wanted.symbol, told.symbol) and not _rivals(wanted.phrase, told.phrase)


def _rivals(ours: str, theirs: str) -> bool:
    """Tell whether two kinds of one thing go by different words before it: 'police van', 'broadcast van'."""
    our_kind, _, our_head = ours.rpartition(" ")
    their_kind, _, their_head = theirs.rpartition(" ")
    plain = read_words("assess_site_plain.txt")
    return our_head == their_head and our_kind != their_kind and not {our_kind, their_kind} & (plain | {""})


def _one_maker(wanted: str, told: str) -> bool:
    """Tell whether one designator is the other's maker, whose letters it has: an 'Il-76' is an 'Ilyushin'."""
    letters = [re.match(r"[a-z]*", name) for name in (wanted, told)]
    ours, theirs = (match.group() if match else "" for match in letters)
    return min(len(ours), len(theirs)) >= 2 and (ours.startswith(theirs) or theirs.startswith(ours)) and ours != theirs


def _one_symbol(ours: str, theirs: str) -> bool:
    shorter, longer = sorted((ours, theirs), key=len)
    return len(shorter) >= _TOLD_BY and longer.startswith(shorter)


def find_things(wanted: Kind, text: str) -> list[Found]:
    """Find where a text names things of a kind, in order, each with its count where one stands before it."""
    if wanted.qualifier and not _holds(fold(text).lower(), wanted.qualifier):
        return []
    numbers = find_numbers(text)
    return [_counted(start, end, text, numbers, wanted) for start, end in _spots(wanted, text)]


def _holds(text: str, qualifier: str) -> bool:
    return all(re.search(rf"\b{re.escape(word)}", text) for word in qualifier.split() if word not in ("the", "a", "an"))


def name_singles(kind: Kind, texts: Iterable[str]) -> Kind:
    """Add to a kind what those of it are called, as the texts tell beside it: 'the landing ship Aurora', 'Mirage jets'."""
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
            named = [first] if len(text[start:end].split()) > 1 else [] if "\n" in text[len(before) : start] else before.split()[-1:]
            found |= {form for name in named if _is_name(_plain(name), name) for form in (name, f"{name}s")}
    return found


def _named_next(text: str, end: int) -> str | None:
    """Give the name that opens one of the next sentences, where nothing before it went by that name."""
    later = _NAMED_NEXT.search(text, end, end + _NAMED_SOON)
    return later["name"] if later is not None and text.index(later["name"]) == later.start("name") else None


def _spots(wanted: Kind, text: str) -> Iterator[tuple[int, int]]:
    """Give where things of the kind stand, the longest words for each."""
    kinds = list(_kind_spots(wanted, text))
    named = [
        match.span() for name in sorted(wanted.names) for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
    ]
    yield from kinds or sorted(named)


def _kind_spots(wanted: Kind, text: str) -> Iterator[tuple[int, int]]:
    if wanted.qualifier and (match := _NOBODY.search(text)) is not None:
        yield match.span()
        return
    if wanted.named:
        told = "|".join(map(re.escape, [wanted.phrase.split()[-1], *sorted(wanted.names)]))
        yield from (match.span() for match in re.finditer(rf"(?<!\w)(?:{told})(?!\w)", fold(text), re.IGNORECASE))
        return
    yield from _of_owner(wanted, text)
    held = words(fold(text))
    taken = -1
    for i, word in enumerate(held):
        for first in range(max(i - _LONGEST + 1, taken + 1), i + 1):
            names = _is_it(wanted, held[first : i + 1], text)
            if names and not _is_other(held, first, i, text, wanted):
                taken = i
                yield held[first].start, word.end
                break


def _of_owner(wanted: Kind, text: str) -> Iterator[tuple[int, int]]:
    """Give where the words stand the other way round: 'four cars of the Red Cross', of Red Cross cars."""
    owner, _, head = wanted.phrase.rpartition(" ")
    if owner:
        told = re.compile(rf"\b{re.escape(head)}s? of (?:the )?{re.escape(owner)}\b", re.IGNORECASE)
        yield from (match.span() for match in told.finditer(text))


def _is_other(held: list[Word], first: int, last: int, text: str, wanted: Kind) -> bool:
    """Tell whether the words beside say that another kind of thing is meant."""
    return (
        _goes_on(held, last, text, wanted)
        or _is_called(held, first, text, wanted)
        or _is_qualified(held, first, last, text, wanted)
    )


def _is_qualified(held: list[Word], first: int, last: int, text: str, wanted: Kind) -> bool:
    """Tell whether the last word of a longer kind stands behind another word: 'broadcast vans', of police vans."""
    if " " not in wanted.phrase or first != last or not first or text[held[first - 1].end : held[first].start] != " ":
        return False
    told = text[held[first - 1].start : held[first - 1].end]
    if wanted.proper and told.lower() not in _KNOWN_BY:
        return True
    longer = kind_of(text[held[first - 1].start : held[last].end])
    if longer.phrase in _nouns() and not same_kind(wanted, longer):
        return True
    if not told.isalpha() or not told.islower() or told.endswith(_ADJECTIVE_ENDS):
        return False
    told_kind = kind_of(told)
    return told not in read_words("assess_site_plain.txt") and told not in wanted.phrase and not told_kind.named


def _is_it(wanted: Kind, held: list[Word], text: str) -> bool:
    """Tell whether words are a thing of the kind; a phrase counts by all of its words."""
    told = text[held[0].start : held[-1].end]
    if len(held) > 1 and re.search(r"[,.;:()\"]", told):
        return False
    phrase = _phrase(told.split())
    if phrase == wanted.phrase:
        return True
    if phrase not in _nouns() and phrase not in _sorts() and not _is_name(phrase, told):
        return False
    return same_kind(wanted, kind_of(told))


def _is_name(phrase: str, told: str) -> bool:
    known = phrase in _names() or phrase.replace(" ", "-") in _names()
    return known and (told[:1].isupper() or told[:1].isdigit())


def _goes_on(held: list[Word], i: int, text: str, wanted: Kind) -> bool:
    """Tell whether the noun only says which kind the next one is: 'tank factory', 'fighter jets'."""
    if i + 1 >= len(held) or text[held[i].end : held[i + 1].start] != " ":
        return False
    if _HANDLED_BY.match(text, held[i + 1].start):
        return True
    longer = kind_of(text[held[i].start : held[i + 1].end])
    known = longer.phrase in _nouns() or longer.phrase in _sorts()
    return known and not same_kind(wanted, longer)


def _is_called(held: list[Word], first: int, text: str, wanted: Kind) -> bool:
    """Tell whether a type's name is what another thing goes by: of 'the vessel Bayraktar' it is no drone."""
    told = text[held[first].start : held[first].end]
    if not first or not _is_name(_plain(told), told) or text[held[first - 1].end : held[first].start] != " ":
        return False
    category, _ = _nouns().get(_singular(held[first - 1].form), ("", ""))
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
    single = (_singular(last) == last or last in _names()) and last not in ("aircraft", "wounded", "injured", "police", "staff")
    called = any(text[start:end] == name for name in wanted.names if not name.endswith("s"))
    if wanted.named or called or (single and _ONE.search(text[:start])):
        return Found(start, end, 1, 1)
    return Found(start, end, None, None)


def _reaches(gap: str) -> bool:
    """Tell whether a number counts what follows after the gap; another number may stand between: 'two of six'."""
    return bool(_COUNT_GAP.fullmatch(gap))


def _whole(bound: float | None) -> int | None:
    return None if bound is None else int(bound)
