"""Options of the commands that show the ledger, and how they write its entries."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Annotated, BinaryIO, get_args

import typer

from dragoman.records.entry import Entry, EntryKind, State
from dragoman.views.cli.options import day
from dragoman.views.cli.output import print_to


class Format(StrEnum):
    """How entries are written."""

    RICH = "rich"
    JSONL = "jsonl"
    CSV = "csv"
    ICS = "ics"


def one_of(what: str, kinds: tuple[str, ...]) -> Callable[[str], str]:
    """Reads one of the kinds, "partly-met" for "partly met" too, or says which there are."""

    def read(value: str) -> str:
        for kind in kinds:
            if _plain(value) == _plain(kind):
                return kind
        from dragoman.questions.wording import nearest  # noqa: PLC0415 - only who mistypes waits for it

        hint = nearest(_plain(value), kinds) or f"; there are {', '.join(kinds)}"
        raise typer.BadParameter(f"there is no {what} {value!r}{hint}")

    return read


def _plain(word: str) -> str:
    return word.strip().lower().replace("-", " ").replace("_", " ")


Kind = Annotated[
    str | None,
    typer.Option(
        parser=one_of("kind", get_args(EntryKind)),
        metavar="KIND",
        show_default=False,
        help="Only these: commitment, ask, measure, meeting, dispute.",
    ),
]
Standing = Annotated[
    str | None,
    typer.Option(
        parser=one_of("state", get_args(State)),
        metavar="STATE",
        show_default=False,
        help="Only those that stand so: open, kept, met, refused, overdue, held …",
    ),
]

Who = Annotated[str, typer.Argument(metavar="PARTY", help="A party by its id or name: JPN, Japan, NATO.")]
With = Annotated[
    str | None, typer.Option("--with", metavar="PARTY", show_default=False, help="Only what is between the two.")
]
AsOf = Annotated[
    str | None,
    typer.Option(
        "--as-of", parser=day, metavar="DATE", show_default=False, help="From what had been published by that day."
    ),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        parser=day,
        metavar="DATE",
        show_default=False,
        help="The day that says what is overdue; else that of --as-of, else the calendar's.",
    ),
]
As = Annotated[
    Format, typer.Option("--format", "-f", help="A page to read, lines for a machine, or a calendar of what is due.")
]
EntryId = Annotated[str, typer.Argument(metavar="ENTRY", help="Id of an entry, or its beginning.")]


def form_of(format_: Format, *, as_json: bool) -> Format:
    """The format that is meant: `--json` is short for that of JSON lines."""
    return Format.JSONL if as_json else format_


def write_entries(stream: BinaryIO, entries: Sequence[Entry], format_: Format) -> None:
    """Writes the entries in the format; a page of nothing is empty."""
    _WRITERS[format_](stream, entries)


def _write_page(stream: BinaryIO, entries: Sequence[Entry]) -> None:
    from dragoman.views.cli.ledger.pages import page_of_entries  # noqa: PLC0415 - only who reads a page waits for it

    if entries:
        print_to(stream, page_of_entries(entries))


def _write_lines(stream: BinaryIO, entries: Sequence[Entry]) -> None:
    from dragoman.exports.entry_rows import entry_line  # noqa: PLC0415 - as above

    stream.writelines(map(entry_line, entries))


def _write_rows(stream: BinaryIO, entries: Sequence[Entry]) -> None:
    from dragoman.exports.entry_rows import entry_table  # noqa: PLC0415 - as above

    stream.writelines(line.encode() for line in entry_table(entries))


def _write_calendar(stream: BinaryIO, entries: Sequence[Entry]) -> None:
    from dragoman.exports.entry_calendar import write_entry_calendar  # noqa: PLC0415 - as above

    write_entry_calendar(entries, stream)


_WRITERS: Mapping[Format, Callable[[BinaryIO, Sequence[Entry]], None]] = {
    Format.RICH: _write_page,
    Format.JSONL: _write_lines,
    Format.CSV: _write_rows,
    Format.ICS: _write_calendar,
}
