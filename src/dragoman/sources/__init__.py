"""Sources: the outside → items. Takes paths, gives decoded texts, or what was set aside and why."""

from dragoman.sources.files import make_item, read_items
from dragoman.sources.item import Item, Media, Refused

__all__ = ["Item", "Media", "Refused", "make_item", "read_items"]
