"""Find who does what to whom: the subject, the object and the phrases of place of a happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportedly.analyse.bare_harm import harmed_of
from reportedly.analyse.charging import charged
from reportedly.analyse.light_verb import COVERAGE
from reportedly.analyse.misparse import (
    all_of,
    believed,
    counted_between,
    finite_subject,
    is_joined_object,
    is_left,
    is_told_of,
    nearest_subject,
    strayed_beside,
    true_subject,
)
from reportedly.analyse.noun_state import state_of
from reportedly.analyse.phrase import Phrase, conjuncts, phrases_of
from reportedly.analyse.predicate import MOVEMENT, WRECKED, Predicate, is_preposition
from reportedly.analyse.tense import is_perceived
from reportedly.analyse.wreck import wreck_of
from reportedly.event import EventType

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_EMPTY = frozenset({"effect", "hold", "place", "shape"})  # 'the truce took effect' is done to nothing
_RANKS = frozenset("first second third fourth fifth sixth next last latest only".split())
_ENDING = frozenset({"end", "break", "survive"})  # who ends a siege need not be who laid it
_WAYS = ("ward", "wards")  # 'northwards' is no object, whatever its tag
_DEPENDENT = frozenset({"xcomp", "ccomp", "acomp", "advcl", "conj", "pcomp", "prep", "dep"})
_PLACED = MOVEMENT | {EventType.PRESENCE}


@dataclass(frozen=True, slots=True)
class Arguments:
    """What stands around a predicate."""

    subjects: tuple[Token, ...] = ()
    objects: tuple[Token, ...] = ()
    recipients: tuple[Token, ...] = ()  # 'gave the rebels tanks', 'gave tanks to the rebels'
    phrases: tuple[Phrase, ...] = field(default=())


def find_arguments(predicate: Predicate) -> Arguments:
    """Read the arguments of `predicate` off the parse.

    Source: Universal Dependencies' control and coordination readings, over spaCy's CLEAR labels.
    """
    if predicate.noun:
        return _noun_arguments(predicate)
    if (bare := _bare_arguments(predicate)) is not None:
        return bare
    # 'the ships were anchored off the port' says where they were, not that somebody anchored them.
    rests = any(sense.type is EventType.PRESENCE and sense.subject == "m" for sense in predicate.senses)
    given = _verb_arguments(predicate.token, rests=rests)
    if any(sense.type in MOVEMENT for sense in predicate.senses):
        given = replace(given, phrases=(*given.phrases, *_whence(given)))
    if _is_counted(predicate, given):
        return replace(given, subjects=(), objects=given.subjects)
    if rests and not given.subjects and _is_inverted(predicate.token):
        return replace(given, subjects=given.objects, objects=())
    if _goes_itself(predicate) and not given.subjects:
        # 'some 400 migrants disembarked at': the model takes the verb for a participle.
        going = tuple(noun for noun in given.objects if noun.i < predicate.token.i)
        return replace(given, subjects=going, objects=tuple(noun for noun in given.objects if noun not in going))
    taken = predicate.senses[0].object in ("t", "q") if predicate.senses else False
    if not given.objects and predicate.parts and taken and predicate.senses[0].type not in _PLACED:
        # 'swooped on a gang', 'ran over a cyclist': the preposition is part of the verb.
        inner = [noun for child in predicate.token.children for noun in child.children]
        inner = [noun for noun in inner if noun.dep_ == "pobj" and noun.head.i in predicate.parts]
        inner = [noun for noun in inner if noun.i not in predicate.parts]
        return replace(given, objects=tuple(each for noun in inner for each in conjuncts(noun)))
    return given


def _bare_arguments(predicate: Predicate) -> Arguments | None:
    """Read what a happening is of that no verb tells: 'two burning trucks', '21 dead', 'a state at war'."""
    token = predicate.token
    if predicate.words == WRECKED and (wreck := wreck_of(token)) is not None:
        return Arguments(objects=(wreck.noun,))
    if (harmed := harmed_of(token)) is not None:
        return Arguments(subjects=(harmed,), phrases=tuple(phrases_of(token)))
    state = state_of(token)
    return Arguments(subjects=tuple(conjuncts(state.noun)), objects=state.others) if state is not None else None


def _whence(given: Arguments) -> Iterator[Phrase]:
    """List where those who move came from, where the model hangs it on where they came to: 'at the site from Rason'."""
    if not any(phrase.preposition == "from" for phrase in given.phrases):
        ends = [phrase.head for phrase in given.phrases if phrase.preposition in ("at", "in", "to", "into")]
        yield from (each for noun in ends for each in phrases_of(noun) if each.preposition == "from")


def _is_counted(predicate: Predicate, given: Arguments) -> bool:
    """Tell whether a verb of harm without an object says how many were harmed: '12 dead and 40 injured'."""
    harms = any(sense.object == "q" for sense in predicate.senses)
    helped = any(child.dep_ in ("aux", "auxpass") for child in predicate.token.children)
    past = predicate.token.tag_ in ("VBN", "VBD")
    alone = bool(given.subjects) and not given.objects and not given.phrases
    return harms and past and alone and not helped and all(token.like_num for token in given.subjects)


def _is_inverted(verb: Token) -> bool:
    """Tell whether a phrase of place opens the clause and the subject follows its verb: 'beside them lay a boat'."""
    return verb.tag_ in ("VBD", "VBZ", "VBP") and any(child.dep_ == "prep" for child in verb.lefts)


def _goes_itself(predicate: Predicate) -> bool:
    """Tell whether a verb that is read as a participle after its noun can only be what the noun did."""
    verb = predicate.token
    if verb.dep_ not in ("acl", "relcl") or verb.tag_ != "VBN" or not (verb.head.dep_ == "ROOT" or is_told_of(verb)):
        return False
    return all(sense.object not in ("m", "t", "q", "a") for sense in predicate.senses)


def _verb_arguments(verb: Token, *, rests: bool = False) -> Arguments:
    subject, passive = _subject(verb)
    passive = passive and not rests
    objects = [child for child in verb.children if child.dep_ in ("dobj", "dative") and child.pos_ != "ADP"]
    objects += [] if objects else [child for child in verb.rights if is_left(verb, child)]
    objects = [noun for noun in objects if not noun.lower_.endswith(_WAYS)]
    objects = [subject if subject is not None and _is_each_other(noun) else noun for noun in objects]
    off = [child for child in verb.children if is_preposition(child)]
    places = [noun for each in off for noun in (*verb.children, *each.children) if noun.left_edge.i == each.i + 1]
    objects = [noun for noun in objects if noun not in places]
    recipients = [noun for noun in objects if noun.dep_ == "dative"] if len(objects) > 1 else []
    objects = [noun for noun in objects if noun not in recipients]
    recipients += _to_whom(verb)
    # 'hit a depot and the remains of two hangars': the model joins the second to the verb.
    objects += [noun for noun in verb.rights if objects and is_joined_object(noun, objects[-1])]
    # 'shot down 21 of 30 drones': the model takes a bare number for an adverbial.
    objects = objects or [child for child in verb.children if child.dep_ == "npadvmod" and child.pos_ == "NUM"]
    agents = [
        noun for child in verb.children if child.dep_ == "agent" for noun in child.children if noun.dep_ == "pobj"
    ]
    objects = [_antecedent(noun) or noun for noun in objects]
    if any(child.dep_ == "expl" for child in verb.children):
        subject = next((child for child in verb.children if child.dep_ == "attr"), subject)
    if passive and subject is not None:
        objects, subject = [subject, *objects], agents[0] if agents else None
    phrases = [*phrases_of(verb), *_bound(verb), *(Phrase("off", noun) for noun in places)]
    phrases += _phrases_beside(verb, subject, objects, rests=rests)
    return Arguments(
        subjects=tuple(conjuncts(subject)) if subject is not None else (),
        objects=tuple(noun for each in objects for noun in conjuncts(each)),
        recipients=tuple(recipients),
        phrases=tuple(phrases),
    )


def _phrases_beside(verb: Token, subject: Token | None, objects: Sequence[Token], *, rests: bool) -> Iterator[Phrase]:
    """List the phrases that the model hangs on what stands around a verb, though they may be the verb's own."""
    if rests:
        # 'stood waiting on the quay'
        yield from (each for child in verb.rights if child.tag_ == "VBG" for each in phrases_of(child))
    if subject is not None and subject.dep_ == "attr":
        yield from phrases_of(subject)  # 'there are no aircraft at the base'
    for noun in objects:
        if noun.i > verb.i:
            yield from phrases_of(noun)
    yield from (each for word in strayed_beside(verb, objects) for each in phrases_of(word))


