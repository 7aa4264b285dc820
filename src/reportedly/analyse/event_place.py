"""Give the places of a happening, each in its role: where it was, whence, whither and by which way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.analyse.argument import Arguments
from reportedly.analyse.event_page import Page
from reportedly.analyse.noun_class import classes_of
from reportedly.analyse.phrase import Phrase, conjuncts, phrases_of
from reportedly.analyse.place_told import is_bare_name, role_of
from reportedly.analyse.predicate import MOVEMENT, Predicate
from reportedly.analyse.predicate_table import Sense
from reportedly.analyse.predicate_verb import verb_of
from reportedly.analyse.tense import is_perceived
from reportedly.event import EventType, Place, ToponymUse

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_ENDS = 2  # of a way
_PLYING = frozenset({EventType.TRANSIT, EventType.SUPPLY})  # troops deployed between two towns stay there
_LOOSE = frozenset({"across", "along", "through", "over", "around", "throughout", "behind"})
_WITHIN = frozenset(
    {"near", "in", "in the", ",", "outside", "off", ", in", ", in the", ", near", "on"}
)  # what follows says where it lies
_LYING = frozenset({"at", "in", "near", "outside"})
_SIDES = frozenset({"between", "with", "by", "against"})  # what follows takes part, and is not where
_WHERE = frozenset(
    {"in", "at", "near", "on", "off", "outside", "inside", "around", "over", "across", "through", "above"}
)
# What is done to somebody from afar: where they are is not where it is done.
_REMOTE = frozenset(
    {
        *(EventType.SANCTION, EventType.RESIGN, EventType.REMOVE, EventType.APPOINT, EventType.TRANSACTION),
        *(EventType.THREATEN, EventType.RECOGNISE, EventType.CHARGE, EventType.AGREE, EventType.RULING),
    }
)
# What takes place where bodies and things are: a sentence that names one place alone tells it there.
_BODILY = frozenset(
    {
        *(EventType.ATTACK, EventType.CLASH, EventType.EXPLOSION, EventType.CASUALTIES, EventType.DAMAGE),
        *(EventType.DISASTER, EventType.DETAIN, EventType.CAPTURE, EventType.RELEASE, EventType.INTERCEPT),
        *(EventType.PRESENCE, EventType.ARRIVE, EventType.PROTEST, EventType.EXERCISE),
    }
)

# Those who do these are where they are told to be: there it happens, or from there they leave.
_OF_ACTORS = frozenset({EventType.RULING, EventType.PROTEST, EventType.CEASEFIRE, EventType.DETAIN})
_LEAVING = frozenset({EventType.DEPART, EventType.FLEE, EventType.WITHDRAW})
_WHENCE, _WHITHER = frozenset({"from", "out"}), frozenset({"for", "to", "toward", "towards"})
_JOURNEY = frozenset("voyage journey trip flight tour trek crossing passage mission sortie".split())
_HEADING = frozenset("head make steam bind".split())
_KEEPING = frozenset("guard hold man defend occupy garrison secure protect besiege".split())
_WHEREABOUTS = frozenset({"in", "at", "outside"})


def places_of(
    page: Page, predicate: Predicate, given: Arguments, sense: Sense, parts: dict[str, list[Token]]
) -> tuple[tuple[str, tuple[Place, ...]], ...]:
    """Give the places of an event by role, in the order of the roles' names."""
    found = _told(page, given, sense, parts)
    if not any(found.values()):
        found["place"] = _relative(page, predicate) or _beside(page, predicate)
    if not any(found.values()) and sense.type not in _REMOTE:
        own = [page.where.places(token)[:1] for token in parts.get("t", [])]
        sites = [place for token, at in zip(parts.get("t", []), own, strict=True) if _is_site(token) for place in at]
        found["place"] = sites or _nearby(page, predicate) or [place for at in own for place in at]
    if not any(found.values()) and (there := _there(page, predicate)) is not None:
        found["destination" if sense.type in (EventType.ARRIVE, EventType.DEPLOY) else "place"] = [there]
    if found.get("place") and sense.type in _BODILY:
        found["place"] = [*_struck(page, parts), *found["place"]]
    if sense.type in _LEAVING and not found.get("origin"):
        _lead_away(page, given, found)
    _lead_on(page, predicate, given, sense, found)
    if not any(found.values()) and sense.type in _OF_ACTORS:
        found["place"] = _of_actors(page, given)
    if not any(found.values()) and sense.type in _BODILY:
        found["place"] = _only(page, predicate)
    if not any(place.lat is not None for places in found.values() for place in places):
        found["place"] = _of_witness(page, predicate) or found.get("place", [])
    found = {role: _narrowest(page, places) for role, places in found.items()}
    if sense.type is EventType.ARRIVE and not found.get("destination"):
        # 'landed in Oslo'; 'at the site from Oslo' names no end
        found["destination"] = [each for each in found.pop("place", []) if each not in found.get("origin", [])]
    led = [place for role in ("origin", "destination") for place in found.get(role, [])]
    found["place"] = [place for place in found.get("place", []) if place not in led]
    return tuple((role, tuple(dict.fromkeys(places))) for role, places in sorted(found.items()) if places)


