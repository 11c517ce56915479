import json
from dataclasses import fields

import pytest

from dragoman.errors import SourceError
from dragoman.exports.jsonlines import document_line, event_line, event_lines, read_events
from dragoman.records.event import Event


def test_a_line_has_the_fields_of_an_event_in_their_order(tallinn):
    written = json.loads(event_line(tallinn.events[0]))
    assert list(written) == [field.name for field in fields(Event)]


def test_the_id_that_the_source_gave_is_written_too(tallinn):
    written = [json.loads(line) for line in event_lines(tallinn.coded)]
    assert {event["source_id"] for event in written} == {"wire-7"}
    assert len(written) == len(tallinn.events)


def test_a_source_id_with_marks_of_json_is_quoted(tallinn):
    assert json.loads(event_line(tallinn.events[0], source_id='a"}\n'))["source_id"] == 'a"}\n'


def test_a_participant_is_written_with_all_its_fields(tallinn):
    call = next(event for event in tallinn.events if event.type == "REQUEST")
    assert json.loads(event_line(call))["actors"] == [
        {
            "id": "EST",
            "name": "Estonia",
            "kind": "state",
            "country": "EST",
            "sector": "GOV",
            "person": "Liimets Eva-Maria",
            "office": "Foreign Minister of Estonia",
            "text": "Eva-Maria Liimets",
            "start": call.actors[0].start,
            "end": call.actors[0].end,
        }
    ]


def test_what_is_written_is_read_back_the_same(tallinn):
    assert tuple(read_events(event_lines(tallinn.coded))) == tallinn.coded.events


def test_empty_lines_are_passed_over(tallinn):
    assert list(read_events([b"\n", event_line(tallinn.events[0]), "  "])) == [tallinn.events[0]]


def test_a_faulty_line_is_named(tallinn):
    with pytest.raises(SourceError, match="line 2 is not an event"):
        list(read_events([event_line(tallinn.events[0]), b'{"id": 3}']))


def test_a_document_is_one_line_with_its_parts(tallinn):
    line = document_line(tallinn.document)
    written = json.loads(line)
    assert line.count(b"\n") == 1
    assert written["text"] == tallinn.text
    assert written["parts"][0] == {"kind": "headline", "start": 0, "end": 31}
    assert set(written) == {
        "id", "path", "text", "title", "published", "published_from", "source_id", "outlet", "url", "licence", "parts",
        "notes",
    }  # fmt: skip
