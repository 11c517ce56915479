"""Takes the text of a question, gives the `Question`, or every fault of the text at once.

>>> read_question("actor:JPN type:consult date:2022-06").conditions[1].values
('CONSULT',)
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast, get_args

from dragoman.errors import QuestionError
from dragoman.questions.days import common, read_days, span
from dragoman.questions.numbers import read_bound
from dragoman.questions.terms import Term, fault, terms, values
from dragoman.questions.wording import known_value, nearest, value_of
from dragoman.records.question import Condition, Days, Dyad, Field, Number, Order, Question

Reader = Callable[[Question, Term], Question]


def read_question(text: str) -> Question:
    """The question that the text asks; the reference page "Questions" tells its words. An empty text asks for all.

    Raises:
        QuestionError: with a line for each fault: `character 1: unknown field 'actors'; did you mean 'actor'?`

    Example:
        >>> question = read_question("actor:JPN type:consult date:2022-06")
        >>> [(one.field, one.values) for one in question.conditions], question.date.first
        ([('actor', ('JPN',)), ('type', ('CONSULT',))], '2022-06-01')
    """
    question, faults = Question(), list[str]()
    for term in terms(text):
        try:
            question = _reader(term)(question, term)
        except QuestionError as error:
            faults.append(str(error))
    if faults:
        raise QuestionError("\n".join(faults))
    return question


def _reader(term: Term) -> Reader:
    """What reads the term: by its name, or as words where it has none."""
    if not term.name:
        return _word
    reader = READERS.get(term.name)
    if reader is None:
        told = nearest(term.name, READERS)
        advice = told or f"; there are {', '.join(READERS)}; words with a sign in them stand in quotation marks"
        raise fault(term.position, f"unknown field '{term.name}'{advice}")
    if term.excluded and reader is not _condition:
        raise fault(term.position, f"'{term.name}' cannot be left out with a minus; say what it must be")
    if term.sign != ":" and reader is not _bound:
        raise fault(term.position, f"'{term.name}' does not go with '{term.sign}'; write {term.name}:…")
    return reader


def _word(question: Question, term: Term) -> Question:
    if term.excluded:
        raise fault(term.position, "words cannot be left out; take the minus away, or put it in quotation marks too")
    ((word,), _) = values(term, mark="")
    return replace(question, words=(*question.words, word.text))


def _condition(question: Question, term: Term) -> Question:
    field = cast("Field", term.name)
    given = tuple(value_of(field, value) for value in values(term, mark=",")[0])
    condition = Condition(field=field, values=given, excluded=term.excluded)
    return replace(question, conditions=(*question.conditions, condition))


def _bound(question: Question, term: Term) -> Question:
    return replace(question, bounds=(*question.bounds, read_bound(term)))


def _dyad(question: Question, term: Term) -> Question:
    sides, marks = values(term, mark="<>|>|<")
    if len(sides) != 2 or marks[0] == "<":
        raise fault(term.at, f"'{term.rest}' is no dyad; write dyad:JPN>NATO, or dyad:JPN<>NATO for either way round")
    dyad = Dyad(actor=sides[0].text, recipient=sides[1].text, either=marks[0] == "<>")
    return replace(question, dyads=(*question.dyads, dyad))


def _date(question: Question, term: Term) -> Question:
    return replace(question, date=common(question.date, read_days(term), term))


def _due(question: Question, term: Term) -> Question:
    return replace(question, due=common(question.due, read_days(term), term))


def _known(question: Question, term: Term) -> Question:
    return replace(question, known=common(question.known, read_days(term), term))


def _after(question: Question, term: Term) -> Question:
    return replace(question, date=common(question.date, Days(first=span(term.rest, term.at)[0]), term))


def _before(question: Question, term: Term) -> Question:
    return replace(question, date=common(question.date, Days(last=span(term.rest, term.at)[1]), term))


def _as_of(question: Question, term: Term) -> Question:
    first, last = span(term.rest, term.at)
    if first != last:
        raise fault(term.at, f"'{term.rest}' is more than one day; write one, such as as-of:{last}")
    if question.as_of not in {None, first}:
        raise fault(term.position, f"the question is asked as of {question.as_of} already; keep one of the two")
    return replace(question, as_of=first)


def _sort(question: Question, term: Term) -> Question:
    if (question.order, question.ascending) != ("date", False):
        raise fault(term.position, "the answer is sorted already; keep one sort:…")
    order = known_value(term.rest.removeprefix("-").lower(), get_args(Order), term.at)
    # The most relevant come first without a minus, for that is what everyone means.
    ascending = term.rest.startswith("-") == (order == "relevance")
    return replace(question, order=cast("Order", order), ascending=ascending)


READERS: Mapping[str, Reader] = {
    **dict.fromkeys(get_args(Field), _condition),
    **dict.fromkeys(get_args(Number), _bound),
    "dyad": _dyad,
    "date": _date,
    "due": _due,
    "known": _known,
    "after": _after,
    "before": _before,
    "as-of": _as_of,
    "sort": _sort,
}