def _told(page: Page, given: Arguments, sense: Sense, parts: dict[str, list[Token]]) -> dict[str, list[Place]]:
    """Give the places that a predicate's own words and phrases put into a role."""
    found: dict[str, list[Place]] = {}
    loose: list[Place] = []
    direct = {"p": "place", "o": "origin", "d": "destination", "v": "via"}
    for part, role in direct.items():
        for token in parts.get(part, []):
            found.setdefault(role, []).extend(_ends(page, token) if role != "place" else page.where.places(token))
    for phrase in given.phrases:
        shuttled = _shuttled(page, phrase) if sense.type in _PLYING else None
        if shuttled is not None:
            found |= shuttled
            continue
        known_role = role_of(phrase, sense)
        if known_role is not None and phrase.head.i not in page.times:
            ends = known_role in ("origin", "destination")
            places = (
                (_lying_at(page, phrase.head) or _ends(page, phrase.head)) if ends else page.where.places(phrase.head)
            )
            found.setdefault(known_role, []).extend(places)
            loose += places if known_role == "place" and phrase.preposition in _LOOSE else []
    for place in dict.fromkeys(loose):
        # 'across the river at Stow': both say where, and the second narrower.
        found["place"] = [kept for kept in found["place"] if kept != place] or [place]
    return found


def _shuttled(page: Page, phrase: Phrase) -> dict[str, list[Place]] | None:
    """Give the two ends of a way, 'flew between Erbil and Udeid'; None where two places are not named."""
    if phrase.preposition != "between":
        return None
    ends = [place for token in conjuncts(phrase.head) for place in page.where.places(token)[:1]]
    return {"origin": ends[:1], "destination": ends[1:]} if len(ends) == _ENDS else None


def _lying_at(page: Page, head: Token) -> list[Place]:
    """Give the place right behind a common noun, whatever the model hangs it on: 'to the airport at Leeds'."""
    behind = head.doc[head.i + 1 : head.i + 4]
    if head.pos_ != "NOUN" or "place" not in classes_of(head) or not behind or behind[0].lower_ not in _LYING:
        return []
    if any(i in page.where.at for i in range(head.left_edge.i, head.i + 1)):
        return []  # it has a name of its own
    named = [page.where.at[token.i] for token in behind if token.i in page.where.at]
    return [Place.of(named[0])] if named and named[0].use is ToponymUse.LITERAL else []


def _struck(page: Page, parts: dict[str, list[Token]]) -> list[Place]:
    """Give what is struck where it is itself a named place: 'struck Olenya, in the Murmansk region'."""
    named = [token for token in parts.get("t", []) if token.i in page.where.at]
    own = [token for token in named if page.where.at[token.i].use is ToponymUse.LITERAL]
    return [
        place for token in own if page.where.at[token.i].kind != "country" for place in page.where.places(token)[:1]
    ]


def _lead_away(page: Page, given: Arguments, found: dict[str, list[Place]]) -> None:
    """Give to those who leave the place that they leave: told with 'from', or where they are told to be."""
    left = [place for place in found.get("place", []) if _is_left(page, place)]
    found["origin"] = left or _of_actors(page, given)
    found["place"] = [place for place in found.get("place", []) if place not in left]


