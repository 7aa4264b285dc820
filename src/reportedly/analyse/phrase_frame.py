"""Read the frames that turn on no finite verb: according to, as stated by, reportedly, nouns, adjectives, colons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.content import content_after, sentence_start, trim
from reportedly.analyse.cue import QUOTES, adjective_class, is_verb_cue, lemma, noun_class, verb_takes
from reportedly.analyse.frame import Chars, Form, Frame, Source, parsed_text
from reportedly.analyse.outlet_name import is_outlet
from reportedly.analyse.picture_frame import closing_picture, fronted_picture
from reportedly.analyse.recipient import recipient_of_source
from reportedly.analyse.source import find_source, noun_source, source_before, tokens_source
from reportedly.analyse.source_noun import source_kind, speaking_noun
from reportedly.attribution import CueClass, SpeakerKind

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token, Tokens

# 'made a claim that ...' is the subject's own; 'disputed a claim that ...' is another's.
_MAKES = frozenset(
    "deliver express give harbour have hold issue make offer raise release repeat share show voice".split()
)
_RELATIVE = frozenset({"WDT", "WP", "WRB"})
_PRESS = frozenset({"media", "newspaper", "press"})
_VIEWS = frozenset({"estimation", "judgement", "judgment", "opinion", "view"})
_HEARSAY = {"reportedly": CueClass.SAY, "allegedly": CueClass.CLAIM, "supposedly": CueClass.CLAIM}


def phrase_frames(sentence: Tokens) -> list[Frame]:
    """List the frames of one sentence that no verb of its own carries."""
    found: list[Frame | None] = []
    for token in sentence:
        if token.lower_ == "according":
            found.append(_according(token, sentence))
        elif token.tag_ == "VBN" and token.i > sentence.start and token.nbor(-1).lower_ == "as":
            found.append(_as_stated(token, sentence))
        elif token.lower_ in _HEARSAY:
            found.append(_adverb(token, sentence))
        elif token.lower_ == "per" and token.dep_ == "prep":
            found.append(_per(token, sentence))
        elif token.lower_ in ("for", "in", "on"):
            found.append(_at_edge(token, sentence))
        elif token.lower_ in ("citing", "quoting"):
            found.append(_citing(token, sentence))
        elif token.pos_ == "NOUN":
            found.append(_in_view(token, sentence) or _noun(token))
        elif token.dep_ == "acomp":
            found.append(_adjective(token))
    found.append(_colon(sentence))
    return [frame for frame in found if frame is not None]


def _at_edge(token: Token, sentence: Tokens) -> Frame | None:
    """Read a preposition that opens a sentence, or its part behind a semicolon, or brings in its last words."""
    if token.i == sentence.start or token.nbor(-1).text == ";":
        return _for_whom(token, sentence) if token.lower_ == "for" else fronted_picture(token, sentence)
    return closing_picture(token, sentence) if token.lower_ == "in" else None


def _colon(sentence: Tokens) -> Frame | None:
    """Read a line that names its speaker in front: 'Analysts: the truce may hold'."""
    colon = next((t for t in sentence[1:8] if t.text == ":"), None)
    if colon is None or sentence.end - colon.i < 4:
        return None
    left = sentence.doc[sentence.start : colon.i]
    last = left[-1]
    speaks = last.ent_type_ in ("PERSON", "ORG") or speaking_noun(last.lemma_.lower())
    if not speaks or any(t.pos_ in ("VERB", "AUX", "ADP") for t in left):
        return None
    content = trim(sentence.doc, (colon.idx + 1, sentence.end_char))
    source = tokens_source(sentence.doc, sentence.start, colon.i, last)
    if source is None or content is None:
        return None
    return Frame(
        form=Form.COLON,
        head=colon,
        cue=(colon.idx, colon.idx + 1),
        cue_class=CueClass.SAY,
        source=source,
        content=(content,),
        predicate=None,
    )


def _according(token: Token, sentence: Tokens) -> Frame | None:
    doc = token.doc
    if token.i + 2 >= sentence.end or doc[token.i + 1].lower_ != "to":
        return None
    preposition = doc[token.i + 1]
    noun = next((c for c in preposition.children if c.dep_ == "pobj"), None)
    if noun is None:
        return None
    source = _with_role(noun_source(noun, token.i + 2, sentence.end), sentence)
    return _around(token, (token.idx, preposition.idx + 2), source, sentence, CueClass.SAY)


def _with_role(source: Source | None, sentence: Tokens) -> Source | None:
    """Give the source with the role behind it that the parse hung elsewhere: 'Ada Lind, a spokeswoman for the port'."""
    doc = sentence.doc
    end = next((t.i for t in sentence if source is not None and t.idx >= source.chars[1]), sentence.end)
    if source is None or end + 2 >= sentence.end or doc[end].text != ",":
        return source
    near = (t for t in doc[end + 1 : min(end + 7, sentence.end)] if t.dep_ == "appos" and t.left_edge.i == end + 1)
    role = next((t for t in near if speaking_noun(t.lemma_.lower())), None)
    if role is None:
        return source
    last = next((t for t in doc[role.i + 1 : role.right_edge.i + 1] if t.is_punct), None)
    final = doc[last.i - 1] if last is not None else role.right_edge
    return Source(chars=(source.chars[0], final.idx + len(final)), who=source.who)


def _per(token: Token, sentence: Tokens) -> Frame | None:
    """Read 'per its lawyer', which names a source; 'per person' and 'per day' name a measure."""
    noun = next((c for c in token.children if c.dep_ == "pobj"), None)
    if noun is None or not (noun.pos_ == "PROPN" or speaking_noun(noun.lemma_.lower())):
        return None
    if noun.tag_ == "NN" and not any(c.dep_ in ("det", "poss") for c in noun.lefts):
        return None
    source = noun_source(noun, token.i + 1, sentence.end)
    return _around(token, (token.idx, token.idx + len(token)), source, sentence, CueClass.SAY)


def _viewer(view: Token, sentence: Tokens) -> tuple[Source | None, Token]:
    """Give whose view it is, and the last token that says so: 'her view', 'the view of Ada Lind, an analyst'."""
    owner = next((c for c in view.lefts if c.dep_ == "poss"), None)
    if owner is not None:
        return noun_source(owner, 0, next((c.i for c in owner.rights if c.dep_ == "case"), view.i)), view
    whose = next((w for of in view.rights if of.lower_ == "of" for w in of.rights if w.dep_ == "pobj"), None)
    return (noun_source(whose, whose.head.i + 1, sentence.end), whose.right_edge) if whose is not None else (None, view)


def _for_whom(token: Token, sentence: Tokens) -> Frame | None:
    """Read 'For Ada Lind, an analyst, the truce is "a pause for breath"': whose judgement the quotation is."""
    noun = next((c for c in token.rights if c.dep_ == "pobj"), None)
    root = sentence.root
    words = [noun, *(c for c in noun.rights if c.dep_ == "appos")] if noun is not None else []
    speaks = any(word.ent_type_ == "PERSON" or speaking_noun(word.lemma_.lower()) for word in words)
    if noun is None or not speaks or is_verb_cue(root):
        return None
    comma = sentence.doc[noun.right_edge.i + 1] if noun.right_edge.i + 1 < sentence.end else token
    stop = sentence[-1].idx if sentence[-1].is_punct and sentence[-1].text != '"' else sentence.end_char
    content = trim(sentence.doc, (comma.idx + 1, stop)) if comma.text == "," else None
    source = noun_source(noun, token.i + 1, comma.i)
    quoted = content is not None and '"' in parsed_text(token.doc)[slice(*content)]
    if source is None or content is None or not quoted:
        return None
    return Frame(
        form=Form.PHRASE,
        head=token,
        cue=(token.idx, token.idx + len(token)),
        cue_class=CueClass.BELIEVE,
        source=source,
        content=(content,),
        predicate=_main_verb(sentence),
    )


def _in_view(token: Token, sentence: Tokens) -> Frame | None:
    """Read 'in her opinion', 'in the view of the union': whose judgement the sentence is."""
    if token.lower_ not in _VIEWS or token.head.lower_ != "in":
        return None
    doc, preposition = token.doc, token.head
    source, last = _viewer(token, sentence)
    before = trim(doc, (sentence_start(sentence), preposition.idx)) if preposition.i > sentence.start else None
    content = tuple(part for part in (before, trim(doc, (last.idx + len(last), sentence.end_char))) if part)
    if source is None or not content:
        return None
    return Frame(
        form=Form.PHRASE,
        head=token,
        cue=(token.idx, token.idx + len(token)),
        cue_class=CueClass.BELIEVE,
        source=source,
        content=content,
        predicate=_main_verb(sentence),
    )


def _citing(token: Token, sentence: Tokens) -> Frame | None:
    """Read ', citing two officers': whom the outlet or the speaker has it from; and ', citing his health'."""
    noun = next((c for c in token.rights if c.dep_ == "dobj"), None)
    if noun is None or (token.i > sentence.start and token.nbor(-1).text != ","):
        return None
    verbs = (t for t in reversed(sentence.doc[sentence.start : token.i]) if t.pos_ == "VERB" and is_verb_cue(t))
    speech = next((t for t in verbs if "clause" in verb_takes(lemma(t))), None)
    if not (noun.ent_type_ in ("PERSON", "ORG") or source_kind(noun.lemma_.lower())):
        return _reason(token, noun, speech)
    source = noun_source(noun, token.i + 1, sentence.end)
    behind = _speech_behind(token, sentence) if speech is None else None
    if behind is not None:
        content = content_after(behind.head, behind, sentence.end)
    else:
        end = _speech_start(speech, sentence) if speech is not None else token.idx
        content = trim(sentence.doc, (sentence_start(sentence), end))
    if source is None or content is None:
        return None
    return Frame(
        form=Form.PHRASE,
        head=token,
        cue=(token.idx, token.idx + len(token)),
        cue_class=CueClass.SAY,
        source=source,
        content=(content,),
        predicate=_main_verb(sentence) if speech is None else None,
        told=_outlet_of(speech or (behind.head if behind is not None else None)),
    )


def _speech_behind(token: Token, sentence: Tokens) -> Token | None:
    """Find what 'the agency, citing two officers, said' goes on to say: the clause's main word."""
    rest = sentence.doc[token.right_edge.i + 1 : sentence.end]
    speech = next((t for t in rest if t.pos_ == "VERB" and is_verb_cue(t)), None)
    return next((c for c in speech.rights if c.dep_ == "ccomp"), None) if speech is not None else None


