"""What people judge stays in a collection, whatever it lies in, and holds after reports came and were read anew."""

from dataclasses import replace

import pytest

from reportedly import read_text
from reportedly.analyse import Tagger
from reportedly.collect import Collection, Request, read_judgements, write_judgements
from reportedly.errors import JudgementFault
from reportedly.judgement import Act, State

GAZETTE = (
    "MOMBASA, March 5 - Two patrol boats left the port of Mombasa on Wednesday, harbour master Ines Kamara said.\n\n"
    "Kamara said the crews had taken fuel for ten days and would return before the end of the month."
)
HERALD = (
    "Pilot Tor Olsen said on Thursday that two patrol boats left Mombasa port on Wednesday night.\n\n"
    "Olsen said fishermen had been asked to keep off the southern channel while the boats were at sea."
)
MERCURY = (
    "NAIROBI, March 6 - The government fired its transport minister on Thursday, a spokesman for the ministry said.\n\n"
    "The spokesman gave no reason and named nobody who would follow him in the post."
)
HOSTILE = "\x00 \ud800 \udfff ‮‏ '); DROP TABLE judgement; -- %s {0} \\ \n\r\t 😀"


def report(id_, body, publisher, published="2026-03-05"):
    return replace(read_text(body, publisher=publisher), id=id_, published=published)


REPORTS = [
    report("gazette", GAZETTE, "Gazette"),
    report("herald", HERALD, "Herald"),
    report("mercury", MERCURY, "Mercury", "2026-03-06"),
]


@pytest.fixture
def held(where):
    with Collection(where, tagger=Tagger.RULES) as collection:
        collection.add_reports(REPORTS)
        yield collection


def support_in(collection, report_id, words):
    """The claim, and its support in a report, whose evidence holds some words."""
    return next(
        (claim, support)
        for claim in collection.claims()
        for support in claim.supporting
        if support.report == report_id and words in support.evidence.text
    )


def at(support):
    return f"{support.report}:{support.evidence.start}-{support.evidence.end}"


def reports_of(collection, report_id="gazette", words="patrol boats left"):
    return sorted({s.report for s in support_in(collection, report_id, words)[0].supporting})


def test_a_rejected_attribution_counts_no_more_until_that_is_undone(held):
    claim, support = support_in(held, "herald", "patrol boats left")
    assert (claim.origins, reports_of(held)) == (2, ["gazette", "herald"])
    made = held.judge(Act.REJECT, support.attribution, by="Noor", why="he only heard it")
    assert reports_of(held) == ["gazette"]
    undone = held.undo(made.id, by="Ada")
    assert reports_of(held) == ["gazette", "herald"]
    held.undo(undone.id, by="Noor")
    assert reports_of(held) == ["gazette"]
    told = held.judgements()
    assert [(e.judgement.act, e.judgement.by, e.state) for e in told] == [
        (Act.REJECT, "Noor", State.HOLDS),
        (Act.UNDO, "Ada", State.UNDONE),
        (Act.UNDO, "Noor", State.HOLDS),
    ]


def test_what_is_undone_cannot_be_undone_again(held):
    _, support = support_in(held, "herald", "patrol boats left")
    made = held.judge(Act.REJECT, support.event, by="Noor")
    undone = held.undo(made.id[:9], by="Noor")
    with pytest.raises(JudgementFault, match=f"was undone by {undone.id}"):
        held.undo(made.id, by="Noor")
    with pytest.raises(JudgementFault, match="is no judgement held here"):
        held.undo("jud-nothing", by="Noor")


def test_a_corrected_place_comes_from_the_gazetteer_and_is_kept_in_full(held):
    _, support = support_in(held, "gazette", "patrol boats left")
    made = held.judge(Act.CORRECT, support.event, "geonames:163345", field="place", by="Noor")
    assert '"name": "Tartus"' in made.value
    claim, _ = support_in(held, "gazette", "patrol boats left")
    assert (claim.place.name, claim.place.gazetteer_id) == ("Tartus", "geonames:163345")
    held.judge(Act.CORRECT, support.event, "East Quay -4.06, 39.67", field="place", by="Noor")
    claim, _ = support_in(held, "gazette", "patrol boats left")
    assert (claim.place.name, claim.place.lat, claim.place.lon) == ("East Quay", -4.06, 39.67)
    stored = next(r for r in held.dossier().readings if r.report.id == "gazette")
    assert "East Quay" not in repr(stored)


