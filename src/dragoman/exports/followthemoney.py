"""FollowTheMoney: takes accounts of acts, writes entities as JSON lines: an Event an act, and whoever takes part.

Participants are told once, after the acts, with all that the acts say of them. Officials who act for a state are
entities of their own, a Person with their office as `position`.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import msgspec
from anyascii import anyascii
from pydantic import Field

from dragoman.exports.act_columns import passage
from dragoman.exports.sentences import act_sentence
from dragoman.exports.targets import Target, opened
from dragoman.knowledge.rows import Shape, read_text, read_yaml
from dragoman.records.account import Account
from dragoman.records.act import ActDate, Party
from dragoman.records.participant import Kind
from dragoman.records.slugs import slug

Properties = dict[str, list[str]]
Entities = dict[str, tuple[str, Properties]]

_encode = msgspec.json.Encoder().encode


class SchemaEntry(Shape):
    """followthemoney.yaml: the schema of some participants, and their topics."""

    schema_: str = Field(alias="schema")
    topics: tuple[str, ...] = ()


class FollowTheMoneyFile(Shape):
    """followthemoney.yaml."""

    kinds: dict[Kind, SchemaEntry]
    sectors: dict[str, SchemaEntry]
    countries: dict[str, str | None]


def write_followthemoney(accounts: Iterable[Account], target: Target) -> int:
    """One entity a line. Gives how many acts were written; participants are not counted."""
    count = 0
    participants: Entities = {}
    with opened(target) as stream:
        for account in accounts:
            stream.write(_line(f"dragoman-act-{_plain(account.act.id)}", "Event", _event(account)))
            for id_, schema, properties in _participants(account):
                _add(participants, id_, schema, properties)
            count += 1
        for id_, (schema, properties) in participants.items():
            stream.write(_line(id_, schema, properties))
    return count


def _line(id_: str, schema: str, properties: Properties) -> bytes:
    told = {name: values for name, values in properties.items() if values}
    return _encode({"id": id_, "schema": schema, "properties": told}) + b"\n"


def _event(account: Account) -> Properties:
    """Those who act are the organizers of what they do to others; of what all sides do together there are none."""
    act, document = account.act, account.document
    populations = [party.name for party in act.participants if _entry(party) is None]
    return {
        "name": [act_sentence(act)],
        "summary": _some(passage(account)),
        **_days(act.date),
        "country": _countries(act.place.country if act.place else None),
        "location": _some(act.place.name if act.place else None),
        "recordId": [act.id],
        "sourceUrl": _some(document.url),
        "publisher": _some(document.outlet),
        "keywords": _unique((act.type, act.mode, act.status, *act.contexts)),
        "organizer": _ids(act.actors) if act.recipients else [],
        "involved": _unique((*_ids(act.actors), *_ids(act.recipients), *_officials(account))),
        "namesMentioned": _unique(populations),
    }


def _days(when: ActDate | None) -> Properties:
    if when is None:
        return {}
    return {"date": [when.start]} if when.start == when.end else {"startDate": [when.start], "endDate": [when.end]}


def _participants(account: Account) -> Iterator[tuple[str, str, Properties]]:
    """Each side with its schema; the officials who act for it."""
    for party in account.act.participants:
        entry = _entry(party)
        if entry is None:
            continue
        known = {
            "name": [party.name],
            "country": _countries(party.country),
            "topics": list(entry.topics),
        }
        yield _id(party), entry.schema_, known
        if party.person and party.kind != "person":
            told = {
                "name": [party.person],
                "position": _some(party.office),
                "country": _countries(party.country),
            }
            yield _person_id(party.person), "Person", told


def _add(entities: Entities, id_: str, schema: str, properties: Properties) -> None:
    """An entity is of one schema, that of its first act; what later acts say of it is added."""
    _, known = entities.setdefault(id_, (schema, {}))
    for name, values in properties.items():
        known[name] = _unique((*known.get(name, ()), *values))


def _entry(party: Party) -> SchemaEntry | None:
    """The schema of a participant; None for a population."""
    knowledge = _knowledge()
    of_sector = knowledge.sectors.get(party.sector or "") if party.kind == "organisation" else None
    return of_sector or knowledge.kinds.get(party.kind)


def _ids(parties: Sequence[Party]) -> list[str]:
    return _unique(_id(party) for party in parties if _entry(party) is not None)


def _officials(account: Account) -> list[str]:
    parties = account.act.participants
    return [
        _person_id(party.person) for party in parties if party.person and party.kind not in {"person", "population"}
    ]


def _id(party: Party) -> str:
    return f"dragoman-{_plain(party.id)}"


def _person_id(name: str) -> str:
    """As that of a person whom no list knows, so that the official and the person are one entity."""
    return f"dragoman-{_plain(slug(name))}"


def _plain(id_: str) -> str:
    """An id with the few characters that FollowTheMoney allows in one."""
    return re.sub(r"[^0-9A-Za-z]+", "-", anyascii(id_)).strip("-")


def _countries(state: str | None) -> list[str]:
    return _some(_country_codes().get(state or ""))


def _some(value: str | None) -> list[str]:
    return [value] if value else []


def _unique(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value))


@cache
def _knowledge() -> FollowTheMoneyFile:
    return read_yaml(_pack("exports") / "followthemoney.yaml", FollowTheMoneyFile)


@cache
def _country_codes() -> Mapping[str, str | None]:
    rows = csv.DictReader(read_text(_pack("imports") / "country_codes.csv").splitlines())
    return {row["id"]: row["iso2"].lower() for row in rows} | _knowledge().countries


def _pack(name: str) -> Path:
    return Path(str(files("dragoman.packs") / name))
