"""What a text tells as a first, held against the meetings that the ledger knows."""

from dataclasses import replace

import pytest

from dragoman.knowledge.pack import load_pack
from dragoman.ledger.first_times import first_times
from dragoman.records.act import ActDate, Party
from dragoman.records.entry import Entry, Quote, Turn

CALENDAR = load_pack().calendar


def meeting(id_, day, *sides, firsts=(), **given):
    quote = Quote(document="d", start=0, end=3, text="met")
    told = tuple(replace(quote, text=text) for text in firsts)
    fields = {
        "kind": "meeting", "by": tuple(Party(id=id_, name=id_, kind="state", country=id_, event="e") for id_ in sides),
        "to": (), "about": (), "what": quote, "made_on": ActDate(start=day, end=day, precision="day", event="e"),
        "due": None, "state": "held", "history": (Turn(tie="made", state="held", day=day),), "act": "a", "event": "e",
        "confidence": 1.0,
    }  # fmt: skip
    return Entry(id=id_, firsts=told, **{**fields, **given})


def verdict(words, *others, day="2022-06-29"):
    (checked,) = first_times(meeting("now", day, "JPN", "KOR", firsts=(words,)), others, CALENDAR)
    return checked.verdict, checked.previous


@pytest.mark.parametrize(
    ("words", "before", "expected"),
    [
        ("the first meeting in five years", "2017-09-21", "borne out"),
        ("the first in nearly 5 years", "2017-09-21", "borne out"),
        ("the first meeting in five years", "2020-01-10", "contradicted"),
        ("the first meeting in five years", "2009-01-10", "open"),
        ("the first formal talks since December 2019", "2019-12-24", "borne out"),
        ("the first formal talks since December 2019", "2021-06-12", "contradicted"),
        ("the first summit since 2019", "2019-12-24", "borne out"),
        ("the first since November", "2021-11-20", "borne out"),
        ("their first meeting in a decade", "2012-03-01", "borne out"),
        ("their first meeting ever", "2012-03-01", "contradicted"),
    ],
)
def test_a_meeting_before_it_bears_out_or_contradicts_a_first(words, before, expected):
    assert verdict(words, meeting("before", before, "KOR", "JPN")) == (expected, "before")


def test_the_last_meeting_before_it_counts():
    older, newer = meeting("older", "2017-09-21", "JPN", "KOR"), meeting("newer", "2021-06-12", "JPN", "KOR")
    assert verdict("the first meeting in five years", newer, older) == ("contradicted", "newer")


@pytest.mark.parametrize(
    "other",
    [
        meeting("others", "2021-06-12", "JPN", "USA"),
        meeting("more", "2021-06-12", "JPN", "KOR", "USA"),
        meeting("later", "2022-07-20", "JPN", "KOR"),
        meeting("planned", "2021-06-12", "JPN", "KOR", state="cancelled"),
    ],
)
def test_meetings_of_others_later_ones_and_those_that_were_not_held_say_nothing(other):
    assert verdict("the first meeting in five years", other) == ("open", None)


def test_a_meeting_of_ministers_says_nothing_of_leaders():
    leaders = meeting("now", "2022-06-29", "JPN", "KOR", firsts=("the first in five years",), level="leaders")
    ministers = meeting("before", "2021-06-12", "JPN", "KOR", level="ministers")
    assert first_times(leaders, [ministers], CALENDAR)[0].verdict == "open"


def test_of_what_is_told_as_no_first_nothing_is_said():
    assert first_times(meeting("now", "2022-06-29", "JPN", "KOR"), [], CALENDAR) == ()
