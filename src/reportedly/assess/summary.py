"""One plain English sentence for a claim, in the words of the best that stands behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from reportedly.assess.mention import Mention
from reportedly.attribution import Basis, Certainty, CueClass, Polarity, Speaker, SpeakerKind, Stance
from reportedly.data import read_table
from reportedly.reading import Reading
from reportedly.text.day import moment

OWN_VOICE = "the report itself"
_LONGEST = 240  # characters of a summary's happening
_TRAILING = re.compile(r"(?:[\s,;:–—-]+|\b(?:and|but|that|which|who|as)\b\s*)+$", re.IGNORECASE)
_LEADING = re.compile(r"^(?:[\s,;:–—•*-]+|(?:and|but|that|which|while|as|because)\b\s+)+", re.IGNORECASE)
_ASIDE = re.compile(r",?\s+(?:who|which|speaking|on condition|on the condition)\b.*$", re.IGNORECASE | re.DOTALL)
_VERB_FIRST = re.compile(r"(?:is|are|was|were|has|have|had|will|would|did|does|do|can|could|may|might|must|not)\b")
_DESCRIBED = (SpeakerKind.ANONYMOUS, SpeakerKind.IMAGERY, SpeakerKind.DOCUMENT, SpeakerKind.REPORTER)
_MOST_WORDS = 6  # of a subject, or of an organisation's name as the report writes it
_DATELINE = re.compile(r"^[A-Z][^()\n]{0,60}\([^()\n]{1,40}\)\s*[-–—]+\s*")
_BARE_DATELINE = re.compile(r"^[A-ZÀ-Þ][A-ZÀ-Þ .’'-]+(?:, [^-–—]{1,30})? [-–—]+ ")
_DEPENDENT = re.compile(
    r"(?:for|him|them|us|me|after|before|whose|which|who|where|when|while|because|as|to|by|with|from|into|not|than|if|since|until"
    r"|[a-z]+ing|[a-z]+ed)\b"
)
_OBJECT = re.compile(r"(?:for|him|them|us|me|to)\b")  # what a verb left of it governs
_BOUNDARY = re.compile(
    r"[,;:–—]\s+|\b(?:after|and|although|as|because|before|but|if|since|though|until|when|while)\s+", re.IGNORECASE
)
_SUBJECT = re.compile(r"(?:it|they|he|she)\s+", re.IGNORECASE)
_DETERMINED = re.compile(
    r"(?:a|an|the|its|his|her|their|this|that|these|those|some|at least|about|\w+’s|\w+'s)\b", re.I
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|am|has|have|had|will|would|did|does|do|can|could|may|might|must|should|[a-z]+ed)\b|n['’]t\b"
)
_PERCEIVED = (CueClass.SHOW, CueClass.SEE)
_WANTING = (CueClass.BELIEVE, CueClass.DEMAND, CueClass.OTHER, CueClass.SUGGEST)
_LONGEST_AUXILIARY = 20  # characters between a source and its verb: ' has repeatedly '
_COMMA_IN_QUOTE = re.compile(r"""[,;](["'”’])(?=$| …)""")
_SPACES = re.compile(r"\s+")
_PRONOUN = re.compile(
    r"(?:on \w+ )?"
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
    kind = "source" if speaker.kind is SpeakerKind.ANONYMOUS else speaker.kind.value
    return speaker.role or speaker.affiliation or f"an unnamed {kind}"


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
    starts_badly = bool(_PRONOUN.match(mention.said.removeprefix("that "))) and mention.subject is None
    first = (mention.days is None, moment(mention.published), mention.key)
    return (retold, hearsay, starts_badly, certainty is Certainty.UNSPECIFIED, attribution is None, *first)


def summarise(mention: Mention, speaker: str, sentence: str) -> str:
    """Tell a mention in one sentence: the report's own words, and who says so.

    Nothing is added but whom a pronoun stands for, in brackets, the actor where the clause lacks its subject, and
    'said' or 'according to'.

    Args:
        mention: the mention.
        speaker: who stands behind it, in words.
        sentence: the whole sentence that it stands in; told instead of a clause that cannot stand alone.
    """
    told = _quoted(mention, speaker) or framed(mention, speaker, sentence)
    if told is None:
        said = _standing_alone(mention, sentence)
        clause = _clause(mention, said)
        unnamed = speaker != OWN_VOICE and not _names_speaker(mention, said, speaker)
        told = f"{clause}, according to {inside(mention, speaker)}" if unnamed else clause
    return told if told.endswith(("…", "”")) else f"{told}."


def standing_clause(mention: Mention, sentence: str) -> str | None:
    """Give the words that tell the happening as a clause that can follow 'that', opened as a sentence is.

    None where they were cut, lean on what stands before them, or may not be a clause at all.
    """
    said = _standing_alone(mention, sentence)
    words, event = _clause(mention, said), mention.event
    if words.endswith("…") or '"' in words or "“" in words or _PRONOUN.match(words) or _DEPENDENT.match(words.lower()):
        return None
    at = words.find(event.predicate.text) if event else -1
    before = words[: max(at, 0)].rstrip()
    told = event is not None and event.predicate.text.lower() not in _base_forms()  # 'saw him sign' tells no clause
    acts = told and event is not None and bool(event.actor) and (event.actor or "") in before
    moves = told and event is not None and any(before.endswith(asset.span.text) for asset in event.assets)
    return words if acts or moves or (at != 0 and _FINITE.search(words)) else None


@cache
def _base_forms() -> frozenset[str]:
    """Read the verbs of happenings as a dictionary lists them."""
    return frozenset(row["predicate"] for row in read_table("predicates.tsv"))


def is_pronoun(speaker: str) -> bool:
    """Tell whether the words for a speaker name nobody."""
    return bool(_PRONOUN.fullmatch(speaker)) or speaker.lower() in ("me", "us", "who")


def quotation(mention: Mention) -> str | None:
    """Give the words of a mention that stand in quotation marks, as one text; None where they do not."""
    attribution = mention.attribution
    if attribution is None or not attribution.direct:
        return None
    spans = [span.text for span in attribution.content] if mention.event is None else [mention.said]
    words = " … ".join(_SPACES.sub(" ", text.strip(_QUOTES + " ,")).strip(_QUOTES + " ") for text in spans)
    return _cut(words) or None


def whole_sentence(sentence: str) -> str:
    """Give a sentence of a report on one line, without its dateline, cut at a word where it is long."""
    words = _BARE_DATELINE.sub("", _DATELINE.sub("", _SPACES.sub(" ", sentence).strip()))
    if words.count('"') % 2 and words.startswith('"'):
        words = words[1:]
    return _cut(words)


def _quoted(mention: Mention, speaker: str) -> str | None:
    """Give 'A said: “…”' for words that stand in quotation marks; None where they do not, or nobody says them."""
    words = quotation(mention)
    if words is None or speaker == OWN_VOICE:
        return None
    ended = words if words.endswith(("…", "!", "?", ".")) else f"{words.rstrip(',;:')}."
    return f"{opening(speaker)} said: “{opening(ended)}”"


def framed(mention: Mention, speaker: str, sentence: str) -> str | None:
    """Give 'A denied that …', with the report's own verb, where the words cannot be parted from who says them.

    None where they can be, or where the report has no verb to tell them with.
    """
    attribution = mention.attribution
    if attribution is None or attribution.cue is None or speaker == OWN_VOICE or not _leans(mention, speaker):
        return None
    cue, content = attribution.cue, [span for span in attribution.content if span.end <= mention.sentence_end]
    if not content or cue.text.lower().startswith("according") or cue.start < mention.sentence:
        return None
    if attribution.cue_class in _PERCEIVED and len(sentence) <= _LONGEST:
        return opening(_clean(sentence))
    last = content[-1]
    if cue.end <= last.start and attribution.source is not None and attribution.source.end <= cue.start:
        between = sentence[attribution.source.end - mention.sentence : cue.start - mention.sentence]
        lead = between if len(between) <= _LONGEST_AUXILIARY and "," not in between else " "
        tail = sentence[cue.start - mention.sentence : last.end - mention.sentence]
        return opening(_cut(_clean(f"{speaker}{lead}{tail}")))
    if last.end <= cue.start:
        verb = "said" if cue.text == "told" else cue.text  # whom they told stands elsewhere
        return opening(_cut(_clean(f"{speaker} {verb} {_small_first(last.text)}")))
    return None


def _leans(mention: Mention, speaker: str) -> bool:
    """Tell whether the words lose or turn their sense without who says them and how."""
    attribution = mention.attribution
    if attribution is None:
        return False
    if attribution.stance is Stance.DENIES or attribution.cue_class in _PERCEIVED:
        return True
    words = mention.said.removeprefix("that ")
    if (attribution.cue_class in _WANTING or mention.event is None) and not _FINITE.search(words):
        return True
    of_self = mention.subject is None or set(mention.subject.lower().split()) <= set(speaker.lower().split())
    speaks_of_self = _PRONOUN.match(words) and of_self
    return bool(speaks_of_self and not words.lower().startswith("the "))


def _standing_alone(mention: Mention, sentence: str) -> str:
    """Give the words of a mention, or more of its sentence where they cannot stand alone."""
    said = mention.said
    if mention.chosen:
        return said
    if mention.polarity is Polarity.NEGATED and not mention.negators:
        return sentence  # what denies it stands outside: 'no evidence that either side had moved'
    if _shared_subject(mention, said):
        return said
    headless = _VERB_FIRST.match(said) and not _missing_subject(mention)
    if not (headless or _DEPENDENT.match(said)) or _leads_in(mention):
        return said
    for span in mention.attribution.content if mention.attribution else ():
        if span.text != said and span.holds(mention.evidence) and not _DEPENDENT.match(span.text):
            return span.text
    at = mention.evidence.start - mention.sentence
    opened = max((found.end() for found in _BOUNDARY.finditer(sentence, 0, max(at, 0))), default=0)
    if _OBJECT.match(said) and opened:
        return sentence[opened : mention.evidence.end - mention.sentence]
    whose = sentence[: max(at, 0)].rstrip(", ")
    if said.startswith("whose ") and 0 < len(whose.split()) <= _MOST_WORDS:
        return f"[{whose}’s] {said.removeprefix('whose ')}"
    return sentence if len(sentence) <= 2 * _LONGEST else said


def _missing_subject(mention: Mention) -> str | None:
    """Give the subject of a clause that lacks it: the actor, or of a passive clause that names him the target."""
    event = mention.event
    parties = (event.actor, event.target) if event else ()
    return next((party for party in parties if party and party not in mention.said), None)


def _shared_subject(mention: Mention, said: str) -> str | None:
    """Give the subject, with 'was' in the passive, of a clause that opens with its verb: '… and jailed for a year'."""
    event = mention.event
    if event is None or event.predicate.start != mention.evidence.start or not re.match(r"[a-z]+ed\b", said):
        return None
    if event.actor and event.actor not in said:
        return event.actor
    return f"{event.target} was" if event.target and event.target not in said else None


def _leads_in(mention: Mention) -> bool:
    """Tell whether what hangs on something only leads in to the clause that tells the event: 'after the war, it …'."""
    lead = mention.said.find(", ") + mention.evidence.start
    inside = mention.event is not None and mention.said == mention.evidence.text
    return inside and mention.event is not None and mention.evidence.start < lead < mention.event.predicate.start


def _clause(mention: Mention, said: str) -> str:
    """Give the words that tell the happening, fit to open a sentence."""
    words = _clean(said)
    if subject := _shared_subject(mention, said):
        return opening(_cut(f"[{subject}] {words}"))
    actor = _missing_subject(mention)
    if actor and _VERB_FIRST.match(words):
        words = f"{actor} {words}"
    elif mention.subject and (pronoun := _SUBJECT.match(words)):
        article = "" if mention.subject[:1].isupper() or _DETERMINED.match(mention.subject) else "the "
        words = f"[{opening(article + mention.subject)}] {words[pronoun.end() :]}"
    return opening(_cut(words)) or said


def _clean(words: str) -> str:
    """Give words without dateline, stop, and quotation marks that stand alone."""
    words = _tidy(_DATELINE.sub("", words)).rstrip(".!?…")
    for left, right in ("“”", "«»"):
        if words.count(left) != words.count(right):
            words = words.replace(left, "").replace(right, "")
    if words.count('"') % 2:
        words = words.replace('"', "")
    return _tidy(words)


def _cut(words: str) -> str:
    """Give words cut at a word where they are too many."""
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def opening(words: str) -> str:
    """Give words as they open a sentence."""
    return words[:1].upper() + words[1:]


def inside(mention: Mention, speaker: str) -> str:
    """Give a speaker's words as they stand within a sentence: 'police in Beira', but 'Littoral Press'."""
    source = mention.attribution.source if mention.attribution else None
    first = speaker.split(" ", 1)[0]
    opened = source is not None and source.start == mention.sentence and source.text.startswith(first)
    nouns = {row["noun"] for row in read_table("assess_roles.tsv")}
    common = bool(nouns & {first.lower(), first.lower().removesuffix("s")})
    return speaker[:1].lower() + speaker[1:] if opened and common else speaker


def _names_speaker(mention: Mention, said: str, speaker: str) -> bool:
    """Tell whether the words say themselves who speaks."""
    source = mention.attribution.source if mention.attribution else None
    if source is not None and not _PRONOUN.match(source.text) and source.text in said:
        return True
    return speaker.lower() in said.lower()
