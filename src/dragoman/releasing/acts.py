"""Acts: takes the acts of a store with their fullest reports, writes them in three formats, and counts them.

The JSON lines are written first and the other two are made of them, so that all three tell the same.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path, PureWindowsPath

import msgspec

from dragoman.exports.act_lines import act_line
from dragoman.exports.act_rows import write_act_rows
from dragoman.exports.arrow import write_parquet
from dragoman.records.account import Account, Heading
from dragoman.records.act import Act
from dragoman.records.event import Event
from dragoman.releasing.zipped import lines_of, zipped
from dragoman.store.frozen import day_of

LINES, ROWS, TABLE = "acts.jsonl.gz", "acts.csv", "acts.parquet"


@dataclass(slots=True)
class Acts:
    """How many acts were written, by type and status, and by the year of their day."""

    number: int = 0
    by_kind: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_year: Counter[str] = field(default_factory=Counter)


def write_acts(accounts: Iterable[Account], folder: Path) -> Acts:
    """Writes acts.jsonl.gz, acts.csv and acts.parquet."""
    written = Acts()
    with zipped(folder / LINES) as lines:
        for account in accounts:
            lines.write(act_line(_without_folders(account)))
            _count(written, account.act)
    write_act_rows(read_accounts(folder / LINES), folder / ROWS)
    write_parquet(read_accounts(folder / LINES), folder / TABLE)
    return written


def read_accounts(path: Path) -> Iterator[Account]:
    """The accounts of an acts.jsonl.gz."""
    acts, told = msgspec.json.Decoder(Act), msgspec.json.Decoder(_Told)
    for line in lines_of(path):
        rest = told.decode(line)
        yield Account(
            act=acts.decode(line),
            event=rest.event,
            document=rest.document,
            sentence=rest.sentence,
            in_lead=rest.in_lead,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What a line has beside the act."""

    event: Event
    document: Heading
    sentence: int
    in_lead: bool


def _without_folders(account: Account) -> Account:
    """Where somebody keeps their files is nobody else's business: of a path the name of the file stays."""
    document = account.document
    return replace(account, document=replace(document, path=PureWindowsPath(document.path).name))


def _count(written: Acts, act: Act) -> None:
    written.number += 1
    written.by_kind[act.type, act.status] += 1
    written.by_year[day_of(act)[:4] or "unknown"] += 1
