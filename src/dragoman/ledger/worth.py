"""Worth: takes an entry as it was made, gives how likely a careful reader would have entered it: 0 … 1.

Acts are read with errors, and not all that somebody asks or says he will do is worth an entry. The weights are fitted
by training/ledger.py on dossiers whose entries are labelled.
"""

import re

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.parties import homes
from dragoman.records.entry import Entry
from dragoman.records.event import Event

_PUBLIC = frozenset({"state", "igo"})
_PERFECT = re.compile(r"\b(?:had|has|have)\b(?:\W+\w+){0,2}\W*$", re.IGNORECASE)
_SHORT, _LONG = 25, 160  # letters of a quote that says too little, or more than one thing


def worth_signs(entry: Entry, event: Event, words: LedgerWords, *, is_lead: bool = False) -> dict[str, float]:
    """What speaks for and against an entry, by the names of the weights."""
    judged = event.why.judged
    kind = entry.kind
    signs = {
        "always": 1.0,
        "sure": entry.confidence,
        "judged an act": judged.act if judged is not None else 0.5,
        "has addressee": float(bool(entry.to)),
        "has subject": float(bool(entry.about)),
        "by a state": float(bool(entry.by) and all(one.kind in _PUBLIC for one in entry.by)),
        "toward a state": float(
            bool(entry.to or entry.about) and all(one.kind in _PUBLIC for one in (*entry.to, *entry.about))
        ),
        "has due": float(entry.due is not None),
        "has figure": float(bool(entry.magnitudes)),
        "short": float(len(entry.what.text) < _SHORT),
        "long": float(len(entry.what.text) > _LONG),
        "background": float(event.historical),
        "in somebody's words": float(bool(event.said_by)),
        "content": float(event.content_of is not None),
        "intention": float(entry.strength == "intention"),
        "commits": float(words.committing.within(event.passage.text)),
        "has items": float(bool(entry.items)),
        "points back": float(words.pointing.at(entry.what.text) is not None),
        "perfect": float(_PERFECT.search(_head(event)) is not None),
        "in passing": float(words.passing.at(event.passage.text) is not None),
        "at the top": float(event.passage.start == 0),
        "of one state": float(bool(entry.to or entry.about) and homes((*entry.to, *entry.about)) <= homes(entry.by)),
        "with nobody": float(not (entry.to or entry.about)),
        "a lead": float(is_lead),
        "has day": float(event.date is not None),
        "has place": float(event.place is not None),
        "has instrument": float(entry.instrument is not None),
        "has level": float(entry.level is not None),
        "has person": float(any(one.person is not None for one in entry.by)),
        "named by its trigger": float(_is_named(entry, event, words)),
        event.status: 1.0,
        event.type: 1.0,
    }
    return signs | {f"{kind}: {name}": value for name, value in signs.items()}


def _head(event: Event) -> str:
    """What stands in the passage before the trigger."""
    return event.passage.text[: max(0, event.trigger.start - event.passage.start)]


def _is_named(entry: Entry, event: Event, words: LedgerWords) -> bool:
    """Whether the words that name the act are those of a measure, a meeting or a promise."""
    told = event.trigger.text
    if entry.kind == "measure":
        return words.first_of(words.instruments, told) is not None
    return words.meeting.within(told) if entry.kind == "meeting" else words.committing.within(told)
