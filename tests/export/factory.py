"""A dossier made by hand: a fire at a port, told by a wire, a retelling, a local paper and a hostile one."""

from __future__ import annotations

from dataclasses import replace

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
    Verification,
)
from reportedly.claim import Bases, Claim, Independence, Support
from reportedly.event import Event, EventType, Factuality, Place, Quantity, When
from reportedly.lineage import (
    Alignment,
    Comparison,
    Coverage,
    Derivation,
    Direction,
    Drift,
    Family,
    InferredOrigin,
    Lineage,
    Relation,
    ReportPair,
    Retelling,
    Variation,
    VariationKind,
)
from reportedly.picture import Answer, Dossier, LedgerLine, Picture, Side, Sighting, Site, TimelineEntry
from reportedly.reading import Reading, Sentence
from reportedly.report import (
    Completeness,
    Cut,
    CutKind,
    DateBasis,
    Dateline,
    Link,
    Notice,
    NoticeKind,
    Report,
    Unread,
)
from reportedly.span import Field, Span

WIRE = """TRIESTE, March 3 (Adria Wire) - A fire that broke out on a moored tanker in Trieste on Sunday appeared to have started in the engine room, two port officials told Adria Wire.
At least two crew members were hurt, the coast guard said.
"We heard one bang and then the alarm," said Marta Vidali, a crane operator who saw the ship burn.
A third official, who asked not to be named because an inquiry is open, said the tanker had come from Koper on Saturday.
The ship's owner did not respond to a request for comment. Adria Wire could not immediately establish what the tanker was carrying."""
RETOLD = """A fire on a tanker in Trieste started in the engine room, officials confirmed to Adria Wire.
Two crew members were hurt, the coast guard said.
"We heard an explosion and then alarms," said crane operator Marta Vidali.
The tanker arrived from Koper on Saturday."""
LOCAL = """Nobody was hurt when a tanker caught fire at the Molo VII quay on Sunday, the port authority said in a statement.
A reporter for this newspaper saw the ship under tow towards Monfalcone at dusk."""
CITING = """According to the Kvarner News Agency, a second tanker had been held at Koper since February."""


def report(key: str, body: str, **more: object) -> Report:
    """A report with nothing but what is given."""
    plain = {
        "id": f"rep-{key}",
        "path": f"folder/{key}.txt",
        "title": None,
        "published": None,
        "published_basis": None,
        "modified": None,
        "publisher": None,
        "agency": None,
        "url": None,
        "language": "en",
        "authors": (),
        "editors": (),
        "dateline": None,
        "body": body,
        "completeness": Completeness.FULL,
        "notices": (),
        "cut": (),
        "links": (),
    }
    return Report(**{**plain, **more})


def span(source: Report | str, words: str, field: Field = Field.BODY) -> Span:
    """The first place where the words stand."""
    text = source if isinstance(source, str) else source.title if field is Field.TITLE else source.body
    start = text.index(words)
    return Span.of(text, start, start + len(words), field)


def speaker(kind: SpeakerKind = SpeakerKind.ORGANISATION, name: str | None = None, **more: object) -> Speaker:
    """A speaker with nothing but what is given."""
    plain = {
        "kind": kind,
        "name": name,
        "role": None,
        "affiliation": None,
        "count": None,
        "party": None,
        "anonymity": Anonymity.NAMED,
        "anonymity_reason": None,
    }
    return Speaker(**{**plain, **more})


def attribution(key: str, source: Report, words: tuple[str, str, str], who: Speaker, **more: object) -> Attribution:
    """An attribution from its source, cue and content as they stand in the report."""
    plain = {
        "id": f"att-{key}",
        "source": span(source, words[0]),
        "cue": span(source, words[1]),
        "content": (span(source, words[2]),),
        "direct": False,
        "speaker": who,
        "speaker_id": f"spe-{key}",
        "via": None,
        "cue_class": CueClass.SAY,
        "basis": Basis.STATEMENT,
        "certainty": Certainty.CERTAIN,
        "certainty_span": None,
        "basis_span": None,
        "negation_span": None,
        "polarity": Polarity.AFFIRMED,
        "stance": Stance.ASSERTS,
        "verification": None,
        "parent": None,
    }
    return Attribution(**{**plain, **more})


