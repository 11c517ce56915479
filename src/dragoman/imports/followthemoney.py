"""FollowTheMoney: takes JSON lines of entities; gives rows of actors.

An office is told in three entities: the Person, the Position, and the Occupancy that joins them. The file is read
twice: first the positions, the occupancies and the ids of the bodies, then the persons and the bodies themselves.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from dragoman.imports.dates import is_disordered, iso_date
from dragoman.imports.lines import Imported, Skipped, numbered_lines
from dragoman.imports.names import cleaned, family_name, further_names, is_latin
from dragoman.imports.tables import SHIPPED, Book, FollowTheMoneyFile, TopicEntry, open_book
from dragoman.knowledge.own_actors import ActorRow
from dragoman.knowledge.rows import read_yaml
from dragoman.knowledge.world import World


def read_followthemoney(path: Path, *, world: World | None = None, folder: Path = SHIPPED) -> Iterator[Imported]:
    """The rows of a file of FollowTheMoney entities, and what was set aside.

    `world` is the book to which the rows are added, `folder` the pack that says what schemata, topics and titles mean.

    Raises:
        SourceError: the file cannot be read.
        PackError: the pack is faulty.
    """
    book = open_book(world, folder)
    reader = _Reader(book=book, table=read_yaml(folder / "followthemoney.yaml", FollowTheMoneyFile))
    reader.gather(path)
    yield from reader.read(path)


class Nested(msgspec.Struct):
    """An entity that stands inside another: its id is read, itself it is not."""

    id: str


class Entity(msgspec.Struct):
    """A line of the file."""

    id: str
    schema: str
    properties: dict[str, list[str | Nested]] = {}
    caption: str | None = None
    datasets: list[str] = []

    def all(self, *names: str) -> list[str]:
        """The values of the properties."""
        some = (value for name in names for value in self.properties.get(name, []))
        return [value.id if isinstance(value, Nested) else value for value in some]

    def first(self, *names: str) -> str | None:
        """The first value of the properties."""
        return next(iter(self.all(*names)), None)


_decode = msgspec.json.Decoder(Entity).decode


def _lines(path: Path) -> Iterator[tuple[int, Entity | str]]:
    """The entities of the file with their lines, or why a line holds none."""
    for number, raw in numbered_lines(path):
        try:
            entity = _decode(raw)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            yield number, f"no entity: {error}"
        else:
            yield number, entity


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Reads a file, with what it tells of positions and of who held them."""

    book: Book
    table: FollowTheMoneyFile
    posts: dict[str, Entity] = field(default_factory=dict)
    held: dict[str, list[tuple[int, Entity]]] = field(default_factory=lambda: defaultdict(list))
    bodies: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)

    def gather(self, path: Path) -> None:
        """Notes what is needed before a person or a body can be told."""
        for line, entity in _lines(path):
            if isinstance(entity, str):
                continue
            if entity.schema == "Position":
                self.posts[entity.id] = entity
            elif entity.schema == "Occupancy":
                self.held[entity.first("holder") or ""].append((line, entity))
            elif entity.schema == "Person":
                self.persons.add(entity.id)
            elif entity.schema in self.table.schemata and isinstance(self._body(line, entity), ActorRow):
                self.bodies.add(entity.id)

    def read(self, path: Path) -> Iterator[Imported]:
        """The rows of the file."""
        for line, entity in _lines(path):
            if isinstance(entity, str):
                yield Skipped(line=line, reason=entity)
            elif entity.schema == "Person":
                yield from self._person(line, entity)
            elif entity.schema in self.table.schemata:
                yield from self._with_names(line, entity, self._body(line, entity))
            elif entity.schema == "Occupancy":
                yield from self._lonely(line, entity)
            elif entity.schema != "Position":
                yield Skipped(line=line, reason=f"{entity.id}: the schema {entity.schema} names no actor")

    def _lonely(self, line: int, occupancy: Entity) -> Iterator[Skipped]:
        """An occupancy whose person the file does not have; all others are told with their persons."""
        if occupancy.first("holder") not in self.persons:
            yield Skipped(line=line, reason=f"{occupancy.id}: the file does not have its holder")

    def _body(self, line: int, entity: Entity) -> Imported:
        """The row of a body without its further names, or why it is none."""
        name = _name(entity)
        if name is None:
            return Skipped(line=line, reason=f"{entity.id}: it has no name in Latin letters")
        what = self._what(entity)
        codes = entity.all("country", "jurisdiction", "mainCountry")
        country = self._country(codes)
        if country is None and what.kind != "igo" and codes:
            return Skipped(line=line, reason=f"{entity.id} {name}: the book has no country '{codes[0]}'")
        parent = entity.first("parent")
        return ActorRow(
            id=entity.id,
            name=name,
            kind=what.kind,
            country=None if what.kind == "igo" else country,
            sector=what.sector,
            parent=parent if parent in self.bodies and parent != entity.id else None,
            start=iso_date(entity.first("incorporationDate")),
            end=iso_date(entity.first("dissolutionDate")),
            source=_source(entity),
        )

    def _what(self, entity: Entity) -> TopicEntry:
        """The kind and sector of a body: by its topics, else by its schema."""
        topics = set(entity.all("topics"))
        found = next((one for one in self.table.topics if one.topic in topics), None)
        sector = self.table.schemata[entity.schema].sector
        return found or TopicEntry(topic="", kind="organisation", sector=sector)

    def _with_names(self, line: int, entity: Entity, row: Imported) -> Iterator[Imported]:
        """The row with the further names that the book may hold."""
        if isinstance(row, Skipped):
            yield row
            return
        further = further_names(self.book.world, row.id, row.kind, row.name, _other_names(entity))
        yield from (Skipped(line=line, reason=reason) for reason in further.left_out)
        yield row.model_copy(update={"names": further.names})

    def _person(self, line: int, entity: Entity) -> Iterator[Imported]:
        """A person's offices, a row each; one without offices has a row if it is told of which state."""
        name = _name(entity)
        if name is None:
            yield Skipped(line=line, reason=f"{entity.id}: it has no name in Latin letters")
            return
        codes = entity.all("nationality", "citizenship", "country")
        country = self._country(codes)
        occupancies = self.held.get(entity.id, [])
        if country is None and (codes or not occupancies):
            reason = f"the book has no country '{codes[0]}'" if codes else "neither an office nor a country is told"
            yield Skipped(line=line, reason=f"{entity.id} {name}: {reason}")
            return
        bare = ActorRow(
            id=entity.id,
            name=name,
            kind="person",
            country=country,
            family=family_name(self.book.world, name, entity.first("lastName")),
            gender=self.table.genders.get(entity.first("gender") or ""),
            source=_source(entity),
        )
        rows = list(self._with_names(line, entity, bare))
        yield from (row for row in rows if isinstance(row, Skipped))
        person = next(row for row in rows if isinstance(row, ActorRow))
        offices = [self._held(number, person, occupancy) for number, occupancy in occupancies]
        yield from offices
        if country and not any(isinstance(row, ActorRow) for row in offices):
            yield person

    def _held(self, line: int, person: ActorRow, occupancy: Entity) -> Imported:
        """The row of one office, or why it is none."""
        post = self.posts.get(occupancy.first("post") or "")
        title = _name(post) if post else None
        if post is None or title is None:
            return Skipped(line=line, reason=f"{occupancy.id} {person.name}: the file does not name the position")
        office = self.book.offices.read(title, told=self._served(post), home=person.country)
        if isinstance(office, str):
            return Skipped(line=line, reason=f"{occupancy.id} {person.name}: {office}")
        start = iso_date(occupancy.first("startDate"))
        end = iso_date(occupancy.first("endDate"))
        if is_disordered(start, end):
            return Skipped(line=line, reason=f"{occupancy.id} {person.name}: ends {end}, before it starts {start}")
        return office.held_by(person, start, end)

    def _served(self, post: Entity) -> str | None:
        """Whom a position serves: an organisation by its code, a state, else a body of the file."""
        codes = post.all("country")
        organisation = next(
            (self.table.organisations[code] for code in codes if code in self.table.organisations), None
        )
        body = post.first("organization")
        return organisation or self._country(codes) or (body if body in self.bodies else None)

    def _country(self, codes: Iterable[str]) -> str | None:
        """The first of the states that the book has."""
        return next((state for state in map(self.book.state, codes) if state), None)


def _name(entity: Entity) -> str | None:
    """The name to call it by: the caption, else the first of its names, in Latin letters."""
    texts = (cleaned(text) for text in (entity.caption or "", *entity.all("name")))
    found = next((text for text in texts if is_latin(text)), None)
    return _turned(found) if found and entity.schema == "Person" else found


def _other_names(entity: Entity) -> list[str]:
    texts = [cleaned(text) for text in entity.all("name", "alias", "abbreviation", "previousName")]
    return [_turned(text) if entity.schema == "Person" else text for text in texts if is_latin(text)]


def _turned(name: str) -> str:
    """A name with the family first and a comma ("Modi, Narendra") in its usual order."""
    family, comma, given = name.partition(", ")
    return f"{given} {family}" if comma and "," not in given else name


def _source(entity: Entity) -> str:
    return ": ".join(("FollowTheMoney", ", ".join(sorted(entity.datasets)))) if entity.datasets else "FollowTheMoney"
