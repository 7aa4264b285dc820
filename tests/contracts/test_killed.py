"""A collection whose process is killed while it writes loses nothing and holds nothing by halves.

REPORTEDLY_KILLS says how often that is tried on each database: 20 times unless it is told otherwise.
"""

import multiprocessing
import os
import random
import signal
import time

import pytest

from reportedly import analyse_report, read_text
from reportedly.collect import Collection
from reportedly.pipeline import link_reports

KILLS = int(os.environ.get("REPORTEDLY_KILLS", "20"))
TOWNS = ("Aden", "Mocha", "Hodeidah", "Mukalla", "Djibouti", "Berbera", "Assab", "Massawa")
PLAIN = "{} frigates left the port of {} on Friday, a port official said. The navy did not comment."
RETOLD = "The navy has not commented. A port official said {} frigates had left the port of {} on Friday."


@pytest.fixture(scope="module")
def readings():
    texts = [form.format(count, town) for count, town in enumerate(TOWNS, 2) for form in (PLAIN, RETOLD)]
    reports = [read_text(text, as_is=True, published="2024-05-03", publisher=f"P{n}") for n, text in enumerate(texts)]
    return [analyse_report(report) for report in reports]


def write_on(where, readings, told):
    """Work one report after the other into a collection, telling of each that is in."""
    with Collection(where) as held:
        for reading in readings:
            held.add_readings([reading])
            told.send(reading.report.id)


def killed_while_writing(where, readings, after):
    """Start writing, kill the writer `after` seconds after its first word, and give what it said was in."""
    said, told = multiprocessing.get_context("forkserver").Pipe(duplex=False)
    writer = multiprocessing.get_context("forkserver").Process(target=write_on, args=(where, readings, told))
    writer.start()
    told.close()
    known = []
    deadline = None
    while True:
        wait = 30.0 if deadline is None else max(0.0, deadline - time.monotonic())
        try:
            if not said.poll(wait):
                break
            known.append(said.recv())
        except EOFError:
            break
        deadline = deadline or time.monotonic() + after
    writer.kill()
    writer.join()
    assert writer.exitcode in (0, -signal.SIGKILL), "the writer failed by itself"
    return known


def test_a_writer_that_is_killed_loses_nothing_and_leaves_nothing_by_halves(lasting, readings, monkeypatch):
    multiprocessing.get_context("forkserver").set_forkserver_preload(["reportedly.collect.collection"])
    chance = random.Random(11)
    by_id = {reading.report.id: reading for reading in readings}
    said: set[str] = set()
    ended = 0
    for kill in range(KILLS):
        waiting = [reading for id_, reading in by_id.items() if id_ not in said]
        ended += not waiting
        said |= set(killed_while_writing(lasting, waiting or readings[:1], chance.uniform(0.0, 0.12)))
        with Collection(lasting) as held:
            found = {report.id for report in held.reports()}
            assert said <= found, f"kill {kill}: lost {said - found}"
            supports = {support.report for claim in held.claims() for support in claim.supporting}
            assert supports == found, f"kill {kill}: claims and reports do not agree"
            if kill % 20 == 0 or len(found) == len(by_id):
                assert held.lineage() == link_reports([by_id[id_].report for id_ in found])
            if len(found) == len(by_id):
                held.remove(found)
                said.clear()
    assert ended < KILLS
