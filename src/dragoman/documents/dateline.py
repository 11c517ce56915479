"""Dateline: takes a paragraph, tells where the dateline at its beginning ends: "BRUSSELS, March 3 (Agency) - "."""

import re
from functools import cache

from dragoman.documents.words import words

LONGEST = 120  # characters


@cache
def dateline_shape() -> re.Pattern[str]:
    """How datelines are written. `sure` is filled by a date or an agency, which no ordinary sentence has there."""
    months = "|".join(re.escape(name) for names in words().months.values() for name in names)
    capitals = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+"
    place = rf"(?:{capitals}(?:[ /-]+{capitals})*|[A-ZÀ-Þ][\w.'’-]+(?:[ /][A-ZÀ-Þ][\w.'’-]+){{0,3}})"
    region = r"(?:, (?!(?:" + months + r")\b)[A-ZÀ-Þ][\w.'’]*(?: (?:of |and |the )*[A-ZÀ-Þ][\w.'’]*){0,3})?"
    weekday = "(?:(?:" + "|".join(words().weekdays) + r")\.?,? )?"
    date = rf"(?:{weekday}(?:(?:{months})\.? \d{{1,2}}|\d{{1,2}} (?:{months})\.?)(?:,? \d{{4}})?)"
    agency = r"\([A-Z][^()\n]{1,40}\)"
    sure = rf"(?:,? {date}(?:,? ?{agency}){{0,2}}|,? ?{agency}(?:,? ?{date})?)"
    end = r"\s*(?:--+|[-–—])\s*"
    return re.compile(
        rf"(?:(?P<place>{place}){region}(?P<sure>{sure})?,?|{agency})(?P<end>{end}|:\s(?=\S))(?=[\"'“‘(\w])"
    )


def dateline_end(text: str) -> tuple[int, int] | None:
    """The end of the dateline that begins `text`, and the beginning of what follows it; None where there is none."""
    match = dateline_shape().match(text[: LONGEST + 40])
    if match is None or match.start("end") > LONGEST:
        return None
    place, sure, mark = match["place"], match["sure"], match["end"]
    if place is not None and sure is None:
        # "NATO – which …" is a sentence; "GENEVA — The …" is not.
        following = text[match.end()]
        if not (
            place.isupper() and len(place) > 4 and mark.strip() != ":" and mark[0].isspace() and not following.islower()
        ):
            return None
    return match.start("end") + len(mark.rstrip()), match.end()