def event(key: str, source: Report, evidence: str, predicate: str, **more: object) -> Event:
    """An event from its clause and its predicate."""
    plain = {
        "id": f"eve-{key}",
        "type": EventType.OTHER,
        "plover": None,
        "cameo": None,
        "acled": None,
        "actor": None,
        "target": None,
        "assets": (),
        "quantities": (),
        "place": None,
        "origin": None,
        "destination": None,
        "via": None,
        "time": None,
        "factuality": Factuality.CERTAIN,
        "polarity": Polarity.AFFIRMED,
        "planned": False,
        "attribution": None,
        "evidence": span(source, evidence),
        "predicate": span(source, predicate),
    }
    return Event(**{**plain, **more})


def place(source: Report, name: str, lat: float, lon: float, radius_km: float = 3.0) -> Place:
    """A place where its name stands."""
    return Place(name=name, lat=lat, lon=lon, radius_km=radius_km, gazetteer_id=None, span=span(source, name))


def day(text: str, start: str, end: str | None = None) -> When:
    """A time with its first and last day."""
    return When(text=text, start=start, end=end or start, edtf=start, unresolved=None)


def support(source: Report, evidence: str, who: str, leg: str, **more: object) -> Support:
    """A support in the report's own words."""
    plain = {
        "report": source.id,
        "attribution": None,
        "event": None,
        "evidence": span(source, evidence),
        "speaker": who,
        "basis": Basis.STATEMENT,
        "certainty": Certainty.CERTAIN,
        "origin": source.id,
        "leg": leg,
        "withdrawn": False,
    }
    return Support(**{**plain, **more})


def claim(key: str, summary: str, supporting: tuple[Support, ...], **more: object) -> Claim:
    """A claim with its counts made from its supports."""
    legs = len({s.leg for s in supporting})
    plain = {
        "id": f"cla-{key}",
        "summary": summary,
        "type": EventType.OTHER,
        "place": None,
        "time": None,
        "supporting": supporting,
        "opposing": (),
        "reports": len({s.report for s in supporting}),
        "origins": legs,
        "origins_possible": legs,
        "bases": Bases(min=legs, max=legs),
        "independence": Independence.INDEPENDENT if legs > 1 else Independence.NOT_ESTABLISHED,
        "credibility": 1 if legs > 1 else 3,
        "why": "One leg, and nothing speaks against it.",
        "first_reported": "2024-03-03",
        "last_reported": "2024-03-04",
    }
    return Claim(**{**plain, **more})


def reading(source: Report, attributions: tuple[Attribution, ...] = (), events: tuple[Event, ...] = ()) -> Reading:
    """A reading that holds what is given."""
    return Reading(
        report=source,
        made_by={"attribution-rules": "1", "gazetteer": "2024-11"},
        not_analysed=None,
        sentences=(Sentence(start=0, end=len(source.body)),),
        attributions=attributions,
        events=events,
        places=(),
        times=(),
        entities=(),
    )


def reports() -> tuple[Report, Report, Report, Report]:
    """The wire, its retelling, the local paper and the one that cites an agency not held."""
    wire = report(
        "a-wire",
        WIRE,
        title="Tanker burns in Trieste port, two hurt",
        published="2024-03-03T21:40:00+01:00",
        published_basis=DateBasis.HEADER,
        agency="Adria Wire",
        publisher="Adria Wire",
        authors=("Lucia Marin",),
        editors=("Piet Sool",),
        dateline=Dateline(place="TRIESTE", span=span(WIRE, "TRIESTE, March 3")),
        notices=(Notice(kind=NoticeKind.CORRECTION, text="Correction: the quay is Molo VII, not Molo V."),),
    )
    retold = report(
        "b-retold",
        RETOLD,
        title="Explosion rocks tanker, officials confirm",
        publisher="Harbour Daily",
        cut=(
            Cut(kind=CutKind.PROMOTION, text="Subscribe to the Harbour letter for more."),
            Cut(kind=CutKind.RELATED_STORIES, text="Ten ships that never came home"),
        ),
        links=(Link(title="Ten ships that never came home", summary=None),),
    )
    local = report(
        "c-local",
        LOCAL,
        title="Tanker fire at Molo VII put out",
        publisher="Il Molo",
        published="2024-03-04",
        published_basis=DateBasis.METADATA,
    )
    citing = report("d-citing", CITING, title=None, publisher="Bora Post", published="2024-03-05")
    return wire, retold, local, citing


