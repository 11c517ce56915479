"""Desk: takes where the answers come from, a folder or a server, gives an object with the verbs of the command line.

What may be long is an `Answer`, which asks when it is looked at. Questions are words as people write them, parties are
told by id or name; whoever answers gets records.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar, get_args

from dragoman.analysis.buckets import By
from dragoman.book import Candidate
from dragoman.book import Held as Holder
from dragoman.client.answer import Answer
from dragoman.client.folder import Folder
from dragoman.client.server import Server
from dragoman.desk import networks
from dragoman.desk.asking import Updates
from dragoman.desk.dealing import Held, Partner
from dragoman.desk.keeping import Told
from dragoman.desk.outlets import UNNAMED, Outlet
from dragoman.desk.reading import Read
from dragoman.desk.searching import FoundText
from dragoman.errors import QuestionError, StoreError
from dragoman.knowledge.codebook import Codebook
from dragoman.ledger.framing.mentioning import FirstMention
from dragoman.questions import Asked, period_of, question_of, words_of
from dragoman.questions.checking import at_least, iso_day, one_of, somebody
from dragoman.records.act import Act
from dragoman.records.entry import Entry, EntryKind, Score, State, Tie
from dragoman.records.event import Coded, Event
from dragoman.records.question import Kept
from dragoman.records.reading import Readers
from dragoman.sources import Refused
from dragoman.store import Store
from dragoman.store.adding import Added
from dragoman.store.answering import FACETS
from dragoman.store.finding import By as SearchBy
from dragoman.store.holding import Holdings
from dragoman.store.listing import Asked as DocumentsAsked
from dragoman.store.listing import Listed

if TYPE_CHECKING:
    import networkx as nx
    import pyarrow as pa

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
    from dragoman.records.event_row import RefusedRow

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True, kw_only=True)
class Addition:
    """How many texts were read, what that added to the store, and what was set aside, with the reasons."""

    texts: int
    added: Added
    refused: tuple[Refused, ...]


class Desk:
    """What one can ask of a store, here or on a server. The verbs are those of the command line, and answer the same.

    Parties are given by id or by name, days as ISO writes them; what may not stand where it is given is refused at once
    with a `QuestionError`. The examples ask a store of nine texts of 2023: on the summit of Camp David, on
    Nagorno-Karabakh, on Finland in NATO.

    Example:
        >>> desk = dragoman.open("news")
        >>> for act in desk.find("party:USA type:CONSULT"):
        ...     print(act.type, act.status, act.date.start, [party.id for party in act.recipients], len(act.reports))
        CONSULT occurred 2023-08-18 ['JPN', 'KOR'] 6
        >>> desk.find("date:2023").to_polars().select("id", "type").height
        5
    """

    def __init__(self, place: Folder | Server) -> None:
        self._place = place

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<Desk: {self._place.location}>"

    def close(self) -> None:
        """Lets go of the files or the server. What an answer holds already stays."""
        self._place.close()

    @property
    def store(self) -> Store:
        """The store itself, where it is here.

        Raises:
            StoreError: it is that of a server.
        """
        if isinstance(self._place, Folder):
            return self._place.store
        raise StoreError(f"{self._place.location}: the store of a server is asked by the verbs of the desk only")

    def add(
        self,
        paths: str | Path | Iterable[str | Path],
        *,
        outlet: str | None = None,
        published: str | None = None,
        licence: str | None = None,
        readers: Readers = "both",
    ) -> Addition:
        """Codes the texts of files and folders that the store lacks, and keeps them. A server codes them itself.

        Args:
            paths: text, HTML, `.jsonl`, folders of these; "-" is standard input.
            outlet: who published the texts that do not say it.
            published: ISO day of publication; it goes before what the texts say.
            licence: terms of the texts that do not say them.
            readers: "both", or "grammar" to do without the learned judge.

        Raises:
            SourceError: there is nothing of that name.
        """
        one_of(readers, get_args(Readers), "readers")
        _days(published=published)
        told = Told(outlet=outlet, published=published, licence=licence)
        given = [paths] if isinstance(paths, str | Path) else paths
        texts, added, refused = 0, Added(), list[Refused]()
        for step in self._place.add(given, told=told, readers=readers):
            if isinstance(step, Refused):
                refused.append(step)
            else:
                texts, added = texts + step.texts, added + step.added
        return Addition(texts=texts, added=added, refused=tuple(refused))

    def code(self, text: str, *, published: str | None = None) -> Coded:
        """A text with the events that it reports, without keeping it.

        Args:
            text: the text itself.
            published: ISO day of its publication; without it, what the text says.

        Raises:
            SourceError: there is no text in it.
        """
        _days(published=published)
        return self._place.code(text, published=published)

    def info(self) -> Holdings:
        """How much the store holds, of which days, and by what it was coded.

        Example:
            >>> desk.info().counts["documents"]
            9
        """
        return self._place.holdings()

    def sources(self) -> Answer[Outlet]:
        """Who published how many texts from when to when, on which terms, and whether others tell their acts too.

        Example:
            >>> {source.name: source.documents for source in desk.sources()}["Herald"]
            3
        """
        return _answer(Outlet, self._place.outlets)

    def find(self, question: Asked = "") -> Answer[Act]:
        """The acts asked for: each as all its reports together tell it.

        Example:
            >>> [(act.actors[0].id, act.type, act.recipients[0].id) for act in desk.find("recipient:NATO")]
            [('FIN', 'COOPERATE', 'NATO')]
        """
        return self._place.acts(question_of(question))

    def reports(self, question: Asked = "") -> Answer[Event]:
        """The single reports asked for, in place of acts: `find --events`.

        Example:
            >>> [(event.status, event.trigger.text) for event in desk.reports("actor:AZE")]
            [('occurred', 'attacked'), ('negated', 'shell'), ('occurred', 'shelled')]
        """
        return Answer(partial(self._place.reports, question_of(question)), _table_of_events)

    def until(self) -> str:
        """The moment of the last change, an ISO time of UTC: what changes after it `updates` tells."""
        return self._place.until()

    def updates(self, question: Asked = "", *, since: str, kept: Kept = "acts") -> Updates:
        """What is new or changed in an answer since a moment, and which ids are gone from it: for who keeps a copy.

        Args:
            question: that of the copy.
            since: the `until` of the updates before, or what `until()` said before the copy was made; an ISO time.
            kept: "events" for single reports.

        Raises:
            NotKeptError: the store does not know what changed so long ago; make the copy anew.

        Example:
            >>> told = desk.updates("type:CONSULT", since=desk.until())
            >>> told.acts, told.gone, told.until == desk.until()
            ((), (), True)
        """
        return self._place.updates(question_of(question), since=since, kept=_kept(kept))

    def count(self, question: Asked = "", *, kept: Kept = "acts") -> int:
        """How many acts, or with `kept="events"` reports, are asked for.

        Example:
            >>> desk.count("actor:AZE"), desk.count("actor:AZE", kept="events")
            (1, 3)
        """
        return self._place.number_of(question_of(question), kept=_kept(kept))

    def facets(self, field: str, question: Asked = "", *, kept: Kept = "acts", limit: int = 20) -> dict[str, int]:
        """How an answer divides by a field, the commonest values first.

        Example:
            >>> desk.facets("type", "date:2023", limit=2)
            {'ACCUSE': 2, 'ASSAULT': 1}
        """
        one_of(field, FACETS, "field")
        at_least(limit, 1, "limit")
        return self._place.facets(question_of(question), field, kept=_kept(kept), limit=limit)

    def act(self, id_: str, *, as_of: str | None = None) -> Act:
        """One act, by its id, that of a report of it, or the beginning of one; as it was known on that day: `show`."""
        _days(as_of=as_of)
        return self._place.act(id_, as_of=as_of)

    def report(self, id_: str) -> Event:
        """One report, by its id or the beginning of it."""
        return self._place.report(id_)

    def document(self, id_: str) -> Coded:
        """One document, by its id or the beginning of it, with its text and its events."""
        return self._place.read(id_).coded

    def read(self, id_: str) -> Read:
        """The same with the acts that its events tell, and the passages elsewhere that tell them."""
        return self._place.read(id_)

    def documents(
        self, *, outlet: str | None = None, after: str | None = None, before: str | None = None
    ) -> Answer[Listed]:
        """The documents, the last published first: how each begins, who carried it, how many reports it holds.

        Args:
            outlet: only of that one; "-" or "" is of none that is named.
            after: ISO day from which on they were published.
            before: ISO day until which they were.

        Example:
            >>> [(one.published, one.events) for one in desk.documents(outlet="Herald", after="2023-08-19")]
            [('2023-09-20', 1), ('2023-08-19', 2)]
        """
        _days(after=after, before=before)
        asked = DocumentsAsked(outlet="" if outlet == UNNAMED else outlet, first=after, last=before)
        return _answer(Listed, partial(self._place.documents, asked))

    def search(self, words: str, *, by: SearchBy = "relevance") -> Answer[FoundText]:
        """The texts that hold all the words, a phrase in quotation marks: where they stand, and the best part of each.

        Args:
            words: what to look for.
            by: "relevance", what fits best first, or "date", what was published last.

        Raises:
            QuestionError: there is no word among them.

        Example:
            >>> [(one.published, one.number) for one in desk.search('"Camp David" summit', by="date")]
            [('2023-08-18', 2), ('2023-08-18', 2)]
        """
        one_of(by, get_args(SearchBy), "by")
        return _answer(FoundText, partial(self._place.search, words_of(words), by=by))

    def codebook(self) -> Codebook:
        """What the packs say: every type with its modes, codes, the words that tell it, and examples."""
        return self._place.codebook()

    def ledger(
        self,
        who: str | None = None,
        *,
        with_: str | None = None,
        kind: EntryKind | None = None,
        state: State | None = None,
        as_of: str | None = None,
        today: str | None = None,
    ) -> Answer[Entry]:
        """The entries of a party, or between two: promises, asks, measures, meetings, disputes, and how they stand.

        Those come first of which something was told last. Without a party they are all of the store's.

        Example:
            >>> for entry in desk.ledger("Japan", with_="United States", today="2023-09-01"):
            ...     print(entry.kind, entry.state, entry.made_on.start, entry.what.text[:25])
            meeting held 2023-08-18 Camp David summit opens.
        """
        if with_ and not who:
            raise QuestionError(f"with_={with_!r} needs who; give both sides")
        if kind is not None:
            one_of(kind, get_args(EntryKind), "kind")
        if state is not None:
            one_of(state, get_args(State), "state")
        _days(as_of=as_of, today=today)
        sides = self._party_or_any(who), self._party_or_any(with_)
        asked = partial(self._place.ledger, sides[0], with_=sides[1])
        return _answer(Entry, partial(asked, kind=kind, state=state, as_of=as_of, today=today))

    def due(
        self, *, before: str, after: str | None = None, who: str | None = None, today: str | None = None
    ) -> Answer[Entry]:
        """Promises and asks that fall due before a day and are not yet kept or met, the earliest first."""
        iso_day(before, "before")
        _days(after=after, today=today)
        party = self._party_or_any(who)
        return _answer(Entry, partial(self._place.due, before=before, after=after, who=party, today=today))

    def meetings(
        self, who: str, *, with_: str | None = None, state: State | None = None, as_of: str | None = None
    ) -> Answer[Entry]:
        """The meetings of a party, or of two: when, where, at which level, whether held."""
        return self.ledger(who, with_=with_, kind="meeting", state=state, as_of=as_of)

    def story(self, entry: str, *, as_of: str | None = None, today: str | None = None) -> "Story":
        """What became of an entry (by id or its beginning), turn by turn, with the passages."""
        _days(as_of=as_of, today=today)
        return self._place.story(entry, as_of=as_of, today=today)

    def bearing(
        self, one: str, other: str, *, as_of: str | None = None, today: str | None = None
    ) -> "tuple[Direction, Direction]":
        """Which asks and promises between two parties bore fruit, in both directions.

        Example:
            >>> there, back = desk.bearing("USA", "JPN", today="2023-09-01")
            >>> there.by, there.to, {state: len(entries) for state, entries in there.asks.items()}
            ('USA', 'JPN', {'met': 0, 'partly met': 0, 'refused': 0, 'withdrawn': 0, 'open': 0})
        """
        _days(as_of=as_of, today=today)
        return self._place.bearing(self._party(one), self._party(other), as_of=as_of, today=today)

    def series(self, question: Asked = "", *, by: By = "month", kept: Kept = "acts") -> "Answer[Bucket]":
        """How many acts there were in each step of time, and their Goldstein values, beside the documents read.

        With days in the question the whole range is given, empty steps too.

        Example:
            >>> [(step.name, step.number, step.read) for step in desk.series("date:2023", by="quarter")]
            [('2023-Q1', 0, 0), ('2023-Q2', 1, 2), ('2023-Q3', 4, 7), ('2023-Q4', 0, 0)]
        """
        from dragoman.analysis.series import Bucket  # noqa: PLC0415 - SciPy stands behind the analysis

        one_of(by, get_args(By), "by")
        asked = partial(self._place.series, question_of(question), by=by, kept=_kept(kept))
        return _answer(Bucket, lambda: asked().buckets)

    def changes(self, question: Asked = "", *, by: By = "month", kept: Kept = "acts") -> "Changes":
        """Where the series changes its level, by a test that the answer names."""
        one_of(by, get_args(By), "by")
        return self._place.changes(question_of(question), by=by, kept=_kept(kept))

    def network(self, question: Asked = "") -> Answer[networks.Tie]:
        """Who acts toward whom and how often, the commonest ties first.

        Example:
            >>> [(tie.actor, tie.recipient, tie.number) for tie in desk.network("type:CONSULT")]
            [('USA', 'JPN', 1), ('USA', 'KOR', 1)]
        """
        asked = question_of(question)
        return _answer(networks.Tie, lambda: self._place.network(asked).ties)

    def graph(self, question: Asked = "") -> "nx.DiGraph[str]":
        """The same as a graph of NetworkX."""
        return networks.graph_of(self._place.network(question_of(question)))

    def movers(self, question: Asked = "", *, before: str, after: str, top: int = 20) -> "Answer[Mover]":
        """The dyads whose number of acts changed most between two periods, such as 2021 and 2021-07..2021-12."""
        from dragoman.analysis.movers import Mover  # noqa: PLC0415 - as above

        at_least(top, 1, "top")
        asked, periods = question_of(question), (period_of(before), period_of(after))
        find = partial(self._place.movers, asked, before=periods[0], after=periods[1], top=top)
        return _answer(Mover, lambda: find().movers)

    def firsts(self, question: Asked = "", *, years: int = 5) -> "Answer[First]":
        """The first act of its type between two, and the first in so many years.

        Example:
            >>> [(first.day, first.actor, first.recipient) for first in desk.firsts("type:COOPERATE")]
            [('2023-04-04', 'FIN', 'NATO')]
        """
        from dragoman.analysis.firsts import First  # noqa: PLC0415 - as above

        at_least(years, 1, "years")
        return _answer(First, partial(self._place.firsts, question_of(question), years=years))

    def framing(self, speaker: str | None, about: str, *, as_of: str | None = None) -> Answer[Entry]:
        """What one party says of another, theme by theme, in the order of publication; None is whoever does.

        One looks in the last ten thousand texts that name who is spoken of.
        """
        _days(as_of=as_of)
        sides = self._party_or_any(speaker), self._party(about)
        return _answer(Entry, partial(self._place.framing, *sides, as_of=as_of))

    def framing_compared(self, speaker: str, about: str, one: str, other: str) -> "SideBySide":
        """What one party says of another in two texts, side by side; each is named by id, title or ISO day."""
        return self._place.framing_compared(self._party(speaker), self._party(about), one, other)

    def framing_first(
        self, speaker: str, about: str | None = None, *, titled: str | None = None, as_of: str | None = None
    ) -> Answer[FirstMention]:
        """Which of a party's own texts speaks of an actor, or of each, first, and which before it are silent."""
        _days(as_of=as_of)
        sides = self._party(speaker), self._party_or_any(about)
        return _answer(FirstMention, partial(self._place.framing_first, *sides, titled=titled, as_of=as_of))

    def offices(self, party: str) -> Answer[Held]:
        """Who held the main offices of a party, office by office, the latest first.

        Example:
            >>> [one.person for one in desk.offices("NATO") if one.start and one.start < "2015" < (one.end or "9999")]
            ['Jens Stoltenberg']
        """
        return _answer(Held, partial(self._place.offices, self._party(party)))

    def holders(self, office: str, *, of: str | None = None, day: str | None = None) -> Answer[Holder]:
        """Who held an office: of one state or organisation through the years, or of all on a day; without one, now.

        Example:
            >>> [one.person for one in desk.holders("foreign minister", of="Japan", day="2022-06-29")]
            ['Hayashi Yoshimasa']
        """
        _days(day=day)
        return _answer(Holder, partial(self._place.holders, office, of=self._party_or_any(of), day=day))

    def actors(self, name: str, *, day: str | None = None) -> Answer[Candidate]:
        """Whom a name may mean, on a day, the likeliest first; near spellings where nobody bears it.

        Example:
            >>> [(one.id, one.kind) for one in desk.actors("Kishida", day="2022-06-29")]
            [('kishida-fumio', 'person')]
        """
        _days(day=day)
        return _answer(Candidate, partial(self._place.actors, name, day=day))

    def partners(self, party: str) -> Answer[Partner]:
        """With whom a party deals, the most first.

        Example:
            >>> [(one.id, one.toward, one.back) for one in desk.partners("USA")]
            [('CHN', 0, 1), ('JPN', 1, 0), ('KOR', 1, 0), ('PRK', 1, 0)]
        """
        return _answer(Partner, partial(self._place.partners, self._party(party)))

    def compare(
        self, file: str | Path, question: Asked = "", *, layout: str | None = None, days: int = 1
    ) -> "tuple[Comparison, list[RefusedRow]]":
        """The acts asked for beside the rows of a file of other event data, and the rows that could not be read."""
        from dragoman.desk.handing_on import compare_with  # noqa: PLC0415 - SciPy stands behind it

        at_least(days, 0, "days")
        return compare_with(self._place.plain_acts(question_of(question)), Path(file), layout=layout, days=days)

    def diff(self, moment: str) -> "Difference":
        """What coding the store anew changed; `moment` is the time that `dragoman store recode` told."""
        return self._place.diff(moment)

    def join(self, one: str, other: str, *, by: str, note: str = "") -> None:
        """Makes two acts one, by hand; ids of acts or of reports, in full. To a server the token says by whom."""
        self._place.join(one, other, by=somebody(by, "by"), note=note)

    def split(self, report: str, *, by: str, note: str = "") -> None:
        """Takes a report out of its act, by hand. To a server the token says by whom, here and below."""
        self._place.split(report, by=somebody(by, "by"), note=note)

    def tie(self, entry: str, act: str, tie: Tie, *, by: str, note: str = "") -> None:
        """Says by hand what an act does to an entry: "fulfils", "refuses", "lifts" or another tie."""
        self._place.rule(entry, act, one_of(tie, get_args(Tie), "tie"), by=somebody(by, "by"), note=note)

    def untie(self, entry: str, act: str, *, by: str, note: str = "") -> None:
        """Says by hand that an act does nothing to an entry."""
        self._place.rule(entry, act, None, by=somebody(by, "by"), note=note)

    def comply(self, entry: str, score: Score, *, by: str, note: str = "", evidence: str | None = None) -> None:
        """Says how far an entry was kept: -1 not, 0 partly or under way, 1 kept; `evidence` is the id of a report."""
        one_of(score, get_args(Score), "score")
        self._place.comply(entry, score, by=somebody(by, "by"), note=note, evidence=evidence)

    def export(self, format_: str, output: "str | Target", question: Asked = "", *, plover: bool | None = None) -> int:
        """Writes the acts asked for in a format, and says how many were written.

        Args:
            format_: "csv", "parquet", "gdelt" …
            output: the path of the file, or a stream of bytes.
            question: which acts.
            plover: as data without status has them; None is what is usual for the format.

        Raises:
            QuestionError: there is no such format.
        """
        target = Path(output) if isinstance(output, str) else output
        return self._place.export(format_, target, question_of(question), plover=plover)

    def _party(self, name: str) -> str:
        return self._place.party(name)

    def _party_or_any(self, name: str | None) -> str | None:
        return self._place.party(name) if name else None


def _kept(kept: Kept) -> Kept:
    return one_of(kept, get_args(Kept), "kept")


def _days(**told: str | None) -> None:
    """Days by the names of their arguments; None is where none is given.

    Raises:
        QuestionError: one of them is no day.
    """
    for name, day in told.items():
        if day is not None:
            iso_day(day, name)


def _answer(class_: type[Record], ask: Callable[[], Iterable[Record]]) -> Answer[Record]:
    """An answer whose table has a column for each field of the records."""

    def table(records: Iterable[Record]) -> "pa.Table":
        from dragoman.exports.record_table import record_table  # noqa: PLC0415 - as above

        return record_table(records, class_)

    return Answer(ask, table)


def _table_of_events(events: Iterable[Event]) -> "pa.Table":
    # Arrow takes a while to import, and who reads events only need not wait for it.
    from dragoman.exports.columns import table_of_events  # noqa: PLC0415

    return table_of_events(events)
