"""Takes a file of labelled reports, gives each as a document, with the words that tell its act.

    acts:
      - act: leopards-2023
        type: AID
        reports:
          - {outlet: Reuters, published: 2023-01-25, status: pledged, stance: claims, trigger: will send, text: "…",
             coded: {type: AID, actors: [DEU], recipients: [UKR], quote: "Germany will send 14 tanks"}}

`coded` is what a person codes of the act in this one text.
"""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from dragoman.documents import make_document
from dragoman.errors import SourceError
from dragoman.measure.acts.written import Written, written_event
from dragoman.records.act import Stance
from dragoman.records.document import Document
from dragoman.records.event import Coded, Event, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledReport:
    """A report of an act: the document, where in it the trigger stands, and what the report makes of the act.

    `by_hand` is the event as a person coded it.
    """

    act: str
    type: str
    document: Document
    trigger: tuple[int, int]
    status: Status
    stance: Stance
    is_reprint: bool
    by_hand: Event


def read_reports(file: Path) -> list[LabelledReport]:
    """The reports of a file, in order.

    Raises:
        SourceError: the file is faulty; the message says where.
    """
    try:
        written = _File.model_validate(yaml.safe_load(file.read_text("utf-8")))
    except (yaml.YAMLError, ValidationError) as error:
        raise SourceError(f"{file}: {error}") from error
    return [
        _labelled(act, report, f"{file.name}:{act.act}:{number}")
        for act in written.acts
        for number, report in enumerate(act.reports, start=1)
    ]


def event_of(report: LabelledReport, coded: Coded) -> Event | None:
    """The event that tells the report's act: by its trigger, else by its type; None where it was not coded."""
    start, end = report.trigger
    at = [event for event in coded.events if event.trigger.start < end and event.trigger.end > start]
    like = [event for event in coded.events if event.type == report.type]
    return next(iter(sorted(at, key=lambda event: event.type != report.type) or like), None)


def _labelled(act: "_Act", report: "_Report", path: str) -> LabelledReport:
    document = make_document(report.text, path=path, published=report.published.isoformat())
    at = document.text.find(report.trigger)
    if at < 0:
        raise SourceError(f"{path}: the trigger {report.trigger!r} does not stand in the text")
    return LabelledReport(
        act=act.act,
        type=act.type,
        document=replace(document, outlet=report.outlet),
        trigger=(at, at + len(report.trigger)),
        status=report.status,
        stance=report.stance,
        is_reprint=report.reprint_of is not None,
        by_hand=written_event(report.coded, report.status, document, (at, at + len(report.trigger))),
    )


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class _Report(_Strict):
    outlet: str
    published: date
    status: Status
    stance: Stance
    trigger: str
    coded: Written
    text: str
    reprint_of: int | None = None
    note: str | None = None


class _Act(_Strict):
    act: str
    type: str
    reports: list[_Report]
    note: str | None = None


class _File(_Strict):
    about: str
    acts: list[_Act]
