"""Answering: takes a question, gives pages of acts or events, how many there are, and how they divide."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from sqlalchemy import ColumnElement, Connection, FromClause, Row, and_, func, select

from dragoman.acts.days import day_number, iso_day
from dragoman.acts.telling import act_of
from dragoman.analysis.counts import Count, Edge, Occurrence
from dragoman.errors import QuestionError, StoreError
from dragoman.questions.wording import nearest
from dragoman.records.act import Act
from dragoman.records.entry import EntryKind
from dragoman.records.event import Coded, Event, Quad
from dragoman.records.question import Page, Question
from dragoman.records.report import Report
from dragoman.store import schema
from dragoman.store.asking import ACTS, EVENTS, Among, Told, ordered, plan, plan_of_all
from dragoman.store.beginnings import rows_meant
from dragoman.store.cursors import Whole, beyond, cursor_of, place_of
from dragoman.store.loading import load_reports_by_id
from dragoman.store.packing import unpacked
from dragoman.store.parts import rows_among
from dragoman.store.rows import KeptDocument
from dragoman.store.schema import EVER, QUADS

Found = Row[*tuple[Any, ...]]
ActAndReport = tuple[Act, Report | None]
LARGEST_PAGE = 1000
FACETS = ("type", "status", "mode", "place", "place_country", "quad", "actor", "recipient", "country", "context")


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What proves a report: the words, where its trigger stands in them, and whose they are.

    They are the characters `start` to `end` of the document (by id).
    """

    event: str
    text: str
    start: int
    end: int
    trigger: tuple[int, int]
    document: str
    outlet: str | None
    title: str | None
    published: str | None


def acts_page(
    connection: Connection, question: Question, *, limit: int, cursor: str | None, among: Among | None = None
) -> Page[Act]:
    """A page of acts; `among` are the numbers of those of which alone it is asked."""
    rows, following = _page(connection, question, ACTS, limit=limit, cursor=cursor, among=among)
    return Page(items=tuple(_acts(connection, rows)), next=following)


def told_page(connection: Connection, question: Question, *, limit: int, cursor: str | None) -> Page[ActAndReport]:
    """A page of acts, each with its report where one alone tells it: that was read to make the act."""
    rows, following = _page(connection, question, ACTS, limit=limit, cursor=cursor)
    alone = _alone(connection, rows)
    acts = _acts(connection, rows, alone)
    return Page(items=tuple((act, alone.get(act.id.removeprefix("act-"))) for act in acts), next=following)


def events_page(
    connection: Connection, question: Question, *, limit: int, cursor: str | None, among: Among | None = None
) -> Page[Event]:
    """A page of events; `among` are the numbers of those of which alone it is asked."""
    rows, following = _page(connection, question, EVENTS, limit=limit, cursor=cursor, among=among)
    return Page(items=tuple(unpacked(row.record, Event) for row in rows), next=following)


def passages(connection: Connection, ids: Sequence[str]) -> list[Passage]:
    """The passages that prove the events."""
    reports = load_reports_by_id(connection, ids).values()
    documents = schema.documents.c
    told = {report.event.document for report in reports}
    found = rows_among(connection, select(documents.id, documents.title), documents.id, told)
    titles = {row.id: row.title for row in found}
    return [passage_behind(report, titles.get(report.event.document)) for report in reports]


def passage_behind(report: Report, title: str | None) -> Passage:
    """The passage that proves a report of a document with that title."""
    event = report.event
    span = event.passage
    return Passage(
        event=event.id,
        text=span.text,
        start=span.start,
        end=span.end,
        trigger=(event.trigger.start - span.start, event.trigger.end - span.start),
        document=event.document,
        outlet=", ".join(report.outlets) or None,
        title=title,
        published=report.known_on,
    )


def acts_of_events(connection: Connection, ids: Sequence[str]) -> dict[str, str]:
    """For events the ids of their acts."""
    events = schema.events.c
    return {row.id: row.act for row in rows_among(connection, select(events.id, events.act), events.id, ids)}


def reports_behind(connection: Connection, id_: str) -> list[str]:
    """The events, by id, that tell an act, oldest first; of an event's id the event alone.

    Raises:
        StoreError: there is no such act or event.
    """
    events = schema.events.c
    of_act = select(events.id).where(events.act == id_).order_by(events.known, events.id)
    of_event = select(events.id).where(events.id == id_)
    found = list(connection.execute(of_act).scalars()) or list(connection.execute(of_event).scalars())
    if not found:
        raise StoreError(f"there is no act or event {id_}; `dragoman find` shows ids")
    return found


def one_act(connection: Connection, id_: str, *, as_of: str | None) -> Act:
    """The act whose id, or a report's id, is or begins with this one."""
    if not id_.startswith("act-"):
        event = one_event(connection, id_)
        id_ = acts_of_events(connection, [event.id])[event.id]
    acts = schema.acts.c
    day = EVER - 1 if as_of is None else day_number(as_of)
    versions = select(acts.number, acts.id, acts.record).where(acts.known_from <= day, acts.known_to > day)
    rows = rows_meant(connection, versions, acts.id, id_)
    return _acts(connection, [_only(rows, "act", id_)])[0]


