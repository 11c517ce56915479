"""Claims: takes the reports that claim one act, one after another, gives what they tell of it together."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dragoman.records.act import ActDate, ActPlace, Party, Standing
from dragoman.records.event import Event, Status
from dragoman.records.participant import Participant
from dragoman.records.report import Report
from dragoman.records.span import DateSpan, Place

T = TypeVar("T")
Fullness = tuple[int, float]

_EXACTNESS = {"day": 0, "week": 1, "month": 2, "quarter": 3, "year": 4, "decade": 5, "relative": 6}
_PLACE_EXACTNESS = {"site": 0, "city": 1, "province": 2, "region": 3, "country": 4}
_NOTHING = 99  # less exact than anything told
# Of two words on one day the one further on in this order is the later one; what occurred stays so.
_COURSE: Mapping[Status, int] = {
    "possible": 0, "requested": 1, "threatened": 1, "pledged": 2, "planned": 3, "cancelled": 4, "negated": 4,
    "occurred": 5,
}  # fmt: skip


class Claims:
    """What reports tell of an act together; they come in the order of their publication."""

    def __init__(self) -> None:
        self.reports: list[Report] = []
        self.confidence = 0.0
        self._fullest = Fullest()
        self._contexts: set[str] = set()
        self._history: list[Standing] = []
        self._actors = _Side(lambda event: event.actors)
        self._recipients = _Side(lambda event: event.recipients)
        self._date, self._due, self._place = _Most[DateSpan](), _Most[DateSpan](), _Most[Place]()

    def add(self, reports: Sequence[Report]) -> None:
        """The next reports; those of one day have to come together, since what is the later word is told by them."""
        for report in reports:
            event = report.event
            self.confidence = max(self.confidence, event.confidence)
            self._fullest.add(report)
            self._contexts.update(event.contexts)
            self._actors.add(report)
            self._recipients.add(report)
            _add_date(self._date, event.date, report)
            _add_date(self._due, event.due, report)
            if event.place is not None:
                self._place.add(event.place, event.place.name, _PLACE_EXACTNESS[event.place.precision], report)
        self.reports += reports
        _go_on(self._history, reports)

    @property
    def lead(self) -> Report:
        """The fullest of the reports."""
        return self._fullest.report

    @property
    def contexts(self) -> tuple[str, ...]:
        """In which contexts any of them sees the act."""
        return tuple(sorted(self._contexts))

    @property
    def history(self) -> tuple[Standing, ...]:
        """Each change of the status, oldest first."""
        return tuple(self._history)

    @property
    def actors(self) -> tuple[Party, ...]:
        """Who acts."""
        return self._actors.parties(self.lead)

    @property
    def recipients(self) -> tuple[Party, ...]:
        """Who is acted upon."""
        return self._recipients.parties(self.lead)

    @property
    def date(self) -> ActDate | None:
        """When it is, by the most exact words that most voices give."""
        return _date_of(self._date)

    @property
    def due(self) -> ActDate | None:
        """Until when it is due, likewise."""
        return _date_of(self._due)

    @property
    def place(self) -> ActPlace | None:
        """Where it is, likewise."""
        best = self._place.best()
        if best is None:
            return None
        place = best.value
        return ActPlace(
            name=place.name,
            country=place.country,
            precision=place.precision,
            latitude=place.latitude,
            longitude=place.longitude,
            event=best.report.id,
        )


class Fullest:
    """The report that tells the most; of equals the surest, then the oldest: reports come in that order."""

    def __init__(self, reports: Iterable[Report] = ()) -> None:
        self._most: Fullness = (-1, 0.0)
        for report in reports:
            self.add(report)

    def add(self, report: Report) -> None:
        """One more report."""
        fullness = _told(report.event), report.event.confidence
        if fullness > self._most:
            self.report, self._most = report, fullness


def _told(event: Event) -> int:
    """How many of the things that an act has the event tells."""
    people = any(one.person for one in (*event.actors, *event.recipients))
    day = event.date is not None and event.date.precision == "day"
    things = (event.actors, event.recipients, event.date, event.place, event.magnitudes, event.due, event.mode)
    return sum(map(bool, things)) + people + day


def _go_on(history: list[Standing], reports: Sequence[Report]) -> None:
    """Adds each change of the status. Once it occurred, an older plan told later changes nothing."""
    if history and history[-1].status == "occurred":
        return
    for report in sorted(reports, key=lambda report: (report.order[0], _COURSE[report.event.status], report.id)):
        status = report.event.status
        if not history or status != history[-1].status:
            history.append(Standing(status=status, known_on=report.known_on, event=report.id))
        if status == "occurred":
            return


def party_of(participant: Participant, event: str) -> Party:
    """A participant of an event (by id) as an act names it."""
    return Party(
        id=participant.id,
        name=participant.name,
        kind=participant.kind,
        country=participant.country,
        sector=participant.sector,
        person=participant.person,
        office=participant.office,
        event=event,
    )


class _Side:
    """A side of an act: how many voices put whom there, and which report names each best, with person and office."""

    def __init__(self, side: Callable[[Event], tuple[Participant, ...]]) -> None:
        self._side = side
        self._voices: dict[str, set[str]] = {}
        self._best: dict[str, tuple[Participant, str]] = {}

    def add(self, report: Report) -> None:
        for one in self._side(report.event):
            self._voices.setdefault(one.id, set()).add(report.copy)
            best = self._best.get(one.id)
            if best is None or _named(one) > _named(best[0]):
                self._best[one.id] = one, report.id

    def parties(self, lead: Report) -> tuple[Party, ...]:
        """The side as the fullest report has it, and whoever else at least two voices put there."""
        best = dict(self._best)
        for one in reversed(self._side(lead.event)):
            if _named(one) == _named(self._best[one.id][0]):
                best[one.id] = one, lead.id
        own = dict.fromkeys(one.id for one in self._side(lead.event))
        others = sorted(id_ for id_, voices in self._voices.items() if len(voices) > 1 and id_ not in own)
        return tuple(party_of(*best[id_]) for id_ in (*own, *others))


def _named(one: Participant) -> tuple[bool, bool]:
    return one.person is not None, one.office is not None


@dataclass(slots=True)
class _Tally(Generic[T]):
    """What was told first in these words, by which report, how many voices tell it, and which report did so last."""

    value: T
    report: Report
    voices: set[str] = field(default_factory=set)
    last: tuple[str, str] = ("", "")


class _Most(Generic[T]):
    """Of what is told most exactly what most voices tell; of equals what was told last: later reports know more."""

    def __init__(self) -> None:
        self._exactness = _NOTHING
        self._told: dict[Hashable, _Tally[T]] = {}

    def add(self, value: T, key: Hashable, exactness: int, report: Report) -> None:
        """A value that a report tells; those of one key are the same. The less `exactness` is the more exact it is."""
        if exactness < self._exactness:
            self._exactness, self._told = exactness, {}
        if exactness == self._exactness:
            tally = self._told.setdefault(key, _Tally(value, report))
            tally.voices.add(report.copy)
            tally.last = max(tally.last, (report.known_on or "", report.id))

    def best(self) -> _Tally[T] | None:
        return max(self._told.values(), key=lambda tally: (len(tally.voices), tally.last), default=None)


def _add_date(dates: _Most[DateSpan], span: DateSpan | None, report: Report) -> None:
    if span is not None and span.start and span.end:
        dates.add(span, (span.start, span.end), _EXACTNESS[span.precision], report)


def _date_of(dates: _Most[DateSpan]) -> ActDate | None:
    best = dates.best()
    if best is None:
        return None
    span = best.value
    return ActDate(start=span.start or "", end=span.end or "", precision=span.precision, event=best.report.id)
