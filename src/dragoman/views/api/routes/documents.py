"""Documents: a list of them, the last published first; and one with its text, its reports and their acts."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from pydantic import AfterValidator

from dragoman.desk import outlets
from dragoman.desk.reading import Read, read
from dragoman.errors import QuestionError
from dragoman.store.listing import Asked, Listed
from dragoman.views.api.asking import CSV, Ask, Plain, asks
from dragoman.views.api.parameters import Cursor, Day, Id, Limit, plain
from dragoman.views.api.routing import route
from dragoman.views.web.pages.documents import write_documents
from dragoman.views.web.trouble import found

ROUTER = APIRouter(tags=["documents"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """How many documents there are, and a page of them; `next` is the cursor of the page after it."""

    number: int
    documents: tuple[Listed, ...]
    next: str | None


@route(ROUTER, "/documents", Documents, forms=(CSV,))
def documents(
    ask: Annotated[Ask, Depends(asks(CSV))],
    outlet: Annotated[
        str | None,
        AfterValidator(lambda told: told and plain(told)),
        Query(max_length=200, description="Only of that outlet; `-`: of none that is named."),
    ] = None,
    after: Day | None = None,
    before: Day | None = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """The documents, the last published first; of an outlet, published from the day `after` to the day `before`."""
    if after and before and after > before:
        raise QuestionError(f"after={after} is later than before={before}; turn them round")
    wanted = Asked(outlet="" if outlet == outlets.UNNAMED else outlet, first=after, last=before)
    number, page = outlets.documents_from(ask.store, wanted, limit=limit, cursor=cursor)
    return ask.reply(
        Documents(number=number, documents=page.items, next=page.next),
        others={CSV: lambda stream: write_documents(page.items, stream)},
        following={"cursor": page.next} if page.next else None,
    )


@route(ROUTER, "/documents/{id}", Read)
def document(ask: Plain, id: Id) -> Response:  # noqa: A002 - the word of the address
    """A document with its text, the reports found in it, and where else their acts are told."""
    return ask.reply(found(lambda: read(ask.store, id)))
