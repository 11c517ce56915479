"""Ledger: what one can ask of the ledger of a store: entries, what is due, meetings, stories, and what bore fruit."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import get_args

from dragoman.errors import StoreError
from dragoman.knowledge.collecting import uncollected
from dragoman.knowledge.pack import load_pack
from dragoman.language.likeness import load_likeness
from dragoman.ledger.bearing import Direction, between
from dragoman.ledger.bearing import bearing as told_bearing
from dragoman.ledger.book import keep
from dragoman.ledger.first_times import FirstTime, first_times
from dragoman.ledger.parties import homes
from dragoman.ledger.readouts import Readout
from dragoman.ledger.readouts import readouts as told_readouts
from dragoman.questions.checking import one_of, somebody
from dragoman.records.deed import Deed
from dragoman.records.entry import Compliance, Entry, EntryKind, Ruling, Score, State, Tie, Turn
from dragoman.records.progress import Progress, Tell, tell_nobody
from dragoman.records.question import Condition, Days, Page, Question
from dragoman.store import Store, answering
from dragoman.store.answering import Passage
from dragoman.store.asking import ACTS
from dragoman.store.cursors import cursor_of, place_of
from dragoman.store.rulings import compliances_of, entry_parts, rulings_of, write_compliance, write_ruling

WHOLE = 20_000  # acts of a store up to which all are read: then nothing that hangs together is missed

_TOLD = 2_000  # acts after which it is told how far it has come


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A turn of an entry, and the passage behind it with its outlet, where the store has its report."""

    turn: Turn
    passage: Passage | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """An entry with all that became of it; of a meeting also what each text tells of it, and whether firsts are any."""

    entry: Entry
    chapters: tuple[Chapter, ...]
    readouts: tuple[Readout, ...]
    first_times: tuple[FirstTime, ...]


def ledger(
    store: Store,
    who: str,
    *,
    with_: str | None = None,
    kind: EntryKind | None = None,
    state: State | None = None,
    as_of: str | None = None,
    today: str | None = None,
) -> tuple[Entry, ...]:
    """The entries of a party, or between two, by their ids: JPN, NATO.

    Args:
        store: where the acts are.
        who: who owes, is owed, asks, is asked, imposes, meets.
        with_: the other side.
        kind: only these: commitment, ask, measure, meeting, dispute.
        state: only these: open, kept, met …
        as_of: from what had been published by that ISO day.
        today: the ISO day that says what is overdue; that of `as_of`, else the calendar's.
    """
    entries = of_parties(store, {who} | ({with_} if with_ else set()), as_of=as_of, today=today)
    return among(entries, who=who, with_=with_, kind=kind, state=state)


def of_parties(
    store: Store, parties: Collection[str], *, as_of: str | None = None, today: str | None = None
) -> tuple[Entry, ...]:
    """The entries that are made of the acts of parties (by id): theirs are whole among them, others may not be."""
    return _entries(store, _deeds(store, parties, as_of=as_of), as_of=as_of, today=today)


def whole(
    store: Store, *, as_of: str | None = None, today: str | None = None, tell: Tell = tell_nobody
) -> tuple[Entry, ...]:
    """The ledger of all parties; of a large store that takes its time: `tell` is told how far it has come."""
    deeds = _everything(store, as_of=as_of, tell=tell)
    return _entries(store, deeds, as_of=as_of, today=today, tell=tell)


def is_large(store: Store, *, as_of: str | None = None) -> bool:
    """Whether a store has so many acts that making its whole ledger takes minutes."""
    return _number(store, as_of=as_of) > WHOLE


def _number(store: Store, *, as_of: str | None) -> int:
    """How many acts it has."""
    with store.reading() as connection:
        return answering.count(connection, Question(as_of=as_of), ACTS)


def among(
    entries: Iterable[Entry],
    *,
    who: str | None = None,
    with_: str | None = None,
    kind: EntryKind | None = None,
    state: State | None = None,
) -> tuple[Entry, ...]:
    """Those of the entries that are of a party, or between two, of a kind, in a state; None is any."""
    return tuple(
        entry
        for entry in entries
        if (who is None or _concerns(entry, who))
        and (who is None or with_ is None or between(entry, who, with_))
        and kind in {None, entry.kind}
        and state in {None, entry.state}
    )


def due(
    store: Store, *, before: str, after: str | None = None, who: str | None = None, today: str | None = None
) -> tuple[Entry, ...]:
    """Promises and asks that fall due before an ISO day, and are not yet kept or met, the earliest first."""
    parties = {who} if who else _parties_due(store, before, after)
    return due_among(of_parties(store, parties, today=today), before=before, after=after, who=who)


