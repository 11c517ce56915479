"""A store of version 1, which knew nothing of the ledger, becomes one of version 2."""

import pytest
from sqlalchemy import select, update
from tests.store import made
from typer.testing import CliRunner

from dragoman.errors import StoreError
from dragoman.records.entry import Compliance
from dragoman.store import open_engine, open_store, schema
from dragoman.store.checking import check
from dragoman.store.contents import content
from dragoman.store.migrating import VERSION, migrate
from dragoman.store.packing import packed, unpacked
from dragoman.store.rulings import compliances_of, write_compliance
from dragoman.views.cli.app import app

NEW = (schema.rulings, schema.compliances, schema.changes)


@pytest.fixture
def old(place):
    """Where a store of version 1 is: without the new tables, and without leads in the records of its documents."""
    location = place()
    with open_store(location, create=True) as store:
        store.add(made.stories(), coding=made.CODING)
        with store.writing() as connection:
            for table in NEW:
                table.drop(connection)
            documents = schema.documents
            for number, record in connection.execute(select(documents.c.number, documents.c.record)).all():
                kept = unpacked(record, dict[str, object])
                del kept["leads"]
                connection.execute(update(documents).where(documents.c.number == number).values(record=packed(kept)))
            connection.execute(update(schema.versions).values(version=1))
    return location


def test_it_is_opened_only_after_migrating(old):
    with pytest.raises(StoreError, match="dragoman store migrate"):
        open_store(old)


def test_the_command_migrates_and_nothing_is_lost(old, place):
    done = CliRunner().invoke(app, ["store", "migrate", "--store", str(old)])
    assert (done.exit_code, done.stdout) == (0, f"{VERSION - 1} steps taken; the tables are of version {VERSION}\n")
    with open_store(old) as store, open_store(place(), create=True) as other:
        other.add(made.stories(), coding=made.CODING)
        assert content(store) == content(other)
        assert check(store, deep=True) == ()


def test_judgements_can_be_written_afterwards(old):
    engine = open_engine(old)
    migrate(engine)
    engine.dispose()
    entry = f"meeting-{made.summit_planned().events[0].id}"
    judged = Compliance(score=1, by="Ada", note="", evidence=None, made_at="2024-01-02T03:04:05+00:00")
    with open_store(old) as store:
        with store.writing() as connection:
            write_compliance(connection, entry, judged)
        with store.reading() as connection:
            assert dict(compliances_of(connection)) == {entry: judged}
