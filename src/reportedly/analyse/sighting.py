"""Find what pictures show and witnesses see standing somewhere: presence without a verb of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.event_page import Page, owns
from reportedly.analyse.hedge import level_beside
from reportedly.analyse.mood import hedge_of, own_factuality
from reportedly.analyse.noun_class import MOVES, classes_of
from reportedly.analyse.when import resolve
from reportedly.data import read_table
from reportedly.event import Factuality, Place, When

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

_APPEARS = frozenset({"appear", "apparently", "seemingly", "seem", "apparent"})
_THEY = frozenset({"it", "they", "others", "another"})
_CLAUSES = ("csubj", "csubjpass", "advcl", "ccomp")
_PLACE_WORDS = frozenset({"at", "in", "near", "on", "off", "inside", "outside", "of", "around"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """A verb of showing or seeing, with the words in which what was seen is told."""

    verb: Token
    imagery: Token | None  # the picture; None where somebody saw for themselves
    first: int  # token; what is seen is told from here
    last: int  # token, exclusive
    denied: bool = False  # whether it is said not to be seen


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("predicates_display.tsv") if row["kind"] == kind)


def find_sightings(doc: Doc) -> list[Sighting]:
    """Find every showing and seeing in `doc`, in the order of what is seen."""
    return sorted(_sightings(doc), key=lambda sighting: (sighting.first, sighting.last))


def _sightings(doc: Doc) -> Iterator[Sighting]:
    for verb in doc:
        if (shown := _misread(verb) or _visible(verb)) is not None:
            yield shown
            continue
        if verb.pos_ != "VERB":
            continue
        lemma = " ".join((verb.lemma_.lower(), *(child.lower_ for child in verb.rights if child.dep_ == "prt")))
        if lemma not in _words("show") and lemma not in _words("see"):
            continue
        governor = verb.head if verb.dep_ == "xcomp" and verb.head.lemma_ in _APPEARS else verb
        subject = _subject(governor) or _unnamed(governor)
        denied = any(child.dep_ == "neg" for child in verb.children)
        if denied and subject is not None and subject.dep_ == "nsubjpass" and lemma in _words("see"):
            yield Sighting(verb, None, subject.left_edge.i, verb.i, denied=True)  # 'the submarine cannot be seen'
        if subject is None or denied:
            continue
        imagery = _picture(subject)
        first, last = verb.i + 1, verb.right_edge.i + 1
        if imagery is not None and lemma in _words("show") and subject.dep_ == "nsubj":
            told = next((child for child in verb.lefts if child.dep_ == "ccomp"), None)
            before = told is not None and told.right_edge.i < imagery.left_edge.i
            # 'a bomber stood by the runway, the images showed'
            yield Sighting(
                verb, imagery, *((told.left_edge.i, imagery.left_edge.i) if told and before else (first, last))
            )
        elif lemma in _words("see") and subject.dep_ == "nsubj" and classes_of(subject) & MOVES:
            yield Sighting(verb, None, first, last)
        elif lemma in _words("see") and subject.dep_ in ("nsubjpass", *_CLAUSES):
            yield Sighting(verb, _going_on(verb), subject.left_edge.i, last)


def _visible(be: Token) -> Sighting | None:
    """Give what is visible in the picture that the sentence before tells of; None where it tells of none."""
    if be.lemma_ != "be" or not any(child.dep_ == "acomp" and child.lower_ == "visible" for child in be.rights):
        return None
    subject, picture = _subject(be), _going_on(be)
    if subject is None or picture is None or any(child.dep_ == "neg" for child in be.children):
        return None
    return Sighting(be, picture, subject.left_edge.i, be.right_edge.i + 1)


def _going_on(verb: Token) -> Token | None:
    """Give the picture of the sentence before, in the same paragraph: 'Images show a jet. A crane can be seen.'."""
    first = verb.sent[0]
    return _picture_before(first) if first.i and "\n" not in first.nbor(-1).text else None


def _misread(word: Token) -> Sighting | None:
    """Give what a picture shows where the model takes 'show' for a noun: 'an image acquired by the firm shows'."""
    if word.lower_ not in ("show", "shows") or word.tag_ not in ("NN", "NNS"):
        return None
    if word.dep_ != "ROOT" and not (word.dep_ == "pobj" and word.head.dep_ == "agent"):
        return None
    subjects = (child for child in word.doc[word.sent.start : word.i] if child.dep_ in ("nsubj", "ROOT"))
    imagery = next((noun for noun in subjects if _picture(noun) is not None), None)
    return Sighting(word, imagery, word.i + 1, word.sent.end) if imagery is not None else None


def _subject(verb: Token) -> Token | None:
    """Give the subject of a verb, or the one that it shares with the verb that it is joined to.

    In 'photos taken on Monday showed' the model reads 'taken' as what the photos did, and 'showed' as joined to it,
    or 'photos taken' as a clause that shows.
    """
    near = (*verb.children, *(word for aux in verb.lefts if aux.dep_ == "aux" for word in aux.lefts))
    own = next((child for child in near if child.dep_ in ("nsubj", "nsubjpass")), None)  # 'they do, however, show'
    taken = next((child for child in verb.lefts if child.dep_ == "csubj" and child.tag_ == "VBN"), None)
    if own is None and taken is not None:
        return _subject(taken)
    return _subject(verb.head) if own is None and verb.dep_ == "conj" and verb.head.i != verb.i else own


def _unnamed(verb: Token) -> Token | None:
    """Give the clause that tells what was seen: 'what is probably a cutter can be seen'; None without one."""
    clauses = (child for child in verb.lefts if child.dep_ in _CLAUSES)
    return next((each for each in clauses if any(word.lower_ == "what" for word in each.lefts)), None)


def _picture(subject: Token) -> Token | None:
    """Give the picture that is the subject; None where it is none."""
    if subject.lower_ in _THEY and subject.i == subject.sent.start:
        return _picture_before(subject)
    return subject if subject.lemma_.lower() in _words("imagery") else None


def _picture_before(pronoun: Token) -> Token | None:
    """Give the picture with which the sentence before shows something: 'It also shows'; None without one."""
    sentence = pronoun.nbor(-1).sent if pronoun.i else ()
    shows = (word for word in sentence if word.lemma_.lower() in _words("show"))
    subjects = (_subject(verb.head if verb.dep_ == "xcomp" else verb) for verb in shows)
    return next((noun for noun in subjects if noun is not None and noun.lemma_.lower() in _words("imagery")), None)


def sighting_of(token: Token, sightings: Sequence[Sighting]) -> Sighting | None:
    """Give the showing or seeing in whose words `token` stands; None where it stands in none."""
    at = bisect_right(sightings, token.i, key=lambda sighting: sighting.first) - 1
    # One sentence seldom tells more than two sightings, and what is seen never leaves its sentence.
    for sighting in reversed(sightings[max(at - 3, 0) : at + 1]):
        if token.i < sighting.last:
            return sighting
    return None


def _own_time(page: Page, seen: Token, sighting: Sighting) -> When | None:
    """Give the time of a clause that tells what was there before: 'an apron where four jets had stood on May 2'."""
    stood = seen.head
    earlier = stood.dep_ == "relcl" and any(child.lower_ == "had" for child in stood.lefts)
    if not earlier or stood.i <= sighting.verb.i:
        return None
    times = page.times_between(stood.i, stood.right_edge.i + 1).items()
    doc = page.passage.doc
    return next((resolve(time) for i, time in times if stood.i in (doc[i].head.i, doc[i].head.head.i)), None)


def picture_time(page: Page, sighting: Sighting, seen: Token | None = None) -> When | None:
    """Give the time told with the picture, or with the verb of seeing; None where neither tells one.

    `seen`: what is seen, which may have stood there at another time.
    """
    if seen is not None and (own := _own_time(page, seen, sighting)) is not None:
        return own
    picture = sighting.imagery or _seen_in(sighting)
    apart = picture is not None and picture.sent.start != sighting.verb.sent.start
    if apart and (when := _told_beside(page, sighting)) is not None:
        return when  # 'Pictures taken on Tuesday show an empty park. On 20 February 60 vehicles could be seen there.'
    if picture is not None and (when := _taken(page, picture, sighting.verb)) is not None:
        return when
    return _told_beside(page, sighting)


def _told_beside(page: Page, sighting: Sighting) -> When | None:
    """Give the time that hangs on the verb of seeing or showing; None where none does."""
    doc, sentence = page.passage.doc, sighting.verb.sent
    verbs = [sighting.verb.i]
    if sighting.imagery is not None and sighting.imagery.head.i < sighting.verb.i:
        verbs.append(sighting.imagery.head.i)  # 'taken', where the model makes it the picture's verb
    for i, time in page.times_between(sentence.start, sentence.end).items():
        if {doc[i].head.i, doc[i].head.head.i} & set(verbs):
            return resolve(time)
    return None


def _taken(page: Page, picture: Token, verb: Token) -> When | None:
    """Give the time told with a picture, in the sentence before where it is told again: 'the images also show'."""
    again = picture
    if picture.sent.start == verb.sent.start:
        for time in page.times_between(picture.left_edge.i, picture.right_edge.i + 1).values():
            return resolve(time)
        known = any(child.lower_ == "the" for child in picture.lefts)
        before = _picture_before(picture.sent[0]) if known else None
        if before is None or before.lemma_ != picture.lemma_:
            return None
        again = before
    times = page.times_between(again.sent.start, again.sent.end).values()
    return next((resolve(time) for time in times), None)


def _seen_in(sighting: Sighting) -> Token | None:
    """Give the picture in which something can be seen: 'could be seen on imagery taken on Sunday'."""
    told = sighting.verb.doc[sighting.first : sighting.last]
    return next((noun for noun in told if noun.dep_ == "pobj" and _picture(noun) is not None), None)


def appearance(page: Page, sighting: Sighting, last: int) -> Factuality:
    """Give how sure what is seen is, up to token `last`: 'what appeared to be' leaves it probable."""
    for token in page.passage.doc[sighting.first : max(last, sighting.first)]:
        if token.lemma_.lower() in _APPEARS or (token.lemma_ == "look" and token.nbor().lower_ == "like"):
            return Factuality.PROBABLE
        if token.lower_ == "what" and (level := own_factuality(token.head)) is not Factuality.CERTAIN:
            return level  # 'what may be tanks', 'what is probably a cutter'
    if sighting.verb.dep_ == "xcomp" and sighting.verb.head.lemma_ in _APPEARS:
        return Factuality.PROBABLE
    return hedge_of(sighting.verb) or Factuality.CERTAIN


def is_guessed(verb: Token) -> bool:
    """Tell whether a verb's subject only looks like what it is called: 'what look like two tanks are parked there'."""
    before = verb.doc[verb.sent.start : verb.i]
    return any(
        word.lower_ == "what" and word.dep_ == "nsubj" and word.head.lemma_.lower() in _APPEARS | {"look"}
        for word in before
    )


