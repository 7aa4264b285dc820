"""Export: what is known, in the forms that other tools read."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Response

from reportedly.export.form import FORMS, choose_forms
from reportedly.serve.fault import WrongRequest
from reportedly.serve.visit import Asks

router = APIRouter(tags=["Export"])


@router.get("/exports")
def show_forms(visit: Asks) -> Response:
    """Show the forms that what is known can be had in."""
    return visit.show("exports.html", forms=list(FORMS.values()), papers=visit.papers)


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
