"""Who acts and who speaks, across spellings: states behind their capitals and peoples, names behind their forms."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from reportedly.assess.wording import stem, words_of
from reportedly.data import read_table, read_words
from reportedly.text.fold import fold
from reportedly.text.newsroom import newsroom_forms
from reportedly.text.word import words

_MEMORY = 1 << 16  # names whose words are kept at hand
_TITLES = frozenset("mr mrs ms dr sir".split())
_SHORT_STATES = frozenset({"us", "uk"})  # the pronoun is not the state: capitals tell
_VOWELS = re.compile(r"[aeiouyj'’-]+")
_REPEATED = re.compile(r"(.)\1+")


@cache
def _states() -> dict[str, tuple[str, bool]]:
    """Read which words stand for which state, and whether as its seat of government."""
    told = {row["word"]: (row["state"], row["kind"] == "seat") for row in read_table("assess_states.tsv")}
    known = {state for state, _ in told.values()}
    for row in read_table("demonyms.tsv"):
        people, state = plain(row["form"]), plain(row["place"])
        if state in known:
            told |= dict.fromkeys((people, people + "s"), (state, False))
    return {state: (state, False) for state in known} | told


@cache
def _idle() -> frozenset[str]:
    """Read the words that tell nothing of a party: function words, titles and numbers."""
    numbers = {row["word"] for row in read_table("numbers.tsv")}
    return read_words("stopwords.txt") | _TITLES | numbers


def plain(text: str) -> str:
    """Give `text` in lower case, without accents and with plain quotation marks and dashes."""
    return _unaccented(fold(text)).lower()


class _Unaccented(dict[int, str]):
    """What each character is without its accents, worked out once."""

    def __missing__(self, code: int) -> str:
        told = unicodedata.normalize("NFKD", chr(code))
        self[code] = "".join(sign for sign in told if not unicodedata.combining(sign))
        return self[code]


_UNACCENTED = _Unaccented()


def _unaccented(text: str) -> str:
    """Give `text` without accents."""
    return text if text.isascii() else text.translate(_UNACCENTED)


def _tokens(text: str) -> list[tuple[str, str]]:
    """List the words of `text` as they stand and as they are compared."""
    bare = _unaccented(text.replace("U.S.", "US").replace("U.K.", "UK"))
    return [(bare[word.start : word.end], word.form) for word in words_of(bare)]


@lru_cache(maxsize=_MEMORY)
def party_words(text: str) -> frozenset[str]:
    """Give the words that tell an actor or an organisation, states under one name.

    A state's word starts with '@'. A seat of government keeps its own word beside its state's.

    >>> sorted(party_words("Moscow")) == sorted(party_words("the Russians")) == ["@russia"]
    True
    >>> sorted(party_words("Russia's Defense Ministry")) == sorted(party_words("the Russian defence ministry"))
    True
    """
    found: set[str] = set()
    tokens = _tokens(text)
    place = 0
    while place < len(tokens):
        width = _state_width(tokens, place)
        phrase = " ".join(form for _, form in tokens[place : place + width]) if width else tokens[place][1]
        if width:
            state, seat = _states()[phrase]
            found.add("@" + state)
            if seat:
                found.add(phrase)
        elif phrase not in _idle() and not phrase[0].isdigit():
            found.add(stem(phrase))
        place += max(width, 1)
    return frozenset(found)


def _state_width(tokens: list[tuple[str, str]], place: int) -> int:
    """Tell how many words from `place` on name a state, its people, capital or seat; 0 where none does."""
    first = tokens[place][0]
    if not first[:1].isupper():
        return 0
    for width in (3, 2, 1):
        run = tokens[place : place + width]
        phrase = " ".join(form for _, form in run)
        if len(run) < width or (phrase in _SHORT_STATES and not first.isupper()):
            continue
        if phrase in _states():
            return width
    return 0


@lru_cache(maxsize=_MEMORY)
def states_of(party: frozenset[str]) -> frozenset[str]:
    """Give the states among the words of a party."""
    return frozenset(word for word in party if word.startswith("@"))


def may_be_one(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two parties may be the same: one says no more than the other does."""
    return one <= other or other <= one


