"""DateMention: a date expression of a sentence; with the day of publication it gives the days that are meant."""

from dataclasses import dataclass
from datetime import date

from dragoman.events.dates.meanings import Meaning
from dragoman.events.dates.resolving import Moment, days_of
from dragoman.knowledge.calendar_words import Use
from dragoman.records.document import Document
from dragoman.records.span import DateSpan

_DEADLINES: frozenset[Use] = frozenset({"by", "until", "before", "within"})


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date expression: tokens `first` to `last`, its preposition included, at characters `start` to `end`.

    `use` is how it is introduced; the time over which something is the first or the largest has "for". `head` is the
    token of the verb or noun that it dates; with `modifier` it dates that noun alone: "the 2014 agreement".
    """

    first: int
    last: int
    start: int
    end: int
    use: Use
    head: int
    modifier: bool
    meaning: Meaning


def resolved(
    mention: DateMention, document: Document, *, published: str | None, ahead: bool, from_: str | None = None
) -> DateSpan:
    """The days that are meant.

    Args:
        mention: the date expression, of this document.
        document: for the words that say so.
        published: ISO day of publication; without it only full dates can be resolved.
        ahead: whether the act lies ahead, so that "on Tuesday" is the next one and not the latest.
        from_: ISO day of the event that "two days later" is counted from, or of the promise that "within" is.
    """
    elsewhere = date.fromisoformat(from_) if from_ else None
    origin = date.fromisoformat(published) if published else None
    if mention.use == "within" and elsewhere is not None:
        origin = elsewhere
    side = ahead and mention.use != "since"
    moment = Moment(published=origin, ahead=side, elsewhere=elsewhere, deadline=mention.use in _DEADLINES)
    days = days_of(mention.meaning, moment)
    text = document.span(mention.start, mention.end)
    if days is None:
        return DateSpan(start=None, end=None, precision="relative", text=text)
    return DateSpan(start=days.start.isoformat(), end=days.end.isoformat(), precision=days.precision, text=text)
