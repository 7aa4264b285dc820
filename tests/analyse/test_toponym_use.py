"""What a place's name does in its sentence."""

from __future__ import annotations

import pytest
from tests.analyse.test_toponym import read

from reportedly.analyse.parse import parse
from reportedly.analyse.toponym import find_places

LITERAL = [
    ("The convoy reached Damascus on Monday.", "Damascus"),
    ("Two jets landed in Moscow overnight.", "Moscow"),
    ("Shells hit Kharkiv and killed a guard.", "Kharkiv"),
    ("Snow fell in Warsaw.", "Warsaw"),
    ("Opposition fighters took Damascus in December.", "Damascus"),
    ("The ferry sailed from Odesa to Constanta.", "Odesa"),
    ("Thousands have fled Sudan since April.", "Sudan"),
    ("A truce holds in southern Lebanon.", "Lebanon"),
    ("The port of Latakia was closed.", "Latakia"),
    ("Villages in Idlib province were shelled.", "Idlib"),
    ("Fighting went on in the Kupyansk sector.", "Kupyansk"),
    ("Rockets fell near Haifa on Friday.", "Haifa"),
    ("A tanker is anchored off Fujairah.", "Fujairah"),
    ("The highway links Homs to Hama.", "Hama"),
    ("Drones flew over Rostov before dawn.", "Rostov"),
    ("Troops left Niger for Chad.", "Chad"),
    ("The train from Berlin was late.", "Berlin"),
    ("Poland was hit by floods.", "Poland"),
    ("Israel lies south of Lebanon.", "Israel"),
    ("He was born in Florence in 1961.", "Florence"),
    ("She teaches in Reading and lives in Bath.", "Bath"),
    ("The minister flew to Nice for talks.", "Nice"),
    ("A bus overturned in Split on Saturday.", "Split"),
]

METONYM = [
    ("Moscow said its planes would stay.", "Moscow"),
    ("The Kremlin declined to comment.", "Kremlin"),
    ("Washington has lifted its sanctions.", "Washington"),
    ("Ankara rejected the offer.", "Ankara"),
    ("Tehran denied the claim.", "Tehran"),
    ("Kyiv and Moscow freed 303 prisoners each.", "Moscow"),
    ("India and Pakistan agreed to halt all firing.", "Pakistan"),
    ("Lithuania will spend more on air defence.", "Lithuania"),
    ("Turkey has not let the ship through.", "Turkey"),
    ("None of the boats, according to Washington, came close.", "Washington"),
    ("Baku accused its neighbour of shelling a village.", "Baku"),
    ("Diplomats urged Israel to hold back.", "Israel"),
    ("The ministers accused Beijing of spying.", "Beijing"),
    ("France plans to hand over its base to Senegal.", "Senegal"),
    ("The rebels gave Israel four days to leave.", "Israel"),
    ("A ceasefire between Israel and Hezbollah took effect.", "Israel"),
    ("Iran has abandoned its outposts in the east.", "Iran"),
    ("Beijing warned the ships to stay away.", "Beijing"),
    ("The Pentagon would neither confirm nor deny it.", "Pentagon"),
    ("Berlin sent two frigates to the Baltic.", "Berlin"),
    ("The European Union on Tuesday blacklisted 189 tankers.", "European Union"),
]

MODIFIER = [
    ("Syria's army left the town.", "Syria"),
    ("Kenya's defence ministry did not answer.", "Kenya"),
    ("Moscow's claim was rejected.", "Moscow"),
    ("The Damascus government met envoys on Monday.", "Damascus"),
    ("Rwanda-backed rebels took the airport.", "Rwanda"),
    ("The London-based group counted 12 dead.", "London"),
    ("A US destroyer followed the boat.", "US"),
    ("Kharkiv's governor ordered people to leave.", "Kharkiv"),
    ("The Gaza health ministry counted 41 dead.", "Gaza"),
    ("Two Pentagon planners have resigned.", "Pentagon"),
    ("Cambodia's naval base is being widened.", "Cambodia"),
    ("Bulgaria's transport minister stepped down.", "Bulgaria"),
    ("The Aleppo cotton mills are still shut.", "Aleppo"),
]

