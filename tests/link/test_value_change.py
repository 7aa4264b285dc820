"""Amounts, times, places, names and qualifiers that a retelling changed, and those that it only told otherwise."""

import pytest
from tests.link.factory import reading

from reportedly.event import TimeExpression, Toponym, ToponymUse
from reportedly.link.clock import find_clocks
from reportedly.link.detail_change import find_detail_changes
from reportedly.link.name_change import find_name_changes
from reportedly.link.omission import find_lost_asides
from reportedly.link.passage import Pairing, Passage
from reportedly.link.place_change import find_place_changes
from reportedly.link.qualifier_change import find_qualifier_changes
from reportedly.link.quantity_change import find_quantity_changes
from reportedly.link.quotation_change import find_quotation_changes
from reportedly.link.rival_change import find_rival_changes
from reportedly.link.time_change import find_time_changes
from reportedly.span import Span
from reportedly.text.sentence import split_sentences


def passage(text):
    return Passage(text, split_sentences(text))


def kinds(find, one, two):
    return [variation.kind.value for variation in find(Pairing(passage(one), passage(two)))]


def told(text, times=(), places=()):
    """Give a reading with times as (words, value) and places as (words, gazetteer id)."""
    made = reading("r", text)
    at = [(Span.of(text, text.index(words), text.index(words) + len(words)), value) for words, value in times]
    where = [(Span.of(text, text.index(words), text.index(words) + len(words)), number) for words, number in places]
    more = {
        "times": tuple(TimeExpression(span=span, value=value, unresolved=None) for span, value in at),
        "places": tuple(toponym(span, number) for span, number in where),
    }
    return type(made)(**{name: more.get(name, getattr(made, name)) for name in made.__slots__})


def toponym(span, number):
    empty = dict.fromkeys("lat lon country radius_km offset score".split())
    return Toponym(span=span, use=ToponymUse.LITERAL, name=span.text, kind="city", gazetteer_id=number, **empty)


def changes(find, one, two):
    pairing = Pairing(passage(one.report.body), passage(two.report.body))
    return [variation.kind.value for variation in find(pairing, one, two)]


@pytest.mark.parametrize(
    ("find", "one", "two", "kind"),
    [
        (
            find_quantity_changes,
            "A miner was pulled out alive.",
            "Three miners were pulled out alive.",
            "quantity_changed",
        ),
        (find_quantity_changes, "Most of the wells are dry.", "All of the wells are dry.", "quantity_changed"),
        (find_quantity_changes, "Dozens of miners marched.", "Thousands of miners marched.", "quantity_changed"),
        (
            find_quantity_changes,
            "Output fell by roughly a third.",
            "Output fell by nearly 40 percent.",
            "quantity_changed",
        ),
        (find_quantity_changes, "The shaft is 250 metres deep.", "The shaft is 2.5 km deep.", "quantity_changed"),
        (
            find_place_changes,
            "The shaft lies west of the village.",
            "The shaft lies east of the village.",
            "place_changed",
        ),
        (
            find_place_changes,
            "The convoy went from Dorva to Lodna.",
            "The convoy went from Lodna to Dorva.",
            "place_changed",
        ),
        (find_rival_changes, "Her brother was in the shaft.", "Her cousin was in the shaft.", "detail_changed"),
        (
            find_rival_changes,
            "The strike was postponed on Friday.",
            "The strike was cancelled on Friday.",
            "detail_changed",
        ),
        (find_rival_changes, "Two boats turned north.", "Two boats turned south.", "place_changed"),
        (
            find_qualifier_changes,
            "There was sporadic shooting in town.",
            "There was heavy shooting in town.",
            "detail_changed",
        ),
        (
            find_quotation_changes,
            'It was planned "for about two months".',
            'It was planned "for two months".',
            "quote_altered",
        ),
        (
            find_quotation_changes,
            '"We think it is safe to dive," he said.',
            '"It is safe to dive," he said.',
            "quote_altered",
        ),
        (find_qualifier_changes, "A heavily armed patrol passed.", "An armed patrol passed.", "detail_dropped"),
        (find_qualifier_changes, "A former mayor was in the car.", "The mayor was in the car.", "detail_dropped"),
        (find_qualifier_changes, "The patrol passed slowly.", "The patrol passed.", "detail_dropped"),
        (find_qualifier_changes, "The road was cut.", "The road was completely cut.", "detail_added"),
        (find_qualifier_changes, "Work will go on if the rain stops.", "Work will go on tomorrow.", "detail_dropped"),
        (
            find_lost_asides,
            "The shaft, which had flooded twice before, is shut.",
            "The shaft is shut.",
            "detail_dropped",
        ),
        (
            find_quotation_changes,
            '"We carried no weapons whatsoever," he said.',
            '"We carried no weapons," he said.',
            "quote_altered",
        ),
        (
            find_quotation_changes,
            "The mayor denied it.",
            '"There is not a word of truth in that," the mayor said.',
            "quote_altered",
        ),
        (
            find_quotation_changes,
            '"We shall never give this hill away to anybody," the mayor told them in the hall.',
            '"This mountain will by us not be handed over to someone," so spoke in the room the head of the town.',
            "quote_differs",
        ),
    ],
)
def test_change_is_told(find, one, two, kind):
    assert kinds(find, one, two) == [kind]