def hostile() -> Report:
    """A report whose every field tries to be markup."""
    return report(
        "e-hostile",
        '<script>alert("body")</script> said <b>so</b> & "more".\n[link](javascript:alert(1)) | `code` *bold* # head',
        title='</title><script>alert("title")</script>',
        publisher='<img src=x onerror="alert(1)">',
        authors=("<script>alert(2)</script>",),
        url="javascript:alert(3)",
        notices=(Notice(kind=NoticeKind.UPDATE, text="<script>alert(4)</script>"),),
        cut=(Cut(kind=CutKind.BOILERPLATE, text="<style>*{display:none}</style>"),),
    )


def comparison(wire: Report, retold: Report) -> Comparison:
    """What Harbour Daily made of the wire."""

    def change(kind: VariationKind, left: str | None, right: str | None, drift: Drift, note: str) -> Variation:
        return Variation(
            kind=kind,
            origin=span(wire, left) if left else None,
            derivative=span(retold, right) if right else None,
            direction=drift,
            note=note,
        )

    def pair(left: str, right: str, score: float) -> Alignment:
        return Alignment(origin=(span(wire, left),), derivative=(span(retold, right),), score=score)

    return Comparison(
        related=True,
        kind=Relation.REWRITE,
        origin=wire.id,
        derivative=retold.id,
        score=0.94,
        direction=Direction(
            confidence=0.93,
            reasons=("The retelling credits Adria Wire.", "4 of 4 sentences have a counterpart, in order."),
        ),
        coverage=Coverage(of_derivative=1.0, of_origin=0.67),
        reports=ReportPair(a=wire, b=retold),
        alignments=(
            pair(WIRE.split("\n")[0], RETOLD.split("\n")[0], 0.81),
            pair(WIRE.split("\n")[1], RETOLD.split("\n")[1], 0.92),
            pair(WIRE.split("\n")[2], RETOLD.split("\n")[2], 0.7),
            pair(WIRE.split("\n")[3], RETOLD.split("\n")[3], 0.5),
        ),
        variations=(
            change(
                VariationKind.QUOTE_ALTERED,
                "We heard one bang and then the alarm",
                "We heard an explosion and then alarms",
                Drift.STRONGER,
                "The words inside the quotation marks are not the same.",
            ),
            change(
                VariationKind.HEDGE_DROPPED,
                "appeared to have started",
                "started",
                Drift.STRONGER,
                "‘appeared to’ is gone.",
            ),
            change(VariationKind.CUE_CHANGED, "told", "confirmed", Drift.STRONGER, "‘told’ became ‘confirmed’."),
            change(
                VariationKind.QUANTITY_CHANGED, "At least two", "Two", Drift.NEUTRAL, "‘At least two’ became ‘Two’."
            ),
            change(
                VariationKind.ATTRIBUTION_DROPPED,
                "A third official, who asked not to be named because an inquiry is open, said",
                None,
                Drift.STRONGER,
                "Who said it is no longer told.",
            ),
            change(
                VariationKind.OMITTED,
                "The ship's owner did not respond to a request for comment.",
                None,
                Drift.NEUTRAL,
                "Left out.",
            ),
        ),
    )


