"""Signs: how statuses, quad classes, dates and participants look in a terminal, for text, table and explanation.

No sign is a colour alone: a status has a character, and every mark in the text a bracket and a number.
"""

from collections.abc import Mapping

from dragoman.records.event import Event, Quad
from dragoman.records.participant import Participant
from dragoman.records.span import DateSpan
from dragoman.views.cli.visible import visible
from dragoman.views.signs import STATUS, days, quad_words

__all__ = ["AGAIN", "COLOUR", "CONTENT", "ITEM", "STATUS", "days", "mark_style", "quad_words", "when", "who"]

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
