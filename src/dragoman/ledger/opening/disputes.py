"""Disputes: takes the roll, gives quarrels of two sides: acts against each other, tied by stated causes or subject."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.opening.making import make
from dragoman.ledger.opening.siding import counterpart
from dragoman.ledger.parties import homes, ids, parties_of, principals, state_of
from dragoman.ledger.quoting import quote_of
from dragoman.ledger.roll import Roll
from dragoman.ledger.words_of import Subject, stems_of, subject_of
from dragoman.records.act import Party
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry, Turn
from dragoman.records.event import Event

_MATERIAL = frozenset({"SANCTION", "COERCE"})
_VERBAL = frozenset({"ACCUSE", "REJECT", "PROTEST", "THREATEN"})
_DONE = frozenset({"occurred", "planned", "threatened"})
_LONGEST = 100  # letters of a theme
_COMMON = 2  # words that two acts have in common if they are of one subject

Pair = tuple[str, str]


@dataclass(slots=True)
class _Quarrel:
    """Acts of one subject between two sides, the first of which opened it."""

    deeds: list[Deed] = field(default_factory=list)
    subject: Subject | None = None


def disputes(roll: Roll, words: LedgerWords) -> Iterator[Entry]:
    """An entry for each subject over which states or organisations act against each other.

    One side's measure alone opens none, unless the text calls it a dispute: the other has to answer it, by an act that
    is tied to it or stands in the same text. A case before a court or a body that settles disputes is one by itself.
    What several do together against one is one dispute.
    """
    between: dict[Pair, list[Deed]] = defaultdict(list)
    for deed in sorted((deed for deed in roll.deeds if not deed.is_lead), key=_place):
        for pair in _pairs(deed, roll):
            between[pair].append(deed)
    opened: dict[str, Entry] = {}
    for pair, deeds in sorted(between.items()):
        for quarrel in _quarrels(deeds, words):
            if _is_dispute(quarrel, deeds, pair, words):
                entry = _entry(quarrel, pair)
                opened[entry.id] = _together(opened[entry.id], entry) if entry.id in opened else entry
    yield from opened.values()


def _place(deed: Deed) -> tuple[str, str, bool, int, str]:
    """Where it is first told: of a dispute the first text tells how it began; there a charge is what the rest is of."""
    first = deed.reports[0]
    event = first.event
    return first.known_on or "9999", event.document, not _is_charge(event), event.trigger.start, first.id


def _pairs(deed: Deed, roll: Roll) -> set[Pair]:
    """The states and organisations of which one acts against the other, as nobody alone only says."""
    event = deed.reports[0].event
    if _is_charge(event):
        return _across(_homes_of(parties_of(event.said_by, event)), _homes_of(deed.act.actors))
    if deed.act.type not in _MATERIAL | _VERBAL or deed.act.status not in _DONE:
        return set()
    if all(_only_said(report.event, roll) for report in deed.reports):
        return set()
    doers, others = _homes_of(deed.act.actors), _homes_of(deed.act.recipients)
    if not others and deed.act.type in _MATERIAL:
        others = _homes_of(counterpart(event, ids(event.actors), roll))
    return _across(doers, others)


def _sides(deed: Deed) -> set[str]:
    """All whom its act has on one side or the other: several may do together what opens a dispute."""
    event = deed.reports[0].event
    if _is_charge(event):
        return _homes_of((*parties_of(event.said_by, event), *deed.act.actors))
    return _homes_of(deed.act.participants)


def _across(doers: set[str], others: set[str]) -> set[Pair]:
    return {(min(one, other), max(one, other)) for one in doers for other in others if one != other}


def _homes_of(parties: Sequence[Party]) -> set[str]:
    """The states and organisations among these, and the states of the others."""
    return {one.country or one.id for one in principals(parties)}


def _is_charge(event: Event) -> bool:
    """Whether one side says that the other did something by force."""
    return event.type == "ASSAULT" and event.status == "occurred" and bool(event.said_by)


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
    """The quarrel to which an act belongs: of words alone, one told in its sentence; else one of its subject.

    Else what is said of the other side's measures, and all that follows a charge, belongs to the first that the text
    tells. A case is a quarrel by itself.
    """
    if _is_a_case(deed, words):
        return None
    if deed.act.type in _VERBAL:
        for quarrel in reversed(found):
            if any(_told_together(one, deed) for one in quarrel.deeds):
                return quarrel
    for quarrel in reversed(found):
        like = quarrel.subject is not None and len(quarrel.subject.stems & subject.stems) >= _COMMON
        if like and _near(quarrel.deeds[-1], deed, words.dispute_days):
            return quarrel
    return next((quarrel for quarrel in found if _answers(deed, quarrel.deeds[0])), None)


def _answers(deed: Deed, opener: Deed) -> bool:
    """Whether an act follows a charge in its text, or says something against a measure that is told there."""
    if not _in_one_text(opener, deed):
        return False
    if _is_charge(opener.reports[0].event):
        return True
    crossed = bool(homes(opener.act.recipients) & homes(deed.act.actors))
    return deed.act.type in _VERBAL and opener.act.type in _MATERIAL and crossed


def _in_one_text(one: Deed, other: Deed) -> bool:
    return not {report.event.document for report in one.reports}.isdisjoint(
        report.event.document for report in other.reports
    )


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
    """Whether the text calls it a dispute or brings it before a court, or one side answers what the other did."""
    if _is_a_case(quarrel.deeds[0], words):
        return True
    material = any(deed.act.type in _MATERIAL for deed in quarrel.deeds)
    for one in quarrel.deeds:
        for other in deeds:
            if one is not other and _stated(one, other) and (material or other.act.type in _MATERIAL):
                return True
    if not material:
        return False
    if any(_is_crossed(one, other, pair) for one in quarrel.deeds for other in quarrel.deeds):
        return True
    told = (report.event.passage.text for deed in quarrel.deeds for report in deed.reports)
    return any(words.disputing.within(text) for text in told)


def _is_a_case(deed: Deed, words: LedgerWords) -> bool:
    """Whether one brings the other before a court or another body that settles disputes."""
    for event in (report.event for report in deed.reports):
        brought = event.type == "ACCUSE" and event.status == "occurred" and words.cases.within(event.trigger.text)
        if brought and words.forums.within(event.passage.text):
            return True
    return False


def _is_crossed(one: Deed, other: Deed, pair: Pair) -> bool:
    """Whether one text tells what each side does against the other."""
    sides = [_doers(deed) & set(pair) for deed in (one, other)]
    return one is not other and sides[0] != sides[1] and all(sides) and _in_one_text(one, other)


def _doers(deed: Deed) -> frozenset[str]:
    """Who acts against the other side: who does it, or who says that it was done."""
    event = deed.reports[0].event
    return homes(event.said_by if _is_charge(event) else deed.act.actors)


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
        by=tuple(_side(side, quarrel) for side in sorted({*pair, *_sides(opener)})),
        state="open",
        made_on=None if _is_charge(event) else opener.act.date,
        theme=_theme(event),
    )
    further = (_turn(deed) for deed in quarrel.deeds if deed is not opener)
    return replace(entry, history=(*entry.history, *further))


def _together(entry: Entry, other: Entry) -> Entry:
    """One dispute of those that one act opened: its sides and its turns once each, in order."""
    known = {turn.event for turn in entry.history}
    turns = (*entry.history, *(turn for turn in other.history if turn.event not in known))
    first, *further = turns
    return replace(
        entry,
        by=(*entry.by, *(one for one in other.by if one.id not in ids(entry.by))),
        history=(first, *sorted(further, key=lambda turn: (turn.day or "9999", turn.event or ""))),
    )


def _side(side: str, quarrel: _Quarrel) -> Party:
    """A side as the acts name it; a state of which only a company or a person is named stands for itself."""
    named = [one for deed in quarrel.deeds for one in deed.act.participants]
    named += [
        one
        for deed in quarrel.deeds
        for report in deed.reports
        for one in parties_of(report.event.said_by, report.event)
    ]
    itself = next((one for one in named if one.id == side), None)
    if itself is not None:
        return itself
    member = next((one for one in named if one.country == side), None)
    return state_of(member) if member else Party(id=side, name=side, kind="state", event=quarrel.deeds[0].fullest.id)


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
