"""Put together what a verb does: its cue, whose words they are, what they say, and whom they tell."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.content import trim
from reportedly.analyse.cue import TELLS, cue_chars, lemma
from reportedly.analyse.frame import Chars, Form, Frame, Source, parsed_text
from reportedly.analyse.recipient import find_recipient, recipient_of_source
from reportedly.analyse.source_noun import source_kind
from reportedly.attribution import CueClass, SpeakerKind

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_BENCH = frozenset({"court", "hearing", "inquest", "inquiry", "jurors", "jury", "panel", "trial", "tribunal"})
_JOINS = frozenset({"and", "as", "but", "so", "yet"})  # left alone before a cue: 'As the paper revealed, ...'
_SHOWN = frozenset({SpeakerKind.DOCUMENT, SpeakerKind.IMAGERY})  # what shows and indicates; people do otherwise


def verb_act(
    form: Form,
    verb: Token,
    does: CueClass,
    source: Source | None,
    parts: tuple[Chars | None, ...],
    predicate: Token | None,
) -> Frame | None:
    """Give the frame of `verb` with its cue and whom its source told; None where no part of its content is left."""
    words = parsed_text(verb.doc)
    content = tuple(part for part in parts if part is not None and words[slice(*part)].lower() not in _JOINS)
    if not content or _shown_by_people(form, verb, source):
        return None
    if source is not None and lemma(verb) == "indicate" and source_kind(source.who.lemma_.lower()) in _SHOWN:
        does = CueClass.SHOW
    if lemma(verb) in TELLS and predicate is not None and any(c.lower_ == "must" for c in predicate.lefts):
        does = CueClass.DEMAND  # 'told jurors that they must ignore it'
    return Frame(
        form=form,
        head=verb,
        cue=cue_chars(verb),
        cue_class=does,
        source=source,
        content=content,
        predicate=predicate,
        told=find_recipient(verb) or (recipient_of_source(source.who) if source is not None else None),
    )


def _shown_by_people(form: Form, verb: Token, source: Source | None) -> bool:
    """Tell whether somebody 'shows no sign' or 'found a coin': nothing is shown."""
    if form is not Form.OBJECT or lemma(verb) not in ("find", "show") or source is None:
        return False
    shown = source_kind(source.who.lemma_.lower()) in _SHOWN
    return not shown and (lemma(verb) == "find" or speaks(source.who))


def speaks(who: Token) -> bool:
    """Tell whether a noun is one that speaks: by its name, by its kind, or a pronoun."""
    return who.ent_type_ in ("PERSON", "ORG") or who.pos_ == "PRON" or source_kind(who.lemma_.lower()) is not None


def whole_subject(subject: Token) -> Chars | None:
    """Give the subject with all that hangs on it."""
    return trim(subject.doc, (subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge)))


def has_to(verb: Token) -> bool:
    """Tell whether the verb is an infinitive with 'to'."""
    return any(child.tag_ == "TO" for child in verb.children)


def in_court(frame: Frame | None) -> Frame | None:
    """Give 'the jury heard that ...' as said by somebody who is not named."""
    if frame is None or frame.source is None or lemma(frame.head) != "hear":
        return frame
    return replace(frame, source=None, cue_class=CueClass.SAY) if frame.source.who.lower_ in _BENCH else frame
