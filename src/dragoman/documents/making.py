"""Making: takes the content of one item and what is known of it, gives a `Document` with its parts and its date."""

from hashlib import sha256
from typing import Literal

from dragoman.documents.cleaning import clean
from dragoman.documents.dates import PageDate, find_dates, iso_day, page_date, read_day
from dragoman.documents.paragraphs import Block, split_paragraphs
from dragoman.documents.parts import tell_parts
from dragoman.errors import SourceError
from dragoman.records.document import Document, Part, PublishedFrom

UNDATED = "no publication date was found: relative dates stay unresolved"
TAIL = 3  # paragraphs at the end of a text in which a line may date it


def make_document(  # noqa: PLR0913 - what a source may know of a text, all of it by keyword
    content: str,
    *,
    path: str = "text",
    media: Literal["text", "html"] = "text",
    published: str | None = None,
    stated: str | None = None,
    title: str | None = None,
    source_id: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    licence: str | None = None,
    notes: tuple[str, ...] = (),
) -> Document:
    """A document of one text: clean, with its parts told apart and its publication date.

        make_document("PARIS, May 3 (AFP) - Ministers met.", published="2021-05-03").parts[0].kind == "dateline"

    Args:
        content: the text as decoded, plain or HTML.
        path: where it came from, for messages and for the document.
        media: whether `content` is plain text or HTML.
        published: the publication day that the user gives; it wins over all others.
        stated: the publication date that the source gives with the text, in any usual form.
        title: the title that the source gives apart from the text; it never becomes part of the text.
        source_id: the source's own id.
        outlet: who published it; a page's own name for its site stands in where it is not given.
        url: where it stands; a page's own canonical address stands in where it is not given.
        licence: on which terms the text may be passed on.
        notes: what is known already, such as how bytes were decoded.

    Raises:
        SourceError: there is no text in `content`, or `published` is not a day.
    """
    if published is not None and not is_day(published):
        raise SourceError(f"{path}: published {published!r} is not a day; write it as 2022-07-01")
    if media == "html":
        # The HTML libraries take most of a second to import, and plain text does not need them.
        from dragoman.documents.markup import read_page  # noqa: PLC0415

        page = read_page(content)
        text, blocks, notes = page.text, page.blocks, (*notes, *page.notes)
        title, stated = title or page.title, stated or page.published
        outlet, url = outlet or page.outlet, url or page.url
    else:
        text, cleaning = clean(content)
        blocks, notes = split_paragraphs(text), (*notes, *cleaning)
    if not blocks:
        raise SourceError(f"{path}: no text; give a file or a string that holds some")
    parts = tell_parts(blocks, title)
    day, found_in, dating = date_of(parts, published=published, stated=stated)
    return Document(
        id=sha256(text.encode("utf-8")).hexdigest()[:16],
        path=path,
        text=text,
        title=title or headline(parts),
        published=day,
        published_from=found_in,
        source_id=source_id,
        outlet=outlet,
        url=url,
        licence=licence,
        parts=tuple(Part(kind=each.kind or "body", start=each.start, end=each.end) for each in parts),
        notes=(*notes, *dating),
    )


def is_day(published: str) -> bool:
    """Whether it is an ISO day of the calendar."""
    pieces = published.split("-")
    if [len(piece) for piece in pieces] != [4, 2, 2] or not all(
        piece.isascii() and piece.isdigit() for piece in pieces
    ):
        return False
    return iso_day(int(pieces[0]), int(pieces[1]), int(pieces[2])) is not None


def headline(parts: list[Block]) -> str | None:
    """The headline that the text itself has."""
    return next((" ".join(each.text.split()) for each in parts if each.kind == "headline"), None)


def date_of(
    parts: list[Block], *, published: str | None, stated: str | None
) -> tuple[str | None, PublishedFrom | None, tuple[str, ...]]:
    """The publication day, where it was found, and what a reader should know of it."""
    if published is not None:
        return published, "option", ()
    notes: tuple[str, ...] = ()
    if stated:
        if day := read_day(stated):
            return day, "metadata", ()
        notes = (f"the source's date {stated[:40]!r} was not understood",)
    if day := day_in(parts):
        return day, "text", notes
    return None, None, (*notes, UNDATED)


def day_in(parts: list[Block]) -> str | None:
    """The publication day that the text itself states: never a date of a caption or of the body's prose."""
    body = next((index for index, each in enumerate(parts) if each.kind in {"body", "quotation"}), len(parts))
    around = [*parts[:body], *parts[max(body, len(parts) - TAIL) :]]
    dates = [found for each in around if (found := date_line(each))]
    for found in sorted(dates, key=lambda found: (found.updated, not found.stated)):
        return found.day
    return None


def date_line(part: Block) -> PageDate | None:
    """What a part says of the page's date, if it is one that may."""
    if part.kind == "dateline":
        return page_date(part.text) or first_date(part.text)
    return first_date(part.text) if part.kind == "byline" else None


def first_date(text: str) -> PageDate | None:
    """The first full date in a dateline or byline."""
    found = find_dates(text)
    return PageDate(day=found[0].day, updated=False, stated=False) if found else None