def test_words_of_a_report_stand_for_what_is_read_there(held):
    _, support = support_in(held, "gazette", "patrol boats left")
    held.judge(Act.CORRECT, at(support), "arrive", field="type", by="Noor")
    assert support_in(held, "gazette", "patrol boats left")[0].type == "arrive"
    held.judge(Act.CORRECT, at(support), "Joan Wekesa", field="speaker.name", by="Noor")
    assert support_in(held, "gazette", "patrol boats left")[1].speaker == "Joan Wekesa"
    held.judge(Act.REJECT, at(support), by="Noor")
    with pytest.raises(StopIteration):
        support_in(held, "gazette", "patrol boats left")


def test_a_claim_is_traced_as_people_judged_it(held):
    claim, support = support_in(held, "gazette", "patrol boats left")
    held.judge(Act.CORRECT, support.attribution, "Joan Wekesa", field="speaker.name", by="Noor")
    held.judge(Act.MERGE, claim.id, support_in(held, "mercury", "fired")[0].id, by="Noor")
    traced = held.why(claim.id)
    assert traced.claim == claim.id
    assert ("Joan Wekesa" in repr(traced), "speaker='Ines Kamara'" in repr(traced)) == (True, False)
    assert traced.origins == 3


def test_merge_and_split_hold_after_reports_were_added_and_the_collection_was_opened_again(held, where):
    claim, _ = support_in(held, "herald", "patrol boats left")
    fired, _ = support_in(held, "mercury", "fired")
    for support in claim.supporting:
        if support.report == "herald":
            held.judge(Act.SPLIT, at(support), by="Noor")
    assert reports_of(held) == ["gazette"]
    held.judge(Act.MERGE, support_in(held, "gazette", "patrol boats left")[0].id, fired.id[:10], by="Noor")
    assert reports_of(held) == ["gazette", "mercury"]
    extra = "MOMBASA, March 7 - Two patrol boats left the port of Mombasa on Wednesday, trader Amina Yusuf said."
    held.add_reports([report("courier", extra, "Courier", "2026-03-07")])
    assert "herald" not in reports_of(held)
    assert {"gazette", "mercury"} <= set(reports_of(held))
    assert {entry.state for entry in held.judgements()} == {State.HOLDS}
    if where != ":memory:":
        before = held.picture()
        with Collection(where, create=False) as again:
            assert again.picture() == before


def test_an_attribution_stands_for_its_claim_beside_one_that_is_named_by_its_id(held):
    for support in support_in(held, "herald", "patrol boats left")[0].supporting:
        if support.report == "herald":
            held.judge(Act.SPLIT, at(support), by="Noor")
    _, said = support_in(held, "gazette", "patrol boats left")
    held.judge(Act.MERGE, said.attribution, support_in(held, "mercury", "fired")[0].id[:10], by="Noor")
    assert reports_of(held) == ["gazette", "mercury"]


def test_a_grade_stands_beside_the_suggested_digit_also_in_the_past(held):
    claim, _ = support_in(held, "gazette", "patrol boats left")
    held.judge(Act.GRADE, claim.id, "4", by="Noor", why="the pilot is her cousin")
    found = held.claim(claim.id)
    assert (found.credibility, found.grade.digit, found.grade.by) == (claim.credibility, 4, "Noor")
    assert all(each.grade is None for each in held.picture("2026-03-06").claims)
    assert [each.grade.digit for each in held.picture("2999-01-01").claims if each.grade] == [4]


def test_a_derivation_that_was_rejected_is_none_until_that_is_undone(where):
    copy = report("copy", GAZETTE.replace("Kamara said the", "The"), "Daily Echo", "2026-03-06")
    third = report("third", MERCURY, "Mercury", "2026-03-06")
    with Collection(where, tagger=Tagger.RULES) as held:
        held.add_reports([REPORTS[0], copy, third])
        assert [(edge.a, edge.b) for edge in held.lineage().derivations] == [("copy", "gazette")]
        made = held.judge(Act.REJECT, "copy", "gazette", by="Noor")
        assert held.lineage().derivations == ()
        assert sorted(family.members for family in held.lineage().families) == [("copy",), ("gazette",), ("third",)]
        held.add_reports([REPORTS[1]])
        assert ("copy", "gazette") not in [(edge.a, edge.b) for edge in held.lineage().derivations]
        assert held.dossier("2026-03-08").lineage.retellings == held.lineage().retellings
        undone = held.undo(made.id, by="Noor")
        assert ("copy", "gazette") in [(edge.a, edge.b) for edge in held.lineage().derivations]
        held.undo(undone.id, by="Noor")
        assert ("copy", "gazette") not in [(edge.a, edge.b) for edge in held.lineage().derivations]


