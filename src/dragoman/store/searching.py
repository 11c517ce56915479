"""Searching: full text. Takes words, gives which passages hold them all, and how well they fit.

SQLite has an FTS5 table beside `events`; PostgreSQL has an index over the same column.
"""

import re
from collections.abc import Iterator, Sequence
from functools import reduce

from sqlalchemy import (
    ColumnElement,
    Connection,
    Double,
    MetaData,
    Select,
    and_,
    bindparam,
    cast,
    column,
    event,
    exists,
    func,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.exc import DatabaseError

from dragoman.errors import QuestionError
from dragoman.store import schema

_WORDS = "tokenize='porter unicode61 remove_diacritics 2'"
_SQLITE = (
    f"CREATE VIRTUAL TABLE event_words USING fts5(evidence, content='events', content_rowid='number', {_WORDS})",
    """
    CREATE TRIGGER events_unindexed AFTER DELETE ON events BEGIN
      INSERT INTO event_words(event_words, rowid, evidence) VALUES ('delete', old.number, old.evidence);
    END
    """,
)
_POSTGRESQL = ("CREATE INDEX event_words ON events USING gin (to_tsvector('english', evidence))",)
_FORMER = {
    "sqlite": (
        "DROP TRIGGER IF EXISTS documents_unindexed",
        "DROP TRIGGER IF EXISTS documents_retitled",
        "DROP TABLE IF EXISTS document_words",
    ),
    "postgresql": ("DROP INDEX IF EXISTS document_words",),
}
_WORD = re.compile(r"\w+")
_ENGLISH: ColumnElement[str] = literal_column("'english'")
_BY_LENGTH = 1  # of the ways in which PostgreSQL weighs longer texts less: by the logarithm of their length
_event_words = table("event_words", column("rowid"), column("event_words"), column("rank"))


def _make_indexes(_: MetaData, connection: Connection, **__: object) -> None:
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.execute(text(statement))


event.listen(schema.metadata, "after_create", _make_indexes)


def index_events(connection: Connection, first: int) -> None:
    """Makes the passages of the events from number `first` on findable."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text("INSERT INTO event_words(rowid, evidence) SELECT number, evidence FROM events WHERE number >= :first"),
            {"first": first},
        )


def forget_words_of_documents(connection: Connection) -> None:
    """Takes away the index of the words of whole documents, which stores before version 3 have; nobody asks it."""
    for statement in _FORMER[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def tidy_words(connection: Connection) -> None:
    """Puts the index of words in one piece, so that it is quick to read; on a server there is no need."""
    if connection.dialect.name == "sqlite":
        _order_words(connection, "('optimize', 0)")


def check_words(connection: Connection) -> Iterator[str]:
    """What is wrong with the index of words: whether it holds the words of the rows, no more and no fewer."""
    if connection.dialect.name != "sqlite":
        return
    try:
        _order_words(connection, "('integrity-check', 1)")
    except DatabaseError as error:
        yield f"the index of words does not hold the words of the texts: {error.orig}"


def _order_words(connection: Connection, order: str) -> None:
    """Gives an order to FTS5: it takes them as rows of a column that bears the name of the table."""
    connection.execute(text(f"INSERT INTO event_words(event_words, rank) VALUES {order}"))  # noqa: S608 - of this room


def passages_holding(connection: Connection, words: Sequence[str]) -> Select[tuple[int]]:
    """The numbers of the events whose passage holds all the words.

    Each of the words may be a phrase of several, which must stand together.
    """
    if connection.dialect.name == "sqlite":
        return select(_event_words.c.rowid).where(_matching(_event_words.c.event_words, words))
    return select(schema.events.c.number).where(_in_text(schema.events.c.evidence, words))


def passages_weighed(connection: Connection, words: Sequence[str]) -> Select[tuple[int, float]]:
    """The numbers of the events whose passage holds all the words, and how well it fits: more is better.

    FTS5's bm25 is the less the better a passage fits. PostgreSQL's cover density, made less for longer passages, comes
    in single precision: made double it is the same number when it comes back in a cursor.
    """
    if connection.dialect.name == "sqlite":
        fits = (0.0 - _event_words.c.rank).label("fits")
        return select(_event_words.c.rowid.label("number"), fits).where(_matching(_event_words.c.event_words, words))
    vector, query = func.to_tsvector(_ENGLISH, schema.events.c.evidence), _all_of(words)
    fits = cast(func.ts_rank_cd(vector, query, _BY_LENGTH), Double).label("fits")
    return select(schema.events.c.number, fits).where(_in_text(schema.events.c.evidence, words))


def passage_holds(connection: Connection, words: Sequence[str]) -> ColumnElement[bool]:
    """Whether the passage of an event holds all the words."""
    if connection.dialect.name == "sqlite":
        held = _matching(_event_words.c.event_words, words), _event_words.c.rowid == schema.events.c.number
        return exists().select_from(_event_words).where(*held).correlate(schema.events)
    return _in_text(schema.events.c.evidence, words)


def _matching(indexed: ColumnElement[object], words: Sequence[str]) -> ColumnElement[bool]:
    """FTS5's own condition: each phrase in quotation marks, so that nothing in it is an operator."""
    phrases = [" ".join(_WORD.findall(each)) for each in words]
    if not all(phrases):
        raise QuestionError(f"{' '.join(words)!r} holds no word to look for; give at least one letter or digit")
    terms = " ".join(f'"{phrase}"' for phrase in phrases)
    return indexed.op("MATCH", is_comparison=True)(bindparam(None, terms, unique=True))


def _in_text(searched: ColumnElement[str], words: Sequence[str]) -> ColumnElement[bool]:
    vector = func.to_tsvector(_ENGLISH, searched)
    return and_(*(vector.op("@@", is_comparison=True)(func.phraseto_tsquery(_ENGLISH, each)) for each in words))


def _all_of(words: Sequence[str]) -> ColumnElement[str]:
    queries: list[ColumnElement[str]] = [func.phraseto_tsquery(_ENGLISH, each) for each in words]
    return reduce(lambda all_, one: all_.op("&&")(one), queries)
