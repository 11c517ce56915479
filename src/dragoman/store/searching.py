"""Searching: full text. Takes words, gives which passages and documents hold them all, and how well passages fit.

SQLite has FTS5 tables beside `events` and `documents`; PostgreSQL has indexes over the same columns.
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
_UNINDEX = (
    "INSERT INTO document_words(document_words, rowid, title, text) VALUES ('delete', old.number, old.title, old.text)"
)
_SQLITE = (
    f"CREATE VIRTUAL TABLE event_words USING fts5(evidence, content='events', content_rowid='number', {_WORDS})",
    (
        "CREATE VIRTUAL TABLE document_words "
        f"USING fts5(title, text, content='documents', content_rowid='number', {_WORDS})"
    ),
    """
    CREATE TRIGGER events_unindexed AFTER DELETE ON events BEGIN
      INSERT INTO event_words(event_words, rowid, evidence) VALUES ('delete', old.number, old.evidence);
    END
    """,
    f"CREATE TRIGGER documents_unindexed AFTER DELETE ON documents BEGIN {_UNINDEX}; END",
    f"""
    CREATE TRIGGER documents_retitled AFTER UPDATE OF title ON documents BEGIN
      {_UNINDEX};
      INSERT INTO document_words(rowid, title, text) VALUES (new.number, new.title, new.text);
    END
    """,  # noqa: S608 - words of this module
)
_POSTGRESQL = (
    "CREATE INDEX event_words ON events USING gin (to_tsvector('english', evidence))",
    "CREATE INDEX document_words ON documents USING gin (to_tsvector('english', (coalesce(title, '') || ' ' || text)))",
)
_WORD = re.compile(r"\w+")
_ENGLISH: ColumnElement[str] = literal_column("'english'")
_BY_LENGTH = 1  # of the ways in which PostgreSQL weighs longer texts less: by the logarithm of their length
_event_words = table("event_words", column("rowid"), column("event_words"), column("rank"))
_document_words = table("document_words", column("rowid"), column("document_words"))
_TITLE, _TEXT = 4.0, 1.0  # how much a word counts in a title, and in a text
OPEN, CLOSE = "\ue000", "\ue001"  # stand around words that were looked for: characters that no text uses


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


def index_documents(connection: Connection, first: int) -> None:
    """Makes the documents from number `first` on findable."""
    if connection.dialect.name == "sqlite":
        connection.execute(
            text(
                "INSERT INTO document_words(rowid, title, text) "
                "SELECT number, title, text FROM documents WHERE number >= :first"
            ),
            {"first": first},
        )


def tidy_words(connection: Connection) -> None:
    """Puts the indexes of words in one piece each, so that they are quick to read; on a server there is no need."""
    if connection.dialect.name == "sqlite":
        _order_words(connection, "('optimize', 0)")


def check_words(connection: Connection) -> Iterator[str]:
    """What is wrong with the indexes of words: whether they hold the words of the rows, no more and no fewer."""
    if connection.dialect.name != "sqlite":
        return
    try:
        _order_words(connection, "('integrity-check', 1)")
    except DatabaseError as error:
        yield f"the index of words does not hold the words of the texts: {error.orig}"


def _order_words(connection: Connection, order: str) -> None:
    """Gives an order to FTS5: it takes them as rows of a column that bears the name of the table."""
    for words in ("event_words", "document_words"):
        connection.execute(text(f"INSERT INTO {words}({words}, rank) VALUES {order}"))  # noqa: S608 - words of this room


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


def document_holds(connection: Connection, words: Sequence[str]) -> ColumnElement[bool]:
    """Whether a document's title or text holds all the words."""
    if connection.dialect.name == "sqlite":
        held = select(_document_words.c.rowid).where(_matching(_document_words.c.document_words, words))
        return schema.documents.c.number.in_(held)
    return _in_text(func.coalesce(schema.documents.c.title, "") + " " + schema.documents.c.text, words)


