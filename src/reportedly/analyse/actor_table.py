"""The groups, bodies and states that our tables know: where a text names them, and the code that each has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from reportedly.analyse.gazetteer import look_up
from reportedly.data import read_table
from reportedly.event import EntityKind
from reportedly.text.fold import fold

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:'[^\W_]+)*")
_GAP = re.compile(r"[ \-'/+’]{1,2}\Z")  # what may stand between two words of a name
_PLAIN_SEATS = frozenset({"elysee", "kremlin", "pentagon", "whitehall"})
_LOWER = frozenset("a against al and as bin de del du e el et for ibn in la les of on or the to ul wal".split())
_NOUN_WORDS = 4  # of 'ministry of foreign affairs'


@dataclass(frozen=True, slots=True)
class KnownActor:
    """A group or a body that a table has."""

    name: str
    kind: EntityKind
    code: str  # CAMEO: 'SYRREB', 'IGO'

    @property
    def state(self) -> str | None:
        """The state that it belongs to, ISO 3166-1 alpha-3; None for those of several and of none."""
        return self.code[:3] if len(self.code) > len("SYR") and not self.code.startswith(("IGO", "NGO")) else None


class Named(NamedTuple):
    """A known actor where a text names it; offsets are the text's."""

    start: int
    end: int
    actor: KnownActor


class _Form(NamedTuple):
    words: tuple[str, ...]  # as the table writes them
    keys: tuple[str, ...]  # as they are compared
    actor: KnownActor
    sure: bool  # whether the form alone tells whom it means
    ours: bool


@lru_cache(maxsize=65_536)
def _key(word: str) -> str:
    """Give the form in which words are compared: plain, lower case, without the possessive."""
    bare = word.replace(".", "").lower().removesuffix("'s").replace("'", "")
    if bare.isascii():
        return bare
    return "".join(sign for sign in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(sign))


@cache
def _forms() -> dict[str, tuple[_Form, ...]]:
    """Give every form of every known actor by its first word, the longest first."""
    found: dict[str, list[_Form]] = {}
    for form in (*_our_forms(), *_seats(), *_phoenix_forms()):
        found.setdefault(form.keys[0], []).append(form)
    return {first: tuple(sorted(forms, key=lambda form: -len(form.words))) for first, forms in found.items()}


def _our_forms() -> Iterator[_Form]:
    for row in read_table("actors_groups.tsv"):
        kind = {"MIL": EntityKind.ORGANISATION, "PTY": EntityKind.ORGANISATION, "GOV": EntityKind.ORGANISATION}
        actor = KnownActor(row["name"].rstrip("?"), kind.get(row["role"], EntityKind.GROUP), row["state"] + row["role"])
        yield from _spelled(actor, [row["name"], *row["aliases"].split("|")])
    for row in read_table("actors_bodies.tsv"):
        actor = KnownActor(row["name"].rstrip("?"), EntityKind.ORGANISATION, row["code"])
        yield from _spelled(actor, [row["name"], *row["aliases"].split("|")])


def _seats() -> Iterator[_Form]:
    """Give the seats of government; those whose names are other things too count with their state alone."""
    for row in read_table("assess_states.tsv"):
        if row["kind"] == "seat":
            sure = " " in row["word"] or row["word"] in _PLAIN_SEATS
            name = row["word"].title() + ("" if sure else "?")
            code = f"{state_of(row['state']) or ''}GOV"
            yield from _spelled(KnownActor(name.rstrip("?"), EntityKind.ORGANISATION, code), [name])


def _spelled(actor: KnownActor, names: Sequence[str]) -> Iterator[_Form]:
    for name in filter(None, names):
        words = tuple(_WORD.findall(fold(name)))
        yield _Form(words, tuple(_key(word) for word in words), actor, not name.endswith("?"), ours=True)


def _phoenix_forms() -> Iterator[_Form]:
    for row in read_table("actors_phoenix.tsv"):
        kind = EntityKind.GROUP if row["code"].endswith("REB") else EntityKind.ORGANISATION
        words = tuple(_WORD.findall(row["name"]))
        actor = KnownActor(row["name"], kind, row["code"])
        yield _Form(words, tuple(_key(word) for word in words), actor, sure=True, ours=False)


