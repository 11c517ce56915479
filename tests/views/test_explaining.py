import pytest

from dragoman.desk import find
from dragoman.views.cli.explaining import explanation_text


@pytest.fixture
def explained(tallinn, plain):
    return lambda number: " ".join(plain(explanation_text(find(str(number), [tallinn.coded])), 120).split())


def test_the_passage_shows_the_act_and_where_it_stands(tallinn, explained):
    (passage,) = tallinn.events[4].evidence
    assert "Eva-Maria Liimets [5 called on] Germany to send howitzers" in explained(5)
    assert f"{passage.start}–{passage.end}" in explained(5)


def test_the_frame_is_named_with_file_and_line(explained):
    assert "plover/frames/request.yaml:31 call-on" in explained(5)


def test_steps_are_told_in_order(explained):
    assert "1. “called on” is a word of call-on 2. doer: Eva-Maria Liimets, found by office" in explained(5)


def test_an_official_is_told_with_person_office_and_words(explained):
    assert "EST GOV, Estonia, Liimets Eva-Maria, Foreign Minister of Estonia “Eva-Maria Liimets”" in explained(5)


def test_the_words_of_the_status_are_told(explained):
    assert "pledged, from “promised”" in explained(7)


def test_content_and_its_act_of_speech_point_at_each_other(explained):
    assert "its content 6? AID “send”" in explained(5)
    assert "content of 5 REQUEST “called on”" in explained(6)


def test_items_repetitions_and_links_are_told(explained):
    assert "its item 2 SANCTION “expelled”" in explained(1)
    assert "told again 4 SANCTION “expels”" in explained(2)
    assert "because of 2 SANCTION “expelled” “because of”" in explained(9)


def test_dropped_candidates_are_told_with_their_reasons(explained):
    told = explained(5)
    assert "Dropped in this passage “howitzers”" in told
    assert "names no participant plover/frames/aid.yaml:9 send-aid" in told
    assert "Dropped elsewhere in the document “gas supplies”" in told


def test_a_date_that_could_not_be_resolved_is_told(story, plain):
    it = story("Oslo met Riga on Tuesday.")
    it.act("CONSULT", "met", date=it.day("on Tuesday", None, precision="relative"))
    shown = plain(explanation_text(find("1", [it.coded])))
    assert "not resolved, for want of a publication date  “on Tuesday”" in shown
    assert "No candidate was dropped" in shown
