"""Offices: the tool that tells who held an office, by the dated facts of the book of actors."""

from typing import Annotated

from pydantic import Field

from dragoman.book import Held
from dragoman.desk.parties import names_of_bodies
from dragoman.errors import QuestionError
from dragoman.views.mcp.opened import Opened
from dragoman.views.mcp.shapes import Shape, stretch
from dragoman.views.mcp.tools.asked import Day, Limit, Skip


class Holder(Shape):
    """An office held."""

    actor: str
    """Id of the state or organisation."""
    name: str
    """How that is called."""
    office: str
    """The office."""
    person: str
    """Who held it."""
    start: str | None
    """ISO day from which; None where the book does not know it."""
    end: str | None
    """ISO day before which it ended; None where it was still held when the source was read."""


class Holders(Shape):
    """Who held an office. These are facts of the book of actors, not passages of a text."""

    number: int
    """How many there are in all."""
    holders: list[Holder]
    """So many of them; none where the book knows no holder then."""
    next: int | None
    """How many to skip for those after; None at the end."""


def office_holders(
    opened: Opened,
    *,
    office: Annotated[str, Field(min_length=2, description="The office in words: foreign minister, president.")],
    of: Annotated[
        str | None, Field(description="The state or organisation, by id or name: JPN, Japan; without it all.")
    ] = None,
    on: Annotated[
        Day | None, Field(description="On that ISO day; without it through the years (of one), or now (of all).")
    ] = None,
    limit: Limit = 50,
    skip: Skip = 0,
) -> Holders:
    """Tell who held an office on a day, or through the years, by the book of actors that comes with Dragoman."""
    held = opened.book.holders(office, of=_body(opened, of) if of else None, day=on)
    some, following = stretch(held, skip=skip, limit=limit, what="holders")
    return Holders(number=len(held), holders=[_holder(opened, one) for one in some], next=following)


def _body(opened: Opened, name: str) -> str:
    """The id of a state or organisation of the book; a store is not needed for it."""
    world = opened.world
    if name.upper() in world.ids:
        return name.upper()
    spellings = (name, name.title(), name.upper())
    found = sorted({one.target for each in spellings for one in names_of_bodies(world, each)})
    if len(found) != 1:
        meant = f"may be {' or '.join(found)}; write which of these ids" if found else "is none of the book; give an id"
        raise QuestionError(f"of={name!r} {meant}")
    return found[0]


def _holder(opened: Opened, held: Held) -> Holder:
    return Holder(
        actor=held.actor,
        name=opened.world.entity(held.actor).name,
        office=held.office,
        person=held.person,
        start=held.start,
        end=held.end,
    )
