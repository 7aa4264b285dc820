"""How many independent legs a claim stands on, how many speakers, and how credible that makes it.

Two supports are one leg if one newsroom collected both, or if one terminal source stands behind both.

Source: the contract's section on legs; Admiralty digits as in NATO AJP-2.1.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from reportedly.assess.mention import Mention
from reportedly.assess.odds import odds
from reportedly.assess.provenance import Provenance
from reportedly.assess.source import Source, SourceKind, find_source, judged, may_be_same, surely_same
from reportedly.assess.wording import stems
from reportedly.attribution import Attribution, Basis, SpeakerKind, Verification
from reportedly.claim import Bases, Independence
from reportedly.event import EventType
from reportedly.identity import identify

FIRM = 0.75  # log odds of one happening from which another newsroom's telling is an established leg of its own
_HELD = 4  # tellings of a leg that others are held against
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|us|[Oo]ur|I|[Mm]y)\b")
_FIRST = 16  # legs that all others are held against
_UNSURE = (Verification.UNVERIFIED, Verification.DISPUTED)
_MentionKey = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A mention with all that decides which leg it belongs to."""

    mention: Mention
    source: Source
    origin: str  # id of the report, or of the inferred origin, that its sentence goes back to
    descends_from: tuple[str, int | None]  # that report, and where the sentence starts in it
    head: _MentionKey | None  # the mention that it retells; None where it retells none that is held
    withdrawn: bool
    judged: bool  # it can be told where its words come from
    ancestors: tuple[str, ...]  # newsrooms of the reports that its report derives from
    there: bool = False  # its report has a dateline, or its sentence names its own outlet: somebody was there
    sure: bool = False  # a person said that all tellings of its claim are of one happening

    @property
    def repeats(self) -> bool:
        """Tell whether it may be no more than its own report's, or its report's origin's, words again."""
        return self.source.kind is SourceKind.NEWSROOM and self.mention.attribution is None

    @property
    def unsourced(self) -> bool:
        """Tell whether nothing tells how its outlet knows: it names nobody, and was not there itself."""
        return self.repeats and not self.there and not _FIRST_PERSON.search(self.mention.context)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the tellings of one side of a claim amount to."""

    leg_of: dict[_MentionKey, str]
    retold: dict[_MentionKey, _MentionKey]  # for each telling that goes back to another one's sentence, that one
    followed: dict[_MentionKey, _MentionKey]  # for each that says again what another one says, those too, that one
    legs: tuple[tuple[Telling, ...], ...]  # established, each with the tellings that make it
    possible: int
    bases: Bases
    reports: int
    unverified: bool
    unknown: bool  # of no telling can it be told where its words come from

    @property
    def origins(self) -> int:
        """Give the number of established legs."""
        return len(self.legs)


class _Groups:
    """Disjoint sets over the numbers below a limit."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        """Give the number that stands for the set of `item`."""
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: int, other: int) -> None:
        """Make one set of two; the lower number stands for it."""
        low, high = sorted((self.find(one), self.find(other)))
        self._parent[high] = low


def tell(mention: Mention, head: _MentionKey | None, provenance: Provenance) -> Telling:
    """Work out what decides the leg of a mention that retells `head`, or nothing that is held."""
    source = find_source(mention, provenance)
    descent = provenance.descent(mention.report, mention.sentence)
    return Telling(
        mention=mention,
        source=source,
        origin=descent.origin,
        descends_from=(descent.origin, descent.sentence),
        head=head,
        withdrawn=provenance.withdrawn(mention.report, descent.origin),
        judged=judged(source),
        there=provenance.is_dated(mention.report) or provenance.names_itself(mention.report, mention.context),
        ancestors=(*provenance.ancestors(mention.report), *provenance.leans_on(mention.report)),
    )


def take_back(
    tellings: Sequence[Telling], provenance: Provenance, taken: Mapping[_MentionKey, frozenset[str]]
) -> list[Telling]:
    """Mark as withdrawn what a newsroom told and takes back in another sentence, with all that others have from it.

    Args:
        tellings: those of one claim.
        provenance: which newsroom a report is from.
        taken: for the keys of tellings the reports that take them back though no telling of the claim does.
    """
    backs = frozenset(each.mention.report for each in tellings if each.mention.taken_back)
    marked = []
    for each in tellings:
        rooms = {provenance.newsroom(report) for report in backs | taken.get(each.mention.key, frozenset())}
        own = {each.source.newsroom, provenance.newsroom(each.mention.report), *each.ancestors}
        heard = rooms and _is_unnamed_outlet(each.mention.attribution)  # 'a local radio': perhaps the one that errs
        marked.append(replace(each, withdrawn=True) if rooms & own or heard else each)
    return marked


def _is_unnamed_outlet(attribution: Attribution | None) -> bool:
    """Tell whether an attribution is to an outlet without a name."""
    return attribution is not None and attribution.speaker.kind is SpeakerKind.OUTLET and not attribution.speaker.name


def stand(tellings: Sequence[Telling]) -> Standing:
    """Count what the tellings of one side of a claim amount to; withdrawn ones count for nothing."""
    live = [telling for telling in tellings if not telling.withdrawn]
    anchors, followed = _anchors(live)
    sure = [telling for telling in anchors if telling.judged] or anchors
    legs = _fold_unsure(_legs(sure, may_be_same, fold_unknown=not any(telling.judged for telling in sure)))
    leg_of = _label(tellings, legs, followed)
    return Standing(
        leg_of=leg_of,
        retold=_retold(live),
        followed=followed,
        legs=legs,
        possible=len(_legs(anchors, surely_same, fold_unknown=False)),
        bases=_bases(anchors),
        reports=len({telling.mention.report for telling in live}),
        unverified=any(
            telling.mention.attribution is not None and telling.mention.attribution.verification in _UNSURE
            for telling in live
        ),
        unknown=not any(telling.judged for telling in live),
    )


def _anchors(live: Sequence[Telling]) -> tuple[list[Telling], dict[_MentionKey, _MentionKey]]:
    """Part tellings that may be a leg of their own from those that say again what another one says.

    Returns:
        The first, and for each of the second the key of the one that it follows.
    """
    followed = _retold(live)
    attributed: dict[str, Telling] = {}
    collectors: dict[str, Telling] = {}
    for telling in live:
        if telling.mention.key not in followed and not telling.ancestors:
            collectors.setdefault(telling.source.newsroom, telling)
        if not telling.repeats:
            attributed.setdefault(telling.mention.report, telling)
    for telling in live:
        if telling.mention.key in followed:
            continue
        other = _repeated(telling, attributed, collectors)
        if other is not None:
            followed[telling.mention.key] = other.mention.key
    anchors = [telling for telling in live if telling.mention.key not in followed]
    for telling in anchors:
        if (named := _whose_words(telling, anchors)) is not None:
            followed[telling.mention.key] = named.mention.key
    anchors = [telling for telling in anchors if telling.mention.key not in followed]
    return anchors, followed


def _retold(live: Sequence[Telling]) -> dict[_MentionKey, _MentionKey]:
    """Give for each telling that says again what another one says, by the lineage of its sentence, that other one.

    Where the sentence that they go back to tells nothing of it that was found, the first that retells it stands for it.
    """
    by_key = {telling.mention.key: telling for telling in live}
    standing: dict[tuple[str, int | None], _MentionKey] = {}
    for telling in live:
        standing.setdefault((telling.mention.report, telling.mention.sentence), telling.mention.key)
    found: dict[_MentionKey, _MentionKey] = {}
    for telling in live:
        own = (telling.mention.report, telling.mention.sentence)
        if telling.head is not None and telling.head in by_key:
            found[telling.mention.key] = telling.head
        elif telling.descends_from != own and telling.descends_from[1] is not None:
            first = standing.setdefault(telling.descends_from, telling.mention.key)
            if first != telling.mention.key:
                found[telling.mention.key] = first
    return found


def _repeated(telling: Telling, attributed: dict[str, Telling], collectors: dict[str, Telling]) -> Telling | None:
    """Give the telling that this one may merely repeat; None where it is its own.

    A report's own voice repeats whom it names elsewhere for the same claim. What a rewrite says in its own
    voice, or has from nobody with a name, may be its origin's wherever the origin says it too: when unsure, fold.
    """
    if telling.repeats and telling.mention.report in attributed:
        return attributed[telling.mention.report]
    heard = telling.mention.attribution is not None and telling.mention.attribution.basis is Basis.MEDIA
    vague = telling.repeats or heard or (telling.source.kind is SourceKind.UNNAMED and not telling.source.witness)
    if vague:
        for newsroom in telling.ancestors:
            if newsroom in collectors:
                return collectors[newsroom]
    return None


def _whose_words(telling: Telling, others: Sequence[Telling]) -> Telling | None:
    """Give the telling of whom a sentence in an outlet's own voice names: 'the army keeps its count' is the army's."""
    if not telling.repeats:
        return None
    told = stems(telling.mention.context)
    for other in others:
        attribution = other.mention.attribution
        named = stems(attribution.speaker.name or "") if attribution and not other.repeats else frozenset()
        if named and (named <= told or (other.source.kind is SourceKind.PERSON and _surname(attribution) <= told)):
            return other
    return None


def _surname(attribution: Attribution | None) -> frozenset[str]:
    """Give the stem of the last word of a speaker's name."""
    return stems(((attribution.speaker.name if attribution else None) or "?").split()[-1]) or frozenset({"?"})


