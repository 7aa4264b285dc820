"""A trace as plain text for a terminal: the sentence to paste, then each leg down to its words."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from reportedly.attribution import Verification
from reportedly.export.catalogue import Catalogue, catalogue, name_file
from reportedly.export.wording import ARROW, BASIS, CERTAINTY, GRADE, count, day, name_variation, quoted
from reportedly.lineage import VariationKind
from reportedly.picture import Dossier
from reportedly.span import Span
from reportedly.trace import Fold, FoldReason, Lost, Told, Trace, TraceLeg

_QUOTE = 320  # characters of a sentence that are quoted
_CHANGE = 110  # characters of either side of a change
_LOST = 6  # changes to one sentence that are listed; the rest are counted
OWN = "no source named"
AGAIN = (FoldReason.RETELLS, FoldReason.SAME_SENTENCE)


def write_trace(trace: Trace, dossier: Dossier, *, width: int = 100) -> str:
    """Write where a claim comes from.

    Args:
        trace: the claim's trace.
        dossier: the picture that holds it, by whose labels the reports are called.
        width: columns of the terminal.
    """
    page = _Page(catalogue(dossier), width)
    lines = [*page.wrapped(trace.summary, ""), *page.wrapped(_counts(trace), ""), f"{trace.claim}", "", "TO PASTE"]
    lines += page.wrapped(trace.sentence, "  ")
    for number, leg in enumerate(trace.legs, 1):
        lines += ["", *page.leg(leg, f"ORIGIN {number} of {len(trace.legs)}")]
    lines += page.withdrawn("WITHDRAWN: COUNTS NO MORE", trace.withdrawn)
    for number, leg in enumerate(trace.against, 1):
        lines += ["", *page.leg(leg, f"AGAINST IT, ORIGIN {number} of {len(trace.against)}")]
    if not trace.against:
        lines += ["", "AGAINST IT", *page.wrapped("Nothing in these reports contradicts it.", "  ")]
    lines += page.withdrawn("AGAINST IT, WITHDRAWN", trace.against_withdrawn)
    lines += page.listed("WHAT WOULD MAKE ANOTHER ORIGIN", trace.another_leg)
    lines += page.listed("WHAT WOULD NOT", trace.no_leg)
    return "\n".join(lines)


def _counts(trace: Trace) -> str:
    """Write the claim's numbers."""
    sure = count(trace.origins, "origin")
    more = f", {trace.origins_possible} possible" if trace.origins_possible > trace.origins else ""
    grade = f"suggested grade {trace.credibility}, {GRADE[trace.credibility]}"
    return f"{sure}{more} · {count(trace.reports, 'report')} · {grade}"


