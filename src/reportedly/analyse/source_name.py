"""Read the name in a source's noun phrase, and the words that stand for a body that has none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reportedly.analyse.actor_table import find_known
from reportedly.analyse.demonym import place_of_demonym
from reportedly.analyse.frame import parsed_text
from reportedly.analyse.gazetteer import look_up
from reportedly.analyse.given_name import is_given_name
from reportedly.analyse.source_noun import source_kind
from reportedly.analyse.whence import places_in
from reportedly.attribution import SpeakerKind
from reportedly.data import read_words

if TYPE_CHECKING:
    from reportedly.analyse.parsed import Token, Tokens

# Titles that are no part of a name and tell no role; those of `titles.txt` are roles: 'President', 'Dr'.
_AGAIN = 1500  # tokens up to which a body's bare noun may stand for one that was told in full
_SEVERAL = 2  # words; one alone may be anything
_DASHES = frozenset({"-", "--", "\u2013", "\u2014"})
_BEHIND = frozenset("KC QC SC MP MSP MEP MLA OBE MBE CBE PhD MD Esq".split())
_SEATS = frozenset({"MEP", "MLA", "MP", "MSP"})
HONORIFICS = frozenset("mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady sen. rep. gov. gen.".split())


def without_titles(words: Sequence[str]) -> list[str]:
    """Give the words of a name without the titles, roles and articles before it, letters behind it and its 's."""
    kept = list(words)
    while kept and (kept[-1] in ("'s", "'") or not kept[-1][:1].isalnum()):
        kept = kept[:-1]
    while len(kept) > 1 and (kept[0].lower() in HONORIFICS | {"the", "a", "an"} or not kept[0][:1].isalpha()):
        kept = kept[1:]
    kept = kept[_opening_role(kept) :]
    while len(kept) > 1 and kept[-1] in _BEHIND:
        kept = kept[:-1]
    return kept


def _opening_role(words: Sequence[str]) -> int:
    """Count the words of a role that a name was read with: 'Police Chief Ada Lind', 'Resident Alun Gray'."""
    last = 0
    for place, word in enumerate(words[:-1]):
        title = word.lower().rstrip(".") in read_words("titles.txt")
        if title or (source_kind(word.lower()) is SpeakerKind.ANONYMOUS and len(words) - place > 2):
            last = place + 1
    return last


def proper_name(who: Token) -> str | None:
    """Give the proper name that the noun is, with its first names, without titles and 'the'."""
    if is_handle(who):
        return who.text
    if who.text in _SEATS and any(child.lower_ in ("a", "the") for child in who.lefts):
        return None  # 'the Cheshire MP'
    proper = who.pos_ == "PROPN" or who.ent_type_ in ("PERSON", "ORG") or is_named_elsewhere(who)  # the tagger errs
    proper = proper or ends_joined_name(who) or _goes_on_in_capitals(who) or _is_behind_body(who)
    if not proper or not _has_capital(who) or _is_thing(who) or _opens_entry(who) or _is_trade(who):
        return None
    tokens = name_tokens(who)
    name = text_of(tokens)
    ends = tokens and tokens[-1].i + 1 < len(who.doc) and tokens[-1].nbor().is_sent_start  # the stop is the sentence's
    return name.removesuffix(".") if name and ends else name


def is_handle(who: Token) -> bool:
    """Tell whether a word is what somebody goes by on the net: '@gulfhulls'."""
    return who.text[0] == "@" and len(who) > _SEVERAL


def _is_behind_body(who: Token) -> bool:
    """Tell whether a capital behind the noun of a body makes a name: 'the supermarket chain Brightways'."""
    before = who.nbor(-1) if who.i > who.sent.start else who
    body = source_kind(before.lemma_.lower()) is SpeakerKind.ORGANISATION and before.pos_ == "NOUN" and before.is_lower
    person = source_kind(who.lemma_.lower()) is not None  # 'opposition MPs'
    return body and before.dep_ == "compound" and not who.is_lower and not person


def _is_trade(who: Token) -> bool:
    """Tell whether a word that opens a title is a trade, as far as the word tells: 'Farmer denies it'."""
    alone = who.is_sent_start is True and who.i == 0 and who.n_rights == 0 and who.ent_iob_ == "B"
    ends = who.i + 1 < len(who.doc) and who.nbor().ent_iob_ != "I"
    return alone and ends and source_kind(who.lower_) is SpeakerKind.ANONYMOUS


