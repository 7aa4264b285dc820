"""Read the frames of verbs: 'said that', 'told X', 'called for', 'was expected to', fronted and inserted speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reportedly.analyse.complement_frame import complement_frame
from reportedly.analyse.content import after_insert, content_after, content_before, sentence_start, trim
from reportedly.analyse.cue import (
    QUOTES,
    TELLS,
    closes_as_verb,
    cue_chars,
    has_finite,
    is_occasion,
    is_passive,
    is_verb_cue,
    lemma,
    noun_class,
    quoted_by,
    verb_takes,
)
from reportedly.analyse.frame import Chars, Form, Frame, Source, parsed_text
from reportedly.analyse.inserted_frame import inserted_frame
from reportedly.analyse.passive_frame import passive_frame
from reportedly.analyse.picture_frame import picture_frame, visible_frame
from reportedly.analyse.source import find_source, source_after, source_before
from reportedly.analyse.verb_act import has_to, in_court, speaks, verb_act
from reportedly.attribution import CueClass
from reportedly.text.quotation import Quotation

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token, Tokens

_ON_NOUN = frozenset({"acl", "ccomp", "relcl"})
_ACTS = frozenset({"gerund", "infinitive"})
_QUOTED = frozenset({"clause", "quote"})
_MANY = frozenset({"dozens", "hundreds", "scores", "thousands"})
_TAIL = 10  # words that may follow a fronted cue
_TOLD = 8  # words that may say whom it told and when, behind a cue that commas close in
_REACH = 120  # characters from a cue to the quotation that it brings in: "wrote in a letter to the council: ..."


def verb_frames(sentence: Tokens, quotations: Sequence[Quotation]) -> list[Frame]:
    """List the frames of the verbs of one sentence; quotations, the outermost ones, are in characters of the parse."""
    found: list[Frame] = []
    for token in sentence:
        cue = is_verb_cue(token)
        frame = _read(token, sentence, quotations) if cue else picture_frame(token) or visible_frame(token)
        if frame is not None:
            found.append(frame)
    return found


def _read(verb: Token, sentence: Tokens, quotations: Sequence[Quotation]) -> Frame | None:
    takes = verb_takes(lemma(verb))
    if "clause" in takes and _is_inverted(verb, quotations):
        return _quote(verb, takes["clause"], sentence, quotations)
    if _is_no_word(verb) or _is_no_statement(verb) or (takes.get("object") is CueClass.SEE and _is_not_seen(verb)):
        return None
    if is_passive(verb):
        return passive_frame(verb, takes)
    denied = _denied_before(verb, sentence) if takes.get("object") is CueClass.DENY else None
    if denied is not None:
        return denied
    readings = _readings(verb, takes, sentence)
    frame = next((f for f in readings if f is not None and not _speaks_from_quotation(f, quotations)), None)
    frame = frame or _said_of(verb, takes, quotations)
    if frame is None and _QUOTED & takes.keys():
        frame = _quote(verb, takes.get("clause", takes.get("quote", CueClass.SAY)), sentence, quotations)
    return frame or complement_frame(verb, takes)


def _said_of(verb: Token, takes: dict[str, CueClass], quotations: Sequence[Quotation]) -> Frame | None:
    """Read 'called the report "a fabrication"': what is quoted is said of an object in front of it."""
    frame = complement_frame(verb, {"object": takes["object"]}) if "object" in takes else None
    if frame is None or len(frame.content) != 1:
        return None
    start, end = frame.content[0]
    quoted = next((q for q in quotations if start < q.start < end), None)
    return replace(frame, content=((start, max(end, quoted.end)),)) if quoted is not None else None


def _readings(verb: Token, takes: dict[str, CueClass], sentence: Tokens) -> Iterator[Frame | None]:
    """Read what the parse hung on the verb: a clause, or an infinitive or participle."""
    counts_on = lemma(verb) == "count" and not _is_mark(verb.nbor()) if verb.i + 1 < sentence.end else False
    if "clause" in takes and not counts_on:  # 'counts 200 people queuing'
        yield inserted_frame(verb, takes["clause"], sentence)
        yield in_court(_clause(verb, takes["clause"], sentence))
    yield complement_frame(verb, {what: takes[what] for what in _ACTS & takes.keys()})


def _is_not_seen(verb: Token) -> bool:
    """Tell whether a verb of seeing tells of no sight: 'hoped to see', 'never saw', 'you can see', 'counted on it'."""
    things = [child for child in verb.rights if child.dep_ == "dobj"]
    # '39 lorries were back, a photographer counted'
    seen = [token for child in things for token in child.subtree] if things else list(verb.sent)
    if lemma(verb) == "count" and not any(token.like_num or token.lower_ in _MANY for token in seen):
        return True
    anyone = any(child.dep_ == "nsubj" and child.lower_ in ("i", "one", "we", "you") for child in verb.lefts)
    able = frozenset() if anyone else frozenset({"can", "could"})
    return any((c.tag_ in ("TO", "MD") and c.lower_ not in able) or c.dep_ == "neg" for c in verb.lefts)


def _is_no_statement(verb: Token) -> bool:
    """Tell whether the verb says nothing of its own: 'asked not to be named', 'reported seeing'."""
    if verb.dep_ == "xcomp" and verb.tag_ == "VBG" and "gerund" in verb_takes(lemma(verb.head)):
        return True  # 'reported seeing' is one act, of reporting
    if any(child.lemma_ in ("name", "identify") for child in verb.rights) or _is_asked_aside(verb):
        return True
    if any(token.lower_ == "anonymity" for child in verb.rights for token in (child, *child.rights)):
        return True  # 'requested anonymity', 'insisted on anonymity'
    if lemma(verb) in QUOTES and (_quotes_speech(verb) or _is_quoting_agent(verb)):
        return True
    if verb.dep_ == "acl" and verb.tag_ == "VBN" and is_occasion(verb.head):
        return True  # 'said in a notice posted on its site that ...'
    # 'granted anonymity to discuss the plan', 'spoke on condition of anonymity to discuss it'
    return has_to(verb) and any(token.lower_ == "anonymity" for token in verb.doc[verb.head.i : verb.i])


def _is_asked_aside(verb: Token) -> bool:
    """Tell whether ', asked about it,' and 'asked by the paper about it,' only say when somebody spoke."""
    aside = verb.dep_ in ("acl", "advcl") and verb.tag_ in ("VBN", "VBD") and lemma(verb) == "ask"
    clauses = ("aux", "ccomp", "mark", "nsubj", "xcomp")
    question = any(c.dep_ in clauses or _asks_if(c) for c in verb.children)
    return aside and not question and not any(t.tag_ in ("WP", "WRB") for t in verb.doc[verb.i + 1 : verb.i + 2])


def _quotes_speech(verb: Token) -> bool:
    """Tell whether 'quoted' only passes on whom it quotes: 'quoted the envoy as saying'."""
    links = (child for child in verb.rights if child.lower_ == "as")
    return any(quoted_by(speech) is not None for link in links for speech in link.rights)


def _is_quoting_agent(verb: Token) -> bool:
    """Tell whether '..., quoted by the agency' says whom somebody told."""
    return verb.tag_ == "VBN" and not is_passive(verb)


def _is_no_word(verb: Token) -> bool:
    """Tell whether the verb ends a joined word ('so-called') or opens an editor's note ('; adds details')."""
    before = verb.nbor(-1) if verb.i > 0 else None
    return before is not None and (before.text in ("(", ";") or (before.text == "-" and not before.whitespace_))


