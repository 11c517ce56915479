"""Asked: the arguments that several tools take, with what they mean and which values they may have."""

from typing import Annotated

from pydantic import AfterValidator, Field

from dragoman.errors import QuestionError
from dragoman.records.days import iso_day


def _day(told: str) -> str:
    try:
        return iso_day(told)
    except QuestionError as error:
        raise ValueError(str(error)) from None


Day = Annotated[str, AfterValidator(_day)]
Party = Annotated[str, Field(min_length=1, description="A party by its id or name: JPN, Japan, NATO.")]
Limit = Annotated[int, Field(ge=1, le=100, description="So many at most.")]
Skip = Annotated[int, Field(ge=0, description="How many to pass over: the number that an answer gave as `next`.")]
AsOf = Annotated[
    Day | None, Field(description="Answer from what had been published by that ISO day; without it from everything.")
]
Today = Annotated[
    Day | None, Field(description="The ISO day that says what is overdue; else that of as_of, else the calendar's.")
]
