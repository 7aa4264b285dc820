"""A small collection, and the app over a copy of it for each test."""

import shutil

import pytest
from fastapi.testclient import TestClient

from reportedly.collect import Collection
from reportedly.serve import create_app
from reportedly.serve.setting import Settings
from reportedly.watchlist import Question, Watchlist

from . import small


@pytest.fixture(scope="session")
def shelf(tmp_path_factory):
    """Where the collection lies that tests copy."""
    where = tmp_path_factory.mktemp("shelf") / "small.db"
    with Collection(str(where)) as held:
        held.add_reports(small.reports())
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
