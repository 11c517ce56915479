"""Codebook: the types, modes, contexts and statuses by which a store is coded, and how many of its acts have each."""

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from dragoman.desk import asking
from dragoman.errors import QuestionError
from dragoman.knowledge.codebook import Chapter, Codebook, make_codebook
from dragoman.records.question import Condition, Question
from dragoman.store import Store

_ALL = 1000  # values of a field


@dataclass(frozen=True, slots=True, kw_only=True)
class Uses:
    """How many acts there are of each type, status and context, and of each type in each of its modes."""

    types: Mapping[str, int]
    modes: Mapping[str, Mapping[str, int]]
    contexts: Mapping[str, int]
    statuses: Mapping[str, int]


def codebook_of(store: Store) -> Codebook:
    """The codebook of the packs with which the store was opened."""
    return make_codebook(*store.packs)


def uses(store: Store, codebook: Codebook) -> Uses:
    """How often the acts of the store are coded so."""
    return Uses(
        types=asking.facets(store, Question(), "type", limit=_ALL),
        modes={one.type: _of_type(store, one.type, "mode") for one in codebook.chapters if one.modes},
        contexts=asking.facets(store, Question(), "context", limit=_ALL),
        statuses=asking.facets(store, Question(), "status", limit=_ALL),
    )


def uses_of_type(store: Store, type_: str) -> Uses:
    """The same among the acts of one type."""
    statuses = _of_type(store, type_, "status")
    return Uses(
        types={type_: sum(statuses.values())},
        modes={type_: _of_type(store, type_, "mode")},
        contexts=_of_type(store, type_, "context"),
        statuses=statuses,
    )


def chapter_called(codebook: Codebook, name: str) -> Chapter:
    """The chapter of a type, in whatever letters it is written.

    Raises:
        QuestionError: there is no such type.
    """
    found = codebook.chapter(name.upper())
    if found is None:
        known = [one.type for one in codebook.chapters]
        near = get_close_matches(name.upper(), known, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
        raise QuestionError(f"there is no type {name}; {hint}")
    return found


def _of_type(store: Store, type_: str, field: str) -> dict[str, int]:
    asked = Question(conditions=(Condition(field="type", values=(type_,)),))
    return asking.facets(store, asked, field, limit=_ALL)