def may_be_one_body(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two bodies may be the same, whatever of its state or its parts the one name leaves out.

    >>> may_be_one_body(party_words("Chile's forest service"), party_words("the forest office"))
    True
    """
    ours, theirs = core_words(one, other), core_words(other, one)
    return bool(ours and theirs) and may_be_one(ours, theirs)


def core_words(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Give the words of a party without those that may be left out beside `other`: its parts, and an only state."""
    bare = one - _units() or one
    if states_of(bare) and not states_of(other):
        bare = bare - states_of(bare) or bare
    return bare


def own_words(party: frozenset[str]) -> frozenset[str]:
    """Give the words of a party that name no state and no seat of government.

    >>> sorted(own_words(party_words("Moscow"))), sorted(own_words(party_words("the Russian navy")))
    ([], ['nav'])
    """
    return frozenset(word for word in party if not word.startswith("@") and word not in _states())


@cache
def _units() -> frozenset[str]:
    """Read the stems of the words for a part of a body, or its sort."""
    return frozenset(stem(word) for word in read_words("assess_units.txt"))


def owner_of(name: str) -> tuple[str, str]:
    """Give the key of the person whose team, office or campaign a body is; empty where it is nobody's.

    >>> owner_of("Mrs Hale's office") == person_key("Hale")
    True
    """
    owner, mark, part = fold(name).partition("'s ")
    kept = party_words(part)
    return person_key(owner) if mark and kept and kept <= _units() and not states_of(party_words(owner)) else ("", "")


def surely_two(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether two parties belong to different states."""
    ours, theirs = states_of(one), states_of(other)
    return bool(ours and theirs and not ours & theirs)


@lru_cache(maxsize=_MEMORY)
def person_key(name: str) -> tuple[str, str]:
    """Give a person's surname and given initials, blind to how it was brought into Latin letters.

    >>> person_key("Volodymyr Zelenskiy") == person_key("Volodymyr Zelensky")
    True
    """
    parts = [word.form for word in words(plain(name)) if word.form not in _TITLES]
    if not parts:
        return ("", "")
    surname = parts[-1].rpartition("-")[2] if parts[-1].startswith(("al-", "el-")) else parts[-1]
    skeleton = _REPEATED.sub(r"\1", _VOWELS.sub("", surname)) or surname
    return (surname[:1] + skeleton, "".join(part[0] for part in parts[:-1]))


def same_person(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two names may be one person's: the same surname, and a given initial in common where both tell."""
    return one[0] == other[0] and (not one[1] or not other[1] or not set(one[1]).isdisjoint(other[1]))


@cache
def _newsrooms() -> dict[str, str]:
    """Read the forms of newsrooms' names, each with the one that it is counted under."""
    return {_bare(form): _bare(room.name) for form, room in newsroom_forms().items()}


def _bare(name: str) -> str:
    """Give an outlet's name without what comes and goes with it."""
    bare = plain(name).strip(" .").removeprefix("the ").removesuffix(".com")
    return bare.removesuffix(" agency").removesuffix(" news").strip() if bare.endswith(" agency") else bare.strip()


@lru_cache(maxsize=_MEMORY)
def newsroom_name(name: str) -> str:
    """Give the one name that a newsroom is counted under.

    >>> newsroom_name("The Associated Press") == newsroom_name("AP")
    True
    >>> newsroom_name("the Littoral Press agency") == newsroom_name("Littoral Press")
    True
    """
    return _newsrooms().get(_bare(name), _bare(name))


def speaks_for_others(role: str) -> bool:
    """Tell whether a role is that of one who says what the organisation says."""
    return any(word in plain(role) for word in read_words("assess_mouthpieces.txt"))


def leads_others(role: str) -> bool:
    """Tell whether a role is that of one who leads a body."""
    return not read_words("assess_heads.txt").isdisjoint(word.form for word in words(plain(role)))
