"""Lines: takes one paragraph, answers what it looks like: prose, a title, a credit, a byline, a caption."""

import re
from functools import cache

from dragoman.documents.dates import find_dates, page_date
from dragoman.documents.words import words

TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")
ABBREVIATION_END = re.compile(r"\b(?:[A-Z]\.){2,}$|\b(?:Inc|Ltd|Co|Corp|Jr|Sr)\.$")
SENTENCE_BREAK = re.compile(
    r"(?<![A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)"  # no initial, no "Mr." or "Gen."
    r"(?<=[a-z0-9)\]%\"”’][.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z])"
)
SEPARATOR = re.compile(r"\s(?:[|•·»›>]|/{1,2}|::)\s")
LISTED = re.compile(r"(?:[-–—*•·▪◦‣]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s")
TABLE_ROW = re.compile(r"\S\s{3,}\S")
TURN = re.compile(r"(?:[QA]\d?|(?i:question|answer)|(?:MR|MS|MRS|DR)\.? [A-Z .'’-]+)[:.]\s")  # in an interview
BRACKETED_END = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]{2,80})[)\]]\.?$")
QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*(?:\"|$)")
WORD = re.compile(r"\w+(?:[’'.-]+\w+)*")

YEAR_AT_END = re.compile(r"\d[ .)\]]*$")

LONGEST_TITLE = 24  # words
LONGEST_LINE = 300  # characters of a title
LONGEST_KICKER = 8
LONGEST_CAPTION = 90
LONGEST_BYLINE = 14
LONGEST_BOILERPLATE = 60


def is_prose(text: str) -> bool:
    """Whether it ends as a sentence does, or is too long to be anything else."""
    return (
        len(text) > LONGEST_LINE or ends_sentence(text) or text.endswith((":", ";")) or word_count(text) > LONGEST_TITLE
    )


def ends_sentence(text: str) -> bool:
    """Whether its last mark ends a sentence: "in the U.S." at the end of a title does not."""
    return TERMINAL.search(text) is not None and ABBREVIATION_END.search(text) is None


def is_title(text: str) -> bool:
    """Whether it could be a headline or a heading: short, begun with a capital, not ended like a sentence."""
    if len(text) > LONGEST_LINE or (text.endswith((".", ":", ";", ",")) and ABBREVIATION_END.search(text) is None):
        return False
    return (
        not text[0].islower()
        and word_count(text) <= LONGEST_TITLE
        and any(map(str.isalpha, text))
        and "\n\n" not in text
        and not LISTED.match(text)
        and not TURN.match(text)
        and not is_table_row(text)
    )


def is_table_row(text: str) -> bool:
    """Whether it is a row of figures."""
    digits = sum(map(str.isdigit, text))
    return TABLE_ROW.search(text) is not None or digits > len(text) * 0.2


def one_sentence(text: str) -> bool:
    """Whether it is at most one sentence."""
    return SENTENCE_BREAK.search(text) is None


def word_count(text: str) -> int:
    """How many words it has."""
    return len(text.split())


def normal(text: str) -> str:
    """The letters and digits alone, to see that two titles are the same."""
    return " ".join(WORD.findall(text.casefold().replace("’", "'")))


def begins_with(text: str, openings: tuple[str, ...]) -> bool:
    """Whether it begins with one of `openings`, as whole words."""
    low = text[:60].lower()
    return low.startswith(openings) and any(
        low.startswith(opening) and not low[len(opening) : len(opening) + 1].isalpha() for opening in openings
    )


def is_credit(text: str) -> bool:
    """Whether it names who made a picture: "Credit: Ministry of Defence", "Jane Doe/AFP", "(AP Photo/Jane Doe)"."""
    if word_count(text) > LONGEST_KICKER * 2 or not one_sentence(text):
        return False
    if begins_with(text, words().credit_openings):
        return True
    return word_count(text) <= LONGEST_KICKER and agency_end().search(text) is not None


