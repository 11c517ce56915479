"""Migrating: takes an engine, makes the tables of a new store, and brings those of an older version up to this one."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine, func, insert, inspect, select

from dragoman.errors import StoreError
from dragoman.store import schema
from dragoman.store.edition import FIRST, write_edition
from dragoman.store.moments import microseconds

VERSION = 4
"""The version of the tables; a change of schema.py raises it by one and adds a step below."""


def _add_rulings(connection: Connection) -> None:
    """Version 2: what people say of the ledger. Table by table, since all of them together bring the words' index."""
    for table in (schema.rulings, schema.compliances):
        table.create(connection)


def _index_anew(connection: Connection) -> None:
    """Version 3: indexes leave out rows that have nothing to be found by; on a server ids have one by their bytes.

    And the table of editions comes.
    """
    connection.exec_driver_sql("CREATE TABLE IF NOT EXISTS editions (number BIGINT NOT NULL, PRIMARY KEY (number))")
    tables = (schema.documents, schema.events, schema.acts, schema.event_parties, schema.act_parties)
    weighed = connection.dialect.name == "sqlite" and inspect(connection).has_table("sqlite_stat1")
    for index in (index for table in tables for index in table.indexes if index.name in _ANEW):
        index.drop(connection, checkfirst=True)
        index.create(connection)
        if weighed:  # what the planner of answers knows of an index goes away with it
            connection.exec_driver_sql(f"ANALYZE {index.name}")
    if connection.dialect.name == "postgresql":
        for index in (index for table in tables for index in table.indexes if str(index.name).endswith("_bytewise")):
            index.create(connection, checkfirst=True)


_ANEW = frozenset(
    {
        "documents_by_copy",
        *(f"{name}_by_{column}" for name in ("events", "acts") for column in ("mode", "place", "place_country")),
        *(
            f"{name}_by_{column}"
            for name in ("event_parties", "act_parties")
            for column in ("country", "sector", "person")
        ),
    }
)


def _keep_history(connection: Connection) -> None:
    """Version 4: what changed, and in which edition. What changed before that, the store does not know."""
    number = connection.exec_driver_sql("SELECT max(number) FROM editions").scalar()
    connection.exec_driver_sql("DROP TABLE editions")
    for table in (schema.editions, schema.changes):
        table.create(connection)
    if number is not None or connection.execute(select(schema.documents.c.number).limit(1)).first() is not None:
        write_edition(connection, number=(number or FIRST) + 1, moment=microseconds(datetime.now(UTC)))


STEPS: Mapping[int, Callable[[Connection], None]] = {2: _add_rulings, 3: _index_anew, 4: _keep_history}
"""For each version the step that makes its tables out of those of the version before."""


def make_or_check(engine: Engine, *, create: bool) -> None:
    """Makes the tables where there are none and one may; else looks whether they are of this version.

    Raises:
        StoreError: there are none, or they are of another version.
    """
    found = version_of(engine)
    if found is None and create:
        with engine.execution_options(writes=True).begin() as connection:
            if not inspect(connection).has_table(schema.versions.name):  # another process may have made them meanwhile
                schema.metadata.create_all(connection)
                _note(connection, VERSION)
        return
    if found is None:
        raise StoreError("there is no store; make one with `dragoman store add`")
    if found < VERSION:
        raise StoreError(
            f"the store is of version {found}, this Dragoman needs {VERSION}: run `dragoman store migrate`"
        )
    if found > VERSION:
        raise StoreError(f"the store is of version {found}, newer than this Dragoman ({VERSION}): upgrade Dragoman")


def migrate(engine: Engine, *, steps: Mapping[int, Callable[[Connection], None]] = STEPS, to: int = VERSION) -> int:
    """Takes the steps that are missing, each in a transaction of its own; gives how many were taken.

    Raises:
        StoreError: there is no store, or it is of a newer version.
    """
    found = version_of(engine)
    if found is None:
        raise StoreError("there is no store to migrate")
    if found > to:
        raise StoreError(f"the store is of version {found}, newer than this Dragoman ({to}): upgrade Dragoman")
    return sum(_step(engine, version, steps[version]) for version in range(found + 1, to + 1))


def _step(engine: Engine, version: int, step: Callable[[Connection], None]) -> bool:
    """Takes one step, unless another process has taken it meanwhile; whether it did."""
    with engine.execution_options(writes=True).begin() as connection:
        if (_latest(connection) or 0) >= version:
            return False
        step(connection)
        _note(connection, version)
    return True


def version_of(engine: Engine) -> int | None:
    """The version of the tables, None where there are none."""
    with engine.begin() as connection:
        if not inspect(connection).has_table(schema.versions.name):
            return None
        return _latest(connection)


def _latest(connection: Connection) -> int | None:
    return connection.execute(select(func.max(schema.versions.c.version))).scalar()


def _note(connection: Connection, version: int) -> None:
    made_at = datetime.now(UTC).isoformat(timespec="seconds")
    connection.execute(insert(schema.versions).values(version=version, made_at=made_at))
