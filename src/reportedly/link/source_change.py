"""Find where the same is laid to somebody else: another speaker, another number of them, a name lost or put in."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.attribution import Anonymity, SpeakerKind
from reportedly.lineage import Drift, Variation, VariationKind
from reportedly.link.cue_change import compare_cues, find_cues
from reportedly.link.passage import Pairing
from reportedly.link.passage import keys_of as body_keys
from reportedly.link.saying import (
    PRONOUNS,
    Saying,
    is_told_in,
    keys_of,
    pair_sayings,
    reach_of,
    read_sayings,
    share,
    speaks,
)
from reportedly.link.source_antecedent import find_replaced
from reportedly.link.source_height import compare_heights
from reportedly.link.source_loss import find_lost_denials, find_lost_sources, find_new_sources, find_seen
from reportedly.link.source_words import SourceWords, may_be_one, read_source
from reportedly.reading import Reading
from reportedly.span import Span
from reportedly.text.word import words

_HELD = 0.28  # share of what is said, on average, that two must have in common before their sources are compared
_OUTLETS = frozenset({SpeakerKind.OUTLET, SpeakerKind.REPORTER, SpeakerKind.IMAGERY, SpeakerKind.DOCUMENT})
_BESIDES = 0.6  # the same where that one carries what another says already
_CARRIED = 0.4  # share of what one says from which another carries it
_REASONS = frozenset(
    "because fear fearing fears feared afraid authorised authorized permitted allowed cleared entitled licensed"
    " permission permit permits permitting authority authorisation authorization authorise authorize clearance licence"
    " sensitive sensitivity reprisal reprisals retaliation repercussions consequences safety".split()
)
_NEXT = 300  # characters behind a sentence in which stands the next one
_CITING = frozenset({"citing", "quoting", "cited", "quoted", "cites", "quotes"})
_QUOTED = frozenset("quoted quotes quoting cited cites citing carried published reported broadcast aired".split())
_MANY = 2
_POINTING = frozenset("its their his her there here same".split())  # for what the origin names
_MET = re.compile(r"\b(?:reached|contacted|interviewed|speaking|who|quoted|cited|,)")  # how they spoke follows
_SPOKES = 45  # the sort of those who speak for a body: naming the body instead changes nothing


def find_source_changes(
    pairing: Pairing, origin: Reading, derivative: Reading, outlets: frozenset[str] = frozenset()
) -> list[Variation]:
    """List where what one source says is laid to another, to fewer, to nobody, or is said otherwise.

    Whoever lays it to the origin's own `outlets` names the report, not another source.
    """
    own = {key for outlet in (*outlets, origin.report.publisher or "") for key in keys_of(outlet)}
    ones, twos = read_sayings(pairing.origin, origin), read_sayings(pairing.derivative, derivative)
    pairs = [(old, new) for old, new in pair_sayings(ones, twos) if not _acts(old, new)]
    found: list[Variation] = []
    for old, new in pairs:
        if new.source is None or old.source is None:
            continue
        if _is_own(new, outlets, own):
            found += _cited(pairing, old, new, twos)
            continue
        found += find_seen(pairing, old, new)
        found += compare_cues(pairing, old, new)
        if (share(old, new) + share(new, old)) / 2 >= _HELD:
            found += _compare(pairing, old, new) or _less_told(old, new) or find_replaced(pairing, old, new, origin)
            found += _reason_lost(old, new, origin.report.body) + _teller_lost(pairing, old, new, own)
    alone = [old for old in ones if all(old is not one for one, _ in pairs)]
    fresh = [new for new in twos if all(new is not two for _, two in pairs)]
    found += [
        change for old in alone for new in _carriers(old, twos, fresh) for change in compare_cues(pairing, old, new)
    ]
    found += find_lost_sources(pairing, alone, twos) + find_lost_denials(pairing, alone)
    return found + find_new_sources(pairing, fresh, ones, own, twos)


def _carriers(old: Saying, everyone: Sequence[Saying], fresh: Sequence[Saying]) -> list[Saying]:
    """Give the one saying of the same source that carries, beside what another did, what `old` says."""
    at = reach_of(old.passage, old.first.cue.start, old.first.cue.end) if old.first.cue else None
    fields = {cue.field for cue in find_cues(old.passage) if at and at[0] <= cue.reach[0] < at[1]}
    cued = {cue.field for new in everyone[:1] for cue in find_cues(new.passage)}
    if any(old.who & new.who for new in fresh) or fields & cued:
        return []  # that one may stand for it, in other words
    carrying = [new for new in everyone if share(old, new) >= _BESIDES and old.who & new.who]
    return carrying if len(carrying) == 1 else []


def _is_own(new: Saying, outlets: frozenset[str], own: set[int]) -> bool:
    """Tell whether the origin's outlet is the source: 'the blog Harbour Watch'."""
    names = (keys_of(outlet).keys() for outlet in outlets)
    return bool(new.named) and (new.named <= own or any(name and name <= new.named for name in names))