def _outlet_of(speech: Token | None) -> Token | None:
    """Find the outlet that passes on whom it cites."""
    source = find_source(speech) if speech is not None else None
    if source is None:
        return None
    words = parsed_text(source.who.doc)[slice(*source.chars)].split(",")[0].removeprefix("The ").removeprefix("the ")
    phrase = source.who.doc[source.who.left_edge.i : source.who.i + 1]  # 'the newspaper Gol'
    outlet = is_outlet(words) or any(source_kind(t.lemma_.lower()) is SpeakerKind.OUTLET for t in phrase)
    return source.who if outlet or " news agency" in f" {words}" else None


def _reason(token: Token, noun: Token, speech: Token | None) -> Frame | None:
    """Read ', citing his health': a reason that the subject gives."""
    source = find_source(speech) if speech is not None else find_source(token)
    content = content_after(token, noun, len(token.doc))
    if source is None or content is None:
        return None
    return Frame(
        form=Form.OBJECT,
        head=token,
        cue=(token.idx, token.idx + len(token)),
        cue_class=CueClass.SAY,
        source=source,
        content=(content,),
        predicate=None,
    )


def _speech_start(verb: Token, sentence: Tokens) -> int:
    """Give the character at which 'the agency reported' starts behind what it reported."""
    source = source_before(verb, sentence.start)
    return source.chars[0] if source is not None else int(verb.idx)