@cache
def agency_end() -> re.Pattern[str]:
    """How a short line ends that is a credit: "…/AFP", "via Reuters", "© Getty Images"."""
    names = "|".join(re.escape(name) for name in sorted(words().picture_agencies, key=len, reverse=True))
    return re.compile(rf"(?:/|\bvia |©\s?|[|]\s)\s?(?:{names})(?: photo| images)?[)\].]*$", re.IGNORECASE)


def credit_tail(text: str) -> int | None:
    """Where the credit begins that ends a caption: "… in Oslo. (AP Photo/Jane Doe)", "… in Oslo. Photo: Reuters"."""
    match = BRACKETED_END.search(text)
    if match and (is_credit(match["inside"]) or match["inside"].casefold() in agencies()):
        return match.start() + len(match[0]) - len(match[0].lstrip())
    breaks = [found.end() for found in re.finditer(r"(?:[.!?”]|\s[|–—-])\s+", text)]
    return breaks[-1] if breaks and is_credit(text[breaks[-1] :]) else None


@cache
def agencies() -> frozenset[str]:
    """The names of picture agencies in small letters."""
    return frozenset(name.casefold() for name in words().picture_agencies)


def is_byline(text: str) -> bool:
    """Whether it names who wrote: "By Jane Doe in Kyiv", "Reporting by Jane Doe; editing by John Smith"."""
    if not begins_with(text, words().byline_openings) or len(text) > 200 or not one_sentence(text):
        return False
    for found in reversed(find_dates(text)):
        text = text[: found.start] + text[found.end :]
    told = [
        word for word in WORD.findall(text)[1:] if word.lower() not in words().byline_words and not word[0].isdigit()
    ]
    small = [
        word for word in told if word[0].islower() and not any(word.lower() in each for each in words().byline_openings)
    ]
    return (
        bool(told)
        and len(told) <= LONGEST_BYLINE * 2
        and not small
        and not (ends_sentence(text) and len(told) > 6 and ";" not in text)
    )


def is_caption(text: str) -> bool:
    """Whether it tells what a picture shows: by its opening, or by a present-tense act with a date at the end."""
    if word_count(text) > LONGEST_CAPTION:
        return False
    if begins_with(text, words().caption_openings) and (is_prose(text) or word_count(text) > 4):
        return True
    if (
        word_count(text) <= LONGEST_CAPTION / 2
        and (start := credit_tail(text))
        and is_credit(text[start:].strip("()[]"))
    ):
        return True
    if YEAR_AT_END.search(text) is None:
        return False
    dates = find_dates(text)
    dated = bool(dates) and len(text.rstrip(" .)]")) <= dates[-1].end and dates[-1].start > 0
    return dated and one_sentence(text) and any(word in words().caption_verbs for word in WORD.findall(text))


def is_kicker(text: str) -> bool:
    """Whether it stands above headlines: "Analysis", "World | Europe | Diplomacy"."""
    if len(text) > LONGEST_LINE or ends_sentence(text):
        return False
    if normal(text) in words().kickers:
        return True
    chunks = SEPARATOR.split(text)
    return len(chunks) > 1 and all(0 < word_count(chunk) <= 4 for chunk in chunks)


def is_boilerplate(text: str) -> bool:
    """Whether it belongs to the page, not to the text: "Read more: …", "© 2022 …", "* * *"."""
    if not any(map(str.isalnum, text)):
        return not any(ord(mark) > 0x2FFF for mark in text)  # emoji and the like are what somebody wrote
    if text.strip(" .:#*-").lower() in words().boilerplate_lines:
        return True
    return (
        word_count(text) <= LONGEST_BOILERPLATE
        and begins_with(text, words().boilerplate_openings)
        and not reads_on(text)
    )


def reads_on(text: str) -> bool:
    """Whether it is plain prose that only begins like boilerplate: two sentences or more, of some length."""
    return not one_sentence(text) and word_count(text) > 30


def opens_boilerplate(text: str) -> bool:
    """Whether it heads a tail of the page: "About the author"."""
    return text.strip(" .:").lower() in words().boilerplate_headings


def is_date_line(text: str) -> bool:
    """Whether it does nothing but date the page."""
    return page_date(text) is not None


def without_quotes(text: str) -> str:
    """The text without what stands in double quotation marks."""
    return QUOTED.sub(" ", text)
