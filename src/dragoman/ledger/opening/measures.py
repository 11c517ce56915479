"""Measures: takes the roll, gives sanctions, bans, tariffs, expulsions, freezes: packages with their items."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from dragoman.acts.telling import magnitude_of
from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.opening.making import make
from dragoman.ledger.parties import homes, ids, parties_of
from dragoman.ledger.quoting import cut, quote_of
from dragoman.ledger.roll import Roll, told_as
from dragoman.records.entry import Entry, Item, Quote
from dragoman.records.event import Event
from dragoman.records.span import Span

MEASURES = frozenset({"SANCTION", "COERCE"})
"""Types of acts that may be measures."""
_OBJECT = re.compile(r"^\W*(?:(?:of|on|the|all|any|a|an|its|their|to|from|against)\s+)*")
_GOVERNING = 5  # words before "tariffs" among which stands the verb that lifts them
_TO_WHOM = re.compile(r"\s(?:to|from|on|against|in|of|for|by)\s")


def measures(roll: Roll, words: LedgerWords) -> Iterator[Entry]:
    """An entry for each package of measures; what only threatens or asks for measures is none.

    Measures of one side against another that one document tells of one day are one package, unless each is done by an
    instrument of its own: then the text tells of several. A heading, or a clause too unsure to be an event, tells a
    measure only where nothing else in the document does.
    """
    by_document: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(_each(roll, words), key=lambda entry: _plainness(entry, roll)):
        beside = by_document[entry.what.document]
        place = next((place for place, other in enumerate(beside) if _is_of(entry, other)), None)
        if place is None:
            beside.append(entry)
        elif not _tells_little(entry, roll):
            own = entry.items or (_item(roll.events[entry.event], roll, words),)
            beside[place] = replace(beside[place], items=(*beside[place].items, *own))
    for told in by_document.values():
        yield from told


def _plainness(entry: Entry, roll: Roll) -> tuple[str, bool, bool, int]:
    """The order in which the measures of a document are looked at: those that are told best come first."""
    little = _tells_little(entry, roll)
    return entry.what.document, little, little and not entry.about, entry.what.start


def _tells_little(entry: Entry, roll: Roll) -> bool:
    """Whether it is told in a heading, or by a lead alone."""
    event = roll.events[entry.event]
    deed = roll.by_event(entry.event)
    return (event.passage.start == 0 and event.date is None) or (deed is not None and deed.is_lead)


def _is_of(entry: Entry, whole: Entry) -> bool:
    """Whether an entry is told as a part of another one of the document."""
    if ids(entry.by) != ids(whole.by):
        return False
    days = {one.start for one in (entry.made_on, whole.made_on) if one is not None}
    instruments = {entry.instrument, whole.instrument}
    same = len(instruments) == 1 or "sanctions" in instruments
    return (
        same and len(days) <= 1 and bool(homes(entry.about) & homes(whole.about) or not entry.about or not whole.about)
    )


def _each(roll: Roll, words: LedgerWords) -> Iterator[Entry]:
    for deed in roll.deeds:
        if deed.act.type not in MEASURES or any(_within_measure(report.event, roll, words) for report in deed.reports):
            continue
        told = [event for event in told_as(deed, "occurred", "planned", "pledged") if _is_measure(event, words)]
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
            about=parties_of(event.recipients, event),
            state="in force" if in_force else "announced",
            made_on=deed.act.date,
            due=deed.act.due,
            instrument=_instrument(event, words),
            items=tuple(_item(part, roll, words) for part in parts),
        )


def _is_measure(event: Event, words: LedgerWords) -> bool:
    """Whether it is done by an instrument that is known, and is no lifting of one."""
    told = event.trigger.text if event.type == "COERCE" else f"{event.trigger.text} {event.passage.text}"
    known = words.first_of(words.instruments, told) is not None
    return (
        not undoes(event, words)
        and bool(event.actors)
        and (known or (event.type == "SANCTION" and not words.accords.within(told)))
    )


def undoes(event: Event, words: LedgerWords) -> bool:
    """Whether it lifts or eases a measure, which its passage names: who is "removed" from a programme is hit by one."""
    passage = event.passage
    at = max(0, event.trigger.start - passage.start)
    head, rest = passage.text[:at], passage.text[at + len(event.trigger.text) :]
    trigger = event.trigger.text
    lifting = [words.ties["lifts"], words.ties["eases"]]
    if any(phrases.within(trigger) for phrases in lifting):
        return words.first_of(words.instruments, f"{head} {trigger} {rest}") is not None
    governing = " ".join(head.split()[-_GOVERNING:])
    named = words.first_of(words.instruments, trigger) is not None
    return named and any(phrases.within(governing) for phrases in lifting)


def _within_measure(event: Event, roll: Roll, words: LedgerWords) -> bool:
    whole = roll.events.get(event.part_of) if event.part_of else None
    return whole is not None and whole.type in MEASURES and _is_measure(whole, words)


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
