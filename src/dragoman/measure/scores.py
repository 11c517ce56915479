"""Score and Report: takes counts of what was right, coded and in the gold, and gives precision, recall and F1."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """How many were right, of how many coded and how many in the gold.

    >>> score = Score(right=1, coded=2, gold=4)
    >>> score.precision, score.recall, round(score.f1, 3)
    (0.5, 0.25, 0.333)
    """

    right: int = 0
    coded: int = 0
    gold: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(right=self.right + other.right, coded=self.coded + other.coded, gold=self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Of what was coded, the share that was right."""
        return self.right / self.coded if self.coded else 0.0

    @property
    def recall(self) -> float:
        """Of what is in the gold, the share that was found."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One thing that went wrong: where, at which level it stopped, what was expected, what was coded, and the words.

    `stopped_at` is the first level that failed. `expected` is empty for a false event, `coded` for one that was missed.
    """

    where: str
    stopped_at: str
    expected: str
    coded: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DateScore:
    """How the dates of matched events agree: `exact`, `overlapping`, `wrong` or `missing`."""

    exact: int = 0
    overlapping: int = 0
    wrong: int = 0
    missing: int = 0

    def __add__(self, other: "DateScore") -> "DateScore":
        return DateScore(
            exact=self.exact + other.exact,
            overlapping=self.overlapping + other.overlapping,
            wrong=self.wrong + other.wrong,
            missing=self.missing + other.missing,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a gold set says of the coder: scores by name of level, by type, of dates, and the misses.

    `levels` holds the scores to go by (core events, where the gold tells them apart); `all_levels` those over every
    event of the gold, or nothing.
    """

    name: str
    units: int
    levels: dict[str, Score]
    all_levels: dict[str, Score]
    by_type: dict[str, Score]
    dates: dict[str, DateScore]
    misses: tuple[Miss, ...]


def together(name: str, reports: list[Report]) -> Report:
    """The reports of several texts as one, counts added up (micro average)."""
    return Report(
        name=name,
        units=sum(report.units for report in reports),
        levels=_added([report.levels for report in reports]),
        all_levels=_added([report.all_levels for report in reports]),
        by_type=dict(sorted(_added([report.by_type for report in reports]).items())),
        dates=_dates_added([report.dates for report in reports]),
        misses=tuple(miss for report in reports for miss in report.misses),
    )


def _added(tables: list[dict[str, Score]]) -> dict[str, Score]:
    total: dict[str, Score] = {}
    for table in tables:
        for name, score in table.items():
            total[name] = total.get(name, Score()) + score
    return total


def _dates_added(tables: list[dict[str, DateScore]]) -> dict[str, DateScore]:
    total: dict[str, DateScore] = {}
    for table in tables:
        for name, score in table.items():
            total[name] = total.get(name, DateScore()) + score
    return total
