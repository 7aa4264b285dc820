"""Resolve sources to speakers: whom 'he', 'the official' and a surname stand for, and who asked not to be named."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.anonymity import is_withheld, read_reason, withheld_at
from reportedly.analyse.bearer import find_bearers
from reportedly.analyse.body_sort import AGENCIES
from reportedly.analyse.cue import is_passive
from reportedly.analyse.expertise import expert_marks
from reportedly.analyse.frame import Chars, Form, Frame, parsed_text
from reportedly.analyse.introduction import Introductions
from reportedly.analyse.known import Known
from reportedly.analyse.name_beside import maker_of
from reportedly.analyse.name_marks import trial_marks
from reportedly.analyse.noun_class import classes_of
from reportedly.analyse.parse import Passage
from reportedly.analyse.person_name import HE, SHE
from reportedly.analyse.presence import SPOKE, weight_of
from reportedly.analyse.recipient import name_recipient, outlet_behind_noun
from reportedly.analyse.roster import IT, Roster
from reportedly.analyse.source_noun import listed_noun, source_kind
from reportedly.analyse.source_phrase import read_source_phrase
from reportedly.analyse.source_role import is_person_noun
from reportedly.attribution import Anonymity, Attribution, CueClass, Speaker, SpeakerKind, unnamed
from reportedly.identity import identify
from reportedly.report import Report
from reportedly.span import Field
from reportedly.text.newsroom import as_called
from reportedly.text.quotation import Quotation, find_quotations, outermost, overlapping

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token, Tokens

_WORD = re.compile(r"[\w-]+")
_QUOTED = "quoted:"  # opens the key of who says 'I' in a quotation, who may be told of behind it
_ME = frozenset({"i", "me", "my", "myself"})
_US = frozenset({"we", "us", "our", "ourselves"})
_BESIDE = 8  # attributions before and behind one that may quote it
_TOLD = 70.0  # what it weighs that a clause says who somebody is
_SPEAKING = frozenset({SpeakerKind.ANONYMOUS, SpeakerKind.ORGANISATION, SpeakerKind.OUTLET})
_PRINTED = frozenset({"article", "column", "editorial", "interview", "piece", "report", "story"})
_NEWSROOM = (SpeakerKind.OUTLET, SpeakerKind.REPORTER)
_EVERYBODY = frozenset({"all", "both", "each", "neither", "none"})
_HEARD_FROM = frozenset({"contact", "interview", "reach", "speak", "talk"})
_SUBJECTS = ("nsubj", "nsubjpass")
_THIRD = HE | SHE


class Cast:
    """The people and bodies of one report, as far as it has been read."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._roster = Roster()
        self._introductions = Introductions(report, self._roster)
        self._at_word: dict[tuple[Field, int], str] = {}  # where a noun stands -> its speaker's key
        self._passage: Passage | None = None
        self._quotations: Sequence[Quotation] = ()  # of the passage
        self._names: frozenset[int] = frozenset()  # the main tokens of the passage's names
        self._said = ""  # key of the speaker resolved last
        self._heard = 0  # the first token of the passage that has not been heard

    def resolve(self, frame: Frame, passage: Passage) -> Known:
        """Find or bring in the speaker of `frame`; frames should come in reading order."""
        self._open(passage)
        source = frame.source
        self._hear_up_to(frame.head.i if source is None else source.who.left_edge.i)
        if source is None:
            nobody = Known(f"none:{passage.field}:{passage.offset + frame.cue[0]}", "", False, unnamed(), None)
            return self._own_voice("we") if frame.form is Form.REFUSAL or _asks_itself(frame) else nobody
        where = (passage.field, passage.offset + source.who.idx)
        known = self._roster.known.get(self._at_word.get(where, "")) or self._speaker(frame, source.who, passage)
        told = f"{_clauses_of(source.who)}; {_around(frame)}"
        known = self._introductions.named_by_itself(_withholding(known, told), told)
        known = _as_paper(known, source.who)
        if known.speaker.kind is SpeakerKind.IMAGERY:
            self._introductions.bring_in_body(maker_of(source.who), None)
        known = replace(known, marks=known.marks | trial_marks(source.who) | expert_marks(source.who))
        self._roster.learn_gender(known, source.who)
        self._roster.add(known, SPOKE)
        self._at_word[where] = self._said = known.key
        if known.speaker.kind is SpeakerKind.OUTLET and frame.cue_class is CueClass.SEE:
            return replace(known, speaker=replace(known.speaker, kind=SpeakerKind.REPORTER))
        return known

    def via(self, frame: Frame) -> str | None:
        """Give whom the source told, by name; None for those unnamed and nobody."""
        self._roster.speaking = self._said
        name = self._via(frame)
        self._roster.speaking = ""
        return as_called(name) if name is not None else None

    def _via(self, frame: Frame) -> str | None:
        told = frame.told
        own = self._own_voice("we").speaker.name
        if told is not None and (told.lower_ in _ME | _US or any(c.lower_ in ("our", "this") for c in told.lefts)):
            noun = told.lemma_.lower()
            newsroom = told.lower_ in _ME | _US or source_kind(noun) in _NEWSROOM or noun in AGENCIES
            if newsroom:
                return None if self._is_quoted(told) else own
        if told is None or told.pos_ != "PRON":
            name = name_recipient(told, self._introductions.outlets)
            if name is None:
                return self._introductions.body_again(told) if told is not None else None
            full = self._introductions.full.of_recipient(name)
            if told is not None and outlet_behind_noun(told) is not None:
                self._introductions.outlets.add(full.lower())
            if told is not None and told.ent_type_ != "PERSON":
                self._introductions.bring_in_body(full, None, told=True)
            return full
        if told.lower_ in IT:
            known = self._roster.latest(lambda known: known.speaker.kind is SpeakerKind.OUTLET)
        else:
            known = self._roster.by_pronoun(told.lower_, besides=self._said) if told.lower_ in HE | SHE else None
        return known.speaker.name if known is not None else None

    def _speaker(self, frame: Frame, who: Token, passage: Passage) -> Known:
        """Find or bring in the speaker that a source's words stand for."""
        start, end = frame.source.chars if frame.source else frame.cue
        where = f"{passage.field}:{passage.offset + start}"
        if who.lower_ in _ME | _US:
            inside = self._is_quoted(who)
            quoted = Known(f"{_QUOTED}{where}", "", who.lower_ in _US, unnamed(), None)
            return quoted if inside else self._own_voice(who.lower_)
        alone = not start <= who.idx < end  # 'who' stands for the noun alone
        if alone and who.dep_ == "appos" and who.pos_ == "NOUN" and who.head.pos_ == "PROPN":
            who = who.head  # 'TechLine, a news site, which said'
        found = self._roster.by_number(who) or self._roster.another(who, where)
        if found is None and who.pos_ == "PRON":
            words = parsed_text(who.doc)
            content = {word for first, last in frame.content for word in _WORD.findall(words[first:last].lower())}
            behind = bool(frame.content) and frame.content[0][0] < who.idx
            found = self._roster.by_pronoun(who.lower_, content, behind=behind)
        return found or self._introductions.find(who, where, alone=alone, heard=not self._is_quoted(who))

    def _own_voice(self, form: str) -> Known:
        """Give the outlet as a speaker, or its reporter where it says 'I'."""
        one, names = form in _ME, (self._report.publisher, self._report.agency)
        name = " and ".join(self._report.authors) or None if one else next(filter(None, names), None)
        speaker = replace(
            unnamed(),
            kind=SpeakerKind.REPORTER if one else SpeakerKind.OUTLET,
            name=name,
            count=1 if one else None,
            anonymity=Anonymity.NAMED if name or not one else Anonymity.UNNAMED,
        )
        return Known(f"own:{one}" if name is None else f"name:{name.lower()}", "", False, speaker, None)

    def _is_quoted(self, token: Token) -> bool:
        return bool(overlapping(self._quotations, token.idx, token.idx + 1))

    def _open(self, passage: Passage) -> None:
        """Go on to another passage: hear the last one out, and take in the new one's names."""
        if self._passage is passage:
            return
        self._hear_up_to(None)
        self._introductions.read(passage.doc, passage.field)
        self._passage, self._heard = passage, 0
        self._quotations = outermost(find_quotations(parsed_text(passage.doc)))
        self._names = find_bearers(passage.doc)
        self._roster.presence.next_sentence()

    def _hear_up_to(self, end: int | None) -> None:
        """Take in whom the passage mentions up to token `end`, or to its own end."""
        if self._passage is None:
            return
        doc = self._passage.doc
        while self._heard < (len(doc) if end is None else end):
            token = doc[self._heard]
            self._heard += 1
            self._hear(token, self._passage)
            if token.i + 1 == len(doc) or doc[token.i + 1].is_sent_start:
                self._end_sentence(token.sent)

    def _end_sentence(self, sentence: Tokens) -> None:
        """Take in a sentence such as 'The officials spoke on condition of anonymity.'"""
        self._roster.presence.next_sentence()
        subject = _who_withholds(sentence)
        if subject is None or self._is_quoted(subject):
            return
        for each in self._roster.together(subject):
            self._roster.known[each.key] = _withholding(each, sentence.text)
        key = self._at_word.get((self._passage.field, self._passage.offset + subject.idx), "") if self._passage else ""
        form = "they" if subject.lower_ in _EVERYBODY else subject.lower_
        known = self._roster.known.get(key) or self._roster.by_pronoun(form) or self._roster.by_number(subject)
        if known is None and subject.pos_ != "PRON":
            names = self._introductions.names
            noun = read_source_phrase(subject, self._introductions.outlets, names)
            known = self._introductions.whole_of(noun) or self._introductions.again(noun, subject)
        if known is not None:
            self._roster.known[known.key] = _withholding(known, sentence.text)

    def _hear(self, token: Token, passage: Passage) -> None:
        """Take in one word if it mentions a person or a body."""
        where = (passage.field, passage.offset + token.idx)
        mentions = token.pos_ in ("NOUN", "PROPN") or token.i in self._names or token.lower_ in _THIRD
        if not mentions or where in self._at_word:
            return
        quoted = self._is_quoted(token)
        known = self._mentioned(token, passage, quoted=quoted)
        if known is not None:
            known = replace(known, marks=known.marks | trial_marks(token) | expert_marks(token))
            self._roster.learn_gender(known, token)
            weight = weight_of(token, quoted=quoted)
            if not quoted and _is_told(token):
                known, weight = _withholding(known, _clauses_of(token)), max(weight, _TOLD)
            self._roster.add(known, weight)
            self._at_word[where] = known.key

    def _mentioned(self, token: Token, passage: Passage, *, quoted: bool) -> Known | None:
        """Find or bring in whom a word mentions; None where it mentions nobody."""
        if token.lower_ in HE or token.lower_ in SHE:
            return None if quoted else self._roster.by_pronoun(token.lower_)
        beside = token.dep_ == "appos" and token.head.pos_ == "NOUN" and token.ent_type_ == "PERSON"
        who = token.head if beside and token.i in self._names else token
        if who is not token and (passage.field, passage.offset + who.idx) in self._at_word:
            return self._roster.known[self._at_word[passage.field, passage.offset + who.idx]]
        where = f"{passage.field}:{passage.offset + token.idx}"
        if token.i in self._names:
            joined = token.dep_ in _SUBJECTS and any(
                c.dep_ == "conj" and c.ent_type_ == "PERSON" for c in token.children
            )
            known = self._introductions.find(who, where, alone=not joined, heard=not quoted)
            known = _as_thing(known) if known.key not in self._roster.known and _says_which(token) else known
            return _as_paper(known, token) if known.speaker.name is not None else None
        if quoted or not _is_subject(token):
            return None
        return self._introductions.find(token, where, alone=token.dep_ == "conj")

    def with_anonymity(self, read: Sequence[Attribution]) -> Iterator[Attribution]:
        """Give the attributions with one record for one speaker, and with what the report told of it only later."""
        self._hear_up_to(None)
        self._introductions.settle()
        told = {self._identify(key): self._told(key) for key in self._roster.known}
        for number, one in enumerate(read):
            key, speaker = told.get(one.speaker_id, ("", one.speaker))
            beside = read[max(0, number - _BESIDE) : number + _BESIDE]
            holder = _holder(one, beside) if key.startswith(_QUOTED) else None
            if holder is not None:
                key, speaker = told.get(holder.speaker_id, ("", holder.speaker))
            if one.speaker.kind is SpeakerKind.REPORTER:
                speaker = replace(speaker, kind=SpeakerKind.REPORTER)
            if _is_nameless_in_title(one) and speaker.name is None:
                speaker = one.speaker  # how many they are and who asked not to be named is the body's to say
            yield replace(one, speaker=speaker, speaker_id=self._identify(key) if key else one.speaker_id)

    def _identify(self, key: str) -> str:
        return identify("speaker", self._report.id, key)

    def _told(self, key: str) -> tuple[str, Speaker]:
        """Give a speaker as the whole report tells of it, with its key."""
        key = self._introductions.aliases.get(key, key)
        known = self._introductions.full.in_whole(self._roster.known[key])
        teller = self._roster.known.get(known.whole or "", known).speaker
        if Anonymity.WITHHELD not in (known.speaker.anonymity, teller.anonymity):
            return key, known.speaker
        reason = known.speaker.anonymity_reason or teller.anonymity_reason
        return key, replace(known.speaker, anonymity=Anonymity.WITHHELD, anonymity_reason=reason)


