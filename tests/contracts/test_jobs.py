"""Jobs, and noticing that something changed, in every kind of database."""

from dataclasses import replace

import pytest

from reportedly import read_text
from reportedly.analyse import Tagger
from reportedly.claim import ClaimFilter
from reportedly.collect import Collection
from reportedly.collect.jobs import Jobs
from reportedly.errors import UnknownResource
from reportedly.job import JobState
from reportedly.judgement import Act
from reportedly.report import Unread

FIRST = "ADEN, May 3 (NNA) - Two tankers left the port of Aden on Friday, three port officials said."
SECOND = "A baker in Lyon sold his shop on Tuesday, a clerk of the town said."


@pytest.fixture
def jobs(where):
    made = Jobs(where)
    yield made
    made.close()


def test_jobs_are_taken_in_the_order_in_which_they_were_handed_in(jobs):
    for name in ("a.txt", "b.txt"):
        jobs.hand_in(name, name.encode(), by="Noor")
    first, content = jobs.take()
    assert (first.name, first.state, content) == ("a.txt", JobState.RUNNING, b"a.txt")
    assert [job.name for job in jobs.open_jobs()] == ["b.txt", "a.txt"]
    second, _ = jobs.take()
    assert second.name == "b.txt"
    assert jobs.take() is None


def test_how_far_a_job_has_come_is_kept_with_what_could_not_be_read(jobs):
    jobs.hand_in("a.jsonl", b"x", by="Noor")
    job, _ = jobs.take()
    unread = (Unread(path="a.jsonl:2", reason="line 2 is not JSON \ud800"),)
    jobs.note(replace(job, read=2, new=("rep-1",), unread=unread))
    (kept,) = jobs.list_jobs()
    assert (kept.read, kept.new, kept.unread, kept.ended) == (2, ("rep-1",), unread, None)
    jobs.note(replace(kept, state=JobState.DONE))
    (ended,) = jobs.list_jobs()
    assert ended.ended is not None
    assert jobs.open_jobs() == []


def test_a_job_that_was_begun_and_not_ended_waits_again(jobs):
    jobs.hand_in("a.txt", b"x", by="Noor")
    jobs.take()
    assert jobs.revive() == 1
    job, content = jobs.take()
    assert (job.name, content) == ("a.txt", b"x")


def test_only_what_waits_is_taken_back(jobs):
    number = jobs.hand_in("a.txt", b"x", by="Noor").number
    assert jobs.withdraw(number).state is JobState.WITHDRAWN
    assert jobs.take() is None
    for other in (number, number + 1):
        with pytest.raises(UnknownResource, match="does not wait"):
            jobs.withdraw(other)


def test_every_change_is_noticed_and_looking_is_none(where):
    with Collection(where, tagger=Tagger.RULES) as held:
        seen = [held.revision()]
        held.add_reports([read_text(FIRST, published="2024-05-03")])
        seen.append(held.revision())
        held.add_reports([Unread(path="b.txt", reason="is empty")])
        seen.append(held.revision())
        made = held.judge(Act.GRADE, held.claims()[0].id, "2", by="Noor")
        seen.append(held.revision())
        held.undo(made.id, by="Noor")
        seen.append(held.revision())
        held.remove([report.id for report in held.reports()])
        seen.append(held.revision())
        assert len(set(seen)) == len(seen)
        held.picture()
        held.search("tankers")
        assert held.revision() == seen[-1]


def test_a_part_of_a_collection_is_that_part_of_the_whole(where):
    with Collection(where, tagger=Tagger.RULES) as held:
        reports = [read_text(FIRST, published="2024-05-03"), read_text(SECOND, published="2024-05-04")]
        held.add_reports(reports)
        assert list(held.latest(1)) == [reports[1].id]
        assert set(held.arrivals([reports[0].id, "nobody"])) == {reports[0].id}
        part = held.about([reports[0].id, "nobody"]).picture
        whole = held.picture()
        assert [report.id for report in part.reports] == [reports[0].id]
        assert part.claims == tuple(c for c in whole.claims if c.supporting[0].report == reports[0].id)
        assert held.count() == (2, len(whole.claims))
        assert held.count(ClaimFilter(origins=9)) == (2, 0)
