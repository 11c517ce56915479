"""Document: one clean text, with the parts around the body told apart."""

from dataclasses import dataclass
from typing import Literal

from dragoman.records.span import Span

_BLANKS = {ord(character): " " for character in "\n\r\t\u00a0\u2028\u2029"}

PartKind = Literal[
    "kicker",
    "section",
    "headline",
    "standfirst",
    "caption",
    "credit",
    "byline",
    "dateline",
    "quotation",
    "heading",
    "boilerplate",
    "body",
]

PublishedFrom = Literal["option", "metadata", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of the text (offsets into `Document.text`) and what it is: a headline, a caption, a paragraph."""

    kind: PartKind
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text as it is coded. Every span of every record points into `text`.

    `id` is a hash of `text`. `source_id` is the id that the source itself gave, if any. `published` is an ISO day,
    and `published_from` says where it was found. `outlet` is who published it ("Reuters", "NATO"), `url` where it is,
    `licence` the terms under which its text may be passed on; each None where the source does not say.
    `parts` are in order, do not overlap, and leave out white space only.
    `notes` are what a reader should know: no date was found, bytes were replaced …
    """

    id: str
    path: str
    text: str
    title: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    source_id: str | None = None
    outlet: str | None = None
    url: str | None = None
    licence: str | None = None
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def unwrapped(self) -> str:
        """The text with line breaks, tabs and hard blanks as plain blanks: the same offsets, without the wrapping."""
        return self.unwrapped_between(0, len(self.text))

    def unwrapped_between(self, start: int, end: int) -> str:
        """A stretch of it, without unwrapping the rest."""
        return self.text[start:end].translate(_BLANKS)

    def span(self, start: int, end: int) -> Span:
        """The only maker of spans: its text is the document's very slice."""
        return Span(start=start, end=end, text=self.text[start:end])
