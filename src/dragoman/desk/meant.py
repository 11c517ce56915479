"""Meant: takes a question that has no answer, gives what of it nothing can have, and what was probably meant."""

from collections.abc import Iterator

from dragoman.desk.codebook import codebook_of
from dragoman.desk.parties import party_id
from dragoman.errors import QuestionError
from dragoman.knowledge.codebook import Codebook
from dragoman.questions.wording import nearest
from dragoman.records.question import Condition, Question
from dragoman.store import Store

_PARTIES = frozenset({"actor", "recipient", "party"})


def doubts(store: Store, question: Question) -> tuple[str, ...]:
    """A sentence for each type, mode and context that no codebook has, and each party that nobody knows.

    Packs may have types of their own, so that a question with another one is no fault until nothing answers it.
    """
    codebook = codebook_of(store)
    return tuple(doubt for one in question.conditions if not one.excluded for doubt in _doubts(store, codebook, one))


def _doubts(store: Store, codebook: Codebook, condition: Condition) -> Iterator[str]:
    known = _known(codebook, condition.field)
    for value in condition.values:
        if condition.field in _PARTIES:
            yield from _doubt_of_party(store, value)
        elif known and value not in known:
            hint = nearest(value, known) or f"; there are {', '.join(known)}"
            yield f"there is no {condition.field} {value!r}{hint}"


def _known(codebook: Codebook, field: str) -> tuple[str, ...]:
    if field == "type":
        return tuple(one.type for one in codebook.chapters)
    if field == "mode":
        return tuple(dict.fromkeys(mode.name for one in codebook.chapters for mode in one.modes))
    return tuple(one.name for one in codebook.contexts) if field == "context" else ()


def _doubt_of_party(store: Store, value: str) -> Iterator[str]:
    try:
        meant = party_id(store, value)
    except QuestionError as error:
        yield str(error)
        return
    if meant != value:
        yield f"parties are asked for by their ids; did you mean '{meant}' in place of {value!r}?"