def due_among(
    entries: Iterable[Entry], *, before: str, after: str | None = None, who: str | None = None
) -> tuple[Entry, ...]:
    """Those of the entries that fall due in those days and are not yet kept or met, the earliest first."""
    falling = [
        entry
        for entry in entries
        if entry.due is not None
        and entry.kind in {"commitment", "ask"}
        and entry.due.end < before
        and (after is None or entry.due.end >= after)
        and entry.state in {"open", "overdue", "partly kept", "partly met"}
        and (who is None or _concerns(entry, who))
    ]
    return tuple(sorted(falling, key=due_day))


def due_day(entry: Entry) -> tuple[str, str]:
    """When an entry falls due; its id decides between those of one day."""
    return entry.due.end if entry.due else "", entry.id


def last_day(entry: Entry) -> tuple[str, str]:
    """When a text last told something of an entry; its id decides between those of one day."""
    return max((turn.day for turn in entry.history if turn.day and turn.tie != "overdue"), default=""), entry.id


def paged(
    entries: Sequence[Entry],
    order: Callable[[Entry], tuple[str, str]],
    *,
    limit: int,
    cursor: str | None,
    ascending: bool,
) -> Page[Entry]:
    """A page of entries that are sorted by `order`, going on behind the entry at which that of the cursor ended.

    That entry need not be there any more, nor stand where it stood: so pages hold when the ledger is made anew.

    Raises:
        QuestionError: it is no cursor.
    """
    if cursor is not None:
        place = place_of(cursor, tuple[str, str])
        entries = [one for one in entries if (order(one) > place if ascending else order(one) < place)]
    page = tuple(entries[:limit])
    return Page(items=page, next=cursor_of(*order(page[-1])) if len(entries) > limit else None)


def bearing(
    store: Store, one: str, other: str, *, as_of: str | None = None, today: str | None = None
) -> tuple[Direction, Direction]:
    """What two sides asked and promised each other, and what came of it, in both directions."""
    return told_bearing(ledger(store, one, with_=other, as_of=as_of, today=today), one, other)


def story(store: Store, id_: str, *, as_of: str | None = None, today: str | None = None) -> Story:
    """One entry, by its id or the beginning of it, with the passages behind each turn.

    Raises:
        StoreError: there is no such entry, or there are several.
    """
    entry, entries, deeds = _found(store, id_, as_of=as_of, today=today)
    return _told(store, entry, entries, deeds)


def story_among(store: Store, entries: Iterable[Entry], id_: str, *, as_of: str | None = None) -> Story:
    """The same of one of entries that were made before, as of a day or as they are, without making the ledger anew.

    Raises:
        StoreError: there is no such entry among them, or there are several.
    """
    made = tuple(entries)
    entry = _meant(made, id_)
    own = Condition(field="act", values=(entry.act,))
    return _told(store, entry, made, list(store.deeds(Question(conditions=(own,), as_of=as_of))))


def _told(store: Store, entry: Entry, entries: Sequence[Entry], deeds: Sequence[Deed]) -> Story:
    pack = load_pack(*store.packs)
    with store.reading() as connection:
        ids = [turn.event for turn in entry.history if turn.event is not None]
        passages = {passage.event: passage for passage in answering.passages(connection, ids)}
    own = next((deed for deed in deeds if deed.act.id == entry.act), None)
    told = {report.id: report for deed in deeds for report in deed.reports if report.id in set(ids) - set(passages)}
    passages |= {id_: answering.passage_behind(report, None) for id_, report in told.items()}
    return Story(
        entry=entry,
        chapters=tuple(Chapter(turn=turn, passage=passages.get(turn.event or "")) for turn in entry.history),
        readouts=told_readouts(own, entry.agenda, pack.ledger.common) if entry.kind == "meeting" and own else (),
        first_times=first_times(entry, entries, pack.calendar),
    )


def parties_of(store: Store, entry: str) -> set[str]:
    """Who takes part in the act that made an entry (by id).

    Raises:
        StoreError: no report made an entry of that id.
    """
    kind, report = entry_parts(entry)
    if kind == "act":
        raise StoreError(f"there is no entry {entry}; {_where_ids_are(entry)}")
    event = store.report(report)
    return {one.id for one in (*event.actors, *event.recipients, *event.said_by, *event.addressees)}


