"""Places put for others in the same slot, whatever else the reports name."""

import pytest
from tests.link.factory import report

from reportedly.analyse import Tagger, analyse
from reportedly.link.passage import Pairing, Passage
from reportedly.link.swap_change import find_swapped_places
from reportedly.text.sentence import split_sentences

ELSEWHERE = "\n\nOdesa, Izmail, Malta and Liberia were named too."


def kinds(one, two):
    texts = one + ELSEWHERE, two + ELSEWHERE
    read = [analyse(report(name, text), tagger=Tagger.RULES) for name, text in zip("ab", texts, strict=True)]
    pairing = Pairing(*(Passage(text, split_sentences(text)[:1]) for text in texts))
    return [variation.kind.value for variation in find_swapped_places(pairing, *read)]


@pytest.mark.parametrize(
    ("one", "two", "kind"),
    [
        ("The tug had left Izmail with a pilot aboard.", "The tug set out from Odesa with a pilot.", "place_changed"),
        ("Two companies came from the town of Izmail by rail.", "By rail, two companies came from Odesa.", "place_changed"),
        ("A wreck lies 20 km south of Izmail.", "A wreck lies some 20 km south of Odesa.", "place_changed"),
        ("Six carts rolled toward Izmail at dusk.", "At dusk six carts rolled in the direction of Odesa.", "place_changed"),
        ("A Maltese-flagged ferry sank at noon.", "At noon a Liberian-flagged ferry sank.", "detail_changed"),
    ],
)  # fmt: skip
def test_swap_is_told(one, two, kind):
    assert kinds(one, two) == [kind]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("The tug had left Izmail with a pilot aboard.", "The tug set out from Izmail with a pilot."),
        ("The tug had left Izmail with a pilot aboard.", "The tug took a pilot aboard near Odesa."),
        ("A wreck lies 20 km south of Izmail.", "A wreck lies 90 km east of Odesa."),
        ("A Maltese ferry sank at noon.", "A ferry that flew the flag of Malta sank at noon."),
    ],
)  # fmt: skip
def test_other_slot_is_silent(one, two):
    assert kinds(one, two) == []
