"""Updating: takes a question and a moment, gives what is new in its answer or changed since then, and what is gone.

An act or event is new if its number had not been given out by then; of all others that changed or went the ids are
kept (store/changing.py). What of these the question finds now has changed; the others are gone from its answer.
"""

from dataclasses import dataclass, replace
from typing import Annotated, Protocol, TypeVar

import msgspec
from sqlalchemy import Connection, select, union_all

from dragoman.errors import NotKeptError, QuestionError
from dragoman.records.act import Act
from dragoman.records.event import Event
from dragoman.records.question import Page, Question, UpdatesPage
from dragoman.store import schema
from dragoman.store.answering import acts_page, check_size, events_page
from dragoman.store.asking import ACTS, EVENTS, Among, Told, plan
from dragoman.store.beginnings import bytewise
from dragoman.store.changing import changed_since
from dragoman.store.cursors import cursor_of, place_of
from dragoman.store.edition import FIRST, NOTHING, Edition, edition_at, first_edition, last_edition
from dragoman.store.moments import LATEST, iso_moment, moment_in

T = TypeVar("T")


class _Pages(Protocol[T]):
    """What gives pages of an answer."""

    def __call__(
        self, connection: Connection, question: Question, *, limit: int, cursor: str | None, among: Among | None
    ) -> Page[T]: ...


class _Place(msgspec.Struct, array_like=True, frozen=True):
    """How far one has come: until which moment it is told, and after which item, or after which id that is gone."""

    until: Annotated[int, msgspec.Meta(ge=0, le=LATEST)]
    item: str | None = None
    gone: Annotated[str, msgspec.Meta(pattern="^[!-~]*$")] | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of a connection: which question, of what, and since which edition."""

    connection: Connection
    question: Question
    told: Told
    since: Edition


def act_updates(
    connection: Connection, question: Question, *, since: str, limit: int, cursor: str | None
) -> UpdatesPage[Act]:
    """A page of the acts that are new or changed since a moment, then of the ids that are gone.

    Raises:
        NotKeptError: the store does not know what changed since then.
        QuestionError: `since` is no moment, or the question is of an earlier day.
    """
    return _updates(_asked(connection, question, ACTS, since), acts_page, limit=limit, cursor=cursor)


def event_updates(
    connection: Connection, question: Question, *, since: str, limit: int, cursor: str | None
) -> UpdatesPage[Event]:
    """The same of events."""
    return _updates(_asked(connection, question, EVENTS, since), events_page, limit=limit, cursor=cursor)


def until_of(connection: Connection) -> str:
    """The moment up to which this connection sees what changed: from it on one asks the next time."""
    return iso_moment(last_edition(connection).moment)


def known_since(connection: Connection) -> str | None:
    """The moment from which on the store knows what changed; None where it knows all from its beginning."""
    first = first_edition(connection)
    return iso_moment(first.moment) if first.number > FIRST else None


def _asked(connection: Connection, question: Question, told: Told, since: str) -> _Asked:
    if question.as_of is not None:
        raise QuestionError(
            f"as-of:{question.as_of}: what was known on a day does not change; ask without as-of for what has changed"
        )
    return _Asked(connection, question, told, _edition_since(connection, since))


def _edition_since(connection: Connection, since: str) -> Edition:
    found = edition_at(connection, moment_in(since))
    if found is not None:
        return found
    known = known_since(connection)
    if known is not None:
        raise NotKeptError(
            f"{since}: the store knows what changed only since {known}; ask once for everything, without a moment, and "
            f"then for what changed since the `until` of that answer, or since {known}"
        )
    return NOTHING


def _updates(asked: _Asked, pages: _Pages[T], *, limit: int, cursor: str | None) -> UpdatesPage[T]:
    check_size(limit)
    place = _Place(last_edition(asked.connection).moment) if cursor is None else place_of(cursor, _Place)
    until = iso_moment(place.until)
    items: tuple[T, ...] = ()
    if place.gone is None:
        page = pages(asked.connection, asked.question, limit=limit, cursor=place.item, among=_new_or_changed(asked))
        if page.next is not None:
            return UpdatesPage(items=page.items, gone=(), until=until, next=cursor_of(place.until, page.next))
        items = page.items
    room, last = limit - len(items), place.gone or ""
    gone = _gone(asked, after=last, limit=room + 1)
    if len(gone) <= room:
        return UpdatesPage(items=items, gone=tuple(gone), until=until)
    last = gone[room - 1] if room else last
    return UpdatesPage(items=items, gone=tuple(gone[:room]), until=until, next=cursor_of(place.until, None, last))


def _new_or_changed(asked: _Asked) -> Among | None:
    """The numbers of all that came after the edition or changed; None where that is everything."""
    if asked.since == NOTHING:
        return None
    number = asked.told.c["number"]
    given_out = {"acts": asked.since.acts, "events": asked.since.events}[asked.told.kept]
    return union_all(select(number).where(number > given_out), _changed(asked))


def _changed(asked: _Asked) -> Among:
    told = asked.told
    return select(told.c["number"]).where(told.c["id"].in_(changed_since(told.kept, asked.since)))


def _gone(asked: _Asked, *, after: str, limit: int) -> list[str]:
    """The ids that changed and that the question does not find now, in order; none where there was nothing before."""
    if asked.since == NOTHING:
        return []
    unordered = replace(asked.question, order="known")
    found = plan(asked.connection, unordered, asked.told, among=_changed(asked))
    there = select(asked.told.c["id"]).select_from(found.source).where(*found.where)
    id_ = bytewise(asked.connection, schema.changes.c.id)
    statement = changed_since(asked.told.kept, asked.since).where(schema.changes.c.id.not_in(there), id_ > after)
    return list(asked.connection.execute(statement.order_by(id_).limit(limit)).scalars())
