"""What a picture says of places."""

from tests.assess.factory import AIRFIELD, HARBOUR, Draft, lineage, speaker

from reportedly.assess import assess
from reportedly.attribution import Polarity
from reportedly.event import EventType

OLSEN = speaker("Tor Olsen")
COUNTRY = {"name": "Norway", "lat": 62.0, "lon": 10.0, "radius_km": 700.0, "gazetteer_id": "geonames:3"}


def sites(*drafts):
    readings = [draft.done() for draft in drafts]
    return {site.place.name: site for site in assess(readings, lineage(readings)).sites}


def draft(published="2026-03-07"):
    return Draft("a", publisher="Gazette", published=published)


def test_a_sighting_says_how_old_it_is_and_that_something_left_since():
    seen = {"type": EventType.PRESENCE, "place": HARBOUR, "day": "2026-03-04"}
    left = {"type": EventType.DEPART, "origin": HARBOUR, "destination": AIRFIELD, "day": "2026-03-05"}
    found = sites(
        draft()
        .tell("Three frigates lay in Port Harmony.", assets=[("frigate", "ship", 3, 3)], **seen)
        .tell("One of the ships sailed off, Olsen said.", by=OLSEN, **left)
    )
    harbour = found["Port Harmony"]
    assert [(s.min, s.max, s.note) for s in harbour.present] == [
        (3, 3, "last seen 4 March; a departure is reported since")
    ]
    assert [s.start for s in harbour.departures] == ["2026-03-05"]
    bound = found["Cold Lake Airfield"]
    assert (bound.arrivals, [s.start for s in bound.statements]) == ((), ["2026-03-05"])


def test_absence_is_only_what_is_said_to_be_absent():
    gone = {"type": EventType.PRESENCE, "place": HARBOUR, "polarity": Polarity.NEGATED}
    found = sites(draft().tell("No frigate is in Port Harmony, Olsen said.", by=OLSEN, **gone))["Port Harmony"]
    assert (len(found.absent), found.present) == (1, ())


def test_a_departure_that_is_denied_or_planned_is_a_statement():
    left = {"type": EventType.WITHDRAW, "origin": HARBOUR}
    found = sites(
        draft()
        .tell("The frigates are not leaving Port Harmony.", polarity=Polarity.NEGATED, **left)
        .tell("The tankers will leave Port Harmony on Friday.", planned=True, **left)
    )["Port Harmony"]
    assert (found.departures, len(found.statements)) == ((), 2)


def test_what_was_there_is_told_in_the_words_for_it():
    seen = {"type": EventType.PRESENCE, "place": HARBOUR, "assets": [("frigate", "ship", 3, 3)]}
    (found,) = sites(draft().tell("Three frigates", **seen))["Port Harmony"].present
    assert (found.what, found.min) == ("three frigates", 3)


def test_only_a_name_is_a_site_where_no_spot_is_known():
    unknown = {"lat": None, "lon": None, "radius_km": None, "gazetteer_id": None}
    towns, river = ({"name": name} | unknown for name in ("towns in the north", "Lower Ash River"))
    found = sites(
        draft()
        .tell("Troops left towns in the north.", type=EventType.DEPART, origin=towns)
        .tell("Engineers left the Lower Ash River.", type=EventType.DEPART, origin=river)
    )
    assert set(found) == {"Lower Ash River"}


def test_a_country_is_no_site():
    assert "Norway" not in sites(draft().tell("Troops arrived.", type=EventType.ARRIVE, destination=COUNTRY))
