"""What holds for every request, whoever sends it."""

import pytest

from reportedly.serve.fault import TooOften
from reportedly.serve.rate import Rate
from reportedly.serve.session import Seal


@pytest.mark.parametrize("host", ["other.example", "testserver.other.example", "", "169.254.1.1:80"])
def test_what_comes_by_a_name_not_ours_is_refused(client, host):
    assert client.get("/", headers={"host": host}).status_code == 400


def test_every_answer_has_the_policy_even_a_refusal(client):
    for address in ("/", "/nowhere", "/static/app.css", "/desk.json"):
        headers = client.get(address).headers
        assert "frame-ancestors 'none'" in headers["content-security-policy"], address
        assert headers["x-content-type-options"] == "nosniff"


def test_a_body_of_unknown_size_is_refused(client):
    assert client.post("/add", content=(part for part in [b"x"])).status_code == 413


def test_a_session_cannot_be_made_up_or_changed():
    seal, other = Seal(b"one"), Seal(b"another")
    session = seal.begin("Noor")
    cookie = seal.write(session)
    assert seal.read(cookie) == session
    assert other.read(cookie) is None
    assert seal.read(cookie.replace(session.name.encode().hex(), b"Admin".hex())) is None
    for nonsense in (None, "", "a.b.c.d", "....", cookie + "0"):
        assert seal.read(nonsense) is None
    assert seal.matches(session, seal.mark(session))
    assert not seal.matches(seal.begin("Noor"), seal.mark(session))


def test_a_session_ends_after_some_hours(monkeypatch):
    seal = Seal(b"one")
    cookie = seal.write(seal.begin())
    later = __import__("time").time() + 13 * 3600
    monkeypatch.setattr("reportedly.serve.session.time.time", lambda: later)
    assert seal.read(cookie) is None


def test_what_is_done_too_often_waits_and_may_then_be_done_again():
    now = [0.0]
    rate = Rate(clock=lambda: now[0])
    for _ in range(3):
        rate.count("act", "one", 3)
    with pytest.raises(TooOften, match="again in 20 seconds"):
        rate.count("act", "one", 3)
    rate.count("act", "another", 3)
    now[0] = 21.0
    rate.count("act", "one", 3)