def _to_whom(verb: Token) -> Iterator[Token]:
    """List the nouns that 'to' brings in behind a verb."""
    for child in verb.children:
        if child.lower_ == "to" and child.dep_ in ("dative", "prep"):
            yield from (noun for noun in child.children if noun.dep_ == "pobj")


def _is_each_other(noun: Token) -> bool:
    """Tell whether the object is those who act: 'fought each other', 'shelled one another'."""
    before = noun.i > 0 and noun.nbor(-1).lower_
    return (before, noun.lower_) in (("each", "other"), ("one", "another"))


def _antecedent(noun: Token) -> Token | None:
    """Give what a relative pronoun stands for; None where `noun` is none."""
    if noun.lower_ not in _RELATIVE:
        return None
    verb = noun.head
    while verb.dep_ in ("xcomp", "ccomp", "conj", "auxpass") and verb.head.i != verb.i:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else None


def _subject(verb: Token, depth: int = 0) -> tuple[Token | None, bool]:
    """Give the subject of `verb`, own or shared, and whether it undergoes what the verb says."""
    if (hanging := _own_subject(verb)) is not None:
        return hanging
    if (accused := charged(verb)) is not None:
        return accused, False
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    head = verb.head
    if head.i == verb.i or depth > 5:
        return None, False
    perfect = any(child.lemma_ == "have" for child in helpers)  # 'are said to have left' is done, not undergone
    passive = verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl", "xcomp") and not perfect
    if (finite := finite_subject(verb)) is not None:
        return finite, False
    if verb.dep_ == "acl" and head.like_num and verb.nbor(-1).like_num:
        return verb.nbor(-1), verb.tag_ == "VBN"  # 'twelve dead, 30 hurt': the model hangs the second on the first
    if verb.dep_ in ("acl", "relcl") and head.pos_ in ("NOUN", "PROPN"):
        return (_owner(head, depth), False) if verb.tag_ == "VB" else (all_of(head), verb.tag_ == "VBN")
    if verb.dep_ in ("xcomp", "ccomp") or is_perceived(verb):
        controlled = [child for child in head.children if child.dep_ == "dobj" and child.i < verb.i]
        if controlled:
            return controlled[0], passive
    return _shared_subject(verb, depth, passive=passive)


