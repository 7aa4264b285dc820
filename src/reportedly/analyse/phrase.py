"""Read the phrases of place and the like that hang on a word, and the nouns that are joined to one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_HEADINGS = frozenset({"route", "direction", "way", "course"})
_ROADS = frozenset({"road", "highway", "motorway", "track", "railway"})
_NEARNESS = frozenset("sight earshot metres meters kilometres kilometers km miles yards feet".split())
_LEADING = _HEADINGS | _ROADS | _NEARNESS
_OTHER_END = {"to": "from", "into": "from", "toward": "from", "towards": "from"}
_OF_SPEECH = frozenset({"according", "due", "owing", "thanks", "prior"})  # what 'to' brings in after these is no place
_ADVERBS = frozenset({"advmod", "npadvmod", "prt"})


@dataclass(frozen=True, slots=True)
class Phrase:
    """What a preposition brings in: its word (the first of 'out of'), and the noun."""

    preposition: str
    head: Token


def conjuncts(token: Token) -> list[Token]:
    """Give the noun and those joined to it by 'and' or in apposition, in order."""
    found = [token]
    for word in found:
        found += [child for child in word.children if child.dep_ in ("conj", "appos") and not _is_no_thing(child)]
    return sorted(found, key=lambda word: word.i)


def _is_no_thing(word: Token) -> bool:
    """Tell whether a word joined to a noun is another happening, or only says how far: 'a strip, 70 km south of'."""
    return word.pos_ == "VERB" or (word.dep_ == "appos" and word.lower_ in _NEARNESS)


def phrases_of(token: Token, depth: int = 0) -> Iterator[Phrase]:
    """List the phrases of place and the like that hang on `token`, joined ones each by itself."""
    for child in token.children:
        if child.lower_ in _OF_SPEECH:
            continue
        if depth < 4 and (child.dep_ in ("prep", "agent") or (depth and child.dep_ == "conj" and child.pos_ == "ADP")):
            # 'moored southeast of the port': the adverb makes 'of' say where.
            where = child.lower_ == "of" and token.pos_ == "ADV"
            yield from _of_preposition(child, "near" if where else child.lower_)
        elif (
            child.i > token.i
            and depth < 2
            and (child.dep_ in _ADVERBS or (child.dep_ == "conj" and child.pos_ == "ADV"))
        ):
            # 'moored northwest of', 'flew back to', 'pulled out of': the phrase hangs on the adverb.
            yield from phrases_of(child, depth + 1)


def _of_preposition(preposition: Token, word: str, depth: int = 0) -> Iterator[Phrase]:
    """List what a preposition brings in, through those that it leads on to."""
    for child in preposition.children:
        if child.dep_ == "pobj" or (child.dep_ == "pcomp" and child.pos_ != "VERB"):
            for noun in conjuncts(child):
                yield from _led_to(noun, word, depth)
        elif child.dep_ == "prep" and depth < 4:
            # 'out of', 'on to', 'from near': the first word tells which way, except that 'on' gives way to 'to'.
            over = any(noun.dep_ == "pobj" and noun.i < child.i for noun in preposition.children)  # 'from A to B'
            kept = word if word in ("out", "from", "off") and not over else child.lower_
            yield from _of_preposition(child, "towards" if (word, kept) == ("to", "within") else kept, depth + 1)
        elif child.dep_ == "conj" and depth < 4:
            yield from _of_preposition(child, child.lower_ if child.pos_ == "ADP" else word, depth + 1)
        elif child.dep_ == "advmod" and depth < 4:
            yield from _of_preposition(child, word, depth + 1)


def _led_to(noun: Token, word: str, depth: int) -> Iterator[Phrase]:
    """List the phrase of a preposition's noun, or the one that the noun leads on to: 'by way of', 'within sight of'."""
    on = list(phrases_of(noun, depth + 1)) if noun.lower_ in _LEADING else []
    if noun.lower_ == "way" and word == "by":
        yield from (Phrase("via", phrase.head) for phrase in on)
    elif noun.lower_ in _NEARNESS and noun.head.lower_ in ("within", "in"):
        # 'within sight of the town', 'to within 20 km of the border'
        yield from (Phrase(word, phrase.head) for phrase in on if phrase.preposition in ("of", "from"))
    elif noun.lower_ in _ROADS:
        # 'north on the road to the port': where it is, and where those go who go along it
        yield Phrase(word, noun)
        yield from (Phrase("towards", phrase.head) for phrase in on if phrase.preposition in ("to", "into"))
    elif noun.lower_ in _HEADINGS:
        # 'en route to the port', 'in the direction of the port': where they go
        yield from (Phrase("towards", phrase.head) if phrase.preposition == "of" else phrase for phrase in on)
    else:
        yield Phrase(word, noun)
        if (other := _OTHER_END.get(word)) is not None and depth < 2:
            # 'moved to the sector from Leeds': the model may hang where they come from on where they go
            yield from (phrase for phrase in phrases_of(noun, depth + 2) if phrase.preposition == other)
