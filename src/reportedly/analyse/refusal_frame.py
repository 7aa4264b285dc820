"""Read the frames of silence: 'did not respond', 'declined to comment', 'requests went unanswered'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.content import content_after, trim
from reportedly.analyse.cue import is_passive, lemma
from reportedly.analyse.frame import Chars, Form, Frame, Source
from reportedly.analyse.source import find_source, noun_source
from reportedly.analyse.unknown_frame import ASKS, guess_frame, is_negated_act, unknown_frame
from reportedly.attribution import CueClass

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token, Tokens

_ANSWERS = frozenset({"respond", "reply", "comment", "answer", "react", "return"})
_IGNORES = frozenset({"ignore", "rebuff", "decline", "refuse"})
_REFUSES = frozenset({"decline", "refuse"})
_REQUESTS = frozenset({"call", "email", "e-mail", "enquiry", "inquiry", "letter", "message", "question", "request"})
_KEPT_BACK = frozenset("comment confirm disclose discuss divulge elaborate identify name reveal say specify".split())
_SAYS = _KEPT_BACK | frozenset({"answer", "draw", "give", "interview", "provide", "respond", "speak"})
_GIVES = frozenset("disclose give issue make offer provide release supply".split())
_DETAILS = frozenset(
    "agenda answer breakdown comment date detail details explanation figure figures further information motive name "
    "number reason reaction reply response statement timetable toll".split()
)
_NAMES = frozenset({"identify", "name", "quote"})
_AVAILABLE = frozenset({"available", "reachable"})
_UNAVAILABLE = frozenset({"unavailable", "unreachable"})
_NO_WORD = frozenset({"comment", "reaction", "reply", "response", "statement", "word"})
_REQUEST = 16  # tokens: "... to repeated requests for comment on the findings of the inquiry"


def refusal_frames(sentence: Tokens) -> list[Frame]:
    """List the frames of one sentence in which somebody says nothing, or nobody could find out."""
    frames = (_read(token) for token in sentence if token.pos_ in ("VERB", "AUX", "ADJ", "NOUN"))
    return [frame for frame in frames if frame is not None]


def _read(token: Token) -> Frame | None:
    if token.pos_ == "NOUN":
        return _no_comment_from(token) or guess_frame(token)
    form = lemma(token)
    if form in _IGNORES and token.pos_ == "VERB":
        return _declined(token) if form in _REFUSES else _ignored(token)
    unanswered = _unanswered(token)
    if unanswered is not None:
        return unanswered
    if form in _ANSWERS and is_negated_act(token) and (form != "return" or _asked(token)):
        return _silent(token, token)
    if form == "reach" and is_negated_act(token) and is_passive(token):
        return _silent(token, token)
    gone = token.lower_ in _UNAVAILABLE and not is_negated_act(token.head)
    if (gone or (token.lower_ in _AVAILABLE and is_negated_act(token.head))) and _comment_follows(token):
        return _silent(token.head, token)
    if form in ("confirm", "deny") and any(c.lower_ in ("neither", "nor") for c in token.lefts):
        return _neither(token)
    return unknown_frame(token) or _gave_no(token, form) or _kept_back(token, form) or _drawn(token, form)


def _gave_no(verb: Token, form: str) -> Frame | None:
    """Read 'gave no details', 'made no comment' and 'would not give a reason'."""
    if form not in _GIVES | {"have"} or verb.pos_ != "VERB" or is_passive(verb):
        return None
    details = _NO_WORD if form == "have" else _DETAILS  # 'had no immediate comment'
    what = next((c for c in verb.rights if c.dep_ == "dobj" and c.lemma_.lower() in details), None)
    none = what is not None and any(c.lower_ in ("no", "any") for c in what.lefts)
    no = what is not None and any(c.lower_ == "no" for c in what.lefts)
    return _silent(verb, what) if what is not None and (no or (none and is_negated_act(verb))) else None


def _neither(verb: Token) -> Frame | None:
    """Read 'neither confirmed nor denied the offer'."""
    last = next((c for c in verb.rights if c.dep_ == "conj"), verb)
    return _with_content(verb, last) if _complement(last) is not None else _silent(verb, last)


def _kept_back(token: Token, form: str) -> Frame | None:
    """Read 'would not say whether', 'has not commented'; not 'asked not to be identified'."""
    nothing = form == "say" and any(c.lower_ in ("little", "nothing") and c.dep_ == "dobj" for c in token.rights)
    if nothing:
        return _silent(token, token)
    if (
        form not in _KEPT_BACK
        or not is_negated_act(token)
        or (form in _NAMES and (is_passive(token) or token.dep_ == "relcl"))
    ):
        return None
    if _complement(token) is None:
        return _asked_before(token) or _silent(token, token)
    return _with_content(token, token)


def _asked_before(verb: Token) -> Frame | None:
    """Read 'how many there were he would not say'."""
    asked = next((c for c in verb.lefts if c.dep_ in ("advcl", "ccomp") and c.left_edge.lower_ in ASKS), None)
    source = find_source(verb) if asked is not None else None
    if asked is None or source is None or source.chars[0] < asked.idx:
        return None
    content = trim(verb.doc, (asked.left_edge.idx, source.chars[0]))
    return _refusal(verb, (_cue_start(verb, source), verb.idx + len(verb)), source, content, asked)


def _drawn(verb: Token, form: str) -> Frame | None:
    """Read 'would not be drawn on whether the two were connected'."""
    if form != "draw" or not is_passive(verb) or not is_negated_act(verb):
        return None
    on = next((c for c in verb.rights if c.dep_ == "prep" and c.lower_ in ("on", "into")), None)
    return _silent(verb, verb) if on is None else _with_content(verb, on)


def _declined(verb: Token) -> Frame | None:
    what = next((c for c in verb.rights if c.dep_ in ("xcomp", "dobj", "advcl")), None)
    if what is not None and lemma(what) in _NAMES and is_passive(what):
        return None  # 'declined to be named': anonymity
    if what is None or lemma(what) not in _SAYS:
        return _ignored(verb)
    if _complement(what) is None:
        return _silent(verb, what)
    return _with_content(verb, what)


def _ignored(verb: Token) -> Frame | None:
    """Read 'ignored two requests for comment' and 'declined several requests'."""
    return _silent(verb, verb) if _asked(verb) and not is_passive(verb) else None


def _asked(verb: Token) -> bool:
    """Tell whether the verb's object is what a reporter asked: 'did not return calls'."""
    return any(child.dep_ == "dobj" and child.lemma_.lower() in _REQUESTS for child in verb.rights)


