"""The sources: all outlets with their documents, acts and licences, when they published, and when they were silent."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from dragoman.desk import outlets as desk
from dragoman.desk.outlets import Outlet
from dragoman.views.drawing.strips import Strip, strip
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked, address
from dragoman.views.web.lists import write_rows
from dragoman.views.web.site import Site

USUAL, MOST = 100, 1000  # outlets of a page
BARS = 48  # of the strip of an outlet in the list
UNNAMED = "-"
"""The last part of the address of the texts whose outlet nobody named."""
ORDERS: Mapping[str, Callable[[Outlet], tuple[object, ...]]] = {
    "documents": lambda one: (-one.documents, one.name or ""),
    "name": lambda one: ((one.name or "").casefold(), one.name or ""),
    "acts": lambda one: (-one.acts, one.name or ""),
    "last": lambda one: (one.last is None, _turned(one.last), one.name or ""),
}
Cell = str | float | None
COLUMNS: Mapping[str, Callable[[Outlet], Cell]] = {
    "outlet": lambda one: one.name,
    "documents": lambda one: one.documents,
    "undated": lambda one: one.undated,
    "reprints": lambda one: one.reprints,
    "acts": lambda one: one.acts,
    "acts_told_alone": lambda one: one.alone,
    "first_day": lambda one: one.first,
    "last_day": lambda one: one.last,
    "days_with_documents": lambda one: one.covered,
    "days": lambda one: one.days,
    "silent_spells": lambda one: len(one.silences),
    "longest_silence_days": lambda one: max((spell.days for spell in one.silences), default=0),
    "silent": lambda one: str(one.silent).lower(),
    "licence": lambda one: one.licence,
    "may_be_passed_on": lambda one: None if one.may_be_passed_on is None else str(one.may_be_passed_on).lower(),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """How many outlets there are, of which months their documents are, how many are silent, and a page of them."""

    number: int
    first: str | None
    last: str | None
    silent: int
    outlets: tuple[Outlet, ...]


def answer(site: Site, asked: Asked) -> Answer:
    """The outlets, in the order of `sort`."""
    everyone = outlets_of(site)
    order = asked.one_of("sort", tuple(ORDERS)) or "documents"
    start = asked.number("from", usual=1, most=10_000_000)
    limit = asked.number("limit", usual=USUAL, most=MOST)
    page = tuple(sorted(everyone, key=ORDERS[order])[start - 1 : start - 1 + limit])
    first, last = span_of(everyone)
    told = Sources(
        number=len(everyone), first=first, last=last, silent=sum(one.silent for one in everyone), outlets=page
    )
    return Answer(
        title="Sources",
        template="sources.html",
        shown={
            "told": told,
            "order": order,
            "start": start,
            "strip_of": _strips(first, last),
            "outlet_page": outlet_page,
        },
        record=told,
        rows=lambda stream: write_outlets(page, stream),
        next=asked.again(**{"from": str(start + limit)}) if start - 1 + limit < len(everyone) else None,
    )


PAGE = Page(path="/sources", answer=answer)


def outlets_of(site: Site) -> tuple[Outlet, ...]:
    """All outlets, remembered as long as the store does not change."""
    return site.memory.answer(site.store, "outlets", lambda: desk.outlets(site.store))


def span_of(outlets: Iterable[Outlet]) -> tuple[str | None, str | None]:
    """The first and the last day of which any of them has a document."""
    told = list(outlets)
    first = min((one.first for one in told if one.first), default=None)
    return first, max((one.last for one in told if one.last), default=None)


def outlet_page(name: str | None) -> str:
    """The page of an outlet."""
    return address("sources", name or UNNAMED)


def write_outlets(outlets: Iterable[Outlet], stream: BinaryIO) -> None:
    """A row an outlet."""
    write_rows(list(COLUMNS), ([cell(one) for cell in COLUMNS.values()] for one in outlets), stream)


def _strips(first: str | None, last: str | None) -> Callable[[Outlet], Strip | None]:
    """Draws the documents of an outlet over the time of all of them, so that the strips can be compared."""

    def drawn(outlet: Outlet) -> Strip | None:
        if first is None or last is None or outlet.first is None:
            return None
        return strip(outlet.months, first=first[:7], last=last[:7], most=BARS)

    return drawn


def _turned(day: str | None) -> tuple[int, ...]:
    """What sorts later days first."""
    return tuple(-int(part) for part in (day or "").split("-") if part)