def _has_capital(who: Token) -> bool:
    """Tell whether a word is written as a name's: with a capital, or as the end of a joined one: 'Lin Ching-hai'."""
    return bool(who.text[:1].isupper()) or ends_joined_name(who)


def _goes_on_in_capitals(who: Token) -> bool:
    """Tell whether a capital behind a noun makes one name of them: 'Doctors Without Borders'."""
    words = who.doc[who.i + 1 : min(who.i + 1 + _SEVERAL, who.sent.end)]
    return len(words) == _SEVERAL and words[0].tag_ == "IN" and all(w.text[:1].isupper() for w in (who, *words))


def ends_joined_name(who: Token) -> bool:
    """Tell whether a word in small letters ends a name of several: 'yun' of 'Baek Do-yun'; not 'led' of 'Oslo-led'."""
    if who.i < _SEVERAL or who.nbor(-1).tag_ != "HYPH" or not who.nbor(-2).text[:1].isupper():
        return False
    name = who.i > _SEVERAL and (before := who.nbor(-3)).tag_ == "NNP" and before.text[:1].isupper() and before.is_alpha
    return who.ent_type_ == "PERSON" or (bool(name) and who.tag_ in ("NN", "NNP") and who.nbor(-2).tag_ == "NNP")


def _is_thing(who: Token) -> bool:
    """Tell whether a noun that opens a sentence is no name though the model takes it for one: 'Photographs show'."""
    kind = source_kind(who.lemma_.lower())
    return who.tag_ in ("NN", "NNS") and kind in (SpeakerKind.DOCUMENT, SpeakerKind.IMAGERY) and who.n_lefts == 0


def is_clock(token: Token) -> bool:
    """Tell whether a word is the time that opens an entry of a live page: '17:55'."""
    hour, colon, minute = token.text.partition(":")
    return token.is_sent_start is True and bool(colon) and hour.isdecimal() and minute.isdecimal()


def _opens_entry(who: Token) -> bool:
    """Tell whether a common noun has its capital from the clock before it: '15:30 Families wait'."""
    form = re.sub("ies$", "y", who.lower_)
    people = source_kind(form) or source_kind(form.removesuffix("s"))
    return who.i > 0 and is_clock(who.nbor(-1)) and people is not None


def is_named_elsewhere(word: Token) -> bool:
    """Tell whether a word that opens a sentence is written with a capital inside another one."""
    opens = word.is_sent_start is True and word.pos_ in ("NOUN", "ADJ", "ADV")
    return opens and any(t.text == word.text and not t.is_sent_start for t in word.doc)


def name_tokens(who: Token) -> list[Token]:
    """Give the words of the name whose main word is `who`, without titles, roles and letters of rank."""
    owned = any(c.dep_ == "poss" and _is_of_many(c, who) for c in who.lefts)
    person = who.ent_type_ == "PERSON" and not owned
    tokens = without_land(_person_words(who)) if person else behind_dash(_words_of_name(who))
    tokens = with_given_name(tokens)
    while len(tokens) > 1 and (tokens[0].lower_ in HONORIFICS | {"the", "-"} or not tokens[0].text[0].isalpha()):
        tokens = tokens[1:]
    if not is_body_name(text_of(tokens) or ""):
        tokens = tokens[_opening_role([token.text for token in tokens]) :]
    while len(tokens) > 1 and not tokens[0].text[0].isalpha():  # the stop of 'Col.'
        tokens = tokens[1:]
    while len(tokens) > 1 and (tokens[-1].text in _BEHIND or not tokens[-1].text[0].isalnum()):
        tokens = tokens[:-1]
    return tokens[1:] if len(tokens) > _SEVERAL and _is_of_people(tokens) else tokens


def _is_of_people(tokens: Sequence[Token]) -> bool:
    """Tell whether a word for a people opens a person's name: 'the Mexican Ada Lind'."""
    return place_of_demonym(tokens[0].text) is not None and is_full_name(text_of(tokens[1:]) or "")


def without_land(tokens: list[Token]) -> list[Token]:
    """Drop the state that the model read with a name: 'the ministry of Mali Omar Noori'."""
    of = len(tokens) > _SEVERAL and tokens[0].i > 0 and tokens[0].nbor(-1).lower_ in ("of", "for", "in")
    state = of and any(place.kind == "country" for place in look_up(tokens[0].text))
    return tokens[1:] if state else tokens


