"""A text that was pasted or sent: it is read, shown as the reader shows a document, and kept if one wants it."""

from collections.abc import Awaitable, Callable

from fastapi import Request, Response
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.responses import RedirectResponse

from dragoman.desk.reading import Read
from dragoman.desk.workbench import LARGEST, documents_of
from dragoman.errors import QuestionError, SourceError
from dragoman.records.document import Document
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked, address, day_of
from dragoman.views.web.pages.document import answered
from dragoman.views.web.site import PATIENCE, Site
from dragoman.views.web.trouble import NotFoundError

PASTED = "pasted text"


def answer(site: Site, asked: Asked) -> Answer:
    """The text with its acts; while it is being read, the page says so and asks again."""
    found = site.bench.found(asked.parts["id"], wait=PATIENCE)
    if found is None:
        raise NotFoundError(
            "this text is no longer at hand: texts that are not kept are forgotten when the server ends; paste it again"
        )
    if isinstance(found, Document):
        title = found.title or "This text"
        return Answer(title=title, template="waiting.html", shown={"document": found}, reload=2, status=202)
    return answered(Read(coded=found, acts={}, elsewhere={}), kept=False)


PAGE = Page(path="/readings/{id}", answer=answer)


def post_text(site: Site) -> Callable[[Request], Awaitable[Response]]:
    """Begins to read what a form sends; leads to the page of the text, of the first where there are several."""

    async def post(request: Request) -> Response:
        if int(request.headers.get("content-length") or 0) > 2 * LARGEST:
            raise SourceError(f"larger than {LARGEST:,} bytes; put it into a store with `dragoman store add`")
        async with request.form(max_files=1, max_fields=8, max_part_size=LARGEST) as form:
            content, name = await _sent(form)
            published = day_of(str(form.get("published") or ""))
        if not content.strip():
            raise QuestionError("there is no text; paste one, or choose a file")
        documents = await run_in_threadpool(lambda: documents_of(content, name=name, published=published))
        ids = await run_in_threadpool(lambda: site.bench.begin(documents))
        if not ids:
            raise SourceError(f"{name}: there is no text in it")
        return RedirectResponse(address("readings", ids[0]), status_code=303)

    return post


def post_keep(site: Site) -> Callable[[Request], Awaitable[Response]]:
    """Keeps a text that was read; leads to its page in the store."""

    async def post(request: Request) -> Response:
        id_ = str(request.path_params["id"])
        await run_in_threadpool(lambda: site.bench.keep(site.store, id_))
        return RedirectResponse(address("documents", id_), status_code=303)

    return post


async def _sent(form: FormData) -> tuple[bytes, str]:
    """What the form holds, and the name of the file; a file goes before a text."""
    file, text = form.get("file"), form.get("text")
    if isinstance(file, UploadFile) and file.filename:
        return await file.read(LARGEST + 1), file.filename
    return str(text or "").encode(), PASTED
