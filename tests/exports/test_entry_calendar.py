"""What is due, and which meetings are to come, as a calendar that others read."""

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from tests.exports.entries import JANUARY, KEPT, MADE, kept, meeting, promise, quote

from dragoman.exports.entry_calendar import write_entry_calendar


def written(*entries):
    stream = io.BytesIO()
    count = write_entry_calendar(entries, stream)
    return stream.getvalue(), count


def read(*entries):
    return vobject.readOne(written(*entries)[0].decode())


def test_a_promise_is_a_to_do_until_its_last_day():
    (todo,) = read(promise()).vtodo_list
    assert todo.due.value == date(2024, 12, 31)
    assert todo.summary.value == "Japan: open a mission | in Brussels"
    assert (todo.status.value, todo.uid.value) == ("NEEDS-ACTION", "commitment-e1@dragoman")
    assert todo.categories.value == ["commitment", "open"]
    assert todo.dtstamp.value == datetime(2022, 6, 30, tzinfo=UTC)


def test_what_became_of_it_is_in_the_description_and_raises_the_sequence():
    (todo,) = read(kept()).vtodo_list
    assert (todo.status.value, todo.sequence.value, todo.uid.value) == ("COMPLETED", "1", "commitment-e1@dragoman")
    assert todo.description.value == (
        "“open a mission | in Brussels”\ncommitment, kept\nto: NATO\n2025-01-17 fulfils: “Japan opened its mission”"
    )


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("overdue", "NEEDS-ACTION"),
        ("partly kept", "IN-PROCESS"),
        ("partly met", "IN-PROCESS"),
        ("met", "COMPLETED"),
        ("broken", "CANCELLED"),
        ("refused", "CANCELLED"),
        ("withdrawn", "CANCELLED"),
    ],
)
def test_how_it_stands_is_told(state, status):
    assert read(promise(kind="ask", state=state)).vtodo.status.value == status


def test_a_planned_meeting_is_a_whole_day_event_that_ends_before_the_day_after():
    (event,) = read(meeting()).vevent_list
    assert (event.dtstart.value, event.dtend.value) == (date(2023, 1, 31), date(2023, 2, 1))
    assert (event.summary.value, event.location.value, event.status.value) == ("Japan, NATO meet", "Tokyo", "CONFIRMED")


@pytest.mark.parametrize(("state", "status"), [("postponed", "TENTATIVE"), ("cancelled", "CANCELLED")])
def test_a_meeting_that_is_put_off_or_called_off_stays_with_its_status(state, status):
    assert read(meeting(state=state)).vevent.status.value == status


def test_a_planned_meeting_that_was_held_stays():
    held = replace(KEPT, tie="holds", state="held")
    planned = replace(MADE, state="planned")
    assert read(meeting(state="held", history=(planned, held))).vevent.status.value == "CONFIRMED"


def test_what_was_never_to_come_or_has_no_day_is_left_out():
    held = meeting(state="held", history=(replace(MADE, state="held"),))
    some_day = meeting(made_on=replace(JANUARY, precision="year"))
    assert written(held, some_day, promise(due=None), meeting(made_on=None), promise(kind="measure"))[1] == 0


def test_a_long_promise_has_a_short_summary():
    long = promise(what=quote("open " + "a mission and " * 20 + "stay"))
    summary = read(long).vtodo.summary.value
    assert len(summary) < 100
    assert summary.endswith(" …")


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_whatever_is_promised_can_be_read_back(text):
    calendar = read(promise(what=quote(text)))
    assert calendar.vtodo.uid.value == "commitment-e1@dragoman"
