from dataclasses import replace

import pytest

from dragoman.views.cli.page import Page
from dragoman.views.cli.tabling import event_table, rows


@pytest.mark.parametrize("width", [60, 80, 100, 200])
def test_a_page_fits_its_terminal(tallinn, plain, width):
    shown = plain(Page(tallinn.coded, why=True), width)
    assert max(len(line.rstrip()) for line in shown.splitlines()) <= min(width, 100)


def test_a_row_says_who_did_what_to_whom_and_when(tallinn, plain):
    (line,) = [line for line in plain(event_table(tallinn.coded)).splitlines() if "“closed”" in line]
    assert line.split() == ["·", "3", "EST", "GOV", "●", "SANCTION", "RUS", "2022-03-18", "“closed”"]


def test_a_week_is_told_without_saying_the_month_twice(tallinn, plain):
    assert "2022-03-21…27" in plain(event_table(tallinn.coded))


def test_items_contents_and_repetitions_stand_under_what_they_belong_to(tallinn):
    told = [(row.depth, row.tie, row.number) for row in rows(tallinn.coded.events)]
    assert told == [
        (0, "", 1), (1, "·", 2), (2, "=", 4), (1, "·", 3), (0, "", 5), (1, "↳", 6), (0, "", 7), (0, "", 8), (0, "", 9),
    ]  # fmt: skip


def test_content_told_before_its_act_of_speech_stands_under_it(story):
    it = story("Riga will visit, said Oslo.")
    it.act("CONSULT", "visit", id="content", content_of="speech")
    it.act("AGREE", "said", id="speech")
    assert [(row.number, row.depth) for row in rows(it.coded.events)] == [(2, 0), (1, 1)]


def test_events_that_refer_to_each_other_in_a_circle_are_all_shown(story):
    it = story("Riga will visit, said Oslo.")
    it.act("CONSULT", "visit", id="a", content_of="b")
    it.act("AGREE", "said", id="b", content_of="a")
    assert sorted(row.number for row in rows(it.coded.events)) == [1, 2]


def test_who_says_so_has_a_column_only_where_somebody_does(tallinn, story, plain):
    it = story("Oslo met Riga.")
    it.act("CONSULT", "met")
    assert "said" in plain(event_table(tallinn.coded), 120)
    assert "said" not in plain(event_table(it.coded), 120)


def test_many_actors_are_counted_after_the_first(story, plain):
    it = story("Six states met.")
    it.act("CONSULT", "met", actors=tuple(it.state("Six states", id_) for id_ in ("A", "B", "C", "D", "E", "F")))
    assert "and 2 more" in plain(event_table(it.coded))


def test_dates_that_could_not_be_resolved_are_noted_with_what_to_do(story, plain):
    it = story("Oslo met Riga on Tuesday.")
    it.act("CONSULT", "met", date=it.day("on Tuesday", None, precision="relative"))
    shown = plain(Page(it.coded, why=False))
    assert "1 relative date is unresolved; --published DATE resolves them" in shown
    assert "“on Tuesday”" in shown
    assert "no publication date" in shown


def test_the_notes_of_a_document_are_shown(story, plain):
    coded = story("Nothing happened.").coded
    coded = replace(coded, document=replace(coded.document, notes=("3 bytes were replaced",)))
    assert "Note: 3 bytes were replaced" in plain(Page(coded, why=False))


def test_events_are_counted_by_status(tallinn, plain):
    shown = " ".join(plain(Page(tallinn.coded, why=False)).split())
    assert "9 events: 5 occurred, 1 pledged, 1 requested, 1 threatened, 1 cancelled; 2 candidates dropped" in shown


def test_a_text_without_events_is_shown_with_its_count(story, plain):
    shown = plain(Page(story("Nothing happened.").coded, why=True))
    assert "Nothing happened." in shown
    assert "0 events" in shown


def test_why_tells_id_frame_file_line_and_the_words_of_the_status(tallinn, plain):
    call, aid = tallinn.events[4:6]
    lines = plain(Page(tallinn.coded, why=True), 100).splitlines()
    assert any(line.split() == ["5", call.id, "call-on", "plover/frames/request.yaml:31"] for line in lines)
    assert any(line.startswith("6?") and aid.id in line and "“called on”" in line for line in lines)


def test_without_why_no_file_is_named(tallinn, plain):
    assert ".yaml" not in plain(Page(tallinn.coded, why=False))


def test_colours_are_explained_where_there_are_colours(tallinn, coloured, plain):
    assert "verbal conflict" in coloured(Page(tallinn.coded, why=False))
    assert "verbal conflict" not in plain(Page(tallinn.coded, why=False))


def test_without_colour_the_same_words_and_signs_are_there(tallinn, coloured):
    shown = coloured(Page(tallinn.coded, why=False), no_color=True)
    assert "\x1b[30;46m" not in shown
    assert "[7◇" in shown


def test_square_brackets_of_a_text_are_not_taken_for_styles(story, plain):
    it = story("Oslo [bold]met[/bold] Riga.")
    it.act("CONSULT", "[bold]met[/bold]")
    shown = plain(Page(it.coded, why=True), 120)
    assert "[1 [bold]met[/bold]]" in shown
    assert "“[bold]met[/bold]”" in shown


def test_a_text_cannot_steer_the_terminal(story, plain):
    it = story("Oslo \x1b]0;owned\x07met Riga.", path="\x1b[2Jname")
    it.act("CONSULT", "\x07met")
    assert not {"\x1b", "\x07"} & set(plain(Page(it.coded, why=True)))
