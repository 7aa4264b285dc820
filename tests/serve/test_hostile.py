"""A report that means harm is text on every page, and nothing else."""

import dataclasses

import pytest
from fastapi.testclient import TestClient
from lxml import html

from reportedly import read_text
from reportedly.collect import Collection
from reportedly.serve import create_app
from reportedly.serve.setting import Settings

from .test_screens import PAGES

SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>"
BODY = f"""The mayor of Brno said on Monday that {SCRIPT} two trams had stopped at Brno depot.

Three officials said "{{{{ 7*7 }}}} {{% raw %}}' OR 1=1; DROP TABLE report; --" at the depot in Brno on Monday.

\u202eevil\u202c A spokesman said the trams were leaving Brno. {"x" * 5000} \ud800 \x00 hx-get=/undo
"""


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    where = str(tmp_path_factory.mktemp("hostile") / "hostile.db")
    told = {"publisher": f"{SCRIPT} Post", "published": "2025-03-03", "url": "javascript:alert(3)"}
    report = read_text(BODY, as_is=True, title=f"{SCRIPT} {{{{ 7*7 }}}}", **told)
    name = "../../etc/passwd?x=<b>&amp;#'\""
    other = dataclasses.replace(report, id=name, url=None, body=report.body + " It was again so.")
    with Collection(where) as collection:
        collection.add_reports([report, other])
        claims = [claim.id for claim in collection.claims()]
    with TestClient(create_app(Settings(where=where, hosts=("testserver",)))) as browser:
        yield browser, report.id, other.id, claims


def pages(held):
    _, first, second, claims = held
    some = [("/claim", {"id": each}) for each in claims] + [("/judge", {"id": each}) for each in claims]
    some += [("/evidence", {"id": each}) for each in claims]
    some += [(path, {"id": each}) for each in (first, second) for path in ("/report", "/story")]
    some += [("/compare", {"a": first, "b": second}), ("/search", {"q": "<script>alert(1)</script>"})]
    some += [("/question", {"q": f"Is {SCRIPT} leaving Brno?"}), ("/site", {"place": SCRIPT, "on": "2025-03-03"})]
    return [*some, *((each, {}) for each in PAGES)]


def test_nothing_of_it_becomes_markup_on_any_page(held):
    browser = held[0]
    for path, asked in pages(held):
        answer = browser.get(path, params=asked or None)
        assert answer.status_code == 200, (path, answer.text[:300])
        page = html.fromstring(answer.text)
        assert not page.xpath("//img[@src='x'] | //script[contains(., 'alert')]"), path
        assert not page.xpath("//@*[starts-with(name(), 'on')]"), path
        assert not page.xpath("//@href[starts-with(., 'javascript:')]"), path
        assert "49" not in page.xpath("string(//h1)"), path


def test_its_words_are_all_there(held):
    browser, first, _, _ = held
    text = html.fromstring(browser.get("/report", params={"id": first}).text).text_content()
    assert SCRIPT in text
    assert "DROP TABLE report" in text
    assert "x" * 5000 in text


def test_every_record_of_it_is_json(held):
    browser = held[0]
    for path, asked in pages(held):
        record = {"/": "/desk", "/judge": None, "/evidence": None, "/keys": None, "/add": "/jobs"}.get(path, path)
        if record is None or "?" in path:
            continue
        answer = browser.get(f"{record}.json", params=asked)
        assert answer.status_code == 200, path
        answer.json()


@pytest.mark.parametrize("words", ["' OR 1=1 --", '"', "*", "-", "NEAR(", "\x00", "\ud800", "(" * 200])
def test_a_search_for_signs_finds_nothing_and_breaks_nothing(held, words):
    browser = held[0]
    sent = words.encode("utf-8", "surrogatepass")
    from urllib.parse import quote

    assert browser.get(f"/search?q={quote(sent)}").status_code == 200
    assert browser.get(f"/search.json?q={quote(sent)}").status_code == 200


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "//etc/passwd"])
def test_no_file_but_the_app_s_own_is_served(held, path):
    assert held[0].get(path).status_code == 404
