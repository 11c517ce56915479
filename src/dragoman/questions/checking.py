"""Checking: takes an argument as a program gave it, gives it back if it may stand there; else the fault says what may.

`what` is the name of the argument: `kind='meting': give one of commitment, ask …; did you mean 'meeting'?`
"""

from collections.abc import Sequence
from typing import TypeVar

from dragoman.errors import QuestionError
from dragoman.questions.wording import nearest
from dragoman.records import days

Value = TypeVar("Value")


def one_of(value: Value, allowed: Sequence[object], what: str) -> Value:
    """One of the values that there are.

    Raises:
        QuestionError: it is none of them.
    """
    if value in allowed:
        return value
    known = [str(one) for one in allowed]
    meant = nearest(value, known) if isinstance(value, str) else ""
    raise QuestionError(f"{what}={value!r}: give one of {', '.join(known)}{meant}")


def iso_day(value: str, what: str) -> str:
    """A day as ISO writes it.

    Raises:
        QuestionError: it is none.
    """
    try:
        return days.iso_day(value)
    except QuestionError as error:
        raise QuestionError(f"{what}: {error}") from None


def at_least(value: int, least: int, what: str) -> int:
    """A whole number that is not too small.

    Raises:
        QuestionError: it is none, or smaller.
    """
    if not isinstance(value, int) or value < least:
        raise QuestionError(f"{what}={value!r}: give a whole number from {least} on")
    return value


def somebody(value: str, what: str) -> str:
    """A name: words of which something can be seen.

    Raises:
        QuestionError: nothing can be seen of it.
    """
    if not isinstance(value, str) or not value.strip():
        raise QuestionError(f"{what}={value!r}: give the name of whoever decides")
    return value
