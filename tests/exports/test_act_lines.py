import io
import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.exports.accounts import account, bare, telling

from dragoman.errors import SourceError
from dragoman.exports.act_lines import act_line, read_acts, write_act_lines
from dragoman.records.act import Act


def test_a_line_has_the_fields_of_an_act_and_then_its_fullest_report():
    written = json.loads(act_line(account()))
    assert list(written) == [*(field.name for field in fields(Act)), "event", "document", "sentence", "in_lead"]
    assert written["event"]["trigger"]["text"] == "meet"
    assert written["document"]["url"] == "https://news.example/madrid"


def test_acts_are_read_back_the_same():
    stream = io.BytesIO()
    assert write_act_lines([account(), bare()], stream) == 2
    assert list(read_acts(io.BytesIO(stream.getvalue()))) == [account().act, bare().act]


@given(st.text())
def test_any_words_stay_on_their_line_and_are_read_back(words):
    line = act_line(telling(words))
    assert line.count(b"\n") == 1
    assert json.loads(line)["document"]["title"] == words
    assert list(read_acts([line])) == [telling(words).act]


def test_a_faulty_line_is_named():
    with pytest.raises(SourceError, match="line 2 is not an act"):
        list(read_acts([act_line(account()), b'{"id": 3}']))
