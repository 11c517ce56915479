"""The ledger: commitments, asks, measures, meetings and disputes with their states, and a calendar of what is due."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import get_args

from dragoman.desk.ledger import among, due_among, last_day
from dragoman.records.entry import Entry, EntryKind, State
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked
from dragoman.views.web.lists import entry_items, write_entries, write_entries_calendar
from dragoman.views.web.pages.actor import meant
from dragoman.views.web.site import Site
from dragoman.views.web.words import KINDS

USUAL, MOST = 40, 1000  # entries of a page
DUE = 60  # entries of the calendar
_EVER = "9999-12-31"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """A page of entries, the last changed first; how many there are of each kind and state; what is due, by month."""

    number: int
    entries: tuple[Entry, ...]
    kinds: Mapping[str, int]
    states: Mapping[str, int]
    due: Mapping[str, tuple[Entry, ...]]


def answer(site: Site, asked: Asked) -> Answer:
    """The entries of a `kind`, in a `state`, of `who`, between `who` and `with`."""
    kind = asked.one_of("kind", tuple(KINDS))
    state = asked.one_of("state", get_args(State))
    who, with_ = (meant(site, asked.text(name)) if asked.text(name) else None for name in ("who", "with"))
    start = asked.number("from", usual=1, most=10_000_000)
    limit = asked.number("limit", usual=USUAL, most=MOST)
    ledger = site.ledger()
    if ledger is None:
        return Answer(title="Ledger", template="coming.html", shown={"progress": site.progress}, reload=5, status=202)
    own = among(ledger.entries, who=who, with_=with_)
    found = sorted(_narrowed(own, kind, state), key=last_day, reverse=True)
    page = tuple(found[start - 1 : start - 1 + limit])
    told = Entries(
        number=len(found),
        entries=page,
        kinds=Counter(one.kind for one in _narrowed(own, None, state)),
        states=Counter(one.state for one in _narrowed(own, kind, None)),
        due=dict(_months(_calendar(own, site.today()))),
    )
    return Answer(
        title=_title(site, kind, who, with_),
        template="ledger.html",
        shown={"told": told, "kind": kind, "state": state, "who": who, "with_": with_, "start": start},
        record=told,
        rows=lambda stream: write_entries(page, stream),
        feed=entry_items(page),
        calendar=lambda stream: write_entries_calendar(found, stream),
        next=asked.again(**{"from": str(start + limit)}) if start - 1 + limit < len(found) else None,
    )


PAGE = Page(path="/ledger", answer=answer, forms=("json", "csv", "atom", "ics"))


def _narrowed(entries: Iterable[Entry], kind: str | None, state: str | None) -> list[Entry]:
    return [one for one in entries if kind in {None, one.kind} and state in {None, one.state}]


def _calendar(entries: Iterable[Entry], today: str) -> list[Entry]:
    """What falls due from today on, the soonest first; then what is overdue, the latest first."""
    falling = due_among(entries, before=_EVER)
    coming = [one for one in falling if _due(one) >= today]
    overdue = [one for one in reversed(falling) if _due(one) < today]
    return [*coming, *overdue][:DUE]


def _months(entries: Iterable[Entry]) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    for month, own in groupby(entries, key=lambda one: _due(one)[:7]):
        yield month, tuple(own)


def _due(entry: Entry) -> str:
    return entry.due.end if entry.due else ""


def _title(site: Site, kind: EntryKind | str | None, who: str | None, with_: str | None) -> str:
    what = next((words for name, words in KINDS.items() if name == kind), "Ledger")
    names = [site.name(one) for one in (who, with_) if one]
    return f"{what}: {' and '.join(names)}" if names else what
