"""Questions: a plain question, and the ledger of what speaks for it and against it."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Response

from reportedly.export.ledger import lay_out_answer
from reportedly.serve.visit import Asks

router = APIRouter(tags=["Questions"])
Q = Annotated[str, Query(min_length=1, max_length=400)]


@router.get("/questions")
def show_questions(visit: Asks) -> Response:
    """Show the questions that are watched, each with its verdict."""
    watched = visit.settings.watchlist
    papers = visit.papers
    ledgers = [
        lay_out_answer(visit.shelf.answer(each.text, watched, visit.as_of), papers.catalogue)
        for each in watched.questions
    ]
    return visit.show("questions.html", papers=papers, ledgers=ledgers)


@router.get("/questions.json")
def list_answers(visit: Asks) -> Response:
    """Answer the questions that are watched."""
    watched = visit.settings.watchlist
    return visit.give([visit.shelf.answer(each.text, watched, visit.as_of) for each in watched.questions])


@router.get("/question")
def show_answer(visit: Asks, q: Q) -> Response:
    """Show what speaks for a question and against it."""
    answer = visit.shelf.answer(q, visit.settings.watchlist, visit.as_of)
    papers = visit.papers
    return visit.show("question.html", papers=papers, ledger=lay_out_answer(answer, papers.catalogue))


@router.get("/question.json")
def give_answer(visit: Asks, q: Q) -> Response:
    """Answer a question."""
    return visit.give(visit.shelf.answer(q, visit.settings.watchlist, visit.as_of))
