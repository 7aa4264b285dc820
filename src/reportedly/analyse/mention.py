"""Find the mentions of whom and what a report names, each with its kind and, where a table fixes it, whom it means."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from reportedly.analyse.actor_table import Named, find_known, is_seat, noun_at_end, state_code, state_of
from reportedly.analyse.asset import category_of, find_assets
from reportedly.analyse.frame import parsed_text
from reportedly.analyse.given_name import is_given_name
from reportedly.analyse.noun_class import classes_of
from reportedly.analyse.parse import Passage
from reportedly.analyse.person_name import is_owner
from reportedly.analyse.source_name import is_body_name, is_full_name, without_titles
from reportedly.analyse.source_noun import source_kind
from reportedly.analyse.token_at import TokenAt
from reportedly.attribution import SpeakerKind
from reportedly.data import read_table, read_words
from reportedly.event import EntityKind, Toponym, ToponymUse
from reportedly.span import Span
from reportedly.text.fold import fold
from reportedly.text.number import find_numbers

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token, Tokens

_KINDS = {"PERSON": EntityKind.PERSON, "ORG": EntityKind.ORGANISATION, "NORP": EntityKind.GROUP}
_FACILITIES = frozenset({"base", "airport", "port", "facility"})
_STORMS = re.compile(r"\b(?:cyclone|hurricane|typhoon|storm|tornado|operation|exercise|tropical)\b", re.IGNORECASE)
_WHERE = frozenset(
    {"in", "at", "near", "on", "to", "beyond", "toward", "towards", "into", "outside", "across", "around", "via"}
)
_OWNS = frozenset({ToponymUse.DEMONYM, ToponymUse.MODIFIER, ToponymUse.METONYM, ToponymUse.LITERAL})
# What follows the name of a state or a people up to the noun of one of its bodies.
_BODY = re.compile(r"(?:'s?)?(?P<words>(?: [A-Za-z][\w-]*){1,6})")
_STATES = frozenset({"country", "city", "demonym"})
_ALSO_ADJECTIVES = frozenset({"military", "police"})
_GO_ON = frozenset(
    "and or is are was were has have had in on at to of from with by for that which said says will would can".split()
)
_LONGEST_BODY = 5  # words: 'interim ministry of foreign affairs'
_LAND = frozenset("chapel cove creek flat heights hill lake point ridge river rock".split())
_FULL = 2  # words of a full name
_NEAR = 8  # tokens from a name to the noun that says what it is
_DESIGNATOR = re.compile(r"[A-Z]{1,4}-?\d+\w*")  # 'KF-16s' are things
_SCORE = re.compile(r"\d+-\d+")
_BROKEN = re.compile(r"\n| - | \(")  # what ends a name that the model reads on
_QUOTED = re.compile(r'\s*"[^"]*"\s*')


class Mention(NamedTuple):
    """Someone or something where it is named."""

    span: Span
    kind: EntityKind
    name: str  # as it stands there, without titles and possessive
    key: str | None  # the same for the same one, where a table tells who it is; None where only the names can tell
    sure: bool  # whether the words around it settle the kind, rather than the model alone


def find_mentions(passage: Passage, places: Sequence[Toponym], states: Iterable[str]) -> list[Mention]:
    """Find every mention in a passage, in the order of what is surest, no two of which share a character.

    Args:
        passage: a part of the report.
        places: the toponyms of the passage's field.
        states: the codes of the states that the report tells of, ISO 3166-1 alpha-3.
    """
    end = passage.offset + len(parsed_text(passage.doc))
    here = [place for place in places if passage.offset <= place.span.start and place.span.end <= end]
    known = find_known(fold(parsed_text(passage.doc)), frozenset(states))
    found = (
        *_facilities(here),
        *_known(passage, known, here),
        *_bodies(passage, here),
        *_acting_states(passage, here),
        *_assets(passage),
        *_model_names(passage, here),
    )
    return _distinct(found)


def _distinct(found: Iterable[Mention]) -> list[Mention]:
    """Keep the first of mentions that share a character, those named first before."""
    kept: list[Mention] = []
    taken: set[int] = set()
    for mention in found:
        covered = range(mention.span.start, mention.span.end)
        if taken.isdisjoint(covered):
            kept.append(mention)
            taken.update(covered)
    return kept


def _facilities(places: Iterable[Toponym]) -> Iterator[Mention]:
    for place in places:
        if place.kind in _FACILITIES and place.use is ToponymUse.LITERAL:
            yield Mention(place.span, EntityKind.FACILITY, place.name, f"place:{place.name}", sure=True)


def _known(passage: Passage, known: Iterable[Named], places: Iterable[Toponym]) -> Iterator[Mention]:
    """Give the groups and bodies of our tables, save where their name is a part of a longer one."""
    longer = [(e.start_char, e.end_char, e) for e in passage.doc.ents if e.label_ in ("ORG", "PERSON", "PRODUCT")]
    visited = {place.span.start for place in places if place.use is ToponymUse.LITERAL}  # 'a fire near the Kremlin'
    for start, end, actor in known:
        if start + passage.offset in visited and is_seat(actor.name):
            continue
        inside = any(_is_longer(one, start, end) for first, last, one in longer if first <= start and end <= last)
        if not inside:
            span = passage.chars(start, end)
            yield Mention(span, actor.kind, fold(span.text), f"known:{actor.name}", sure=True)


def _is_longer(one: Tokens, start: int, end: int) -> bool:
    """Tell whether the model's name goes on beyond the table's: 'Richard Wagner', 'Hamas Martyrs Foundation'."""
    before = fold(one.text[: start - one.start_char]).removeprefix("the ").removeprefix("The ").strip()
    behind = one.text[end - one.start_char :].strip(" '’s()")
    if one.label_ == "PERSON":
        return bool(before) and is_given_name(before.split()[-1])
    return behind[:1].isupper() and "(" not in one.text and not behind.isupper()


def _bodies(passage: Passage, places: Iterable[Toponym]) -> Iterator[Mention]:
    """Give the bodies of states that are named by what they are: 'Russia's defence ministry', 'the Syrian army'."""
    folded = fold(passage.text)
    for place in places:
        state = state_code(place.country) if place.use in _OWNS and place.kind in _STATES else None
        if state is None or (place.use is ToponymUse.LITERAL and folded[place.span.end : place.span.end + 1] != "'"):
            continue
        behind = _BODY.match(folded, place.span.end)
        words = behind["words"].split() if behind is not None else []
        size, body = _body_in([word.lower() for word in words])
        last = words[size] if size < len(words) else ""
        if body in _ALSO_ADJECTIVES and last.islower() and last not in _GO_ON:
            continue  # 'Russia's military presence'
        if behind is not None and body is not None and state_of(place.span.text) == state:
            end = behind.start("words") + len(" " + " ".join(words[:size]))
            span = Span.of(passage.text, place.span.start, end, place.span.field)
            yield Mention(span, EntityKind.ORGANISATION, fold(span.text), f"body:{state}:{body}", sure=True)


