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
        ("They lost dozens of T-72B3 tanks.", [("T-72B3", "vehicle", 24, None)]),
        (
            "Two patrol boats and a tanker left.",
            [("patrol boat", "ship", 2, 2), ("tanker", "ship", 1, 1)],
        ),
        ("Some said infantry fighting vehicles were seen.", [("infantry fighting vehicle", "vehicle", None, None)]),
        ("Hundreds of Chadian soldiers fled.", [("soldier", "personnel", 200, None)]),
        ("Several S-300 air defence systems arrived.", [("S-300 air defence system", "weapon", 3, None)]),
    ],
)
def test_assets_are_named_counted_and_sorted(body, expected):
    assert [found for found in assets(body) if found[0] != "infantry"] == expected


# (words, name, category, least, most); the words stand at the start of a sentence.
COUNTED = [
    ("At least two Antonov AN-124s", "Antonov AN-124", "aircraft", 2, None),
    ("At least two An-124s", "An-124", "aircraft", 2, None),
    ("Two Il-76 transports", "Il-76", "aircraft", 2, 2),
    ("An Il-62", "Il-62", "aircraft", 1, 1),
    ("Seven Su-24s", "Su-24", "aircraft", 7, 7),
    ("Six Su-35s", "Su-35", "aircraft", 6, 6),
    ("Eleven Tu-95s", "Tu-95", "aircraft", 11, 11),
    ("Two Tu-160 bombers", "Tu-160", "aircraft", 2, 2),
    ("Two Russian Tu-95 Bears", "Tu-95 Bear", "aircraft", 2, 2),
    ("Up to a dozen Mi-8 helicopters", "Mi-8", "aircraft", None, 12),
    ("US P-8s", "P-8", "aircraft", None, None),
    ("Both F-16s", "F-16", "aircraft", 2, 2),
    ("The Mi-8", "Mi-8", "aircraft", 1, 1),
    ("The last C-17", "C-17", "aircraft", 1, 1),
    ("A pair of MQ-9 Reapers", "MQ-9 Reaper", "aircraft", 2, 2),
    ("Some 300 Shaheds", "Shahed", "aircraft", 300, 300),
    ("22 Shahed drones", "Shahed", "aircraft", 22, 22),
    ("A dozen Shahed 136 drones", "Shahed 136", "aircraft", 12, 12),
    ("34 of 42 Shahed-136 drones", "Shahed-136", "aircraft", 34, 34),
    ("A Turkish Bayraktar TB2", "Bayraktar TB2", "aircraft", 1, 1),
    ("A Boeing 737-800", "Boeing 737-800", "aircraft", 1, 1),
    ("Three Boeing 747s", "Boeing 747", "aircraft", 3, 3),
    ("The Embraer 190", "Embraer 190", "aircraft", 1, 1),
    ("Two business jets", "business jet", "aircraft", 2, 2),
    ("Two Canadair water bombers", "Canadair water bomber", "aircraft", 2, 2),
    ("Twelve F-35A fighter jets", "F-35A", "aircraft", 12, 12),
    ("Nearly 40 helicopters", "helicopter", "aircraft", 40, 40),
    ("Half of the 30 drones", "drone", "aircraft", 15, 15),
    ("Most of the 30 drones", "drone", "aircraft", None, 30),
    ("Neither of the two helicopters", "helicopter", "aircraft", 0, 0),
    ("Two Kilo-class submarines", "Kilo-class submarine", "ship", 2, 2),
    ("A Ropucha-class landing ship", "Ropucha-class landing ship", "ship", 1, 1),
    ("A Steregushchiy-class corvette", "Steregushchiy-class corvette", "ship", 1, 1),
    ("Three Type 055 destroyers", "Type 055 destroyer", "ship", 3, 3),
    ("An Arleigh Burke-class destroyer", "Arleigh Burke-class destroyer", "ship", 1, 1),
    ("Two guided missile frigates", "guided missile frigate", "ship", 2, 2),
    ("USS Gerald R. Ford", "USS Gerald R. Ford", "ship", 1, 1),
    ("The frigate Admiral Essen", "frigate", "ship", 1, 1),
    ("The cruiser Moskva", "cruiser", "ship", 1, 1),
    ("The tanker", "tanker", "ship", 1, 1),
    ("Two of the five ships", "ship", "ship", 2, 2),
    ("The two ships", "ship", "ship", 2, 2),
    ("Both ships", "ship", "ship", 2, 2),
    ("No ships", "ship", "ship", None, None),
    ("An unspecified number of ships", "ship", "ship", None, None),
    ("Another three warships", "warship", "ship", 3, 3),
    ("Three more Russian warships", "warship", "ship", 3, 3),
    ("One or more patrol boats", "patrol boat", "ship", 1, None),
    ("A Panama-flagged bulk carrier", "bulk carrier", "ship", 1, 1),
    ("Two container ships", "container ship", "ship", 2, 2),
    ("The aircraft carrier", "aircraft carrier", "ship", 1, 1),
    ("Dozens of small boats", "small boat", "ship", 24, None),
    ("17 dinghies", "dinghy", "ship", 17, 17),
    ("189 tankers", "tanker", "ship", 189, 189),
    ("An overloaded ferry", "ferry", "ship", 1, 1),
    ("Several dhows", "dhow", "ship", 3, None),
    ("Five sea drones", "sea drone", "ship", 5, 5),
    ("The cargo ships Sparta and Ursa Minor", "cargo ship", "ship", 2, 2),
    ("The T-72B3s", "T-72B3", "vehicle", None, None),
    ("Dozens of T-72B3s", "T-72B3", "vehicle", 24, None),
    ("18 Leopard 2A6 tanks", "Leopard 2A6", "vehicle", 18, 18),
    ("Forty German Marders", "Marder", "vehicle", 40, 40),
    ("14 Challengers", "Challenger", "vehicle", 14, 14),
    ("31 M1A2 Abrams", "M1A2 Abrams", "vehicle", 31, 31),
    ("Five Humvees", "Humvee", "vehicle", 5, 5),
    ("Several BMP-2s", "BMP-2", "vehicle", 3, None),
    ("Ten infantry fighting vehicles", "infantry fighting vehicle", "vehicle", 10, 10),
    ("More than 100 armoured vehicles", "armoured vehicle", "vehicle", 101, None),
    ("40 army trucks", "army truck", "vehicle", 40, 40),
    ("Between 10 and 15 pickups", "pickup", "vehicle", 10, 15),
    ("Two Russian-made tanks", "tank", "vehicle", 2, 2),
    ("Two newly built Russian tanks", "tank", "vehicle", 2, 2),
    ("20 Iskander-M ballistic missiles", "Iskander-M ballistic missile", "weapon", 20, 20),
    ("12 surface-to-air missiles", "surface-to-air missile", "weapon", 12, 12),
    ("Both Kh-101s", "Kh-101", "weapon", 2, 2),
    ("Storm Shadow missiles", "Storm Shadow missile", "weapon", None, None),
    ("Three S-400 batteries", "S-400 battery", "weapon", 3, 3),
    ("A Patriot system", "Patriot system", "weapon", 1, 1),
    ("An Iskander-M", "Iskander-M", "weapon", 1, 1),
    ("Eight HIMARS launchers", "HIMARS launcher", "weapon", 8, 8),
    ("30 Caesar howitzers", "Caesar howitzer", "weapon", 30, 30),
    ("152mm howitzers", "152mm howitzer", "weapon", None, None),
    ("Three 2S19 howitzers", "2S19 howitzer", "weapon", 3, 3),
    ("Fatah-1 rockets", "Fatah-1 rocket", "weapon", None, None),
    ("Hundreds of Grad rockets", "Grad rocket", "weapon", 200, None),
    ("Iron Dome", "Iron Dome", "weapon", None, None),
    ("A thousand shells", "shell", "weapon", 1000, 1000),
    ("Two battalions", "battalion", "unit", 2, 2),
    ("The 93rd Mechanized Brigade", "93rd Mechanized Brigade", "unit", 1, 1),
    ("The 810th Naval Infantry Brigade", "810th Naval Infantry Brigade", "unit", 1, 1),
    ("A carrier strike group", "carrier strike group", "unit", 1, 1),
    ("Three brigades", "brigade", "unit", 3, 3),
    ("Hundreds of North Korean soldiers", "soldier", "personnel", 200, None),
    ("About 11,000 Wagner fighters", "fighter", "personnel", 11000, 11000),
    ("Tens of thousands of troops", "troop", "personnel", 20000, None),
    ("3,000 border guards", "border guard", "personnel", 3000, 3000),
    ("As many as 500 paratroopers", "paratrooper", "personnel", None, 500),
    ("No fewer than 40 marines", "marine", "personnel", 40, None),
    ("Several peacekeepers", "peacekeeper", "personnel", 3, None),
    ("400 of a promised 1,000 police officers", "police officer", "personnel", 400, 400),
    ("A radar station", "radar station", "equipment", 1, 1),
]