def _is_inverted(verb: Token, quotations: Sequence[Quotation]) -> bool:
    """Tell whether the verb comes straight after a quotation, its source behind it: '"...," said the mayor'."""
    before = next((q for q in reversed(quotations) if q.end <= verb.idx), None)
    return before is not None and not _has_words(verb, before.end, verb.idx) and source_after(verb) is not None


def _speaks_from_quotation(frame: Frame, quotations: Sequence[Quotation]) -> bool:
    """Tell whether the parse took the source out of a quotation that the cue stands outside of."""
    if frame.source is None:
        return False
    at = frame.source.chars[0]
    return any(q.start <= at < q.end and not q.start <= frame.head.idx < q.end for q in quotations)


def _clause(verb: Token, does: CueClass, sentence: Tokens) -> Frame | None:
    clauses = [c for c in verb.children if (c.dep_ == "ccomp" or _asks_if(c)) and not _closes_as_cue(c, sentence)]
    clauses = clauses or _told_to(verb) or _quoted_before(verb) or _behind_occasion(verb)
    after = next((c for c in clauses if c.i > verb.i and not _question_word_only(c)), None)
    if after is not None:
        lost = does is CueClass.SHOW or _lost_its_subject(verb, after)
        shown = next((c for c in verb.rights if c.dep_ == "dobj"), after) if lost else after
        content = content_after(verb, shown if shown.i < after.i else after, sentence.end)
        source = find_source(verb)
        if source is None and verb.tag_ in ("VBD", "VBZ", "VBP"):
            source = source_before(verb, sentence.start, from_start=True)
        return verb_act(Form.CLAUSE, verb, does, source, (content,), after)
    before = next((c for c in clauses if c.i < verb.i), None)
    if closes_as_verb(verb):
        return _fronted(verb, does, None, sentence)
    if before is not None or _is_fronted(verb, sentence):
        return _fronted(verb, does, before, sentence)
    if (verb.dep_ == "conj" and _is_spliced(verb)) or (verb.dep_ == "acl" and _is_misread(verb, sentence)):
        return _fronted(verb, does, None, sentence)
    if verb.dep_ == "conj" and not _has_subject(verb) and _is_put_behind(verb, sentence):
        return _fronted(verb, does, None, sentence)
    if verb.dep_ in ("parataxis", "ccomp", "advcl"):
        if _stands_alone(verb, sentence):
            return _fronted(verb, does, verb.head, sentence)
        if _is_put_behind(verb, sentence):
            return _fronted(verb, does, None, sentence)
    return None


