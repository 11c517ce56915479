"""The commands `search`, `read`, `store documents`, `partners`, `codebook`: what one looks up beside acts."""

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from dragoman.views.cli.options import AsJson, Packs, day
from dragoman.views.cli.output import opened, print_to, write_json
from dragoman.views.cli.store.options import Output, Where, opened_store
from dragoman.views.cli.store.plain import plain_table
from dragoman.views.visible import visible

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from dragoman.desk.reading import Read
    from dragoman.desk.searching import FoundText
    from dragoman.knowledge.codebook import Chapter, Codebook
    from dragoman.store.finding import Stretch

_QUADS = ("verbal +", "material +", "verbal -", "material -")  # cooperation and conflict
SHORT = 80  # characters of a text that stand for a title where it has none
SHOWN = 12  # phrasings and examples of a type that a terminal can hold; --json has all


class Sort(StrEnum):
    """What comes first."""

    RELEVANCE = "relevance"
    DATE = "date"


def search(
    words: Annotated[
        list[str], typer.Argument(metavar="WORD", help="Words that a text must hold; a phrase in quotation marks.")
    ],
    *,
    sort: Annotated[Sort, typer.Option("--sort", help="What fits best first, or what was published last.")] = (
        Sort.RELEVANCE
    ),
    limit: Annotated[int, typer.Option(min=1, max=200, help="So many texts.")] = 10,
    as_json: AsJson = False,
    where: Where = None,
    output: Output = None,
) -> None:
    """Find the texts of a store that hold words: their best parts, with the words marked.

    Example: dragoman search tanks Ukraine --sort date
    """
    from dragoman.desk.searching import number_of_texts, texts_holding  # noqa: PLC0415 - only who searches waits for it
    from dragoman.questions import words_of  # noqa: PLC0415

    with opened_store(where) as store, opened(output) as stream:
        asked = words_of(" ".join(words))
        found = texts_holding(store, asked, by=sort.value, limit=limit)
        number = number_of_texts(store, asked)
        if as_json:
            write_json(stream, found)
        else:
            for one in found:
                print_to(stream, _found_text(one))
    sys.stderr.write(f"{len(found)} of {number:,} texts\n")


def read(
    id_: Annotated[str, typer.Argument(metavar="DOCUMENT", help="Id of a document, or its beginning.")],
    *,
    why: Annotated[bool, typer.Option("--why", help="Say for each event which words and which frame made it.")] = False,
    as_json: AsJson = False,
    where: Where = None,
    output: Output = None,
) -> None:
    """Read a document of a store: the text with its acts marked, where it was published, and who else tells them.

    Example: dragoman read 5f0c2a1b9d3e --why
    """
    from dragoman.desk.reading import read as whole  # noqa: PLC0415 - only who reads waits for it
    from dragoman.views.cli.page import Page  # noqa: PLC0415

    with opened_store(where) as store, opened(output) as stream:
        told = whole(store, id_)
        if as_json:
            write_json(stream, [told])
        else:
            print_to(stream, _lines([Page(told.coded, why=why), *_around(told)]))


def documents(
    *,
    outlet: Annotated[
        str | None, typer.Option(metavar="NAME", show_default=False, help="Only of that outlet; - of none named.")
    ] = None,
    after: Annotated[
        str | None, typer.Option(parser=day, metavar="DATE", show_default=False, help="Published from that day on.")
    ] = None,
    before: Annotated[
        str | None, typer.Option(parser=day, metavar="DATE", show_default=False, help="Published until that day.")
    ] = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="So many at once.")] = 20,
    cursor: Annotated[
        str | None, typer.Option(metavar="CURSOR", show_default=False, help="What the page before gave as next.")
    ] = None,
    as_json: AsJson = False,
    where: Where = None,
) -> None:
    """List the documents of a store, the last published first: of an outlet, of days.

    Example: dragoman store documents --outlet Reuters --after 2023-01-01
    """
    from dragoman.desk.outlets import UNNAMED, documents_from  # noqa: PLC0415 - only who asks waits for it
    from dragoman.store.listing import Asked  # noqa: PLC0415

    asked = Asked(outlet="" if outlet == UNNAMED else outlet, first=after, last=before)
    with opened_store(where) as store, opened(None) as stream:
        number, page = documents_from(store, asked, limit=limit, cursor=cursor)
        if as_json:
            write_json(stream, page.items)
        elif page.items:
            rows = [
                (
                    one.published or "",
                    ", ".join(one.outlets),
                    one.title or one.beginning[:SHORT],
                    str(one.events),
                    one.id,
                )
                for one in page.items
            ]
            columns = ("published", "outlets", "title", "events", "id")
            print_to(stream, plain_table(columns, rows, numbers={"events"}, whole={"published", "id"}))
    sys.stderr.write(f"{len(page.items)} of {number:,} documents\n")
    if page.next:
        sys.stderr.write(f"more with --cursor {page.next}\n")