def _shared_subject(verb: Token, depth: int, *, passive: bool) -> tuple[Token | None, bool]:
    """Give the subject that a verb takes from the one above it."""
    if _is_second_participle(verb):
        return _subject(verb.head, depth + 1)
    above = _governor(verb.head) if verb.dep_ in _DEPENDENT else None
    if above is None or above.i == verb.i:
        return None, False
    subject, undergoes = _subject(above, depth + 1)
    own = any(child.dep_ == "auxpass" for child in verb.children)
    return subject, passive or own or (undergoes and verb.dep_ == "conj" and verb.tag_ == "VBN")


def _is_second_participle(verb: Token) -> bool:
    """Tell whether a verb is joined to a participle that tells what befell: 'built in 1944 and handed over in 1976'."""
    first = verb.head
    both = verb.tag_ in ("VBD", "VBN") and first.tag_ == "VBN"
    helped = any(child.dep_ in ("aux", "auxpass") for child in verb.children)
    return both and not helped and verb.dep_ == "conj" and first.dep_ in ("acl", "advcl")


def _own_subject(verb: Token) -> tuple[Token, bool] | None:
    """Give the subject that hangs on a verb itself, and whether it undergoes what the verb says; None without one."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    # 'Moscow was in May granted': the model may hang the subject on 'was'.
    for child in [*verb.children, *(word for helper in helpers for word in helper.children)]:
        if child.dep_ in ("nsubj", "nsubjpass"):
            if (held := believed(verb, child)) is not None:
                return held, any(helper.dep_ == "auxpass" for helper in helpers)
            # 'three were killed and six arrested': the second has the first one's helper.
            shared = verb.dep_ == "conj" and verb.tag_ == "VBN" and not helpers and verb.head.tag_ == "VBN"
            undergoes = child.dep_ == "nsubjpass" or shared
            return _whole_of(child) or true_subject(verb, child) or nearest_subject(verb, child), undergoes
    between = counted_between(verb)
    return (between, any(helper.dep_ == "auxpass" for helper in helpers)) if between is not None else None


def _whole_of(pronoun: Token) -> Token | None:
    """Give what a relative pronoun stands for, with all that it is part of: 'a train of nine wagons that crossed'."""
    noun = _antecedent(pronoun)
    of = noun is not None and noun.dep_ == "pobj" and noun.head.lower_ == "of"
    return all_of(noun) if noun is not None and of and noun.head.head.tag_ == "NN" else noun


def is_ranked(noun: Token) -> bool:
    """Tell whether a noun is one of a row that 'to' tells the deed of: 'the first convoy to reach the town'."""
    return any(child.lower_ in _RANKS or child.tag_ == "JJS" for child in noun.lefts)


def _governor(token: Token) -> Token | None:
    """Give the nearest verb at or above `token`."""
    for _ in range(8):
        if token.pos_ in ("VERB", "AUX"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def _owner(noun: Token, depth: int) -> Token | None:
    """Give whose plan, intention or order a noun is: its possessor, or its verb's subject; one of a row its own."""
    if is_ranked(noun):
        return noun
    for child in noun.children:
        if child.dep_ == "poss":
            return child
    verb = _governor(noun)
    return _subject(verb, depth + 1)[0] if verb is not None else None