def _is_subject(token: Token) -> bool:
    """Tell whether a person or a body that a noun stands for does something, or has something done to it."""
    first = token.head if token.dep_ == "conj" else token
    subject = first.dep_ in _SUBJECTS or (first.dep_ == "pobj" and first.head.dep_ == "agent")
    named = token.pos_ == "PROPN" and not token.ent_type_  # a name that the model has not met
    noun = token.pos_ in ("NOUN", "PROPN")
    if not noun or not (subject or _is_told(token) or _is_asked(token)):
        return False
    listed = listed_noun(token)
    return named or (listed is not None and listed[0] in _SPEAKING) or "person" in classes_of(token)


def _is_asked(token: Token) -> bool:
    """Tell whether somebody hears people out: 'the paper spoke to seven guards', 'interviewed a dozen nurses'."""
    behind = token.dep_ == "pobj" and token.head.lower_ in ("to", "with")
    if token.tag_ == "NNS" and token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lower_ == "one":
        return True  # 'Ada Lind, one of about 30 fans at the gate'
    verb = token.head.head if behind else token.head
    return (behind or token.dep_ == "dobj") and verb.lemma_ in _HEARD_FROM and verb.pos_ == "VERB"


def _as_paper(known: Known, who: Token) -> Known:
    """Give a body as the paper that it is by what stands in it: 'a report in the Toledo Sentry'."""
    printed = who.pos_ == "PROPN" and who.head.lower_ == "in" and who.head.head.lemma_.lower() in _PRINTED
    if not printed or known.speaker.kind is not SpeakerKind.ORGANISATION:
        return known
    return replace(known, speaker=replace(known.speaker, kind=SpeakerKind.OUTLET))


