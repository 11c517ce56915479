"""Date cases: takes a file of sentences with the dates in them and a coder, gives what was found for each of them.

A case is an expression in a sentence, the day of publication and the days meant. The rows of one text belong together:
every date found in it must be written, and none that is written may be missing.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.events.dates.finder import DateFinder
from dragoman.events.dates.mention import resolved
from dragoman.knowledge.calendar_words import Use
from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.measure.passages import Passage, ReadPassages
from dragoman.records.span import Precision


class DateCase(Shape):
    """A row: `words` are what must be read as a date, "none" where nothing may be; without `end` it is `start`."""

    text: str
    published: date
    words: str
    start: date | None = None
    end: date | None = None
    precision: Precision = "day"
    use: Use | None = None
    ahead: bool = False
    gap: str | None = None


class DateCases(Shape):
    """The file: rows by what they are about."""

    cases: dict[str, tuple[DateCase, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateVerdict:
    """A case, what it is about, and what was coded: each a line of words, days and precision."""

    about: str
    case: DateCase
    expected: str
    coded: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the date is there, and no other that is written nowhere."""
        return self.coded == (self.expected,) if self.expected else not self.coded

    def __str__(self) -> str:
        return f"{self.case.text}\n  expected {self.expected or 'none'}\n  coded    {'; '.join(self.coded) or 'none'}"


def read_date_cases(file: Path) -> dict[str, tuple[DateCase, ...]]:
    """The rows of a file by what they are about.

    Raises:
        PackError: the file is faulty.
    """
    return read_yaml(file, DateCases).cases


def judge_dates(cases: dict[str, tuple[DateCase, ...]], read: ReadPassages, find: DateFinder) -> Iterator[DateVerdict]:
    """A verdict for each case, in order."""
    rows = [(about, case) for about, group in cases.items() for case in group]
    written: dict[str, list[str]] = defaultdict(list)
    for _, case in rows:
        written[case.text].append(case.words)
    texts = read(
        [Passage(id=str(at), text=case.text, published=str(case.published)) for at, (_, case) in enumerate(rows)]
    )
    for at, (about, case) in enumerate(rows):
        passage = texts[str(at)]
        others = set(written[case.text]) - {case.words}
        coded: list[str] = []
        for reading in passage.readings:
            for mention in find(reading.sentence):
                span = resolved(mention, passage.document, published=str(case.published), ahead=case.ahead)
                if span.text.text not in others:
                    use = mention.use if case.use else None
                    coded.append(_line(span.text.text, span.start, span.end, span.precision, use))
        yield DateVerdict(about=about, case=case, expected=_expected(case), coded=tuple(coded))


def share_held(verdicts: Sequence[DateVerdict]) -> float:
    """Of all cases, the share that holds."""
    return sum(verdict.holds for verdict in verdicts) / len(verdicts)


def by_subject(verdicts: Iterable[DateVerdict]) -> dict[str, list[DateVerdict]]:
    """The verdicts by what the cases are about."""
    grouped: dict[str, list[DateVerdict]] = defaultdict(list)
    for verdict in verdicts:
        grouped[verdict.about].append(verdict)
    return grouped


def _expected(case: DateCase) -> str:
    if case.words == "none":
        return ""
    if case.start is None:
        return _line(case.words, None, None, "relative", case.use)
    return _line(case.words, str(case.start), str(case.end or case.start), case.precision, case.use)


def _line(words: str, start: str | None, end: str | None, precision: Precision, use: Use | None) -> str:
    days = f"{start} to {end}" if start != end else (start or "unresolved")
    return " ".join(filter(None, (f"“{words}”", days, precision, use)))
