"""Answers: what a page is made of. One answer of the desk goes out as HTML, JSON, CSV, Atom or iCalendar.

A page is a module of `pages`: its `PAGE` says where it is, in which forms, and which function answers. That function
takes the site and what was asked, gives an `Answer`; everything else is done here, once.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, BinaryIO, Literal

import msgspec
from starlette.responses import Response

from dragoman.views.web.asked import Asked
from dragoman.views.web.feeds import Item, atom
from dragoman.views.web.showing import show

if TYPE_CHECKING:
    from dragoman.views.web.site import Site

Form = Literal["json", "csv", "atom", "ics", "graphml", "gexf", "geojson"]
Write = Callable[[BinaryIO], object]


FORM_NAMES: Mapping[Form, str] = {
    "json": "JSON", "csv": "CSV", "atom": "Atom feed", "ics": "calendar", "graphml": "GraphML",
    "gexf": "GEXF for Gephi", "geojson": "GeoJSON",
}  # fmt: skip
FORM_TYPES: Mapping[Form, str] = {
    "json": "application/json", "csv": "text/csv", "atom": "application/atom+xml", "ics": "text/calendar",
    "graphml": "application/graphml+xml", "gexf": "application/gexf+xml", "geojson": "application/geo+json",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer. `shown` is what the template shows, `record` what JSON has; `rows` and `calendar` write themselves.

    `next` is the address of the page after it, if the answer goes on. `reload` are seconds after which the page asks
    again, where something is still being made. An answer of `status` 202 is not whole yet. `others` write the forms
    that few pages have: networks and points on a map.
    """

    title: str
    template: str
    shown: Mapping[str, object] = field(default_factory=dict)
    record: object = None
    rows: Write | None = None
    feed: Sequence[Item] | None = None
    calendar: Write | None = None
    others: Mapping[Form, Write] = field(default_factory=dict)
    next: str | None = None
    reload: int | None = None
    status: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Where a page is (`/acts/{id}`), what answers it, and in which forms beside HTML it can be had.

    `stem` is the address to which the ending of a form is put, where it is not that of the page.
    """

    path: str
    answer: "Callable[[Site, Asked], Answer]"
    forms: tuple[Form, ...] = ("json", "csv")
    stem: str | None = None

    def path_as(self, form: Form) -> str:
        """The route of a form: `/acts/{id}.json`."""
        return f"{self.stem or self.path}.{form}"


def respond(answer: Answer, asked: Asked, page: Page, site: "Site", form: Form | None) -> Response:
    """The answer in the form asked for; None is HTML."""
    response = _html(answer, asked, page, site) if form is None else _FORMS[form](answer, asked)
    response.status_code = answer.status
    if answer.next:
        response.headers["Link"] = f'<{answer.next}>; rel="next"'
    return response


def _html(answer: Answer, asked: Asked, page: Page, site: "Site") -> Response:
    links = {form: asked.address_as(form, stem=page.stem) for form in page.forms}
    shown = {
        **answer.shown, "title": answer.title, "asked": asked, "site": site, "forms": links, "next": answer.next,
        "reload": answer.reload, "form_names": FORM_NAMES, "form_types": FORM_TYPES,
    }  # fmt: skip
    return Response(show(answer.template, shown), media_type="text/html")


def _json(answer: Answer, asked: Asked) -> Response:
    del asked
    return Response(msgspec.json.format(msgspec.json.encode(answer.record)), media_type=FORM_TYPES["json"])


def _csv(answer: Answer, asked: Asked) -> Response:
    del asked
    return Response(_written(answer.rows), media_type=FORM_TYPES["csv"])


def _atom(answer: Answer, asked: Asked) -> Response:
    made = atom(answer.feed or (), title=answer.title, at=asked.whole_address, page=asked.page_address)
    return Response(made, media_type=FORM_TYPES["atom"])


def _calendar(answer: Answer, asked: Asked) -> Response:
    del asked
    return Response(_written(answer.calendar), media_type=FORM_TYPES["ics"])


def _other(form: Form) -> Callable[[Answer, Asked], Response]:
    def written(answer: Answer, asked: Asked) -> Response:
        del asked
        return Response(_written(answer.others.get(form)), media_type=FORM_TYPES[form])

    return written


def _written(write: Write | None) -> bytes:
    stream = io.BytesIO()
    if write is not None:
        write(stream)
    return stream.getvalue()


_FORMS: Mapping[Form, Callable[[Answer, Asked], Response]] = {
    "json": _json, "csv": _csv, "atom": _atom, "ics": _calendar,
    "graphml": _other("graphml"), "gexf": _other("gexf"), "geojson": _other("geojson"),
}  # fmt: skip
