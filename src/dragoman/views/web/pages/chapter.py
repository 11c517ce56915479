"""A type of the codebook: what it means, its modes and codes, how texts tell it, examples, and its acts."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.desk.codebook import Uses, chapter_called, uses_of_type
from dragoman.errors import QuestionError
from dragoman.knowledge.codebook import Chapter
from dragoman.knowledge.pack_pages import FactFile
from dragoman.views.signs import STATUS
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked, address
from dragoman.views.web.lists import write_rows
from dragoman.views.web.site import Site
from dragoman.views.web.trouble import Moved, NotFoundError

SHOWN = 12  # examples of a page; JSON has all of them
COLUMNS = ("kind", "text", "frame", "about", "mode", "cameo", "contexts", "published", "file")
_OF_A_TYPE = ("ontology.yaml", "cameo.csv", "frames", "golden")  # the files of a pack that tell of types
Row = tuple[str | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedChapter:
    """A type, how many acts of the store have it, and where what is told of it comes from."""

    chapter: Chapter
    uses: Uses
    sources: tuple[FactFile, ...]


def answer(site: Site, asked: Asked) -> Answer:
    """The type of that name; one in small letters leads to it."""
    try:
        chapter = chapter_called(site.codebook, asked.parts["type"])
    except QuestionError as error:
        raise NotFoundError(str(error)) from error
    if chapter.type != asked.parts["type"]:
        raise Moved(address("codebook", chapter.type))
    store = site.store
    told = UsedChapter(
        chapter=chapter,
        uses=site.memory.answer(store, ("uses", chapter.type), lambda: uses_of_type(store, chapter.type)),
        sources=tuple(one for pack in site.codebook.packs for one in pack.files if one.name.rstrip("/") in _OF_A_TYPE),
    )
    types = [one.type for one in site.codebook.chapters]
    at = types.index(chapter.type)
    return Answer(
        title=chapter.type,
        template="chapter.html",
        shown={
            "told": told,
            "chapter": chapter,
            "examples": chapter.examples[:SHOWN],
            "statuses": {status: told.uses.statuses[status] for status in STATUS if status in told.uses.statuses},
            "before": types[at - 1] if at else None,
            "after": types[at + 1] if at + 1 < len(types) else None,
        },
        record=told,
        rows=lambda stream: write_rows(COLUMNS, _rows(chapter), stream),
    )


PAGE = Page(path="/codebook/{type}", answer=answer)


def _rows(chapter: Chapter) -> Iterator[Row]:
    """A row for each phrasing and for each example."""
    for one in chapter.phrasings:
        for words in one.words:
            contexts = "|".join(one.contexts)
            yield one.kind, words, one.frame, one.about, one.mode, one.cameo, contexts, None, one.file
    for example in chapter.examples:
        yield "example", example.text, None, None, None, None, None, example.published, example.file
