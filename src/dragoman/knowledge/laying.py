"""Takes what a book has and what a user's pack tells of the same person or body; gives them laid over one another.

What the pack tells counts; what it leaves out stands as the book has it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from dragoman.knowledge.facts import Entity, Person, Tenure

Held = Callable[[str, str], Sequence[tuple[Tenure, Person]]]
_UNKEPT = "official"  # the role of an office of which no holders are kept


def body_over(known: Entity | None, own: Entity) -> Entity:
    """A state, organisation or group."""
    if known is None:
        return own
    return replace(
        own,
        country=own.country or known.country,
        sector=own.sector or known.sector,
        parent=own.parent or known.parent,
        start=own.start or known.start,
        end=own.end or known.end,
    )


def person_over(known: Person | None, own: Person) -> Person:
    """A person; an office that both tell is the pack's. An empty family name is one that the pack does not tell."""
    if known is None:
        return own if own.family else replace(own, family=own.name.rsplit(maxsplit=1)[-1])
    told = {(tenure.actor, tenure.role) for tenure in own.tenures}
    kept = [tenure for tenure in known.tenures if (tenure.actor, tenure.role) not in told]
    return replace(
        own,
        family=own.family or known.family,
        gender=own.gender or known.gender,
        country=own.country or known.country,
        tenures=tuple(sorted((*kept, *own.tenures), key=lambda tenure: tenure.start or "")),
    )


def cut_off(own: Iterable[Person], laid: Mapping[str, Person], held: Held) -> dict[str, Person]:
    """Those whom the book has still in an office which the pack gives to another from some day on: until that day.

    `laid` are the persons as laid over already, `held` tells who held a role for an actor.
    """
    ended = dict(laid)
    for new in (tenure for person in own for tenure in person.tenures if tenure.start and tenure.role != _UNKEPT):
        for _, holder in held(new.actor, new.role):
            person = ended.get(holder.id, holder)
            tenures = tuple(_until(tenure, new) for tenure in person.tenures)
            if tenures != person.tenures:
                ended[holder.id] = replace(person, tenures=tenures)
    return ended


def _until(tenure: Tenure, new: Tenure) -> Tenure:
    """The tenure, ended where the new one begins if it is of the same office and still open."""
    is_same = (tenure.actor, tenure.role) == (new.actor, new.role)
    is_before = tenure.end is None and (tenure.start or "") < (new.start or "")
    return replace(tenure, end=new.start) if is_same and is_before else tenure