@pytest.mark.parametrize(
    ("find", "one", "two"),
    [
        (find_quantity_changes, "The bell rang at 10 p.m. on Friday.", "The bell rang at 2200 on Friday."),
        (find_quantity_changes, "The shaft is 250 millimetres wide.", "The shaft is 25 cm wide."),
        (find_quantity_changes, "The loan is 5,284 pounds.", "The loan is 5.284 pounds."),
        (find_quantity_changes, "They waited under six minutes.", "They waited less than six minutes."),
        (find_quantity_changes, "At least three miners died.", "Three or more miners died."),
        (find_quantity_changes, "Between 20 and 30 miners left.", "20 to 30 miners left."),
        (find_quantity_changes, "The lease runs for twenty years.", "The lease runs for two decades."),
        (find_quantity_changes, "Half of the ten seats went to them.", "They won five of the ten seats."),
        (
            find_quantity_changes,
            "The boat had 212 guests and 18 crew.",
            "There were 230 people on the boat, 18 of them crew.",
        ),
        (find_quantity_changes, "Winds of up to force 8 blew.", "Winds blew up to 8 on the scale."),
        (find_quantity_changes, "One of the two pilots lived.", "One pilot lived."),
        (find_place_changes, "The shaft lies south-west of it.", "The shaft lies to the southwest of it."),
        (find_place_changes, "He was born in South Lodna.", "He was born in Lodna, in the west."),
        (find_rival_changes, "Fans of North Mirren sang.", "Fans of South Mirren sang."),
        (find_rival_changes, "Her brother, a doctor, came.", "Also there was her brother, who is a physician."),
        (find_qualifier_changes, "Sales fell sharply in May.", "There was a sharp fall in sales in May."),
        (find_qualifier_changes, "A former mayor spoke.", "An ex-mayor spoke."),
        (find_qualifier_changes, "He did not know if it rained.", "He did not know."),
        (find_qualifier_changes, "The dam held.", "They were gone completely. Dam walls stood."),
        (find_detail_changes, "The lorry was bound for Dorva.", "The lorry was driving to Dorva."),
        (find_lost_asides, "The lorry, shortly before midnight on Friday, stopped.", "The lorry stopped."),
        (find_quotation_changes, '"We saw the armored car leave town."', '"We saw the armoured car leave town."'),
        (find_quotation_changes, '"We left it there and we walked home."', '"We left it there," he said.'),
    ],
)
def test_same_claim_in_other_words_is_silent(find, one, two):
    assert kinds(find, one, two) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("It shut on Friday.", "Friday", "2025-03-07"), ("It shut on Saturday.", "Saturday", "2025-03-08")),
        (("It was dug in 1911.", "1911", "1911"), ("It was dug in 1919.", "1919", "1919")),
        (
            ("Half a year: the first half.", "the first half", "2025-H1"),
            ("The first quarter.", "The first quarter", "2025-Q1"),
        ),
        (("It took seven days.", "seven days", "P7D"), ("It took seven weeks.", "seven weeks", "P7W")),
        (("Shut until at least 9 May.", "9 May", "2025-05-09"), ("Shut until 9 May.", "9 May", "2025-05-09")),
    ],
)
def test_other_time_is_told(one, two):
    assert changes(find_time_changes, *(told(text, [(words, value)]) for text, words, value in (one, two))) == [
        "time_changed"
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("It came on Dec. 9.", "Dec. 9", "2025-12-09"), ("It came on December 9.", "December 9", "2025-12-09")),
        (("It shut on Friday.", "Friday", "2025-03-07"), ("It shut on March 7.", "March 7", "2025-03-07")),
        (("It shut on Friday.", "Friday", "2025-03-07"), ("It shut on Friday.", "Friday", "2025-03-14")),
        (("It shut in May.", "May", "2025-05"), ("It shut on 3 May.", "3 May", "2025-05-03")),
        (("It took 48 hours.", "48 hours", "PT48H"), ("It took two days.", "two days", "P2D")),
        (("It shut on Friday.", "Friday", "XXXX-WXX-5"), ("It shut on March 7.", "March 7", "2025-03-07")),
    ],
)
def test_same_time_is_silent(one, two):
    assert changes(find_time_changes, *(told(text, [(words, value)]) for text, words, value in (one, two))) == []


