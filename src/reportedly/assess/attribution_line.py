"""One sentence of attribution: who said it, to whom, when, and what stands against it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.assess.corroborate import Telling
from reportedly.assess.docket import Docket
from reportedly.assess.explanation import in_words
from reportedly.assess.fold_note import outlet
from reportedly.assess.said_clause import as_clause
from reportedly.assess.summary import OWN_VOICE, framed, is_pronoun, opening, quotation, whole_sentence
from reportedly.assess.unnamed import call_unnamed
from reportedly.attribution import SpeakerKind, Verification
from reportedly.text.day import day_words
from reportedly.trace import FoldReason, Told, TraceLeg

_NAMED = 2  # legs, on either side, that are named; the others are counted
_RETOLD = (FoldReason.RETELLS, FoldReason.SAME_SENTENCE, FoldReason.INHERITED)
_SURE = re.compile(r"\bconfirm", re.IGNORECASE)  # whether a thing is confirmed is for the editor to say
_WE = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y|[Mm]e)\b")  # whoever pastes the line is not meant
_QUOTED = re.compile("“[^”]*”")
_SHARED = {  # what leads up to the newsrooms that share a source
    FoldReason.SAME_SPEAKER: "the same speaker is quoted by",
    FoldReason.SAME_RECORD: "what may be the same record stands behind the words of",
    FoldReason.UNNAMED_ALIKE: "they may be the same unnamed people as those of",
}
_NO_SPEECH = (SpeakerKind.REPORTER, SpeakerKind.OUTLET, SpeakerKind.IMAGERY, SpeakerKind.DOCUMENT)


@dataclass(frozen=True, slots=True)
class LegPapers:
    """A leg, and the telling of it that is quoted."""

    leg: TraceLeg
    best: Telling
    told: Told


def write_line(
    legs: Sequence[LegPapers], against: Sequence[LegPapers], withdrawn: Sequence[Told], docket: Docket
) -> tuple[str, tuple[str, ...]]:
    """Write the sentence.

    Args:
        legs: what the claim rests on; the first is told in full.
        against: what stands against it.
        withdrawn: support that counts no more.
        docket: the claim's papers.

    Returns:
        The sentence, and the ids of the legs that it names.
    """
    if not legs:
        return _write_withdrawn(withdrawn, docket), ()
    named = legs[:_NAMED]
    parts = [_lead(named[0], docket)]
    parts += [f"separately, {_tell(other, docket)}" for other in named[1:]]
    parts += [*_standing(legs, docket), *_against(against, docket)]
    if withdrawn:
        count = len({told.report for told in withdrawn})
        parts.append(f"{in_words(count)} further {_reports(count)} that said so {_was(count)} withdrawn")
    return opening("; ".join(parts)) + ".", tuple(papers.leg.id for papers in named)


def _lead(papers: LegPapers, docket: Docket) -> str:
    """Tell the leg in whose words the claim is told, with how many reports retell it and who else it rests on."""
    leg, told = papers.leg, papers.told
    parts = [_tell(papers, docket)]
    again = {fold.told.report for fold in leg.folds if fold.reason in _RETOLD}
    retold = len(again - {told.report})
    if told.report in again and told.report != leg.first.report:
        parts.append(_follows(leg, retold, docket))
    elif retold and parts[0].endswith(f" in a report{_of_day(told, docket)}"):
        parts[0] += f" that {in_words(retold)} other {_reports(retold)} {'retells' if retold == 1 else 'retell'}"
    elif retold:
        parts.append(f"{in_words(retold)} other {_reports(retold)} {'retells' if retold == 1 else 'retell'} it")
    if told.newsroom and len(leg.newsrooms) == 1:
        parts += _more_speakers(leg, told, docket)
    parts += _other_rooms(leg, told)
    if any(item.verification is Verification.UNVERIFIED for item in _all_told(leg)):
        parts.append(f"{told.newsroom or 'the outlet'} could not verify it")
    return "; ".join(parts)


def _follows(leg: TraceLeg, retold: int, docket: Docket) -> str:
    """Say which report came before the one that is quoted: others may retell that one, in other words."""
    first = leg.first
    line = f"it follows a report ({_where(first, docket)}) that read {_quote(whole_sentence(first.sentence.text))}"
    verb = "retells" if retold == 1 else "retell"
    return f"{line}, and that {in_words(retold)} more {_reports(retold)} {verb}" if retold else line


def _more_speakers(leg: TraceLeg, told: Told, docket: Docket) -> list[str]:
    """Say whom else a newsroom has it from; unnamed people who may be the same are not counted twice."""
    others = [speaker for speaker in leg.speakers if speaker not in (told.speaker, OWN_VOICE)]
    bases = docket.claim.bases
    if not others or told.speaker == OWN_VOICE:
        return []
    if docket.claim.origins != 1 or bases.min < 2:
        return [f"{told.newsroom} cites others for it, who may be the same people"]
    least = "" if bases.min == bases.max else "at least "
    more = bases.min - 1
    return [f"{told.newsroom} has it from {least}{in_words(more)} more {'speaker' if more == 1 else 'speakers'}"]


def _other_rooms(leg: TraceLeg, told: Told) -> list[str]:
    """Say which newsrooms have it from the same source, or from what may be the same one."""
    parts = []
    for reason, words in _SHARED.items():
        shared = [fold.told for fold in leg.folds if fold.reason is reason]
        held = [item.newsroom for item in ([leg.first, *shared] if shared else [])]
        rooms = list(dict.fromkeys(room for room in held if room and room != told.newsroom))
        if rooms:
            parts.append(f"{words} {_listed(rooms)}")
    return parts


def _all_told(leg: TraceLeg) -> list[Told]:
    return [leg.first, *(fold.told for fold in leg.folds)]


def _standing(legs: Sequence[LegPapers], docket: Docket) -> list[str]:
    """Say how many newsrooms there are beside those named."""
    more, held = len(legs) - _NAMED, docket.held
    claim = docket.claim
    parts = []
    if more > 0:
        parts.append(f"{in_words(more)} more {'origin' if more == 1 else 'origins'} beside these")
    elif docket.supporting.standing.unknown:
        parts.append("no words tell which newsroom it comes from")
    elif len(legs) == 1 and claim.origins_possible > 1:
        parts.append("whether a second origin stands behind it cannot be told from the words")
    elif len(legs) == 1 and held == 1:
        parts.append("it is the only report held")
    elif len(legs) == 1 and len(legs[0].leg.newsrooms) > 1:
        parts.append(f"no other source for it stands in the {held} reports held")
    elif len(legs) == 1:
        parts.append(f"no second newsroom has it from a source of its own in the {held} reports held")
    return parts


def _against(against: Sequence[LegPapers], docket: Docket) -> list[str]:
    """Say what stands against it."""
    named = [f"against it, {_tell(papers, docket)}" for papers in against[:1]]
    named += [f"also against it, {_tell(papers, docket)}" for papers in against[1:_NAMED]]
    more = len(against) - len(named)
    if more > 0:
        named.append(f"{in_words(more)} more {'origin' if more == 1 else 'origins'} against it")
    return named


def _where(told: Told, docket: Docket) -> str:
    """Say where words stand, in brackets."""
    report = docket.report(told.report)
    room = told.newsroom or outlet(report)
    credited = docket.not_held(told.origin)
    through = f"{room}, credited by {outlet(report)}" if credited else room
    return f"{through}, {day_words(report.published, year=True)}" if report.published else through


def _tell(papers: LegPapers, docket: Docket) -> str:
    """Tell a leg: in reported speech where the words can be told so, else as the outlet wrote them."""
    told, mention = papers.told, papers.best.mention
    reported = _reported(told, docket)
    sentence = docket.report(told.report).body[mention.sentence : mention.sentence_end]
    quoted = f"{reported}{_citing(told, docket)}: {_quote(whole_sentence(sentence))}"
    if told.speaker == OWN_VOICE or told.speaker_kind in _NO_SPEECH or is_pronoun(told.speaker):
        return quoted
    speaker = _closed(call_unnamed(told.speaker, told))
    if (words := quotation(mention)) is not None and words[:1].isupper():
        return _safe(f"{speaker} said {_quote(words.rstrip('.,'))}, {reported}", quoted)
    phrased = framed(mention, speaker, sentence)
    if phrased is None:
        clause = as_clause(mention, told, docket.readings[told.report])
        if clause is None:
            return quoted
        if told.via and told.newsroom == told.via and _is_first_hand(told, docket):
            return _safe(f"{speaker} told {told.via} that {clause}, in a report{_of_day(told, docket)}", quoted)
        phrased = f"{speaker} said that {clause}"
    fits = phrased.lower().startswith(speaker.lower()) and not phrased.endswith("…")
    return _safe(f"{phrased}, {reported}", quoted) if fits else quoted


def _closed(speaker: str) -> str:
    """Give the words for a speaker, an aside at their end closed with a comma."""
    _, comma, aside = speaker.rpartition(", ")
    return f"{speaker}," if comma and " and " not in f" {aside}" else speaker


def _safe(line: str, quoted: str) -> str:
    """Give the line, or the outlet's own words in its place where it would confirm something, or speak as 'we'."""
    own = _QUOTED.sub("", line)
    return quoted if _SURE.search(own) or _WE.search(own) else line


