"""Signs: takes an entry and a later deed, gives what speaks for the deed concerning the entry, by names of weights."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log1p

import numpy as np
from numpy.typing import NDArray

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.parties import homes, ids
from dragoman.ledger.quoting import passage_of, quote_of
from dragoman.ledger.roll import Roll
from dragoman.ledger.words_of import Subject, subject_of
from dragoman.records.act import Party
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry
from dragoman.records.event import Event
from dragoman.records.participant import Participant

Near = Callable[[Sequence[str]], NDArray[np.float32]]

_MANY = 4  # common words beyond which more tell no more
_NAMES = 2  # the same of names


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What of an entry or a deed is held against the other: its subject, its day, its vector."""

    subject: Subject
    passage: str
    day: str | None
    document: str
    place: int
    vector: NDArray[np.float32] | None = None


def entry_side(entry: Entry, roll: Roll, words: LedgerWords) -> Side:
    """What of an entry is compared."""
    named = _names((*entry.by, *entry.to, *entry.about), roll)
    return Side(
        subject=subject_of([entry.what.text], words.common, named),
        passage=entry.what.text,
        day=entry.history[0].day,
        document=entry.what.document,
        place=entry.what.start,
    )


def event_side(event: Event, deed: Deed, roll: Roll, words: LedgerWords) -> Side:
    """What of a deed, in one of its events, is compared: its passage."""
    named = _names((*event.actors, *event.recipients), roll)
    passage = passage_of(event)
    return Side(
        subject=subject_of([passage.text], words.common, named),
        passage=quote_of(event).text,
        day=deed.day,
        document=event.document,
        place=event.trigger.start,
    )


def signs_of(entry: Entry, own: Side, event: Event, other: Side) -> dict[str, float]:
    """The signs, 0 to 1 unless told otherwise; few, since there are few labelled ties to fit their weights on."""
    theirs = homes((*event.actors, *event.recipients))
    sides = (*entry.by, *entry.to, *entry.about)
    owing = ids(entry.to if entry.kind == "ask" and entry.to else entry.by)
    common = own.subject.stems & other.subject.stems
    smaller = min(own.subject.size, other.subject.size)
    alike = 0.0 if own.vector is None or other.vector is None else float(own.vector @ other.vector)
    many = min(len(common), _MANY) / _MANY
    return {
        "always": 1.0,
        "near": alike,
        "common words": many,
        "share of words": len(common) / smaller if smaller else 0.0,
        "near and common words": alike * many,
        "common names": min(len(own.subject.names & other.subject.names), _NAMES) / _NAMES,
        "both sides": float(len(ids(sides) & theirs) > 1),
        "who is to act": len(owing & theirs) / len(owing) if owing else 0.0,
        "strangers": len(theirs - homes(sides)) / len(theirs) if theirs else 0.0,
        "same document": float(own.document == other.document),
        "days": _days(own, other),
    }


def _days(own: Side, other: Side) -> float:
    """The days between them, on a scale on which eleven hundred are 1; 1 where a day is not known."""
    if own.day is None or other.day is None:
        return 1.0
    gap = (date.fromisoformat(other.day) - date.fromisoformat(own.day)).days
    return log1p(max(gap, 0)) / 7


def _names(parties: Iterable[Party | Participant], roll: Roll) -> list[str]:
    """All words by which they are named: these tie nothing, since the sides are compared by themselves."""
    return [name for id_ in homes(parties) for name in (id_, *roll.names.get(id_, ()))]
