"""Book: takes deeds, gives the entries of the ledger as of a day: what was owed, asked, imposed, and what became of it.

It is a function of the deeds, whatever their order; it can be made anew from them at any time.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.linking.choosing import chosen
from dragoman.ledger.linking.linking import Tied, ties_of
from dragoman.ledger.linking.signs import Near
from dragoman.ledger.opening.asks import asks
from dragoman.ledger.opening.commitments import commitments
from dragoman.ledger.opening.dating import dated
from dragoman.ledger.opening.disputes import disputes
from dragoman.ledger.opening.measures import measures
from dragoman.ledger.opening.meetings import meetings
from dragoman.ledger.roll import Roll, roll_of
from dragoman.ledger.states import turned
from dragoman.ledger.weighing import weighed
from dragoman.ledger.worth import worth_signs
from dragoman.records.deed import Deed
from dragoman.records.entry import Compliance, Entry, Quote, Ruling, Tie
from dragoman.records.progress import Tell, tell_nobody

_AGAINST: frozenset[Tie] = frozenset({"breaks", "withdraws", "refuses", "cancels"})
_SAME: Mapping[str, frozenset[Tie]] = {
    "commitment": frozenset({"repeats"}),
    "ask": frozenset({"repeats"}),
    "meeting": frozenset({"holds", "repeats", "postpones", "cancels"}),
}
"""Ties by which a later act tells of an entry of its own kind again: it opens none beside it."""


def keep(  # noqa: PLR0913 - what a ledger is made of
    deeds: Iterable[Deed],
    words: LedgerWords,
    *,
    today: str,
    framings: Sequence[Entry] = (),
    rulings: Sequence[Ruling] = (),
    compliances: Mapping[str, Compliance] | None = None,
    near: Near | None = None,
    tell: Tell = tell_nobody,
) -> tuple[Entry, ...]:
    """The entries that the deeds make, with their history and state on the ISO day `today`, by day and id.

    Args:
        deeds: acts with their reports.
        words: what the pack knows of the ledger.
        today: the ISO day on which it is asked: promises whose day has passed are overdue.
        framings: entries of what texts say of actors; they come from documents, not from acts.
        rulings: what people said of ties; the last one on an entry and an act holds.
        compliances: how people judged entries, by the entries' ids.
        near: gives unit vectors of passages, so that those told in other words are found too.
        tell: is told how far it has come.
    """
    roll = roll_of(deeds)
    opened = opened_by(roll, words)
    ruled = {(ruling.entry, ruling.act): ruling for ruling in rulings}
    likely: list[Tied] = []
    by_hand: list[Tied] = []
    maybe: dict[str, list[Tied]] = defaultdict(list)
    said: dict[str, dict[str, Tie]] = defaultdict(dict)
    for tied in ties_of(opened, roll, words, near, least=_lowest_bar(words), ruled=ruled, tell=tell):
        ruling = ruled.get((tied.entry, tied.deed.act.id))
        if ruling is None:
            if tied.score >= _bar(tied, words):
                likely.append(tied)
            elif tied.score >= words.least_maybe:
                maybe[tied.entry].append(tied)
        elif ruling.tie is not None:
            by_hand.append(tied)
            said[tied.entry][tied.deed.act.id] = ruling.tie
    for beyond in _beyond(ruled.values(), said, roll):
        by_hand.append(beyond)
        said[beyond.entry][beyond.deed.act.id] = beyond.tie
    ties: dict[str, list[Tied]] = defaultdict(list)
    for tied in (*chosen(likely), *by_hand):
        ties[tied.entry].append(tied)
    held = _without_repeated(opened, ties)
    entries = (
        turned(entry, ties[entry.id], by_hand=said[entry.id], maybe=maybe[entry.id], today=today) for entry in held
    )
    judged = compliances or {}
    kept = [replace(entry, compliance=judged.get(entry.id)) for entry in (*entries, *framings)]
    return tuple(sorted(kept, key=_order))


def _bar(tied: Tied, words: LedgerWords) -> float:
    """How likely a tie must be to count: to say that a promise was broken or an ask refused takes more."""
    if tied.within:
        return words.least_link_within
    return words.least_link_against if tied.tie in _AGAINST else words.least_link


def _lowest_bar(words: LedgerWords) -> float:
    """How likely a tie must be at the least to be told at all."""
    return min(words.least_maybe, words.least_link, words.least_link_within, words.least_link_against)


def _beyond(rulings: Iterable[Ruling], said: Mapping[str, Mapping[str, Tie]], roll: Roll) -> list[Tied]:
    """The ties that people made to acts which nothing else ties to the entry: of other sides, or of an earlier day."""
    deeds = {deed.act.id: deed for deed in roll.deeds}
    return [
        Tied(
            entry=ruling.entry,
            tie=ruling.tie,
            deed=deed,
            event=deed.fullest,
            score=1.0,
            signs={},
            said=f"{ruling.by}: {ruling.note}" if ruling.note else f"{ruling.by} says so",
        )
        for ruling in rulings
        if ruling.tie is not None
        and ruling.act not in said.get(ruling.entry, {})
        and (deed := deeds.get(ruling.act)) is not None
    ]


def opened_by(roll: Roll, words: LedgerWords) -> list[Entry]:
    """The entries that are worth making, before anything became of them."""
    made = _apart(made_by(roll, words), roll)
    return sorted((entry for entry in made if entry.confidence >= words.least_worth.get(entry.kind, 0.0)), key=_order)


def made_by(roll: Roll, words: LedgerWords) -> list[Entry]:
    """All entries that the deeds may make; `confidence` says how likely each is worth it."""
    rooms = (commitments, asks, measures, meetings, disputes)
    made = (dated(entry, roll, words) for room in rooms for entry in room(roll, words))
    return sorted((replace(entry, confidence=worth_of(entry, roll, words)) for entry in made), key=_order)


def _apart(entries: Sequence[Entry], roll: Roll) -> list[Entry]:
    """The entries without those of a kind whose words another, surer one has too.

    A lead also gives way to an event that stands right beside it: it is cut out of the same clause.
    """
    found: dict[tuple[str, str], list[Entry]] = defaultdict(list)
    leads = {entry.id for entry in entries if roll.is_lead(entry.event)}
    for entry in sorted(entries, key=lambda entry: (entry.id in leads, -entry.confidence, entry.id)):
        kept = found[entry.kind, entry.what.document]
        gap = 1 if entry.id in leads else -1
        if not any(_apart_by(entry.what, other.what) <= gap for other in kept):
            kept.append(entry)
    return [entry for kept in found.values() for entry in kept]


def _apart_by(one: Quote, other: Quote) -> int:
    """How many characters lie between two quotes; less than 0 where they share some."""
    return max(one.start - other.end, other.start - one.end)


def worth_of(entry: Entry, roll: Roll, words: LedgerWords) -> float:
    """How likely a careful reader would have made the entry."""
    return weighed(worth_signs(entry, roll.events[entry.event], words, is_lead=roll.is_lead(entry.event)), words.worth)


def _without_repeated(opened: Sequence[Entry], ties: Mapping[str, Sequence[Tied]]) -> list[Entry]:
    """The entries without those whose act only tells again of an older one of the same kind."""
    by_report = {entry.id: entry for entry in opened}
    again: set[str] = set()
    for entry in opened:
        if entry.id in again:
            continue
        for tied in ties.get(entry.id, ()):
            other = by_report.get(f"{entry.kind}-{tied.deed.reports[0].id}")
            if other is not None and other.id != entry.id and tied.tie in _SAME.get(entry.kind, ()):
                again.add(other.id)
    return [entry for entry in opened if entry.id not in again]


def _order(entry: Entry) -> tuple[str, str]:
    return (entry.history[0].day if entry.history else None) or "9999", entry.id
