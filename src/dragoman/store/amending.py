"""Amending: takes the versions that acts shall have, holds them against those that they have, writes what differs.

A report that comes in changes little of an act: how many tell it, and its record. So a row that stays as it was is not
touched, and one that changes is changed in its place: the indexes over whatever did not change stay as they are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Table, and_, bindparam, delete, select, update

from dragoman.records.act import Act
from dragoman.store import schema
from dragoman.store.changing import note_changed
from dragoman.store.parts import in_parts, rows_among
from dragoman.store.rows import BESIDE, Row, Values, act_row, context_values, dyad_values, party_values
from dragoman.store.schema import EVER
from dragoman.store.writing import insert_beside, insert_rows, next_number, take_away_versions

_UNNUMBERED = 0  # until it is known which row a version takes

Place = tuple[str, int]
"""The id of an act and the day from which on it was known so: one version."""


@dataclass(frozen=True, slots=True)
class Version:
    """An act as it was known from one day on, as rows: its own, and the values of those beside it."""

    place: Place
    row: Row
    beside: Mapping[Table, Collection[Values]]


def version_of(act: Act, *, known_from: int, known_to: int) -> Version:
    """The rows of an act as it was known between two days."""
    row = act_row(_UNNUMBERED, act, known_from=known_from, known_to=known_to)
    day = int(str(row["day"]))
    beside = {
        schema.act_parties: party_values(act, day),
        schema.act_contexts: context_values(act, day),
        schema.dyads: dyad_values(act, day) if known_to == EVER else (),
    }
    del row["number"]
    return Version((act.id, known_from), row, beside)


def amend_acts(
    connection: Connection,
    ids: Iterable[str],
    versions: Iterable[Version],
    *,
    standing: Mapping[str, int],
    former: Mapping[str, Sequence[str]],
) -> None:
    """Leaves of the acts `ids` these versions alone, and of those in `standing` what was known before a day as well.

    The last version of an act that stands ends on that day. Where an act has no versions yet those of the first of
    its `former` ids that has some become its own.
    """
    wanted = {version.place: version for version in versions}
    found = _numbers_there(connection, ids, standing)
    renamed = _renamed({id_ for id_, _ in found}, former)
    there = {(renamed.get(id_, id_), day): number for (id_, day), number in found.items()}
    take_away_versions(connection, [number for place, number in there.items() if place not in wanted])
    kept = {number: wanted[place] for place, number in there.items() if place in wanted}
    changed = _change(connection, kept)
    first = next_number(connection, schema.acts)
    new = dict(enumerate((version for place, version in wanted.items() if place not in there), start=first))
    insert_rows(connection, schema.acts, [version.row | {"number": number} for number, version in new.items()])
    changed |= _amend_beside(connection, kept, new)
    note_changed(connection, "acts", changed)


def _renamed(there: Collection[str], former: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """The new ids of acts that are there under a former one."""
    lacking = {name: [one for one in ids if one in there] for name, ids in former.items() if name not in there}
    return {ids[0]: name for name, ids in lacking.items() if ids}


def _numbers_there(connection: Connection, ids: Iterable[str], standing: Mapping[str, int]) -> dict[Place, int]:
    """The versions that there are, by number, but for those that stand; the last of these ends."""
    acts = schema.acts.c
    columns = (acts.number, acts.id, acts.known_from, acts.known_to)
    there: dict[Place, int] = {}
    ending: list[Row] = []
    for number, id_, known_from, known_to in rows_among(connection, select(*columns), acts.id, ids):
        day = standing.get(id_, known_from)
        if known_from >= day:
            there[id_, known_from] = number
        elif known_to > day:
            ending.append({"of": number, "id": id_, "until": day})
    _end(connection, ending)
    return there


def _end(connection: Connection, ending: Sequence[Row]) -> None:
    """Lets versions end; the dyads are of what is known now alone."""
    acts = schema.acts
    if ending:
        note_changed(connection, "acts", (str(row["id"]) for row in ending))
        until = update(acts).where(acts.c.number == bindparam("of")).values(known_to=bindparam("until"))
        connection.execute(until, [{"of": row["of"], "until": row["until"]} for row in ending])
    for some in in_parts(row["of"] for row in ending):
        connection.execute(delete(schema.dyads).where(schema.dyads.c.act.in_(some)))


def _change(connection: Connection, kept: Mapping[int, Version]) -> set[str]:
    """Changes in each row what is not as it shall be: those in which the same columns change, together.

    Gives the ids of the acts that changed; of one that bears another id from now on both.
    """
    acts = schema.acts
    columns = [column for column in acts.c if column.name != "number"]
    at = columns.index(acts.c.id)
    changes: defaultdict[tuple[str, ...], list[Row]] = defaultdict(list)
    changed: set[str] = set()
    for number, *values in rows_among(connection, select(acts.c.number, *columns), acts.c.number, kept):
        row = kept[number].row
        names = tuple(column.name for column, value in zip(columns, values, strict=True) if row[column.name] != value)
        if names:
            changes[names].append({f"new_{name}": row[name] for name in names} | {"of": number})
            changed |= {values[at], str(row["id"])}
    for names, rows in changes.items():
        new: Row = {name: bindparam(f"new_{name}") for name in names}
        connection.execute(update(acts).where(acts.c.number == bindparam("of")).values(new), rows)
    return changed


def _amend_beside(connection: Connection, kept: Mapping[int, Version], new: Mapping[int, Version]) -> set[str]:
    """Takes away and adds the rows beside versions that are not as they shall be; gives the acts that had others."""
    changed: set[str] = set()
    for table in (schema.act_parties, schema.act_contexts, schema.dyads):
        there: defaultdict[int, set[Values]] = defaultdict(set)
        columns = [table.c[name] for name in BESIDE[table]]
        for number, *values in rows_among(connection, select(table.c.act, *columns), table.c.act, kept):
            there[number].add(tuple(values))
        wanted = {number: version.beside[table] for number, version in {**kept, **new}.items()}
        going, coming = list(_without(there, wanted)), list(_without(wanted, there))
        _delete_rows(connection, table, going)
        insert_beside(connection, table, coming)
        changed |= {kept[number].place[0] for number, _ in (*going, *coming) if number in kept}
    return changed


def _without(
    those: Mapping[int, Collection[Values]], others: Mapping[int, Collection[Values]]
) -> Iterator[tuple[int, Values]]:
    return (
        (number, values) for number, all_ in those.items() for values in all_ if values not in others.get(number, ())
    )


def _delete_rows(connection: Connection, table: Table, those: Iterable[tuple[int, Values]]) -> None:
    keys = [column.name for column in table.primary_key]
    same = and_(*(table.c[name] == bindparam(f"old_{name}") for name in keys))
    rows = [{"act": number} | dict(zip(BESIDE[table], values, strict=True)) for number, values in those]
    if rows:
        connection.execute(delete(table).where(same), [{f"old_{name}": row[name] for name in keys} for row in rows])
