"""Judging in the app is judging in the library, with a way back."""

import pytest

from .small import mark_of

HX = {"HX-Request": "true"}


def judge(client, **sent):
    return client.post("/judge", data={"mark": mark_of(client), **sent})


def test_a_grade_stands_beside_the_suggested_one_and_is_undone(client, library):
    claim = library.claims()[0]
    answer = judge(client, act="grade", what=claim.id, value="2", why="seen by a colleague")
    assert answer.status_code == 303
    graded = library.claim(claim.id).grade
    assert (graded.digit, graded.by, graded.why) == (2, "Noor", "seen by a colleague")
    made = client.get("/judgements.json").json()[0]["judgement"]
    assert client.post("/undo", data={"mark": mark_of(client), "id": made["id"]}).status_code == 303
    assert library.claim(claim.id).grade is None


def test_rejected_words_leave_their_claim(client, library):
    claim = next(each for each in library.claims() if each.reports > 1)
    support = claim.supporting[0]
    before = len(library.claims())
    assert judge(client, act="reject", what=support.event or support.attribution).status_code == 303
    after = {each.id: each.reports for each in library.claims()}
    assert after.get(claim.id, 0) < claim.reports or len(after) < before


def test_a_part_of_a_page_gets_the_judgement_with_its_way_back(client, library):
    claim = library.claims()[0]
    sent = {"mark": mark_of(client), "act": "accept", "what": claim.id}
    answer = client.post("/judge", data=sent, headers=HX)
    assert answer.status_code == 200
    assert answer.headers["hx-trigger"] == "judged"
    made = library.judgements()[0].judgement
    assert made.id in answer.text
    assert "Undo" in answer.text


def test_several_claims_are_accepted_at_once_and_one_undoing_takes_it_all_back(client, library):
    claims = [claim.id for claim in library.claims()[:3]]
    sent = {"mark": mark_of(client), "act": "accept", "what": claims}
    answer = client.post("/judge", data=sent, headers=HX)
    assert "accept claim (3 times)" in answer.text
    made = [entry.judgement for entry in library.judgements()]
    assert (len(made), len({each.at for each in made})) == (3, 1)
    assert client.get("/judgements").text.count('action="/undo"') == 1
    undo = {"mark": mark_of(client), "id": [each.id for each in made]}
    assert client.post("/undo", data=undo).status_code == 303
    assert [entry.state for entry in library.judgements()] == ["undone"] * 3 + ["holds"] * 3
    again = {"mark": mark_of(client), "id": [entry.judgement.id for entry in library.judgements()[3:]]}
    assert "accept claim (3 times)" in client.post("/undo", data=again, headers=HX).text
    assert [entry.state for entry in library.judgements()][:3] == ["holds"] * 3


def test_a_rejected_claim_is_rejected_by_all_that_it_rests_on(client, library):
    claim = next(each for each in library.claims() if each.reports > 1)
    before = {each.id for each in library.claims()}
    assert judge(client, act="reject", what=claim.id, why="a hoax").status_code == 303
    assert claim.id not in {each.id for each in library.claims()}
    made = [entry.judgement for entry in library.judgements()]
    assert len(made) == len(claim.supporting)
    assert client.post("/undo", data={"mark": mark_of(client), "id": [each.id for each in made]}).status_code == 303
    assert {each.id for each in library.claims()} == before


def test_selected_claims_are_merged_all_or_none(client, library):
    tankers, pumps, engines, guard = (
        next(each.id for each in library.claims() if words in each.summary)
        for words in ("four tankers", "Two pumps", "fire engines", "A guard")
    )
    answer = judge(client, act="merge", what=[tankers, engines, guard])
    assert (answer.status_code, library.judgements()) == (422, ())
    assert "contradict each other" in answer.text
    before = len(library.claims())
    assert judge(client, act="merge", what=[tankers, engines, pumps]).status_code == 303
    assert len(library.claims()) == before - 2


def test_two_reports_are_parted(client, library):
    reports = {report.publisher: report.id for report in library.reports()}
    sent = {"act": "reject", "what": reports["Lodestar"], "value": reports["Daily Quarry"]}
    assert judge(client, **sent).status_code == 303
    assert not any(pair.parent for pair in library.lineage().derivations)
    assert len(client.get("/desk.json").json()) == 3


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ({"act": "grade", "what": "cla-", "value": "9"}, "stands for"),
        ({"act": "grade", "what": "nothing", "value": "2"}, "is no claim"),
        ({"act": "undo", "what": "jud-1"}, "address of its own"),
        ({"act": "dance", "what": "cla-"}, "act"),
    ],
)
def test_what_cannot_be_judged_is_told_and_changes_nothing(client, library, sent, told):
    answer = judge(client, **sent)
    assert answer.status_code in (400, 422)
    assert told in answer.text
    assert library.judgements() == ()


def test_an_error_is_a_part_of_the_page_where_a_part_was_asked_for(client):
    sent = {"mark": mark_of(client), "act": "grade", "what": "nothing", "value": "2"}
    answer = client.post("/judge", data=sent, headers=HX)
    assert answer.status_code == 422
    assert "<html" not in answer.text


@pytest.mark.parametrize("mark", ["", "0" * 64, None])
def test_a_form_of_another_session_is_refused(client, library, mark):
    mark_of(client)
    sent = {"act": "accept", "what": library.claims()[0].id} | ({} if mark is None else {"mark": mark})
    assert client.post("/judge", data=sent).status_code == 403
    assert library.judgements() == ()


@pytest.mark.parametrize("headers", [{"origin": "https://other.example"}, {"sec-fetch-site": "cross-site"}])
def test_a_form_of_another_site_is_refused_even_with_the_mark(client, library, headers):
    sent = {"mark": mark_of(client), "act": "accept", "what": library.claims()[0].id}
    assert client.post("/judge", data=sent, headers=headers).status_code == 403
    assert library.judgements() == ()


def test_nobody_judges_in_the_past(client, library):
    sent = {"mark": mark_of(client), "act": "accept", "what": library.claims()[0].id}
    assert client.post("/judge?as_of=2025-03-03", data=sent).status_code == 403


def test_a_trace_page_offers_to_judge_and_the_past_does_not(client, library):
    claim = next(each for each in library.claims() if "pumps" in each.summary)
    assert f"/judge?id={claim.id}" in client.get("/claim", params={"id": claim.id}).text
    past = library.picture("2025-03-03").claims[0]
    assert "/judge?" not in client.get("/claim", params={"id": past.id, "as_of": "2025-03-03"}).text
