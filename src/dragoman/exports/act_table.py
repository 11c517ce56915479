"""Act table: takes accounts of acts, gives one Arrow table: a row an act, its parts nested.

The columns are the fields of `Act`, then those of `Account`: the fullest report of it as `event`, the heading of that
report's document as `document`, and where it stands.
"""

from collections.abc import Callable, Iterable, Sequence

import pyarrow as pa

from dragoman.exports.arrays import counts, figures, lists, optional, struct, truths, words
from dragoman.exports.columns import event_array
from dragoman.records.account import Account, Heading
from dragoman.records.act import Act, ActDate, ActMagnitude, ActPlace, Merge, Party, Standing, Voice


def act_table(accounts: Iterable[Account]) -> pa.Table:
    """One row an act."""
    accounts = tuple(accounts)
    acts = [account.act for account in accounts]
    columns = {name: column(acts) for name, column in COLUMNS.items()}
    columns["event"] = event_array([account.event for account in accounts])
    columns["document"] = _headings([account.document for account in accounts])
    columns["sentence"] = counts([account.sentence for account in accounts])
    columns["in_lead"] = truths([account.in_lead for account in accounts])
    return pa.table(columns)


def _parties(parties: Sequence[Party]) -> pa.Array:
    return struct(
        {
            "id": words([party.id for party in parties]),
            "name": words([party.name for party in parties]),
            "kind": words([party.kind for party in parties]),
            "country": words([party.country for party in parties]),
            "sector": words([party.sector for party in parties]),
            "person": words([party.person for party in parties]),
            "office": words([party.office for party in parties]),
            "event": words([party.event for party in parties]),
        },
    )


def _dates(dates: Sequence[ActDate]) -> pa.Array:
    return struct(
        {
            "start": words([date.start for date in dates]),
            "end": words([date.end for date in dates]),
            "precision": words([date.precision for date in dates]),
            "event": words([date.event for date in dates]),
        },
    )


def _places(places: Sequence[ActPlace]) -> pa.Array:
    return struct(
        {
            "name": words([place.name for place in places]),
            "country": words([place.country for place in places]),
            "precision": words([place.precision for place in places]),
            "latitude": figures([place.latitude for place in places]),
            "longitude": figures([place.longitude for place in places]),
            "event": words([place.event for place in places]),
        },
    )


def _magnitudes(magnitudes: Sequence[ActMagnitude]) -> pa.Array:
    return struct(
        {
            "low": figures([magnitude.low for magnitude in magnitudes]),
            "best": figures([magnitude.best for magnitude in magnitudes]),
            "high": figures([magnitude.high for magnitude in magnitudes]),
            "unit": words([magnitude.unit for magnitude in magnitudes]),
            "approximate": truths([magnitude.approximate for magnitude in magnitudes]),
            "text": words([magnitude.text for magnitude in magnitudes]),
            "event": words([magnitude.event for magnitude in magnitudes]),
        },
    )


def _voices(voices: Sequence[Voice]) -> pa.Array:
    return struct(
        {
            "stance": words([voice.stance for voice in voices]),
            "outlets": lists([voice.outlets for voice in voices], words),
            "documents": lists([voice.documents for voice in voices], words),
            "events": lists([voice.events for voice in voices], words),
            "by": lists([voice.by for voice in voices], words),
            "differs": lists([voice.differs for voice in voices], words),
        },
    )


def _standings(standings: Sequence[Standing]) -> pa.Array:
    return struct(
        {
            "status": words([standing.status for standing in standings]),
            "known_on": words([standing.known_on for standing in standings]),
            "event": words([standing.event for standing in standings]),
        },
    )


def _merges(merges: Sequence[Merge]) -> pa.Array:
    return struct(
        {
            "event": words([merge.event for merge in merges]),
            "other": words([merge.other for merge in merges]),
            "score": figures([merge.score for merge in merges]),
            "reasons": lists([merge.reasons for merge in merges], words),
            "by_hand": truths([merge.by_hand for merge in merges]),
        },
    )


def _headings(headings: Sequence[Heading]) -> pa.Array:
    return struct(
        {
            "id": words([heading.id for heading in headings]),
            "path": words([heading.path for heading in headings]),
            "title": words([heading.title for heading in headings]),
            "published": words([heading.published for heading in headings]),
            "outlet": words([heading.outlet for heading in headings]),
            "url": words([heading.url for heading in headings]),
            "source_id": words([heading.source_id for heading in headings]),
            "licence": words([heading.licence for heading in headings]),
        },
    )


COLUMNS: dict[str, Callable[[Sequence[Act]], pa.Array]] = {
    "id": lambda acts: words([act.id for act in acts]),
    "type": lambda acts: words([act.type for act in acts]),
    "mode": lambda acts: words([act.mode for act in acts]),
    "contexts": lambda acts: lists([act.contexts for act in acts], words),
    "cameo": lambda acts: words([act.cameo for act in acts]),
    "quad": lambda acts: words([act.quad for act in acts]),
    "goldstein": lambda acts: figures([act.goldstein for act in acts]),
    "status": lambda acts: words([act.status for act in acts]),
    "historical": lambda acts: truths([act.historical for act in acts]),
    "actors": lambda acts: lists([act.actors for act in acts], _parties),
    "recipients": lambda acts: lists([act.recipients for act in acts], _parties),
    "date": lambda acts: optional([act.date for act in acts], _dates),
    "due": lambda acts: optional([act.due for act in acts], _dates),
    "place": lambda acts: optional([act.place for act in acts], _places),
    "magnitudes": lambda acts: lists([act.magnitudes for act in acts], _magnitudes),
    "reports": lambda acts: lists([act.reports for act in acts], words),
    "documents": lambda acts: lists([act.documents for act in acts], words),
    "outlets": lambda acts: lists([act.outlets for act in acts], words),
    "voices": lambda acts: lists([act.voices for act in acts], _voices),
    "status_history": lambda acts: lists([act.status_history for act in acts], _standings),
    "merges": lambda acts: lists([act.merges for act in acts], _merges),
    "first_reported": lambda acts: words([act.first_reported for act in acts]),
    "last_reported": lambda acts: words([act.last_reported for act in acts]),
    "confidence": lambda acts: figures([act.confidence for act in acts]),
}
