"""Make frames of what the tagger found, and join them with those that the rules read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from reportedly.analyse.content import trim
from reportedly.analyse.cue import adjective_class, is_passive, lemma, noun_class, quoted_by, verb_takes
from reportedly.analyse.frame import Chars, Form, Frame, Source
from reportedly.analyse.picture_frame import picture_before
from reportedly.analyse.recipient import find_recipient, recipient_of_source
from reportedly.analyse.source import find_source, person_of, spokesman_of, whole_word
from reportedly.analyse.source_noun import source_kind
from reportedly.analyse.tag_path import LABELS, ROLES, Scores, Tagged, Words
from reportedly.analyse.verb_act import in_court, speaks
from reportedly.attribution import CueClass, SpeakerKind
from reportedly.text.quotation import Quotation, overlapping

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

# How much the rules' word counts beside the model's, in log odds.
VOTES = {"source": 1.0, "cue": 1.0, "content": 0.5}
_SEEN = frozenset({CueClass.SEE, CueClass.SHOW})
_RELATIVE = ("WP", "WDT")
_VERBS = ("VERB", "AUX")
_NOUNS = ("NOUN", "PROPN", "PRON")
_TAGGERS_OWN = frozenset({Form.CLAUSE, Form.QUOTE})  # what it was taught most of
_LOOSE = frozenset({"ADP", "CCONJ", "DET", "PART", "PUNCT", "SCONJ", "SPACE"})
_OPENS, _BEFORE_NOUN = frozenset({"ADP", "CCONJ", "DET"}), frozenset({"amod", "compound", "det", "nmod", "poss"})
# How sure the tagger must be, 0 to 1, of a cue that the lexicon knows, and of one that no lexicon lists.
_SURE_OF_KNOWN = 0.4
_SURE_OF_UNKNOWN = 0.7


def tagged_frames(doc: Doc, found: Sequence[Tagged], quotations: Sequence[Quotation]) -> list[Frame]:
    """Give a frame for each attribution of the tagger that has content and is sure enough, in reading order."""
    frames = (in_court(_frame(doc, one, quotations)) for one in found)
    return [frame for frame in frames if frame is not None]


def _frame(doc: Doc, one: Tagged, quotations: Sequence[Quotation]) -> Frame | None:
    parts = (trim(doc, _chars(doc, part)) for part in one.content if _says_something(doc, part))
    content = tuple(part for part in parts if part is not None)
    head = _head(doc, one.cue)
    if not content or _is_promise_of_silence(doc, one.cue):
        return None
    if one.sure < (_SURE_OF_UNKNOWN if _known(head) is None and head.text != ":" else _SURE_OF_KNOWN):
        return None
    words = _whole(doc, one.source, one) if one.source else None
    source = _source(doc, words, head) if words else _subject(head)
    predicate = _top(doc, one.content[0])
    does = _cue_class(doc, one.cue, head)
    pictures = picture_before(head) if does is CueClass.SHOW and source is not None else None
    if source is not None and pictures is not None and pictures.idx < source.chars[0]:
        source = Source(chars=(pictures.left_edge.idx, source.chars[1]), who=pictures)  # 'images reviewed by Reuters'
    return Frame(
        form=_form(doc, one, head, content, quotations),
        head=head,
        cue=_chars(doc, one.cue),
        cue_class=does,
        source=source,
        content=content,
        predicate=predicate if predicate.pos_ in _VERBS else None,
        told=find_recipient(head) or (recipient_of_source(source.who) if source else None),
    )


def _says_something(doc: Doc, words: Words) -> bool:
    """Tell whether a stretch is more than loose joining words: not 'The', 'that', 'to'."""
    return any(token.pos_ not in _LOOSE for token in doc[words[0] : words[1]])


def _is_promise_of_silence(doc: Doc, cue: Words) -> bool:
    """Tell whether the cue says on what terms somebody spoke: 'who spoke on condition of anonymity because'."""
    return any(token.lower_ in ("anonymity", "anonymously") for token in doc[cue[0] : cue[1]])


def _chars(doc: Doc, words: Words) -> Chars:
    return doc[words[0]].idx, doc[words[1] - 1].idx + len(doc[words[1] - 1])


def _top(doc: Doc, words: Words) -> Token:
    """Give the word that the others of a stretch hang on: the first whose head stands outside it."""
    inside = range(*words)
    tops = [doc[i] for i in inside if doc[i].head.i not in inside or doc[i].head.i == i]
    said = [token for token in tops if not token.is_punct and not token.is_space]
    return next((token for token in said if token.pos_ in _VERBS), (said or tops)[0])


def _head(doc: Doc, cue: Words) -> Token:
    """Give the cue's main word: the one that the lexicon knows, else the one that the others hang on."""
    top = _top(doc, cue)
    return top if _known(top) is not None else next((t for t in doc[cue[0] : cue[1]] if _known(t) is not None), top)


