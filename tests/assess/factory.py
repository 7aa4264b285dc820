"""Small readings and lineages, made by hand from sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportedly.attribution import (
    Anonymity,
    Attribution,
    Basis,
    Certainty,
    CueClass,
    Polarity,
    Speaker,
    SpeakerKind,
    Stance,
)
from reportedly.event import Asset, Event, EventType, Factuality, Place, Quantity, Toponym, ToponymUse, When
from reportedly.identity import identify
from reportedly.lineage import (
    Derivation,
    Family,
    InferredOrigin,
    Lineage,
    Relation,
    Retelling,
)
from reportedly.reading import Reading, Sentence
from reportedly.report import Completeness, Notice, NoticeKind, Report
from reportedly.span import Span
from reportedly.text.sentence import split_sentences

HARBOUR = {"name": "Port Harmony", "lat": 10.0, "lon": 20.0, "radius_km": 3.0, "gazetteer_id": "geonames:1"}
AIRFIELD = {"name": "Cold Lake Airfield", "lat": 12.0, "lon": 22.0, "radius_km": 3.0, "gazetteer_id": "geonames:2"}


def speaker(
    name: str | None = None, kind: SpeakerKind = SpeakerKind.PERSON, *, role=None, affiliation=None, party=None
) -> Speaker:
    """A speaker; one without a name is unnamed."""
    return Speaker(
        kind=kind,
        name=name,
        role=role,
        affiliation=affiliation,
        count=None,
        party=party,
        anonymity=Anonymity.UNNAMED if kind is SpeakerKind.ANONYMOUS else Anonymity.NAMED,
        anonymity_reason=None,
    )


UNNAMED = speaker(None, SpeakerKind.ANONYMOUS, role="officials")


class Draft:
    """A reading that is being written: each `tell` adds a sentence with one event in it."""

    def __init__(
        self, id_: str, *, publisher=None, agency=None, published=None, dateline=None, notices: Sequence[Notice] = ()
    ):
        self.dateline = dateline
        self.id, self.publisher, self.agency, self.published = id_, publisher, agency, published
        self.notices = tuple(notices)
        self.body = ""
        self._events: list[dict[str, Any]] = []
        self._words: list[dict[str, Any]] = []

    def tell(
        self,
        words: str,
        *,
        by: Speaker | None = None,
        via: str | None = None,
        basis: Basis = Basis.STATEMENT,
        verification=None,
        **event: Any,
    ) -> Draft:
        """Add a sentence; `event` are the event's fields, places and time in short."""
        self.body += ("\n" if self.body else "") + words
        start = len(self.body) - len(words)
        said = {"by": by, "via": via, "basis": basis, "verification": verification}
        self._events.append({"start": start, "words": words, **said, "event": event})
        return self

    def done(self) -> Reading:
        """Give the reading."""
        attributions, events, places = [], [], []
        for item in self._events:
            span = Span.of(self.body, item["start"], item["start"] + len(item["words"]))
            attribution = self._attribution(item, span) if item["by"] else None
            if attribution:
                attributions.append(attribution)
            if item["event"]:
                event = self._event(item["event"], span, attribution)
                events.append(event)
                places += [
                    Toponym(
                        span=place.span,
                        use=ToponymUse.LITERAL,
                        name=place.name,
                        lat=place.lat,
                        lon=place.lon,
                        country=None,
                        kind="base" if (place.radius_km or 0) < 100 else "country",
                        gazetteer_id=place.gazetteer_id,
                        radius_km=place.radius_km,
                        offset=None,
                        score=None,
                    )
                    for place in (event.place, event.origin, event.destination)
                    if place
                ]
        return Reading(
            report=self._report(),
            made_by={},
            not_analysed=None,
            sentences=tuple(Sentence(start=start, end=end) for start, end in split_sentences(self.body)),
            attributions=tuple(attributions),
            events=tuple(events),
            places=tuple(places),
            times=(),
            entities=(),
        )

    def _report(self) -> Report:
        return Report(
            id=self.id,
            path=None,
            title=None,
            published=self.published,
            published_basis=None,
            modified=None,
            publisher=self.publisher,
            agency=self.agency,
            url=None,
            language="en",
            authors=(),
            editors=(),
            dateline=self.dateline,
            body=self.body,
            completeness=Completeness.FULL,
            notices=self.notices,
            cut=(),
            links=(),
        )

    def _attribution(self, item: dict[str, Any], span: Span) -> Attribution:
        by: Speaker = item["by"]
        negated = item["event"].get("polarity", Polarity.AFFIRMED)
        return Attribution(
            id=identify("attribution", self.id, span.start),
            source=None,
            cue=None,
            content=(span,),
            direct=False,
            speaker=by,
            speaker_id=f"{by.kind}-{by.name}-{by.role}-{by.party}",
            via=item["via"],
            cue_class=CueClass.SAY,
            basis=item["basis"],
            certainty=Certainty.CERTAIN,
            certainty_span=None,
            basis_span=None,
            negation_span=None,
            polarity=negated,
            stance=Stance.ASSERTS,
            verification=item["verification"],
            parent=None,
        )

    def _event(self, told: dict[str, Any], span: Span, attribution: Attribution | None) -> Event:
        day = told.get("day")
        return Event(
            id=identify("event", self.id, span.start),
            type=told.get("type", EventType.ATTACK),
            plover=None,
            cameo=None,
            acled=None,
            actor=told.get("actor"),
            target=told.get("target"),
            assets=tuple(
                Asset(name=name, category=category, min=least, max=most, span=span)
                for name, category, least, most in told.get("assets", ())
            ),
            quantities=tuple(
                Quantity(what=what, min=least, max=most, span=span) for what, least, most in told.get("quantities", ())
            ),
            **{role: self._place(told.get(role), span) for role in ("place", "origin", "destination")},
            via=None,
            time=When(text=day, start=day, end=day, edtf=day, unresolved=None) if day else None,
            factuality=Factuality.CERTAIN,
            polarity=told.get("polarity", Polarity.AFFIRMED),
            planned=told.get("planned", False),
            attribution=attribution.id if attribution else None,
            evidence=span,
            predicate=Span.of(self.body, span.start, span.start + len(span.text.split()[0])),
        )

    def _place(self, told: dict[str, Any] | None, span: Span) -> Place | None:
        return Place(span=span, **told) if told else None


