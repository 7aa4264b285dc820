"""Signing in and out."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from reportedly.serve.account import check_password
from reportedly.serve.fault import Forbidden
from reportedly.serve.page import show_page
from reportedly.serve.rate import Rate
from reportedly.serve.session import COOKIE, Seal, Session
from reportedly.serve.setting import Settings
from reportedly.serve.visit import check_origin, set_session

router = APIRouter(tags=["Signing in"])


def read_session(request: Request) -> tuple[Session, bool]:
    """Give a browser's session, and whether it begins with this request."""
    seal: Seal = request.app.state.seal
    found = seal.read(request.cookies.get(COOKIE))
    return (found, False) if found else (seal.begin(), True)


Begun = Annotated[tuple[Session, bool], Depends(read_session)]


@router.get("/sign-in")
def show_sign_in(request: Request, begun: Begun) -> Response:
    """Show the form."""
    return _form(request, begun[0])


@router.post("/sign-in")
def sign_in(
    request: Request,
    begun: Begun,
    name: Annotated[str, Form(max_length=80)],
    password: Annotated[str, Form(max_length=1000)],
    mark: Annotated[str, Form(max_length=128)] = "",
) -> Response:
    """Sign in; the session before it ends."""
    check_origin(request)
    settings: Settings = request.app.state.settings
    seal: Seal = request.app.state.seal
    rate: Rate = request.app.state.rate
    session, fresh = begun
    if fresh or not seal.matches(session, mark):
        raise Forbidden("this form is too old: load the page again and send it once more")
    for who in (request.client.host if request.client else "", f"name {name}"):
        rate.count("sign in", who, settings.limits.sign_ins_a_minute)
    if not check_password(settings.accounts.get(name), password):
        return _form(request, session, wrong=True)
    response = RedirectResponse("/", status_code=303)
    set_session(response, request, seal.begin(name))
    return response


@router.post("/sign-out")
def sign_out(request: Request, begun: Begun, mark: Annotated[str, Form(max_length=128)] = "") -> Response:
    """Sign out."""
    check_origin(request)
    seal: Seal = request.app.state.seal
    if not seal.matches(begun[0], mark):
        raise Forbidden("this form is too old: load the page again and send it once more")
    response = RedirectResponse("/sign-in", status_code=303)
    response.delete_cookie(COOKIE)
    return response


def _form(request: Request, session: Session, *, wrong: bool = False) -> Response:
    seal: Seal = request.app.state.seal
    response = show_page("sign_in.html", {"mark": seal.mark(session), "wrong": wrong}, status=401 if wrong else 200)
    set_session(response, request, session)
    return response
