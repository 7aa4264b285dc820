"""Who may look, who may judge, and how they say who they are."""

import dataclasses

import pytest
from fastapi.testclient import TestClient

from reportedly.serve import create_app
from reportedly.serve.account import check_password, read_accounts, write_account
from reportedly.serve.fault import AccountFault
from reportedly.serve.setting import Role

from .small import mark_of

PASSWORD = "a long enough password"


@pytest.fixture(scope="module")
def accounts(tmp_path_factory):
    path = tmp_path_factory.mktemp("accounts") / "accounts.toml"
    path.write_text("\n".join(write_account(role.value.title(), role, PASSWORD) for role in Role))
    return read_accounts(path)


@pytest.fixture
def guarded(settings, accounts):
    with TestClient(create_app(dataclasses.replace(settings, accounts=accounts)), follow_redirects=False) as browser:
        yield browser


def sign_in(browser, name, password=PASSWORD):
    page = browser.get("/sign-in").text
    mark = page.split('name="mark" value="', 1)[1].split('"', 1)[0]
    return browser.post("/sign-in", data={"name": name, "password": password, "mark": mark})


def test_nobody_sees_anything_before_they_sign_in(guarded):
    assert guarded.get("/").headers["location"] == "/sign-in"
    for address in ("/claims.json", "/desk.json", "/jobs.json", "/judgements.json", "/search.json?q=pumps"):
        assert guarded.get(address).status_code == 401, address
    assert guarded.post("/judge", data={"act": "accept", "what": "cla-"}).status_code == 303


def test_an_analyst_judges_under_their_own_name(guarded, library):
    assert sign_in(guarded, "Analyst").headers["location"] == "/"
    claim = library.claims()[0]
    sent = {"mark": mark_of(guarded), "act": "accept", "what": claim.id}
    assert guarded.post("/judge", data=sent).status_code == 303
    assert library.judgements()[0].judgement.by == "Analyst"


def test_a_reader_looks_and_changes_nothing(guarded, library):
    sign_in(guarded, "Reader")
    assert guarded.get("/claims").status_code == 200
    claim = library.claims()[0]
    page = guarded.get("/").text
    mark = page.split('name="mark" value="', 1)[1].split('"', 1)[0]
    assert guarded.post("/judge", data={"mark": mark, "act": "accept", "what": claim.id}).status_code == 403
    assert guarded.post("/add", data={"mark": mark, "text": "Words."}).status_code == 403
    assert "may look" in guarded.get("/add").text


@pytest.mark.parametrize(("name", "password"), [("Analyst", "wrong password"), ("Nobody", PASSWORD), ("", "")])
def test_a_wrong_name_or_password_is_told_alike(guarded, name, password):
    answer = sign_in(guarded, name, password)
    assert answer.status_code in (401, 422)
    assert guarded.get("/").status_code == 303


def test_a_script_says_with_each_request_who_it_is(guarded, library):
    claims = guarded.get("/claims.json", auth=("Reader", PASSWORD)).json()
    assert [claim["id"] for claim in claims] == [claim.id for claim in library.claims()]
    sent = {"act": "accept", "what": claims[0]["id"]}
    assert guarded.post("/judge", data=sent, auth=("Reader", PASSWORD)).status_code == 403
    asked = {"accept": "application/json"}
    made = guarded.post("/judge", data=sent, auth=("Analyst", PASSWORD), headers=asked)
    assert (made.status_code, [judged["by"] for judged in made.json()]) == (201, ["Analyst"])
    assert "reportedly" not in guarded.cookies
    for wrong in (("Analyst", "wrong password"), ("Nobody", PASSWORD)):
        assert guarded.get("/claims.json", auth=wrong).status_code == 401
    for nonsense in ("Basic ?", "Basic", "Bearer x", "Basic //8="):
        assert guarded.get("/claims.json", headers={"authorization": nonsense}).status_code == 401


def test_tries_of_scripts_are_limited_too(guarded):
    answers = [guarded.get("/desk.json", auth=("Analyst", "wrong")).status_code for _ in range(9)]
    assert answers == [401] * 8 + [429]


def test_where_nobody_signs_in_a_header_stands_for_no_mark(client, library):
    sent = {"act": "accept", "what": library.claims()[0].id}
    assert client.post("/judge", data=sent, auth=("Analyst", PASSWORD)).status_code == 403


def test_tries_are_limited(guarded):
    answers = [sign_in(guarded, "Analyst", "wrong password").status_code for _ in range(9)]
    assert answers[:8] == [401] * 8
    assert answers[8] == 429


def test_signing_in_begins_another_session_and_signing_out_ends_it(guarded):
    guarded.get("/sign-in")
    before = guarded.cookies["reportedly"]
    sign_in(guarded, "Admin")
    assert guarded.cookies["reportedly"] != before
    page = guarded.get("/").text
    mark = page.split('name="mark" value="', 1)[1].split('"', 1)[0]
    assert guarded.post("/sign-out", data={"mark": mark}).headers["location"] == "/sign-in"
    assert guarded.get("/").status_code == 303


def test_a_password_is_kept_only_as_a_hash(accounts):
    account = accounts["Reader"]
    assert PASSWORD not in account.password
    assert check_password(account, PASSWORD)
    assert not check_password(account, PASSWORD + " ")
    assert not check_password(None, "nobody has this password")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "has no"),
        ("[[account]]\n", "has no name"),
        ('[[account]]\nname = "A"\nrole = "king"\n', "its role is none of"),
        ('[[account]]\nname = "A"\nrole = "admin"\npassword = "plain"\n', "no argon2id hash"),
        ("not toml", "is no TOML"),
    ],
)
def test_a_file_that_holds_no_accounts_is_refused_with_where_and_why(tmp_path, text, told):
    path = tmp_path / "accounts.toml"
    path.write_text(text)
    with pytest.raises(AccountFault, match=told):
        read_accounts(path)
    with pytest.raises(AccountFault, match="10 characters"):
        write_account("A", Role.ADMIN, "short")


def test_two_accounts_of_one_name_are_refused(tmp_path):
    path = tmp_path / "accounts.toml"
    path.write_text(write_account("A", Role.ADMIN, PASSWORD) * 2)
    with pytest.raises(AccountFault, match="the same name"):
        read_accounts(path)
