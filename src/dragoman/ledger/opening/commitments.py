"""Commitments: takes the roll, gives what was promised and agreed: who owes whom what, by when, on what condition."""

from collections.abc import Iterator

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.opening.intent import AGAINST, is_forborne, is_relief, is_warning, lies_ahead
from dragoman.ledger.opening.making import Parties, day_ahead, day_of, make, surest
from dragoman.ledger.opening.siding import beneficiaries, counterpart, partners
from dragoman.ledger.parties import ids, parties_of, principals, told_within, without
from dragoman.ledger.quoting import behind_trigger, clause_end, cut, quote_of
from dragoman.ledger.roll import Roll, told_as
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry, Quote, Stage, Strength
from dragoman.records.event import Event

# What is promised in these types is good, or one's own affair.
_OWED = frozenset({"AGREE", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "MOBILIZE"})
_SHORTEST = 12  # letters behind "agreed" or "pledge" that say what was promised


def commitments(roll: Roll, words: LedgerWords) -> Iterator[Entry]:
    """An entry for each promised act, and for each agreement whose content no other act tells.

    That one will not do something is a promise too; and so is what one says that one would do against somebody, in
    answer or if need be. A measure that is decided is a measure.
    """
    for deed in roll.tellings:
        told = [report.event for report in deed.reports]
        promised = [event for event in told if _is_promise(event, roll, words) or _is_refusal(event, deed, roll, words)]
        if promised:
            yield _promised(deed, surest(promised), roll, words)
        elif (agreed := _agreed(deed, roll, words)) is not None:
            yield agreed


def _promised(deed: Deed, event: Event, roll: Roll, words: LedgerWords) -> Entry:
    """What one clause says that somebody will do."""
    speech = roll.speech(event)
    by, to, about = _owed(event, speech, roll, words)
    quote = quote_of(event, [*roll.siblings(event), *roll.beside(event)])
    return make(
        "commitment",
        deed,
        event,
        what=quote,
        by=by,
        to=to,
        about=about,
        state="open",
        made_on=day_of(speech.date, speech) if speech else None,
        due=deed.act.due or day_ahead(deed, event),
        strength=_strength(event, speech, words),
        stage=_stage(event, quote, words),
        condition=_condition(event, words),
    )


def _agreed(deed: Deed, roll: Roll, words: LedgerWords) -> Entry | None:
    """An agreement or a word of commitment that says itself what is owed."""
    if deed.act.type != "AGREE":
        return None
    told = told_as(deed, "occurred", "threatened")
    bare = [event for event in told if not roll.contents(event) and event.content_of is None]
    speaking = [event for event in bare if words.committing.within(event.trigger.text) and _says(event)]
    if not speaking:
        return None
    event = surest(speaking)
    by, to, about = _sides(event, None)
    what = behind_trigger(event)
    return make(
        "commitment",
        deed,
        event,
        what=what,
        by=by,
        to=to,
        about=about,
        state="open",
        made_on=None if (ahead := day_ahead(deed, event)) else deed.act.date,
        due=deed.act.due or ahead,
        strength=_strength(event, None, words),
        stage=_stage(event, what, words),
        condition=_condition(event, words),
    )


def _is_promise(event: Event, roll: Roll, words: LedgerWords) -> bool:
    """Whether it says itself what is promised; what one says that one would do oneself is promised, not asked."""
    own = event.status == "requested" and bool(ids(event.said_by) & ids(event.actors)) and lies_ahead(event, words)
    return event.type in _OWED and (event.status in {"pledged", "planned"} or own) and _is_told(event, roll)


def _is_refusal(event: Event, deed: Deed, roll: Roll, words: LedgerWords) -> bool:
    """Whether one says what one would do against somebody, or will not do; of leads only what they pledge is sure."""
    announced = is_forborne(event, words) or is_warning(event, words)
    return announced and (not deed.is_lead or event.status == "pledged") and _is_told(event, roll)


def _is_told(event: Event, roll: Roll) -> bool:
    """Whether no act within it tells its content, and it is not only asked whether it will be."""
    return not roll.contents(event) and "whether" not in event.lead_in.casefold().split()


def _says(event: Event) -> bool:
    return len(behind_trigger(event).text) >= _SHORTEST


def _sides(event: Event, speech: Event | None) -> tuple[Parties, Parties, Parties]:
    """Who owes it, to whom, and whom it concerns beside them.

    "We will deepen our ties with X", said by one side to another: the first owes it to the second, and it concerns X.
    """
    actors = parties_of(event.actors, event)
    recipients = without(parties_of(event.recipients, event), ids(actors))
    hearers = parties_of(event.addressees, event) or (parties_of(speech.recipients, speech) if speech else ())
    speakers = ids(event.said_by) or (ids(speech.actors) if speech else frozenset())
    if not speakers & ids(actors):
        return actors, recipients or without(hearers, ids(actors)), ()
    by = tuple(one for one in actors if one.id in speakers)
    concerned = without((*without(actors, ids(by)), *recipients), ids(by))
    to = without(hearers, ids(by)) or concerned
    return by, to, without(concerned, ids(to))


def _owed(event: Event, speech: Event | None, roll: Roll, words: LedgerWords) -> tuple[Parties, Parties, Parties]:
    """The sides of a promise; where its clause names nobody to whom it is owed, the text is asked.

    Aid goes to whom the text tells is helped, a promise in an agreement to those who agreed. What one would do against
    another is owed to nobody.
    """
    by, to, about = _sides(event, speech)
    if event.type in AGAINST and not is_relief(event, words):
        return by, (), (*to, *about)
    own = ids(by)
    named = without(principals(parties_of(told_within(event.recipients, event), event)), own)
    owed = named or principals(parties_of(event.addressees, event) and to)
    if event.type == "AID" and not named:
        owed = beneficiaries(event, own, roll) or owed
    owed = owed or partners(event, own, roll) or principals(to) or _met(event, own, roll)
    if not owed and event.type in AGAINST:
        owed = counterpart(event, own, roll)
    return (by, owed, without((*to, *about), ids(owed))) if owed else (by, to, about)


def _met(event: Event, by: frozenset[str], roll: Roll) -> Parties:
    """Whom those who promise were last said to meet, before they say it: a read-out tells what was said to them."""
    if not event.said_by:
        return ()
    for other in reversed(roll.before(event)):
        there = parties_of(other.participants, other)
        if other.type == "CONSULT" and by & ids(there) and (met := without(there, by)):
            return met
    return ()


def _strength(event: Event, speech: Event | None, words: LedgerWords) -> Strength:
    """How much it binds: by the words of the clause and of the act of speech."""
    told = f"{speech.trigger.text if speech else ''} {event.passage.text}"
    return words.first_of(words.strengths, told) or "pledge"


def _stage(event: Event, what: Quote, words: LedgerWords) -> Stage | None:
    """Of aid: whether it is promised, set aside or handed over."""
    return (words.first_of(words.stages, what.text) or "pledged") if event.type == "AID" else None


def _condition(event: Event, words: LedgerWords) -> Quote | None:
    """From the word of condition to the end of the clause."""
    passage = event.passage
    found = words.conditions.first(passage.text)
    if found is None:
        return None
    end = clause_end(passage.text, found.end())
    return cut(event.document, passage, passage.start + found.start(), passage.start + end)
