"""How each field of a golden sentence is compared: takes what is written and a coded event, and gives yes or no."""

from collections.abc import Callable, Iterable

from dragoman.measure.golden.shapes import Expected
from dragoman.measure.pairing import pair
from dragoman.measure.periods import period, period_of
from dragoman.records.event import Event
from dragoman.records.participant import Participant
from dragoman.records.span import DateSpan, Place

Others = dict[str, Event]


def _same_words(written: str, words: str | None) -> bool:
    """The same words, whatever their case; `none` is no words."""
    return words is None if written == "none" else words is not None and written.casefold() == words.casefold()


def _share_words(written: str, words: str) -> bool:
    """Either holds the other, in whole words: "met" and "met with", "held talks" and "talks"."""
    one, other = (f" {' '.join(text.casefold().split())} " for text in (written, words))
    return one in other or other in one


def _participants(written: tuple[str, ...], coded: tuple[Participant, ...]) -> bool:
    """The same participants, none more and none fewer, in any order."""
    if len(written) != len(coded):
        return False
    choices = [[place for place, one in enumerate(coded) if _is(words, one)] for words in written]
    return len(pair(choices)) == len(written)


def _is(words: str, participant: Participant) -> bool:
    id_, _, sector = words.partition(" ")
    return id_ == participant.id and (not sector or sector == participant.sector)


def _date(written: str, coded: DateSpan | None) -> bool:
    if written == "none":
        return coded is None
    if written == "relative":
        return coded is not None and coded.start is None
    return coded is not None and period_of(coded) == period(written)


def _place(written: str, coded: Place | None) -> bool:
    if written == "none" or coded is None:
        return written == "none" and coded is None
    name, _, country = written.partition(", ")
    named = name.casefold() in {coded.name.casefold(), coded.text.text.casefold()} or (
        not country and name == coded.country
    )
    return named and (not country or country == coded.country)


def _other(written: str, id_: str | None, others: Others) -> bool:
    """Whether the event that `id_` names has the written type or trigger."""
    if written == "none" or id_ is None:
        return written == "none" and id_ is None
    other = others.get(id_)
    return other is not None and (written == other.type or _share_words(written, other.trigger.text))


def _persons(written: tuple[str, ...], event: Event) -> bool:
    """Each written person acts, is acted upon or speaks, in whichever order the names stand."""
    coded = [
        set(one.person.casefold().split())
        for one in (*event.actors, *event.recipients, *event.said_by)
        if one.person is not None
    ]
    if not written:
        return not coded
    return all(any(set(name.casefold().split()) <= words for words in coded) for name in written)


def _figures(written: tuple[float, ...], event: Event) -> bool:
    coded = {figure for one in event.magnitudes for figure in (one.low, one.best, one.high) if figure is not None}
    return coded.issuperset(written) if written else not event.magnitudes


def _first(written: str, event: Event) -> bool:
    if written == "none":
        return not event.firsts
    return any(written.casefold() in span.text.casefold() for span in event.firsts)


def _all_there(written: Iterable[str], coded: Iterable[str]) -> bool:
    """Everything written is there; nothing may be there if nothing is written."""
    wanted, there = set(written), set(coded)
    return wanted <= there if wanted else not there


# A field that is not written is not compared.
COMPARISONS: dict[str, Callable[[Expected, Event, Others], bool]] = {
    "type": lambda expected, event, _: expected.type is None or expected.type == event.type,
    "mode": lambda expected, event, _: expected.mode is None or _same_words(expected.mode, event.mode),
    "status": lambda expected, event, _: expected.status is None or expected.status == event.status,
    "actor": lambda expected, event, _: expected.actor is None or _participants(expected.actor, event.actors),
    "recipient": lambda expected, event, _: (
        expected.recipient is None or _participants(expected.recipient, event.recipients)
    ),
    "date": lambda expected, event, _: expected.date is None or _date(expected.date, event.date),
    "due": lambda expected, event, _: expected.due is None or _date(expected.due, event.due),
    "place": lambda expected, event, _: expected.place is None or _place(expected.place, event.place),
    "said_by": lambda expected, event, _: expected.said_by is None or _participants(expected.said_by, event.said_by),
    "addressee": lambda expected, event, _: (
        expected.addressee is None or _participants(expected.addressee, event.addressees)
    ),
    "content_of": lambda expected, event, others: (
        expected.content_of is None or _other(expected.content_of, event.content_of, others)
    ),
    "part_of": lambda expected, event, others: (
        expected.part_of is None or _other(expected.part_of, event.part_of, others)
    ),
    "same_as": lambda expected, event, others: (
        expected.same_as is None or _other(expected.same_as, event.same_as, others)
    ),
    "trigger": lambda expected, event, _: (
        expected.trigger is None or _share_words(expected.trigger, event.trigger.text)
    ),
    "cameo": lambda expected, event, _: expected.cameo is None or expected.cameo == event.cameo,
    "contexts": lambda expected, event, _: expected.contexts is None or _all_there(expected.contexts, event.contexts),
    "historical": lambda expected, event, _: expected.historical is None or expected.historical == event.historical,
    "magnitude": lambda expected, event, _: expected.magnitude is None or _figures(expected.magnitude, event),
    "first": lambda expected, event, _: expected.first is None or _first(expected.first, event),
    "person": lambda expected, event, _: expected.person is None or _persons(expected.person, event),
    "link": lambda expected, event, _: (
        expected.link is None or _all_there(expected.link, [link.kind for link in event.links])
    ),
}
