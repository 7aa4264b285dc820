"""A report as text for people: whose it is, the body, and what was cut."""

from __future__ import annotations

from collections import Counter

from reportedly.report import Report


def write_report(report: Report) -> str:
    """Give the report's particulars, one a line, then its body, then a count of what was cut."""
    lines = [report.title or "(no title)", "=" * min(len(report.title or "(no title)"), 72)]
    lines += [f"{name:<12} {value}" for name, value in _particulars(report) if value]
    lines += [f"{notice.kind.value:<12} {notice.text}" for notice in report.notices]
    lines += ["", report.body, ""]
    cut = Counter(cut.kind.value.replace("_", " ") for cut in report.cut)
    if cut:
        lines.append("cut: " + ", ".join(f"{number} {kind}" for kind, number in sorted(cut.items())))
    if report.links:
        lines.append(f"other stories on the page: {len(report.links)}")
    return "\n".join(lines) + "\n"


def _particulars(report: Report) -> list[tuple[str, str | None]]:
    """List what is known of the report, in the order in which an editor asks."""
    known = f" ({report.published_basis.value})" if report.published_basis else ""
    return [
        ("id", report.id),
        ("published", report.published + known if report.published else "no date"),
        ("modified", report.modified),
        ("publisher", report.publisher or "unknown"),
        ("agency", report.agency),
        ("authors", ", ".join(report.authors)),
        ("editors", ", ".join(report.editors)),
        ("dateline", report.dateline.place if report.dateline else None),
        ("address", report.url),
        ("language", report.language),
        ("complete", report.completeness.value),
        ("file", report.path),
    ]
