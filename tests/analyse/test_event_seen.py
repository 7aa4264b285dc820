"""What pictures show and do not show, and subjects that the model hangs elsewhere, in words of our own."""

import pytest
from tests.analyse.told import events

_SHOWN = "Pictures of the quay acquired on Sunday by the firm Lynx show two trawlers and what may be a tug."
_MISREAD = "An image of the yard acquired on Monday morning by Orbis Optics shows a dozen vehicles beside the ramp."


def _seen(body):
    return [
        ([asset.name for asset in event.assets], event.polarity.value, event.factuality.value)
        for event in events(body)
        if event.type.value == "presence"
    ]


def test_what_a_picture_shows_is_there_though_the_model_takes_shows_for_a_noun():
    assert (["vehicle"], "affirmed", "certain") in _seen(_MISREAD)
    assert (["trawler"], "affirmed", "certain") in _seen(_SHOWN)


@pytest.mark.parametrize(
    ("body", "name"),
    [
        ("Images taken on Monday show no aircraft on the apron.", "aircraft"),
        ("The destroyer cannot be seen in the pictures.", "destroyer"),
        ("The officer said he had seen no evidence that a launch vehicle was at Sohae.", "launch vehicle"),
    ],
)
def test_what_is_not_seen_is_told_as_not_there(body, name):
    assert [name] in [names for names, polarity, _ in _seen(body) if polarity == "negated"]


def test_shows_that_are_performances_show_nothing():
    assert _seen("The night shows by the tanks and planes were cancelled.") == []
    assert _seen("The gunmen were not seen again.") == []


def test_a_range_opens_the_subject():
    (moved,) = events("Between 30 and 40 tanks have crossed into Sudan, an aide said.")
    assert [(asset.name, asset.min, asset.max) for asset in moved.assets] == [("tank", 30, 40)]


def test_whence_is_told_behind_where():
    (came,) = events("Nine wagons arrived at the depot from Rason in May.")
    assert came.origin is not None
    assert came.destination is None


def test_how_far_a_place_lies_is_no_actor():
    found = events("Two jets were parked at the strip, around 70 kilometres south of Kufra, on Monday.")
    assert [event.actor for event in found if event.type.value == "presence"] == [None]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("The tanker turned off its transponder near Oman on Monday.", "other"),
        ("Iran put a satellite into orbit on Friday.", "other"),
        ("The frigate, launched in 2019, is in port.", "build"),
        ("The defenders gave up their weapons on Monday.", "capture"),
        ("Rebels fought their way to the palace.", "clash"),
        ("Qatar sent two field kitchens to the border.", "aid"),
    ],
)
def test_more_words_name_what_they_tell(body, kind):
    assert kind in [event.type.value for event in events(body)]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("A clip shows three lorries on fire near the gate.", "damage"),
        ("Eritrea, at war with Ethiopia since May, called up its reserves.", "clash"),
        ("The militia warned on Monday that any ship off the coast would be sunk.", "threaten"),
        ("Iran warned that it would strike ships in the Gulf.", "threaten"),
        ("They denounced the vote that the junta intends to hold in January.", "vote"),
        ("He saw two convoys leave the airstrip for the border.", "depart"),
        ("More than 9,000 people have crossed into Chad since Thursday, as rebels shelled the city.", "flee"),
    ],
)
def test_states_threats_and_votes_ahead_are_told(body, kind):
    assert kind in [event.type.value for event in events(body)]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("Parents at war with the school over uniforms met on Monday.", "clash"),
        ("Ukraine warned that Russia would attack the plant.", "threaten"),
        ("Officials warned that the dam would be destroyed by the flood.", "threaten"),
        ("Some 9,000 people crossed the bridge in the marathon on Sunday.", "flee"),
        ("A convoy of troops left the base on Monday.", "depart"),
    ],
)
def test_what_only_sounds_so_is_not(body, kind):
    assert kind not in [event.type.value for event in events(body)]


def _dated(body, kind, published="2023-06-14"):
    return [(event.time.start if event.time else None) for event in events(body, published) if event.type.value == kind]


def test_what_comes_before_who_tells_it_keeps_its_own_day():
    assert _dated("Two planes flew 90 men from Juba to Wau on Sunday, the army said in a note.", "transit") == [
        "2023-06-11"
    ]
    assert _dated("The army shelled the town, officials said on Sunday.", "attack") == [None]


def test_dawn_is_of_the_day_told_last():
    body = "Rebels shelled the town on Sunday. The soldiers gave up their weapons shortly after dawn."
    assert _dated(body, "capture") == ["2023-06-11"]
    assert _dated("They come at dawn. The soldiers gave up their weapons.", "capture") == [None]


def test_a_crash_right_behind_a_flight_is_of_its_day():
    assert _dated("The drone flew 90 km on Sunday before exploding over the bay.", "explosion") == ["2023-06-11"]


def test_left_is_what_craft_did_though_the_model_makes_it_a_participle():
    (left,) = events("Two tugs left Tartous on Sunday, port agents said.")
    assert [asset.name for asset in left.assets] == ["tug"]


def test_those_who_close_a_post_and_leave_leave_it():
    told = events("Ghana closed its embassy in Juba on Sunday and flew out its last diplomats, officials said.")
    assert [event.origin.name for event in told if event.type.value == "withdraw"] == ["Juba"]


def test_a_share_told_between_commas_keeps_no_way_from_the_verb():
    told = events("Three planes flew 312 people, about 200 of them children, from Juba to Wau, the army said.")
    assert [(event.origin.name, event.destination.name) for event in told if event.type.value == "transit"] == [
        ("Juba", "Wau")
    ]


def test_one_more_of_a_kind_has_its_own_day():
    body = "The council imposed an arms embargo on Chad in 2004 and one on Libya in 2011."
    assert [event.time.start for event in events(body) if event.type.value == "sanction"] == [
        "2004-01-01",
        "2011-01-01",
    ]
    body = "The neighbours fought two wars, one in 1967 and the other in 1973."
    assert [event.time.start for event in events(body) if event.type.value == "clash"] == ["1967-01-01", "1973-01-01"]


def test_one_of_many_is_no_other():
    told = events("An attack hit Homs on Sunday, one of many since May.")
    assert "one" not in [event.predicate.text for event in told]


def test_few_who_cross_a_border_flee_nothing_and_who_ends_a_siege_did_not_lay_it():
    assert _dated("The 38 fishermen held by the army crossed into India.", "flee") == []
    told = events("The defenders gave up their weapons, ending a siege of nine days.")
    assert [event.actor for event in told if event.type.value == "attack"] == [None]


def test_what_was_there_before_is_not_seen_now():
    seen, before = events("Satellite images taken on Sunday show three Su-25s on the apron, down from 11 in May.")
    assert [(asset.name, asset.min) for asset in seen.assets] == [("Su-25", 3)]
    assert [(asset.name, asset.min) for asset in before.assets] == [("Su-25", 11)]


def test_a_participle_with_an_object_is_what_the_only_noun_did():
    body = "Masked men on motorcycles hurled grenades at a bar in Kano on Sunday, leaving nine dead."
    assert [event.actor for event in events(body) if event.type.value == "attack"] == ["Masked men"]


def test_those_whom_craft_carry_are_who_goes():
    (left,) = events("The buses carrying about 700 families had left Homs on Sunday.")
    assert "families" in left.actor
