"""Resolve sources to speakers: whom 'he', 'the official' and a surname stand for, and who asked not to be named."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from reportedly.analyse.frame import Frame, parsed_text
from reportedly.analyse.parse import Passage
from reportedly.analyse.source_noun import SourceNoun, is_outlet, read_source_noun
from reportedly.attribution import Anonymity, Attribution, Basis, CueClass, Speaker, SpeakerKind
from reportedly.identity import identify
from reportedly.report import Report

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_HE = frozenset({"he", "she", "him", "her", "his", "himself", "herself"})
_THEY = frozenset({"they", "them", "their"})
_IT = frozenset({"it", "its"})
_I = frozenset({"i", "we", "me", "us", "my", "our"})
_PEOPLE = frozenset({SpeakerKind.PERSON, SpeakerKind.ANONYMOUS, SpeakerKind.REPORTER})
_LISTENERS = frozenset({"reporter", "journalist", "newspaper", "medium", "media", "agency"})
# A pronoun or 'the official' reaches back over this many speakers; farther is another's.
_REACH = 40
_WITHHELD = re.compile(
    r"anonymity|(?:not (?:to be|be|being)|n't be|declined to be|refused to be) (?:named|identified)"
    r"|not (?:allowed|authori[sz]ed|permitted|cleared) to (?:speak|talk|brief|comment|discuss)|on background",
    re.I,
)
_REASON = re.compile(
    r"(?:anonymity|named|identified)\b[^.;]{0,40}?\b(?:(?:due|owing) to|because of|because|citing|given|out of|for)"
    r"\s+([^.;,]{4,160})",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Known:
    """A speaker that the report has brought in."""

    key: str  # the same for all its mentions
    head: str  # its noun's dictionary form
    plural: bool
    speaker: Speaker
    basis: Basis | None  # what its noun says of how it knows


class Cast:
    """The speakers of one report, in the order in which they last spoke."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._outlets = {name.lower() for name in (report.publisher, report.agency) if name}
        self._known: dict[str, Known] = {}
        self._full_names: dict[str, str] = {}  # surname -> the first full name told
        self._passage: Passage | None = None
        self._at = 0  # the first token of the passage's first sentence that has not been heard
        self._names: deque[Tokens] = deque()  # people's names in the passage that have not been read

    def resolve(self, frame: Frame, passage: Passage) -> Known:
        """Find or bring in the speaker of `frame`; frames must come in reading order."""
        self._read_up_to(frame, passage)
        if frame.source is None:
            key = f"none:{passage.field}:{passage.offset + frame.cue[0]}"
            return Known(key, "", False, _unnamed(), None)
        who = frame.source.who
        known = self._by_pronoun(who.lower_) if who.pos_ == "PRON" else None
        if known is None:
            noun = read_source_noun(who, self._outlets)
            known = self._mentioned_before(noun, who) or self._introduced(noun, frame, passage)
        known = self._withholding(known, _around(frame))
        if known.speaker.kind is SpeakerKind.REPORTER and known.speaker.affiliation:
            self._outlets.add(known.speaker.affiliation.lower())
        self._known.pop(known.key, None)
        self._known[known.key] = known
        if known.speaker.kind is SpeakerKind.OUTLET and frame.cue_class is CueClass.SEE:
            return replace(known, speaker=replace(known.speaker, kind=SpeakerKind.REPORTER))
        return known

    def _read_up_to(self, frame: Frame, passage: Passage) -> None:
        """Learn the names up to the end of the frame's sentence, and who speaks unnamed before it."""
        if self._passage is not passage:
            self._hear_up_to(None)
            people = (name for name in passage.doc.ents if name.label_ == "PERSON" and len(name) > 1)
            self._passage, self._at, self._names = passage, 0, deque(people)
        while self._names and self._names[0].start < frame.head.sent.end:
            name = self._names.popleft()
            self._full_names.setdefault(name[-1].lower_, name.text)
        self._hear_up_to(frame.head.sent.start)

    def _hear_up_to(self, end: int | None) -> None:
        """Take in the sentences of the passage up to token `end`, or to its own end."""
        doc = self._passage.doc if self._passage else ()
        while self._passage and self._at < (len(doc) if end is None else end):
            sentence = self._passage.doc[self._at].sent
            self._hear(sentence)
            self._at = sentence.end

    def _hear(self, sentence: Tokens) -> None:
        """Take in a sentence of its own such as 'The officials spoke on condition of anonymity.'"""
        if not _WITHHELD.search(sentence.text):
            return
        subject = next((t for t in sentence if t.dep_ in ("nsubj", "nsubjpass")), None)
        if subject is None:
            return
        noun = None if subject.pos_ == "PRON" else read_source_noun(subject, self._outlets)
        known = self._mentioned_before(noun, subject) if noun else self._by_pronoun(subject.lower_)
        if known is not None:
            self._known[known.key] = self._withholding(known, sentence.text)

    def _recent(self) -> Iterator[Known]:
        return islice(reversed(self._known.values()), _REACH)

    def _latest(self, fits: Callable[[Known], bool]) -> Known | None:
        return next((known for known in self._recent() if fits(known)), None)

    def _by_pronoun(self, form: str) -> Known | None:
        """Find whom a pronoun stands for: the last speaker that it fits."""
        if form in _HE:
            return self._latest(lambda known: known.speaker.kind in _PEOPLE and not known.plural)
        if form in _THEY:
            organisation = SpeakerKind.ORGANISATION
            return self._latest(lambda known: known.plural or known.speaker.kind is organisation)
        if form in _IT:
            return self._latest(lambda known: known.speaker.kind not in _PEOPLE)
        return self._latest(lambda known: True) if form in _I else None

    def _mentioned_before(self, noun: SourceNoun, who: Token) -> Known | None:
        """Find the speaker that a name or a definite noun brings in again."""
        if noun.name is not None:
            known = self._known.get(f"name:{self._full(noun).lower()}")
            if known is not None or who.pos_ == "PROPN":
                return known
        if not noun.definite or any(child.dep_ in ("prep", "acl") for child in who.rights):
            return None
        head = who.lemma_.lower()

        def fits(known: Known) -> bool:
            told = {known.head, *(known.speaker.role or known.speaker.name or "").lower().split()}
            return known.plural == noun.plural and head in told and noun.modifiers <= told

        return self._latest(fits)

    def _full(self, noun: SourceNoun) -> str:
        """Give the name in full where the report has given it in full before."""
        name = noun.name or ""
        single = " " not in name
        known = noun.kind is SpeakerKind.PERSON or (single and noun.kind is SpeakerKind.ORGANISATION)
        return self._full_names.get(name.split()[-1].lower(), name) if name and known else name

    def _introduced(self, noun: SourceNoun, frame: Frame, passage: Passage) -> Known:
        """Bring a speaker in."""
        start = passage.offset + (frame.source.chars[0] if frame.source else frame.cue[0])
        name = self._full(noun) or None
        person = noun.kind is SpeakerKind.PERSON or (name is not None and name != noun.name)
        if name is not None and person:
            self._full_names.setdefault(name.split()[-1].lower(), name)
        return Known(
            key=f"name:{name.lower()}" if name else f"{noun.kind}:{passage.field}:{start}",
            head=frame.source.who.lemma_.lower() if frame.source else "",
            plural=noun.plural,
            basis=noun.basis,
            speaker=replace(
                _unnamed(),
                kind=SpeakerKind.PERSON if person else noun.kind,
                name=name,
                role=noun.role,
                affiliation=noun.affiliation,
                count=noun.count,
                party=noun.party,
                anonymity=Anonymity.NAMED if name else Anonymity.UNNAMED,
            ),
        )

    def _withholding(self, known: Known, words: str) -> Known:
        """Add that the speaker asked not to be named, where `words` say so of it."""
        if known.speaker.kind is not SpeakerKind.ANONYMOUS or not _WITHHELD.search(words):
            return known
        reason = _REASON.search(words)
        told = reason.group(1).strip() if reason else known.speaker.anonymity_reason
        speaker = replace(known.speaker, anonymity=Anonymity.WITHHELD, anonymity_reason=told)
        return replace(known, speaker=speaker)

    def with_anonymity(self, read: Sequence[Attribution]) -> Iterator[Attribution]:
        """Give the attributions with what the report told only later of who asked not to be named."""
        self._hear_up_to(None)
        withheld = {
            identify("speaker", self._report.id, known.key): known.speaker.anonymity_reason
            for known in self._known.values()
            if known.speaker.anonymity is Anonymity.WITHHELD
        }
        for one in read:
            if one.speaker_id in withheld:
                reason = withheld[one.speaker_id]
                speaker = replace(one.speaker, anonymity=Anonymity.WITHHELD, anonymity_reason=reason)
                yield replace(one, speaker=speaker)
            else:
                yield one

    def via(self, frame: Frame) -> str | None:
        """Give whom the source told, by name or as 'reporters'; None for a pronoun or nobody."""
        told = frame.told
        if told is None or told.pos_ == "PRON":
            return None
        words = told.doc[told.left_edge.i : told.i + 1]
        start = next((t for t in words if t.dep_ not in ("det", "poss", "case")), told)
        name = parsed_text(told.doc)[start.idx : told.idx + len(told)]
        known = is_outlet(name) or name.lower() in self._outlets or told.lemma_.lower() in _LISTENERS
        return name if known or told.ent_type_ in ("ORG", "PERSON") else None


def _around(frame: Frame) -> str:
    """Give the words of the frame's sentence, from its source on, that are not its content."""
    text = parsed_text(frame.head.doc)
    start = frame.source.chars[0] if frame.source else frame.cue[0]
    end = max(frame.head.sent.end_char, start)
    kept = []
    for first, last in sorted(frame.content):
        kept.append(text[start : max(start, min(first, end))])
        start = max(start, last)
    return " ".join((*kept, text[start:end]))


def _unnamed() -> Speaker:
    return Speaker(
        kind=SpeakerKind.ANONYMOUS,
        name=None,
        role=None,
        affiliation=None,
        count=None,
        party=None,
        anonymity=Anonymity.UNNAMED,
        anonymity_reason=None,
    )
