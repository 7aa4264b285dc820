"""Stories for the reader: lines as reports have them, which tell one fact or rival ones, and where they stand to questions.

`python tools/pairs/stories.py FILE...` checks files.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path

SIDES = ("none", "for", "against", "elsewhere", "unclear")  # of a line to a question
RELATIONS = ("other", "same", "rival")  # of two lines: neither, tell one fact, cannot both be so
QUESTIONS = 4  # a story


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, and the lines on each side of it, by number; the others bear on it no more than the weather does."""

    text: str
    sides: dict[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Story:
    """Lines of several newsrooms about one story."""

    about: str
    lines: tuple[str, ...]
    same: tuple[tuple[int, ...], ...]  # groups that tell one fact
    rival: tuple[tuple[int, int], ...]
    questions: tuple[Asked, ...]

    def beside_questions(self) -> Iterator[tuple[str, str, int]]:
        """Give each question with each line, and the line's place in SIDES."""
        for asked in self.questions:
            side = {line: SIDES.index(name) for name, lines in asked.sides.items() for line in lines}
            yield from ((asked.text, words, side.get(line, 0)) for line, words in enumerate(self.lines))

    def beside_each_other(self) -> Iterator[tuple[str, str, int]]:
        """Give all pairs of lines, both ways round, with their place in RELATIONS."""
        told = {pair: 1 for group in self.same for pair in permutations(group, 2)}
        told |= {pair: 2 for rivals in self.rival for pair in permutations(rivals)}
        for one, other in permutations(range(len(self.lines)), 2):
            yield self.lines[one], self.lines[other], told.get((one, other), 0)


def read_stories(path: Path) -> list[Story]:
    """Read a file of stories, one a line.

    Raises:
        ValueError: a line is no story, or contradicts itself; the message names it.
    """
    found = []
    for number, row in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            found.append(_story(json.loads(row)))
        except (KeyError, TypeError, ValueError) as reason:
            raise ValueError(f"{path.name}:{number}: {reason}") from None
    return found


def _story(row: dict[str, list[object]]) -> Story:
    story = Story(
        about=str(row["about"]),
        lines=tuple(row["lines"]),
        same=tuple(tuple(group) for group in row["same"]),
        rival=tuple((one, other) for one, other in row["rival"]),
        questions=tuple(
            Asked(each["asked"], {s: tuple(each.get(s, ())) for s in SIDES[1:]}) for each in row["questions"]
        ),
    )
    named = [*sum(story.same, ()), *sum(story.rival, ())]
    for asked in story.questions:
        beside = [line for lines in asked.sides.values() for line in lines]
        named += beside
        if len(set(beside)) < len(beside) or not beside:
            raise ValueError(f"a line on two sides, or none on any: {asked.text}")
    if any(not 0 <= line < len(story.lines) for line in named) or len(set(story.lines)) < len(story.lines):
        raise ValueError("a number of no line, or a line twice")
    if any(set(pair) <= set(group) for pair in story.rival for group in story.same):
        raise ValueError("two lines that tell one fact and rival each other")
    if len(story.questions) != QUESTIONS:
        raise ValueError(f"{len(story.questions)} questions")
    return story


if __name__ == "__main__":
    for name in sys.argv[1:]:
        read = read_stories(Path(name))
        print(f"{name}: {len(read)} stories, {sum(len(story.lines) for story in read)} lines")