def _unanswered(token: Token) -> Frame | None:
    """Read 'requests to the ministry went unanswered' and 'a message left with the lawyer was not returned'."""
    unanswered = token.lower_ == "unanswered" and token.head.pos_ in ("VERB", "AUX")
    verb = token.head if unanswered else token
    if not unanswered and not (lemma(token) in _ANSWERS and is_passive(token) and is_negated_act(token)):
        return None
    request = next((c for c in verb.lefts if c.dep_ in ("nsubj", "nsubjpass")), None)
    if request is None or request.lemma_.lower() not in _REQUESTS:
        return None
    asked = (t for t in request.subtree if t.dep_ == "pobj" and t.head.lower_ in ("to", "with", "at"))
    name = next(asked, None)
    source = noun_source(name, name.head.i + 1, verb.i) if name is not None else None
    start, end = request.left_edge.idx, token.idx + len(token)
    if source is None:
        return None
    first = next((t.idx for t in verb.doc[verb.left_edge.i : token.i + 1] if t.idx >= source.chars[1]), start)
    return _refusal(verb, (first, end), source)


def _complement(verb: Token) -> Token | None:
    """Find what somebody would not say: a clause or a thing."""
    return next((c for c in verb.rights if c.dep_ in ("ccomp", "dobj", "pcomp", "pobj", "xcomp")), None)


def _no_comment_from(noun: Token) -> Frame | None:
    """Read 'there was no comment from the ministry'."""
    if noun.lower_ not in _NO_WORD or not any(c.lower_ == "no" for c in noun.lefts):
        return None
    near = (*noun.rights, *noun.head.rights, *noun.subtree)
    sender = next((c for c in near if c.lower_ in ("from", "by") and c.i > noun.i), None)
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
    """Give a refusal to say the clause or thing that depends on `last`."""
    source, what = find_source(verb), _complement(last)
    content = content_after(last, what, len(verb.doc)) if what is not None else None
    if source is None or content is None:
        return None
    return _refusal(verb, (_cue_start(verb, source), last.idx + len(last)), source, content, what)


def _cue_start(verb: Token, source: Source) -> int:
    """Give the character at which the words after the source start that belong to the cue."""
    main = verb.head if verb.dep_ == "xcomp" else verb  # 'has yet to respond'
    before = verb.doc[main.left_edge.i : verb.i]
    return int(next((t.idx for t in before if t.idx >= source.chars[1] and not t.is_punct), verb.idx))


def _comment_follows(word: Token) -> bool:
    return any(token.lower_ == "comment" for token in word.subtree)
