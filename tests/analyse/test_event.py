import pytest
from tests.analyse.told import events

from reportedly.attribution import Polarity
from reportedly.event import EventType, Factuality


def only(body, type_, **more):
    found = [event for event in events(body, **more) if event.type is type_]
    assert len(found) == 1, [(event.type, event.predicate.text) for event in events(body, **more)]
    return found[0]


def test_a_withdrawal_has_actor_assets_and_origin():
    event = only("France pulled 200 soldiers out of Niamey on Monday.", EventType.WITHDRAW)
    assert event.actor == "France"
    assert [(asset.name, asset.min) for asset in event.assets] == [("soldier", 200)]
    assert event.origin is not None
    assert event.origin.name == "Niamey"
    assert event.time is not None
    assert event.time.start == "2023-06-12"
    assert event.factuality is Factuality.CERTAIN


@pytest.mark.parametrize(
    "body",
    [
        "Prices retreated on Monday.",
        "Norway pulled out of the talks on Monday.",
        "The firm withdrew the product.",
        "He left the question open.",
        "She arrived at a conclusion.",
    ],
)
def test_metaphors_are_no_movements(body):
    moves = {EventType.WITHDRAW, EventType.DEPART, EventType.ARRIVE, EventType.TRANSIT}
    assert not [event for event in events(body) if event.type in moves]


@pytest.mark.parametrize(
    "body",
    [
        "The army has not withdrawn from Kabul.",
        "The army denied withdrawing from Kabul.",
        "The army has no plans to withdraw from Kabul.",
    ],
)
def test_what_is_denied_is_negated(body):
    assert only(body, EventType.WITHDRAW).polarity is Polarity.NEGATED


@pytest.mark.parametrize(
    ("body", "factuality"),
    [
        ("Troops may have left Kabul.", Factuality.POSSIBLE),
        ("Troops have reportedly left Kabul.", Factuality.PROBABLE),
        ("Troops left Kabul.", Factuality.CERTAIN),
    ],
)
def test_hedges_lower_factuality(body, factuality):
    assert only(body, EventType.WITHDRAW).factuality is factuality


@pytest.mark.parametrize("body", ["Troops will leave Kabul.", "Kenya plans to withdraw troops from Kabul."])
def test_what_lies_ahead_is_planned(body):
    assert only(body, EventType.WITHDRAW).planned


def test_joined_origins_are_events_of_their_own():
    found = events("Kenya is withdrawing its troops from Kabul and from Kandahar.")
    assert [event.origin.name for event in found if event.origin] == ["Kandahar", "Kabul"] or {
        event.origin.name for event in found if event.origin
    } == {"Kabul", "Kandahar"}


def test_pictures_show_presence_on_their_day():
    event = only(
        "Satellite images taken on June 2 show what appeared to be at least two Il-76s at Khartoum airport.",
        EventType.PRESENCE,
    )
    assert [(asset.name, asset.min, asset.max) for asset in event.assets] == [("Il-76", 2, None)]
    assert event.factuality is Factuality.PROBABLE
    assert event.time is not None
    assert event.time.start == "2023-06-02"
    assert event.place is not None


def test_the_dead_are_counted_and_placed_with_the_strike():
    found = events("A drone strike hit a market in Omdurman on Sunday, killing at least 12 people.")
    (dead,) = [event for event in found if event.type is EventType.CASUALTIES]
    assert [(q.min, q.max) for q in dead.quantities] == [(12, None)]
    assert dead.time is not None
    assert dead.time.start == "2023-06-11"


def test_a_light_verb_lends_the_noun_its_arguments():
    event = only("Rebels launched an attack on the garrison in Kabul on Monday.", EventType.ATTACK)
    assert event.actor == "Rebels"
    assert event.time is not None
    assert event.predicate.text == "attack"


def test_an_event_belongs_to_the_attribution_that_tells_it():
    body = "Troops left Kabul on Monday, a local official said."
    assert only(body, EventType.WITHDRAW).attribution is not None
    assert only("Troops left Kabul on Monday.", EventType.WITHDRAW).attribution is None


def test_a_time_that_cannot_be_counted_out_keeps_its_reason():
    event = only("Troops left Kabul on Monday.", EventType.WITHDRAW, published=None)
    assert event.time is not None
    assert event.time.start is None
    assert event.time.unresolved == "the report has no date"


