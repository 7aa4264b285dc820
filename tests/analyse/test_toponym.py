"""The places that a report names."""

from __future__ import annotations

import pytest

from reportedly.analyse.parse import parse
from reportedly.analyse.toponym import find_places
from reportedly.event import Toponym, ToponymUse
from reportedly.report import Completeness, Report


def read(body: str, title: str | None = None) -> Report:
    return Report(
        id="r1",
        path=None,
        title=title,
        published=None,
        published_basis=None,
        modified=None,
        publisher=None,
        agency=None,
        url=None,
        language="en",
        authors=(),
        editors=(),
        dateline=None,
        body=body,
        completeness=Completeness.UNKNOWN,
        notices=(),
        cut=(),
        links=(),
    )


def places(body: str) -> dict[str, Toponym]:
    report = read(body)
    return {place.span.text: place for place in find_places(report, parse(report))}


def near(place: Toponym, lat: float, lon: float, degrees: float = 0.2) -> bool:
    assert place.lat is not None
    assert place.lon is not None
    return abs(place.lat - lat) < degrees and abs(place.lon - lon) < degrees


@pytest.mark.parametrize("spelling", ["Hmeimim", "Khmeimim", "Humaymim"])
def test_an_airbase_is_found_under_each_romanisation(spelling):
    place = places(f"Two jets landed at the {spelling} airbase in Syria on Monday.")[spelling]
    assert place.kind == "base"
    assert near(place, 35.4, 35.95)


def test_a_noun_beside_the_name_says_what_kind_of_place_is_meant():
    assert places("A cargo plane took off from Al Khadim airbase in eastern Libya.")["Al Khadim"].kind == "base"
    assert places("Fuel ran out in the city of Latakia in Syria.")["Latakia"].kind == "city"
    assert places("Villages in Idlib province in Syria were shelled.")["Idlib"].kind == "province"


def test_a_distance_and_a_direction_move_the_point_and_not_the_span():
    place = places("The frigate lay about 20 km (12 miles) south-east of Tartous, in Syria.")["Tartous"]
    assert place.offset is not None
    assert (place.offset.km, place.offset.bearing) == (20.0, 135.0)
    assert near(place, 34.76, 36.04, 0.05)


@pytest.mark.parametrize(("words", "km"), [("10 miles", 16.09), ("5 nautical miles", 9.26), ("300 metres", 0.3)])
def test_distances_are_turned_into_kilometres(words, km):
    place = places(f"A drone fell {words} north of Kharkiv in Ukraine.")["Kharkiv"]
    assert place.offset is not None
    assert place.offset.km == pytest.approx(km, abs=0.01)


def test_a_part_of_a_country_is_shifted_and_has_a_radius():
    found = places("Fighting went on in northern Syria. Nothing moved in Lebanon.")
    assert found["Syria"].lat is not None
    assert found["Syria"].lat > 35.5
    assert found["Syria"].radius_km is not None
    assert found["Syria"].radius_km > 50


def test_a_capital_that_speaks_is_its_government():
    found = places("Moscow said its planes would stay. The Kremlin declined to comment. Snow fell in Warsaw.")
    assert found["Moscow"].use is ToponymUse.METONYM
    assert found["Kremlin"].use is ToponymUse.METONYM
    assert found["Warsaw"].use is ToponymUse.LITERAL


def test_peoples_are_demonyms_and_can_be_left_out():
    report = read("Russian troops met Syrian officers and the Turks in Aleppo.")
    passages = parse(report)
    demonyms = [p for p in find_places(report, passages) if p.use is ToponymUse.DEMONYM]
    assert [(p.span.text, p.kind, p.country) for p in demonyms] == [
        ("Russian", "demonym", "RU"),
        ("Syrian", "demonym", "SY"),
        ("Turks", "demonym", "TR"),
    ]
    assert [p.span.text for p in find_places(report, passages, demonyms=False)] == ["Aleppo"]


def test_what_contains_a_town_decides_which_one_is_meant():
    assert places("The mill stood in Paris, Texas, for a century.")["Paris"].country == "US"
    assert places("The minister flew to Paris, France, on Friday.")["Paris"].country == "FR"
    assert places("A storm hit Springfield, IL, overnight.")["Springfield"].country == "US"


def test_the_countries_of_the_report_decide_which_town_is_meant():
    found = places("Syria's army left. Officials in Damascus said Syria would rebuild Tripoli's port road to Homs.")
    assert found["Homs"].country == "SY"


def test_a_place_that_the_gazetteer_lacks_is_listed_without_a_point():
    place = places("Soldiers entered the village of Qorvashtun in Syria at dawn.").get("Qorvashtun")
    assert place is None or place.lat is None


