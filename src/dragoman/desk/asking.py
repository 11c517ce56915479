"""Asking: what one can ask of a store: pages, counts, series, networks, movers, first times, comparisons."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

from dragoman.analysis.counts import Edge, Read
from dragoman.errors import StoreError
from dragoman.records.account import Account
from dragoman.records.act import Act
from dragoman.records.event import Event
from dragoman.records.question import Days, Kept, Page, Question, UpdatesPage
from dragoman.store import Store, answering
from dragoman.store.accounts import accounts_of
from dragoman.store.answering import Passage
from dragoman.store.asking import TOLD
from dragoman.store.cursors import pages_of
from dragoman.store.finding import Hits, passages_found
from dragoman.store.holding import Holdings, holdings_of
from dragoman.store.loading import load_reports_by_id
from dragoman.store.sources import Source, every_source
from dragoman.store.updating import act_updates, event_updates, known_since

if TYPE_CHECKING:
    import networkx as nx

    from dragoman.analysis.buckets import By
    from dragoman.analysis.changes import Changes
    from dragoman.analysis.firsts import First
    from dragoman.analysis.movers import Movers
    from dragoman.analysis.series import Series

T = TypeVar("T")
_MOST = answering.LARGEST_PAGE


def act(store: Store, id_: str, *, as_of: str | None = None) -> Act:
    """One act, by its id, that of a report of it, or the beginning of one; as it was known on that day.

    Raises:
        StoreError: there is none, there are several, or it was not known yet.
    """
    now = store.act(id_)
    if as_of is None:
        return now
    try:
        return store.act(now.id, as_of=as_of)
    except StoreError as error:
        raise StoreError(
            f"{now.id} was not known yet on {as_of}; it was first reported on {now.first_reported}"
        ) from error


def number_of(store: Store, question: Question, *, kept: Kept = "acts") -> int:
    """How many acts or events there are."""
    with store.reading() as connection:
        return answering.count(connection, question, TOLD[kept])


@dataclass(frozen=True, slots=True, kw_only=True)
class Updates:
    """All that changed in an answer: acts, or events, that are new in it or changed, and the ids of those gone from it.

    Whoever keeps a copy of the answer puts in the ones, takes out the others, and asks the next time since `until`.
    """

    acts: tuple[Act, ...] = ()
    events: tuple[Event, ...] = ()
    gone: tuple[str, ...] = ()
    until: str


def updates(store: Store, question: Question, *, since: str, kept: Kept = "acts") -> Updates:
    """What changed in the acts or events asked for since a moment, whole, as one moment of the store has it.

    Raises:
        NotKeptError: the store does not know what changed so long ago.
        QuestionError: `since` is no moment, or the question is of an earlier day.
    """
    with store.reading() as connection:
        if kept == "events":
            events = _whole(lambda cursor: event_updates(connection, question, since=since, limit=_MOST, cursor=cursor))
            return Updates(events=events.items, gone=events.gone, until=events.until)
        acts = _whole(lambda cursor: act_updates(connection, question, since=since, limit=_MOST, cursor=cursor))
        return Updates(acts=acts.items, gone=acts.gone, until=acts.until)


def _whole(page: Callable[[str | None], UpdatesPage[T]]) -> UpdatesPage[T]:
    """All pages as one."""
    pages = list(pages_of(page))
    items = tuple(item for told in pages for item in told.items)
    return replace(pages[-1], items=items, gone=tuple(id_ for told in pages for id_ in told.gone))


def page_of_acts(
    store: Store, question: Question, *, since: str | None, limit: int, cursor: str | None
) -> UpdatesPage[Act]:
    """A page of the acts asked for, or, where a moment is given, of what changed in them since; up to when it tells."""
    if since is not None:
        return store.updates(question, since=since, limit=limit, cursor=cursor)
    until = store.until()  # before the page is read: what changes in between is told again, and not lost
    return _up_to(until, store.acts(question, limit=limit, cursor=cursor))


def page_of_events(
    store: Store, question: Question, *, since: str | None, limit: int, cursor: str | None
) -> UpdatesPage[Event]:
    """The same of events."""
    if since is not None:
        return store.event_updates(question, since=since, limit=limit, cursor=cursor)
    until = store.until()
    return _up_to(until, store.events(question, limit=limit, cursor=cursor))


def _up_to(until: str, page: Page[T]) -> UpdatesPage[T]:
    return UpdatesPage(items=page.items, next=page.next, gone=(), until=until)


def knows_changes_since(store: Store) -> str | None:
    """The moment from which on the store knows what changed; None where it knows all from its beginning."""
    with store.reading() as connection:
        return known_since(connection)


def facets(store: Store, question: Question, field: str, *, kept: Kept = "acts", limit: int = 20) -> dict[str, int]:
    """How the answer divides by a field, the most first."""
    with store.reading() as connection:
        return answering.facets(connection, question, TOLD[kept], field, limit=limit)


def series(
    store: Store, question: Question, *, by: "By" = "month", kept: Kept = "acts", most: int | None = None
) -> "Series":
    """How many there were over time, and their Goldstein values, beside the documents read.

    A question with a first and a last day gives the whole range, empty buckets and gaps too.

    Raises:
        QuestionError: there would be more than `most` buckets.
    """
    return series_each(store, (question,), by=by, kept=kept, most=most)[0]


def series_each(
    store: Store, questions: Sequence[Question], *, by: "By" = "month", kept: Kept = "acts", most: int | None = None
) -> "tuple[Series, ...]":
    """That of each of several questions as of one day; the documents read are counted once for all."""
    # SciPy stands behind the analysis, and whoever asks for a page need not wait for it.
    from dragoman.analysis.series import series as counted  # noqa: PLC0415

    with store.reading() as connection:
        days = [answering.day_counts(connection, question, TOLD[kept]) for question in questions]
        as_of = questions[0].as_of if questions else None
        documents = answering.documents_read(connection, as_of=as_of)
    read = [Read(day=day, documents=number) for day, number in documents.items()]
    ranges = [question.date or Days() for question in questions]
    return tuple(
        counted(own, read, by=by, first=asked.first, last=asked.last, most=most)
        for own, asked in zip(days, ranges, strict=True)
    )


def changes(store: Store, question: Question, *, by: "By" = "month", kept: Kept = "acts") -> "Changes":
    """Where the series changes its level, by a test that the answer names."""
    from dragoman.analysis.changes import changes as found  # noqa: PLC0415 - as above

    return found(series(store, question, by=by, kept=kept))


def network(store: Store, question: Question) -> "nx.DiGraph[str]":
    """Who acts toward whom, and how often."""
    from dragoman.analysis.network import network as drawn  # noqa: PLC0415 - as above

    return drawn(_edges(store, question))


def movers(store: Store, question: Question, *, before: Days, after: Days, top: int = 20) -> "Movers":
    """The dyads whose number of acts changed most from one period to the other."""
    from dragoman.analysis.movers import movers as found  # noqa: PLC0415 - as above

    with store.reading() as connection:
        read = answering.documents_read(connection, as_of=question.as_of)
    return found(
        _edges(store, replace(question, date=before)),
        _edges(store, replace(question, date=after)),
        read_before=_within(read, before),
        read_after=_within(read, after),
        top=top,
    )


def firsts(store: Store, question: Question, *, years: int = 5) -> "tuple[First, ...]":
    """The first act of its type between two, and the first in so many years."""
    from dragoman.analysis.firsts import firsts as found  # noqa: PLC0415 - as above

    with store.reading() as connection:
        rows = answering.occurrences(connection, question)
        read = answering.documents_read(connection, as_of=question.as_of)
    begins = min(read, default=None)
    return found(rows, begins=begins, years=years) if begins else ()


def plain_acts(store: Store, question: Question) -> Iterator[Act]:
    """The acts asked for, as data without status has them: what is laid beside other data sets."""
    return (account.act for account in store.accounts(question, plover=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldAct:
    """An act with the passages of its reports, oldest first."""

    act: Act
    passages: tuple[Passage, ...]


def with_passages(store: Store, acts: Iterable[Act]) -> list[ToldAct]:
    """The acts with the words that prove each of their reports."""
    acts = list(acts)
    with store.reading() as connection:
        told = answering.passages(connection, [id_ for act in acts for id_ in act.reports])
    passages = {one.event: one for one in told}
    return [ToldAct(act=act, passages=tuple(passages[id_] for id_ in act.reports if id_ in passages)) for act in acts]


def with_foremost(store: Store, acts: Iterable[Act], *, words: Sequence[str] = ()) -> list[ToldAct]:
    """The same for lists, which have room for one passage: that comes first by which the act stands as it does.

    Where words are looked for, passages that hold all of them come before it.
    """
    told = with_passages(store, acts)
    holding = hits_among(store, told, words) if words else ()
    return [_foremost(each, holding) for each in told]


def hits_among(store: Store, told: Iterable[ToldAct], words: Sequence[str]) -> Hits:
    """The passages of acts, by report, that hold all the words: each passage, and where in it the words stand."""
    with store.reading() as connection:
        return passages_found(connection, words, [one.event for each in told for one in each.passages])


def _foremost(told: ToldAct, holding: Collection[str]) -> ToldAct:
    standing = told.act.status_history[-1].event if told.act.status_history else None
    ordered = sorted(told.passages, key=lambda one: (one.event not in holding, one.event != standing))
    return ToldAct(act=told.act, passages=tuple(ordered))


def reports_of(store: Store, ids: Sequence[str]) -> dict[str, Event]:
    """Reports by their whole ids, looked up together."""
    with store.reading() as connection:
        return {id_: report.event for id_, report in load_reports_by_id(connection, ids).items()}


def accounts(store: Store, acts: Sequence[Act]) -> list[Account]:
    """The acts, each with its fullest report and that report's document: what exports are made of."""
    with store.reading() as connection:
        return list(accounts_of(connection, acts))


def holdings(store: Store) -> Holdings:
    """How much a store holds."""
    with store.reading() as connection:
        return holdings_of(connection)


def sources_of(store: Store) -> tuple[Source, ...]:
    """Who published what."""
    with store.reading() as connection:
        return every_source(connection)


def _edges(store: Store, question: Question) -> list[Edge]:
    with store.reading() as connection:
        return answering.edges(connection, question)


def _within(read: dict[str, int], days: Days) -> int:
    """How many documents were read in a period."""
    return sum(number for day, number in read.items() if (days.first or "") <= day <= (days.last or "9999"))
