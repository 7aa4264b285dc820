"""A small collection, and the app over a copy of it for each test."""

import shutil
import socket
import time
from contextlib import closing
from threading import Thread

import pytest
import uvicorn
from fastapi.testclient import TestClient

from reportedly.collect import Collection
from reportedly.serve import create_app
from reportedly.serve.setting import Settings
from reportedly.watchlist import Question, Watchlist

from . import small

DRAWING = ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")  # maps, without a graphics card


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


@pytest.fixture(scope="session")
def chromium():
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="Playwright, which drives Chromium, is not installed"
    )
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=small.CHROMIUM, args=["--no-sandbox", *DRAWING])
        yield browser
        browser.close()


@pytest.fixture
def at(settings):
    """Where the app is served."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(settings), port=port, log_level="error"))
    running = Thread(target=server.run)
    running.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://localhost:{port}"
    server.should_exit = True
    running.join()


@pytest.fixture
def page(chromium, at):
    """A page that fails its test where it says anything on its console or asks for anything from elsewhere."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, base_url=at)
    opened = context.new_page()
    said, asked = [], []
    opened.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    opened.on("pageerror", lambda fault: said.append(str(fault)))
    opened.on("request", lambda request: asked.append(request.url))
    opened.set_default_timeout(10_000)
    yield opened
    context.close()
    assert [message for message in said if "422" not in message] == []  # the browser notes a refusal, too
    assert [url for url in asked if not url.startswith((at, "data:"))] == []
