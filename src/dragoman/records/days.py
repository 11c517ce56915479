"""Days: takes a day as somebody wrote it, gives it as all records have it: `2022-06-29`."""

from datetime import date

from dragoman.errors import QuestionError


def iso_day(told: object) -> str:
    """The day, if it is one of the calendar and is written so.

    Raises:
        QuestionError: it is none.

    Example:
        >>> iso_day("2022-06-29")
        '2022-06-29'
    """
    try:
        day = date.fromisoformat(told).isoformat() if isinstance(told, str) else None
    except ValueError:
        day = None
    if day is None or day != told:
        raise QuestionError(f"{told!r} is no day; write it as 2022-06-29")
    return day
