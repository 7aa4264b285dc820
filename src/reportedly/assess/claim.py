"""Write up each pool of mentions as a claim: its words, its supports, its legs and its grade."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.assess.affinity import counted_anew
from reportedly.assess.coreference import Pool, arrival
from reportedly.assess.corroborate import Standing, Telling, grade, independence, stand, take_back, tell
from reportedly.assess.explanation import explain
from reportedly.assess.mention import Mention
from reportedly.assess.provenance import Provenance
from reportedly.assess.summary import OWN_VOICE, rank, speaker_words, summarise
from reportedly.assess.update import explain_change
from reportedly.attribution import Basis, Certainty
from reportedly.claim import Claim, Support
from reportedly.event import Place, When
from reportedly.identity import identify
from reportedly.text.day import moment


@dataclass(frozen=True, slots=True)
class Papers:
    """What writing up a claim needs beside its mentions."""

    provenance: Provenance
    bodies: Mapping[str, str]  # by report
    sources: dict[tuple[str, str], str]  # for a report and a speaker_id of it, the fullest words for the speaker


@dataclass(frozen=True, slots=True)
class Side:
    """A pool with what it amounts to."""

    pool: Pool
    tellings: tuple[Telling, ...]
    standing: Standing


def weigh_pool(pool: Pool, provenance: Provenance, taken: Mapping[tuple[str, int, int, str], frozenset[str]]) -> Side:
    """Work out what a pool amounts to on its own, but for what reports take back of it in words of another pool."""
    told = [tell(mention, pool.retold.get(mention.key), provenance) for mention in pool.members]
    told = take_back(told, provenance, taken)
    told = [replace(each, sure=pool.sure) for each in told]
    return Side(pool, tuple(told), stand(told))


def write_claim(side: Side, rivals: Sequence[Side], papers: Papers) -> tuple[Claim, Mention]:
    """Write up a pool as a claim, with the pools that contradict it.

    Returns:
        The claim, and the mention in whose words it is told.
    """
    opposing = _opposing(side, rivals)
    against = stand(opposing)
    speakers = {
        telling.mention.key: speaker_words(telling.mention, papers.sources) for telling in (*side.tellings, *opposing)
    }
    for standing in (side.standing, against):  # by lineage it is the same speaker, whatever a retelling calls him
        speakers |= {key: speakers[first] for key, first in standing.retold.items() if speakers[first] != OWN_VOICE}
    best = _best(side)
    dates = sorted(_dates(side.tellings), key=moment)
    claim = Claim(
        id=_identify(side.pool.first),
        summary=summarise(best, speakers[best.key], papers.bodies[best.report][best.sentence : best.sentence_end]),
        type=best.type,
        place=_place(best, side.pool),
        time=_time(best, side.pool),
        supporting=_supports(sorted(side.tellings, key=lambda one: _is_outdated(one, side)), side.standing, speakers),
        opposing=_supports(opposing, against, speakers),
        reports=side.standing.reports,
        origins=side.standing.origins,
        origins_possible=max(side.standing.origins, side.standing.possible),
        bases=side.standing.bases,
        independence=independence(side.standing),
        credibility=grade(side.standing, against),
        why=explain(side.standing, against, speakers, papers.provenance.titles)
        + explain_change(side.pool.figures, side.pool.superseded),
        first_reported=dates[0] if dates else None,
        last_reported=dates[-1] if dates else None,
    )
    return claim, best


def _identify(first: Mention) -> str:
    """Make the claim's id from its first mention, so that what is reported later does not change it."""
    return identify("claim", *first.key[:3], first.type.value, first.key[3])


def _opposing(side: Side, rivals: Sequence[Side]) -> list[Telling]:
    """List what speaks against a pool; a retelling that garbles its origin does not speak against it."""
    ours = {(telling.mention.report, telling.mention.sentence) for telling in side.tellings}
    found = {
        telling.mention.key: telling
        for rival in rivals
        for telling in rival.tellings
        if not _retells_any(telling, ours)
    }
    return sorted(found.values(), key=lambda telling: arrival(telling.mention))


def _retells_any(telling: Telling, ours: set[tuple[str, int]]) -> bool:
    """Tell whether a rival telling's sentence goes back to one that supports the claim."""
    own = (telling.mention.report, telling.mention.sentence)
    return telling.descends_from != own and telling.descends_from in ours


def _dates(tellings: Sequence[Telling]) -> list[str]:
    """List when the reports came out that support a claim; all of them where each was withdrawn."""
    live = [telling for telling in tellings if not telling.withdrawn] or tellings
    return [telling.mention.published for telling in live if telling.mention.published]


def _best(side: Side) -> Mention:
    """Choose the mention in whose words the claim is told: no figure that has been brought up to date."""
    return min(
        side.tellings,
        key=lambda telling: (
            telling.withdrawn,
            telling.mention.minor,
            _is_outdated(telling, side),
            *rank(telling.mention, retold=telling.head is not None),
        ),
    ).mention


def _is_outdated(telling: Telling, side: Side) -> bool:
    """Tell whether a telling holds a figure that its newsroom has brought up to date."""
    current = side.pool.current[-1:] if side.pool.superseded else []
    return any(counted_anew(telling.mention, latest) for latest in current)


def _place(best: Mention, pool: Pool) -> Place | None:
    """Give where it happened: the chosen mention's place, else the first that another mention tells.

    Of the places of one mention a known one comes first, and where something left from before where it went.
    """
    for mention in (best, *pool.members):
        told = [mention.where[role] for role in ("at", "from", "to", "via") if role in mention.where]
        if told:
            return min(told, key=lambda place: place.lat is None)
    return None


def _time(best: Mention, pool: Pool) -> When | None:
    """Give when it happened: the chosen mention's time if it is resolved, else the first that is."""
    times = [mention.event.time for mention in (best, *pool.members) if mention.event and mention.event.time]
    return next((time for time in times if time.start is not None), times[0] if times else None)


def _supports(
    tellings: Sequence[Telling], standing: Standing, speakers: Mapping[tuple[str, int, int, str], str]
) -> tuple[Support, ...]:
    """Write up one side of a claim."""
    return tuple(
        Support(
            report=telling.mention.report,
            attribution=telling.mention.attribution.id if telling.mention.attribution else None,
            event=telling.mention.event.id if telling.mention.event else None,
            evidence=telling.mention.evidence,
            speaker=speakers[telling.mention.key],
            basis=telling.mention.attribution.basis if telling.mention.attribution else Basis.UNKNOWN,
            certainty=_certainty(telling.mention),
            origin=telling.origin,
            leg=standing.leg_of[telling.mention.key],
            withdrawn=telling.withdrawn,
        )
        for telling in tellings
    )


def _certainty(mention: Mention) -> Certainty:
    """Give how sure the words are: the event's own wording, else the attribution's."""
    if mention.event is not None:
        return Certainty(mention.event.factuality.value)
    return mention.attribution.certainty if mention.attribution else Certainty.CERTAIN
