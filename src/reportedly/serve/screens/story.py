"""The Story: who retells whom along time, what changed on the way, and what is claimed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Response

from reportedly.export.catalogue import Catalogue
from reportedly.export.family_tree import grow_tree
from reportedly.export.side_by_side import SideBySide, lay_side_by_side
from reportedly.lineage import Lineage
from reportedly.serve.lineage_chart import draw_lineage
from reportedly.serve.page import give_record
from reportedly.serve.story import Story
from reportedly.serve.visit import Asks

router = APIRouter(tags=["Story"])
Id = Annotated[str, Query(min_length=1, max_length=400, description="the id of any report of the story")]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPaper:
    """A story with its part of the lineage."""

    story: Story
    lineage: Lineage


@router.get("/story")
def show_story(visit: Asks, id_: Annotated[Id, Query(alias="id")]) -> Response:
    """Show the story that a report belongs to."""
    papers = visit.about(id_)
    story = papers.story(id_)
    lineage = part_of(story, papers.dossier.lineage)
    return visit.show(
        "story.html",
        papers=papers,
        story=story,
        chart=draw_lineage(story, papers.catalogue, lineage),
        tree=grow_tree(story.family, papers.dossier.lineage),
        retellings=_retellings(story, papers.catalogue),
        cards=[papers.card(papers.catalogue.claims[claim]) for claim in story.claims],
        beside=_beside(story, papers.catalogue, papers.story_of),
    )


@router.get("/story.json")
def give_story(visit: Asks, id_: Annotated[Id, Query(alias="id")]) -> Response:
    """Give the story that a report belongs to, with its part of the lineage."""
    papers = visit.about(id_)
    story = papers.story(id_)
    return give_record(StoryPaper(story=story, lineage=part_of(story, papers.dossier.lineage)))


@router.get("/lineage.json")
def list_derivations(visit: Asks) -> Response:
    """List every related pair of reports."""
    return visit.give(visit.papers.dossier.lineage.derivations)


def part_of(story: Story, lineage: Lineage) -> Lineage:
    """Give the lineage of one story's reports."""
    inside = set(story.reports)
    return Lineage(
        derivations=tuple(each for each in lineage.derivations if {each.a, each.b} <= inside),
        families=(story.family,),
        retellings=tuple(each for each in lineage.retellings if each.report in inside),
    )


def _retellings(story: Story, papers: Catalogue) -> list[SideBySide]:
    """Lay out what each retelling of a story changed, those that claim more first."""
    inside = set(story.reports)
    laid = [lay_side_by_side(made) for pair, made in papers.comparisons.items() if pair <= inside and made.related]
    laid.sort(key=lambda page: (-page.quotes_altered, -len(page.changed), page.right.id))
    return laid


def _beside(story: Story, papers: Catalogue, story_of: Mapping[str, Story]) -> list[tuple[Story, int]]:
    """List the other stories that tell some of the same claims, with how many."""
    counted: dict[str, int] = {}
    for claim in story.claims:
        told = {story_of[each.report].id for each in papers.claims[claim].supporting if each.report in story_of}
        for other in told - {story.id}:
            counted[other] = counted.get(other, 0) + 1
    return [(story_of[id_], counted[id_]) for id_ in sorted(counted, key=lambda each: (-counted[each], each))]
