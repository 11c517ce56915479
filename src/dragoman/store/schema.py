"""Schema: the tables of a store, the same for SQLite and PostgreSQL. docs/reference/store.md tells what each holds.

Days that are filtered and sorted by are whole numbers, days since 1970-01-01; days that a reader sees are ISO days.
`record` columns hold the whole record as JSON, packed (store/packing.py); the other columns are there to find it.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    text,
)

from dragoman.records.event import Quad
from dragoman.records.question import Kept

metadata = MetaData()

ROLES = ("actor", "recipient", "said_by", "addressee")
QUADS: tuple[Quad, ...] = ("verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict")
KEPT: tuple[Kept, ...] = ("acts", "events")
EVER = 2_932_896  # 9999-12-31: until further notice
NEVER = -719_162  # 0001-01-01: known from the beginning, since no day is known
NUMBER = BigInteger().with_variant(Integer, "sqlite")  # SQLite counts rows by itself in a column of this very type


def _numbered() -> Column[int]:
    return Column("number", NUMBER, primary_key=True, autoincrement=True)


def _known_by() -> list[Column[object]]:
    """The columns by which both events and acts are found."""
    return [
        Column("type", String, nullable=False),
        Column("mode", String),
        Column("status", String, nullable=False),
        Column("quad", SmallInteger, nullable=False),
        Column("cameo", String, nullable=False),
        Column("goldstein", Float, nullable=False),
        Column("historical", Boolean, nullable=False),
        Column("start", Integer),
        Column("end", Integer),
        Column("due_start", Integer),
        Column("due_end", Integer),
        Column("place", String),
        Column("place_country", String),
        Column("confidence", Float, nullable=False),
        # when it happened, or when it was first reported where no text tells when: what answers are sorted by
        Column("day", Integer, nullable=False),
    ]


def _index_of_some(name: str, among: str, *columns: str) -> Index:
    """An index of those rows alone in which something holds: the others cost neither time nor room."""
    return Index(name, *columns, sqlite_where=text(among), postgresql_where=text(among))


def _bytewise(table: str) -> Index:
    """On a server ids are sorted as people of its language would: by this index those that begin alike are found."""
    return Index(f"{table}_by_id_bytewise", text('id COLLATE "C"')).ddl_if(dialect="postgresql")


def _indexes(name: str, *known: str) -> list[Index]:
    """An index for each column that a question may ask for alone, in the order in which answers are given."""
    return [
        # holds all that a series over everything, and a page as of an earlier day, have to look at
        Index(f"{name}_by_day", "day", "number", "goldstein", *known),
        *(Index(f"{name}_by_{column}", column, "day", "number") for column in ("type", "status", "cameo", "quad")),
        *(
            _index_of_some(f"{name}_by_{column}", f"{column} IS NOT NULL", column, "day", "number")
            for column in ("mode", "place", "place_country")
        ),
        *(Index(f"{name}_by_{column}", column, "number") for column in ("confidence", "goldstein")),
    ]


versions = Table(
    "schema_versions",
    metadata,
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("made_at", String, nullable=False),
)

# One row for each transaction that changed something: none as long as there is nothing.
editions = Table(
    "editions",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("moment", BigInteger, nullable=False),  # when: microseconds since 1970, UTC; each later than the one before
    # the highest number of an act and of an event that has been given out: those above it came later
    Column("acts", BigInteger, nullable=False),
    Column("events", BigInteger, nullable=False),
    Index("editions_by_moment", "moment"),
)

# Ids of acts and events of which something changed after they had been told, or that went: in which edition last.
changes = Table(
    "changes",
    metadata,
    Column("kind", SmallInteger, primary_key=True, autoincrement=False),  # the place of its name in KEPT
    Column("id", String, primary_key=True),
    Column("edition", BigInteger, nullable=False),
    Index("changes_by_edition", "kind", "edition"),
    sqlite_with_rowid=False,
)

sources = Table(
    "sources",
    metadata,
    _numbered(),
    Column("name", String, nullable=False, unique=True),
    Column("licence", String),
    Column("may_be_passed_on", Boolean),
)

documents = Table(
    "documents",
    metadata,
    _numbered(),
    Column("id", String, nullable=False, unique=True),
    Column("title", Text),
    Column("text", Text, nullable=False),
    Column("published", String),
    Column("known", Integer, nullable=False),  # day of its first publication, or NEVER
    Column("copy", String, nullable=False),  # id of the text that it reprints, its own where it reprints none
    Column("coding", String, nullable=False),  # version and packs that coded it
    Column("record", LargeBinary, nullable=False),  # the document without its text, its sentences and who is named
    Index("documents_by_known", "known"),
    _index_of_some("documents_by_copy", "copy <> id", "copy"),
    _bytewise("documents"),
)

publications = Table(
    "publications",
    metadata,
    Column("document", ForeignKey("documents.number"), primary_key=True),
    Column("source", ForeignKey("sources.number"), primary_key=True),
    Column("path", String, primary_key=True),
    Column("published", String),
    Column("source_id", String),
    Column("url", String),
    Column("licence", String),
    Index("publications_by_source", "source", "document"),
)

prints = Table(
    "prints",
    metadata,
    Column("print", BigInteger, primary_key=True),
    Column("document", NUMBER, primary_key=True),
    sqlite_with_rowid=False,
)

copies = Table(
    "copies",
    metadata,
    Column("one", String, primary_key=True),
    Column("other", String, primary_key=True),
    Column("share", Float, nullable=False),
    Index("copies_by_other", "other"),
)

named = Table(
    "named",
    metadata,
    Column("id", String, primary_key=True),
    Column("document", NUMBER, primary_key=True),
    sqlite_with_rowid=False,
)

events = Table(
    "events",
    metadata,
    _numbered(),
    Column("id", String, nullable=False, unique=True),
    Column("document", ForeignKey("documents.number"), nullable=False),
    Column("position", Integer, nullable=False),  # its place among the document's events
    Column("act", String),
    *_known_by(),
    Column("known", Integer, nullable=False),
    Column("trigger_start", Integer, nullable=False),
    Column("trigger_end", Integer, nullable=False),
    # events of one document that tell one act are one report: that of the first of them
    Column("report", NUMBER, nullable=False),
    # the report that this one points back to, how likely they tell one act, and the first report of the act
    Column("antecedent", NUMBER),
    Column("score", Float),
    Column("root", NUMBER, nullable=False),
    # between which days the act lies, if that is known
    Column("first", Integer),
    Column("last", Integer),
    Column("evidence", Text, nullable=False),
    Column("record", LargeBinary, nullable=False),
    Index("events_by_document", "document"),
    Index("events_by_act", "act"),
    Index("events_by_report", "report"),
    Index("events_by_root", "root"),
    *_indexes("events", "known"),
    Index("events_by_known", "known", "number"),
    _bytewise("events"),
)

acts = Table(
    "acts",
    metadata,
    _numbered(),
    Column("id", String, nullable=False),
    # one row for each state of what was known: from its day on, until the day of the next
    Column("known_from", Integer, nullable=False),
    Column("known_to", Integer, nullable=False),
    *_known_by(),
    Column("reports", Integer, nullable=False),
    Column("documents", Integer, nullable=False),
    Column("outlets", Integer, nullable=False),
    Column("voices", Integer, nullable=False),
    Column("record", LargeBinary),  # none where one report is all there is: the act is made of its event
    Index("acts_by_id", "id", "known_from", unique=True),
    *_indexes("acts", "known_from", "known_to"),
    Index("acts_by_known", "known_from", "number"),
    Index("acts_by_reports", "reports", "number"),
    _bytewise("acts"),
)


def _parties(name: str, of: str) -> Table:
    """Who takes part: one row for a participant in a role, with what is asked most often of the event or act."""
    return Table(
        name,
        metadata,
        Column("id", String, primary_key=True),
        Column("role", SmallInteger, primary_key=True),
        Column("day", Integer, primary_key=True),
        Column(of, NUMBER, primary_key=True),
        Column("country", String),
        Column("sector", String),
        Column("person", String),
        Column("type", String, nullable=False),
        Column("status", String, nullable=False),
        Index(f"{name}_by_{of}", of),
        *(
            _index_of_some(f"{name}_by_{column}", f"{column} IS NOT NULL", column, "day", of)
            for column in ("country", "sector", "person")
        ),
        sqlite_with_rowid=False,
    )


event_parties = _parties("event_parties", "event")
act_parties = _parties("act_parties", "act")


def _contexts(name: str, of: str) -> Table:
    """In which contexts: one row for each."""
    return Table(
        name,
        metadata,
        Column("context", String, primary_key=True),
        Column("day", Integer, primary_key=True),
        Column(of, NUMBER, primary_key=True),
        Index(f"{name}_by_{of}", of),
        sqlite_with_rowid=False,
    )


event_contexts = _contexts("event_contexts", "event")
act_contexts = _contexts("act_contexts", "act")

dyads = Table(
    "dyads",
    metadata,
    Column("actor", String, primary_key=True),
    Column("recipient", String, primary_key=True),
    Column("day", Integer, primary_key=True),
    Column("act", NUMBER, primary_key=True),
    Column("type", String, nullable=False),
    Column("quad", SmallInteger, nullable=False),
    Column("goldstein", Float, nullable=False),
    Column("status", String, nullable=False),
    Index("dyads_by_act", "act"),
    Index("dyads_by_recipient", "recipient", "actor", "day"),
    sqlite_with_rowid=False,
)

keys = Table(
    "keys",
    metadata,
    Column("value", BigInteger, primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("event", NUMBER, primary_key=True),
    Column("last", Integer, nullable=False),
    Index("keys_by_event", "event"),
    sqlite_with_rowid=False,
)

# What the events that are just written look for among the keys: it lives as long as a connection.
sought = Table(
    "sought",
    MetaData(),
    Column("event", NUMBER, nullable=False),
    Column("value", BigInteger, nullable=False),
    Column("first", Integer, nullable=False),
    Column("last", Integer, nullable=False),
    prefixes=["TEMPORARY"],
)

# Reports that were compared, the one that was published later first.
pairs = Table(
    "pairs",
    metadata,
    Column("later", NUMBER, primary_key=True),
    Column("earlier", NUMBER, primary_key=True),
    Column("score", Float, nullable=False),
    Index("pairs_by_earlier", "earlier"),
    sqlite_with_rowid=False,
)

reviews = Table(
    "reviews",
    metadata,
    _numbered(),
    Column("kind", String, nullable=False),  # join, split
    # the two reports, by document and trigger, so that they are found again after a new coding
    Column("one_document", String, nullable=False),
    Column("one_start", Integer, nullable=False),
    Column("one_end", Integer, nullable=False),
    Column("other_document", String, nullable=False),
    Column("other_start", Integer, nullable=False),
    Column("other_end", Integer, nullable=False),
    Column("by", String, nullable=False),
    Column("note", Text, nullable=False),
    Column("made_at", String, nullable=False),
)

# What people said of ties of the ledger: that an act does this to an entry, or, with `tie` null, nothing.
rulings = Table(
    "rulings",
    metadata,
    _numbered(),
    Column("kind", String, nullable=False),  # of the entry
    # the report that made the entry and the one that tells the act, by document and trigger
    Column("entry_document", String, nullable=False),
    Column("entry_start", Integer, nullable=False),
    Column("entry_end", Integer, nullable=False),
    Column("act_document", String, nullable=False),
    Column("act_start", Integer, nullable=False),
    Column("act_end", Integer, nullable=False),
    Column("tie", String),
    Column("by", String, nullable=False),
    Column("note", Text, nullable=False),
    Column("made_at", String, nullable=False),
)

# How far people find that promises were kept: -1, 0, +1.
compliances = Table(
    "compliances",
    metadata,
    _numbered(),
    Column("kind", String, nullable=False),
    Column("entry_document", String, nullable=False),
    Column("entry_start", Integer, nullable=False),
    Column("entry_end", Integer, nullable=False),
    Column("score", SmallInteger, nullable=False),
    Column("evidence", String),  # id of an event
    Column("by", String, nullable=False),
    Column("note", Text, nullable=False),
    Column("made_at", String, nullable=False),
)

releases = Table(
    "releases",
    metadata,
    Column("name", String, primary_key=True),
    Column("made_at", String, nullable=False),
    Column("manifest", LargeBinary, nullable=False),
)

past_events = Table(
    "past_events",
    metadata,
    Column("recoding", String, primary_key=True),  # when: a UTC time
    Column("id", String, primary_key=True),
    Column("document", String, nullable=False),
    Column("record", LargeBinary, nullable=False),
)
