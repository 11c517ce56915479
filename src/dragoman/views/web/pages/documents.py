"""The documents of the store, the last published first; of an outlet, of days."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import BinaryIO

from dragoman.desk import outlets as desk
from dragoman.errors import QuestionError
from dragoman.store.listing import Asked as Wanted
from dragoman.store.listing import Listed
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked, address
from dragoman.views.web.feeds import Item
from dragoman.views.web.lists import write_rows
from dragoman.views.web.pages.sources import UNNAMED, outlet_page, outlets_of
from dragoman.views.web.site import Site
from dragoman.views.web.trouble import NotFoundError
from dragoman.views.web.words import clipped

USUAL, MOST = 40, 1000  # documents of a page
COLUMNS = ("id", "title", "published", "outlets", "events", "reprint_of")


@dataclass(frozen=True, slots=True, kw_only=True)
class Documents:
    """How many documents there are of an outlet and of days, and a page of them."""

    outlet: str | None
    after: str | None
    before: str | None
    number: int
    documents: tuple[Listed, ...]


def answer(site: Site, asked: Asked) -> Answer:
    """The documents of `outlet`, published on `after` or later, and on `before` or earlier."""
    after, before = asked.day("after"), asked.day("before")
    if after and before and after > before:
        raise QuestionError(f"after={after} is later than before={before}; turn them round")
    outlet = asked.text("outlet") or None
    start = asked.number("from", usual=1, most=10_000_000)
    limit = asked.number("limit", usual=USUAL, most=MOST)
    wanted = Wanted(outlet=_known(site, outlet), first=after, last=before)
    number, page = desk.documents(site.store, wanted, limit=limit, after=start - 1)
    told = Documents(outlet=outlet, after=after, before=before, number=number, documents=page)
    return Answer(
        title=f"Documents: {outlet}" if outlet and outlet != UNNAMED else "Documents",
        template="documents.html",
        shown={
            "told": told,
            "start": start,
            "outlets": [one.name or UNNAMED for one in outlets_of(site)],
            "outlet_page": outlet_page,
        },
        record=told,
        rows=lambda stream: write_documents(page, stream),
        feed=document_items(page),
        next=asked.again(**{"from": str(start + limit)}) if start - 1 + limit < number else None,
    )


PAGE = Page(path="/documents", answer=answer, forms=("json", "csv", "atom"))


def document_items(documents: Iterable[Listed]) -> list[Item]:
    """The documents as items of a feed, each new on its day of publication."""
    return [
        Item(
            id=one.id,
            path=address("documents", one.id),
            title=one.title or "Untitled text",
            words=clipped(one.opening),
            day=one.published,
        )
        for one in documents
    ]


def write_documents(documents: Iterable[Listed], stream: BinaryIO) -> None:
    """A row a document; its outlets are joined by `|`."""
    rows = ((one.id, one.title, one.published, "|".join(one.outlets), one.events, one.reprint_of) for one in documents)
    write_rows(COLUMNS, rows, stream)


def _known(site: Site, outlet: str | None) -> str | None:
    """The outlet as the store has it.

    Raises:
        NotFoundError: there is none of that name.
    """
    names = {one.name for one in outlets_of(site)}
    if outlet is None or outlet in names:
        return outlet
    if outlet == UNNAMED and None in names:
        return ""
    raise NotFoundError(f"there is no outlet {outlet} in this store; the page Sources lists all of them")
