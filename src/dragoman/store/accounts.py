"""Accounts: takes acts, gives each with its fullest report and the heading of that report's document.

In the PLOVER view an act is as its fullest report is in that view; an act of which no report stands there is left out.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, select

from dragoman.acts.claims import party_of
from dragoman.acts.telling import fullest_as_told
from dragoman.events.plover_view import Codes, plover_view
from dragoman.records.account import Account, Heading
from dragoman.records.act import Act, ActDate
from dragoman.records.document import Document
from dragoman.records.event import Coded, Event
from dragoman.records.report import Report
from dragoman.store import schema
from dragoman.store.loading import load_reports_by_id
from dragoman.store.packing import unpacked
from dragoman.store.parts import rows_among
from dragoman.store.rows import KeptDocument


def accounts_of(connection: Connection, acts: Sequence[Act], *, codes: Codes | None = None) -> Iterator[Account]:
    """The accounts, in the order of the acts; in the PLOVER view where `codes` are given."""
    reports = load_reports_by_id(connection, {id_ for act in acts for id_ in act.reports})
    documents = _documents(connection, {report.event.document for report in reports.values()})
    views = _views(connection, documents, codes) if codes is not None else {}
    for act in acts:
        own = _by_fullness([reports[id_] for id_ in act.reports if id_ in reports], act)
        for report in own:
            shown = views.get(report.id) if codes is not None else report.event
            if shown is not None:
                yield _account(_viewed(act, report.event, shown), shown, documents[report.event.document])
                break


def _by_fullness(reports: Sequence[Report], act: Act) -> list[Report]:
    """The reports, the fullest of those first that tell the act as it stands now."""
    ordered: list[Report] = []
    left = list(reports)
    while left:
        best = fullest_as_told(act, left)
        ordered.append(best)
        left.remove(best)
    return ordered


def _documents(connection: Connection, ids: set[str]) -> dict[str, KeptDocument]:
    documents = schema.documents.c
    found = rows_among(connection, select(documents.id, documents.record), documents.id, ids)
    return {row.id: unpacked(row.record, KeptDocument) for row in found}


def _views(connection: Connection, kept: dict[str, KeptDocument], codes: Codes) -> dict[str, Event]:
    """For the events of the documents, by id, what they are in the PLOVER view; those left out are not among them."""
    documents, events = schema.documents.c, schema.events.c
    told: dict[str, list[Event]] = {}
    statement = (
        select(documents.id, events.record)
        .join_from(schema.events, schema.documents)
        .order_by(events.document, events.position)
    )
    for row in rows_among(connection, statement, documents.id, kept):
        told.setdefault(row.id, []).append(unpacked(row.record, Event))
    shown = (plover_view(Coded(document=kept[id_].document, events=tuple(own)), codes) for id_, own in told.items())
    return {event.id: event for coded in shown for event in coded.events}


def _viewed(act: Act, event: Event, shown: Event) -> Act:
    """The act as its report is shown: unchanged where the view leaves the report as it is."""
    if shown == event:
        return act
    return replace(
        act,
        type=shown.type,
        mode=shown.mode,
        cameo=shown.cameo,
        quad=shown.quad,
        goldstein=shown.goldstein,
        status=shown.status,
        actors=tuple(party_of(one, shown.id) for one in shown.actors),
        recipients=tuple(party_of(one, shown.id) for one in shown.recipients),
        date=act.date if shown.date else None,
        due=act.due or (_due(shown) if shown.due else None),
    )


def _due(event: Event) -> ActDate | None:
    due = event.due
    if due is None or due.start is None or due.end is None:
        return None
    return ActDate(start=due.start, end=due.end, precision=due.precision, event=event.id)


def _account(act: Act, event: Event, kept: KeptDocument) -> Account:
    document = kept.document
    before = [number for number, (start, _) in enumerate(kept.sentences, start=1) if start <= event.trigger.start]
    return Account(
        act=act,
        event=event,
        document=Heading(
            id=document.id,
            path=document.path,
            title=document.title,
            published=document.published,
            outlet=document.outlet,
            url=document.url,
            source_id=document.source_id,
            licence=document.licence,
        ),
        sentence=before[-1] if before else 1,
        in_lead=_in_lead(document, event),
    )


def _in_lead(document: Document, event: Event) -> bool:
    """Whether the act is told in the headline or in the first paragraph of the body."""
    first = next((part for part in document.parts if part.kind == "body"), None)
    return first is None or event.trigger.start < first.end
