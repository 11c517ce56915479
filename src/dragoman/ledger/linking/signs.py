"""Signs: takes an entry and a later deed, gives what speaks for the deed concerning the entry, by names of weights."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import log1p

import numpy as np
from numpy.typing import NDArray

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.parties import homes, ids
from dragoman.ledger.quoting import passage_of, quote_of
from dragoman.ledger.words_of import Subject, subject_of
from dragoman.records.act import Party
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry, Tie
from dragoman.records.event import Event

Near = Callable[[Sequence[str]], NDArray[np.float32]]

_MANY = 4  # common words beyond which more tell no more


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What of an entry or a deed is held against the other: its subject, its day, its vector."""

    subject: Subject
    passage: str
    day: str | None
    document: str
    place: int
    vector: NDArray[np.float32] | None = None


def entry_side(entry: Entry, words: LedgerWords) -> Side:
    """What of an entry is compared."""
    named = _names((*entry.by, *entry.to, *entry.about))
    passages = [entry.what.text, *(item.what.text for item in entry.items)]
    return Side(
        subject=subject_of(passages, words.common, named),
        passage=entry.what.text,
        day=entry.history[0].day,
        document=entry.what.document,
        place=entry.what.start,
    )


def event_side(event: Event, deed: Deed, words: LedgerWords) -> Side:
    """What of a deed, in one of its events, is compared: its passage."""
    named = [one.text for one in (*event.actors, *event.recipients)] + _names((*deed.act.actors, *deed.act.recipients))
    passage = passage_of(event)
    return Side(
        subject=subject_of([passage.text], words.common, named),
        passage=quote_of(event).text,
        day=deed.day,
        document=event.document,
        place=event.trigger.start,
    )


def signs_of(entry: Entry, own: Side, event: Event, other: Side, tie: Tie, words: LedgerWords) -> dict[str, float]:
    """The signs, 0 to 1 unless told otherwise."""
    sides, theirs = homes((*entry.by, *entry.to, *entry.about)), homes((*event.actors, *event.recipients))
    common = own.subject.stems & other.subject.stems
    smaller = min(own.subject.size, other.subject.size)
    signs = {
        "always": 1.0,
        tie: 1.0,
        f"{entry.kind} {tie}": 1.0,
        "both sides": float(len(ids((*entry.by, *entry.to, *entry.about)) & theirs) > 1),
        "share of sides": len(sides & theirs) / len(sides | theirs) if sides and theirs else 0.0,
        "strangers": len(theirs - sides) / len(theirs) if theirs else 0.0,
        "common words": min(len(common), _MANY) / _MANY,
        "no common words": float(not common),
        "share of words": len(common) / smaller if smaller else 0.0,
        "common names": min(len(own.subject.names & other.subject.names), 2) / 2,
        "common figures": float(bool(own.subject.figures & other.subject.figures)),
        "points back": float(words.pointing.within(other.passage)),
        "told in its words": float(tie in words.ties and words.ties[tie].within(other.passage)),
        "same document": float(own.document == other.document),
        "sure": event.confidence,
        "background": float(event.historical),
    }
    signs |= _vectors(own, other) | _days(own, other, entry)
    return signs | {
        "common words of both sides": signs["common words"] * signs["both sides"],
        "near and common words": signs.get("near", 0.0) * signs["common words"],
        f"{entry.kind} common words": signs["common words"],
        f"{entry.kind} both sides": signs["both sides"],
    }


def _vectors(own: Side, other: Side) -> dict[str, float]:
    if own.vector is None or other.vector is None:
        return {}
    return {"near": float(own.vector @ other.vector)}


def _days(own: Side, other: Side, entry: Entry) -> dict[str, float]:
    if own.day is None or other.day is None:
        return {"no day": 1.0}
    gap = (date.fromisoformat(other.day) - date.fromisoformat(own.day)).days
    planned = entry.due or entry.made_on
    off = abs((date.fromisoformat(other.day) - date.fromisoformat(planned.end)).days) if planned else None
    return {
        "days": log1p(max(gap, 0)) / 7,
        "within a month": float(gap <= 31),
        "on the day": float(off is not None and off <= 3),
    }


def _names(parties: Sequence[Party]) -> list[str]:
    return [name for one in parties for name in (one.name, one.person or "", one.id)]
