import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from tests.exports.accounts import JAPAN, NATO, SUMMIT, account, bare, heading, telling

from dragoman.exports.icalendar import write_calendar

BY_AUTUMN = replace(SUMMIT, start="2022-09-01", end="2022-09-30", precision="month")


def written(*accounts, **given):
    stream = io.BytesIO()
    count = write_calendar(accounts, stream, **given)
    return stream.getvalue(), count


def read(*accounts, **given):
    raw, _ = written(*accounts, **given)
    return vobject.readOne(raw.decode())


def test_a_meeting_is_a_whole_day_event_that_ends_before_the_day_after():
    (event,) = read(account()).vevent_list
    assert (event.dtstart.value, event.dtend.value) == (date(2022, 6, 29), date(2022, 7, 1))
    assert event.summary.value == "Japan and NATO meet (planned)"
    assert event.location.value == "Madrid"
    assert event.status.value == "CONFIRMED"


def test_the_passage_and_its_source_are_the_description():
    (event,) = read(account()).vevent_list
    assert event.description.value == (
        "Japan’s prime minister will meet NATO’s leaders in Madrid on June 29\n\n"
        "Source: Kishida to attend summit, Wire, 2022-06-20, https://news.example/madrid"
    )
    assert event.url.value == "https://news.example/madrid"


def test_a_document_of_which_nothing_is_known_is_told_by_its_path():
    nothing = heading(title=None, outlet=None, published=None, url=None)
    (event,) = read(replace(account(), document=nothing)).vevent_list
    assert event.description.value.endswith("Source: wire/madrid.txt")


def test_a_deadline_is_a_todo():
    calendar = read(account(type="AID", date=None, due=BY_AUTUMN, actors=(JAPAN,), recipients=(NATO,)))
    (todo,) = calendar.vtodo_list
    assert todo.due.value == date(2022, 9, 30)
    assert todo.summary.value == "Japan gives aid to NATO (planned)"
    assert not hasattr(calendar, "vevent")


def test_an_act_with_day_and_deadline_is_both_and_counts_once():
    raw, count = written(account(due=BY_AUTUMN))
    calendar = vobject.readOne(raw.decode())
    assert (calendar.vevent.uid.value, calendar.vtodo.uid.value) == ("a1@dragoman", "a1-due@dragoman")
    assert count == 1


@pytest.mark.parametrize(
    ("status", "said"),
    [("planned", "CONFIRMED"), ("requested", "TENTATIVE"), ("possible", "TENTATIVE"), ("cancelled", "CANCELLED")],
)
def test_how_sure_it_is_is_told(status, said):
    assert read(account(status=status)).vevent.status.value == said


@pytest.mark.parametrize("status", ["occurred", "negated", "threatened"])
def test_what_is_not_to_come_is_left_out(status):
    assert written(account(status=status), bare())[1] == 0


def test_inexact_days_are_left_out():
    assert written(account(date=replace(SUMMIT, start="2022-01-01", end="2022-12-31", precision="year")))[1] == 0


def test_days_that_had_passed_when_they_were_reported_are_left_out():
    assert written(account(first_reported="2022-06-30"))[1] == 1
    assert written(account(first_reported="2022-07-01"))[1] == 0


def test_a_calendar_can_begin_on_a_day():
    assert written(account(), since="2022-06-30")[1] == 1
    assert written(account(), since="2022-07-01")[1] == 0


def test_the_same_acts_give_the_same_calendar_stamped_by_their_last_report():
    raw, _ = written(account())
    assert written(account())[0] == raw
    event = vobject.readOne(raw.decode()).vevent
    assert event.dtstamp.value == datetime(2022, 6, 21, tzinfo=UTC)
    assert event.sequence.value == "1"


@given(st.text(alphabet=st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]) | st.sampled_from(',;:\\"\n\r')))
def test_any_words_are_told_in_lines_of_75_bytes(words):
    raw, _ = written(telling(words))
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert vobject.readOne(raw.decode()).vevent.location.value == "\n".join(words.splitlines())


@given(st.characters(categories=["Cc"]))
def test_characters_that_a_calendar_may_not_hold_are_blanks(character):
    raw, _ = written(telling(f"a{character}b"))
    assert not {code for code in raw if code < 32} - {9, 10, 13}
