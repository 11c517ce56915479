"""Paragraphs: takes clean plain text, gives its paragraphs as blocks, whether lines are wrapped or not."""

import re
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.documents.dateline import dateline_end
from dragoman.records.document import PartKind

LINE = re.compile(r"[^\n]*\S[^\n]*")
BULLET = re.compile(r"\s*(?:[-–—*•·▪◦‣]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s")
SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
# A line that ends so goes on in the next, whatever that begins with.
GOES_ON = re.compile(r"(?:[,–-]|\b(?:of|the|a|an|in|on|at|to|and|or|with|for|by|from|that|its|his|her|their))$")
WIDEST_WRAP = 130  # mail and typewriter widths are 65 to 100; a longer line is a paragraph of its own
NARROWEST_WRAP = 40
SURE_WIDTH = 60  # a lone line that long, without a sentence's end, was cut by a wrap unless it is a title


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph: characters `start` to `end` of the text, those characters, and its kind where it is known."""

    start: int
    end: int
    text: str
    kind: PartKind | None = None

    def moved(self, by: int) -> "Block":
        """The same block, `by` characters further on."""
        return replace(self, start=self.start + by, end=self.end + by)


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds more than blanks; `after_gap` where an empty line or the beginning of the text is above it."""

    start: int
    end: int
    text: str
    after_gap: bool

    @property
    def indented(self) -> bool:
        """Whether it begins with more than one blank."""
        return self.text.startswith("  ")


def split_paragraphs(text: str) -> list[Block]:
    """The paragraphs of plain text. An empty line parts them; so does a line end that no wrapping explains."""
    groups = group_lines(text)
    width = wrap_width(groups)
    spans: list[tuple[int, int]] = []
    for group in groups:
        ragged = not all(line.indented for line in group) and not hangs(group)
        first = group[0]
        for line, following in pairwise(group):
            if not continues(line, following, width=width, ragged=ragged):
                spans.append((first.start, line.end))
                first = following
        spans.append((first.start, group[-1].end))
    return [block(text, start, end) for start, end in spans]


def hangs(group: list[Line]) -> bool:
    """Whether the lines are items of a list with a hanging indent: what is set in goes on with the item above."""
    items = [BULLET.match(line.text) is not None for line in group]
    return items[0] and all(item or line.indented for item, line in zip(items, group, strict=True))


def block(text: str, start: int, end: int, kind: PartKind | None = None) -> Block:
    """The block from `start` to `end` of `text`, without the blanks around it."""
    held = text[start:end]
    start += len(held) - len(held.lstrip())
    held = held.strip()
    return Block(start=start, end=start + len(held), text=held, kind=kind)


def group_lines(text: str) -> list[list[Line]]:
    """Lines that hold something, in groups between empty lines."""
    groups: list[list[Line]] = []
    end = -2
    for match in LINE.finditer(text):
        gap = match.start() > end + 1
        end = match.end()
        line = Line(match.start(), end, match[0].rstrip(), gap)
        if gap or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def wrap_width(groups: list[list[Line]]) -> int | None:
    """The width at which lines were wrapped, or None where they were not.

    Two lines at least must reach it, and most that do must not end a sentence: those would be paragraphs.
    """
    lines = [line.text for group in groups for line in group[:-1]]
    width = max(map(len, lines), default=0)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return None
    full = [line for line in lines if len(line) >= width - 12]  # a word that did not fit is rarely longer
    whole = sum(SENTENCE_END.search(line) is not None for line in full)
    return width if len(full) > 1 and whole * 2 < len(full) else None


def continues(line: Line, following: Line, *, width: int | None, ragged: bool) -> bool:
    """Whether the paragraph goes on from `line` to `following`."""
    begins = following.text.lstrip()
    if BULLET.match(following.text) or (ragged and following.indented) or dateline_end(begins):
        return False
    if begins[0].islower() or GOES_ON.search(line.text):
        return True
    if width is not None:
        return len(line.text) + 1 + len(begins.split(maxsplit=1)[0]) > width
    whole = (
        not begins[0].isalpha()
        or SENTENCE_END.search(line.text)
        or len(line.text) < SURE_WIDTH
        or len(line.text) > WIDEST_WRAP
    )
    return not whole and not line.text.istitle() and not line.text.isupper()
