"""The lineage along time: outlets as lanes, reports as points, an edge from each report to what was made from it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from reportedly.export.catalogue import Catalogue, name_report
from reportedly.export.wording import day
from reportedly.lineage import Derivation, Lineage
from reportedly.serve.story import Story
from reportedly.text.day import moment

# Pixels of a drawing that is scaled to the page as a whole.
WIDTH = 1120
_LEFT, _RIGHT = 210, 190  # what the outlets' names and the last labels take
_TOP, _LANE, _FOOT = 34, 52, 12
_LABEL = 205  # what a label takes: a day, a time of day and how the report was made
_APART = 18  # two points of one lane stand no closer
_ABOVE, _BELOW = -12, 20  # where a label stands beside its point
_UNDATED = 96  # the column for reports without a date
_BEFORE = 120  # how far before its first credit a report that is not held is drawn
_TICKS = 6
_TURN = 9  # where an edge leaves its stem


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A report, or one that others credit and that is not held."""

    id: str
    x: float
    y: float
    held: bool
    lead: bool
    dated: bool
    name: str
    when: str
    how: str  # how it was made from the one before it; empty for an origin
    label: int  # how far below its point its label stands; 0 where there is no room for one


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """What was made from what."""

    path: str  # SVG path data
    origin: str
    derivative: str
    cited: bool  # only credited: no text is shared, as the origin is not held
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """An outlet's lane."""

    name: str
    y: float
    held: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawn lineage."""

    width: int
    height: float
    lanes: tuple[Lane, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    ticks: tuple[tuple[float, str], ...]
    undated: float | None  # where the column of reports without a date begins


def draw_lineage(story: Story, papers: Catalogue, lineage: Lineage) -> Chart:
    """Draw a story's lineage."""
    made = {_derivative(edge): edge for edge in lineage.derivations if edge.parent and edge.origin}
    axis = _Axis([papers.reports[id_].published for id_ in story.reports])
    inferred = story.family.inferred_origin
    lanes = _lanes(story, papers)
    nodes = {node.id: node for node in _held(story, papers, axis, lanes, made)}
    edges = [_edge(nodes, edge.origin or "", made_from, edge.kind.value) for made_from, edge in made.items()]
    if inferred is not None:
        nodes[inferred.id] = Node(
            id=inferred.id,
            x=max(_LEFT + 10.0, min(nodes[id_].x for id_ in inferred.credited_by if id_ in nodes) - _BEFORE),
            y=lanes[inferred.publisher],
            held=False,
            lead=False,
            dated=inferred.about is not None,
            name=inferred.publisher,
            when="not held",
            how="",
            label=_ABOVE,
        )
        edges += [_edge(nodes, inferred.id, id_, "credits it") for id_ in inferred.credited_by if id_ in nodes]
    return Chart(
        width=WIDTH,
        height=_TOP + _LANE * len(lanes) + _FOOT,
        lanes=tuple(
            Lane(name=name, y=y, held=inferred is None or name != inferred.publisher) for name, y in lanes.items()
        ),
        nodes=tuple(nodes.values()),
        edges=tuple(edges),
        ticks=tuple(axis.ticks()),
        undated=axis.undated,
    )


def _derivative(edge: Derivation) -> str:
    return edge.b if edge.origin == edge.a else edge.a


def _lanes(story: Story, papers: Catalogue) -> Mapping[str, float]:
    """Give each outlet its lane: the origin's on top, then in the order in which they came out."""
    inferred = story.family.inferred_origin
    names = [inferred.publisher] if inferred else []
    ordered = [story.lead, *(id_ for id_ in story.reports if id_ != story.lead)]
    names += [name_report(papers.reports[id_]) for id_ in ordered]
    return {name: _TOP + _LANE * number + _LANE / 2 for number, name in enumerate(dict.fromkeys(names))}


