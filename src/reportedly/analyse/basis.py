"""Judge how a speaker would know: what sort of source it is, what the cue says it did, and what it says of itself."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reportedly.analyse.cue import is_passive, lemma
from reportedly.analyse.expertise import EXPERT
from reportedly.analyse.frame import Chars, Form, Frame, parsed_text
from reportedly.analyse.known import Known
from reportedly.analyse.parse import Passage
from reportedly.analyse.source_role import is_person_noun
from reportedly.analyse.unknown_frame import CHECKS
from reportedly.attribution import Basis, CueClass, Speaker, SpeakerKind
from reportedly.data import read_table, read_words
from reportedly.span import Span

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_BY_KIND = {
    SpeakerKind.IMAGERY: Basis.IMAGERY,
    SpeakerKind.DOCUMENT: Basis.DOCUMENT,
    SpeakerKind.OUTLET: Basis.MEDIA,
    SpeakerKind.REPORTER: Basis.OBSERVATION,
}
_OF_NOBODY = frozenset({Form.NOUN, Form.PASSIVE, Form.PHRASE})
_PEOPLE = frozenset({SpeakerKind.PERSON, SpeakerKind.ANONYMOUS})
# An analyst's question is no analysis, nor what an analyst owns up to.
_NO_JUDGEMENT = frozenset({CueClass.ADMIT, CueClass.ASK, CueClass.CONFIRM, CueClass.DEMAND})
_OWN_VOICE = frozenset({SpeakerKind.OUTLET, SpeakerKind.REPORTER})
_WEIGHS = frozenset({"assess", "estimate", "judge", "reckon"})
_JUDGES = frozenset({"assess", "conclude", "estimate", "expect", "forecast", "predict", "project", "reckon", "think"})
_NEWSROOMS = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.OUTLET})
_VERIFIES = frozenset({"authenticate", "corroborate", "establish", "verify"})  # as a newsroom does; others confirm
_CANNOT = frozenset({"could", "can", "unable", "able", "ca"})
_ITSELF = frozenset({"it", "they", "we"})
# Beyond what was told: another sentence, or another piece of the quotation that opens with a capital.
_GOES_ON = re.compile(r"(?:[.!?][\"']?|,[\"'])\s+[\"']?[A-Z]")
# 'who was walking her dog nearby', 'who sat two rows behind', 'who survived'
_WAS_THERE = re.compile(
    r"\bwho (?:(?:had )?(?:survived|escaped|fled)|(?:was|were|had been|sat|stood|lives?|lived|work(?:s|ed)?)\b"
    r"[^,]{0,60}?\b(?:nearby|opposite|next door|behind|inside|aboard|on board|at the (?:time|scene)|across the road))\b"
)
_HAVE = r"(?:\s+(?:had|have|has|never|not|also|then|just|both|all)|'d|'ve|n't)*"
# 'I saw', 'they had never heard'; 'heard that' and 'heard from' pass on what others said.
_PASSED_ON = r"(?:that(?! \w+ before)|from|about|of|rumou?rs|reports)\b"
_NO_SIGHT = (
    r"(?:no|little|any|every) "
    r"(?:reason|point|need|sense|problem|alternative|way|cause|grounds?|future|role|evidence|indications?|proof|signs?)\b"
    r"|that \w+ before\b|(?:worse|better|enough|more from|it all)\b"
)
_SAW = rf"\b(?:i|we|he|she|they){_HAVE}\s+(?:could\s+)?(?:{{seeing}})\b(?!\s+(?:{_PASSED_ON}|{_NO_SIGHT}))"
_PASSES_ON = frozenset({"assure", "boast", "inform", "say", "tell"})
# Who tells what others said as their own to tell.
_SPEAKS_FOR = frozenset("attorney barrister lawyer prosecutor solicitor spokesman spokesperson spokeswoman".split())
_ONESELF = frozenset({"he", "i", "she"})
_AHEAD = frozenset({"can", "could", "may", "might", "should", "will", "would"})
_RECOUNTS = frozenset({"describe", "recall", "recount", "remember"})
_TALKS = frozenset({"comment", "discuss", "elaborate", "say", "speak", "talk"})
_GIVES = frozenset({"advance", "answer", "disclose", "give", "offer", "provide", "release", "reveal", "take"})
_PARTICULARS = frozenset("detail explanation figure interview name number question reason".split())
_WORD = re.compile(r"[\w-]+")
_NO_ORDER = r"(?!\s+(?:not\s+)?to\b)"  # 'told us to leave' passes nothing on
# 'they told us'; 'residents had told him', but not 'he told them'.
_TOLD = re.compile(
    rf"\b(?:told|informed|assured|warned)\s+(?:me|us)\b{_NO_ORDER}"
    r"|(?<!\bi)(?<!\b[hw]e)(?<!\bshe)(?<!\bthey)(?<!\bhad)\s(?:had\s+)?(?:told|informed|assured|warned)"
    rf"\s+(?:him|her|them)\b{_NO_ORDER}"
    rf"|\b(?:i|we|he|she|they){_HAVE}\s+(?:was|were|been)\s+(?:told|informed|assured)\b{_NO_ORDER}"
    rf"|\b(?:i|we|he|she|they)(?:\s+(?:had|have|has|also|then|just|both|all)|'d|'ve)*\s+heard\s+{_PASSED_ON}"
    r"|\bmy (?:\w+ ){1,5}?(?:says?|said|tells?|told)\b",
    re.I,
)
_NO_COMMENT = re.compile(
    r"\W*(?P<words>(?:\w+\s+){0,3}?(?:(?:does|do|did|would|could|can|will|wo)(?:\s+not|n't)\s+(?:comment|discuss|speculate)"
    r"|(?:had|has|have)\s+(?:nothing|no\s+more)\s+to\s+(?:add|say)|no comment"
    r"|(?:could|can)(?:\s+not|not|n't)\s+(?:remember|recall)(?=\W*\Z)))\b",
    re.I,
)


def judge_basis(frame: Frame, passage: Passage, known: Known) -> tuple[Basis, Span | None]:
    """Give how the speaker would know the content, and the words that tell it (None where none do)."""
    speaker = known.speaker
    basis, chars = _of_act(frame, speaker) or _of_words(frame, speaker) or _of_source(frame, known)
    return basis, passage.chars(*chars) if chars is not None else None


def _of_act(frame: Frame, speaker: Speaker) -> tuple[Basis, Chars | None] | None:
    """Judge by what the cue does: keeps silent, sees, or passes on what nobody named said."""
    if frame.form is Form.REFUSAL:
        checks = speaker.kind in _OWN_VOICE or any(t.lemma_.lower() in _VERIFIES for t in frame.head.subtree)
        unknown = frame.source is None or (checks and _could_not_check(frame))
        return (Basis.UNKNOWN, None) if unknown else (Basis.NO_COMMENT, frame.cue)
    if _will_not_talk(frame):
        return Basis.NO_COMMENT, frame.cue
    counts = frame.head.lemma_ == "count" and speaker.kind is SpeakerKind.ORGANISATION  # by what it was told
    if (frame.cue_class is CueClass.SEE and not counts) or _reports_seeing(frame):
        return Basis.HEARSAY if _was_told(frame) else Basis.OBSERVATION, frame.cue
    if frame.source is not None:
        return None
    told = _cue_basis().get(frame.head.lemma_.lower()) if frame.form in _OF_NOBODY else None
    return (told, frame.cue) if told is not None else (Basis.STATEMENT, None)


def _of_words(frame: Frame, speaker: Speaker) -> tuple[Basis, Chars] | None:
    """Judge by what the speaker says of itself: 'I saw', 'neighbours told me', 'we do not comment'."""
    if frame.cue_class in (CueClass.ASK, CueClass.DEMAND):
        return None
    text = parsed_text(frame.head.doc)
    for pattern, basis in ((_TOLD, Basis.HEARSAY), (_saw(), Basis.OBSERVATION)):
        for start, end in frame.content:
            found = pattern.search(text, start, end)
            # what a body was told is its own to say: it is the one that was to be told
            alone = basis is not Basis.HEARSAY or (speaker.kind in _PEOPLE and not _says_more(frame))
            if found is not None and alone:
                return basis, (found.start() + (found.group()[0] == " "), found.end())
        if basis is Basis.HEARSAY and speaker.kind in _PEOPLE and _passes_on(frame, speaker):
            return basis, frame.content[0]
    refused = _NO_COMMENT.match(text, *frame.content[0]) if frame.content else None
    return (Basis.NO_COMMENT, refused.span("words")) if refused is not None else None


def _of_source(frame: Frame, known: Known) -> tuple[Basis, Chars | None]:
    """Judge by what the source is: a witness, an analyst, a film, a filing, a count, another outlet."""
    source, speaker, kind_basis = frame.source, known.speaker, known.basis
    if source is None:
        return Basis.STATEMENT, None
    if _is_passed_on(frame, speaker):
        return Basis.MEDIA, source.chars
    told = set() if kind_basis is Basis.IMAGERY else _told_of(source.who, speaker)  # 'radar images' are pictures
    if speaker.kind in _PEOPLE and _was_there(frame, _words_of(source.who, speaker)):
        told.add(Basis.OBSERVATION)
    judges = frame.cue_class not in _NO_JUDGEMENT and not _tells_of_itself(frame)
    for basis in (Basis.DATA, Basis.OBSERVATION, *((Basis.ANALYSIS,) if judges else ())):
        if basis in told and (basis is Basis.DATA or speaker.kind in _PEOPLE):
            return basis, source.chars
    if kind_basis is Basis.DATA:
        return kind_basis, source.chars
    expert = EXPERT in known.marks and speaker.kind in _PEOPLE
    if judges and (expert or _thinks_for_living(frame, speaker)):
        return Basis.ANALYSIS, source.chars
    if speaker.kind is SpeakerKind.OUTLET and _speaks_of_itself(frame):
        return (Basis.ANALYSIS, frame.cue) if frame.head.lemma_ in _WEIGHS else (Basis.STATEMENT, None)
    filed = _filed_in(frame.head)
    if filed is not None:
        return Basis.DOCUMENT, filed
    of_kind = _BY_KIND.get(speaker.kind)
    return (of_kind, source.chars) if of_kind is not None else (Basis.STATEMENT, None)


def _passes_on(frame: Frame, speaker: Speaker) -> bool:
    """Tell whether all that somebody says is what another said: 'his foreman had boasted of it', 'police told them'."""
    verb = _main_verb(frame)
    if verb is None or frame.cue_class is CueClass.CONFIRM or not _SPEAKS_FOR.isdisjoint((speaker.role or "").split()):
        return False
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj" and c.pos_ in ("NOUN", "PROPN")), None)
    ahead = any(c.tag_ == "MD" or c.dep_ == "neg" for c in verb.lefts)
    person = subject is not None and (is_person_noun(subject) or subject.lower_ == "police")
    return person and verb.lemma_ in _PASSES_ON and not ahead and not _says_more(frame)


def _tells_of_itself(frame: Frame) -> bool:
    """Tell whether somebody tells what he did, wants or offers: 'she said she had not slept', 'offered to resign'."""
    if frame.form is Form.INFINITIVE:
        return True
    verb = _main_verb(frame)
    subject = next((c for c in verb.lefts if c.dep_ == "nsubj"), None) if verb is not None else None
    if verb is None or subject is None or subject.lower_ not in _ONESELF or frame.cue_class is not CueClass.SAY:
        return False
    tags = {verb.tag_, *(c.tag_ for c in verb.lefts if c.dep_ == "aux")}
    return "MD" not in tags and bool(tags & {"VBD", "VBN"})


def _main_verb(frame: Frame) -> Token | None:
    """Give the verb of the content's first piece, which the parse may show beside the cue alone."""
    if not frame.content:
        return None
    start, end = frame.content[0]
    words = [token for token in frame.head.doc if start <= token.idx < end]
    verbs = [token for token in words if token.pos_ in ("AUX", "VERB")]
    return next((verb for verb in verbs if verb.head.i == verb.i or not start <= verb.head.idx < end), None)


