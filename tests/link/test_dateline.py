"""Where a dateline stands and whom it names."""

import pytest

from reportedly.link.dateline import find_dateline, skip_dateline


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LODNA, Sarvia, March 4 (Hill Wire) - The gate was open.", "Hill Wire"),
        ("(Corrects the year)\n\nLODNA, March 4 (Hill Wire) — The gate was open.", "Hill Wire"),
        ("Lodna, 4 March 2026 (HW) -- The gate was open.", "HW"),
        ("LODNA - The gate was open.", None),
    ],
)
def test_dateline_is_known_by_its_form(text, name):
    assert find_dateline(text).group("name") == name


@pytest.mark.parametrize(
    "text",
    ["HWO is ready - and willing - to help.", "Mayor Anna Holm (Greens) - a teacher - spoke.", "In March 4 - or 5."],
)
def test_a_dash_alone_makes_no_dateline(text):
    assert find_dateline(text) is None


def test_sentence_is_left_without_its_dateline():
    text = "It rained.\nLODNA, March 4 (Hill Wire) - The gate was open."
    start, end = skip_dateline(text, (11, len(text)))
    assert text[start:end].strip() == "The gate was open."
    assert skip_dateline(text, (0, 10)) == (0, 10)
