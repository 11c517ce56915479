"""Intake: takes an item as a source gave it, gives its document, or why it has none."""

from dragoman.documents import make_document
from dragoman.errors import SourceError
from dragoman.records.document import Document
from dragoman.sources import Item, Refused


def document_of(item: Item, *, published: str | None) -> Document | Refused:
    """The item's document; `published`, an ISO day, wins over what the item states."""
    try:
        return make_document(
            item.content,
            path=item.path,
            media=item.media,
            published=published,
            stated=item.published,
            title=item.title,
            source_id=item.source_id,
            outlet=item.outlet,
            url=item.url,
            licence=item.licence,
            notes=item.notes,
        )
    except SourceError as error:
        return Refused(path=item.path, reason=str(error).removeprefix(f"{item.path}: "))
