"""Takes a feast and a year, gives its days: Good Friday of 2019 is 19 April."""

from calendar import monthrange
from datetime import date, timedelta

from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

from dragoman.events.dates.days import Days
from dragoman.knowledge.calendar_words import Feast

_LONG = 20  # days: a feast that lasts longer is as exact as a month


def feast_in_year(feast: Feast, year: int) -> Days | None:
    """The days of the feast in a year; None where nobody has told them."""
    if feast.days:
        return _listed(feast, year)
    day = _day(feast, year)
    return Days(day, day, "day") if day else None


def _listed(feast: Feast, year: int) -> Days | None:
    for first, last in feast.days:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        if start.year == year:
            return Days(start, end, "month" if (end - start).days > _LONG else "day")
    return None


def _day(feast: Feast, year: int) -> date | None:
    if feast.easter is not None:
        found = easter(year, EASTER_ORTHODOX) if feast.orthodox else easter(year, EASTER_WESTERN)
        return found + timedelta(days=feast.easter)
    if feast.month is None:
        return None
    if feast.weekday is None or feast.which is None:
        return date(year, feast.month, feast.day) if feast.day else None
    first, length = monthrange(year, feast.month)
    days = range(1 + (feast.weekday - 1 - first) % 7, length + 1, 7)
    return date(year, feast.month, days[feast.which - 1 if feast.which > 0 else feast.which])