def rule(store: Store, entry: str, act: str, tie: Tie | None, *, by: str, note: str = "") -> None:
    """Says what an act (by id, or that of a report) does to an entry; with `tie` None that it does nothing.

    Raises:
        QuestionError: there is no such tie, or nobody says so.
        StoreError: there is no such entry or act.
    """
    if tie is not None:
        one_of(tie, get_args(Tie), "tie")
    somebody(by, "by")
    told, _, deeds = _found(store, entry)
    deed = next((one for one in deeds if act in {one.act.id, *(report.id for report in one.reports)}), None)
    if deed is None:
        raise StoreError(f"there is no act {act} of the sides of {told.id}; `dragoman find` shows ids")
    event = act if not act.startswith("act-") else deed.reports[0].id
    ruling = Ruling(entry=told.id, act=deed.act.id, tie=tie, by=by, note=note, made_at=_now())
    with store.writing() as connection:
        write_ruling(connection, ruling, event=event)


def comply(store: Store, entry: str, score: Score, *, by: str, note: str = "", evidence: str | None = None) -> None:
    """Says how far an entry was kept: -1 not, 0 partly or under way, +1 fully; `evidence` is the id of a report.

    Raises:
        QuestionError: there is no such score, or nobody says so.
        StoreError: there is no such entry or report.
    """
    one_of(score, get_args(Score), "score")
    somebody(by, "by")
    told, _, _ = _found(store, entry)
    proof = store.event(evidence).id if evidence is not None else None
    judged = Compliance(score=score, by=by, note=note, evidence=proof, made_at=_now())
    with store.writing() as connection:
        write_compliance(connection, told.id, judged)


def _found(
    store: Store, id_: str, *, as_of: str | None = None, today: str | None = None
) -> tuple[Entry, tuple[Entry, ...], list[Deed]]:
    """The one entry whose id is or begins with this one, all entries of its sides, and their deeds."""
    deeds = _deeds(store, parties_of(store, id_), as_of=as_of)
    entries = _entries(store, deeds, as_of=as_of, today=today)
    return _meant(entries, id_), entries, deeds


def _meant(entries: Iterable[Entry], id_: str) -> Entry:
    found = [entry for entry in entries if entry.id.startswith(id_)]
    if len(found) != 1:
        what = "no entry" if not found else f"more than one entry ({', '.join(entry.id for entry in found[:3])} …)"
        raise StoreError(f"there is {what} {id_}; {_where_ids_are(id_)}")
    return found[0]


def _where_ids_are(id_: str) -> str:
    return f"`dragoman show {id_}` tells of acts" if id_.startswith("act-") else "`dragoman ledger` shows ids"


def _entries(
    store: Store, deeds: Iterable[Deed], *, as_of: str | None, today: str | None, tell: Tell = tell_nobody
) -> tuple[Entry, ...]:
    with store.reading() as connection:
        rulings, compliances = rulings_of(connection), compliances_of(connection)
    with uncollected():
        return keep(
            deeds,
            load_pack(*store.packs).ledger,
            today=today or as_of or calendar_day(),
            rulings=rulings,
            compliances=compliances,
            near=load_likeness(),
            tell=tell,
        )


def _deeds(store: Store, parties: Collection[str], *, as_of: str | None = None) -> list[Deed]:
    """The acts of the parties; in a store that is not large all acts, since what fulfils may name others."""
    everything = Question(as_of=as_of)
    if not is_large(store, as_of=as_of):
        return _everything(store, as_of=as_of)
    asked = Condition(field="party", values=tuple(sorted(parties)))
    return [*store.deeds(replace(everything, conditions=(asked,))), *store.leads(parties, as_of=as_of)]


def _everything(store: Store, *, as_of: str | None, tell: Tell = tell_nobody) -> list[Deed]:
    acts = _number(store, as_of=as_of)
    deeds: list[Deed] = []
    with uncollected():
        for deed in store.deeds(Question(as_of=as_of)):
            if len(deeds) % _TOLD == 0:
                tell(Progress(step="acts", done=len(deeds), all=acts))
            deeds.append(deed)
        return [*deeds, *store.leads(as_of=as_of)]


def _concerns(entry: Entry, who: str) -> bool:
    return who in homes(entry.parties)


def _parties_due(store: Store, before: str, after: str | None) -> set[str]:
    """Who takes part in acts that fall due in those days."""
    days = Days(first=after, last=before)
    return {one.id for act in store.every_act(Question(due=days)) for one in act.participants}


def calendar_day() -> str:
    """Today, as the calendar says: an ISO day."""
    return datetime.now(UTC).date().isoformat()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
