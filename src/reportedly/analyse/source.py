"""Find who the cue's words belong to: its subject, the subject that it shares, or the words beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.cue import TELLS, is_passive, is_verb_cue, misjoined, quoted_by, verb_takes
from reportedly.analyse.cue import lemma as cue_lemma
from reportedly.analyse.frame import Chars, Source
from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.name_beside import person_beside
from reportedly.analyse.source_noun import source_kind
from reportedly.analyse.source_role import is_person_noun
from reportedly.attribution import SpeakerKind

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

_SUBJECTS = ("nsubj", "nsubjpass")
_SHARES = frozenset({"conj", "advcl", "xcomp", "acl", "prep", "pcomp"})
_STEPS = 6  # verbs climbed to find a shared subject; longer chains are parse errors
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_THINGS = frozenset({"all", "more", "most", "much", "none", "that", "there", "these", "this", "those", "which"})


def noun_source(noun: Token, first: int, last: int) -> Source | None:
    """Give the noun with all that hangs on it, as far as it lies in the tokens `[first, last)`.

    None where nothing but marks is left.
    """
    start, end = max(noun.left_edge.i, first), min(noun.right_edge.i + 1, last)
    return tokens_source(noun.doc, start, end, whole_word(noun))


def whole_word(noun: Token) -> Token:
    """Give 'colonel' for the 'ex' of 'the ex-colonel'."""
    parted = noun.lower_ in ("co", "ex") and noun.i + 2 < len(noun.doc) and noun.nbor().text == "-"
    return noun.nbor(2) if parted and noun.nbor(2).pos_ in ("NOUN", "PROPN") else noun


def spokesman_of(body: Token, verb: Token) -> Token | None:
    """Give the barrister of 'a firm, whose barrister, Ada Lind, said': parsed as said, the clause has no verb."""
    if body.pos_ != "PROPN":
        return None
    beside = (c for c in body.subtree if c.dep_ == "appos" and body.i < c.i < verb.i and is_person_noun(c))
    return next((c for c in beside if _is_its(c) and person_beside(c) is not None), None)


def _is_its(noun: Token) -> bool:
    """Tell whether somebody is a body's, and so not the body itself: 'its spokesman', 'whose lawyer'."""
    return any(child.dep_ == "poss" and child.lower_ in ("its", "whose") for child in noun.lefts)


def tokens_source(doc: Doc, start: int, end: int, who: Token) -> Source | None:
    """Give the tokens `[start, end)` as a source, without the marks and joining words at their ends."""
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ in ("cc", "mark")):
        start += 1
    while end > start and (doc[end - 1].is_punct or doc[end - 1].is_space) and doc[end - 1].text != ")":
        end -= 1
    quotes = [i for i in range(start, end) if doc[i].text == '"']
    if len(quotes) % 2 and quotes[-1] < who.i:
        start = quotes[-1] + 1
    brackets = [doc[i].text for i in range(start, end) if doc[i].text in ("(", ")")]
    if start >= end or brackets[:1] == [")"]:
        return None
    return Source(chars=(doc[start].idx, doc[end - 1].idx + len(doc[end - 1])), who=who)


def find_source(verb: Token) -> Source | None:
    """Find the source of a verb cue; None where the words name none."""
    source = _find_source(verb)
    spokesman = spokesman_of(source.who, verb) if source is not None else None
    return replace(source, who=spokesman) if source is not None and spokesman is not None else source


def _find_source(verb: Token) -> Source | None:
    quoting = quoted_by(verb)
    if quoting is not None:
        return _quoted_source(quoting)
    subject = _own_subject(verb)
    if subject is not None:
        return _subject_source(subject, verb)
    beside = misjoined(verb)
    if beside is not None:
        return find_source(beside)
    picture = _picture_in_clause(verb)
    if picture is not None:
        return tokens_source(verb.doc, picture.left_edge.i, _start_of(verb), picture)
    if verb.tag_ == "VBN" and verb.dep_ in ("acl", "advcl") and cue_lemma(verb) in ("ask", "tell"):
        return agent_source(verb)  # 'asked if anybody was hurt, she said no': who asked is not told
    return agent_source(verb) or _shared_source(verb)


def _quoted_source(quoting: Token) -> Source | None:
    """Read who is quoted: the object of 'quoted ... as saying', the subject of 'was quoted as saying'."""
    passive = is_passive(quoting)
    quoted = [c for c in quoting.children if c.dep_ == ("nsubjpass" if passive else "dobj")]
    return noun_source(quoted[0], 0, len(quoting.doc)) if quoted else None


def agent_source(verb: Token) -> Source | None:
    """Read 'by the ministry' after a passive verb as its source."""
    agent = next((c for c in verb.children if c.dep_ == "agent"), None)
    noun = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    return noun_source(noun, agent.i + 1, len(verb.doc)) if agent is not None and noun is not None else None


