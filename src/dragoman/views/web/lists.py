"""Lists: takes acts and entries, gives them as items of feeds, rows of CSV and calendars: what several pages need."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import BinaryIO

from dragoman.desk.asking import ToldAct, accounts
from dragoman.exports.act_rows import write_act_rows
from dragoman.exports.entry_calendar import write_entry_calendar
from dragoman.exports.entry_rows import entry_table
from dragoman.exports.icalendar import write_calendar
from dragoman.records.act import Act
from dragoman.records.entry import Entry
from dragoman.store import Store
from dragoman.views.web.asked import address
from dragoman.views.web.feeds import Item
from dragoman.views.web.words import entry_sentence, sentence


def write_acts(store: Store, acts: Sequence[Act], stream: BinaryIO) -> None:
    """The acts as CSV, with the columns of the export."""
    write_act_rows(accounts(store, acts), stream)


def write_acts_calendar(store: Store, acts: Sequence[Act], stream: BinaryIO) -> None:
    """The acts that are planned, promised or asked for, as a calendar."""
    write_calendar(accounts(store, acts), stream)


def write_entries(entries: Iterable[Entry], stream: BinaryIO) -> None:
    """The entries as CSV, with the columns of the ledger."""
    stream.writelines(line.encode() for line in entry_table(entries))


def write_entries_calendar(entries: Iterable[Entry], stream: BinaryIO) -> None:
    """The entries with a day as a calendar."""
    write_entry_calendar(entries, stream)


def write_rows(names: Sequence[str], rows: Iterable[Sequence[str | float | None]], stream: BinaryIO) -> None:
    """Rows of a page of its own, as CSV, under the names of their columns."""
    written = io.StringIO()
    lines = csv.writer(written, lineterminator="\n")
    lines.writerow(names)
    lines.writerows(rows)
    stream.write(written.getvalue().encode())


def act_items(told: Iterable[ToldAct]) -> list[Item]:
    """The acts as items of a feed, each new on the day of its first report."""
    return [
        Item(
            id=one.act.id,
            path=address("acts", one.act.id),
            title=sentence(one.act),
            words=one.passages[0].text if one.passages else "",
            day=one.act.first_reported,
        )
        for one in told
    ]


def entry_items(entries: Iterable[Entry]) -> list[Item]:
    """The entries as items of a feed, each new on the day of its last turn."""
    return [
        Item(
            id=one.id,
            path=address("entries", one.id),
            title=entry_sentence(one),
            words=one.what.text,
            day=max((turn.day for turn in one.history if turn.day and turn.tie != "overdue"), default=None),
        )
        for one in entries
    ]
