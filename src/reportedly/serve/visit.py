"""The visit: one request, with who makes it, what they may do and as of when they look."""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Form, Query, Request, Response

from reportedly.collect.story_marks import StoryMarks
from reportedly.serve.account import check_password
from reportedly.serve.fault import Forbidden, SignInWanted
from reportedly.serve.page import give_record, link, show_page
from reportedly.serve.rate import Rate
from reportedly.serve.session import COOKIE, Seal, Session
from reportedly.serve.setting import Account, Role, Settings
from reportedly.serve.shelf import Papers, Shelf
from reportedly.serve.shortcut import SHORTCUTS

_THEMES = ("light", "dark")
_RANK = {Role.READER: 0, Role.ANALYST: 1, Role.ADMIN: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One request."""

    request: Request
    shelf: Shelf
    settings: Settings
    session: Session
    fresh: bool  # the session began with this request
    told: bool  # a script says with each request who it is: no browser does that of its own accord
    mark: str  # what a form of this session carries
    name: str  # whose name judgements carry
    role: Role
    as_of: str | None

    @property
    def papers(self) -> Papers:
        """Give what is known as of the moment that is looked at."""
        return self.shelf.papers(self.as_of)

    def about(self, *reports: str, compared: bool = True) -> Papers:
        """Give what is known at least of some reports."""
        return self.shelf.about(reports, self.as_of, compared=compared)

    def about_claims(self, *claims: str, beside: Iterable[str] = (), voiced: bool = True) -> Papers:
        """Give what is known at least of some claims and some reports, without what retells them."""
        return self.shelf.about_claims(claims, beside, self.as_of, voiced=voiced)

    def about_claim(self, id_: str) -> Papers:
        """Give what is known at least of the reports that a claim rests on, or that contradict it.

        Raises:
            UnknownResource: there is no such claim.
        """
        if self.as_of is not None or not self.shelf.large:
            return self.papers
        return self.about(*self.shelf.collection.claim(id_).report_ids)

    def give(self, value: object, papers: Papers | None = None) -> Response:
        """Give records that come from some papers, else what is at hand; where that is not all, a header says so."""
        response = give_record(value)
        drawn = papers or self.papers
        if drawn.partial:
            response.headers["X-Part"] = f"{len(drawn.readings)} of {drawn.held} reports"
        return response

    @property
    def marks(self) -> StoryMarks:
        """Give what people noted of stories for themselves."""
        marks: StoryMarks = self.request.app.state.marks
        return marks

    @property
    def may_act(self) -> bool:
        """Tell whether judging and adding are allowed, now and to this person: the past is only looked at."""
        return self.as_of is None and _RANK[self.role] >= _RANK[Role.ANALYST]

    def url(self, path: str, **asked: object) -> str:
        """Make an address that keeps the moment that is looked at."""
        return link(path, **asked, as_of=self.as_of)

    def show(self, template: str, *, status: int = 200, **shown: object) -> Response:
        """Answer with a page, or, where a part of one was asked for, with a template that is such a part."""
        theme = self.request.cookies.get("theme", "")
        response = show_page(
            template,
            {
                **shown,
                "visit": self,
                "url": self.url,
                "path": self.request.url.path,
                "theme": theme if theme in _THEMES else "",
                "shortcuts": SHORTCUTS,
            },
            status=status,
        )
        self.keep(response)
        return response

    def keep(self, response: Response) -> None:
        """Send the session's cookie along where the browser does not have it yet."""
        if self.fresh:
            set_session(response, self.request, self.session)


def set_session(response: Response, request: Request, session: Session) -> None:
    """Send a session's cookie."""
    seal: Seal = request.app.state.seal
    secure = request.url.scheme == "https"
    response.set_cookie(COOKIE, seal.write(session), httponly=True, samesite="strict", secure=secure)


def begin_visit(request: Request, as_of: Annotated[str | None, Query(max_length=40)] = None) -> Visit:
    """Find out who asks.

    Raises:
        SignInWanted: the collection is shown only to those who sign in.
    """
    settings: Settings = request.app.state.settings
    seal: Seal = request.app.state.seal
    session = seal.read(request.cookies.get(COOKIE))
    found = session or seal.begin()
    role, name = Role.ADMIN, settings.judged_by
    told = request.headers.get("authorization")
    if settings.accounts:
        account = _tell_account(request, settings, told) if told else settings.accounts.get(found.name)
        if account is None:
            raise SignInWanted
        role, name = account.role, account.name
    return Visit(
        request=request,
        shelf=request.app.state.shelf,
        settings=settings,
        session=found,
        fresh=session is None and told is None,
        told=bool(settings.accounts and told),
        mark=seal.mark(found),
        name=name,
        role=role,
        as_of=as_of or None,
    )


def _tell_account(request: Request, settings: Settings, told: str) -> Account | None:
    """Give the account whose name and password a script sends with each request; None where they are wrong."""
    rate: Rate = request.app.state.rate
    try:
        name, _, password = b64decode(told.removeprefix("Basic ")).decode().partition(":")
    except ValueError:
        return None
    account = settings.accounts.get(name)
    if check_password(account, password):
        return account
    rate.count("sign in", request.client.host if request.client else "", settings.limits.sign_ins_a_minute)
    return None


Asks = Annotated[Visit, Depends(begin_visit)]


def begin_act(visit: Asks, mark: Annotated[str, Form(max_length=128)] = "") -> Visit:
    """Let somebody change something.

    Raises:
        Forbidden: the form is none of this session's, or they may not.
        TooOften: they do it too often.
    """
    check_origin(visit.request)
    seal: Seal = visit.request.app.state.seal
    if not visit.told and (visit.fresh or not seal.matches(visit.session, mark)):
        raise Forbidden("this form is too old, or came from somewhere else: load the page again and send it once more")
    if not visit.may_act:
        raise Forbidden("you may look at this collection, not change it")
    rate: Rate = visit.request.app.state.rate
    rate.count("act", visit.name if visit.told else visit.session.number, visit.settings.limits.acts_a_minute)
    return visit


Acts = Annotated[Visit, Depends(begin_act)]


def check_origin(request: Request) -> None:
    """Refuse what another site sends.

    Raises:
        Forbidden: the browser says that it is from elsewhere.
    """
    headers: Mapping[str, str] = request.headers
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise Forbidden("this came from another site")
    origin = headers.get("origin")
    if origin not in (None, "null") and origin.partition("://")[2] != headers.get("host"):
        raise Forbidden("this came from another site")
