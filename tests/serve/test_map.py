"""The map: what its records say, and what people do with it in a browser."""

import json
import re

import pytest
from lxml import html

from reportedly import read_text
from reportedly.collect import Collection
from reportedly.serve import shelf
from reportedly.serve.page import STATIC
from reportedly.serve.shelf import Shelf

from .browsing import CHROMIUM, WITH_CHROMIUM, looking, serving


def claim_about(sheet, words):
    return next(claim for claim in sheet["claims"] if words in claim["summary"])


def sheet_of(tmp_path, *texts):
    """Lay out the claims of some reports."""
    with Collection(str(tmp_path / "told.db")) as held:
        held.add_reports([read_text(text, published="2025-03-04", publisher=f"P{n}") for n, text in enumerate(texts)])
        return Shelf(held).sheet()


def test_every_claim_says_where_and_when_or_why_not(client):
    sheet = client.get("/map.json").json()
    places = {place["key"] for place in sheet["places"]}
    assert len(sheet["claims"]) == len(client.get("/claims.json").json())
    for claim in sheet["claims"]:
        assert set(claim["places"]) <= places
        assert bool(claim["places"]) != bool(claim["unplaced"])
        assert bool(claim["start"] or claim["end"]) != bool(claim["undated"])


@pytest.mark.parametrize("large", [False, True])
def test_more_claims_than_are_drawn_at_once_are_chosen_from_on_the_server(client, monkeypatch, large):
    every = len(client.get("/map.json").json()["claims"])
    monkeypatch.setattr(shelf, "_MAPPED", 2)
    monkeypatch.setattr(shelf, "_WHOLE", 1 if large else 1000)
    client.app.state.shelf._kept.clear()

    def told(**asked):
        sheet = client.get("/map.json", params=asked).json()
        return len(sheet["claims"]), sheet["total"], sheet["held"]

    assert told() == (2, every, every)
    assert told(type="arrive") == (1, 1, every)
    assert told(box="18,49,19,50") == (1, 1, every)  # Ostrava
    assert told(box="19,49,18,50") == (0, 0, every)  # all around the Earth but for that
    assert told(box="18,49,19,50", until="2025-03-01") == (0, 0, every)
    assert told(since="2025-03-01") == (2, 2, every)
    page = client.get("/map?type=arrive").text
    assert "<b>1 of 1</b>" in page
    assert 'data-sheet="/map.json?type=arrive" data-cut' in page
    assert client.get("/map.json?box=here").status_code == 400


def test_a_place_says_how_far_off_the_true_spot_may_lie(client):
    sheet = client.get("/map.json").json()
    engines = claim_about(sheet, "fire engines")
    (place,) = [place for place in sheet["places"] if place["key"] in engines["places"]]
    assert (place["name"], place["radius_km"]) == ("Ostrava", 5.0)
    assert (engines["start"], engines["end"], engines["when"]) == ("2025-03-03", "2025-03-03", "3 March 2025")


def test_a_mark_is_shaped_by_the_basis_nearest_to_the_happening(client):
    tankers = claim_about(client.get("/map.json").json(), "four tankers")
    assert tankers["basis"][:2] == ["observation", "imagery"]  # the other paper's reporter counted them
    assert tankers["origins"] == 2


def test_a_symbol_is_given_only_where_the_type_is_told_plainly(client):
    sheet = client.get("/map.json").json()
    assert claim_about(sheet, "fire engines")["symbol"] == {"code": "15230200", "name": "fire engine"}
    assert claim_about(sheet, "appeared to be at least four tankers")["symbol"] is None


def test_things_of_two_types_or_of_a_sort_alone_have_no_symbol(tmp_path):
    sheet = sheet_of(
        tmp_path,
        "Two helicopters and a tanker arrived in Ostrava on Monday, an officer said.",
        "Six aircraft left Brno on Sunday, a pilot said.",
    )
    assert sheet.claims
    assert [claim.symbol for claim in sheet.claims] == [None] * len(sheet.claims)


def test_what_cannot_be_shown_comes_with_the_words_that_bear_on_it(client):
    sheet = client.get("/map.json").json()
    tankers = claim_about(sheet, "four tankers")
    assert tankers["unplaced"] == {"words": "gate", "reason": "is no place that the gazetteer knows"}
    running = claim_about(sheet, "pumps were running")
    assert running["unplaced"]["reason"] == "the words tell no place"
    assert running["undated"] == {"words": None, "reason": "the words tell no day"}
    stopped = claim_about(sheet, "Two pumps")
    assert stopped["undated"] == {"words": "Monday", "reason": "is not told as when this happened"}


