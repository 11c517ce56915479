"""Search: the texts in which words stand, with the words marked."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Response

from dragoman.desk.searching import FoundText, number_of_texts, texts_holding
from dragoman.errors import QuestionError
from dragoman.store.finding import By
from dragoman.views.api.asking import Plain, question_in
from dragoman.views.api.parameters import From, Words
from dragoman.views.api.routing import route

ROUTER = APIRouter(tags=["search"])
MOST = 200  # texts of a page


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTexts:
    """How many texts hold all the words, and some of them; `next` is the number from which on there are more."""

    words: tuple[str, ...]
    number: int
    texts: tuple[FoundText, ...]
    next: int | None


@route(ROUTER, "/search", FoundTexts)
def search(
    ask: Plain, q: Words, sort: By = "relevance", limit: Annotated[int, Query(ge=1, le=MOST)] = 20, start: From = 1
) -> Response:
    """The texts that hold all the words of `q`, what fits best first; a phrase stands in quotation marks."""
    words = question_in(q).words
    if not words:
        raise QuestionError(f"q={q}: no words to look for; acts of a question are at /acts")
    number = number_of_texts(ask.store, words)
    texts = texts_holding(ask.store, words, by=sort, limit=limit, skipped=start - 1)
    following = start + limit if start - 1 + limit < number else None
    told = FoundTexts(words=words, number=number, texts=texts, next=following)
    return ask.reply(told, following={"from": following} if following else None)
