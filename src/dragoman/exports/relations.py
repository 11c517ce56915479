"""Relations: takes an account of an act, gives its rows of the three tables of `acts.sql`.

`acts` has one row of it, `act_parties` one for each side, `reports` one for each report.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib.resources import files

from dragoman.exports.act_columns import Cell, act_row
from dragoman.exports.cells import joined
from dragoman.records.account import Account
from dragoman.records.act import Party, Voice

Row = tuple[Cell, ...]

SCHEMA = files("dragoman.exports").joinpath("acts.sql").read_text(encoding="utf-8")


def rows_of(account: Account) -> Iterator[Row]:
    """The row of the act itself."""
    yield act_row(account)


def party_rows(account: Account) -> Iterator[Row]:
    """Its sides, the actors first."""
    for position, party in enumerate(account.act.actors, start=1):
        yield _party(account.act.id, "actor", position, party)
    for position, party in enumerate(account.act.recipients, start=1):
        yield _party(account.act.id, "recipient", position, party)


def report_rows(account: Account) -> Iterator[Row]:
    """Its reports, each with the voice that it belongs to."""
    voices = {event: numbered for numbered in enumerate(account.act.voices, start=1) for event in numbered[1].events}
    for position, event in enumerate(account.act.reports, start=1):
        yield (account.act.id, event, position, event == account.event.id, *_voice(voices.get(event)))


def _party(act: str, role: str, position: int, party: Party) -> Row:
    told = (party.id, party.name, party.kind, party.country, party.sector, party.person, party.office, party.event)
    return act, role, position, *told


def _voice(numbered: tuple[int, Voice] | None) -> Row:
    if numbered is None:
        return (None,) * 6
    number, voice = numbered
    lists = (voice.by, voice.differs, voice.documents, voice.outlets)
    return number, voice.stance, *(joined(values) for values in lists)


TABLES: Mapping[str, Callable[[Account], Iterator[Row]]] = {
    "acts": rows_of,
    "act_parties": party_rows,
    "reports": report_rows,
}