def _held(
    story: Story, papers: Catalogue, axis: _Axis, lanes: Mapping[str, float], made: Mapping[str, Derivation]
) -> Iterator[Node]:
    """Place the reports; those of one lane that came out together stand side by side."""
    last: dict[str, float] = {}
    taken: dict[tuple[str, int], float] = {}  # up to where a lane has labels, above and below
    for id_ in story.reports:
        report = papers.reports[id_]
        name = name_report(report)
        x = min(WIDTH - _APART, max(axis.place(report.published), last.get(name, -_APART) + _APART))
        last[name] = x
        label = next((side for side in (_ABOVE, _BELOW) if taken.get((name, side), 0) <= x), 0)
        taken[name, label] = x + _LABEL
        edge = made.get(id_)
        yield Node(
            id=id_,
            x=x,
            y=lanes[name],
            held=True,
            lead=id_ == story.lead and story.family.origin is not None,
            dated=report.published is not None,
            name=name,
            when=_short(report.published),
            how=edge.kind.value.replace("_", " ") if edge else "",
            label=label,
        )


def _short(published: str | None) -> str:
    """Give a day and a time of day as printed, without its zone."""
    clock = f" {published[11:16]}" if published and len(published) > len("2024-12-14T") else ""
    return f"{day(published[:10], year=False)}{clock}" if published else "no date"


def _edge(nodes: Mapping[str, Node], origin: str, derivative: str, words: str) -> Edge:
    """Draw an edge: down from the origin, then along the derivative's lane, so that it crosses no label."""
    start, end = nodes[origin], nodes[derivative]
    if start.y == end.y:
        path = f"M{start.x:.1f} {start.y:.1f}H{end.x:.1f}"
    else:
        turn = _TURN if end.y > start.y else -_TURN
        side = _TURN if end.x >= start.x else -_TURN
        path = f"M{start.x:.1f} {start.y:.1f}V{end.y - turn:.1f}q0 {turn} {side} {turn}H{end.x:.1f}"
    return Edge(path=path, origin=origin, derivative=derivative, cited=not start.held, words=words)


class _Axis:
    """Moments laid out from the earliest to the latest, and a column after them for what has none."""

    def __init__(self, published: Sequence[str | None]) -> None:
        moments = sorted(filter(None, (_read(told) for told in published)))
        self.undated = WIDTH - _RIGHT - _UNDATED / 2 if None in published else None
        self._first = moments[0] if moments else None
        self._only = len(set(moments)) == 1
        self._span = max(timedelta(hours=1), moments[-1] - moments[0]) if moments else timedelta(hours=1)
        self._end = WIDTH - _RIGHT - (_UNDATED if self.undated else 0)

    def place(self, published: str | None) -> float:
        """Give where a moment stands."""
        when = _read(published)
        if when is None or self._first is None:
            return (self.undated or _LEFT) + 14
        return _LEFT + 14 + (self._end - _LEFT - 14) * ((when - self._first) / self._span)

    def ticks(self) -> Iterator[tuple[float, str]]:
        """Name days, or hours where everything is of one day."""
        if self._first is None:
            return
        if self._only:
            yield self.place(self._first.isoformat()), day(self._first.date().isoformat(), year=False)
            return
        step = next(each for each in _STEPS if self._span / each <= _TICKS)
        at = self._first.replace(minute=0, second=0, microsecond=0)
        at = at.replace(hour=0) if step >= timedelta(days=1) else at
        while at <= self._first + self._span:
            if at >= self._first:
                words = day(at.date().isoformat(), year=False)
                yield self.place(at.isoformat()), words if step >= timedelta(days=1) else f"{words} {at:%H:%M}"
            at += step


_STEPS = tuple(timedelta(hours=hours) for hours in (1, 3, 6, 12, 24, 48, 168, 720, 4380, 8760, 87600, 876000))


def _read(published: str | None) -> datetime | None:
    """Read a moment, in UTC and without its zone."""
    try:
        return datetime.fromisoformat(moment(published)) if published else None
    except ValueError:
        return None