def _as_thing(known: Known) -> Known:
    """Give what a name alone before a thing stands for as no person: 'the Hexley match', 'a Skarvair flight'."""
    if known.speaker.kind is not SpeakerKind.PERSON or " " in (known.speaker.name or ""):
        return known
    return replace(known, speaker=replace(known.speaker, kind=SpeakerKind.ORGANISATION, count=None))


def _says_which(token: Token) -> bool:
    """Tell whether a single name only says which thing is meant: 'the Hexley match'."""
    return (
        token.dep_ == "compound" and token.n_lefts == 0 and token.head.pos_ == "NOUN" and not is_person_noun(token.head)
    )


def _is_told(token: Token) -> bool:
    """Tell whether a clause says who one nameless person is: 'heard from a survivor, who cannot be named'."""
    clauses = (child for child in token.rights if child.dep_ == "relcl" and token.tag_ == "NN")
    return any(child.lower_ in ("who", "whose") for clause in clauses for child in clause.children)


def _withholding(known: Known, words: str) -> Known:
    """Add that the speaker asked not to be named, where `words` say so of it."""
    if known.speaker.kind is not SpeakerKind.ANONYMOUS or not is_withheld(words):
        return known
    reason = read_reason(words) or known.speaker.anonymity_reason
    return replace(known, speaker=replace(known.speaker, anonymity=Anonymity.WITHHELD, anonymity_reason=reason))


