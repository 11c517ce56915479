"""Voices: takes the reports of one act, gives who claims it, who denies it, and who says that it was otherwise."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from dragoman.records.act import Stance, Voice
from dragoman.records.event import Event
from dragoman.records.report import Report

_DENYING = frozenset({"negated"})

Told = frozenset[object]
"""What a report tells of one aspect; empty where it tells nothing of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What a report holds of the act, and in what it differs from most ("place", "figures")."""

    stance: Stance
    differs: tuple[str, ...] = ()


class Voices:
    """The voices on an act, as its reports come in: each is read once, and looked at anew where most say otherwise."""

    def __init__(self) -> None:
        self._usual = [_Usual() for _ in _ASPECTS]
        self._is_claimed = False
        self._coming: list[tuple[Report, Sequence[Told]]] = []
        self._settled: list[tuple[Report, Sequence[Told]]] = []
        self._settled_by: Sequence[Told] | None = None
        self._forget()

    def add(self, report: Report) -> None:
        """One more report, which comes after those before it."""
        told = [read(report.event) for read in _ASPECTS.values()]
        self._coming.append((report, told))
        if report.event.status not in _DENYING:
            self._is_claimed = True
            for usual, value in zip(self._usual, told, strict=True):
                usual.add(value, report.copy)

    def claims(self) -> Sequence[Report]:
        """The reports that claim the act as most tell it; all, where none does."""
        self._settle()
        return self._claims or [report for report, _ in self._settled]

    def voices(self) -> tuple[Voice, ...]:
        """The voices, oldest first: the reprints of a text that hold the same of the act are one."""
        self._settle()
        for key, group in self._groups.items():
            if key not in self._voices:
                self._voices[key] = _voice(key[0], group)
        return tuple(self._voices[key] for key in self._groups)

    def _settle(self) -> None:
        """Says of each report that came what it holds; of all of them, where most say something else now."""
        # where everybody says that it did not happen, nobody denies what nobody claims
        usual = [each.value for each in self._usual] if self._is_claimed else None
        if usual != self._settled_by:
            self._coming = [*self._settled, *self._coming]
            self._forget()
        for report, told in self._coming:
            held = _held(report, told, usual)
            self._groups.setdefault((held.stance, report.copy), []).append((report, held))
            self._voices.pop((held.stance, report.copy), None)
            if held.stance == "claims":
                self._claims.append(report)
        self._settled += self._coming
        self._coming, self._settled_by = [], usual

    def _forget(self) -> None:
        self._settled = []
        self._claims: list[Report] = []
        self._groups: dict[tuple[Stance, str], list[tuple[Report, Held]]] = {}
        self._voices: dict[tuple[Stance, str], Voice] = {}


class _Usual:
    """What most voices tell of one aspect; where none has more voices than the others, what was told first."""

    def __init__(self) -> None:
        self.value: Told = frozenset()
        self._voices: dict[Told, set[str]] = {}  # in the order in which they were told first

    def add(self, value: Told, voice: str) -> None:
        if value:
            self._voices.setdefault(value, set()).add(voice)
            most = max(map(len, self._voices.values()))
            self.value = next(each for each, voices in self._voices.items() if len(voices) == most)


def _voice(stance: Stance, group: Sequence[tuple[Report, Held]]) -> Voice:
    return Voice(
        stance=stance,
        outlets=tuple(sorted({outlet for report, _ in group for outlet in report.outlets})),
        documents=tuple(dict.fromkeys(report.event.document for report, _ in group)),
        events=tuple(report.id for report, _ in group),
        by=tuple(dict.fromkeys(one.id for report, _ in group for one in report.event.said_by)),
        differs=tuple(dict.fromkeys(name for _, held in group for name in held.differs)),
    )


def _held(report: Report, told: Sequence[Told], usual: Sequence[Told] | None) -> Held:
    if usual is None:
        return _CLAIMS
    if report.event.status in _DENYING:
        return _DENIES
    differs = tuple(
        name
        for name, own, most in zip(_ASPECTS, told, usual, strict=True)
        if own and most and own is not most and own.isdisjoint(most)
    )
    return Held(stance="otherwise", differs=differs) if differs else _CLAIMS


_CLAIMS, _DENIES = Held(stance="claims"), Held(stance="denies")


def _figures(event: Event) -> Told:
    return frozenset((one.best, one.unit) for one in event.magnitudes if one.best is not None)


def _day(event: Event) -> Told:
    exact = event.date is not None and event.date.precision == "day" and event.status == "occurred"
    return frozenset({event.date.start}) if exact and event.date is not None else frozenset()


def _city(event: Event) -> Told:
    exact = event.place is not None and event.place.precision in {"city", "site"}
    return frozenset({event.place.name}) if exact and event.place is not None else frozenset()


def _ids(participants: Collection[object]) -> Told:
    return frozenset(participants)


_ASPECTS: Mapping[str, Callable[[Event], Told]] = {
    "actors": lambda event: _ids([one.id for one in event.actors]),
    "recipients": lambda event: _ids([one.id for one in event.recipients]),
    "day": _day,
    "place": _city,
    "figures": _figures,
}
