"""Where a name starts and ends: runs of capitals, the gazetteer's names in them, what belongs to those besides."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Final

from reportedly.analyse.gazetteer import GazetteerEntry, look_up
from reportedly.data import read_table, read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

LONGEST_NAME: Final = 7  # tokens; 'Democratic Republic of the Congo' has five, hyphens count
# Small words that stand inside a name: 'Trinidad and Tobago', 'Cox's Bazar', 'Rio de Janeiro'.
INNER: Final = frozenset(
    "of and the de la los las al el del da do sur upon le les - ' du des 's en am au on y e i s d'".split()
)
_ARTICLES: Final = frozenset({"the", "a", "an", "this", "that", "its", "his", "her", "their", "our"})
_POLITY: Final = frozenset(
    {"republic", "kingdom", "state", "commonwealth", "emirate", "sultanate", "federation", "union"}
)
# Parts of names that are no names alone.
_DIRECTIONS: Final = frozenset(
    "north south east west northern southern eastern western central upper lower northeast northwest southeast"
    " southwest new old greater inner outer mid".split()
)
# Kinds whose names stand without an article; 'the Punjab' is large enough to have been a land of its own.
_BARE: Final = frozenset({"city", "county", "province", "airport"})
_LARGE_DIVISION: Final = 1_000_000  # inhabitants


@cache
def place_nouns() -> dict[str, dict[str, str]]:
    """Give the nouns that say what kind of place a name beside them is."""
    return {row["noun"]: row for row in read_table("facility_nouns.tsv")}


def is_capital(token: Token) -> bool:
    """Tell whether a token starts with a capital."""
    return bool(token.text[:1].isupper())


def trim(doc: Doc, first: int, last: int) -> tuple[int, int]:
    """Leave articles, possessives and lower-case words at both ends out of a tagger's name."""
    while first < last and (not is_capital(doc[first]) or doc[first].lower_ in _ARTICLES):
        first += 1
    while last > first and not is_capital(doc[last - 1]) and not doc[last - 1].like_num:
        last -= 1
    return first, last


def capital_runs(doc: Doc) -> Iterator[tuple[int, int]]:
    """Give the longest runs of capitalised words, joined by small words and hyphens."""
    first = 0
    while first < len(doc):
        if not is_capital(doc[first]):
            first += 1
            continue
        last = end = first + 1
        while end < len(doc) and end - last < 4 and not doc[end].is_sent_start:
            if is_capital(doc[end]):
                last = end + 1
            elif doc[end].lower_ not in INNER:
                break
            end += 1
        yield first, last
        first = last


def _named(doc: Doc, first: int, last: int) -> tuple[GazetteerEntry, ...]:
    """Give the places that go by the tokens; none for words that name a place only within a longer name."""
    text = str(doc[first:last].text)
    if last - first > 1:
        return () if text.lower() in read_words("gazetteer_stop.txt") else look_up(text)
    name, hyphen, rest = text.partition("-")
    if hyphen and rest.islower() and len(rest) > 2:  # 'U.S.-led'
        return tuple(entry for entry in look_up(name) if entry.kind in ("country", "continent"))
    if any(letter in "$£€" for letter in text) or _is_half(doc, first):
        return ()
    return tuple(entry for entry in look_up(text) if _stands_alone(doc, first, text, entry))


def _is_half(doc: Doc, at: int) -> bool:
    """Tell whether a hyphen makes a word half of a name of which the other half is no place: 'Kyzyl-Kiya'."""
    for hyphen, other in ((at + 1, at + 2), (at - 1, at - 2)):
        if min(hyphen, other) >= 0 and max(hyphen, other) < len(doc) and doc[hyphen].text == "-":
            left = doc[min(at, other)]
            if not left.whitespace_ and not doc[hyphen].whitespace_ and is_capital(doc[other]):
                return not look_up(doc[other].text)
    return False


def _stands_alone(doc: Doc, at: int, text: str, entry: GazetteerEntry) -> bool:
    """Tell whether one word can name a place where it stands."""
    if entry.kind == "no_point":  # 'the West', never 'West Wing'
        return at > 0 and doc[at - 1].lower_ == "the" and not (at + 1 < len(doc) and is_capital(doc[at + 1]))
    word = text.lower().rstrip(".")
    if any(
        word in words for words in (_DIRECTIONS, read_words("gazetteer_stop.txt"), read_words("toponym_titles.txt"))
    ):
        return False
    if _is_code(word, entry):
        return False
    if len(text) == 2 and text.isalpha():
        after_comma = at >= 2 and doc[at - 1].text == "," and is_capital(doc[at - 2])
        return text.isupper() and (
            entry.kind in ("country", "region") or text == "BC" or (after_comma and entry.kind == "province")
        )
    return len(text) > 3 or text.isupper() or "." in text or entry.main


def _is_code(word: str, entry: GazetteerEntry) -> bool:
    """Tell whether three letters are an airline's code for a town, as 'gao', rather than its initials, as 'nyc'."""
    if len(word) != 3 or not word.isalpha() or entry.main or entry.kind not in ("city", "airport"):
        return False
    return "".join(part[0] for part in entry.name.split()).lower() != word


