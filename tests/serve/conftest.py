"""A small collection, and the app over a copy of it for each test."""

import shutil

import pytest
from fastapi.testclient import TestClient

from reportedly import read_text
from reportedly.collect import Collection
from reportedly.serve import create_app
from reportedly.serve.setting import Settings
from reportedly.watchlist import Question, Watchlist

WIRE = """OSTRAVA, March 3 (Lodestar) - Two pumps at the Hornik reservoir stopped on Monday, three water engineers said.

"We are draining the lower basin, nobody is leaving the plant," the director, Jana Holub, told Lodestar.

Satellite images taken on Sunday showed what appeared to be at least four tankers at the gate."""
RETELLING = """Two pumps at the Hornik reservoir failed on Monday, three water engineers confirmed to Lodestar.

"We are emptying the lower basin and nobody will leave the plant," director Jana Holub told Lodestar.

Satellite images taken on Sunday revealed at least four tankers at the gate."""
OTHER = """A reporter of the Beskydy Herald counted four tankers at the gate of the Hornik reservoir on Sunday.

A guard at the gate said that the pumps were running on Monday and had not stopped."""


def reports():
    """The reports of the small collection."""
    return [
        read_text(
            WIRE,
            title="Pumps stop at Hornik reservoir, engineers say",
            published="2025-03-03T09:00Z",
            publisher="Lodestar",
        ),
        read_text(RETELLING, title="Hornik pumps fail", published="2025-03-03T15:00Z", publisher="Daily Quarry"),
        read_text(OTHER, title="Tankers counted at Hornik", published="2025-03-04", publisher="Beskydy Herald"),
    ]


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    """Where the collection lies that tests copy."""
    where = tmp_path_factory.mktemp("shelf") / "small.db"
    with Collection(str(where)) as held:
        held.add_reports(reports())
    return where


@pytest.fixture
def where(shelf, tmp_path):
    """Where a copy of it lies."""
    shutil.copytree(f"{shelf}.index", tmp_path / "small.db.index")
    for part in shelf.parent.glob("small.db*"):
        if part.is_file():
            shutil.copy(part, tmp_path / part.name)
    return str(tmp_path / "small.db")


@pytest.fixture
def settings(where):
    """What the app is told."""
    watched = Watchlist(questions=(Question(text="Have the pumps at Hornik stopped?"),))
    return Settings(where=where, hosts=("testserver", "localhost"), watchlist=watched, judged_by="Noor")


@pytest.fixture
def client(settings):
    """A browser that looks at the app."""
    with TestClient(create_app(settings), follow_redirects=False) as browser:
        yield browser


@pytest.fixture
def library(where, client):
    """The same collection, asked without the app."""
    with Collection(where) as held:
        yield held


def mark_of(client):
    """Give what the forms of a browser's session carry."""
    page = client.get("/add").text
    return page.split('name="mark" value="', 1)[1].split('"', 1)[0]


def settle(client):
    """Wait until nothing waits or runs any more; give the jobs, the latest first."""
    import time

    for _ in range(600):
        jobs = client.get("/jobs.json").json()
        if not any(job["state"] in ("waiting", "running") for job in jobs):
            return jobs
        time.sleep(0.05)
    raise AssertionError("the jobs do not end")