def _asks_if(clause: Token) -> bool:
    """Tell whether the parse took 'asked if anybody was hurt' for a condition."""
    asks = clause.dep_ == "advcl" and clause.i > clause.head.i and lemma(clause.head) in ("ask", "wonder")
    return asks and any(child.dep_ == "mark" and child.lower_ == "if" for child in clause.lefts)


def _told_to(verb: Token) -> list[Token]:
    """Give the clause that the parse hung on whom it was told: 'told a briefing that the boats had entered'."""
    heard = [c for c in verb.rights if c.dep_ in ("dobj", "dative")] if lemma(verb) in TELLS else []
    clauses = (c for noun in heard for c in noun.rights if c.dep_ in ("relcl", "acl") and c.pos_ in ("VERB", "AUX"))
    links = ("dobj", "mark")  # of 'told the programme that rates had risen' nothing is the clause's object
    return [c for c in clauses if any(that.dep_ in links and that.lower_ == "that" for that in c.lefts)]


def _behind_occasion(verb: Token) -> list[Token]:
    """Give the clause that the parse hung on the occasion: 'said in a letter to the council that it would go'."""
    links = (c for c in verb.rights if c.dep_ == "prep")
    nouns = [noun for link in links for noun in link.rights if is_occasion(noun) or noun_class(noun.lemma_.lower())]
    clauses = (t for noun in nouns for t in noun.subtree if t.dep_ in _ON_NOUN and t.pos_ in ("VERB", "AUX"))
    told = (c for c in clauses if any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in c.lefts))
    return [c for c in told if c.left_edge.lower_ == "that" and c.left_edge.dep_ not in ("nsubj", "nsubjpass")][:1]


def _lost_its_subject(verb: Token, clause: Token) -> bool:
    """Tell whether what the parse took for the cue's object is the clause's subject: 'said one of them did go'."""
    told = lemma(verb) in TELLS and not any(child.dep_ == "dative" for child in verb.rights)
    takes_none = "object" not in verb_takes(lemma(verb)) and not told
    return takes_none and not any(child.dep_ in ("nsubj", "nsubjpass", "expl") for child in clause.lefts)


def _quoted_before(verb: Token) -> list[Token]:
    """Give what stands in front of 'the minister was quoted as saying'."""
    quoting = quoted_by(verb)
    return [c for c in quoting.lefts if c.dep_ == "ccomp"] if quoting is not None else []


def _closes_as_cue(clause: Token, sentence: Tokens) -> bool:
    """Tell whether what the parse took for content is itself a fronted cue: '..., residents said.'"""
    first = clause.left_edge.i
    after_comma = first > sentence.start and clause.doc[first - 1].text == ","
    rest = clause.doc[clause.i + 1 : sentence.end]
    return after_comma and "clause" in verb_takes(lemma(clause)) and all(_is_mark(token) for token in rest)


def _is_spliced(verb: Token) -> bool:
    """Tell whether a verb that the parse coordinates closes its sentence: '..., the mayor, said on Monday'."""
    joined = any(child.dep_ == "cc" and child.i < verb.i for child in (*verb.head.rights, *verb.lefts))
    after = verb.i + 1 < len(verb.doc) and (_is_mark(verb.nbor()) or verb.nbor().dep_ in ("prep", "npadvmod"))
    if not joined and _has_subject(verb):  # 'Two of them were herders, an elder countered.'
        return _is_put_behind(verb, verb.sent) and verb.i + 1 < len(verb.doc) and _is_mark(verb.nbor())
    return not joined and after and verb.nbor(-1).text == ","


