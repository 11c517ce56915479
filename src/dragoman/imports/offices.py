"""Offices: takes a title in words and whom it may serve; gives the office, as a row of actors.csv has it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.imports.names import cleaned
from dragoman.knowledge.names import Hit
from dragoman.knowledge.own_actors import ActorRow
from dragoman.knowledge.rows import Shape
from dragoman.knowledge.world import World
from dragoman.knowledge.world_shapes import NameText, Sector

_OF = re.compile(r"\s*,?\s*(?:of|for)\s+(?:the\s+)?", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^()]*\)$")


class PositionEntry(Shape):
    """positions.yaml: titles that are one office."""

    words: tuple[NameText, ...]
    role: str | None = None
    sector: Sector
    only_of: Literal["state", "organisation"] | None = None
    owners: frozenset[str] = frozenset()


class PositionsFile(Shape):
    """positions.yaml."""

    before: frozenset[NameText]
    forms: frozenset[NameText]
    positions: tuple[PositionEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office: whom it serves, its title, the role that it is, its sector."""

    actor: str
    title: str
    role: str | None
    sector: Sector

    def held_by(self, person: ActorRow, start: str | None, end: str | None) -> ActorRow:
        """The row of a person who held it from `start` until the day before `end`."""
        told = {"office": self.title, "role": self.role, "sector": self.sector, "actor": self.actor}
        return person.model_copy(update={**told, "start": start, "end": end})


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """What is known of titles: entries by their words, and the world for whose they are."""

    entries: Mapping[str, tuple[PositionEntry, ...]]
    before: frozenset[str]
    forms: frozenset[str]
    world: World

    @classmethod
    def of(cls, table: PositionsFile, world: World) -> "Offices":
        """The titles of positions.yaml."""
        entries: dict[str, tuple[PositionEntry, ...]] = {}
        # What is narrower is tried first.
        for entry in sorted(table.positions, key=lambda one: (not one.owners, one.only_of is None)):
            for words in entry.words:
                entries[words] = (*entries.get(words, ()), entry)
        return cls(entries=entries, before=table.before, forms=table.forms, world=world)

    def read(self, title: str, *, told: str | None = None, home: str | None = None) -> Office | str:
        """The office of a title, or why it is none.

        `told` is whom the source says that it serves, `home` the holder's state. An organisation that the title itself
        names comes first: the Secretary General of NATO serves NATO, though its seat is in Belgium.
        """
        text = _BRACKETS.sub("", cleaned(title))
        owner, rest = self._leading_owner(text)
        owner = owner or self._owner_behind(rest)
        actor = (owner if owner and not self._is_state(owner) else None) or told or owner or home
        entry = self._entry(rest, actor)
        if entry is None:
            return f"the title '{text}' is not in positions.yaml; add its words there"
        if actor is None:
            return f"the title '{text}' does not say whom it serves"
        return Office(actor=actor, title=self._without_state(text), role=entry.role, sector=entry.sector)

    def _entry(self, title: str, actor: str | None) -> PositionEntry | None:
        """The entry with the longest words with which the title begins."""
        words = [word for word in title.replace(",", " ").split() if word.lower() != "the"]
        small = [word.lower() for word in words]
        while small and small[0] in self.before and small[0] not in self.entries:
            words, small = words[1:], small[1:]
        for length in range(len(words), 0, -1):
            for entry in self.entries.get(" ".join(small[:length]), ()):
                if self._admits(entry, actor, words[length:]):
                    return entry
        return None

    def _admits(self, entry: PositionEntry, actor: str | None, left: list[str]) -> bool:
        """Whether an entry may be meant: by whom the office serves, and by the words that follow."""
        if entry.owners and actor not in entry.owners:
            return False
        if entry.only_of is None:
            return True
        wanted = entry.only_of == "state"
        if actor is not None and self._is_state(actor) != wanted:
            return False
        owner = self._owner_in_form(left)
        return not left or (owner is not None and self._is_state(owner) == wanted)

    def _owner_in_form(self, words: list[str]) -> str | None:
        """Of whom the words say nothing but whose an office is: of Kenya, of Republic of Kenya, of French Republic."""
        if not words or words[0].lower() not in {"of", "for"}:
            return None
        owner = self.owner(" ".join(words[1:]))
        named = [word for word in words[1:] if word.lower() not in self.forms]
        return owner or self.owner(" ".join(named[1:] if named[:1] == ["of"] else named))

    def _owner_behind(self, title: str) -> str | None:
        """Whose the title says the office is: of Japan, of the United Nations."""
        for found in _OF.finditer(title):
            rest = title[found.end() :]
            hits = self.world.find(rest)
            if hits and hits[0].start == 0:
                return next((name.target for name in hits[0].names if name.target in self.world.ids), None)
        return None

    def owner(self, text: str) -> str | None:
        """The state or body of which this is the name."""
        hits = self.world.find(text)
        if len(hits) != 1 or (hits[0].start, hits[0].end) != (0, len(text)):
            return None
        return self._named(hits[0])

    def _leading_owner(self, title: str) -> tuple[str | None, str]:
        """Whose the title says first, and the title behind it: French, Minister of Finance."""
        hits = self.world.find(title)
        if not hits or hits[0].start or title[hits[0].end : hits[0].end + 1] != " ":
            return None, title
        owner = self._named(hits[0])
        return (owner, title[hits[0].end + 1 :]) if owner else (None, title)

    def _named(self, hit: Hit) -> str | None:
        """Whom a hit names by a name or an adjective of its own: the Senate is none, though it stands for a state."""
        found = (name.target for name in hit.names if name.use in {"name", "adjective"})
        return next((target for target in found if target in self.world.ids), None)

    def _without_state(self, title: str) -> str:
        """The title without the state that it ends with: the row has it in a column of its own."""
        for found in _OF.finditer(title):
            owner = self.owner(title[found.end() :])
            if owner and self._is_state(owner):
                title = title[: found.start()]
                break
        return title[:1].upper() + title[1:]

    def _is_state(self, id_: str) -> bool:
        return id_ in self.world.ids and self.world.entity(id_).kind == "state"
