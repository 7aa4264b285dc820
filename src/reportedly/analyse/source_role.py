"""Read what a source's noun phrase tells beside a name: role, affiliation, side, and how many speak."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.known import singular_role
from reportedly.analyse.noun_class import classes_of
from reportedly.analyse.source_name import (
    HONORIFICS,
    is_named_elsewhere,
    name_tokens,
    text_of,
)
from reportedly.analyse.source_noun import is_body_noun, source_kind
from reportedly.attribution import SpeakerKind
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token

_SIDES = frozenset("rebel opposition government insurgent separatist regime loyalist".split())
_PLACES = ("GPE", "NORP", "LOC")
_GROUPS = ("ORG", "GPE", "LOC", "FAC")
_MODIFIERS = ("compound", "nmod", "amod")
_PERSON_ENDS = ("er", "or", "ist", "ian", "man", "woman", "ee", "eur", "ess", "ive")
_RANKS = frozenset("brig capt col cpl gen lt maj sgt".split())
# Bodies whose people are told of by them: 'a ministry spokesman' is a spokesman of a ministry.
_OWNERS = frozenset(
    "agency airline association bank charity club commission company council department embassy firm group hospital "
    "ministry team trust university".split()
)
_ORIGINS = ("old", "based", "installed", "backed", "appointed", "born", "educated", "trained")
_HEADS = frozenset({"candidate", "chief", "leader", "spokesman", "spokesperson", "spokeswoman"})
_BODIES = (SpeakerKind.ORGANISATION, SpeakerKind.OUTLET)
_PAST = frozenset({"ex", "former", "then"})
_PREFIXES = frozenset({"co", "ex", "vice"})
_LEARNED = frozenset({"dr", "prof", "rev"})  # behind a trade they add nothing: 'the historian Prof Ada Lind'
_ELECTED = frozenset({"gov", "rep", "sen"})
_VAGUE = frozenset({"insider", "person", "source"})  # what stands beside says more: 'a source, a retired judge,'
# What somebody is in one affair, beside whose name a trade may stand: 'the lodger, builder Ada Lind'.
IN_AFFAIR = frozenset("author defendant lodger occupant owner suspect tenant victim winner witness".split())
_FIRST = frozenset("lady lieutenant mate minister officer secretary sergeant violinist".split())  # 'first officer'
SPEAK = frozenset({"insider", "official", "source", "spokesman", "spokesperson", "spokeswoman"})
_SEATS = frozenset({"senator", "representative", "congressman", "congresswoman", "governor", "mayor", "minister"})
_WHICH = frozenset(
    "another european first last latest other second several third western year old local fellow own remaining".split()
)
_PARTIES = frozenset("conservative democrat democratic independent labour liberal republican socialist tory".split())
_OF_FIELDS = frozenset("chief director head minister professor secretary vice-president".split())  # 'head of research'
_KIN = frozenset(
    "aunt brother cousin dad daughter father fiance fiancee granddaughter grandfather grandmother grandson husband mom "
    "mother mum nephew niece partner sister son uncle widow wife".split()
)
_FAMED = frozenset({"favourite", "great", "hero", "icon", "legend", "stalwart"})  # people before a name: 'club legend'
_COUNTED = (SpeakerKind.PERSON, SpeakerKind.ANONYMOUS, SpeakerKind.REPORTER)


def read_role(who: Token, name: str | None) -> str | None:
    """Give what the words say that a person is: beside the name, before it, or in its stead."""
    if name is None:
        kin = who.lemma_.lower() in _KIN  # 'his son Leo Lind, a builder'
        trade = next((_beside(c) for c in who.rights if kin and c.dep_ == "appos" and c.pos_ == "PROPN"), None)
        trade = trade or _beside_vague(who) or _before_named(who)
        return trade or _own_words(who) if who.pos_ in ("NOUN", "PROPN", "ADJ") and who.lower_ != "old" else None
    before, beside = _before(who) or _elected(who), _beside(who)
    told = [word.rstrip(".") for word in (before or "").lower().split()]
    kin = not _KIN.isdisjoint(told[-1:])  # 'his mum Carol, a dinner lady'
    title = kin or _RANKS.issuperset(told) or " ".join(told) in read_words("titles.txt") - _SEATS
    return (beside or before if title else before) or _copular(who)


def noun_beside_vague(who: Token) -> Token | None:
    """Give the noun that says what a source is: 'judge' in 'one source, a retired judge,'."""
    beside = (c for c in who.rights if c.dep_ == "appos" and c.is_lower and c.tag_ == "NN" and is_person_noun(c))
    beside = (c for c in beside if c.lower_ != "one")
    return next(beside, None) if who.lemma_.lower() in _VAGUE and who.tag_ == "NN" else None


def _beside_vague(who: Token) -> str | None:
    beside = noun_beside_vague(who)
    return _own_words(beside) if beside is not None else None


def _before_named(who: Token) -> str | None:
    """Give the trade right before the name of one who is something in this affair: 'the lodger, builder Ada Lind'."""
    named = (c for c in who.rights if c.dep_ == "appos" and c.pos_ == "PROPN" and who.lemma_.lower() in IN_AFFAIR)
    return next((_before(c) for c in named), None)


def _beside(who: Token) -> str | None:
    """Give the role behind a name: 'Ada Lind, head of research'; not a party, as in 'Ada Lind, a Democrat'."""
    for child in who.children:
        one = child.lower_ == "one" and next((c for c in child.rights if c.lower_ == "of"), None)
        of = next((c for c in one.rights if c.dep_ == "pobj"), None) if one else None
        if of is not None and of.tag_ == "NNS" and is_person_noun(of):  # 'Ada Lind, one of about 30 fans'
            return singular_role(_own_words(of), of.lemma_.lower())
        if child.dep_ == "appos" and child.pos_ in ("NOUN", "PROPN") and child.ent_type_ != "PERSON":
            bracketed = child.left_edge.i > 0 and child.left_edge.nbor(-1).text == "("
            if not bracketed and is_person_noun(child) and child.lower_ not in _PARTIES:
                return _own_words(child)
    return None


def _copular(who: Token) -> str | None:
    """Give the role in 'Ada Lind is the mayor' and 'became coach'."""
    verb = who.head
    if who.dep_ != "nsubj" or verb.lemma_ not in ("be", "become") or any(c.dep_ == "neg" for c in verb.children):
        return None
    role = next((c for c in verb.rights if c.dep_ == "attr" and c.pos_ == "NOUN" and is_person_noun(c)), None)
    return _own_words(role) if role is not None else None


def _before(who: Token) -> str | None:
    """Give the role before a name: 'army spokesman Col. Ada Lind', 'Secretary of State Ada Lind'."""
    told = words_before(who)
    past = told[:1] if told[1:] and told[0].lower_ in _PAST else []
    owner, words = split_owner(told[len(past) :])
    if past and owner and all(word.is_lower for word in words):  # 'former Rovers striker'
        return f"{past[0].text} {text_of(words)}"
    words = words if owner else told
    words = words[:-1] if len(words) > 1 and words[-1].lower_ in _LEARNED and is_person_noun(words[-2]) else words
    ranks = next((n for n, word in enumerate(reversed(words)) if not (_is_rank(word) or word.is_punct)), len(words))
    if ranks == len(words) > 1:  # 'Lt. Col.'
        return f"{text_of(words)}{words[-1].nbor().text if words[-1].nbor().text == '.' else ''}"
    words = _without_owner(words[: len(words) - ranks] or words)  # 'army spokesman Col.' adds nothing
    person = any((is_person_noun(word) or word.lower_ in _FAMED) and word.lower_ != "former" for word in words)
    return text_of(words) if person else None


def _is_rank(word: Token) -> bool:
    return word.lower_.rstrip(".") in _RANKS


def _elected(who: Token) -> str | None:
    """Give the short title of who was elected: 'Sen.' of 'Sen. Ada Lind'."""
    titles = [t for t in who.lefts if t.lower_.rstrip(".") in _ELECTED and t.text[:1].isupper()]
    return str(titles[0].text) if titles and who.pos_ == "PROPN" else None


def words_before(who: Token) -> list[Token]:
    """Give the words before a name, without articles and titles such as 'Mrs'."""
    first = name_tokens(who)[:1]
    start = min((t.left_edge.i for t in who.lefts if t.dep_ in (*_MODIFIERS, "poss")), default=who.i)
    if who.ent_type_ == "PERSON":
        while start > 0 and who.doc[start - 1].ent_type_ == "PERSON" and who.doc[start].ent_iob_ == "I":
            start -= 1
    words = [t for t in who.doc[start : first[0].i if first else who.i] if t.lower_ not in HONORIFICS]
    while words and words[-1].is_punct:
        words = words[:-1]
    while words and (words[0].is_punct or words[0].dep_ == "det"):
        words = words[1:]
    return words


def split_owner(words: list[Token]) -> tuple[list[Token], list[Token]]:
    """Split the words before a name into those of a body and those of a role: 'Nordhav' and 'chief executive'."""
    case = next((n for n, word in enumerate(words) if word.tag_ == "POS"), None)
    if case is not None:
        part = max((n for n, word in enumerate(words[:-1]) if n > case and is_part(word)), default=case)
        end = part + 1 if part > case and has_parts(words[case - 1]) else case
        return (words[:end] if words[0].tag_ != "PRP$" else []), words[max(end, case + 1) :]
    last = 0
    while last < len(words) - 1 and _may_own(words[last]):
        last += 1
    lower = last < len(words) and words[last].is_lower
    told = any(word.ent_type_ in _GROUPS or word.is_upper for word in words[:last])
    return (words[:last], words[last:]) if lower or told else ([], words)


def has_parts(owner: Token) -> bool:
    """Tell whether an owner is a state's or many people: 'Mali's army', 'fans' trust' are bodies of their own."""
    return owner.tag_ in ("NNS", "NNPS") or any(place.kind == "country" for place in look_up(owner.text))