def _as_stated(token: Token, sentence: Tokens) -> Frame | None:
    if lemma(token) in QUOTES and is_verb_cue(token.head) and find_source(token.head) is not None:
        return None  # 'he said, as quoted by the agency': whom he told
    does = verb_takes(lemma(token)).get("clause")
    agent = next((c for c in token.rights if c.lower_ == "by"), None)
    noun = next((c for c in agent.children if c.dep_ == "pobj"), None) if agent is not None else None
    if does is None or agent is None or noun is None:
        return None
    start = token.nbor(-1).idx
    source = noun_source(noun, agent.i + 1, sentence.end)
    return _around(token, (start, agent.idx + len(agent)), source, sentence, does)


def _around(head: Token, cue: Chars, source: Source | None, sentence: Tokens, does: CueClass) -> Frame | None:
    """Give the frame whose content is the sentence without the cue and its source."""
    if source is None:
        return None
    doc = head.doc
    start, end = _clause_around(head, sentence)
    parts = [trim(doc, (start, cue[0])) if start < cue[0] else None]
    behind = next((t for t in sentence if t.idx >= source.chars[1] and not t.is_punct), None)
    if behind is not None and behind.lower_ not in ("who", "whose"):  # 'according to A, who runs B'
        parts.append(trim(doc, (source.chars[1], end)) if source.chars[1] < end else None)
    content = tuple(part for part in parts if part is not None)
    if len(content) == 2 and content[0][1] - content[0][0] < 8:
        content = content[1:]  # 'But according to ...'
    if not content:
        return None
    return Frame(
        form=Form.PHRASE,
        head=head,
        cue=cue,
        cue_class=does,
        source=source,
        content=content,
        predicate=_main_verb(sentence),
        told=recipient_of_source(source.who),
    )


