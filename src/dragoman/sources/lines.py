"""JSON lines: takes a stream of bytes with one object a line, gives an item for each, or the reason why not."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import msgspec

from dragoman.sources.item import Item, Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The keys of a line that are read; all others are passed over."""

    text: str
    id: str | int | None = None
    published: str | int | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    licence: str | None = None


def read_lines(stream: Iterable[bytes], path: str) -> Iterator[Item | Refused]:
    """Items of the lines of `{id, text, published, title, outlet, url, licence}`.

    Empty lines are passed over, faulty ones set aside.
    """
    decoder = msgspec.json.Decoder(Line)
    for number, raw in enumerate(stream, start=1):
        stripped = raw.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else raw.strip()
        if stripped:
            yield read_line(stripped, f"{path}:{number}", decoder)


def read_line(raw: bytes, path: str, decoder: "msgspec.json.Decoder[Line]") -> Item | Refused:
    """The item that one line holds, or why it holds none."""
    try:
        line = decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return Refused(path=path, reason=f"not an object with a text: {error}")
    if not line.text.strip():
        return Refused(path=path, reason="no text")
    return Item(
        path=path,
        content=line.text,
        published=None if line.published is None else str(line.published),
        title=line.title,
        source_id=None if line.id is None else str(line.id),
        outlet=line.outlet,
        url=line.url,
        licence=line.licence,
    )