def _lead_on(page: Page, predicate: Predicate, given: Arguments, sense: Sense, found: dict[str, list[Place]]) -> None:
    """Give the ends of a movement that other words than its own phrases tell, where those tell none."""
    if sense.type not in MOVEMENT:
        return
    if not found.get("origin"):  # 'bombers from Romania landed'
        whence = [
            phrase
            for one in (*given.subjects, *given.objects)
            for phrase in phrases_of(one)
            if phrase.preposition in _WHENCE
        ]
        found["origin"] = [place for phrase in whence for place in page.where.places(phrase.head)]
    if not found.get("destination"):
        # 'left by road for Baku', 'sailed on a voyage to Japan', 'took off and headed for Bamako'
        ways = [phrase.head for phrase in given.phrases if phrase.preposition == "by" or phrase.head.lemma_ in _JOURNEY]
        ways += [word for word in predicate.token.children if word.dep_ == "conj" and word.lemma_.lower() in _HEADING]
        whither = [phrase for way in ways for phrase in phrases_of(way) if phrase.preposition in _WHITHER]
        found["destination"] = [place for phrase in whither for place in page.where.places(phrase.head)]


def _is_left(page: Page, place: Place) -> bool:
    """Tell whether a place is told with 'from': 'the evacuation of 7,000 people from Kupiansk'."""
    before = page.passage.text[max(place.span.start - 9, 0) : place.span.start].lower()
    return before.endswith((" from ", " from the "))


def _of_actors(page: Page, given: Arguments) -> list[Place]:
    """Give where those are told to be who act: 'a court in Manila acquitted', 'the submarine at Sinpo put to sea'."""
    actors = [one for subject in given.subjects for one in (subject, *_wholes(subject))]
    kept = [noun for actor in actors for noun in _kept_by(actor)]
    phrases = [phrase for actor in actors for phrase in phrases_of(actor) if phrase.preposition in _WHEREABOUTS]
    heads = [*(phrase.head for phrase in phrases), *kept]
    places = (page.where.places(head) for head in heads if head.i not in page.times)
    return next((each for each in places if each), [])


def _kept_by(noun: Token) -> list[Token]:
    """Give what a force is said to guard or hold: 'sappers guarding the dam'."""
    verbs = [child for child in noun.rights if child.dep_ == "acl" and child.lemma_.lower() in _KEEPING]
    return [word for verb in verbs for word in verb.rights if word.dep_ == "dobj"]


def _of_witness(page: Page, predicate: Predicate) -> list[Place]:
    """Give where those are who see it happen: 'a reporter in Dilling saw families arriving at a school'."""
    verb = verb_of(predicate)
    if verb is None or not is_perceived(verb):
        return []
    witnesses = [child for child in verb.head.lefts if child.dep_ == "nsubj"]
    phrases = [phrase for who in witnesses for phrase in phrases_of(who) if phrase.preposition in _WHEREABOUTS]
    return [place for phrase in phrases for place in page.where.places(phrase.head) if place.lat is not None]


def _wholes(noun: Token) -> list[Token]:
    """Give what a noun is a part of: 'people' of 'half of the people'."""
    return [
        whole for child in noun.children if child.lower_ == "of" for whole in child.children if whole.dep_ == "pobj"
    ]


def _relative(page: Page, predicate: Predicate) -> list[Place]:
    """Give the place that 'where' or 'in which' stands for, in 'Sinuiju, where floods rose'."""
    verb = verb_of(predicate)
    for _ in range(3):
        if verb is None or verb.dep_ != "conj":
            break
        verb = verb.head
    if verb is None or verb.dep_ != "relcl":
        return []
    marks = {child.lower_ for child in verb.children if child.dep_ == "advmod"}
    marks |= {noun.lower_ for child in verb.children if child.lower_ in _WHERE for noun in child.children}
    if not marks & {"where", "which"}:
        return []
    noun = verb.head
    while noun.dep_ == "pobj" and noun.head.lower_ in _LYING and _is_place(page, noun.head.head):
        noun = noun.head.head  # 'a depot at Stow in the west, where': at Stow
    toponym = page.where.in_phrase(noun)
    return [Place.of(toponym)] if toponym is not None and toponym.use is ToponymUse.LITERAL else []


