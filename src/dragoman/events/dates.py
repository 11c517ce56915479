"""Takes a sentence, gives its date expressions; takes one of them and the day of publication, gives the days it means.

In "pledged on Tuesday to deploy them by the end of 2022" the first is of "pledged", the second of "deploy".
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from dragoman.events.date_meanings import (
    Away,
    Between,
    Current,
    Fixed,
    InCount,
    Meaning,
    Moment,
    Stretch,
    Weekday,
    Within,
    Yearless,
    days_of,
)
from dragoman.events.date_reading import DateReader, Read
from dragoman.knowledge.calendar_words import CalendarWords, Use
from dragoman.records.document import Document
from dragoman.records.sentence import Sentence, Token
from dragoman.records.span import DateSpan

_ATTRIBUTES = frozenset({"compound", "nummod", "nmod", "amod", "poss"})
_PREPOSITIONS = frozenset({"IN", "TO"})
_DASHES = frozenset({"-", "–", "—", "--"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_ARTICLES = frozenset({"a", "an"})
_UNIQUE = frozenset({"first", "only"})  # and superlatives: "the first meeting in five years" looks back
_LOOK_BACK = 4  # tokens between a preposition and its date, and words of a preposition
_DEADLINES: frozenset[Use] = frozenset({"by", "until", "before", "within"})
_DEEPEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date expression: tokens `first` to `last`, its preposition included, at characters `start` to `end`.

    `use` is how it is introduced; the time over which something is the first or the largest has "for". `head` is the
    token of the verb or noun that it dates; with `modifier` it dates that noun alone: "the 2014 agreement".
    """

    first: int
    last: int
    start: int
    end: int
    use: Use
    head: int
    modifier: bool
    meaning: Meaning


def resolved(
    mention: DateMention, document: Document, *, published: str | None, ahead: bool, from_: str | None = None
) -> DateSpan:
    """The days that are meant.

    Args:
        mention: the date expression, of this document.
        document: for the words that say so.
        published: ISO day of publication; without it only full dates can be resolved.
        ahead: whether the act lies ahead, so that "on Tuesday" is the next one and not the latest.
        from_: ISO day of the event that "two days later" is counted from, or of the promise that "within" is.
    """
    elsewhere = date.fromisoformat(from_) if from_ else None
    origin = date.fromisoformat(published) if published else None
    if mention.use == "within" and elsewhere is not None:
        origin = elsewhere
    side = ahead and mention.use != "since"
    moment = Moment(published=origin, ahead=side, elsewhere=elsewhere, deadline=mention.use in _DEADLINES)
    days = days_of(mention.meaning, moment)
    text = document.span(mention.start, mention.end)
    if days is None:
        return DateSpan(start=None, end=None, precision="relative", text=text)
    return DateSpan(start=days.start.isoformat(), end=days.end.isoformat(), precision=days.precision, text=text)


