"""Measures: takes the roll, gives sanctions, bans, tariffs, expulsions, freezes: packages with their items."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from dragoman.acts.telling import magnitude_of
from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.opening.intent import is_warning
from dragoman.ledger.opening.making import Parties, make
from dragoman.ledger.opening.siding import counterpart
from dragoman.ledger.opening.undoing import undoes
from dragoman.ledger.parties import homes, ids, parties_of, state_of
from dragoman.ledger.quoting import cut, quote_of
from dragoman.ledger.roll import Roll, told_as
from dragoman.ledger.words_of import stems_of, subject_of
from dragoman.records.entry import Entry, Item, Quote
from dragoman.records.event import Event
from dragoman.records.span import Span

_TYPES = frozenset({"SANCTION", "COERCE"})
_OBJECT = re.compile(r"^\W*(?:(?:of|on|the|all|any|a|an|its|their|to|from|against)\s+)*")
_TO_WHOM = re.compile(r"\s(?:to|from|on|against|in|of|for|by)\s")


def measures(roll: Roll, words: LedgerWords) -> Iterator[Entry]:
    """An entry for each package of measures; what only threatens or asks for measures is none.

    A text tells a measure more than once: in its heading, with its day, and in words that point back to it ("the
    duties"). Of these the fullest makes the entry. Measures on other things are entries of their own, whether or not
    they are of one side and one day.
    """
    by_document: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(_each(roll, words), key=lambda entry: _place(entry, roll)):
        beside = by_document[entry.what.document]
        place = next((place for place, other in enumerate(beside) if _tells_again(entry, other, roll, words)), None)
        if place is None:
            beside.append(entry)
        elif not roll.is_lead(entry.event):
            beside[place] = _fuller(beside[place], entry)
    for told in by_document.values():
        yield from told


def _place(entry: Entry, roll: Roll) -> tuple[bool, str, int]:
    """Events come before leads, which tell what an event tells in a wider stretch of the same clause."""
    return roll.is_lead(entry.event), entry.what.document, entry.what.start


def _tells_again(entry: Entry, other: Entry, roll: Roll, words: LedgerWords) -> bool:
    """Whether one entry tells the measure that another one of the document tells."""
    if ids(entry.by) != ids(other.by):
        return False
    days = {one.start for one in (entry.made_on, other.made_on) if one is not None}
    instruments = {entry.instrument, other.instrument}
    same = len(instruments) == 1 or "sanctions" in instruments
    hit = bool(homes(entry.about) & homes(other.about)) or not entry.about or not other.about
    if not (same and hit and len(days) <= 1):
        return False
    return entry.what.overlaps(other.what) or _alike(entry, other, roll, words)


def _alike(entry: Entry, other: Entry, roll: Roll, words: LedgerWords) -> bool:
    """Whether nothing in the shorter tells of another thing: as in a heading, or in "the duties"."""
    one, two = (_subject(told, roll, words) for told in (entry, other))
    return len(one & two) * 2 >= min(len(one), len(two))


def _subject(entry: Entry, roll: Roll, words: LedgerWords) -> frozenset[str]:
    """The words of what it is done to: those of the clause without its sides and the words for the measure itself."""
    event = roll.events[entry.event]
    named = [name for one in event.participants for name in (one.id, one.name, one.text)]
    named += [match.group() for phrases in words.instruments.values() for match in phrases.all(entry.what.text)]
    return subject_of([entry.what.text], words.common, stems_of([*named, event.trigger.text])).stems


def _fuller(entry: Entry, again: Entry) -> Entry:
    """Of two tellings of one measure the one with items, else the dated one, else the first."""
    told = max((entry, again), key=lambda one: (bool(one.items), one.made_on is not None, one is entry))
    state = "in force" if "in force" in {entry.state, again.state} else told.state
    return replace(told, state=state, about=told.about or entry.about or again.about, due=told.due or again.due)


def _each(roll: Roll, words: LedgerWords) -> Iterator[Entry]:
    for deed in roll.deeds:
        if deed.act.type not in _TYPES or any(_within_measure(report.event, roll, words) for report in deed.reports):
            continue
        told = [event for event in told_as(deed, "occurred", "planned") if _is_measure(event, words)]
        if not told:
            continue
        event = max(told, key=lambda event: (bool(roll.parts(event)), event.status == "occurred", event.confidence))
        in_force = any(one.status == "occurred" for one in told)
        parts = roll.parts(event)
        what = quote_of(event, () if parts else roll.siblings(event))
        yield make(
            "measure",
            deed,
            event,
            what=what,
            by=parties_of(event.actors, event),
            about=_targets(event, roll),
            state="in force" if in_force else "announced",
            made_on=deed.act.date,
            due=deed.act.due,
            instrument=_instrument(event, words),
            items=tuple(_item(part, roll, words) for part in parts),
        )


def _targets(event: Event, roll: Roll) -> Parties:
    """Whom it hits, and the state to which these belong: of people whom a text does not place, the counterpart."""
    by = ids(event.actors)
    hit = parties_of(event.recipients, event)
    if any(one.kind in {"state", "igo"} for one in hit):
        return hit
    states = [state_of(one) for one in hit if one.country is not None and one.country not in by]
    return (*hit, *(states[:1] or counterpart(event, by, roll)))


def _is_measure(event: Event, words: LedgerWords) -> bool:
    """Whether it is done by an instrument that is known, and is no lifting of one."""
    told = event.trigger.text if event.type == "COERCE" else f"{event.trigger.text} {event.passage.text}"
    known = words.first_of(words.instruments, told) is not None
    if undoes(event, words) or is_warning(event, words):
        return False
    return bool(event.actors) and (known or (event.type == "SANCTION" and not words.accords.within(told)))


def _within_measure(event: Event, roll: Roll, words: LedgerWords) -> bool:
    whole = roll.events.get(event.part_of) if event.part_of else None
    return whole is not None and whole.type in _TYPES and _is_measure(whole, words)


def _instrument(event: Event, words: LedgerWords) -> str | None:
    return words.first_of(words.instruments, event.trigger.text) or words.first_of(
        words.instruments, event.passage.text
    )


def _item(event: Event, roll: Roll, words: LedgerWords) -> Item:
    """One item of a package: what is done to what, whom it hits, what is left out of it."""
    what = quote_of(event, roll.siblings(event))
    return Item(
        event=event.id,
        what=what,
        instrument=words.first_of(words.instruments, what.text),
        object=_object(event, what),
        targets=parties_of(event.recipients, event),
        carve_out=_carve_out(what, words),
        magnitudes=tuple(magnitude_of(one, event.id) for one in event.magnitudes),
        until=event.due.end if event.due else None,
    )


def _object(event: Event, what: Quote) -> str | None:
    """What it is done to: the words behind the trigger, up to those that say to or from whom."""
    rest = what.text[max(0, event.trigger.end - what.start) :]
    bare = _OBJECT.sub("", rest)
    named = _TO_WHOM.split(bare, maxsplit=1)[0].strip(" ,;.")
    return named or None


def _carve_out(what: Quote, words: LedgerWords) -> Quote | None:
    found = words.carve_outs.first(what.text)
    if found is None:
        return None
    return cut(
        what.document, Span(start=what.start, end=what.end, text=what.text), what.start + found.start(), what.end
    )