def hedged(page: Page, sighting: Sighting, head: int) -> Factuality:
    """Give how sure one of the things seen is: 'a ship, possibly a tug' is a ship for sure."""
    token = page.passage.doc[head]
    beside = (child for child in token.lefts if child.dep_ in ("advmod", "amod"))
    levels = (hedge_of(child) for child in beside if level_beside(child) is not None)
    return next((level for level in levels if level is not None), None) or appearance(page, sighting, head)


def seen_assets(page: Page, sighting: Sighting) -> list[int]:
    """Give the tokens that name the assets seen; what they are compared with, or whose they are, is left out."""
    doc = page.passage.doc
    return [i for i in page.assets_between(sighting.first, sighting.last) if not _compared(doc[i])]


def _compared(token: Token) -> bool:
    """Tell whether a noun only says what another is like, or whose: 'among the largest planes', 'of the fleet'."""
    if token.dep_ != "pobj":
        return False
    if token.head.lower_ == "like" and token.head.head.lemma_ == "look":
        return False
    if token.head.lower_ == "from" and token.head.head.lower_ in ("down", "up"):
        return True  # 'three jets, down from 11 in May'
    return token.head.lower_ in ("among", "like", "than", "as") or (token.head.lower_ == "of" and owns(token))


def scene_of(page: Page, sighting: Sighting) -> Place | None:
    """Give the place that a sighting tells: beside the verb, or in what is seen; one that can be mapped first."""
    beside = [child for child in sighting.verb.children if child.i < sighting.verb.i]
    vague: Place | None = None
    for token in [*beside, *page.passage.doc[sighting.first : sighting.last]]:
        if token.dep_ != "prep" or token.lower_ not in _PLACE_WORDS:
            continue
        nouns = [child for child in token.children if child.dep_ == "pobj"]
        for place in [place for noun in nouns for place in page.where.places(noun)]:
            if place.lat is not None:
                return place
            vague = vague or (place if token.lower_ != "of" else None)
    return vague
