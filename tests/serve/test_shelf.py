"""What the shelf keeps, and what it lets go of."""

import pytest

from reportedly import read_text
from reportedly.claim import ClaimFilter
from reportedly.errors import UnknownResource
from reportedly.serve import shelf
from reportedly.serve.shelf import Shelf


def test_what_is_asked_again_is_worked_out_once_and_leaves_no_lock_behind(library):
    asked = Shelf(library)
    assert asked.papers() is asked.papers()
    with pytest.raises(UnknownResource):
        asked.papers("no day")
    assert asked._making == {}


def test_what_most_screens_draw_on_is_kept_however_much_else_is_asked(library, monkeypatch):
    monkeypatch.setattr(shelf, "_KEPT", 2)
    asked = Shelf(library)
    first, drawn, sheet = asked.papers(), asked.drawings(), asked.sheet()
    for place in ("Hornik", "Ostrava", "Zlin"):
        asked.count(ClaimFilter(place=place))
    assert asked.papers() is first
    assert asked.drawings() is drawn
    assert asked.sheet() is sheet
    library.add_reports([read_text("A clerk left Zlin, he said.", title="Clerk", published="2024-05-01")])
    assert asked.papers() is not first