def is_part(noun: Token) -> bool:
    """Tell whether a noun behind an owner is of a body of its own: 'army', 'ministry'; not 'police' of a chief."""
    return is_body_noun(noun) and noun.lower_ not in read_words("speaker_portfolios.txt")


def _may_own(word: Token) -> bool:
    """Tell whether a word is of a body's name rather than of a role: no 'Defence', 'Council' or 'Police'."""
    if word.text in ("&", "of", "and") and word.i > word.sent.start:
        return True
    named = word.tag_ in ("NNP", "NNPS") or word.ent_type_ in _GROUPS or is_named_elsewhere(word)
    title = source_kind(word.lower_) is not None or word.lower_.rstrip(".") in read_words("titles.txt")
    misread = word.ent_type_ == "PERSON" and word.tag_ == "NNP" and not title  # 'Nordhav chief', a firm's
    common = word.lower_ in read_words("speaker_portfolios.txt") or (is_person_noun(word) and not misread)
    common = common or (word.is_sent_start is True and source_kind(word.lower_) is SpeakerKind.ORGANISATION)  # 'Club'
    return word.text[:1].isupper() and named and word.ent_type_ != "NORP" and not common


def is_person_noun(noun: Token) -> bool:
    """Tell whether a noun says what a person is, by the tables or by its ending: 'roofer', 'frontwoman'."""
    kind, form = source_kind(noun.lemma_.lower()), noun.lemma_.lower()
    if kind in _COUNTED or noun.lower_.rstrip(".") in read_words("titles.txt"):
        return True
    if "person" in classes_of(noun) and noun.pos_ in ("NOUN", "PROPN"):
        return True
    joined = noun.i > 0 and noun.nbor(-1).tag_ == "HYPH"  # 'third-tier'
    common = noun.tag_ == "NN" or (noun.pos_ in ("NOUN", "PROPN") and noun.tag_ != "NNPS")  # no 'Rovers'
    plain = kind is None and not joined and not noun.ent_type_ and common
    return plain and form.endswith(_PERSON_ENDS)


