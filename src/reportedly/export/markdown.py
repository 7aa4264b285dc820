"""The brief as Markdown: the same numbers, each quotation a numbered note that names its report."""

from __future__ import annotations

import re

from reportedly.export.catalogue import Catalogue, catalogue, name_report, sort_families, title_report
from reportedly.export.claim_card import Card, Leg, Passage, lay_out
from reportedly.export.contradiction import pair_contradictions
from reportedly.export.family_tree import Node, grow_tree
from reportedly.export.ledger import Row, lay_out_answer
from reportedly.export.side_by_side import SideBySide, lay_side_by_side
from reportedly.export.wording import (
    ARROW,
    DATE_BASIS,
    DRIFT,
    GRADE,
    INDEPENDENCE,
    RELATION,
    as_of,
    bases,
    count,
    day,
    headline,
    legs,
    name_variation,
    own_grade,
    period,
    quoted,
    range_of,
    when,
)
from reportedly.lineage import Drift, Variation
from reportedly.picture import Dossier, Sighting
from reportedly.report import Report

# Everything that Markdown, or HTML inside it, could take for markup.
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&$=:^])")
_PLAIN = re.compile(r"(?<=\w)[.:\-](?=\w)|(?<=\w)[.:](?=\s|$)|(?<=\s)-(?=\s\w)")
_NOTICE = 160  # characters of a notice that are quoted in what is passed on
_SHOWN = 40  # changes of a retelling that are told; the rest are counted


def escape(text: str) -> str:
    """Give a report's words so that Markdown shows them as they are, on one line.

    >>> escape("[a](javascript:b) *c*")
    '\\\\[a\\\\]\\\\(javascript:b\\\\) \\\\*c\\\\*'
    """
    line = " ".join(text.split())
    harmless = {match.start() for match in _PLAIN.finditer(line) if match.start() > 2}
    return _MARKUP.sub(lambda m: m.group() if m.start() in harmless else f"\\{m.group()}", line)


def write_brief(dossier: Dossier, *, share: bool = False) -> str:
    """Write the brief of `dossier` as Markdown.

    Args:
        dossier: the picture and its papers.
        share: whether to count, and not to quote, the passages that a retelling left out or put in.
    """
    papers = catalogue(dossier)
    cards = [lay_out(claim, papers.numbers[claim.id], papers) for claim in dossier.picture.claims]
    notes = _Notes()
    parts = [
        _head(dossier, cards),
        _families(dossier, papers),
        _questions(dossier, papers, notes),
        _contradictions(cards, notes),
        _claims(cards, notes),
        _timeline(dossier, papers),
        _sites(dossier, papers),
        _retellings(dossier, papers, share=share),
        _reports(dossier, papers, share=share),
        notes.written(),
        _foot(dossier),
    ]
    return "\n".join("\n".join(part) for part in parts if part) + "\n"


class _Notes:
    """Quotations gathered as notes, each told once."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._lines: list[str] = []

    def cite(self, leg: Leg) -> str:
        """Give the marks of the notes for a leg's words."""
        marks = []
        for voice in leg.voices:
            for passage in voice.passages:
                if passage.anchor not in self._numbers:
                    self._numbers[passage.anchor] = len(self._numbers) + 1
                    self._lines.append(_note(self._numbers[passage.anchor], passage, voice.quote))
                marks.append(f"[^{self._numbers[passage.anchor]}]")
        return "".join(marks)

    def written(self) -> list[str]:
        """Give the notes in order."""
        return ["", "## Words", "", *self._lines] if self._lines else []


def _note(number: int, passage: Passage, quote: str) -> str:
    """Write one note: the report, the field and the offsets, and the words."""
    offsets = passage.anchor.partition("-")[2]
    field = "title" if offsets.startswith("t") else "body"
    where = f"{passage.label} {escape(passage.name)}, {field} {offsets[1:].replace('-', '–')}"
    return f"[^{number}]: {where}: {quoted(escape(quote))}"


def _head(dossier: Dossier, cards: list[Card]) -> list[str]:
    """Write the counts, the moment that they hold for, and what could not be read."""
    picture = dossier.picture
    one = sum(card.claim.origins == 1 for card in cards)
    lines = [
        f"# {headline(len(picture.reports))}",
        "",
        f"{count(len(picture.reports), 'report')}, {count(len(picture.families), 'family', 'families')},"
        f" {count(len(cards), 'claim')}, {one} of them on one leg; {escape(as_of(picture.as_of))}.",
    ]
    if picture.unread:
        unread = [f"- {escape(item.path)}: {escape(item.reason)}" for item in picture.unread]
        lines += ["", f"Not read ({len(unread)}):", "", *unread]
    if picture.lost:
        lost = [f"- {item.judgement}: {escape(item.reason)}" for item in picture.lost]
        lines += ["", f"Judgements with nothing to hold for ({len(lost)}):", "", *lost]
    return lines