def test_the_map_of_the_past_has_only_what_was_known(client):
    names = {issue["name"] for issue in client.get("/map.json?as_of=2025-03-03").json()["issues"]}
    assert names == {"Lodestar", "Daily Quarry"}


def test_outlines_are_geojson_with_closed_rings_and_names_on_land(client):
    answer = client.get("/outlines.geojson")
    assert answer.headers["content-type"] == "application/geo+json"
    assert answer.headers["content-encoding"] == "gzip"
    features = answer.json()["features"]
    land = [each for each in features if each["properties"]["kind"] == "land"]
    assert len(land) > 200
    for country in land:
        for polygon in country["geometry"]["coordinates"]:
            assert all(ring[0] == ring[-1] and len(ring) > 3 for ring in polygon)
    (czechia,) = [e for e in features if e["properties"]["kind"] == "name" and e["properties"]["name"] == "Czechia"]
    lon, lat = czechia["geometry"]["coordinates"]
    assert 12 < lon < 19
    assert 48 < lat < 52


def test_outlines_come_plain_to_who_cannot_unpack(client):
    answer = client.get("/outlines.geojson", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in answer.headers
    assert json.loads(answer.text)["type"] == "FeatureCollection"


def test_only_this_screen_loads_the_map_and_nothing_may_come_from_elsewhere(client):
    answer = client.get("/map")
    assert "/static/map.js" in answer.text
    assert "/static/map.js" not in client.get("/").text
    policy = answer.headers["content-security-policy"]
    assert "worker-src 'self';" in policy
    assert "blob:" not in policy
    assert "unsafe" not in policy


def test_the_first_script_of_the_map_is_small_and_the_rest_is_shipped():
    built = {name: (STATIC / name).stat().st_size for name in ("map.js", "app.js", "htmx.min.js")}
    assert sum(built.values()) < 150_000
    named = set(re.findall(r"[`\"']\./([\w.-]+\.js)[`\"']", (STATIC / "map.js").read_text()))
    assert named == {"maplibre-gl.js", "milsymbol.js"}
    assert all((STATIC / name).exists() for name in (*named, "maplibre-worker.js"))


def test_filters_work_on_the_page_of_the_server_too(client):
    def drawn(query):
        return html.fromstring(client.get(f"/map{query}").text).get_element_by_id("drawn").text_content()

    assert "Ostrava" in drawn("")
    assert "Ostrava" in drawn("?basis=statement&since=2025-03-03&until=2025-03-03")
    assert "Ostrava" not in drawn("?basis=imagery")
    assert "Ostrava" not in drawn("?until=2025-03-02")


def test_a_basis_that_is_none_is_refused_in_one_line(client):
    answer = client.get("/map?basis=gossip")
    assert answer.status_code == 400
    assert "gossip is no basis" in answer.text


@pytest.fixture
def at(settings):
    """Where the app is served, over a collection of the test's own."""
    with serving(settings) as app:
        yield app.at


@pytest.fixture
def page(chromium, at):
    with looking(chromium, at) as opened:
        yield opened


@pytest.fixture
def screen(page):
    """The screen, once it moves."""
    page.emulate_media(reduced_motion="reduce")

    def show(query=""):
        page.goto(f"/map{query}")
        page.wait_for_selector("#live[data-ready]")
        return page

    return show


def wait_for_count(locator, number):
    """Wait until so many are there; what the page itself would be asked by text, its content policy forbids."""
    from playwright.sync_api import expect

    expect(locator).to_have_count(number, timeout=10_000)


def rows(page):
    return page.locator("#marks-list [data-of]").count()


def drag(page, start, end):
    page.mouse.move(*start)
    page.mouse.down()
    page.mouse.move(*[(a + b) / 2 for a, b in zip(start, end, strict=True)])
    page.mouse.move(*end)
    page.mouse.up()


def bar_box(page, number):
    bar = page.locator("#time .time-bar rect").nth(number)
    bar.scroll_into_view_if_needed()
    return bar.bounding_box()


class TestInBrowser:
    pytestmark = WITH_CHROMIUM

    def test_dragging_over_days_filters_list_map_and_address(self, screen):
        page = screen()
        assert page.locator("canvas.maplibregl-canvas").count() == 1
        assert not page.locator("#still").is_visible()
        assert page.locator("#drawn").is_hidden()
        assert rows(page) == 5
        assert page.locator(".cluster").count() == 1
        first = bar_box(page, 0)
        across = first["y"] - 15
        drag(page, (first["x"] + 2, across), (first["x"] + first["width"] - 2, across))
        assert rows(page) == 1
        assert page.locator(".cluster").count() == 0
        assert page.inner_text("#map-said") == "1 of 5 claims, 2 March 2025"
        assert (
            page.input_value("#map-filters [name=since]")
            == page.input_value("#map-filters [name=until]")
            == "2025-03-02"
        )
        assert "since=2025-03-02&until=2025-03-02" in page.url
        page.click("#chips button")
        assert rows(page) == 5
        assert "since" not in page.url

    def test_the_address_alone_brings_everything_back(self, screen):
        page = screen("?since=2025-03-03&until=2025-03-03&basis=statement&in_view=true&at=18.30,49.80,6.00")
        assert rows(page) == 1
        assert page.input_value("#map-filters [name=since]") == "2025-03-03"
        assert page.is_checked("#map-filters [name=basis][value=statement]")
        assert page.is_checked("[data-in-view]")
        assert "at=18.30%2C49.80%2C6.00" in page.url

    def test_only_what_is_in_view_is_listed_where_that_is_asked_for(self, screen):
        page = screen()
        page.check("[data-in-view]")
        assert rows(page) == 1
        assert page.locator("#time .time-bar").count() == 1
        page.focus("canvas.maplibregl-canvas")
        for _ in range(12):
            page.keyboard.press("ArrowLeft")
            page.wait_for_timeout(60)
        wait_for_count(page.locator("#marks-list [data-of]"), 0)
        assert page.locator("#beyond >> text=Ostrava").is_visible()
        assert "since" not in page.url

    def test_what_is_pointed_at_lights_up_everywhere(self, screen):
        page = screen()
        page.hover(".cluster .shapes")
        assert page.inner_text("#card b") == "Ostrava: 1 claim"
        assert page.locator("#marks-list .lit").count() == 1
        assert page.locator(".time-bar.lit").count() == 1
        assert page.locator(".time-bar.dim").count() == 1
        page.hover("#marks-list [data-of] >> nth=0")
        assert page.locator(".cluster.dim").count() == 1

    def test_a_box_on_the_map_becomes_a_list(self, screen):
        page = screen()
        stage = page.locator("#stage").bounding_box()
        page.click("[data-box]")
        drag(page, (stage["x"] + 5, stage["y"] + 5), (stage["x"] + 60, stage["y"] + 60))
        assert rows(page) == 0
        assert page.locator("text=Nothing is told of this").is_visible()
        page.click("[data-box]")
        drag(
            page,
            (stage["x"] + 20, stage["y"] + 20),
            (stage["x"] + stage["width"] - 60, stage["y"] + stage["height"] - 20),
        )
        assert rows(page) == 1
        assert "box=" in page.url

    def test_keys_move_days_let_them_run_and_fit_the_map(self, screen):
        page = screen()
        page.keyboard.press("ArrowRight")
        assert "since=" in page.url
        before = page.url
        page.keyboard.press("ArrowRight")
        assert page.url != before
        page.keyboard.press("Space")
        assert page.get_attribute("[data-play]", "aria-pressed") == "true"
        page.keyboard.press("Space")
        assert page.get_attribute("[data-play]", "aria-pressed") == "false"
        page.click("#chips button")
        page.click("[data-farther]")
        page.wait_for_url(lambda url: "7.50" not in url)
        page.keyboard.press("f")
        page.wait_for_url(lambda url: "7.50" in url)

    def test_a_row_is_reached_and_shown_by_keyboard(self, screen):
        page = screen()
        page.keyboard.press("j")
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.textContent").startswith("Two fire engines")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        assert page.locator(".cluster.selected").count() == 1
        assert "claim=cla-" in page.url

    def test_the_words_of_a_row_come_up_beside_the_map(self, screen):
        page = screen()
        page.locator("#marks-list [data-evidence]").first.click()
        page.wait_for_selector("#drawer blockquote")

    def test_a_judgement_draws_the_screen_anew_as_it_was(self, screen, library):
        page = screen("?since=2025-03-03")
        page.locator("#marks-list [data-evidence]").first.click()
        page.locator("#drawer [data-judge]").click()
        page.locator("#drawer >> text=Accept").click()
        page.wait_for_selector("#said >> text=accept claim")
        wait_for_count(page.locator("#live[data-ready] #marks-list [data-of]"), 1)
        wait_for_count(page.locator("canvas.maplibregl-canvas"), 1)
        assert len(library.judgements()) == 1

    def test_trays_name_the_words_and_the_reason(self, screen):
        page = screen()
        page.click("#nowhere summary")
        assert page.locator("#nowhere >> text=“gate” is no place that the gazetteer knows").is_visible()
        page.click("#never summary")
        assert page.locator("#never li").count() == 3

    def test_a_symbol_is_drawn_where_the_type_is_sure(self, screen):
        page = screen()
        page.wait_for_selector("#marks-list img.symbol[alt='fire engine']:not([hidden])")
        assert page.locator("#marks-list img.symbol").count() == 1

    def test_another_moment_keeps_what_is_looked_at(self, screen):
        page = screen("?until=2025-03-03")
        page.fill("#as-of", "2025-03-04")
        page.click("form.asof button")
        page.wait_for_selector("#live[data-ready]")
        assert "until=2025-03-03" in page.url
        assert "as_of=2025-03-04" in page.url

    @pytest.mark.parametrize("width", [1280, 390, 320])
    def test_it_fits_every_window(self, screen, page, width):
        page.set_viewport_size({"width": width, "height": 844})
        screen()
        assert page.evaluate("document.documentElement.scrollWidth") <= width

    def test_words_of_reports_never_become_markup(self, screen, page):
        harm = "<img src=x onerror='window.harmed = 1'>"

        def spoil(route):
            sheet = route.fetch().json()
            for place in sheet["places"]:
                place["name"] = harm
            for claim in sheet["claims"]:
                claim.update(summary=harm, when=harm, symbol={"code": harm, "name": harm})
                claim["basis"] = [f'"{harm}']
                claim["unplaced"] = claim["unplaced"] and {"words": harm, "reason": harm}
            route.fulfill(json=sheet)

        page.route("**/map.json", spoil)
        screen()
        page.hover(".cluster .place-name", force=True)
        page.click("#nowhere summary")
        assert page.evaluate("window.harmed") is None
        assert page.inner_text("#nowhere li a >> nth=0") == harm
        assert page.locator("img[src=x]").count() == 0

    def test_an_address_that_means_nothing_changes_nothing(self, screen):
        assert rows(screen("?at=x,y,z&box=9&since=soon&claim=nothing&origins=")) == 5

    @pytest.mark.parametrize("colours", ["light", "dark"])
    def test_it_keeps_nobody_out(self, screen, page, axe, colours):
        page.emulate_media(color_scheme=colours)
        screen("?until=2025-03-03")
        page.click("#nowhere summary")
        page.click("[data-show]")
        page.evaluate(axe)
        found = page.evaluate("axe.run()")["violations"]
        assert [(each["id"], each["nodes"][0]["html"][:90]) for each in found] == []

    def test_where_no_map_can_be_drawn_the_server_s_stands_and_the_rest_works(self, chromium, at):
        browser = chromium.browser_type.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-3d-apis"])
        page = browser.new_page(base_url=at)
        page.goto("/map")
        page.wait_for_selector("#live[data-ready]")
        assert page.locator("#still").is_visible()
        assert page.locator("#stage svg.map:visible").count() == 1
        assert page.locator("[data-fit]").is_hidden()
        page.fill("#map-filters [name=since]", "2025-03-03")
        page.dispatch_event("#map-filters [name=since]", "change")
        assert page.locator("#marks-list [data-of]").count() == 1
        browser.close()

    def test_the_page_asks_anew_where_not_all_claims_are_there(self, chromium, served, monkeypatch):
        monkeypatch.setattr(shelf, "_MAPPED", 2)
        served.app.state.shelf._kept.clear()
        with looking(chromium, served.at) as page:
            page.goto("/map")
            page.wait_for_selector("#live[data-ready]")
            assert page.inner_text("#map-said").startswith("2 of ")
            page.select_option("#map-filters [name=type]", "arrive")
            page.wait_for_selector("#of-how-many >> text=1 of 1")
            page.wait_for_selector("#live[data-ready]")
            page.wait_for_selector("#marks-list >> text=fire engines")
        served.app.state.shelf._kept.clear()
