"""Find the words that name a happening: verbs with their particles, and nouns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.analyse.bare_harm import harmed_of
from reportedly.analyse.light_verb import COVERAGE, lent_by
from reportedly.analyse.noun_state import state_of
from reportedly.analyse.predicate_table import Sense, is_pact, senses_of
from reportedly.analyse.resting import at_work, resting
from reportedly.analyse.wreck import wreck_of
from reportedly.data import read_words
from reportedly.event import EventType

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

MOVEMENT = frozenset(
    {
        EventType.ARRIVE,
        EventType.DEPART,
        EventType.TRANSIT,
        EventType.DEPLOY,
        EventType.WITHDRAW,
        EventType.REDEPLOY,
        EventType.SUPPLY,
        EventType.FLEE,
    }
)
WRECKED = "be wrecked"  # what the words before a craft say that befell it
_REACHING = MOVEMENT | {EventType.CEASEFIRE, EventType.EXERCISE}  # may cover one place and not another
_ADDITIONS = frozenset({"prt", "advmod", "prep", "dobj", "acomp", "oprd", "compound"})
_ENDINGS = (("ies", ("y",)), ("ied", ("y",)), ("ed", ("", "e")), ("ing", ("", "e")), ("es", ("", "e")), ("s", ("",)))
_FAR = 12  # the same for 'into custody'
_APART = frozenset({"away", "back", "home", "off", "out"})  # belong to a verb though its object stands before them
_NEAR = 4  # words; a word further off is no part of the verb: 'stood at the gate with arms down'


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word that may name a happening, with the verb whose subject, time and mood it takes."""

    token: Token
    words: str  # its row in predicates.tsv: 'pull out', 'air strike'
    first: int  # token
    last: int  # token, inclusive
    noun: bool
    senses: tuple[Sense, ...]
    light: Token | None  # the verb that lends a noun its arguments; None for verbs and other nouns
    parts: frozenset[int] = frozenset()  # the tokens of `words` beside the verb: 'anchor' in 'weighed anchor'


def find_predicates(doc: Doc) -> Iterator[Predicate]:
    """Find every word of `doc` that may name a happening, in order."""
    after = 0  # what stands before it is told already
    for token in doc:
        if token.i < after:
            continue
        if (joined := _hyphened(token)) is not None:
            after = joined.last + 1
            yield joined
            continue
        found: Predicate | None
        if (wreck := wreck_of(token)) is not None:
            found = Predicate(token, WRECKED, token.i, wreck.last.i, False, senses_of()[WRECKED, "verb"], None)
        elif token.pos_ in ("VERB", "AUX"):
            found = _noun(token) if _is_gerund(token) else _verb(token)
        elif (bare := _bare(token)) is not None:
            found = bare
        elif (token.pos_ == "NOUN" or (token.pos_ == "PROPN" and is_pact(token.text))) and not _modifies(token):
            found = _noun(token)
        elif token.pos_ == "ADJ" and token.dep_ == "ccomp" and not _is_of_verb(token):
            # 'found the road closed': nobody writes the verb
            senses = senses_of().get((f"be {token.lower_}", "verb"), ())
            words = f"be {token.lower_}"
            found = Predicate(token, words, token.i, token.i, False, senses, None) if senses else None
        else:
            continue
        if found is not None:
            yield found


def _bare(token: Token) -> Predicate | None:
    """Give a happening that stands with no verb: '21 dead', 'four trucks on fire'."""
    state = state_of(token)
    if state is None and harmed_of(token) is None:
        return None
    words, last = (state.words, state.last.i) if state is not None else ("be dead", token.i)
    return Predicate(token, words, token.i, last, False, senses_of()[words, "verb"], None)


def _is_gerund(token: Token) -> bool:
    """Tell whether what the model takes for a verb is a noun of happening: 'fighting in the north drove them out'."""
    if token.tag_ != "VBG" or token.dep_ not in ("nsubj", "nsubjpass", "dobj", "pobj"):
        return False
    own = any(child.dep_ in ("dobj", "nsubj", "aux", "ccomp", "xcomp", "prt") for child in token.children)
    return not own and bool(senses_of().get((token.lower_, "noun")))


def _is_of_verb(adjective: Token) -> bool:
    """Tell whether the verb above makes another happening with the adjective: 'found him guilty' is a verdict."""
    named = senses_of().get((f"{_lemma(adjective.head)} {adjective.lower_}", "verb"), ())
    own = senses_of().get((f"be {adjective.lower_}", "verb"), ())
    return bool(named) and not {sense.type for sense in named} & {sense.type for sense in own}