def _legs(
    anchors: Sequence[Telling], same: Callable[[Source, Source], bool], *, fold_unknown: bool
) -> tuple[tuple[Telling, ...], ...]:
    """Group tellings that one newsroom collected, or that one source stands behind."""
    groups = _Groups(len(anchors))
    _join_equal(groups, [telling.source.newsroom for telling in anchors])
    sources = [_of_no_newsroom(telling.source) for telling in anchors]
    _join_equal(groups, sources if same is may_be_same else list(range(len(anchors))))
    _join_same(groups, sources, same)
    if fold_unknown:
        _join_equal(groups, [None] * len(anchors))
    made: dict[int, list[Telling]] = {}
    for number, telling in enumerate(anchors):
        made.setdefault(groups.find(number), []).append(telling)
    return tuple(tuple(made[number]) for number in sorted(made))


def _fold_unsure(legs: tuple[tuple[Telling, ...], ...]) -> tuple[tuple[Telling, ...], ...]:
    """Keep the legs of which it is sure enough that they tell one happening, most if there are several; fold the rest.

    The rest goes into the first that is kept. So do those of outlets that name no source, where another one names its
    own: they may have it from there.
    """
    sourced = [leg for leg in legs if not all(telling.unsourced for telling in leg)] or list(legs)
    groups = _Groups(len(sourced))
    for one, other in combinations(range(len(sourced)), 2):
        apart = one < _FIRST and groups.find(one) != groups.find(other)
        if apart and any(_is_firm(ours, theirs) for ours in sourced[other] for theirs in sourced[one][:_HELD]):
            groups.join(one, other)
    gathered: dict[int, list[tuple[Telling, ...]]] = {}
    for number, leg in enumerate(sourced):
        gathered.setdefault(groups.find(number), []).append(leg)
    kept = max(gathered.values(), key=len, default=[])
    unsure = [telling for leg in legs if leg not in kept for telling in leg]
    return (kept[0] + tuple(unsure), *kept[1:]) if kept else ()