def dossier() -> Dossier:
    """The whole situation."""
    wire, retold, local, citing = reports()
    officials = speaker(SpeakerKind.ANONYMOUS, count=2, anonymity=Anonymity.UNNAMED)
    withheld = speaker(
        SpeakerKind.ANONYMOUS, count=1, anonymity=Anonymity.WITHHELD, anonymity_reason="an inquiry is open"
    )
    engine = attribution(
        "engine",
        wire,
        ("two port officials", "told", "A fire that broke out on a moored tanker in Trieste on Sunday"),
        officials,
        via="Adria Wire",
        certainty=Certainty.PROBABLE,
    )
    hurt = attribution("hurt", wire, ("the coast guard", "said", "At least two crew members were hurt"), speaker())
    saw = attribution(
        "saw",
        wire,
        ("Marta Vidali", "said", '"We heard one bang and then the alarm,"'),
        speaker(SpeakerKind.PERSON, "Marta Vidali", role="crane operator"),
        basis=Basis.OBSERVATION,
        direct=True,
    )
    koper = attribution(
        "koper",
        wire,
        ("A third official", "said", "the tanker had come from Koper on Saturday"),
        withheld,
        verification=Verification.UNVERIFIED,
    )
    nobody = attribution(
        "nobody", local, ("the port authority", "said", "Nobody was hurt"), speaker(), polarity=Polarity.NEGATED
    )
    casualties = event(
        "hurt",
        wire,
        "At least two crew members were hurt",
        "hurt",
        type=EventType.CASUALTIES,
        attribution=hurt.id,
        quantities=(Quantity(what="crew members", min=2, max=None, span=span(wire, "At least two")),),
        place=place(wire, "Trieste", 45.65, 13.77),
        time=day("Sunday", "2024-03-03"),
    )
    credit = InferredOrigin(
        id="inf-kvarner",
        publisher="Kvarner News Agency",
        about=None,
        credited_by=(citing.id,),
        evidence=(span(citing, "According to the Kvarner News Agency"),),
    )
    claims = (
        claim(
            "fire",
            "A fire broke out on a tanker in Trieste",
            (
                support(
                    wire,
                    "A fire that broke out on a moored tanker in Trieste on Sunday",
                    "two port officials",
                    "leg-wire",
                    attribution=engine.id,
                    certainty=Certainty.PROBABLE,
                ),
                support(retold, "A fire on a tanker in Trieste", "officials", "leg-wire", origin=wire.id),
                support(
                    local, "a tanker caught fire at the Molo VII quay on Sunday", "the port authority", "leg-local"
                ),
            ),
            place=place(wire, "Trieste", 45.65, 13.77),
            time=day("Sunday", "2024-03-03"),
            why="Two established legs agree: port officials through Adria Wire, and the port authority.",
        ),
        claim(
            "hurt",
            "At least two crew members were hurt in the fire",
            (
                support(
                    wire,
                    "At least two crew members were hurt",
                    "the coast guard",
                    "leg-guard",
                    attribution=hurt.id,
                    event=casualties.id,
                ),
                support(retold, "Two crew members were hurt", "the coast guard", "leg-guard", origin=wire.id),
            ),
            type=EventType.CASUALTIES,
            opposing=(support(local, "Nobody was hurt", "the port authority", "leg-local", attribution=nobody.id),),
            credibility=4,
            why="One leg for it and one against.",
            place=place(wire, "Trieste", 45.65, 13.77),
            time=day("Sunday", "2024-03-03"),
        ),
        claim(
            "koper",
            "The tanker had come from Koper",
            (
                support(
                    wire,
                    "the tanker had come from Koper on Saturday",
                    "a third official",
                    "leg-third",
                    attribution=koper.id,
                ),
                support(
                    retold,
                    "The tanker arrived from Koper on Saturday",
                    "the report itself",
                    "leg-third",
                    origin=wire.id,
                ),
            ),
            origins_possible=2,
            bases=Bases(min=1, max=2),
            place=place(wire, "Koper", 45.55, 13.73),
            time=day("Saturday", "2024-03-02"),
        ),
        claim(
            "bang",
            "A bang was heard before the alarm",
            (
                support(
                    wire,
                    '"We heard one bang and then the alarm,"',
                    "Marta Vidali",
                    "leg-vidali",
                    attribution=saw.id,
                    basis=Basis.OBSERVATION,
                ),
            ),
        ),
        claim(
            "tow",
            "The ship was towed towards Monfalcone",
            (
                support(
                    local,
                    "saw the ship under tow towards Monfalcone at dusk",
                    "a reporter of Il Molo",
                    "leg-tow",
                    basis=Basis.OBSERVATION,
                ),
            ),
            place=place(local, "Monfalcone", 45.8, 13.53, 5),
            time=day("at dusk", "2024-03-03", "2024-03-04"),
        ),
        claim(
            "held",
            "A second tanker had been held at Koper since February",
            (
                support(
                    citing,
                    "a second tanker had been held at Koper since February",
                    "Kvarner News Agency",
                    "inf-kvarner",
                    origin="inf-kvarner",
                    basis=Basis.MEDIA,
                ),
            ),
            independence=Independence.LINEAGE_UNKNOWN,
            credibility=6,
            why="The agency’s own report is not held.",
            place=place(citing, "Koper", 45.55, 13.73),
            time=day("since February", "2024-02-01", "2024-03-05"),
        ),
    )
    compared = comparison(wire, retold)
    derivation = Derivation(
        a=wire.id,
        b=retold.id,
        path_a=wire.path,
        path_b=retold.path,
        kind=Relation.REWRITE,
        score=0.94,
        parent=True,
        origin=wire.id,
        confidence=0.93,
    )
    families = (
        Family(origin=wire.id, members=(wire.id, retold.id), inferred_origin=None),
        Family(origin=local.id, members=(local.id,), inferred_origin=None),
        Family(origin=None, members=(citing.id,), inferred_origin=credit),
    )
    retelling = Retelling(
        report=retold.id,
        sentence=span(retold, "Two crew members were hurt, the coast guard said."),
        origin=wire.id,
        origin_sentence=span(wire, "At least two crew members were hurt, the coast guard said."),
        score=0.92,
    )
    picture = Picture(
        as_of="2024-03-05",
        reports=(wire, retold, local, citing),
        unread=(Unread(path="folder/broken.warc.gz", reason="the archive ends in the middle of a record"),),
        families=families,
        claims=claims,
        sites=(
            Site(
                place=place(wire, "Trieste", 45.65, 13.77),
                present=(
                    Sighting(
                        claim="cla-fire",
                        what="tanker",
                        min=1,
                        max=1,
                        start="2024-03-03",
                        end="2024-03-03",
                        note="last seen 3 March; a departure is reported since",
                    ),
                ),
                absent=(),
                arrivals=(
                    Sighting(
                        claim="cla-koper",
                        what="tanker from Koper",
                        min=None,
                        max=None,
                        start="2024-03-02",
                        end="2024-03-02",
                        note=None,
                    ),
                ),
                departures=(),
                statements=(
                    Sighting(
                        claim="cla-hurt",
                        what="two crew members hurt",
                        min=2,
                        max=None,
                        start="2024-03-03",
                        end="2024-03-03",
                        note=None,
                    ),
                ),
            ),
        ),
        timeline=tuple(
            TimelineEntry(
                start=c.time.start if c.time else None,
                end=c.time.end if c.time else None,
                edtf=c.time.edtf if c.time else None,
                claim=c.id,
                summary=c.summary,
            )
            for c in claims
        ),
        questions=(
            Answer(
                question="Was anybody hurt?",
                understood="act: hurt",
                missing=None,
                lines=(
                    ledger_line("cla-hurt", Side.FOR, "says “hurt”"),
                    ledger_line("cla-bang", Side.UNCLEAR, "tells of “bang”", sign=True),
                ),
                supporting=("cla-hurt",),
                opposing=(),
                elsewhere=(),
                unclear=("cla-bang",),
                gaps=("No report cites a hospital.",),
                verdict="contested",
                why="One leg says so and one denies it.",
            ),
        ),
    )
    return Dossier(
        picture=picture,
        readings=(
            reading(wire, (engine, hurt, saw, koper), (casualties,)),
            reading(retold),
            reading(local, (nobody,)),
            reading(citing),
        ),
        lineage=Lineage(derivations=(derivation,), families=families, retellings=(retelling,)),
        comparisons=(compared,),
    )


