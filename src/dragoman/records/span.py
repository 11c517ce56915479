"""Span: characters of a document. DateSpan, Place, Magnitude: what a span was read as."""

from dataclasses import dataclass
from typing import Literal

PlacePrecision = Literal["site", "city", "province", "country", "region"]
Precision = Literal["day", "week", "month", "quarter", "year", "decade", "relative"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters `start` to `end` (code points, end exclusive) of a document's text, and that text itself.

    Example:
        >>> whole, part = Span(start=0, end=11, text="Tokyo talks"), Span(start=0, end=5, text="Tokyo")
        >>> part.within(whole), whole.within(part), part.overlaps(Span(start=5, end=11, text=" talks"))
        (True, False, False)
    """

    start: int
    end: int
    text: str

    def within(self, other: "Span") -> bool:
        """Whether this span lies inside the other."""
        return other.start <= self.start and self.end <= other.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class DateSpan:
    """When: ISO days from `start` to `end`, both inclusive, and the words that say so.

    With `precision` "relative" the words could not be resolved (no publication date): `start` and `end` are None.
    """

    start: str | None
    end: str | None
    precision: Precision
    text: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where: a name, the state it lies in (ISO 3166-1 alpha-3, if known) and how exact it is.

    `latitude` and `longitude`, in degrees, are those of its middle, if the book knows them; states have none.
    """

    name: str
    country: str | None
    precision: PlacePrecision
    text: Span
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Magnitude:
    """How many or how much: lowest, best and highest figure, in `unit` ("soldiers", "USD", "%")."""

    low: float | None
    best: float | None
    high: float | None
    unit: str
    approximate: bool
    text: Span
