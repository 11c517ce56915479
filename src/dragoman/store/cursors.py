"""Cursors: takes the place at which a page ended, gives a word for it; of such a word the place; and all pages by it.

A place is what the last record of the page has in the order of the list: the next page holds what comes after it.
"""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Iterator, Sequence
from typing import Annotated, Any, Protocol, TypeVar

import msgspec
from sqlalchemy import ColumnElement, and_, or_

from dragoman.errors import QuestionError

T = TypeVar("T")
Whole = Annotated[int, msgspec.Meta(ge=-(2**31), lt=2**31)]
"""A number that every database can hold: of days, reports, or rows, of which no store has so many."""


class Paged(Protocol):
    """A page of an answer: `next` is the cursor of the page after it."""

    @property
    def next(self) -> str | None:
        """None on the last page."""


P = TypeVar("P", bound=Paged)


def pages_of(page: Callable[[str | None], P], *, cursor: str | None = None) -> Iterator[P]:
    """The pages of an answer from a cursor on, each asked for when the one before is read."""
    while True:
        told = page(cursor)
        yield told
        if told.next is None:
            return
        cursor = told.next


def cursor_of(*place: object) -> str:
    """The word for a place.

    >>> cursor_of("2022-06-29", "ask-1")
    'WyIyMDIyLTA2LTI5IiwiYXNrLTEiXQ'
    """
    return urlsafe_b64encode(msgspec.json.encode(place)).decode().rstrip("=")


def place_of(cursor: str, kind: type[T]) -> T:
    """The place that a word stands for: a tuple of that kind.

    Raises:
        QuestionError: it stands for none.
    """
    try:
        return msgspec.json.decode(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)), type=kind)
    except (ValueError, msgspec.DecodeError) as error:
        raise QuestionError(f"{cursor!r} is no cursor; take the one that the page before gave") from error


def beyond(columns: Sequence[ColumnElement[Any]], place: tuple[Any, Any], *, ascending: bool) -> ColumnElement[bool]:
    """That a row comes after that place in the order of two columns, both rising or both falling."""
    (first, second), (value, number) = columns, place
    if ascending:
        return and_(first >= value, or_(first > value, second > number))
    return and_(first <= value, or_(first < value, second < number))
