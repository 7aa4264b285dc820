"""What a report's names tell: the full form of a shorter one, whether it is a person's, and 'he' or 'she'."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

from reportedly.analyse.body_context import names_by_context
from reportedly.analyse.frame import parsed_text
from reportedly.analyse.given_name import is_given_name, she_by_name
from reportedly.analyse.name_beside import may_be_firms
from reportedly.analyse.source_name import (
    behind_dash,
    is_body_name,
    name_pieces,
    text_of,
    with_given_name,
    without_land,
    without_titles,
)
from reportedly.analyse.source_noun import is_body_noun

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token, Tokens

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
MALE = frozenset(
    "mr mr. sir lord father husband brother son boy king man uncle grandfather nephew prince duke baron priest".split()
)
FEMALE = frozenset(
    "mrs mrs. ms ms. miss lady dame mother wife sister daughter girl queen woman aunt grandmother niece princess "
    "widow actress nun".split()
)
# 'the National Ports Agency (NPA)'
_BRACKETED = re.compile(r"((?:[A-Z][\w'-]*(?: (?:of|for|and|the|&))* ){1,7})\(([A-Z][A-Za-z]{1,7})\)")
_JOINED = re.compile(r"\b([A-Z]\w+) and ([A-Z]\w+) ([A-Z][\w'-]+)")  # 'Ann and Joe Lutz'
_IT = frozenset({"it", "its", "itself"})
_OF_BODIES = frozenset(
    "ambassador army border capital coastguard economy embassy forward goalkeeper headquarters junta midfielder "
    "military minister ministry navy parliament share shareholder striker subsidiary territory winger".split()
)
_CLEAR = 2  # what words count against one reading of the model
_SURE = 10  # no person has a navy
_SHORT = 3  # letters of an acronym; fewer are many names'
_FULL, _LONG = 2, 6  # words of a full name, and of a body's
_BODIES = ("ORG", "GPE", "LOC", "FAC", "PRODUCT")


def says_she(words: frozenset[str] | set[str]) -> bool | None:
    """Tell whether words beside a person say that it is a woman; None where they say neither."""
    told = {word.rstrip("s") if word.endswith(("mans", "womans")) else word for word in words}
    if told & FEMALE or any(word.endswith("woman") for word in told):
        return True
    male = told & MALE or any(word.endswith("man") and word not in ("human", "german", "roman") for word in told)
    return False if male else None


class NameBook:
    """The names of people and bodies in a report, as far as it has been read."""

    def __init__(self) -> None:
        self._by_word: dict[str, dict[str, None]] = {}  # first name or surname -> the full names, the first told first
        self._bodies: dict[str, dict[str, None]] = {}  # a word of a body's name -> the names, the first told first
        self._acronyms: dict[str, str] = {}  # its first letters -> the body's name
        self._votes: dict[str, Counter[bool]] = {}  # name -> how often it was read as a person's

    def read(self, doc: Doc, as_told: Callable[[str], str] = str) -> None:
        """Take in the names of a passage, so that its first surname has a full form.

        `as_told` cuts a name to what the report's body tells of it: a title's capitals hide where its names end.
        """
        for name in (piece for whole in doc.ents for piece in name_pieces(whole)):
            if name.label_ == "PERSON" or name.label_ in _BODIES:
                self._take(name, as_told)
        for name in names_by_context(doc):
            self._votes.setdefault(name.text.lower(), Counter())[False] += _SURE
        for first, second, last in _JOINED.findall(parsed_text(doc)):
            if is_given_name(first) and is_given_name(second):
                self.tell(f"{first} {last}")
        for told in _BRACKETED.finditer(parsed_text(doc)):
            words = told.group(1).split()
            start = next((n for n, word in enumerate(words) if word[0] == told.group(2)[0]), None)
            if start is not None and len(words) - start > 1:
                self._acronyms.setdefault(told.group(2), " ".join(words[start:]))

    def _take(self, name: Tokens, as_told: Callable[[str], str]) -> None:
        plain = as_told(_bare(name))
        if not plain:
            return
        whole = _whole_body(name)
        whole = as_told(whole) if whole is not None else None
        person = name.label_ == "PERSON" and whole is None
        votes = self._votes.setdefault(plain.lower(), Counter())
        votes[person] += 1
        if name.label_ == "PERSON":
            self._weigh(name, votes)
        words = plain.split()
        if person and _FULL <= len(words) < _LONG and all(word[0].isalpha() for word in words):
            self.tell(plain)
        elif whole is not None or (name.label_ == "ORG" and 1 < len(words) <= _LONG):
            self._tell_body(whole or plain)

    def _weigh(self, name: Tokens, votes: Counter[bool]) -> None:
        """Add what the words around a name tell of it: its first name, a title, and whether 'it' or 'he' follows."""
        behind = {token.lower_ for token in name.doc[name.end : name.sent.end]}
        before = name.doc[name.start - 1].lower_ if name.start else ""
        if len(name) == 1 and _is_firms(name[0]):
            votes[False] += _CLEAR
        if is_given_name(name[0].text) or says_she({before, name[0].lower_}) is not None or behind & (HE | SHE):
            votes[True] += _CLEAR
        elif behind & _IT:
            votes[False] += _CLEAR
        if is_owner(name):
            votes[False] += _SURE

    def tell(self, name: str) -> None:
        """Take in a full name; another form of one that was told before counts as that."""
        words = name.split()
        told = self._by_word.get(words[-1].lower(), {}) if len(words) >= _FULL else None
        if told is not None and not any(_same_person(full.split(), words) for full in told):
            for word in {words[0].lower(), words[-1].lower()}:
                self._by_word.setdefault(word, {})[name] = None

    def _tell_body(self, name: str) -> None:
        words = name.split()
        for word in {words[0].lower(), words[-1].lower()}:
            self._bodies.setdefault(word, {})[name] = None
        capitals = "".join(word[0] for word in words if word[0].isupper())
        if len(capitals) >= _FULL:
            self._acronyms.setdefault(capitals, name)

    def body(self, name: str) -> str:
        """Give the full name of the body that a shorter one stands for: 'the Front'; else the name itself."""
        words = name.split()
        longer = self._bodies.get(words[0].lower(), {}) | self._bodies.get(words[-1].lower(), {}) if words else {}
        inside = (full for full in longer if f" {name.lower()} " in f" {full.lower()} " and _is_longer(full, name))
        full = next(inside, None)
        if full is not None:
            return self.body(full)  # 'Nordhav', 'Nordhav Lines', 'Nordhav Lines Inc.'
        letters = name.replace(".", "")
        return self._acronyms.get(letters, name) if len(letters) >= _SHORT or letters != name else name

    def is_body(self, name: str) -> bool:
        """Tell whether a name is a shorter form of a body's, and no person's."""
        return self.body(name) != name and self.full(name) == name

    def full(self, name: str, she: bool | None = None) -> str:
        """Give the full name that a surname, a first name or a shorter form stands for; else the name itself.

        Of several with one surname it is the one that the report told first; `she` is whether it must be a woman's.
        """
        words = name.split()
        told = [full for full in self._by_word.get(words[-1].lower(), {}) if _may_be(full, she)] if words else []
        ended = [full for full in told if full.lower().endswith(f" {name.lower()}")]  # 'Berg', 'van der Berg'
        if ended or len(words) == 1:
            return ended[0] if ended else told[0] if len(told) == 1 else name
        return next((full for full in told if _same_person(full.split(), words)), name)

    def is_person(self, name: str) -> bool | None:
        """Tell how the report's mentions of a name were mostly read; None where they say neither."""
        votes = self._votes.get(self.full(name).lower(), Counter())
        return None if votes[True] == votes[False] else votes[True] > votes[False]