def _is_nameless_in_title(one: Attribution) -> bool:
    unnamed = one.speaker.kind is SpeakerKind.ANONYMOUS
    return unnamed and one.source is not None and one.source.field is Field.TITLE


def _holder(one: Attribution, beside: Sequence[Attribution]) -> Attribution | None:
    """Find the attribution that quotes the cue of another; the shortest where one quotes the other."""
    cue = one.cue
    if cue is None:
        return None
    held = [
        (part.end - part.start, number)
        for number, other in enumerate(beside)
        for part in other.content
        if part.field is cue.field and part.start <= cue.start and cue.end <= part.end and other is not one
    ]
    return beside[min(held)[1]] if held else None


def _clauses_of(who: Token) -> str:
    """Give the clauses that hang on a noun: 'who asked not to be named'."""
    clauses = (child for child in who.rights if child.dep_ in ("relcl", "acl"))
    return " ".join(parsed_text(who.doc)[c.left_edge.idx : c.right_edge.idx + len(c.right_edge)] for c in clauses)


def _around(frame: Frame) -> str:
    """Give the words of the frame's sentence, from its source on, that are not its content."""
    text = parsed_text(frame.head.doc)
    start = frame.source.chars[0] if frame.source else frame.cue[0]
    end = max(frame.head.sent.end_char, start)
    kept = []
    for first, last in sorted((*frame.content, frame.cue, *_of_others(frame))):
        kept.append(text[start : max(start, min(first, end))])
        start = max(start, last)
    return "; ".join((*kept, text[start:end]))


