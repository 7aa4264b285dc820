"""Read the frames of silence: 'did not respond', 'declined to comment', 'was unable to verify'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.content import content_after
from reportedly.analyse.cue import lemma
from reportedly.analyse.frame import Chars, Form, Frame, Source
from reportedly.analyse.source import find_source, noun_source
from reportedly.attribution import CueClass

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_ANSWERS = frozenset({"respond", "reply", "comment", "answer", "react", "return"})
_REFUSES = frozenset({"decline", "refuse"})
_SAYS = frozenset(
    "comment say discuss answer elaborate identify disclose confirm give provide name respond speak specify".split()
)
_CHECKS = frozenset("verify confirm ascertain establish determine authenticate reach corroborate check".split())
_KEPT_BACK = frozenset("say comment confirm discuss elaborate identify specify disclose".split())
_REQUEST = 16  # tokens: "... to repeated requests for comment on the findings of the inquiry"
_AVAILABLE = frozenset({"available", "reachable"})


def refusal_frames(sentence: Tokens) -> list[Frame]:
    """List the frames of one sentence in which somebody says nothing, or the outlet could not find out."""
    frames = (_read(token) for token in sentence if token.pos_ in ("VERB", "AUX", "ADJ", "NOUN"))
    return [frame for frame in frames if frame is not None]


def _read(token: Token) -> Frame | None:
    if token.pos_ == "NOUN":
        return _no_comment_from(token)
    form = lemma(token)
    negated = _negated(token)
    if form in _REFUSES and token.pos_ == "VERB":
        return _declined(token)
    if form in _ANSWERS and negated and (form != "return" or _object(token, {"call", "request", "message", "email"})):
        return _silent(token, token)
    if form in _CHECKS and negated and not _passive(token) and _says_can(token):
        return _unverified(token, token)
    if form in _CHECKS and (token.head.lower_ == "unable" or _not_able(token.head)):
        return _unverified(token, token.head.head)
    if form == "reach" and negated and _passive(token):
        return _silent(token, token)
    if token.lower_ in _AVAILABLE and _negated(token.head) and _comment_follows(token):
        return _silent(token.head, token)
    if form in ("confirm", "deny") and any(c.lower_ in ("neither", "nor") for c in token.lefts):
        return _silent(token, token)
    asks = form == "identify" and _passive(token)  # 'asked not to be identified'
    if form in _KEPT_BACK and negated and not asks:
        return _silent(token, token) if not _complement(token) else _with_content(token, token)
    return None


def _declined(verb: Token) -> Frame | None:
    what = next((c for c in verb.rights if c.dep_ in ("xcomp", "dobj", "advcl")), None)
    if what is None or lemma(what) not in _SAYS:
        return None
    if _complement(what) is None:
        return _silent(verb, what)
    return _with_content(verb, what)


def _complement(verb: Token) -> Token | None:
    """Find what somebody would not say or could not check: a clause or a thing."""
    return next((c for c in verb.rights if c.dep_ in ("ccomp", "dobj", "xcomp") or _asks_when(c)), None)


def _asks_when(clause: Token) -> bool:
    """Tell whether the clause opens with a question word: 'could not verify when it was filmed'."""
    return clause.dep_ == "advcl" and clause.left_edge.tag_ == "WRB" and len(list(clause.subtree)) > 1


def _no_comment_from(noun: Token) -> Frame | None:
    """Read 'there was no comment from the ministry'."""
    if noun.lower_ not in ("comment", "response", "reply") or not any(c.lower_ == "no" for c in noun.lefts):
        return None
    sender = next((c for c in noun.rights if c.lower_ in ("from", "by")), None)
    name = next((c for c in sender.children if c.dep_ == "pobj"), None) if sender is not None else None
    source = noun_source(name, sender.i + 1, noun.sent.end) if sender is not None and name is not None else None
    return _refusal(noun, (noun.left_edge.idx, noun.idx + len(noun)), source) if source is not None else None


def _refusal(
    head: Token, cue: Chars, source: Source, content: Chars | None = None, predicate: Token | None = None
) -> Frame:
    return Frame(
        form=Form.REFUSAL,
        head=head,
        cue=cue,
        cue_class=CueClass.OTHER,
        source=source,
        content=(content,) if content is not None else (),
        predicate=predicate,
    )


def _silent(verb: Token, last: Token) -> Frame | None:
    """Give a refusal without content; the cue reaches to the request that went unanswered."""
    source = find_source(verb)
    if source is None:
        return None
    end = last.i + 1
    while end < min(last.right_edge.i + 1, last.i + _REQUEST) and not last.doc[end].is_punct:
        end += 1
    final = last.doc[end - 1]
    return _refusal(verb, (_cue_start(verb, source), final.idx + len(final)), source)


def _with_content(verb: Token, last: Token) -> Frame | None:
    """Give a refusal to say, or a failure to find out, the clause or thing that depends on `last`."""
    source, what = find_source(verb), _complement(last)
    content = content_after(last, what, len(verb.doc)) if what is not None else None
    if source is None or content is None:
        return None
    return _refusal(verb, (_cue_start(verb, source), last.idx + len(last)), source, content, what)


def _cue_start(verb: Token, source: Source) -> int:
    """Give the character at which the words after the source start that belong to the cue."""
    before = verb.doc[verb.left_edge.i : verb.i]
    return int(next((t.idx for t in before if t.idx >= source.chars[1] and not t.is_punct), verb.idx))


def _unverified(check: Token, main: Token) -> Frame | None:
    """Read 'could not verify X' and 'was unable to ascertain how X'."""
    source = find_source(main)
    if source is None:
        return None
    if _complement(check) is None:
        return _silent(main, check)
    return _with_content(main, check)


def _negated(verb: Token) -> bool:
    return any(child.dep_ == "neg" or child.lower_ in ("never", "not", "n't") for child in verb.children)


def _not_able(word: Token) -> bool:
    return word.lower_ == "able" and _negated(word.head)


def _passive(verb: Token) -> bool:
    return any(child.dep_ == "auxpass" for child in verb.children)


def _says_can(verb: Token) -> bool:
    return any(child.lower_ in ("could", "can", "ca", "did") for child in verb.children)


def _object(verb: Token, names: set[str]) -> bool:
    return any(child.dep_ == "dobj" and child.lemma_ in names for child in verb.children)


def _comment_follows(word: Token) -> bool:
    return any(token.lower_ == "comment" for token in word.subtree)
