"""Question: what one asks of a store; the same for command, Python, API and pages."""

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from dragoman.records.shown import Shown

T = TypeVar("T")
Kept = Literal["acts", "events"]
Field = Literal[
    "actor", "recipient", "party", "person", "country", "actor_country", "recipient_country", "sector", "said_by",
    "type", "mode", "context", "status", "quad", "cameo", "place", "place_country", "source", "document", "act",
    "historical",
]  # fmt: skip
Number = Literal["confidence", "reports", "voices", "outlets", "goldstein"]
Order = Literal["date", "known", "reports", "confidence", "goldstein", "relevance"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """One of `values` must hold of the field; none of them, where `excluded`. Values are told as records have them.

    `cameo` holds of all codes that begin with the value; `actor`, `recipient` and `party` (either) are ids of
    participants; `country` and `sector` are those of an actor or recipient, `actor_country` and
    `recipient_country` those of one side.
    """

    field: Field
    values: tuple[str, ...]
    excluded: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The number is at least `least` and at most `most`."""

    number: Number
    least: float | None = None
    most: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """Who acts towards whom, by ids; `either` way round, or as written."""

    actor: str
    recipient: str
    either: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """ISO days, both inclusive; None is open."""

    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Which acts or events are asked for. All parts must hold. An empty question asks for everything.

    `date` is when it happened or is to happen, `due` by when, `known` when it was first published. `words` must all
    stand in the passage that proves the record; each is a word, or a phrase of several that stand together.
    `as_of` answers from what had been published by that ISO day.
    """

    conditions: tuple[Condition, ...] = ()
    bounds: tuple[Bound, ...] = ()
    dyads: tuple[Dyad, ...] = ()
    date: Days | None = None
    due: Days | None = None
    known: Days | None = None
    words: tuple[str, ...] = ()
    as_of: str | None = None
    order: Order = "date"
    ascending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Shown, Generic[T]):
    """One page of an answer. `next` is the cursor of the page after it, None on the last one."""

    items: tuple[T, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdatesPage(Page[T]):
    """One page of what changed in an answer since a moment: `items` are new in it or changed.

    `gone` are ids of what changed since and is not in the answer: it went, or is not asked for (any longer). `until` is
    the moment, an ISO time, that this tells up to: from it on one asks the next time. All pages of it have the same.
    """

    gone: tuple[str, ...]
    until: str
