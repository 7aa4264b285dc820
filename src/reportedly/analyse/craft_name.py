"""Find the names by which a report calls ships: beside a noun for one, with a prefix, or by what is told of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from reportedly.analyse.asset_noun import noun_at
from reportedly.data import read_table, read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Doc, Token

_LONGEST = 5  # words of a name
_BACK = 90  # tokens from 'one of them' back to the ships
_NUMERALS = frozenset("I II III IV V VI VII VIII IX X".split())
_QUOTES = frozenset("\"“”'‘’")
_ENDS = frozenset("Party Front Movement Navy Guard Guards Group Council Ministry Union Bank Agency".split())
_PASSIVE = frozenset({"nsubjpass", "dobj"})


class CraftName(NamedTuple):
    """Tokens `first` to `last` that name one ship."""

    first: int
    last: int
    name: str
    behind: int | None  # the noun right before that says what it is: the tanker of 'the tanker Orla Maid'


@cache
def _signs(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in read_table("craft_signs.tsv") if row["kind"] == kind)


@lru_cache(maxsize=2)  # every rule that asks for assets asks for the same
def craft_names(doc: Doc) -> Mapping[int, CraftName]:
    """Give every name of a ship in a parse, by its last token.

    A name is a ship's where it stands right behind a noun for ships, in apposition to one, behind a prefix ('USS') or,
    with 'the', where a ship's crew, parts or ways are told of it; it is so then wherever the report says it again.
    """
    runs = {run.first: run for run in _capitalised(doc)}
    sure = {run.first for run in runs.values() if _is_introduced(doc, run)}
    if not sure and not any(_is_ship(doc, i) for i in range(len(doc))):
        return MappingProxyType({})
    sure |= {run.first for run in runs.values() if run.first not in sure and _is_told_of(doc, run)}
    known = [runs[first] for first in sure]
    called = {_plain(run.name) for run in known}
    called |= {_plain(run.name) for run in runs.values() if _is_joined_to(doc, run, known)}
    found = {run.last: run for run in runs.values() if run.first in sure or _is_again(doc, run, called)}
    return MappingProxyType(found)


def _plain(name: str) -> str:
    """Give a ship's name without the prefix that may stand before it."""
    first, _, rest = name.partition(" ")
    return rest if first in read_words("assets_prefixes.txt") and rest else name


def _capitalised(doc: Doc) -> Iterator[CraftName]:
    """Give each run of capitalised words that may be a ship's name."""
    i = 0
    while i < len(doc):
        last = _last_of_run(doc, i)
        if last is None:
            i += 1
            continue
        quote = 1 if i and doc.tokens[i - 1].text in _QUOTES else 0
        behind = i - 1 - quote
        told = behind >= 0 and _is_ship(doc, behind) and doc.tokens[behind].tag_ not in ("NNS", "NNPS")
        yield CraftName(i, last, doc[i : last + 1].text, behind if told else None)
        i = last + 1


def _last_of_run(doc: Doc, i: int) -> int | None:
    """Give the last token of the capitalised words that start at token `i`; None where none do."""
    if not _is_capital(doc.tokens[i]) or _is_ship(doc, i):
        return None
    last, prefixed = i, doc.tokens[i].text in read_words("assets_prefixes.txt")
    for word in doc.tokens[i + 1 : i + _LONGEST]:
        before = doc.tokens[word.i - 1]
        if prefixed and word.lower_ == "of" and last > i:  # 'HMS Prince of Wales'
            continue
        numbered = word.text in _NUMERALS or (word.text.isdigit() and len(word.text) < 4)
        if not before.whitespace_ or not (_is_capital(word) or numbered) or word.is_sent_start:
            break
        last = word.i
    return last


def _is_capital(token: Token) -> bool:
    return token.text[0].isupper() and (token.pos_ == "PROPN" or token.tag_ in ("NNP", "NNPS"))


def _is_ship(doc: Doc, i: int) -> bool:
    noun = noun_at(doc, i)
    return noun is not None and noun.category == "ship"


def _is_introduced(doc: Doc, run: CraftName) -> bool:
    """Tell whether the words beside a name say that it is a ship: 'the tanker Orla Maid', 'the Orla Maid, a tanker'."""
    if run.behind is not None:
        return not _is_owner(doc, run)
    opening, head = doc.tokens[run.first], doc.tokens[run.last]
    if opening.text in read_words("assets_prefixes.txt") and run.last > run.first:
        return True
    if _opener(doc, run) != "the":
        return head.dep_ == "appos" and _opener(doc, run) == "," and _is_one_ship(head.head)
    if head.lower_ in read_words("toponym_landforms.txt"):
        return False  # 'in the Dover Strait, a tug in tow'
    if head.dep_ == "appos" and (_is_ship(doc, head.head.i) or _is_one_of(head.head)):
        return True
    return any(child.dep_ == "appos" and _is_ship(doc, child.i) and child.tag_ == "NN" for child in head.rights)


