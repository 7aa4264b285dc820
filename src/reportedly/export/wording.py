"""Plain words for counts, ranges, dates, kinds and grades: the same in every output form."""

from __future__ import annotations

import re
from datetime import date

from reportedly.attribution import Anonymity, Attribution, Basis, Certainty, SpeakerKind
from reportedly.claim import Claim, Grade, Independence
from reportedly.event import When
from reportedly.lineage import Drift, Relation, VariationKind
from reportedly.report import DateBasis

BASIS = {
    Basis.STATEMENT: "statement",
    Basis.OBSERVATION: "saw it",
    Basis.IMAGERY: "imagery",
    Basis.DOCUMENT: "document",
    Basis.DATA: "data",
    Basis.MEDIA: "other outlet",
    Basis.HEARSAY: "hearsay",
    Basis.ANALYSIS: "analysis",
    Basis.NO_COMMENT: "no comment",
    Basis.UNKNOWN: "basis not told",
}
CERTAINTY = {
    Certainty.CERTAIN: "stated plainly",
    Certainty.PROBABLE: "probable",
    Certainty.POSSIBLE: "possible",
    Certainty.IMPROBABLE: "improbable",
    Certainty.UNSPECIFIED: "left open",
}
SPEAKER = {
    SpeakerKind.PERSON: "person",
    SpeakerKind.ORGANISATION: "organisation",
    SpeakerKind.ANONYMOUS: "unnamed",
    SpeakerKind.REPORTER: "the outlet’s own reporter",
    SpeakerKind.IMAGERY: "imagery",
    SpeakerKind.DOCUMENT: "document",
    SpeakerKind.OUTLET: "news outlet",
}
INDEPENDENCE = {
    Independence.INDEPENDENT: "established",
    Independence.NOT_ESTABLISHED: "not established",
    Independence.LINEAGE_UNKNOWN: "lineage unknown",
}
RELATION = {
    Relation.VERBATIM: "verbatim copy",
    Relation.EDITED: "edited copy",
    Relation.REWRITE: "rewrite",
    Relation.EXCERPT: "excerpt",
    Relation.UPDATE: "update",
    Relation.SAME_STORY: "same story, told apart",
    Relation.UNRELATED: "unrelated",
}
DRIFT = {Drift.STRONGER: "claims more", Drift.WEAKER: "claims less", Drift.NEUTRAL: "neither more nor less"}
ARROW = {Drift.STRONGER: "▲", Drift.WEAKER: "▼", Drift.NEUTRAL: "◆"}
GRADE = {
    1: "confirmed by other sources",
    2: "probably true",
    3: "possibly true",
    4: "doubtful",
    5: "improbable",
    6: "cannot be judged",
}
DATE_BASIS = {
    DateBasis.INPUT: "told by the input",
    DateBasis.METADATA: "from the page’s own data",
    DateBasis.HEADER: "from a dated line above the text",
    DateBasis.DATELINE: "from the dateline",
    DateBasis.URL: "from the address",
}
_VARIATION = {
    VariationKind.QUOTE_ALTERED: "quotation altered",
    VariationKind.QUOTE_DIFFERS: "quotation differs, perhaps translated",
    VariationKind.CUE_CHANGED: "reporting verb changed",
    VariationKind.POLARITY_CHANGED: "yes and no swapped",
    VariationKind.QUANTITY_CHANGED: "number changed",
    VariationKind.GARBLED: "garbled residue",
    VariationKind.OMITTED: "left out",
}
_CLOCK = re.compile(r"[T ](\d\d:\d\d)[\d:.]*(Z|[+-][\d:]+|)")
_MONTHS = "Jan Feb March April May June July Aug Sept Oct Nov Dec".split()


def name_variation(kind: VariationKind) -> str:
    """Give the kind of a variation in plain words.

    >>> name_variation(VariationKind.HEDGE_DROPPED)
    'hedge dropped'
    """
    return _VARIATION.get(kind, kind.value.replace("_", " "))


def count(number: int, noun: str, plural: str | None = None) -> str:
    """Give a number with its noun in the right form.

    >>> count(1, "family", "families"), count(2, "report")
    ('1 family', '2 reports')
    """
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def headline(reports: int) -> str:
    """Give the brief's title.

    >>> headline(1), headline(10)
    ('What 1 report adds up to', 'What 10 reports add up to')
    """
    return f"What {count(reports, 'report')} {'adds' if reports == 1 else 'add'} up to"


def own_grade(grade: Grade) -> str:
    """Give the digit that a person gave a claim, which stands beside the suggested one.

    >>> own_grade(Grade(digit=2, by="Noor", at="2026-03-06T10:00:00Z", why=None))
    'graded 2 (probably true) by Noor on 2026-03-06'
    """
    why = f": {grade.why}" if grade.why else ""
    return f"graded {grade.digit} ({GRADE[grade.digit]}) by {grade.by} on {grade.at[:10]}{why}"


