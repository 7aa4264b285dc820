"""Every screen is there, and its records are the library's."""

import pytest
from lxml import html

from reportedly import read_text
from reportedly.claim import ClaimFilter
from reportedly.record import to_record

from .small import mark_of

PAGES = (
    *("/", "/claims", "/sites", "/map", "/timeline", "/questions", "/search?q=pumps", "/sources", "/health", "/keys"),
    *("/add", "/judgements", "/sites?on=2025-03-03", "/site?place=Hornik&on=2025-03-03", "/claims?origins=1&opposed="),
    *("/question?q=Have+the+pumps+stopped%3F", "/?as_of=2025-03-03", "/claims?as_of=2025-03-03"),
)


def wire(library):
    return next(report.id for report in library.reports() if report.publisher == "Lodestar")


def retelling(library):
    return next(report.id for report in library.reports() if report.publisher == "Daily Quarry")


def every_page(library):
    """List every screen, with something of this collection on it."""
    first, second = wire(library), retelling(library)
    claims = [f"/claim?id={claim.id}" for claim in library.claims()]
    judged = [f"/judge?id={claim.id}" for claim in library.claims()[:2]]
    return [*PAGES, *claims, *judged, f"/story?id={first}", f"/report?id={second}", f"/compare?a={first}&b={second}"]


def test_every_screen_is_a_page_with_one_heading_and_a_strict_policy(client, library):
    for address in every_page(library):
        answer = client.get(address)
        assert answer.status_code == 200, address
        page = html.fromstring(answer.text)
        assert len(page.xpath("//h1")) + len(page.xpath("//header/h2")) >= 1, address
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert not page.xpath("//@style | //style | //script[not(@src) and not(@type='application/json')]"), address


def test_no_page_names_anything_that_lies_elsewhere(client, library):
    for address in every_page(library):
        page = html.fromstring(client.get(address).text)
        loaded = page.xpath("//script/@src | //link/@href | //img/@src | //form/@action | //@hx-get | //@hx-post")
        assert all(each.startswith("/") and not each.startswith("//") for each in loaded), address


@pytest.mark.parametrize("as_of", [None, "2025-03-03"])
def test_claims_are_those_of_the_library_with_the_same_filter(client, library, as_of):
    asked = {"as_of": as_of} if as_of else {}
    told = client.get("/claims.json", params={**asked, "origins": "1"}).json()
    wanted = ClaimFilter(origins=1)
    assert told == [to_record(claim) for claim in library.picture(as_of).claims if wanted.admits(claim)]
    assert told


@pytest.mark.parametrize("group", ["place", "day", "type", "story"])
def test_claims_are_gathered_by_what_they_have_in_common(client, library, group):
    groups = client.get("/claim-groups.json", params={"group": group}).json()
    for each in groups:
        asked = {group: each["key"] or "-"}
        assert len(client.get("/claims.json", params=asked).json()) == each["claims"], each
    page = client.get("/claims", params={"group": group, "origins": "1"}).text
    assert f"<b>{len(library.claims())} claims</b> in {len(groups)} group" in page
    assert "origins=1" in page.split('class="group"')[1].split("</h2>")[0]  # what was asked before is kept


def test_a_trace_is_the_library_s(client, library):
    claim = library.claims()[0]
    assert client.get("/claim.json", params={"id": claim.id}).json() == to_record(library.why(claim.id))


def test_sites_questions_timeline_lineage_and_holdings_are_the_library_s(client, library):
    assert client.get("/sites.json").json() == to_record(library.sites())
    asked = {"place": "Hornik", "on": "2025-03-03", "what": "tankers"}
    assert client.get("/site.json", params=asked).json() == to_record(
        library.sites("Hornik", on="2025-03-03", what=["tankers"])
    )
    question = "Have the pumps at Hornik stopped?"
    assert client.get("/question.json", params={"q": question}).json() == to_record(library.ask(question))
    assert client.get("/questions.json").json() == [to_record(library.ask(question))]
    assert client.get("/timeline.json").json() == to_record(library.timeline())
    assert client.get("/lineage.json").json() == to_record(library.lineage().derivations)
    assert client.get("/health.json").json() == to_record(library.holdings())
    assert client.get("/judgements.json").json() == []


def test_a_report_and_a_comparison_are_the_library_s(client, library):
    from reportedly.pipeline import compare_readings

    readings = {reading.report.id: reading for reading in library.dossier().readings}
    first, second = wire(library), retelling(library)
    assert client.get("/report.json", params={"id": first}).json() == to_record(readings[first])
    told = client.get("/compare.json", params={"a": first, "b": second}).json()
    assert told == to_record(compare_readings(readings[first], readings[second]))


def test_an_earlier_text_of_a_report_stands_beside_the_later_one(client, library):
    told = (
        "Four clerks of Zlin said on Monday that the bridge was shut.\n\nThe road to Brno stayed open, a driver said."
    )
    later = told.replace("Four clerks", "Clerks") + "\n\nNobody was hurt, a nurse said."
    for text in (told, later):
        library.add_reports(
            [read_text(text, url="https://zlin.example/a", published="2025-03-01", title="Bridge shut")]
        )
    id_ = next(each.id for each in library.reports() if each.title == "Bridge shut")
    (made,) = client.get("/versions.json", params={"id": id_}).json()
    assert (made["before"]["body"], made["after"]["body"], made["silent"]) == (told, later, True)
    kinds = {(each["kind"], (each["origin"] or {}).get("text")) for each in made["comparison"]["variations"]}
    assert ("added", None) in kinds
    assert any(words and words.startswith("Four clerks") for _, words in kinds)
    page = client.get("/report", params={"id": id_}).text
    assert "silent: no notice tells of it" in page
    assert "Nobody was hurt, a nurse said." in page.split('id="versions"')[1].split("<ins>")[1]
    assert client.get("/versions.json", params={"id": wire(library)}).json() == []
    assert 'id="versions"' not in client.get("/report", params={"id": wire(library)}).text


