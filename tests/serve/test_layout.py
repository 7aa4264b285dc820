"""How stories, lineages, reports and changes are laid out, before any page is drawn."""

from itertools import pairwise
from types import SimpleNamespace

import pytest

from reportedly.export.side_by_side import lay_side_by_side
from reportedly.judgement import Act
from reportedly.serve.drift_strip import WIDTH, draw_strip
from reportedly.serve.lineage_chart import draw_lineage
from reportedly.serve.marked_report import lay_out_report
from reportedly.serve.page import lead_support, link
from reportedly.serve.screens.sources import list_outlets
from reportedly.serve.screens.story import part_of
from reportedly.serve.shelf import Shelf
from reportedly.serve.shortcut import SHORTCUTS


@pytest.fixture
def papers(library):
    return Shelf(library).papers()


@pytest.fixture
def story(papers):
    return next(each for each in papers.stories if len(each.reports) == 2)


def test_a_story_counts_its_origin_once_and_names_what_the_retelling_did(papers, story):
    lead = papers.catalogue.reports[story.lead]
    assert lead.publisher == "Lodestar"
    assert story.first == lead.published
    assert story.quotes_altered == 1
    assert story.stronger >= 1
    assert set(story.opposed) == {claim.id for claim in papers.catalogue.claims.values() if claim.opposing} & set(
        story.claims
    )


def test_stories_come_with_the_latest_first(papers):
    assert [story.last for story in papers.stories] == ["2025-03-04", "2025-03-03T15:00Z"]


def test_the_origin_leads_the_lineage_and_its_retelling_stands_later(papers, story):
    chart = draw_lineage(story, papers.catalogue, part_of(story, papers.dossier.lineage))
    first, second = chart.nodes
    assert (first.id, first.lead, second.lead) == (story.lead, True, False)
    assert first.x < second.x
    assert first.y < second.y
    assert [(edge.origin, edge.derivative, edge.cited) for edge in chart.edges] == [(first.id, second.id, False)]
    assert all(0 <= node.x <= chart.width and 0 <= node.y <= chart.height for node in chart.nodes)


def test_reports_without_a_date_and_origins_not_held_are_drawn_apart(tmp_path):
    from reportedly import read_text
    from reportedly.collect import Collection

    text = "Two barges left the lock at Tisza on Monday, Reuters reported. Three officials told Reuters that more would follow."
    with Collection(str(tmp_path / "held.db")) as held:
        held.add_reports([read_text(text, title="Barges leave", publisher="Quarry")])
        papers = Shelf(held).papers()
        (story,) = papers.stories
        chart = draw_lineage(story, papers.catalogue, part_of(story, papers.dossier.lineage))
    inferred = story.family.inferred_origin
    assert inferred.publisher == "Reuters"
    unheld = next(node for node in chart.nodes if not node.held)
    held_node = next(node for node in chart.nodes if node.held)
    assert unheld.x < held_node.x
    assert not held_node.dated
    assert held_node.x > chart.undated
    assert [edge.cited for edge in chart.edges] == [True]


def test_the_words_of_a_report_are_all_there_with_a_note_for_each_claim(papers, story):
    laid = lay_out_report(papers, story.lead)
    body = papers.catalogue.reports[story.lead].body
    said = "\n".join("".join(piece.text for piece in each.pieces) for each in laid.paragraphs)
    assert said == "\n".join(line for line in body.split("\n") if line.strip())
    numbers = [note.number for each in laid.paragraphs for voice in each.voices for note in voice.notes]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    told = {
        claim.id
        for claim in papers.catalogue.claims.values()
        for s in (*claim.supporting, *claim.opposing)
        if s.report == story.lead
    }
    assert laid.claims == len(told)


def test_the_strip_shows_every_change_that_the_retelling_has_words_for(papers, story):
    (made,) = [each for each in papers.dossier.comparisons if each.related]
    page = lay_side_by_side(made)
    strip = draw_strip(page)
    placed = [v for row in page.changed for v in row.variations if v.derivative and v.derivative.field == "body"]
    assert len(strip.ticks) == len(placed)
    assert sum(tick.alarm for tick in strip.ticks) == 1
    assert all(0 <= tick.x <= WIDTH for tick in strip.ticks)
    assert strip.kept