@pytest.mark.parametrize("body", ["", "“” ‘’", "!!! ...", "\u0645\u0631\u062d\u0628\u0627", "from from from of of to"])
def test_odd_text_is_no_error(body):
    for event in events(body):
        assert event.evidence.check(body)
        assert event.predicate.check(body)


def told(body):
    """Give each event of a sentence as type, actor, target, polarity, factuality and whether it is planned."""
    marks = {Polarity.AFFIRMED: "", Polarity.NEGATED: "not "}
    return [
        (marks[event.polarity] + event.type.value, event.actor, event.target, event.factuality.value, event.planned)
        for event in events(body)
    ]


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("A third frigate has not sailed.", ("not depart", None, None, "certain", False)),
        (
            "Nine mortar shells landed on the airfield near Gao overnight.",
            ("attack", "Nine mortar shells", None, "certain", False),
        ),
        (
            "Air defences shot down 14 of 20 drones over Odesa.",
            ("intercept", "Air defences", "14 of 20 drones", "certain", False),
        ),
        ("A drone struck a fuel depot in Belgorod.", ("attack", "drone", "fuel depot", "certain", False)),
        ("The port of Odesa was hit overnight.", ("attack", None, "port", "certain", False)),
        ("Gunmen ambushed a convoy near Maiduguri.", ("attack", "Gunmen", "convoy", "certain", False)),
        ("Rebels fought government troops near Bria.", ("clash", "Rebels", "government troops", "certain", False)),
        ("Fifteen workers are still missing.", ("casualties", None, "Fifteen workers", "certain", False)),
        ("The blast left 12 people dead.", ("casualties", None, "12 people", "certain", False)),
        (
            "The two sides agreed a ceasefire in Doha on Thursday.",
            ("ceasefire", "two sides", None, "certain", False),
        ),
        (
            "Talks between Armenia and Azerbaijan resumed in Geneva.",
            ("talks", "Armenia", "Azerbaijan", "certain", False),
        ),
        (
            "Russia and Ukraine exchanged 90 prisoners on Sunday.",
            ("release", "Russia", "90 prisoners", "certain", False),
        ),
        ("Three soldiers were taken prisoner near Bakhmut.", ("capture", None, "Three soldiers", "certain", False)),
        (
            "The European Union imposed sanctions on three Belarusian banks.",
            ("sanction", "European Union", "three Belarusian banks", "certain", False),
        ),
        ("Helicopters evacuated 300 villagers from Goma.", ("flee", "Helicopters", None, "certain", False)),
        ("Turkey may send a brigade to Tripoli.", ("deploy", "Turkey", None, "possible", False)),
        (
            "The ministry said no troops would be sent to Niger.",
            ("not deploy", None, None, "certain", True),
        ),
        ("Engineers will lay a bridge at Gryfino.", ("build", "Engineers", "bridge", "certain", True)),
        ("Poland gave Ukraine 14 tanks in March.", ("supply", "Poland", "Ukraine", "certain", False)),
        ("The navy refused to withdraw its ships from the bay.", ("not withdraw", "navy", None, "certain", False)),
        (
            "If the truce fails, Egypt would close the Rafah crossing.",
            ("state", "Egypt", "Rafah crossing", "possible", False),
        ),
        (
            "Ankara rejected claims that Turkish troops had crossed into Georgia.",
            ("not transit", "Turkish troops", None, "certain", False),
        ),
        ("The Rafah crossing has not been closed.", ("not state", None, "Rafah crossing", "certain", False)),
        ("The port of Odesa will not be abandoned.", ("not withdraw", None, None, "certain", True)),
        ("Two Il-76s stood at Khartoum airport on Friday.", ("presence", None, None, "certain", False)),
        ("Teachers went on strike in Nairobi on Monday.", ("protest", "Teachers", None, "certain", False)),
        ("Councillors voted by 24 to 19 on Thursday.", ("vote", "Councillors", None, "certain", False)),
    ],
)
def test_conflict_copy_is_read_with_its_parts_and_its_mood(body, wanted):
    assert told(body) == [wanted]