def _is_firms(name: Token) -> bool:
    """Tell whether a name stands beside what firms are: 'its operator Skarvenergo', 'the operator, Skarvenergo'."""
    comma = name.i > 1 and name.nbor(-1).text == ","
    noun = name.nbor(-2 if comma else -1) if name.i else None
    beside = noun is not None and noun.is_lower and (name.dep_ == "appos" or not comma)
    return beside and noun is not None and (is_body_noun(noun) or may_be_firms(noun, name.text))


def is_owner(name: Tokens) -> bool:
    """Tell whether a name is that of a land or a body, by what it has: 'Lethmar's army', 'Wexcombe's striker'."""
    owned = name.doc[name.end : name.root.head.i + 1]
    return name.root.dep_ == "poss" and any(token.lemma_.lower() in _OF_BODIES for token in owned)


def _whole_body(name: Tokens) -> str | None:
    """Give a body's name of which the model may have read a part: 'Halden' of 'Halden Town'; None for other names."""
    doc, first, last = name.doc, name.start, name.end
    while first > 0 and name.start - first < _SHORT and doc[first - 1].pos_ == "PROPN":
        first -= 1
    while last < len(doc) and last - name.end < _SHORT and doc[last].pos_ == "PROPN":
        last += 1
    told = (_bare(doc[start:end]) for start, end in ((name.start, name.end), (name.start, last), (first, name.end)))
    return next((words for words in told if is_body_name(words)), None)


def _bare(name: Tokens) -> str:
    """Give a name as the text has it, without titles, roles and articles before it and its 's."""
    tokens = behind_dash(list(name))
    tokens = with_given_name(without_land(tokens)) if name.label_ == "PERSON" else tokens
    words = [token.text for token in tokens]
    kept = without_titles(words)
    start = next((n for n in range(len(words)) if words[n : n + len(kept)] == kept), 0)
    return text_of(tokens[start : start + len(kept)]) or ""


def _is_longer(full: str, name: str) -> bool:
    """Tell whether a name is the longer form of another, and not what another is beside it: 'state agency SANA'."""
    return len(full) > len(name) and (full[:1].isupper() or not name[:1].isupper())


def _may_be(name: str, she: bool | None) -> bool:
    return she is None or she_by_name(name) in (None, she)


def _same_person(one: list[str], other: list[str]) -> bool:
    """Tell whether 'Donald J. Trump' and 'Donald Trump' can be one."""
    return one[-1].lower() == other[-1].lower() and one[0].lower() == other[0].lower()