def gazetteer_names(doc: Doc) -> Iterator[tuple[int, int, tuple[GazetteerEntry, ...]]]:
    """Give the longest names of the gazetteer within each run of capitals, as tokens `[first, last)`."""
    for run_first, run_last in capital_runs(doc):
        first = run_first
        while first < run_last:
            last = _longest(doc, first, run_last) if is_capital(doc[first]) else first
            if last > first:
                start, end, entries = _whole(doc, first, last, run_first, run_last)
                if not _is_other(doc, start, run_first, entries):
                    yield start, end, _with_article(doc, start, end, entries)
            first = max(first + 1, last)


def _is_other(doc: Doc, first: int, run_first: int, entries: tuple[GazetteerEntry, ...]) -> bool:
    """Tell whether the tagger's place starts before the name: 'Nova Lisboa' is not Lisboa."""
    if first == run_first or doc[first].ent_type_ not in ("GPE", "LOC") or doc[first].ent_iob_ != "I":
        return False
    before = doc[first - 1]
    if not is_capital(before) or before.pos_ != "PROPN" or before.lower_ in _DIRECTIONS:
        return False
    # 'Nazi Germany' is Germany.
    return not any(entry.kind in ("country", "continent") for entry in entries)


def _with_article(doc: Doc, first: int, last: int, entries: tuple[GazetteerEntry, ...]) -> tuple[GazetteerEntry, ...]:
    """Leave out what never has an article: 'the Oder' is no town, though 'the Homs road' leads to one."""
    if first == 0 or doc[first - 1].lower_ != "the" or doc[first].lower_ == "the":
        return entries
    if doc[last - 1].dep_ in ("compound", "amod", "nmod", "poss") or place_nouns().get(doc[last - 1].lower_):
        return entries
    # 'the Pittsburgh, Pennsylvania, plant', 'the Homs, Hama and Idlib provinces', 'the Homs-based group'
    if last < len(doc) and (doc[last].pos_ in ("NOUN", "PROPN", "ADJ", "PART") or doc[last].text in (",", "-", "–")):
        return entries
    return tuple(entry for entry in entries if entry.kind not in _BARE or entry.population >= _LARGE_DIVISION)


def _longest(doc: Doc, first: int, run_last: int) -> int:
    """Give where the longest name from `first` on ends; `first` where there is none."""
    for last in range(min(run_last, first + LONGEST_NAME), first, -1):
        if doc[first].lower_ == "the" and not any(
            entry.name.startswith("The ") for entry in look_up(doc[first:last].text)
        ):
            continue
        if (is_capital(doc[last - 1]) or (last - first > 1 and doc[last - 1].is_alpha)) and _named(doc, first, last):
            return last
    return first


def _whole(
    doc: Doc, first: int, last: int, run_first: int, run_last: int
) -> tuple[int, int, tuple[GazetteerEntry, ...]]:
    """Widen a name to what it is a part of: 'Nyanza Province', 'Republic of Armenia', 'Lake Erie', 'North Dallas'."""
    entries = _named(doc, first, last)
    start = _polity_start(doc, first, run_first)
    if start < first and any(entry.kind == "country" for entry in entries):
        return start, last, tuple(entry for entry in entries if entry.kind == "country")
    row = place_nouns().get(doc[last].lower_) if last < run_last and is_capital(doc[last]) else None
    # 'Ohio State' is a university, 'the Badger State' is no town.
    american = row is not None and row["noun"] == "state" and any(entry.country == "US" for entry in entries)
    if american:
        entries = tuple(entry for entry in entries if entry.kind == "province")
    if row is not None and row["site"] == "no" and not american:
        return first, last + 1, _of_kinds(entries, row)
    if first == run_first or not is_capital(doc[first - 1]):
        return first, last, entries
    row = place_nouns().get(doc[first - 1].lower_)
    if row and row["stands"] in ("both", "before") and row["site"] == "no" and row["noun"] not in ("city", "state"):
        return first - 1, last, _of_kinds(entries, row)
    if doc[first - 1].lower_ in _DIRECTIONS and not doc[first - 1].is_sent_start:
        return first - 1, last, () if doc[first - 1].lower_ == "new" else entries
    return first, last, entries


def _polity_start(doc: Doc, first: int, run_first: int) -> int:
    """Give where 'Democratic Republic of' before a name starts; `first` where nothing such does."""
    start = first - 2
    if start < run_first or doc[first - 1].lower_ != "of" or doc[start].lower_ not in _POLITY:
        return first
    while start > run_first and is_capital(doc[start - 1]) and doc[start - 1].lower_ not in _ARTICLES:
        start -= 1
    return start


def _of_kinds(entries: tuple[GazetteerEntry, ...], noun: dict[str, str]) -> tuple[GazetteerEntry, ...]:
    """Give the places that are of a kind that the noun asks for."""
    kinds = noun["kinds"].split()
    return tuple(entry for entry in entries if entry.kind in kinds)
