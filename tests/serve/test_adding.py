"""What is handed in becomes jobs, whose progress and faults are told."""

import pytest
from fastapi.testclient import TestClient

from reportedly.collect.jobs import Jobs
from reportedly.job import JobState
from reportedly.serve import create_app
from reportedly.serve.setting import Limits

from .small import mark_of, settle

TEXT = b"PRAGUE, March 5 (Lodestar) - A bridge at Hornik was closed on Wednesday, a port official said."


def hand_in(client, *files, **told):
    sent = [("files", (name, content, "application/octet-stream")) for name, content in files]
    return client.post("/add", data={"mark": mark_of(client), **told}, files=sent or None)


def test_a_file_comes_in_under_its_own_name_and_no_folder_of_this_machine(client, library):
    assert hand_in(client, ("../../bridge.txt", TEXT)).headers["location"] == "/add"
    (job,) = settle(client)
    assert (job["state"], job["name"], job["by"], len(job["new"])) == ("done", "bridge.txt", "Noor", 1)
    report = next(each for each in library.reports() if each.id == job["new"][0])
    assert report.path == "bridge.txt"
    assert "1 report came in" in client.get("/add").text


def test_the_same_file_again_is_held_already(client):
    hand_in(client, ("bridge.txt", TEXT))
    hand_in(client, ("bridge.txt", TEXT))
    latest, _ = settle(client)
    assert (latest["new"], latest["held"]) == ([], 1)
    assert "held already, word for word" in client.get("/add").text


def test_a_pasted_text_keeps_what_is_told_of_it(client, library):
    told = {"text": TEXT.decode(), "title": "Bridge closed", "published": "2025-03-05", "publisher": "Morava Post"}
    hand_in(client, **told)
    (job,) = settle(client)
    report = next(each for each in library.reports() if each.id == job["new"][0])
    assert (report.title, report.published, report.publisher) == ("Bridge closed", "2025-03-05", "Morava Post")


def test_what_cannot_be_read_is_named_and_the_rest_is_kept(client):
    lines = b'{"text": "A ferry left Hornik on Friday, an officer said."}\nnot a line\n'
    hand_in(client, ("mixed.jsonl", lines), ("empty.txt", b""), ("noise.warc.gz", b"\x1f\x8b\x00garbage"))
    jobs = {job["name"]: job for job in settle(client)}
    assert len(jobs["mixed.jsonl"]["new"]) == 1
    assert "line 2 is not JSON" in jobs["mixed.jsonl"]["unread"][0]["reason"]
    assert all(jobs[name]["unread"] or jobs[name]["fault"] for name in ("empty.txt", "noise.warc.gz"))
    page = client.get("/add").text
    assert "mixed.jsonl" in page
    assert "reportedly-" not in page.replace("reportedly-web", "")


def test_nothing_handed_in_is_told(client):
    answer = client.post("/add", data={"mark": mark_of(client)})
    assert answer.status_code == 400
    assert client.get("/jobs.json").json() == []


def test_what_a_process_left_undone_goes_on_in_the_next(settings):
    jobs = Jobs(settings.where)
    jobs.hand_in("bridge.txt", TEXT, by="Noor")
    taken, content = jobs.take()
    assert (taken.state, content) == (JobState.RUNNING, TEXT)
    jobs.close()
    with TestClient(create_app(settings)) as browser:
        (job,) = settle(browser)
        assert (job["state"], len(job["new"])) == ("done", 1)


def test_a_job_that_waits_is_taken_back(settings):
    app = create_app(settings)
    browser = TestClient(app, follow_redirects=False)  # its worker does not begin
    browser.post("/add", data={"mark": mark_of(browser)}, files=[("files", ("bridge.txt", TEXT))])
    (job,) = browser.get("/jobs.json").json()
    sent = {"mark": mark_of(browser)}
    assert browser.post(f"/jobs/withdraw?number={job['number']}", data=sent).status_code == 303
    assert browser.get("/jobs.json").json()[0]["state"] == "withdrawn"
    assert browser.post(f"/jobs/withdraw?number={job['number']}", data=sent).status_code == 404
    app.state.jobs.close()
    app.state.shelf.collection.close()


def test_a_fault_ends_the_job_and_not_the_worker(client, monkeypatch):
    collection = client.app.state.shelf.collection
    real = collection.add_reports

    def broken(items):
        monkeypatch.setattr(collection, "add_reports", real)
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(collection, "add_reports", broken)
    hand_in(client, ("bridge.txt", TEXT))
    (job,) = settle(client)
    assert (job["state"], job["fault"]) == ("failed", "RuntimeError: the disk is full")
    assert "Nothing had come in" in client.get("/add").text
    hand_in(client, ("bridge.txt", TEXT))
    assert settle(client)[0]["state"] == "done"


def test_too_much_at_once_is_refused_before_any_of_it_is_kept(settings):
    import dataclasses

    small = dataclasses.replace(settings, limits=Limits(upload_bytes=1024))
    with TestClient(create_app(small)) as browser:
        mark = mark_of(browser)
        big = [("files", ("big.txt", b"x" * (2**20 + 2000)))]
        answer = browser.post("/add", data={"mark": mark}, files=big)
        assert answer.status_code == 413
        assert "nothing of it was kept" in answer.text
        assert browser.get("/jobs.json").json() == []


@pytest.mark.parametrize("upload", ["a/../..", "", ".", "con\x00.txt", "x" * 4000 + ".html", "…/файл.txt"])
def test_whatever_a_file_is_called_it_is_only_a_name(client, upload):
    hand_in(client, (upload, TEXT))
    for job in client.get("/jobs.json").json():
        assert "/" not in job["name"]
        assert 0 < len(job["name"]) < 200
