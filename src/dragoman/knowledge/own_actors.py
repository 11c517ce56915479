"""Actors of a user's own pack: takes its actors.csv or actors.yaml, gives the facts to lay over a world.

One row is one actor; a person with several offices has a row for each, all with one id. A row whose id the book has
adds its names and takes the place of what it tells otherwise.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from dragoman.errors import PackError
from dragoman.knowledge.facts import Entity, Name, Person, Tenure, Use
from dragoman.knowledge.packing import OwnFacts
from dragoman.knowledge.rows import Shape, read_csv, read_yaml_list
from dragoman.knowledge.spellings import full_names
from dragoman.knowledge.world_shapes import Date, Names, NameText, Sector
from dragoman.records.participant import Kind

FILES = ("actors.csv", "actors.yaml")


class ActorRow(Shape):
    """A row of actors.csv or an entry of actors.yaml: a state, organisation, group or firm, or a person in an office.

    `kind: person` may tell `family` (the name that stands alone in news), `gender`, and an office: `office` in words,
    `role` (head_of_state, foreign …), `actor` (whom it serves, the person's `country` if left out). `start` and `end`
    are the tenure's for a person in office, else the time in which the body exists; `end` is the first day after.
    """

    id: NameText
    name: NameText
    names: Names = ()
    kind: Kind
    country: str | None = None
    sector: Sector | None = None
    parent: str | None = None
    family: NameText | None = None
    gender: Literal["f", "m"] | None = None
    office: NameText | None = None
    role: str | None = None
    actor: str | None = None
    start: Date | None = None
    end: Date | None = None
    source: str | None = None


COLUMNS = tuple(ActorRow.model_fields)


def read_own_actors(folder: Path) -> tuple[ActorRow, ...]:
    """The rows of a pack's actors.csv and actors.yaml; none if it has neither.

    Raises:
        PackError: a row is faulty; the message lists every fault with its file and line.
    """
    if not folder.is_dir():
        raise PackError(f"{folder}: there is no such folder; name the folder of a pack")
    rows: list[ActorRow] = []
    if (folder / FILES[0]).exists():
        rows += read_csv(folder / FILES[0], ActorRow)
    if (folder / FILES[1]).exists():
        rows += read_yaml_list(folder / FILES[1], ActorRow)
    return tuple(rows)


def own_facts(rows: Sequence[ActorRow], known: Iterable[str]) -> OwnFacts:
    """The facts that the rows tell; `known` are the ids of the book below, to which they may refer.

    Raises:
        PackError: a row refers to an id that neither the book nor the rows have.
    """
    bodies = [row for row in rows if row.kind != "person"]
    ids = {*known, *(row.id for row in bodies)}
    faults = [
        f"actors: {row.id}: '{id_}' is the id of no actor; add a row for it or take another"
        for row in rows
        for id_ in (row.country, row.actor, row.parent)
        if id_ is not None and id_ not in ids
    ]
    faults += [
        f"actors: {row.id}: an office needs `actor` or `country`, so that it is told whom it serves"
        for row in rows
        if row.office and not (row.actor or row.country)
    ]
    faults += [
        f"actors: {row.id}: ends {row.end}, before it starts {row.start}"
        for row in rows
        if row.start is not None and row.end is not None and row.end < row.start
    ]
    if faults:
        raise PackError("\n".join(faults))
    return OwnFacts(
        entities=tuple(_entity(row) for row in bodies),
        persons=tuple(_persons(row for row in rows if row.kind == "person")),
        names=tuple(name for row in rows for name in _names(row)),
    )


def _entity(row: ActorRow) -> Entity:
    return Entity(
        id=row.id,
        name=row.name,
        kind=row.kind,
        country=row.id if row.kind == "state" else row.country,
        sector=row.sector,
        parent=row.parent,
        start=row.start,
        end=row.end,
    )


def _persons(rows: Iterable[ActorRow]) -> Iterator[Person]:
    by_id: dict[str, list[ActorRow]] = defaultdict(list)
    for row in rows:
        by_id[row.id].append(row)
    for id_, several in by_id.items():
        first = several[0]
        yield Person(
            id=id_,
            name=first.name,
            family=first.family or "",
            gender=first.gender,
            country=first.country,
            tenures=tuple(sorted((_tenure(row) for row in several if row.office), key=lambda one: one.start or "")),
        )


def _tenure(row: ActorRow) -> Tenure:
    return Tenure(
        actor=row.actor or row.country or "",
        office=row.office or "",
        role=row.role or "official",
        sector=row.sector or "GOV",
        start=row.start,
        end=row.end,
    )


def _names(row: ActorRow) -> Iterator[Name]:
    use: Use = "full" if row.kind == "person" else "name"
    texts = {row.name, *row.names}
    if row.kind == "person":
        family = row.family or row.name.rsplit(maxsplit=1)[-1]
        texts = {text for text in texts if " " in text} | full_names(row.name, family)
        if row.family:
            yield Name(text=row.family, use="family", target=row.id)
    for text in sorted(texts):
        yield Name(text=text, use=use, target=row.id, sector=None if row.kind == "person" else row.sector)
