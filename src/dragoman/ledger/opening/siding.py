"""Siding: takes an event and the roll, says whom its side deals with where the clause itself names nobody who answers.

"Moscow will keep its soldiers there" in an agreement with Yerevan is owed to Armenia; "two envoys were sent home" in a
text on Chile and Peru hits the state that sent them.
"""

from collections import Counter
from collections.abc import Collection, Iterable

from dragoman.ledger.opening.making import Parties
from dragoman.ledger.parties import homes, ids, parties_of, principals, told_within, without
from dragoman.ledger.roll import Roll
from dragoman.records.act import Party
from dragoman.records.event import Event

_AGREEING = frozenset({"AGREE", "SUPPORT", "CONCEDE", "COOPERATE"})
_LEAST_TOLD = 2  # acts between two in one text that make one the other's counterpart


def partners(event: Event, by: Collection[str], roll: Roll) -> Parties:
    """With whom those who promise were last said to agree on something, up to the event: it is owed to these."""
    for other in reversed(roll.before(event)):
        there = principals(parties_of(other.actors, other))
        if other.type in _AGREEING and set(by) & ids(there) and (others := without(there, by)):
            return others
    return ()


def beneficiaries(event: Event, by: Collection[str], roll: Roll) -> Parties:
    """Whom the text most often tells to be helped by name: "Norway will send two more" goes there too."""
    helped = Counter[str]()
    named: dict[str, Party] = {}
    for other in roll.in_document(event.document):
        if other.type != "AID":
            continue
        for one in without(principals(parties_of(told_within(other.recipients, other), other)), by):
            helped[one.id] += 1
            named.setdefault(one.id, one)
    first = min(helped, key=lambda id_: (-helped[id_], id_), default=None)
    return (named[first],) if first is not None else ()


def counterpart(event: Event, by: Collection[str], roll: Roll) -> Parties:
    """The state or body with which those who act have most to do in the text; nobody where that is unclear."""
    counted = Counter[str]()
    named: dict[str, Party] = {}
    for other in roll.in_document(event.document):
        for one in _across(other, by):
            counted[one.id] += 1
            named.setdefault(one.id, one)
    if not counted:
        return ()
    (first, often), *rest = sorted(counted.items(), key=lambda one: (-one[1], one[0]))
    if often < _LEAST_TOLD or (rest and rest[0][1] == often):
        return ()
    return (named[first],)


def _across(event: Event, by: Collection[str]) -> Iterable[Party]:
    """The principals on the other side of an event in which some of these act or are acted upon."""
    actors, recipients = parties_of(event.actors, event), parties_of(event.recipients, event)
    if homes(actors) & set(by):
        return without(principals(recipients or actors), by)
    return without(principals(actors), by) if homes(recipients) & set(by) else ()
