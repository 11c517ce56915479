"""How measures look: takes reports and verdicts, gives tables for a terminal or a form to write as JSON."""

from dataclasses import dataclass

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from dragoman.measure.golden import Verdict
from dragoman.measure.scores import DateScore, Miss, Report, Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """All that one run measured."""

    reports: tuple[Report, ...]
    verdicts: tuple[Verdict, ...]

    @property
    def failed(self) -> list[Verdict]:
        """Golden sentences that are not coded as expected, and gaps that are closed and still marked."""
        return [verdict for verdict in self.verdicts if verdict.holds == (verdict.sentence.written.gap is not None)]

    @property
    def gaps(self) -> int:
        """How many golden sentences are marked as what the coder cannot do yet."""
        return sum(verdict.sentence.written.gap is not None for verdict in self.verdicts)


def print_measured(console: Console, measured: Measured, *, by_type: bool, misses: int) -> None:
    """Prints the tables; the misses of each set after its table."""
    for report in measured.reports:
        console.print(_table(report, by_type=by_type))
        for miss in report.misses[:misses]:
            console.print(_miss_text(miss))
    if measured.verdicts:
        _print_golden(console, measured, misses)
    if not measured.reports and not measured.verdicts:
        console.print("nothing to measure: there are no golden sentences and no gold")


def _print_golden(console: Console, measured: Measured, misses: int) -> None:
    hold = len(measured.verdicts) - len(measured.failed) - measured.gaps
    console.print(
        f"[bold]golden sentences[/] {len(measured.verdicts)}: {hold} hold, {len(measured.failed)} fail, "
        f"{measured.gaps} marked as gaps"
    )
    for verdict in measured.failed[:misses]:
        closed = "the gap is closed: take the line `gap` out\n" if verdict.closed_gap else ""
        console.print(f"\n{closed}{verdict}", markup=False, highlight=False)


def _table(report: Report, *, by_type: bool) -> Table:
    table = Table("", "P", "R", "F1", "right", "coded", "gold", title=escape(report.name), title_justify="left")
    for name, score in report.levels.items():
        table.add_row(name, *_figures(score))
    if report.all_levels:
        table.add_section()
        for name, score in report.all_levels.items():
            table.add_row(f"{name}, every event", *_figures(score))
    if by_type:
        table.add_section()
        for name, score in report.by_type.items():
            table.add_row(name, *_figures(score))
    if report.dates:
        table.add_section()
        for name, dates in report.dates.items():
            table.add_row(f"{name}: {_date_words(dates)}")
    return table


def _figures(score: Score) -> tuple[str, ...]:
    shares = (score.precision, score.recall, score.f1)
    return (*(f"{share:.3f}" for share in shares), str(score.right), str(score.coded), str(score.gold))


def _date_words(dates: DateScore) -> str:
    return f"{dates.exact} exact, {dates.overlapping} overlap, {dates.wrong} wrong, {dates.missing} missing"


def _miss_text(miss: Miss) -> str:
    lines = [f"  [bold]{escape(miss.where)}[/] {_stopped(miss)}"]
    lines += [f"    expected {escape(miss.expected)}"] if miss.expected else []
    lines += [f"    coded    {escape(miss.coded)}"] if miss.coded else []
    return "\n".join([*lines, f"    [dim]{escape(miss.words)}[/]"])


def _stopped(miss: Miss) -> str:
    words = {"found": "not found", "false": "not in the gold"}
    return words.get(miss.stopped_at, f"wrong in: {miss.stopped_at}")


_Json = dict[str, "str | int | float | list[str] | _Json | list[_Json]"]


def json_form(measured: Measured) -> _Json:
    """What is printed, as plain values."""
    return {
        "sets": [_report_form(report) for report in measured.reports],
        "golden": {
            "sentences": len(measured.verdicts),
            "gaps": measured.gaps,
            "failed": [str(verdict) for verdict in measured.failed],
        },
    }


def _report_form(report: Report) -> _Json:
    return {
        "name": report.name,
        "texts": report.units,
        "levels": _scores_form(report.levels),
        "every_event": _scores_form(report.all_levels),
        "types": _scores_form(report.by_type),
        "dates": {name: _dates_form(dates) for name, dates in report.dates.items()},
        "misses": [_miss_form(miss) for miss in report.misses],
    }


def _scores_form(scores: dict[str, Score]) -> _Json:
    return {
        name: {
            "precision": round(score.precision, 4),
            "recall": round(score.recall, 4),
            "f1": round(score.f1, 4),
            "right": score.right,
            "coded": score.coded,
            "gold": score.gold,
        }
        for name, score in scores.items()
    }


def _dates_form(dates: DateScore) -> _Json:
    return {"exact": dates.exact, "overlapping": dates.overlapping, "wrong": dates.wrong, "missing": dates.missing}


def _miss_form(miss: Miss) -> _Json:
    return {
        "where": miss.where,
        "stopped_at": miss.stopped_at,
        "expected": miss.expected,
        "coded": miss.coded,
        "words": miss.words,
    }