def _hyphened(token: Token) -> Predicate | None:
    """Give the happening that words joined by hyphens name, which the tokenizer splits: 'a sit-in', 'an air-strike'."""
    last = _end_of_run(token)
    if last == token.i or (token.i > 0 and token.nbor(-1).text == "-" and not token.nbor(-1).whitespace_):
        return None
    run = token.doc[token.i : last + 1]
    senses = senses_of()
    for pos in ("noun", "verb"):
        words = next((form for form in _joined_forms(run.text.lower()) if senses.get((form, pos))), None)
        if words is None or (pos == "verb" and run.root.pos_ != "VERB"):
            continue
        noun = pos == "noun"
        if noun and _modifies(run.root):
            return None
        light = lent_by(run.root) if noun else None
        return Predicate(run.root, words, token.i, last, noun, senses[words, pos], light)
    return None


def _end_of_run(token: Token) -> int:
    """Give the last token of the words that hyphens join to `token`; its own place where none are."""
    last, end = token.i, len(token.doc)
    while last + 2 < end and not token.doc[last].whitespace_:
        hyphen = token.doc[last + 1]
        if hyphen.text != "-" or hyphen.whitespace_ or not token.doc[last + 2].is_alpha:
            break
        last += 2
    return last


def _joined_forms(words: str) -> Iterator[str]:
    """Give the ways to write words joined by hyphens, in the plural and the past too."""
    forms = [words]
    forms += [
        words[: -len(ending)] + other for ending, others in _ENDINGS if words.endswith(ending) for other in others
    ]
    for form in forms:
        yield from (form, form.replace("-", ""), form.replace("-", " "))


def _modifies(token: Token) -> bool:
    return token.dep_ in ("compound", "nmod", "amod") and token.head.i > token.i


def _verb(token: Token) -> Predicate | None:
    if token.dep_ in ("aux", "auxpass"):
        return None
    lemma = _lemma(token)
    particles = _particles(token)
    idiom = _idiom(token, particles)
    senses = (*resting(token), *senses_of().get((lemma, "verb"), ()), *at_work(token))
    if any(child.dep_ == "prt" and not is_preposition(child) for child in particles):
        # 'flew in' still flies; 'broke off' and 'called up' mean something else than their verbs.
        senses = tuple(sense for sense in senses if sense.type in MOVEMENT)
    if idiom is not None:
        words, parts = idiom
        own = senses_of()[words, "verb"]
        # 'deployed in' is still deployed, 'laid off' not laid
        apart = all(part.dep_ in ("prep", "nsubjpass") for part in parts)
        own = (*resting(token, *(() if apart else (words.partition(" ")[2],))), *own)
        senses = (*own, *senses) if own else ()  # 'deployed to' deploys, where the longer words do not fit
        return Predicate(token, words, *_ends(token, parts), False, senses, None, frozenset(part.i for part in parts))
    return Predicate(token, lemma, token.i, token.i, False, senses, None) if senses else None


def _lemma(verb: Token) -> str:
    """Give the lemma of a verb; where the table has none such, the one that its ending tells: 'raped' is of 'rape'."""
    lemma = verb.lemma_.lower()
    if (lemma, "verb") in senses_of():
        return lemma
    word = verb.lower_
    for ending, others in _ENDINGS:
        if word.endswith(ending):
            stem = word[: -len(ending)]
            for other in (*others, "-"):
                base = stem[:-1] if other == "-" and stem[-2:-1] == stem[-1:] else stem + other
                if base != lemma.removesuffix("e") and (base, "verb") in senses_of():
                    return base  # 'spared' is of 'spare', though the table has 'spar' alone
    return lemma


def is_preposition(particle: Token) -> bool:
    """Tell whether the model took a preposition for a particle: 'off' in 'anchored off Mombasa'."""
    after = particle.i + 1 < len(particle.doc) and particle.nbor()
    return bool(particle.dep_ == "prt" and particle.lower_ == "off" and after and after.pos_ == "PROPN")


