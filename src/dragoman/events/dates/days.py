"""Days: what a date expression means once it is worked out."""

from dataclasses import dataclass
from datetime import date

from dragoman.records.span import Precision


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both inclusive, and how exact they are."""

    start: date
    end: date
    precision: Precision
