"""What is claimed in a collection, brought up to date where something came, went or was judged, and nowhere else.

What reports tell is put into parts, the mentions of one claim and of those that speak against it, and mentions that may
have to do with each other are tied. What a new report tells goes into the parts that it is tied to. Where one of these
comes out otherwise than it was, those tied to it are pooled again beside it, and so on until nothing else changes: the
claims come out as they would from all reports at once. Where that would be very many, the nearest alone are: a claim
may then be pooled otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Set

from reportedly.assess import Weighed
from reportedly.collect.comparing import keep_comparisons
from reportedly.collect.scope import Scope
from reportedly.store import Connection, reports


def work_in(connection: Connection, touched: Set[str], came: Set[str] | None = None) -> None:
    """Bring up to date what is claimed, and what retellings changed, after reports came, went or were read anew.

    Args:
        connection: a connection that writes.
        touched: ids of reports that came, went or were read anew, or whose lineage is another.
        came: of these, the ids of those that came or were read anew; all may have, where none are named.
    """
    assess_touched(connection, touched, came)
    keep_comparisons(connection, touched)


def assess_touched(connection: Connection, touched: Iterable[str], came: Set[str] | None = None) -> Weighed:
    """Work out again what is claimed wherever some reports have to do with it, and keep it.

    Args:
        connection: a connection that writes.
        touched: ids of reports that came or went, or whose lineage or judgements changed.
        came: of these, the ids of those that tell something new; all may, where none are named.
    """
    changed = set(touched)
    anew = changed if came is None else changed & came
    scope = Scope(connection, changed, anew | (changed - reports.find_numbers(connection, changed).keys()))
    while scope.widen():
        pass
    return scope.keep()
