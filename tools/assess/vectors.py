"""Cut the word vectors that `assess` compares words by out of GloVe's: `vectors.py WORDS.txt VECTORS.npy`."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

TABLE = Path(__file__).parents[2] / "src/reportedly/data/word_vectors.npz"
MOST = 20_000  # of the commonest words; the rarer ones are names, or told apart by their letters
STEPS = 127  # eight bits for each of fifty numbers


def main(words: Path, vectors: Path) -> None:
    """Keep the commonest plain words, each with its vector at length one, in eight bits a number."""
    forms = words.read_text(encoding="utf-8").splitlines()
    rows = np.load(vectors)
    kept = [place for place, form in enumerate(forms) if form.isascii() and form.isalpha() and len(form) > 1][:MOST]
    found = rows[kept] / np.linalg.norm(rows[kept], axis=1, keepdims=True)
    scaled = np.rint(found / np.abs(found).max(axis=1, keepdims=True) * STEPS).astype(np.int8)
    np.savez_compressed(TABLE, words=np.array([forms[place] for place in kept]), vectors=scaled)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