def _own_subject(verb: Token) -> Token | None:
    """Find the verb's subject; of several the nearest, for the parse may add one of the content's."""
    passive = is_passive(verb)
    empty = ("there", "it") if passive else ("there",)
    near = (*verb.children, *(word for aux in verb.lefts if aux.dep_ == "aux" for word in aux.lefts))
    found: list[Token] = [c for c in near if c.dep_ in _SUBJECTS and c.lower_ not in empty]  # 'they do, however, show'
    speaking = [subject for subject in found if source_kind(subject.lemma_.lower()) is not None]
    return min(speaking or found, key=lambda subject: abs(subject.i - verb.i), default=None)


def _subject_source(subject: Token, verb: Token) -> Source | None:
    doc = verb.doc
    if subject.tag_ in ("WP", "WDT") and verb.dep_ == "relcl":
        return Source(chars=_of(subject), who=person_of(verb.head) if subject.lower_ == "who" else verb.head)
    if subject.i < verb.i:
        last = verb.nbor(-1)  # 'in what officials in Oslo and London regard as': a verb that was read as a noun
        if verb.pos_ == "NOUN" and last.dep_ == "compound" and last.head.i == verb.i:
            return tokens_source(verb.doc, subject.left_edge.i, verb.i, whole_word(subject))
        return noun_source(subject, 0, verb.i)
    return noun_source(subject, verb.i + 1, len(doc))


def person_of(noun: Token) -> Token:
    """Give who is meant by the 'who' hung on a body or a town: 'Ada Lind, president of the Guild, who threatens'."""
    thing = noun.ent_type_ in ("ORG", "GPE") or (noun.head.lower_ == "from" and bool(look_up(noun.text)))
    if not thing or noun.dep_ != "pobj" or noun.head.dep_ != "prep":
        return noun
    role = noun.head.head
    person = role.head if role.dep_ == "appos" else role
    return person if person.ent_type_ == "PERSON" or is_person_noun(person) else noun


def _of(token: Token) -> Chars:
    return token.idx, token.idx + len(token)


def _shared_source(verb: Token) -> Source | None:
    """Climb to the verb whose subject this one shares: 'said ..., adding', 'came out to say'."""
    if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
        if verb.tag_ in ("VBD", "VBN") and any(child.dep_ == "ccomp" for child in verb.children):
            return noun_source(_whole_noun(verb.head), 0, verb.i)
        if verb.tag_ == "VBG":
            outer = _climb_from_noun(verb)
            return noun_source(verb.head, 0, verb.i) if outer is None else find_source(outer)
    node, speaking = verb, verb.tag_ == "VBG" and "clause" in verb_takes(cue_lemma(verb))
    if speaking:
        outer = next((a for a in _ancestors(verb) if is_verb_cue(a) and _own_subject(a) is not None), None)
        if outer is not None:
            return find_source(outer)
    for _ in range(_STEPS):
        if node.dep_ not in _SHARES or node.head.i == node.i:
            return None
        node = node.head
        subject = _own_subject(node) if node.pos_ in ("VERB", "AUX") else None
        if subject is not None and _is_picture_taken(subject, node):
            return tokens_source(verb.doc, subject.left_edge.i, _start_of(verb), subject)
        if subject is not None:
            outer = _said_by_another(subject, node)
            return _subject_source(subject, node) if outer is None else find_source(outer)
    return None


def _is_picture_taken(subject: Token, verb: Token) -> bool:
    """Tell whether the parse took 'Images taken by the firm Orb' for a clause: no image takes anything."""
    picture = source_kind(subject.lemma_.lower()) is SpeakerKind.IMAGERY
    return picture and subject.i < verb.i and verb.tag_ in ("VBN", "VBD") and not is_passive(verb)


def _picture_in_clause(verb: Token) -> Token | None:
    """Give the picture in 'Footage posted by residents seems to show', where the parse takes footage to post."""
    main = verb.head if verb.dep_ == "xcomp" else verb
    clauses = (c for c in main.lefts if c.dep_ == "csubj")
    subjects = (c for clause in clauses for c in clause.lefts if c.dep_ in _SUBJECTS)
    return next((c for c in subjects if source_kind(c.lemma_.lower()) is SpeakerKind.IMAGERY), None)


def _start_of(verb: Token) -> int:
    """Give the token at which a verb starts, with 'seemed to' and what helps it."""
    main = verb.head if verb.dep_ == "xcomp" else verb
    return min([main.i, *(c.i for c in main.lefts if c.dep_ in ("advmod", "aux", "neg"))])


