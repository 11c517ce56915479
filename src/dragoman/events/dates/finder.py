"""Takes a sentence, gives its date expressions, each with the verb or noun that it dates.

In "pledged on Tuesday to deploy them by the end of 2022" the first is of "pledged", the second of "deploy".
"""

from dataclasses import replace

from dragoman.events.dates.hanging import follows_unique, governor, is_agent, is_sure_before_noun, noun_dated
from dragoman.events.dates.joining import ranged
from dragoman.events.dates.meanings import (
    Away,
    CountedFrom,
    Current,
    Fixed,
    InCount,
    MonthDay,
    SliceOf,
    Stretch,
    Untold,
    Weekday,
    Within,
    Yearless,
)
from dragoman.events.dates.mention import DateMention
from dragoman.events.dates.reading.clock import clock_after, clock_before
from dragoman.events.dates.reading.reader import read_date
from dragoman.events.dates.reading.words import Read, Words
from dragoman.knowledge.calendar_words import CalendarWords, Use
from dragoman.records.sentence import Sentence

_ARTICLES = frozenset({"a", "an"})
_OF_A_DAY = (Fixed, Yearless, Weekday, Current, MonthDay)  # meanings that may have a time of day beside them
_PHRASES = (Away, CountedFrom, SliceOf, Untold)  # meanings whose words are a noun phrase with its article
_YEARS = frozenset({"year", "years"})
_LOOK_BACK = 4  # tokens between a preposition and its date, and words of a preposition


class DateFinder:
    """Callable: a sentence in, its date expressions out, in order and without overlap."""

    def __init__(self, calendar: CalendarWords) -> None:
        self._calendar = calendar
        self._beginnings = _beginnings(calendar)
        self._uses = {tuple(phrase.split()): use for phrase, use in calendar.uses.items()}
        self._use_ends = {phrase[-1] for phrase in self._uses}

    def __call__(self, sentence: Sentence) -> list[DateMention]:
        """The date expressions of a sentence."""
        words = Words.of(sentence, self._calendar)
        found: list[DateMention] = []
        at = 0
        for begin, word in enumerate(words.small):
            if begin < at or not (word in self._beginnings or word[:1].isdecimal() or "-" in word or word[:2] == "fy"):
                continue
            name_end = _name_end(words, begin)
            if name_end is not None:
                at = name_end + 1
                continue
            mention = self._at(words, begin)
            if mention is not None:
                if not found or mention.first > found[-1].last:
                    found.append(mention)
                at = mention.last + 1
        return found

    def _at(self, words: Words, at: int) -> DateMention | None:
        """The expression whose first word, behind any preposition, is the token `at`."""
        read = None if words.at(at) in _ARTICLES and not _is_counting(words, at) else read_date(words, at)
        if read is None or _is_in_a_name(words, read):
            return None
        begin, use = self._introduced(words, at)
        introduced = words.at(begin) if begin < at else ""
        read = ranged(words, read, introduced)
        if isinstance(read.meaning, InCount):
            return _counted(words, read, read.meaning, at, begin, use)
        noun = noun_dated(words, at, read, introduced)
        if noun is not None:
            is_date = read.sure or is_sure_before_noun(words, at)
            return _mention(words, at, read, use="on", noun=noun) if is_date else None
        is_sure = read.sure or (words.at(at - 1) in _YEARS and words.year(at) is not None)
        if not is_sure and (use is None or introduced == "to" or is_agent(words, at, begin)):
            return None
        return self._whole(words, read, at, begin, use)

    def _whole(self, words: Words, read: Read, at: int, begin: int, use: Use | None) -> DateMention:
        """The expression from its preposition on, with a time of day on either side."""
        if use == "within" and isinstance(read.meaning, Stretch):
            read = replace(read, meaning=Within(count=read.meaning.count, unit=read.meaning.unit))
        if use == "since" and follows_unique(words, begin):
            use = "for"  # "its largest exercise since 1981" was not held in 1981
        if isinstance(read.meaning, _OF_A_DAY):
            begin, use = self._with_clock(words, at, begin, use)
            read = replace(read, last=clock_after(words, read.last))
        is_phrase = isinstance(read.meaning, _PHRASES) or words.at(read.last) in {"last", "next"}
        if use is None and is_phrase and words.at(begin - 1) == "the":
            begin -= 1
        return _mention(words, begin, read, use=use or "on")

    def _with_clock(self, words: Words, at: int, begin: int, use: Use | None) -> tuple[int, Use | None]:
        """The first token and use of a date with the time of day before it: "by 5 p.m. on Sunday"."""
        clock = clock_before(words, at)
        return self._introduced(words, clock) if clock < begin else (begin, use)

    def _introduced(self, words: Words, at: int) -> tuple[int, Use | None]:
        """The first token of the preposition before a date, and its use: "by no later than about" → by."""
        end = at
        for _ in range(_LOOK_BACK):
            if end == 0:
                break
            if words.at(end - 1) in self._use_ends and words.at(end) not in {"least", "most"}:
                for length in range(min(_LOOK_BACK, end), 0, -1):
                    use = self._uses.get(words.small[end - length : end])
                    if use is not None:
                        return end - length, use
            if words.at(end - 1) not in self._calendar.approximate and words.at(end - 1) not in {"at", *_YEARS}:
                break
            end -= 1
        return at, None


