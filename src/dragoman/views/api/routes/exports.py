"""Exports: the acts of a question as whole files, in each format that the command line writes; and act by act."""

from collections.abc import Iterator
from dataclasses import dataclass
from tempfile import TemporaryFile
from typing import Annotated, BinaryIO

from fastapi import APIRouter, Depends, Path, Response
from pydantic import AfterValidator
from starlette.responses import StreamingResponse

from dragoman.desk.asking import accounts as accounts_of
from dragoman.desk.handing_on import export as written
from dragoman.records.account import Account
from dragoman.views.api.asking import BYTES, WRITTEN, Ask, Plain, asks, question_in
from dragoman.views.api.parameters import Asked, Cursor, Limit, plain
from dragoman.views.api.routing import route

ROUTER = APIRouter(tags=["acts"])
_PIECE = 1 << 20  # bytes that are sent at once
Format = Annotated[
    str,
    AfterValidator(plain),
    Path(min_length=1, max_length=40, description="`jsonl`, `csv`, `parquet`, `gdelt` … as of `dragoman export`."),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accounts:
    """A page of acts, each with its fullest report and that report's document; `next` is the cursor of the next one."""

    accounts: tuple[Account, ...]
    next: str | None


@route(ROUTER, "/accounts", Accounts)
def accounts(ask: Plain, q: Asked = "", limit: Limit = 50, cursor: Cursor = None) -> Response:
    """The acts of the question `q`, page by page, each as it is exported: with its fullest report."""
    page = ask.store.acts(question_in(q), limit=limit, cursor=cursor)
    told = Accounts(accounts=tuple(accounts_of(ask.store, page.items)), next=page.next)
    return ask.reply(told, following={"cursor": page.next} if page.next else None)


@route(ROUTER, "/exports/{format}", None, forms=(BYTES,))
def export(
    ask: Annotated[Ask, Depends(asks(BYTES, changes="always"))],
    format: Format,  # noqa: A002 - the word of the address
    *,
    q: Asked = "",
    plover: bool | None = None,
) -> Response:
    """All acts of the question `q` as one file in a format; the header `Dragoman-Acts` says how many are in it.

    `plover` gives them as users of data without status expect them; without it, as is usual for the format.
    """
    file = TemporaryFile(prefix="dragoman-")  # noqa: SIM115 - it is closed, and gone, when all of it is sent
    try:
        number = written(ask.store, question_in(q), format, file, plover=plover)
    except BaseException:
        file.close()
        raise
    size = file.tell()
    file.seek(0)
    headers = {WRITTEN: str(number), "Content-Length": str(size), "Cache-Control": "no-store"}
    return StreamingResponse(_pieces(file), media_type=BYTES, headers=headers)


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    with file:
        while piece := file.read(_PIECE):
            yield piece
