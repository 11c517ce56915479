"""Act columns: takes an account of an act, gives its flat row: what CSV, SQLite, DuckDB and GeoJSON have of it.

Lists are joined by `|`. What a flat row cannot hold (every report, voice and merge) is in the JSON lines, in Parquet
and, in tables of their own, in SQLite and DuckDB.
"""

from collections.abc import Callable, Mapping

from dragoman.exports.cells import joined
from dragoman.records.account import Account
from dragoman.records.act import Act, ActDate, ActPlace, Party, Stance

Cell = str | int | float | bool | None


def act_row(account: Account) -> tuple[Cell, ...]:
    """The cells of one act, in the order of `COLUMNS`."""
    return tuple(cell(account) for cell in COLUMNS.values())


def passage(account: Account) -> str:
    """The words that prove the act, as its fullest report has them."""
    return " … ".join(span.text for span in account.event.evidence)


def _ids(parties: tuple[Party, ...]) -> str:
    return joined(party.id for party in parties)


def _names(parties: tuple[Party, ...]) -> str:
    return joined(party.name for party in parties)


def _countries(parties: tuple[Party, ...]) -> str:
    return joined(party.country for party in parties)


def _sectors(parties: tuple[Party, ...]) -> str:
    return joined(party.sector for party in parties)


def _persons(parties: tuple[Party, ...]) -> str:
    return joined(party.person for party in parties)


def _date(name: str, of: Callable[[Act], ActDate | None]) -> dict[str, Callable[[Account], Cell]]:
    """Three columns for a date."""

    def part(take: Callable[[ActDate], str]) -> Callable[[Account], Cell]:
        def cell(account: Account) -> Cell:
            date = of(account.act)
            return None if date is None else take(date)

        return cell

    return {
        f"{name}_start": part(lambda date: date.start),
        f"{name}_end": part(lambda date: date.end),
        f"{name}_precision": part(lambda date: date.precision),
    }


def _of_place(take: Callable[[ActPlace], Cell]) -> Callable[[Account], Cell]:
    return lambda account: None if account.act.place is None else take(account.act.place)


def _voices(act: Act, stance: Stance) -> int:
    return sum(voice.stance == stance for voice in act.voices)


COLUMNS: Mapping[str, Callable[[Account], Cell]] = {
    "id": lambda account: account.act.id,
    "type": lambda account: account.act.type,
    "mode": lambda account: account.act.mode,
    "contexts": lambda account: joined(account.act.contexts),
    "cameo": lambda account: account.act.cameo,
    "quad": lambda account: account.act.quad,
    "goldstein": lambda account: account.act.goldstein,
    "status": lambda account: account.act.status,
    "historical": lambda account: account.act.historical,
    "actors": lambda account: _ids(account.act.actors),
    "actor_names": lambda account: _names(account.act.actors),
    "actor_countries": lambda account: _countries(account.act.actors),
    "actor_sectors": lambda account: _sectors(account.act.actors),
    "actor_persons": lambda account: _persons(account.act.actors),
    "recipients": lambda account: _ids(account.act.recipients),
    "recipient_names": lambda account: _names(account.act.recipients),
    "recipient_countries": lambda account: _countries(account.act.recipients),
    "recipient_sectors": lambda account: _sectors(account.act.recipients),
    "recipient_persons": lambda account: _persons(account.act.recipients),
    **_date("date", lambda act: act.date),
    **_date("due", lambda act: act.due),
    "place": _of_place(lambda place: place.name),
    "place_country": _of_place(lambda place: place.country),
    "place_precision": _of_place(lambda place: place.precision),
    "place_latitude": _of_place(lambda place: place.latitude),
    "place_longitude": _of_place(lambda place: place.longitude),
    "magnitudes": lambda account: joined(magnitude.text for magnitude in account.act.magnitudes),
    "said_by": lambda account: joined(participant.id for participant in account.event.said_by),
    "first_reported": lambda account: account.act.first_reported,
    "last_reported": lambda account: account.act.last_reported,
    "status_history": lambda account: joined(
        " ".join(filter(None, (standing.status, standing.known_on))) for standing in account.act.status_history
    ),
    "report_count": lambda account: len(account.act.reports),
    "document_count": lambda account: len(account.act.documents),
    "outlet_count": lambda account: len(account.act.outlets),
    "claim_count": lambda account: _voices(account.act, "claims"),
    "denial_count": lambda account: _voices(account.act, "denies"),
    "otherwise_count": lambda account: _voices(account.act, "otherwise"),
    "outlets": lambda account: joined(account.act.outlets),
    "event": lambda account: account.event.id,
    "document": lambda account: account.document.id,
    "source_id": lambda account: account.document.source_id,
    "path": lambda account: account.document.path,
    "title": lambda account: account.document.title,
    "outlet": lambda account: account.document.outlet,
    "published": lambda account: account.document.published,
    "url": lambda account: account.document.url,
    "licence": lambda account: account.document.licence,
    "sentence": lambda account: account.sentence,
    "in_lead": lambda account: account.in_lead,
    "trigger": lambda account: account.event.trigger.text,
    "trigger_start": lambda account: account.event.trigger.start,
    "trigger_end": lambda account: account.event.trigger.end,
    "evidence": lambda account: joined(span.text for span in account.event.evidence),
    "why": lambda account: f"{account.event.why.file}:{account.event.why.line} {account.event.why.frame}",
    "confidence": lambda account: account.act.confidence,
}
