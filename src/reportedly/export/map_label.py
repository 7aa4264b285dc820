"""Labels on a map, placed one after the other where none covers another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_WIDTH = 0.58  # of the font size, what a character of a sans-serif face takes on average
_CAPITAL = 0.72  # the same for a capital

Wish = tuple[str, float, float, str]  # text, x, y of the base line, and 'start', 'middle' or 'end'


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle in pixels."""

    x: float
    y: float
    width: float
    height: float

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes share a spot."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A text that was given room."""

    text: str
    x: float
    y: float
    side: str
    box: Box


def place_labels(
    wishes: Iterable[Wish],
    taken: Iterable[Box],
    *,
    frame_size: tuple[int, int],
    font: float,
    limit: int | None = None,
) -> tuple[Label, ...]:
    """Give each text the first of its wishes that is free and inside the frame.

    Args:
        wishes: in order of preference; the same text may wish for several places.
        taken: boxes that no label may touch.
        frame_size: width and height in pixels.
        font: pixels.
        limit: how many labels are wanted at most.
    """
    used = list(taken)
    placed: dict[str, Label] = {}
    for text, x, y, side in wishes:
        if text in placed or (limit is not None and len(placed) >= limit):
            continue
        box = _box(text, x, y, side, font)
        inside = box.x >= 2 and box.y >= 2 and box.x + box.width <= frame_size[0] - 2
        if inside and box.y + box.height <= frame_size[1] - 2 and not any(box.meets(other) for other in used):
            placed[text] = Label(text=text, x=x, y=y, side=side, box=box)
            used.append(box)
    return tuple(placed.values())


def _box(text: str, x: float, y: float, side: str, font: float) -> Box:
    """Measure a text roughly."""
    width = sum(_CAPITAL if letter.isupper() else _WIDTH for letter in text) * font
    left = {"start": x, "middle": x - width / 2, "end": x - width}[side]
    return Box(x=left, y=y - font, width=width, height=font * 1.3)
