"""What is kept in mind of a document: takes what has been read of it, gives the Cast for the next sentence."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.actors.cast import Cast
from dragoman.actors.hits import Hits
from dragoman.actors.meanings import Meanings
from dragoman.actors.references.collective_names import given_in
from dragoman.actors.references.salience import seen_in
from dragoman.actors.speakers import introduced_alone, introduced_by_we
from dragoman.knowledge.world import Name, World
from dragoman.records.document import Document
from dragoman.records.participant import Mention, Participant
from dragoman.records.reading import PlaceName
from dragoman.records.sentence import Sentence

_WHERE = frozenset({"in", "at", "to", "near", "outside"})


def opening_cast(world: World, meanings: Meanings, document: Document, hits: Hits) -> Cast:
    """The cast before the first sentence: the day of the text, and the states that it names."""
    named = [{country for name in hit.names if (country := _country(world, name))} for hit in hits.all]
    countries = Counter(country for found in named for country in found)
    main, times = countries.most_common(1)[0] if countries else (None, 0)
    return Cast(
        day=document.published,
        named=frozenset(name.target for hit in hits.all for name in hit.names if name.use == "name"),
        meanings=meanings.of_text(document, hits),
        counts=dict(countries),
        only_country=main if len(countries) == 1 else None,
        main_country=main if times * 2 >= countries.total() else None,
    )


def cast_after(
    document: Document,
    sentence: Sentence,
    mentions: Sequence[Mention],
    places: Mapping[int, PlaceName],
    cast: Cast,
    speaker: tuple[Participant, ...],
) -> Cast:
    """The cast once a sentence with these mentions and this speaker has been read."""
    named = tuple(mention for mention in mentions if mention.rule != "possessive")
    venue = venue_of(sentence, places)
    after = cast.after(named, tuple(seen_in(sentence, named)))
    issuers = [mention.participants for mention in mentions if mention.rule == "issuer"]
    return replace(
        after,
        document=issuers[-1] if issuers else after.document,
        groups={**after.groups, **given_in(document, sentence, mentions)},
        venue=venue or cast.venue,
        dateline=venue if sentence.kind == "dateline" else cast.dateline,
        speaker=speaker,
        voice=introduced_by_we(sentence, mentions) or introduced_alone(sentence, mentions) or cast.voice,
    )


def venue_of(sentence: Sentence, places: Mapping[int, PlaceName]) -> str | None:
    """The state of the town that the sentence says last that something is in."""
    found = [
        place.country
        for index, place in places.items()
        if place.precision in {"city", "site"} and place.country and _is_where(sentence, index)
    ]
    return found[-1] if found else None


def _is_where(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    above = sentence.tokens[token.head]
    return sentence.kind == "dateline" or (token.relation == "pobj" and above.lemma.lower() in _WHERE)


def _country(world: World, name: Name) -> str | None:
    """The state that a name tells of; a person's name tells of none, since namesakes may serve another."""
    if name.use in {"full", "family"}:
        return None
    if name.use == "place":
        place = world.place(name.target)
        return place.country if place else None
    return name.target if world.entity(name.target).kind == "state" else None