def _said_by_another(subject: Token, verb: Token) -> Token | None:
    """Give the outer cue that a second one goes on with, where the parse gave it what is said for its subject.

    'Police said 40 homes had been cleared and warned that ...': homes warn nobody. None where the subject may speak.
    """
    if verb.dep_ != "ccomp" or not is_verb_cue(verb.head) or _own_subject(verb.head) is None:
        return None
    thing = subject.pos_ == "NOUN" and source_kind(subject.lemma_.lower()) is None and not is_person_noun(subject)
    return verb.head if thing or subject.lower_ in _THINGS else None


def _climb_from_noun(verb: Token) -> Token | None:
    """Find the verb that ', calling it a guess' belongs to where the parse hung it on a noun that does not speak."""
    comma = verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","
    noun = verb.head
    if not comma or noun.ent_type_ in ("PERSON", "ORG") or source_kind(noun.lemma_.lower()) is not None:
        return None
    return next((a for a in _ancestors(verb) if a.pos_ == "VERB" and _own_subject(a) is not None), None)


def _whole_noun(noun: Token) -> Token:
    """Climb from the last noun of a phrase to its head: a main verb read as 'acl' hangs on the nearest noun."""
    for outer in _ancestors(noun):
        if outer.pos_ in ("NOUN", "PROPN"):
            noun = outer
        elif outer.dep_ not in ("prep", "acl", "amod"):
            break
    return noun


def _ancestors(token: Token) -> list[Token]:
    found: list[Token] = []
    while token.head.i != token.i and len(found) < _STEPS:
        token = token.head
        found.append(token)
    return found


def source_before(verb: Token, first: int, *, from_start: bool = False) -> Source | None:
    """Read the words between the last comma and the cue as its source: ', a source near the port said'.

    `first` is the token at which the sentence starts; with `from_start` the words may reach back to it.
    None where those words are no noun phrase.
    """
    doc = verb.doc
    close = _before_apposition(verb, first)
    start = close
    while start > first and doc[start - 1].text not in (",", '"', ";", ":") and not _is_dash(doc[start - 1]):
        start -= 1
        if doc[start].tag_ in _FINITE and doc[start].dep_ not in ("aux", "relcl", "auxpass"):
            return None
    if (start == first and not from_start) or verb.i - start > 15:
        return None
    end = close
    while (end > start and doc[end - 1].dep_ in ("aux", "auxpass", "neg")) or doc[end - 1].tag_ == "RB":
        end -= 1
    nouns = [t for t in doc[start:end] if t.pos_ in ("NOUN", "PROPN", "PRON")]
    if not nouns:
        return None
    heads = (t for t in doc[start:end] if not start <= t.head.i < end or t.head.i == t.i)
    who = next((t for t in heads if t.pos_ in ("NOUN", "PROPN", "PRON", "NUM")), nouns[0])
    return tokens_source(doc, start, end if close == verb.i else verb.i, who)


def _is_dash(mark: Token) -> bool:
    """Tell whether a mark is a dash, and no hyphen within a word: 'flight-tracking data'."""
    within = not mark.whitespace_ and mark.i > 0 and not mark.nbor(-1).whitespace_ and mark.i + 1 < len(mark.doc)
    return mark.text == "-" and not (within and mark.nbor().tag_ in ("VBG", "VBN"))


def _before_apposition(verb: Token, first: int) -> int:
    """Give the token at which the noun ends that speaks: before ', the mayor,' if that stands in between."""
    doc = verb.doc
    if doc[verb.i - 1].text != "," or verb.i - 1 <= first:
        return verb.i
    opening = next((i for i in range(verb.i - 2, max(first, verb.i - 14), -1) if doc[i].text == ","), None)
    if opening is None or any(t.tag_ in _FINITE and t.dep_ != "relcl" for t in doc[opening : verb.i]):
        return verb.i
    return opening


def source_after(verb: Token) -> Source | None:
    """Read the noun phrase that follows an inverted cue: '..., said the mayor'."""
    doc = verb.doc
    at = verb.i + 1
    if cue_lemma(verb) in TELLS:
        return None
    if at >= len(doc) or doc[at].is_punct or doc[at].is_sent_start:
        return None
    while at < len(doc) and doc[at].pos_ not in ("NOUN", "PROPN", "PRON"):
        if doc[at].pos_ not in ("DET", "ADJ", "NUM", "ADV"):
            return None
        at += 1
    if at >= len(doc) or doc[at].dep_ == "npadvmod" or doc[at].ent_type_ in ("DATE", "TIME"):
        return None
    noun = doc[at]
    while noun.head.i > noun.i and noun.dep_ in ("compound", "nmod", "amod", "poss"):
        noun = noun.head
    return noun_source(noun, verb.i + 1, len(doc))