def _is_firm(one: Telling, other: Telling) -> bool:
    """Tell whether it is sure for two legs that two tellings are of one happening; a state at a spot both name is."""
    if one.sure and other.sure:
        return True
    events = (one.mention.event, other.mention.event)
    states = all(event is not None and event.type is EventType.STATE for event in events)
    return bool(states and one.mention.named & other.mention.named) or odds(one.mention, other.mention).same >= FIRM


def _of_no_newsroom(source: Source) -> Source:
    """Give a source as it is compared across newsrooms."""
    return source if source.kind is SourceKind.NEWSROOM else replace(source, newsroom="")


def _join_equal(groups: _Groups, values: Sequence[Hashable]) -> None:
    """Join all numbers whose values are equal."""
    first: dict[Hashable, int] = {}
    for number, value in enumerate(values):
        groups.join(first.setdefault(value, number), number)


def _join_same(groups: _Groups, sources: Sequence[Source], same: Callable[[Source, Source], bool]) -> None:
    """Join numbers whose sources are the same, comparing each distinct source once."""
    holders: dict[Source, list[int]] = {}
    for number, source in enumerate(sources):
        holders.setdefault(source, []).append(number)
    for one, other in combinations(sorted(holders), 2):
        if same(one, other):
            groups.join(holders[one][0], holders[other][0])
    for source, numbers in holders.items():
        if len(numbers) > 1 and same(source, source):
            for number in numbers[1:]:
                groups.join(numbers[0], number)


