"""Whole sentences left out and put in, broken pieces, headlines, and the order in which changes are told."""

import pytest
from tests.link.factory import reading

from reportedly.lineage import Drift, Relation, VariationKind
from reportedly.link.align import Match
from reportedly.link.compare import compare
from reportedly.link.digest import Digest
from reportedly.link.headline_change import find_headline_changes
from reportedly.link.left_out import find_omissions
from reportedly.link.residue import find_breaks, is_cut_short
from reportedly.link.slot import Gaps, find_reworded, join_added

LINES = (
    "Two barges carrying gravel sank in the Tolva canal on Sunday, the lock keeper said.",
    "The crews swam ashore and were treated for cold at the clinic in Mirren.",
    "The canal will stay shut until divers have marked the wrecks.",
)
DENIAL = "The owner of the barges denied that they had been overloaded."


def texts(one, two, **more):
    """Give two reports of which sentences with equal words match."""
    digests = [Digest(reading(name, " ".join(lines), **more).report) for name, lines in (("a", one), ("b", two))]
    matches = [Match((i,), (two.index(line),), 1.0) for i, line in enumerate(one) if line in two]
    return *digests, matches


def told(one, two, **more):
    found = find_omissions(*texts(one, two), **more)
    return [(v.kind.value, (v.origin or v.derivative).text, v.direction) for v in found]


def test_denial_left_out_makes_the_claim_stronger():
    assert told([*LINES, DENIAL], LINES) == [("omitted", DENIAL, Drift.STRONGER)]


def test_caveat_left_out_is_told_though_a_credit_names_the_same_outlet():
    caveat = "The Tolva Courier could not verify his account."
    assert told([*LINES, caveat], [*LINES, "With reporting from the Tolva Courier"])[0][:2] == ("omitted", caveat)


def test_caveat_is_not_reworded_as_what_says_nothing_of_it():
    caveat = "It is unclear who owned the second barge."
    found = told([LINES[0], caveat, LINES[2]], [LINES[0], '"The second time this year," said a baker.', LINES[2]])
    assert ("omitted", caveat, Drift.STRONGER) in found


def test_sentence_that_was_added_on_to_its_neighbour_is_compared_with_it():
    merged = "Two barges carrying gravel sank in the canal on Sunday, the lock keeper said, and the crews swam ashore."
    one, two = (
        Digest(reading(name, text).report)
        for name, text in (("a", f"{LINES[0]} The crews swam ashore."), ("b", merged))
    )
    assert [match.ones for match in join_added(Gaps(one, two, [Match((0,), (0,), 0.9)]), [Match((0,), (0,), 0.9)])] == [
        (0, 1)
    ]


def test_credit_line_is_compared_with_nothing():
    texts_ = f"{LINES[0]} The Tolva Courier saw it.", f"{LINES[0]} Source: the Tolva Courier."
    one, two = (Digest(reading(name, text).report) for name, text in zip("ab", texts_, strict=True))
    matches = [Match((0,), (0,), 1.0)]
    assert join_added(Gaps(one, two, matches), matches) == []


def test_statement_left_out_is_told():
    line = "The harbour master in Mirren said the second lock would open in June."
    assert told([*LINES, line], LINES) == [("omitted", line, Drift.NEUTRAL)]


def test_statement_put_in_is_told():
    line = "A fisherman told the Mirren Post that he had seen the barges listing."
    assert told(LINES, [*LINES, line]) == [("added", line, Drift.NEUTRAL)]


@pytest.mark.parametrize(
    "line",
    [
        "(Reporting by Olla Venn; Editing by Tam Harker)",
        "By the Canal Post team",
        "(With inputs from Olla Venn in Mirren)",
        "Source: Canal & River Post",
        "Press contact: Olla Venn, olla@canal.example.",
        "Follow Canal Post on Telegram for more.",
        "If you were there, please get in touch.",
        "What happens now?",
    ],
)
def test_words_about_the_report_itself_are_neither_left_out_nor_put_in(line):
    assert told([*LINES, line], LINES) == []
    assert told(LINES, [*LINES, line]) == []


def test_sentence_reworded_in_its_place_is_silent():
    one = [LINES[0], "The wardens could not be reached.", *LINES[1:]]
    two = [LINES[0], "No warden of the canal answered calls, and it is not known where they were.", *LINES[1:]]
    assert told(one, two) == []


def test_sentence_of_three_words_is_not_what_a_long_one_became():
    limit = "What the barges carried could not be seen, and the Canal Post was unable to establish it."
    one = [LINES[0], limit, *LINES[1:]]
    assert ("omitted", limit, Drift.STRONGER) in told(one, [LINES[0], "Some have doubts.", *LINES[1:]])


def test_same_figure_in_the_same_place_is_silent():
    one = [LINES[0], "17 sacks of grain had been hauled out by dusk.", *LINES[1:]]
    two = [LINES[0], "Helpers recovered 17 bags before night fell.", *LINES[1:]]
    assert find_reworded(Gaps(*texts(one, two))) == [(1, 1)]