def _own_words(role: Token) -> str | None:
    """Give a role without article, number, owner, place and age: 'foreign minister' for 'Chad's 40-year-old ...'."""
    ranks = _members_of(role)
    if ranks is not None:
        return ranks
    first = min(role.left_edge.i, _joined_before(role))
    words = list(role.doc[first : (_field_of(role) or role).i + 1])
    colon = next((n for n, t in reversed(list(enumerate(words))) if t.text == ":"), -1)
    words = _without_owner(words[colon + 1 :])  # 'Flood live: mayor'
    if len(words) > 2 and words[0].lower_ in _PAST and words[1].tag_ == "NNP" and words[-1].is_lower:
        behind = next(n for n, word in enumerate(words) if n and word.tag_ != "NNP")
        return f"{words[0].text} {text_of(words[behind:])}"  # 'former Nordhav Lines engineers'
    return text_of(words)


def _joined_before(role: Token) -> int:
    """Give the place of the 'ex' of 'ex-husband', which the parse may hang on something else."""
    joined = role.i > 1 and role.nbor(-1).text == "-" and not role.nbor(-2).whitespace_
    return role.i - 2 if joined and role.nbor(-2).lower_ in _PREFIXES else role.i


def _members_of(role: Token) -> str | None:
    """Give 'member of the squad', which says more than 'member'; None where a name or nothing stands behind."""
    of = next((c for c in role.rights if c.lower_ == "of" and c.i == role.i + 1), None)
    whole = next((c for c in of.rights if c.dep_ == "pobj"), None) if of is not None else None
    if role.lemma_.lower() != "member" or whole is None or not role.doc[role.i : whole.i + 1].text.islower():
        return None
    return text_of(list(role.doc[role.i : whole.i + 1]))


