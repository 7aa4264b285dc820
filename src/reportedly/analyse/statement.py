"""Turn a question that yes or no would answer into the statement that it asks about.

The parser is trained on news, where questions are rare: the statement is what it reads best. Where the subject ends is
chosen by which statement parses as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.analyse.parse import Passage, parse
from reportedly.analyse.parsed import Doc
from reportedly.report import Completeness, Report

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_LONGEST = 400  # characters; whoever asks a longer question asks several
_AUXILIARY = frozenset(
    "am are can could did do does had has have is may might must shall should was were will would ca wo sha".split()
)
_WHOLE = {"ca": "can", "wo": "will", "sha": "shall"}  # what the parser leaves of 'can't'
_SUPPORT = frozenset({"do", "does", "did"})  # 'the tower did fall' is rare, and is misread
_NEGATIONS = frozenset({"n't", "not"})
_LONGEST_SUBJECT = 12  # words
_LEAD = 2  # words that may stand before the verb: 'So, is ...'
_OF_MANY = frozenset({"are", "were", "have"})
_OF_ONE = frozenset({"is", "was", "has", "does"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl"})
_BEFORE_NOUNS = frozenset({"DET", "ADJ", "NUM", "ADP"})
_HELPERS = frozenset({"aux", "auxpass"})
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Statement:
    """What a question asks about, as a statement, with its parse."""

    report: Report  # whose body is the statement
    passages: tuple[Passage, ...]
    root: Token
    negated: bool  # the question was put in the negative: 'Isn't ...?'
    raised: bool  # its first word stood small in the question
    supported: bool  # it was put with 'do', for which the statement has another verb


def state(text: str) -> Statement | None:
    """Give the statement that a question asks about; None where it is no question that yes or no would answer."""
    asked = _SPACES.sub(" ", text).strip()[:_LONGEST].rstrip("?!. ")
    if not asked:
        return None
    doc = parse(as_report(f"{asked}?"))[0].doc
    words = [token for token in doc if not token.is_punct or token.lower_ in _NEGATIONS]
    if not words:
        return None
    verb = next((at for at, token in enumerate(words[: _LEAD + 1]) if token.lower_ in _AUXILIARY), None)
    if words[0].tag_.startswith("W") and words[0].lower_ not in ("will",):
        return None
    if verb is None or _opens_a_statement(words, verb):
        return _told(f"{asked}.", negated=False, raised=False, supported=False)
    return _turned(asked, doc, words, verb)


def as_report(body: str) -> Report:
    """Give words as a report of nobody, for the analysis to read."""
    return Report(
        id="question",
        path=None,
        title=None,
        published=None,
        published_basis=None,
        modified=None,
        publisher=None,
        agency=None,
        url=None,
        language="en",
        authors=(),
        editors=(),
        dateline=None,
        body=body,
        completeness=Completeness.UNKNOWN,
        notices=(),
        cut=(),
        links=(),
    )


def _opens_a_statement(words: list[Token], verb: int) -> bool:
    """Tell whether the subject stands before the verb: 'Troops are leaving?'."""
    return verb > 0 and any(token.dep_ in SUBJECTS for token in words[:verb])


def _turned(asked: str, doc: Doc, words: list[Token], verb: int) -> Statement | None:
    """Try the verb behind each word that may end the subject, and give the statement that parses best."""
    negated = any(token.lower_ in _NEGATIONS for token in words[verb + 1 : verb + 2])
    rest = words[verb + 1 + negated :]
    if len(rest) < 2:
        return None
    supported = words[verb].lower_ in _SUPPORT
    helper = "will" if supported else _WHOLE.get(words[verb].lower_, words[verb].lower_)
    best: tuple[int, int, Statement] | None = None
    for ends in _ends(doc, rest):
        if rest[ends].lower_ in ("of", "than") or _is_one_name(rest, ends):  # 'any of the missing', 'Ann Lee'
            continue
        first = asked[rest[0].idx : rest[ends - 1].idx + len(rest[ends - 1])]
        body = f"{first[:1].upper()}{first[1:]} {helper} {asked[rest[ends].idx :]}."
        told = _told(body, negated=negated, raised=not first[:1].isupper(), supported=supported)
        points = _points(told, len(first)) if told else 0
        if told and (best is None or points > best[0]):
            best = (points, ends, told)
    return best[2] if best else None


def _is_one_name(rest: list[Token], ends: int) -> bool:
    """Tell whether a name, or 'more than forty people', goes on behind where the subject would end."""
    last, following = rest[ends - 1], rest[ends]
    name = following.pos_ == "PROPN" and following.is_title and last.is_title and last.lower_ not in ("the", "a", "an")
    return (
        name
        or last.pos_ in ("ADP", "DET")
        or (last.pos_ in _BEFORE_NOUNS and following.pos_ in ("NOUN", "PROPN", "NUM"))
    )


def _ends(doc: Doc, rest: list[Token]) -> Iterator[int]:
    """Give after how many words the subject may end: first as the question was parsed, then from short to long."""
    subject = next((token for token in rest if token.dep_ in SUBJECTS and token.head.dep_ == "ROOT"), None)
    limit = min(len(rest), _LONGEST_SUBJECT + 1)
    parsed = next((at for at, token in enumerate(rest, 1) if token is subject), 0)
    yield from dict.fromkeys(ends for ends in (parsed, *range(1, limit)) if 0 < ends < len(rest))


def _told(body: str, *, negated: bool, raised: bool, supported: bool) -> Statement | None:
    """Parse a statement; None where it has no verb."""
    report = as_report(body)
    passages = parse(report)
    sentence = passages[0].doc.sents[0] if passages and passages[0].doc.sents else None
    if sentence is None:
        return None
    return Statement(report, passages, sentence.root, negated, raised, supported)


def _points(told: Statement, subject_end: int) -> int:
    """Give how well a statement parses: its subject ends where it should, and its verb is the one that was moved."""
    doc = told.passages[0].doc
    root = told.root
    subjects = [child for child in root.children if child.dep_ in SUBJECTS]
    moved = next((token for token in doc if token.idx == subject_end + 1), None)
    if len(subjects) != 1 or moved is None:
        return 0
    subject = subjects[0]
    edge = subject.right_edge
    fits = edge.idx + len(edge) == subject_end and subject.left_edge.i == 0
    verbal = moved is root or (moved.dep_ in _HELPERS and moved.head is root)
    complete = moved is not root or any(child.i > root.i and not child.is_punct for child in root.children)
    many, one = moved.lower_ in _OF_MANY, moved.lower_ in _OF_ONE
    joined = any(child.dep_ == "conj" for child in subject.children)
    agrees = not (many and subject.tag_ in ("NN", "NNP") and not joined) and not (one and subject.tag_ == "NNS")
    formed = moved.tag_ != "MD" or root is moved or root.tag_ == "VB"  # 'men will fleeing the city' is no English
    said_of = root.lemma_ == "be" and any(child.dep_ == "acomp" for child in root.rights)  # 'the damage was deliberate'
    points = 2 * fits + 2 * verbal + 2 * formed + said_of + complete + 2 * agrees + 2 * (root.pos_ in ("VERB", "AUX"))
    cut_short = edge.pos_ in ("ADJ", "ADV", "AUX", "PART") and edge.i > 0  # 'a player too ill is to travel'
    return 2 * points + (root.pos_ == "VERB") - 2 * _leaves_its_act_over(root) - 2 * cut_short


def _leaves_its_act_over(root: Token) -> bool:
    """Tell whether a participle or an adjective that the verb 'be' takes is left hanging on something behind it.

    'The air is around the terminal dangerous' puts the verb too early, and so does 'boxes were in Larn tampered with'.
    """
    if root.lemma_ != "be" or any(child.dep_ in ("acomp", "attr") for child in root.children):
        return False
    behind = root.doc[root.i + 1 : root.right_edge.i + 1]
    return any(
        (
            token.tag_ in ("VBN", "VBD")
            and token.dep_ in ("acl", "advcl")
            and not any(c.dep_ == "mark" for c in token.children)
        )
        or (token.pos_ == "ADJ" and token.dep_ == "pobj")
        for token in behind
    )
