"""Wikidata: takes JSON lines of entities or a table of query results; gives rows of actors.

Entities are read as the dump has them, plain or packed. A file is read twice: an office is an item of its own, and its
name, its state and a person's family name are taken from the items of the same file, where it has them.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dragoman.imports import wikidata_items as told
from dragoman.imports.dates import day_after, is_disordered
from dragoman.imports.lines import Imported, Skipped, first_line, numbered_lines
from dragoman.imports.names import cleaned, family_name, further_names
from dragoman.imports.query_results import Row, read_row, read_table
from dragoman.imports.tables import SHIPPED, Book, ClassEntry, WikidataFile, open_book
from dragoman.imports.wikidata_items import Item, Statement
from dragoman.knowledge.own_actors import ActorRow
from dragoman.knowledge.rows import read_yaml
from dragoman.knowledge.world import World

_SOURCE = "Wikidata"


def read_wikidata(path: Path, *, world: World | None = None, folder: Path = SHIPPED) -> Iterator[Imported]:
    """The rows of a file from Wikidata, and what was set aside.

    `world` is the book to which the rows are added, `folder` the pack that says what classes and titles mean.

        rows = [row for row in read_wikidata(Path("ministers.jsonl.gz")) if isinstance(row, ActorRow)]

    Raises:
        SourceError: the file cannot be read.
        PackError: the pack is faulty.
    """
    book = open_book(world, folder)
    table = read_yaml(folder / "wikidata.yaml", WikidataFile)
    if first_line(path)[:1] in {b"{", b"["}:
        yield from _Reader(book=book, table=table, known=_known_items(path, table)).read(path)
    else:
        yield from read_table(path, book, table)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What other items need of one: its name, its code if it is a state, and whom an office of that name serves."""

    label: str | None
    code: str | None
    serves: tuple[str, ...]


_Line = Item | Row
_decode_item = msgspec.json.Decoder(Item).decode
_decode_row = msgspec.json.Decoder(Row).decode


