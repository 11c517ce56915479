"""Reads times of day beside a date: "3 a.m." of "at 3 a.m. on Tuesday", "noon" of "Tuesday at noon"."""

from dragoman.events.dates.reading.words import Words

_LINKS = frozenset({"on", "of", ","})
_HOURS = 24
_FIGURES_OF_HOURS = 4  # "0400"


def clock_before(words: Words, at: int) -> int:
    """The first token of the time of day before the date that begins at a token; that token itself without one."""
    end = at - 1 if words.at(at - 1) == "the" and words.at(at - 2) in _LINKS else at
    end = end - 1 if words.at(end - 1) in _LINKS else end
    if words.at(end) == "of" and words.at(end - 1) in words.calendar.day_parts and words.at(end - 2) == "the":
        return end - 2
    for phrase in words.calendar.times_of_day:
        begin = end - len(phrase)
        if begin >= 0 and words.small[begin:end] == phrase:
            return begin - 1 if words.at(begin - 1) == "the" else begin
    begin = end
    while words.at(begin - 1) in words.calendar.clock_marks:
        begin -= 1
    return begin - 1 if _is_hour(words.at(begin - 1), marked=begin < end) else at


def clock_after(words: Words, last: int) -> int:
    """The last token of the time of day behind the date that ends at a token; that token itself without one."""
    begin = last + 1
    begin += words.at(begin) == ","
    begin += words.at(begin) in {"at", "around"}
    begin += words.at(begin) in words.calendar.approximate
    for phrase in words.calendar.times_of_day:
        if begin > last + 1 and words.small[begin : begin + len(phrase)] == phrase:
            return begin + len(phrase) - 1
    end = begin + 1
    while words.at(end) in words.calendar.clock_marks:
        end += 1
    return end - 1 if _is_hour(words.at(begin), marked=end > begin + 1) else last


def _is_hour(word: str, *, marked: bool) -> bool:
    """Whether a figure is an hour: "15:40", and before "a.m." or "GMT" also "3", "3.30" and "0400"."""
    hour, colon, minute = word.partition(":" if ":" in word else ".")
    if not hour.isdecimal() or (colon and not minute.isdecimal()):
        return False
    if len(hour) == _FIGURES_OF_HOURS:
        return marked and int(hour[:2]) <= _HOURS
    return int(hour) <= _HOURS and (marked or ":" in word)