def _cited(pairing: Pairing, old: Saying, new: Saying, everyone: Sequence[Saying]) -> list[Variation]:
    """Compare whom the origin's outlet is said to cite: 'Harbour Watch reported, citing two officials'."""
    citing = next(
        (s for s in everyone if s.first.cue and s.first.cue.text.lower() in _CITING and s.first.content), None
    )
    if citing is None or old.first.speaker.kind is not SpeakerKind.ANONYMOUS:
        return []
    source = citing.first.content[0]
    if read_source(source.text).sort is None:
        return []
    speaker = replace(old.first.speaker, name=None, role=None, affiliation=None, anonymity_reason=None)
    told = replace(citing.first, source=source, speaker=speaker, content=new.first.content)
    return _compare(pairing, old, Saying((told,), new.passage, source))


def _acts(old: Saying, new: Saying) -> bool:
    """Tell whether who speaks in the new saying is one of whom the old one tells: that is no counterpart of it."""
    if is_told_in(old, new):
        return True
    acts = bool(new.named) and new.named <= old.content.keys() and not new.named & old.who
    if not acts or old.source is None or new.source is None or share(old, new) >= _CARRIED:
        return False
    sorts = read_source(old.source.text).sort, read_source(new.source.text).sort
    return speaks(old) and (sorts[0] is None or sorts[0] != sorts[1])


def _compare(pairing: Pairing, old: Saying, new: Saying) -> list[Variation]:
    """Say how the speaker is another one."""
    if old.source is None or new.source is None or not speaks(old) or not speaks(new):
        return []
    if {old.first.speaker.kind, new.first.speaker.kind} & _OUTLETS:
        return _document_alone(pairing, old, new)
    if (old.anaphoric or new.anaphoric) and not (_person_for_body(old, new) or _raised(old, new)):
        return []
    if new.named <= old.content.keys() or old.named <= new.content.keys():
        return []
    change = _name_told(old, new) or _other(old, new) or _number(old, new)
    if change is None or old.frame is None or new.frame is None:
        return []
    drift, what = change
    note = f"“{old.source.text}” became “{new.source.text}”: {what}."
    return [pairing.tell(VariationKind.ATTRIBUTION_CHANGED, old.naming, new.naming, drift, note)]


def _document_alone(pairing: Pairing, old: Saying, new: Saying) -> list[Variation]:
    """Say that people who told what a document holds are gone: 'two clerks who saw the list said', 'the list shows'."""
    kinds = old.first.speaker.kind, new.first.speaker.kind
    nouns = [read_source(s.source.text).sort for s in (old, new) if s.source and s.first.speaker.kind in _OUTLETS]
    if SpeakerKind.DOCUMENT in kinds and nouns == [None] and len({*kinds} & _OUTLETS) == 1 and not old.who & new.who:
        pointed = old.anaphoric or new.anaphoric or old.frame is None or new.frame is None
        note = "A document became people, or people a document."
        kind = VariationKind.ATTRIBUTION_CHANGED
        return [] if pointed else [pairing.tell(kind, old.frame, new.frame, Drift.NEUTRAL, note)]
    document = new.first.speaker.kind is SpeakerKind.DOCUMENT and old.first.speaker.kind not in _OUTLETS
    if not document or old.source is None or not new.named <= old.named or old.frame is None:
        return []
    note = f"“{old.source.text}” is gone: what they say of a document is laid to the document itself."
    return [pairing.tell(VariationKind.ATTRIBUTION_DROPPED, old.frame, new.frame, Drift.STRONGER, note)]


def _person_for_body(old: Saying, new: Saying) -> bool:
    """Tell whether one is a person and the other a body, by words that are no pronouns."""
    ones = [read_source(s.source.text) for s in (old, new) if s.source]
    sorts = {words.body for words in ones if words.sort and words.sort != _SPOKES}
    return len(ones) == _MANY and all(words.sort for words in ones) and sorts == {True, False}


def _name_told(old: Saying, new: Saying) -> tuple[Drift, str] | None:
    """Tell whether an unnamed source got a name, or a named one lost it."""
    one, two = _name_of(old), _name_of(new)
    bodies = body_keys(old.passage.body), body_keys(new.passage.body)
    if (one and one <= new.named) or (two and two <= old.named):
        return None
    if one and not two and (not _pointed(new) or not one & bodies[1]):
        return Drift.WEAKER, "the source’s name is gone"
    if two and not one and (not _pointed(old) or not (two & bodies[0] or old.named <= new.named)):
        return Drift.STRONGER, "the unnamed source is named"
    return None


