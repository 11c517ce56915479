"""The report: takes coded documents, gives one page to send: the texts with their acts marked, and the record of each.

The page is the reader of the web pages on paper, so to speak: its styles are within, it has no script, and it asks
nothing of any host. Whatever a text holds is shown as text; that it cannot run is said to the browser too.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.errors import DragomanError
from dragoman.knowledge.pack import load_pack
from dragoman.knowledge.world import load_world
from dragoman.records.document import Document
from dragoman.records.event import Coded, Dropped
from dragoman.records.reading import Readers

if TYPE_CHECKING:
    from dragoman.views.web.marking import Block, Numbered

NEEDED = ("jinja2", "starlette")
READERS: "Mapping[Readers, str]" = {
    "both": "grammar and frames with the learned judge", "grammar": "grammar and frames, without the learned judge",
}  # fmt: skip
_STYLES = ("style.css", "report.css")


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text of a report. `at` stands before the ids of its acts, so that two texts never share one.

    `headed`: its first block is a headline, and no other heading is needed.
    """

    number: int
    at: str
    title: str
    headed: bool
    document: Document
    blocks: "tuple[Block, ...]"
    acts: "tuple[Numbered, ...]"
    numbers: Mapping[str, int]
    dropped: tuple[Dropped, ...]


def check_report() -> None:
    """Says what is missing before anything is coded.

    Raises:
        DragomanError: a package that makes pages is not installed.
    """
    missing = [package for package in NEEDED if find_spec(package) is None]
    if missing:
        raise DragomanError(f'report needs {", ".join(missing)}, not installed here: pip install "dragoman[web]"')


def report(documents: Sequence[Coded], *, today: str, packs: Sequence[Path] = (), readers: Readers = "both") -> str:
    """The page as HTML.

    Args:
        documents: what was coded, in the order in which it is shown.
        today: the ISO day that the page says it was made on.
        packs: folders of packs by which it was coded.
        readers: who read it.

    Raises:
        DragomanError: a package that makes pages is not installed.
    """
    check_report()
    from dragoman.views.web.glossing import glossed  # noqa: PLC0415 - optional parts
    from dragoman.views.web.showing import show_alone  # noqa: PLC0415

    texts = tuple(_texts(documents))
    world = load_world(packs=packs)
    shown = {
        "title": texts[0].title if len(texts) == 1 else f"{len(texts)} texts",
        "texts": texts,
        "number": sum(len(text.acts) for text in texts),
        "called": lambda id_: world.entity(id_).name if id_ in world.ids else id_,
        "glossed": glossed,
        "styles": _styles(),
        "pack": load_pack(*packs).version,
        "readers": READERS[readers],
        "today": today,
    }
    return show_alone("report.html", shown)


def _texts(documents: Sequence[Coded]) -> Iterator[Text]:
    from dragoman.views.web.marking import blocks, numbered  # noqa: PLC0415 - as above

    for number, coded in enumerate(documents, start=1):
        parts = blocks(coded)
        acts = numbered(coded.events)
        yield Text(
            number=number,
            at=f"{number}-" if len(documents) > 1 else "",
            title=_title(coded.document),
            headed=bool(parts) and parts[0].kind == "headline",
            document=coded.document,
            blocks=parts,
            acts=acts,
            numbers={one.event.id: one.number for one in acts},
            dropped=coded.dropped,
        )


def _title(document: Document) -> str:
    """Its title, else its name, without the folders of whoever made the report."""
    name = document.source_id or document.path.rpartition("/")[2]
    return document.title or (name if name not in {"", "-"} else "Untitled text")


@cache
def _styles() -> str:
    """The styles of the pages, and those of a report."""
    from markupsafe import Markup  # noqa: PLC0415 - as above

    folder = files("dragoman.views.web") / "static"
    return Markup("\n".join((folder / name).read_text("utf-8") for name in _STYLES))  # noqa: S704 - our own files
