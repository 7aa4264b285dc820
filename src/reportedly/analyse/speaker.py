"""Resolve sources to speakers: whom 'he', 'the official' and a surname stand for, and who asked not to be named."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import TYPE_CHECKING

from reportedly.analyse.frame import Frame, parsed_text
from reportedly.analyse.outlet_name import is_outlet, own_outlets
from reportedly.analyse.parse import Passage
from reportedly.analyse.source_noun import SourceNoun, read_source_noun
from reportedly.attribution import Anonymity, Attribution, Basis, CueClass, Speaker, SpeakerKind
from reportedly.identity import identify
from reportedly.report import Report
from reportedly.span import Field

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_MALE = frozenset({"mr", "mr.", "sir", "lord", "father", "husband", "brother", "son", "boy", "king", "man"})
_FEMALE = frozenset(
    {"mrs", "mrs.", "ms", "ms.", "lady", "mother", "wife", "sister", "daughter", "girl", "queen", "woman"}
)
_ANOTHER = frozenset({"another", "other", "others"})
_SHARE = "share:"  # opens the key of those who speak for a group: 'two of the officials'
_THEY = frozenset({"they", "them", "their"})
_IT = frozenset({"it", "its"})
_I = frozenset({"i", "we", "me", "us", "my", "our"})
_PEOPLE = frozenset({SpeakerKind.PERSON, SpeakerKind.ANONYMOUS, SpeakerKind.REPORTER})
_LISTENERS = frozenset({"reporter", "journalist", "newspaper", "medium", "media", "agency"})
# A pronoun or 'the official' reaches back over this many speakers; farther is another's.
_REACH = 40
_WITHHELD = re.compile(
    r"anonymity|(?:not (?:to be|be|being)|n't be|declined to be|refused to be) (?:named|identified)"
    r"|(?:do|does|did|wish|wished|asking|asked)(?: not|n't)(?: want| wish)? (?:his|her|their) names? (?:to be )?"
    r"(?:printed|used|published|disclosed|made public)"
    r"|not (?:allowed|authori[sz]ed|permitted|cleared) to (?:speak|talk|brief|comment|discuss)|on background",
    re.I,
)
_REASON = re.compile(
    r"(?:anonymity|named|identified|names? [a-z ]*(?:printed|used|published|disclosed|public))\b[^.;]{0,40}?"
    r"\b(?:(?:due|owing) to|because of|because|citing|given|out of|for"
    r"|to(?= (?:discuss|describe|share|speak|talk)\b))"
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
    whole: str | None = None  # the key of the group that it is part of


class Cast:
    """The speakers of one report, in the order in which they last spoke."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._outlets = own_outlets(report)
        self._known: dict[str, Known] = {}
        self._full_names: dict[str, str] = {}  # surname -> the first full name told
        self._roles: dict[str, SourceNoun] = {}  # full name, lower case -> the words that gave it a role
        self._she: dict[str, bool] = {}  # key -> whether the report calls the speaker 'she'
        self._aliases: dict[str, str] = {}  # key of a name -> key of the speaker that had none before
        self._at_source: dict[str, str] = {}  # where a source stands -> its speaker's key
        self._subject: Known | None = None  # the person that the last sentence is about
        self._passage: Passage | None = None
        self._at = 0  # the first token of the passage's first sentence that has not been heard
        self._names: deque[Tokens] = deque()  # people's names in the passage that have not been read

    def resolve(self, frame: Frame, passage: Passage) -> Known:
        """Find or bring in the speaker of `frame`; frames must come in reading order."""
        self._read_up_to(frame, passage)
        if frame.source is None:
            key = f"none:{passage.field}:{passage.offset + frame.cue[0]}"
            return Known(key, "", False, _unnamed(), None)
        who, where = frame.source.who, f"{passage.field}:{passage.offset + frame.source.chars[0]}"
        known = self._known.get(self._at_source.get(where, ""))  # a split clause has its source twice
        if known is None and who.pos_ == "PRON":
            known = self._by_pronoun(who.lower_)
        if known is None and who.lower_ in _ANOTHER:
            known = self._another(who, where)
        if known is None:
            noun = self._surnamed(read_source_noun(who, self._outlets), who)
            known = self._share(noun, where) or self._mentioned_before(noun, who) or self._introduced(noun, who, where)
        known = self._withholding(known, _around(frame))
        self._learn_gender(known, frame)
        self._known.pop(known.key, None)
        self._known[known.key] = known
        self._at_source[where] = known.key
        if known.speaker.kind is SpeakerKind.OUTLET and frame.cue_class is CueClass.SEE:
            return replace(known, speaker=replace(known.speaker, kind=SpeakerKind.REPORTER))
        return known

    def _learn_gender(self, known: Known, frame: Frame) -> None:
        """Keep whether the words around the source call the speaker he or she."""
        if known.plural or frame.source is None or known.speaker.kind not in _PEOPLE:
            return
        who = frame.source.who
        beside = {c.lower_ for c in who.lefts} | set((known.speaker.role or "").lower().split()) | {who.lower_}
        further = {t.lower_ for t in who.subtree if t.tag_ == "PRP$" and t.head.i != who.i}
        for she, told in ((False, _MALE | _HE), (True, _FEMALE | _SHE)):
            gendered = any(word.endswith("woman" if she else "sman") for word in beside)
            if gendered or (beside | further) & told:
                self._she.setdefault(known.key, she)

    def _read_up_to(self, frame: Frame, passage: Passage) -> None:
        """Learn the names up to the end of the frame's sentence, and who speaks unnamed before it."""
        if self._passage is not passage:
            self._hear_up_to(None)
            people = (name for name in passage.doc.ents if name.label_ == "PERSON" and len(name) > 1)
            self._passage, self._at, self._names, self._subject = passage, 0, deque(people), None
        while self._names and self._names[0].start < frame.head.sent.end:
            self._read_name(self._names.popleft())
        self._hear_up_to(frame.head.sent.start)

    def _read_name(self, name: Tokens) -> None:
        """Keep a full name with the role that stands beside it: 'the mediator, Bertil Okonjo, arrived'."""
        first = next((n for n, token in enumerate(name) if token.lower_ not in _MALE | _FEMALE), 0)
        if len(name) - first > 1:
            self._full_names.setdefault(name[-1].lower_, name[first:].text)
        beside = name.root.head if name.root.dep_ == "appos" and name.root.head.pos_ == "NOUN" else name.root
        noun = read_source_noun(beside, self._outlets)
        if noun.role is not None and noun.name is not None:
            self._roles.setdefault(noun.name.lower(), noun)

    def _hear_up_to(self, end: int | None) -> None:
        """Take in the sentences of the passage up to token `end`, or to its own end."""
        doc = self._passage.doc if self._passage else ()
        while self._passage and self._at < (len(doc) if end is None else end):
            sentence = self._passage.doc[self._at].sent
            self._hear(sentence, self._passage)
            self._at = sentence.end

    def _hear(self, sentence: Tokens, passage: Passage) -> None:
        """Take in whom a sentence is about, and one such as 'The officials spoke on condition of anonymity.'"""
        subject = next((t for t in sentence if t.dep_ in ("nsubj", "nsubjpass")), None)
        withholds = _WITHHELD.search(sentence.text) is not None
        person = subject is not None and subject.ent_type_ == "PERSON" and subject.head.dep_ == "ROOT"
        self._subject = None
        if subject is None or not (withholds or person):
            return
        noun = None if subject.pos_ == "PRON" else read_source_noun(subject, self._outlets)
        known = self._mentioned_before(noun, subject) if noun else self._by_pronoun(subject.lower_)
        if noun is not None and person:
            self._subject = known or self._introduced(noun, subject, f"{passage.field}:{passage.offset + subject.idx}")
        if known is not None and withholds:
            self._known[known.key] = self._withholding(known, sentence.text)

    def _recent(self) -> Iterator[Known]:
        return islice(reversed(self._known.values()), _REACH)

    def _latest(self, fits: Callable[[Known], bool]) -> Known | None:
        return next((known for known in self._recent() if fits(known)), None)

    def _by_pronoun(self, form: str) -> Known | None:
        """Find whom a pronoun stands for: whom the sentence before is about, or the last speaker that it fits."""
        if form in _HE or form in _SHE:
            she = form in _SHE

            def fits(known: Known) -> bool:
                person = known.speaker.kind in _PEOPLE and not known.plural
                return person and self._she.get(known.key, she) is she

            subject = self._subject if self._subject is not None and fits(self._subject) else None
            found = subject or self._latest(fits)
            if found is not None:
                self._she.setdefault(found.key, she)
            return found
        if form in _THEY:
            organisation = SpeakerKind.ORGANISATION
            return self._latest(lambda known: known.plural or known.speaker.kind is organisation)
        if form in _IT:
            return self._latest(lambda known: known.speaker.kind not in _PEOPLE)
        return self._latest(lambda known: True) if form in _I else None

    def _share(self, noun: SourceNoun, where: str) -> Known | None:
        """Bring in those who speak for a group that was introduced: 'two of the officials', 'one of them'."""
        if noun.group is None:
            return None
        pronoun = noun.group.pos_ == "PRON"
        whole = self._by_pronoun(noun.group.lower_) if pronoun else self._mentioned_before(noun, noun.group)
        return _part(whole, noun.count, where) if whole is not None and whole.plural else None

    def _another(self, who: Token, where: str) -> Known | None:
        """Bring in the next of a group: 'another said'."""
        whole = self._latest(lambda known: known.plural or known.key.startswith(_SHARE))
        return _part(whole, None if who.lower_ == "others" else 1, where) if whole is not None else None

    def _mentioned_before(self, noun: SourceNoun, who: Token) -> Known | None:
        """Find the speaker that a name or a definite noun brings in again."""
        if noun.name is not None:
            known = self._known.get(self._key(self._full(noun), who))
            if known is not None or who.pos_ == "PROPN":
                return known
        if not noun.definite or any(child.dep_ in ("prep", "acl") for child in who.rights):
            return None
        head = who.lemma_.lower()

        def fits(known: Known) -> bool:
            told = {known.head, *(known.speaker.role or known.speaker.name or "").lower().split()}
            part = noun.plural and known.key.startswith(_SHARE)
            return not part and known.plural == noun.plural and head in told and noun.modifiers <= told

        known = self._latest(fits)
        return self._named(known, noun, who) if known is not None and noun.name is not None else known

    def _named(self, known: Known, noun: SourceNoun, who: Token) -> Known | None:
        """Give a speaker that was unnamed so far its name: 'An envoy said ... The envoy, Bertil Okonjo, said'."""
        if noun.kind is not SpeakerKind.PERSON or known.speaker.anonymity is not Anonymity.UNNAMED:
            return None if noun.kind is SpeakerKind.PERSON else known
        self._aliases[self._key(self._full(noun), who)] = known.key
        speaker = replace(known.speaker, kind=SpeakerKind.PERSON, name=noun.name, anonymity=Anonymity.NAMED)
        return replace(known, speaker=speaker)

    def _surnamed(self, noun: SourceNoun, who: Token) -> SourceNoun:
        """Give a surname that the tagger took for a common noun the name that the report told in full."""
        full = self._full_names.get(who.lower_) if who.text[:1].isupper() else None
        if noun.name is not None or full is None or who.i == who.sent.start or who.n_lefts:
            return noun
        return replace(noun, kind=SpeakerKind.PERSON, name=full, role=None)

    def _key(self, name: str, who: Token) -> str:
        """Give the key of a name; of two with one surname 'Mr' and 'Mrs' tell which."""
        key = f"name:{name.lower()}"
        key = self._aliases.get(key, key)
        beside = {child.lower_ for child in who.lefts}
        she = True if beside & _FEMALE else False if beside & _MALE else None
        return key if she is None or self._she.get(key, she) is she else f"{key}:{'she' if she else 'he'}"

    def _full(self, noun: SourceNoun) -> str:
        """Give the name in full where the report has given it in full before."""
        name = noun.name or ""
        single = " " not in name
        known = noun.kind is SpeakerKind.PERSON or (single and noun.kind is SpeakerKind.ORGANISATION)
        return self._full_names.get(name.split()[-1].lower(), name) if name and known else name

    def _introduced(self, noun: SourceNoun, who: Token, where: str) -> Known:
        """Bring a speaker in."""
        name = self._full(noun) or None
        person = noun.kind is SpeakerKind.PERSON or (name is not None and name != noun.name)
        if name is not None and person:
            self._full_names.setdefault(name.split()[-1].lower(), name)
        told = self._roles.get(name.lower(), noun) if name is not None and person and noun.role is None else noun
        key = self._key(name, who) if name else self._headline(noun, who, where) or f"{noun.kind}:{where}"
        return Known(
            key=key,
            head=who.lemma_.lower(),
            plural=noun.plural,
            basis=noun.basis,
            speaker=replace(
                _unnamed(),
                kind=SpeakerKind.PERSON if person else noun.kind,
                name=name,
                role=told.role,
                affiliation=told.affiliation,
                count=1 if person and not noun.plural else noun.count,
                party=told.party,
                anonymity=Anonymity.NAMED if name else Anonymity.UNNAMED,
            ),
        )

    def _headline(self, noun: SourceNoun, who: Token, where: str) -> str | None:
        """Give the key of the title's speaker that the body's first such noun stands for: 'officials say'."""
        if where.startswith(Field.TITLE) or noun.kind is not SpeakerKind.ANONYMOUS:
            return None
        words = {*(noun.role or "").lower().split(), who.lemma_.lower()}

        def fits(known: Known) -> bool:
            told = {*(known.speaker.role or "").lower().split(), known.head}
            return known.key.startswith(f"{noun.kind}:{Field.TITLE}") and known.plural == noun.plural and told <= words

        known = self._latest(fits)
        return known.key if known is not None and known.speaker.count is None else None

    def _withholding(self, known: Known, words: str) -> Known:
        """Add that the speaker asked not to be named, where `words` say so of it."""
        if known.speaker.kind is not SpeakerKind.ANONYMOUS or not _WITHHELD.search(words):
            return known
        reason = _REASON.search(words)
        told = reason.group(1).strip() if reason else known.speaker.anonymity_reason
        speaker = replace(known.speaker, anonymity=Anonymity.WITHHELD, anonymity_reason=told)
        return replace(known, speaker=speaker)

    def with_anonymity(self, read: Sequence[Attribution]) -> Iterator[Attribution]:
        """Give the attributions with what the report told only later: who asked not to be named."""
        self._hear_up_to(None)
        withheld = {}
        for known in self._known.values():
            teller = self._known.get(known.whole or "", known)
            if Anonymity.WITHHELD in (known.speaker.anonymity, teller.speaker.anonymity):
                reason = known.speaker.anonymity_reason or teller.speaker.anonymity_reason
                withheld[identify("speaker", self._report.id, known.key)] = reason
        named = {identify("speaker", self._report.id, key): self._known.get(key) for key in self._aliases.values()}
        for one in read:
            later = named.get(one.speaker_id)
            if one.speaker_id in withheld:
                reason = withheld[one.speaker_id]
                speaker = replace(one.speaker, anonymity=Anonymity.WITHHELD, anonymity_reason=reason)
                yield replace(one, speaker=speaker)
            else:
                yield replace(one, speaker=later.speaker) if later is not None else one

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


def _part(whole: Known, count: int | None, where: str) -> Known:
    """Give some of a group as a speaker of their own, with what was told of the group."""
    speaker = replace(whole.speaker, count=count)
    return replace(whole, key=f"{_SHARE}{where}", plural=count != 1, speaker=speaker, whole=whole.key)


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
