"""Leads: takes the leads of a document, gives them as deeds: acts too unsure to count, each told by itself alone."""

from collections.abc import Iterable, Iterator

from dragoman.acts.telling import act_of
from dragoman.records.deed import Deed
from dragoman.records.event import Event
from dragoman.records.report import Report


def lead_deeds(
    leads: Iterable[Event], *, known_on: str | None, outlets: tuple[str, ...] = (), copy: str = ""
) -> Iterator[Deed]:
    """A deed for each lead of a document that was published on that ISO day by those outlets."""
    for event in leads:
        report = Report(event=event, known_on=known_on, outlets=outlets, copy=copy or event.document)
        yield Deed(act=act_of([report]), reports=(report,), fullest=event, is_lead=True)
