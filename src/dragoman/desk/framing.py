"""Framing: what the texts of a store say of a party, and who says it; two of them, or two editions, side by side."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from dragoman.desk.parties import names_of_bodies
from dragoman.errors import QuestionError
from dragoman.knowledge.pack import load_pack
from dragoman.knowledge.world import World, load_world
from dragoman.language.likeness import load_likeness
from dragoman.ledger.framing.comparing import compare
from dragoman.ledger.framing.comparison import Comparison
from dragoman.ledger.framing.framings import framings_of
from dragoman.ledger.framing.mentioning import FirstMention, first_mentions
from dragoman.ledger.framing.naming import Names
from dragoman.ledger.framing.speaking import author_of
from dragoman.ledger.parties import homes
from dragoman.records.act import Party
from dragoman.records.document import Document
from dragoman.records.entry import Entry
from dragoman.records.event import Coded
from dragoman.records.question import Condition, Question
from dragoman.store import Store, answering
from dragoman.store.deeds import (
    Heading,
    documents_by,
    documents_naming,
    documents_of,
    headings_naming,
    headings_of,
    outlets_in,
)

MOST_TEXTS = 10_000  # that name a party, the last ones, in which a program may look for what is said of it


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Two documents, the earlier one first, and what became of what they say."""

    earlier: Document
    later: Document
    comparison: Comparison


def framing(
    store: Store, speaker: str | None, about: str, *, as_of: str | None = None, last: int | None = None
) -> tuple[Entry, ...]:
    """What one party says of another (by their ids), theme by theme, in the order of publication.

    Args:
        store: where the texts are.
        speaker: who says it: in a text of its own, or where somebody reports it; None is whoever does.
        about: of whom.
        as_of: in what had been published by that ISO day.
        last: only in so many of the texts that name whom it is about, those published last.
    """
    with store.reading() as connection:
        naming = list(documents_naming(connection, about, as_of=as_of, last=last))
    return tuple(entry for _, entries in _told(store, naming, speaker, about) for entry in entries)


def texts_naming(store: Store, about: str) -> int:
    """How many texts name a party: in which something may be said of it."""
    with store.reading() as connection:
        return len(headings_naming(connection, about))


def headings(store: Store, ids: Collection[str]) -> dict[str, Heading]:
    """What the texts of these ids are called, who carried them, and when."""
    with store.reading() as connection:
        return headings_of(connection, ids)


def bodies_with_texts(store: Store) -> dict[str, str]:
    """The states and organisations that publish under their own name, and so speak in texts of their own: by outlet."""
    world = load_world(packs=store.packs)
    with store.reading() as connection:
        bodies = {outlet: _body(outlet, world) for outlet in outlets_in(connection)}
    return {outlet: party.id for outlet, party in bodies.items() if party is not None}


def judging_pairs(store: Store, *, limit: int = 20) -> tuple[tuple[str, str, int], ...]:
    """Who judges whom most often, in acts of the types in which a speech judges: two ids and the number of acts."""
    types = tuple(sorted(load_pack(*store.packs).themes.telling))
    asked = Question(
        conditions=(Condition(field="type", values=types), Condition(field="status", values=("occurred",)))
    )
    with store.reading() as connection:
        edges = answering.edges(connection, asked)
    pairs: Counter[tuple[str, str]] = Counter()
    for edge in edges:
        pairs[edge.actor, edge.recipient] += edge.number
    return tuple((*pair, number) for pair, number in sorted(pairs.items(), key=lambda one: (-one[1], one[0]))[:limit])


def framing_compared(store: Store, speaker: str, about: str, one: str, other: str) -> SideBySide:
    """What one party says of another in two texts, side by side; each is named by id, title or ISO day.

    Raises:
        QuestionError: no text is meant, or several are.
    """
    meant = (_meant(store, speaker, about, name) for name in (one, other))
    (first, before), (second, after) = sorted(meant, key=_published)
    comparison = compare(before, after, load_pack(*store.packs).themes, load_likeness())
    return SideBySide(earlier=first, later=second, comparison=comparison)


