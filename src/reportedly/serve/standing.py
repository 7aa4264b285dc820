"""The standing of stories: which of them one person keeps an eye on, is done with, or has not seen all of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass

from reportedly.serve.shelf import Papers
from reportedly.serve.story import Story
from reportedly.story_mark import MarkKind, StoryMark


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What came into a story since somebody last looked."""

    reports: int
    claims: int  # that only reports tell which have come in since
    contradicted: int  # claims told before that something which has come in since speaks against


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one story stands to one person."""

    starred: bool
    done: bool  # nothing has come in since they said so
    reopened: bool  # they were done with it, and something has come in since
    news: News | None  # None where they never said that they had seen everything


# What the Desk may be narrowed to: the address's word, what is shown, and the words of its chip.
KINDS: Mapping[str, tuple[Callable[[Story, Standing], bool], str]] = {
    "open": (lambda _, standing: not standing.done, "To do"),
    "starred": (lambda _, standing: standing.starred, "Starred"),
    "new": (lambda _, standing: standing.news is not None and standing.news.reports > 0, "New"),
    "contradicted": (lambda story, _: bool(story.opposed), "Contradicted"),
    "altered": (lambda story, _: story.quotes_altered > 0, "Quotation altered"),
    "stronger": (lambda story, _: story.stronger > 0, "Claims more in the retelling"),
    "not-held": (lambda story, _: story.family.inferred_origin is not None, "Origin not held"),
    "done": (lambda _, standing: standing.done, "Done"),
    "all": (lambda _story, _standing: True, "All"),
}


def stand(papers: Papers, marks: Iterable[StoryMark], looked: str | None) -> Mapping[str, Standing]:
    """Say how each story stands to one person, by its id."""
    held = tuple(marks)
    starred = {mark.report for mark in held if mark.kind is MarkKind.STAR}
    done = {mark.report: mark.at for mark in held if mark.kind is MarkKind.DONE}
    fresh = {report for report, arrived in papers.arrivals.items() if looked and arrived > looked}
    return {story.id: _stand(story, papers, starred, done, fresh if looked else None) for story in papers.stories}


def _stand(
    story: Story, papers: Papers, starred: Set[str], done: Mapping[str, str], fresh: Set[str] | None
) -> Standing:
    ended = max((done[report] for report in story.reports if report in done), default=None)
    latest = max((papers.arrivals.get(report, "") for report in story.reports), default="")
    return Standing(
        starred=not starred.isdisjoint(story.reports),
        done=ended is not None and latest <= ended,
        reopened=ended is not None and latest > ended,
        news=None if fresh is None else count_news(story, papers, fresh),
    )


def count_news(story: Story, papers: Papers, fresh: Set[str]) -> News:
    """Count what came into a story with some reports."""
    claims = [papers.catalogue.claims[claim] for claim in story.claims]
    new = [claim for claim in claims if all(each.report in fresh for each in claim.supporting)]
    against = [claim for claim in claims if any(each.report in fresh and not each.withdrawn for each in claim.opposing)]
    return News(
        reports=sum(report in fresh for report in story.reports),
        claims=len(new),
        contradicted=len({claim.id for claim in against} - {claim.id for claim in new}),
    )
