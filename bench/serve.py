"""The web app over a large collection, every screen of it: `python -m bench.serve [FOLDER]`.

The collection is the one that `bench.collection` makes in that folder, 100,000 reports and 2 million claims. The app runs in a
process of its own. Told are the first look at each screen, which loads what it draws on, and the 95th hundredth of 200 requests
for ever other reports, claims, places and pages; how 20 people at once fare for a minute; how much script the first screen
takes; and, where there is a Chromium, when it shows something and how far it shifts afterwards.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import httpx

from bench.collection import CLAIMS, REPORTS, WORDS, fill
from reportedly.collect import Collection
from reportedly.collect.comparing import keep_comparisons
from reportedly.serve.shelf import LATEST
from reportedly.store.lineages import find_kin

CALLS = 200
PEOPLE, MINUTE = 20, 60.0
CHROMIUM = Path("/usr/bin/chromium")
_SHIFT = """() => new Promise(done => {
    let shift = 0;
    new PerformanceObserver(seen => { for (const each of seen.getEntries()) shift += each.value; })
        .observe({type: "layout-shift", buffered: true});
    setTimeout(() => done([performance.getEntriesByName("first-contentful-paint")[0]?.startTime, shift]), 1500);
})"""


class Sampler:
    """Makes addresses of screens, each about something else in the collection."""

    def __init__(self, path: Path) -> None:
        held = sqlite3.connect(path)
        self.chance = random.Random(11)
        some = "ORDER BY number % 9973, number LIMIT 500"
        self.reports = [id_ for (id_,) in held.execute(f"SELECT id FROM report {some}")]
        told = "SELECT c.id FROM report r JOIN support s ON s.report = r.id JOIN claim c ON c.number = s.claim"
        self.claims = [id_ for (id_,) in held.execute(f"{told} WHERE r.number % 97 = 5 LIMIT 500")]
        self.pairs = list(held.execute("SELECT a, b FROM derivation WHERE parent LIMIT 500"))
        self.places = [name for (name,) in held.execute("SELECT DISTINCT name FROM sighting LIMIT 500")]
        held.close()

    def screens(self) -> dict[str, Callable[[], str]]:
        """Give what makes an address of each screen."""
        choose = self.chance.choice
        return {
            "Desk": lambda: _at("/", start=50 * self.chance.randint(0, 3)),
            "Story": lambda: _at("/story", id=choose(self.reports)),
            "Compare": lambda: _at("/compare", **dict(zip("ab", choose(self.pairs), strict=True))),
            "Report": lambda: _at("/report", id=choose(self.reports)),
            "Claims": lambda: _at("/claims", origins=choose((1, 2)), start=50 * self.chance.randint(0, 40)),
            "Claims of a place": lambda: _at("/claims", place=choose(self.places)),
            "Why": lambda: _at("/claim", id=choose(self.claims)),
            "Sites": lambda: _at("/sites", on=self.day()),
            "Site": lambda: _at("/site", place=choose(self.places), on=self.day()),
            "Map": lambda: "/map",
            "Timeline": lambda: "/timeline",
            "Questions": lambda: "/questions",
            "Question": lambda: _at("/question", q=f"Is the {choose(WORDS)} leaving {choose(self.places)}?"),
            "Search": lambda: _at("/search", q=" ".join(self.chance.sample(WORDS, 2))),
            "Sources": lambda: "/sources",
            "Health": lambda: "/health",
        }

    def day(self) -> str:
        """Give some day of the collection."""
        return f"2025-0{self.chance.randint(1, 6)}-{self.chance.randint(10, 28)}"


def settle(path: Path, ids: list[str]) -> None:
    """Work out what the retellings among some reports changed, as is done when reports come in: `fill` leaves it out.

    With them go the latest reports, and all that what they claim rests on: the Desk shows them.
    """
    with Collection(str(path), create=False) as held:
        shown = [reading.report.id for reading in held.about_latest(LATEST).readings]
        with held._database.writing() as connection:
            keep_comparisons(connection, find_kin(connection, [*ids, *shown]))


def _at(path: str, **asked: object) -> str:
    return f"{path}?{urlencode(asked)}"


@contextmanager
def served(path: Path) -> Iterator[tuple[str, int]]:
    """Run the app over a collection; give its address and its process's number."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "reportedly", "serve", "--db", str(path), "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait_for(address)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait()


