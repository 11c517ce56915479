"""PETRARCH: takes an actor dictionary of PETRARCH, PETRARCH-2 or TABARI; gives rows of actors.

    BURUNDI_  [BDI]
    +BURUNDIAN_
    KOFI_ANNAN_
        [IGOUNO 970101-061231]
        [ELI]

A dictionary does not say who is a person: petrarch.yaml has the words, titles and roles that tell.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import cast

from dragoman.imports.dates import day_after
from dragoman.imports.lines import Imported, Skipped, numbered_lines, text_of
from dragoman.imports.names import family_name, further_names, meant_by, slug
from dragoman.imports.petrarch_codes import Code, Codes
from dragoman.imports.petrarch_names import Spelling
from dragoman.imports.tables import SHIPPED, Book, PetrarchFile, open_book
from dragoman.knowledge.own_actors import ActorRow
from dragoman.knowledge.rows import read_yaml
from dragoman.knowledge.world import World
from dragoman.knowledge.world_shapes import Sector
from dragoman.records.participant import Kind

_BRACKETS = re.compile(r"\[([^\[\]]*)\]")
_COMMENT = re.compile(r"[#;].*")
_PLURALS = re.compile(r"\{[^{}]*\}")


def read_petrarch(path: Path, *, world: World | None = None, folder: Path = SHIPPED) -> Iterator[Imported]:
    """The rows of an actor dictionary, and what was set aside.

    `world` is the book to which the rows are added, `folder` the pack that says what codes and words mean.

    Raises:
        SourceError: the file cannot be read.
        PackError: the pack is faulty.
    """
    book = open_book(world, folder)
    table = read_yaml(folder / "petrarch.yaml", PetrarchFile)
    reader = _Reader(
        book=book,
        table=table,
        codes=Codes(book=book, table=table),
        spelling=Spelling(world=book.world, small_words=table.small_words, acronyms=table.acronyms),
        first_names=_first_names(book.world),
        source=path.name,
    )
    for entry in _entries(path):
        yield from entry.faults
        if entry.names:
            yield from reader.read(entry)


@dataclass(slots=True, kw_only=True)
class _Entry:
    """The lines of one actor, as they are gathered."""

    line: int
    names: list[str] = field(default_factory=list)
    codes: list[tuple[int, str]] = field(default_factory=list)
    faults: list[Skipped] = field(default_factory=list)


def _entries(path: Path) -> Iterator[_Entry]:
    """The entries: a name, its synonyms, its codes, on one line or several."""
    entry = _Entry(line=1)
    for number, raw in numbered_lines(path):
        text = _COMMENT.sub("", text_of(raw)).strip()
        if not text or text.startswith("<"):
            continue
        if text[0] not in "+[":
            yield entry
            entry = _Entry(line=number)
        _add(entry, number, text)
    yield entry


def _add(entry: _Entry, number: int, text: str) -> None:
    """Adds what a line says to the entry that it belongs to."""
    name = _PLURALS.sub("", text.partition("[")[0]).lstrip("+").strip()
    left = _BRACKETS.sub("", text.partition("[")[1] + text.partition("[")[2])
    if name.startswith("!") or "=" in name:
        entry.faults.append(Skipped(line=number, reason=f"{name}: a set of words to put in, not an actor"))
    elif "[" in left or "]" in left:
        entry.faults.append(Skipped(line=number, reason=f"{text}: a bracket is not closed"))
    elif text[0] in "+[" and not entry.names:
        entry.faults.append(Skipped(line=number, reason=f"{text}: belongs to no name before it"))
    else:
        entry.names += [name] if name.strip("_ ") else []
        entry.codes += [(number, code) for code in _BRACKETS.findall(text)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    """Makes rows of entries."""

    book: Book
    table: PetrarchFile
    codes: Codes
    spelling: Spelling
    first_names: frozenset[str]
    source: str

    def read(self, entry: _Entry) -> Iterator[Imported]:
        """The rows of an entry: a state with further names, a person with a row for each code, or a body."""
        names = self.spelling.of(entry.names)
        if not names:
            yield Skipped(line=entry.line, reason="the entry has no name that can be read")
            return
        codes: list[Code] = []
        for line, text in entry.codes:
            code = self.codes.read(text)
            if isinstance(code, str):
                yield Skipped(line=line, reason=f"{names[0]}: {code}")
            else:
                codes.append(code)
        if not entry.codes:
            yield Skipped(line=entry.line, reason=f"{names[0]}: it has no code")
        if not codes:
            return
        owner = codes[0].owner
        if owner is not None and all(code.bare and not code.dated and code.owner == owner for code in codes):
            yield from self._known(entry, names, owner)
        elif self._is_person(names, codes):
            yield from self._person(entry, self._without_titles(names), codes)
        elif (known := self._body_of_the_book(names)) is not None:
            yield from self._known(entry, names, known)
        else:
            yield from self._body(entry, names, codes)

    def _known(self, entry: _Entry, names: tuple[str, ...], id_: str) -> Iterator[Imported]:
        """A state or organisation of the book with the names that it has here and not there."""
        known = self.book.world.entity(id_)
        further = further_names(self.book.world, id_, known.kind, known.name, names)
        yield from (Skipped(line=entry.line, reason=reason) for reason in further.left_out)
        if not further.names:
            yield Skipped(line=entry.line, reason=f"{names[0]}: the book has {known.name} and all these names")
            return
        yield ActorRow(
            id=id_,
            name=known.name,
            names=further.names,
            kind=known.kind,
            country=None if known.kind == "state" else known.country,
            sector=cast("Sector | None", known.sector),  # checked when the book was read
            parent=known.parent,
            start=known.start,
            end=known.end,
            source=self._source(entry),
        )

    def _is_person(self, names: tuple[str, ...], codes: list[Code]) -> bool:
        """Whether the entry is a person: by the words of its name, its codes, or because the book knows the person."""
        words = {word for name in names for word in name.lower().split()}
        if words & self.table.body_words:
            return False
        if any(code.dated or self.table.person_roles.intersection(code.roles) for code in codes):
            return True
        if self._without_titles(names[:1]) != names[:1]:
            return True
        name = names[0].split()
        return any(one.use == "full" for one in meant_by(self.book.world, names[0])) or (
            1 < len(name) < 5 and name[0] in self.first_names
        )

    def _without_titles(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """The names without the offices and titles before them; texts may set any there."""
        return tuple(dict.fromkeys(self._without_title(name) for name in names))

    def _without_title(self, name: str) -> str:
        words = name.split()
        for length in range(len(words) - 1, 0, -1):
            title = " ".join(words[:length]).lower()
            office = self.book.world.offices.get(title)
            if title in self.table.titles or (office is not None and office.is_title):
                return " ".join(words[length:])
        return name

    def _body_of_the_book(self, names: tuple[str, ...]) -> str | None:
        """The one organisation or group that the book knows by these names."""
        world = self.book.world
        meant = {one.target for name in names for one in meant_by(world, name) if one.use == "name"}
        found = [id_ for id_ in meant if id_ in world.ids and world.entity(id_).kind != "state"]
        return found[0] if len(found) == 1 else None

    def _person(self, entry: _Entry, names: tuple[str, ...], codes: list[Code]) -> Iterator[Imported]:
        """A person: a row for each code that tells an office, in its time."""
        name, id_ = names[0], slug(names[0])
        if not id_ or (" " not in name and meant_by(self.book.world, name)):
            yield Skipped(line=entry.line, reason=f"{name}: a name alone, which the book has for another")
            return
        further = further_names(self.book.world, id_, "person", name, _with_small_hyphens(names))
        alone = next((text for text in names[1:] if name.endswith(f" {text}")), None)
        yield from (Skipped(line=entry.line, reason=reason) for reason in further.left_out)
        person = ActorRow(
            id=id_,
            name=name,
            names=further.names,
            kind="person",
            country=next((code.country for code in codes if code.country), None),
            family=family_name(self.book.world, name, alone) if " " in name else name,
            source=self._source(entry),
        )
        rows = [self._held(person, code) for code in _in_time(codes)]
        yield from (row for row in rows if row.office) if any(row.office for row in rows) else [person]

    def _held(self, person: ActorRow, code: Code) -> ActorRow:
        """The row of one code; without an office if it does not tell whom the person serves."""
        sector = code.sector or ("GOV" if code.kind == "igo" else None)
        if sector is None or code.owner is None:
            return person
        return person.model_copy(
            update={
                "office": code.office or "official",
                "sector": sector,
                "actor": code.owner,
                "start": code.start,
                "end": code.end,
            }
        )

    def _body(self, entry: _Entry, names: tuple[str, ...], codes: list[Code]) -> Iterator[Imported]:
        """An organisation or a group. It has one sector: that of its code without dates, else of the last one."""
        code = next((one for one in codes if not one.dated), codes[-1])
        for other in codes:
            if (other.owner, other.sector) != (code.owner, code.sector):
                yield Skipped(
                    line=entry.line, reason=f"{names[0]}: a body has one sector: {code.text} is kept, not {other.text}"
                )
        if code.owner is None and code.sector is None and code.kind is None:
            yield Skipped(line=entry.line, reason=f"{names[0]}: {code.text} is a region, which is no actor")
            return
        id_ = slug(names[0])
        if not id_:
            yield Skipped(line=entry.line, reason=f"{names[0]}: it has no name in Latin letters")
            return
        kind = self._kind(code)
        further = further_names(self.book.world, id_, kind, names[0], names[1:])
        yield from (Skipped(line=entry.line, reason=reason) for reason in further.left_out)
        yield ActorRow(
            id=id_,
            name=names[0],
            names=further.names,
            kind=kind,
            country=code.country,
            sector=code.sector,
            parent=code.owner if code.kind == "igo" and code.owner != id_ else None,
            source=self._source(entry),
        )

    def _kind(self, code: Code) -> Kind:
        return code.kind or self.table.kinds.get(code.sector or "", "organisation")

    def _source(self, entry: _Entry) -> str:
        return f"{self.source}:{entry.line}"


def _in_time(codes: list[Code]) -> list[Code]:
    """The codes with their times. One without dates beside dated ones holds from the end of the last of them."""
    dated = _parted([code for code in codes if code.dated])
    if not dated or len(dated) == len(codes):
        return dated or codes
    if any(code.end is None for code in dated):
        return dated
    last = max(code.end or "" for code in dated)
    later = [code for code in codes if not code.dated][:1]
    return [*dated, *(replace(code, start=last) for code in later)]


def _parted(codes: list[Code]) -> list[Code]:
    """The codes; one that ends on the day on which another starts ends before it."""
    after = {day_after(code.start): code.start for code in codes if code.start}
    return [replace(code, end=after.get(code.end or "", code.end)) for code in codes]


def _first_names(world: World) -> frozenset[str]:
    """First names that several persons of the book bear: one alone may be a family name that stands first."""
    borne = Counter(person.name.split()[0] for person in world.persons if not person.name.startswith(person.family))
    return frozenset(name for name, times in borne.items() if times > 1 and len(name) > 2)


def _with_small_hyphens(names: tuple[str, ...]) -> list[str]:
    """The names, each also with a small letter behind its hyphens: Ban Ki-Moon, Ban Ki-moon."""
    small = [re.sub(r"(?<!\bAl)(?<!\bEl)-[A-Z]", lambda found: found[0].lower(), name) for name in names]
    return [*names, *small]
