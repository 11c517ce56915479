"""GeoJSON: takes accounts of acts, writes those whose place has coordinates as a FeatureCollection (RFC 7946).

A feature is a point, longitude before latitude, with the columns of `act_columns` as its properties and the act in one
line as `summary`. Acts without coordinates are left out; the member `left_out` says how many they are.
"""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.exports.act_columns import COLUMNS
from dragoman.exports.sentences import act_sentence
from dragoman.exports.targets import Target, opened
from dragoman.records.account import Account
from dragoman.records.act import ActPlace

_encode = msgspec.json.Encoder().encode


def write_geojson(accounts: Iterable[Account], target: Target) -> int:
    """One FeatureCollection. Gives how many acts were written; those without coordinates are not among them."""
    seen = count = 0
    with opened(target) as stream:
        stream.write(b'{"type":"FeatureCollection","features":[')
        for seen, account in enumerate(accounts, start=1):  # noqa: B007 - the last number is the count
            for feature in _feature(account):
                stream.write((b",\n" if count else b"\n") + feature)
                count += 1
        stream.write(b'\n],"left_out":%d}\n' % (seen - count))
    return count


def _feature(account: Account) -> Iterator[bytes]:
    """The act as a feature, or nothing."""
    point = _point(account.act.place)
    if point is not None:
        yield _encode(
            {
                "type": "Feature",
                "id": account.act.id,
                "geometry": {"type": "Point", "coordinates": point},
                "properties": {
                    "summary": act_sentence(account.act),
                    **{name: cell(account) for name, cell in COLUMNS.items()},
                },
            }
        )


def _point(place: ActPlace | None) -> tuple[float, float] | None:
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.longitude, place.latitude
