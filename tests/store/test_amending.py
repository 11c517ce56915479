"""What a new report does not change of an act stays as it was, in its rows."""

import pytest
from sqlalchemy import select, text
from tests.store import made

from dragoman.store import open_store, schema
from dragoman.store import store as stores
from dragoman.store.checking import check
from dragoman.store.parts import rows_among


@pytest.fixture
def store(place):
    with open_store(place(), create=True) as store:
        yield store


def versions(store) -> dict[int, tuple]:
    """The versions of the summit, by the day from which each was known."""
    acts = schema.acts.c
    with store.reading() as connection:
        rows = connection.execute(select(acts.number, acts.known_from, acts.id, acts.reports).where(acts.reports > 0))
        summit = [row for row in rows if row.id == _summit(store)]
    return {row.known_from: (row.number, row.reports) for row in summit}


def _summit(store) -> str:
    (act,) = (act for act in store.every_act() if act.type == "CONSULT")
    return act.id


def test_versions_before_the_first_change_stand(store):
    store.add([made.summit_planned(), made.summit_held()], coding=made.CODING)
    before = versions(store)
    with store.writing() as connection:  # what stands is not even looked at: it keeps a mark that nobody else sets
        connection.execute(text("UPDATE acts SET voices = 77 WHERE known_from = :day"), {"day": min(before)})
    store.add([made.summit_looked_back()], coding=made.CODING)
    after = versions(store)
    assert after[min(before)] == before[min(before)]
    assert len(after) > len(before)
    with store.reading() as connection:
        marked = connection.execute(text("SELECT count(*) FROM acts WHERE voices = 77")).scalar_one()
    assert marked == 1


def test_an_earlier_report_gives_its_rows_another_name(store):
    store.add([made.summit_held(), made.summit_looked_back()], coding=made.CODING)
    before, name = versions(store), _summit(store)
    store.add([made.summit_planned()], coding=made.CODING)
    after = versions(store)
    assert _summit(store) != name
    assert {day: number for day, (number, _) in before.items()}.items() <= {
        day: number for day, (number, _) in after.items()
    }.items()
    assert check(store, deep=True) == ()


def test_documents_are_written_as_they_come_if_they_come_slowly(store, monkeypatch):
    monkeypatch.setattr(stores, "WAITING", 0.0)
    seen = []

    def coming():
        for each in made.stories():
            seen.append(sum(1 for _ in store.every_event()))
            yield each

    store.add(coming(), coding=made.CODING)
    assert seen == sorted(seen)
    assert len(set(seen)) > 2
    assert check(store, deep=True) == ()


def test_more_values_than_a_statement_may_hold_are_looked_up(store):
    store.add(made.stories(), coding=made.CODING)
    events = schema.events.c
    with store.reading() as connection:
        found = {row.number for row in rows_among(connection, select(events.number), events.number, range(20_000))}
        ids = [event.id for event in store.every_event()]
        named = [row.id for row in rows_among(connection, select(events.id), events.id, [*ids, "it's “none”"])]
    assert len(found) == len(ids) == len(named)
