"""Build `noun_classes.tsv`: what kind of thing a common noun stands for, from WordNet's hypernyms.

usage: build.py WORDNET_DICT_DIR DATA_DIR      (see README.md for where the dictionary comes from)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

# Class -> synsets of WordNet 3.1 by their byte offset; the first class whose synset stands above a noun's first sense holds.
CLASSES = {
    "force": ("08215338",),  # military unit
    "body": ("08024893",),  # organization
    "person": ("00007846",),  # person
    "place": ("03319968", "02916498", "04571984", "09248053", "09310874", "08569713"),
    # facility, building, way, body of water, geological formation, district
    "thing": ("00002684", "00021007"),  # physical object, matter
}
HEAD = """# What kind of thing a common noun stands for, where categories.tsv does not say, by its most frequent sense.
# Built by tools/nouns/build.py from WordNet 3.1. Copyright 2006, 2011 by Princeton University; licence in NOTICE.
noun\tclass
"""


class Synset(NamedTuple):
    """A sense with its words and the senses above it."""

    words: tuple[str, ...]
    above: tuple[str, ...]


def read_synsets(folder: Path) -> dict[str, Synset]:
    """Read the noun synsets by offset."""
    found = {}
    for line in _lines(folder / "data.noun"):
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        pointers = fields[5 + 2 * count :]
        above = tuple(pointers[n + 1] for n in range(0, len(pointers) - 3, 4) if pointers[n] == "@")
        found[fields[0]] = Synset(tuple(fields[4 + 2 * n] for n in range(count)), above)
    return found


def read_first_senses(folder: Path) -> Iterator[tuple[str, str]]:
    """Give each lemma with the offset of its most frequent sense."""
    for line in _lines(folder / "index.noun"):
        fields = line.split()
        yield fields[0], fields[6 + int(fields[3])]


def _lines(path: Path) -> Iterator[str]:
    with path.open(encoding="utf-8") as lines:
        yield from (line for line in lines if not line.startswith("  "))


def rows(folder: Path) -> Iterator[tuple[str, str]]:
    """Give each single common noun that has a class."""
    synsets = read_synsets(folder)

    @cache
    def above(offset: str) -> frozenset[str]:
        return frozenset({offset}).union(*(above(each) for each in synsets[offset].above))

    for lemma, offset in read_first_senses(folder):
        named = any(word != lemma and word.lower() == lemma for word in synsets[offset].words)
        if named or not lemma.replace("-", "").isalpha() or len(lemma) < 3:
            continue
        kind = next((name for name, roots in CLASSES.items() if above(offset) & set(roots)), None)
        if kind is not None:
            yield lemma, kind


def main(folder: Path, data: Path) -> None:
    """Write the table."""
    lines = [f"{lemma}\t{kind}\n" for lemma, kind in sorted(rows(folder))]
    (data / "noun_classes.tsv").write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} nouns")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
