"""Undoing: takes an event, says whether it lifts or eases a measure instead of imposing one."""

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.records.event import Event

_GOVERNING = 5  # words before "tariffs" among which stands the verb that lifts them


def undoes(event: Event, words: LedgerWords) -> bool:
    """Whether it lifts or eases a measure, which its passage names: who is "removed" from a programme is hit by one."""
    if event.mode == "expel":
        return False
    passage, trigger = event.passage, event.trigger.text
    at = max(0, event.trigger.start - passage.start)
    head, rest = passage.text[:at], passage.text[at + len(trigger) :]
    if _tells_it(trigger, words):
        return words.first_of(words.instruments, f"{head} {trigger} {rest}") is not None
    governing = " ".join(head.split()[-_GOVERNING:])
    return words.first_of(words.instruments, trigger) is not None and _tells_it(governing, words)


def _tells_it(text: str, words: LedgerWords) -> bool:
    return words.ties["lifts"].within(text) or words.ties["eases"].within(text)
