"""Places: takes a text and words, and gives where the words stand, though white space and marks may differ."""

from dragoman.records.span import Span

Stretch = tuple[int, int]

_PLAIN = {"\u2018": "'", "\u2019": "'", "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-", "\u00a0": " "}


class Places:
    """A text in which words are looked up. Gold points into the text as published, records into the clean text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._plain, self._offsets = _plain(text)

    def exactly(self, words: str, occurrence: int = 1) -> Stretch | None:
        """Where `words` stand for the first, second … time, to the letter."""
        start = -1
        for _ in range(occurrence):
            start = self._text.find(words, start + 1)
            if start < 0:
                return None
        return start, start + len(words)

    def of(self, span: Span) -> Stretch | None:
        """Where a span of the clean text stands: at its offsets, or where its words are, nearest to them."""
        if self._text[span.start : span.end] == span.text:
            return span.start, span.end
        found = self._all(span.text)
        return min(found, key=lambda stretch: abs(stretch[0] - span.start)) if found else None

    def of_all(self, spans: list[Span]) -> list[Stretch]:
        """Where the spans stand; those whose words are not in the text are left out."""
        return [stretch for stretch in map(self.of, spans) if stretch is not None]

    def _all(self, words: str) -> list[Stretch]:
        wanted = _plain(words)[0].strip()
        found: list[Stretch] = []
        start = self._plain.find(wanted) if wanted else -1
        while start >= 0:
            found.append((self._offsets[start], self._offsets[start + len(wanted) - 1] + 1))
            start = self._plain.find(wanted, start + 1)
        return found


def overlap(some: list[Stretch], others: list[Stretch]) -> float:
    """The largest overlap of two stretches as a share of what the two cover together."""
    return max((_overlap(one, other) for one in some for other in others), default=0.0)


def _overlap(one: Stretch, other: Stretch) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0])) if shared > 0 else 0.0


def _plain(text: str) -> tuple[str, list[int]]:
    """The text with every run of white space as one blank and plain marks, and the offset of each character."""
    letters: list[str] = []
    offsets: list[int] = []
    after_blank = True
    for offset, mark in enumerate(text):
        letter = _PLAIN.get(mark, mark)
        blank = letter.isspace()
        if not (blank and after_blank):
            letters.append(" " if blank else letter)
            offsets.append(offset)
        after_blank = blank
    return "".join(letters), offsets