def test_judgements_survive_another_analysis_of_the_same_texts(lasting):
    with Collection(lasting, tagger=Tagger.RULES) as held:
        held.add_reports(REPORTS)
        _, support = support_in(held, "herald", "patrol boats left")
        held.judge(Act.CORRECT, support.event, "2026-03-03", field="time", by="Noor")
        held.judge(Act.CORRECT, support.attribution, "Joan Wekesa", field="speaker.name", by="Noor")
        held.judge(Act.SPLIT, at(support), by="Noor")
    with Collection(lasting, create=False, tagger=Tagger.MODEL) as held:
        assert held.refresh() == len(REPORTS)
        assert [entry.state for entry in held.judgements()] == [State.HOLDS] * 3
        claim, again = support_in(held, "herald", "patrol boats left")
        assert (claim.time.start, again.speaker, reports_of(held)) == ("2026-03-03", "Joan Wekesa", ["gazette"])


def test_a_judgement_on_a_text_that_was_edited_away_is_told_as_lost(held):
    _, support = support_in(held, "herald", "patrol boats left")
    made = held.judge(Act.CORRECT, support.event, "arrive", field="type", by="Noor")
    held.add_reports([report("herald", HERALD.replace("two", "three"), "Herald")])
    (entry,) = held.judgements()
    assert (entry.state, entry.reason) == (State.LOST, "no report that is held has this text")
    assert [lost.judgement for lost in held.picture().lost] == [made.id]
    held.add_reports([report("herald", HERALD, "Herald")])
    assert held.judgements()[0].state is State.HOLDS
    assert held.picture().lost == ()


def test_judgements_go_from_one_collection_into_another_without_loss_and_only_once(held):
    claim, support = support_in(held, "herald", "patrol boats left")
    made = held.judge(Act.REJECT, support.attribution, by="Noor", why=HOSTILE)
    held.judge(Act.GRADE, claim.id, "3", by="Ada")
    held.undo(made.id, by="Ada")
    lines = list(write_judgements(entry.judgement for entry in held.judgements()))
    assert held.take_judgements(read_judgements(lines)) == 0
    with Collection(":memory:", tagger=Tagger.RULES) as other:
        assert other.take_judgements(read_judgements(lines)) == 3
        assert [entry.state for entry in other.judgements()] == [State.UNDONE, State.LOST, State.HOLDS]
        other.add_reports(reversed(REPORTS))
        assert other.take_judgements(read_judgements(lines)) == 0
        assert other.judgements() == held.judgements()
        assert other.claims() == held.claims()
        assert list(write_judgements(entry.judgement for entry in other.judgements())) == lines


def test_hostile_text_is_kept_as_it_is_and_changes_nothing_else(held):
    _, support = support_in(held, "gazette", "patrol boats left")
    made = held.judge(Act.CORRECT, support.attribution, HOSTILE, field="speaker.name", why=HOSTILE, by=HOSTILE)
    assert (made.value, made.why, made.by) == (HOSTILE, HOSTILE, HOSTILE)
    (entry,) = held.judgements()
    assert entry.judgement == made
    assert support_in(held, "gazette", "patrol boats left")[1].speaker == HOSTILE
    assert read_judgements(write_judgements([made])) == [made]


def test_two_halves_of_one_character_are_that_character(held):
    _, support = support_in(held, "gazette", "patrol boats left")
    made = held.judge(Act.REJECT, support.event, why="\ud83d\ude00", by="N")
    assert made.why == "😀"
    assert read_judgements(write_judgements([made])) == [made]


def test_what_is_not_there_is_refused_and_nothing_is_kept(held):
    named = ["", "x", HOSTILE, "gazette:5-1", "gazette:0-99999", "cla-", "herald:0-3", "gazette:1-\u0663"]
    for act in (Act.SPLIT, Act.GRADE, Act.MERGE, Act.CORRECT, Act.UNDO):
        for what in named:
            with pytest.raises(JudgementFault):
                held.judge(act, what, "2", field="speaker.name" if act is Act.CORRECT else None, by="Noor")
    assert held.judgements() == ()


def test_what_changes_nothing_or_cannot_be_is_refused(held):
    claim, support = support_in(held, "herald", "patrol boats left")
    fired, only = support_in(held, "mercury", "fired")
    asked = [
        (Act.CORRECT, support.event, claim.type.value, "type", "would change nothing"),
        (Act.CORRECT, support.event, "parade", "type", "none of presence"),
        (Act.CORRECT, support.event, "x", "certainty", "no field of an event"),
        (Act.CORRECT, support.event, None, "type", "not told what"),
        (Act.CORRECT, support.event, "Mombasa", "place", "no gazetteer id and no NAME LAT,LON: geonames:"),
        (Act.CORRECT, support.event, "X 95.0, 3.0", "place", "no point on the Earth"),
        (Act.GRADE, claim.id, "0", None, "from 1 to 6"),
        (Act.MERGE, claim.id, claim.id, None, "one already"),
        (Act.REJECT, claim.id, None, None, "a claim"),
        (Act.SPLIT, at(only), None, None, "would change nothing"),
        (Act.REJECT, "gazette", None, None, "names two reports"),
        (Act.REJECT, "gazette", "gazette", None, "the same words"),
        (Act.REJECT, support.event, "3", None, "takes no value"),
        (Act.ACCEPT, support.event, None, "type", "only then"),
    ]
    for act, what, value, field, said in asked:
        with pytest.raises(JudgementFault, match=said):
            pytest.fail(f"made {held.judge(act, what, value, field=field, by='Noor')}")
    with pytest.raises(JudgementFault, match="who judges"):
        held.judge(Act.ACCEPT, fired.id, by=" ")
    assert held.judgements() == ()


