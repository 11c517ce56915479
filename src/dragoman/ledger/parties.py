"""Parties: takes sides of acts, says who belongs to whom, and who is left when others are taken away."""

from collections.abc import Collection, Iterable

from dragoman.acts.claims import party_of
from dragoman.records.act import Party
from dragoman.records.event import Event
from dragoman.records.participant import Participant


def parties_of(participants: Iterable[Participant], event: Event) -> tuple[Party, ...]:
    """The participants of an event, each once, as an entry names them."""
    found: dict[str, Party] = {}
    for one in participants:
        party = party_of(one, event.id)
        if one.id not in found or (found[one.id].person is None and one.person is not None):
            found[one.id] = party
    return tuple(found.values())


def ids(parties: Iterable[Party | Participant]) -> frozenset[str]:
    """Their ids."""
    return frozenset(one.id for one in parties)


def homes(parties: Iterable[Party | Participant]) -> frozenset[str]:
    """Their ids and the states to which they belong: a ministry is its state's."""
    return frozenset(id_ for one in parties for id_ in (one.id, one.country) if id_ is not None)


def without(parties: Iterable[Party], taken: Collection[str]) -> tuple[Party, ...]:
    """Those whose id is not among those taken away."""
    return tuple(one for one in parties if one.id not in taken)


def principals(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Those who can owe something or be asked: states, their organisations, and whoever belongs to a state."""
    return tuple(one for one in parties if one.kind in {"state", "igo"} or one.country is not None)


def state_of(party: Party) -> Party:
    """The state to which a party belongs, as a party of its own."""
    home = party.country or party.id
    return Party(id=home, name=home, kind="state", country=home, event=party.event)


def told_within(participants: Iterable[Participant], event: Event) -> tuple[Participant, ...]:
    """Those whom the event's own passage names, or points to; others were filled in from what the text told before."""
    passage = event.passage
    return tuple(one for one in participants if passage.start <= one.start < passage.end)