def _bound(verb: Token) -> Iterator[Phrase]:
    """List where those who move are 'bound for', as the words after the verb say."""
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        if token.lower_ in ("bound", "destined") and token.i + 1 < verb.sent.end and token.nbor().lower_ == "for":
            yield from phrases_of(token)
        if token.pos_ == "VERB" and token.head.i != verb.i:
            return


def _is_come_to(noun: Token) -> bool:
    """Tell whether somebody goes to do it: 'came to the city's aid' is done for the city, not by it."""
    to = noun.head
    return noun.dep_ == "pobj" and to.lower_ == "to" and to.head.lemma_ in ("come", "go", "rush", "fly", "race")


def _noun_arguments(predicate: Predicate) -> Arguments:
    noun, light = predicate.token, predicate.light
    phrases = list(phrases_of(noun))
    if any(sense.type in _PLACED for sense in predicate.senses):
        # 'the departure of two ships from the port': the model may hang the way on the ships
        phrases += [way for phrase in phrases if phrase.preposition == "of" for way in phrases_of(phrase.head)]
    owners = [child for child in noun.children if child.dep_ == "poss"]
    if owners and _is_come_to(noun):
        return Arguments(_verb_arguments(noun.head.head).subjects, tuple(owners), (), tuple(phrases))
    came = noun.head.head if noun.dep_ == "pobj" and noun.head.lower_ == "for" else None
    if came is not None and came.pos_ == "VERB" and noun.tag_ == "NNS" and light is None:
        # 'flew to Oslo for talks with her colleague': who came talks, where and when they came
        given = _verb_arguments(came)
        sides = [p.head for p in phrases if p.preposition == "with"]
        there = [Phrase("in", p.head) for p in given.phrases if p.preposition in ("in", "to", "at")]
        return Arguments(given.subjects, tuple(sides), (), (*phrases, *there))
    subjects = owners
    subjects += [p.head for p in phrases if p.preposition == "by"]
    subjects += [p.head for p in phrases if p.preposition == "between"]
    objects = [p.head for p in phrases if p.preposition in ("of", "on", "against", "with", "for")]
    if light is not None:
        given = _verb_arguments(light)
        if light.lemma_.lower() in COVERAGE and light.i == noun.head.i and noun.dep_ == "nsubj":
            reached = [each.head for each in given.phrases if each.preposition in ("to", "into")]
            given = Arguments(phrases=tuple(Phrase("in", word) for word in (*given.objects, *reached)))
        here = {noun.i, *(word.i for word in conjuncts(noun))}
        ends = light.lemma_.lower() in _ENDING and any(sense.type is EventType.ATTACK for sense in predicate.senses)
        subjects += [word for word in given.subjects if word.i not in here and not ends]
        objects += [word for word in given.objects if word.i not in here and word.lower_ not in _EMPTY]
        phrases += [phrase for phrase in given.phrases if phrase.head.i not in here and phrase not in phrases]
    if noun.lemma_ == "toll":
        objects += [p.head for p in phrases if p.preposition in ("to", "at", "of", "above") and p.head.pos_ == "NUM"]
    adjectives = [
        child for child in noun.children if child.dep_ in ("amod", "compound") and child.ent_type_ in ("NORP", "GPE")
    ]
    return Arguments(subjects=tuple(subjects or adjectives), objects=tuple(objects), phrases=tuple(phrases))