def test_source_letters_stand_beside_supports_and_are_replaced_by_the_next_file(held, tmp_path):
    first = tmp_path / "mine.csv"
    first.write_text("publisher,letter,date,note\nthe Gazette,b,2026-01-01,own staff\nGazette,C,2026-03-06,\n", "utf-8")
    assert held.take_letters(first) == 2
    claim, _ = support_in(held, "gazette", "patrol boats left")
    assert {s.report: s.source_letter and s.source_letter.letter for s in claim.supporting} == {
        "gazette": "C",
        "herald": None,
    }
    then = next(c for c in held.picture("2026-03-05").claims if c.id == claim.id)
    assert next(s.source_letter.note for s in then.supporting if s.report == "gazette") == "own staff"
    second = tmp_path / "mine.toml"
    second.write_text('[[source]]\npublisher = "Herald"\nletter = "A"\ndate = 2026-02-02\n', "utf-8")
    held.take_letters(second)
    claim, _ = support_in(held, "gazette", "patrol boats left")
    assert {s.report: s.source_letter and s.source_letter.letter for s in claim.supporting} == {
        "gazette": None,
        "herald": "A",
    }
    assert claim.credibility == 1


def test_a_person_adds_what_the_machine_read_nothing_of(held):
    begin = MERCURY.index("named nobody")
    words = f"mercury:{begin}-{begin + len('named nobody who would follow him in the post')}"
    told = {"type": "appoint", "speaker.name": "Ada Oyelaran", "place": "geonames:186301", "time": "2026-03-06"}
    before = held.claims()
    wanted = [Request(act=Act.ADD, what=words, value=told[each], field=each, why=None, by="Noor") for each in told]
    made = held.judge_together(reversed(wanted))  # what makes it a record is applied first, in whatever order it comes
    claim, support = support_in(held, "mercury", "named nobody")
    assert (claim.type, claim.place.name, claim.time.start) == ("appoint", "Mombasa", "2026-03-06")
    assert (support.speaker, support.evidence.text[:12]) == ("Ada Oyelaran", "named nobody")
    assert claim.summary == "Named nobody who would follow him in the post, according to Ada Oyelaran."
    assert held.why(claim.id).legs[0].speakers == ("Ada Oyelaran",)
    held.judge(Act.CORRECT, f"mercury:{support.event}", "2026-03-05", field="time", by="Noor")
    assert support_in(held, "mercury", "named nobody")[0].time.start == "2026-03-05"
    held.undo_together([each.id for each in made], by="Noor")
    assert held.claims() == before
    assert [each.state for each in held.judgements()].count(State.LOST) == 1  # the correction of what is there no more


def test_the_words_of_a_claim_are_corrected(held):
    support = support_in(held, "gazette", "patrol boats left")[1]
    end = GAZETTE.index(" of Mombasa")
    start = support.evidence.start
    held.judge(Act.CORRECT, f"gazette:{support.event}", f"{start}-{end}", field="evidence", by="Noor")
    moved = support_in(held, "gazette", "patrol boats left")[1]
    assert moved.evidence.text == GAZETTE[start:end] == "Two patrol boats left the port"
    with pytest.raises(JudgementFault, match="leave out 'left'"):
        held.judge(Act.CORRECT, f"gazette:{support.event}", "0-7", field="evidence", by="Noor")
    with pytest.raises(JudgementFault, match="does not lie in a text"):
        held.judge(Act.CORRECT, f"gazette:{support.event}", "0-9999", field="evidence", by="Noor")
    said = support_in(held, "gazette", "fuel for ten days")[1]
    edges = f"{said.evidence.start}-{GAZETTE.index(' for ten days')}"
    held.judge(Act.CORRECT, f"gazette:{said.event or said.attribution}", edges, field=_words_field(said), by="Noor")
    assert support_in(held, "gazette", "fuel")[1].evidence.text.endswith("fuel")


def _words_field(support):
    return "evidence" if support.event else "content"
