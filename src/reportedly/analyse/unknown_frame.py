"""Read the frames of what nobody could find out: 'could not verify', 'was unable to ascertain', 'it was unclear'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.content import content_after, trim
from reportedly.analyse.cue import is_passive, lemma
from reportedly.analyse.frame import Chars, Form, Frame, Source
from reportedly.analyse.source import find_source
from reportedly.attribution import CueClass

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

CHECKS = frozenset("verify confirm ascertain establish determine authenticate reach corroborate check".split())
ASKS = frozenset("how what when where whether which who why".split())
_CAN = frozenset({"could", "can", "ca", "did"})
_NOBODY = frozenset({"neither", "no", "nobody", "none"})
_SHORT_OF = frozenset({"fail", "have", "remain"})  # 'failed to respond', 'has yet to respond'
_NOT_KNOWN = frozenset({"unclear", "unknown", "uncertain"})
_IF_DENIED = frozenset({"clear", "certain", "known", "know"})


def is_negated_act(verb: Token) -> bool:
    """Tell whether the act did not take place: 'did not respond', 'has yet to', 'nobody responded', 'neither did'."""
    if any(child.dep_ == "neg" or child.lower_ in ("never", "not", "n't") for child in verb.children):
        return True
    held_off = verb.dep_ == "xcomp" and lemma(verb.head) in _SHORT_OF
    if held_off and (lemma(verb.head) == "fail" or any(c.lower_ == "yet" for c in verb.head.children)):
        return True
    subjects = (c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass"))
    return any(s.lower_ in _NOBODY or any(c.lower_ in _NOBODY for c in s.lefts) for s in subjects)


def unknown_frame(token: Token) -> Frame | None:
    """Read the frame of a check that failed or of what is not known, whose main word is `token`; None for others."""
    if token.pos_ == "ADJ" or lemma(token) == "know":
        return _not_known(token)
    if lemma(token) not in CHECKS:
        return None
    if is_passive(token):
        return _not_checked(token) if is_negated_act(token) and _says_can(token) and lemma(token) != "reach" else None
    if is_negated_act(token) and _says_can(token):
        return _unverified(token, token)
    if (impossible := _impossible(token)) is not None:
        return impossible
    if token.head.lower_ == "unable" or (token.head.lower_ == "able" and is_negated_act(token.head.head)):
        return _unverified(token, token.head.head)
    return None


def _not_known(word: Token) -> Frame | None:
    """Read 'it was not clear whether ...', 'who fired is not known' and 'the date was unclear'."""
    verb = word if word.pos_ == "VERB" else word.head
    if verb.pos_ not in ("VERB", "AUX") or (word.pos_ == "VERB" and not is_passive(word)):
        return None
    if not (word.lower_ in _NOT_KNOWN or (word.lower_ in _IF_DENIED and is_negated_act(verb))):
        return None
    subject = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass", "csubj", "csubjpass")), None)
    clause = next((c for node in (word, verb) for c in node.rights if c.dep_ in ("ccomp", "advcl", "csubj")), None)
    empty = subject is None or subject.lower_ == "it"
    if empty and clause is not None and clause.i > word.i:
        return _frame(word, verb, None, content_after(word, clause, len(word.doc)), clause)
    if subject is None or empty or subject.pos_ == "PRON" or clause is not None:
        return None  # 'he was unclear whether ...' is his own doubt
    return _frame(word, verb, None, _whole(subject), None)


def guess_frame(noun: Token) -> Frame | None:
    """Read 'how long it means to stay is anybody's guess'."""
    verb = noun.head
    anybodys = any(c.dep_ == "poss" and c.lower_ in ("anybody", "anyone") for c in noun.lefts)
    subject = next((c for c in verb.lefts if c.dep_ in ("acomp", "csubj", "nsubj")), None)
    if noun.lower_ != "guess" or not anybodys or verb.lemma_ not in ("be", "remain") or subject is None:
        return None
    return _frame(noun, verb, None, _whole(subject), None)


def _not_checked(verb: Token) -> Frame | None:
    """Read 'the report could not be verified': what was not, by nobody named."""
    subject = next((c for c in verb.lefts if c.dep_ in ("csubj", "csubjpass", "nsubjpass")), None)
    return _frame(verb, verb, None, _whole(subject), None) if subject is not None else None


def _unverified(check: Token, main: Token) -> Frame | None:
    """Read 'could not verify X' and 'was unable to ascertain how X'."""
    source = find_source(main)
    told = (c for c in check.rights if c.dep_ in ("ccomp", "dobj", "xcomp") or _asks_when(c))
    what = next(told, None) or next((c for c in main.rights if _asks_when(c)), None)
    if source is None:
        return None
    content = content_after(check, what, len(check.doc)) if what is not None else _asked_before(main, source)
    return _frame(check, main, source, content, what)


def _asked_before(main: Token, source: Source) -> Chars | None:
    """Give what stands in front: 'where the rest went, Reuters has been unable to establish'."""
    asked = next((c for c in main.lefts if c.dep_ in ("advcl", "ccomp") and c.left_edge.lower_ in ASKS), None)
    return trim(main.doc, (asked.left_edge.idx, source.chars[0])) if asked is not None else None


def _impossible(check: Token) -> Frame | None:
    """Read 'it was not possible to verify his account', which nobody is named for; None where it was possible."""
    main = check.head
    word = next((c for c in main.rights if c.lower_ in ("impossible", "possible")), None)
    if word is None or main.lemma_ != "be" or (word.lower_ == "possible") != is_negated_act(main):
        return None
    what = next((c for c in check.rights if c.dep_ in ("ccomp", "dobj", "xcomp") or _asks_when(c)), None)
    return _frame(check, main, None, content_after(check, what, len(check.doc)) if what is not None else None, what)


def _asks_when(clause: Token) -> bool:
    """Tell whether the clause opens with a question word: 'could not verify when it was filmed'."""
    return clause.dep_ == "advcl" and clause.left_edge.tag_ == "WRB" and len(list(clause.subtree)) > 1


def _whole(subject: Token) -> Chars | None:
    last = subject.right_edge
    return trim(subject.doc, (subject.left_edge.idx, last.idx + len(last)))


def _says_can(verb: Token) -> bool:
    return any(child.lower_ in _CAN for child in verb.children)


def _frame(
    last: Token, verb: Token, source: Source | None, content: Chars | None, predicate: Token | None
) -> Frame | None:
    if (content is None and source is None) or last.i < verb.i:
        return None
    before = verb.doc[verb.left_edge.i : verb.i]
    said = [chars[1] for chars in (content, source.chars if source else None) if chars and chars[0] < verb.idx]
    words = [t for t in before if t.idx >= max(said, default=0) and not t.is_punct and t.lower_ != "it"]
    return Frame(
        form=Form.REFUSAL,
        head=verb,
        cue=((words[0] if words else verb).idx, last.idx + len(last)),
        cue_class=CueClass.OTHER,
        source=source,
        content=(content,) if content is not None else (),
        predicate=predicate,
    )
