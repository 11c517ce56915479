"""Takes the names that the same words may be, gives them by how likely they are meant on the day, in the text."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.actors.cast import Cast
from dragoman.knowledge.facts import Use
from dragoman.knowledge.world import Name, World
from dragoman.records.participant import Alternative

# How likely words are meant so when nothing else is known.
_USES: Mapping[Use, float] = {
    "name": 1.0, "full": 0.95, "body": 0.9, "demonym": 0.9, "adjective": 0.85, "capital": 0.8, "family": 0.6,
    "place": 0.4,
}  # fmt: skip
_FORESEEN = 2  # years before a body is founded in which a text may speak of it already
_SPOKEN_OF = 0.3  # for the state that the text speaks of most, less for others
_NOT_THEN = -1.0  # for a body that bore the name at another time
_UNDATED = -0.5  # for a name borne for a time only, where the text has no day
_UNSPOKEN = -0.7  # for a name that several share whose state the text does not name


def weighed(world: World, names: Iterable[Name], cast: Cast) -> list[tuple[Name, float]]:
    """The names that are no persons', the likeliest first, each with its score (0 … 1.3)."""
    scored = [(name, _score(world, name, cast)) for name in names if name.use not in {"full", "family"}]
    return sorted((one for one in scored if one[1] > 0), key=lambda one: -one[1])


def alternatives(world: World, weighed_names: Sequence[tuple[Name, float]], cast: Cast) -> tuple[Alternative, ...]:
    """The readings that were passed over, and the other thing that an ambiguous name may mean."""
    text = weighed_names[0][0].text if weighed_names else ""
    target = weighed_names[0][0].target if weighed_names else ""
    found = [
        Alternative(id=name.target, name=f"{name.use} of {name.target}", score=round(score, 2))
        for name, score in weighed_names[1:]
        if name.target != target and name.use != "place"
    ]
    known = world.ambiguities.get(text)
    meant = cast.meanings.get(text)
    readings = known.readings if known else ()
    found += [Alternative(id=None, name=one.name, score=0.2) for one in readings if one is not meant]
    return tuple(found)


def _score(world: World, name: Name, cast: Cast) -> float:
    score = _USES[name.use]
    if cast.day and (((name.start or name.end) and not name.on(cast.day)) or _is_yet_to_be(world, name, cast.day)):
        score += _NOT_THEN
    elif not cast.day and (name.start or name.end):
        score += _UNDATED
    times = cast.counts.get(name.target, 0)
    if name.shared and not times:
        score += _UNSPOKEN
    return score + (_SPOKEN_OF * times / max(cast.counts.values()) if times else 0.0)


def _is_yet_to_be(world: World, name: Name, day: str) -> bool:
    """Whether the body was founded long after the day: another one is meant."""
    start = world.entity(name.target).start if name.use == "name" else None
    return start is not None and int(day[:4]) < int(start[:4]) - _FORESEEN