def _families(dossier: Dossier, papers: Catalogue) -> list[str]:
    """Write the families as nested lists."""
    lines = ["", "## Families", ""]
    for family in sort_families(dossier.picture.families):
        lines += [_node(node, papers) for node in grow_tree(family, dossier.lineage)]
    return lines


def _node(node: Node, papers: Catalogue) -> str:
    """Write one report of a family."""
    indent = "  " * node.depth
    if node.inferred is not None:
        by = ", ".join(papers.label(report) for report in node.inferred.credited_by)
        return f"{indent}- *{escape(node.inferred.publisher)}, not held*, credited by {by}"
    if node.report is None or node.report not in papers.reports:
        return f"{indent}- *which came first cannot be told*"
    report = papers.reports[node.report]
    how = node.derivation
    made = f" ({RELATION[how.kind]}, direction {how.confidence:.2f} sure)" if how else ""
    return f"{indent}- **{papers.label(report.id)}** {_named(report)}{made}"


def _named(report: Report) -> str:
    return f"{escape(name_report(report))}, {escape(day(report.published))}: {escape(title_report(report))}"


def _questions(dossier: Dossier, papers: Catalogue, notes: _Notes) -> list[str]:
    """Write the answers: a list for each side, and what nobody reports."""
    lines: list[str] = []
    for answer in dossier.picture.questions:
        ledger = lay_out_answer(answer, papers)
        asked = f"Not understood: {answer.missing}" if answer.missing else f"Asked: {answer.understood}"
        lines += ["", f"### {escape(answer.question)}", "", f"**{escape(answer.verdict)}.** {escape(answer.why)}  "]
        lines += [f"{escape(asked)}"]
        for column in ledger.columns:
            lines += ["", f"{column.heading.capitalize()} ({escape(column.counts)}):", ""]
            lines += [_ledger_row(row, notes) for row in column.rows]
        if answer.gaps:
            lines += ["", "Nobody has reported:", "", *(f"- {escape(gap)}" for gap in answer.gaps)]
    return ["", "## Questions", *lines] if lines else []


def _ledger_row(row: Row, notes: _Notes) -> str:
    """Write one line of a ledger."""
    return f"- {row.number}\\. {escape(row.claim.summary)} *{escape(row.facts)}*{notes.cite(row.leg)}"


def _contradictions(cards: list[Card], notes: _Notes) -> list[str]:
    """Write both sides of every claim that somebody speaks against."""
    found = pair_contradictions(cards)
    if not found:
        return []
    lines = ["", "## Contradictions"]
    for contradiction in found:
        card = contradiction.card
        opposite = "".join(f", against claim {number}" for number in contradiction.opposites)
        lines += ["", f"**{card.number}. {escape(card.claim.summary)}**{opposite}", ""]
        lines += [_leg("For", leg, notes) for leg in card.supporting]
        lines += [_leg("Against", leg, notes) for leg in card.opposing]
    return lines


def _leg(side: str, leg: Leg, notes: _Notes) -> str:
    """Write one leg: who, how they know, and the notes that quote them."""
    voice = leg.voices[0]
    gone = ", withdrawn" if leg.withdrawn else ""
    who = f"{escape(voice.speaker)} ({escape(voice.kind)}; {voice.basis}, {voice.certainty}{gone})"
    return f"- {side}: {who}, {escape(leg.heading)}{notes.cite(leg)}"


def _claims(cards: list[Card], notes: _Notes) -> list[str]:
    """Write every claim with its counts, its suggested grade and its legs."""
    lines = ["", "## Claims"]
    for card in cards:
        claim = card.claim
        place = escape(claim.place.name) if claim.place else "place not told"
        facts = [
            legs(claim),
            bases(claim),
            count(claim.reports, "report"),
            f"independence: {INDEPENDENCE[claim.independence]}",
            f"suggested grade {claim.credibility} ({GRADE[claim.credibility]})",
            *([escape(own_grade(claim.grade))] if claim.grade else []),
        ]
        lines += [
            "",
            f"### {card.number}\\. {escape(claim.summary)}",
            "",
            f"{' · '.join(facts)}  ",
            f"{place} · {escape(when(claim.time))}  ",
            escape(claim.why),
            "",
            *(_leg("For", leg, notes) for leg in card.supporting),
            *(_leg("Against", leg, notes) for leg in card.opposing),
        ]
    return lines