def _name_of(saying: Saying) -> frozenset[int]:
    """Give the keys of the person's name as far as it stands here."""
    speaker = saying.first.speaker
    if speaker.kind is not SpeakerKind.PERSON or not speaker.name or saying.source is None:
        return frozenset()
    capitals = {w.form for w in words(saying.source.text) if saying.source.text[w.start].isupper()}
    named = frozenset(keys_of(speaker.name))
    return named & saying.named if capitals else frozenset()


def _pointed(saying: Saying) -> bool:
    """Tell whether the source is one that was named before: 'the spokesman', 'her brother'."""
    return saying.source is None or read_source(saying.source.text).definite or saying.first.speaker.name is not None


def _other(old: Saying, new: Saying) -> tuple[Drift, str] | None:
    """Tell whether the words stand for somebody else, and whether that one stands higher."""
    if old.source is None or new.source is None:
        return None
    one, two = read_source(old.source.text), read_source(new.source.text)
    if _name_of(old) & _name_of(new):
        ranked = one.head == two.head and one.sort is not None and one.ranks != two.ranks
        return (compare_heights(one, two), "the source’s rank") if ranked else None
    if _is_another(old, new, one, two):
        return compare_heights(one, two), "another source"
    if one.head == two.head and one.ranks != two.ranks:
        return compare_heights(one, two), "the source’s rank"
    known = one.head in PRONOUNS or two.head in PRONOUNS or (one.sort is not None and one.sort == two.sort)
    if not old.who & new.who and not known and _names_matter(one, two):
        return compare_heights(one, two), "another source"
    return None


def _is_another(old: Saying, new: Saying, one: SourceWords, two: SourceWords) -> bool:
    """Tell whether the nouns, the levels or the peoples of two sources exclude each other."""
    if one.sort is not None and two.sort is not None and _SPOKES not in (one.sort, two.sort):
        if one.body is not two.body and not _members(old, new, one, two):
            return True
        listed = one.sort and two.sort and one.body is two.body and not may_be_one(one, two)
        if listed and not _beside(old, new, one, two):
            return True
    if _other_noun(old, new, one, two) or _raised(old, new) or _speaks_for(old, new, one, two):
        return True
    return any(a and b and not a & b for a, b in ((one.levels, two.levels), _peoples(old, new)))


def _members(old: Saying, new: Saying, one: SourceWords, two: SourceWords) -> bool:
    """Tell whether a body stands for its own people: 'the council', 'officials of the council'."""
    body, people = (old, two) if one.body else (new, one)
    return people.plural and body.named <= (new if body is old else old).named


def _beside(old: Saying, new: Saying, one: SourceWords, two: SourceWords) -> bool:
    """Tell whether the noun of one stands beside the other as well: 'one of the officers, a commander'."""
    texts = [(two, old.source), (one, new.source)]
    return any(source and words_.head in {w.form for w in words(source.text)} for words_, source in texts)


def _raised(old: Saying, new: Saying) -> bool:
    """Tell whether one who only works for another became that one: 'an aide to the mayor', 'the mayor'."""
    if old.source is None or new.source is None:
        return False
    one, two = read_source(old.source.text), read_source(new.source.text)
    forms = [word.form for word in words(old.source.text.split(",")[0])]
    below = bool(one.sort) and one.sort != _SPOKES and one.head != two.head and not one.body
    return below and two.head in forms[2:] and bool(two.sort) and not two.body


def _peoples(old: Saying, new: Saying) -> tuple[frozenset[str], frozenset[str]]:
    """Give the words for peoples by which unnamed sources are called."""
    both = [s for s in (old, new) if s.source and s.first.speaker.kind is SpeakerKind.ANONYMOUS]
    if len(both) != _MANY:
        return frozenset(), frozenset()
    one, two = (read_source(s.source.text).peoples for s in both if s.source)
    return one, two


def _other_noun(old: Saying, new: Saying, one: SourceWords, two: SourceWords) -> bool:
    """Tell whether two unnamed sources are called by nouns that are no synonyms as far as the table knows."""
    kinds = {old.first.speaker.kind, new.first.speaker.kind}
    bare = any(not (words_.other or words_.plural) for words_ in (one, two))
    if kinds != {SpeakerKind.ANONYMOUS} or bare or one.definite or two.definite or None not in (one.sort, two.sort):
        return False
    heads = {one.head, two.head}
    return len(heads) == _MANY and not heads & PRONOUNS and 0 not in (one.sort, two.sort) and not _kin(one, two)


def _speaks_for(old: Saying, new: Saying, one: SourceWords, two: SourceWords) -> bool:
    """Tell whether just one of two unnamed people speaks for a body: 'a navy officer', 'a navy spokesman'."""
    unnamed = old.first.speaker.kind is new.first.speaker.kind is SpeakerKind.ANONYMOUS
    people = not (one.body or two.body or one.definite or two.definite or one.plural or two.plural)
    return (
        unnamed and people and None not in (one.sort, two.sort) and (one.sort == _SPOKES) is not (two.sort == _SPOKES)
    )


