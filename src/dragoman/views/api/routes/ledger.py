"""The ledger: its entries, what falls due, one entry with its story, and what bore fruit between two."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from dragoman.desk.ledger import Story, among, due_among, due_day, last_day, paged, parties_of, story_among
from dragoman.desk.parties import party_id
from dragoman.ledger.bearing import Direction
from dragoman.ledger.bearing import bearing as told_bearing
from dragoman.records.entry import Entry, EntryKind, State
from dragoman.views.api.asking import CSV, Ask, OfLedger, asks
from dragoman.views.api.parameters import Cursor, Day, Id, Limit, Named
from dragoman.views.api.problems import RefusalError
from dragoman.views.api.routing import ledger_route
from dragoman.views.web.lists import write_entries
from dragoman.views.web.trouble import found

ROUTER = APIRouter(tags=["ledger"])
_EVER = "9999-12-31"
AsOf = Annotated[Day | None, Query(description="As it could be known on that day.")]
Today = Annotated[
    Day | None, Query(description="The day that says what is overdue; else that of `as_of`, else the calendar's.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entries:
    """How many entries there are, of which kinds and states, and a page of them; `next` is the cursor of the next.

    `edition` is that of the store of which the ledger was made, and `today` the day that says what is overdue.
    """

    edition: str
    today: str
    number: int
    kinds: Mapping[EntryKind, int]
    states: Mapping[State, int]
    entries: tuple[Entry, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bearing:
    """What two sides asked and promised each other, and what came of it: each way."""

    one: str
    other: str
    there: Direction
    back: Direction


@ledger_route(ROUTER, "/ledger", Entries, forms=(CSV,))
def ledger(  # noqa: PLR0913 - all that narrows it, by keyword
    ask: Annotated[Ask, Depends(asks(CSV, changes="ledger"))],
    *,
    kind: EntryKind | None = None,
    state: State | None = None,
    who: Named | None = None,
    with_: Annotated[Named | None, Query(alias="with")] = None,
    due_before: Day | None = None,
    due_after: Day | None = None,
    as_of: AsOf = None,
    today: Today = None,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Response:
    """The entries of a kind, in a state, of `who`, or between `who` and `with`; the last changed first.

    With `as_of` they are told as they could be known on that day; that needs `who`. With `due_before` or `due_after`
    only promises and asks that fall due in those days and are still open, the soonest first.
    """
    if with_ and not who:
        raise RefusalError("parameter", f"/ledger: with={with_} needs who; give both sides, as in who=JPN&with=NATO")
    if as_of and not who:
        raise RefusalError("parameter", f"/ledger: as_of={as_of} needs who; say of whom, as in who=JPN&as_of={as_of}")
    sides = [None if name is None else party_id(ask.store, name) for name in (who, with_)]
    made = ask.ledger(lambda: [one for one in sides if one], as_of=as_of, today=today)
    own = among(made.entries, who=sides[0], with_=sides[1], kind=kind, state=state)
    if due_before or due_after:
        order, falling = due_day, True
        entries = due_among(own, before=due_before or _EVER, after=due_after)
    else:
        order, falling = last_day, False
        entries = tuple(sorted(own, key=last_day, reverse=True))
    page = paged(entries, order, limit=limit, cursor=cursor, ascending=falling)
    told = Entries(
        edition=made.edition,
        today=made.today,
        number=len(entries),
        kinds=Counter(one.kind for one in entries),
        states=Counter(one.state for one in entries),
        entries=page.items,
        next=page.next,
    )
    return ask.reply(
        told,
        others={CSV: lambda stream: write_entries(page.items, stream)},
        following={"cursor": page.next} if page.next else None,
    )


@ledger_route(ROUTER, "/ledger/{id}", Story)
def entry(
    ask: OfLedger,
    id: Id,  # noqa: A002 - the word of the address
    as_of: AsOf = None,
    today: Today = None,
) -> Response:
    """One entry with all that became of it, and the passage behind each turn; as it could be known on a day."""
    made = ask.ledger(lambda: found(lambda: parties_of(ask.store, id)), as_of=as_of, today=today)
    return ask.reply(found(lambda: story_among(ask.store, made.entries, id, as_of=as_of)))


@ledger_route(ROUTER, "/bearing", Bearing)
def bearing(ask: OfLedger, one: Named, other: Named, as_of: AsOf = None, today: Today = None) -> Response:
    """What two sides asked and promised each other, and what bore fruit; as it could be known on a day."""
    first, second = party_id(ask.store, one), party_id(ask.store, other)
    made = ask.ledger(lambda: (first, second), as_of=as_of, today=today)
    there, back = told_bearing(among(made.entries, who=first, with_=second), first, second)
    return ask.reply(Bearing(one=first, other=second, there=there, back=back))
