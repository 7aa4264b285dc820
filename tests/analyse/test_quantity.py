import pytest
from tests.analyse.told import report

from reportedly.analyse.parse import parse
from reportedly.analyse.quantity import read_quantity
from reportedly.text.number import find_numbers


def told(body, word):
    """Give what is counted, and how many, by the word `word` of `body`."""
    (passage,) = parse(report(body))
    token = next(token for token in passage.doc if token.text == word)
    found = read_quantity(passage, token, find_numbers(passage.doc.text))
    return found and (found.what, found.min, found.max, found.span.text)


@pytest.mark.parametrize(
    ("body", "word", "expected"),
    [
        ("At least 12 people were killed.", "people", ("people", 12, None, "At least 12 people")),
        ("Some 40 were hurt.", "40", ("people", 40, 40, "Some 40")),
        ("Nine passengers died.", "passengers", ("passenger", 9, 9, "Nine passengers")),
        ("A policeman was shot.", "policeman", ("policeman", 1, 1, "A policeman")),
        ("Two of the five miners died.", "miners", ("miner", 2, 2, "Two of the five miners")),
        ("Hundreds died.", "Hundreds", ("people", 200, None, "Hundreds")),
        ("Thousands of teachers marched.", "teachers", ("teacher", 2000, None, "Thousands of teachers")),
        ("They sold it for $1.3bn.", "1.3bn", ("$", 1.3e9, 1.3e9, "$1.3bn")),
        ("They paid up to €300 million.", "million", ("€", None, 300e6, "up to €300 million")),
        ("It burned nearly 4,000 hectares.", "hectares", ("hectare", 4000, 4000, "nearly 4,000 hectares")),
        ("They sent 3,000 tonnes of flour.", "tonnes", ("tonne", 3000, 3000, "3,000 tonnes")),
        ("They handed over 303 captives.", "captives", ("captive", 303, 303, "303 captives")),
        ("Two battalions of 500 men each came.", "men", ("man", 1000, 1000, "500 men")),
        ("A third of the men left.", "men", ("man", None, None, "A third of the men")),
        ("They held six Palestinians.", "Palestinians", ("Palestinian", 6, 6, "six Palestinians")),
        ("People fled.", "People", None),
    ],
)
def test_people_things_and_sums_are_counted(body, word, expected):
    assert told(body, word) == expected
