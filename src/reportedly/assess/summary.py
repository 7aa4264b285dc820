"""One plain English sentence for a claim, in the words of the best that stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.assess.mention import Mention
from reportedly.attribution import Basis, Certainty, Speaker, SpeakerKind
from reportedly.reading import Reading

OWN_VOICE = "the report itself"
_LONGEST = 240  # characters of a summary's happening
_TRAILING = re.compile(r"(?:[\s,;:–—-]+|\b(?:and|but|that|which|who|as)\b\s*)+$", re.IGNORECASE)
_LEADING = re.compile(r"^(?:[\s,;:–—•*-]+|(?:and|but|that|which|while|as|because)\b\s+)+", re.IGNORECASE)
_ASIDE = re.compile(r",?\s+(?:who|which|speaking|on condition|on the condition)\b.*$", re.IGNORECASE | re.DOTALL)
_VERB_FIRST = re.compile(r"(?:is|are|was|were|has|have|had|will|would|did|does|do|can|could|may|might|must|not)\b")
_DESCRIBED = (SpeakerKind.ANONYMOUS, SpeakerKind.IMAGERY, SpeakerKind.DOCUMENT, SpeakerKind.REPORTER)
_MOST_WORDS = 6  # of a subject, or of an organisation's name as the report writes it
_DATELINE = re.compile(r"^[A-Z][^()\n]{0,60}\([^()\n]{1,40}\)\s*[-–—]+\s*")
_DEPENDENT = re.compile(
    r"(?:for|him|them|us|me|after|before|whose|which|who|where|when|while|because|as|to|by|with|from|into|not|than|if|since|until"
    r"|[a-z]+ing)\b"
)
_COMMA_IN_QUOTE = re.compile(r"""[,;](["'”’])(?=$| …)""")
_SPACES = re.compile(r"\s+")
_PRONOUN = re.compile(
    r"(?:he|she|it|they|we|i|his|her|its|their|this|these|those|that|our|the (?:official|source|person)s?)\b",
    re.IGNORECASE,
)
_QUOTES = "\"'“”‘’«»"


def speaker_words(mention: Mention, longest_source: dict[tuple[str, str], str]) -> str:
    """Say who stands behind a mention.

    Args:
        mention: the mention.
        longest_source: for a report and a speaker_id of it, the fullest words that the report has for the speaker.
    """
    attribution = mention.attribution
    if attribution is None:
        return OWN_VOICE
    speaker = attribution.speaker
    told = longest_source.get((mention.report, attribution.speaker_id), "")
    if speaker.kind is SpeakerKind.PERSON and speaker.name:
        return speaker.name
    if speaker.kind in (SpeakerKind.ORGANISATION, SpeakerKind.OUTLET) and speaker.name:
        fuller = speaker.name in told and len(told.split()) <= _MOST_WORDS
        return told[:1].lower() + told[1:] if fuller and told.startswith("The ") else told if fuller else speaker.name
    return told or speaker.name or _described(speaker)


def fullest_sources(readings: Iterable[Reading]) -> dict[tuple[str, str], str]:
    """Give, for every report and speaker, the fullest words that the report has for the speaker, first of equals."""
    found: dict[tuple[str, str], str] = {}
    for reading in readings:
        opened = {sentence.start for sentence in reading.sentences}
        names = {entity.span.start for entity in reading.entities} | {place.span.start for place in reading.places}
        for attribution in reading.attributions:
            source = attribution.source
            if source is None:
                continue
            words = _tidy(_ASIDE.sub("", source.text))
            if source.start in opened and source.start not in names and attribution.speaker.kind in _DESCRIBED:
                words = _small_first(words)
            key = (reading.report.id, attribution.speaker_id)
            if key not in found or _fullness(words) > _fullness(found[key]):
                found[key] = words
    return found


def _fullness(words: str) -> tuple[bool, int]:
    """Give how much words tell of a speaker: any noun more than a pronoun, then by length."""
    return (not _PRONOUN.match(words), len(words))


def _described(speaker: Speaker) -> str:
    """Describe a speaker whom the report has no words for."""
    return speaker.role or speaker.affiliation or f"an unnamed {speaker.kind.value}"


def _small_first(words: str) -> str:
    """Give words that opened a sentence as they stand within one."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _tidy(words: str) -> str:
    """Give words on one line, without what dangles at either end."""
    words = _SPACES.sub(" ", words).strip()
    words = _TRAILING.sub("", _LEADING.sub("", words)).strip()
    return _COMMA_IN_QUOTE.sub(r"\1", words)


def rank(mention: Mention, *, retold: bool) -> tuple[object, ...]:
    """Give what decides whose words a claim is told in: the origin's before a retelling's, a full clause first."""
    attribution = mention.attribution
    certainty = attribution.certainty if attribution else Certainty.CERTAIN
    hearsay = attribution is not None and attribution.basis in (Basis.MEDIA, Basis.HEARSAY)
    starts_badly = bool(_PRONOUN.match(mention.said)) or mention.said[:1].islower()
    return (retold, hearsay, starts_badly, certainty is Certainty.UNSPECIFIED, attribution is None, mention.key)


def summarise(mention: Mention, speaker: str, sentence: str) -> str:
    """Tell a mention in one sentence: the report's own words, and who says so.

    Nothing is added but the actor where the clause lacks its subject, and 'according to'.

    Args:
        mention: the mention.
        speaker: who stands behind it, in words.
        sentence: the whole sentence that it stands in; told instead of a clause that cannot stand alone.
    """
    said = mention.said
    headless = _VERB_FIRST.match(said) and not (mention.event and mention.event.actor)
    if (headless or _DEPENDENT.match(said)) and len(sentence) <= 2 * _LONGEST:
        said = sentence
    told = speaker != OWN_VOICE and not _names_speaker(mention, said, speaker)
    ending = f", according to {speaker}" if told else ""
    return f"{_clause(mention, said)}{ending}."


def _clause(mention: Mention, said: str) -> str:
    """Give the words that tell the happening, fit to open a sentence."""
    words = _tidy(_DATELINE.sub("", said)).rstrip(".!?…")
    if words[:1] in _QUOTES and words.count(words[0]) == 1:
        words = words[1:]
    actor = mention.event.actor if mention.event else None
    if actor and _VERB_FIRST.match(words):
        words = f"{actor} {words}"
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    words = words or said
    return words[:1].upper() + words[1:]


def _names_speaker(mention: Mention, said: str, speaker: str) -> bool:
    """Tell whether the words say themselves who speaks."""
    source = mention.attribution.source if mention.attribution else None
    return speaker.lower() in said.lower() or (
        source is not None and (mention.evidence.holds(source) or source.text in said)
    )
