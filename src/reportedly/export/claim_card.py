"""The claim card: a claim's supports gathered under the legs that they stand on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.attribution import Verification
from reportedly.claim import Claim, Support
from reportedly.export.catalogue import Catalogue, anchor
from reportedly.export.wording import BASIS, CERTAINTY, count, describe_speaker, join_words
from reportedly.text.fold import fold

_LONG = 60  # characters: two speakers that together take more than a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Where the words of a voice stand."""

    label: str  # the report's
    name: str  # who put the report out, with the source letter that a person gave it
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One speaker's words, with every report that tells them in just these words."""

    speaker: str
    kind: str
    basis: str
    certainty: str
    verification: str | None
    quote: str
    withdrawn: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Leg:
    """Supports that count as one origin."""

    heading: str  # where it goes back to
    held: bool  # the report that it goes back to is at hand
    voices: tuple[Voice, ...]

    @property
    def withdrawn(self) -> bool:
        """Tell whether nothing of it counts any more."""
        return all(voice.withdrawn for voice in self.voices)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A claim laid out for people."""

    number: int
    claim: Claim
    supporting: tuple[Leg, ...]
    opposing: tuple[Leg, ...]
    speakers: tuple[str, ...]  # distinct, in order
    bases: tuple[str, ...]  # the kinds of basis, distinct, in order
    certainties: tuple[str, ...]  # distinct, in order

    @property
    def who(self) -> str:
        """Name the speakers in a line."""
        return join_words(self.speakers, 1 if len("".join(self.speakers[:2])) > _LONG else 2)

    @property
    def contradicted(self) -> bool:
        """Tell whether anything that still counts speaks against it."""
        return any(not leg.withdrawn for leg in self.opposing)


def lay_out(claim: Claim, number: int, catalogue: Catalogue) -> Card:
    """Lay out one claim."""
    supporting = _legs(claim.supporting, catalogue)
    voices = [voice for leg in supporting for voice in leg.voices]
    return Card(
        number=number,
        claim=claim,
        supporting=supporting,
        opposing=_legs(claim.opposing, catalogue),
        speakers=tuple(dict.fromkeys(voice.speaker for voice in voices)),
        bases=tuple(dict.fromkeys(voice.basis for voice in voices)),
        certainties=tuple(dict.fromkeys(voice.certainty for voice in voices)),
    )


def _legs(supports: tuple[Support, ...], catalogue: Catalogue) -> tuple[Leg, ...]:
    """Gather supports by leg, in the order in which the legs first appear."""
    by_leg: dict[str, list[Support]] = {}
    for support in supports:
        by_leg.setdefault(support.leg, []).append(support)
    return tuple(_leg(gathered, catalogue) for gathered in by_leg.values())


def _leg(supports: list[Support], catalogue: Catalogue) -> Leg:
    """Describe one leg by the origins and the reports that its supports go back to."""
    origins = tuple(dict.fromkeys(support.origin for support in supports))
    held = all(origin in catalogue.reports for origin in origins)
    names = (
        f"{catalogue.label(origin)} {catalogue.name(origin)}"
        if origin in catalogue.reports
        else f"{catalogue.name(origin)}, not held"
        for origin in origins
    )
    told = count(len({support.report for support in supports}), "report")
    return Leg(
        heading=f"{join_words(tuple(names), 3)} · told in {told}",
        held=held,
        voices=_voices(supports, catalogue),
    )


def _voices(supports: list[Support], catalogue: Catalogue) -> tuple[Voice, ...]:
    """Put supports into words; those that differ in nothing but the report are one voice."""
    voices: dict[tuple[object, ...], Voice] = {}
    for support in supports:
        voice = _voice(support, catalogue)
        words = " ".join(fold(voice.quote).split())
        key = (words, voice.speaker, voice.kind, voice.basis, voice.certainty, voice.verification, voice.withdrawn)
        first = voices.get(key)
        voices[key] = replace(first, passages=first.passages + voice.passages) if first else voice
    return tuple(voices.values())


_VERIFICATION = {
    Verification.VERIFIED: "checked by the outlet",
    Verification.UNVERIFIED: "outlet could not verify",
    Verification.DISPUTED: "disputed, the outlet says",
}


def _voice(support: Support, catalogue: Catalogue) -> Voice:
    """Put one support into words."""
    attribution = catalogue.attribution(support)
    label = catalogue.label(support.report)
    return Voice(
        speaker=support.speaker,
        kind=describe_speaker(attribution),
        basis=BASIS[support.basis],
        certainty=CERTAINTY[support.certainty],
        verification=_VERIFICATION.get(attribution.verification) if attribution and attribution.verification else None,
        quote=support.evidence.text,
        withdrawn=support.withdrawn,
        passages=(Passage(label=label, name=_named(support, catalogue), anchor=anchor(label, support.evidence)),),
    )


def _named(support: Support, catalogue: Catalogue) -> str:
    """Name who put a support's report out, with the letter from the user's own file."""
    name = catalogue.name(support.report)
    return f"{name}, source letter {support.source_letter.letter}" if support.source_letter else name