def _body_in(words: Sequence[str]) -> tuple[int, str | None]:
    """Give how many of the words name a body, and which; the longest that begins within two words counts."""
    for size in range(min(_LONGEST_BODY, len(words)), 0, -1):
        noun = noun_at_end(words[:size])
        if noun is not None and noun[2] and size - noun[0] <= 1:
            return size, noun[2]
    return 0, None


def _acting_states(passage: Passage, places: Sequence[Toponym]) -> Iterator[Mention]:
    """Give the states, capitals and seats of government that act: 'Moscow said', 'the Kremlin'."""
    acting = [place for place in places if place.use is ToponymUse.METONYM]
    words = TokenAt.read(passage.doc) if acting else None
    for place in acting:
        state = state_of(place.span.text)
        tokens = words.run(place.span.start - passage.offset, place.span.end - passage.offset) if words else None
        taken = tokens is not None and tokens.root.dep_ == "dobj" and place.kind == "city"  # 'took Damascus'
        if state is not None and not taken:
            name = fold(place.span.text).removeprefix("the ").removeprefix("The ")
            yield Mention(place.span, EntityKind.ORGANISATION, name, f"state:{state}", sure=True)


def _assets(passage: Passage) -> Iterator[Mention]:
    """Give the assets that have a name or a designator of their own: 'Antonov AN-124', not 'cargo plane'."""
    for i, asset in find_assets(passage, find_numbers(parsed_text(passage.doc))).items():
        words = asset.name.split()
        # A capital that only opens the sentence, or that only says whose it is, names nothing.
        opening = words[0] if asset.span.start == passage.offset + passage.doc[i].sent.start_char else None
        named = [word for word in words if word[0].isupper() and state_of(word) is None]
        if named and named != [opening] and asset.category not in ("unit", "personnel"):
            at = asset.span.text.rfind(asset.name[: max(len(asset.name) - 1, 1)])
            start = asset.span.start + max(at, 0)
            span = Span.of(passage.text, start, asset.span.end, passage.field)
            yield Mention(span, EntityKind.ASSET, asset.name, f"asset:{asset.name}", sure=True)