def with_given_name(tokens: Sequence[Token]) -> list[Token]:
    """Give a name with the given name before it, or the surname behind it, that the model has not read as of it."""
    words = list(tokens)
    if len(words) != 1 or words[0].tag_ != "NNP":
        return words
    one, doc = words[0], words[0].doc
    titled = one.i > 1 and one.nbor(-2).lower_.rstrip(".") in HONORIFICS and one.ent_type_ == "PERSON"
    if one.i > 0 and _is_of_name(one.nbor(-1)) and (titled or is_given_name(one.nbor(-1).text)):
        return [one.nbor(-1), one]
    if is_given_name(one.text) and one.i + 1 < len(doc) and _is_of_name(one.nbor()) and not one.nbor().is_sent_start:
        return [one, one.nbor()]
    return words


def _is_of_name(word: Token) -> bool:
    """Tell whether a word can be of a person's name, by its capital and its tag."""
    title = word.lower_.rstrip(".") in read_words("titles.txt") | HONORIFICS
    return word.tag_ == "NNP" and word.text[:1].isupper() and not title and word.ent_type_ in ("", "PERSON")


def name_pieces(name: Tokens) -> list[Tokens]:
    """Give the names in what the model read as one: 'Harne, Luc Ferrand' is a town and a man."""
    commas = [token.i for token in name if token.text == ","]
    if not commas:
        return [name]
    starts, ends = [name.start, *(at + 1 for at in commas)], [*commas, name.end]
    spans = [(start, end) for start, end in zip(starts, ends, strict=True) if start < end]
    doc, kind = name.doc, type(name)
    return [kind(doc, a, b, label="PERSON" if is_full_name(doc[a:b].text) else name.label_) for a, b in spans]


def is_full_name(name: str) -> bool:
    """Tell whether a name is made as a person's: a given name with more behind it."""
    words = name.split()
    return 2 <= len(words) <= 4 and is_given_name(words[0]) and source_kind(words[-1].lower()) is None


def behind_dash(tokens: Sequence[Token]) -> list[Token]:
    """Give the words behind a dateline's dash: the model reads 'Ohio - Nordhav Corp.' as one name."""
    dashes = (n for n, t in enumerate(tokens[:-1]) if t.text in _DASHES and t.i > 0 and t.nbor(-1).whitespace_)
    return list(tokens[max(dashes, default=-1) + 1 :])


def is_team(who: Token, name: str) -> bool:
    """Tell whether a plural name that opens with a place's is a team's: 'Queensland Herons'; not 'Austin Powers'."""
    words = name.split()
    opens = len(words) > 1 and not is_given_name(words[0]) and bool(places_in(words[0]))
    return who.tag_ == "NNPS" and opens


def is_known_group(name: str) -> bool:
    """Tell whether our tables of groups and bodies have the name: 'Al-Shabab'."""
    return any(known.end - known.start == len(name) for known in find_known(name))


def has_article(who: Token, name: str) -> bool:
    """Tell whether 'the' right before a name of several words says that it is a body's: 'the Emergency Room'."""
    first = (name_tokens(who) or [who])[0]
    several = " " in name and not is_full_name(name)
    return several and first.i > who.sent.start and first.nbor(-1).lower_ == "the"


def is_body_name(name: str) -> bool:
    """Tell whether a name is made as those of companies, clubs and other bodies: 'Nordhav Shipping', 'Bank of Mali'."""
    words = name.lower().removeprefix("the ").split()
    if len(words) < _SEVERAL:
        return False
    ends = words[-1] in read_words("speaker_name_ends.txt") or source_kind(words[-1]) is SpeakerKind.ORGANISATION
    starts = words[0] in read_words("speaker_name_starts.txt")
    return ends or starts or (source_kind(words[0]) is SpeakerKind.ORGANISATION and words[1] == "of")


