"""Asking: takes a question in words or as a record, gives the record: what programs may ask with."""

from dragoman.questions.reading import read_question
from dragoman.records.question import Question

Asked = str | Question
"""A question in words, `actor:JPN date:2022`, or one that was read before. Nothing asks for all."""


def question_of(asked: Asked) -> Question:
    """The question.

    Raises:
        QuestionError: the words cannot be understood.
    """
    return read_question(asked) if isinstance(asked, str) else asked