def range_of(low: float | None, high: float | None) -> str:
    """Give a count that may be open at either end; the empty text where nothing is told.

    >>> range_of(2, None), range_of(3, 5), range_of(None, 4), range_of(2, 2)
    ('2 or more', '3–5', 'up to 4', '2')
    """
    if low is None and high is None:
        return ""
    if high is None:
        return f"{low:g} or more"
    if low is None:
        return f"up to {high:g}"
    return f"{low:g}" if low == high else f"{low:g}–{high:g}"


def read_day(iso: str | None) -> date | None:
    """Read the civil date that an ISO 8601 text starts with; None where it is less than a day."""
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def day(iso: str | None, *, year: bool = True) -> str:
    """Give an ISO 8601 date or time as people write it; a text that is less than a day stays as it is.

    >>> day("2024-12-14"), day("2024-12"), day(None)
    ('14 Dec 2024', '2024-12', 'no date')
    >>> day("2024-12-14T09:30:00+02:00"), day("2024-12-14T09:30+00:00")
    ('14 Dec 2024, 09:30 +02:00', '14 Dec 2024, 09:30 UTC')
    """
    if not iso:
        return "no date"
    read = read_day(iso)
    if read is None:
        return iso
    words = f"{read.day} {_MONTHS[read.month - 1]}"
    words = f"{words} {read.year}" if year else words
    clock = _CLOCK.fullmatch(iso[10:])
    if clock is None:
        return words
    zone = clock[2] and (" UTC" if clock[2] in ("Z", "+00:00") else f" {clock[2]}")
    return f"{words}, {clock[1]}{zone}"


def as_of(iso: str | None) -> str:
    """Tell the moment that a picture holds for.

    >>> as_of("2024-12-14"), as_of(None)
    ('as of 14 Dec 2024', 'no report tells its date')
    """
    return f"as of {day(iso)}" if iso else "no report tells its date"


def period(start: str | None, end: str | None) -> str:
    """Give the days between which something was, shortest form first.

    >>> period("2024-12-13", "2024-12-14"), period("2024-12-13", "2024-12-13"), period(None, "2024-12-13")
    ('13–14 Dec 2024', '13 Dec 2024', 'by 13 Dec 2024')
    """
    if start is None and end is None:
        return "no date"
    if start is None or end is None:
        return f"by {day(end)}" if start is None else f"from {day(start)}"
    start, end = start[:10], end[:10]
    first, last = read_day(start), read_day(end)
    if first is None or last is None or first == last:
        return day(start)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day(end)}"
    if first.year == last.year:
        return f"{first.day} {_MONTHS[first.month - 1]} – {day(end)}"
    return f"{day(start)} – {day(end)}"


def when(time: When | None) -> str:
    """Give the time of an event: its dates, or its words where they could not be counted out."""
    if time is None:
        return "time not told"
    if time.start or time.end:
        return period(time.start, time.end)
    return f"“{time.text}”, not resolved"


def legs(claim: Claim) -> str:
    """Give the two counts of origins: those established, and those possible where they are more."""
    sure = count(claim.origins, "origin")
    more = claim.origins_possible
    return f"{sure}, {more} possible" if more > claim.origins else sure


def bases(claim: Claim) -> str:
    """Give how many speakers stand behind a claim."""
    low, high = claim.bases.min, claim.bases.max
    return count(low, "basis", "bases") if low == high else f"{range_of(low, high)} bases"


def describe_speaker(attribution: Attribution | None) -> str:
    """Tell what sort of speaker it is: kind, how many, whether named and why not, and whom they told."""
    if attribution is None:
        return "in the report’s own words"
    speaker = attribution.speaker
    parts = [SPEAKER[speaker.kind]]
    if speaker.count is not None and (speaker.count > 1 or speaker.kind is SpeakerKind.ANONYMOUS):
        parts.append(count(speaker.count, "person", "people"))
    if speaker.anonymity is Anonymity.WITHHELD:
        parts.append("name withheld on request")
    if speaker.anonymity_reason:
        parts.append(f"reason given: {speaker.anonymity_reason}")
    if speaker.party:
        parts.append(f"side: {speaker.party}")
    if attribution.via:
        parts.append(f"told {attribution.via}")
    return ", ".join(parts)


def quoted(text: str) -> str:
    """Put words in quotation marks, unless they bring their own.

    >>> quoted("so it is"), quoted('"so it is," he said')
    ('“so it is”', '"so it is," he said')
    """
    return text if text[:1] in "\"'“‘«„" else f"“{text}”"


def join_words(words: tuple[str, ...], limit: int = 2) -> str:
    """Name the first few and count the rest.

    >>> join_words(("a", "b", "c", "d"))
    'a, b and 2 more'
    """
    if len(words) <= 1:
        return "".join(words)
    if len(words) > limit:
        return f"{', '.join(words[:limit])} and {len(words) - limit} more"
    return f"{', '.join(words[:-1])} and {words[-1]}"