EMBEDDED = [
    ("The Bosphorus Observer photographed the submarine.", "Bosphorus"),
    ("The Bank of England raised its rate.", "England"),
    ("He wrote for the New York Times for years.", "New York"),
    ("The Black Sea Fleet has lost its flagship.", "Black Sea"),
    ("The landing ship Kaliningrad left port on Wednesday.", "Kaliningrad"),
    ("Sales at Texas Instruments fell in March.", "Texas"),
    ("US Africa Command said it had struck a camp.", "Africa"),
    ("Manchester United lost again at home.", "Manchester"),
    ("Six people died of West Nile virus this summer.", "West Nile"),
    ("Health workers fear the Marburg virus.", "Marburg"),
    ("They signed the Geneva Convention in 1949.", "Geneva"),
    ("Ministers defended the Paris Agreement on climate.", "Paris"),
    ("Sales of Brussels sprouts rose before Christmas.", "Brussels"),
    ("The British carrier HMS Prince of Wales sailed on Monday.", "Wales"),
    ("The first Yasen boat, Severodvinsk, was commissioned in 2014.", "Severodvinsk"),
    ("Wagons crossed the river, according to Northern Lens, a Seoul research group.", "Northern Lens"),
]

DEMONYM = [
    ("Russian troops left the base.", "Russian"),
    ("The Turks reopened the strait.", "Turks"),
    ("A Syrian officer spoke to reporters.", "Syrian"),
    ("Two North Korean soldiers crossed the line.", "North Korean"),
    ("The French and the Dutch sent ships.", "Dutch"),
]

# No place at all, or none that belongs on a map.
NOBODY_S_TOWN = [
    "Vladimir Putin spoke to reporters.",
    "Mr Putin said so, and Vladimir Putin meant it.",
    "Paris Hilton opened the show.",
    "Jack London wrote about dogs.",
    "Florence Pugh was given the prize.",
    "Israel Adesanya lost his belt.",
    "Jordan Peterson gave a talk.",
    "Giorgia Meloni and Chad Smith met.",
    "Whitney Houston sang; Houston was 22.",
    "President Lincoln was shot.",
    "Kerry Washington directed it. Washington also stars.",
    "She was reading a book in the bath.",
    "It would be nice to have a mobile phone.",
    "They split the money in March.",
    "Police seized the car.",
    "Independence is what matters to them.",
    "Enterprise software is dull.",
    "He smelled of cologne.",
    "We may march on at noon.",
    "But of course nobody knows.",
    "Victory was close, he said.",
]


def uses(body: str) -> dict[str, str]:
    report = read(body)
    return {place.span.text: place.use.value for place in find_places(report, parse(report))}


@pytest.mark.parametrize(("body", "name"), LITERAL)
def test_where_something_is_or_happens_is_meant_literally(body, name):
    assert uses(body)[name] == "literal"


@pytest.mark.parametrize(("body", "name"), METONYM)
def test_who_decides_speaks_or_is_spoken_to_is_a_government(body, name):
    assert uses(body)[name] == "metonym"


@pytest.mark.parametrize(("body", "name"), MODIFIER)
def test_whose_something_is_is_told_by_a_modifier(body, name):
    assert uses(body)[name] == "modifier"


@pytest.mark.parametrize(("body", "name"), EMBEDDED)
def test_a_part_of_a_name_of_something_else_is_embedded(body, name):
    assert uses(body)[name] == "embedded"


@pytest.mark.parametrize(("body", "name"), DEMONYM)
def test_a_people_is_a_demonym(body, name):
    assert uses(body)[name] == "demonym"


@pytest.mark.parametrize("body", NOBODY_S_TOWN)
def test_people_and_ordinary_words_are_on_no_map(body):
    assert [name for name, use in uses(body).items() if use in ("literal", "metonym")] == []
