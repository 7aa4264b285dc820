"""What a browser makes of the screens: that they fit, read without scripts and by key, and keep nobody out."""

from dataclasses import replace

import pytest

from reportedly.serve.account import read_accounts, write_account
from reportedly.serve.setting import Role

from .browsing import WITH_CHROMIUM, looking, serving
from .conftest import copy_of

pytestmark = WITH_CHROMIUM


@pytest.mark.parametrize("width", [1280, 390, 320])
def test_no_screen_is_wider_than_the_window(page, screens, width):
    page.set_viewport_size({"width": width, "height": 844})
    for address in screens.values():
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address


def faults(page):
    """List what axe-core finds by all of its rules, in words that lead to the place."""
    found = page.evaluate("axe.run()")["violations"]
    return [(each["impact"], each["id"], node["html"][:90]) for each in found for node in each["nodes"][:2]]


def test_no_screen_keeps_anybody_out_by_day_or_by_night_on_a_desk_or_on_a_phone(chromium, served, screens, axe):
    found = {}
    with looking(chromium, served.at, reduced_motion="reduce") as page:
        for address in (*screens.values(), "/nowhere"):
            page.goto(address)
            page.evaluate(axe)
            for width, colours in ((1280, "light"), (390, "dark")):
                page.set_viewport_size({"width": width, "height": 844})
                page.emulate_media(color_scheme=colours)
                found[address, width, colours] = faults(page)
    assert {where: told for where, told in found.items() if told} == {}


def test_the_door_keeps_nobody_out_who_may_come_in(chromium, shelf, tmp_path, axe):
    accounts = tmp_path / "accounts.toml"
    accounts.write_text(write_account("Noor", Role.READER, "a long enough password"))
    guarded = replace(copy_of(shelf, tmp_path), accounts=read_accounts(accounts))
    with serving(guarded) as door, looking(chromium, door.at) as page:
        for wrong in (False, True):
            page.goto("/sign-in")
            if wrong:
                page.fill("[name=name]", "Noor")
                page.fill("[name=password]", "wrong")
                page.click("button")
                page.wait_for_selector("[role=alert]")
            page.evaluate(axe)
            for colours in ("light", "dark"):
                page.emulate_media(color_scheme=colours)
                assert faults(page) == [], (wrong, colours)


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_what_opens_over_a_screen_keeps_nobody_out(chromium, served, axe, width, colours):
    how = {"viewport": {"width": width, "height": 844}, "color_scheme": colours, "reduced_motion": "reduce"}
    with looking(chromium, served.at, **how) as page:
        for opener in ("[data-evidence]", "[data-judge]"):
            page.goto("/claims")
            page.evaluate(axe)
            page.locator(opener).first.click()
            page.wait_for_selector("#drawer header")
            assert faults(page) == [], opener
        page.goto("/")
        page.evaluate(axe)
        page.keyboard.press("Control+k")
        page.keyboard.type("tankers")
        page.wait_for_selector("#offers >> text=Tankers counted at Hornik")
        assert faults(page) == []


def test_no_key_does_anything_while_somebody_types(page):
    page.goto("/claims")
    page.keyboard.press("/")
    page.keyboard.type("j g d ?")
    assert page.input_value("#search") == "j g d ?"
    assert page.url.endswith("/claims")


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


def test_what_is_at_each_site_comes_into_view_by_itself(page):
    page.goto("/sites")
    page.wait_for_selector(".board td")
    assert page.locator(".board").count() >= 1


def test_everything_can_be_read_without_scripts(chromium, served, screens):
    with looking(chromium, served.at, java_script_enabled=False) as plain:
        for address in screens.values():
            assert plain.goto(address).status == 200, address
        plain.goto("/claims")
        plain.locator("text=Evidence").first.click()
        assert "/claim?id=" in plain.url
        assert plain.locator("blockquote").count() > 0
