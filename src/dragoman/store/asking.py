"""Asking: takes a Question, gives the statement that finds what is asked for, quickly.

An answer is walked through in its order, along an index, and the walk ends when a page is full. So the statement is
built around one table whose index has that order: of the participants asked for the rarest, the dyad, or the acts or
events themselves; everything else that is asked is looked up for each row on the way.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    CompoundSelect,
    Connection,
    FromClause,
    Select,
    Table,
    and_,
    exists,
    false,
    func,
    literal,
    not_,
    or_,
    select,
    true,
    union,
)
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from dragoman.acts.days import day_number
from dragoman.errors import QuestionError
from dragoman.records.question import Condition, Days, Dyad, Kept, Question
from dragoman.store import schema
from dragoman.store.schema import EVER, QUADS, ROLES
from dragoman.store.searching import passage_holds, passages_holding, passages_weighed

_RARE = 20_000  # rows of a participant that are counted before it is called common
_FEW = 18_000  # events with the words, or of the outlet, asked for that are found first and sorted then
_OF_ITSELF = frozenset({"type", "mode", "status", "cameo", "place", "place_country", "quad", "historical"})
_OF_A_PARTY = frozenset({
    "actor", "recipient", "party", "person", "country", "actor_country", "recipient_country", "sector", "said_by",
})  # fmt: skip
_ROLES: Mapping[str, tuple[int, ...]] = {
    "actor": (0,), "actor_country": (0,), "recipient": (1,), "recipient_country": (1,), "said_by": (2,),
}  # fmt: skip
_OF_A_SIDE = (0, 1)
_COUNTRIES = frozenset({"actor_country", "recipient_country"})

Where = ColumnElement[bool]
Among = Select[Any] | CompoundSelect[Any]
"""What finds numbers of acts or events."""


@dataclass(frozen=True, slots=True)
class Told:
    """The tables of what is asked for: acts or events."""

    kept: Kept
    table: Table
    parties: Table
    contexts: Table
    of: str

    @property
    def c(self) -> ReadOnlyColumnCollection[str, Column[Any]]:
        """The columns of the table."""
        return self.table.c


ACTS = Told("acts", schema.acts, schema.act_parties, schema.act_contexts, "act")
EVENTS = Told("events", schema.events, schema.event_parties, schema.event_contexts, "event")
TOLD: Mapping[Kept, Told] = {"acts": ACTS, "events": EVENTS}


@dataclass(frozen=True, slots=True)
class Plan:
    """From what to select, in which columns the days and numbers stand by which it is sorted, and what must hold.

    `fits` says how well the words asked for fit, where that is asked.
    """

    source: FromClause
    day: ColumnElement[Any]
    number: ColumnElement[Any]
    where: tuple[Where, ...]
    fits: ColumnElement[Any] | None = None


def plan(connection: Connection, question: Question, told: Told, *, among: Among | None = None) -> Plan:
    """How the question is answered; `among` are the numbers of the acts or events of which alone it is asked."""
    wheres = [*_known(question, told), *_days(question, told), *_bounds(question, told)]
    wheres += [told.c["number"].in_(among)] if among is not None else []
    if question.order == "relevance" and _are_weighed(connection, question):
        return _by_fit(connection, question, told, (*wheres, *_others(question, told)))
    few = _few(connection, question, told)
    if few is not None:
        # the sum keeps the database from walking through all days for the few
        return Plan(told.table, told.c["day"] + 0, told.c["number"], (few, *wheres, *_others(question, told)))
    some = among is not None and _count(connection, among, up_to=_FEW + 1) <= _FEW
    driver = _driver(connection, question, told) if question.order == "date" and not some else None
    asked = driver.asked if driver is not None else None
    wheres += [_condition(condition, told) for condition in question.conditions if condition is not asked]
    wheres += [_dyad(dyad, told) for dyad in question.dyads if dyad is not asked]
    if question.words:
        holds = passage_holds(connection, question.words)
        wheres.append(_some_report(holds) if told.kept == "acts" else holds)
    if driver is None:
        return Plan(told.table, told.c["day"] + 0 if some else told.c["day"], told.c["number"], tuple(wheres))
    source = driver.table.join(told.table, told.c["number"] == driver.number)
    return Plan(source, driver.day, driver.number, (driver.where, *_days_of(question, driver), *wheres))


def plan_of_all(connection: Connection, question: Question, told: Told) -> Plan:
    """How the question is answered where all of the answer is counted, in no order.

    Nothing is walked through then: what the parties asked for take part in is found first, and not looked up for each.
    """
    found = plan(connection, question, told)
    if found.source is not told.table or question.words:
        return found
    among = [
        told.c["number"].in_(select(told.parties.c[told.of]).where(_is_asked_for(one, told)))
        for one in question.conditions
        if one.field in _OF_A_PARTY and not one.excluded and (one.field != "said_by" or told.kept == "events")
    ]
    return replace(found, where=(*among, *found.where))


def _others(question: Question, told: Told) -> list[Where]:
    """The conditions but those on words, outlets and documents."""
    asked = (one for one in question.conditions if one.field not in _OF_REPORTS or one.excluded)
    return [*(_condition(one, told) for one in asked), *(_dyad(dyad, told) for dyad in question.dyads)]


def _are_weighed(connection: Connection, question: Question) -> bool:
    """Whether it is weighed how well words fit: there are some, and they do not stand in too many passages."""
    if not question.words:
        return False
    return _count(connection, passages_holding(connection, question.words), up_to=_FEW + 1) <= _FEW


def _few(connection: Connection, question: Question, told: Told) -> Where | None:
    """What rare words, a small outlet or a document leave of the answer; None where they leave many."""
    holding = [passages_holding(connection, question.words)] if question.words else []
    holding += _in_reports(question)
    if not holding or any(_count(connection, found, up_to=_FEW + 1) > _FEW for found in holding):
        return None
    among = and_(*(schema.events.c.number.in_(found) for found in holding))
    return among if told.kept == "events" else told.c["id"].in_(select(schema.events.c.act).where(among))


def _in_reports(question: Question) -> list[Select[tuple[int]]]:
    """The events of the outlets and documents asked for."""
    return [
        select(schema.events.c.number).where(schema.events.c.document.in_(_OF_REPORTS[one.field](one.values)))
        for one in question.conditions
        if one.field in _OF_REPORTS and not one.excluded
    ]


def _by_fit(connection: Connection, question: Question, told: Told, wheres: Sequence[Where]) -> Plan:
    """How well the words fit each: an act as well as the best of its passages, of the outlets asked for."""
    events, weighed = schema.events.c, passages_weighed(connection, question.words).subquery("weighed")
    among = [weighed.c.number.in_(found) for found in _in_reports(question)]
    if told.kept == "events":
        source = weighed.join(told.table, events.number == weighed.c.number)
        return Plan(source, events.day, events.number, (*among, *wheres), weighed.c.fits)
    best = (
        select(events.act, func.max(weighed.c.fits).label("fits"))
        .join_from(weighed, schema.events, events.number == weighed.c.number)
        .where(*among)
        .group_by(events.act)
        .subquery("best")
    )
    source = best.join(told.table, told.c["id"] == best.c.act)
    return Plan(source, told.c["day"], told.c["number"], tuple(wheres), best.c.fits)


def _count(connection: Connection, found: Among, *, up_to: int) -> int:
    """How many rows there are, counted up to a bound."""
    some = found.limit(up_to).subquery()
    return connection.execute(select(func.count()).select_from(some)).scalar_one()


@dataclass(frozen=True, slots=True)
class _Driver:
    """A table of participants or dyads that is walked along, and the part of the question that it answers whole."""

    table: FromClause
    number: ColumnElement[Any]
    day: ColumnElement[Any]
    where: Where
    asked: Condition | Dyad | None


def _driver(connection: Connection, question: Question, told: Told) -> _Driver | None:
    """The rarest of the participants and dyads asked for; none where nobody is, or where they name several."""
    if question.dyads:
        by_dyad = told.kept == "acts" and question.as_of is None
        return (_dyad_driver if by_dyad else partial(_sides_driver, connection, told))(question.dyads[0])
    named = [
        _party_driver(condition, told)
        for condition in question.conditions
        if condition.field in {"actor", "recipient"} and len(condition.values) == 1 and not condition.excluded
    ]
    if len(named) < 2:
        return named[0] if named else None
    return min(named, key=lambda driver: _rows(connection, driver.table, driver.where))


def _rows(connection: Connection, table: FromClause, where: Where) -> int:
    return _count(connection, select(literal(1)).select_from(table).where(where), up_to=_RARE)


def _party_driver(condition: Condition, told: Told) -> _Driver:
    parties = told.parties
    where = and_(parties.c.id == condition.values[0], parties.c.role == ROLES.index(condition.field))
    return _Driver(parties, parties.c[told.of], parties.c.day, where, condition)


def _dyad_driver(dyad: Dyad) -> _Driver:
    dyads = schema.dyads
    straight = and_(dyads.c.actor == dyad.actor, dyads.c.recipient == dyad.recipient)
    if not dyad.either:
        return _Driver(dyads, dyads.c.act, dyads.c.day, straight, dyad)
    turned = and_(dyads.c.actor == dyad.recipient, dyads.c.recipient == dyad.actor)
    columns = (dyads.c.act, dyads.c.day)
    both = union(select(*columns).where(straight), select(*columns).where(turned)).subquery("either_way")
    return _Driver(both, both.c.act, both.c.day, true(), dyad)


def _sides_driver(connection: Connection, told: Told, dyad: Dyad) -> _Driver:
    """Whatever both take part in: who of them acts is looked up on the way."""

    def side(table: FromClause, id_: str) -> Where:
        return and_(table.c.id == id_, table.c.role.in_(_OF_A_SIDE))

    rarer, other = sorted(
        (dyad.actor, dyad.recipient), key=lambda id_: _rows(connection, told.parties, side(told.parties, id_))
    )
    one, two = told.parties.alias("one"), told.parties.alias("two")
    of = told.of
    together = and_(side(two, other), two.c.day == one.c.day, two.c[of] == one.c[of])
    both = (
        select(one.c[of], one.c.day)
        .join_from(one, two, together)
        .where(side(one, rarer))
        .distinct()
        .subquery("both_sides")
    )
    return _Driver(both, both.c[of], both.c.day, true(), None)


def _known(question: Question, told: Told) -> list[Where]:
    """What was known on the day asked for, or is known now."""
    days = question.known
    first = told.c["known"] if told.kept == "events" else told.c["known_from"]
    wheres = _within(first, days) if days else []
    if told.kept == "events":
        return wheres + ([first <= day_number(question.as_of)] if question.as_of else [])
    if question.as_of is None:
        return [*wheres, told.c["known_to"] == EVER]
    as_of = day_number(question.as_of)
    return [*wheres, first <= as_of, told.c["known_to"] > as_of]


def _days(question: Question, told: Told) -> list[Where]:
    """Whether the days that the texts tell, or else those of the first report, overlap those asked for."""
    wheres: list[Where] = []
    if question.date:
        start, end = func.coalesce(told.c["start"], told.c["day"]), func.coalesce(told.c["end"], told.c["day"])
        wheres += _overlapping(start, end, question.date)
    if question.due:
        wheres += [
            told.c["due_start"].is_not(None),
            *_overlapping(told.c["due_start"], told.c["due_end"], question.due),
        ]
    return wheres


def _days_of(question: Question, driver: _Driver) -> list[Where]:
    """What is sorted by its first day cannot begin after the last day asked for: the walk may begin there."""
    last = question.date.last if question.date else None
    return [driver.day <= day_number(last)] if last else []


def _overlapping(start: ColumnElement[Any], end: ColumnElement[Any], days: Days) -> list[Where]:
    wheres: list[Where] = []
    if days.last:
        wheres.append(start <= day_number(days.last))
    if days.first:
        wheres.append(end >= day_number(days.first))
    return wheres


def _within(day: ColumnElement[Any], days: Days) -> list[Where]:
    return _overlapping(day, day, days)


def _bounds(question: Question, told: Told) -> list[Where]:
    wheres: list[Where] = []
    for bound in question.bounds:
        if bound.number not in told.c:
            raise QuestionError(f"{bound.number} is counted of acts, not of events; ask for acts")
        column = told.c[bound.number]
        wheres += [column >= bound.least] if bound.least is not None else []
        wheres += [column <= bound.most] if bound.most is not None else []
    return wheres


def _condition(condition: Condition, told: Told) -> Where:
    where = _holds(condition, told)
    if not condition.excluded:
        return where
    return not_(func.coalesce(where, false())) if condition.field in _OF_ITSELF else not_(where)


def _holds(condition: Condition, told: Told) -> Where:
    if condition.field in _OF_ITSELF:
        return _of_itself(condition, told)
    if condition.field in _OF_A_PARTY:
        return _of_a_party(condition, told)
    return _OTHERS[condition.field](condition.values, told)


def _of_itself(condition: Condition, told: Told) -> Where:
    column = told.c[condition.field]
    if condition.field == "cameo":
        return or_(*(column.startswith(value, autoescape=True) for value in condition.values))
    if condition.field == "quad":
        return column.in_([QUADS.index(value) + 1 for value in condition.values])
    if condition.field == "historical":
        return column.in_([value == "true" for value in condition.values])
    return column.in_(condition.values)


def _of_a_party(condition: Condition, told: Told) -> Where:
    parties = told.parties
    if condition.field == "said_by" and told.kept == "acts":
        return _some_report(_of_a_party(condition, EVENTS))
    where = and_(parties.c[told.of] == told.c["number"], parties.c.day == told.c["day"], _is_asked_for(condition, told))
    return exists().where(where).correlate(told.table)


def _is_asked_for(condition: Condition, told: Told) -> Where:
    """Whether a participant is one of those that a condition names, in the role that it names."""
    parties, roles = told.parties, _ROLES.get(condition.field, _OF_A_SIDE)
    field = "country" if condition.field in _COUNTRIES else condition.field
    column = parties.c[field] if field in {"person", "country", "sector"} else parties.c.id
    return and_(parties.c.role.in_(roles), column.in_(condition.values))


def _dyad(dyad: Dyad, told: Told) -> Where:
    straight = _both(dyad.actor, dyad.recipient, told)
    return or_(straight, _both(dyad.recipient, dyad.actor, told)) if dyad.either else straight


def _both(actor: str, recipient: str, told: Told) -> Where:
    """Whether the one acts towards the other; where all act together, each acts towards each."""
    by = _of_a_party(Condition(field="actor", values=(actor,)), told)
    to = _of_a_party(Condition(field="recipient", values=(recipient,)), told)
    beside = _of_a_party(Condition(field="actor", values=(recipient,)), told)
    anyone = (
        exists()
        .where(and_(told.parties.c[told.of] == told.c["number"], told.parties.c.role == 1))
        .correlate(told.table)
    )
    return and_(by, or_(to, and_(beside, not_(anyone))))


def _context(values: Sequence[str], told: Told) -> Where:
    contexts = told.contexts
    where = and_(
        contexts.c[told.of] == told.c["number"], contexts.c.day == told.c["day"], contexts.c.context.in_(values)
    )
    return exists().where(where).correlate(told.table)


def _of_documents(documents: Select[tuple[int]], told: Told) -> Where:
    if told.kept == "events":
        return told.c["document"].in_(documents)
    return _some_report(schema.events.c.document.in_(documents))


def _of_outlets(names: Sequence[str]) -> Select[tuple[int]]:
    """The numbers of the documents that the outlets carried."""
    publications, sources = schema.publications.c, schema.sources.c
    return select(publications.document).join_from(schema.publications, schema.sources).where(sources.name.in_(names))


def _of_ids(ids: Sequence[str]) -> Select[tuple[int]]:
    """The numbers of the documents with these ids."""
    documents = schema.documents.c
    return select(documents.number).where(documents.id.in_(ids))


def _act(values: Sequence[str], told: Told) -> Where:
    return told.c["id"].in_(values) if told.kept == "acts" else told.c["act"].in_(values)


_OF_REPORTS: Mapping[str, Callable[[Sequence[str]], Select[tuple[int]]]] = {
    "source": _of_outlets,
    "document": _of_ids,
}
_OTHERS: Mapping[str, Callable[[Sequence[str], Told], Where]] = {
    "context": _context,
    "source": lambda names, told: _of_documents(_of_outlets(names), told),
    "document": lambda ids, told: _of_documents(_of_ids(ids), told),
    "act": _act,
}


def _some_report(where: Where) -> Where:
    """Whether it holds of a report of the act."""
    return exists().where(and_(schema.events.c.act == schema.acts.c.id, where)).correlate(schema.acts)


def ordered(question: Question, told: Told, found: Plan) -> list[ColumnElement[Any]]:
    """The columns by which the answer is sorted; the number decides between equals."""
    columns: Mapping[str, ColumnElement[Any]] = {
        "date": found.day,
        "known": told.c["known"] if told.kept == "events" else told.c["known_from"],
        "confidence": told.c["confidence"],
        "goldstein": told.c["goldstein"],
        "reports": told.c["reports"] if told.kept == "acts" else told.c["day"],
        "relevance": told.c["confidence"] if found.fits is None else found.fits,
    }
    return [columns[question.order], found.number]
