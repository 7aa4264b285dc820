"""What a question asks about, as a kind of act: the words that tell it, and those that speak for it and against it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from reportedly.assess.wording import stem, words_of
from reportedly.data import read_table, read_words
from reportedly.event import EventType
from reportedly.text.irregular_verb import irregular_bases
from reportedly.text.word import Word, words
from reportedly.watchlist import Pattern

IS, NOT, FOR, HOME, AGAINST, UNCLEAR = "is", "not", "for", "home", "against", "unclear"
_PARTS = (IS, NOT, FOR, HOME, AGAINST, UNCLEAR)
_STRANGE = -1.0  # points of an act that is done by or to something else than is asked about
_TOLD = 0.45  # of the points of a word that questions ask with, those of one that reports tell it with
_ENOUGH = 0.5
_REACH = 6  # words before a word in which a denial of it may stand
_GAP = 2  # words that may stand inside a phrase: 'pulled its men out'
_NEXT = 12  # characters behind a word
_NOTHING = frozenset({"nobody", "none", "nothing", "no"})
_BREAK = re.compile(r"[,;:.!?–—\"“”()]|\b(?:but|and|though|although|while|whereas)\b", re.IGNORECASE)
_MADE = frozenset({"taken", "shot", "captur", "released"})
_PICTURES = frozenset(map(stem, ("image", "photograph", "photo", "picture", "footage", "video")))
_Phrase = tuple[str, ...]
_ACTS = 256  # whose phrases are kept at hand
_TEXTS = 1 << 12  # of which it is kept what they have of an act


class Hit(NamedTuple):
    """A word or phrase for an act where it stands in a text."""

    part: str
    start: int
    end: int
    denied: bool
    words: str  # as they stand


@dataclass(frozen=True, slots=True)
class Act:
    """A kind of act; one made from a question's own words has no name."""

    name: str
    move: str  # 'away', 'toward' or 'at' for what moves; empty for all else
    types: frozenset[EventType]
    nouns: frozenset[_Phrase]
    asks: frozenset[_Phrase]  # words by which a question asks about it
    asks_not: frozenset[_Phrase]  # and about its contrary
    phrases: tuple[tuple[str, frozenset[_Phrase]], ...]  # by part
    exclusive: bool = False  # what one did, no other one did

    def of(self, part: str) -> frozenset[_Phrase]:
        """Give the phrases of one part."""
        return dict(self.phrases).get(part, frozenset())


@cache
def _acts() -> tuple[Act, ...]:
    """Read all acts, in the table's order."""
    rows: dict[str, dict[str, str]] = {}
    for row in read_table("assess_acts.tsv"):
        rows.setdefault(row["act"], {})[row["part"]] = row["words"] or ""
    return tuple(
        Act(
            name=name,
            move=parts.get("move", ""),
            types=frozenset(EventType(word) for word in parts.get("type", "").split("|") if word),
            nouns=_phrases(parts.get("noun", "")),
            asks=_phrases(parts.get("asks", "")),
            asks_not=_phrases(parts.get("asks not", "")),
            phrases=tuple((part, _phrases(parts.get(part, ""))) for part in _PARTS),
            exclusive="exclusive" in parts,
        )
        for name, parts in rows.items()
    )


def _phrases(told: str) -> frozenset[_Phrase]:
    """Read words that a bar parts, as stems."""
    return frozenset(_stems(words_told) for words_told in told.split("|") if words_told)


def _stems(told: str) -> _Phrase:
    """Give the stems of a phrase in order."""
    return tuple(_key(word.form) for word in words(told))


def _key(form: str) -> str:
    """Give the form that a word is found under: its stem, but a loader is no loading and an offer is not off."""
    if form.removesuffix("s") in read_words("assess_whole.txt"):
        return f"{form.removesuffix('s')}-"  # that no stem is: who deserts is not in the desert
    form = irregular_bases().get(form, form)  # 'given up' is told by 'give up'
    bare = form[:-1] if form.endswith("ers") else form
    if bare.endswith("er"):
        return bare
    key, shorter = form, stem(form)
    while key != shorter:  # 'staying' and 'stay' come down to one
        key, shorter = shorter, stem(shorter)
    return key


def choose_act(pattern: Pattern) -> tuple[Act, bool]:
    """Give the act that a question asks about, and whether the question's own words tell its contrary.

    An act that the table does not have is told by the question's own words.
    """
    asked = [_stems(word) for word in pattern.acts]
    types = {word for word in pattern.acts if word in set(EventType)}
    told_of = pattern.acts if EventType.PRESENCE.value in types else ()  # 'Was there a fire?'
    named = (*pattern.words, *pattern.place_kinds, *_last_words(pattern), *told_of)
    nouns = {_stems(word)[-1:] for word in named if word}
    placed = bool(pattern.places or pattern.place_kinds or pattern.assets)
    best: tuple[float, Act, bool] | None = None
    for act in _acts():
        told, contrary = _place_in(asked, act.asks), _place_in(asked, act.asks_not)
        if not told and not contrary and types & act.types:  # as the reports would tell it
            told, contrary = (_TOLD * _place_in(asked[:2], act.of(part)) for part in (IS, NOT))
        if not told and not contrary and not types & act.types:
            continue
        points = (
            max(told, contrary)
            + 0.2 * (told >= contrary)
            + 0.1 * bool(types & act.types)
            + (1.5 if nouns & act.nouns else _STRANGE if act.nouns else 0.0)
            + 0.3 * sum(phrase in act.asks for phrase in asked[1:])
        )
        points += (0.75 if placed else -1.2) if act.move else 0.0
        if not told and not contrary:
            points += 0.4  # by its type alone
        if best is None or points > best[0]:
            best = (points, act, contrary > told)
    if best is not None and best[0] >= _ENOUGH:
        return best[1], best[2]
    return _own(asked, types), False


