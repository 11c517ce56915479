"""The book of actors: what one can ask of it, without any text: who bears a name, who held an office, what is faulty.

Takes names, offices and days ("YYYY-MM-DD"), gives records. Every answer says from which name of the book it comes.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from anyascii import anyascii
from rapidfuzz import fuzz, process

from dragoman.actors.naming import roles_of
from dragoman.errors import PackError, QuestionError
from dragoman.knowledge.facts import Entity, Name, Person, Tenure
from dragoman.knowledge.spellings import without_accents
from dragoman.knowledge.world import World, load_world

_NEAR = 80  # of 100
_MOST = 10  # near spellings that are told
_GOVERNING = ("head_of_state", "head_of_government", "foreign")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Somebody whom a name may mean: by which name of the book, how it is used, and how near it is (0 … 1).

    `offices` are those held on the day; `members` the members of a grouping then.
    """

    id: str
    name: str
    kind: str
    country: str | None
    sector: str | None
    alias: str
    use: str
    score: float
    offices: tuple[str, ...] = ()
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An office held: by whom, for whom, from when until when; no `end`: still held when the source was read."""

    actor: str
    office: str
    person: str
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What the book holds and what it does not know: states without a known holder of a main office."""

    counts: dict[str, int]
    unknown: tuple[str, ...]


class Book:
    """Answers questions about actors; made once, with the shipped book and any packs laid over it."""

    def __init__(self, world: World) -> None:
        self._world = world

    def find(self, name: str, *, day: str | None = None) -> tuple[Candidate, ...]:
        """Those who bear the name, in any script, or one that is nearly so written; the likeliest first.

        Args:
            name: a name as texts write it: "Kishida", "the Kremlin", "Зеленский", "Zelenskiy".
            day: ISO day on which offices and members are told; without it, the present ones.
        """
        text = name.strip().removeprefix("the ").removeprefix("The ")
        exact = self._bearing(text, 1.0, day)
        if exact:
            likely = sorted(exact, key=lambda one: (not one.offices, one.use == "family"))
            return tuple({one.id: one for one in reversed(likely)}.values())[::-1]
        latin = without_accents(anyascii(text))
        found = list(self._bearing(latin, 0.98, day)) if latin != text else []
        near = process.extract(
            latin, list(self._world.names), scorer=fuzz.ratio, processor=_plain, score_cutoff=_NEAR, limit=_MOST
        )
        for alias, score, _ in near:
            found += self._bearing(alias, round(score / 100, 2), day)
        return tuple({one.id: one for one in reversed(found)}.values())[::-1]

    def holders(self, office: str, *, of: str | None = None, day: str | None = None) -> tuple[Held, ...]:
        """Who held an office: for one state or organisation through the years, or for all of them on a day.

        Args:
            office: in words, "foreign minister", or as a role, "foreign".
            of: the id of the state or organisation, "JPN"; without it, all.
            day: ISO day; without it, all the years, or the present where `of` is left out too.

        Raises:
            QuestionError: the office is none that the book has.
            DragomanError: the id is none.
        """
        roles = self._roles(office)
        if of is not None:
            self._world.entity(of)
        actors = [of] if of is not None else sorted(self._world.ids)
        held = [one for actor in actors for role in roles for one in self._world.held(actor, role)]
        if "prime_minister" in roles:
            held = [(tenure, person) for tenure, person in held if not _is_presidents(tenure, person)]
        wanted = [(t, p) for t, p in held if _is_asked(t, day, all_years=of is not None)]
        return tuple(
            Held(actor=t.actor, office=t.office, person=p.name, start=t.start, end=t.end)
            for t, p in sorted(wanted, key=lambda one: (one[0].actor, one[0].start or "", one[1].name))
        )

    def check(self, *, day: str) -> Check:
        """What the book holds, and for which states it knows no holder of a main office on the day.

        Two heads of government of a state on one day, ends before starts, unknown ids and sources are faults, and
        refused when the book is compiled; what is told here is what it does not know.
        """
        states = [one for one in self._world.entities if one.kind == "state" and _exists(one, day)]
        unknown = [
            f"{state.id} {role}"
            for state in sorted(states, key=lambda one: one.id)
            for role in _GOVERNING
            if not self._world.holders(state.id, role, day)
        ]
        persons = list(self._world.persons)
        counts = {
            "states, organisations and groups": len(self._world.ids),
            "persons": len(persons),
            "tenures": sum(len(person.tenures) for person in persons),
            "names": len(self._world.names),
            "offices in words": len(self._world.offices),
        }
        return Check(counts=counts, unknown=tuple(unknown))

    def _bearing(self, text: str, score: float, day: str | None) -> list[Candidate]:
        names = [name for name in self._world.names.get(text, ()) if name.use != "place"]
        then = [name for name in names if day is None or name.on(day)]
        return [self._candidate(name, score, day) for name in then]

    def _candidate(self, name: Name, score: float, day: str | None) -> Candidate:
        if name.use in {"full", "family"}:
            return self._person(self._world.person(name.target), name, score, day)
        entity = self._world.entity(name.target)
        return Candidate(
            id=entity.id,
            name=entity.name,
            kind=entity.kind,
            country=entity.country,
            sector=name.sector or entity.sector,
            alias=name.text,
            use=name.use,
            score=score,
            members=self._world.members(entity.id, day) if entity.kind != "state" else (),
        )

    def _person(self, person: Person, name: Name, score: float, day: str | None) -> Candidate:
        tenures = self._world.tenures_on(person, day)
        return Candidate(
            id=person.id,
            name=person.name,
            kind="person",
            country=person.country,
            sector=tenures[0].sector if tenures else None,
            alias=name.text,
            use=name.use,
            score=score,
            offices=tuple(dict.fromkeys(map(_told, tenures))),  # presidents who head their government hold two in one
        )

    def _roles(self, office: str) -> tuple[str, ...]:
        words = " ".join(office.lower().split())
        known = self._world.offices.get(words)
        role = known.role if known is not None else words
        if role is None:
            raise QuestionError(
                f"the book keeps no holders of '{office}'; ask for an office such as 'foreign minister'"
            )
        roles = roles_of(role)
        if not any(self._world.in_role(one) for one in roles):
            near = process.extract(words, list(self._world.offices), scorer=fuzz.ratio, score_cutoff=60, limit=3)
            hint = f"; did you mean {' or '.join(repr(one[0]) for one in near)}?" if near else ""
            raise QuestionError(f"'{office}' is no office of the book{hint}")
        return roles