def sentence(reading: Reading, number: int) -> Span:
    """The sentence of a reading with that number."""
    found = reading.sentences[number]
    return Span.of(reading.report.body, found.start, found.end)


def retelling(report: Reading, number: int, origin: Reading | str, origin_number: int = 0) -> Retelling:
    """That a sentence of a report goes back to one of `origin`, or to an origin not held."""
    held = isinstance(origin, Reading)
    return Retelling(
        report=report.report.id,
        sentence=sentence(report, number),
        origin=origin.report.id if held else origin,
        origin_sentence=sentence(origin, origin_number) if held else None,
        score=0.9,
    )


def derivation(origin: Reading, derivative: Reading, kind: Relation = Relation.REWRITE) -> Derivation:
    """That one report was made from another."""
    a, b = sorted((origin.report.id, derivative.report.id))
    return Derivation(
        a=a, b=b, path_a=None, path_b=None, kind=kind, score=0.9, parent=True, origin=origin.report.id, confidence=0.9
    )


def lineage(
    readings: Sequence[Reading],
    *,
    derivations: Sequence[Derivation] = (),
    retellings: Sequence[Retelling] = (),
    inferred: InferredOrigin | None = None,
) -> Lineage:
    """A lineage: each derivation makes a family, each report without one is its own."""
    members: dict[str, set[str]] = {reading.report.id: {reading.report.id} for reading in readings}
    for edge in derivations:
        joined = members[edge.a] | members[edge.b]
        for report in joined:
            members[report] = joined
    families = {tuple(sorted(group)) for group in members.values()}
    return Lineage(
        derivations=tuple(derivations),
        families=tuple(
            Family(
                origin=None if inferred and set(group) & set(inferred.credited_by) else group[0],
                members=group,
                inferred_origin=inferred if inferred and set(group) & set(inferred.credited_by) else None,
            )
            for group in sorted(families)
        ),
        retellings=tuple(retellings),
    )


RETRACTED = Notice(kind=NoticeKind.RETRACTION, text="This report has been withdrawn.")