@pytest.mark.parametrize(
    "body",
    [
        "The minister fired a warning shot at critics of the budget.",
        "The film bombed at the box office in France.",
        "Inflation hit Turkey hard.",
        "The bank shelled out millions to win the deal.",
        "Critics attacked the prime minister over the budget.",
        "Heat waves hit southern Europe in July.",
        "She launched a charm offensive in Washington.",
        "The report sank without trace.",
        "The company deployed new software across its offices in London.",
        "The candidates clashed over taxes in Iowa.",
        "The union launched legal action against the airline.",
        "Sales exploded, and a flood of complaints followed.",
        "The officials spoke, asking not to be named.",
        "Would you vote for him?",
        "No senior executive has been held accountable.",
    ],
)
def test_figures_of_speech_are_no_events(body):
    assert told(body) == []


def test_what_was_seen_belongs_to_the_one_who_saw_it():
    body = "Satellite imagery showed at least two Il-76s at Khartoum airport on Friday."
    event = only(body, EventType.PRESENCE)
    assert event.attribution is not None
    assert event.evidence.text.startswith("at least two Il-76s")


def test_evidence_ends_where_the_content_ends():
    event = only("Some 400 soldiers left Kabul, officials said, asking not to be named.", EventType.WITHDRAW)
    assert event.evidence.text == "Some 400 soldiers left Kabul"


def test_a_movement_seen_takes_the_whole_column():
    (event,) = events("A reporter saw a convoy of 14 trucks and two ambulances heading toward Odesa.")
    assert event.type is EventType.TRANSIT
    assert [(asset.name, asset.min) for asset in event.assets] == [("convoy", 1), ("truck", 14), ("ambulance", 2)]


def test_what_is_fired_is_no_target():
    event = only("Iran launched 30 drones at Israel on Saturday.", EventType.ATTACK)
    assert (event.actor, event.target) == ("Iran", "Israel")
    assert [(asset.name, asset.min) for asset in event.assets] == [("drone", 30)]


def test_ships_at_anchor_are_there_and_not_anchored_by_anybody():
    event = only("Three tugs were anchored 12 km southeast of Odesa on Sunday.", EventType.PRESENCE)
    assert [(asset.name, asset.min) for asset in event.assets] == [("tug", 3)]
    assert event.place is not None
    assert event.place.name == "Odesa"


def test_a_port_of_call_is_via():
    event = only("Two frigates sailed from Split, bound for Malta by way of Messina.", EventType.TRANSIT)
    assert [place and place.name for place in (event.origin, event.via, event.destination)] == [
        "Split",
        "Messina",
        "Malta",
    ]


def test_it_stands_for_the_subject_of_the_main_clause():
    body = "The force sent to Mali after Storm Ada has begun to leave Gao, but it is not leaving Kidal."
    assert {event.actor for event in events(body) if event.type is EventType.WITHDRAW} == {"force"}


def test_a_toll_is_its_new_figure():
    event = only("The death toll from the fire in Aden rose to 31 from 24 on Sunday.", EventType.CASUALTIES)
    assert [(number.min, number.max) for number in event.quantities] == [(31, 31)]


def test_a_part_of_the_hurt_is_no_second_number():
    event = only("At least 120 people were injured, 31 of them seriously.", EventType.CASUALTIES)
    assert [(number.min, number.max) for number in event.quantities] == [(120, None)]


def test_the_dead_are_placed_where_the_boat_went_down():
    found = events("At least 17 people were killed on Sunday when a ferry capsized off Odesa.")
    assert [event.type for event in found] == [EventType.CASUALTIES, EventType.DISASTER]
    assert all(event.place is not None and event.place.name == "Odesa" for event in found)
    assert all(event.time is not None and event.time.start == "2023-06-11" for event in found)


@pytest.mark.parametrize(
    ("body", "start", "end"),
    [
        ("Troops left Kabul on 3-5 May.", "2023-05-03", "2023-05-05"),
        ("Troops left Kabul on May 3-5.", "2023-05-03", "2023-05-05"),
        ("Troops left Kabul between May 3 and May 5.", "2023-05-03", "2023-05-05"),
    ],
)
def test_a_range_of_days_bounds_the_time(body, start, end):
    time = only(body, EventType.WITHDRAW).time
    assert time is not None
    assert (time.start, time.end) == (start, end)