def test_the_words_before_a_list_speak_for_each_of_its_names():
    found = places("Congolese officials said rebels had entered Rutshuru, Uvira, Bukavu and Kalemie.")
    assert {name for name, place in found.items() if place.country == "CD"} >= {
        "Rutshuru",
        "Uvira",
        "Bukavu",
        "Kalemie",
    }


def test_what_is_sailed_for_is_a_place_though_the_tagger_has_a_person():
    assert places("The Russian submarine left Severomorsk for Gadzhiyevo.")["Gadzhiyevo"].country == "RU"


def test_a_capitalised_word_before_a_name_makes_it_another_place():
    found = places("The boats came from Nova Lisboa at dusk.")
    assert "Lisboa" not in found
    assert all(place.lat is None for place in found.values())


def test_a_name_with_an_article_is_no_town():
    assert places("The ferry crossed the Zambezi at dawn.")["Zambezi"].kind == "river"
    assert all(place.lat is None for place in places("Rain fell where the Valparaiso is still rising.").values())


def test_the_noun_after_a_name_is_read_with_it():
    found = places("Israel shut the Erez crossing and the Rafah crossing, and a drone hit the Kerch bridge.")
    assert found["Rafah"].kind == "crossing"
    assert near(found["Kerch"], 45.31, 36.51, 0.05)


def test_an_airfield_of_which_only_the_town_is_known_lies_somewhere_around_it():
    place = places("Two jets took off from Drogheda airfield in Ireland.")["Drogheda"]
    assert (place.kind, place.gazetteer_id, place.radius_km) == ("airport", None, 10.0)


def test_a_division_is_not_meant_by_a_dateline():
    assert places("VALPARAISO, Chile, Jan. 19 (Wire) - A depot burned down.")["VALPARAISO"].kind == "city"


def test_a_country_that_owns_something_tells_whose_it_is():
    assert places("Kenya's defence ministry did not answer.")["Kenya"].use is ToponymUse.MODIFIER
    assert places("Kenya's border was quiet.")["Kenya"].use is ToponymUse.MODIFIER


def test_airlines_codes_and_surnames_are_no_towns():
    assert places("The GOP and CNN met. Gen. Sadek Marib spoke, and Marib was heard.") == {}


def test_a_lone_small_namesake_far_from_the_rest_of_the_report_is_left_unplaced():
    found = places("Police in Kyiv, Kharkiv and Odesa searched homes. Others were held in Badger.")
    assert "Badger" not in found or found["Badger"].lat is None


@pytest.mark.parametrize(
    "body",
    [
        "Vladimir Putin met Paris Hilton.",
        "But at that time we may march on, and polish the turkey in the china bowl.",
        "At noon, Independence is what matters to us.",
        "",
        "“”‘’ — …",
        "مرحبا بالعالم",
    ],
)
def test_people_and_ordinary_words_are_no_places(body):
    assert [place.span.text for place in places(body).values() if place.use is ToponymUse.LITERAL] == []


def test_a_name_that_is_no_point_is_listed_without_one():
    place = places("Ties with the West are poor.")["West"]
    assert (place.kind, place.lat, place.lon) == ("no_point", None, None)


def test_articles_and_possessives_stay_out_of_the_span():
    assert set(places("The United Nations left the Netherlands. Ukraine's east was calm.")) >= {
        "Netherlands",
        "Ukraine",
    }


def test_a_division_is_named_with_its_noun_where_that_has_a_capital():
    assert "Kherson Oblast" in places("Shells hit Kherson Oblast in Ukraine.")
    assert "Kherson" in places("Shells hit Kherson oblast in Ukraine.")


def test_seas_straits_and_ranges_have_points():
    found = places("Ships crossed the Strait of Hormuz, the Red Sea and the Mediterranean, far from the Caucasus.")
    assert near(found["Strait of Hormuz"], 26.5, 56.3, 1)
    assert {"Red Sea", "Mediterranean", "Caucasus"} <= set(found)


def test_the_title_comes_first_and_every_span_is_exact():
    report = read("Troops left Homs for Damascus.", title="Army leaves Homs")
    found = find_places(report, parse(report))
    assert [(place.span.field.value, place.span.text) for place in found] == [
        ("title", "Homs"),
        ("body", "Homs"),
        ("body", "Damascus"),
    ]
    assert report.title is not None
    for place in found:
        place.span.check(report.title if place.span.field.value == "title" else report.body)


@pytest.mark.parametrize("body", ["Syrian", "Syrians", "He is Syrian"])
def test_a_demonym_may_be_the_last_word(body):
    assert [place.use for place in places(body).values()] == [ToponymUse.DEMONYM]
