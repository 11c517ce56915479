"""The examples: what is offered to an empty store; the page tells how far the reading of them has come."""

from collections.abc import Awaitable, Callable

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse

from dragoman.desk.examples import examples
from dragoman.desk.keeping import Told
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked
from dragoman.views.web.site import Site

TERMS = Told(outlet="Dragoman's examples", licence="CC0-1.0")


def answer(site: Site, asked: Asked) -> Answer:
    """How far it has come; the page asks again until it is done."""
    del asked
    adding = site.bench.adding
    goes_on = adding is not None and not adding.ended
    return Answer(
        title="The examples",
        template="adding.html",
        shown={"adding": adding, "goes_on": goes_on},
        record=adding,
        reload=2 if goes_on else None,
        status=202 if goes_on else 200,
    )


PAGE = Page(path="/examples", answer=answer, forms=("json",))


def post_examples(site: Site) -> Callable[[Request], Awaitable[Response]]:
    """Begins to read the examples into the store."""

    async def post(request: Request) -> Response:
        del request
        await run_in_threadpool(lambda: site.bench.add(site.store, examples(), told=TERMS))
        return RedirectResponse("/examples", status_code=303)

    return post