def test_the_time_of_what_is_talked_about_is_not_the_talks_time():
    event = only("The government is in talks with the army over the use of the port after June.", EventType.TALKS)
    assert event.time is None


def test_what_nobody_would_say_is_not_told_as_so():
    event = only("The ministry declined to say whether troops had left Kabul.", EventType.WITHDRAW)
    assert event.factuality is Factuality.UNSPECIFIED


@pytest.mark.parametrize(
    ("body", "type_", "date"),
    [
        ("Jets bombed a depot held by the militia near Aleppo on Monday.", EventType.ATTACK, "2023-06-12"),
        ("The truce that they signed in May has held.", EventType.CEASEFIRE, "2023-05-01"),
        ("The army seized power in a coup in October 2021.", EventType.SEIZE, "2021-10-01"),
        ("The minister arrived in Oslo on Monday for talks with her colleague.", EventType.TALKS, "2023-06-12"),
        ("Two tugs reached the vessel on Monday.", EventType.ARRIVE, "2023-06-12"),
    ],
)
def test_a_time_reaches_its_happening(body, type_, date):
    event = only(body, type_)
    assert event.time is not None
    assert event.time.start == date


def test_talks_are_held_where_somebody_came_for_them():
    event = only("The minister arrived in Oslo on Monday for talks with her colleague.", EventType.TALKS)
    assert event.place is not None
    assert (event.actor, event.place.name) == ("minister", "Oslo")


def test_weapons_flown_to_fighters_are_a_supply():
    event = only("Norway flew rifles to the militia on Monday.", EventType.SUPPLY)
    assert [asset.name for asset in event.assets] == ["rifle"]


def test_what_a_picture_looks_like_is_only_probable():
    body = "Satellite images taken on June 9 show what look like at least six trucks near the airport."
    event = only(body, EventType.PRESENCE)
    assert event.factuality is Factuality.PROBABLE
    assert [asset.min for asset in event.assets] == [6]


def test_a_village_that_no_gazetteer_has_keeps_its_name():
    event = only("Government forces have captured the village of Xolmirova.", EventType.SEIZE)
    assert event.place is not None
    assert event.place.name == "Xolmirova"


@pytest.mark.parametrize(
    ("body", "type_", "assets"),
    [
        ("A convoy escorted by two tanks reached Adre.", "arrive", ["A convoy", "two tanks"]),
        ("Troops backed by helicopters raided the camp in Jenin.", "attack", ["Troops", "helicopters"]),
        ("The coastguard detained the crew of the freighter Jin Yuan.", "detain", ["freighter Jin Yuan"]),
        ("Two frigates left Tartus, accompanied by an oiler.", "depart", ["Two frigates", "an oiler"]),
        ("The frigate left Tartus alongside three corvettes.", "depart", ["frigate", "three corvettes"]),
        ("Six ships, among them two destroyers, left Tartus.", "depart", ["Six ships", "two destroyers"]),
        ("Six ships left Tartus on Monday, including two destroyers.", "depart", ["Six ships", "two destroyers"]),
        ("Four jets landed at Hmeimim on Monday and two on Tuesday.", "arrive", ["Four jets", "two"]),
        ("Three frigates left Tartus on Monday. The others are still moored in Tartus.", "presence", ["others"]),
        ("Two tankers were moored at the pier. Both left for Libya on Tuesday.", "depart", ["Both"]),
    ],
)
def test_those_who_go_along_take_part(body, type_, assets):
    told = [event for event in events(body) if event.type.value == type_]
    assert assets in [[asset.span.text for asset in event.assets] for event in told]


@pytest.mark.parametrize(
    ("body", "type_"),
    [
        ("British troops are deployed in Estonia.", EventType.PRESENCE),
        ("British troops were deployed to Estonia.", EventType.DEPLOY),
        ("The ship has been docked in Toulon since Friday.", EventType.PRESENCE),
        ("Forty soldiers remain stationed in Gao.", EventType.PRESENCE),
        ("Norway has two frigates in the Gulf of Oman.", EventType.PRESENCE),
        ("About 2,000 citizens remain in Iran.", EventType.PRESENCE),
        ("A convoy of 60 trucks left Agadez for Libya.", EventType.DEPART),
        ("The landing ship Kaliningrad left Tartus.", EventType.DEPART),
        ("A strike by bus drivers hit Rome.", EventType.PROTEST),
        ("A strike by Israeli jets hit Gaza.", EventType.ATTACK),
        ("Police beat two journalists in Minsk.", EventType.ATTACK),
        ("Spain beat Portugal in the final.", EventType.RESULT),
        ("A suicide bomber blew himself up in Quetta.", EventType.ATTACK),
        ("The deal came after talks in Jeddah.", EventType.TALKS),
        ("The roof of the ward caved in.", EventType.DAMAGE),
    ],
)
def test_what_stands_around_a_word_chooses_its_type(body, type_):
    assert type_ in {event.type for event in events(body)}


