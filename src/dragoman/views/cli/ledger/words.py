"""Words: takes parts of entries, gives them as a terminal shows them: parties, states, days, quotes, turns."""

import re
from collections.abc import Iterable, Mapping

from rich.text import Text

from dragoman.exports.entry_rows import last_turn
from dragoman.records.act import ActDate, Party
from dragoman.records.entry import Entry, State, Turn
from dragoman.views.cli.signs import days
from dragoman.views.signs import in_100
from dragoman.views.visible import visible

NOBODY = "–"
MOST_NAMED = 4
CLIP = 160  # characters of a quote that a list shows; `story` has all of them
COLOUR: Mapping[State, str] = {
    "kept": "green", "met": "green", "held": "green", "settled": "green",
    "partly kept": "yellow", "partly met": "yellow", "postponed": "yellow", "easing": "yellow",
    "overdue": "bold yellow",
    "broken": "red", "refused": "red", "in force": "red",
    "open": "cyan", "planned": "cyan", "announced": "cyan", "said": "cyan",
    "withdrawn": "dim", "cancelled": "dim", "lifted": "dim",
}  # fmt: skip
COMPLIANCE = {-1: "−1 not kept", 0: "0 partly kept or under way", 1: "+1 kept"}


def state_word(state: State) -> Text:
    """The state in its colour."""
    return Text(state, COLOUR[state])


def party_word(party: Party) -> str:
    """A party in a word or two: code and sector of a state or organisation, the name of anyone else."""
    name = party.id if party.kind in ("state", "igo") else party.name
    return visible(f"{name} {party.sector}" if party.sector and party.sector != "GOV" else name)


def names_of(parties: Iterable[Party], *, most: int = MOST_NAMED, persons: bool = False) -> str:
    """Those who take part, the first of them by name; with the officials who act for them, where asked for."""
    named = [
        f"{party_word(one)} ({visible(one.person)})"
        if persons and one.person and one.person != one.name
        else party_word(one)
        for one in parties
    ]
    if len(named) > most + 1:
        named = [*named[:most], f"{len(named) - most} more"]
    return ", ".join(named) or NOBODY


def sides(entry: Entry, *, persons: bool = False, most: int = MOST_NAMED) -> str:
    """Who to whom: JPN → UKR. Whom it is about stands in brackets, or is whom it is done to, where nobody else is."""
    by = names_of(entry.by, persons=persons, most=most)
    if entry.to:
        about = f" (on {names_of(entry.about, persons=persons, most=most)})" if entry.about else ""
        return f"{by} → {names_of(entry.to, persons=persons, most=most)}{about}"
    return f"{by} → {names_of(entry.about, persons=persons, most=most)}" if entry.about else by


def day_of(date: ActDate | None) -> str:
    """A date as exact as it was told."""
    return days(date.start, date.end, date.precision) if date else ""


def told_day(entry: Entry) -> str:
    """When it was made, else when it was first reported."""
    return day_of(entry.made_on) or entry.history[0].day or NOBODY


def line(text: str) -> str:
    """Words without the line breaks of their page."""
    return visible(re.sub(r"\s+", " ", text)).strip()


def clipped(text: str, most: int = CLIP) -> str:
    """The beginning of long words; what is left out is told by dots."""
    words = line(text)
    return words if len(words) <= most else f"{words[: words.rfind(' ', 0, most)]} …"


def turn_word(turn: Turn) -> Text:
    """What a turn does, and to which state it brings the entry."""
    tie = Text(turn.tie.replace("_", " "), "bold")
    return Text.assemble(tie, " → ", state_word(turn.state))


def turn_told(turn: Turn) -> str:
    """When a turn came, what it does, and how likely it concerns the entry, where nobody said so."""
    likely = f" ({in_100(turn.score)})" if turn.score < 1 and not turn.by_hand else ""
    return f"{turn.day or NOBODY} {turn.tie.replace('_', ' ')}{likely}"


def last_words(entry: Entry) -> Text | None:
    """What last changed an entry, else what was last told of it, and the words; None where nothing was."""
    turn = last_turn(entry)
    if turn is None:
        return None
    told = f" “{clipped(turn.quote.text)}”" if turn.quote else ""
    return Text.assemble((turn_told(turn), "bold"), told, style="dim")
