"""A collection too large to be laid out whole is shown by parts, and says so."""

import pytest

from reportedly import read_text
from reportedly.collect import dossier
from reportedly.record import to_record
from reportedly.serve import shelf

from .test_screens import every_page, wire


@pytest.fixture(autouse=True)
def large(monkeypatch):
    """Take the small collection for a large one, of which only the latest report is at hand."""
    monkeypatch.setattr(shelf, "_WHOLE", 1)
    monkeypatch.setattr(shelf, "LATEST", 1)


def test_every_screen_is_there_all_the_same(client, library):
    for address in every_page(library):
        assert client.get(address).status_code == 200, address


def test_what_draws_on_the_latest_reports_says_of_how_many(client, library):
    baker = "A baker in Zlin sold his shop on Tuesday, a clerk of the town said."
    library.add_reports([read_text(baker, title="Baker sells shop", published="2024-01-02", publisher="Zlin Weekly")])
    page = client.get("/").text
    said = client.get("/desk.json").headers["x-part"]
    assert said.endswith(" of 4 reports")
    assert f"Drawn from {said}" in page
    assert "Beskydy Herald" in page
    assert "Baker sells shop" not in page
    assert "Baker sells shop" in client.get("/search?q=baker").text


def test_claims_reach_the_whole_collection(client, library):
    told = client.get("/claims.json").json()
    assert told == [to_record(claim) for claim in library.claims()]
    assert f"<b>{len(told)} claims</b>" in client.get("/claims").text
    assert "x-part" not in client.get("/claims.json").headers


def test_a_story_a_report_and_a_trace_are_whole(client, library):
    story = client.get("/story.json", params={"id": wire(library)}).json()
    assert len(story["story"]["reports"]) == 2
    readings = {reading.report.id: reading for reading in library.dossier().readings}
    for id_, reading in readings.items():
        assert client.get("/report.json", params={"id": id_}).json() == to_record(reading)
    for claim in library.claims():
        assert client.get("/claim.json", params={"id": claim.id}).json() == to_record(library.why(claim.id))


def test_a_report_that_is_not_held_is_told(client):
    for address in ("/report.json?id=nobody", "/story.json?id=nobody", "/evidence?id=cla-nothing"):
        assert client.get(address).status_code == 404, address


def test_a_question_is_answered_from_the_reports_that_hold_its_names(client, library):
    baker = "A baker in Zlin sold his shop on Tuesday, a clerk of the town said."
    library.add_reports([read_text(baker, title="Baker sells shop", published="2023-01-02", publisher="Zlin Weekly")])
    answer = client.get("/question", params={"q": "Did a baker in Zlin sell his shop?"}).text
    assert "sold his shop" in answer
    assert "those that hold most of its names" in answer
    assert client.get("/question", params={"q": "is it so?"}).status_code == 200


def test_a_question_looks_into_no_more_reports_than_tell_enough(client, library, monkeypatch):
    baker = "A baker in Zlin sold his shop on Tuesday, a clerk of the town said."
    library.add_reports([read_text(baker, title="Baker sells shop", published="2023-01-02", publisher="Zlin Weekly")])
    asked = {"q": "Did a baker in Zlin sell his shop at Hornik?"}
    assert "x-part" not in client.get("/question.json", params=asked).headers
    monkeypatch.setattr(dossier, "_CLAIMS_OF_QUESTION", 1)
    client.app.state.shelf._kept.clear()
    assert client.get("/question.json", params=asked).headers["x-part"] == "1 of 4 reports"


def test_a_site_says_by_which_reports_it_is_told(client, library):
    place = library.claims()[0].place
    asked = {"place": place.name if place else "Zlin", "on": "2025-01-01"}
    assert "the latest 40 reports that name it" in client.get("/site", params=asked).text
    assert "their kin" in client.get("/site.json", params=asked).headers["x-part"]


@pytest.mark.parametrize("group", ["place", "day", "type", "story"])
def test_claims_are_gathered_as_those_of_a_whole_collection_are(client, library, monkeypatch, group):
    def counts():
        groups = client.get("/claim-groups.json", params={"group": group}).json()
        for each in groups:
            assert len(client.get("/claims.json", params={group: each["key"] or "-"}).json()) == each["claims"]
        return sorted(each["claims"] for each in groups)

    parts = counts()
    assert client.get("/claims", params={"group": group}).status_code == 200
    monkeypatch.setattr(shelf, "_WHOLE", 1000)
    client.app.state.shelf._kept.clear()
    assert parts == counts()


def test_a_page_of_claims_shows_them_as_a_page_of_the_whole_collection_does(client, library, monkeypatch):
    parts = client.get("/claims").text
    monkeypatch.setattr(shelf, "_WHOLE", 1000)
    whole = client.get("/claims").text
    assert parts.split("<main")[1].split("<footer")[0] == whole.split("<main")[1].split("<footer")[0]