@pytest.mark.parametrize(
    ("body", "numbers"),
    [
        ("The ferry capsized, leaving at least 21 dead and dozens missing.", {(21, None), (24, None)}),
        ("The crash left 12 dead and 40 injured.", {(12, 12), (40, 40)}),
        ("Dozens of soldiers were killed in Mali.", {(24, None)}),
    ],
)
def test_the_dead_and_the_hurt_are_counted(body, numbers):
    harmed = [event for event in events(body) if event.type is EventType.CASUALTIES]
    assert {(each.min, each.max) for event in harmed for each in event.quantities} == numbers


@pytest.mark.parametrize("body", ["He was convicted of murder and arson.", "The jury found him guilty of murder."])
def test_a_crime_that_somebody_is_blamed_for_is_no_happening(body):
    assert {event.type for event in events(body)} == {EventType.RULING}


@pytest.mark.parametrize(
    ("body", "type_", "assets"),
    [
        ("The first convoy to reach Homs was late.", "arrive", [("convoy", None)]),
        ("Moscow moved much of its Black Sea Fleet from Poti to Odesa.", "redeploy", [("Black Sea Fleet", None)]),
        ("Army trucks had been passing through since Sunday.", "transit", [("Army truck", None)]),
        ("The ships slipped out before sunrise.", "depart", [("ship", None)]),
        ("Four launchers stood between the silos and the quay.", "presence", [("launcher", 4)]),
        ("Two transport aircraft can be made out on the apron.", "presence", [("transport aircraft", 2)]),
        ("Two ships passed within 500 metres of his trawler.", "transit", [("ship", 2)]),
        ("Patrol boats seized two tankers off Brass.", "seize", [("patrol boat", None), ("tanker", 2)]),
        ("The soldiers were driven to Homs in buses.", "transit", [("soldier", None), ("bus", None)]),
        ("An explosion tore open the bow of a bulk carrier.", "explosion", [("bulk carrier", 1)]),
        ("At least six of the agency's drones struck the depot.", "attack", [("drone", 6)]),
        ("Soldiers have dug in two mortars behind the wall.", "deploy", [("soldier", None), ("mortar", 2)]),
        ("Two tankers left on Thursday.", "depart", [("tanker", 2)]),
        ("The brigade lost 12 tanks.", "damage", [("brigade", 1), ("tank", 12)]),
        (
            "The navy sent a frigate, two corvettes and a tug to Poti.",
            "transit",
            [("frigate", 1), ("corvette", 2), ("tug", 1)],
        ),
        ("He counted 37 lorries as they passed the crossing at Homs.", "transit", [("lorry", 37)]),
        ("Russia used a new variant of the Kh-101 missile against the plants.", "attack", [("Kh-101 missile", 1)]),
    ],
)
def test_who_takes_part_is_told_with_how_many(body, type_, assets):
    event = only(body, EventType(type_))
    assert [(asset.name, asset.min) for asset in event.assets] == assets


@pytest.mark.parametrize(
    ("body", "factuality"),
    [
        ("The image shows what may be 30 vehicles at Homs.", Factuality.POSSIBLE),
        ("What is probably a cutter, with a tug, can be seen berthed at Poti.", Factuality.PROBABLE),
    ],
)
def test_what_is_seen_is_as_sure_as_it_is_called(body, factuality):
    assert only(body, EventType.PRESENCE).factuality is factuality


def test_a_missile_fired_over_the_sea_is_a_test():
    assert only("Pakistan fired a missile over the Arabian Sea on Monday.", EventType.EXERCISE).actor == "Pakistan"
