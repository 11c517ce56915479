"""The desk for programs: takes where a store is, gives an object with the verbs that the command line has.

Each verb asks the module of the desk that knows, in words as people write them: questions as text, parties by id or
name. What may be long is an `Answer`, which asks when it is looked at.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Self, TypeVar

from dragoman.desk import asking, dealing, framing, handing_on, keeping, ledger, networks
from dragoman.desk.answer import Answer
from dragoman.desk.parties import party_id
from dragoman.errors import QuestionError
from dragoman.knowledge.world import World, load_world
from dragoman.ledger.framing.mentioning import FirstMention
from dragoman.questions import Asked, question_of, read_question
from dragoman.records.act import Act
from dragoman.records.entry import Entry, EntryKind, State, Tie
from dragoman.records.event import Coded, Event
from dragoman.records.question import Days, Kept
from dragoman.sources import Refused
from dragoman.store import Store, open_store
from dragoman.store.adding import Added
from dragoman.store.holding import Holdings
from dragoman.store.sources import Source

if TYPE_CHECKING:
    import networkx as nx
    import pyarrow as pa

    from dragoman.analysis.buckets import By
    from dragoman.analysis.changes import Changes
    from dragoman.analysis.comparing import Comparison
    from dragoman.analysis.firsts import First
    from dragoman.analysis.movers import Mover
    from dragoman.analysis.series import Bucket
    from dragoman.desk.framing import SideBySide
    from dragoman.desk.ledger import Story
    from dragoman.differing import Difference
    from dragoman.exports.targets import Target
    from dragoman.ledger.bearing import Direction
    from dragoman.pipeline import Readers
    from dragoman.records.event_row import RefusedRow

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """How many texts were read, what that added to the store, and what was set aside, with the reasons."""

    texts: int
    added: Added
    refused: tuple[Refused, ...]


def open_desk(location: str | Path, *, create: bool = False, packs: Sequence[str | Path] = ()) -> "Desk":
    """The desk of the store in a folder, or of a PostgreSQL address. Use it in a `with` statement, or close it.

    Args:
        location: a folder, or an address that begins with `postgresql`.
        create: make the store where there is none.
        packs: folders of packs of your own with which it is coded.

    Raises:
        StoreError: there is no store, or it cannot be opened.

    Example:
        >>> import dragoman
        >>> with dragoman.open("news") as desk:
        ...     desk.count("type:CONSULT")
        1
    """
    return Desk(open_store(location, create=create, packs=[Path(pack) for pack in packs]))


class Desk:
    """What one can ask of a store. The verbs are those of the command line, and answer the same.

    Parties are given by id or by name, days as ISO writes them. The examples ask a store of nine texts of 2023: on the
    summit of Camp David, on Nagorno-Karabakh, on Finland in NATO.

    Example:
        >>> desk = dragoman.open("news")
        >>> for act in desk.find("party:USA type:CONSULT"):
        ...     print(act.type, act.status, act.date.start, [party.id for party in act.recipients], len(act.reports))
        CONSULT occurred 2023-08-18 ['JPN', 'KOR'] 6
        >>> desk.find("date:2023").to_polars().select("id", "type").height
        5
    """

    def __init__(self, store: Store) -> None:
        self.store = store
        self._world: World | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Desk: {self.store.location}>"

    def close(self) -> None:
        """Lets go of the files or the server. What an answer holds already stays."""
        self.store.close()

    def add(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        outlet: str | None = None,
        published: str | None = None,
        licence: str | None = None,
        readers: "Readers" = "both",
    ) -> Addition:
        """Codes the texts of files and folders that the store lacks, and keeps them.

        Args:
            paths: text, HTML, `.jsonl`, folders of these; "-" is standard input.
            outlet: who published the texts that do not say it.
            published: ISO day of publication; it goes before what the texts say.
            licence: terms of the texts that do not say them.
            readers: "both", or "grammar" to do without the learned judge.

        Raises:
            SourceError: there is nothing of that name.
        """
        told = keeping.Told(outlet=outlet, published=published, licence=licence)
        given = [paths] if isinstance(paths, str | Path) else paths
        texts, added, refused = 0, Added(), list[Refused]()
        for step in keeping.keep(self.store, given, told=told, packs=self.store.packs, readers=readers):
            if isinstance(step, Refused):
                refused.append(step)
            else:
                texts, added = texts + step.texts, added + step.added
        return Addition(texts=texts, added=added, refused=tuple(refused))

    def info(self) -> Holdings:
        """How much the store holds, of which days, and by what it was coded.

        Example:
            >>> desk.info().counts["documents"]
            9
        """
        return asking.holdings(self.store)

    def sources(self) -> Answer[Source]:
        """Who published how many texts on which days, and on which terms they may be passed on.

        Example:
            >>> {source.outlet: source.documents for source in desk.sources()}["Herald"]
            3
        """
        return _answer(Source, partial(asking.sources_of, self.store))

    def find(self, question: Asked = "") -> Answer[Act]:
        """The acts asked for: each as all its reports together tell it.

        Example:
            >>> [(act.actors[0].id, act.type, act.recipients[0].id) for act in desk.find("recipient:NATO")]
            [('FIN', 'COOPERATE', 'NATO')]
        """
        return Answer(partial(self.store.every_act, question_of(question)), self._table_of_acts)

    def reports(self, question: Asked = "") -> Answer[Event]:
        """The single reports asked for, in place of acts: `find --events`.

        Example:
            >>> [(event.status, event.trigger.text) for event in desk.reports("actor:AZE")]
            [('occurred', 'attacked'), ('negated', 'shell'), ('occurred', 'shelled')]
        """
        return Answer(partial(self.store.every_event, question_of(question)), self._table_of_events)

    def count(self, question: Asked = "", *, kept: Kept = "acts") -> int:
        """How many acts, or with `kept="events"` reports, are asked for.

        Example:
            >>> desk.count("actor:AZE"), desk.count("actor:AZE", kept="events")
            (1, 3)
        """
        return asking.number_of(self.store, question_of(question), kept=kept)

    def facets(self, field: str, question: Asked = "", *, limit: int = 20) -> dict[str, int]:
        """How an answer divides by a field, the commonest values first.

        Example:
            >>> desk.facets("type", "date:2023", limit=2)
            {'ACCUSE': 2, 'ASSAULT': 1}
        """
        return asking.facets(self.store, question_of(question), field, limit=limit)

    def act(self, id_: str, *, as_of: str | None = None) -> Act:
        """One act, by its id, that of a report of it, or the beginning of one; as it was known on that day: `show`."""
        return asking.act(self.store, id_, as_of=as_of)

    def document(self, id_: str) -> Coded:
        """One document, by its id, with its text and its events."""
        return self.store.document(id_)

    def ledger(
        self,
        who: str,
        *,
        with_: str | None = None,
        kind: EntryKind | None = None,
        state: State | None = None,
        as_of: str | None = None,
        today: str | None = None,
    ) -> Answer[Entry]:
        """The entries of a party, or between two: promises, asks, measures, meetings, disputes, and how they stand.

        Example:
            >>> for entry in desk.ledger("Japan", with_="United States", today="2023-09-01"):
            ...     print(entry.kind, entry.state, entry.made_on.start, entry.what.text[:25])
            meeting held 2023-08-18 Camp David summit opens.
        """
        sides = self._party(who), self._party(with_) if with_ else None
        asked = partial(ledger.ledger, self.store, sides[0], with_=sides[1])
        return _answer(Entry, partial(asked, kind=kind, state=state, as_of=as_of, today=today))

    def due(
        self, *, before: str, after: str | None = None, who: str | None = None, today: str | None = None
    ) -> Answer[Entry]:
        """Promises and asks that fall due before a day and are not yet kept or met, the earliest first."""
        party = self._party(who) if who else None
        return _answer(Entry, partial(ledger.due, self.store, before=before, after=after, who=party, today=today))

    def meetings(
        self, who: str, *, with_: str | None = None, state: State | None = None, as_of: str | None = None
    ) -> Answer[Entry]:
        """The meetings of a party, or of two: when, where, at which level, whether held."""
        return self.ledger(who, with_=with_, kind="meeting", state=state, as_of=as_of)

    def story(self, entry: str, *, as_of: str | None = None, today: str | None = None) -> "Story":
        """What became of an entry (by id or its beginning), turn by turn, with the passages."""
        return ledger.story(self.store, entry, as_of=as_of, today=today)

    def bearing(
        self, one: str, other: str, *, as_of: str | None = None, today: str | None = None
    ) -> "tuple[Direction, Direction]":
        """Which asks and promises between two parties bore fruit, in both directions.

        Example:
            >>> there, back = desk.bearing("USA", "JPN", today="2023-09-01")
            >>> there.by, there.to, {state: len(entries) for state, entries in there.asks.items()}
            ('USA', 'JPN', {'met': 0, 'partly met': 0, 'refused': 0, 'withdrawn': 0, 'open': 0})
        """
        return ledger.bearing(self.store, self._party(one), self._party(other), as_of=as_of, today=today)

    def series(self, question: Asked = "", *, by: "By" = "month", kept: Kept = "acts") -> "Answer[Bucket]":
        """How many acts there were in each step of time, and their Goldstein values, beside the documents read.

        With days in the question the whole range is given, empty steps too.

        Example:
            >>> [(step.name, step.number, step.read) for step in desk.series("date:2023", by="quarter")]
            [('2023-Q1', 0, 0), ('2023-Q2', 1, 2), ('2023-Q3', 4, 7), ('2023-Q4', 0, 0)]
        """
        from dragoman.analysis.series import Bucket  # noqa: PLC0415 - SciPy stands behind the analysis

        asked = question_of(question)
        return _answer(Bucket, lambda: asking.series(self.store, asked, by=by, kept=kept).buckets)

    def changes(self, question: Asked = "", *, by: "By" = "month", kept: Kept = "acts") -> "Changes":
        """Where the series changes its level, by a test that the answer names."""
        return asking.changes(self.store, question_of(question), by=by, kept=kept)

    def network(self, question: Asked = "") -> Answer[networks.Tie]:
        """Who acts toward whom and how often, the commonest ties first.

        Example:
            >>> [(tie.actor, tie.recipient, tie.number) for tie in desk.network("type:CONSULT")]
            [('USA', 'JPN', 1), ('USA', 'KOR', 1)]
        """
        asked = question_of(question)
        return _answer(networks.Tie, lambda: networks.network(self.store, asked).ties)

    def graph(self, question: Asked = "") -> "nx.DiGraph[str]":
        """The same as a graph of NetworkX."""
        return networks.graph_of(networks.network(self.store, question_of(question)))

    def movers(self, question: Asked = "", *, before: str, after: str, top: int = 20) -> "Answer[Mover]":
        """The dyads whose number of acts changed most between two periods, such as 2021 and 2021-07..2021-12."""
        from dragoman.analysis.movers import Mover  # noqa: PLC0415 - as above

        asked, periods = question_of(question), (_period(before), _period(after))
        find = partial(asking.movers, self.store, asked, before=periods[0], after=periods[1], top=top)
        return _answer(Mover, lambda: find().movers)

    def firsts(self, question: Asked = "", *, years: int = 5) -> "Answer[First]":
        """The first act of its type between two, and the first in so many years.

        Example:
            >>> [(first.day, first.actor, first.recipient) for first in desk.firsts("type:COOPERATE")]
            [('2023-04-04', 'FIN', 'NATO')]
        """
        from dragoman.analysis.firsts import First  # noqa: PLC0415 - as above

        return _answer(First, partial(asking.firsts, self.store, question_of(question), years=years))

    def framing(self, speaker: str, about: str, *, as_of: str | None = None) -> Answer[Entry]:
        """What one party says of another, theme by theme, in the order of publication."""
        sides = self._party(speaker), self._party(about)
        return _answer(Entry, partial(framing.framing, self.store, *sides, as_of=as_of))

    def framing_compared(self, speaker: str, about: str, one: str, other: str) -> "SideBySide":
        """What one party says of another in two texts, side by side; each is named by id, title or ISO day."""
        return framing.framing_compared(self.store, self._party(speaker), self._party(about), one, other)

    def framing_first(
        self, speaker: str, about: str | None = None, *, titled: str | None = None, as_of: str | None = None
    ) -> Answer[FirstMention]:
        """Which of a party's own texts speaks of an actor, or of each, first, and which before it are silent."""
        sides = self._party(speaker), self._party(about) if about else None
        return _answer(FirstMention, partial(framing.framing_first, self.store, *sides, titled=titled, as_of=as_of))

    def offices(self, party: str) -> Answer[dealing.Held]:
        """Who held the main offices of a party, office by office, the latest first.

        Example:
            >>> [one.person for one in desk.offices("NATO") if one.start and one.start < "2015" < (one.end or "9999")]
            ['Jens Stoltenberg']
        """
        id_ = self._party(party)
        return _answer(dealing.Held, lambda: dealing.offices(self._book(), id_))

    def partners(self, party: str) -> Answer[dealing.Partner]:
        """With whom a party deals, the most first.

        Example:
            >>> [(one.id, one.toward, one.back) for one in desk.partners("USA")]
            [('CHN', 0, 1), ('JPN', 1, 0), ('KOR', 1, 0), ('PRK', 1, 0)]
        """
        return _answer(dealing.Partner, partial(dealing.partners, self.store, self._party(party)))

    def compare(
        self, file: str | Path, question: Asked = "", *, layout: str | None = None, days: int = 1
    ) -> "tuple[Comparison, list[RefusedRow]]":
        """The acts asked for beside the rows of a file of other event data, and the rows that could not be read."""
        return handing_on.compare_with(self.store, question_of(question), Path(file), layout=layout, days=days)

    def diff(self, moment: str) -> "Difference":
        """What coding the store anew changed; `moment` is the time that `dragoman store recode` told."""
        return handing_on.difference_of(self.store, moment)

    def join(self, one: str, other: str, *, by: str, note: str = "") -> None:
        """Makes two acts one, by hand; ids of acts or of reports, in full."""
        self.store.join(one, other, by=by, note=note)

    def split(self, event: str, *, by: str, note: str = "") -> None:
        """Takes a report out of its act, by hand."""
        self.store.split(event, by=by, note=note)

    def tie(self, entry: str, act: str, tie: Tie, *, by: str, note: str = "") -> None:
        """Says by hand what an act does to an entry: "fulfils", "refuses", "lifts" or another tie."""
        ledger.rule(self.store, entry, act, tie, by=by, note=note)

    def untie(self, entry: str, act: str, *, by: str, note: str = "") -> None:
        """Says by hand that an act does nothing to an entry."""
        ledger.rule(self.store, entry, act, None, by=by, note=note)

    def comply(
        self, entry: str, score: Literal[-1, 0, 1], *, by: str, note: str = "", evidence: str | None = None
    ) -> None:
        """Says how far an entry was kept: -1 not, 0 partly or under way, 1 kept; `evidence` is the id of a report."""
        ledger.comply(self.store, entry, score, by=by, note=note, evidence=evidence)

    def export(self, format_: str, output: "Target", question: Asked = "", *, plover: bool | None = None) -> int:
        """Writes the acts asked for in a format, "csv", "parquet", "gdelt" …, and says how many were written."""
        return handing_on.export(self.store, question_of(question), format_, output, plover=plover)

    def _party(self, name: str) -> str:
        return party_id(self.store, name)

    def _book(self) -> World:
        if self._world is None:
            self._world = load_world(packs=self.store.packs)
        return self._world

    def _table_of_acts(self, acts: Iterable[Act]) -> "pa.Table":
        # Arrow takes a while to import, and who reads acts only need not wait for it.
        from dragoman.exports.act_table import act_table  # noqa: PLC0415

        return act_table(asking.accounts(self.store, list(acts)))

    def _table_of_events(self, events: Iterable[Event]) -> "pa.Table":
        from dragoman.exports.columns import table_of_events  # noqa: PLC0415 - as above

        return table_of_events(events)


def _answer(class_: type[Record], ask: Callable[[], Iterable[Record]]) -> Answer[Record]:
    """An answer whose table has a column for each field of the records."""

    def table(records: Iterable[Record]) -> "pa.Table":
        from dragoman.exports.record_table import record_table  # noqa: PLC0415 - as above

        return record_table(records, class_)

    return Answer(ask, table)


def _period(dates: str) -> Days:
    """The days of a period."""
    try:
        days = read_question(f"date:{dates}").date
    except QuestionError:
        days = None
    if days is None:
        raise QuestionError(f"{dates!r} is no period; write 2021, 2021-07 or a range such as 2021-07..2021-12")
    return days
