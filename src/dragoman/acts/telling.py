"""Telling: takes the reports of one act, gives the act: what they tell together, who says what, how it went on."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from dragoman.acts.voices import stances_of, voices_of
from dragoman.records.act import Act, ActDate, ActMagnitude, ActPlace, Merge, Party, Standing
from dragoman.records.event import Event, Status
from dragoman.records.participant import Participant
from dragoman.records.report import Report
from dragoman.records.span import DateSpan, Magnitude

T = TypeVar("T")

_EXACTNESS = {"day": 0, "week": 1, "month": 2, "quarter": 3, "year": 4, "decade": 5, "relative": 6}
_PLACE_EXACTNESS = {"site": 0, "city": 1, "province": 2, "region": 3, "country": 4}
# Of two words on one day the one further on in this order is the later one; what occurred stays so.
_COURSE: Mapping[Status, int] = {
    "possible": 0, "requested": 1, "threatened": 1, "pledged": 2, "planned": 3, "cancelled": 4, "negated": 4,
    "occurred": 5,
}  # fmt: skip


def act_of(reports: Iterable[Report], merges: Iterable[Merge] = ()) -> Act:
    """The act that the reports tell; `merges` are the ties that made one act of them."""
    told = sorted(reports, key=lambda report: report.order)
    first = told[0]
    stances = stances_of(told)
    claims = [report for report in told if stances[report.id].stance == "claims"] or told
    lead = fullest(claims)
    kind = _likeliest(told, lambda event: (event.type, event.cameo), lead)
    history = _history(claims)
    return Act(
        id=f"act-{first.id}",
        type=kind.type,
        mode=kind.mode,
        contexts=tuple(sorted({context for report in claims for context in report.event.contexts})),
        cameo=kind.cameo,
        quad=kind.quad,
        goldstein=kind.goldstein,
        status=history[-1].status,
        historical=all(report.event.historical for report in told),
        actors=_parties(lead, claims, lambda event: event.actors),
        recipients=_parties(lead, claims, lambda event: event.recipients),
        date=_date(claims, lambda event: event.date),
        due=_date(claims, lambda event: event.due),
        place=_place(claims),
        magnitudes=_magnitudes(told),
        reports=tuple(report.id for report in told),
        documents=tuple(dict.fromkeys(report.event.document for report in told)),
        outlets=tuple(sorted({outlet for report in told for outlet in report.outlets})),
        voices=voices_of(told, stances),
        status_history=history,
        merges=tuple(sorted(merges, key=lambda merge: (merge.event, merge.other))),
        first_reported=first.known_on,
        last_reported=max((report.known_on for report in told if report.known_on), default=None),
        confidence=max(report.event.confidence for report in claims),
    )


def fullest(reports: Sequence[Report]) -> Report:
    """The report that tells the most; of equals the surest, then the oldest."""
    return min(reports, key=lambda report: (-_told(report.event), -report.event.confidence, report.order))


def fullest_as_told(act: Act, reports: Sequence[Report]) -> Report:
    """The fullest of those reports that tell the act as it stands now, by type and status, if there are some."""
    as_it_is = [report for report in reports if report.event.status == act.status and report.event.type == act.type]
    return fullest(as_it_is or reports)


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


def magnitude_of(magnitude: Magnitude, event: str) -> ActMagnitude:
    """A figure of an event (by id) as an act has it."""
    return ActMagnitude(
        low=magnitude.low,
        best=magnitude.best,
        high=magnitude.high,
        unit=magnitude.unit,
        approximate=magnitude.approximate,
        text=magnitude.text.text,
        event=event,
    )


def _told(event: Event) -> int:
    """How many of the things that an act has the event tells."""
    people = sum(1 for one in event.participants if one.person)
    day = event.date is not None and event.date.precision == "day"
    things = (event.actors, event.recipients, event.date, event.place, event.magnitudes, event.due, event.mode)
    return sum(map(bool, things)) + bool(people) + day


def _likeliest(reports: Sequence[Report], kind: Callable[[Event], tuple[str, str]], lead: Report) -> Event:
    """The event of the type that most voices give; the fullest report decides between equals."""
    votes = {(kind(report.event), report.copy) for report in reports}
    weight = Counter(name for name, _ in votes)
    best = max(weight, key=lambda name: (weight[name], name == kind(lead.event), name))
    return fullest([report for report in reports if kind(report.event) == best]).event


def _history(claims: Sequence[Report]) -> tuple[Standing, ...]:
    """Each change of the status, oldest first. Once it occurred, an older plan told later changes nothing."""
    history: list[Standing] = []
    ordered = sorted(claims, key=lambda report: (report.order[0], _COURSE[report.event.status], report.id))
    for report in ordered:
        status = report.event.status
        if history and (history[-1].status == status or history[-1].status == "occurred"):
            continue
        history.append(Standing(status=status, known_on=report.known_on, event=report.id))
    return tuple(history)


def _parties(
    lead: Report, reports: Sequence[Report], side: Callable[[Event], tuple[Participant, ...]]
) -> tuple[Party, ...]:
    """The side as the fullest report has it, and whoever else at least two voices put there."""
    voices = {(one.id, report.copy) for report in reports for one in side(report.event)}
    named = Counter(id_ for id_, _ in voices)
    own = [one.id for one in side(lead.event)]
    others = sorted(id_ for id_, times in named.items() if times > 1 and id_ not in own)
    return tuple(_party(id_, lead, reports, side) for id_ in dict.fromkeys((*own, *others)))


def _party(
    id_: str, lead: Report, reports: Sequence[Report], side: Callable[[Event], tuple[Participant, ...]]
) -> Party:
    """A participant, with person and office where a report names them."""
    told = [(one, report) for report in (lead, *reports) for one in side(report.event) if one.id == id_]
    one, report = max(told, key=lambda pair: (pair[0].person is not None, pair[0].office is not None, pair[1] is lead))
    return party_of(one, report.id)


def _date(reports: Sequence[Report], when: Callable[[Event], DateSpan | None]) -> ActDate | None:
    """The most exact of those that most voices tell."""
    spans = [(when(report.event), report) for report in reports]
    told = [(span, report) for span, report in spans if span is not None and span.start and span.end]
    if not told:
        return None
    most = min(_EXACTNESS[span.precision] for span, _ in told)
    exact = [(span, report) for span, report in told if _EXACTNESS[span.precision] == most]
    span, report = _most_told(exact, lambda span: (span.start, span.end))
    return ActDate(start=span.start or "", end=span.end or "", precision=span.precision, event=report.id)


def _place(reports: Sequence[Report]) -> ActPlace | None:
    told = [(report.event.place, report) for report in reports if report.event.place is not None]
    if not told:
        return None
    most = min(_PLACE_EXACTNESS[place.precision] for place, _ in told)
    exact = [(place, report) for place, report in told if _PLACE_EXACTNESS[place.precision] == most]
    place, report = _most_told(exact, lambda place: place.name)
    return ActPlace(
        name=place.name,
        country=place.country,
        precision=place.precision,
        latitude=place.latitude,
        longitude=place.longitude,
        event=report.id,
    )


def _most_told(told: Sequence[tuple[T, Report]], key: Callable[[T], object]) -> tuple[T, Report]:
    """What most voices tell; of equals what was told last, since later reports know more."""
    voices = Counter(name for name, _ in {(key(value), report.copy) for value, report in told})
    best = max(told, key=lambda pair: (voices[key(pair[0])], pair[1].known_on or "", pair[1].id))
    return next(pair for pair in told if key(pair[0]) == key(best[0]))


def _magnitudes(reports: Sequence[Report]) -> tuple[ActMagnitude, ...]:
    """Every figure that was told, each once, with the first report that tells it."""
    found: dict[tuple[float | None, str], ActMagnitude] = {}
    for report in reports:
        for one in report.event.magnitudes:
            found.setdefault((one.best, one.unit), magnitude_of(one, report.id))
    return tuple(found.values())
