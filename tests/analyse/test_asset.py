import pytest
from tests.analyse.told import report

from reportedly.analyse.asset import find_assets
from reportedly.analyse.parse import parse
from reportedly.text.number import find_numbers


def assets(body):
    (passage,) = parse(report(body))
    return [
        (asset.name, asset.category, asset.min, asset.max)
        for asset in find_assets(passage, find_numbers(passage.doc.text)).values()
    ]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Pictures show at least three Ilyushin Il-76s.", [("Ilyushin Il-76", "aircraft", 3, None)]),
        ("They lost dozens of T-72B3 tanks.", [("T-72B3 tank", "vehicle", 24, None)]),
        (
            "Two patrol boats and a tanker left.",
            [("patrol boat", "ship", 2, 2), ("tanker", "ship", 1, 1)],
        ),
        ("Some said infantry fighting vehicles were seen.", [("infantry fighting vehicle", "vehicle", None, None)]),
        ("Hundreds of Chadian soldiers fled.", [("soldier", "personnel", 200, None)]),
        ("Several S-300 air defence systems arrived.", [("S-300 air defence system", "weapon", 2, None)]),
    ],
)
def test_assets_are_named_counted_and_sorted(body, expected):
    assert [found for found in assets(body) if found[0] != "infantry"] == expected


@pytest.mark.parametrize("body", ["A tank factory burned.", "The tax system failed.", "Covid-19 and the G-20 came up."])
def test_what_only_sounds_like_an_asset_is_none(body):
    assert assets(body) == []
