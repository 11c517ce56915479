"""Search: the texts in which words stand, with the words marked."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Response

from dragoman.desk.searching import LARGEST_PAGE, FoundText, texts_page
from dragoman.errors import QuestionError
from dragoman.store.finding import By
from dragoman.views.api.asking import Plain, question_in
from dragoman.views.api.parameters import Cursor, Words
from dragoman.views.api.routing import route

ROUTER = APIRouter(tags=["search"])


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTexts:
    """How many texts hold all the words, and a page of them; `next` is the cursor of the page after it."""

    words: tuple[str, ...]
    number: int
    texts: tuple[FoundText, ...]
    next: str | None


@route(ROUTER, "/search", FoundTexts)
def search(
    ask: Plain,
    q: Words,
    sort: By = "relevance",
    limit: Annotated[int, Query(ge=1, le=LARGEST_PAGE)] = 20,
    cursor: Cursor = None,
) -> Response:
    """The texts that hold all the words of `q`, what fits best first; a phrase stands in quotation marks.

    By date each is given once, also while texts come in; by relevance a cursor holds until the store changes.
    """
    words = question_in(q).words
    if not words:
        raise QuestionError(f"q={q}: no words to look for; acts of a question are at /acts")
    number, page = texts_page(ask.store, words, by=sort, limit=limit, cursor=cursor)
    told = FoundTexts(words=words, number=number, texts=page.items, next=page.next)
    return ask.reply(told, following={"cursor": page.next} if page.next else None)