def documents_weighed(connection: Connection, words: Sequence[str]) -> Select[tuple[int, float]]:
    """The numbers of the documents whose title or text holds all the words, and how well each fits: more is better."""
    if connection.dialect.name == "sqlite":
        fits = 0.0 - func.bm25(literal_column("document_words"), _TITLE, _TEXT)
        weighed = select(_document_words.c.rowid.label("number"), fits.label("fits"))
        return weighed.where(_matching(_document_words.c.document_words, words))
    whole = func.coalesce(schema.documents.c.title, "") + " " + schema.documents.c.text
    fits = cast(func.ts_rank_cd(func.to_tsvector(_ENGLISH, whole), _all_of(words), _BY_LENGTH), Double)
    return select(schema.documents.c.number, fits.label("fits")).where(_in_text(whole, words))


def documents_marked(connection: Connection, words: Sequence[str]) -> Select[tuple[int, str | None, str]]:
    """The numbers of the documents that hold all the words, with their titles and texts, the words between marks."""
    if connection.dialect.name == "sqlite":
        columns = [func.highlight(literal_column("document_words"), at, OPEN, CLOSE) for at in (0, 1)]
        marked = select(_document_words.c.rowid.label("number"), columns[0].label("title"), columns[1].label("text"))
        return marked.where(_matching(_document_words.c.document_words, words))
    documents = schema.documents.c
    title, told = (_headline(each, words) for each in (func.coalesce(documents.title, ""), documents.text))
    holding = document_holds(connection, words)
    return select(documents.number, title.label("title"), told.label("text")).where(holding)


def passages_marked(connection: Connection, words: Sequence[str]) -> Select[tuple[int, str]]:
    """The numbers of the events whose passage holds all the words, with that passage, the words between marks."""
    if connection.dialect.name == "sqlite":
        marked = func.highlight(literal_column("event_words"), 0, OPEN, CLOSE).label("text")
        found = select(_event_words.c.rowid.label("number"), marked)
        return found.where(_matching(_event_words.c.event_words, words))
    events = schema.events.c
    told = _headline(events.evidence, words).label("text")
    return select(events.number, told).where(_in_text(events.evidence, words))


def _headline(searched: ColumnElement[str], words: Sequence[str]) -> ColumnElement[str]:
    """PostgreSQL's own way to mark the words that were looked for, in the whole of a text."""
    return func.ts_headline(
        _ENGLISH, searched, _all_of(words), f'HighlightAll=true, StartSel="{OPEN}", StopSel="{CLOSE}"'
    )


def _matching(indexed: ColumnElement[object], words: Sequence[str]) -> ColumnElement[bool]:
    """FTS5's own condition: each phrase in quotation marks, so that nothing in it is an operator."""
    terms = " ".join(f'"{phrase}"' for phrase in _phrases(words))
    return indexed.op("MATCH", is_comparison=True)(bindparam(None, terms, unique=True))


def _phrases(words: Sequence[str]) -> list[str]:
    """The words without signs.

    Raises:
        QuestionError: nothing is left of one of them.
    """
    phrases = [" ".join(_WORD.findall(each)) for each in words]
    if not all(phrases):
        raise QuestionError(f"{' '.join(words)!r} holds no word to look for; give at least one letter or digit")
    return phrases


def _in_text(searched: ColumnElement[str], words: Sequence[str]) -> ColumnElement[bool]:
    _phrases(words)
    vector = func.to_tsvector(_ENGLISH, searched)
    return and_(*(vector.op("@@", is_comparison=True)(func.phraseto_tsquery(_ENGLISH, each)) for each in words))


def _all_of(words: Sequence[str]) -> ColumnElement[str]:
    queries: list[ColumnElement[str]] = [func.phraseto_tsquery(_ENGLISH, each) for each in words]
    return reduce(lambda all_, one: all_.op("&&")(one), queries)
