"""Speaking: takes a coded document, gives the stretches in which somebody speaks of others, and who.

A text with a known author speaks for that author throughout. In news others are reported to speak: in what stands
behind a verb of saying or judging, and in quotation marks.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.knowledge.theme_words import ThemeWords
from dragoman.ledger.framing.naming import Names
from dragoman.ledger.parties import ids, parties_of
from dragoman.records.act import Party
from dragoman.records.event import Coded, Event
from dragoman.records.participant import Participant

_UNREAD = frozenset(
    {"kicker", "section", "headline", "standfirst", "caption", "credit", "byline", "dateline", "boilerplate"}
)
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”?|\"[^\"]*\"?")
_MARKS = ("“", "”", '"')
_BETWEEN = re.compile(r"\s+(?:(?:also|then|later|again|has|have|had|similarly|likewise)\s+)*")
_CALLING = re.compile(r"\s+(?:for|on|off|upon)\b")  # "called for" asks
_LEAST_WE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """Characters `start` to `end` of the text, in which `by` speak, as `event` tells; None in a text of their own.

    `of` are ids of those of whom it speaks, where the event tells it, and `behind` where the last of them is named.
    """

    start: int
    end: int
    by: tuple[Party, ...]
    event: Event | None = None
    of: tuple[str, ...] = ()


def author_of(coded: Coded, names: Names) -> Party | None:
    """Who issued the text, if it says "we" in its own words and its heading or a sentence names its issuer."""
    text = coded.document.text
    own = _QUOTED.sub("", "".join(text[part.start : part.end] for part in coded.document.parts if part.kind == "body"))
    if len(_WE.findall(own)) < _LEAST_WE:
        return None
    issuers = [one for one in coded.named if one.rule == "issuer" and len(one.ids) == 1]
    return names.parties(issuers[0].ids)[0] if issuers else None


def sentences_of(coded: Coded) -> Iterator[tuple[int, int]]:
    """The sentences of the body: no headlines, captions and the like."""
    parts = [part for part in coded.document.parts if part.kind in _UNREAD]
    for start, end in coded.sentences:
        if not any(part.start <= start < part.end for part in parts):
            yield start, end


def speeches_of(coded: Coded, names: Names, words: ThemeWords) -> Iterator[Speech]:
    """What others are reported to say, in the order of the text."""
    last: tuple[Party, ...] = ()
    for start, end in sentences_of(coded):
        heads = [_of_event(event) for event in _heads(coded, start, end, words)]
        heads += [head for head in _sayings(names, start, end, words) if not any(_near(head, other) for other in heads)]
        speeches = list(_speeches(coded.document.text, sorted(heads, key=lambda head: head.start), start, end))
        if not heads and coded.document.text[start] in _MARKS and last:
            speeches = [Speech(start=start, end=end, by=last)]
        yield from speeches
        last = speeches[-1].by if speeches else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Head:
    """A verb of saying or judging, characters `start` to `end`; its clause begins at `since`."""

    since: int
    start: int
    end: int
    by: tuple[Party, ...]
    event: Event | None = None
    of: tuple[str, ...] = ()


def _speeches(text: str, heads: Sequence[_Head], start: int, end: int) -> Iterator[Speech]:
    """What stands behind each verb, up to the next clause with one; and a quotation or clause before it."""
    for place, head in enumerate(heads):
        until = heads[place + 1].since if place + 1 < len(heads) else end
        yield Speech(start=head.end, end=max(until, head.end), by=head.by, event=head.event, of=head.of)
        since = heads[place - 1].end if place else start
        before = text[since : head.since].rstrip()
        if before.endswith((",", *_MARKS)):
            yield Speech(start=since, end=since + len(before), by=head.by, event=head.event, of=head.of)


def _of_event(event: Event) -> _Head:
    by = parties_of(event.actors, event)
    return _Head(
        since=_beginning(event),
        start=event.trigger.start,
        end=event.trigger.end,
        by=by,
        event=event,
        of=tuple(one.id for one in event.recipients if one.id not in ids(by)),
    )


def _sayings(names: Names, start: int, end: int, words: ThemeWords) -> Iterator[_Head]:
    """Verbs of saying right behind a name: "Stoltenberg told …", where no event was made of them."""
    text = names.coded.document.text
    named = [one for one in names.coded.named if start <= one.start < end and text[one.start : one.end].lower() != "it"]
    for match in words.saying.all(text[start:end]):
        first, last = start + match.start(), start + match.end()
        before = [one for one in named if one.end <= first and _BETWEEN.fullmatch(text, one.end, first)]
        inside = any(one.start < last and first < one.end for one in named)
        if before and not inside and not _CALLING.match(text, last):
            speaker = max(before, key=lambda one: one.end)
            yield _Head(since=speaker.start, start=first, end=last, by=names.parties(speaker.ids))


def _near(head: _Head, other: _Head) -> bool:
    """Whether both are of one clause."""
    return other.since <= head.start <= other.end or head.since <= other.start <= head.end


def _heads(coded: Coded, start: int, end: int, words: ThemeWords) -> list[Event]:
    """The events of the sentence in which somebody speaks: judging ones, and unsure ones with a verb of saying."""
    found: dict[int, Event] = {}
    sure = {event.id for event in coded.events if event.type in words.telling and event.confidence >= _SURE}
    for event in (*coded.events, *coded.leads):
        if not start <= event.trigger.start < end or not event.actors or event.said_by or event.historical:
            continue
        if event.status != "occurred" or event.same_as is not None:
            continue
        if event.id in sure or words.saying.at(event.trigger.text):
            found.setdefault(event.trigger.start, event)
    return [found[place] for place in sorted(found)]


_SURE = 0.3  # below it an event of judging is as often none


def _beginning(event: Event) -> int:
    """Where its clause begins: at the nearest actor before its trigger, else at the trigger."""
    return max((one.start for one in event.actors if _before(one, event)), default=event.trigger.start)


def _before(participant: Participant, event: Event) -> bool:
    return participant.end <= event.trigger.start
