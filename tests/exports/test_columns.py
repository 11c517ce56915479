import json
from dataclasses import fields, replace

from dragoman.exports.columns import event_table
from dragoman.exports.jsonlines import event_line
from dragoman.records.event import Event


def test_the_columns_are_the_fields_of_an_event(tallinn):
    coded = replace(tallinn.coded, document=replace(tallinn.document, source_id=None))
    assert event_table([coded]).column_names == [field.name for field in fields(Event)]


def test_a_row_says_what_the_json_line_says(tallinn):
    table = event_table([tallinn.coded])
    written = [json.loads(event_line(event, source_id="wire-7")) for event in tallinn.events]
    assert table.to_pylist() == written


def test_no_events_give_a_table_with_the_same_types(tallinn):
    empty = event_table([])
    assert empty.num_rows == 0
    assert empty.schema == event_table([tallinn.coded]).drop_columns("source_id").schema


def test_documents_with_and_without_source_ids_stand_in_one_table(tallinn, story):
    it = story("Oslo met Riga.")
    it.act("CONSULT", "met")
    table = event_table([it.coded, tallinn.coded])
    assert table["source_id"].to_pylist() == [None] + ["wire-7"] * len(tallinn.events)