@pytest.mark.parametrize(("words", "name", "category", "least", "most"), COUNTED, ids=[row[0] for row in COUNTED])
def test_hedges_designators_and_kinds_are_read(words, name, category, least, most):
    assert assets(f"{words} arrived at the port on Monday.")[0] == (name, category, least, most)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A squadron of 12 Su-34s landed.", [("squadron", 1, 1), ("Su-34", 12, 12)]),
        ("Two frigates and an oiler left.", [("frigate", 2, 2), ("oiler", 1, 1)]),
        ("The destroyer USS Carney and the USS Bainmore sailed.", [("destroyer", 1, 1), ("USS Bainmore", 1, 1)]),
        ("An Il-76 cargo plane and an Il-62 took off.", [("Il-76", 1, 1), ("Il-62", 1, 1)]),
        ("In 2022 Russian troops crossed with tanks.", [("troop", None, None), ("tank", None, None)]),
        ("Both ships and aircraft were sent.", [("ship", None, None), ("aircraft", None, None)]),
        (
            "Ten F-35s, five of which are in Puerto Rico, were sent.",
            [("F-35", 10, 10), ("F-35", 5, 5)],
        ),
        ("The first of 400 soldiers left; a further 300 are to go.", [("soldier", None, None), ("soldier", 300, 300)]),
        ("A column of tanks crossed.", [("column", 1, 1), ("tank", None, None)]),
    ],
)
def test_each_of_a_list_has_its_own_count(body, expected):
    assert [(name, least, most) for name, _, least, most in assets(body)] == expected


