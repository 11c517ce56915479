"""Disputes: takes the roll, gives quarrels of two sides: acts against each other, tied by stated causes or subject."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.opening.making import make
from dragoman.ledger.parties import homes, ids
from dragoman.ledger.quoting import quote_of
from dragoman.ledger.roll import Roll
from dragoman.ledger.words_of import Subject, stems_of, subject_of
from dragoman.records.act import Party
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry, Turn
from dragoman.records.event import Event

_MATERIAL = frozenset({"SANCTION", "COERCE"})
_VERBAL = frozenset({"ACCUSE", "REJECT", "PROTEST", "THREATEN"})
_LONGEST = 100  # letters of a theme
_COMMON = 2  # words that two acts have in common if they are of one subject

Pair = tuple[str, str]


@dataclass(slots=True)
class _Quarrel:
    """Acts of one subject between two sides, the first of which opened it."""

    deeds: list[Deed] = field(default_factory=list)
    subject: Subject | None = None


def disputes(roll: Roll, words: LedgerWords) -> Iterator[Entry]:
    """An entry for each subject over which two states or organisations act against each other.

    One side's measure alone opens none, unless the text calls it a dispute: the other has to answer it.
    """
    between: dict[Pair, list[Deed]] = defaultdict(list)
    for deed in roll.deeds:
        for pair in _pairs(deed, roll):
            between[pair].append(deed)
    for pair, deeds in sorted(between.items()):
        for quarrel in _quarrels(deeds, words):
            if _is_dispute(quarrel, deeds, pair, words):
                yield _entry(quarrel, pair)


def _pairs(deed: Deed, roll: Roll) -> set[Pair]:
    """The states and organisations of which one acts against the other, as nobody alone only says."""
    if deed.act.type not in _MATERIAL | _VERBAL or deed.act.status not in {"occurred", "planned", "threatened"}:
        return set()
    if all(_only_said(report.event, roll) for report in deed.reports):
        return set()
    doers = {one.country or one.id for one in deed.act.actors if one.kind in {"state", "igo"} or one.country}
    others = {one.country or one.id for one in deed.act.recipients if one.kind in {"state", "igo"} or one.country}
    return {(min(one, other), max(one, other)) for one in doers for other in others if one != other}


def _only_said(event: Event, roll: Roll) -> bool:
    """Whether it is the content of what somebody says, an item of a package, or said by whom it hits."""
    if roll.speech(event) is not None or event.part_of is not None or ids(event.said_by) & ids(event.recipients):
        return True
    return any(_charges(other, event) for other in roll.in_document(event.document))


def _charges(other: Event, event: Event) -> bool:
    """Whether the event stands within a passage in which another one accuses who did it."""
    charged = other.type == "ACCUSE" and other.id != event.id and bool(homes(other.recipients) & homes(event.actors))
    return charged and other.trigger.start < event.trigger.start and event.trigger.within(other.passage)


def _quarrels(deeds: Sequence[Deed], words: LedgerWords) -> list[_Quarrel]:
    """The acts in groups of one subject: a reaction goes to its cause, a new measure opens a subject of its own."""
    found: list[_Quarrel] = []
    for deed in deeds:
        subject = _subject(deed, words)
        home = _home(deed, subject, found, words)
        if home is None:
            home = _Quarrel()
            found.append(home)
        home.deeds.append(deed)
        if home.subject is None or deed.act.type in _MATERIAL:
            home.subject = subject
    return found


def _home(deed: Deed, subject: Subject, found: Sequence[_Quarrel], words: LedgerWords) -> _Quarrel | None:
    """The quarrel to which an act belongs: of words alone, one told in its sentence; else one of its subject."""
    if deed.act.type in _VERBAL:
        for quarrel in reversed(found):
            if any(_told_together(one, deed) for one in quarrel.deeds):
                return quarrel
    for quarrel in reversed(found):
        like = quarrel.subject is not None and len(quarrel.subject.stems & subject.stems) >= _COMMON
        if like and _near(quarrel.deeds[-1], deed, words.dispute_days):
            return quarrel
    return None


def _near(one: Deed, other: Deed, days: int) -> bool:
    if one.day is None or other.day is None:
        return True
    return abs((date.fromisoformat(other.day) - date.fromisoformat(one.day)).days) <= days


def _told_together(one: Deed, other: Deed) -> bool:
    """Whether the other is what the hit side does, and one sentence tells both or a text states the cause."""
    if not homes(one.act.recipients) & homes(other.act.actors):
        return False
    for report in other.reports:
        for before in one.reports:
            if report.event.document != before.event.document:
                continue
            if report.event.passage.overlaps(before.event.passage):
                return True
    return _stated(one, other)


def _is_dispute(quarrel: _Quarrel, deeds: Sequence[Deed], pair: Pair, words: LedgerWords) -> bool:
    """Whether the text calls it a dispute, or ties what one side does to what the other did."""
    if _both(quarrel.deeds, pair) and any(
        _told_together(one, other) for one in quarrel.deeds for other in quarrel.deeds if one is not other
    ):
        return True
    if not any(deed.act.type in _MATERIAL for deed in quarrel.deeds):
        return False
    told = (report.event.passage.text for deed in quarrel.deeds for report in deed.reports)
    answered = any(_stated(one, other) for one in quarrel.deeds for other in deeds if one is not other)
    return answered or any(words.disputing.within(text) for text in told)


def _both(deeds: Sequence[Deed], pair: Pair) -> bool:
    """Whether each side acts in one of these."""
    return all(any(side in homes(deed.act.actors) for deed in deeds) for side in pair)


def _stated(one: Deed, other: Deed) -> bool:
    """Whether a text ties the two by a stated cause."""
    ids_ = {report.id for report in other.reports}
    back = {link.event for report in other.reports for link in report.event.links}
    return any(link.event in ids_ for report in one.reports for link in report.event.links) or any(
        report.id in back for report in one.reports
    )


def _subject(deed: Deed, words: LedgerWords) -> Subject:
    named = [one.text for report in deed.reports for one in report.event.participants]
    return subject_of((quote_of(report.event).text for report in deed.reports), words.common, stems_of(named))


def _entry(quarrel: _Quarrel, pair: Pair) -> Entry:
    """The dispute as its first act tells it; the other acts are turns of its history."""
    opener = quarrel.deeds[0]
    event = opener.fullest
    entry = make(
        "dispute",
        opener,
        event,
        what=quote_of(event),
        by=tuple(_side(side, quarrel) for side in pair),
        state="open",
        made_on=opener.act.date,
        theme=_theme(event),
    )
    further = (_turn(deed) for deed in quarrel.deeds if deed is not opener)
    return replace(entry, history=(*entry.history, *further))


def _side(side: str, quarrel: _Quarrel) -> Party:
    """A side as the acts name it; a state of which only a company or a person is named stands for itself."""
    named = [one for deed in quarrel.deeds for one in deed.act.participants]
    itself = next((one for one in named if one.id == side), None)
    if itself is not None:
        return itself
    member = next(one for one in named if one.country == side)
    return Party(id=side, name=side, kind="state", country=side, event=member.event)


def _turn(deed: Deed) -> Turn:
    event = deed.fullest
    return Turn(
        tie="adds",
        state="open",
        day=deed.day,
        act=deed.act.id,
        event=event.id,
        quote=quote_of(event),
        reasons=("the same sides act against each other on this subject",),
    )


def _theme(event: Event) -> str:
    """What it is about, in the words of the act that opened it, without those of the act itself."""
    what = quote_of(event).text
    return what if len(what) <= _LONGEST else f"{what[: what.rfind(' ', 0, _LONGEST)]} …"
