"""Hostile reports in a browser: nothing of them runs, nothing leaves the machine, and every word can be read."""

import pytest

from reportedly.collect import Collection
from reportedly.serve.page import link
from reportedly.serve.setting import Settings

from . import hostile
from .browsing import WITH_CHROMIUM, looking, serving

pytestmark = WITH_CHROMIUM


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    """The app over the hostile reports; these; and the address of every screen that shows something of them."""
    where = str(tmp_path_factory.mktemp("hostile") / "hostile.db")
    reports = hostile.reports()
    with Collection(where) as collection:
        collection.add_reports(reports.values())
        claims = [claim.id for claim in collection.claims()]
    screens = [link(path, id=each.id) for each in reports.values() for path in ("/report", "/story")]
    screens += [link(path, id=each) for each in claims for path in ("/claim", "/judge", "/evidence")]
    screens += [link("/compare", a=reports["script"].id, b=reports["again"].id)]
    screens += [link("/search", q=hostile.SCRIPT[:150]), link("/question", q=f"Is {hostile.SCRIPT[:150]} in Brno?")]
    screens += [link("/site", place=hostile.SCRIPT[:150], on="2025-03-03"), "/nowhere"]
    screens += "/ /claims /sites /map /timeline /questions /sources /health /judgements /add /exports /keys".split()
    with serving(Settings(where=where)) as served:
        yield served, reports, screens


def test_nothing_runs_and_nothing_is_asked_of_another_machine_on_any_screen(chromium, held):
    served, _, screens = held
    with looking(chromium, served.at, viewport={"width": 390, "height": 844}) as page:
        for address in screens:
            page.goto(address)
            assert page.evaluate("window.harmed") is None, address
            assert page.locator("main img, [onload], [onerror], [onclick], [href^='javascript:']").count() == 0, address
            if not address.startswith("/evidence"):  # a part of a page, and without its style
                assert page.evaluate("document.documentElement.scrollWidth") <= 390, address


def test_what_opens_over_a_screen_runs_nothing_either(chromium, held):
    served, _, _ = held
    with looking(chromium, served.at) as page:
        for opener in ("[data-evidence]", "[data-judge]"):
            page.goto("/claims")
            page.locator(opener).first.click()
            page.wait_for_selector("#drawer header")
        page.goto("/")
        page.keyboard.press("Control+k")
        page.keyboard.type("script")
        page.wait_for_selector("#offers >> text=<script>")
        assert page.evaluate("window.harmed") is None


@pytest.mark.parametrize("kind", ["script", "again", "token", "title", "arabic"])
def test_every_word_of_a_hostile_report_can_be_read(chromium, held, kind):
    served, reports, _ = held
    report = reports[kind]
    with looking(chromium, served.at) as page:
        page.goto(link("/report", id=report.id))
        page.evaluate("document.querySelectorAll('.refs').forEach(each => each.remove())")  # numbers of notes
        shown = "".join(page.locator("main").inner_text().split())
        for part in report.body.replace("\x00", " ").replace("\ud800", " ").replace("\x1b", " ").split():
            assert "".join(filter(str.isprintable, part)) in "".join(filter(str.isprintable, shown)), part[:80]
        assert "".join((report.title or "").split()) in shown
        assert page.request.get(link("/report.json", id=report.id)).json()["report"]["body"] == report.body


def test_words_written_from_right_to_left_are_shown_so_and_turn_nothing_beside_them(chromium, held):
    served, reports, _ = held
    direction = "each => getComputedStyle(each).direction"
    with looking(chromium, served.at) as page:
        page.goto(link("/report", id=reports["arabic"].id))
        assert page.locator("h1").evaluate(direction) == "rtl"
        assert page.locator("main p[dir]", has_text="قال").first.evaluate(direction) == "rtl"
        page.goto("/")
        assert page.locator("h3 a", has_text="سفينتان").evaluate(direction) == "rtl"
        assert page.locator(".by b").first.evaluate("each => getComputedStyle(each).unicodeBidi") == "isolate"


def test_an_exported_page_runs_nothing_when_it_is_opened(chromium, held, tmp_path):
    served, _, _ = held
    with looking(chromium, served.at) as page:
        made = page.request.get("/export?form=html").body()
    path = tmp_path / "brief.html"
    path.write_bytes(made)
    context = chromium.new_context()
    page = context.new_page()
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    assert page.evaluate("window.harmed") is None
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
    context.close()
