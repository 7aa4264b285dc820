"""What the mentions of one sentence are to each other: which is the matter, which its circumstance or its double.

A sentence in which several events were found is told once for each happening that somebody would look for. The
rest is kept as minor: it goes where its retellings go, and is listed as a claim nowhere of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from reportedly.assess.kin import AWAY, SPOKEN, TOWARD, group
from reportedly.assess.mention import Mention
from reportedly.attribution import CueClass
from reportedly.event import Asset, Event, EventType, Factuality

_MOVES = (AWAY, TOWARD, EventType.TRANSIT)
# A circumstance may be just what is asked about where it is one of these: it is never minor.
_NEVER_MINOR = frozenset(
    {
        EventType.ATTACK,
        EventType.CAPTURE,
        EventType.CASUALTIES,
        EventType.CLASH,
        EventType.DAMAGE,
        EventType.DETAIN,
        EventType.EXPLOSION,
        EventType.FLEE,
        EventType.INTERCEPT,
        EventType.SEIZE,
    }
)
# 'after the fall of', 'three days after the cyclone came ashore': what something else is told by.
_CIRCUMSTANCE = re.compile(
    r"\b(?:after|amid|before|because|despite|during|following|since|until|whose)\s+(?:[\w'’.-]+\s+){0,4}$",
    re.IGNORECASE,
)
_HANGING = re.compile(r"(?:for|whose)\b", re.IGNORECASE)
# A conjunction before a whole clause. Before a bare name it may be a preposition, whose clause was cut too short.
_UNDER = re.compile(r"\b(?:when|after|as|because|while)\s+(?=(?:an?|the|two|three|several|some|\d+)\s)")
_PARTICIPLE = re.compile(r"[a-z]+ing\b")
_PRONOUN = re.compile(r"(?:that\s+)?(?:it|they|he|she)\b", re.IGNORECASE)
_FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would)\b")
_PERSONAL = re.compile(r"\b(?:I|we|you|my|our|your|me|us)\b", re.IGNORECASE)
_MOST = 24  # mentions of a sentence that are held against each other
_COLOUR = 4  # words with matter of their own that a quotation has at most which is no claim
_JOINED = re.compile(r"\b(?:and|but|or|then|who|which|that)\b|[,;:]")


def settle_sentences(mentions: Sequence[Mention], body: str) -> list[Mention]:
    """Give the mentions of one report with what each is beside the others of its sentence, in the same order."""
    ordered = sorted(mentions, key=lambda mention: (mention.sentence, mention.key))
    settled = [
        mention
        for _, told in groupby(ordered, key=lambda mention: mention.sentence)
        for mention in _settle(list(told), body)
    ]
    return sorted(settled, key=lambda mention: mention.key)


def _settle(told: list[Mention], body: str) -> Iterator[Mention]:
    """Settle the mentions of one sentence; what holds too many is a list or no sentence, and left as it is."""
    if len(told) > _MOST:
        yield from told
        return
    told = _with_assets_seen(told)
    told = [_trimmed(mention, told, body) for mention in told]
    minor = {mention.key for mention in told if _is_circumstance(mention, told, body) or _is_double(mention, told)}
    kept: list[Mention] = []
    for mention in sorted(told, key=_weight):
        if mention.key not in minor and any(_same_words(mention, other) for other in kept):
            minor.add(mention.key)
        elif mention.key not in minor:
            kept.append(mention)
    for mention in told:
        settled = (_subject(mention, told), mention.key in minor)
        changed = settled != (mention.subject, mention.minor)
        yield replace(mention, subject=settled[0], minor=settled[1]) if changed else mention


def _with_assets_seen(told: list[Mention]) -> list[Mention]:
    """Give a move that was seen the assets of the sighting: 'saw a convoy of trucks heading for the port'."""
    return [_taking_over(mention, [other for other in told if _sees(other, mention)]) for mention in told]


def _taking_over(mention: Mention, seen: Sequence[Mention]) -> Mention:
    """Give the mention with the assets of the sightings beside its own."""
    if mention.event is None or not seen:
        return mention
    assets = {asset.span: asset for other in (*seen, mention) if other.event for asset in other.event.assets}
    return replace(mention, event=replace(mention.event, assets=tuple(assets[span] for span in sorted(assets))))


def _sees(sighting: Mention, move: Mention) -> bool:
    """Tell whether a sighting and a move are one happening told once."""
    if sighting.type is not EventType.PRESENCE or group(move.type) not in _MOVES or not _alike(sighting, move):
        return False
    if sighting.event is None or move.event is None or not sighting.evidence.overlaps(move.evidence):
        return False
    cue = sighting.attribution.cue if sighting.attribution else None
    perceived = cue is not None and cue.overlaps(sighting.event.predicate)
    shared = {asset.span for asset in sighting.event.assets} & {asset.span for asset in move.event.assets}
    return perceived or bool(shared)


def _alike(one: Mention, other: Mention) -> bool:
    """Tell whether two mentions are told by the same speaker, the same way round and as sure."""
    same_speaker = (one.attribution and one.attribution.id) == (other.attribution and other.attribution.id)
    return same_speaker and one.polarity is other.polarity and one.mode is other.mode


def _is_double(mention: Mention, told: Sequence[Mention]) -> bool:
    """Tell whether a sibling tells the same: a sighting of what moves, or 'the force sent there has moved on'."""
    return any(
        _sees(mention, other) or _describes(mention, other) or _adds_to_sight(mention, other)
        for other in told
        if other is not mention
    )


def _adds_to_sight(mention: Mention, other: Mention) -> bool:
    """Tell whether what somebody saw holds a state beside something that happened: one sight, told once."""
    seen = mention.attribution is not None and mention.attribution.cue_class in (CueClass.SEE, CueClass.SHOW)
    both = mention.event is not None and other.event is not None and _alike(mention, other)
    return seen and both and group(mention.type) is SPOKEN and group(other.type) is not SPOKEN


def _describes(mention: Mention, other: Mention) -> bool:
    """Tell whether a move does no more than describe who makes the other, in one clause with one finite verb."""
    if mention.event is None or other.event is None or not _alike(mention, other):
        return False
    if group(mention.type) not in _MOVES or group(other.type) not in _MOVES:
        return False
    first, second = mention.event.predicate, other.event.predicate
    if not (first.end <= second.start and mention.evidence.holds(second)):
        return False
    between = mention.evidence.text[first.end - mention.evidence.start : second.start - mention.evidence.start]
    return bool(_FINITE.search(between)) and not _JOINED.search(between)


def _is_circumstance(mention: Mention, told: Sequence[Mention], body: str) -> bool:
    """Tell whether an event without time, number or place of its own only says when or why another took place."""
    event = mention.event
    if event is None:
        return _is_colour(mention) or _is_aside(mention)
    if event.type in _NEVER_MINOR:
        return False
    if mention.attribution is None and event.factuality is Factuality.UNSPECIFIED:
        return True  # nobody says that it took place
    source = mention.attribution.source if mention.attribution else None
    if source is not None and source.holds(event.predicate) and event.type is EventType.PRESENCE:
        return True  # 'an official posted at the port said': where the source is, not what it says
    if _is_anchored(event):
        return False
    if event.type is EventType.PRESENCE and not mention.where:
        return True  # presence at no place is a matter of opinion
    alone = mention.attribution is not None and len(told) == 1
    circumstance = _CIRCUMSTANCE.search(body[mention.sentence : event.predicate.start])
    hangs = _HANGING.match(mention.said) or (circumstance and not _FINITE.search(circumstance.group()))
    return not alone and bool(hangs)


def _is_colour(mention: Mention) -> bool:
    """Tell whether quoted words only say how somebody feels: 'We are sorry to the families'."""
    quoted = mention.attribution is not None and mention.attribution.direct
    return quoted and len(mention.words) <= _COLOUR and bool(_PERSONAL.search(mention.said))


def _is_aside(mention: Mention) -> bool:
    """Tell whether the outlet says something in which no event was found, and neither a number nor a spot is named."""
    return mention.attribution is None and not mention.named and not any(sign.isdigit() for sign in mention.said)


def _is_anchored(event: Event) -> bool:
    """Tell whether an event has a time or a number of its own."""
    return event.time is not None or bool(event.quantities) or bool(_counted(event))


def _counted(event: Event | None) -> list[Asset]:
    """List the assets that an event tells a number of."""
    return [asset for asset in event.assets if asset.min is not None or asset.max is not None] if event else []


def _weight(mention: Mention) -> tuple[object, ...]:
    """Give which of two mentions in the same words is the matter: what is anchored, and what comes first."""
    event = mention.event
    return (
        event is None or group(event.type) is SPOKEN,
        mention.type is EventType.PRESENCE and not (event and event.assets),
        not (event and _is_anchored(event)),
        event.predicate.start if event else 0,
        not mention.where,
        mention.key,
    )


def _same_words(mention: Mention, other: Mention) -> bool:
    """Tell whether two mentions of one sentence would be told in the same words; two places are two matters."""
    if not _alike(mention, other) or mention.said != other.said or mention.harm != other.harm:
        return False
    counted = [frozenset(asset.span for asset in _counted(item.event)) for item in (mention, other)]
    if counted[0] & counted[1]:
        return True  # the same four hundred left both towns
    places = [frozenset(place.name for place in item.where.values()) for item in (mention, other)]
    return group(mention.type) is not group(other.type) or not (places[0] and places[1]) or places[0] == places[1]


def _trimmed(mention: Mention, told: Sequence[Mention], body: str) -> Mention:
    """Give a mention without the participle that tells another, and such a participle with what it hangs on.

    'A missile hit a market, killing nine' is a hit, and nine killed when a missile hit a market.
    """
    if mention.event is None:
        return mention
    for other in told:
        if other.event is None or other.key == mention.key or not _alike(mention, other):
            continue
        if under := _subordinate(mention, other):
            return replace(mention, said=under)
        if _hangs_on(other, mention, body):
            cut = mention.said.find(other.said)
            return replace(mention, said=mention.said[:cut].rstrip(" ,"))
        if _hangs_on(mention, other, body):
            return replace(mention, said=other.said, words=mention.words | other.words)
    opened = _UNDER.match(mention.said)
    return replace(mention, said=mention.said[opened.end() :]) if opened else mention


def _subordinate(mention: Mention, other: Mention) -> str | None:
    """Give the clause of a mention that stands under another's: 'a boat sank' of 'six died when a boat sank'."""
    if mention.event is None or other.event is None:
        return None
    first = other.event.predicate.end - mention.evidence.start
    at = mention.evidence.text.find(mention.said)
    if at < 0 or not at <= first < mention.event.predicate.start - mention.evidence.start:
        return None
    under = mention.said[first - at :]
    until = mention.event.predicate.start - mention.evidence.start - first
    opened = _UNDER.search(under, 0, until)
    whole = opened is not None and "," not in under[opened.end() : until]  # no clause that has ended before
    return under[opened.end() :] if opened and whole else None


def _hangs_on(part: Mention, whole: Mention, body: str) -> bool:
    """Tell whether `part` is a participle at the end of the clause that tells `whole`."""
    if not (part.event and whole.event and _PARTICIPLE.match(part.said) and part.said != whole.said):
        return False
    after = whole.event.predicate.end <= part.event.predicate.start
    joined = body[max(0, part.evidence.start - 8) : part.evidence.start].rstrip().endswith((",", " and"))
    return after and joined and part.said in whole.said


def _subject(mention: Mention, told: Sequence[Mention]) -> str | None:
    """Give whom a pronoun at the head of the words stands for; None where there is none, or it is not told."""
    if mention.event is None or not _PRONOUN.match(mention.said):
        return None
    before = [
        other.event.actor
        for other in sorted(told, key=lambda other: other.event.predicate.start if other.event else 0)
        if other.event and other.event.actor and other.event.predicate.start < mention.evidence.start
    ]
    found = mention.event.actor or next(iter(before), None)
    return None if found is None or _PRONOUN.match(found) else found
