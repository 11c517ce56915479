"""Reading: a document of a store as one reads it: its acts, where else each is told, and where it was published."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dragoman.records.act import Act
from dragoman.records.event import Coded, Event
from dragoman.records.question import Condition, Question
from dragoman.store import Store, answering
from dragoman.store.answering import Passage
from dragoman.store.documents import Publication, stored_document

MOST = 1000  # ids of acts that are looked up at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document with its events; `acts` are those that they tell, by the id of the event.

    `elsewhere` are the passages of other documents that tell the same act, by the id of the event here. `publications`
    are none, and `coding` is empty, where the text is not kept in a store.
    """

    coded: Coded
    acts: Mapping[str, Act]
    elsewhere: Mapping[str, tuple[Passage, ...]]
    publications: tuple[Publication, ...] = ()
    coding: str = ""


def read(store: Store, id_: str) -> Read:
    """A document, by its id or the beginning of it.

    Raises:
        StoreError: there is none, or there are several.
    """
    whole = store.document(id_).document.id
    with store.reading() as connection:
        stored = stored_document(connection, whole)
        events = stored.coded.events
        of_events = answering.acts_of_events(connection, [event.id for event in events])
    acts = {act.id: act for act in _acts(store, sorted(set(of_events.values())))}
    told = {event.id: acts[of_events[event.id]] for event in events if of_events.get(event.id) in acts}
    return Read(
        coded=stored.coded,
        acts=told,
        elsewhere=_elsewhere(store, events, told),
        publications=stored.publications,
        coding=stored.coding,
    )


def _acts(store: Store, ids: Sequence[str]) -> list[Act]:
    pages = (ids[start : start + MOST] for start in range(0, len(ids), MOST))
    asked = (Question(conditions=(Condition(field="act", values=tuple(page)),)) for page in pages)
    return [act for question in asked for act in store.acts(question, limit=MOST).items]


def _elsewhere(store: Store, events: Sequence[Event], acts: Mapping[str, Act]) -> dict[str, tuple[Passage, ...]]:
    here = {event.id for event in events}
    reports = {id_: [report for report in act.reports if report not in here] for id_, act in acts.items()}
    with store.reading() as connection:
        found = answering.passages(connection, sorted({id_ for ids in reports.values() for id_ in ids}))
    passages = {passage.event: passage for passage in found}
    told: defaultdict[str, tuple[Passage, ...]] = defaultdict(tuple)
    for id_, ids in reports.items():
        if ids:
            told[id_] = tuple(passages[report] for report in ids if report in passages)
    return dict(told)
