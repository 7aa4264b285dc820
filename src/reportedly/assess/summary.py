"""One plain English sentence for a claim, in the words of the best that stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from reportedly.assess.mention import Mention
from reportedly.attribution import Attribution, Basis, Certainty, Speaker, SpeakerKind

OWN_VOICE = "the report itself"
_LONGEST = 240  # characters of a summary's happening
_TRAILING = re.compile(r"(?:[\s,;:–—-]+|\b(?:and|but|that|which|who|as)\b\s*)+$", re.IGNORECASE)
_LEADING = re.compile(r"^(?:[\s,;:–—•*-]+|(?:and|but|that|which|while|as|because)\b\s+)+", re.IGNORECASE)
_ASIDE = re.compile(r",?\s+(?:who|which|speaking|on condition|on the condition)\b.*$", re.IGNORECASE | re.DOTALL)
_VERB_FIRST = re.compile(r"(?:is|are|was|were|has|have|had|will|would|did|does|do|can|could|may|might|must|not)\b")
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
        return speaker.name
    return told or speaker.name or _described(speaker)


def fullest_sources(attributions: Iterable[tuple[str, Attribution]]) -> dict[tuple[str, str], str]:
    """Give, for every report and speaker, the fullest words that the report has for the speaker, first of equals."""
    found: dict[tuple[str, str], str] = {}
    for report, attribution in attributions:
        if attribution.source is None:
            continue
        words = _tidy(_ASIDE.sub("", attribution.source.text))
        key = (report, attribution.speaker_id)
        if key not in found or (_fullness(words) > _fullness(found[key])):
            found[key] = words
    return {key: _lower_article(words) for key, words in found.items()}


def _fullness(words: str) -> tuple[bool, int]:
    """Give how much words tell of a speaker: any noun more than a pronoun, then by length."""
    return (not _PRONOUN.match(words), len(words))


def _described(speaker: Speaker) -> str:
    """Describe a speaker whom the report has no words for."""
    return speaker.role or speaker.affiliation or f"an unnamed {speaker.kind.value}"


def _lower_article(words: str) -> str:
    """Give words with a small first letter where they start with an article, a number word or the like."""
    first = words.split(" ", 1)[0]
    return words[:1].lower() + words[1:] if first in ("A", "An", "The", "These", "Some", "Two", "Three") else words


def _tidy(words: str) -> str:
    """Give words on one line, without what dangles at either end."""
    words = _SPACES.sub(" ", words).strip()
    return _TRAILING.sub("", _LEADING.sub("", words)).strip()


def rank(mention: Mention, *, retold: bool) -> tuple[object, ...]:
    """Give what decides whose words a claim is told in: the origin's before a retelling's, a full clause first."""
    attribution = mention.attribution
    certainty = attribution.certainty if attribution else Certainty.CERTAIN
    hearsay = attribution is not None and attribution.basis in (Basis.MEDIA, Basis.HEARSAY)
    starts_badly = bool(_PRONOUN.match(mention.said)) or mention.said[:1].islower()
    return (retold, hearsay, starts_badly, certainty is Certainty.UNSPECIFIED, attribution is None, mention.key)


def summarise(mention: Mention, speaker: str) -> str:
    """Tell a mention in one sentence: the report's own words, and who says so.

    Nothing is added but the actor where the clause lacks its subject, and 'according to'.
    """
    clause = _clause(mention)
    told = speaker != OWN_VOICE and not _names_speaker(mention, speaker)
    ending = f", according to {speaker}" if told else ""
    return f"{clause}{ending}."


def _clause(mention: Mention) -> str:
    """Give the words that tell the happening, fit to open a sentence."""
    words = _tidy(mention.said).rstrip(".!?…")
    if words[:1] in _QUOTES and words.count(words[0]) == 1:
        words = words[1:]
    actor = mention.event.actor if mention.event else None
    if actor and _VERB_FIRST.match(words):
        words = f"{actor} {words}"
    if len(words) > _LONGEST:
        words = words[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"
    words = words or mention.said
    return words[:1].upper() + words[1:]


def _names_speaker(mention: Mention, speaker: str) -> bool:
    """Tell whether the words say themselves who speaks."""
    source = mention.attribution.source if mention.attribution else None
    return speaker.lower() in mention.said.lower() or (source is not None and mention.evidence.holds(source))
