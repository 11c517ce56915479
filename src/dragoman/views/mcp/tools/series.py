"""Series: the tool that counts the acts between two over time, beside the documents read."""

from dataclasses import replace
from typing import Annotated

from pydantic import Field

from dragoman.analysis.buckets import By
from dragoman.desk import asking
from dragoman.errors import QuestionError
from dragoman.questions import read_question, write_question
from dragoman.records.question import Dyad
from dragoman.views.mcp.opened import Opened
from dragoman.views.mcp.shapes import Shape
from dragoman.views.mcp.tools.asked import Party

Narrowing = Annotated[
    str,
    Field(max_length=2000, description="Which acts, in the words of `search_acts`: date:2022..2023 type:SANCTION."),
]
MOST = 400  # steps of one answer: more than anybody reads


class Bucket(Shape):
    """One step of a series."""

    name: str
    """2022-06-28, 2022-W26, 2022-06, 2022-Q2 or 2022."""
    first: str
    """Its first ISO day."""
    last: str
    """Its last ISO day."""
    partial: bool
    """Whether the range cuts some of its days off."""
    number: int
    """How many acts there are."""
    goldstein: float
    """The sum of their Goldstein values."""
    mean: float | None
    """That by act; None without acts."""
    read: int
    """How many documents were read that were published then."""
    per_thousand: float | None
    """Acts for every 1,000 documents read; None where none was."""
    gap: bool
    """Whether no document was read, so that 0 acts mean nothing."""


class DyadSeries(Shape):
    """Acts between two over time."""

    question: str
    """The question that asks for these acts, which `search_acts` takes."""
    by: str
    """day, week, month, quarter or year."""
    number: int
    """How many acts there are in all of the steps."""
    buckets: list[Bucket]
    """The steps in order, none missing."""


def dyad_series(
    opened: Opened,
    *,
    one: Party,
    other: Party,
    either: Annotated[
        bool, Field(description="Acts in both directions; else only those of `one` toward `other`.")
    ] = True,
    by: Annotated[By, Field(description="Length of a step.")] = "month",
    question: Narrowing = "",
) -> DyadSeries:
    """Count the acts between two parties over time, with their Goldstein values, beside the documents read."""
    dyad = Dyad(actor=opened.party(one), recipient=opened.party(other), either=either)
    asked = read_question(question)
    asked = replace(asked, dyads=(*asked.dyads, dyad))
    counted = asking.series(opened.store, asked, by=by)
    if len(counted.buckets) > MOST:
        raise QuestionError(
            f"{len(counted.buckets):,} steps, and no more than {MOST} are told at once; take a longer step than {by}, "
            "or fewer days: question='date:2022-01..2023-12'"
        )
    return DyadSeries(
        question=write_question(asked),
        by=counted.by,
        number=sum(bucket.number for bucket in counted.buckets),
        buckets=[Bucket.model_validate(bucket, from_attributes=True) for bucket in counted.buckets],
    )
