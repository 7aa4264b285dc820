"""The web app: its screens, what guards them, and how what goes wrong is told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from secrets import token_bytes

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import RedirectResponse
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from reportedly import __version__
from reportedly.collect import Collection
from reportedly.collect.jobs import Jobs
from reportedly.collect.story_marks import StoryMarks
from reportedly.errors import CollectionFault, JudgementFault, ReportedlyError, UnknownResource
from reportedly.serve.api import describe_app
from reportedly.serve.fault import Forbidden, SignInWanted, TooOften
from reportedly.serve.guard import Guard
from reportedly.serve.page import STATIC, give_record, show_page
from reportedly.serve.rate import Rate
from reportedly.serve.screens import ROUTERS
from reportedly.serve.session import Seal
from reportedly.serve.setting import Settings
from reportedly.serve.shelf import Shelf
from reportedly.serve.worker import Worker

_STATUS: tuple[tuple[type[ReportedlyError], int], ...] = (
    (UnknownResource, 404),
    (JudgementFault, 422),
    (Forbidden, 403),
    (TooOften, 429),
    (CollectionFault, 503),
)
_FORM_PARTS = 2**20  # bytes that a form takes beside its files


def create_app(settings: Settings) -> FastAPI:
    """Make the web app over one collection.

    Raises:
        CollectionFault: the collection cannot be opened.
    """
    collection = Collection(settings.where)
    app = FastAPI(
        title="reportedly",
        version=__version__,
        description="What is known from a collection of reports; every page's records under its address with `.json`.",
        docs_url=None,  # its page loads scripts from elsewhere
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.settings = settings
    app.state.shelf = Shelf(collection)
    app.state.jobs = Jobs(settings.where)
    app.state.marks = StoryMarks(settings.where)
    app.state.worker = Worker(app.state.shelf, app.state.jobs)
    app.state.seal = Seal(token_bytes(32))
    app.state.rate = Rate()
    app.add_middleware(Guard, largest=settings.limits.upload_bytes + _FORM_PARTS, hosts=settings.hosts)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    for router in ROUTERS:
        app.include_router(router)
    describe_app(app)
    app.add_exception_handler(ReportedlyError, _refuse)
    app.add_exception_handler(RequestValidationError, _refuse_request)
    app.add_exception_handler(HTTPException, _refuse_http)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    app.state.worker.start()
    yield
    app.state.worker.stop()
    app.state.jobs.close()
    app.state.marks.close()
    app.state.shelf.collection.close()


def _refuse(request: Request, fault: Exception) -> Response:
    """Tell what the library or the app refuses, in one line."""
    if isinstance(fault, SignInWanted) and not request.url.path.endswith(".json"):
        return RedirectResponse("/sign-in", status_code=303)
    status = 401 if isinstance(fault, SignInWanted) else 400
    status = next((each for kind, each in _STATUS if isinstance(fault, kind)), status)
    return _tell(request, status, str(fault) or "sign in first")


def _refuse_request(request: Request, fault: Exception) -> Response:
    """Tell which part of a request is wrong."""
    told = fault.errors() if isinstance(fault, RequestValidationError) else []
    parts = [f"{'.'.join(str(part) for part in each['loc'][1:])}: {each['msg']}" for each in told]
    return _tell(request, 422, "; ".join(parts) or "the request cannot be read")


def _refuse_http(request: Request, fault: Exception) -> Response:
    """Tell that there is no such page, or that it does not take this kind of request."""
    status = fault.status_code if isinstance(fault, HTTPException) else 500
    return _tell(request, status, "there is no such page" if status == 404 else str(getattr(fault, "detail", "")))


def _tell(request: Request, status: int, message: str) -> Response:
    """Tell a refusal as the request wants it: a record, a part of a page, or a page."""
    line = " ".join(message.split())
    if request.url.path.endswith(".json"):
        return give_record({"error": line}, status=status)
    template = "refusal_part.html" if request.headers.get("hx-request") else "refusal.html"
    return show_page(template, {"message": line, "status": status}, status=status)
