"""Export: what is known, in the forms that other tools read."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Response

from reportedly.export.form import FORMS, choose_forms
from reportedly.serve.fault import WrongRequest
from reportedly.serve.visit import Asks

router = APIRouter(tags=["Export"])
_USES = (  # what each form is for, in the order in which the page shows them
    (
        "To read and to send",
        {"html": "the brief as one page that works from disk", "markdown": "the brief as plain text"},
    ),
    (
        "For spreadsheets",
        {"csv-claims": "one row a claim", "csv-supports": "one row for every place that speaks for it"},
    ),
    ("For maps and globes", {"geojson": "sites and events, for GIS", "kml": "the same, for globes"}),
    (
        "For other analysts’ tools",
        {
            "stix": "STIX 2.1, for threat intelligence platforms",
            "ftm": "FollowTheMoney, for Aleph",
            "annotations": "Web Annotation: each quotation with where it stands",
            "prov": "W3C PROV: which report was made from which",
        },
    ),
)


@router.get("/exports")
def show_forms(visit: Asks) -> Response:
    """Show the forms that what is known can be had in."""
    told = {name for _, uses in _USES for name in uses}
    groups = [(head, [(FORMS[name], use) for name, use in uses.items() if name in FORMS]) for head, uses in _USES]
    rest = [(form, "") for form in FORMS.values() if form.name not in told]
    groups.append(("For your own analysis, as Parquet tables", rest))
    return visit.show("exports.html", groups=groups, papers=visit.papers)


@router.get("/export")
def give_export(visit: Asks, form: Annotated[str, Query(max_length=40)]) -> Response:
    """Give what is known in a form; every form quotes the words that claims rest on, none holds a whole report."""
    if form not in FORMS:
        raise WrongRequest(f"{form} is no form: {', '.join(FORMS)}")
    (chosen,) = choose_forms([form])
    made = chosen.write(visit.papers.dossier)
    content = made if isinstance(made, bytes) else made.encode("utf-8", "replace")
    headers = {"Content-Disposition": f"attachment; filename*=utf-8''{quote(chosen.file)}"}
    return Response(content, media_type=chosen.media_type, headers=headers)