def test_a_search_finds_what_the_library_finds(client, library):
    claims, reports = library.search("tankers")
    assert client.get("/search.json", params={"q": "tankers"}).json() == [
        to_record(each) for each in (*claims, *reports)
    ]
    assert client.get("/search.json").json() == []


def test_the_desk_folds_the_retelling_into_the_story_of_its_origin(client, library):
    stories = client.get("/desk.json").json()
    story = next(each for each in stories if each["lead"] == wire(library))
    assert story["reports"] == [wire(library), retelling(library)]
    assert len(stories) == 2
    assert "1 retelling folded" in client.get("/").text


def test_the_past_is_looked_at_and_not_changed(client):
    page = client.get("/?as_of=2025-03-03").text
    assert "Back to now" in page
    assert "Drawn from" not in page
    assert "x-part" not in client.get("/desk.json?as_of=2025-03-03").headers
    assert "Beskydy Herald" not in page
    assert "Beskydy Herald" in client.get("/").text


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/report.json?id=nobody", 404, "nobody is no report of this collection"),
        ("/claim.json?id=cla-nothing", 404, "no claim of"),
        ("/claims.json?type=dance", 400, "dance is no type of claim"),
        ("/sites.json?on=yesterday", 400, "yesterday is no day"),
        ("/desk.json?as_of=soon", 404, "soon is no day or moment"),
        ("/question.json", 422, "q"),
        ("/nowhere.json", 404, "there is no such page"),
    ],
)
def test_what_is_refused_is_told_in_one_line(client, address, status, told):
    answer = client.get(address)
    assert answer.status_code == status
    assert told in answer.json()["error"]
    page = client.get(address.replace(".json", "")).text
    assert "That did not work" in page
    assert "Traceback" not in page


def test_two_reports_are_compared_and_not_one_with_itself(client, library):
    answer = client.get("/compare.json", params={"a": wire(library), "b": wire(library)})
    assert answer.status_code == 404


def test_every_link_of_every_screen_leads_to_a_page(client, library):
    seen = set()
    for address in every_page(library):
        page = html.fromstring(client.get(address).text)
        seen |= {each.partition("#")[0] for each in page.xpath("//@href | //@hx-get") if each.startswith("/")}
    refused = {each: client.get(each).status_code for each in sorted(seen)}
    assert {each: status for each, status in refused.items() if status != 200} == {}


def test_everything_seen_is_told_apart_from_what_comes_later(client):
    assert "new report" not in client.get("/").text
    client.cookies.set("looked", "2000-01-01T00:00:00Z")
    assert "new report" in client.get("/").text
    client.cookies.delete("looked")
    assert client.post("/looked", data={"mark": mark_of(client)}).status_code == 303
    page = client.get("/").text
    assert "New since you marked everything as seen" in page
    assert "new report" not in page


def test_days_are_written_alike_and_as_names_on_the_desk(client, library):
    page = html.fromstring(client.get("/").text).text_content()
    assert "As of 4 March 2025" in page
    assert "march" not in page


def test_an_empty_collection_says_how_to_begin(tmp_path):
    from fastapi.testclient import TestClient

    from reportedly.serve import create_app
    from reportedly.serve.setting import Settings

    with TestClient(create_app(Settings(where=str(tmp_path / "new.db"), hosts=("testserver",)))) as browser:
        assert "Nothing here yet" in browser.get("/").text
        for address in PAGES:
            if "place=" not in address:
                assert browser.get(address).status_code == 200, address


def test_the_api_describes_every_record(client):
    paths = client.get("/openapi.json").json()["paths"]
    assert {"/desk.json", "/claims.json", "/claim.json", "/compare.json", "/report.json", "/jobs.json"} <= set(paths)


def test_a_view_is_kept_under_its_name_and_leads_nowhere_else(client):
    mark = mark_of(client)
    sent = {"mark": mark, "name": "Well founded", "address": "/claims?origins=2"}
    assert client.post("/views", data=sent).headers["location"] == "/claims?origins=2"
    assert "Well founded" in client.get("/claims").text
    for elsewhere in ("https://other.example/", "//other.example", "/\\other.example"):
        assert client.post("/views", data={**sent, "address": elsewhere}).status_code == 400
    assert client.post("/views/drop", data={"mark": mark, "name": "Well founded"}).status_code == 303
    assert "Well founded" not in client.get("/claims").text


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_are_chosen_and_remembered(client, theme):
    answer = client.post("/theme", data={"theme": theme}, headers={"referer": "http://testserver/claims?origins=2"})
    assert answer.headers["location"] == "/claims?origins=2"
    assert f'data-theme="{theme}"' in client.get("/").text
    client.post("/theme", data={"theme": ""})
    assert "data-theme" not in client.get("/").text