def _particles(verb: Token) -> list[Token]:
    """List the words that may make another verb of `verb`: 'pull out', 'weigh anchor'."""
    particles = [child for child in verb.children if child.dep_ in _ADDITIONS]
    # 'left 12 people dead': the model may hang what became of them on the people.
    particles += [
        word
        for child in particles
        if child.dep_ == "dobj"
        for word in child.rights
        if word.dep_ in ("amod", "acomp", "acl")
    ]
    # 'tore open two silos': the model gives what became of them to the silos.
    particles += [
        word
        for child in particles
        if child.dep_ == "dobj"
        for word in child.lefts
        if word.lower_ == "open" and word.i == verb.i + 1
    ]
    return particles


def _idiom(verb: Token, particles: Sequence[Token]) -> tuple[str, tuple[Token, ...]] | None:
    """Give the row of `verb` with words that belong to it, and those words; the longest one that there is."""
    lemma = _lemma(verb)
    for words, parts in (*_long(verb, particles), *_short(verb, particles)):
        for form in (lemma, verb.lower_):
            senses = senses_of().get((f"{form} {words}", "verb"))
            # 'seized it on Monday' did not seize on anything, 'dates from 1971' dates from it.
            if senses or (senses is not None and not _brings_in_time(parts)):
                return f"{form} {words}", parts
    return None


def _brings_in_time(parts: Sequence[Token]) -> bool:
    return any(noun.dep_ == "pobj" and noun.ent_type_ in ("DATE", "TIME") for part in parts for noun in part.children)


def _long(verb: Token, particles: Sequence[Token]) -> Iterator[tuple[str, tuple[Token, ...]]]:
    """List particle and object, 'lay down arms', or preposition and noun, 'put to sea', 'take them into custody'."""
    objects = [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]
    for child in particles:
        if child.dep_ in ("prt", "advmod", "prep"):
            for noun in objects:
                yield from ((f"{child.lower_} {form}", (child, noun)) for form in _forms(noun))
        if child.dep_ in ("prt", "advmod"):
            after = [word for word in (*verb.children, *child.children) if word.dep_ == "prep" and word.i > child.i]
            yield from ((f"{child.lower_} {word.lower_}", (child, word)) for word in after)
    hung = [word for noun in objects for word in noun.rights if word.dep_ == "prep"]
    below = [word for child in particles for word in child.rights if word.dep_ == "prep"]
    for child in (*particles, *hung, *below):
        if child.dep_ in ("prep", "prt", "advmod", "agent") and abs(child.i - verb.i) <= _FAR:
            for noun in child.children:
                if noun.dep_ in ("pobj", "amod", "pcomp"):
                    yield from ((f"{child.lower_} {form}", (child, noun)) for form in _forms(noun))


def _short(verb: Token, particles: Sequence[Token]) -> Iterator[tuple[str, tuple[Token, ...]]]:
    undergone = [child for child in verb.children if child.dep_ == "nsubjpass" and not _is_happening(child)]
    objects = [child for child in particles if child.dep_ == "dobj" and child.i > verb.i]
    for child in (*particles, *undergone):
        nouns = [noun for noun in child.children if noun.dep_ == "pobj"] if child.dep_ == "prep" else []
        behind = child.lower_ in _APART and any(noun.right_edge.i + 1 == child.i for noun in objects)
        if nouns and (child.lower_ == "in" or (child.lower_ == "off" and objects and verb.lemma_ == "take")):
            continue  # 'sailed in the Red Sea' did not sail in, 'took the ship off Benin' did not take off
        if child.dep_ in ("prt", "oprd") or _words_between(verb, child) <= _NEAR or behind:
            forms = _forms(child) if child.dep_ in ("dobj", "nsubjpass") else (child.lower_,)
            yield from ((form, (child,)) for form in forms)


def _words_between(one: Token, other: Token) -> int:
    """Count the words from one to the other: 'a two-metre gash' has three, and what 'and' joins before a noun one."""
    first, last = sorted((one.i, other.i))
    between = one.doc[first + 1 : last]
    if between and between[0].i == other.left_edge.i and any(word.dep_ == "cc" for word in between):
        return 1  # 'traded small-arms and mortar fire'
    return last - first - 2 * sum(word.text == "-" and word.nbor(-1).like_num for word in between)


def _forms(noun: Token) -> tuple[str, str]:
    return noun.lower_, noun.lemma_.lower()


def _is_happening(noun: Token) -> bool:
    return any((form, "noun") in senses_of() for form in _forms(noun))


