"""Takes the rows of a world pack; gives the names by which texts call states, organisations, groups, people, places."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dragoman.knowledge.facts import Name, Use
from dragoman.knowledge.spellings import full_names, writings
from dragoman.knowledge.world_shapes import BodyRow, GroupRow, OrganisationRow, PersonRow, PlaceRow, StateRow


def named(names: Iterable[Name], phrases: Iterable[str]) -> dict[str, tuple[Name, ...]]:
    """The names by their text, as it is written in several ways; a phrase that names no actor has no name there."""
    gathered: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        for text in writings(name.text):
            # A family name that is also a city, a firm or a state is left to whoever knows the person's full name.
            taken = name.use == "family" and any(other.use not in {"family", "full"} for other in gathered[text])
            if not taken and name not in gathered[text]:
                gathered[text].append(name)
    told = {text: tuple(meant) for text, meant in gathered.items() if meant}
    return told | {text: () for phrase in phrases for text in writings(phrase)}


def state_names(rows: Iterable[StateRow]) -> Iterator[Name]:
    """Names, adjectives, demonyms and capitals of states."""
    for row in rows:
        used: tuple[tuple[Use, tuple[str, ...]], ...] = (
            ("name", (row.name, *row.names)),
            ("adjective", row.adjectives),
            ("demonym", row.demonyms),
            ("capital", row.capitals),
        )
        for use, texts in used:
            for text in texts:
                yield Name(text=text, use=use, target=row.id)


def body_names(rows: Iterable[BodyRow]) -> Iterator[Name]:
    """Bodies, with the sector that they act in and the time in which they bore the name."""
    for row in rows:
        for text in row.names:
            yield Name(
                text=text,
                use="body",
                target=row.actor,
                sector=row.sector,
                start=row.start,
                end=row.end,
                shared=row.shared,
            )


def entity_names(rows: Iterable[OrganisationRow | GroupRow]) -> Iterator[Name]:
    """Names of organisations and groups."""
    for row in rows:
        for text in (row.name, *row.names):
            yield Name(text=text, use="name", target=row.id, sector=row.sector)


def place_names(states: Iterable[StateRow], rows: Iterable[PlaceRow]) -> Iterator[Name]:
    """Capitals as places, and the places that are none; the target is the place's first name."""
    for state in states:
        for text in state.capitals:
            yield Name(text=text, use="place", target=state.capitals[0])
    for row in rows:
        for text in (row.name, *row.names):
            yield Name(text=text, use="place", target=row.name)


def person_names(rows: Iterable[PersonRow]) -> Iterator[Name]:
    """Full names in their several forms, and the names that may stand alone."""
    for row in rows:
        for text in sorted({*full_names(row.name, row.family), *row.names}):
            yield Name(text=text, use="full", target=row.id)
        for text in row.alone:
            yield Name(text=text, use="family", target=row.id)
