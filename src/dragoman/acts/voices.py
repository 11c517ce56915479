"""Voices: takes the reports of one act, gives who claims it, who denies it, and who says that it was otherwise."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from dragoman.records.act import Stance, Voice
from dragoman.records.event import Event
from dragoman.records.report import Report

_DENYING = frozenset({"negated"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a report holds of the act, and in what it differs from most ("place", "figures")."""

    stance: Stance
    differs: tuple[str, ...] = ()


def stances_of(reports: Sequence[Report]) -> dict[str, Held]:
    """What each report holds, by its event's id."""
    claims = [report for report in reports if report.event.status not in _DENYING]
    if not claims:  # everybody says that it did not happen: nobody denies what nobody claims
        return {report.id: Held(stance="claims") for report in reports}
    usual = {name: _usual(claims, read) for name, read in _ASPECTS.items()}
    return {report.id: _held(report, usual) for report in reports}


def voices_of(reports: Sequence[Report], held: Mapping[str, Held]) -> tuple[Voice, ...]:
    """The voices, oldest first: the reprints of a text that hold the same of the act are one."""
    groups: dict[tuple[Stance, str], list[Report]] = defaultdict(list)
    for report in reports:
        groups[held[report.id].stance, report.copy].append(report)
    return tuple(
        Voice(
            stance=stance,
            outlets=tuple(sorted({outlet for report in group for outlet in report.outlets})),
            documents=tuple(dict.fromkeys(report.event.document for report in group)),
            events=tuple(report.id for report in group),
            by=tuple(dict.fromkeys(one.id for report in group for one in report.event.said_by)),
            differs=tuple(dict.fromkeys(name for report in group for name in held[report.id].differs)),
        )
        for (stance, _), group in groups.items()
    )


def _held(report: Report, usual: Mapping[str, frozenset[object]]) -> Held:
    if report.event.status in _DENYING:
        return Held(stance="denies")
    differs = tuple(
        name for name, read in _ASPECTS.items() if (own := read(report.event)) and usual[name] and not own & usual[name]
    )
    return Held(stance="otherwise" if differs else "claims", differs=differs)


def _usual(reports: Sequence[Report], read: Callable[[Event], frozenset[object]]) -> frozenset[object]:
    """What most voices tell of one aspect; where none has more voices than the others, what was told first."""
    told = {(report.copy, read(report.event)): report for report in reversed(reports) if read(report.event)}
    voices = Counter(value for _, value in told)
    first = {value: report.order for (_, value), report in told.items()}
    for (_, value), report in told.items():
        first[value] = min(first[value], report.order)
    return min(voices, key=lambda value: (-voices[value], first[value]), default=frozenset[object]())


def _figures(event: Event) -> frozenset[object]:
    return frozenset((one.best, one.unit) for one in event.magnitudes if one.best is not None)


def _day(event: Event) -> frozenset[object]:
    exact = event.date is not None and event.date.precision == "day" and event.status == "occurred"
    return frozenset({event.date.start}) if exact and event.date is not None else frozenset()


def _city(event: Event) -> frozenset[object]:
    exact = event.place is not None and event.place.precision in {"city", "site"}
    return frozenset({event.place.name}) if exact and event.place is not None else frozenset()


def _ids(participants: Collection[object]) -> frozenset[object]:
    return frozenset(participants)


_ASPECTS: Mapping[str, Callable[[Event], frozenset[object]]] = {
    "actors": lambda event: _ids([one.id for one in event.actors]),
    "recipients": lambda event: _ids([one.id for one in event.recipients]),
    "day": _day,
    "place": _city,
    "figures": _figures,
}
