"""Takes a sentence, gives its date expressions, each with the verb or noun that it dates.

In "pledged on Tuesday to deploy them by the end of 2022" the first is of "pledged", the second of "deploy".
"""

from dataclasses import replace

from dragoman.events.dates.hanging import follows_unique, governor, is_agent, is_sure_before_noun, noun_dated
from dragoman.events.dates.meanings import Away, Between, Current, Fixed, InCount, Stretch, Weekday, Within, Yearless
from dragoman.events.dates.mention import DateMention
from dragoman.events.dates.reading.reader import read_date
from dragoman.events.dates.reading.words import Read, Words
from dragoman.knowledge.calendar_words import CalendarWords, Use
from dragoman.records.sentence import Sentence

_DASHES = frozenset({"-", "–", "—", "--"})
_ARTICLES = frozenset({"a", "an"})
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
            if begin < at or not (word in self._beginnings or "0" <= word[:1] <= "9" or "-" in word):
                continue
            mention = self._at(words, begin)
            if mention is not None:
                if not found or mention.first > found[-1].last:
                    found.append(mention)
                at = mention.last + 1
        return found

    def _at(self, words: Words, at: int) -> DateMention | None:
        """The expression whose first word, behind any preposition, is the token `at`."""
        if words.at(at) in _ARTICLES and not _is_counting(words, at):
            return None
        read = read_date(words, at)
        if read is None:
            return None
        begin, use = self._introduced(words, at)
        introduced = words.at(begin) if begin < at else ""
        read = _ranged(words, read, introduced)
        if isinstance(read.meaning, InCount):
            return _counted(words, read, read.meaning, at, begin, use)
        noun = noun_dated(words, at, read, introduced)
        if noun is not None:
            is_date = read.sure or is_sure_before_noun(words, at)
            return _mention(words, at, read, use="on", noun=noun) if is_date else None
        if not read.sure and (use is None or is_agent(words, at, begin)):
            return None
        if use == "within" and isinstance(read.meaning, Stretch):
            read = replace(read, meaning=Within(count=read.meaning.count, unit=read.meaning.unit))
        if use == "since" and follows_unique(words, begin):
            use = "for"  # "its largest exercise since 1981" was not held in 1981
        return _mention(words, begin, read, use=use or "on")

    def _introduced(self, words: Words, at: int) -> tuple[int, Use | None]:
        """The first token of the preposition before a date, and its use: "by no later than about" → by."""
        end = at
        for _ in range(_LOOK_BACK):
            if end == 0:
                break
            if words.at(end - 1) in self._use_ends:
                for length in range(min(_LOOK_BACK, end), 0, -1):
                    use = self._uses.get(words.small[end - length : end])
                    if use is not None:
                        return end - length, use
            if words.at(end - 1) not in self._calendar.approximate:
                break
            end -= 1
        return at, None


def _beginnings(calendar: CalendarWords) -> frozenset[str]:
    """Every word with which a date expression may begin."""
    named = {one.words[0] for one in calendar.periods} | {one.words[0] for one in calendar.feasts}
    fractions = {f"q{number}" for number in range(1, 5)} | {"h1", "h2", "weekend"}
    words = (
        calendar.months, calendar.weekdays, calendar.seasons, calendar.days, calendar.numbers, calendar.vague_numbers,
        calendar.ordinals, calendar.turns, calendar.stretches, calendar.elsewhere, calendar.parts,
    )  # fmt: skip
    return frozenset(named | fractions).union(*words)


def _is_counting(words: Words, at: int) -> bool:
    """Whether an article stands for a number: "a year ago", "a few days"."""
    return words.at(at + 1) in words.calendar.units or words.at(at + 1) in words.calendar.vague_numbers


def _ranged(words: Words, read: Read, introduced: str) -> Read:
    """With its second end: "from June 28 to July 2", "between 2014 and 2018", "June-August"."""
    if isinstance(read.meaning, (InCount, Away, Stretch)) or read.last + 2 >= len(words.small):
        return read
    link = words.at(read.last + 1)
    wanted = {"between": link == "and", "from": link in words.calendar.range_words and link != "and"}
    if not wanted.get(introduced, link in _DASHES):
        return read
    other = read_date(words, read.last + (3 if words.at(read.last + 2) == "the" else 2))
    if other is None or not isinstance(other.meaning, (Fixed, Yearless, Weekday, Current)):
        return read
    return Read(Between(first=read.meaning, last=other.meaning), other.last, sure=read.sure and other.sure)


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
