"""The commands `series`, `network`, `movers`, `firsts`: what a store counts, for statistics."""

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.errors import DragomanError, QuestionError
from dragoman.records.question import Days
from dragoman.views.cli.options import AsJson
from dragoman.views.cli.output import opened, print_to, write_json
from dragoman.views.cli.store.options import Output, Where, Words, opened_store, question_of
from dragoman.views.cli.store.plain import plain_table

if TYPE_CHECKING:
    from dragoman.analysis.changes import Changes
    from dragoman.analysis.firsts import First
    from dragoman.analysis.series import Bucket


class By(StrEnum):
    """How long a step of a series is."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


def series(  # noqa: PLR0913 - options of a command line
    words: Words = None,
    *,
    by: Annotated[By, typer.Option("--by", help="Length of a step.")] = By.MONTH,
    events: Annotated[bool, typer.Option("--events", help="Count reports in place of acts.")] = False,
    changes: Annotated[bool, typer.Option("--changes", help="Say where the rate changes, by a stated test.")] = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print CSV.")] = False,
    as_json: AsJson = False,
    where: Where = None,
    output: Output = None,
) -> None:
    """Count acts over time, with their Goldstein values, beside the documents read. Steps without documents are marked.

    Example: dragoman series "dyad:RUS>UKR" date:2021..2023 --by month
    """
    from dragoman.desk import asking  # noqa: PLC0415 - only who asks waits for it

    if as_csv and as_json:
        raise typer.BadParameter("--csv and --json are two forms; choose one", param_hint="--csv")
    question, kept_as = question_of(words), "events" if events else "acts"
    found: list[str] = []
    with opened_store(where) as store, opened(output) as stream:
        counted = asking.series(store, question, by=by.value, kept="events" if events else "acts")
        if changes:
            where_changed = asking.changes(store, question, by=by.value, kept="events" if events else "acts")
            found = list(_changes(where_changed))
        if as_json:
            write_json(stream, [{"series": counted, "changes": where_changed}] if changes else counted.buckets)
        elif as_csv:
            columns = ("step", kept_as, "goldstein_sum", "goldstein_mean", "documents", "per_thousand", "note")
            stream.write(_csv(columns, [_cells(bucket) for bucket in counted.buckets]))
        else:
            numbers = (kept_as, "Goldstein", "mean", "documents", "per 1,000")
            rows = [_cells(bucket) for bucket in counted.buckets]
            print_to(stream, plain_table(("step", *numbers, ""), rows, numbers=numbers), *found)
    if as_csv:
        sys.stderr.writelines(f"{line}\n" for line in found)


def network(
    words: Words = None,
    *,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", show_default=False, help="A .graphml or .gexf (Gephi) file."),
    ] = None,
    as_json: AsJson = False,
    where: Where = None,
) -> None:
    """Write the network of who acts toward whom, for Gephi, R or NetworkX.

    Example: dragoman network date:2022 --output 2022.gexf
    """
    if as_json:
        _write_network(words, output, where)
        return
    if output is None:
        raise typer.BadParameter("name a .graphml or .gexf file, or ask for --json", param_hint="--output")
    if output.suffix not in (".graphml", ".gexf"):
        raise DragomanError(f"{output}: no network file; let its name end in .graphml or .gexf")
    from dragoman.analysis.network import write_gexf, write_graphml  # noqa: PLC0415 - only who asks waits for it
    from dragoman.desk import asking  # noqa: PLC0415

    write = write_gexf if output.suffix == ".gexf" else write_graphml
    with opened_store(where) as store, opened(output) as stream, TemporaryDirectory() as folder:
        graph = asking.network(store, question_of(words))
        write(graph, Path(folder) / output.name)
        stream.write((Path(folder) / output.name).read_bytes())
    sys.stdout.write(f"{graph.number_of_nodes():,} actors, {graph.number_of_edges():,} ties\n")


def movers(
    words: Words = None,
    *,
    before: Annotated[str, typer.Option(metavar="DATES", help="The period before: 2021 or 2021-07..2021-12.")],
    after: Annotated[str, typer.Option(metavar="DATES", help="The period after.")],
    top: Annotated[int, typer.Option(min=1, help="So many dyads.")] = 20,
    as_json: AsJson = False,
    where: Where = None,
) -> None:
    """List the dyads whose number of acts changed most between two periods, with a test against chance.

    Example: dragoman movers --before 2021 --after 2022 type:SANCTION
    """
    from dragoman.desk import asking  # noqa: PLC0415 - only who asks waits for it

    first, second = period("--before", before), period("--after", after)
    with opened_store(where) as store, opened(None) as stream:
        found = asking.movers(store, question_of(words), before=first, after=second, top=top)
        if as_json:
            write_json(stream, [found])
            return
        rows = [
            (one.actor, one.recipient, str(one.before), str(one.after), f"{one.p:.3g}", f"{one.q:.3g}")
            for one in found.movers
        ]
        numbers = ("before", "after", "p", "q")
        print_to(stream, plain_table(("actor", "recipient", *numbers), rows, numbers=numbers), found.test)


def firsts(
    words: Words = None,
    *,
    years: Annotated[int, typer.Option(min=1, help="After so many years an act is told as the first in long.")] = 5,
    as_json: AsJson = False,
    where: Where = None,
) -> None:
    """List first times: the first act of its type between two, and the first in so many years.

    Example: dragoman firsts type:CONSULT actor:JPN
    """
    from dragoman.desk import asking  # noqa: PLC0415 - only who asks waits for it

    with opened_store(where) as store, opened(None) as stream:
        found = asking.firsts(store, question_of(words), years=years)
        if as_json:
            write_json(stream, found)
            return
        rows = [(one.day, one.actor, one.type, one.recipient, *_last_time(one), one.act) for one in found]
        columns = ("day", "who", "type", "whom", "last time", "years", "act")
        print_to(stream, plain_table(columns, rows, numbers={"years"}, whole={"day", "type", "last time", "act"}))
        if any(one.unsure for one in found):
            print_to(stream, "? the store begins too late to know")


def _write_network(words: list[str] | None, output: Path | None, where: str | None) -> None:
    from dragoman.desk import networks  # noqa: PLC0415 - as above

    with opened_store(where) as store, opened(output) as stream:
        write_json(stream, [networks.network(store, question_of(words))])


def _cells(bucket: "Bucket") -> tuple[str, ...]:
    return (
        bucket.name,
        str(bucket.number),
        f"{bucket.goldstein:g}",
        "" if bucket.mean is None else f"{bucket.mean:.2f}",
        str(bucket.read),
        "" if bucket.per_thousand is None else f"{bucket.per_thousand:.1f}",
        "gap" if bucket.gap else "partial" if bucket.partial else "",
    )


def _changes(found: "Changes") -> Iterator[str]:
    """Where the rate changes, and by which test."""
    for change in found.changes:
        yield (
            f"from {change.bucket} on {change.after:.1f} per 1,000 documents, {change.before:.1f} before "
            f"(p {change.p:.3g})"
        )
    yield f"{len(found.changes) or 'no'} change{'' if len(found.changes) == 1 else 's'} of the rate, by {found.test}"


def period(option: str, dates: str) -> Days:
    """The days that a question with them would ask for."""
    from dragoman.questions import period_of  # noqa: PLC0415 - only who asks waits for it

    try:
        return period_of(dates)
    except QuestionError as error:
        raise QuestionError(f"{option}: {error}") from None


def _last_time(first: "First") -> tuple[str, str]:
    """When it was done before, and how many years before."""
    return (first.previous_day or "never") + (" ?" if first.unsure else ""), str(first.years)


def _csv(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([columns, *rows])
    return text.getvalue().encode()
