"""What a collection holds, what adding to it did and what a search in it found, as words for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import wrap

from reportedly.collection import Added, Edit, Hit, HitKind, Holdings
from reportedly.export.catalogue import name_report, title_report
from reportedly.export.wording import count, day

_CHANGES = 5  # of one edit that are told


def write_holdings(held: Holdings) -> str:
    """Count what a collection holds."""
    lines = [
        held.where,
        f"  {count(held.reports, 'report')} in {count(held.families, 'family', 'families')}"
        + (f", {count(held.versions, 'older version')}" if held.versions else ""),
        f"  {count(held.claims, 'claim')}, {held.claims_independent} on two origins or more",
    ]
    if held.first_published:
        lines.append(f"  published {day(held.first_published)} to {day(held.last_published)}")
    if held.last_fetched:
        lines.append(f"  last added {held.last_fetched}")
    if held.judgements:
        lines.append(f"  {count(held.judgements, 'judgement')}")
    if held.unread:
        lines.append(f"  {count(held.unread, 'input')} could not be read")
    if held.outdated:
        lines.append(
            f"  {count(held.outdated, 'report')} read by another version of this program: open --refresh reads again"
        )
    return "\n".join(lines)


def write_added(added: Added, held: Holdings) -> str:
    """Say what came in, what was there, and what was changed without a word in what came again."""
    told = [f"added {count(len(added.new), 'report')}"]
    if added.held:
        told.append(f"{len(added.held)} held already")
    if added.unread:
        told.append(f"{len(added.unread)} not read")
    lines = [", ".join(told)]
    for edit in added.edits:
        lines += _edit(edit)
    return "\n".join([*lines, write_holdings(held)])


def _edit(edit: Edit) -> list[str]:
    """Tell the changes of a report that came again."""
    changes = edit.comparison.variations
    head = f"  a newer version of {name_report(edit.after)}, {title_report(edit.after)}: "
    lines = [head + (count(len(changes), "change") if changes else "nothing that changes what it says")]
    lines += [f"    {change.kind.value.replace('_', ' ')}: {change.note}" for change in changes[:_CHANGES]]
    return lines if len(changes) <= _CHANGES else [*lines, f"    and {len(changes) - _CHANGES} more"]


def write_hits(hits: Sequence[Hit], *, width: int = 100) -> str:
    """Write claims first, then reports, each with the words round what was looked for."""
    if not hits:
        return "nothing holds all of these words"
    lines: list[str] = []
    for kind, head in ((HitKind.CLAIM, "CLAIMS"), (HitKind.REPORT, "REPORTS")):
        found = [hit for hit in hits if hit.kind is kind]
        lines += ["", head] if found else []
        for hit in found:
            when = f" · {day(hit.published)}" if hit.published else ""
            lines += wrap(f"{hit.title or hit.id}{when} [{hit.id}]", width, initial_indent="  ", subsequent_indent="  ")
            lines += wrap(hit.snippet, width, initial_indent="    ", subsequent_indent="    ")
    return "\n".join(lines).lstrip("\n")


def hit_row(hit: Hit) -> dict[str, str | int | float | None]:
    """Give what a sheet shows of a hit."""
    return {"kind": hit.kind.value, "id": hit.id, "title": hit.title, "published": hit.published, "words": hit.snippet}