def test_sentence_merged_into_its_neighbour_is_kept():
    one = [*LINES, "Insurers put the damage to the banks at four million crowns."]
    digests = texts(one, [*LINES[:2], LINES[2][:-1] + ", and insurers put damage to banks at four million crowns."])
    matches = [Match((i,), (i,), 0.9) for i in range(3)]
    assert find_omissions(*digests[:2], matches) == []


def test_text_that_is_cut_short_leaves_nothing_out():
    one, two = [*LINES, DENIAL], [*LINES[:2], "The canal will stay shut until divers have mar"]
    origin, derivative, matches = texts(one, two)
    assert is_cut_short(derivative)
    assert [v for v in find_omissions(origin, derivative, matches) if v.kind is VariationKind.OMITTED] == []


def test_excerpt_leaves_out_only_what_limits_the_part_and_its_host_adds_nothing():
    limit = "It could not be established how much gravel they carried."
    one = [LINES[0], limit, *LINES[1:], DENIAL]
    two = ["Bakers in Sollin raised their prices again, a guild said.", LINES[0], "Rain is expected in the hills."]
    assert told(one, two, relation=Relation.EXCERPT) == [("omitted", limit, Drift.STRONGER)]


def broken(line):
    one = [*LINES[:2], "Arrivals fell to 300 tonnes from 410 in the year before, shippers said."]
    origin, derivative, _ = texts(one, [*LINES[:2], line])
    found = find_breaks(origin, derivative, [Match((i,), (i,), 0.9) for i in range(3)])
    return [(v.kind.value, v.derivative.text) for v in found]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Arrivals fell to 300 tonnes from 410 in the, shippers said.", "410 in the, shippers said"),
        ("Arrivals fell to 300 tonnes from from 410 in the year before.", "300 tonnes from from 410 in the"),
        ("Arrivals fell to 300 tonnes from 410 in the year bef In June they rose.", "from 410 in the year bef"),
        ("Arrivals fell to 300 tonnes from 410 in the year bef", "tonnes from 410 in the year bef"),
    ],
)
def test_broken_place_is_garbled(line, words):
    ((kind, text),) = broken(line)
    assert kind == "garbled"
    assert words in text


@pytest.mark.parametrize(
    "line",
    [
        "Arrivals fell to 300 tonnes from 410 at 4 a.m. on Monday, shippers said.",
        "Arrivals fell to 300 tonnes from 410 in the year before In June they rose.",
        "Arrivals fell to 300 tonnes, a drop of a quarter, from what they had been up to.",
    ],
)
def test_whole_sentence_is_not_garbled(line):
    assert broken(line) == []


def headlines(one, two, body, relation=Relation.REWRITE):
    sides = [Digest(reading(name, body, title=title).report) for name, title in (("a", one), ("b", two))]
    matches = [Match((i,), (i,), 1.0) for i in range(len(sides[0].bounds))]
    return [v.origin.text for v in find_headline_changes(*sides, matches, relation)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Barges may have collided in Tolva canal", "Barges collided in Tolva canal"),
        ("Barges sank, lock keeper says", "Barges sank in Tolva canal"),
        ("Lock keeper hurt by suspected collision", "Lock keeper hurt in collision, clinic confirms"),
        ("Canal shut at Mirren", "Drunken helmsman ran barges into lock"),
        ("Canal shut at Mirren", "Lock week: 340 without work"),
    ],
)
def test_flat_headline_is_told(one, two):
    body = "The canal was shut on Sunday. A drunken helmsman ran the barges into the gate, a deckhand said."
    body += " The union put the jobless at 340, it said."
    assert headlines(one, two, body) == [one]


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("Two barges sink in canal", "Canal barges sink", Relation.REWRITE),
        ("Seventeen hurt in canal", "Canal: 17 hurt", Relation.REWRITE),
        ("Barges may have collided", "Barges probably collided", Relation.REWRITE),
        ("Canal shut", "Canal week: barges, bread and a gate", Relation.EXCERPT),
        ("Barges may have hit gate", "Mirren week: dear eggs, a new tram and a barge without luck", Relation.EXCERPT),
        ("Canal shut", "Barges out of the gate again", Relation.UPDATE),
        ("Canal shut at Mirren", "Heavy barges sank on Sunday", Relation.REWRITE),
    ],
)
def test_headline_that_claims_no_more_is_silent(one, two, relation):
    body = "Two heavy barges sank on Sunday and 17 people were hurt. Barges had hit the gate, a deckhand said."
    assert headlines(one, two, body, relation) == []


def test_what_limits_a_claim_comes_before_what_adds_to_it():
    more = "The harbour master in Mirren said the second lock would open in June."
    body = " ".join(LINES)
    found = compare(
        reading("a", f"{body} {more} {DENIAL}", published="2031-05-02"),
        reading("b", f"{body.replace('Two barges', 'Three barges')}", published="2031-05-03"),
    )
    kinds = [v.kind for v in found.variations]
    assert [v.origin.text for v in found.variations if v.kind is VariationKind.OMITTED] == [DENIAL, more]
    assert kinds[0] is VariationKind.OMITTED
    assert kinds[-1] is VariationKind.OMITTED
