"""The application of the interface: takes a site and the tokens that count, gives what is mounted under `/api/v1`."""

from collections.abc import Callable

from fastapi import FastAPI, Request, Response
from starlette.responses import HTMLResponse, JSONResponse

from dragoman.desk.tokens import Tokens
from dragoman.errors import StoreError
from dragoman.version import __version__
from dragoman.views.api.asking import Coming, ComingError, UnchangedError
from dragoman.views.api.bounds import Bounded
from dragoman.views.api.description import described
from dragoman.views.api.problems import KINDS, problem, tell_problems
from dragoman.views.api.routes import ROUTERS
from dragoman.views.web.showing import show
from dragoman.views.web.site import Site

_AGAIN = 5  # seconds until a ledger that is being made may be there


def make_api(site: Site, *, tokens: Tokens | None = None) -> FastAPI:
    """The interface over a site. `tokens` are those that an admin may list and change."""
    api = FastAPI(
        title="Dragoman",
        version=__version__,
        summary="Who did what to whom, as the news reports it, each record pinned to the words that prove it.",
        docs_url=None,  # the framework's own pages load scripts from other hosts
        redoc_url=None,
        openapi_url=None,
    )
    api.state.site, api.state.tokens = site, tokens
    api.add_middleware(Bounded)
    tell_problems(api)
    api.add_exception_handler(UnchangedError, _unchanged)
    api.add_exception_handler(ComingError, _coming)
    for router in ROUTERS:
        api.include_router(router)
    for path, answer in {"/health": health, "/ready": ready(site), **_descriptions(api)}.items():
        api.add_api_route(path, answer, methods=["GET"], include_in_schema=False, response_model=None)
    return api


def health(request: Request) -> Response:
    """Says that the server lives."""
    del request
    return JSONResponse({"status": "ok"})


def ready(site: Site) -> Callable[[Request], Response]:
    """What says whether the store can be asked."""

    def answer(request: Request) -> Response:
        try:
            with site.store.reading():
                pass
        except StoreError as error:
            return problem("store", str(error), path=request.url.path)
        return JSONResponse({"status": "ok"})

    return answer


def _descriptions(api: FastAPI) -> dict[str, Callable[[Request], Response]]:
    """OpenAPI, and the page that shows it."""
    told = described(api)

    def openapi(request: Request) -> Response:
        del request
        return JSONResponse(told)

    def page(request: Request) -> Response:
        del request
        return HTMLResponse(show("api.html", {"api": told, "problems": KINDS}))

    return {"/openapi.json": openapi, "/docs": page}


def _unchanged(request: Request, error: Exception) -> Response:
    del request
    assert isinstance(error, UnchangedError)
    return Response(status_code=304, headers={"ETag": error.tag, "Vary": "Accept, Authorization"})


def _coming(request: Request, error: Exception) -> Response:
    del request, error
    told = Coming(coming="the ledger is being made; ask again", retry_after=_AGAIN)
    headers = {"Retry-After": str(_AGAIN), "Cache-Control": "no-store"}
    return JSONResponse({"coming": told.coming, "retry_after": told.retry_after}, status_code=202, headers=headers)