def _is_misread(verb: Token, sentence: Tokens) -> bool:
    """Tell whether '..., the agency reported on Sunday' was read as an agency that was reported."""
    noun = next((child for child in verb.lefts if child.dep_ == "nsubj"), verb.head)
    doc = verb.doc
    first = next((t.i for t in doc[noun.left_edge.i : noun.i + 1] if not t.is_punct), noun.i)
    if not speaks(noun) or verb.i != noun.i + 1 or first <= sentence.start or doc[first - 1].text != ",":
        return False
    after = doc[verb.i + 1] if verb.i + 1 < sentence.end else None
    closes = after is None or _is_mark(after) or doc[min(verb.i + 2, sentence.end - 1)].ent_type_ == "DATE"
    return closes and any(token.pos_ in ("VERB", "AUX") for token in doc[sentence.start : first])


def _question_word_only(clause: Token) -> bool:
    return clause.tag_ in ("WP", "WRB", "WDT") and clause.left_edge.i == clause.right_edge.i


def _is_fronted(verb: Token, sentence: Tokens) -> bool:
    """Tell whether the verb stands behind its content and a comma, whatever the parse made of it."""
    doc = verb.doc
    if verb.dep_ != "ROOT" or verb.i - sentence.start <= 4:
        return False
    rest = doc[verb.i + 1 : sentence.end]
    if all(_is_mark(token) for token in rest):
        return True
    # '..., three officials told the agency on Saturday': only whom and when may follow before a comma
    rest = doc[verb.i + 1 : next((t.i for t in rest if t.text == ","), sentence.end)]
    if len(rest) > 1 and rest[0].text == ":" and rest[1].text == '"':
        return False
    subject = next((c for c in reversed(list(verb.lefts)) if c.dep_ == "nsubj"), None)
    if subject is None or len(rest) > _TAIL or any(token.pos_ in ("VERB", "AUX") for token in rest):
        return False
    before = doc[sentence.start : subject.left_edge.i]
    closes = len(before) > 0 and before[-1].text == ","
    return closes and any(token.pos_ in ("VERB", "AUX") for token in before)


def _is_mark(token: Token) -> bool:
    """Tell whether the token is no word: a mark, or the line's end that closes a paragraph."""
    return bool(token.is_punct or token.is_space)


def _stands_alone(verb: Token, sentence: Tokens) -> bool:
    """Tell whether commas or dashes stand round the verb and its subject: ', he said,'."""
    if verb.dep_ == "ccomp" and is_verb_cue(verb.head):
        return False
    doc = verb.doc
    start, end = verb.left_edge.i, verb.right_edge.i + 1
    while start < verb.i and _is_mark(doc[start]):
        start += 1
    while end - 1 > verb.i and _is_mark(doc[end - 1]):
        end -= 1
    before = start == sentence.start or doc[start - 1].text in (",", "-", '"')
    after = end >= sentence.end or _is_mark(doc[end])
    return before and after and end - start <= 12


def _is_put_behind(verb: Token, sentence: Tokens) -> bool:
    """Tell whether source, cue and whom it told stand between commas: '..., two nurses told the paper, in what ...'."""
    source = source_before(verb, sentence.start) if has_finite(verb) else None
    if source is None or not speaks(source.who):
        return False
    doc = verb.doc
    end = next((t.i for t in doc[verb.i + 1 : sentence.end] if _is_mark(t)), sentence.end)
    told = doc[verb.i + 1 : end]
    if len(told) > _TOLD or any(t.pos_ in ("VERB", "AUX", "SCONJ") for t in told):
        return False
    return any(t.pos_ in ("VERB", "AUX") for t in doc[sentence.start : verb.i] if t.idx < source.chars[0])


def _fronted(verb: Token, does: CueClass, clause: Token | None, sentence: Tokens) -> Frame | None:
    """Read content in front of its cue, and what goes on after an inserted one."""
    source = _fronted_source(verb, clause, sentence)
    if source is None:
        return None
    cue = cue_chars(verb)
    region = min(cue[0], source.chars[0]), max(cue[1], source.chars[1])
    root = verb.dep_ in ("ROOT", "parataxis") or clause is None
    first = clause
    while first is not None and first.dep_ == "conj" and first.head.pos_ in ("AUX", "VERB"):
        first = first.head  # 'They lowered the flag and filed down, residents said.'
    start = sentence_start(sentence) if root else verb.doc[first.left_edge.i].idx if first is not None else 0
    parts: tuple[Chars | None, ...] = (content_before(region, start, verb),)
    if clause is not None and clause.right_edge.i > verb.i:
        parts = (*parts, after_insert(verb, region, sentence))
    return verb_act(Form.CLAUSE, verb, does, source, parts, clause)


