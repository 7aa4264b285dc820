"""A lineage as plain text for a terminal: the families as trees."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import zip_longest
from textwrap import wrap

from reportedly.export.catalogue import name_file, name_report, sort_families, title_report
from reportedly.export.family_tree import Node, grow_tree
from reportedly.export.wording import RELATION, count, day
from reportedly.lineage import Lineage
from reportedly.report import Report

_LEAST = 24  # columns that a deep branch keeps


def write_lineage(lineage: Lineage, reports: Iterable[Report], *, width: int = 100) -> str:
    """Write every family as a tree: `●` a report at hand, `◌` an origin that is not held."""
    by_id = {report.id: report for report in reports}
    alone = 0
    lines: list[str] = []
    for family in sort_families(lineage.families):
        nodes = grow_tree(family, lineage)
        if len(nodes) == 1:
            alone += 1
        lines += [*_tree(nodes, by_id, width), ""]
    held, families = count(len(by_id), "report"), count(len(lineage.families), "family", "families")
    return "\n".join([f"{held} in {families}, {alone} standing alone", "", *lines]).rstrip()


def _tree(nodes: tuple[Node, ...], reports: dict[str, Report], width: int) -> list[str]:
    """Write one tree with its branches drawn; what is too long for a line goes on beside them."""
    lines: list[str] = []
    rails: list[str] = []
    for node, below in zip_longest(nodes, nodes[1:]):
        del rails[max(0, node.depth - 1) :]
        joint = "" if node.depth == 0 else "└─" if node.last else "├─"
        first = "".join(rails) + joint
        if node.depth:
            rails.append("  " if node.last else "│ ")
        stem = "│ " if below is not None and below.depth > node.depth else "  "
        room = max(width - len(first), _LEAST)
        told, *more = wrap(describe_node(node, reports), room - len(stem), break_on_hyphens=False) or [""]
        lines += [first + told, *("".join(rails) + stem + line for line in more)]
    return lines


def describe_node(node: Node, reports: dict[str, Report]) -> str:
    """Tell in a line what a report is and how it was made."""
    if node.inferred is not None:
        crediting = count(len(node.inferred.credited_by), "report")
        about = f", about {day(node.inferred.about)}" if node.inferred.about else ""
        return f"◌ {node.inferred.publisher}{about}: not held, credited by {crediting}"
    if node.report is None:
        return "◌ which came first cannot be told"
    report = reports.get(node.report)
    if report is None:
        return f"● {node.report}"
    how = node.derivation
    made = f"{RELATION[how.kind]}, {how.confidence:.2f} sure · " if how else ""
    name = name_report(report)
    where = f" · {name_file(report.path)}" if report.path and name != name_file(report.path) else ""
    return f"● {made}{name} · {day(report.published)} · {title_report(report)}{where}"
