"""Glossing: takes an event, gives its passage in words with what was read under them, as interpreters write it."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.records.event import Event, Quad, Status
from dragoman.records.participant import Participant
from dragoman.records.span import Span
from dragoman.store.answering import Passage
from dragoman.views.signs import STATUS
from dragoman.views.web.words import BLANKS, date_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Gloss:
    """Some words and what was read there; `role` is who, act, whom, when, due, where, how much or cue, or empty."""

    words: str
    role: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossed:
    """A passage with its glosses, of which act (by id) and event, and where it stands."""

    glosses: tuple[Gloss, ...]
    act: str
    event: str
    quad: Quad
    status: Status
    source: Passage | None

    @property
    def labels(self) -> int:
        """How many different things are told under the words."""
        return len({one.role for one in self.glosses if one.role})


def glossed(event: Event, *, act: str = "", source: Passage | None = None) -> Glossed:
    """The passage of the event. Of spans that overlap the one that comes first in importance is glossed."""
    return Glossed(
        glosses=tuple(_glosses(event)), act=act, event=event.id, quad=event.quad, status=event.status, source=source
    )


def roles(event: Event) -> list[tuple[str, str, Span]]:
    """What was read where: a role, what is said under the words, and the words; the most important first."""
    found = [("act", f"{STATUS[event.status]} {event.type}, {event.status}", event.trigger)]
    found += [("who", f"who: {_code(one)}", _span(one.start, one.end, one.text)) for one in event.actors]
    found += [("whom", f"whom: {_code(one)}", _span(one.start, one.end, one.text)) for one in event.recipients]
    if event.due:
        found.append(("due", f"by {date_words(event.due)}", event.due.text))
    if event.date:
        found.append(("when", f"when: {date_words(event.date)}", event.date.text))
    if event.place:
        found.append(("where", f"where: {event.place.name}", event.place.text))
    found += [("how much", f"how much: {one.unit}", one.text) for one in event.magnitudes]
    if event.status_cue:
        found.append(("cue", f"hence {event.status}", event.status_cue))
    return [one for one in found if one[2].start < one[2].end]


def _code(one: Participant) -> str:
    """Code and sector of a state or an organisation, the name of anyone else."""
    code = one.id if one.kind in {"state", "igo"} else one.name
    return f"{code} {one.sector}" if one.sector else code


def _span(start: int, end: int, text: str) -> Span:
    return Span(start=start, end=end, text=text)


def _glosses(event: Event) -> Iterator[Gloss]:
    passage, taken = event.passage, list[tuple[str, str, Span]]()
    for role, label, span in roles(event):
        if span.within(passage) and not any(span.overlaps(other) for _, _, other in taken):
            taken.append((role, label, span))
    reached = passage.start
    for role, label, span in sorted(taken, key=lambda one: one[2].start):
        yield Gloss(words=_slice(passage, reached, span.start))
        yield Gloss(words=_slice(passage, span.start, span.end), role=role, label=label)
        reached = span.end
    yield Gloss(words=_slice(passage, reached, passage.end))


def _slice(passage: Span, start: int, end: int) -> str:
    return BLANKS.sub(" ", passage.text[start - passage.start : end - passage.start])