def one_event(connection: Connection, id_: str) -> Event:
    """The event whose id is or begins with this one."""
    events = schema.events.c
    rows = rows_meant(connection, select(events.id, events.record), events.id, id_)
    return unpacked(_only(rows, "event", id_).record, Event)


def one_document(connection: Connection, id_: str) -> Coded:
    """The document, with its events, whose id is or begins with this one."""
    documents = schema.documents.c
    told = select(documents.number, documents.id, documents.text, documents.record)
    return coded_of(connection, _only(rows_meant(connection, told, documents.id, id_), "document", id_))


def document_id(connection: Connection, id_: str) -> str:
    """The id of the document whose id is or begins with this one."""
    id_of = schema.documents.c.id
    return str(_only(rows_meant(connection, select(id_of), id_of, id_), "document", id_).id)


def coded_of(connection: Connection, row: Found) -> Coded:
    """The document of a row (number, text, record), with its events."""
    events = schema.events.c
    records = connection.execute(
        select(events.record).where(events.document == row.number).order_by(events.position)
    ).scalars()
    return unpacked(row.record, KeptDocument).coded(row.text, [unpacked(record, Event) for record in records])


def _only(rows: Sequence[Found], what: str, id_: str) -> Found:
    if not rows:
        raise StoreError(f"there is no {what} {id_}; {_where_ids_are(what, id_)}")
    if len(rows) > 1:
        raise StoreError(f"{id_} is the beginning of several ids of {what}s; give more of it")
    return rows[0]


def _where_ids_are(what: str, id_: str) -> str:
    """Which command shows such ids, or tells of what this one is."""
    if id_.partition("-")[0] in get_args(EntryKind):
        return f"it is one of the ledger: `dragoman story {id_}`"
    if what == "document":
        return "`dragoman search` and `dragoman store documents` show ids"
    return "`dragoman find` shows ids"


def count(connection: Connection, question: Question, told: Told) -> int:
    """How many there are."""
    found = plan_of_all(connection, question, told)
    return connection.execute(select(func.count()).select_from(found.source).where(*found.where)).scalar_one()


def facets(connection: Connection, question: Question, told: Told, field: str, *, limit: int = 20) -> dict[str, int]:
    """How the answer divides by a field: the commonest values with how often each stands, the most first."""
    if field not in FACETS:
        raise QuestionError(
            f"no facets of {field!r}{nearest(field, FACETS) or '; there are those of ' + ', '.join(FACETS)}"
        )
    found = plan_of_all(connection, question, told)
    source, column, where = found.source, _faceted(told, field), list(found.where)
    times = func.count()  # each stands there once, unless it has several parties or contexts
    if field in {"actor", "recipient", "country"}:
        role = {"actor": [0], "recipient": [1]}.get(field, [0, 1])
        parties = told.parties.alias("faceted")
        source = source.join(parties, and_(parties.c[told.of] == told.c["number"], parties.c.role.in_(role)))
        column = parties.c.country if field == "country" else parties.c.id
        times = func.count(told.c["number"].distinct())
    if field == "context":
        contexts = told.contexts.alias("faceted")
        source, column = source.join(contexts, contexts.c[told.of] == told.c["number"]), contexts.c.context
        times = func.count(told.c["number"].distinct())
    statement = (
        select(column, times)
        .select_from(source)
        .where(*where, column.is_not(None))
        .group_by(column)
        .order_by(times.desc(), column)
        .limit(limit)
    )
    name: Callable[[object], str] = (lambda value: schema.QUADS[int(str(value)) - 1]) if field == "quad" else str
    return {name(value): number for value, number in connection.execute(statement)}


def _faceted(told: Told, field: str) -> ColumnElement[Any]:
    return told.c.get(field, told.c["type"])


def day_counts(connection: Connection, question: Question, told: Told) -> list[Count]:
    """How many there are on each day that has any."""
    found = plan_of_all(connection, question, told)
    statement = (
        select(found.day, func.count(), func.sum(told.c["goldstein"]))
        .select_from(found.source)
        .where(*found.where)
        .group_by(found.day)
        .order_by(found.day)
    )
    return [
        Count(day=iso_day(day), number=number, goldstein=round(total, 6))
        for day, number, total in connection.execute(statement)
        if day > schema.NEVER
    ]


def quad_days(connection: Connection, question: Question, told: Told) -> list[tuple[str, Quad, int]]:
    """How many there are of each quad class on each day that has any: an ISO day, the class, the number."""
    found = plan_of_all(connection, question, told)
    statement = (
        select(found.day, told.c["quad"], func.count())
        .select_from(found.source)
        .where(*found.where)
        .group_by(found.day, told.c["quad"])
        .order_by(found.day, told.c["quad"])
    )
    return [
        (iso_day(day), QUADS[quad - 1], number)
        for day, quad, number in connection.execute(statement)
        if day > schema.NEVER
    ]


