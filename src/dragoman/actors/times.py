"""The day of which a sentence speaks: "In 2003 Blair sent troops", published in 2016, is told of 2003."""

import re
from calendar import month_name

from dragoman.records.sentence import Sentence, Token

_YEAR = re.compile(r"(19|20)\d\d")
_MONTHS = {name.lower(): number for number, name in enumerate(month_name) if name}
_PREPOSITIONS = frozenset({"in", "during", "of", "by"})
_PARTS_OF_YEARS = frozenset(
    {
        "spring",
        "summer",
        "autumn",
        "fall",
        "winter",
        "beginning",
        "start",
        "end",
        "middle",
        "half",
        "quarter",
        "month",
        "day",
    }
)


def spoken_day(sentence: Sentence, published: str | None) -> str | None:
    """The year (or month) before publication that the sentence names, if it is one; else the day of publication."""
    if published is None:
        return None
    years = [token for token in sentence.tokens if _is_date(sentence, token) and token.text < published[:4]]
    if len({token.text for token in years}) != 1:
        return published
    month = _month(sentence, years[0])
    return f"{years[0].text}-{month:02}" if month else years[0].text


def _is_date(sentence: Sentence, token: Token) -> bool:
    """A year that tells when: "in 2003", "in March 2003"; in "the 2015 accord", "the accord of 2015" it tells which."""
    if token.tag != "CD" or _YEAR.fullmatch(token.text) is None:
        return False
    tokens = sentence.tokens
    above = tokens[token.head]
    if above.text.lower() in _MONTHS:
        above = tokens[above.head]
    if above.lemma.lower() not in _PREPOSITIONS or above.tag != "IN":
        return False
    whole = tokens[above.head]
    names_which = above.lemma.lower() == "of" and whole.tag.startswith("NN")
    return not names_which or whole.lemma.lower() in _PARTS_OF_YEARS | _MONTHS.keys()


def _month(sentence: Sentence, year: Token) -> int | None:
    before = sentence.tokens[year.index - 1].text.lower() if year.index else ""
    return _MONTHS.get(before)
