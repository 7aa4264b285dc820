"""Find who said what in a report: each act of saying, showing, seeing or refusing to say, with its words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.analyse.anonymity import keeps_name_back
from reportedly.analyse.basis import judge_basis
from reportedly.analyse.certainty import judge_certainty
from reportedly.analyse.frame import Chars, Form, Frame, parsed_text
from reportedly.analyse.parse import Passage
from reportedly.analyse.phrase_frame import phrase_frames
from reportedly.analyse.polarity import judge_polarity
from reportedly.analyse.quoted_frame import join_quotations
from reportedly.analyse.refusal_frame import refusal_frames
from reportedly.analyse.source_noun import source_kind
from reportedly.analyse.speaker import Cast
from reportedly.analyse.split_frame import split_by_claim
from reportedly.analyse.stance import judge_stance
from reportedly.analyse.tagged_frame import join_frames, rule_votes, tagged_frames
from reportedly.analyse.tagger import Observed, beside, tag
from reportedly.analyse.verb_frame import verb_frames
from reportedly.analyse.verification import mark_verification
from reportedly.analyse.visit_frame import visit_frames
from reportedly.attribution import Attribution, CueClass, SpeakerKind
from reportedly.identity import identify
from reportedly.report import Report
from reportedly.text.quotation import Quotation, find_quotations, outermost, overlapping

# Inside another's words these are acts of their own: 'he said the ministry had denied it'.
_NESTS = frozenset({Form.CLAUSE, Form.QUOTE, Form.PHRASE})
# ... and what somebody else wants, plans or threatens to do, or asks for.
_WISHES = frozenset({CueClass.BELIEVE, CueClass.DEMAND, CueClass.OTHER, CueClass.THREATEN})
_WISHED = {Form.GERUND: _WISHES, Form.INFINITIVE: _WISHES, Form.OBJECT: frozenset({CueClass.DEMAND})}
# ... but what its subject is said to see or show belongs to that speech, unless another source has it.
_INWARD = {
    CueClass.SEE: frozenset({SpeakerKind.ANONYMOUS, SpeakerKind.REPORTER}),
    CueClass.SHOW: frozenset({SpeakerKind.DOCUMENT, SpeakerKind.IMAGERY}),
}


@dataclass(frozen=True, slots=True)
class _Found:
    """A frame with the passage that it was read from."""

    frame: Frame
    whole: Frame  # all that its cue brings in, of which it may be a part
    passage: Passage
    quotations: Sequence[Quotation]  # the passage's outermost ones, in characters of its parse


def find_attributions(
    report: Report, passages: Sequence[Passage], seen: Sequence[Observed] | None = None
) -> tuple[Attribution, ...]:
    """List the attributions of `report` in reading order, the title's first.

    Args:
        report: the report that the passages were parsed from.
        passages: what `parse` gave for it.
        seen: what the trained tagger makes of each passage, to find what the rules miss, and how far each reaches.
    """
    cast = Cast(report)
    read = [_attribution(report, found, cast) for each in beside(passages, seen) for found in _frames(*each)]
    return mark_verification(report.body, _nest(tuple(_distinct(cast.with_anonymity(read)))))


def _frames(passage: Passage, seen: Observed | None) -> Iterator[_Found]:
    """Read the frames of one passage in the order of their cues."""
    quotations = outermost(find_quotations(parsed_text(passage.doc)))
    frames: list[Frame] = []
    for sentence in passage.doc.sents:
        here = overlapping(quotations, sentence.start_char, sentence.end_char)
        read = [*refusal_frames(sentence), *phrase_frames(sentence), *visit_frames(sentence)]
        verbs = (v for v in verb_frames(sentence, here) if not any(_holds(r.cue, v.head.idx) for r in read))
        frames += sorted((*read, *verbs), key=lambda frame: frame.head.idx)
    frames = join_quotations(passage.doc, _plausible(frames, quotations), quotations)
    if seen is not None:
        found = tag(seen, rule_votes(passage.doc, frames))
        frames = join_frames(frames, tagged_frames(passage.doc, found, quotations), quotations)
    for frame in (frame for frame in frames if not keeps_name_back(frame)):
        for part in split_by_claim(frame):
            yield _Found(part, frame, passage, quotations)


def _holds(chars: Chars, at: int) -> bool:
    return chars[0] <= at < chars[1]


def _plausible(frames: list[Frame], quotations: Sequence[Quotation]) -> list[Frame]:
    """Leave out what stands inside another's words and is no act of speech of its own."""
    heads = [frame.head.idx for frame in frames]
    nested: set[int] = set()
    for number, frame in enumerate(frames):
        for start, end in frame.content:
            inner = range(bisect_left(heads, start), bisect_left(heads, end))
            nested.update(other for other in inner if other != number)
    return [
        frame
        for number, frame in enumerate(frames)
        if (number not in nested or _nests(frame))
        and _can_see(frame)
        and (not overlapping(quotations, *frame.cue) or _speaks_in_quotation(frame))
    ]


