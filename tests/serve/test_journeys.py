"""What people do with the app, from the first click to what comes of it."""

import csv
import io
import json
from pathlib import Path

import pytest
from lxml import html

from reportedly.collect import Collection
from reportedly.serve.account import read_accounts, write_account
from reportedly.serve.setting import Role

from .browsing import WITH_CHROMIUM, looking, serving
from .conftest import ASKED, copy_of
from .small import WIRE

pytestmark = WITH_CHROMIUM
PASSWORD = "a long enough password"
DROP = """([name, text]) => {
  const carried = new DataTransfer();
  carried.items.add(new File([text], name));
  return carried;
}"""

CHOOSE = """([where, words]) => {
  for (const paragraph of document.querySelectorAll(where)) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(words);
      if (at >= 0) return getSelection().setBaseAndExtent(walker.currentNode, at, walker.currentNode, at + words.length);
    }
  }
}"""


@pytest.fixture
def held(served):
    """The collection behind the app."""
    with Collection(served.app.state.settings.where) as library:
        yield library


def drop(page, name, text):
    """Drop a file where files are handed in."""
    carried = page.evaluate_handle(DROP, [name, text])
    with page.expect_navigation():
        page.dispatch_event("[data-drop]", "drop", {"dataTransfer": carried})


def test_somebody_drops_a_file_and_its_progress_outlives_a_reload(page, served):
    page.goto("/add")
    with served.app.state.shelf.writing:  # nothing comes in before this is let go
        drop(page, "bridge.txt", "PRAGUE, March 5 (Lodestar) - A bridge at Hornik was closed, a port official said.")
        job = page.locator("[data-job]", has_text="bridge.txt")
        job.locator(".state-running, .state-waiting").wait_for()
        page.reload()
        assert job.locator(".state-running, .state-waiting").count() == 1
    job.locator(".state-done").wait_for()  # without another reload
    assert "1 report came in" in job.inner_text()
    page.goto("/search?q=bridge")
    assert page.locator(".hits >> text=bridge").count() >= 1


def test_somebody_pastes_a_report_and_finds_it_by_its_headline(page):
    page.goto("/add")
    page.fill("[name=text]", "A ferry left Hornik on Friday with nine cars, an officer of the port said.")
    page.fill("[name=title]", "Ferry leaves Hornik")
    page.fill("[name=published]", "2025-03-07")
    page.fill("[name=publisher]", "Morava Post")
    page.click("text=Add it")
    job = page.locator("[data-job]", has_text="a pasted report").first
    job.locator(".state-done").wait_for()
    page.reload()
    job.locator("a").first.click()
    assert page.inner_text("h1") == "Ferry leaves Hornik"
    assert "Morava Post" in page.inner_text(".facts")


def test_somebody_opens_a_story_from_the_desk_and_compares_a_retelling_with_its_origin(page):
    page.goto("/")
    page.click("text=Pumps stop at Hornik reservoir")
    assert page.locator("svg.chart a.node").count() == 2
    page.locator(".drifts [data-open]").first.click()
    page.wait_for_url("**/compare?**", wait_until="load")
    assert page.locator("text=quotation altered").first.is_visible()
    page.keyboard.press("n")
    assert page.locator("[data-change].at").count() == 1
    heads = page.locator(".pair.heads .by b")
    before = heads.all_inner_texts()
    with page.expect_navigation(url="**swap=true**"):
        page.keyboard.press("t")
    assert heads.all_inner_texts() == before[::-1]


def test_somebody_judges_a_claim_and_takes_it_back(page, held):
    page.goto("/claims")
    page.locator("[data-judge]").first.click()
    page.locator("#drawer >> text=Accept").click()
    page.wait_for_selector("#said >> text=accept claim")
    assert [(each.state, each.judgement.by) for each in held.judgements()] == [("holds", "Noor")]
    page.keyboard.press("z")
    page.wait_for_selector("#said >> text=undone: accept")
    assert [each.state for each in held.judgements()] == ["undone", "holds"]
    page.goto("/judgements")
    assert page.locator(".judged > li").count() == 2


def test_somebody_judges_several_claims_by_keyboard_and_takes_it_back_at_once(page, held):
    before, judged = held.claims(), len(held.judgements())
    page.goto("/claims")
    for _ in range(2):
        page.keyboard.press("j")
        page.keyboard.press("x")
    assert page.inner_text("[data-picked]") == "2 selected"
    page.keyboard.press("r")
    page.wait_for_selector("#said >> text=reject")
    assert len(held.claims()) == len(before) - 2
    page.keyboard.press("z")
    page.wait_for_selector("#said >> text=undone: reject")
    assert held.claims() == before
    page.goto("/claim?id=" + next(each.id for each in before if each.reports > 1))
    page.locator("main .judge-words summary").first.click()
    page.locator("main .judge-words >> text=Split off").first.click()
    page.wait_for_selector("#said >> text=split support")
    assert len(held.claims()) == len(before) + 1
    page.keyboard.press("z")
    page.wait_for_selector("#said >> text=undone: split")
    assert held.claims() == before
    page.goto("/judgements")
    assert page.locator(".judged > li").count() == 4 + judged


