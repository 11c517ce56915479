"""Takes occurrences, gives what was a first: of a dyad and a type, in the whole store or in so many years."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dateutil.relativedelta import relativedelta

from dragoman.analysis.buckets import day_of
from dragoman.analysis.counts import Occurrence


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """An act that is the first of its type by this actor toward this recipient, at all or in `years` years.

    `previous` is the act before it, with its day; both None where the store has none. `years` are whole years since
    then, or since the store begins. `unsure`: the store begins too late to know, so that an act between may be missing.
    """

    day: str
    actor: str
    recipient: str
    type: str
    act: str
    previous: str | None
    previous_day: str | None
    years: int
    unsure: bool


def firsts(rows: Iterable[Occurrence], *, begins: str, years: int = 5) -> tuple[First, ...]:
    """The first act of each dyad and type, and each that came more than `years` years after the one before; by day.

    `begins` is the ISO day from which on documents were read. The first act in the store is sure to be the first in
    so many years only if the store begins more than `years` years before it; an interval only if the store begins
    before the interval does.

    Raises:
        QuestionError: a day is none.
    """
    begin = day_of(begins)
    acts = defaultdict[tuple[str, str, str], list[Occurrence]](list)
    for row in rows:
        acts[row.actor, row.recipient, row.type].append(row)
    found = []
    for same in acts.values():
        same.sort(key=lambda row: (day_of(row.day), row.act))
        found.append(_opening(same[0], begin, years))
        found += [
            _again(row, before, begin)
            for before, row in pairwise(same)
            if _longer(day_of(before.day), day_of(row.day), years)
        ]
    return tuple(sorted(found, key=lambda one: (one.day, one.actor, one.recipient, one.type)))


def _opening(row: Occurrence, begin: date, years: int) -> First:
    day = day_of(row.day)
    return _first(row, None, since=min(begin, day), unsure=not _longer(begin, day, years))


def _again(row: Occurrence, before: Occurrence, begin: date) -> First:
    since = day_of(before.day)
    return _first(row, before, since=since, unsure=since < begin)


def _first(row: Occurrence, before: Occurrence | None, *, since: date, unsure: bool) -> First:
    return First(
        day=row.day,
        actor=row.actor,
        recipient=row.recipient,
        type=row.type,
        act=row.act,
        previous=before.act if before else None,
        previous_day=before.day if before else None,
        years=relativedelta(day_of(row.day), since).years,
        unsure=unsure,
    )


def _longer(start: date, end: date, years: int) -> bool:
    """Whether more than so many years lie between; exactly so many are not more."""
    between = relativedelta(end, start)
    return (between.years, between.months, between.days) > (years, 0, 0)
