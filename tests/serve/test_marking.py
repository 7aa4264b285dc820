"""Starring stories and being done with them: a person's own, until something new comes in, and taken back."""

import time

import pytest

from reportedly import read_text
from reportedly.serve.shortcut import SHORTCUTS

from .browsing import WITH_CHROMIUM
from .small import RETELLING, mark_of


@pytest.fixture
def story(client):
    """The id of the story that has a retelling."""
    return next(each["id"] for each in client.get("/desk.json").json() if len(each["reports"]) == 2)


def mark(client, story, kind, **told):
    return client.post("/mark", data={"mark": mark_of(client), "story": story, "kind": kind, **told})


def shown(client, what):
    return client.get(f"/?show={what}").text.count('class="story')


def test_a_starred_story_is_found_among_those_until_the_star_comes_off(client, story):
    assert mark(client, story, "star").status_code == 303
    assert [each["kind"] for each in client.get("/marks.json").json()] == ["star"]
    assert shown(client, "starred") == 1
    mark(client, story, "star", off="true")
    assert shown(client, "starred") == 0


def test_a_story_that_somebody_is_done_with_comes_back_with_the_next_report(client, story, library):
    mark(client, story, "done")
    assert (shown(client, "open"), shown(client, "done")) == (1, 1)
    time.sleep(1.1)  # arrivals are noted to the second
    library.add_reports([read_text(RETELLING + " It was so.", title="Again", publisher="Echo", published="2025-03-05")])
    assert shown(client, "done") == 0
    assert "more since you were done" in client.get("/").text


def test_a_mark_names_a_story_that_is_held_and_comes_from_a_form_of_the_session(client, story):
    assert mark(client, "rep-none", "star").status_code == 404
    assert mark(client, story, "sold").status_code == 422
    assert client.post("/mark", data={"mark": "x", "story": story, "kind": "star"}).status_code == 403


@pytest.mark.enable_socket
class TestInTheBrowser:
    pytestmark = WITH_CHROMIUM

    def test_somebody_goes_through_the_desk_by_key_and_takes_the_last_back(self, page):
        page.goto("/")
        rows = page.locator(".story").count()
        page.keyboard.press("j")
        page.keyboard.press("s")
        page.wait_for_selector("#said >> text=Starred")
        page.wait_for_selector(".story.at [data-star].on")  # the row at hand stays at hand
        page.keyboard.press("e")
        page.wait_for_selector("#said >> text=Done")
        page.wait_for_selector(f".stories:not(:has(.story:nth-child({rows})))")
        page.keyboard.press("z")
        page.wait_for_selector(f".story:nth-child({rows})")

    def test_somebody_chooses_other_keys_and_is_told_what_they_clash_with(self, page):
        (row,) = (each for each in SHORTCUTS if each.words == "Next row")
        page.goto("/keys")
        button = page.locator(f'[data-rebind="{row.where}: {row.keys}"]')
        button.focus()
        page.keyboard.press("Enter")
        page.keyboard.press("k")
        page.wait_for_selector("#rebind-said >> text=Previous row")
        assert page.locator("[data-rebind-save]").is_disabled()
        page.wait_for_timeout(1300)  # longer than the patience between two keys of one shortcut
        page.keyboard.press("v")
        page.click("[data-rebind-save]")
        page.goto("/")
        page.keyboard.press("j")
        assert page.locator(".story.at").count() == 0
        page.keyboard.press("v")
        assert page.locator(".story.at").count() == 1
        page.goto("/keys")
        page.click("[data-forget]")
        page.goto("/")
        page.keyboard.press("j")
        assert page.locator(".story.at").count() == 1
