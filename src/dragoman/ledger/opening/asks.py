"""Asks: takes the roll, gives what was requested, demanded, proposed: by whom, of whom, by when."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.opening.making import Parties, day_ahead, day_of, make, surest
from dragoman.ledger.opening.siding import counterpart
from dragoman.ledger.parties import ids, parties_of, principals, without
from dragoman.ledger.quoting import behind_trigger, quote_of
from dragoman.ledger.roll import Roll, told_as
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry, Item, Quote
from dragoman.records.event import Event

_SHORTEST = 12  # letters behind "called for" that say what for


def asks(roll: Roll, words: LedgerWords) -> Iterator[Entry]:
    """An entry for each thing asked for; a call that says "to that end" what it wants has these as its items."""
    found: list[Entry] = []
    for deed in roll.tellings:
        found += _asked(deed, roll)
        found += _invited(deed, words)
    yield from _with_particulars(found, roll, words)


def _asked(deed: Deed, roll: Roll) -> Iterator[Entry]:
    """What a requested act asks; or what a request says itself, if none of its reports has a content of its own."""
    if deed.act.type == "REQUEST":
        told = told_as(deed, "occurred")
        if told and not any(roll.contents(report.event) for report in deed.reports):
            event = surest(told)
            by = parties_of(event.actors, event)
            yield make(
                "ask",
                deed,
                event,
                what=_wanted(event, roll),
                by=by,
                to=_asked_of(parties_of(event.recipients, event), by, event, roll),
                state="open",
                made_on=deed.act.date,
                due=deed.act.due,
            )
        return
    wanted = [event for event in told_as(deed, "requested") if not _of_itself(event)]
    if not wanted:
        return
    event = max(wanted, key=lambda event: (event.content_of is not None, event.confidence))
    speech = roll.speech(event)
    by, to = _sides(event, speech)
    if by:
        yield make(
            "ask",
            deed,
            event,
            what=quote_of(event, [*roll.siblings(event), *roll.beside(event)], speech),
            by=by,
            to=(to := _asked_of(to, by, event, roll)),
            about=without(parties_of(event.participants, event), ids(by) | ids(to)),
            state="open",
            made_on=day_of(speech.date, speech) if speech else None,
            due=deed.act.due or (day_of(speech.due, speech) if speech else None) or day_ahead(deed, event),
        )


def _invited(deed: Deed, words: LedgerWords) -> Iterator[Entry]:
    """An invitation asks somebody to come; whether he accepts, and whether they meet, is told by later acts."""
    told = told_as(deed, "occurred")
    if deed.act.type != "AGREE" or not told:
        return
    event = surest(told)
    by, to = parties_of(event.actors, event), parties_of(event.recipients, event)
    if by and without(to, ids(by)) and words.inviting.within(event.trigger.text):
        yield make(
            "ask",
            deed,
            event,
            what=quote_of(event),
            by=by,
            to=without(to, ids(by)),
            state="open",
            made_on=deed.act.date,
            due=deed.act.due,
        )


def _wanted(event: Event, roll: Roll) -> Quote:
    """What a request asks for: the words behind it, or its passage where hardly any follow."""
    wanted = behind_trigger(event, [other for other in roll.beside(event) if other.type == "REQUEST"])
    return wanted if len(wanted.text) >= _SHORTEST else quote_of(event, roll.beside(event))


def _of_itself(event: Event) -> bool:
    """Whether nobody but one side is in it: then it was misread, or is what one says that one will do oneself."""
    alone = bool(event.recipients) and ids(event.actors) == ids(event.recipients)
    return alone or bool(ids(event.said_by) & ids(event.actors))


def _sides(event: Event, speech: Event | None) -> tuple[Parties, Parties]:
    """Who asks, and of whom it is asked: of those to whom the request went, else of who is to act."""
    if speech is not None and speech.actors:
        by = parties_of(speech.actors, speech)
        hearers = parties_of(speech.recipients, speech)
    else:
        by, hearers = parties_of(event.said_by, event), parties_of(event.addressees, event)
    doers = without(parties_of(event.actors, event), ids(by))
    return by, hearers or doers or without(parties_of(event.recipients, event), ids(by))


def _asked_of(to: Parties, by: Parties, event: Event, roll: Roll) -> Parties:
    """Of whom it is asked; where the clause names nobody who could do it, of the asker's counterpart too."""
    if principals(without(to, ids(by))):
        return to
    return (*without(to, ids(by)), *without(counterpart(event, ids(by), roll), ids(to)))


def _with_particulars(found: Sequence[Entry], roll: Roll, words: LedgerWords) -> Iterator[Entry]:
    """A call that a request of the same sides follows, which lists what is wanted "to that end", has that as items."""
    by_document: dict[str, list[Entry]] = defaultdict(list)
    for entry in found:
        by_document[roll.events[entry.event].document].append(entry)
    for entry in found:
        beside = by_document[roll.events[entry.event].document]
        listed = sorted((one for one in beside if _lists(entry, one, roll, words)), key=lambda one: one.what.start)
        items = tuple(Item(event=other.event, what=other.what, magnitudes=other.magnitudes) for other in listed)
        yield replace(entry, items=items)


def _lists(entry: Entry, other: Entry, roll: Roll, words: LedgerWords) -> bool:
    """Whether another entry of the document is what the call of this one wants in particular."""
    own, its = roll.events[entry.event], roll.events[other.event]
    call, request = roll.speech(own), roll.speech(its)
    if call is None or request is None or call.id == request.id:
        return False
    between = (event for event in roll.in_document(own.document) if event.type == "REQUEST")
    nearer = any(call.trigger.start < one.trigger.start < request.trigger.start for one in between)
    return (
        not nearer
        and call.trigger.start < request.trigger.start
        and ids(call.actors) == ids(request.actors)
        and words.particulars.within(request.passage.text[: max(0, its.trigger.start - request.passage.start)])
    )