def _can_see(frame: Frame) -> bool:
    """Tell whether who is said to see something has eyes: not 'the election saw a record turnout'."""
    if frame.cue_class is not CueClass.SEE or frame.source is None:
        return True
    who = frame.source.who
    kind = source_kind(who.lemma_.lower())
    named = who.ent_type_ in ("PERSON", "ORG") or who.pos_ in ("PRON", "NUM")
    body = kind is SpeakerKind.ORGANISATION or who.pos_ == "PROPN"
    counts = body and frame.head.lemma_ == "count"  # 'the ministry counted nine dead'
    return named or counts or kind in (SpeakerKind.ANONYMOUS, SpeakerKind.REPORTER, SpeakerKind.OUTLET)


def _nests(frame: Frame) -> bool:
    """Tell whether a frame inside another's content is an act of its own."""
    if frame.cue_class in _INWARD:
        return frame.source is not None and source_kind(frame.source.who.lemma_.lower()) in _INWARD[frame.cue_class]
    if frame.form in _WISHED:
        return frame.cue_class in _WISHED[frame.form]
    return frame.form in _NESTS or (frame.form is Form.NOUN and frame.source is not None)


def _speaks_in_quotation(frame: Frame) -> bool:
    """Tell whether a cue inside a quotation passes on what a third party said: not 'I think', 'they believe'."""
    third_party = frame.source is not None and frame.source.who.pos_ in ("NOUN", "PROPN")
    return third_party and frame.cue_class is not CueClass.BELIEVE and frame.form in (Form.CLAUSE, Form.PHRASE)


def _attribution(report: Report, found: _Found, cast: Cast) -> Attribution:
    """Fill one attribution from its frame."""
    frame, passage = found.frame, found.passage
    resolved = cast.resolve(frame, passage)
    cue = passage.chars(*frame.cue)
    content = tuple(passage.chars(*part) for part in frame.content)
    certainty, hedge = judge_certainty(frame, passage)
    basis, knows_by = judge_basis(found.whole, passage, resolved)
    polarity, negation = judge_polarity(frame, passage)
    where = (cue.field, cue.start, cue.end, *((span.start, span.end) for span in content))
    return Attribution(
        id=identify("attribution", report.id, *where),
        source=passage.chars(*frame.source.chars) if frame.source else None,
        cue=cue,
        content=content,
        direct=bool(content) and all(_is_quoted(part, found.quotations) for part in frame.content),
        speaker=resolved.speaker,
        speaker_id=identify("speaker", report.id, resolved.key),
        via=cast.via(frame),
        cue_class=frame.cue_class,
        basis=basis,
        basis_span=knows_by,
        certainty=certainty,
        certainty_span=hedge,
        polarity=polarity,
        negation_span=negation,
        stance=judge_stance(frame),
        verification=None,
        parent=None,
    )


def _is_quoted(part: Chars, quotations: Sequence[Quotation]) -> bool:
    return any(q.start <= part[0] and part[1] <= q.end for q in overlapping(quotations, *part))


def _distinct(found: Iterable[Attribution]) -> Iterator[Attribution]:
    """Drop the second of two attributions with the same source and the same content or cue."""
    seen = set()
    for one in found:
        key = (one.source, one.content or one.cue)
        if key not in seen:
            seen.add(key)
            yield one


def _nest(found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Give each attribution the id of the smallest one whose content holds its cue."""
    cues = sorted((one.cue.field, one.cue.start, number) for number, one in enumerate(found) if one.cue)
    holders: dict[int, tuple[int, str]] = {}
    for number, one in enumerate(found):
        for part in one.content:
            first = bisect_left(cues, (part.field, part.start, -1))
            for _, _, inner in cues[first : bisect_left(cues, (part.field, part.end, -1))]:
                if inner != number:
                    holder = (part.end - part.start, one.id)
                    holders[inner] = min(holders.get(inner, holder), holder)
    passed_on = {one.content: one.id for one in reversed(found) if not _is_cited(one)}
    for n, one in enumerate(found):
        if n not in holders and _is_cited(one) and one.content in passed_on:
            holders[n] = (0, passed_on[one.content])
    return tuple(replace(one, parent=holders[n][1]) if n in holders else one for n, one in enumerate(found))


def _is_cited(one: Attribution) -> bool:
    """Tell whether '..., citing two officers' names whose words another passes on."""
    return one.cue is not None and one.cue.text.lower() in ("citing", "quoting")
