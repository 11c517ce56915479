"""States: takes an entry with its ties and the day, gives the entry as it stands: its history and its state."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dragoman.ledger.linking.linking import Tied
from dragoman.records.entry import Entry, State, Tie, Turn

_SHOWN = 5  # acts that may concern an entry

# What a tie makes of an entry, by kind; what is not listed leaves its state.
_BECOMES: Mapping[str, Mapping[Tie, State]] = {
    "commitment": {
        "fulfils": "kept", "partly_fulfils": "partly kept", "breaks": "broken", "withdraws": "withdrawn",
    },
    "ask": {"fulfils": "met", "partly_fulfils": "partly met", "refuses": "refused", "withdraws": "withdrawn"},
    "measure": {"lifts": "lifted"},
    "meeting": {"holds": "held", "postpones": "postponed", "cancels": "cancelled", "repeats": "planned"},
    "dispute": {"eases": "easing", "settles": "settled"},
}  # fmt: skip
# States that a lesser turn does not undo: what was kept stays so when a part of it is told again.
_FINAL: Mapping[State, frozenset[State]] = {
    "kept": frozenset({"partly kept"}),
    "met": frozenset({"partly met", "refused"}),
    "settled": frozenset({"easing"}),
    "held": frozenset({"planned", "postponed", "cancelled"}),
}
_WAITING: frozenset[State] = frozenset({"open", "partly kept", "partly met"})
"""States of what is overdue when its day has passed: nothing, or only a part, was done."""


def turned(
    entry: Entry, ties: Iterable[Tied], *, by_hand: Mapping[str, Tie], maybe: Iterable[Tied] = (), today: str
) -> Entry:
    """The entry with what later acts did to it, oldest first, and what the calendar says on that ISO day.

    `by_hand` has the ids of acts of which a person said what they do to it; `maybe` are ties that change nothing yet.
    """
    state, turns = entry.state, list(entry.history)
    for tied in sorted(ties, key=_when):
        tie = by_hand.get(tied.deed.act.id, tied.tie)
        state = _after(entry.kind, state, tie)
        turns.append(_turn(tied, tie, state, by_hand=tied.deed.act.id in by_hand))
    likeliest = sorted(maybe, key=lambda tied: (-tied.score, tied.event.id))[:_SHOWN]
    unsure = tuple(_turn(tied, tied.tie, state, by_hand=False) for tied in likeliest)
    return on_day(replace(entry, state=state, history=tuple(turns), maybe=unsure), today)


def on_day(entry: Entry, today: str) -> Entry:
    """The entry as the calendar has it on an ISO day, whatever day it was told for before.

    Nothing else of an entry depends on the day: another day needs no ledger made anew.
    """
    if entry.due is None or entry.kind not in {"commitment", "ask"}:
        return entry
    turns = tuple(turn for turn in entry.history if turn.tie != "overdue")
    state = turns[-1].state
    if state in _WAITING and entry.due.end < today:
        state = "overdue" if entry.kind == "commitment" else state
        turns = (*turns, Turn(tie="overdue", state=state, day=entry.due.end))
    if (state, turns) == (entry.state, entry.history):
        return entry
    unsure = tuple(replace(turn, state=state) for turn in entry.maybe)
    return replace(entry, state=state, history=turns, maybe=unsure)


def _turn(tied: Tied, tie: Tie, state: State, *, by_hand: bool) -> Turn:
    return Turn(
        tie=tie,
        state=state,
        day=tied.deed.day,
        act=tied.deed.act.id,
        event=tied.event.id,
        quote=tied.quote,
        score=tied.score,
        reasons=tied.reasons,
        by_hand=by_hand,
    )


def _when(tied: Tied) -> tuple[str, str, int]:
    return tied.deed.day or "9999", tied.event.document, tied.event.trigger.start


def _after(kind: str, state: State, tie: Tie) -> State:
    becomes = _BECOMES.get(kind, {}).get(tie, state)
    return state if becomes in _FINAL.get(state, ()) else becomes
