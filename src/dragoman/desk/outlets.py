"""Outlets: who published the texts of a store, when, and how what they tell agrees with what others tell."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.desk.asking import facets
from dragoman.records.question import Condition, Page, Question
from dragoman.releasing.coverage import Coverage, Silence, coverages, silences
from dragoman.store import Store
from dragoman.store.listing import Asked, Listed, documents_listed, documents_page, number_of_documents
from dragoman.store.outlets import Telling, every_telling
from dragoman.store.sources import every_source

UNNAMED = "-"
"""How one asks for the texts whose outlet nobody named."""
REPORTED = ("type", "actor", "recipient", "quad")  # fields by which it is told what an outlet reports


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """An outlet from its first document to the last of any outlet; `name` is None for texts that nobody named one of.

    `days` are all days of that time, `covered` those on which it published, `months` its documents by month. `silences`
    are the spells of more than 30 days without a document, `silent` says that it is in one at the end. Of its `acts`
    `alone` have one voice, the others are told by somebody else, too.
    """

    name: str | None
    licence: str | None
    may_be_passed_on: bool | None
    documents: int
    undated: int
    reprints: int
    first: str | None
    last: str | None
    days: int
    covered: int
    months: Mapping[str, int]
    silent: bool
    silences: tuple[Silence, ...]
    acts: int
    alone: int


def outlets(store: Store) -> tuple[Outlet, ...]:
    """All outlets, the one with the most documents first."""
    with store.reading() as connection:
        covered, tellings = coverages(every_source(connection)), every_telling(connection)
    end = max((one.last for one in covered if one.last), default="")
    found = (_outlet(one, tellings[one.source.outlet], end) for one in covered)
    return tuple(sorted(found, key=lambda one: (-one.documents, one.name or "")))


def reported(store: Store, name: str | None, *, most: int = 8) -> dict[str, dict[str, int]]:
    """What an outlet reports most, by type, actor, recipient and quad class: values with the number of acts."""
    question = Question(conditions=(Condition(field="source", values=(name or "",)),))
    return {field: facets(store, question, field, limit=most) for field in REPORTED}


def documents(store: Store, asked: Asked, *, limit: int, after: int = 0) -> tuple[int, tuple[Listed, ...]]:
    """How many documents there are, and so many of them, but for the first `after` ones, the last published first."""
    with store.reading() as connection:
        return number_of_documents(connection, asked), documents_listed(connection, asked, limit=limit, after=after)


def documents_from(store: Store, asked: Asked, *, limit: int, cursor: str | None) -> tuple[int, Page[Listed]]:
    """The same, going on behind those of the page that gave the cursor, whatever has come in between.

    Raises:
        QuestionError: it is no cursor.
    """
    with store.reading() as connection:
        return number_of_documents(connection, asked), documents_page(connection, asked, limit=limit, cursor=cursor)


def _outlet(covered: Coverage, telling: Telling, end: str) -> Outlet:
    source = covered.source
    months = Counter[str]()
    for day, number in source.days.items():
        months[day[:7]] += number
    return Outlet(
        name=source.outlet,
        licence=source.licence,
        may_be_passed_on=source.may_be_passed_on,
        documents=source.documents,
        undated=source.undated,
        reprints=telling.reprints,
        first=covered.first,
        last=covered.last,
        days=covered.days,
        covered=covered.covered,
        months=dict(months),
        silent=covered.silent,
        silences=silences(source, end),
        acts=telling.acts,
        alone=telling.alone,
    )