def _words_of(who: Token, speaker: Speaker) -> set[str]:
    """Give the words that say what the source is, in the report's words and by what is known of the speaker."""
    role = (speaker.role or "").lower().split()
    return {*_beside(who), *role, *(word.removesuffix("s") for word in role)}


def _told_of(who: Token, speaker: Speaker) -> set[Basis]:
    words = _words_of(who, speaker)
    told = {basis for word in words for basis in _source_basis().get(word, ())}
    studies = any(word.endswith("ologist") and word != "apologist" for word in words)
    return told | ({Basis.ANALYSIS} if studies else set())


def _was_there(frame: Frame, words: set[str]) -> bool:
    """Tell whether the source stood by: 'who lives opposite', a passenger who describes, a neighbour on a blast."""
    text = parsed_text(frame.head.doc)
    if frame.source is not None and _WAS_THERE.search(text, *frame.source.chars):
        return True
    if _listed("onlooker").isdisjoint(words) or frame.cue_class in (CueClass.BELIEVE, *_NO_JUDGEMENT):
        return False
    said = {word for part in frame.content for word in _WORD.findall(text[slice(*part)].lower())}
    scene = not _listed("scene").isdisjoint(said) and _AHEAD.isdisjoint(said)
    return frame.head.lemma_ in _RECOUNTS or scene


