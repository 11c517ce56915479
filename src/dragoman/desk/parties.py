"""Parties: takes a name or an id as people write it, gives the id under which a store keeps that party."""

from rapidfuzz import fuzz, process

from dragoman.errors import QuestionError
from dragoman.knowledge.facts import Name
from dragoman.knowledge.world import World, load_world
from dragoman.records.question import Condition, Question
from dragoman.store import Store

_NEAR = 80  # of 100: names that are so much alike are offered
_OF_BODIES = frozenset({"name", "full", "body"})  # "capital" and "adjective" mean others too


def party_id(store: Store, name: str) -> str:
    """The id of a party: by its id in the store or the book, or by a name that the book has: JPN, jpn, Japan.

    Raises:
        QuestionError: nobody is called so, or several are.
    """
    if _takes_part(store, name):
        return name
    if name != name.upper() and _takes_part(store, name.upper()):
        return name.upper()
    return body_id(load_world(packs=store.packs), name)


def body_id(world: World, name: str) -> str:
    """The same of a state, organisation or group of the book, without a store.

    Raises:
        QuestionError: nobody is called so, or several are.
    """
    if name.upper() in world.ids:
        return name.upper()
    found = _bearing(world, name)
    if len(found) > 1:
        raise QuestionError(f"{name} may be {' or '.join(found)}; write which of these ids")
    if not found:
        raise QuestionError(f"nobody is called {name}; {_advice(world, name)}")
    return found[0]


def party_name(store: Store, world: World, id_: str) -> str:
    """How a party (by its id) is called: in the book, else as the last act of it has it, else by its id."""
    if id_ in world.ids:
        return world.entity(id_).name
    asked = Question(conditions=(Condition(field="party", values=(id_,)),))
    told = (one.name for act in store.acts(asked, limit=1).items for one in act.participants if one.id == id_)
    return next(told, id_)


def _takes_part(store: Store, id_: str) -> bool:
    """Whether somebody with that id acts, or is acted upon, in the store."""
    return any(
        store.acts(Question(conditions=(Condition(field=field, values=(id_,)),)), limit=1).items
        for field in ("actor", "recipient")
    )


def _bearing(world: World, name: str) -> list[str]:
    """The ids of the states, organisations and groups of that name, in whatever letters it is written."""
    spellings = dict.fromkeys((name, name.title(), name.upper()))
    names = next((found for one in spellings if (found := names_of_bodies(world, one))), [])
    return list(dict.fromkeys(one.target for one in names))


def names_of_bodies(world: World, spelling: str) -> list[Name]:
    """The names of that spelling that mean a state, organisation or group of the book itself."""
    return [one for one in world.names.get(spelling, ()) if one.target in world.ids and one.use in _OF_BODIES]


def _advice(world: World, name: str) -> str:
    """The likeliest of what was meant, as a question; else how to find it."""
    bodies = {entity.name: entity.id for entity in world.entities}
    near = process.extractOne(name, list(bodies), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return f"did you mean {near[0]} ({bodies[near[0]]})?" if near else "`dragoman actors find` shows ids"