def find_known(text: str, states: Collection[str] = ()) -> list[Named]:
    """Find where `text` names actors that the tables know, in order; of several forms the longest.

    Args:
        text: folded, so that its marks are plain ones.
        states: those that the report tells of (ISO 3166-1 alpha-3); a form that many go by counts only with its own.
    """
    words = [(match.group(), match.start(), match.end()) for match in _WORD.finditer(text)]
    keys = tuple(_key(word) for word, _, _ in words)
    forms = _forms()
    found: list[tuple[int, int, _Form]] = []
    end = 0
    for at in [at for at, key in enumerate(keys) if key in forms]:
        fits = [form for form in forms[keys[at]] if _fits(text, words, keys, at, form)] if at >= end else []
        if fits:
            near = [form for form in fits if len(form.words) == len(fits[0].words)]
            form = next((form for form in near if form.actor.state in states), near[0])
            end = at + len(form.words)
            found.append((words[at][1], _end(words[end - 1]), form))
    told = {form.actor for _, _, form in found if form.sure}
    return [
        Named(start, end, form.actor)
        for start, end, form in found
        if form.sure or form.actor in told or form.actor.state in states
    ]


def _end(last: tuple[str, int, int]) -> int:
    """Give where a name ends, its possessive left out."""
    word, _, end = last
    return end - 2 if word.endswith("'s") else end


def _fits(text: str, words: Sequence[tuple[str, int, int]], keys: tuple[str, ...], at: int, form: _Form) -> bool:
    """Tell whether the words from `at` on are a form, joined as a name is."""
    size = len(form.words)
    if keys[at : at + size] != form.keys:
        return False
    run = words[at : at + size]
    joined = all(_GAP.match(text[one[2] : other[1]]) for one, other in pairwise(run))
    return joined and all(
        _written(word, wanted, form.ours) for (word, _, _), wanted in zip(run, form.words, strict=True)
    )


def _written(word: str, wanted: str, ours: bool) -> bool:
    """Tell whether a word has the capitals that its form has: 'WHO' is no 'who'."""
    if not ours:
        return word[0].isupper() or word[0].isdigit() or word.lower() in _LOWER
    if wanted.isupper() and len(wanted) > 1:
        return word.replace(".", "").removesuffix("'s").isupper()
    return word[0].isupper() or not wanted[0].isupper() or word.lower() in _LOWER


@cache
def _alpha3() -> dict[str, str]:
    return {row["code"]: row["alpha3"] for row in read_table("actors_states.tsv")}


def state_code(country: str | None) -> str | None:
    """Give the ISO 3166-1 alpha-3 code of an alpha-2 one.

    >>> state_code("SY"), state_code(None)
    ('SYR', None)
    """
    return _alpha3().get(country or "")


@cache
def _stand_ins() -> dict[str, str]:
    """Give the state's name for each capital, seat of government, people and other name, lower case."""
    told = {row["form"].lower(): row["place"].lower() for row in read_table("demonyms.tsv")}
    return told | {row["word"]: row["state"] for row in read_table("assess_states.tsv")}


@cache
def _governments() -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("assess_states.tsv") if row["kind"] in ("capital", "seat"))


@lru_cache(maxsize=4096)
def state_of(words: str) -> str | None:
    """Give the code of the state that a name, a people, a capital or a seat of government stands for; None for others.

    >>> state_of("Moscow"), state_of("Syrians"), state_of("the White House"), state_of("Bosphorus")
    ('RUS', 'SYR', 'USA', None)
    """
    key = fold(words).lower().removeprefix("the ").removesuffix("'s").strip(" .")
    told = next((_stand_ins()[form] for form in (key, key.removesuffix("s")) if form in _stand_ins()), key)
    countries = [entry.country for entry in look_up(told) if entry.kind == "country"]
    return state_code(countries[0]) if countries else None


def is_seat(words: str) -> bool:
    """Tell whether a name is a capital or a seat of government, which acts as the government."""
    return fold(words).lower().removeprefix("the ").strip(" .") in _governments()


@cache
def _nouns() -> dict[str, tuple[str, str]]:
    return {row["noun"]: (row["role"], row["body"]) for row in read_table("actors_nouns.tsv")}


def noun_at_end(words: Sequence[str]) -> tuple[int, str, str] | None:
    """Give how many of the last `words` (lower case) are a noun that acts, its role, and the body that it names.

    >>> noun_at_end(["russian", "defense", "ministry"])
    (2, 'MIL', 'defence ministry')
    """
    for size in range(min(_NOUN_WORDS, len(words)), 0, -1):
        phrase = " ".join(words[-size:])
        for form in (phrase, phrase.removesuffix("s"), phrase + "s"):
            if form in _nouns():
                return (size, *_nouns()[form])
    return None
