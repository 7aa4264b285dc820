"""The docket of a claim: its supports weighed again from the readings, so that every one can be asked about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.assess.coreference import arrival, retold_by_lineage
from reportedly.assess.corroborate import Standing, Telling, stand, tell
from reportedly.assess.mention import Mention, collect_mentions
from reportedly.assess.party import plain
from reportedly.assess.provenance import Provenance
from reportedly.assess.sibling import settle_sentences
from reportedly.assess.source import find_collector
from reportedly.claim import Claim, Support
from reportedly.data import read_table
from reportedly.errors import UnknownResource
from reportedly.lineage import Comparison, Lineage
from reportedly.reading import Reading
from reportedly.report import Report
from reportedly.span import Span
from reportedly.text.word import words
from reportedly.trace import Told

Key = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Side:
    """What speaks for a claim, or against it."""

    tellings: tuple[Telling, ...]  # in the order in which their reports came out, undated ones last
    supports: Mapping[Key, Support]
    standing: Standing


@dataclass(frozen=True, slots=True)
class Docket:
    """A claim with all that tracing it needs."""

    claim: Claim
    readings: Mapping[str, Reading]
    held: int  # how many reports there are altogether
    provenance: Provenance
    comparisons: Mapping[frozenset[str], Comparison]
    supporting: Side
    opposing: Side

    def report(self, id_: str) -> Report:
        """Give a report that is held."""
        return self.readings[id_].report

    def not_held(self, origin: str) -> str | None:
        """Give whose report an origin is that is not held; None for one that is."""
        if origin in self.readings:
            return None
        return self.provenance.publisher_not_held(origin) or "a newsroom that no words name"

    def sentence(self, report: str, start: int) -> Span:
        """Give the sentence of a report that starts at `start`; one that was not found ends with the body."""
        reading = self.readings[report]
        end = next((each.end for each in reading.sentences if each.start == start), len(reading.report.body))
        return Span.of(reading.report.body, start, end)

    def newsroom(self, telling: Telling) -> str | None:
        """Give who collected a telling, as the reports write it; None where no words tell."""
        title = self.provenance.titles.get(telling.source.newsroom)
        return title or find_collector(telling.mention) or None

    def names_nobody(self, told: Told) -> bool:
        """Tell whether a sentence in the report's own voice has nothing in it that may be a source."""
        spans = [
            span
            for item in self.readings[told.report].attributions
            for span in (*item.content, *filter(None, (item.source, item.cue)))
        ]
        if told.attribution is not None or any(span.overlaps(told.sentence) for span in spans):
            return False
        nouns = {row["noun"] for row in read_table("speaker_kinds.tsv")} | set(plain(told.newsroom or "").split())
        return not any({word.form, word.form.removesuffix("s")} & nouns for word in words(plain(told.sentence.text)))

    def told(self, telling: Telling, side: Side) -> Told:
        """Write up one place where the claim is told."""
        mention, support = telling.mention, side.supports[telling.mention.key]
        attribution = mention.attribution
        return Told(
            report=mention.report,
            attribution=support.attribution,
            event=support.event,
            evidence=support.evidence,
            sentence=Span.of(self.report(mention.report).body, mention.sentence, mention.sentence_end),
            speaker=support.speaker,
            speaker_kind=attribution.speaker.kind if attribution else None,
            anonymity=attribution.speaker.anonymity if attribution else None,
            newsroom=self.newsroom(telling),
            via=attribution.via if attribution else None,
            basis=support.basis,
            certainty=support.certainty,
            hedge=attribution.certainty_span if attribution else None,
            verification=attribution.verification if attribution else None,
            origin=support.origin,
        )


def open_docket(
    claim: Claim,
    readings: Iterable[Reading],
    lineage: Lineage,
    comparisons: Iterable[Comparison],
    held: int | None = None,
) -> Docket:
    """Weigh the supports of a claim again.

    Args:
        claim: the claim.
        readings: of all reports that bear on it, and of their kin.
        lineage: theirs.
        comparisons: of those that retell with what they retell.
        held: how many reports there are, where these are not all.

    Raises:
        UnknownResource: the claim was not made from these readings.
    """
    ordered = sorted(readings, key=lambda reading: reading.report.id)
    by_id = {reading.report.id: reading for reading in ordered}
    provenance = Provenance(ordered, lineage)
    supports = (*claim.supporting, *claim.opposing)
    wanted = {id_ for support in supports for id_ in (support.report, support.origin)} & by_id.keys()
    mentions = {
        mention.key: mention
        for id_ in sorted(wanted)
        for mention in settle_sentences(collect_mentions(by_id[id_]), by_id[id_].report.body)
    }
    heads = retold_by_lineage(list(mentions.values()), provenance)
    sides = [_side(claim, told, mentions, heads, provenance) for told in (claim.supporting, claim.opposing)]
    return Docket(
        claim=claim,
        readings=by_id,
        held=len(by_id) if held is None else held,
        provenance=provenance,
        comparisons={frozenset((each.reports.a.id, each.reports.b.id)): each for each in comparisons},
        supporting=sides[0],
        opposing=sides[1],
    )


def _side(
    claim: Claim,
    supports: Sequence[Support],
    mentions: Mapping[Key, Mention],
    heads: Mapping[Key, Key],
    provenance: Provenance,
) -> Side:
    """Weigh one side of a claim."""
    by_key = {_key(support): support for support in supports}
    if strange := sorted(by_key.keys() - mentions.keys()):
        raise UnknownResource(f"{claim.id} rests on words of {strange[0][0]} that are not in these readings")
    found = sorted((mentions[key] for key in by_key), key=arrival)
    tellings = tuple(tell(mention, heads.get(mention.key), provenance) for mention in found)
    return Side(tellings, by_key, stand(tellings))


def _key(support: Support) -> Key:
    """Give the key of the mention that a support was written from."""
    return (support.report, support.evidence.start, support.evidence.end, support.event or support.attribution or "")
