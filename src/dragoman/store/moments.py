"""Moments: microseconds since 1970, UTC, as the store counts them, and as ISO times, as they are told and given."""

from datetime import UTC, datetime, timedelta

from dragoman.errors import QuestionError

_BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
_ONE = timedelta(microseconds=1)
LATEST = (datetime.max.replace(tzinfo=UTC) - _BEGINNING) // _ONE


def microseconds(moment: datetime) -> int:
    """A time of some zone as the store counts it."""
    return (moment - _BEGINNING) // _ONE


def iso_moment(moment: int) -> str:
    """A moment as it is told: 2026-11-29T12:34:56.123456Z."""
    return (_BEGINNING + moment * _ONE).isoformat(timespec="microseconds").replace("+00:00", "Z")


def moment_in(told: str) -> int:
    """The moment that an ISO time or day tells: without a zone that of UTC, of a day its midnight.

    Raises:
        QuestionError: it is none.
    """
    try:
        moment = datetime.fromisoformat(told)
    except ValueError as error:
        raise QuestionError(
            f"{told!r} is no moment; write it as 2026-11-29T12:34:56Z, or a day as 2026-11-29"
        ) from error
    return microseconds(moment if moment.tzinfo else moment.replace(tzinfo=UTC))
