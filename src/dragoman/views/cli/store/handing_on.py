"""The commands `export`, `compare-with`, `diff`, `release`: what goes out of a store, and what is laid beside it."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.views.cli.counting import SET_ASIDE
from dragoman.views.cli.given import given
from dragoman.views.cli.options import AsJson, Packs
from dragoman.views.cli.output import opened, print_to, write_json
from dragoman.views.cli.store.options import Where, Words, opened_store, question_of
from dragoman.views.cli.store.plain import PlainTable, plain_table
from dragoman.views.visible import visible

if TYPE_CHECKING:
    from dragoman.analysis.comparing import Comparison
    from dragoman.differing import Difference
    from dragoman.records.event import Event

SHOWN = 20  # changes of a list that a terminal can hold


def export(
    format_: Annotated[
        str,
        typer.Argument(
            metavar="FORMAT",
            help="jsonl, csv, parquet, arrow, sqlite, duckdb, geojson, ics, followthemoney, annotations, gdelt, "
            "polecat, icews or phoenix.",
        ),
    ],
    words: Words = None,
    *,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The file to write, whole or not; - is a pipe.")
    ],
    plover: Annotated[
        bool | None,
        typer.Option("--plover/--with-status", help="Acts as data without status has them; usual for event-data rows."),
    ] = None,
    where: Where = None,
    pack: Packs = None,
) -> None:
    """Write the acts asked for in a format that others read.

    Example: dragoman export gdelt date:2022 --output 2022.export.CSV
    """
    from dragoman.desk.handing_on import export as write  # noqa: PLC0415 - only who exports waits for it

    piped = str(output) == "-"
    with opened_store(where, packs=pack) as kept:
        target = sys.stdout.buffer if piped else output
        number = write(kept, question_of(words), format_, target, plover=plover)
    (sys.stderr if piped else sys.stdout).write(f"{number:,} written to {visible(str(output))}\n")


def compare_with(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Rows of GDELT, POLECAT, ICEWS, Phoenix; or -.")],
    words: Words = None,
    *,
    layout: Annotated[
        str | None, typer.Option(metavar="NAME", show_default=False, help="gdelt, polecat …, if it is not recognised.")
    ] = None,
    days: Annotated[int, typer.Option(min=0, help="So many days apart two records may be.")] = 1,
    as_json: AsJson = False,
    where: Where = None,
    pack: Packs = None,
) -> None:
    """Lay rows of another data set beside the acts asked for: which both have, and which only one has.

    Example: dragoman compare-with 20220629.export.CSV.zip date:2022-06-29
    """
    from dragoman.desk.asking import plain_acts  # noqa: PLC0415 - only who compares waits for it
    from dragoman.desk.handing_on import compare_with as compare  # noqa: PLC0415

    with opened_store(where, packs=pack) as kept, opened(None) as stream, given(str(file)) as there:
        found, refused = compare(plain_acts(kept, question_of(words)), Path(there), layout=layout, days=days)
        if as_json:
            write_json(stream, [{"types": found.by_type(), "all": found.total, "set_aside": len(refused)}])
        else:
            print_to(stream, _shared(found))
    for one in refused[:SHOWN]:
        sys.stderr.write(f"dragoman: {visible(f'{one.file}:{one.line}: {one.reason}')}\n")
    if refused:
        sys.stderr.write(f"dragoman: {len(refused):,} rows set aside\n")
        raise typer.Exit(SET_ASIDE)


def diff(
    before: Annotated[
        str, typer.Argument(metavar="BEFORE", help="A store, a release, a file of events; or a recoding.")
    ],
    after: Annotated[
        str | None, typer.Argument(metavar="AFTER", show_default=False, help="The same; left out for a recoding.")
    ] = None,
    *,
    as_json: AsJson = False,
    where: Where = None,
) -> None:
    """Say what changed between two codings of the same texts, by type and by document.

    Example: dragoman diff 2026-11-28T20:00:00+00:00
    """
    from dragoman.desk.handing_on import difference_between, difference_of  # noqa: PLC0415

    if after is None:
        with opened_store(where) as kept:
            found = difference_of(kept, before)
    else:
        with given(before) as first, given(after) as second:
            found = difference_between(first, second)
    with opened(None) as stream:
        if as_json:
            write_json(stream, [found])
            return
        numbers = ("new", "gone", "changed", "same")
        print_to(stream, plain_table(("type", *numbers), list(_counts(found)), numbers=numbers))
    for line in _lines(found):
        sys.stdout.write(f"{visible(line)}\n")


def release(  # noqa: PLR0913 - options of a command line
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="A folder that is not there yet.")],
    *,
    name: Annotated[str, typer.Option(metavar="NAME", help="What it is called: 2026.1")],
    author: Annotated[
        list[str], typer.Option(metavar="NAME", help='Who is to be cited: "Doe, Jane"; may be repeated.')
    ],
    licence: Annotated[
        str | None, typer.Option(metavar="TERMS", show_default=False, help="Licence of the records: CC-BY-4.0")
    ] = None,
    title: Annotated[
        str | None, typer.Option(metavar="TEXT", show_default=False, help="Title, the same for all its releases.")
    ] = None,
    about: Annotated[str, typer.Option(metavar="TEXT", show_default=False, help="What it is, in a few words.")] = "",
    since: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", show_default=False, help="The release before, if it was moved."),
    ] = None,
    where: Where = None,
    pack: Packs = None,
) -> None:
    """Freeze a data set: data, codebook, sources, licences, hashes, citation, and what changed since the last one.

    Example: dragoman release releases/2026.1 --name 2026.1 --author "Doe, Jane" --licence CC-BY-4.0
    """
    from dragoman.desk.handing_on import release as freeze  # noqa: PLC0415 - only who releases waits for it

    moment = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    with opened_store(where, packs=pack) as kept:
        made = freeze(
            kept,
            folder,
            name=name,
            moment=moment,
            authors=author,
            title=title,
            about=about,
            licence=licence,
            since=since,
        )
    counts = made.manifest.counts
    sys.stdout.write(
        f"{counts.acts:,} acts, {counts.events:,} events, {counts.documents:,} documents of {counts.sources:,} sources "
        f"in {visible(str(made.folder))}\n"
    )


def _shared(found: "Comparison") -> PlainTable:
    numbers = ("both", "near", "only here", "only there")
    rows = [
        (name or "(none)", *(f"{number:,}" for number in (one.both, one.near, one.only_acts, one.only_rows)))
        for name, one in [*found.by_type().items(), ("all", found.total)]
    ]
    return plain_table(("type", *numbers), rows, numbers=numbers)


def _counts(found: "Difference") -> Iterator[tuple[str, ...]]:
    for name, count in [*found.by_type.items(), ("all", found.count)]:
        yield name, *(f"{number:,}" for number in (count.new, count.gone, count.changed, count.same))


def _lines(found: "Difference") -> Iterator[str]:
    """What changed in words, the first of each kind."""
    for turn in found.turns[:SHOWN]:
        yield f"{turn.number:>6,} {turn.field}: {turn.before} became {turn.after}"
    yield f"{len(found.by_document):,} documents differ"
    for sign, number, events in (("+", found.count.new, found.new), ("-", found.count.gone, found.gone)):
        yield from (f"{sign} {_told(event)}" for event in events[:SHOWN])
        yield from _more(sign, number)
    for change in found.changed[:SHOWN]:
        yield f"~ {_told(change.after)}: {', '.join(change.fields)}"
    yield from _more("~", found.count.changed)


def _more(sign: str, number: int) -> Iterator[str]:
    if number > SHOWN:
        yield f"{sign} and {number - SHOWN:,} more"


def _told(event: "Event") -> str:
    actors, recipients = (", ".join(one.id for one in side) or "–" for side in (event.actors, event.recipients))
    return f"{event.document} {actors} {event.type} {recipients} {event.status} “{event.trigger.text}”"
