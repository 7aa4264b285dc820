"""Read a plain question: which act it asks about, whose, at what, where, and whether a yes says that it happens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.noun_class import classes_of
from reportedly.analyse.statement import SUBJECTS, Statement, state
from reportedly.attribution import Polarity
from reportedly.data import read_table, read_words
from reportedly.event import Event, EventType, Toponym, ToponymUse
from reportedly.reading import Reading
from reportedly.watchlist import Pattern, Question, WatchedName, WatchedPlace

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_COMPLEMENTS = frozenset({"xcomp", "ccomp"})
_OBJECTS = frozenset({"dobj", "attr", "oprd", "dative", "acomp"})
_OUTWARD = frozenset("ahead apart away back down in off on out over through together up".split())
_DROPPED = frozenset({"det", "predet", "poss", "punct", "neg"})
_FUTURE = frozenset({"will", "shall", "would"})
_LIGHT = frozenset({"have", "get", "take", "make", "give", "hold", "do"})  # 'have access', 'take control'
_ENDED = frozenset({"over", "finished", "done"})
_SAID_OF = frozenset({"be", "become"})
_TELLING = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_NO_ACT = frozenset({EventType.STATE, EventType.OTHER})


def understand(question: Question) -> Question:
    """Give `question` with what it asks about; where that cannot be told, with what is missing.

    One whose pattern was told with it stays as it is.
    """
    if question.pattern is not None:
        return question
    statement = state(question.text)
    if statement is None:
        return replace(question, missing="it is no question that yes or no would answer")
    if statement.root.pos_ not in ("VERB", "AUX"):
        return replace(question, missing="it has no verb")
    reading = _analyse(statement)
    heads = _heads(statement.root)
    acts = _acts(heads, statement, reading.events)
    if not acts:
        return replace(question, missing="it has no word for what is done")
    return replace(question, pattern=_pattern(statement, reading, heads, acts))


def _analyse(statement: Statement) -> Reading:
    """Analyse the statement as a report is analysed."""
    from reportedly.analyse import Tagger, analyse

    return analyse(statement.report, tagger=Tagger.RULES)


def _heads(root: Token) -> list[Token]:
    """List the words for what is done, the act itself first: 'sell' before 'agreed' in 'has agreed to sell'."""
    if (course := _course(root)) is not None:
        return [course] if root.lemma_ == "be" else [course, root]
    heads = [root]
    token = root
    while (inner := next((child for child in token.rights if child.dep_ in _COMPLEMENTS), None)) is not None:
        heads.insert(0, inner)
        token = inner
    if root.lemma_ in _SAID_OF:
        said = [_meant(child) for head in heads for child in head.rights if child.dep_ in _OBJECTS]
        heads = [*said, *(head for head in heads if head.lemma_ not in ("be", "have", "do"))] or heads
    if root.lemma_.lower() in read_words("question_requests.txt"):
        heads = [root, *(head for head in heads if head is not root)]
    if heads[0].lemma_ in _LIGHT:
        sites = read_words("assess_sites.txt")
        done = [child for child in heads[0].rights if child.dep_ == "dobj" and child.pos_ == "NOUN"]
        heads[:0] = [child for child in done if _singular(child, sites) is None and not _is_had(child)]
    return heads


def _is_had(noun: Token) -> bool:
    """Tell whether a noun names somebody, a thing or a place, which one has and does not do: 'holding fishermen'."""
    return not classes_of(noun).isdisjoint({"person", "force", "asset", "place", "thing"})


def _course(root: Token) -> Token | None:
    """Give the subject where it is what goes on and the verb tells only whether it does: 'Did loading stop?'."""
    over = _is_over(root)
    lemma = root.lemma_.lower()
    alone = not any(child.dep_ in _OBJECTS or child.dep_ in _COMPLEMENTS for child in root.rights)
    if not over and not (alone and lemma in read_words("question_endings.txt") | read_words("question_courses.txt")):
        return None
    subject = next((child for child in root.children if child.dep_ in SUBJECTS), None)
    return subject if subject is not None and _goes_on(subject) else None


def _is_over(root: Token) -> bool:
    """Tell whether a verb says of its subject that it is over."""
    return root.lemma_ == "be" and any(child.lower_ in _ENDED for child in root.rights)


def _goes_on(noun: Token) -> bool:
    """Tell whether a noun names something that is done: 'loading', 'the protests'."""
    forms = {noun.lemma_.lower(), noun.lower_}
    return (noun.pos_ != "PROPN" or noun.i == 0) and bool(forms & _doings())


@cache
def _doings() -> frozenset[str]:
    """Read the nouns that name a happening, and the forms of verbs that do."""
    rows = read_table("predicates.tsv")
    nouns = {row["predicate"] for row in rows if row["pos"] == "noun"}
    verbs = {row["predicate"] for row in rows if row["pos"] == "verb"}
    return frozenset(nouns | {form for verb in verbs for form in (f"{verb}ing", f"{verb.removesuffix('e')}ing")})


def _meant(token: Token) -> Token:
    """Give what somebody is about to do, or ready to: 'fail' in 'is about to fail'."""
    if token.lemma_.lower() not in read_words("predicates_plan.txt") | {"about", "able"}:
        return token
    return next((child for child in token.rights if child.dep_ in _COMPLEMENTS), token)


def _acts(heads: Sequence[Token], statement: Statement, events: Sequence[Event]) -> tuple[str, ...]:
    """Give the words for the act with their particles, and the types of event that they name."""
    found: list[str] = []
    passage = statement.passages[0]
    telling = [event for event in events if event.type not in _NO_ACT]
    for head in heads:
        found += _with_particles(head)
        span = passage.of(head)
        found += [event.type.value for event in telling if event.predicate.overlaps(span)]
    where = [
        word
        for token in (statement.root, *statement.root.lefts)
        for child in token.rights
        if child.dep_ == "prep"
        for word in (child, *child.rights)
        if word.dep_ == "pobj"
    ]
    if statement.root.lemma_ == "be" and any(c.dep_ == "prep" and c.lower_ == "behind" for c in statement.root.rights):
        found = ["behind"]  # 'Is Iran behind the attack?'
    elif statement.root.lemma_ == "be" and heads == [statement.root]:
        found = [next(filter(None, map(_state_of, where)), EventType.PRESENCE.value)] if where else []
    elif any(child.dep_ == "expl" for child in statement.root.children):
        found.append(EventType.PRESENCE.value)
    found += [event.type.value for event in telling]
    return tuple(dict.fromkeys(word for word in found if word))


def _state_of(token: Token) -> str:
    """Give what somebody is in or on: 'strike' in 'is on strike'; nothing where that is a place or a thing."""
    bare = token.pos_ == "NOUN" and not any(child.dep_ != "prep" for child in token.lefts)
    return token.lemma_.lower() if bare and (token.tag_ == "NN" or _goes_on(token)) else ""


def _with_particles(head: Token) -> Iterator[str]:
    """Give a word for an act, with what is part of it: 'pull out', 'go ahead'."""
    lemma = head.lemma_.lower()
    turned = next((child.lower_ for child in head.rights if child.dep_ == "acomp" and head.pos_ == "VERB"), None)
    if turned is not None:
        yield f"{lemma} {turned}"  # 'gone dark'
        return
    for child in head.rights:
        parted = child.dep_ in ("prt", "advmod") or (child.dep_ == "prep" and child.lower_ == "out")
        if (parted and child.lower_ in _OUTWARD) or (child.dep_ == "prep" and child.lower_ == "to"):
            yield f"{lemma} {child.lower_}"
    yield lemma
    if any(child.dep_ == "prep" and child.lower_ == "on" for child in head.rights):
        yield f"{lemma} on"


def _pattern(statement: Statement, reading: Reading, heads: Sequence[Token], acts: tuple[str, ...]) -> Pattern:
    """Put together all that the statement tells."""
    root = statement.root
    subject = next((child for head in (root, *heads) for child in head.children if child.dep_ in SUBJECTS), None)
    if subject is heads[0]:
        subject = None  # what goes on is the act itself
    agent = next((word for child in heads[0].rights if child.dep_ == "agent" for word in child.rights), None)
    agent = None if agent is not None and agent.lemma_.lower() in read_words("question_ways.txt") else agent
    passive = subject is not None and subject.dep_ == "nsubjpass"
    doer = agent or (None if passive or subject is None or subject.dep_ == "expl" else subject)
    done_to = [subject] if passive and subject is not None else []
    done_to += [child for head in heads for child in head.rights if child.dep_ in ("dobj", "attr", "oprd")]
    targets = [
        words
        for token in done_to
        if (token not in heads or token.dep_ == "dobj") and (words := _words(token, statement))
    ]
    actor = _words(doer, statement) if doer is not None else ""
    future = any(child.lower_ in _FUTURE for child in root.children)
    meant = any(head.lemma_.lower() in read_words("predicates_plan.txt") for head in heads[1:])
    return Pattern(
        acts=acts,
        actor=WatchedName(name=actor) if actor else None,
        target=" ".join(targets) or None,
        words=_matter(statement, heads, doer, done_to),
        places=_places(reading.places, doer, statement),
        place_kinds=_kinds(statement, reading.places),
        assets=tuple(WatchedName(name=asset.name) for event in reading.events for asset in event.assets),
        polarity=_polarity(statement, root, heads),
        planned=meant or (future and not statement.supported),
    )


def _words(token: Token, statement: Statement) -> str:
    """Give a noun phrase as the question has it, without its article and what hangs on it behind."""
    kept = [child for child in token.lefts if child.dep_ not in _DROPPED or _is_named_owner(child)]
    words = [*(word for child in kept for word in _subtree(child) if word.dep_ != "case"), token]
    return " ".join(word.lower_ if word.i == 0 and statement.raised else word.text for word in words)


def _is_named_owner(word: Token) -> bool:
    """Tell whether a word names whose something is: of 'Ukraine's drones' the drones alone are anybody's."""
    return word.dep_ == "poss" and word.pos_ == "PROPN"


def _matter(
    statement: Statement, heads: Sequence[Token], doer: Token | None, done_to: Sequence[Token]
) -> tuple[str, ...]:
    """List the words that tell what a question is about beside the act, who does it and what it is done to."""
    taken = {token.i for token in heads}
    taken |= {word.i for token in (doer, *done_to) if token is not None for word in (*token.lefts, token)}
    return tuple(
        token.lower_ if token.i == 0 and statement.raised else token.text
        for token in statement.passages[0].doc
        if token.pos_ in _TELLING and token.i not in taken
    )


def _subtree(token: Token) -> list[Token]:
    """List a word and all below it, in reading order."""
    return list(token.doc[token.left_edge.i : token.right_edge.i + 1])


def _places(places: Sequence[Toponym], doer: Token | None, statement: Statement) -> tuple[WatchedPlace, ...]:
    """Give the places that are named as places, and not as whoever acts."""
    passage = statement.passages[0]
    acting = passage.chars(doer.left_edge.idx, doer.idx + len(doer)) if doer is not None else None
    acts = statement.root.lemma_ != "be"
    named = [
        place
        for place in places
        if place.use in (ToponymUse.LITERAL, ToponymUse.MODIFIER, ToponymUse.EMBEDDED)
        and not (acting is not None and acting.holds(place.span) and (acts or place.kind == "country"))
    ]
    found = {
        place.name: WatchedPlace(
            name=place.span.text,
            aliases=(place.name,) if place.span.text != place.name else (),
            lat=place.lat,
            lon=place.lon,
            radius_km=place.radius_km,
            gazetteer_id=place.gazetteer_id,
        )
        for place in named
    }
    return tuple(found.values())


def _kinds(statement: Statement, places: Sequence[Toponym]) -> tuple[str, ...]:
    """Give the kinds of place that are named without a name: 'its bases'."""
    watched = read_words("assess_sites.txt") | read_words("question_sites.txt")
    passage = statement.passages[0]
    grounds = [place for place in places if place.use is not ToponymUse.DEMONYM]
    found = []
    for token in passage.doc:
        named = any(place.span.overlaps(passage.of(token)) for place in grounds)
        beside = any(place.span.end + 1 == passage.of(token).start for place in grounds)
        kind = _singular(token, watched)
        if token.pos_ == "NOUN" and kind and not named and not beside:
            found.append(kind)
    return tuple(dict.fromkeys(found))


def _singular(token: Token, watched: frozenset[str]) -> str | None:
    """Give the kind of place that a noun names, one or many: the parser takes 'bases' for those of an argument."""
    forms = (token.lemma_.lower(), token.lower_, token.lower_.removesuffix("s"))
    return next((form for form in forms if form in watched), None)


def _polarity(statement: Statement, root: Token, heads: Sequence[Token]) -> Polarity:
    """Tell whether a yes says that the act takes place; 'Isn't it leaving?' still asks whether it is."""
    denied = any(child.dep_ == "neg" for head in (root, *heads) for child in head.children) and not statement.negated
    ended = any(head.lemma_.lower() in read_words("question_endings.txt") for head in heads[1:])
    ended = ended or (heads == [_course(root)] and _is_over(root))
    return Polarity.NEGATED if denied is not ended else Polarity.AFFIRMED