def in_its_words(act: Act) -> Act:
    """Give a move with the words alone that questions ask about it with: the others tell little without a place."""
    return replace(act, phrases=((IS, act.asks), (NOT, act.of(NOT))))


def without(act: Act, keys: frozenset[str]) -> Act:
    """Give an act without the phrases that only name what a question asks about: 'Did she win the run-off?'."""
    kept = tuple(
        (
            part,
            frozenset(
                phrase
                for phrase in phrases
                if not {stem(half) for word in phrase for half in word.split("-")} <= keys or not phrase
            ),
        )
        for part, phrases in act.phrases
    )
    return replace(act, phrases=kept)


def _last_words(pattern: Pattern) -> Iterator[str]:
    """Give the nouns of the actor and of what the act is done to."""
    for name in (pattern.actor.name if pattern.actor else "", pattern.target or ""):
        yield from name.split()


def _place_in(asked: Sequence[_Phrase], phrases: frozenset[_Phrase]) -> float:
    """Give how surely a question's words are among the phrases: the first of them tells most."""
    return max(
        (2.0 - 0.6 * place + 0.7 * (len(phrase) > 1) for place, phrase in enumerate(asked) if phrase in phrases),
        default=0.0,
    )


def _own(asked: Sequence[_Phrase], types: set[str]) -> Act:
    """Make an act of a question's own words."""
    known = frozenset(EventType(word) for word in types)
    own = frozenset(asked) - frozenset(map(_stems, types)) or frozenset(asked)
    own -= {phrase for phrase in own if any(phrase == longer[:1] != longer for longer in own)}  # 'go' of 'go dark'
    return Act("", "", known, frozenset(), own, frozenset(), ((IS, own),))


@lru_cache(maxsize=_TEXTS)
def find_hits(act: Act, text: str) -> tuple[Hit, ...]:
    """List where a text has words for an act, longer phrases first at each place, each with whether it is denied."""
    told, keys = _keyed(text)
    opening = _by_opening(act.phrases)
    found: list[Hit] = []
    for first, key in enumerate(keys):
        for part, phrase in opening.get(key, ()):
            if not _is_of_a_picture(keys, first) and (last := _ends(phrase, keys, first)) is not None:
                start, end = told[first].start, told[last].end
                found.append(Hit(part, start, end, is_denied(text, start, end), text[start:end]))
    found.sort(key=lambda hit: (hit.start - hit.end, hit.start, _PARTS.index(hit.part)))
    kept: list[Hit] = []
    idioms = [(told[a].start, told[b].end) for a, b in _find_idioms(keys)]
    for hit in found:
        if any(start <= hit.start and hit.end <= end and end - start > hit.end - hit.start for start, end in idioms):
            continue
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return tuple(sorted(kept, key=lambda hit: hit.start))


def _find_idioms(keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Give the first and the last word of each phrase that tells no act of its own: 'on board', 'took off'."""
    opening = _by_opening(_idioms())
    for first, key in enumerate(keys):
        for _, phrase in opening.get(key, ()):
            if tuple(keys[first : first + len(phrase)]) == phrase:
                yield first, first + len(phrase) - 1


@cache
def _idioms() -> tuple[tuple[str, frozenset[_Phrase]], ...]:
    """Read the phrases in which a word tells no act of its own."""
    return (("", frozenset(map(_stems, read_words("assess_idioms.txt")))),)


@lru_cache(maxsize=_TEXTS)
def _keyed(text: str) -> tuple[tuple[Word, ...], tuple[str, ...]]:
    """Give the words of a text, and what each is found under."""
    told = words_of(text)
    return told, tuple(_key(word.form) for word in told)


@lru_cache(maxsize=_ACTS)
def _by_opening(parts: tuple[tuple[str, frozenset[_Phrase]], ...]) -> Mapping[str, tuple[tuple[str, _Phrase], ...]]:
    """Gather phrases with their parts by their first words."""
    found: dict[str, tuple[tuple[str, _Phrase], ...]] = {}
    for part, phrases in parts:
        for phrase in filter(None, phrases):
            found[phrase[0]] = (*found.get(phrase[0], ()), (part, phrase))
    return found


def _is_of_a_picture(keys: Sequence[str], first: int) -> bool:
    """Tell whether a word says when a picture was made: 'in a photograph taken on Friday'."""
    return keys[first] in _MADE and bool(_PICTURES & set(keys[max(0, first - _GAP - 1) : first]))


def _ends(phrase: _Phrase, keys: Sequence[str], first: int) -> int | None:
    """Give at which word a phrase that starts at `first` ends; None where it does not stand there."""
    place = first
    for wanted in phrase[1:]:
        near = keys[place + 1 : place + 2 + _GAP]
        if wanted not in near:
            return None
        place += 1 + near.index(wanted)
    return place


@lru_cache(maxsize=_TEXTS)
def is_denied(text: str, start: int, end: int | None = None) -> bool:
    """Tell whether a word is denied: by those before `start` in its clause, or by the next behind `end`.

    Two denials make none. 'She has conceded nothing' denies as 'She has not conceded' does.
    """
    before = text[:start]
    opening = max((match.end() for match in _BREAK.finditer(before)), default=0)
    near = [word.form for word in words(before[opening:])][-_REACH:]
    deniers = read_words("assess_deniers.txt")
    pairs = {" ".join(pair) for pair in pairwise(near)}
    count = sum(form in deniers for form in near) + len(pairs & deniers)
    behind = [word.form for word in words(text[end : end + _NEXT])][:1] if end is not None else []
    return (count + bool(set(behind) & _NOTHING)) % 2 == 1
