"""Lexicons for the peer: takes the shipped packs, gives plain lists: what a verb means, whom a name means.

A peer that only finds subjects, verbs and objects knows no types and no states. So that it can answer in the same terms
it is given the words of our frames, without their conditions, and the names of our book, without its dates: what a
coder by dictionaries would ship.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from dragoman.knowledge.frames import Frame
from dragoman.knowledge.pack import load_pack
from dragoman.knowledge.rows import read_csv
from dragoman.knowledge.world_shapes import BodyRow, GroupRow, OrganisationRow, PersonRow, StateRow

WORLD = Path(str(files("dragoman.packs") / "world"))
# Shorter names are mostly other words ("Us", "ID").
SHORTEST_NAME = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicons:
    """`phrases`: the words of an act, verb first → type. `names`: a name → id. `countries`: id → state."""

    phrases: dict[str, str]
    names: dict[str, str]
    countries: dict[str, str]


def make_lexicons() -> Lexicons:
    """What the shipped packs know, in the plainest form."""
    return Lexicons(phrases=_phrases(), names=dict(_names()), countries=dict(_countries()))


def _phrases() -> dict[str, str]:
    """Each phrase with the type that most frames give it; a noun is told with every light verb ("impose sanction")."""
    pack = load_pack()
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for frame in pack.frames:
        for phrase in _told(frame, pack.grammar.light_verbs):
            votes[phrase][frame.type] += 1
    return {phrase: types.most_common(1)[0][0] for phrase, types in votes.items()}


def _told(frame: Frame, light_verbs: Iterable[str]) -> Iterator[str]:
    for phrase in frame.phrases:
        if frame.kind == "verb" and phrase != ("*",):
            yield " ".join(phrase)
        elif frame.kind == "noun":
            yield from (" ".join((verb, *phrase)) for verb in light_verbs)


def _names() -> Iterator[tuple[str, str]]:
    """Names of people first, so that those of states and organisations win where two are alike."""
    for person in read_csv(WORLD / "people.csv", PersonRow):
        if person.country:
            yield from _each((person.name, person.family, *person.names, *person.alone), person.country)
    for group in read_csv(WORLD / "groups.csv", GroupRow):
        yield from _each((group.name, *group.names), group.id)
    for body in read_csv(WORLD / "bodies.csv", BodyRow):
        if not body.shared:
            yield from _each(body.names, body.actor)
    for organisation in read_csv(WORLD / "organisations.csv", OrganisationRow):
        yield from _each((organisation.id, organisation.name, *organisation.names), organisation.id)
    # Living states last: "Congo", "Yemen" are those of today.
    for state in sorted(read_csv(WORLD / "states.csv", StateRow), key=lambda state: state.end is None):
        names = (state.name, *state.names, *state.adjectives, *state.demonyms, *state.capitals)
        yield from _each(names, state.id)


def _each(names: Iterable[str], id_: str) -> Iterator[tuple[str, str]]:
    return ((name, id_) for name in names if len(name) >= SHORTEST_NAME)


def _countries() -> Iterator[tuple[str, str]]:
    for group in read_csv(WORLD / "groups.csv", GroupRow):
        if group.country:
            yield group.id, group.country
    for organisation in read_csv(WORLD / "organisations.csv", OrganisationRow):
        if organisation.country:
            yield organisation.id, organisation.country
    for state in read_csv(WORLD / "states.csv", StateRow):
        yield state.id, state.id
