"""Judge how a speaker would know: what kind of source it is, and what the cue says it did."""

from __future__ import annotations

from reportedly.analyse.frame import Form, Frame
from reportedly.analyse.parse import Passage
from reportedly.analyse.polarity import is_negated
from reportedly.attribution import Basis, CueClass, Speaker, SpeakerKind
from reportedly.span import Span

_BY_KIND = {
    SpeakerKind.IMAGERY: Basis.IMAGERY,
    SpeakerKind.DOCUMENT: Basis.DOCUMENT,
    SpeakerKind.OUTLET: Basis.MEDIA,
    SpeakerKind.REPORTER: Basis.OBSERVATION,
}
_ANALYSTS = frozenset(
    "analyst expert economist researcher professor historian scholar strategist specialist scientist pundit".split()
)
_WITNESSES = frozenset({"witness", "eyewitness", "bystander", "onlooker"})
_CHECKS = frozenset("verify confirm ascertain establish determine authenticate corroborate".split())
_CANNOT = frozenset({"could", "can", "unable", "able", "ca"})
_SEEING = frozenset({"see", "hear", "watch", "witness", "observe"})


def judge_basis(
    frame: Frame, passage: Passage, speaker: Speaker, kind_basis: Basis | None
) -> tuple[Basis, Span | None]:
    """Give how the speaker would know the content, and the words that tell it (None where none do).

    `kind_basis` is what the table of source nouns says of this one; None where it is not in the table.
    """
    basis = _basis(frame, speaker, kind_basis)
    if basis in (Basis.STATEMENT, Basis.UNKNOWN):
        return basis, None
    of_source = frame.source is not None and basis in (*_BY_KIND.values(), Basis.DATA, Basis.ANALYSIS)
    chars = frame.source.chars if frame.source is not None and of_source else frame.cue
    return basis, passage.chars(*chars)


def _basis(frame: Frame, speaker: Speaker, kind_basis: Basis | None) -> Basis:
    if frame.form is Form.REFUSAL:
        return Basis.UNKNOWN if _could_not_check(frame) else Basis.NO_COMMENT
    if frame.source is None:
        return Basis.HEARSAY if frame.form in (Form.PASSIVE, Form.PHRASE) else Basis.UNKNOWN
    if frame.cue_class is CueClass.SEE or _reports_seeing(frame):
        return Basis.HEARSAY if _was_told(frame) else Basis.OBSERVATION
    if _tells_of_seeing(frame):
        return Basis.OBSERVATION
    if kind_basis is Basis.DATA:
        return Basis.DATA
    role = (speaker.role or "").lower().split()
    if _ANALYSTS & set(role) or _ANALYSTS & {word.rstrip("s") for word in role}:
        return Basis.ANALYSIS
    if _WITNESSES & {word.rstrip("es") for word in role} or _WITNESSES & set(role):
        return Basis.OBSERVATION
    return _BY_KIND.get(speaker.kind, Basis.STATEMENT)


def _could_not_check(frame: Frame) -> bool:
    words = {token.lower_ for token in frame.head.subtree} | {token.lemma_.lower() for token in frame.head.subtree}
    return bool(words & _CHECKS) and bool(words & _CANNOT)


def _reports_seeing(frame: Frame) -> bool:
    return frame.form is Form.GERUND and frame.predicate is not None and frame.predicate.lemma_ in _SEEING


def _tells_of_seeing(frame: Frame) -> bool:
    """Tell whether the speaker says what it saw: 'residents said they had seen tanks'."""
    seen = frame.predicate
    if seen is None or seen.lemma_ not in _SEEING or any(child.tag_ == "MD" for child in seen.children):
        return False
    subject = next((child.lower_ for child in seen.children if child.dep_ == "nsubj"), "")
    object_ = any(child.dep_ in ("dobj", "ccomp") for child in seen.children)
    return object_ and not is_negated(seen) and subject in ("he", "she", "they", "i", "we")


def _was_told(frame: Frame) -> bool:
    """Tell whether 'heard that ...' passes on what others said."""
    return frame.head.lemma_ == "hear" and frame.form is Form.CLAUSE
