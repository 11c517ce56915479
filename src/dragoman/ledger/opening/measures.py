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

_TYPES = frozenset({"SANCTION", "COERCE"})
_OBJECT = re.compile(r"^\W*(?:(?:of|on|the|all|any|a|an|its|their|to|from|against)\s+)*")
_TO_WHOM = re.compile(r"\s(?:to|from|on|against|in|of|for|by)\s")


def measures(roll: Roll, words: LedgerWords) -> Iterator[Entry]:
    """An entry for each package of measures; what only threatens or asks for measures is none.

    Measures of one side against another that one document tells of one day are one package, unless each is done by an
    instrument of its own: then the text tells of several.
    """
    by_document: dict[str, list[Entry]] = defaultdict(list)
    for entry in sorted(_each(roll, words), key=lambda entry: (entry.what.document, entry.what.start)):
        beside = by_document[entry.what.document]
        place = next((place for place, other in enumerate(beside) if _is_of(entry, other)), None)
        if place is None:
            beside.append(entry)
        else:
            own = entry.items or (_item(roll.events[entry.event], roll, words),)
            beside[place] = replace(beside[place], items=(*beside[place].items, *own))
    for told in by_document.values():
        yield from told


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
        if deed.act.type not in _TYPES or any(_within_measure(report.event, roll, words) for report in deed.reports):
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
    undone = words.ties["lifts"].within(event.trigger.text) or words.ties["eases"].within(event.trigger.text)
    told = event.trigger.text if event.type == "COERCE" else f"{event.trigger.text} {event.passage.text}"
    known = words.first_of(words.instruments, told) is not None
    return (
        not undone and bool(event.actors) and (known or (event.type == "SANCTION" and not words.accords.within(told)))
    )


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
