"""Rulings: what people said of the ledger: that an act does this to an entry or nothing, and how far one was kept.

Of two on one matter the later holds. What no version of Dragoman should have let in, a tie or a score that is none, is
set aside when they are read, and told when a store is checked.
"""

from collections.abc import Iterator, Mapping
from typing import get_args

from sqlalchemy import ColumnElement, Connection, Table, func, insert, not_, or_, select

from dragoman.errors import StoreError
from dragoman.records.entry import Compliance, Ruling, Score, Tie
from dragoman.store import schema
from dragoman.store.deeds import lead_at
from dragoman.store.places import Trigger, columns_of, placed_at, trigger_in, trigger_of

_RULED = or_(schema.rulings.c.tie.is_(None), schema.rulings.c.tie.in_(get_args(Tie)))
_SCORED = schema.compliances.c.score.in_(get_args(Score))


def write_ruling(connection: Connection, ruling: Ruling, *, event: str) -> None:
    """Writes down what somebody said of a tie; `event` is the id of the report that tells the act."""
    kind, report = entry_parts(ruling.entry)
    row = columns_of("entry", _trigger(connection, report)) | columns_of("act", _trigger(connection, event))
    said = {"tie": ruling.tie, "by": ruling.by, "note": ruling.note, "made_at": ruling.made_at}
    connection.execute(insert(schema.rulings).values(kind=kind, **row, **said))


def write_compliance(connection: Connection, entry: str, compliance: Compliance) -> None:
    """Writes down how far somebody finds that an entry (by id) was kept."""
    kind, report = entry_parts(entry)
    connection.execute(
        insert(schema.compliances).values(
            kind=kind,
            **columns_of("entry", _trigger(connection, report)),
            score=compliance.score,
            evidence=compliance.evidence,
            by=compliance.by,
            note=compliance.note,
            made_at=compliance.made_at,
        )
    )


def rulings_of(connection: Connection) -> list[Ruling]:
    """What holds of the entries and acts that there are now, oldest first."""
    rows = connection.execute(select(schema.rulings).where(_RULED).order_by(schema.rulings.c.number)).all()
    triggers = {trigger_in(side, row) for row in rows for side in ("entry", "act")}
    placed = placed_at(connection, triggers, leads=True)
    return [
        Ruling(entry=f"{row.kind}-{entry.id}", act=act.act, tie=row.tie, by=row.by, note=row.note, made_at=row.made_at)
        for row in rows
        for entry in placed[trigger_in("entry", row)]
        for act in placed[trigger_in("act", row)]
    ]


def compliances_of(connection: Connection) -> Mapping[str, Compliance]:
    """For entries, by id, how they were judged last."""
    rows = connection.execute(select(schema.compliances).where(_SCORED).order_by(schema.compliances.c.number)).all()
    placed = placed_at(connection, {trigger_in("entry", row) for row in rows}, leads=True)
    return {
        f"{row.kind}-{entry.id}": Compliance(
            score=row.score, by=row.by, note=row.note, evidence=row.evidence, made_at=row.made_at
        )
        for row in rows
        for entry in placed[trigger_in("entry", row)]
    }


def examine_decisions(connection: Connection) -> Iterator[str]:
    """Ties and scores that are none, and decisions of nobody, where nothing was said on the matter since."""
    rulings, compliances = schema.rulings.c, schema.compliances.c
    for row in connection.execute(select(rulings.number, rulings.tie).where(not_(_RULED), _is_last(schema.rulings))):
        yield f"rulings: row {row.number}: {row.tie!r} is no tie and not heeded; say it anew with `dragoman tie`"
    faulty = select(compliances.number, compliances.score).where(not_(_SCORED), _is_last(schema.compliances))
    for row in connection.execute(faulty):
        yield f"compliances: row {row.number}: {row.score} is no score and not heeded; say it anew: `dragoman comply`"
    for table in (schema.rulings, schema.compliances):
        nobodys = select(table.c.number).where(table.c.by == "", _is_last(table))
        for number in connection.execute(nobodys).scalars():
            yield f"{table.name}: row {number}: nobody is named who decided it; say it anew with a name"


def _is_last(table: Table) -> ColumnElement[bool]:
    """Whether nothing was said on the same matter since."""
    said = {"number", "tie", "score", "evidence", "by", "note", "made_at"}
    matter = [column for column in table.c if column.name not in said]
    return table.c.number.in_(select(func.max(table.c.number)).group_by(*matter))


def entry_parts(entry: str) -> tuple[str, str]:
    """The kind of an entry and the id, or its beginning, of the report that made it.

    Raises:
        StoreError: it is no id of an entry.
    """
    kind, _, report = entry.partition("-")
    if not report:
        raise StoreError(f"{entry} is no entry; `dragoman ledger` shows ids such as commitment-08740af82465c833")
    return kind, report


def _trigger(connection: Connection, event: str) -> Trigger:
    """Where an event or a lead, by id, stands."""
    trigger = trigger_of(connection, event)
    if trigger is not None:
        return trigger
    lead = lead_at(connection, event)
    if lead is None:
        raise StoreError(f"there is no report {event}; `dragoman ledger` and `dragoman story` show ids")
    return lead[0], lead[1].trigger.start, lead[1].trigger.end
