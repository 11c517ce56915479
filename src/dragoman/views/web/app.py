"""The application: takes where a store is, gives what a server runs; each page is a module of `pages`."""

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from anyio import to_thread
from fastapi import FastAPI, Request, Response
from fastapi.staticfiles import StaticFiles
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import RedirectResponse

from dragoman.desk.ledger import calendar_day
from dragoman.desk.opened import loading
from dragoman.records.reading import Readers
from dragoman.store.recoding import Codes
from dragoman.version import __version__
from dragoman.views.api.app import health, make_api, ready
from dragoman.views.api.asking import UNTIL, WRITTEN
from dragoman.views.api.callers import PREFIX, Door, Guarded
from dragoman.views.api.refusals import Told
from dragoman.views.web.answers import Form, Page, respond
from dragoman.views.web.asked import Asked
from dragoman.views.web.pages import PAGES, POSTS
from dragoman.views.web.security import Secured
from dragoman.views.web.site import Site
from dragoman.views.web.trouble import Elsewhere, Moved, tell_troubles

STATIC = Path(__file__).parent / "static"


AT_ONCE = 12  # requests that are answered side by side: a store has 15 connections, and more threads only take turns
_OTHER_SITES: Mapping[str, Any] = {
    "allow_methods": ["GET", "POST", "DELETE"],
    "allow_headers": ["Authorization", "Content-Type", "If-None-Match"],
    "expose_headers": ["ETag", "Link", UNTIL, WRITTEN, "Retry-After", "WWW-Authenticate"],
}
"""What scripts of other sites that are let in may do and read."""


def make_app(  # noqa: PLR0913 - all that a server is told, by keyword
    location: str | Path,
    *,
    packs: Sequence[Path] = (),
    readers: Readers = "both",
    load: Callable[[], Codes] | None = None,
    today: Callable[[], str] = calendar_day,
    hosts: Sequence[str] = ("*",),
    door: Door | None = None,
    origins: Sequence[str] = (),
) -> FastAPI:
    """The application over a store.

    Args:
        location: where the store is: a folder, or the address of a PostgreSQL database.
        packs: folders of packs laid over the shipped ones.
        readers: "both", or "grammar" to read what is pasted without the learned judge.
        load: makes the coder that reads what is pasted; that of the packs and readers where None.
        today: the ISO day that says what is overdue.
        hosts: names under which it may be asked; others are refused, so that no other site's name leads here.
        door: who is let in, and how often one may ask; None lets everybody in, as on one's own machine.
        origins: other sites (`https://desk.example.org`) whose scripts may ask the interface under `/api/v1`.

    Example:
        >>> app = make_app("mystore")  # then: uvicorn.run(app)
    """
    site = Site(location, packs=packs, load=load or loading(packs, readers), today=today)

    @asynccontextmanager
    async def open_while_it_runs(_: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = AT_ONCE
        yield
        site.close()

    # The framework's own pages of documentation load scripts from other hosts.
    app = FastAPI(
        title="Dragoman", version=__version__, openapi_url=None, docs_url=None, redoc_url=None,
        lifespan=open_while_it_runs,
    )  # fmt: skip
    app.state.site = site
    door = door or Door()
    app.add_middleware(Guarded, door=door)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=list(hosts))
    app.add_middleware(Secured, origins=frozenset(origins), prefix=PREFIX)
    app.add_middleware(Told)
    if origins:
        app.add_middleware(CORSMiddleware, allow_origins=list(origins), **_OTHER_SITES)
    app.mount(PREFIX, make_api(site, tokens=door.tokens))
    for path, answer in {"/health": health, "/ready": ready(site)}.items():
        app.add_api_route(path, answer, methods=["GET", "HEAD"], response_model=None)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    tell_troubles(app, site)
    for page in PAGES:
        _add(app, page, site)
    for path, post in POSTS.items():
        app.add_api_route(path, post(site), methods=["POST"], response_model=None)
    return app


def _add(app: FastAPI, page: Page, site: Site) -> None:
    """The routes of a page: those of its forms first, since `{id}` would take their endings for a part of the id."""
    for form in page.forms:
        app.add_api_route(page.path_as(form), _endpoint(page, site, form), methods=["GET", "HEAD"], response_model=None)
    app.add_api_route(page.path, _endpoint(page, site, None), methods=["GET", "HEAD"], response_model=None)


def _endpoint(page: Page, site: Site, form: Form | None) -> Callable[[Request], Response]:
    """A plain function: the framework runs it in a thread, since the store waits for its file."""

    def endpoint(request: Request) -> Response:
        asked = Asked.of(request)
        try:
            return respond(page.answer(site, asked), asked, page, site, form)
        except Moved as moved:
            return RedirectResponse(moved.path_as(form), status_code=308)
        except Elsewhere as elsewhere:
            return RedirectResponse(elsewhere.path_as(form), status_code=307)

    return endpoint
