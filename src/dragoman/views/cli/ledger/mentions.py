"""Mentions: takes first mentions of actors in a series of texts, gives them as a page, or as lines for a machine."""

from collections.abc import Iterator, Sequence
from typing import Any

import msgspec
from rich.box import SIMPLE_HEAD
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.ledger.framing.mentioning import FirstMention
from dragoman.records.document import Document
from dragoman.views.cli.ledger.words import NOBODY, line, party_word
from dragoman.views.cli.visible import visible


def page_of_mentions(mentions: Sequence[FirstMention]) -> RenderableType:
    """A row for each actor: the text that speaks of it first, its words, and the texts before it that are silent."""
    table = Table(
        box=SIMPLE_HEAD, expand=True, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold"
    )
    table.add_column("of whom", width=8, overflow="fold")
    table.add_column("first in", ratio=3, overflow="fold")
    table.add_column("words", ratio=5)
    table.add_column("silent before", ratio=3, overflow="fold")
    for one in mentions:
        silent = "\n".join(map(_called, one.silent)) or NOBODY
        table.add_row(
            Text(party_word(one.actor)), Text(_called(one.document)), Text(line(one.entry.what.text)), Text(silent)
        )
    return table


def lines_of_mentions(mentions: Sequence[FirstMention]) -> Iterator[bytes]:
    """A line of JSON for each actor; texts are told by their headings."""
    for one in mentions:
        told = {
            "actor": one.actor,
            "document": _heading(one.document),
            "entry": one.entry,
            "silent": list(map(_heading, one.silent)),
        }
        yield msgspec.json.encode(told) + b"\n"


def _called(document: Document) -> str:
    told = (document.published, document.title or document.path)
    return visible(" ".join(part for part in told if part))


def _heading(document: Document) -> dict[str, Any]:
    return {"id": document.id, "published": document.published, "title": document.title}
