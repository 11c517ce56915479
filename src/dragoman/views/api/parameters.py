"""Parameters: the parts of a request that many routes share, each checked, each described for OpenAPI."""

from typing import Annotated

from fastapi import Path, Query
from pydantic import AfterValidator

from dragoman.errors import QuestionError
from dragoman.records import days
from dragoman.store.answering import LARGEST_PAGE


def plain(told: str) -> str:
    """Words that a text may hold: no NUL, no half of a pair of UTF-16.

    Raises:
        ValueError: it holds one.
    """
    if "\x00" in told:
        raise ValueError("holds the character NUL; leave it out")
    try:
        told.encode()
    except UnicodeEncodeError:
        raise ValueError("holds half of a character (a lone surrogate); leave it out") from None
    return told


def iso_day(told: str) -> str:
    """A day as ISO writes it.

    Raises:
        ValueError: it is none.
    """
    try:
        return days.iso_day(told)
    except QuestionError as error:
        raise ValueError(str(error)) from None


Day = Annotated[str, AfterValidator(iso_day), Query(json_schema_extra={"format": "date"})]
Asked = Annotated[
    str,
    AfterValidator(plain),
    Query(
        alias="q",
        max_length=4000,
        description="A question, as in the shell: `actor:JPN date:2022`. Empty asks for all.",
    ),
]
Limit = Annotated[int, Query(ge=1, le=LARGEST_PAGE, description="So many at most.")]
Since = Annotated[
    str | None,
    AfterValidator(lambda told: told and plain(told)),
    Query(
        max_length=40,
        description="Only what is new or changed since that moment, and the ids of what is `gone`: the `until` of the "
        "answer that one has, or an ISO time (of UTC if it names no zone; `+` is written `%2B`).",
    ),
]
Cursor = Annotated[
    str | None,
    AfterValidator(lambda told: told and plain(told)),
    Query(max_length=200, description="What the page before gave as `next`."),
]
Words = Annotated[str, AfterValidator(plain), Query(min_length=1, max_length=500)]
Named = Annotated[
    str, AfterValidator(plain), Query(min_length=1, max_length=200, description="A party, by id or name.")
]
Id = Annotated[
    str, AfterValidator(plain), Path(min_length=1, max_length=200, description="An id, or the beginning of one.")
]
Side = Annotated[str, AfterValidator(plain), Path(min_length=1, max_length=200, description="A party, by id or name.")]