@pytest.mark.parametrize(
    ("body", "parts"),
    [
        ("Three vessels - two frigates and an oiler - left.", ["frigate", "oiler"]),
        ("Three vessels, among them two frigates, left.", ["frigate"]),
        ("They shot down 60 drones and 35 missiles, including 12 cruise missiles.", ["cruise missile"]),
        ("Two frigates and an oiler left.", []),
        ("Ten ships - the fleet calls them frigates - left.", []),
    ],
)
def test_parts_say_what_counts_them_already(body, parts):
    (passage,) = parse(report(body))
    found = find_assets(passage, find_numbers(passage.doc.text)).values()
    assert [asset.name for asset in found if asset.part_of is not None] == parts


@pytest.mark.parametrize(
    ("words", "symbol"),
    [
        ("Two frigates", "30120204"),
        ("A Kilo-class submarine", "35110100"),
        ("A Ropucha-class ship", "30120307"),
        ("A vessel", "30000000"),
        ("An An-124", "01110107"),
        ("Two Su-35s", "01110104"),
        ("A drone", "01110300"),
        ("A tank", "15120200"),
        ("A BMP-2", "15120101"),
        ("A vehicle", "15120000"),
        ("Three howitzers", "15110900"),
        ("An S-400 battery", "15111100"),
        ("A cruise missile", "02110000"),
        ("A tank brigade", "10120500"),
        ("Ten soldiers", "10000000"),
    ],
)
def test_symbols_are_of_the_standard(words, symbol):
    (passage,) = parse(report(f"{words} arrived."))
    (asset,) = find_assets(passage, find_numbers(passage.doc.text)).values()
    assert asset.symbol == symbol


@pytest.mark.parametrize(
    ("body", "category"),
    [
        ("Japanese fighters were scrambled.", "aircraft"),
        ("Kurdish fighters were seen.", "personnel"),
        ("Two Typhoon fighters landed.", "aircraft"),
    ],
)
def test_fighters_are_aircraft_where_they_fly(body, category):
    assert [found[1] for found in assets(body)] == [category]


@pytest.mark.parametrize(
    "body",
    [
        "A tank factory burned.",
        "The tax system failed.",
        "Covid-19 and the G-20 came up.",
        "A water tank leaked.",
        "They met in Van on Monday.",
        "The think tank published figures.",
        "The carrier cancelled all flights.",
        "A gold mine closed.",
        "Admiral Makarov spoke to reporters.",
        "The chief executive officer resigned.",
        "He broke both arms.",
        "The 30-year pact was signed.",
        "Shell sold its stake.",
    ],
)
def test_what_only_sounds_like_an_asset_is_none(body):
    assert assets(body) == []
