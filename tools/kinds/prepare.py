"""Lay the stories out as the tagger sees them: `python tools/kinds/prepare.py OUT.npz` (in the project's own environment).

Each story is read as one report of a paragraph a line. Kept of each window: what the tagger's lower layer leaves of its pieces, each word's
first piece, and the kind that the word names: 0 for none, NOT_ASKED where the window has the word for context only.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator

import numpy as np
from happenings import Line, read_all

from reportedly.analyse.parse import Passage, parse
from reportedly.analyse.tagger import run_tagger
from reportedly.analyse.tagger_input import read_words
from reportedly.analyse.tagger_input import windows as cut
from reportedly.read import read_text

NOT_ASKED = -100
Window = tuple[np.ndarray, np.ndarray, np.ndarray]


def _sentence(text: str) -> str:
    """Give a line as a paragraph has it: it opens with a capital and ends with a stop."""
    text = text[:1].upper() + text[1:]
    return text if text[-1] in '.!?"\u201d' else f"{text}."


def windows(story: list[Line]) -> Iterator[Window]:
    """Give the windows of a story: states of pieces, first pieces of words, kinds of words."""
    report = read_text("\n\n".join(_sentence(line.text) for line in story), as_is=True)
    named, at = {}, 0
    for line in story:
        named |= {(at + start, at + end): kind for start, end, kind in line.named}
        at += len(_sentence(line.text)) + 2
    for passage in parse(report):
        words = read_words(passage.doc)
        for window in cut(words):
            first, lower, _ = run_tagger(words, window)
            told = [_kind(passage, words.tokens[n], named) for n in range(window.judged, window.end)]
            yield lower[0].astype(np.float16), first, np.array([NOT_ASKED] * (window.judged - window.start) + told)


def _kind(passage: Passage, number: int, named: dict[tuple[int, int], int]) -> int:
    token = passage.doc[number]
    start, end = passage.offset + token.idx, passage.offset + token.idx + len(token)
    return next((kind for (first, last), kind in named.items() if start < last and first < end), 0)


def main(out: str) -> None:
    """Write all windows, one behind the other, with how long each is and of which story."""
    found: list[Window] = []
    whose: list[str] = []
    for name, story in read_all():
        told = list(windows(story))
        found += told
        whose += [name] * len(told)
    lower, first, kinds = zip(*found, strict=True)
    sizes = np.array([[len(each) for each in part] for part in (lower, first)])
    columns = {"lower": np.concatenate(lower), "first": np.concatenate(first), "kinds": np.concatenate(kinds)}
    np.savez(out, sizes=sizes, story=np.array(whose), **columns)


if __name__ == "__main__":
    main(sys.argv[1])
