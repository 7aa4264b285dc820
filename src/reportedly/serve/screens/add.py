"""Adding reports: files and pasted texts as jobs, whose progress survives a reload."""

from __future__ import annotations

import json
from typing import Annotated

from fastapi import APIRouter, File, Form, Query, Response, UploadFile
from fastapi.responses import RedirectResponse

from reportedly.collect.jobs import Jobs
from reportedly.serve.fault import WrongRequest
from reportedly.serve.page import give_record
from reportedly.serve.visit import Acts, Asks, Visit
from reportedly.serve.worker import Worker, name_upload

router = APIRouter(tags=["Adding"])
Told = Annotated[str, Form(max_length=500)]
_PASTED = "pasted.jsonl"


@router.get("/add")
def show_adding(visit: Asks) -> Response:
    """Show what can be handed in, and how far what was has come."""
    return visit.show("add.html", jobs=_jobs(visit).list_jobs(), running=bool(_jobs(visit).open_jobs()))


@router.get("/jobs", include_in_schema=False)
def show_jobs(visit: Asks) -> Response:
    """Show the jobs, as a part of the page."""
    return visit.show("jobs.html", jobs=_jobs(visit).list_jobs(), running=bool(_jobs(visit).open_jobs()))


@router.get("/jobs.json")
def list_jobs(visit: Asks) -> Response:
    """List the jobs, the latest first."""
    return give_record(list(_jobs(visit).list_jobs()))


@router.post("/add")
def hand_in(
    visit: Acts,
    files: Annotated[list[UploadFile] | None, File(description="files of reports")] = None,
    text: Annotated[str, Form(description="a pasted report")] = "",
    title: Told = "",
    published: Told = "",
    publisher: Told = "",
    url: Told = "",
) -> Response:
    """Hand files or a text in; each becomes a job."""
    told = {"title": title, "published": published, "publisher": publisher, "url": url}
    sent = [(name_upload(file.filename or ""), file.file.read()) for file in files or () if file.filename]
    if text.strip():
        fields = {name: value.strip() for name, value in told.items() if value.strip()}
        sent.append((_PASTED, json.dumps({"text": text, **fields}).encode()))
    if not sent:
        raise WrongRequest("there was neither a file nor a text in it")
    for name, content in sent:
        _jobs(visit).hand_in(name, content, by=visit.name)
    _worker(visit).wake()
    return _listed(visit)


@router.post("/jobs/withdraw")
def withdraw(visit: Acts, number: Annotated[int, Query(ge=1, le=10**9)]) -> Response:
    """Take a job back that has not begun."""
    _jobs(visit).withdraw(number)
    return _listed(visit)


def _listed(visit: Visit) -> Response:
    """Answer with the jobs: as the part of a page that asked, or by going there."""
    if visit.request.headers.get("hx-request"):
        return visit.show("jobs.html", jobs=_jobs(visit).list_jobs(), running=True)
    return RedirectResponse("/add", status_code=303)


def _jobs(visit: Visit) -> Jobs:
    jobs: Jobs = visit.request.app.state.jobs
    return jobs


def _worker(visit: Visit) -> Worker:
    worker: Worker = visit.request.app.state.worker
    return worker
