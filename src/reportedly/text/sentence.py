"""Cut a text into sentences without moving a character."""

from __future__ import annotations

import re

from reportedly.data import read_words
from reportedly.text.fold import fold

# A stop, any closing marks, then space and something that can open a sentence.
# The look behind stands behind the first stop, so that only stops are tried.
_STOP = re.compile(r"""([.!?](?<![.!?].)[.!?]*)(["')\]]*)\s+(?=([("'\[\-*•]*)(\S))""")
_WORD = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*")
_FIRST_WORD = re.compile(r"\W*(\w+)")
_BEFORE_LETTER = re.compile(r"\b[a-z]+\s\w$")
_LONGEST_WORD = 40  # characters looked back for an abbreviation
_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
# Titles and ranks stand before names, months before days: what follows them in capitals opens nothing.
_OPENERS = frozenset(
    "The A An It He She They We I In On At But And This That These Those There However Meanwhile Its His"
    " Her Their".split()
)
_ENDS_ANYWAY = frozenset({"inc", "ltd", "corp", "co", "etc", "jr", "sr"})


def _opens_sentence(line: str, match: re.Match[str]) -> bool:
    """Tell whether the stop that `match` found in the folded `line` ends a sentence."""
    stop, closing, _, following = match.groups()
    word = _word_before(line, match.start())
    if not stop.startswith(".") or closing:
        return not following.islower()
    if following.islower():
        # 'from its bases. how Syrian rebel': a residue of cutting; a short word may be an abbreviation.
        return stop == "." and len(word) > 3 and word.islower() and word not in read_words("abbreviations.txt")
    if stop != ".":
        return True
    if _is_abbreviation(word):
        return word.lower() in _ENDS_ANYWAY and following.isupper()
    initial = len(word) == 1 and word.isupper() and not _is_letter(line, match)
    letters = "." in word and all(len(part) == 1 for part in word.split("."))
    return not initial and not (letters and not _starts_new(line, match))


def _word_before(line: str, end: int) -> str:
    """Give the word that ends at `end`, read from its end; empty where none does."""
    found = _WORD.match(line[max(end - _LONGEST_WORD, 0) : end][::-1])
    return found.group()[::-1] if found else ""


def _is_abbreviation(word: str) -> bool:
    """Tell whether `word` ends in a stop wherever it stands."""
    return word.lower() in read_words("abbreviations.txt")


def _starts_new(line: str, match: re.Match[str]) -> bool:
    """Tell whether a word after 'U.S.' is one that opens sentences rather than goes on with a name."""
    word = _FIRST_WORD.match(line, match.end())
    return word is not None and word.group(1) in _OPENERS


def _is_letter(line: str, match: re.Match[str]) -> bool:
    """Tell whether a capital letter is nobody's initial: 'wrote on X. The', 'to plan B. It'."""
    before = _BEFORE_LETTER.search(line[max(match.start() - _LONGEST_WORD, 0) : match.start()])
    return before is not None and _starts_new(line, match)


def split_sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Give the sentences of `text` as `[start, end)` pairs in order; a line break always ends one.

    >>> [ "It is so. He left at 5 p.m. on Dec. 9. Mr. Hall did not."[s:e] for s, e in
    ...   split_sentences("It is so. He left at 5 p.m. on Dec. 9. Mr. Hall did not.")]
    ['It is so.', 'He left at 5 p.m. on Dec. 9.', 'Mr. Hall did not.']
    """
    folded = fold(text)
    found: list[tuple[int, int]] = []
    for line in _LINE.finditer(folded):
        start = line.start()
        words = line.group()
        for match in _STOP.finditer(words):
            if _opens_sentence(words, match):
                _add(found, folded, start, line.start() + match.end(2))
                start = line.start() + match.end()
        _add(found, folded, start, line.end())
    return tuple(found)


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add `[start, end)` without the white space at its ends, if anything is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append((start, end))
