"""Takes a `Question`, gives the text that asks it: `read_question(write_question(question)) == question`."""

import re
from dataclasses import replace

from dragoman.errors import QuestionError
from dragoman.questions.days import write_days
from dragoman.questions.numbers import write_bound
from dragoman.questions.reading import read_question
from dragoman.questions.terms import quote, term
from dragoman.questions.wording import in_case
from dragoman.records.question import Condition, Days, Dyad, Question


def write_question(question: Question) -> str:
    """The text that asks the question. Days and bounds that are open at both ends ask nothing and are left out.

    Raises:
        QuestionError: no text asks this question, as where a condition has no values or a day is none.
    """
    asked = _without_open_ends(question)
    written = " ".join(_terms(asked))
    try:
        read = read_question(written)
    except QuestionError as error:
        raise QuestionError(f"the question cannot be written: in {written}\n{error}") from error
    if read != asked:
        raise QuestionError(f"the question cannot be written: {written} asks something else; tell days as 2022-06-29")
    return written


def _without_open_ends(question: Question) -> Question:
    bounds = tuple(bound for bound in question.bounds if (bound.least, bound.most) != (None, None))
    date, due, known = (None if days == Days() else days for days in (question.date, question.due, question.known))
    return replace(question, bounds=bounds, date=date, due=due, known=known)


def _terms(question: Question) -> list[str]:
    days = {"date": question.date, "due": question.due, "known": question.known}
    return [
        *(_dyad(dyad) for dyad in question.dyads),
        *(_condition(condition) for condition in question.conditions),
        *(write_bound(bound) for bound in question.bounds),
        *(f"{name}:{write_days(held)}" for name, held in days.items() if held),
        *([f"as-of:{question.as_of}"] if question.as_of is not None else []),
        *(_word(word) for word in question.words),
        *_sort(question),
    ]


def _condition(condition: Condition) -> str:
    given = (
        value if value == in_case(condition.field, value) and _is_plain(value, but=",") else quote(value)
        for value in condition.values
    )
    return f"{'-' * condition.excluded}{condition.field}:{','.join(given)}"


def _dyad(dyad: Dyad) -> str:
    sides = [side if _is_plain(side, but="<>") else quote(side) for side in (dyad.actor, dyad.recipient)]
    return f"dyad:{('<>' if dyad.either else '>').join(sides)}"


def _word(word: str) -> str:
    bare = _is_plain(word, but="") and not term(word).name and not term(word).excluded
    return word if bare else quote(word)


def _is_plain(value: str, *, but: str) -> bool:
    """Whether the value reads the same without quotation marks: no blanks, no such marks, none of the signs told."""
    return re.search(rf'[\s"“”{but}]', value) is None


def _sort(question: Question) -> list[str]:
    if question.order == "date" and not question.ascending:
        return []
    minus = question.ascending == (question.order == "relevance")
    return [f"sort:{'-' * minus}{question.order}"]
