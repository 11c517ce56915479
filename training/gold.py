"""Takes a passage of the corpus, gives it as a gold document, to be scored like those of the benchmarks."""

from passages import Event, Passage, quote_place

from dragoman.measure.documents.gold import GoldDocument, GoldEvent, accepted_slugs
from dragoman.measure.documents.places import Stretch


def gold_document(passage: Passage) -> GoldDocument:
    """The passage with its events placed; mentions of one act share their places."""
    own = {event.id: place for event in passage.events if (place := _stretch(passage, event))}
    mentions: dict[int, list[Stretch]] = {}
    for event in passage.events:
        if event.id in own:
            mentions.setdefault(event.same_as or event.id, []).append(own[event.id])
    return GoldDocument(
        name=passage.id,
        text=passage.text,
        published=passage.published,
        events=tuple(
            _event(passage, event, own[event.id], mentions[event.same_as or event.id])
            for event in passage.events
            if event.id in own
        ),
    )


def _event(passage: Passage, event: Event, own: Stretch, stretches: list[Stretch]) -> GoldEvent:
    return GoldEvent(
        id=str(event.id),
        quote=event.quote,
        type=event.type,
        alternatives=frozenset(event.alt),
        status=event.status,
        status_alternatives=frozenset(event.status_alt),
        actors=accepted_slugs(event.actors, passage.aliases),
        recipients=accepted_slugs(event.recipients, passage.aliases),
        date=event.date,
        date_alternative=event.date_alt,
        date_stated=event.date_stated,
        due=event.due,
        core=event.core,
        repeats=event.same_as is not None,
        own=own,
        stretches=tuple(stretches),
        written=f"{', '.join(event.actors) or 'none'} → {event.type} ({event.status}) → "
        f"{', '.join(event.recipients) or 'none'}",
    )


def _stretch(passage: Passage, event: Event) -> Stretch | None:
    place = quote_place(passage, event)
    return (place.start, place.end) if place is not None else None
