"""Rulings: what people said of the ledger: that an act does this to an entry or nothing, and how far one was kept.

Both name reports by document and trigger, so that they hold after a new coding; of two on one matter the later holds.
"""

from collections.abc import Mapping

from sqlalchemy import Connection, insert, select

from dragoman.errors import StoreError
from dragoman.records.entry import Compliance, Ruling
from dragoman.records.event import Event
from dragoman.store import schema
from dragoman.store.deeds import lead_at
from dragoman.store.packing import unpacked
from dragoman.store.parts import rows_among
from dragoman.store.rows import KeptDocument, Row

Trigger = tuple[str, int, int]


def write_ruling(connection: Connection, ruling: Ruling, *, event: str) -> None:
    """Writes down what somebody said of a tie; `event` is the id of the report that tells the act."""
    kind, report = _parts(ruling.entry)
    row = _row("entry", _trigger(connection, report)) | _row("act", _trigger(connection, event))
    said = {"tie": ruling.tie, "by": ruling.by, "note": ruling.note, "made_at": ruling.made_at}
    connection.execute(insert(schema.rulings).values(kind=kind, **row, **said))


def write_compliance(connection: Connection, entry: str, compliance: Compliance) -> None:
    """Writes down how far somebody finds that an entry (by id) was kept."""
    kind, report = _parts(entry)
    connection.execute(
        insert(schema.compliances).values(
            kind=kind,
            **_row("entry", _trigger(connection, report)),
            score=compliance.score,
            evidence=compliance.evidence,
            by=compliance.by,
            note=compliance.note,
            made_at=compliance.made_at,
        )
    )


def rulings_of(connection: Connection) -> list[Ruling]:
    """What holds of the entries and acts that there are now, oldest first."""
    rows = connection.execute(select(schema.rulings).order_by(schema.rulings.c.number)).all()
    places = {(row.entry_document, row.entry_start, row.entry_end) for row in rows}
    places |= {(row.act_document, row.act_start, row.act_end) for row in rows}
    found = _reports_at(connection, places)
    return [
        Ruling(entry=f"{row.kind}-{entry[0]}", act=act[1], tie=row.tie, by=row.by, note=row.note, made_at=row.made_at)
        for row in rows
        for entry in found.get((row.entry_document, row.entry_start, row.entry_end), ())
        for act in found.get((row.act_document, row.act_start, row.act_end), ())
    ]


def compliances_of(connection: Connection) -> Mapping[str, Compliance]:
    """For entries, by id, how they were judged last."""
    rows = connection.execute(select(schema.compliances).order_by(schema.compliances.c.number)).all()
    found = _reports_at(connection, {(row.entry_document, row.entry_start, row.entry_end) for row in rows})
    return {
        f"{row.kind}-{entry[0]}": Compliance(
            score=row.score, by=row.by, note=row.note, evidence=row.evidence, made_at=row.made_at
        )
        for row in rows
        for entry in found.get((row.entry_document, row.entry_start, row.entry_end), ())
    }


def _parts(entry: str) -> tuple[str, str]:
    kind, _, report = entry.partition("-")
    if not report:
        raise StoreError(f"{entry} is no entry; `dragoman ledger` shows ids such as commitment-08740af82465c833")
    return kind, report


def _row(prefix: str, trigger: Trigger) -> Row:
    document, start, end = trigger
    return {f"{prefix}_document": document, f"{prefix}_start": start, f"{prefix}_end": end}


def _trigger(connection: Connection, event: str) -> Trigger:
    """Where an event or a lead, by id, stands."""
    events, documents = schema.events.c, schema.documents.c
    row = connection.execute(
        select(documents.id, events.trigger_start, events.trigger_end)
        .join_from(schema.events, schema.documents)
        .where(events.id == event)
    ).one_or_none()
    if row is not None:
        return row.id, row.trigger_start, row.trigger_end
    lead = lead_at(connection, event)
    if lead is None:
        raise StoreError(f"there is no report {event}; `dragoman ledger` and `dragoman story` show ids")
    return lead[0], lead[1].trigger.start, lead[1].trigger.end


def _reports_at(connection: Connection, places: set[Trigger]) -> dict[Trigger, list[tuple[str, str]]]:
    """For each trigger the ids of the report and of the act now there: the same, else those that overlap it."""
    documents, events = schema.documents.c, schema.events.c
    kept: dict[str, list[tuple[str, str, int, int]]] = {}
    columns = (documents.number, documents.id, documents.record)
    rows = list(rows_among(connection, select(*columns), documents.id, {document for document, _, _ in places}))
    told = select(events.document, events.id, events.act, events.trigger_start, events.trigger_end)
    number_of = {row.number: row.id for row in rows}
    for row in rows_among(connection, told, events.document, number_of):
        kept.setdefault(number_of[row.document], []).append((row.id, row.act, row.trigger_start, row.trigger_end))
    for row in rows:
        leads = unpacked(row.record, KeptDocument).leads
        kept.setdefault(row.id, []).extend(map(_lead_row, leads))
    return {place: _there(kept.get(place[0], []), place) for place in places}


def _lead_row(lead: Event) -> tuple[str, str, int, int]:
    return lead.id, f"act-{lead.id}", lead.trigger.start, lead.trigger.end


def _there(kept: list[tuple[str, str, int, int]], place: Trigger) -> list[tuple[str, str]]:
    _, start, end = place
    over = [one for one in kept if one[2] < end and one[3] > start]
    same = [one for one in over if (one[2], one[3]) == (start, end)]
    return [(id_, act) for id_, act, _, _ in same or over]