def _wait_for(address: str) -> None:
    for _ in range(600):
        try:
            httpx.get(f"{address}/static/app.css")
            return
        except httpx.TransportError:
            time.sleep(0.2)
    raise SystemExit("the app did not start")


def look(client: httpx.Client, address: str) -> tuple[float, bool]:
    """Ask for a screen; give how long that took, in ms, and whether it came without an error of the app."""
    before = time.perf_counter()
    try:
        status = client.get(address).status_code
    except httpx.TransportError:
        status = 500
    return (time.perf_counter() - before) * 1e3, status < 500


def measure_screens(address: str, screens: dict[str, Callable[[], str]]) -> None:
    """Print how long each screen takes, for one person."""
    print(f"{'ms':<20}{'first look':>12}{'median':>10}{'95th hundredth':>16}{'errors':>8}", flush=True)
    with httpx.Client(base_url=address, timeout=120) as client:
        for name, make in screens.items():
            looks = [look(client, make()) for _ in range(CALLS + 1)]
            times = sorted(took for took, _ in looks[1:])
            failed = sum(not came for _, came in looks)
            told = (looks[0][0], times[CALLS // 2], times[int(0.95 * CALLS)])
            print(f"{name:<20}{told[0]:12.0f}{told[1]:10.0f}{told[2]:16.0f}{failed:8d}", flush=True)


def measure_people(address: str, path: Path) -> None:
    """Print how many people at once fare, each asking for the next screen as soon as one has come."""
    end = time.monotonic() + MINUTE
    times: dict[str, list[float]] = defaultdict(list)
    failed: list[str] = []

    def person(number: int) -> None:
        sampler = Sampler(path)
        sampler.chance.seed(number)
        screens = sampler.screens()
        with httpx.Client(base_url=address, timeout=120) as client:
            while time.monotonic() < end:
                name = sampler.chance.choice(sorted(screens))
                took, came = look(client, screens[name]())
                times[name].append(took)
                failed.extend([] if came else [name])

    people = [threading.Thread(target=person, args=(number,)) for number in range(PEOPLE)]
    for each in people:
        each.start()
    for each in people:
        each.join()
    every = sorted(took for told in times.values() for took in told)
    median, slow = every[len(every) // 2], every[int(0.95 * len(every))]
    print(
        f"{PEOPLE} people, {MINUTE:.0f} s: {len(every)} screens, {len(failed)} errors, median {median:.0f} ms, 95th {slow:.0f} ms"
    )


def measure_first_screen(address: str) -> None:
    """Print how much script the Desk takes and, where there is a Chromium, how it comes up."""
    page = httpx.get(address, timeout=120).text
    scripts = [httpx.get(f"{address}{path}").content for path in re.findall(r'<script[^>]* src="([^"]+)"', page)]
    print(f"script of the first screen, compressed: {sum(len(gzip.compress(each)) for each in scripts) / 1e3:.1f} kB")
    if not CHROMIUM.exists():
        print("no Chromium here: first content and layout shift were not measured")
        return
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        for width, height in ((1280, 800), (390, 844)):
            tab = browser.new_page(viewport={"width": width, "height": height})
            tab.goto(address)
            shown, shift = tab.evaluate(_SHIFT)
            print(f"{width} wide: first content after {shown:.0f} ms, layout shift {shift:.3f}")
        browser.close()


def _most_memory(process: int) -> float:
    """Give the most memory that a process has taken, in MB."""
    told = re.search(r"VmHWM:\s+(\d+)", Path(f"/proc/{process}/status").read_text())
    return int(told[1]) / 1e3 if told else 0.0


def main() -> None:
    """Make the collection where it is not there, serve it, and measure."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("folder", type=Path, nargs="?", default=Path("out/bench"))
    asked = arguments.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    path = asked.folder / "large.db"
    if not path.exists():
        fill(path, REPORTS, CLAIMS)
    sampler = Sampler(path)
    settle(path, [*sampler.reports, *(id_ for pair in sampler.pairs for id_ in pair)])
    with served(path) as (address, process):
        measure_screens(address, sampler.screens())
        measure_people(address, path)
        measure_first_screen(address)
        print(f"most memory of the app: {_most_memory(process):.0f} MB")


if __name__ == "__main__":
    main()