def test_somebody_adds_a_claim_by_hand_and_moves_the_edges_of_its_words(page, held):
    before = held.claims()
    report = next(each.id for each in held.reports() if each.publisher == "Lodestar")
    page.goto(f"/report?id={report}")
    page.evaluate(CHOOSE, ["[data-from]", "draining the lower basin"])
    page.wait_for_selector("#chosen >> text=draining the lower basin")
    page.keyboard.press("a")
    form = page.locator(".own-form")
    assert form.locator("[name=words]").input_value() == "draining the lower basin"
    form.locator("[name=type]").select_option("damage")
    form.locator("[name=speaker]").fill("Karel Novy")
    form.locator("[name=time]").fill("2025-03-02")
    form.locator("text=Add the claim").click()
    page.wait_for_selector("#said >> text=Undo")
    added = next(each for each in held.claims() if each.type == "damage")
    assert [each.speaker for each in added.supporting] == ["Karel Novy"]
    note = page.locator(".said-by", has_text="Karel Novy").locator("[data-edges]").first
    note.focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#chosen >> text=“draining the lower basin”")
    page.locator("[data-edge=end][data-step=backward]").click()
    page.wait_for_selector("#chosen >> text=“draining the lower”")
    page.locator("[data-keep-edges]").click()
    page.wait_for_selector("#said >> text=correct event evidence")
    moved = next(each for each in held.claims() if each.type == "damage")
    assert moved.supporting[0].evidence.text == "draining the lower"
    page.keyboard.press("z")
    page.wait_for_selector("#said >> text=undone: correct")
    page.goto("/judgements")
    page.locator(".judged > li", has_text="add event type").locator("text=Undo").click()
    page.wait_for_load_state()
    assert held.claims() == before


def test_somebody_is_done_with_several_stories_at_once(page):
    page.goto("/")
    rows = page.locator(".story").count()
    for box in page.locator("[data-pick]").all():
        box.check()
    page.keyboard.press("E")
    page.wait_for_selector("#said >> text=/and [0-9]+ other stor/")
    page.wait_for_selector("text=Nothing is left to do")
    page.keyboard.press("z")
    page.wait_for_selector(".story")
    assert page.locator(".story").count() == rows


def test_somebody_asks_a_question_and_sees_what_its_verdict_rests_on(page, held):
    page.goto("/questions")
    page.fill("#q", ASKED)
    page.click("text=Ask >> nth=0")
    page.wait_for_url("**/question?q=*")
    answer = held.ask(ASKED)
    assert page.inner_text(".verdict") == answer.verdict
    assert page.locator(".ledger blockquote").count() == len(answer.lines) > 0
    page.locator(".column.for [data-evidence]").first.click()
    page.wait_for_selector("#drawer blockquote")


def test_somebody_scrubs_a_site_from_day_to_day(page):
    page.goto("/sites")
    page.click("main >> text=Ostrava")
    page.wait_for_url("**/site?place=Ostrava**")
    page.fill(".scrub [name=on]", "2025-03-03")
    page.click(".scrub >> text=Show")
    page.wait_for_url("**on=2025-03-03**")
    page.keyboard.press("[")
    page.wait_for_url("**on=2025-03-02**")
    page.keyboard.press("]")
    page.wait_for_url("**on=2025-03-03**")
    assert page.locator("tr.state").count() >= 1
    page.fill(".scrub [name=beside]", "2025-03-01")
    page.click(".scrub >> text=Show")
    page.wait_for_url("**beside=2025-03-01**")
    assert page.inner_text("#changed-head") == "1 March 2025 beside 3 March 2025"
    assert page.locator(".two-days tbody tr").count() == page.locator("tr.change.first_told").count() > 0


@pytest.mark.parametrize("screen", ["/map", "/timeline"])
def test_somebody_sees_where_and_when_as_it_was_known_at_a_day(page, screen):
    page.goto(screen)
    now = set(page.locator("main a[href*='/claim?']").evaluate_all("all => all.map(each => each.textContent)"))
    page.fill("#as-of", "2025-03-03")
    page.click(".asof >> text=Go")
    page.wait_for_url(f"**{screen}?**as_of=2025-03-03**")
    then = page.locator("main a[href*='/claim?']").evaluate_all("all => all.map(each => each.textContent)")
    assert any("fire engines" in each for each in now)
    assert then
    assert not any("fire engines" in each for each in then)  # told a day later
    page.reload()
    assert "2025-03-03" in page.input_value("#as-of")


