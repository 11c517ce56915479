"""Narrowing: takes a question and what is to hold besides, gives the address of the acts of both."""

from collections.abc import Mapping
from dataclasses import replace

from dragoman.errors import QuestionError
from dragoman.questions import write_question
from dragoman.records.question import Condition, Dyad, Field, Question
from dragoman.views.web.asked import address


def acts_with(question: Question, values: Mapping[Field, str]) -> str:
    """The address of those acts of which these fields have these values."""
    more = (Condition(field=field, values=(value,)) for field, value in values.items())
    kept = tuple(dict.fromkeys((*question.conditions, *more)))
    return _acts(replace(question, conditions=kept))


def acts_between(question: Question, actor: str, recipient: str) -> str:
    """The address of those acts that the one does toward the other."""
    dyad = Dyad(actor=actor, recipient=recipient)
    kept = question.dyads if dyad in question.dyads else (*question.dyads, dyad)
    return _acts(replace(question, dyads=kept))


def _acts(question: Question) -> str:
    try:
        return address("acts", q=write_question(question))
    except QuestionError:  # a value that no question can tell: all acts are nearer than none
        return address("acts")
