"""The brief, and a comparison, as one HTML page that holds all it needs: nothing is fetched.

In the brief every number opens its evidence.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from hashlib import sha256

from jinja2 import Environment

from reportedly.export.catalogue import (
    Catalogue,
    anchor,
    catalogue,
    sort_families,
)
from reportedly.export.claim_card import Card, lay_out
from reportedly.export.claim_spots import place_claims
from reportedly.export.contradiction import pair_contradictions
from reportedly.export.family_tree import grow_tree
from reportedly.export.ledger import lay_out_answer
from reportedly.export.map import draw_map
from reportedly.export.report_sheet import lay_out_sheets
from reportedly.export.side_by_side import SideBySide, lay_side_by_side
from reportedly.export.template import set_up_templates
from reportedly.export.timeline_chart import draw_timeline
from reportedly.lineage import Comparison, Drift
from reportedly.picture import Dossier

_WIDE = (760, 460)  # pixels, the map on a desk
_NARROW = (358, 380)  # pixels, the map on a phone: labels keep their size, so they are placed anew


def write_brief(dossier: Dossier, *, share: bool = False) -> str:
    """Write the brief of `dossier` as one HTML page that works from disk and prints.

    Args:
        dossier: the picture and its papers.
        share: whether to leave of each report only what is quoted as evidence, so that the page may be passed on.
    """
    papers = catalogue(dossier)
    cards = tuple(lay_out(claim, papers.numbers[claim.id], papers) for claim in dossier.picture.claims)
    return (
        _environment()
        .get_template("brief.html")
        .render(
            picture=dossier.picture,
            papers=papers,
            policy=_policy(),
            share=share,
            families=[
                (family, grow_tree(family, dossier.lineage)) for family in sort_families(dossier.picture.families)
            ],
            **_retellings(dossier, papers, share=share),
            ledgers=[lay_out_answer(answer, papers) for answer in dossier.picture.questions],
            sheets=lay_out_sheets(papers, dossier.readings, share=share),
            made_by=_made_by(dossier),
            **_claims(cards),
            **_where_and_when(dossier, papers),
        )
    )


def write_comparison(comparison: Comparison) -> str:
    """Write a comparison as one HTML page that works from disk and prints."""
    page = lay_side_by_side(comparison)
    return _environment().get_template("comparison.html").render(page=page, policy=_policy(script=False), share=False)


def _claims(cards: tuple[Card, ...]) -> Mapping[str, object]:
    """Sort the claims by how many legs they stand on, then by whether more than one report tells them."""
    one = [card for card in cards if card.claim.origins == 1]
    groups = (
        ("several-legs", "On two legs or more", [card for card in cards if card.claim.origins > 1]),
        ("one-leg", "On one leg, told by several reports", [card for card in one if card.claim.reports > 1]),
        ("one-report", "On one leg, told by one report", [card for card in one if card.claim.reports <= 1]),
        ("no-leg", "On nothing that still counts", [card for card in cards if card.claim.origins < 1]),
    )
    return {
        "cards": cards,
        "groups": groups,
        "one_leg": len(one),
        "contradicted": [card for card in cards if card.contradicted],
        "contradictions": pair_contradictions(cards),
    }


def _where_and_when(dossier: Dossier, papers: Catalogue) -> Mapping[str, object]:
    """Draw the map, once for a desk and once for a phone, and the timeline."""
    placing = place_claims(dossier.picture.claims, papers)
    published = {papers.label(report.id): report.published for report in papers.reports.values()}
    return {
        "placing": placing,
        "maps": [
            (name, draw_map(placing.spots, width=size[0], height=size[1], font=13))
            for name, size in (("wide", _WIDE), ("narrow", _NARROW))
        ],
        "timeline": draw_timeline(dossier.picture.timeline, published, dossier.picture.as_of),
    }


def _retellings(dossier: Dossier, papers: Catalogue, *, share: bool) -> Mapping[str, object]:
    """Lay the comparisons side by side, in the order of the labels, and open the one that changed most."""
    laid = [lay_side_by_side(comparison, share=share) for comparison in dossier.comparisons if comparison.related]
    order = list(papers.labels)
    laid.sort(key=lambda page: [order.index(r.id) for r in (page.left, page.right) if r.id in order])
    named = [(f"{papers.label(page.left.id)}-{papers.label(page.right.id)}", page) for page in laid]
    most = max(named, key=lambda item: _alarm(item[1]), default=("", None))
    return {"retellings": named, "opened": most[0]}


def _alarm(page: SideBySide) -> tuple[int, int]:
    """Tell how much a reader should care: altered quotations first, then changes that claim more."""
    return page.quotes_altered, page.drift(Drift.STRONGER)


def _made_by(dossier: Dossier) -> list[tuple[str, str]]:
    """List the components that made the readings, with their versions."""
    return sorted({item for reading in dossier.readings for item in reading.made_by.items()})


@cache
def _environment() -> Environment:
    """Set the templates up."""
    return set_up_templates("reportedly.export", anchor=anchor)


@cache
def _policy(*, script: bool = True) -> str:
    """Give the content policy: nothing is loaded, and only our own style and, if there is one, our script count."""
    environment = _environment()

    def digest(name: str) -> str:
        text = environment.get_template(name).render()
        return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"

    scripts = f" script-src {digest('brief.js')};" if script else ""
    return f"default-src 'none'; style-src {digest('brief.css')};{scripts} base-uri 'none'; form-action 'none'"
