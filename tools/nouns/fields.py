"""Build `noun_fields.tsv`: what field of life a common noun belongs to, from WordNet's hypernyms, domains and files.

usage: fields.py WORDNET_DICT_DIR DATA_DIR      (see README.md for where the dictionary comes from)
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from build import read_first_senses

# Field -> words whose first sense, or the one counted by ':', stands above the noun's first sense; the first field holds.
ABOVE = {
    "war": "weapon:1 serviceman:1 military_unit:1 warship:1 military_action:1 fortification:1 explosive:1 armed_service:1"
    " ammunition:1 military_vehicle:1 combatant:1 bomber:1 warplane:1 war:1 insurgent:1 military_post:1",
    "crime": "crime:1 criminal:1 policeman:1 wrongdoer:1 violence:1 prison:1",
    "play": "athlete:1 sport:1 player:1 contestant:1 game_equipment:1 athletic_game:1 contest:1 team:1 game:1"
    " sports_equipment:1 game:2 competition:1 score:1 trainer:1 stroke:1",
    "arts": "music:1 musical_composition:1 performer:1 artist:1 writer:1 show:1 show:3 movie:1 publication:1 art:1 dance:1"
    " musical_instrument:1 writing:2 fiction:1 performance:1 clothing:1 broadcast:2 audience:1 entertainment:1 literature:1"
    " musician:1 music_genre:1 drawing:1 photograph:1 role:2",
    "trade": "businessperson:1 merchandise:1 commerce:1 market:1 capitalist:1 enterprise:2 trade:1 possession:2 money:1"
    " institution:1 financial_condition:1 worker:1 commodity:1",
    "politics": "politician:1 election:1 political_orientation:1 lawmaker:1 party:1 legislature:1 ballot:1",
    "technology": "computer:1 software:1 electronic_equipment:1 computer_network:1 data:1 scientist:1 knowledge_domain:1",
    "health": "ill_health:1 health_professional:1 drug:1 therapy:1 symptom:1",
    "food": "food:1 food:2 meal:1 cook:1 restaurant:1 beverage:1 cooking_utensil:1",
}
# The synset whose words say in which domain a sense is used, as WordNet tells it.
DOMAINS = {
    "war": "military terrorism",
    "play": "sport baseball American_football golf football basketball tennis soccer ice_hockey boxing chess cricket game"
    " card_game badminton",
    "arts": "music literature theater art photography film",
    "technology": "computer_science computer",
    "trade": "commercial_enterprise stock_exchange economics finance",
    "crime": "criminal_law",
    "politics": "politics",
}
# WordNet's files of nouns, by number, for what no field above takes.
FILES = {
    4: "act", 5: "animal", 7: "trait", 8: "body", 9: "idea", 10: "words", 11: "happening", 12: "feeling", 13: "food",
    16: "motive", 19: "phenomenon", 20: "plant", 21: "money", 22: "process", 23: "measure", 24: "relation", 25: "shape",
    26: "state", 28: "time",
}  # fmt: skip
HEAD = """# What field of life a common noun belongs to, by its most frequent sense; nouns of plain things, places and people have none.
# Built by tools/nouns/fields.py from WordNet 3.1. Copyright 2006, 2011 by Princeton University; licence in NOTICE.
noun\tfield
"""


class Synsets:
    """The noun synsets with what stands above them."""

    def __init__(self, folder: Path) -> None:
        """Read the dictionary in `folder`."""
        self.words: dict[str, list[str]] = {}
        self.file: dict[str, int] = {}
        self.above: dict[str, list[str]] = {}
        self.domain: dict[str, list[str]] = {}
        with (folder / "data.noun").open(encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("  "):
                    self._add(line.split(" | ")[0].split())

    def _add(self, fields: list[str]) -> None:
        count = int(fields[3], 16)
        pointers = fields[5 + 2 * count :]
        links = [(pointers[n], pointers[n + 1], pointers[n + 2]) for n in range(0, len(pointers) - 3, 4)]
        self.words[fields[0]] = [fields[4 + 2 * n] for n in range(count)]
        self.file[fields[0]] = int(fields[1])
        self.above[fields[0]] = [offset for kind, offset, _ in links if kind == "@"]
        self.domain[fields[0]] = [offset for kind, offset, pos in links if kind == ";c" and pos == "n"]


def read_senses(folder: Path) -> dict[str, list[str]]:
    """Read the synsets of each lemma, most frequent first."""
    found = {}
    with (folder / "index.noun").open(encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("  "):
                fields = line.split()
                found[fields[0]] = fields[6 + int(fields[3]) :]
    return found


def rows(folder: Path) -> Iterator[tuple[str, str]]:
    """Give each single common noun that has a field."""
    synsets, senses = Synsets(folder), read_senses(folder)
    roots = {
        field: {senses[word][int(number) - 1] for word, number in (each.split(":") for each in words.split())}
        for field, words in ABOVE.items()
    }
    domains = {word: field for field, words in DOMAINS.items() for word in words.split()}

    @cache
    def above(offset: str) -> frozenset[str]:
        return frozenset({offset}).union(*(above(each) for each in synsets.above[offset]))

    for lemma, offset in read_first_senses(folder):
        named = any(word != lemma and word.lower() == lemma for word in synsets.words[offset])
        if named or not lemma.replace("-", "").isalpha() or len(lemma) < 3:
            continue
        told = [domains[word] for each in synsets.domain[offset] for word in synsets.words[each] if word in domains]
        field = next((name for name, tops in roots.items() if above(offset) & tops), None)
        field = field or (told[0] if told else FILES.get(synsets.file[offset]))
        if field is not None:
            yield lemma, field


def main(folder: Path, data: Path) -> None:
    """Write the table."""
    lines = [f"{lemma}\t{field}\n" for lemma, field in sorted(rows(folder))]
    (data / "noun_fields.tsv").write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"{len(lines)} nouns")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