class DateFinder:
    """Callable: a sentence in, its date expressions out, in order and without overlap."""

    def __init__(self, calendar: CalendarWords) -> None:
        self._calendar = calendar
        self._beginnings = _beginnings(calendar)
        self._uses = {tuple(phrase.split()): use for phrase, use in calendar.uses.items()}
        self._use_ends = {phrase[-1] for phrase in self._uses}

    def __call__(self, document: Document, sentence: Sentence) -> list[DateMention]:  # noqa: ARG002 - as all finders
        """The date expressions of a sentence."""
        words = [_plain(token.text) for token in sentence.tokens]
        reader = DateReader(self._calendar, sentence.tokens, words)
        found: list[DateMention] = []
        at = 0
        for begin, word in enumerate(words):
            if begin < at or not (word in self._beginnings or "0" <= word[:1] <= "9" or "-" in word):
                continue
            mention = self._at(reader, sentence, words, begin)
            if mention is not None:
                if not found or mention.first > found[-1].last:
                    found.append(mention)
                at = mention.last + 1
        return found

    def _at(self, reader: DateReader, sentence: Sentence, words: list[str], at: int) -> DateMention | None:
        """The expression whose first word, behind any preposition, is the token `at`."""
        if words[at] in _ARTICLES and not self._is_counting(words, at):
            return None
        read = reader.read(at)
        if read is None:
            return None
        begin, use = self._introduced(words, at)
        introduced = words[begin] if begin < at else ""
        read = self._ranged(reader, words, read, introduced)
        if isinstance(read.meaning, InCount):
            return self._counted(sentence, words, read, at, begin)
        noun = _noun_dated(sentence, words, at, read, introduced)
        if noun is not None:
            is_date = read.sure or self._is_sure(sentence, at, words)
            return _mention(sentence, at, read, _Hold("on", noun, modifier=True)) if is_date else None
        if not read.sure and (use is None or self._is_agent(sentence, words, at, begin)):
            return None
        if use == "within" and isinstance(read.meaning, Stretch):
            read = replace(read, meaning=Within(count=read.meaning.count, unit=read.meaning.unit))
        if use == "since" and _follows_unique(sentence, words, begin):
            use = "for"  # "its largest exercise since 1981" was not held in 1981
        head = self._governor(sentence, words, begin, read.last)
        return _mention(sentence, begin, read, _Hold(use or "on", head, modifier=False))

    def _is_counting(self, words: list[str], at: int) -> bool:
        """Whether an article stands for a number: "a year ago", "a few days"."""
        after = words[at + 1] if at + 1 < len(words) else ""
        return after in self._calendar.units or after in self._calendar.vague_numbers

    def _introduced(self, words: list[str], at: int) -> tuple[int, Use | None]:
        """The first token of the preposition before a date, and its use: "by no later than about" → by."""
        end = at
        for _ in range(_LOOK_BACK):
            if end == 0:
                break
            if words[end - 1] in self._use_ends:
                for length in range(min(_LOOK_BACK, end), 0, -1):
                    use = self._uses.get(tuple(words[end - length : end]))
                    if use is not None:
                        return end - length, use
            if words[end - 1] not in self._calendar.approximate:
                break
            end -= 1
        return at, None

    def _ranged(self, reader: DateReader, words: list[str], read: Read, introduced: str) -> Read:
        """With its second end: "from June 28 to July 2", "between 2014 and 2018", "June-August"."""
        if isinstance(read.meaning, (InCount, Away, Stretch)) or read.last + 2 >= len(words):
            return read
        link = words[read.last + 1]
        wanted = {"between": link == "and", "from": link in self._calendar.range_words and link != "and"}
        if not wanted.get(introduced, link in _DASHES):
            return read
        other = reader.read(read.last + (3 if words[read.last + 2] == "the" else 2))
        if other is None or not isinstance(other.meaning, (Fixed, Yearless, Weekday, Current)):
            return read
        return Read(Between(first=read.meaning, last=other.meaning), other.last, sure=read.sure and other.sure)

    def _counted(self, sentence: Sentence, words: list[str], read: Read, at: int, begin: int) -> DateMention | None:
        """A count of units is a date only with the right preposition: "within a week", "for ten days", "in a year"."""
        meaning = read.meaning
        if not isinstance(meaning, InCount):
            return None
        preposition = words[begin] if begin < at else ""
        use = self._introduced(words, at)[1]
        within = replace(read, meaning=Within(count=meaning.count, unit=meaning.unit))
        if use != "within" and self._is_deadline(sentence, words, at, read.last):
            return _mention(sentence, at, within, _Hold("within", read.last + 1, modifier=True))
        head = self._governor(sentence, words, begin, read.last)
        if use == "within":
            return _mention(sentence, begin, within, _Hold("within", head, modifier=False))
        looks_back = preposition == "in" and _follows_unique(sentence, words, begin)
        if use == "for" or looks_back:
            stretch = Stretch(count=meaning.count, unit=meaning.unit, sign=-1 if looks_back else 0)
            return _mention(sentence, begin, replace(read, meaning=stretch), _Hold("for", head, modifier=False))
        return _mention(sentence, begin, read, _Hold("on", head, modifier=False)) if preposition == "in" else None

    def _is_deadline(self, sentence: Sentence, words: list[str], at: int, last: int) -> bool:
        """As in "a 60-day deadline"."""
        if last + 1 >= len(words) or "-" not in words[at:last]:
            return False
        return sentence.tokens[last + 1].lemma.lower() in self._calendar.deadline_nouns

    def _governor(self, sentence: Sentence, words: list[str], first: int, last: int) -> int:
        """The verb or noun on which the expression hangs, seen through prepositions, names and other times."""
        above = sentence.tokens[_root(sentence, first, last).head]
        for _ in range(_DEEPEST):
            is_name = above.tag.startswith("NNP") and words[first] != "of"
            is_time = words[above.index] in self._calendar.units or first <= above.index <= last
            if above.head == above.index or not (above.tag in _PREPOSITIONS or is_name or is_time):
                break
            above = sentence.tokens[above.head]
        return above.index

    def _is_sure(self, sentence: Sentence, at: int, words: list[str]) -> bool:
        """Whether a bare year or month before a noun is one: "the 2014 accord", not "Flight 2014"."""
        if words[at] in self._calendar.doubtful:
            return at > 0 and sentence.tokens[at - 1].tag == "DT"
        before = sentence.tokens[at - 1] if at else None
        return before is None or before.tag not in {"NN", "NNP", "$", "CD", "#"}

    def _is_agent(self, sentence: Sentence, words: list[str], at: int, begin: int) -> bool:
        """As in "opposed by May"."""
        return words[at] in self._calendar.doubtful and sentence.tokens[begin].relation == "agent"


