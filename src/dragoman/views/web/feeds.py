"""Feeds: takes what is new, gives it as an Atom feed (RFC 4287)."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urljoin

from lxml import etree

_ATOM = "http://www.w3.org/2005/Atom"
_BEGINNING = "1970-01-01"  # of what no day is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing that is new: where its page is (a path), what it says, and the ISO day on which it was known."""

    id: str
    path: str
    title: str
    words: str
    day: str | None


def atom(items: Iterable[Item], *, title: str, at: str, page: str) -> bytes:
    """The feed. `at` is its own address, `page` that of the page that it follows."""
    items = list(items)
    feed = etree.Element(
        f"{{{_ATOM}}}feed",
        nsmap={None: _ATOM},  # type: ignore[dict-item]  # the namespace without a prefix
    )
    _add(feed, "title", f"{title} · Dragoman")
    _add(feed, "id", page)
    _add(feed, "updated", _moment(max((item.day or _BEGINNING for item in items), default=_BEGINNING)))
    _add(feed, "link", rel="self", href=at)
    _add(feed, "link", rel="alternate", type="text/html", href=page)
    _add(_add(feed, "author"), "name", "Dragoman")
    for item in items:
        entry = _add(feed, "entry")
        _add(entry, "title", _clean(item.title))
        _add(entry, "id", urljoin(page, item.path))
        _add(entry, "updated", _moment(item.day or _BEGINNING))
        _add(entry, "link", rel="alternate", type="text/html", href=urljoin(page, item.path))
        _add(entry, "summary", _clean(item.words))
    return etree.tostring(feed, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    child = etree.SubElement(parent, f"{{{_ATOM}}}{name}", {key: _clean(value) for key, value in attributes.items()})
    child.text = text
    return child


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _clean(text: str) -> str:
    """Without the control characters that XML cannot hold."""
    return "".join(mark for mark in text if mark in "\t\n" or (mark >= " " and mark not in "\ufffe\uffff"))
