"""Front: takes a text's paragraphs, tells what stands above the body: section, headline, standfirst, caption."""

from collections import Counter
from collections.abc import Callable

from dragoman.documents import lines
from dragoman.documents.dateline import dateline_end
from dragoman.documents.paragraphs import Block
from dragoman.records.document import PartKind

LONGEST_FRONT = 24  # paragraphs: above that a text without prose is a list
LONGEST_STANDFIRST = 55  # words
LONGEST_SECTION = 5  # words
LONGEST_FURNITURE = 700  # characters: the longest captions
LOOK_AHEAD = 3  # paragraphs between a standfirst and the furniture that shows that the body has not begun


def find_front(blocks: list[Block], title: str | None) -> list[PartKind]:
    """The kinds of the paragraphs before the body, in order; none where the text begins at once."""
    shown = [furniture(block.text) for block in blocks[:LONGEST_FRONT]]
    size = front_size(blocks, shown)
    if size == len(blocks):
        return []  # nothing but short lines: a list, or a line on its own
    headline = find_headline(blocks[:size], shown, title)
    return [front_kind(blocks, index, shown, headline) for index in range(size)]


LOOKS: tuple[tuple[PartKind, Callable[[str], bool]], ...] = (
    ("credit", lines.is_credit),
    ("byline", lines.is_byline),
    ("dateline", lines.is_date_line),
    ("boilerplate", lines.is_boilerplate),
    ("boilerplate", lines.opens_boilerplate),
    ("caption", lines.is_caption),
    ("kicker", lines.is_kicker),
)


def furniture(text: str) -> PartKind | None:
    """What a paragraph is by its own looks alone; the first that fits."""
    if len(text) > LONGEST_FURNITURE:
        return None
    return next((kind for kind, looks_so in LOOKS if looks_so(text)), None)


def front_size(blocks: list[Block], shown: list[PartKind | None]) -> int:
    """How many paragraphs stand before the body."""
    titles = Counter(lines.normal(block.text) for block in blocks[:LONGEST_FRONT] if lines.is_title(block.text))
    size = 0
    for index, block in enumerate(blocks[:LONGEST_FRONT]):
        if dateline_end(block.text):
            break
        if shown[index] or is_heading_like(blocks, index):
            size = index + 1
        elif not may_be_standfirst(block.text) or not returns_to_front(blocks, index, shown, titles):
            break
    return size


def is_heading_like(blocks: list[Block], index: int) -> bool:
    """Whether a paragraph may stand above a body: a title with something below it."""
    return lines.is_title(blocks[index].text) and not (
        lines.is_prose(blocks[index].text) and lines.word_count(blocks[index].text) > 16
    )


def may_be_standfirst(text: str) -> bool:
    """Whether it is a single sentence of a standfirst's or a caption's length."""
    return lines.word_count(text) <= LONGEST_STANDFIRST and lines.one_sentence(text) and not text.endswith(":")


def returns_to_front(blocks: list[Block], index: int, shown: list[PartKind | None], titles: "Counter[str]") -> bool:
    """Whether, after a sentence, something follows soon that stands above bodies only."""
    for ahead in range(index + 1, min(index + 1 + LOOK_AHEAD, len(shown))):
        if shown[ahead] in {"credit", "byline", "dateline", "caption"} or titles[lines.normal(blocks[ahead].text)] > 1:
            return True
        if not may_be_standfirst(blocks[ahead].text):
            return False
    return False


def find_headline(blocks: list[Block], shown: list[PartKind | None], title: str | None) -> str | None:
    """The headline in normal form: the source's own title, else the one told twice, else a long one."""
    names = [
        lines.normal(block.text)
        for block, kind in zip(blocks, shown, strict=False)
        if kind is None and lines.is_title(block.text)
    ]
    if title is not None:
        return lines.normal(title)
    counted = Counter(names)
    repeated = [name for name in names if counted[name] > 1 and lines.word_count(name) > 1]
    if repeated:
        return max(repeated, key=lines.word_count)
    # An office or a section in five words may stand above a headline; a longer line that is none stands below it.
    long = [name for name in names if lines.word_count(name) > LONGEST_SECTION]
    return long[0] if long else max(names, key=lines.word_count, default=None)


def front_kind(blocks: list[Block], index: int, shown: list[PartKind | None], headline: str | None) -> PartKind:
    """What one paragraph of the front is."""
    text, kind = blocks[index].text, shown[index]
    if is_headline(text, headline):
        return "headline"
    if kind is not None:
        return kind
    credited = index + 1 < len(shown) and shown[index + 1] == "credit"
    if credited and (lines.is_prose(text) or lines.word_count(text) > LONGEST_SECTION):
        return "caption"
    return "standfirst" if lines.is_prose(text) else line_kind(blocks, index, headline)


def line_kind(blocks: list[Block], index: int, headline: str | None) -> PartKind:
    """What a line without a sentence's end is, by where the headline stands."""
    headlines = [number for number, block in enumerate(blocks) if is_headline(block.text, headline)]
    if not headlines:
        return "body"  # the headline came apart from the text, so that lines above its prose are rows or items
    if lines.word_count(blocks[index].text) <= LONGEST_SECTION:
        return "section"
    return "body" if index < headlines[0] else "standfirst"


def is_headline(text: str, headline: str | None) -> bool:
    """Whether it is the headline again, perhaps with the outlet's name after it."""
    if headline is None:
        return False
    name = lines.normal(text)
    return name == headline or (
        lines.word_count(headline) >= 4
        and name.startswith(headline + " ")
        and lines.SEPARATOR.search(text.replace(" - ", " | ").replace(" – ", " | ")) is not None
    )
