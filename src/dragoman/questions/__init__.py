"""The language of questions: takes what a user types into a search box, gives a `Question`; and writes it again."""

from dragoman.questions.asking import Asked, period_of, question_of, words_of
from dragoman.questions.reading import read_question
from dragoman.questions.writing import write_question

__all__ = ["Asked", "period_of", "question_of", "read_question", "words_of", "write_question"]