def _label(
    tellings: Sequence[Telling], legs: Sequence[Sequence[Telling]], followed: dict[_MentionKey, _MentionKey]
) -> dict[_MentionKey, str]:
    """Give every telling the name of its leg; a withdrawn one has a name of its own."""
    labels: dict[_MentionKey, str] = {}
    for leg in legs:
        name = identify("leg", *min(telling.mention.key for telling in leg))
        labels.update({telling.mention.key: name for telling in leg})
    unsure = next(iter(labels.values()), "")
    for telling in tellings:
        key = telling.mention.key
        if telling.withdrawn:
            labels[key] = identify("leg", "withdrawn", *key)
            continue
        at = key
        seen = {at}
        while at not in labels and followed.get(at, at) not in seen:
            at = followed[at]
            seen.add(at)
        labels.setdefault(key, labels.get(at, unsure))
    return labels


def _bases(anchors: Sequence[Telling]) -> Bases:
    """Count the distinct speakers: fewest if unnamed people who may be the same are, most if they are not."""
    speakers: dict[Hashable, Source] = {}
    for telling in anchors:
        attribution = telling.mention.attribution
        unnamed = telling.source.kind is SourceKind.UNNAMED and attribution is not None
        who = (telling.mention.report, attribution.speaker_id) if unnamed and attribution else None
        speakers.setdefault((_of_no_newsroom(telling.source), who), telling.source)
    sources = [_of_no_newsroom(source) for source in speakers.values()]
    counts = []
    for same in (may_be_same, surely_same):
        groups = _Groups(len(sources))
        _join_same(groups, sources, same)
        counts.append(len({groups.find(number) for number in range(len(sources))}))
    return Bases(min=counts[0], max=max(counts))


def independence(support: Standing) -> Independence:
    """Tell whether the supports are known to go back to separate reporting."""
    if support.unknown or not support.origins:
        return Independence.LINEAGE_UNKNOWN
    return Independence.INDEPENDENT if support.origins >= 2 else Independence.NOT_ESTABLISHED


def grade(support: Standing, against: Standing) -> int:
    """Suggest the Admiralty digit, 1 to 6; nothing that speaks against a claim ever betters it."""
    ours, theirs = support.origins, against.origins
    if support.unknown or not ours:
        return 6
    if theirs > ours:
        return 5
    if theirs == ours or (ours == 1 and support.unverified):
        return 4
    if theirs:
        return 2
    if ours >= 2:
        return 1
    return 2 if support.possible > 1 else 3
