"""Saved views: addresses of screens that somebody gave a name, kept in their browser's cookie."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Response
from fastapi.responses import RedirectResponse

from reportedly.serve.fault import WrongRequest
from reportedly.serve.visit import Acts, Visit

router = APIRouter(tags=["Views"])
COOKIE = "views"
_MOST = 12  # a cookie holds some 4,000 characters
_YEAR = 365 * 24 * 3600


@router.post("/views")
def save_view(
    visit: Acts,
    name: Annotated[str, Form(min_length=1, max_length=40)],
    address: Annotated[str, Form(min_length=1, max_length=240)],
) -> Response:
    """Keep the address of a screen under a name; the same name again takes its place, an empty address drops it."""
    if not _is_ours(address):
        raise WrongRequest("a view is a page of this app")
    kept = {**read_views(visit), name.strip(): address}
    return _keep(visit, dict(list(kept.items())[-_MOST:]), address)


@router.post("/views/drop")
def drop_view(visit: Acts, name: Annotated[str, Form(min_length=1, max_length=40)]) -> Response:
    """Let a view go."""
    return _keep(visit, {each: address for each, address in read_views(visit).items() if each != name}, "/claims")


def read_views(visit: Visit) -> dict[str, str]:
    """Give the views of a browser: addresses by name."""
    try:
        told = json.loads(urlsafe_b64decode(visit.request.cookies.get(COOKIE, "e30=")))
    except ValueError:
        return {}
    if not isinstance(told, dict):
        return {}
    return {str(name): str(address) for name, address in told.items() if _is_ours(str(address))}


def _is_ours(address: str) -> bool:
    """Tell whether an address is a page of this app."""
    parts = urlsplit(address)
    return not (parts.scheme or parts.netloc) and address.startswith("/") and not address.startswith(("//", "/\\"))


def _keep(visit: Visit, views: dict[str, str], then: str) -> Response:
    response = RedirectResponse(then, status_code=303)
    told = urlsafe_b64encode(json.dumps(views).encode()).decode()
    response.set_cookie(COOKIE, told, max_age=_YEAR, httponly=True, samesite="strict")
    return response