def _clause_around(head: Token, sentence: Tokens) -> Chars:
    """Give the clause that the phrase stands in: 'where, according to X, he hopes ...', else the sentence."""
    clause = head.head
    before = sentence.doc[clause.left_edge.i : head.i]
    if clause.dep_ != "relcl" or not all(token.is_punct or token.tag_ in _RELATIVE for token in before):
        return sentence_start(sentence), int(sentence.end_char)
    return int(head.idx), int(clause.right_edge.idx + len(clause.right_edge))


def _main_verb(sentence: Tokens) -> Token | None:
    return next((t for t in sentence if t.dep_ == "ROOT" and t.pos_ in ("VERB", "AUX")), None)


def _adverb(token: Token, sentence: Tokens) -> Frame | None:
    clause = token.head
    if clause.pos_ not in ("VERB", "AUX"):
        return None
    doc = token.doc
    start, end = clause.left_edge.i, clause.right_edge.i + 1
    parts = (
        trim(doc, (doc[start].idx, token.idx)) if start < token.i else None,
        trim(doc, (token.idx + len(token), doc[end - 1].idx + len(doc[end - 1]))) if end > token.i + 1 else None,
    )
    content = tuple(part for part in parts if part is not None)
    if not content:
        return None
    return Frame(
        form=Form.PHRASE,
        head=token,
        cue=(token.idx, token.idx + len(token)),
        cue_class=_HEARSAY[token.lower_],
        source=None,
        content=content,
        predicate=clause,
    )


def _noun(token: Token) -> Frame | None:
    does = noun_class(token.lemma_.lower())
    clause = next((c for c in token.rights if c.dep_ in ("acl", "ccomp") and _is_that_clause(c)), None)
    if does is None or clause is None or _is_relative(clause):
        return None
    content = content_after(token, clause, len(token.doc))
    verb = token.head.head if token.dep_ == "pobj" and token.head.dep_ == "prep" else token
    speaks = verb.i < token.i and is_verb_cue(verb) and "clause" in verb_takes(lemma(verb))
    if content is None or (speaks and find_source(verb) is not None):
        return None  # 'said in a report that ...': the clause is what was said
    return Frame(
        form=Form.NOUN,
        head=token,
        cue=(token.idx, token.idx + len(token)),
        cue_class=does,
        source=_holder(token),
        content=(content,),
        predicate=clause,
    )


def _is_that_clause(clause: Token) -> bool:
    return any(c.dep_ == "mark" and c.lower_ in ("that", "whether") for c in clause.children)


def _is_relative(clause: Token) -> bool:
    """Tell whether the noun is what the clause's verb takes: 'a claim that the firm disputes'."""
    takes = any(c.dep_ in ("dobj", "ccomp", "xcomp", "attr", "acomp", "prep") for c in clause.rights)
    return "object" in verb_takes(lemma(clause)) and not takes


def _holder(noun: Token) -> Source | None:
    """Find whose claim it is: 'her claim', 'the claim by the army', 'made a claim'."""
    owner = next((c for c in noun.children if c.dep_ == "poss"), None)
    if owner is not None:
        case = next((c for c in owner.children if c.dep_ == "case"), noun)
        return noun_source(owner, 0, case.i)
    for child in noun.rights:
        holder = next((c for c in child.children if c.dep_ == "pobj"), None)
        printed = (
            holder is not None and child.lower_ == "in" and holder.pos_ == "PROPN"
        )  # 'a report in the Courier that'
        if holder is not None and (printed or child.lower_ in ("by", "from", "of")):
            return noun_source(holder, child.i + 1, len(noun.doc))
    press = next((c for c in noun.lefts if c.dep_ == "compound" and c.lower_ in _PRESS), None)
    if press is not None:  # 'local media reports that'
        return tokens_source(noun.doc, noun.left_edge.i, noun.i, press)
    makes = noun.dep_ == "dobj" and noun.head.pos_ == "VERB" and lemma(noun.head) in _MAKES
    return find_source(noun.head) if makes else None


def _adjective(token: Token) -> Frame | None:
    does = adjective_class(token.lower_)
    clause = next((c for c in token.rights if c.dep_ == "ccomp"), None)
    source = find_source(token.head) if token.head.pos_ in ("AUX", "VERB") else None
    if does is None or clause is None or source is None:
        return None
    content = content_after(token, clause, len(token.doc))
    if content is None:
        return None
    doc = token.doc
    start = token.head.i if token.i - token.head.i <= 3 else token.i
    return Frame(
        form=Form.CLAUSE,
        head=token,
        cue=(doc[start].idx, token.idx + len(token)),
        cue_class=does,
        source=source,
        content=(content,),
        predicate=clause,
    )