def _words_of_name(who: Token) -> list[Token]:
    first = who
    for child in reversed(list(who.lefts)):
        beside = first.i - 1 in (child.i, child.right_edge.i)
        if beside and child.dep_ == "poss" and _is_of_many(child, who):
            return [t for t in who.doc[child.left_edge.i : who.i + 1] if t.pos_ != "DET"]
        owns = child.dep_ == "poss" and child.ent_type_ == "GPE" and who.ent_type_ == "ORG"
        if not beside or owns or (child.pos_ != "PROPN" and child.dep_ != "punct"):
            break
        first = child
    opening = who
    while opening.ent_iob_ == "I" and opening.i > 0 and opening.nbor(-1).text != ",":
        opening = opening.nbor(-1)
    first = min(first, opening, key=lambda token: token.i)
    last = who.i
    while (
        who.ent_type_ == "ORG"
        and last + 1 < len(who.doc)
        and who.doc[last + 1].ent_iob_ == "I"
        and who.doc[last + 1].text != ","
    ):
        last += 1
    if last > who.i and who.doc[last].lower_ == "of":  # the model ends the name before 'Poland'
        last += 1 if last + 1 < len(who.doc) and who.doc[last + 1].pos_ == "PROPN" else -1
    last = max(last, who.i + _SEVERAL) if _goes_on_in_capitals(who) else last
    return list(who.doc[first.i : last + 1])


def _is_of_many(owner: Token, who: Token) -> bool:
    """Tell whether a plural owner is of a body's own name: 'the Managers' Guild', 'the Farmers' Union'."""
    many = owner.tag_ in ("NNPS", "NNS") and owner.text[:1].isupper() and owner.text.endswith("s")
    return many and who.text[:1].isupper() and source_kind(who.lower_) is SpeakerKind.ORGANISATION


def _person_words(who: Token) -> list[Token]:
    """Give the words of a person's name, of which `who` is one."""
    tokens = _words_of_name(who)
    inside = [token for token in tokens if token.ent_type_ == "PERSON"]
    return tokens[tokens.index(inside[0]) :]


def text_of(tokens: Sequence[Token]) -> str | None:
    """Give the words from the first token to the last, as the parse's text has them; None for no tokens."""
    if not tokens:
        return None
    return parsed_text(tokens[0].doc)[tokens[0].idx : tokens[-1].idx + len(tokens[-1])]


def phrase_of(who: Token) -> str:
    """Give the noun with the words before it, without article."""
    words = who.doc[who.left_edge.i : who.i + 1]
    start = next((t for t in words if t.pos_ != "DET" and not t.is_punct), who)
    return parsed_text(who.doc)[start.idx : who.idx + len(who)]


def body_of(who: Token) -> str:
    """Give a body's name as the words have it, with 'of defence' behind 'ministry'."""
    end = who
    for child in who.rights:
        if child.lower_ == "of" and child.i == who.i + 1 and child.right_edge.i - who.i <= 5:
            end = child.right_edge
    phrase = phrase_of(who)
    text = parsed_text(who.doc)
    return phrase + text[who.idx + len(who) : end.idx + len(end)] if end is not who else phrase


def body_in_full(who: Token) -> str | None:
    """Give the name of the body that 'the office' stands for: of the last such noun before it that says whose it is."""
    first = who.left_edge.i
    before = (who.doc[at] for at in range(first - 1, max(first - _AGAIN, 0) - 1, -1))
    told = next((one for one in before if one.lemma_ == who.lemma_ and one.pos_ in ("NOUN", "PROPN")), None)
    return body_of(told) if told is not None and told.pos_ == "NOUN" and body_of(told) != told.text else None


def whole_entity(token: Token) -> str:
    """Give the whole name that the token is part of: 'United Nations' for 'Nations', without its article and 's."""
    first, last, doc = token.i, token.i + 1, token.doc
    while first > 0 and doc[first].ent_iob_ == "I" and doc[first - 1].text != ",":
        first -= 1
    while last < len(doc) and doc[last].ent_iob_ == "I" and doc[last].text != ",":
        last += 1
    words = list(doc[first:last])
    while len(words) > 1 and words[0].pos_ == "DET":
        words = words[1:]
    while len(words) > 1 and words[-1].tag_ == "POS":
        words = words[:-1]
    return text_of(words) or str(token.text)


def joined_names(who: Token) -> str | None:
    """Give the names of people who are joined: 'Ana and Leo Pell'."""
    others = (proper_name(token) for token in who.conjuncts if token.i > who.i and token.pos_ == "PROPN")
    names = [name for name in (proper_name(who), *others) if name]
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else None
