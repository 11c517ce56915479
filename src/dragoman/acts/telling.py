"""Telling: takes the reports of one act, gives the act: what they tell together, who says what, how it went on."""

from collections.abc import Iterable, Sequence

from dragoman.acts.claims import Claims, Fullest
from dragoman.acts.voices import Voices
from dragoman.records.act import Act, ActMagnitude, Merge
from dragoman.records.event import Event
from dragoman.records.report import Report
from dragoman.records.span import Magnitude

Kind = tuple[str, str]


def act_of(reports: Iterable[Report], merges: Iterable[Merge] = ()) -> Act:
    """The act that the reports tell; `merges` are the ties that made one act of them."""
    telling = Telling()
    telling.add(sorted(reports, key=lambda report: report.order))
    return telling.act(sorted(merges, key=lambda merge: (merge.event, merge.other)))


class Telling:
    """An act as its reports come in, in the order of their publication: what was known of it after each.

    Each report is read once, so that all states of an act that many tell take little more than the last one.
    """

    def __init__(self) -> None:
        self._reports: list[Report] = []
        self._voices = Voices()
        self._claims = Claims()
        self._kinds: dict[Kind, tuple[set[str], Fullest]] = {}
        self._magnitudes: dict[tuple[float | None, str], ActMagnitude] = {}
        self._documents: dict[str, None] = {}
        self._outlets: set[str] = set()

    def add(self, reports: Sequence[Report]) -> None:
        """The next reports, in their order: all those of a day, or of several."""
        self._reports += reports
        for report in reports:
            self._voices.add(report)
            voices, fullest_of = self._kinds.setdefault(_kind(report.event), (set(), Fullest()))
            voices.add(report.copy)
            fullest_of.add(report)
            self._documents.setdefault(report.event.document)
            self._outlets.update(report.outlets)
            for one in report.event.magnitudes:
                if (one.best, one.unit) not in self._magnitudes:
                    self._magnitudes[one.best, one.unit] = magnitude_of(one, report.id)
        self._claim()

    def act(self, merges: Iterable[Merge] = ()) -> Act:
        """The act that they tell so far; `merges` are the ties that made one act of them, in the order of their ids."""
        first, claims = self._reports[0], self._claims
        kind, history = self._likeliest(), claims.history
        return Act(
            id=f"act-{first.id}",
            type=kind.type,
            mode=kind.mode,
            contexts=claims.contexts,
            cameo=kind.cameo,
            quad=kind.quad,
            goldstein=kind.goldstein,
            status=history[-1].status,
            historical=all(report.event.historical for report in self._reports),
            actors=claims.actors,
            recipients=claims.recipients,
            date=claims.date,
            due=claims.due,
            place=claims.place,
            magnitudes=tuple(self._magnitudes.values()),
            reports=tuple(report.event.id for report in self._reports),
            documents=tuple(self._documents),
            outlets=tuple(sorted(self._outlets)),
            voices=self._voices.voices(),
            status_history=history,
            merges=tuple(merges),
            first_reported=first.known_on,
            last_reported=max((report.known_on for report in self._reports if report.known_on), default=None),
            confidence=claims.confidence,
        )

    def _claim(self) -> None:
        """Adds the claims among the last reports; begins anew where older ones are claims no longer, or only now."""
        claims, before = self._voices.claims(), self._claims.reports
        coming = claims[len(before) :]
        # those of one day come together: which is the later word of two is told by both
        if claims[: len(before)] != before or (before and coming and coming[0].order[0] == before[-1].order[0]):
            self._claims, coming = Claims(), claims
        self._claims.add(coming)

    def _likeliest(self) -> Event:
        """The event of the type that most voices give; the fullest report decides between equals."""
        lead = _kind(self._claims.lead.event)
        best = max(self._kinds, key=lambda kind: (len(self._kinds[kind][0]), kind == lead, kind))
        return self._kinds[best][1].report.event


def _kind(event: Event) -> Kind:
    return event.type, event.cameo


def fullest(reports: Sequence[Report]) -> Report:
    """The report that tells the most; of equals the surest, then the oldest."""
    return Fullest(sorted(reports, key=lambda report: report.order)).report


def fullest_as_told(act: Act, reports: Sequence[Report]) -> Report:
    """The fullest of those reports that tell the act as it stands now, by type and status, if there are some."""
    as_it_is = [report for report in reports if report.event.status == act.status and report.event.type == act.type]
    return fullest(as_it_is or reports)


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
