"""Serving the app to a browser on this machine, and which screens there are to look at."""

import shutil
import socket
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from threading import Thread

import pytest
import uvicorn
from fastapi import FastAPI

from reportedly.serve import create_app
from reportedly.serve.page import link

DRAWING = ("--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader")  # maps, without a graphics card
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
WITH_CHROMIUM = [
    pytest.mark.enable_socket,
    pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium to look with"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """An app that answers on this machine."""

    at: str  # its address
    app: FastAPI


@contextmanager
def serving(settings):
    """Serve the app for as long as the context lasts."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    app = create_app(settings)
    server = uvicorn.Server(uvicorn.Config(app, port=port, log_level="error"))
    running = Thread(target=server.run)
    running.start()
    while not server.started:
        if not running.is_alive():
            raise AssertionError("the app did not start")
        time.sleep(0.02)
    try:
        yield Served(at=f"http://localhost:{port}", app=app)
    finally:
        server.should_exit = True
        running.join()


@contextmanager
def browsing():
    """Drive Chromium for as long as the context lasts."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", *DRAWING])
        yield browser
        browser.close()


@contextmanager
def looking(browser, at, **how):
    """Open a page that is to say nothing on its console, open no dialog and ask for nothing from elsewhere.

    Whatever it asks of another host is stopped, and fails the test when the context ends.
    """
    context = browser.new_context(base_url=at, **({"viewport": {"width": 1280, "height": 900}} | how))
    page = context.new_page()
    said, elsewhere = [], []

    def watch(route):
        url = route.request.url
        if url.startswith((f"{at}/", "data:", "blob:")):
            route.continue_()
        else:
            elsewhere.append(url)
            route.abort()

    context.route("**/*", watch)
    page.on("console", lambda each: said.append(each.text) if each.type in ("error", "warning") else None)
    page.on("pageerror", lambda fault: said.append(str(fault)))
    page.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.set_default_timeout(30_000)
    yield page
    context.close()
    refusals = ("status of 4", "Status Error Code 4")  # the browser and htmx note what a server refused
    told = [each for each in said if not any(refusal in each for refusal in refusals)]
    assert told == [], "\n".join(told)
    assert elsewhere == []


def every_screen(library, *, place, question, day):
    """Give the address of every screen by its name, with something of a collection on each."""
    pairs = [each for each in library.dossier().comparisons if each.related and each.derivative]
    made = max(pairs, key=lambda each: (len(each.variations), each.derivative))
    claim = max(library.claims(), key=lambda each: (each.reports, each.id)).id
    return {
        "desk": "/",
        "story": link("/story", id=made.origin),
        "compare": link("/compare", a=made.origin, b=made.derivative),
        "report": link("/report", id=made.derivative),
        "claims": "/claims",
        "claims-gathered": "/claims?group=place",
        "why": link("/claim", id=claim),
        "judge": link("/judge", id=claim),
        "sites": "/sites",
        "site": link("/site", place=place, on=day),
        "site-two-days": link("/site", place=place, on=day, beside="2025-03-01"),
        "map": "/map",
        "timeline": "/timeline",
        "questions": "/questions",
        "question": link("/question", q=question),
        "search": link("/search", q=place),
        "sources": "/sources",
        "health": "/health",
        "judgements": "/judgements",
        "add": "/add",
        "exports": "/exports",
        "keys": "/keys",
        "past": link("/", as_of=day),
    }