def _timeline(dossier: Dossier, papers: Catalogue) -> list[str]:
    """Write the claims by their days."""
    entries = sorted(dossier.picture.timeline, key=lambda entry: entry.start or entry.end or "9999")
    if not entries:
        return []
    lines = ["", "## When", "", "| Days | Claim |", "| --- | --- |"]
    for entry in entries:
        number = papers.number(entry.claim)
        days = escape(period(entry.start, entry.end)) if entry.start or entry.end else "no day told"
        lines.append(f"| {days} | {f'{number}. ' if number else ''}{escape(entry.summary)} |")
    return lines


def _sites(dossier: Dossier, papers: Catalogue) -> list[str]:
    """Write what is said of each site."""
    lines: list[str] = []
    for site in dossier.picture.sites:
        lines += ["", f"### {escape(site.place.name)}", ""]
        for state, sightings in (
            ("present", site.present),
            ("absent", site.absent),
            ("arrived", site.arrivals),
            ("left", site.departures),
            ("said", site.statements),
        ):
            lines += [_sighting(state, sighting, papers) for sighting in sightings]
    return ["", "## Sites", *lines] if lines else []


def _sighting(state: str, sighting: Sighting, papers: Catalogue) -> str:
    """Write one line of a site's board."""
    many = range_of(sighting.min, sighting.max)
    number = papers.number(sighting.claim)
    note = f" *{escape(sighting.note)}*" if sighting.note else ""
    claim = f" (claim {number})" if number else ""
    days = period(sighting.start, sighting.end) if sighting.start or sighting.end else "day not told"
    return f"- {state}{many and f' {many}'}, {escape(days)}: {escape(sighting.what)}{claim}{note}"


def _retellings(dossier: Dossier, papers: Catalogue, *, share: bool) -> list[str]:
    """Write what each retelling changed."""
    lines: list[str] = []
    for comparison in dossier.comparisons:
        if comparison.related:
            lines += _retelling(lay_side_by_side(comparison, share=share), papers, share=share)
    return ["", "## What the retelling changed", *lines] if lines else []


def _retelling(page: SideBySide, papers: Catalogue, *, share: bool) -> list[str]:
    """Write one comparison as a table."""
    comparison = page.comparison
    passages = {*page.left_out, *page.put_in} if share else set()
    told = [variation for variation in comparison.variations if variation not in passages]
    tally = ", ".join(f"{page.drift(drift)} {DRIFT[drift]}" for drift in Drift)
    lines = [
        "",
        f"### {papers.label(page.left.id)} → {papers.label(page.right.id)}, {RELATION[comparison.kind]}",
        "",
        f"{count(len(comparison.variations), 'change')}: {tally}.",
        "",
        f"| Change | {papers.label(page.left.id)} | {papers.label(page.right.id)} |",
        "| --- | --- | --- |",
    ]
    lines += [_variation(variation) for variation in told[:_SHOWN]]
    more = len(told) - _SHOWN
    lines += ["", f"And {more} more."] if more > 0 else []
    if passages:
        lines += ["", f"Passages left out: {len(page.left_out)}; put in: {len(page.put_in)}; not quoted here."]
    return lines


def _variation(variation: Variation) -> str:
    """Write one change as a row."""
    left, right = (
        quoted(escape(span.text)) if span else "nothing" for span in (variation.origin, variation.derivative)
    )
    name = f"{ARROW[variation.direction]} {name_variation(variation.kind)}, {DRIFT[variation.direction]}"
    return f"| {name} | {left} | {right} |"


def _reports(dossier: Dossier, papers: Catalogue, *, share: bool) -> list[str]:
    """List the reports with how their date is known."""
    lines = ["", "## Reports", ""]
    reasons = {reading.report.id: reading.not_analysed for reading in dossier.readings}
    for report in papers.reports.values():
        known = f", date {DATE_BASIS[report.published_basis]}" if report.published_basis else ""
        file = f", file {escape(report.path)}" if report.path else ""
        lines.append(f"- **{papers.label(report.id)}** {_named(report)}{known}{file}")
        for notice in report.notices:
            words = notice.text[:_NOTICE] + " …" if share and len(notice.text) > _NOTICE else notice.text
            lines.append(f"  - {notice.kind.value.replace('_', ' ')}: {escape(words)}")
        reason = reasons.get(report.id)
        lines += [f"  - not analysed: {escape(reason)}"] if reason else []
    return lines


def _foot(dossier: Dossier) -> list[str]:
    """Write what made it, and how far to trust it."""
    made = sorted({item for reading in dossier.readings for item in reading.made_by.items()})
    versions = ", ".join(f"{escape(name)} {escape(version)}" for name, version in made)
    return [
        "",
        "---",
        "",
        "Counts and grades are suggestions; a leg is one independent origin, however often it was retold."
        + (f" Made by {versions}." if versions else ""),
    ]
