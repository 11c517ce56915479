"""Takes the words of a sentence and a place among them, gives what the date expression that begins there means.

It looks at words, their order and capitals, and hardly at the parse, which is often wrong about dates.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from dragoman.events.date_meanings import (
    Away,
    Current,
    Days,
    Fixed,
    InCount,
    Meaning,
    PartOf,
    Stretch,
    Weekday,
    Yearless,
    with_year,
)
from dragoman.knowledge.calendar_words import CalendarWords, DatePart
from dragoman.records.sentence import Token

_YEARS = range(1500, 2100)
_DASHES = frozenset({"-", "–", "—", "/"})
_DAY_ENDINGS = ("st", "nd", "rd", "th")
_NOUN_PARTS = frozenset({"start", "middle", "end"})  # "end of 2022", but "will end in 2022"
_LONG_UNITS = frozenset({"week", "weekend", "month", "quarter", "year", "decade"})  # "last minute" is no date
_LEAP_YEAR = 2024
_DIGITS_OF_A_YEAR = 4
_MOST_DIGITS = 4  # of a count of days or years


@dataclass(frozen=True, slots=True)
class Read:
    """A meaning, and the last token of the words that say it. With `sure` False a preposition must confirm it."""

    meaning: Meaning
    last: int
    sure: bool = True


class DateReader:
    """Reads the date expressions of one sentence; `words` are its tokens in small letters, without a last full stop."""

    def __init__(self, calendar: CalendarWords, tokens: tuple[Token, ...], words: list[str]) -> None:
        self._calendar = calendar
        self._tokens = tokens
        self._words = words

    def read(self, at: int) -> Read | None:
        """The expression that begins at a token, as long as it goes."""
        word, calendar = self._word(at), self._calendar
        if word in calendar.days:
            return Read(Current(unit="day", turn=calendar.days[word]), self._past_day_part(at))
        if word in calendar.months or word in calendar.weekdays or word in calendar.seasons:
            return self._calendar_name(at, turn=0)
        if word[:1].isdigit():
            return self._number(at)
        if word[:1] in {"q", "h"} and word[1:].isdecimal():
            return self._fraction(at, int(word[1:]), parts=4 if word[0] == "q" else 2)
        return self._named(at) or self._part(at) or self._turned(at) or self._worded(at)

    def _calendar_name(self, at: int, *, turn: int) -> Read | None:
        """A month, weekday or season, alone or with what belongs to it."""
        word = self._word(at)
        if word in self._calendar.months:
            return self._month(at)
        if word in self._calendar.weekdays:
            return self._weekday(at, turn=turn)
        return self._season(at, turn=turn) if word in self._calendar.seasons else None

    # Months, days and years.

    def _month(self, at: int) -> Read | None:
        token = self._tokens[at]
        if not token.text[:1].isupper() or token.tag == "MD" or token.tag.startswith("VB"):
            return None
        month = self._calendar.months[self._word(at)]
        days = self._days_after(at + 1, month)
        if days is None:
            whole = Yearless(first_month=month, last_month=month, precision="month")
            return self._dated(Read(whole, at, sure=False))
        first, last, end = days
        return self._dated(Read(_day_of_year(month, first, last), end))

    def _days_after(self, at: int, month: int) -> tuple[int, int, int] | None:
        """Of "June 28-30", behind the month: first and last day, and the token of the last."""
        longest = monthrange(_LEAP_YEAR, month)[1]
        first, last = self._day_numbers(at)
        if not 0 < first <= last <= longest:
            return None
        ranged = self._word(at + 1) in self._calendar.range_words and self._word(at + 3) not in self._calendar.months
        if first == last and ranged:
            _, other = self._day_numbers(at + 2)
            apart = other - first
            if apart > 0 and other <= longest and (self._word(at + 1) != "and" or apart == 1):
                return first, other, at + 2
        return first, last, at

    def _dated(self, found: Read) -> Read:
        """With the year, if it is said: "June 28, 2022", "March 2014", "in May this year"."""
        meaning, after = found.meaning, found.last + 1
        if not isinstance(meaning, Yearless):
            return found
        at = after + 1 if self._word(after) in {",", "of"} else after
        year = self._year(at)
        if year is not None:
            days = with_year(meaning, year)
            return Read(Fixed(days=days), at) if days else found
        if self._word(at) in {"the", *self._calendar.turns} and self._word(at + 1) == "year":
            return Read(replace(meaning, year=self._calendar.turns.get(self._word(at), 0)), at + 1)
        return found

    def _year(self, at: int) -> int | None:
        word = self._word(at)
        if len(word) != _DIGITS_OF_A_YEAR or not word.isdecimal() or int(word) not in _YEARS or self._counts(at):
            return None
        return int(word)

    def _counts(self, at: int) -> bool:
        """Whether a number counts the things named right after it: "in June 28 people", "2000 troops"."""
        token = self._tokens[at]
        head = self._tokens[token.head]
        near = token.relation == "nummod" and 0 < head.index - at <= 2
        return near and head.tag in {"NNS", "NNPS"} and not self._told(at)

    def _told(self, at: int) -> bool:
        """As in "the 2014 protests": an article before a year speaks for a year."""
        return self._word(at - 1) in {"the", "'s", "’s"} and len(self._word(at)) == _DIGITS_OF_A_YEAR

    def _day_numbers(self, at: int) -> tuple[int, int]:
        """The day, or first and last day of "28–30" written as one; 0 where there is none."""
        word = self._word(at)
        if not word[:1].isdigit() or self._counts(at):
            return 0, 0
        for dash in ("–", "-"):
            first, found, last = word.partition(dash)
            if found and first.isdecimal() and last.isdecimal():
                return int(first), int(last)
        number = word[:-2] if word.endswith(_DAY_ENDINGS) else word
        return (int(number), int(number)) if number.isdecimal() and len(number) <= 2 else (0, 0)

    # What begins with digits.

    def _number(self, at: int) -> Read | None:
        return self._iso(at) or self._day_month(at) or self._count(at) or self._decade(at) or self._years(at)

    def _iso(self, at: int) -> Read | None:
        """As in "2022-07-01", as one token or as five."""
        whole = len(self._word(at)) == len("2022-07-01")
        text = self._word(at) if whole else "".join(self._words[at : at + 5])
        try:
            day = date.fromisoformat(text) if (text[4:5], text[7:8]) == ("-", "-") else None
        except ValueError:
            return None
        return Read(Fixed(days=Days(day, day, "day")), at if whole else at + 4) if day else None

    def _day_month(self, at: int) -> Read | None:
        """As in "28 June", "the 28th of June", "28-30 June 2022"."""
        first, last = self._day_numbers(at)
        if not first:
            return None
        end = at
        if first == last and self._word(at + 1) in self._calendar.range_words and self._day_numbers(at + 2)[0] > first:
            last, end = self._day_numbers(at + 2)[1], at + 2
        end += 2 if self._word(end + 1) == "of" else 1
        month = self._calendar.months.get(self._word(end))
        if month is None or not self._tokens[end].text[:1].isupper():
            return None
        if not first <= last <= monthrange(_LEAP_YEAR, month)[1]:
            return None
        return self._dated(Read(_day_of_year(month, first, last), end))

    def _decade(self, at: int) -> Read | None:
        """As in "the 1990s", "the '90s", but not "in his 70s"."""
        word = self._word(at).removesuffix("s").removesuffix("'")
        if not word.isdecimal() or not word.endswith("0") or not self._word(at).endswith("s"):
            return None
        if len(word) == 2 and self._word(at - 1) in {"'", "’", "the"}:
            word = f"19{word}"
        if len(word) != _DIGITS_OF_A_YEAR or int(word) not in _YEARS:
            return None
        return Read(_decade_of(int(word)), at)

    def _years(self, at: int) -> Read | None:
        """As in "2014", "2014-2018", "2014-18"."""
        year = self._year(at)
        if year is None:
            return None
        if self._word(at + 1) in _DASHES:
            other = self._word(at + 2)
            if other.isdecimal() and len(other) == 2 and int(other) > year % 100:
                return Read(_years_of(year, year - year % 100 + int(other)), at + 2, sure=False)
            last = self._year(at + 2)
            if last is not None and last > year:
                return Read(_years_of(year, last), at + 2, sure=False)
        return Read(_years_of(year, year), at, sure=False)

    def _count(self, at: int) -> Read | None:
        """As in "two days ago", "five years later", "60 days": a count and a unit, and what settles its sense."""
        counted = self._counted(at)
        if counted is None:
            return None
        count, unit_at = counted
        unit = self._calendar.units[self._word(unit_at)]
        after = self._word(unit_at + 1)
        if after == "old" or (after in _DASHES and self._word(unit_at + 2) == "old"):
            return None
        if after in self._calendar.ago:
            return Read(Away(count=count, unit=unit, sign=self._calendar.ago[after]), unit_at + 1)
        if after == "from" and self._word(unit_at + 2) in {"now", "today"}:
            return Read(Away(count=count, unit=unit, sign=1), unit_at + 2)
        if after in self._calendar.apart and not self._goes_on(after, unit_at + 2):
            return Read(Away(count=count, unit=unit, sign=self._calendar.apart[after], elsewhere=True), unit_at + 1)
        end = unit_at + 2 if after in {"'", "’"} and self._word(unit_at + 2) == "time" else unit_at
        return Read(InCount(count=count, unit=unit), end, sure=False)

    def _goes_on(self, word: str, at: int) -> bool:
        """Whether "two days before", "after" is followed by the event counted from: that is no date by itself."""
        return word in {"before", "after"} and self._word(at)[:1].isalnum()

    def _counted(self, at: int) -> tuple[int | None, int] | None:
        """A count, None for "several", and the token of its unit."""
        number, end = self._count_number(at)
        if end == at:
            return None
        if self._word(end) in _DASHES:
            end += 1
        return (number, end) if self._word(end) in self._calendar.units else None

    def _count_number(self, at: int) -> tuple[int | None, int]:
        """The number that begins at a token, and the token after it; that token itself where there is none."""
        word, calendar = self._word(at), self._calendar
        if word.isdecimal() and len(word) <= _MOST_DIGITS:
            return int(word), at + 1
        if word in calendar.vague_numbers or (word == "a" and self._word(at + 1) in calendar.vague_numbers):
            end = at + 1 if word in calendar.vague_numbers else at + 2
            return None, end + (self._word(end) == "of")
        if word not in calendar.numbers:
            return None, at
        number, ones = calendar.numbers[word], calendar.numbers.get(self._word(at + 2), 0)
        if self._word(at + 1) == "-" and number >= 20 and 0 < ones < 10:  # "twenty-five"
            return number + ones, at + 3
        return number, at + 1

    # What begins with a word.

    def _weekday(self, at: int, *, turn: int) -> Read | None:
        """As in "Tuesday", "Tuesday night", "Tuesday, June 28", "Tuesday of last week"."""
        if not self._tokens[at].text[:1].isupper():
            return None
        number = self._calendar.weekdays[self._word(at)]
        end = self._past_day_part(at)
        day_at = end + 2 if self._word(end + 1) in {",", "("} else end + 1
        if self._word(day_at) in self._calendar.months or self._word(day_at)[:1].isdigit():
            exact = self._month(day_at) if self._word(day_at) in self._calendar.months else self._day_month(day_at)
            if exact is not None and exact.sure and not turn:
                return exact
        week_at = end + 2 if self._word(end + 1) == "of" else end + 1
        if self._word(week_at) in self._calendar.turns and self._word(week_at + 1) == "week":
            return Read(Weekday(number=number, week=self._calendar.turns[self._word(week_at)]), week_at + 1)
        return Read(Weekday(number=number, turn=turn), end)

    def _past_day_part(self, at: int) -> int:
        return at + 1 if self._word(at + 1) in self._calendar.day_parts else at

    def _season(self, at: int, *, turn: int) -> Read | None:
        """As in "the summer of 2015", "last winter", but not "the fall of the city"."""
        if not self._tokens[at].tag.startswith("NN"):
            return None
        first, last = self._calendar.seasons[self._word(at)]
        season = Yearless(first_month=first, last_month=last, precision="quarter", turn=turn)
        found = self._dated(Read(season, at, sure=bool(turn)))
        return None if found.last == at and self._word(at + 1) == "of" else found

    def _fraction(self, at: int, number: int, *, parts: int) -> Read | None:
        """As in "the first quarter of 2023", "Q3", "the second half of the year"."""
        if not 0 < number <= parts:
            return None
        months = 12 // parts
        first = (number - 1) * months + 1
        whole = Yearless(first_month=first, last_month=first + months - 1, precision="quarter")
        found = self._dated(Read(whole, at, sure=False))
        return found if parts != 2 or found.last > at else None  # "the first half" may be of anything

    def _part(self, at: int) -> Read | None:
        """As in "early 2023", "mid-June", "the end of the year", "later this week", "late on Tuesday"."""
        word, calendar = self._word(at), self._calendar
        before, dash, after = word.partition("-")
        if dash and before in calendar.parts and after:
            whole = self._hyphened(after)
            return Read(PartOf(part=calendar.parts[before], whole=whole), at) if whole else None
        part = calendar.parts.get(word)
        if part is None:
            return None
        begin = self._whole_at(at, part)
        return self._part_of(part, begin) if begin else None

    def _whole_at(self, at: int, part: DatePart) -> int | None:
        """Where the whole begins that a part is named of."""
        begin = at + 1
        if part in _NOUN_PARTS and self._word(at) != "mid":
            linked = self._word(begin) in {"of", "-"} or self._word(begin).isdecimal()
            if not linked or self._tokens[at].tag.startswith("VB"):
                return None
        if self._word(begin) in {"of", "in", "on", "-"}:
            begin += 1
        return begin

    def _part_of(self, part: DatePart, begin: int) -> Read | None:
        article = self._word(begin) == "the"
        begin += article
        unit = self._calendar.units.get(self._word(begin))
        if unit is not None and article:
            return Read(PartOf(part=part, whole=Current(unit=unit, turn=0)), begin)
        whole = self.read(begin)
        if whole is None or isinstance(whole.meaning, (InCount, Away)):
            return None
        return Read(PartOf(part=part, whole=whole.meaning), whole.last)

    def _hyphened(self, word: str) -> Meaning | None:
        """As in "mid-2023", "mid-1990s", "late-June"."""
        if word.isdecimal() and len(word) == _DIGITS_OF_A_YEAR and int(word) in _YEARS:
            return _years_of(int(word), int(word))
        if word.endswith("0s") and word[:-1].isdecimal() and len(word) > _DIGITS_OF_A_YEAR and int(word[:-1]) in _YEARS:
            return _decade_of(int(word[:-1]))
        month = self._calendar.months.get(word)
        return Yearless(first_month=month, last_month=month, precision="month") if month else None

    def _turned(self, at: int) -> Read | None:
        """As in "last week", "this morning", "next Tuesday", "the past five years", "the following day"."""
        word, calendar = self._word(at), self._calendar
        article = self._word(at - 1) == "the"
        next_ = self._word(at + 1)
        unit = calendar.units.get(next_)
        if unit is not None and article and (word in calendar.elsewhere or (word == "next" and unit == "day")):
            sign = calendar.elsewhere.get(word, 1)
            return Read(Away(count=abs(sign), unit=unit, sign=sign or 1, elsewhere=True), at + 1)
        if unit in _LONG_UNITS and word in calendar.turns and not (article and word in calendar.stretches):
            return Read(Current(unit=unit, turn=calendar.turns[word]), at + 1)
        if word in calendar.stretches:
            counted = (1, at + 1) if unit is not None and (article or unit in _LONG_UNITS) else self._counted(at + 1)
            if counted is not None:
                count, end = counted
                stretch = Stretch(count=count, unit=calendar.units[self._word(end)], sign=calendar.stretches[word])
                return Read(stretch, end)
        return self._turned_name(at, calendar.turns[word]) if word in calendar.turns else None

    def _turned_name(self, at: int, turn: int) -> Read | None:
        """A weekday, month, season or part of the day after "last", "this" or "next"."""
        next_, calendar = self._word(at + 1), self._calendar
        if next_ in calendar.day_parts and turn <= 0:
            return Read(Current(unit="day", turn=turn), at + 1)
        found = self._calendar_name(at + 1, turn=turn)
        if found is None or not isinstance(found.meaning, Yearless):
            return found
        if turn == 0:
            return Read(replace(found.meaning, year=0), found.last)
        return Read(replace(found.meaning, turn=turn), found.last)

    def _worded(self, at: int) -> Read | None:
        word, calendar = self._word(at), self._calendar
        if word in calendar.ordinals and self._word(at + 1) in {"quarter", "half"}:
            return self._fraction(at + 1, calendar.ordinals[word], parts=4 if self._word(at + 1) == "quarter" else 2)
        if word == "weekend":
            return Read(Current(unit="weekend", turn=0), at, sure=False)
        return self._count(at)

    def _named(self, at: int) -> Read | None:
        """As in "World War II", "Christmas"."""
        for period in self._calendar.periods:
            if self._stands(at, period.words):
                days = Days(date.fromisoformat(period.first), date.fromisoformat(period.last), "year")
                if days.start == days.end:
                    days = Days(days.start, days.end, "day")
                return Read(Fixed(days=days), at + len(period.words) - 1, sure=False)
        for feast in sorted(self._calendar.feasts, key=lambda one: -len(one.words)):
            if self._stands(at, feast.words):
                end = at + len(feast.words) - 1
                return self._dated(Read(_day_of_year(feast.month, feast.day, feast.day), end, sure=False))
        return None

    def _stands(self, at: int, words: tuple[str, ...]) -> bool:
        return tuple(self._words[at : at + len(words)]) == words and not self._tokens[at].text[:1].islower()

    def _word(self, at: int) -> str:
        return self._words[at] if 0 <= at < len(self._words) else ""


def _day_of_year(month: int, first: int, last: int) -> Yearless:
    return Yearless(first_month=month, last_month=month, first_day=first, last_day=last, precision="day")


def _years_of(first: int, last: int) -> Fixed:
    return Fixed(days=Days(date(first, 1, 1), date(last, 12, 31), "year"))


def _decade_of(first: int) -> Fixed:
    return Fixed(days=Days(date(first, 1, 1), date(first + 9, 12, 31), "decade"))