def _citing(told: Told, docket: Docket) -> str:
    """Name the source of words that are quoted as the outlet's; nothing where they name it themselves."""
    if told.speaker == OWN_VOICE:
        return ", naming no source" if docket.names_nobody(told) else ""
    named = told.speaker.lower() in " ".join(told.sentence.text.lower().split())
    if named or is_pronoun(told.speaker) or told.speaker_kind in (SpeakerKind.REPORTER, SpeakerKind.OUTLET):
        return ""
    return f", citing {call_unnamed(told.speaker, told)}"


def _is_first_hand(told: Told, docket: Docket) -> bool:
    """Tell whether the report is the newsroom's own."""
    report = docket.report(told.report)
    return told.newsroom in (report.agency, report.publisher)


def _reported(told: Told, docket: Docket) -> str:
    """Say which outlet reported it, when, and whose report it goes back to where that is another's."""
    report = docket.report(told.report)
    verb = "reported" if report.publisher or report.agency else "said"
    line = f"{outlet(report)} {verb}{_on_day(told, docket)}"
    if told.newsroom and _is_first_hand(told, docket):
        return f"{told.newsroom} reported{_on_day(told, docket)}"
    if unheld := docket.not_held(told.origin):
        return f"{line}, crediting {unheld}, whose report is not held"
    if not told.newsroom:
        return line
    if told.origin != told.report:
        origin = docket.report(told.origin)
        when = f" of {day_words(origin.published, year=True)}" if origin.published else ""
        return f"{line}, retelling a report of {told.newsroom}{when}"
    return f"{line}, crediting {told.newsroom}"


def _on_day(told: Told, docket: Docket) -> str:
    published = docket.report(told.report).published
    return f" on {day_words(published, year=True)}" if published else ""


def _of_day(told: Told, docket: Docket) -> str:
    published = docket.report(told.report).published
    return f" of {day_words(published, year=True)}" if published else " without a date"


def _quote(words: str) -> str:
    """Put words of a report in quotation marks, their own inside them."""
    plain = " ".join(words.split()).rstrip(".")
    inner = plain.translate(str.maketrans("“”«»", "‘’‘’")).replace('"', "'")
    return f"“{inner}”"


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _reports(count: int) -> str:
    return "report" if count == 1 else "reports"


def _was(count: int) -> str:
    return "was" if count == 1 else "were"


def _write_withdrawn(withdrawn: Sequence[Told], docket: Docket) -> str:
    """Say that nothing stands behind it any more."""
    if not withdrawn:
        return "No report that is held says this."
    first = withdrawn[0]
    own = docket.provenance.withdrawn(first.report, first.report)
    gone = "which was withdrawn" if own else "which retells one that was withdrawn"
    words = _quote(whole_sentence(first.sentence.text))
    return f"No report that still stands says this; it stood in one ({_where(first, docket)}), {gone}: {words}."