def _known(token: Token) -> CueClass | None:
    """Give what the lexicon says that a word does; None where it does not know it."""
    takes = verb_takes(lemma(token)) if token.pos_ in (*_VERBS, "NOUN", "ADJ") else {}
    if token.pos_ in _VERBS and takes:
        return takes.get("clause") or takes.get("quote") or next(iter(takes.values()))
    if token.lower_ == "according":
        return CueClass.SAY
    return noun_class(token.lemma_.lower()) or adjective_class(token.lower_)


def _cue_class(doc: Doc, cue: Words, head: Token) -> CueClass:
    known = _known(head)
    if known is not None:
        return known
    colon = all(not token.is_alpha for token in doc[cue[0] : cue[1]])
    return CueClass.SAY if colon else CueClass.OTHER


def _source(doc: Doc, words: Words, head: Token) -> Source:
    """Give the source's words with the one that they turn on; for 'who' the noun that it stands for."""
    who = _top(doc, words)
    if who.pos_ in _VERBS:  # 'a report, a copy of which was seen by the agency,'
        who = next((t for t in doc[words[0] : words[1]] if t.pos_ in _NOUNS and t.dep_ not in _BEFORE_NOUN), who)
    if who.tag_ in _RELATIVE:
        clause = next((t for t in who.ancestors if t.dep_ == "relcl"), None)
        noun = clause.head if clause is not None else who
        who = person_of(noun) if who.lower_ == "who" else noun
    return Source(chars=_chars(doc, words), who=spokesman_of(who, head) or whole_word(who))


def _whole(doc: Doc, words: Words, one: Tagged) -> Words:
    """Give a source's words without a comma at their end, with what a name or a preposition at their end opens."""
    first, end = words
    while end - first > 1 and (doc[end - 1].is_punct or doc[end - 1].is_space) and doc[end - 1].text != ")":
        end -= 1
    taken = (one.cue, *one.content)
    limit = min((part[0] for part in taken if part[0] >= end), default=len(doc))
    last = doc[end - 1]
    if last.dep_ in _BEFORE_NOUN and end <= last.head.i < limit:
        end = last.head.i + 1
    elif last.pos_ in _OPENS:
        end = max(end, last.right_edge.i + 1)
    while end < limit and doc[end].ent_iob_ == "I":
        end += 1
    return first, min(end, limit)


def _subject(head: Token) -> Source | None:
    """Give the subject of a verb that is known to take clauses or quotations, where the tagger names no source."""
    takes = verb_takes(lemma(head)) if head.pos_ == "VERB" else {}
    return find_source(head) if ("clause" in takes or "quote" in takes) and not is_passive(head) else None


def _form(doc: Doc, one: Tagged, head: Token, content: Sequence[Chars], quotations: Sequence[Quotation]) -> Form:
    """Tell how the cue takes its content, by its main word and what the content opens with."""
    if all(
        any(q.start <= start and end <= q.end for q in overlapping(quotations, start, end)) for start, end in content
    ):
        return Form.QUOTE
    if head.lower_ in ("according", "per") or doc[one.cue[0]].lower_ == "as":
        return Form.PHRASE
    if head.pos_ == "NOUN":
        return Form.NOUN
    if head.text == ":":
        return Form.COLON
    first = doc[one.content[0][0]]
    if first.tag_ == "TO":
        return Form.INFINITIVE
    if first.tag_ == "VBG":
        return Form.GERUND
    if one.source is None and any(child.dep_ == "auxpass" for child in head.children):
        return Form.PASSIVE
    return Form.CLAUSE


def rule_votes(doc: Doc, frames: Sequence[Frame]) -> Scores:
    """Give what the rules' frames say of each token, tokens x LABELS, as log odds.

    What stands inside another's words is silent: the tagger has no labels for it.
    """
    votes = np.zeros((len(doc), LABELS), dtype=np.float32)
    content = [part for frame in frames for part in frame.content]
    for frame in frames:
        if not frame.content or any(_holds(part, frame.head.idx) for part in content):
            continue
        source = (frame.source.chars,) if frame.source else ()
        for role, parts in zip(ROLES, (source, (frame.cue,), frame.content), strict=True):
            label, weight = 2 * ROLES.index(role) + 1, VOTES[role]
            for start, end in parts:
                inside = doc.char_span(start, end)
                if inside is not None:
                    votes[inside.start, label] = weight
                    votes[inside.start + 1 : inside.end, label + 1] = weight
    return votes


def join_frames(rules: Sequence[Frame], tagged: Sequence[Frame], quotations: Sequence[Quotation]) -> list[Frame]:
    """Give the frames of both, in the order of their cues; where both found one, the tagger says how far it reaches."""
    heads = [frame.head.idx for frame in rules]
    used: set[int] = set()
    joined: list[Frame] = []
    for frame in tagged:
        number = _partner(frame, rules, heads, used)
        number = _inner(frame, rules, used) if number is None else number
        if number is None:
            joined.append(frame)
        else:
            used.add(number)
            joined.append(_joined(rules[number], frame))
    rest = (frame for number, frame in enumerate(rules) if number not in used and _stands(frame, joined, quotations))
    return sorted((*joined, *rest), key=lambda frame: frame.head.idx)


