"""The screens in a browser: what people do with them, and that nothing else happens."""

from pathlib import Path

import pytest

from .small import AXE, CHROMIUM, WIRE

pytestmark = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to look with"),
]
SCREENS = (
    *("/", "/claims", "/sites", "/site?place=Hornik&on=2025-03-03", "/map", "/timeline", "/questions", "/sources"),
    *(
        "/question?q=Have+the+pumps+stopped%3F",
        "/search?q=pumps",
        "/health",
        "/keys",
        "/add",
        "/judgements",
        "/exports",
    ),
)


def every_screen(library):
    reports = {report.publisher: report.id for report in library.reports()}
    first, second = reports["Lodestar"], reports["Daily Quarry"]
    claim = library.claims()[0].id
    own = (f"/story?id={first}", f"/report?id={first}", f"/compare?a={first}&b={second}", f"/claim?id={claim}")
    return [*SCREENS, *own, f"/judge?id={claim}"]


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_screen_is_wider_than_the_window(page, library, width):
    page.set_viewport_size({"width": width, "height": 844})
    for address in every_screen(library):
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


@pytest.mark.skipif(not AXE.exists(), reason="axe-core is not installed: npm ci in web/")
@pytest.mark.parametrize("colours", ["light", "dark"])
def test_no_screen_keeps_anybody_out(page, library, colours):
    page.emulate_media(color_scheme=colours)
    for address in every_screen(library):
        page.goto(address)
        page.evaluate(AXE.read_text())
        found = page.evaluate("axe.run()")["violations"]
        assert [(each["id"], each["nodes"][0]["html"][:90]) for each in found] == [], address


def test_somebody_opens_a_story_and_compares_a_retelling_with_its_origin(page):
    page.goto("/")
    page.click("text=Pumps stop at Hornik reservoir")
    assert page.locator("svg.chart a.node").count() == 2
    page.click("text=Daily Quarry >> nth=0")
    page.goto("/")
    page.click("text=Pumps stop at Hornik reservoir")
    page.locator(".drifts [data-open]").first.click()
    assert page.locator("text=quotation altered").first.is_visible()
    page.keyboard.press("n")
    assert page.locator("[data-change].at").count() == 1


def test_keys_move_through_claims_and_show_their_words(page):
    page.goto("/claims")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.wait_for_selector("#drawer blockquote")
    page.keyboard.press("Escape")
    assert page.inner_html("#drawer") == ""
    page.keyboard.press("g")
    page.keyboard.press("q")
    page.wait_for_url("**/questions")


def test_no_key_does_anything_while_somebody_types(page):
    page.goto("/claims")
    page.keyboard.press("/")
    page.keyboard.type("j g d ?")
    assert page.input_value("#search") == "j g d ?"
    assert page.url.endswith("/claims")


def test_the_palette_finds_screens_and_reports_by_name(page):
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("tankers")
    page.locator("#offers >> text=Tankers counted at Hornik").click()
    page.wait_for_url("**/report?id=*")


def test_a_judgement_made_in_a_list_is_told_and_undone(page, library):
    page.goto("/claims")
    page.locator("[data-judge]").first.click()
    page.locator("#drawer >> text=Accept").click()
    page.wait_for_selector("#said >> text=accept claim")
    assert len(library.judgements()) == 1
    page.keyboard.press("z")
    page.wait_for_selector("#said >> text=undone: accept")
    assert [entry.state for entry in library.judgements()] == ["undone", "holds"]


def test_a_refused_judgement_is_told_where_people_look(page):
    page.goto("/claims")
    page.locator("[data-judge]").first.click()
    page.locator("#drawer summary").first.click()
    field = page.locator("#drawer form:has(input[value='time'])").first
    field.locator("[name=value]").fill("some day")
    field.locator("button").click()
    page.wait_for_selector("#said >> text=is no day")


def test_filters_stand_in_the_address(page):
    page.goto("/claims")
    page.select_option("[name=opposed]", "true")
    page.wait_for_url("**opposed=true**")
    shown = page.locator(".claim").count()
    page.reload()
    assert page.locator(".claim").count() == shown


def hand_in(page, path):
    page.goto("/add")
    page.set_input_files("[name=files]", path)
    page.click("text=Add them")
    page.wait_for_selector(".jobs >> text=1 report came in")


def test_files_are_added_and_their_progress_is_shown_until_they_are_in(page, tmp_path):
    path = tmp_path / "bridge.txt"
    path.write_text("PRAGUE, March 5 (Lodestar) - A bridge at Hornik was closed, a port official said.")
    hand_in(page, path)
    page.reload()
    assert page.locator(".state-done").count() == 1


def test_a_bad_upload_says_what_was_kept(page, tmp_path):
    path = tmp_path / "mixed.jsonl"
    path.write_text('{"text": "A ferry left Hornik on Friday, an officer said."}\nnonsense\n')
    hand_in(page, path)
    assert page.locator("text=line 2 is not JSON").is_visible()


def test_a_site_is_scrubbed_from_day_to_day(page):
    page.goto("/site?place=Hornik&on=2025-03-03")
    page.keyboard.press("[")
    page.wait_for_url("**on=2025-03-02**")
    page.keyboard.press("]")
    page.wait_for_url("**on=2025-03-03**")


def test_what_is_at_each_site_comes_into_view_by_itself(page):
    page.goto("/sites")
    page.wait_for_selector(".board td")
    assert page.locator(".board").count() >= 1


def test_a_question_is_asked_and_answered(page):
    page.goto("/questions")
    page.fill("#q", "Have the pumps at Hornik stopped?")
    page.click("text=Ask >> nth=0")
    page.wait_for_url("**/question?q=*")
    assert page.locator(".verdict").count() == 1


def test_what_is_known_is_exported(page):
    page.goto("/exports")
    with page.expect_download() as waiting:
        page.click("text=markdown")
    text = Path(waiting.value.path()).read_text()
    assert "Hornik" in text
    assert WIRE not in text


def test_everything_can_be_read_without_scripts(chromium, at, library):
    context = chromium.new_context(java_script_enabled=False, base_url=at)
    plain = context.new_page()
    for address in every_screen(library):
        assert plain.goto(address).status == 200, address
    plain.goto("/claims")
    plain.locator("text=Evidence").first.click()
    assert "/claim?id=" in plain.url
    assert plain.locator("blockquote").count() > 0
    context.close()
