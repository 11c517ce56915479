"""Signs: takes an entry and a later deed, gives what speaks for the deed concerning the entry, by names of weights."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import log1p

import numpy as np
from numpy.typing import NDArray

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.parties import homes, ids
from dragoman.ledger.quoting import quote_of
from dragoman.ledger.roll import Roll
from dragoman.ledger.words_of import Subject, stems_of, subject_of
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry
from dragoman.records.event import Event

Near = Callable[[Sequence[str]], NDArray[np.float32]]

MANY = 4  # common words beyond which more tell no more
NAMES = 2  # the same of names
SCALE = 7  # of the logarithm of days: eleven hundred are 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What of an entry or of an event is held against the other.

    `homes` are ids of those who take part and of their states; of an entry `named` are the ids alone, and `owing` those
    of who is to act; `words` are the beginnings of all its words, `type` and `status` those of the event that made it,
    and `due` the last day of its time. `dated` says that a text tells the day; else it is that of publication. Of an
    event `standing` are signs of how it is told, by names of weights.
    """

    subject: Subject
    passage: str
    day: str | None
    dated: bool
    document: str
    place: int
    homes: frozenset[str]
    named: frozenset[str] = frozenset()
    owing: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    type: str | None = None
    status: str | None = None
    due: str | None = None
    standing: Mapping[str, float] = field(default_factory=dict)


def entry_side(entry: Entry, roll: Roll, words: LedgerWords) -> Side:
    """What of an entry is compared."""
    made = roll.events.get(entry.event)
    return Side(
        subject=subject_of([entry.what.text], words.common, roll.named(homes(entry.parties))),
        passage=entry.what.text,
        day=entry.history[0].day,
        dated=entry.made_on is not None,
        document=entry.what.document,
        place=entry.what.start,
        homes=homes(entry.parties),
        named=ids(entry.parties),
        owing=ids(entry.to if entry.kind == "ask" and entry.to else entry.by),
        words=stems_of([entry.what.text]),
        type=made.type if made else None,
        status=made.status if made else None,
        due=entry.due.end if entry.due else None,
    )


def event_side(event: Event, deed: Deed, roll: Roll, words: LedgerWords) -> Side:
    """What of a deed, in one of its events, is compared: its passage."""
    return Side(
        subject=subject_of([event.passage.text], words.common, roll.named(homes(event.participants))),
        passage=quote_of(event).text,
        day=deed.day,
        dated=event.date is not None,
        document=event.document,
        place=event.trigger.start,
        homes=homes(event.participants),
        standing=_standing(event, deed),
    )


def _standing(event: Event, deed: Deed) -> dict[str, float]:
    judged = event.why.judged
    return {
        "occurred": float(event.status == "occurred"),
        "looks back": float(event.historical),
        "in somebody's words": float(bool(event.said_by)),
        "content": float(event.content_of is not None),
        "a lead": float(deed.is_lead),
        "judged an act": judged.act if judged is not None else 0.5,
    }


def signs_of(own: Side, other: Side, alike: float | None) -> dict[str, float]:
    """The signs that the event of `other` concerns the entry of `own`, 0 to 1 unless told otherwise.

    They are few, since there are few labelled ties to fit their weights on. `alike` is the product of the passages'
    vectors, None where they have none.
    """
    common = own.subject.stems & other.subject.stems
    smaller = min(len(own.subject.stems), len(other.subject.stems))
    near = alike or 0.0
    many = min(len(common), MANY) / MANY
    return {
        "always": 1.0,
        "near": near,
        "common words": many,
        "share of words": len(common) / smaller if smaller else 0.0,
        "near and common words": near * many,
        "common names": min(len(own.subject.names & other.subject.names), NAMES) / NAMES,
        "both sides": float(len(own.named & other.homes) > 1),
        "who is to act": len(own.owing & other.homes) / len(own.owing) if own.owing else 0.0,
        "strangers": len(other.homes - own.homes) / len(other.homes) if other.homes else 0.0,
        "same document": float(own.document == other.document),
        "days": _days(own, other),
        "in time": float(own.due is not None and other.day is not None and other.day <= own.due),
        "late": float(own.due is not None and other.day is not None and other.day > own.due),
        **other.standing,
    }


def reasons_of(own: Side, other: Side, alike: float | None) -> tuple[str, ...]:
    """What speaks for it, in words that a reader can check."""
    reasons = [f"same sides: {', '.join(sorted(own.homes & other.homes))}"]
    if common := own.subject.stems & other.subject.stems:
        reasons.append(f"like words: {', '.join(sorted(common))}")
    if alike is not None:
        reasons.append(f"passages alike: {alike:.2f}")
    if own.day and other.day:
        reasons.append(f"{own.day} and {other.day}")
    return tuple(reasons)


def _days(own: Side, other: Side) -> float:
    """The days between them, on a scale on which eleven hundred are 1; 1 where a day is not known."""
    if own.day is None or other.day is None:
        return 1.0
    gap = (date.fromisoformat(other.day) - date.fromisoformat(own.day)).days
    return log1p(max(gap, 0)) / SCALE