def _of_others(frame: Frame) -> Iterator[Chars]:
    """Give the clauses that say something of somebody else: 'according to their lawyer, who asked not to be named'."""
    start, end = frame.source.chars if frame.source else frame.cue
    for clause in frame.head.sent:
        of_another = clause.dep_ in ("relcl", "acl") and not start <= clause.head.idx < end
        told = clause.dep_ == "acl" or any(child.tag_ == "WP" for child in clause.lefts)
        if of_another and told and is_person_noun(clause.head):
            yield clause.left_edge.idx, clause.right_edge.idx + len(clause.right_edge)


def _who_withholds(sentence: Tokens) -> Token | None:
    """Find the subject of the words that say that somebody asked not to be named; None where a clause's 'who' is."""
    at = withheld_at(sentence.text)
    if at is None:
        return None
    if sentence[0].lower_ == "all" and len(sentence) > 1 and sentence[1].pos_ == "NUM":
        return sentence[1]  # 'All three requested anonymity', of which the parse makes no clause
    node = next(t for t in sentence if t.idx + len(t) > sentence.start_char + at)
    while True:
        subject = next((c for c in node.lefts if c.dep_ in _SUBJECTS), None)
        if subject is not None or node.head.i == node.i or node.dep_ in ("relcl", "acl"):
            return subject if subject is not None and subject.tag_ != "WP" else None
        node = node.head


def _asks_itself(frame: Frame) -> bool:
    """Tell whether it is the outlet that asked: 'Asked whether he would go, he hung up.'"""
    asked = frame.head
    aside = asked.dep_ in ("acl", "advcl") or asked.is_sent_start is True
    return frame.cue_class is CueClass.ASK and aside and asked.tag_ in ("VBN", "VBD") and not is_passive(asked)