def edges(connection: Connection, question: Question) -> list[Edge]:
    """Who acts toward whom among the acts asked for, by quad class."""
    actor, recipient, source, where = _dyads(connection, question)
    acts = schema.acts.c
    statement = (
        select(actor, recipient, acts.quad, func.count(), func.sum(acts.goldstein))
        .select_from(source)
        .where(*where)
        .group_by(actor, recipient, acts.quad)
        .order_by(actor, recipient, acts.quad)
    )
    return [
        Edge(actor=one, recipient=other, quad=QUADS[quad - 1], number=number, goldstein=round(total, 6))
        for one, other, quad, number, total in connection.execute(statement)
    ]


def occurrences(connection: Connection, question: Question) -> list[Occurrence]:
    """Every act asked for, once for each pair of actor and recipient, in the order of the days."""
    actor, recipient, source, where = _dyads(connection, question)
    acts = schema.acts.c
    statement = (
        select(acts.day, actor, recipient, acts.type, acts.id)
        .select_from(source)
        .where(*where, acts.day > schema.NEVER)
        .order_by(acts.day, acts.id, actor, recipient)
    )
    return [
        Occurrence(day=iso_day(day), actor=one, recipient=other, type=type_, act=act)
        for day, one, other, type_, act in connection.execute(statement)
    ]


def _dyads(
    connection: Connection, question: Question
) -> tuple[ColumnElement[Any], ColumnElement[Any], FromClause, list[ColumnElement[bool]]]:
    """Actors and recipients of the acts asked for, from where, and under which conditions."""
    found = plan_of_all(connection, question, ACTS)
    if question.as_of is None:
        dyads = schema.dyads.alias("pairs_of_sides")
        source = found.source.join(dyads, dyads.c.act == schema.acts.c.number)
        return dyads.c.actor, dyads.c.recipient, source, list(found.where)
    actors, recipients = schema.act_parties.alias("acting"), schema.act_parties.alias("acted_upon")
    source = found.source.join(actors, actors.c.act == schema.acts.c.number).join(
        recipients, recipients.c.act == schema.acts.c.number
    )
    turned = and_(actors.c.role == 0, recipients.c.role == 1)
    return actors.c.id, recipients.c.id, source, [*found.where, turned, actors.c.id != recipients.c.id]


def documents_read(connection: Connection, *, as_of: str | None = None) -> dict[str, int]:
    """How many documents were published on each day."""
    known = schema.documents.c.known
    last = schema.EVER if as_of is None else day_number(as_of)
    statement = select(known, func.count()).where(known > schema.NEVER, known <= last).group_by(known).order_by(known)
    return {iso_day(day): number for day, number in connection.execute(statement)}


def _page(
    connection: Connection,
    question: Question,
    told: Told,
    *,
    limit: int,
    cursor: str | None,
    among: Among | None = None,
) -> tuple[Sequence[Found], str | None]:
    check_size(limit)
    found = plan(connection, question, told, among=among)
    columns = ordered(question, told, found)
    turned = [column.asc() if question.ascending else column.desc() for column in columns]
    statement = (
        select(told.c["number"], told.c["id"], told.c["record"], columns[0].label("place_in_order"))
        .select_from(found.source)
        .where(*found.where)
        .order_by(*turned)
        .limit(limit + 1)
    )
    if cursor is not None:
        place = place_of(cursor, tuple[Whole | float, Whole])
        statement = statement.where(beyond(columns, place, ascending=question.ascending))
    rows = connection.execute(statement).all()
    if len(rows) <= limit:
        return rows, None
    return rows[:limit], cursor_of(rows[limit - 1].place_in_order, rows[limit - 1].number)


def check_size(limit: int) -> None:
    """Refuses a page of none, or of more than are given at once.

    Raises:
        QuestionError: it is such a page.
    """
    if not 0 < limit <= LARGEST_PAGE:
        raise QuestionError(f"a page of {limit}; ask for 1 to {LARGEST_PAGE} at once")


def _acts(connection: Connection, rows: Sequence[Found], alone: Mapping[str, Report] | None = None) -> list[Act]:
    """The acts of the rows; one that has no record is what its one event tells: `alone` has these, if they are read."""
    reports = _alone(connection, rows) if alone is None else alone
    return [
        act_of([reports[row.id.removeprefix("act-")]]) if row.record is None else unpacked(row.record, Act)
        for row in rows
    ]


def _alone(connection: Connection, rows: Sequence[Found]) -> dict[str, Report]:
    """The reports of those acts that one alone tells, by id."""
    ids = {row.id.removeprefix("act-") for row in rows if row.record is None}
    return load_reports_by_id(connection, ids)
