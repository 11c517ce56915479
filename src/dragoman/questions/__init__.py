"""The language of questions: takes what a user types into a search box, gives a `Question`; and writes it again."""

from dragoman.questions.reading import read_question
from dragoman.questions.writing import write_question

__all__ = ["read_question", "write_question"]