def _is_one_ship(noun: Token) -> bool:
    """Tell whether a noun is of one ship, right before a comma: 'the first boat of the class, Severodvinsk,'."""
    comma = noun.doc.tokens[noun.i + 1 : noun.i + 2]
    return _is_ship(noun.doc, noun.i) and noun.tag_ == "NN" and bool(comma) and comma[0].text == ","


def _is_owner(doc: Doc, run: CraftName) -> bool:
    """Tell whether a name says whose or where: 'the tanker Greece seized', 'the ship Greece's navy stopped'."""
    head = doc.tokens[run.last]
    after = doc.tokens[run.last + 1 : run.last + 2]
    if (bool(after) and after[0].tag_ == "POS") or run.name in _states():
        return True
    acts = head.dep_ in ("nsubj", "poss") and head.head.dep_ == "relcl"
    return acts and run.behind is not None and doc.tokens[run.behind].dep_ != "ROOT"


@cache
def _states() -> frozenset[str]:
    return frozenset(row["place"] for row in read_table("demonyms.tsv"))


def _is_one_of(noun: Token) -> bool:
    """Tell whether a word is one of ships told before: 'one of them, the Orla Maid'."""
    inner = [word for of in noun.rights if of.lower_ in ("of", "among") for word in of.children]
    if noun.lower_ not in ("one", "another") or not (inner or noun.lower_ == "another"):
        return False
    told = (i for i in range(noun.i - 1, max(noun.i - _BACK, 0), -1) if noun_at(noun.doc, i) is not None)
    nearest = next(told, None)
    return (nearest is not None and _is_ship(noun.doc, nearest)) or any(_is_ship(word.doc, word.i) for word in inner)


def _opener(doc: Doc, run: CraftName) -> str:
    """Give the word before a name, lower case, quotation marks aside."""
    at = run.first - 1
    while at >= 0 and doc.tokens[at].text in _QUOTES:
        at -= 1
    return doc.tokens[at].lower_ if at >= 0 else ""


def _is_told_of(doc: Doc, run: CraftName) -> bool:
    """Tell whether what is told of a name with 'the' is told of ships: parts, ways, who boards them."""
    head = doc.tokens[run.last]
    before = doc.tokens[run.first - 2] if run.first > 1 else None
    if _opener(doc, run) != "the" or head.ent_type_ in ("NORP", "DATE", "LANGUAGE") or _is_body(head):
        return False
    if doc.tokens[run.last + 1 : run.last + 2] and doc.tokens[run.last + 1].pos_ in ("NOUN", "PROPN"):
        return False
    if before is not None and before.lower_ in _signs("aboard"):
        return True
    verb, lemma = head.head, head.head.lemma_.lower()
    goes = lemma in _signs("does") and not any(child.dep_ == "dobj" for child in verb.rights)
    if head.dep_ == "nsubj" and (goes or _has_crew(verb)):
        return True
    if head.dep_ in _PASSIVE and lemma in _signs("done"):
        return True
    if head.dep_ in _PASSIVE and lemma in _signs("near"):
        ground = head.ent_type_ in ("GPE", "LOC") or head.lower_ in read_words("toponym_landforms.txt")
        return not ground and _is_near_ship(head)
    of = head.dep_ == "pobj" and verb.lower_ == "of" and verb.head.lemma_.lower() in _signs("part")
    return of or (head.dep_ == "poss" and lemma in _signs("part"))


def _is_body(head: Token) -> bool:
    """Tell whether a name ends as those of bodies and units do."""
    return head.text in _ENDS or noun_at(head.doc, head.i) is not None


def _has_crew(verb: Token) -> bool:
    """Tell whether somebody 'had 23 crew' or 'carried a crew of nine'."""
    return verb.lemma_ in ("have", "carry", "lose") and any(
        child.dep_ == "dobj" and child.lemma_.lower() == "crew" for child in verb.rights
    )


def _is_near_ship(head: Token) -> bool:
    """Tell whether a ship is told of in the sentence or the one before."""
    first = head.doc.tokens[max(head.sent.start - 1, 0)].sent.start
    return any(_is_ship(head.doc, i) for i in range(first, head.sent.end))


def _is_joined_to(doc: Doc, run: CraftName, sure: Iterable[CraftName]) -> bool:
    """Tell whether 'and the' joins a name to one that is a ship's: 'took the Orla Maid in May and the St Bride'."""
    head = doc.tokens[run.last]
    if head.dep_ != "conj" or _opener(doc, run) != "the" or _is_body(head):
        return False
    above = head.head
    siblings = {above.i, *(child.i for child in above.children if child.dep_ in _PASSIVE)}
    return any(not siblings.isdisjoint((other.behind, *range(other.first, other.last + 1))) for other in sure)


def _is_again(doc: Doc, run: CraftName, called: set[str]) -> bool:
    """Tell whether a name with 'the', or with a prefix, is one that the report has for a ship, or the end of one."""
    plain = _plain(run.name)
    if plain in called and (plain != run.name or " " in plain or _opener(doc, run) == "the"):
        return True
    return _opener(doc, run) == "the" and any(name.endswith(f" {plain}") for name in called)