def _field_of(role: Token) -> Token | None:
    """Give 'research' for 'head of research' and 'vice president for research'; None for 'head of the school'."""
    of = next((c for c in role.rights if c.lower_ in ("of", "for") and c.i == role.i + 1), None)
    vice = role.i > 0 and role.lower_ == "president" and role.nbor(-1).lower_ in ("vice", "-")
    if of is None or not (vice or role.lemma_.lower() in _OF_FIELDS):
        return None
    titled = not role.is_lower  # 'Vice President of Construction'
    fields = (c for c in of.children if c.dep_ == "pobj" and (c.is_lower or (titled and _is_field(c))))
    return next((c for c in fields if not any(word.dep_ in ("det", "poss") for word in c.lefts)), None)


def _is_field(noun: Token) -> bool:
    """Tell whether a capitalised noun is what an office is about, not where: 'Construction', 'Public Health'."""
    words = noun.doc[noun.left_edge.i : noun.i + 1]
    body = source_kind(noun.lemma_.lower()) in _BODIES and noun.lower_ not in read_words("speaker_portfolios.txt")
    return not body and not look_up(words.text) and not any(word.ent_type_ in _PLACES for word in words)


def _without_owner(words: list[Token]) -> list[Token]:
    """Drop the words before a role that say whose it is, where from, how old or which one."""
    words = words[_body_before(words) :]
    while len(words) > 1:
        joined = _joined(words)
        if joined > 1 and not words[joined - 1].lower_.endswith(_ORIGINS):
            return words  # 'team-mate', 'part-time striker'
        if joined == 1 and not (_says_whose(words[0]) or _says_side(words) or _is_owner(words)):
            return words
        owner = _topmost(words)
        end = max(owner.right_edge.i if owner.dep_ == "poss" else words[joined - 1].i, words[joined - 1].i)
        words = [t for t in words if t.i > end] or words[-1:]
    return words