def _says_more(frame: Frame) -> bool:
    """Tell whether the content holds more than one statement: what was told, and what the speaker makes of it."""
    text = parsed_text(frame.head.doc)
    return _GOES_ON.search(" ".join(text[slice(*part)] for part in frame.content)) is not None


def _is_passed_on(frame: Frame, speaker: Speaker) -> bool:
    """Tell whether an outlet that no list knows is told by its cue: 'a report in the Sentry that', 'first reported'."""
    if speaker.kind not in _NEWSROOMS or frame.source is None or lemma(frame.head) != "report":
        return False
    printed = any(c.lower_ == "in" and frame.source.who in c.children for c in frame.head.rights)
    return printed or any(c.lower_ == "first" for c in frame.head.lefts)


def _filed_in(verb: Token) -> Chars | None:
    """Give 'in a filing' where that is how the source says it; what stands in posts and letters is a statement."""
    links = (c for c in verb.children if c.dep_ == "prep" and c.lower_ == "in")
    nouns = ((link, noun) for link in links for noun in link.rights if noun.dep_ == "pobj")
    found = next(((link, noun) for link, noun in nouns if noun.lemma_.lower() in _listed("occasion")), None)
    return (found[0].idx, found[1].idx + len(found[1])) if found is not None else None


def _beside(who: Token) -> set[str]:
    """Give the words that say what the source is, as told and in dictionary form, with what it does for a living."""
    whole = next((c for part in who.rights if part.lower_ == "of" for c in part.rights if c.dep_ == "pobj"), who)
    nouns = [who, *([whole] if who.pos_ in ("NUM", "DET", "PRON") else ())]
    nouns += [c for noun in nouns for c in noun.rights if c.dep_ == "appos"]
    before = (c for noun in nouns for c in noun.lefts if c.dep_ in ("compound", "amod", "nmod"))
    told = [*nouns, *(c for c in before if c.head.pos_ != "PROPN" or c.is_lower)]  # no data: the European Data Board
    told += [c for noun in nouns for c in noun.rights if c.dep_ == "relcl" and c.pos_ == "VERB"]
    return {form for token in told for form in (token.lower_, token.lemma_.lower())}