def _model_names(passage: Passage, places: Sequence[Toponym]) -> Iterator[Mention]:
    """Give the people and organisations that the model names, their titles cut."""
    taken = sorted((p.span.start, p.span.end) for p in places if p.use is not ToponymUse.EMBEDDED)
    for entity in passage.doc.ents:
        kind = _KINDS.get(entity.label_)
        start, end = _trimmed(entity.text)
        if kind in (None, EntityKind.GROUP) or start >= end:
            continue
        first = entity.start_char + start if start else _with_first_name(entity)
        span = passage.chars(first, entity.start_char + end)
        if kind is EntityKind.PERSON:
            span = _without_letters(passage, span)
        name = " ".join(_QUOTED.sub(" ", fold(span.text)).split())
        if not name[:1].isupper() or _covered(span, taken) or _is_no_name(entity, name):
            continue
        told = kind_by_words(entity, name)
        yield Mention(span, told or kind or EntityKind.PERSON, name, _body_key(name), sure=told is not None)


def _with_first_name(entity: Tokens) -> int:
    """Give the character at which a name starts, the first name that the model has left out before it included."""
    before = entity.doc[entity.start - 1] if entity.start else None
    if before is not None and entity.label_ != "PERSON" and not (len(entity) == 1 and is_given_name(before.text)):
        return entity.start_char
    named = before is not None and before.tag_ == "NNP" and before.dep_ == "compound" and not before.ent_type_
    if before is None or not named or not before.is_title or not entity.start <= before.head.i < entity.end:
        return entity.start_char
    role = before.lower_.rstrip(".") in read_words("titles.txt") or source_kind(before.lower_) is not None
    return entity.start_char if role else before.idx


def _without_letters(passage: Passage, span: Span) -> Span:
    """Cut the letters of rank behind a name: 'Miriam Hale KC'."""
    words = span.text.split()
    kept = without_titles(words) if len(words) > _FULL else words
    end = span.end - len(words[-1]) if kept and kept[-1] != words[-1] else span.end
    return span if end == span.end else Span.of(passage.text, span.start, end, span.field)


