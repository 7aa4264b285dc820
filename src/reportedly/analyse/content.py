"""Find how far the content of a cue reaches: the clause, with its quotation and the sentence's end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.analyse.cue import is_speech_participle, is_verb_cue, lemma, misjoined, verb_takes
from reportedly.analyse.frame import Chars, Frame, parsed_text
from reportedly.attribution import CueClass

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token, Tokens

# 'KYIV, May 3 (Agency) - ': the place line in front of a report's first sentence is nobody's content.
_DATELINE = re.compile(r"[A-Z][^\n(]{1,60}\([A-Z][\w .&/-]{1,40}\)\s*-+\s*")
_NO_SPEECH = frozenset({CueClass.BELIEVE, CueClass.OTHER, CueClass.SEE, CueClass.SHOW})
_LOOSE = " \t\n,;:-"
# What may follow an object and belong to what is said of it: 'named her as heir', 'blamed him for it'.
_OF_OBJECT = frozenset({"acl", "ccomp", "oprd", "relcl", "xcomp"})
_ON_WHAT = frozenset(
    {"about", "against", "as", "by", "for", "from", "into", "of", "over", "than", "that", "to", "with"}
)


def trim(doc: Doc, chars: Chars) -> Chars | None:
    """Give the stretch without spaces, loose commas and joining marks at its ends; None if nothing is left.

    A closing quotation mark stays, and with it the comma before it; a mark that opens nothing goes.
    """
    text, (start, end) = parsed_text(doc), chars
    while start < end and text[start] in _LOOSE:
        start += 1
    while end > start and text[end - 1] in _LOOSE:
        end -= 1
    if text[start:end].count('"') % 2 and text[start:end].endswith('"'):
        if text[start:end].count('"') == 1 and " " in text[start : end - 1]:
            return (start, end) if start < end else None
        end -= 1
    return (start, end) if any(ch.isalnum() for ch in text[start:end]) else None


def sentence_start(sentence: Tokens) -> int:
    """Give the character at which a sentence's own words start, after a place line."""
    opening = _DATELINE.match(sentence.text)
    return int(sentence.start_char) + (opening.end() if opening else 0)


def content_after(cue: Token, complement: Token, limit: int) -> Chars | None:
    """Give the content that starts with `complement`, right of the cue.

    It goes on over whatever follows in the same clause, up to a coordinated clause, a participle that
    starts a new cue (', adding ...') or token `limit`.
    """
    doc = cue.doc
    start = max(complement.left_edge.i, cue.i + 1)
    end = complement.right_edge.i + 1
    for child in cue.rights:
        if child.i < end or child.dep_ == "punct":
            continue
        if _is_new_act(child) or (child.dep_ in ("conj", "parataxis") and not _goes_on(child)):
            break
        if child.dep_ == "cc":
            continue
        end = max(end, child.right_edge.i + 1)
    second = next((c for c in complement.rights if c.dep_ == "conj" and misjoined(c) is not None), None)
    if second is not None:
        first = second.left_edge
        end = first.i - (first.nbor(-1).dep_ == "cc")
    end = _before_participle(doc, start, min(end, limit))
    return trim(doc, (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))) if end > start else None


def object_of(cue: Token, complement: Token) -> Chars | None:
    """Give a plain object with what belongs to it: 'praised the crew for their work', not 'on Monday', 'at a rally'."""
    doc, end = cue.doc, complement.right_edge.i + 1
    for child in cue.rights:
        if child.i < end or child.dep_ == "punct":
            continue
        if child.left_edge.i > end or not (child.dep_ in _OF_OBJECT or child.lower_ in _ON_WHAT):
            break
        end = child.right_edge.i + 1
    end = _before_participle(doc, complement.left_edge.i, end)
    start = max(complement.left_edge.i, cue.i + 1)
    return trim(doc, (doc[start].idx, doc[end - 1].idx + len(doc[end - 1]))) if end > start else None


def _is_act(token: Token) -> bool:
    """Tell whether a participle is one of speech: 'calling', 'blaming'; not 'seeing', 'showing', 'planning'."""
    does = set(verb_takes(lemma(token)).values()) if token.tag_ == "VBG" and is_verb_cue(token) else set()
    return bool(does) and does.isdisjoint(_NO_SPEECH)


def _is_new_act(child: Token) -> bool:
    """Tell whether a participle behind a comma starts another act: ', adding ...', ', calling it ...'."""
    comma = child.left_edge.i > 0 and child.left_edge.nbor(-1).text == ","
    return is_speech_participle(child) or (comma and _is_act(child))


def _goes_on(verb: Token) -> bool:
    """Tell whether a clause joined to the cue is more content: '... and that', '... and then would'."""
    if any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children):
        return True
    if verb_takes(lemma(verb.head)).get("object") is CueClass.SHOW:
        if any(child.dep_ == "nsubj" and child.lower_ == "what" for child in verb.lefts):
            return True  # 'shows two craters and what appears to be a wreck'
        # 'showed two ships, a tug and a ferry, moored ...': nothing but a comma joins it
        return not any(child.dep_ == "cc" and child.i < verb.i for child in (*verb.head.rights, *verb.lefts))
    subject = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    return not subject and any(child.tag_ == "MD" for child in verb.children)


def _before_participle(doc: Doc, start: int, end: int) -> int:
    """Give the token before which ', adding ...' or a semicolon outside a quotation cuts the content, else `end`."""
    quoted = False
    for i in range(start + 2, end):
        quoted ^= doc[i - 1].text == '"'
        if doc[i - 1].text == ";" and not quoted:
            return i - 1
        if doc[i - 1].text == "," and (doc[i].lower_ == "while" or _is_act(doc[i])):
            return i - 1
    return end


def content_before(region: Chars, start: int, cue: Token) -> Chars | None:
    """Give the content that stands between character `start` and the region of cue and source."""
    before = parsed_text(cue.doc)[start : region[0]]
    return trim(cue.doc, (start, region[0])) if before and not before.rstrip().endswith(";") else None


def after_insert(cue: Token, region: Chars, sentence: Tokens) -> Chars | None:
    """Give what goes on after an inserted cue: 'Russia, he said, is leaving'; None where nothing does."""
    doc = cue.doc
    at = next((t.i for t in doc[cue.i + 1 : sentence.end] if t.idx >= region[1]), sentence.end)
    while at < sentence.end and doc[at].text not in (",", ";", '"', "-"):
        at += 1
    while at < sentence.end and doc[at].text in (",", "-"):
        at += 1
    if sentence.end - at < 3 or is_speech_participle(doc[at]) or doc[at].text == ";":
        return None
    return trim(doc, (doc[at].idx, sentence.end_char))


def tokens_of(frame: Frame) -> Iterator[Token]:
    """List the tokens of a frame's content."""
    doc = frame.head.doc
    for start, end in frame.content:
        part = doc.char_span(start, end)
        if part is not None:
            yield from part
