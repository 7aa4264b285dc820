"""Questions: a plain question, and the ledger of what speaks for it and against it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from reportedly.export.ledger import Ledger, lay_out_answer
from reportedly.serve.shelf import Papers
from reportedly.serve.visit import Asks, Visit

router = APIRouter(tags=["Questions"])
Q = Annotated[str, Query(min_length=1, max_length=400)]


@router.get("/questions")
def show_questions(visit: Asks) -> Response:
    """Show the questions that are watched, each with its verdict."""
    watched = visit.settings.watchlist
    ledgers = [_ledger(visit, each.text)[1] for each in watched.questions]
    return visit.show("questions.html", papers=visit.papers, ledgers=ledgers)


@router.get("/questions.json")
def list_answers(visit: Asks) -> Response:
    """Answer the questions that are watched."""
    watched = visit.settings.watchlist
    return visit.give([visit.shelf.answer(each.text, watched, visit.as_of) for each in watched.questions])


@router.get("/question")
def show_answer(visit: Asks, q: Q) -> Response:
    """Show what speaks for a question and against it."""
    papers, ledger = _ledger(visit, q)
    return visit.show("question.html", papers=papers, ledger=ledger)


@router.get("/question.json")
def give_answer(visit: Asks, q: Q) -> Response:
    """Answer a question."""
    return visit.give(_ledger(visit, q)[1].answer, visit.shelf.about_question(q, visit.as_of))


def _ledger(visit: Visit, question: str) -> tuple[Papers, Ledger]:
    """Give the ledger of a question, with the papers that it was drawn from."""
    papers = visit.shelf.about_question(question, visit.as_of)
    return papers, lay_out_answer(visit.shelf.answer(question, visit.settings.watchlist, visit.as_of), papers.catalogue)