def framing_first(
    store: Store, speaker: str, about: str | None = None, *, titled: str | None = None, as_of: str | None = None
) -> tuple[FirstMention, ...]:
    """Which of a party's own texts speaks of an actor first, and which before it are silent; oldest first.

    Args:
        store: where the texts are.
        speaker: whose texts they are, which have its name as outlet, or name it as their issuer and say "we".
        about: of whom; without it of each whom they speak of.
        titled: only texts with these words in the title: the editions of one.
        as_of: of what had been published by that ISO day.
    """
    words = load_pack(*store.packs).themes
    series = [
        (coded.document, framings_of(coded, words, speaker=author))
        for coded, author in _own(store, speaker, as_of=as_of)
        if titled is None or titled.casefold() in (coded.document.title or "").casefold()
    ]
    return tuple(one for one in first_mentions(series) if about is None or about in homes([one.actor]))


def _own(store: Store, speaker: str, *, as_of: str | None) -> Iterator[tuple[Coded, Party]]:
    """The texts in which a party speaks for itself, each with that party."""
    world = load_world(packs=store.packs)
    with store.reading() as connection:
        outlets = [name for name in outlets_in(connection) if _is_body(name, speaker, world)]
        found = [*documents_by(connection, outlets, as_of=as_of), *documents_naming(connection, speaker, as_of=as_of)]
    for coded in {coded.document.id: coded for coded in found}.values():
        author = _issuer(coded, world) or author_of(coded, Names(coded))
        if author is not None and speaker in homes([author]):
            yield coded, author


def _is_body(outlet: str, speaker: str, world: World) -> bool:
    party = _body(outlet, world)
    return party is not None and speaker in homes([party])


def _told(
    store: Store, naming: Iterable[Coded], speaker: str | None, about: str
) -> Iterator[tuple[Document, tuple[Entry, ...]]]:
    """Each text that names whom it is about, with what the speaker says of them there."""
    words, world = load_pack(*store.packs).themes, load_world(packs=store.packs)
    for coded in naming:
        entries = framings_of(coded, words, speaker=_issuer(coded, world))
        yield coded.document, tuple(entry for entry in entries if _says(entry, speaker, about))


def _says(entry: Entry, speaker: str | None, about: str) -> bool:
    says = speaker is None or speaker in homes((*entry.by, *entry.said_by))
    return says and about in homes(entry.about)


def _issuer(coded: Coded, world: World) -> Party | None:
    """Whose text it is, where a state or an organisation of the book publishes under its own name."""
    return _body(coded.document.outlet or "", world)


def _body(outlet: str, world: World) -> Party | None:
    """The state or organisation of the book that has the name of an outlet."""
    bodies = {one.target for one in names_of_bodies(world, outlet)} | ({outlet} & world.ids)
    if len(bodies) != 1:
        return None
    entity = world.entity(bodies.pop())
    if entity.kind not in {"state", "igo", "group"}:
        return None
    return Party(id=entity.id, name=entity.name, kind=entity.kind, country=entity.country, event="")


def _meant(store: Store, speaker: str, about: str, name: str) -> tuple[Document, tuple[Entry, ...]]:
    """The text of that id or its beginning, that day, or that title or a part of it; of several the one that speaks."""
    with store.reading() as connection:
        called = [one.id for one in headings_naming(connection, about) if _is_called(one, name)]
        found = list(_told(store, list(documents_of(connection, called)), speaker, about))
    speaking = [pair for pair in found if pair[1]] or found
    if len(speaking) == 1:
        return speaking[0]
    if not found:
        raise QuestionError(f"no text that names them is called {name!r}; give an id, a day or a title of one")
    ids = ", ".join(document.id for document, _ in speaking[:5])
    raise QuestionError(f"{name!r} may be several texts: {ids}; give one of these ids")


def _is_called(heading: Heading, name: str) -> bool:
    title = (heading.title or "").casefold()
    return heading.id.startswith(name) or heading.published == name or name.casefold() in title


def _published(pair: tuple[Document, tuple[Entry, ...]]) -> tuple[str, str]:
    return pair[0].published or "9999", pair[0].id