def _is_place(page: Page, noun: Token) -> bool:
    return noun.i in page.where.at or "place" in classes_of(noun)


def _beside(page: Page, predicate: Predicate) -> list[Place]:
    """Give the place told with the verb of a noun's clause: 'explosions were heard in X', 'a blast tore through X'."""
    verb = predicate.token.head
    if not predicate.noun or predicate.token.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ != "VERB":
        return []
    places = [page.where.places(phrase.head) for phrase in phrases_of(verb) if phrase.preposition in _WHERE]
    return [place for each in places for place in each]


def _only(page: Page, predicate: Predicate) -> list[Place]:
    """Give the place that a sentence, or its part between semicolons, names, where it names one alone."""
    first, last = _part(predicate.token)
    told = {
        toponym.name: toponym
        for i, toponym in page.where.at.items()
        if first <= i < last and i >= page.opening and toponym.use is ToponymUse.LITERAL
    }
    return [Place.of(toponym) for toponym in told.values()] if len(told) == 1 else []


def _part(token: Token) -> tuple[int, int]:
    """Give the first and the last token of the part of a sentence, between semicolons, that a token stands in."""
    sentence = token.sent
    marks = [mark.i for mark in sentence if mark.text == ";"]
    first = max((i for i in marks if i < token.i), default=sentence.start)
    return first, min((i for i in marks if i > token.i), default=sentence.end)


def _there(page: Page, predicate: Predicate) -> Place | None:
    """Give the place that a 'there' beside the predicate means; None without one."""
    verb = predicate.light or predicate.token
    adverb = next((child for child in verb.children if child.lower_ == "there" and child.dep_ == "advmod"), None)
    return page.where.there(adverb.i) if adverb is not None else None


def _narrowest(page: Page, places: Sequence[Place]) -> list[Place]:
    """Leave out what only says where another lies, 'near Caracas', and the common noun beside a name."""
    named = any(place.lat is not None for place in places)
    kept = [place for place in places if place.lat is not None or _is_a_name(place.span.text[: 1 if named else None])]
    text = page.passage.text
    inner: list[Place] = []
    for place in sorted(dict.fromkeys(kept), key=lambda each: each.span):
        between = text[inner[-1].span.end : place.span.start].strip() if inner else ""
        if not inner or between not in _WITHIN:
            inner.append(place)
    return [place for place in kept if place in inner]


def _is_a_name(words: str) -> bool:
    return any(letter.isupper() for letter in words)


def _is_site(token: Token) -> bool:
    """Tell whether what something befalls is a place by its own noun: 'the crossing to A at B' is at B."""
    return token.pos_ == "NOUN" and "place" in classes_of(token)


def _ends(page: Page, head: Token) -> list[Place]:
    """Give where a movement begins or ends, names that no gazetteer has included; 'there' is what was told last."""
    if head.lower_ == "there":
        there = page.where.there(head.i)
        return [there] if there is not None else []
    return page.where.places(head) or ([page.where.unmapped(head)] if is_bare_name(head) else [])


def _nearby(page: Page, predicate: Predicate) -> list[Place]:
    """Give the literal place named below the predicate, where no phrase gives it a role."""
    top = predicate.token
    for token in top.doc[top.left_edge.i : top.right_edge.i + 1]:
        toponym = page.where.at.get(token.i)
        if toponym is None or toponym.use is not ToponymUse.LITERAL:
            continue
        side = token
        while side.dep_ == "conj":
            side = side.head
        acts = side.dep_ in ("nsubj", "nsubjpass", "poss", "dative") or side.head.lower_ in _SIDES
        if not acts and _same_clause(token, top):
            return page.where.places(token)
    return []


def _same_clause(token: Token, top: Token) -> bool:
    """Tell whether no verb stands between a word and what it hangs on."""
    while token.i != top.i:
        if token.pos_ in ("VERB", "AUX") or token.head.i == token.i:
            return False
        token = token.head
    return True
