"""Asking: takes a question in words or as a record, gives the record: what programs may ask with."""

from dragoman.errors import QuestionError
from dragoman.questions.reading import read_question
from dragoman.records.question import Days, Question

Asked = str | Question
"""A question in words, `actor:JPN date:2022`, or one that was read before. Nothing asks for all."""


def question_of(asked: Asked) -> Question:
    """The question.

    Raises:
        QuestionError: the words cannot be understood.
    """
    return read_question(asked) if isinstance(asked, str) else asked


def period_of(dates: str) -> Days:
    """The days of a period, as `date:` of a question has them: 2021, 2021-07, 2021-07..2021-12.

    Raises:
        QuestionError: it is none.
    """
    try:
        days = read_question(f"date:{dates}").date
    except QuestionError:
        days = None
    if days is None:
        raise QuestionError(f"{dates!r} is no period; write 2021, 2021-07 or a range such as 2021-07..2021-12")
    return days


def words_of(told: str) -> tuple[str, ...]:
    """The words that are looked for in texts; a phrase in quotation marks is one of them.

    Raises:
        QuestionError: there are none, or something else is asked for, too.
    """
    asked = read_question(told)
    if not asked.words or asked != Question(words=asked.words):
        raise QuestionError(f"{told!r} is not only words to look for in texts; `find` asks for acts")
    return asked.words