def _kin(one: SourceWords, two: SourceWords) -> bool:
    """Tell whether the noun of one is among the words of the other."""
    return one.head in two.other or two.head in one.other or keys_of(one.head).keys() == keys_of(two.head).keys()


def _names_matter(one: SourceWords, two: SourceWords) -> bool:
    """Tell whether the words on both sides say enough of their source to tell it from another."""
    return all(words.other or words.levels or words.number for words in (one, two))


def _number(old: Saying, new: Saying) -> tuple[Drift, str] | None:
    """Tell whether it is another number of sources."""
    if old.source is None or new.source is None or _name_of(old) or _name_of(new):
        return None
    one, two = read_source(old.source.text), read_source(new.source.text)
    if one.definite != two.definite or one.body or two.body or (one.head != two.head and None in (one.sort, two.sort)):
        return None
    more = None
    if one.number and two.number and one.number != two.number:
        more = two.number > one.number
    elif one.number and one.number >= _MANY and not two.number and two.plural:
        more = two.several and one.number == _MANY
    elif two.number and two.number >= _MANY and not one.number and one.plural:
        more = not one.several
    elif one.plural is not two.plural and not one.joined and not two.joined:
        more = two.plural
    if more is None:
        return None
    return Drift.STRONGER if more else Drift.WEAKER, "the number of sources"


def _less_told(old: Saying, new: Saying) -> list[Variation]:
    """Say that the retelling tells less of an unnamed source: 'a diplomat in Lima' became 'a diplomat'."""
    if old.source is None or new.source is None or old.first.speaker.anonymity_reason:
        return []
    unnamed = old.first.speaker.kind is new.first.speaker.kind is SpeakerKind.ANONYMOUS
    counted = old.first.speaker.count != new.first.speaker.count and len(old.named - new.named) == 1
    definite = read_source(new.source.text).definite
    pointing = not _POINTING.isdisjoint(word.form for word in words(new.source.text))
    lost = old.named - new.named - keys_of(old.source.text[len(_MET.split(old.source.text)[0]) :]).keys()
    if not unnamed or not new.named or not new.named < old.named or not lost or counted or definite or pointing:
        return []
    note = f"Less is told of the source: “{old.source.text}” became “{new.source.text}”."
    names = {word.form for word in words(old.source.text) if word.start and old.source.text[word.start].isupper()}
    named = bool(lost & keys_of(" ".join(names)).keys())  # whom they belong to
    return [
        Variation(
            kind=VariationKind.ATTRIBUTION_CHANGED if named else VariationKind.DETAIL_DROPPED,
            origin=old.source,
            derivative=new.source,
            direction=Drift.NEUTRAL,
            note=note,
        )
    ]


def _teller_lost(pairing: Pairing, old: Saying, new: Saying, own: set[int]) -> list[Variation]:
    """Say that the other outlet is gone to which the source spoke: 'was quoted by Radio Mirren as saying', 'said'."""
    told, frame = old.first, old.frame
    if not told.via or told.cue is None or frame is None or new.frame is None:
        return []
    cited = not _QUOTED.isdisjoint(word.form for word in words(pairing.origin.text(frame)))
    named = keys_of(told.via).keys()
    if not cited or not named or named & own or named & body_keys(pairing.derivative.body):
        return []
    note = f"“{told.via}” is gone: what another outlet quotes is told as said to this one."
    return [pairing.tell(VariationKind.ATTRIBUTION_CHANGED, old.whole, new.whole, Drift.STRONGER, note)]


def _reason_lost(old: Saying, new: Saying, body: str) -> list[Variation]:
    """Say that the retelling leaves out why the source is not named."""
    reason = old.first.speaker.anonymity_reason
    start = old.source.start if old.source else 0
    last = max(end for _, end in old.passage.bounds)
    place = body.find(reason, start, last) if reason else -1
    named = new.first.speaker.anonymity is Anonymity.NAMED
    last = max(end for _, end in new.passage.bounds)
    following = {word.form for word in words(new.passage.body[last : last + _NEXT])}
    if not _REASONS.isdisjoint(following.union(new.passage.forms)):
        return []  # told in other words, there or in the next sentence
    if not reason or place < 0 or new.first.speaker.anonymity_reason or not new.named or named:
        return []
    return [
        Variation(
            kind=VariationKind.DETAIL_DROPPED,
            origin=Span.of(body, place, place + len(reason)),
            derivative=new.source,
            direction=Drift.NEUTRAL,
            note=f"Why the source is not named is no longer said: “{reason}”.",
        )
    ]