def _fronted_source(verb: Token, clause: Token | None, sentence: Tokens) -> Source | None:
    if quoted_by(verb) is not None:
        return find_source(verb)
    source = find_source(verb) if verb.dep_ != "conj" or _has_subject(verb) else None
    inside = source is not None and clause is not None and source.chars[0] <= clause.idx < source.chars[1]
    if source is None or inside or not _has_subject(verb):
        return source_after(verb) or source_before(verb, sentence.start) or (None if inside else source)
    beside = source_before(verb, sentence.start) if verb.i and verb.nbor(-1).text == "," else None
    return beside if beside is not None and beside.chars[1] >= source.chars[1] else source  # 'X, the agency, said'


def _has_subject(verb: Token) -> bool:
    return any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)


def _quote(verb: Token, does: CueClass, sentence: Tokens, quotations: Sequence[Quotation]) -> Frame | None:
    """Read a cue whose quotation the parse did not attach."""
    if not quotations or any(q.start <= verb.idx < q.end for q in quotations):
        return None
    before = next((q for q in reversed(quotations) if q.end <= verb.idx), None)
    after = next((q for q in quotations if q.start > verb.idx), None)
    source = find_source(verb)
    if before is not None and (source is None or source.chars[0] < before.end):
        source = source_after(verb) or source_before(verb, sentence.start) or source
    start = min(verb.idx, source.chars[0]) if source is not None else verb.idx
    if before is not None and not _has_words(verb, before.end, min(start, cue_chars(verb)[0])):
        opens = _opens(verb, before.start, sentence)
        if not opens and "clause" not in verb_takes(lemma(verb)):
            return None  # 'the storm, "the worst ever", began': no word of speech by itself
        start = before.start if opens else sentence_start(sentence)
        return verb_act(Form.QUOTE, verb, does, source, (trim(verb.doc, (start, before.end)),), None)
    if after is not None and after.start - verb.idx < _REACH and _introduces(verb, after):
        return verb_act(Form.QUOTE, verb, does, source, ((after.start, after.end),), None)
    return None


def _introduces(verb: Token, quotation: Quotation) -> bool:
    """Tell whether the verb brings speech in: any speech verb, but 'began' or 'went' only before a comma or colon."""
    before = parsed_text(verb.doc)[max(0, quotation.start - 2) : quotation.start].strip()
    between = verb.doc[verb.i + 1 : next((t.i for t in verb.doc[verb.i + 1 :] if t.idx >= quotation.start), verb.i + 1)]
    if any(is_verb_cue(token) or token.tag_ in ("VBD", "VBP", "VBZ") for token in between):
        return False
    return "clause" in verb_takes(lemma(verb)) or "object" in verb_takes(lemma(verb)) or before[-1:] in (",", ":")


def _has_words(verb: Token, start: int, end: int) -> bool:
    return any(ch.isalnum() for ch in parsed_text(verb.doc)[start:end])


def _opens(verb: Token, start: int, sentence: Tokens) -> bool:
    return start <= sentence.start_char or not _has_words(verb, sentence.start_char, start)


def _denied_before(verb: Token, sentence: Tokens) -> Frame | None:
    """Read ', which the firm denies' and ', a claim that the firm rejects': what stands before the comma is denied."""
    if verb.dep_ not in ("relcl", "acl") or not any(c.dep_ == "nsubj" and c.tag_ != "WDT" for c in verb.lefts):
        return None  # in 'the firm, which denies the charge' the firm denies
    doc, which = verb.doc, next((child for child in verb.lefts if child.lower_ == "which"), None)
    noun = verb.head
    if noun.dep_ in ("appos", "conj", "npadvmod") and noun_class(noun.lemma_.lower()) is not None:
        first = noun.left_edge.i
    else:
        first = which.i if which is not None else 0
    said = next((t for t in verb.ancestors if t.pos_ in ("VERB", "AUX")), None)
    if said is None or first <= sentence.start or doc[first - 1].text != ",":
        return None
    start = next((t for t in doc[said.left_edge.i : said.i + 1] if t.dep_ != "mark" and not t.is_punct), said)
    content = trim(doc, (max(start.idx, sentence_start(sentence)), doc[first - 1].idx))
    return verb_act(Form.CLAUSE, verb, CueClass.DENY, find_source(verb), (content,), said)
