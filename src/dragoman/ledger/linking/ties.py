"""Ties: takes an entry and a later event, says what it would do to the entry if it concerns it; None for nothing.

Who acts, as what, with which status and in which words decides; whether it concerns the entry is for the signs to say.
"""

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.linking.signs import Side
from dragoman.ledger.parties import homes
from dragoman.ledger.words_of import stems_of
from dragoman.records.entry import Entry, Tie
from dragoman.records.event import Event

_FORCE = frozenset({"SANCTION", "COERCE", "ASSAULT"})
_AGAINST = _FORCE | {"THREATEN", "REJECT", "ACCUSE", "PROTEST"}
_FRIENDLY = frozenset({"SUPPORT", "COOPERATE", "CONCEDE", "RETREAT", "AGREE", "CONSULT", "AID"})
_AHEAD = frozenset({"pledged", "planned"})
_NOT_DONE = frozenset({"negated", "cancelled"})


def tie_of(entry: Entry, own: Side, event: Event, words: LedgerWords) -> Tie | None:
    """What the event would do to the entry, of which `own` is what is compared."""
    if event.status in {"requested", "possible"} and entry.kind != "ask":
        return None
    if _tells_it_again(own, event):
        return None
    decide = {
        "commitment": _of_commitment,
        "ask": _of_ask,
        "measure": _of_measure,
        "meeting": _of_meeting,
        "dispute": _of_dispute,
    }[entry.kind]
    return decide(entry, own, event, words)


def _of_commitment(entry: Entry, own: Side, event: Event, words: LedgerWords) -> Tie | None:
    """Who owes it keeps, breaks, repeats, puts off or withdraws it; another may say that it was broken, or bar it."""
    told, trigger = event.passage.text, event.trigger.text
    if not homes(entry.by) & _doers(event):
        return _of_others(entry, event, words)
    if event.status in _NOT_DONE:
        return "withdraws" if event.status == "cancelled" else "breaks"
    if _is_the_very_act(own, event, words):
        return _done(event, words)
    if words.ties["withdraws"].within(trigger) and not words.ties["breaks"].within(trigger):
        return "withdraws"
    hits = event.type in _FORCE and bool(homes(event.recipients) & homes((*entry.to, *entry.about)))
    if event.type == "REJECT" or hits or words.ties["breaks"].within(trigger):
        return "breaks"
    if words.ties["breaks"].within(told) and event.type in _AGAINST | {"MOBILIZE"}:
        return "breaks"
    return _done(event, words)


def _of_others(entry: Entry, event: Event, words: LedgerWords) -> Tie | None:
    """What somebody does about a promise of another: he says that it was broken, bars it, or tells that it was kept."""
    broken = words.ties["breaks"].within(event.passage.text)
    if event.type == "ACCUSE" and homes(event.recipients) & homes(entry.by):
        return "breaks" if broken else None
    return "refuses" if event.type == "REJECT" and not broken else _done(event, words)


def _of_ask(entry: Entry, own: Side, event: Event, words: LedgerWords) -> Tie | None:
    """Who was asked answers, does or refuses it; who asks repeats or withdraws it."""
    asker, asked, doers = homes(entry.by), homes(entry.to), _doers(event)
    told = event.passage.text
    asks = event.type == "REQUEST" or event.status == "requested"
    again = asks or words.ties["repeats"].within(event.trigger.text)
    if doers & asker and not doers & asked:
        if words.ties["withdraws"].within(event.trigger.text):
            return "withdraws"
        if again:
            return "repeats"
    if asks or event.status == "possible":
        return None
    if event.status in _NOT_DONE:
        return "refuses"
    refusing = words.ties["refuses"].within(event.trigger.text) or (
        words.ties["refuses"].within(told) and event.type in _AGAINST
    )
    if (event.type == "REJECT" or refusing) and not _is_the_very_act(own, event, words):
        return "refuses"
    done = _done(event, words)
    return "answers" if done == "repeats" or event.type == "AGREE" else done


def _done(event: Event, words: LedgerWords) -> Tie:
    """What somebody does about what he owes: puts it off, says it again, does it or a part of it."""
    told = event.passage.text
    if words.postponed.within(event.trigger.text):
        return "postpones"
    if event.status in _AHEAD or (event.type == "AGREE" and words.ties["repeats"].within(told)):
        return "repeats"
    return "partly_fulfils" if words.ties["partly_fulfils"].within(told) else "fulfils"


def _of_measure(entry: Entry, _: Side, event: Event, words: LedgerWords) -> Tie | None:
    """Who imposed it puts it into force, puts it off, lifts, eases or extends it; whom it hits pays it back."""
    told, doers = event.passage.text, _doers(event)
    by, hit = homes(entry.by), homes(entry.about)
    paid = event.type in _FORCE or words.ties["retaliates"].within(told)
    if doers & hit and not doers & by and event.status == "occurred" and paid:
        return "retaliates"
    whom = homes(event.recipients) - by
    if (doers and not doers & by) or (hit and whom and not whom & hit):
        return None
    if words.postponed.within(told) or event.status in _NOT_DONE:
        return "postpones"
    if words.ties["eases"].within(told) and (
        event.type not in _FORCE or words.ties["eases"].within(event.trigger.text)
    ):
        return "eases"
    if words.ties["lifts"].within(told) and (
        event.type not in _FORCE or words.ties["lifts"].within(event.trigger.text)
    ):
        return "lifts"
    if event.type not in _FORCE or event.status != "occurred":
        return None
    if entry.state == "announced":
        return "fulfils"
    return "adds" if words.ties["adds"].within(told) else None


def _of_meeting(entry: Entry, own: Side, event: Event, words: LedgerWords) -> Tie | None:
    """A planned meeting is held, put off or called off."""
    if entry.state not in {"planned", "postponed"} or not _there(event) & own.homes:
        return None
    if words.postponed.within(event.trigger.text):
        return "postpones"
    off = words.ties["cancels"].within(event.trigger.text)
    if event.status in _NOT_DONE or (off and event.type in _AGAINST):
        return "cancels"
    if event.type == "CONSULT" or words.meeting.within(event.trigger.text):
        return "repeats" if event.status in _AHEAD else "holds"
    return None


def _of_dispute(entry: Entry, own: Side, event: Event, words: LedgerWords) -> Tie | None:
    """Either side eases or settles it."""
    if len(own.homes & _there(event)) < len(entry.by) or event.type not in _FRIENDLY or event.status != "occurred":
        return None
    return "settles" if words.ties["settles"].within(event.passage.text) else "eases"


def _is_the_very_act(own: Side, event: Event, words: LedgerWords) -> bool:
    """Whether the event is told by a verb or noun of the entry: who promised to withdraw keeps it by withdrawing.

    Who "failed to withdraw" does not.
    """
    trigger = stems_of([event.trigger.text])
    failing = words.ties["breaks"].within(event.trigger.text) or words.ties["refuses"].within(event.trigger.text)
    return trigger <= own.words if failing else bool(trigger & own.words)


def _tells_it_again(own: Side, event: Event) -> bool:
    """Whether a later text only looks back at the act that made the entry: of its type, on its day."""
    date = event.date
    if own.document == event.document or own.day is None or date is None or not (date.start and date.end):
        return False
    return event.type == own.type and event.status == own.status and date.start <= own.day <= date.end


def _doers(event: Event) -> frozenset[str]:
    """Who acts, and in a meeting all of them."""
    return homes((*event.actors, *(event.recipients if event.type == "CONSULT" else ())))


def _there(event: Event) -> frozenset[str]:
    """Who takes part, on whichever side."""
    return homes(event.participants)