class _Page:
    """Lines of one width, with the reports called by their labels."""

    def __init__(self, papers: Catalogue, width: int) -> None:
        self._papers = papers
        self._width = width

    def wrapped(self, text: str, indent: str, hang: str = "") -> list[str]:
        """Wrap words, the lines after the first indented by `hang` more."""
        return wrap(text, self._width, initial_indent=indent, subsequent_indent=indent + hang, break_on_hyphens=False)

    def listed(self, heading: str, items: Sequence[str]) -> list[str]:
        """Write a list under a heading; nothing where it is empty."""
        if not items:
            return []
        return ["", heading, *(line for item in items for line in self.wrapped(f"- {item}", "  ", "  "))]

    def leg(self, leg: TraceLeg, heading: str) -> list[str]:
        """Write one leg: its sources, each in its words with those who tell them again below, and the rest."""
        through = f"collected by {_listed(leg.newsrooms)}" if leg.newsrooms else "collected by a newsroom not named"
        who = [OWN if speaker == "the report itself" else speaker for speaker in leg.speakers]
        lines = self.wrapped(f"{heading}: {_listed(who)}, {through}", "", "  ")
        own = [fold for fold in leg.folds if fold.reason not in AGAIN]
        again: dict[tuple[str, Span], list[Fold]] = {}
        for fold in leg.folds:
            if fold.reason in AGAIN:
                again.setdefault((fold.of, fold.beside), []).append(fold)
        lines += self.first(leg)
        lines += self.again(again.pop((leg.first.report, leg.first.sentence), []))
        for fold in own:
            lines += self.fold(fold)
            lines += self.again(again.pop((fold.told.report, fold.told.sentence), []))
        for (report, sentence), folds in again.items():
            lines += self.wrapped(f"{self.where(report)}: the sentence that others tell again", "  ", "  ")
            lines += [*self.wrapped(_cut(sentence.text), "    "), *self.again(folds)]
        return lines

    def first(self, leg: TraceLeg) -> list[str]:
        """Write where a leg first appeared."""
        first = leg.first
        head = f"First: {self.where(first.report)}"
        if leg.not_held:
            head = f"A story of {leg.not_held} that is not held; first to credit it: {self.where(first.report)}"
        lines = self.wrapped(head, "  ", "  ")
        lines += [*self.wrapped(_facts(first), "    "), *self.wrapped(_cut(first.sentence.text), "    ")]
        if leg.descends is not None:
            lines += self.wrapped(f"goes back to {self.where(first.origin)}:", "    ", "  ")
            lines += [*self.wrapped(_cut(leg.descends.text), "      "), *self.lost(leg.lost, "      ")]
        return lines

    def fold(self, fold: Fold) -> list[str]:
        """Write one telling in words of its own that is no leg of its own, and why."""
        label = self._papers.label(fold.told.report)
        see = f" (see {self._papers.label(fold.of)})" if fold.of != fold.told.report else ""
        head = f"{self.where(fold.told.report)}: {fold.note.rstrip('.')}{see}"
        if fold.of == fold.told.report and fold.reason is FoldReason.SAME_NEWSROOM:
            head = f"{label} again"
        lines = self.wrapped(head, "  ", "  ")
        return [*lines, *self.wrapped(_facts(fold.told), "    "), *self.wrapped(_cut(fold.told.sentence.text), "    ")]

    def again(self, folds: Sequence[Fold]) -> list[str]:
        """List those who tell a sentence again, with what was lost on the way; word for word copies in a line."""
        copies = [fold for fold in folds if fold.verbatim and not fold.lost]
        lines = []
        folds = list({(fold.told.report, fold.told.sentence): fold for fold in reversed(folds)}.values())[::-1]
        if copies:
            where = "; ".join(dict.fromkeys(self.where(fold.told.report) for fold in copies))
            lines += self.wrapped(f"told again word for word: {where}", "    ", "  ")
        for fold in (each for each in folds if each not in copies):
            sure = f" ({fold.score:.2f} sure)" if fold.score is not None else ""
            lines += self.wrapped(f"told again{sure}: {self.where(fold.told.report)}", "    ", "  ")
            lines += [*self.wrapped(_cut(fold.told.sentence.text), "      "), *self.lost(fold.lost, "      ")]
        return lines

    def lost(self, lost: Sequence[Lost], indent: str) -> list[str]:
        """List changes, those that make the claim stronger or weaker with an arrow."""
        lines = [line for item in lost[:_LOST] for line in self.wrapped(_change(item), indent, "    ")]
        return lines + ([f"{indent}and {count(len(lost) - _LOST, 'change')} more"] if len(lost) > _LOST else [])

    def withdrawn(self, heading: str, gone: Sequence[Told]) -> list[str]:
        """Write support that counts no more."""
        lines = ["", heading] if gone else []
        for told in gone:
            lines += self.wrapped(f"{self.where(told.report)}: {quoted(_clip(told.evidence, _QUOTE))}", "  ", "  ")
        return lines

    def where(self, report: str) -> str:
        """Name a report by its label, its outlet and its day."""
        held = self._papers.reports[report]
        name = self._papers.name(report)
        file = name_file(held.path)
        return f"{self._papers.label(report)} {name}, {day(held.published)}" + (
            f" [{file}]" if file and file != name else ""
        )


def _facts(told: Told) -> str:
    """Tell who speaks, how they would know it, how sure they are, and whether it was checked."""
    parts = [told.speaker if told.speaker_kind else "in the report’s own words"]
    if told.speaker_kind:
        parts.append(BASIS[told.basis])
    if told.hedge is not None:
        parts.append(f"{CERTAINTY[told.certainty]}: {quoted(told.hedge.text)}")
    if told.via:
        parts.append(f"told {told.via}")
    if told.verification is Verification.UNVERIFIED:
        parts.append("the outlet could not verify it")
    return " · ".join(part for part in parts if part)


def _change(item: Lost) -> str:
    """Write one change with both sides of it."""
    before, after = (_clip(span, _CHANGE) if span else None for span in (item.origin, item.derivative))
    head = f"{ARROW[item.direction]} {name_variation(item.kind)}: "
    if before and after:
        return f"{head}{quoted(before)} → {quoted(after)}"
    if before:
        gone = " (gone)" if item.kind is not VariationKind.CAVEAT_DROPPED else " (left out)"
        return f"{head}{quoted(before)}{gone}"
    return f"{head}{quoted(after or '')} (new)"


def _clip(span: Span, longest: int) -> str:
    words = " ".join(span.text.split())
    return words if len(words) <= longest else f"{words[:longest].rsplit(' ', 1)[0]} …"


def _cut(text: str) -> str:
    """Quote a sentence on one line, cut where it is very long."""
    words = " ".join(text.split())
    return quoted(words if len(words) <= _QUOTE else f"{words[:_QUOTE].rsplit(' ', 1)[0]} …")


def _listed(names: Sequence[str]) -> str:
    shown = list(names[:3])
    if len(names) > 3:
        return f"{', '.join(shown)} and {len(names) - 3} more"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else "nobody"
