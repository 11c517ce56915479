"""Dealing: how a party deals with others, or two parties with each other: who with whom how often, and over time."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, get_args

from dragoman.knowledge.facts import Entity, Person, Tenure
from dragoman.knowledge.world import World
from dragoman.records.event import Quad
from dragoman.records.question import Condition, Question
from dragoman.records.shown import Shown
from dragoman.store import Store, answering
from dragoman.store.asking import ACTS

if TYPE_CHECKING:
    from dragoman.analysis.buckets import By

MAIN_OFFICES = (
    "head_of_state", "head_of_government", "prime_minister", "foreign", "defence", "secretary_general",
    "commission_president", "council_president", "high_representative", "leader", "party_leader",
)  # fmt: skip
"""The roles whose holders are told of a party, in this order."""
BEFORE = 1  # years before the first text that are still drawn: what texts tell of earlier years is background


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """Another party, how many acts go toward it and come from it, and how many of both are of each quad class."""

    id: str
    toward: int
    back: int
    quads: Mapping[Quad, int]

    @property
    def both(self) -> int:
        """All acts between the two."""
        return self.toward + self.back


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A stretch of time: its name and ISO days, how many texts were published in it, how many acts of each class."""

    name: str
    first: str
    last: str
    read: int
    quads: Mapping[Quad, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow(Shown):
    """Acts over time, by quad class; `earlier` are those before the first spell, told as background mostly."""

    by: "By"
    spells: tuple[Spell, ...]
    earlier: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """An office of a party and who held it when; no `end`: still held when the source was read."""

    role: str
    office: str
    person: str
    start: str | None
    end: str | None


def partners(store: Store, id_: str) -> tuple[Partner, ...]:
    """With whom a party (by its id) deals, the most first."""
    toward, back = Counter[str](), Counter[str]()
    quads = defaultdict[str, Counter[Quad]](Counter)
    for field, counter in (("actor", toward), ("recipient", back)):
        question = Question(conditions=(Condition(field=field, values=(id_,)),))  # type: ignore[arg-type]  # fields
        with store.reading() as connection:
            edges = answering.edges(connection, question)
        for edge in edges:
            own, other = (edge.actor, edge.recipient) if field == "actor" else (edge.recipient, edge.actor)
            if own == id_ and other != id_:
                counter[other] += edge.number
                quads[other][edge.quad] += edge.number
    found = (Partner(id=one, toward=toward[one], back=back[one], quads=dict(quads[one])) for one in quads)
    return tuple(sorted(found, key=lambda one: (-one.both, one.id)))


def flow(store: Store, question: Question, *, by: "By | None" = None) -> Flow:
    """The acts asked for over time, by that step, or in spells that suit their range."""
    from dragoman.analysis.buckets import bucket_start, stretches  # noqa: PLC0415 - as in `asking`

    with store.reading() as connection:
        counts = answering.quad_days(connection, question, ACTS)
        read = answering.documents_read(connection, as_of=question.as_of)
    begin = f"{int(min(read)[:4]) - BEFORE}-01-01" if read else "0001-01-01"
    drawn = [(date.fromisoformat(day), quad, number) for day, quad, number in counts if day >= begin]
    earlier = sum(number for day, _, number in counts if day < begin)
    if not drawn:
        return Flow(by=by or "year", spells=(), earlier=earlier)
    first, last = drawn[0][0], drawn[-1][0]
    by = by or _by(first, last)
    told, texts = defaultdict[date, Counter[Quad]](Counter), Counter[date]()
    for day, quad, number in drawn:
        told[bucket_start(day, by)][quad] += number
    for published, number in read.items():
        texts[bucket_start(date.fromisoformat(published), by)] += number
    spells = tuple(
        Spell(
            name=stretch.name,
            first=stretch.first.isoformat(),
            last=stretch.last.isoformat(),
            read=texts[bucket_start(stretch.first, by)],
            quads={quad: told[bucket_start(stretch.first, by)][quad] for quad in get_args(Quad)},
        )
        for stretch in stretches(by, first, last)
    )
    return Flow(by=by, spells=spells, earlier=earlier)


def offices(world: World, id_: str) -> tuple[Held, ...]:
    """Who held the main offices of a party, office by office, the latest first."""
    held = [(role, one) for role in MAIN_OFFICES for one in world.held(id_, role)]
    ordered = sorted(held, key=lambda pair: pair[1][0].start or "", reverse=True)
    ordered.sort(key=lambda pair: MAIN_OFFICES.index(pair[0]))
    return tuple(_held(role, *one) for role, one in ordered)


def entity(world: World, id_: str) -> Entity | None:
    """What the book knows of a party; None where it does not have it."""
    return world.entity(id_) if id_ in world.ids else None


def _held(role: str, tenure: Tenure, person: Person) -> Held:
    return Held(role=role, office=tenure.office, person=person.name, start=tenure.start, end=tenure.end)


def _by(first: date, last: date) -> "By":
    """Spells of which there are neither too few nor too many to see."""
    years = (last - first).days / 365.25
    return "month" if years <= 4 else "quarter" if years <= 15 else "year"