def test_somebody_exports_what_is_known_and_opens_each_file(page):
    page.goto("/exports")
    got = {}
    for form in ("markdown", "html", "csv-claims", "geojson", "stix", "parquet-claims"):
        with page.expect_download() as waiting:
            page.locator(f"a[href$='form={form}']").click()
        got[form] = (waiting.value.suggested_filename, Path(waiting.value.path()).read_bytes())
    assert "Hornik" in got["markdown"][1].decode()
    assert WIRE not in got["markdown"][1].decode()
    assert "Hornik" in html.fromstring(got["html"][1]).text_content()
    rows = list(csv.DictReader(io.StringIO(got["csv-claims"][1].decode())))
    assert len(rows) == len(json.loads(page.request.get("/claims.json").body()))
    assert json.loads(got["geojson"][1])["type"] == "FeatureCollection"
    assert json.loads(got["stix"][1])["type"] == "bundle"
    assert got["parquet-claims"][0] == "claims.parquet"
    assert got["parquet-claims"][1].startswith(b"PAR1")


def test_somebody_recovers_from_a_bad_upload(page, tmp_path):
    mixed = tmp_path / "mixed.jsonl"
    mixed.write_text('{"text": "A barge left Hornik on Friday, a clerk said."}\nnonsense\n')
    broken = tmp_path / "broken.warc.gz"
    broken.write_bytes(b"\x1f\x8b\x00no archive")
    page.goto("/add")
    page.set_input_files("[name=files]", [mixed, broken])
    page.click("text=Add them")
    told = page.locator("[data-job]", has_text="mixed.jsonl").first
    told.locator(".state-done").wait_for()
    assert "1 report came in" in told.inner_text()
    assert "line 2 is not JSON" in told.inner_text()
    bad = page.locator("[data-job]", has_text="broken.warc.gz").first
    bad.locator("text=could not be read").wait_for()
    good = tmp_path / "good.txt"
    good.write_text("BRNO, March 8 (Lodestar) - A tram left the depot at Hornik on Saturday, a driver said.")
    page.goto("/add")
    page.set_input_files("[name=files]", good)
    page.click("text=Add them")
    page.locator("[data-job]", has_text="good.txt").first.locator("text=1 report came in").wait_for()


def test_somebody_goes_through_the_app_by_keyboard_alone(page):
    page.goto("/")
    for keys, address in (("g s", "/sites"), ("g m", "/map"), ("g q", "/questions"), ("g h", "/health"), ("g d", "/")):
        for key in keys.split():
            page.keyboard.press(key)
        page.wait_for_url(f"**{address}")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    at = page.locator("[data-row].at [data-open]")
    title, address = at.inner_text(), at.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")
    assert page.inner_text("h1") == title
    page.keyboard.press("g")
    page.keyboard.press("c")
    page.wait_for_url("**/claims")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_selector("#drawer blockquote")
    page.keyboard.press("Escape")
    assert page.inner_html("#drawer") == ""
    page.keyboard.press("Control+k")
    page.keyboard.type("tankers")
    page.wait_for_selector("#offers >> text=Tankers counted at Hornik")
    page.keyboard.press("ArrowUp")  # the last offer asks the words as a question
    page.keyboard.press("Enter")
    page.wait_for_url("**/question?q=tankers")


@pytest.fixture(scope="module")
def guarded(shelf, tmp_path_factory):
    """The app where people have to sign in."""
    from dataclasses import replace

    folder = tmp_path_factory.mktemp("guarded")
    path = folder / "accounts.toml"
    path.write_text("\n".join(write_account(role.value.title(), role, PASSWORD) for role in Role))
    with serving(replace(copy_of(shelf, folder), accounts=read_accounts(path))) as app:
        yield app


@pytest.mark.parametrize(("name", "may"), [("Reader", False), ("Analyst", True), ("Admin", True)])
def test_somebody_signs_in_and_may_do_what_their_role_may(chromium, guarded, name, may):
    with looking(chromium, guarded.at) as page:
        page.goto("/claims")
        assert page.url.endswith("/sign-in")
        page.fill("[name=name]", name)
        page.fill("[name=password]", "not the password")
        page.click("text=Sign in >> nth=-1")
        assert page.inner_text("[role=alert]") == "The name or the password is wrong."
        page.fill("[name=name]", name)
        page.fill("[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(f"{guarded.at}/")
        assert name in page.inner_text(".foot")
        page.goto("/add")
        assert page.locator("form#paste").count() == int(may)
        page.goto("/claims")
        assert page.locator("[data-judge]").count() > 0 or not may
        if may:
            page.locator("[data-judge]").first.click()
            page.locator("#drawer >> text=Accept").click()
            page.wait_for_selector("#said >> text=accept claim")
            page.goto("/judgements")
            assert page.locator(".judged .by b").first.inner_text() == name
        page.click("text=Sign out")
        page.wait_for_url("**/sign-in")