def test_an_outlet_is_counted_by_its_own_reports(papers):
    outlets = {each.name: each for each in list_outlets(papers)}
    assert (outlets["Lodestar"].retellings, outlets["Lodestar"].leads) == (0, 1)
    quarry = outlets["Daily Quarry"]
    assert (quarry.retellings, quarry.made_from, quarry.quotes_altered) == (1, ("Lodestar",), 1)
    assert all(each.letter is None for each in outlets.values())


def test_a_claim_is_shown_with_the_support_in_whose_words_it_is_told():
    def support(text, withdrawn=False):
        return SimpleNamespace(evidence=SimpleNamespace(text=text), withdrawn=withdrawn)

    one, two, gone = support("something else"), support("two pumps stopped"), support("gone", withdrawn=True)
    claim = SimpleNamespace(summary="At Hornik two pumps stopped", supporting=(gone, one, two))
    assert lead_support(claim) is two
    claim.supporting = (gone, one)
    assert lead_support(claim) is one
    claim.supporting = (gone,)
    assert lead_support(claim) is gone


def test_what_was_worked_out_is_kept_until_something_changes(library):
    shelf = Shelf(library)
    first = shelf.papers()
    assert shelf.papers() is first
    made = library.judge(Act.GRADE, library.claims()[0].id, "3", by="Noor")
    second = shelf.papers()
    assert second is not first
    library.undo(made.id, by="Noor")
    assert shelf.papers() is not second


def test_an_address_keeps_odd_ids_whole():
    from urllib.parse import parse_qs, urlsplit

    odd = "../a?b=c&d#é \ud800"
    assert parse_qs(urlsplit(link("/report", id=odd)).query)["id"] == ["../a?b=c&d#é \ufffd"]
    assert link("/claims", type_="depart", opposed=None) == "/claims?type=depart"


def test_no_two_commands_have_the_same_keys_and_none_hides_another():
    keys = [each.keys for each in SHORTCUTS if each.keys]
    places = {key: [each for each in SHORTCUTS if each.keys == key] for key in keys}
    for key, held in places.items():  # one key may do two things only on screens that never have both
        assert len({each.where for each in held}) == len({each.target for each in held}) == len(held), key
        assert len(held) == 1 or all(each.act == "click" and each.where != "everywhere" for each in held), key
    assert not {first for each in keys if " " in each for first in [each.split()[0]]} & set(keys)


def test_what_a_key_clicks_is_on_some_page():
    from reportedly.serve.page import environment

    sources = "".join(
        environment().loader.get_source(environment(), name)[0] for name in environment().loader.list_templates()
    )
    for each in SHORTCUTS:
        if each.act in ("click", "next", "previous", "open", "focus"):
            assert each.target.split()[-1].partition("=")[0].strip("[]#") in sources, each.words


def test_many_reports_of_one_outlet_stand_on_its_lane_and_no_label_hides_another():
    reports = {
        f"r{hour}": SimpleNamespace(
            id=f"r{hour}", publisher="Quarry", agency=None, path=None, url=None, published=f"2025-03-03T{hour:02}:00Z"
        )
        for hour in range(24)
    }
    told = SimpleNamespace(reports=reports)
    family = SimpleNamespace(inferred_origin=None, origin="r0")
    story = SimpleNamespace(reports=tuple(reports), lead="r0", family=family)
    chart = draw_lineage(story, told, SimpleNamespace(derivations=()))
    assert len({node.x for node in chart.nodes}) == 24
    assert all(0 <= node.x <= chart.width for node in chart.nodes)
    for side in {node.label for node in chart.nodes} - {0}:
        xs = [node.x for node in chart.nodes if node.label == side]
        assert len(xs) > 1
        assert all(after - before >= 200 for before, after in pairwise(xs))
