"""An outlet: when it published and when not, what it reports most, how it agrees with others, its latest documents."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.desk import outlets as desk
from dragoman.desk.outlets import Outlet
from dragoman.questions import write_question
from dragoman.records.question import Condition, Question
from dragoman.store.listing import Asked as Wanted
from dragoman.store.listing import Listed
from dragoman.views.drawing.strips import strip
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked
from dragoman.views.web.narrowing import acts_with
from dragoman.views.web.pages.acts import FACETS
from dragoman.views.web.pages.documents import document_items, write_documents
from dragoman.views.web.pages.sources import UNNAMED, outlet_page, outlets_of, span_of
from dragoman.views.web.site import Site
from dragoman.views.web.trouble import NotFoundError

LATEST = 20
SPELLS = 12  # that are listed, the longest
BARS = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletTold:
    """An outlet, what it reports most by field and value, and its latest documents."""

    outlet: Outlet
    reported: Mapping[str, Mapping[str, int]]
    latest: tuple[Listed, ...]


def answer(site: Site, asked: Asked) -> Answer:
    """The outlet of that name."""
    outlet = _named(site, asked.parts["outlet"])
    name = outlet.name
    told = OutletTold(
        outlet=outlet,
        reported=site.memory.answer(site.store, ("reported", name), lambda: desk.reported(site.store, name)),
        latest=desk.documents(site.store, Wanted(outlet=name or ""), limit=LATEST)[1],
    )
    _, end = span_of(outlets_of(site))
    months = {"first": outlet.first[:7], "last": (end or outlet.first)[:7]} if outlet.first else None
    return Answer(
        title=name or "Texts of no named outlet",
        template="outlet.html",
        shown={
            "told": told,
            "outlet": outlet,
            "strip": strip(outlet.months, **months, most=BARS) if months else None,
            "spells": sorted(outlet.silences, key=lambda one: -one.days)[:SPELLS],
            "field_names": FACETS,
            "acts_of": lambda field, value: acts_with(_question(name), {field: value}) if name else None,
            "acts_path": acts_with(Question(), {"source": name}) if name else None,
            "question": write_question(_question(name)) if name else "",
            "outlet_page": outlet_page,
        },
        record=told,
        rows=lambda stream: write_documents(told.latest, stream),
        feed=document_items(told.latest),
    )


PAGE = Page(path="/sources/{outlet:path}", answer=answer, forms=("json", "csv", "atom"))


def _named(site: Site, name: str) -> Outlet:
    """The outlet.

    Raises:
        NotFoundError: there is none of that name.
    """
    by_name = {one.name: one for one in outlets_of(site)}
    found = by_name.get(name) or (by_name.get(None) if name == UNNAMED else None)
    if found is None:
        raise NotFoundError(f"there is no outlet {name} in this store; the page Sources lists all of them")
    return found


def _question(name: str | None) -> Question:
    return Question(conditions=(Condition(field="source", values=(name or "",)),))
