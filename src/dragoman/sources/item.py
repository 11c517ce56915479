"""Item: one text as it came from outside, decoded. Refused: what was set aside, and why."""

from dataclasses import dataclass
from typing import Literal

Media = Literal["text", "html"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One text as it came: `published`, `title`, `source_id` and the like are what the source says, not yet checked.

    `outlet` is who published it, `url` where it stands, `licence` on which terms its text may be passed on.

    `path` is where it came from: a file, `file.jsonl:12` for a line of one, "-" for standard input.
    """

    path: str
    content: str
    media: Media = "text"
    published: str | None = None
    title: str | None = None
    source_id: str | None = None
    outlet: str | None = None
    url: str | None = None
    licence: str | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Something that holds no text to code. Odd input is counted, not raised."""

    path: str
    reason: str