def _ends(verb: Token, parts: Sequence[Token]) -> tuple[int, int]:
    """Give the first and last token of a verb and its words in one piece: in 'pulled 200 men out' the verb alone."""
    first = last = verb.i
    for at in sorted((part.i for part in parts), key=lambda at: abs(at - verb.i)):
        if at == last + 1:
            last = at
        elif at == first - 1:
            first = at
    return first, last


def _is_told_with(noun: Token) -> bool:
    """Tell whether a noun belongs to a verb that is named with it: 'won the election', 'go on trial'."""
    verb = noun.head.head if noun.dep_ == "pobj" else noun.head
    if verb.dep_ == "dobj" and noun.dep_ == "pobj":
        verb = verb.head
    if verb.pos_ not in ("VERB", "AUX") or noun.dep_ not in ("dobj", "pobj", "nsubjpass"):
        return False
    idiom = _idiom(verb, _particles(verb))
    return idiom is not None and any(part.i == noun.i for part in idiom[1])


def _noun(token: Token) -> Predicate | None:
    lemma = token.lower_ if token.tag_ == "VBG" else token.lemma_.lower()
    if _is_told_with(token):
        return None
    if (of := _of_another(token, lemma)) is not None:
        return of
    for child in token.lefts:
        words = f"{_whole(child)} {lemma}"
        senses = senses_of().get((words, "noun"))
        if child.dep_ in ("compound", "amod", "nmod", "poss", "nummod") and senses is not None:
            first = _start_of_run(child)
            return Predicate(token, words, first, token.i, True, senses, lent_by(token)) if senses else None
    bare = token.dep_ == "pobj" and not any(True for _ in token.lefts)
    words = f"{token.head.lower_} {lemma}"
    senses = senses_of().get((words, "noun")) if bare else None
    if senses is not None:
        return Predicate(token, words, token.i, token.i, True, senses, token.head.head)
    if senses_of().get((token.lower_, "noun")) == ():
        return None  # 'damages' are money
    senses = senses_of().get((lemma, "noun")) or senses_of().get((token.lower_, "noun"))
    if not senses:
        return None
    return Predicate(token, lemma, token.i, token.i, True, senses, _own_light(token, senses))


def _of_another(token: Token, lemma: str) -> Predicate | None:
    """Give the happening that a noun names with the one that 'of' joins to it: 'a change of government'."""
    for child in token.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            for of in child.children:
                senses = next(
                    (found for form in _forms(of) if (found := senses_of().get((f"{lemma} of {form}", "noun")))), None
                )
                if of.dep_ == "pobj" and senses is not None:
                    last = of.i if of.i - token.i == 2 else token.i
                    return Predicate(token, f"{lemma} of {of.lower_}", token.i, last, True, senses, lent_by(token))
    return None


def _own_light(noun: Token, senses: Sequence[Sense]) -> Token | None:
    """Give the verb that lends a noun its arguments; none that hangs on it and tells the same: 'the accord signed'."""
    kinds = {sense.type for sense in senses}
    if noun.dep_ == "nsubj" and noun.head.lemma_.lower() in COVERAGE and kinds & _REACHING:
        return noun.head  # 'the pullback does not extend to the hills'
    light = lent_by(noun)
    if light is None or light.i < noun.i or light.head.i != noun.i:
        return light
    told = {sense.type for sense in senses_of().get((light.lemma_.lower(), "verb"), ())}
    return None if told & kinds else light


def _whole(word: Token) -> str:
    """Give a word before a noun with those that hyphens join to it: 'drive-by' of 'a drive-by shooting'."""
    return str(word.doc[_start_of_run(word) : _end_of_run(word) + 1].text.lower())


def _start_of_run(word: Token) -> int:
    first = word.i
    while first >= 2 and not word.doc[first - 1].whitespace_ and word.doc[first - 1].text == "-":
        first -= 2
    return first


def carries(verb: Token) -> bool:
    """Tell whether a verb only lends its arguments to a noun of happening: 'launched' in 'launched an attack'."""
    if verb.lemma_.lower() not in read_words("predicates_light.txt"):
        return False
    clause = verb.head if verb.dep_ == "xcomp" else verb
    if clause.dep_ == "relcl" and (lent := lent_by(clause.head)) is not None and lent.i == verb.i:
        return _noun(clause.head) is not None  # 'the vote that it intends to hold'
    return any(
        child.dep_ in ("dobj", "nsubjpass", "oprd") and child.pos_ == "NOUN" and _noun(child) is not None
        for child in verb.children
    )