def _covered(span: Span, taken: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a name is a place's and nothing more."""
    at = bisect_right(taken, (span.start, sys.maxsize)) - 1
    return at >= 0 and span.end <= taken[at][1]


def _is_no_name(entity: Tokens, name: str) -> bool:
    """Tell whether what the model took for a name is a storm, a sum, or a place that no gazetteer has."""
    before = entity.doc[entity.start - 1] if entity.start else None
    if _STORMS.search(name) or (before is not None and _STORMS.fullmatch(before.text)):
        return True
    plain = name.lower().rstrip(".")
    if plain in read_words("actors_not.txt") or plain in read_words("titles.txt"):
        return True
    noun = _noun_beside(entity)
    if noun is not None and classes_of(noun) == {"place"} and _kind_of_noun(noun) is None:
        return True  # 'Quail Flat, the sister site'
    if _DESIGNATOR.fullmatch(name) or _SCORE.search(name) or _is_of_place(entity):
        return True
    if len(entity) == 1 and entity[0].tag_ not in ("NNP", "NNPS"):
        return True
    place = entity.label_ == "PERSON" and len(entity) == 1 and before is not None and before.lower_ in _WHERE
    return place and not is_given_name(name)


def _is_of_place(entity: Tokens) -> bool:
    """Tell whether what the model took for a person only names a place by its noun: 'the Omar oilfield'."""
    root = entity.root
    thing = entity.label_ == "PERSON" and root.dep_ == "compound" and root.head.is_lower and root.head.pos_ == "NOUN"
    first = entity.doc[entity.start - 1].lower_ if entity.start else ""
    return thing and first == "the" and "place" in classes_of(root.head)


def kind_by_words(entity: Tokens, name: str) -> EntityKind | None:
    """Give the kind that a name or the noun beside it tells: 'satellite firm Orbline'; None where neither does."""
    before = entity.doc[entity.start - 1] if entity.start else None
    modifies = entity.root.dep_ in ("compound", "poss", "nmod")
    article = entity[0].lower_ == "the" or (before is not None and before.lower_ == "the")
    with_article = article and not modifies  # 'the Bosphorus Observer', 'the Herald'
    noun = before.lower_.rstrip(".") if before is not None and before.pos_ in ("NOUN", "PROPN") else ""
    if is_body_name(name) or "&" in name or is_owner(entity):
        return EntityKind.ORGANISATION
    told = _kind_of_noun(_noun_beside(entity))
    if told is EntityKind.ASSET:
        return told
    titled = fold(entity.text) != fold(entity.text).removeprefix(name) and noun in read_words("titles.txt")
    if titled or (is_full_name(name) and not with_article and name.split()[-1].lower() not in _place_nouns()):
        return EntityKind.PERSON
    return told or (EntityKind.ORGANISATION if with_article and entity.label_ == "PERSON" else None)


def _kind_of_noun(noun: Token | None) -> EntityKind | None:
    """Give the kind of what a common noun is said of: 'tanker', 'operator' and 'welder' are said of three kinds."""
    if noun is None:
        return None
    word = noun.lemma_.lower()
    if category_of(noun) in ("ship", "aircraft"):
        return EntityKind.ASSET
    kind = source_kind(word)
    if kind in (SpeakerKind.ORGANISATION, SpeakerKind.OUTLET) or word in _body_nouns():
        return EntityKind.ORGANISATION
    return EntityKind.PERSON if kind is SpeakerKind.ANONYMOUS else None


@cache
def _body_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_table("speaker_bodies.tsv"))


@cache
def _place_nouns() -> frozenset[str]:
    """Give the nouns that end the names of places and buildings: 'Grace Chapel'."""
    built = {row["noun"] for row in read_table("facility_nouns.tsv")}
    return frozenset(built | _LAND | {row["noun"] for row in read_table("categories.tsv") if row["class"] == "place"})


def _noun_beside(entity: Tokens) -> Token | None:
    """Give the common noun that says what a name is: 'company' of 'Orbline, a satellite company'; None without one."""
    head = entity.root
    before = entity.doc[entity.start - 1] if entity.start else None
    if before is not None and before.pos_ == "NOUN" and before.is_lower and entity.start <= before.head.i < entity.end:
        return before
    for child in head.rights:
        if child.dep_ == "appos" and child.pos_ == "NOUN" and child.is_lower and child.i - entity.end < _NEAR:
            return child
    told = head.dep_ == "appos" and head.head.pos_ == "NOUN" and head.head.is_lower and head.head.i < entity.start
    return head.head if told and entity.start - head.head.i < _NEAR else None


def _body_key(name: str) -> str | None:
    """Give the key of a state's body by its name alone: 'the Defence Ministry', whose state stands elsewhere."""
    words = name.removeprefix("the ").removeprefix("The ").split()
    noun = noun_at_end([word.lower() for word in words])
    if noun is None or not noun[2]:
        return None
    before = " ".join(words[: -noun[0]])
    state = state_of(before) if before else ""
    return None if state is None else f"body:{state}:{noun[2]}"


@cache
def _titles() -> re.Pattern[str]:
    titles = sorted(read_words("titles.txt"), key=lambda title: (-len(title), title))
    named = "|".join(map(re.escape, titles))
    return re.compile(
        rf"(?:(?:(?:ex|then|acting|vice)-?\s?)?(?:{named})\b\.?\s+|(?:the|late)\s+)+(?=\S)", re.IGNORECASE
    )


def _trimmed(text: str) -> tuple[int, int]:
    """Give where a name starts after its titles, and ends before its possessive or the end of its line."""
    folded = _BROKEN.split(fold(text))[0]
    title = _titles().match(folded)
    end = len(folded.rstrip())
    end -= 2 if folded[:end].endswith("'s") else 1 if folded[:end].endswith("'") else 0
    return (title.end() if title else 0), end


def told_states(places: Iterable[Toponym]) -> frozenset[str]:
    """Give the codes of the states that places are in, ISO 3166-1 alpha-3."""
    return frozenset(code for place in places if (code := state_code(place.country)) is not None)
