"""Other ways to say which texts are related, at the thresholds that people use: each gives the pairs of ids that it names.

Source: thresholds as measured in the reference folder's notes on lineage.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from difflib import SequenceMatcher
from itertools import combinations

Pairs = set[frozenset[str]]
_WORD = re.compile(r"\w+")


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _grams(text: str) -> set[str]:
    """Give the word 3-grams of a text."""
    words = _words(text)
    return {" ".join(gram) for gram in zip(words, words[1:], words[2:], strict=False)}


def containment(texts: Mapping[str, str]) -> Pairs:
    """Name the pairs of which the shorter text has a fifth of its 3-grams in the other, by an inverted index."""
    grams = {key: {hash(gram) for gram in _grams(text)} for key, text in texts.items()}
    holders: dict[int, list[str]] = defaultdict(list)
    shared: Counter[tuple[str, str]] = Counter()
    for key in sorted(grams):
        for gram in grams[key]:
            for other in holders[gram]:
                shared[other, key] += 1
            holders[gram].append(key)
    return {frozenset((a, b)) for (a, b), count in shared.items() if count >= 0.2 * min(len(grams[a]), len(grams[b]))}


def datasketch(texts: Mapping[str, str]) -> Pairs:
    """Name the pairs that MinHash with locality-sensitive hashing puts together: word 3-grams, Jaccard .2."""
    from datasketch import MinHash, MinHashLSH

    index, sketches = MinHashLSH(threshold=0.2, num_perm=128), {}
    for key, text in texts.items():
        sketches[key] = MinHash(num_perm=128)
        sketches[key].update_batch([gram.encode() for gram in _grams(text)])
        index.insert(key, sketches[key])
    return {
        frozenset((key, other)) for key, sketch in sketches.items() for other in index.query(sketch) if other != key
    }


def rensa(texts: Mapping[str, str]) -> Pairs:
    """Name the pairs that rensa's MinHash puts together: word 3-grams, 64 bands of two, Jaccard .2."""
    from rensa import RMinHash, RMinHashLSH

    index, sketches, keys = RMinHashLSH(threshold=0.2, num_perm=128, num_bands=64), {}, list(texts)
    for number, key in enumerate(keys):
        sketches[key] = RMinHash(num_perm=128, seed=1)
        sketches[key].update(list(_grams(texts[key])))
        index.insert(number, sketches[key])
    return {
        frozenset((key, keys[other]))
        for key, sketch in sketches.items()
        for other in index.query(sketch)
        if keys[other] != key
    }


def tf_idf(texts: Mapping[str, str]) -> Pairs:
    """Name the pairs whose tf-idf vectors have a cosine of at least a half."""
    from sklearn.feature_extraction.text import TfidfVectorizer

    keys = list(texts)
    vectors = TfidfVectorizer(sublinear_tf=True, stop_words="english").fit_transform(texts.values())
    alike = (vectors @ vectors.T).tocoo()
    return {
        frozenset((keys[i], keys[j]))
        for i, j, v in zip(alike.row, alike.col, alike.data, strict=True)
        if i < j and v >= 0.5
    }


def rapidfuzz_pair(one: str, other: str) -> bool:
    """Tell whether token_set_ratio, over words, is at least .7."""
    from rapidfuzz.fuzz import token_set_ratio

    return bool(token_set_ratio(" ".join(_words(one)), " ".join(_words(other))) >= 70)


def difflib_pair(one: str, other: str) -> bool:
    """Tell whether runs of three words and more that both have make up .3 of the shorter text."""
    a, b = _words(one), _words(other)
    runs = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return sum(run.size for run in runs if run.size >= 3) >= 0.3 * max(1, min(len(a), len(b)))


EVERYWHERE: dict[str, Callable[[Mapping[str, str]], Pairs]] = {
    "containment": containment,
    "datasketch": datasketch,
    "rensa": rensa,
    "tf-idf": tf_idf,
}
PAIRWISE: dict[str, Callable[[str, str], bool]] = {"rapidfuzz": rapidfuzz_pair, "difflib": difflib_pair}


def pairwise(name: str, texts: Mapping[str, str], among: Iterable[tuple[str, str]] | None = None) -> Pairs:
    """Name the pairs that a way to compare two texts calls related, of `among` or of all."""
    said = PAIRWISE[name]
    return {frozenset(pair) for pair in among or combinations(sorted(texts), 2) if said(texts[pair[0]], texts[pair[1]])}


def f1(said: Pairs, gold: Pairs, ignored: Pairs | None = None) -> float:
    """Give F1 of the pairs said, those that are ignored left out."""
    said = said - (ignored or set())
    return 2 * len(said & gold) / max(len(said) + len(gold), 1)