def open_book(packs: Sequence[Path] = ()) -> Book:
    """The shipped book, with the actors of the packs laid over it.

    Raises:
        PackError: a pack is faulty.
    """
    return Book(load_world(packs=packs))


def faults_of(packs: Iterable[Path]) -> Iterator[str]:
    """What is wrong with the actors of packs, each fault with its file and line; nothing if nothing is."""
    for pack in packs:
        try:
            load_world(packs=[pack])
        except PackError as error:
            yield from (f"{pack}: {line}" for line in str(error).splitlines())


def _is_asked(tenure: Tenure, day: str | None, *, all_years: bool) -> bool:
    if day is not None:
        return tenure.on(day)
    return all_years or tenure.end is None


def _is_presidents(tenure: Tenure, person: Person) -> bool:
    """Whether a president heads the government himself: he is no prime minister."""
    states = [one for one in person.tenures if (one.actor, one.role) == (tenure.actor, "head_of_state")]
    return tenure.role == "head_of_government" and any(_overlap(tenure, one) for one in states)


def _overlap(one: Tenure, other: Tenure) -> bool:
    begun = max(one.start or "", other.start or "")
    return begun < min(one.end or "9999", other.end or "9999")


def _told(tenure: Tenure) -> str:
    until = f"to {tenure.end}" if tenure.end else "on"
    return f"{tenure.office} ({tenure.actor}), {tenure.start or '?'} {until}"


def _exists(entity: Entity, day: str) -> bool:
    return (entity.start or "") <= day and (entity.end is None or day < entity.end)


def _plain(name: str) -> str:
    return without_accents(name).lower()