def ledger_line(claim_id: str, side: Side, reason: str, *, sign: bool = False) -> LedgerLine:
    """A line of an answer's ledger."""
    return LedgerLine(
        claim=claim_id,
        side=side,
        reason=reason,
        sign=sign,
        origins=1,
        bases=Bases(min=1, max=1),
        basis=(Basis.STATEMENT,),
        certainty=Certainty.CERTAIN,
        age_days=2,
    )


def hostile_dossier() -> Dossier:
    """The same with one more report, whose words are markup, and a claim that rests on them."""
    plain, bad = dossier(), hostile()
    words = '<script>alert("body")</script>'
    says = attribution(
        "bad", bad, (words, "said", "<b>so</b>"), speaker(SpeakerKind.PERSON, "<script>alert(5)</script>")
    )
    made = claim("bad", "<script>alert(6)</script>", (support(bad, words, "<script>alert(7)</script>", "leg-bad"),))
    family = Family(origin=bad.id, members=(bad.id,), inferred_origin=None)
    picture = replace(
        plain.picture,
        reports=(*plain.picture.reports, bad),
        claims=(*plain.picture.claims, made),
        families=(*plain.picture.families, family),
        unread=(Unread(path="<script>alert(8)</script>", reason="<script>alert(9)</script>"),),
    )
    lineage = replace(plain.lineage, families=picture.families)
    return replace(plain, picture=picture, lineage=lineage, readings=(*plain.readings, reading(bad, (says,))))
