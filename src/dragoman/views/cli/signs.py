"""Signs: how statuses, quad classes, dates and participants look in a terminal, for text, table and explanation.

No sign is a colour alone: a status has a character, and every mark in the text a bracket and a number.
"""

from collections.abc import Mapping

from dragoman.records.event import Event, Quad, Status
from dragoman.records.participant import Participant
from dragoman.records.span import DateSpan, Precision
from dragoman.views.cli.visible import visible

STATUS: Mapping[Status, str] = {
    "occurred": "●",
    "planned": "▷",
    "pledged": "◇",
    "requested": "?",
    "threatened": "!",
    "possible": "~",
    "cancelled": "×",
    "negated": "¬",
}

COLOUR: Mapping[Quad, str] = {
    "verbal_cooperation": "cyan",
    "material_cooperation": "green",
    "verbal_conflict": "yellow",
    "material_conflict": "red",
}

CONTENT, ITEM, AGAIN = "↳", "·", "="


def mark_style(event: Event) -> str:
    """Style of an act's words in the text."""
    return f"bold {'white' if event.quad == 'material_conflict' else 'black'} on {COLOUR[event.quad]}"


def quad_words(quad: Quad) -> str:
    """The quad class as words."""
    return quad.replace("_", " ")


def who(participant: Participant) -> str:
    """A participant in a word or two: code and sector of a state or organisation, the name of anyone else."""
    name = participant.id if participant.kind in ("state", "igo") else participant.name
    return visible(f"{name} {participant.sector}" if participant.sector else name)


def when(date: DateSpan) -> str:
    """A date as exact as it was read, or the words themselves if it could not be."""
    start, end = date.start, date.end
    if start is None or date.precision == "relative":
        return f"“{visible(date.text.text)}”"
    return days(start, end or start, date.precision)


def days(start: str, end: str, precision: Precision) -> str:
    """Two ISO days as exact as they are meant: 2022, 2022-03, 2022-03-21…27."""
    if precision == "month" and start[:7] == end[:7]:
        return start[:7]
    if precision == "year" and start[:4] == end[:4]:
        return start[:4]
    return _range(start, end)


def _range(start: str, end: str) -> str:
    """Two days without saying year and month twice: 2022-03-21…27."""
    if start == end:
        return start
    shared = 8 if start[:7] == end[:7] else 5 if start[:4] == end[:4] else 0
    return f"{start}…{end[shared:]}"
