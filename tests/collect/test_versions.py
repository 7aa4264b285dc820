"""Versions of one report that come in together."""

from threading import Thread

from reportedly import read_text
from reportedly.collect import Collection

FIRST = "ADEN, May 3 (NNA) - Two tankers left the port of Aden on Friday, three port officials said."
SECOND = "ADEN, May 3 (NNA) - Three tankers left the port of Aden on Friday, three port officials said."


def test_of_two_texts_of_one_address_that_come_together_one_is_the_newest_and_the_other_a_version_of_it():
    pages = [read_text(text, url="https://nna.example/tankers", published="2024-05-03") for text in (FIRST, SECOND)]
    with Collection(":memory:") as held:
        added = held.add_reports(pages)
        assert len(added.edits) == 1
        assert (held.holdings().reports, held.holdings().versions) == (1, 1)
        assert [claim.reports for claim in held.claims()] == [1]


def test_what_one_thread_opened_another_may_add_to(tmp_path):
    with Collection(str(tmp_path / "held.db")) as held:
        held.add_reports([read_text(FIRST, published="2024-05-03")])
        other = Thread(target=held.add_reports, args=([read_text(SECOND, published="2024-05-04")],))
        other.start()
        other.join()
        assert held.holdings().reports == 2
