"""Deed: an act with its reports in full. The ledger is made of deeds."""

from dataclasses import dataclass

from dragoman.records.act import Act
from dragoman.records.event import Event
from dragoman.records.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """An act; `reports` are those that tell it, oldest first, and `fullest` is the event that tells the most of it.

    `is_lead`: no event tells it, only a clause that was too unsure to be one.
    """

    act: Act
    reports: tuple[Report, ...]
    fullest: Event
    is_lead: bool = False

    @property
    def day(self) -> str | None:
        """The ISO day on which it began, or was first reported where no text tells when, or where that lies ahead."""
        began, reported = self.act.date.start if self.act.date else None, self.act.first_reported
        return min(filter(None, (began, reported)), default=None)
