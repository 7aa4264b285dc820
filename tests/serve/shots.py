"""Pictures of every screen with the reports of `examples/`, to be looked at: `python -m tests.serve.shots [FOLDER]`.

Each is taken at 1280 and 390 pixels, light and dark, whole; they lie in `out/shots` unless a folder is told.
"""

import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from reportedly import gather_reports
from reportedly.collect import Collection
from reportedly.judgement import Act
from reportedly.pipeline import read_watchlist
from reportedly.serve.account import read_accounts, write_account
from reportedly.serve.setting import Role, Settings

from .browsing import browsing, every_screen, looking, serving

ROOT = Path(__file__).resolve().parents[2]
WIDTHS = (1280, 390)
COLOURS = ("light", "dark")
DRAWN = "body:not(:has(#live)), #live[data-ready]"  # the map, where there is one


def prepare(folder):
    """Make the collection of the examples; give what the app is told, and the address of every screen."""
    where = str(folder / "demo.db")
    watched = read_watchlist(str(ROOT / "examples" / "watch.toml"))
    reports, _ = gather_reports([str(each) for each in sorted((ROOT / "examples").glob("[0-9]*"))])
    with Collection(where) as held:
        held.add_reports(reports)
        held.judge(Act.GRADE, held.claims()[0].id, "2", by="Noor", why="seen by a colleague")
        screens = every_screen(held, place="Beira", question="Is the relief force leaving Beira?", day="2026-03-15")
    return Settings(where=where, watchlist=watched), screens


def take_all(browser, at, screens, folder):
    """Take every screen in both colours and both widths, then what opens over a screen."""
    for width in WIDTHS:
        for colours in COLOURS:
            how = {"viewport": {"width": width, "height": 844}, "color_scheme": colours, "reduced_motion": "reduce"}
            with looking(browser, at, **how) as page:
                for name, address in screens.items():
                    page.goto(address, wait_until="networkidle")
                    page.wait_for_selector(DRAWN, state="attached")
                    page.screenshot(path=folder / f"{name}-{width}-{colours}.png", full_page=True)
                if "claims" in screens:
                    take_over(page, folder, f"{width}-{colours}")


def take_over(page, folder, end):
    """Take the drawer, the form to judge in it, and the palette."""
    for name, button in (("drawer", "[data-evidence]"), ("drawer-judge", "[data-judge]")):
        page.goto("/claims")
        page.locator(button).first.click()
        page.wait_for_selector("#drawer header")
        page.screenshot(path=folder / f"{name}-{end}.png")
    page.goto("/")
    page.keyboard.press("Control+k")
    page.keyboard.type("ships")
    page.wait_for_selector("#offers >> text=claim")
    page.screenshot(path=folder / f"palette-{end}.png")


def main():
    """Take them all."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "out" / "shots"
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch, browsing() as browser:
        told, screens = prepare(Path(scratch))
        accounts = Path(scratch) / "accounts.toml"
        accounts.write_text(write_account("Noor", Role.READER, "a long enough password"))
        empty = replace(told, where=str(Path(scratch) / "empty.db"))
        first = {"first-run": "/", "first-sites": "/sites", "first-map": "/map"}
        guarded = replace(told, accounts=read_accounts(accounts))
        alone = {"sign-in": "/sign-in", "refusal": "/nowhere"}
        for settings, wanted in ((told, screens), (empty, first), (guarded, alone)):
            with serving(settings) as served:
                take_all(browser, served.at, wanted, folder)
    sys.stdout.write(f"{len(list(folder.glob('*.png')))} pictures in {folder}\n")


if __name__ == "__main__":
    main()
