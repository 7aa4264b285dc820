"""A small collection, the app over a copy of it for each test, and a browser for those that look at it."""

import shutil
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from reportedly.collect import Collection
from reportedly.serve import create_app
from reportedly.serve.setting import Settings
from reportedly.watchlist import Question, Watchlist

from . import small
from .browsing import browsing, every_screen, looking, serving

ASKED = "Have the pumps at Hornik stopped?"


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    """Where the collection lies that tests copy."""
    where = tmp_path_factory.mktemp("shelf") / "small.db"
    with Collection(str(where)) as held:
        held.add_reports(small.reports())
    return where


def copy_of(shelf, folder):
    """Copy the collection into a folder, and say what the app is told of it."""
    shutil.copytree(f"{shelf}.index", folder / "small.db.index")
    for part in shelf.parent.glob("small.db*"):
        if part.is_file():
            shutil.copy(part, folder / part.name)
    watched = Watchlist(questions=(Question(text=ASKED),))
    where = str(folder / "small.db")
    return Settings(where=where, hosts=("testserver", "localhost"), watchlist=watched, judged_by="Noor")


@pytest.fixture
def settings(shelf, tmp_path):
    """What the app is told."""
    return copy_of(shelf, tmp_path)


@pytest.fixture
def client(settings):
    """A browser that looks at the app."""
    with TestClient(create_app(settings), follow_redirects=False) as browser:
        yield browser


@pytest.fixture
def library(settings, client):
    """The same collection, asked without the app."""
    with Collection(settings.where) as held:
        yield held


@pytest.fixture(scope="module")
def chromium():
    """Chromium, for the tests of one module."""
    pytest.importorskip("playwright.sync_api", reason="Playwright, which drives Chromium, is not installed")
    with browsing() as browser:
        yield browser


@pytest.fixture(scope="module")
def served(shelf, tmp_path_factory):
    """The app over a copy of the collection, served for the tests of one module."""
    with serving(copy_of(shelf, tmp_path_factory.mktemp("served"))) as app:
        yield app


@pytest.fixture(scope="module")
def screens(served):
    """The address of every screen, by its name."""
    with Collection(served.app.state.settings.where) as held:
        return every_screen(held, place="Hornik", question=ASKED, day="2025-03-03")


@pytest.fixture
def page(chromium, served):
    """A page that fails its test where it says anything on its console or asks for anything from elsewhere."""
    with looking(chromium, served.at) as opened:
        yield opened


@pytest.fixture(scope="session")
def axe():
    """What axe-core is: a script that reads a page for what keeps people out."""
    package = pytest.importorskip("axe_playwright_python", reason="axe-core is not installed")
    return (Path(package.__file__).parent / "axe.min.js").read_text("utf-8")