def _partner(frame: Frame, rules: Sequence[Frame], heads: Sequence[int], used: set[int]) -> int | None:
    """Find the rules' frame with the same cue: its main word stands in the tagger's, or the other way round."""
    first = bisect_left(heads, frame.cue[0])
    for number in range(max(0, first - 1), len(rules)):
        if heads[number] >= frame.cue[1]:
            break
        its = rules[number]
        inside = frame.cue[0] <= heads[number] or its.cue[0] <= frame.head.idx < its.cue[1]
        if number not in used and inside:
            return number
    return None


def _inner(frame: Frame, rules: Sequence[Frame], used: set[int]) -> int | None:
    """Find the rules' frame that goes on from the tagger's cue: 'appears to show', 'quoted the minister as saying'."""
    for number, its in enumerate(rules):
        hedged = its.head.dep_ == "xcomp" and its.head.head.i == frame.head.i and frame.cue_class is CueClass.OTHER
        as_saying = _holds(its.cue, frame.head.idx)
        if number not in used and its.source is not None and (hedged or as_saying):
            return number
    return None


def _joined(rule: Frame, tagged: Frame) -> Frame:
    """Give the rules' frame with the tagger's boundaries, unless the rules see roles that the tagger has no labels for.

    Those are silence about nothing told ('did not respond'), a hedge over the cue ('appears to show') and a speaker
    inside what another passes on ('quoted the minister as saying').
    """
    silent = rule.form is Form.REFUSAL and not rule.content
    elsewhere = not _overlap((rule.cue,), (tagged.cue,))
    passed_on = not _holds(rule.cue, rule.head.idx) or _is_quoted(rule)
    if silent or elsewhere or passed_on or _has_other_roles(rule, tagged):
        return rule
    kept = _is_picture(rule) or (rule.form is Form.REFUSAL and tagged.source is None)
    source = rule.source if kept else tagged.source
    if source is not None and rule.source is not None and _holds(source.chars, rule.source.who.idx):
        source = replace(source, who=rule.source.who)
    same = _overlap(rule.content, tagged.content)
    return replace(
        rule,
        cue=tagged.cue,
        source=source,
        content=tagged.content,
        predicate=rule.predicate if same else tagged.predicate,
    )


def _is_quoted(rule: Frame) -> bool:
    """Tell whether a frame is of 'was quoted by the paper as saying', whose source the tagger takes the paper for."""
    quoting = quoted_by(rule.head)
    return quoting is not None and is_passive(quoting)


def _has_other_roles(rule: Frame, tagged: Frame) -> bool:
    """Tell whether the tagger gives away the rules' source: to nobody, or to what is said."""
    if rule.source is None or len(rule.content) == 1:
        return False
    said = tagged.source is None or _overlap(rule.content, [tagged.source.chars])
    return said and _overlap([rule.source.chars], tagged.content)


def _is_picture(rule: Frame) -> bool:
    """Tell whether pictures show something: 'images taken by the firm Orb show', where the tagger takes the firm."""
    shows = rule.cue_class is CueClass.SHOW and rule.source is not None
    return shows and rule.source is not None and source_kind(rule.source.who.lemma_.lower()) is SpeakerKind.IMAGERY


def _holds(chars: Chars, at: int) -> bool:
    return chars[0] <= at < chars[1]


def _overlap(first: Iterable[Chars], second: Sequence[Chars]) -> bool:
    return any(a[0] < b[1] and b[0] < a[1] for a in first for b in second)


def _stands(frame: Frame, joined: Sequence[Frame], quotations: Sequence[Quotation]) -> bool:
    """Tell whether what only the rules found is kept.

    Silence is; so is what stands inside another's words, where the tagger never looks, if it passes on what a third
    party said or means to do; elsewhere the tagger knows clauses and quotations better, save for what is seen or shown.
    """
    if frame.form is Form.REFUSAL:
        return True
    if any(_holds(part, frame.head.idx) for one in joined for part in one.content):
        third_party = frame.source is not None and frame.source.who.pos_ in ("NOUN", "PROPN")
        return third_party and _passes_on(frame) and not overlapping(quotations, *frame.cue)
    return frame.form not in _TAGGERS_OWN or _is_alone(frame, joined)


def _is_alone(frame: Frame, joined: Sequence[Frame]) -> bool:
    """Tell whether somebody is said to see, or data to show, what the tagger gave to nobody.

    Clauses of speech that the tagger does not know stay out: one such more made two origins of a retold claim.
    """
    if frame.source is None or frame.cue_class not in _SEEN or "clause" not in verb_takes(lemma(frame.head)):
        return False
    taken = any(_overlap(one.content, frame.content) for one in joined)
    return not taken and speaks(frame.source.who)


def _passes_on(frame: Frame) -> bool:
    """Tell whether a frame is of what is said or meant, in a finite verb: not 'to ask whether', 'calls for'."""
    if frame.form in (Form.NOUN, Form.PHRASE) or _is_picture(frame):
        return True
    helped = any(child.dep_ in ("aux", "auxpass") and child.tag_ != "TO" for child in frame.head.children)
    return frame.form in (*_TAGGERS_OWN, Form.INFINITIVE) and (helped or frame.head.tag_ not in ("VB", "VBG"))