def _decoded(raw: bytes) -> _Line | str:
    """The entity or the row of results that a line holds, or why it holds neither."""
    try:
        return _decode_item(raw) if b'"claims"' in raw else _decode_row(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return f"neither an entity nor a row of results: {error}"


def _lines(path: Path) -> Iterator[tuple[int, _Line | str]]:
    """The lines of the file; those that open and close the one long list of a dump are none."""
    for number, line in numbered_lines(path):
        raw = line.rstrip(b",")
        if raw not in {b"[", b"]", b""}:
            yield number, _decoded(raw)


def _known_items(path: Path, table: WikidataFile) -> dict[str, _Known]:
    """What the file tells of the items that are no humans."""
    known: dict[str, _Known] = {}
    for _, item in _lines(path):
        if isinstance(item, Item) and table.human not in told.items(told.snaks(item.told.P31)):
            known[item.id] = _Known(
                label=item.label,
                code=told.text(told.snaks(item.told.P298)),
                serves=(*told.items(told.snaks(item.told.P1001)), *told.items(told.snaks(item.told.P17))),
            )
    return known


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Reads the lines of a file, with what is known of the items in it."""

    book: Book
    table: WikidataFile
    known: dict[str, _Known]

    def read(self, path: Path) -> Iterator[Imported]:
        """The rows of the file."""
        for line, item in _lines(path):
            if isinstance(item, str):
                yield Skipped(line=line, reason=item)
            elif isinstance(item, Item):
                yield from self._item(line, item)
            else:
                yield from read_row(line, item, self.book, self.table)

    def _item(self, line: int, item: Item) -> Iterator[Imported]:
        """The rows of an entity: a person's, one for each office, or a body's."""
        name = cleaned(item.label or "")
        if not name:
            yield Skipped(line=line, reason=f"{item.id}: it has no English label")
            return
        classes = told.items(told.snaks(item.told.P31))
        if self.table.human in classes:
            yield from self._person(line, item, name)
            return
        id_ = self._state(item.id)
        if id_ is not None:
            yield from self._state_row(line, item, id_)
        elif not self.table.states.isdisjoint(classes):
            yield Skipped(line=line, reason=f"{item.id} {name}: a state without a code that the book has")
        else:
            kind = next((one for one in self.table.classes if one.item in classes), None)
            yield from self._body(line, item, name, kind)

    def _person(self, line: int, item: Item, name: str) -> Iterator[Imported]:
        """The offices of a person, a row each."""
        statements = [one for one in item.told.P39 if one.rank != "deprecated"]
        if not statements:
            yield Skipped(line=line, reason=f"{item.id} {name}: holds no office")
            return
        person = self._without_office(item, name)
        further = further_names(self.book.world, person.id, "person", name, item.other_names)
        person = person.model_copy(update={"names": further.names})
        yield from (Skipped(line=line, reason=reason) for reason in further.left_out)
        birth, death = (told.day(told.snaks(dates)) for dates in (item.told.P569, item.told.P570))
        for statement in statements:
            yield self._held(line, person, statement, birth, death)

    def _without_office(self, item: Item, name: str) -> ActorRow:
        gender = (self.table.genders.get(one) for one in told.items(told.snaks(item.told.P21)))
        return ActorRow(
            id=item.id.lower(),
            name=name,
            kind="person",
            country=self._country(item.told.P27),
            family=family_name(self.book.world, name, self._label(item.told.P734)),
            gender=next(gender, None),
            source=_SOURCE,
        )

    def _held(
        self, line: int, person: ActorRow, statement: Statement, birth: str | None, death: str | None
    ) -> Imported:
        """The row of one office, or why it is none."""
        title = self._label([statement])
        if title is None:
            items = ", ".join(told.items([statement.mainsnak])) or "an unknown one"
            return Skipped(line=line, reason=f"{person.id} {person.name}: the file does not name the office {items}")
        office = self.book.offices.read(title, told=self._served(statement), home=person.country)
        if isinstance(office, str):
            return Skipped(line=line, reason=f"{person.id} {person.name}: {office}")
        dates = told.qualifiers(statement)
        start, end = told.day(dates.P580), told.day(dates.P582) or _after(death)
        if is_disordered(start, end) or is_disordered(birth, start):
            return Skipped(line=line, reason=f"{person.id} {person.name}: {title}: ends before it starts ({start})")
        return office.held_by(person, start, end)

    def _served(self, statement: Statement) -> str | None:
        """Whom an office serves: what stands beside it, else what the item of the office tells."""
        beside = told.qualifiers(statement)
        served = [*told.items(beside.P1001), *told.items(beside.P642)]
        for position in told.items([statement.mainsnak]):
            served += self.known[position].serves if position in self.known else ()
        found = (self.table.organisations.get(one) or self._state(one) for one in served)
        return next((one for one in found if one in self.book.world.ids), None)

    def _state_row(self, line: int, item: Item, id_: str) -> Iterator[Imported]:
        """A state of the book with the names that it has here and not there."""
        state = self.book.world.entity(id_)
        further = further_names(self.book.world, id_, "state", state.name, (item.label or "", *item.other_names))
        yield from (Skipped(line=line, reason=reason) for reason in further.left_out)
        if not further.names:
            yield Skipped(line=line, reason=f"{item.id} {state.name}: the book has the state and all its names")
            return
        yield ActorRow(
            id=id_,
            name=state.name,
            names=further.names,
            kind=state.kind,
            start=state.start,
            end=state.end,
            source=_SOURCE,
        )

    def _body(self, line: int, item: Item, name: str, what: ClassEntry | None) -> Iterator[Imported]:
        """An organisation, a group or a firm."""
        if what is None:
            classes = ", ".join(told.items(told.snaks(item.told.P31))) or "nothing"
            yield Skipped(line=line, reason=f"{item.id} {name}: an instance of {classes}, which names no actor")
            return
        country = None if what.kind == "igo" else self._country(item.told.P17)
        if country is None and item.told.P17 and what.kind != "igo":
            yield Skipped(line=line, reason=f"{item.id} {name}: its country is none of the book")
            return
        id_ = item.id.lower()
        further = further_names(self.book.world, id_, what.kind, name, item.other_names)
        yield from (Skipped(line=line, reason=reason) for reason in further.left_out)
        yield ActorRow(
            id=id_,
            name=name,
            names=further.names,
            kind=what.kind,
            country=country,
            sector=what.sector,
            start=told.day(told.snaks(item.told.P571)),
            end=told.day(told.snaks(item.told.P576)),
            source=_SOURCE,
        )

    def _country(self, statements: list[Statement]) -> str | None:
        """The first state of the book among those said; one that is over comes last."""
        ordered = sorted(told.counted(statements), key=lambda one: bool(told.qualifiers(one).P582))
        found = (self._state(one) for one in told.items([statement.mainsnak for statement in ordered]))
        return next((one for one in found if one), None)

    def _state(self, item: str) -> str | None:
        """The id of the state that an item is, by the book's table of items or the item's own code."""
        known = self.known.get(item)
        return self.book.items.get(item) or self.book.state(known.code if known else None)

    def _label(self, statements: list[Statement]) -> str | None:
        """The name of the first item said: what stands beside it, else what the file tells of it."""
        for value in told.values(told.snaks(statements)):
            known = self.known.get(value.id or f"Q{value.number}")
            label = told.inlined(value) or (known.label if known else None)
            if label:
                return cleaned(label)
        return None


def _after(death: str | None) -> str | None:
    """The first day without the holder."""
    return day_after(death) if death and len(death) == len("2022-07-08") else death
