"""Count in how many news texts each word stands, and write the table that `link` weighs words by."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from reportedly.text.word import words

TABLE = Path(__file__).parents[2] / "src/reportedly/data/frequencies.tsv"
LEAST_DOCUMENTS = 3
MOST_WORDS = 30_000
HEADER = """\
# How many of 10,000 news texts hold the word; a word that is missing is rarer than the rarest here.
# Counted by tools/frequencies/build.py; its README names the texts. Counts are facts: no licence is needed.
word\tdocuments
"""


def _texts(corpora: Path) -> Iterator[str]:
    """Give each development text once, the made derivatives left out."""
    for name, kept in (
        ("attribution/polnear-train.jsonl", ("",)),
        ("lineage/reports.jsonl", ("b:", "c:orig")),
    ):
        with (corpora / name).open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                if record["id"].startswith(kept):
                    yield record["text"]


def main(corpora: Path) -> None:
    """Write the table from the texts under `corpora`."""
    seen: Counter[str] = Counter()
    number = 0
    for text in _texts(corpora):
        number += 1
        seen.update({word.form for word in words(text)})
    common = sorted((-n, word) for word, n in seen.items() if n >= LEAST_DOCUMENTS)[:MOST_WORDS]
    rows = sorted((word, max(1, round(-n * 10_000 / number))) for n, word in common)
    TABLE.write_text(HEADER + "".join(f"{word}\t{n}\n" for word, n in rows), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
