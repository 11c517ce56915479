"""Report: an event with what is known of the document that tells it. Acts are made of reports."""

from dataclasses import dataclass

from dragoman.records.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An event; `known_on` is the ISO day of the first publication of its document, None where no day is known.

    `outlets` carried the document. `copy` is the id of the text that it reprints, its own id where it reprints none:
    reports with one `copy` are one voice.
    """

    event: Event
    known_on: str | None
    outlets: tuple[str, ...]
    copy: str

    @property
    def id(self) -> str:
        """The id of the event."""
        return self.event.id

    @property
    def order(self) -> tuple[str, str]:
        """Oldest first; among those of one day, and those without one, by id: the same whatever came in first."""
        return self.known_on or "9999-12-31", self.event.id
