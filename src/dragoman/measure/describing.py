"""One line for an event: takes a coded event and gives it the way golden sentences are written."""

from collections.abc import Iterable

from dragoman.records.event import Event
from dragoman.records.participant import Participant


def describe(event: Event) -> str:
    """The event in one line: `DEU GOV → CONSULT/visit (occurred) → FRA GOV`."""
    type_ = f"{event.type}/{event.mode}" if event.mode else event.type
    return f"{names(event.actors)} → {type_} ({event.status}) → {names(event.recipients)}"


def names(participants: Iterable[Participant]) -> str:
    """Ids and sectors of participants, or "none"."""
    return ", ".join(name(participant) for participant in participants) or "none"


def name(participant: Participant) -> str:
    """The id of a participant and, where it has one, the sector: `DEU GOV`."""
    return f"{participant.id} {participant.sector}" if participant.sector else participant.id