def _thinks_for_living(frame: Frame, speaker: Speaker) -> bool:
    """Tell whether an institute gives its estimate, or one speaks of whom only the institute is told."""
    if speaker.kind is SpeakerKind.ORGANISATION:
        return frame.head.lemma_ in _JUDGES and _is_of_thought(speaker.name)
    return speaker.kind is SpeakerKind.PERSON and speaker.role is None and _is_of_thought(speaker.affiliation)


def _is_of_thought(body: str | None) -> bool:
    """Tell whether a body's name says that its people think for a living: 'Institute for Frontier Studies'."""
    return not _listed("affiliation").isdisjoint((body or "").lower().split())


def _speaks_of_itself(frame: Frame) -> bool:
    """Tell whether an outlet answers for itself: 'the paper said it stood by its story', 'as we reported'."""
    if frame.source is not None and frame.source.who.lower_ == "we":
        return True
    if frame.head.lemma_ == "reveal" and any(c.tag_ == "MD" for c in frame.head.lefts):
        return True  # 'the Ledger can reveal'
    subject = next((c for c in frame.predicate.lefts if c.dep_ == "nsubj"), None) if frame.predicate else None
    return subject is not None and subject.lower_ in _ITSELF


def _could_not_check(frame: Frame) -> bool:
    words = {token.lower_ for token in frame.head.subtree} | {token.lemma_.lower() for token in frame.head.subtree}
    reached = is_passive(frame.head) and "reach" in words  # 'the mayor could not be reached'
    return bool(words & CHECKS) and bool(words & _CANNOT) and not reached


def _will_not_talk(frame: Frame) -> bool:
    """Tell whether somebody refused to talk: 'refused to talk about anything but soccer'."""
    verb = next((c for c in frame.head.rights if c.dep_ == "xcomp"), None)
    if frame.head.lemma_ not in ("decline", "refuse") or verb is None:
        return False
    told = {c.lemma_.lower() for c in verb.rights if c.dep_ == "dobj"}
    return verb.lemma_ in _TALKS or (verb.lemma_ in _GIVES and not told.isdisjoint(_PARTICULARS))


def _reports_seeing(frame: Frame) -> bool:
    return frame.form is Form.GERUND and frame.predicate is not None and frame.predicate.lower_ in _seeing()


def _was_told(frame: Frame) -> bool:
    """Tell whether 'heard that ...' passes on what others said."""
    return frame.head.lemma_ == "hear" and frame.form is Form.CLAUSE


@cache
def _listed(use: str) -> frozenset[str]:
    """List the words of one use: who is there by chance, what they hear and see, where people think for a living."""
    return frozenset(row["word"] for row in read_table("basis_sources.tsv") if row["of"] == use)


@cache
def _seeing() -> frozenset[str]:
    return read_words("basis_seeing.txt")


@cache
def _saw() -> re.Pattern[str]:
    return re.compile(_SAW.format(seeing="|".join(sorted(_seeing()))), re.I)


@cache
def _source_basis() -> dict[str, tuple[Basis, ...]]:
    """Give, for a word beside a source, how such a source knows."""
    return {row["word"]: (Basis(row["basis"]),) for row in read_table("basis_sources.tsv") if row["of"] == "source"}


@cache
def _cue_basis() -> dict[str, Basis]:
    """Give, for a cue that names no source, how its content is known."""
    return {row["word"]: Basis(row["basis"]) for row in read_table("basis_sources.tsv") if row["of"] == "cue"}