def test_times_of_day_are_one_however_written():
    said = "10 p.m.; 22:00; at 2200 GMT; ten o'clock; a quarter past eleven; noon"
    assert [clock.minute for clock in find_clocks(said)] == [1320, 1320, 1320, 600, 675, 720]
    assert find_clocks("since 1945 and for 1950 people") == ()


def test_other_names_are_told():
    pairs = [
        ("The mine is run by Hendrika Moll.", "The mine is run by Hendrik Moll.", "name_changed"),
        ("The mine is run by Otto Wendling.", "The mine is run by Otto Wendler.", "name_changed"),
        ("It belongs to the firm Ashdown Surfacing.", "It belongs to the firm Ashford Surfacing.", "name_changed"),
    ]
    assert [changes(find_name_changes, told(one), told(two)) for one, two, _ in pairs] == [[kind] for *_, kind in pairs]
    one, two = told("Divers reached the Tolmin."), told("Divers got to the Tolmarin.")
    both = [Passage(f"{each.report.body} The Tolmin sank.", ((0, len(each.report.body)),)) for each in (one, two)]
    assert [v.kind.value for v in find_name_changes(Pairing(*both), one, two)] == ["name_changed"]
    one = told("The ship had come from Beaumont with coal.", places=[("Beaumont", "1")])
    two = told("Coal was aboard the vessel when it left Bremen.", places=[("Bremen", "2")])
    assert changes(find_name_changes, one, two) == ["place_changed"]


def test_names_written_otherwise_are_silent():
    pairs = [
        ("The mine is run by Inês Keïta.", "The mine is run by Ines Keita."),
        ("The firm Wendler runs it.", "It is run by the Wendlers."),
        ("It was led by Sergei Khalimov.", "It was led by Sergey Halimov."),
        ("It was led by Lieutenant-Colonel Dresk.", "It was led by Lt. Col. Dresk."),
    ]
    assert [changes(find_name_changes, told(one), told(two)) for one, two in pairs] == [[]] * len(pairs)


@pytest.mark.parametrize(
    ("find", "one", "two", "drift"),
    [
        (find_qualifier_changes, "The fair was largely calm at noon.", "The fair was calm at noon.", "stronger"),
        (find_qualifier_changes, "The barn was badly damaged by hail.", "The barn was damaged by hail.", "weaker"),
        (find_qualifier_changes, "The votes had not been fully counted.", "The votes had not been counted.", "stronger"),
        (find_qualifier_changes, "The fair was calm at noon.", "The fair was largely calm at noon.", "weaker"),
        (find_rival_changes, "A sergeant was hurt at the fair.", "A colonel was hurt at the fair.", "stronger"),
        (find_rival_changes, "A cook was hurt at the fair.", "A pilot was hurt at the fair.", "neutral"),
        (find_quotation_changes, 'He said: "We lost about nine of the boats."', 'He said: "We lost nine of the boats."', "stronger"),
    ],
)  # fmt: skip
def test_what_limits_or_pushes_tells_the_direction(find, one, two, drift):
    assert [str(v.direction) for v in find(Pairing(passage(one), passage(two)))] == [drift]


@pytest.mark.parametrize(
    ("one", "two", "told"),
    [
        ("At least two of the men were carrying axes.", "At least three of the thugs were toting axes.", 1),
        ("Its shares rose as much as 22% on the news.", "At one point it was up as much as 32%.", 1),
        # two are left on one side: which became which is not known
        ("Two sappers and nine cooks were late.", "Three were not on time.", 0),
        # the other side has both
        ("Two of the boats and five of the carts were lost.", "Five carts, two boats: all were gone.", 0),
    ],
)
def test_an_amount_that_alone_is_left_on_either_side_is_another_one(one, two, told):
    assert kinds(find_quantity_changes, one, two).count("quantity_changed") == told
