"""Framed: takes passages in which a text speaks of an actor, gives addresses, rows of CSV and items of feeds."""

from collections.abc import Iterable, Iterator, Mapping

from dragoman.records.act import Party
from dragoman.records.entry import Entry
from dragoman.store.deeds import Heading
from dragoman.views.web.asked import address
from dragoman.views.web.feeds import Item

COLUMNS = ("by", "said_by", "of", "theme", "intensity", "document", "title", "published", "start", "end", "text")
Row = tuple[str | float | None, ...]


def passage_page(entry: Entry) -> str:
    """The reader, opened at the passage."""
    return f"{address('documents', entry.what.document, at=f'{entry.what.start}-{entry.what.end}')}#at"


def passage_rows(entries: Iterable[Entry], texts: Mapping[str, Heading]) -> Iterator[Row]:
    """A row for each passage."""
    for entry in entries:
        yield (
            _ids(entry.by), _ids(entry.said_by), _ids(entry.about), entry.theme, entry.intensity, entry.what.document,
            texts[entry.what.document].title, texts[entry.what.document].published, entry.what.start, entry.what.end,
            entry.what.text,
        )  # fmt: skip


def passage_item(entry: Entry, text: Heading, *, title: str) -> Item:
    """A passage as an item of a feed, new on the day of its text."""
    return Item(id=entry.id, path=passage_page(entry), title=title, words=entry.what.text, day=text.published)


def _ids(parties: Iterable[Party]) -> str:
    return "|".join(party.id for party in parties)
