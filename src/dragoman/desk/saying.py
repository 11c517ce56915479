"""Saying: takes what texts say of an actor, gives it by theme and by speaker, with how sharply each judges."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dragoman.desk.framing import framing, framing_first, headings, texts_naming
from dragoman.errors import QuestionError
from dragoman.records.entry import Entry
from dragoman.store import Store
from dragoman.store.deeds import Heading


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """What is said on one theme, the latest first, and how sharply on average (-3 hostile … 3 friendly).

    `name` is empty for what is said on none that the pack knows.
    """

    name: str
    entries: tuple[Entry, ...]
    intensity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Who says something of the actor, in how many passages, and how sharply on average."""

    id: str
    number: int
    intensity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of an actor, by one party or, where `by` is None, by all.

    `texts` are the headings of those that say it, by id. `looked_into` texts were looked into, the last published of
    the `naming` that name the actor.
    """

    by: str | None
    of: str
    themes: tuple[Theme, ...]
    speakers: tuple[Speaker, ...]
    texts: Mapping[str, Heading]
    looked_into: int
    naming: int

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All passages, theme by theme."""
        return tuple(entry for theme in self.themes for entry in theme.entries)

    @property
    def numbers(self) -> Mapping[str, int]:
        """How many passages of each text (by id) say something."""
        return Counter(entry.what.document for entry in self.entries)

    def on(self, name: str) -> "Said":
        """What is said on one theme alone.

        Raises:
            QuestionError: nothing is.
        """
        themes = tuple(theme for theme in self.themes if theme.name == name)
        if not themes:
            told = ", ".join(theme.name for theme in self.themes if theme.name)
            raise QuestionError(f"nothing is said on {name!r}; something is on {told or 'no theme'}")
        return replace(self, themes=themes)


@dataclass(frozen=True, slots=True, kw_only=True)
class First:
    """The first text of a party's own that speaks of an actor, its words, and the texts before, which are silent."""

    of: str
    name: str
    text: Heading
    entry: Entry
    silent: tuple[Heading, ...]


def said_of(store: Store, of: str, *, by: str | None, last: int) -> Said:
    """What is said of a party in the `last` texts that name it."""
    entries = framing(store, by, of, last=last)
    naming = texts_naming(store, of)
    return Said(
        by=by,
        of=of,
        themes=tuple(_themes(entries)),
        speakers=tuple(_speakers(entries)),
        texts=headings(store, {entry.what.document for entry in entries}),
        looked_into=min(naming, last),
        naming=naming,
    )


def firsts_of(store: Store, by: str, *, titled: str | None = None) -> tuple[First, ...]:
    """The first mention of each actor of whom a party speaks in its own texts, those with such words in the title."""
    mentions = framing_first(store, by, titled=titled)
    called = headings(store, {document.id for one in mentions for document in (one.document, *one.silent)})
    return tuple(
        First(
            of=one.actor.id,
            name=one.actor.name,
            text=called[one.document.id],
            entry=one.entry,
            silent=tuple(called[document.id] for document in one.silent),
        )
        for one in mentions
    )


def _themes(entries: Iterable[Entry]) -> Iterator[Theme]:
    """The themes, that on which most is said first; what is said on none comes last."""
    own: dict[str, list[Entry]] = {}
    for entry in entries:
        own.setdefault(entry.theme or "", []).append(entry)
    for name, told in sorted(own.items(), key=lambda one: (not one[0], -len(one[1]), one[0])):
        yield Theme(name=name, entries=tuple(reversed(told)), intensity=_mean(told))


def _speakers(entries: Iterable[Entry]) -> Iterator[Speaker]:
    own: dict[str, list[Entry]] = {}
    for entry in entries:
        for id_ in dict.fromkeys(party.id for party in entry.by):
            own.setdefault(id_, []).append(entry)
    for id_, told in sorted(own.items(), key=lambda one: (-len(one[1]), one[0])):
        yield Speaker(id=id_, number=len(told), intensity=_mean(told))


def _mean(entries: list[Entry]) -> float:
    return round(sum(entry.intensity or 0 for entry in entries) / len(entries), 1)