def partners(
    party: Annotated[str, typer.Argument(metavar="PARTY", help="An id or a name: JPN, Japan.")],
    *,
    limit: Annotated[int, typer.Option(min=1, help="So many partners.")] = 20,
    as_json: AsJson = False,
    where: Where = None,
) -> None:
    """List with whom a party deals, the most first: acts toward it and back, cooperation (+) and conflict (-).

    Example: dragoman partners Japan --limit 5
    """
    from dragoman.desk.dealing import partners as of  # noqa: PLC0415 - only who asks waits for it
    from dragoman.desk.parties import party_id  # noqa: PLC0415
    from dragoman.store.schema import QUADS  # noqa: PLC0415

    with opened_store(where) as store, opened(None) as stream:
        found = of(store, party_id(store, party))[:limit]
    if as_json:
        write_json(stream, found)
        return
    numbers = ("toward", "back", *_QUADS)
    rows = [(one.id, str(one.toward), str(one.back), *(str(one.quads.get(quad, 0)) for quad in QUADS)) for one in found]
    print_to(stream, plain_table(("partner", *numbers), rows, numbers=numbers, whole={"partner"}))


def codebook(
    type_: Annotated[
        str | None, typer.Argument(metavar="TYPE", show_default=False, help="A type: AID. Without one, all of them.")
    ] = None,
    *,
    pack: Packs = None,
    as_json: AsJson = False,
) -> None:
    """Look up what a type means and by which words texts tell it; without a type, list types, contexts and statuses.

    Example: dragoman codebook SANCTION
    """
    from dragoman.desk.codebook import chapter_called  # noqa: PLC0415 - only who asks waits for it
    from dragoman.knowledge.codebook import make_codebook  # noqa: PLC0415

    book = make_codebook(*(pack or ()))
    with opened(None) as stream:
        if type_ is not None:
            chapter = chapter_called(book, type_)
            if as_json:
                write_json(stream, [chapter])
            else:
                print_to(stream, _lines(_chapter(chapter)))
        elif as_json:
            write_json(stream, [book])
        else:
            print_to(stream, _lines(_types(book)))


def _lines(those: "Iterable[RenderableType]") -> "RenderableType":
    """One below the other."""
    from rich.console import Group  # noqa: PLC0415 - only who prints waits for it

    return Group(*those)


def _found_text(found: "FoundText") -> "Text":
    """A title, where it comes from, and the best part of it."""
    from rich.text import Text  # noqa: PLC0415 - only who prints waits for it

    heading = _marked(found.title or "untitled", found.title_hits if found.title else (), style="bold")
    whence = " · ".join(visible(one) for one in (*found.outlets, found.published or "no date", found.document))
    excerpt = _marked(found.excerpt.text, found.excerpt.hits)
    if found.excerpt.goes_on:
        excerpt.append(" …")
    return Text("\n").join([heading, Text(whence, "dim"), excerpt, Text("")])


def _marked(words: str, hits: "tuple[Stretch, ...]", *, style: str = "") -> "Text":
    """Words in which those that were looked for stand out; line breaks are blanks."""
    from rich.text import Text  # noqa: PLC0415 - as above

    text, at = Text(style=style), 0
    for start, end in hits:
        text.append(visible(" ".join(words[at:start].splitlines())))
        text.append(visible(words[start:end]), "reverse")
        at = end
    return text.append(visible(" ".join(words[at:].splitlines())))


def _around(told: "Read") -> "Iterator[RenderableType]":
    """Where the text was published, and which of its acts others tell."""
    for one in told.publications:
        yield f"published {visible(' · '.join(filter(None, (one.outlet, one.published, one.url, one.licence))))}"
    for number, event in enumerate(told.coded.events, start=1):
        for passage in told.elsewhere.get(event.id, ()):
            whence = ", ".join(filter(None, (passage.outlet, passage.published)))
            yield f"{number} also by {visible(whence or passage.document)}: {visible(passage.text)}"


def _types(book: "Codebook") -> "Iterator[RenderableType]":
    rows = [
        (one.type, one.cameo, f"{one.goldstein:g}", one.quad.replace("_", " "), one.description)
        for one in book.chapters
    ]
    yield plain_table(
        ("type", "CAMEO", "Goldstein", "quad class", "meaning"), rows, numbers={"Goldstein"}, whole={"type"}
    )
    yield ""
    contexts = [(one.name, one.description) for one in book.contexts]
    yield plain_table(("context", "meaning"), contexts, whole={"context"})


def _chapter(chapter: "Chapter") -> "Iterator[RenderableType]":
    yield f"{chapter.type}: {visible(chapter.description)} ({chapter.quad.replace('_', ' ')}, CAMEO {chapter.cameo})"
    if chapter.modes:
        rows = [(one.name, one.cameo, f"{one.goldstein:g}", one.description) for one in chapter.modes]
        yield ""
        yield plain_table(("mode", "CAMEO", "Goldstein", "meaning"), rows, numbers={"Goldstein"}, whole={"mode"})
    yield ""
    told = [
        (one.frame, ", ".join(one.words[:SHOWN]) + (" …" if len(one.words) > SHOWN else ""))
        for one in chapter.phrasings
    ]
    yield plain_table(("frame", "words that tell it"), told)
    yield ""
    for example in chapter.examples[:SHOWN]:
        yield visible(" ".join(example.text.split()))