def _beginnings(calendar: CalendarWords) -> frozenset[str]:
    """Every word with which a date expression may begin."""
    named = {one.words[0] for one in calendar.periods} | {one.words[0] for one in calendar.feasts}
    fractions = {f"q{number}" for number in range(1, 5)} | {"h1", "h2", "weekend", "'", "’", "‘"}
    words = (
        calendar.months, calendar.weekdays, calendar.seasons, calendar.days, calendar.numbers, calendar.vague_numbers,
        calendar.ordinals, calendar.turns, calendar.stretches, calendar.elsewhere, calendar.parts, calendar.units,
        calendar.nights, calendar.vague_turns, calendar.relative_nouns, calendar.fiscal_words, calendar.fiscal_short,
    )  # fmt: skip
    return frozenset(named | fractions).union(*words)


def _name_end(words: Words, at: int) -> int | None:
    """The last token of a name that holds a date and is none: "Good Friday Agreement"."""
    for name in words.calendar.not_dates:
        if words.stands(at, name):
            return at + len(name) - 1
    return None


def _is_in_a_name(words: Words, read: Read) -> bool:
    """Whether a noun behind makes a name of the date: "the March 14 Alliance"."""
    after = read.last + 1
    return words.at(after) in words.calendar.naming_nouns and words.capital(after)


def _is_counting(words: Words, at: int) -> bool:
    """Whether an article stands for a number: "a year ago", "a few days"."""
    return words.at(at + 1) in words.calendar.units or words.at(at + 1) in words.calendar.vague_numbers


def _counted(words: Words, read: Read, count: InCount, at: int, begin: int, use: Use | None) -> DateMention | None:
    """A count of units is a date only with the right preposition: "within a week", "for ten days", "in a year"."""
    within = replace(read, meaning=Within(count=count.count, unit=count.unit))
    if use == "within":
        return _mention(words, begin, within, use="within")
    if _is_deadline(words, at, read.last):
        return _mention(words, at, within, use="within", noun=read.last + 1)
    is_in = begin < at and words.at(begin) == "in"
    looks_back = is_in and follows_unique(words, begin)
    if use == "for" or looks_back:
        stretch = Stretch(count=count.count, unit=count.unit, sign=-1 if looks_back else 0)
        return _mention(words, begin, replace(read, meaning=stretch), use="for")
    return _mention(words, begin, read, use="on") if is_in else None


def _is_deadline(words: Words, at: int, last: int) -> bool:
    """As in "a 60-day deadline"."""
    if last + 1 >= len(words.small) or "-" not in words.small[at:last]:
        return False
    return words.tokens[last + 1].lemma.lower() in words.calendar.deadline_nouns


def _mention(words: Words, first: int, read: Read, *, use: Use, noun: int | None = None) -> DateMention:
    """The expression, of the noun that it is an attribute of, else of what governs it."""
    return DateMention(
        first=first,
        last=read.last,
        start=words.tokens[first].start,
        end=words.tokens[read.last].end,
        use=use,
        head=governor(words, first, read.last) if noun is None else noun,
        modifier=noun is not None,
        meaning=read.meaning,
    )
