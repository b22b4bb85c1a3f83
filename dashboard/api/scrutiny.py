"""The scrutiny of budget proposals: savings, and questions with their answers."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from dashboard.api.paging import OfCouncil, Page, Words, page
from dashboard.api.terms import Line, Named, line, named
from meetings.models import Question, Saving

router = Router()


class BudgetLine(Line):
    reference: str | None
    description: str | None
    amount: float | None = Field(description="In pounds; a pressure is negative")
    financial_year: str | None
    portfolio: Named | None


class Asked(Line):
    theme: str | None
    portfolio: Named | None
    question: str
    answer: str | None


class SavingsAsked(OfCouncil):
    portfolio: UUID | None = None
    financial_year: Words | None = Field(None, description="Such as 2025/26")
    reference: Words | None = None


class QuestionsAsked(OfCouncil):
    portfolio: UUID | None = None
    theme: Words | None = None
    words: Words | None = Field(None, description="Words of the question or its answer")


@router.get("/savings", response=Page[BudgetLine], summary="Savings and pressures of budget proposals")
def savings(request: HttpRequest, asked: Query[SavingsAsked]):
    rows = _found(Saving, request.auth, asked, "financial_year")
    if asked.reference:
        rows = rows.filter(reference__icontains=asked.reference)
    return page(request, asked, rows.by_reference(), _saving)


@router.get("/questions", response=Page[Asked], summary="Questions of scrutiny, with their answers")
def questions(request: HttpRequest, asked: Query[QuestionsAsked]):
    rows = _found(Question, request.auth, asked, "theme")
    rows = rows.saying(asked.words) if asked.words else rows
    return page(request, asked, rows.by_theme(), _question)


def _found(sort, user, asked, *more: str):
    rows = sort.objects.visible_to(user).with_source().select_related("council", "portfolio")
    names = ("council", "portfolio", *more)
    return rows.filter(**{name: getattr(asked, name) for name in names if getattr(asked, name)})


def _saving(row: Saving, request: HttpRequest) -> BudgetLine:
    words = {name: getattr(row, name) or None for name in ("reference", "description", "financial_year")}
    return BudgetLine(**line(row, request), **words, amount=row.amount, portfolio=named(row.portfolio))


def _question(row: Question, request: HttpRequest) -> Asked:
    words = {"theme": row.theme or None, "question": row.question, "answer": row.answer or None}
    return Asked(**line(row, request), **words, portfolio=named(row.portfolio))
