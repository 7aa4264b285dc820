"""Read what pictures show where no verb of them says so: 'images from the firm Orb show', 'trucks are visible'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.content import trim
from reportedly.analyse.cue import is_verb_cue
from reportedly.analyse.frame import Form, Frame, Source
from reportedly.analyse.source import noun_source, tokens_source
from reportedly.analyse.source_noun import listed_noun, source_kind
from reportedly.attribution import Basis, CueClass, SpeakerKind

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token, Tokens

_SHOWS = frozenset({"depict", "depicts", "reveal", "reveals", "show", "showed", "shows"})
_TAKEN = 20  # words from pictures to what they show: who took them, where and when
_LIES = frozenset({"appear", "be", "lie", "remain", "sit", "stand"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "MD"})


def _shows(noun: Token) -> bool:
    """Tell whether a noun is one of pictures, or of data: 'flight data from Larn Air show'."""
    listed = listed_noun(noun)
    return listed is not None and (listed[0] is SpeakerKind.IMAGERY or listed[1] is Basis.DATA)


def picture_frame(word: Token) -> Frame | None:
    """Give what pictures show by a word that the parse took for no verb; None for any other word."""
    if word.lower_ not in _SHOWS or word.pos_ in ("VERB", "AUX") or word.tag_ in _FINITE:
        return None
    doc, sentence = word.doc, word.sent
    picture = picture_before(word)
    behind = doc[word.i + 1 : sentence.end]
    if picture is None or not len(behind):
        return None
    source = tokens_source(doc, picture.left_edge.i, word.i, picture)
    goes_on = _said_behind(word)
    content = trim(doc, (behind[0].idx, doc[goes_on].idx if goes_on else sentence.end_char))
    if source is None or content is None:
        return None
    stops = goes_on is None and sentence.text.rstrip().endswith((".", "!", "?"))
    end = content[1] - 1 if stops else content[1]
    return Frame(
        form=Form.OBJECT,
        head=word,
        cue=(word.idx, word.idx + len(word)),
        cue_class=CueClass.SHOW,
        source=source,
        content=((content[0], end),),
        predicate=None,
    )


def picture_before(word: Token) -> Token | None:
    """Give the pictures that show: the root before the word, or 'images' of 'images taken on Sunday show'."""
    doc, sentence = word.doc, word.sent
    near = (token for token in reversed(doc[sentence.start : word.i]) if token.tag_ == "NNS" and _shows(token))
    picture = sentence.root if sentence.root.i < word.i and _shows(sentence.root) else next(near, None)
    if picture is None or word.i - picture.i > _TAKEN or (picture.i + 1 == word.i and picture is not sentence.root):
        return None
    between = doc[(sentence.start if picture.i == sentence.root.i else picture.i) : word.i]
    return None if any(t.tag_ in _FINITE and t.dep_ != "relcl" for t in between) else picture


def _said_behind(word: Token) -> int | None:
    """Give the comma behind which somebody says what pictures show: '..., the lab said in a report'."""
    doc, sentence = word.doc, word.sent
    cue = next((t for t in doc[word.i + 1 : sentence.end] if t.tag_ == "VBD" and is_verb_cue(t)), None)
    who = next((c for c in cue.lefts if c.dep_ == "nsubj"), None) if cue is not None else None
    comma = who.left_edge.i - 1 if who is not None else word.i
    return comma if comma > word.i and doc[comma].text == "," else None


def shown_before(verb: Token) -> Source | None:
    """Give the pictures that the sentence before tells of: 'Images show two jets. A crane can be seen.'."""
    doc, here = verb.doc, verb.sent
    if not here.start or "\n" in doc[here.start - 1].text:
        return None
    before = doc[here.start - 1].sent
    for noun in before:
        shows = noun.dep_ == "nsubj" and noun.head.lemma_.lower() in _SHOWS
        if shows and source_kind(noun.lemma_.lower()) is SpeakerKind.IMAGERY:
            return noun_source(noun, before.start, noun.head.i)
    return None


def visible_frame(be: Token) -> Frame | None:
    """Read 'two transports are visible on the apron' behind a sentence that tells of pictures; None elsewhere."""
    if be.lemma_ != "be" or not any(c.dep_ == "acomp" and c.lower_ == "visible" for c in be.rights):
        return None
    subject = next((c for c in be.lefts if c.dep_ == "nsubj"), None)
    source = shown_before(be)
    if subject is None or source is None or any(c.dep_ == "neg" for c in be.children):
        return None
    seen = next(c for c in be.rights if c.lower_ == "visible")
    last = be.right_edge
    last = last.nbor(-1) if last.is_punct and last.i > seen.i else last
    what = (subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge))
    behind = trim(be.doc, (seen.idx + len(seen), last.idx + len(last)))
    return Frame(
        form=Form.OBJECT,
        head=be,
        cue=(be.idx, seen.idx + len(seen)),
        cue_class=CueClass.SHOW,
        source=source,
        content=(what, behind) if behind is not None else (what,),
        predicate=None,
    )


def closing_picture(preposition: Token, sentence: Tokens) -> Frame | None:
    """Read 'The vehicle park is almost empty in pictures that Orb Labs took on Tuesday'."""
    root = sentence.root
    picture = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if picture is None or source_kind(picture.lemma_.lower()) is not SpeakerKind.IMAGERY or picture.lower_ == "film":
        return None
    end = picture.right_edge.i + 1
    closes = all(token.is_punct or token.is_space for token in sentence.doc[end : sentence.end])
    source = noun_source(picture, preposition.i + 1, end)
    content = trim(sentence.doc, (sentence.doc[sentence.start].idx, preposition.idx))
    lies = root.lemma_ in _LIES and root.i < preposition.i
    if source is None or content is None or not closes or not lies:
        return None
    return Frame(
        form=Form.PHRASE,
        head=preposition,
        cue=(preposition.idx, preposition.idx + len(preposition)),
        cue_class=CueClass.SHOW,
        source=source,
        content=(content,),
        predicate=root,
    )


def fronted_picture(preposition: Token, sentence: Tokens) -> Frame | None:
    """Read 'In an image taken on Monday, the tents are gone': what the sentence tells is what the picture shows."""
    if preposition.lower_ not in ("in", "on"):
        return None
    picture = next((c for c in preposition.rights if c.dep_ == "pobj"), None)
    if picture is None or source_kind(picture.lemma_.lower()) is not SpeakerKind.IMAGERY or picture.lower_ == "film":
        return None
    end = picture.right_edge.i + 1
    source = noun_source(picture, preposition.i + 1, end)
    opens = preposition.i == sentence.start  # else behind a semicolon
    told = any(
        word.dep_ in ("expl", "nsubj") and (word.head.i == sentence.root.i or not opens) and word.i >= end
        for word in sentence
    )
    stop = sentence[-1].idx if sentence[-1].is_punct else sentence.end_char
    content = trim(sentence.doc, (sentence.doc[end].idx, stop)) if end < sentence.end else None
    there = sentence.doc[end].text == "," or (end < sentence.end and sentence.doc[end].dep_ == "expl")
    if source is None or content is None or not told or not there or (opens and is_verb_cue(sentence.root)):
        return None
    return Frame(
        form=Form.PHRASE,
        head=preposition,
        cue=(preposition.idx, preposition.idx + len(preposition)),
        cue_class=CueClass.SHOW,
        source=source,
        content=(content,),
        predicate=sentence.root if opens else None,
    )