class _Hold(NamedTuple):
    """How a date hangs in its sentence."""

    use: Use
    head: int
    modifier: bool


def _mention(sentence: Sentence, first: int, read: Read, hold: _Hold) -> DateMention:
    return DateMention(
        first=first,
        last=read.last,
        start=sentence.tokens[first].start,
        end=sentence.tokens[read.last].end,
        use=hold.use,
        head=hold.head,
        modifier=hold.modifier,
        meaning=read.meaning,
    )


def _beginnings(calendar: CalendarWords) -> frozenset[str]:
    """Every word with which a date expression may begin."""
    named = {one.words[0] for one in calendar.periods} | {one.words[0] for one in calendar.feasts}
    fractions = {f"q{number}" for number in range(1, 5)} | {"h1", "h2", "weekend"}
    words = (
        calendar.months, calendar.weekdays, calendar.seasons, calendar.days, calendar.numbers, calendar.vague_numbers,
        calendar.ordinals, calendar.turns, calendar.stretches, calendar.elsewhere, calendar.parts,
    )  # fmt: skip
    return frozenset(named | fractions).union(*words)


def _plain(text: str) -> str:
    word = text.lower()
    return word[:-1] if len(word) > 1 and word[-1] == "." else word


def _follows_unique(sentence: Sentence, words: list[str], at: int) -> bool:
    """Whether "first", "only" or a superlative went before, with no "will" or "has" since."""
    for index in range(at - 1, -1, -1):
        if words[index] in _UNIQUE or sentence.tokens[index].tag in {"JJS", "RBS"}:
            return words[index] != "least"
        if sentence.tokens[index].tag == "MD" or words[index] in {"has", "have"}:
            return False
    return False


# On what does a date hang?


def _noun_dated(sentence: Sentence, words: list[str], at: int, read: Read, introduced: str) -> int | None:
    """The noun right behind of which the date is an attribute."""
    after = read.last + 1
    if after >= len(words):
        return None
    if words[after] in _DASHES and sentence.tokens[after].start > sentence.tokens[read.last].end:
        return None  # the date of a dateline: "Feb 26 - The minister …"
    root = _root(sentence, at, read.last)
    noun = sentence.tokens[root.head]
    if words[after] in _POSSESSIVE and sentence.tokens[after].tag == "POS":
        return noun.index if noun.index > after else None
    if noun.index <= read.last or root.relation not in _ATTRIBUTES or not noun.tag.startswith("NN"):
        return None
    # "On Tuesday President Biden …": the parser takes the day for a part of the name.
    if isinstance(read.meaning, (Weekday, Current)) and (introduced or noun.tag.startswith("NNP")):
        return None
    return None if words[after] == "," and read.sure and introduced else noun.index


def _root(sentence: Sentence, first: int, last: int) -> Token:
    """The token of the expression that hangs on a token outside it; the first one, where the parse breaks it up."""
    for token in sentence.tokens[first : last + 1]:
        if not first <= token.head <= last or token.head == token.index:
            return token
    return sentence.tokens[first]