def _body_before(words: list[Token]) -> int:
    """Count the words of a body before who speaks for it: 'Justice Ministry officials', 'fire brigade spokesman'."""
    if not words or not words[-1].is_lower or words[-1].lemma_.lower() not in SPEAK:
        return 0
    spokes = words[-1].lemma_.lower().startswith("spokes")
    bodies = (
        n
        for n, word in enumerate(words[:-1], 1)
        if (source_kind(word.lower_) is SpeakerKind.ORGANISATION or word.lower_ == "campaign")
        and (spokes or not word.is_lower or word.lower_ in _OWNERS)
    )
    return max(bodies, default=0)


def _topmost(words: list[Token]) -> Token:
    """Give what the first of the words before a role hangs on: 'Jamie' in 'outside court Jamie's mother'."""
    first = words[0]
    while first.head.i in {word.i for word in words[:-1]} and first.head.i != first.i:
        first = first.head
    return first if first.dep_ == "poss" or first.dep_ == "nummod" else words[0]


def _joined(words: list[Token]) -> int:
    """Count the tokens of the first word: five in '61-year-old'."""
    end = 1
    while end + 1 < len(words) and words[end].tag_ == "HYPH":
        end += 2
    return end


def _says_side(words: list[Token]) -> bool:
    """Tell whether a role opens with a side: 'opposition MPs'; not 'opposition leader', which is an office."""
    return words[0].lower_ in _PARTIES | _SIDES and words[1].lemma_.lower() not in _HEADS


def is_seat(word: Token) -> bool:
    """Tell whether a word that opens a sentence is a place's that stands for who sits there: 'Whitehall insiders'."""
    opens = word.is_sent_start is True and word.text[:1].isupper() and word.tag_ in ("NN", "NNP")
    listed = word.lower_ in read_words("speaker_portfolios.txt") or source_kind(word.lower_) is not None
    return opens and not listed and not classes_of(word) - {"name", "place", "state"} and bool(look_up(word.text))


def _is_owner(words: list[Token]) -> bool:
    """Tell whether a role in small letters has a name before it: 'Lethmar official'; or hangs 'outside court'."""
    name = words[0].tag_ == "NNP" and words[0].text[:1].isupper() and not words[0].is_sent_start and words[-1].is_lower
    if words[-1].lemma_.lower() in SPEAK and (name or is_seat(words[0])):  # 'a Treasury spokesperson'
        return True
    field = name and words[0].nbor(-1).tag_ == "POS"  # 'the group's Sahel director'
    return (name and not field and words[0].lower_ not in read_words("speaker_portfolios.txt")) or _topmost(
        words
    ).dep_ == "poss"


def _says_whose(token: Token) -> bool:
    if (
        token.dep_ in ("det", "nummod", "quantmod", "advmod", "preconj", "predet", "poss", "case", "punct")
        or token.tag_ == "PRP$"
    ):
        return True
    if token.dep_ == "compound" and token.head.dep_ == "poss":
        return True
    if token.lower_ in read_words("speaker_portfolios.txt"):
        return False
    if token.lower_ == "first" and token.i + 1 < len(token.doc) and token.nbor().lower_ in _FIRST:
        return False
    if token.lower_ in _WHICH or token.lower_.endswith(tuple(f"-{word}" for word in _ORIGINS)):
        return True
    if source_kind(token.lower_) is SpeakerKind.ORGANISATION:
        return token.is_upper or (token.is_lower and token.lower_ in _OWNERS)  # 'Council President' is a title
    return token.ent_type_ in (*_PLACES, "ORG", "DATE", "ORDINAL", "CARDINAL")


def read_party(who: Token) -> str | None:
    """Give the side that the words name: a nation's adjective or owner, 'rebel', 'government'."""
    for token in who.doc[who.left_edge.i : who.i]:
        if token.ent_type_ in _PLACES and token.head.i <= who.i and not _is_of_name(token, who):
            return str(token.text)
        if token.lower_ in _SIDES or (token.lower_ in _PARTIES and token.text[:1].isupper() and token.i < who.i):
            return str(token.text)
    return None


def _is_of_name(token: Token, who: Token) -> bool:
    """Tell whether a word that the model takes for a place is of the source's own name: 'Ines Dorval'."""
    return who.pos_ == "PROPN" and token.i in {word.i for word in name_tokens(who)}
