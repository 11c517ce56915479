"""Intent: takes an event, says whether somebody announces what he will not do, would do or will undo to another."""

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.opening.undoing import undoes
from dragoman.records.event import Event

AGAINST = frozenset({"SANCTION", "COERCE", "THREATEN", "REJECT", "ACCUSE", "PROTEST", "ASSAULT"})
_REFUSING = frozenset({"REJECT", "ASSAULT"})
_NEAR, _NEXT = 20, 6  # letters before and behind a trigger in which "would", "vowed to" stand


def is_forborne(event: Event, words: LedgerWords) -> bool:
    """Whether somebody says that he will not do it: an act against another is negated, and lies ahead."""
    return event.status == "negated" and event.type in AGAINST | {"REQUEST"} and lies_ahead(event, words)


def lies_ahead(event: Event, words: LedgerWords) -> bool:
    """Whether words before it say that it is to come."""
    return words.ahead.within(event.lead_in)


def is_warning(event: Event, words: LedgerWords) -> bool:
    """Whether somebody says what he would do against another, or promises to do it."""
    if event.type not in AGAINST - _REFUSING:
        return False
    if event.status == "pledged" or (event.status == "planned" and undoes(event, words)):
        return True
    named = event.passage.text[len(event.lead_in) :][: len(event.trigger.text) + _NEXT]
    told = f"{event.lead_in[-_NEAR:]}{named}"
    return event.status in {"planned", "threatened"} and words.warning.within(told)


def is_relief(event: Event, words: LedgerWords) -> bool:
    """Whether what is announced is good for the other side: not to act, to lift a measure, to do what was agreed."""
    agreed = event.status == "pledged" and words.strengths["agreement"].within(event.passage.text)
    return event.status == "negated" or undoes(event, words) or agreed
