import math
from dataclasses import replace
from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import QuestionError
from dragoman.questions import read_question, write_question
from dragoman.records.event import Quad, Status
from dragoman.records.question import Bound, Condition, Days, Dyad, Field, Number, Order, Question

CHOICES = {"status": get_args(Status), "quad": get_args(Quad), "historical": ("true", "false")}
PIECES = ["JPN", "type:", "-", ",", "<>", ">", '"', "“", "”", " ", "\n", "..", "ß", "İ", "=", "2022"]
VALUES = st.one_of(st.text(min_size=1), st.lists(st.sampled_from(PIECES), min_size=1, max_size=4).map("".join))
SPANS = {"confidence": (0, 1), "goldstein": (-10, 10)}


@st.composite
def conditions(draw):
    field = draw(st.sampled_from(get_args(Field)))
    value = st.sampled_from(CHOICES[field]) if field in CHOICES else VALUES
    values = draw(st.lists(value, min_size=1, max_size=3))
    return Condition(field=field, values=tuple(values), excluded=draw(st.booleans()))


@st.composite
def bounds(draw):
    number = draw(st.sampled_from(get_args(Number)))
    figure = st.floats(*SPANS[number]) if number in SPANS else st.integers(0, 10**6).map(float)
    least, most = sorted([draw(figure), draw(figure)])
    open_end = draw(st.sampled_from(["neither", "least", "most"]))
    return Bound(number=number, least=None if open_end == "least" else least, most=None if open_end == "most" else most)


@st.composite
def stretches(draw):
    first, last = sorted(draw(st.tuples(st.dates(), st.dates())))
    whole = st.sampled_from([(first, last), (first, None), (None, last), (first, first), *whole_stretches(first)])
    start, end = draw(whole)
    return Days(first=start and start.isoformat(), last=end and end.isoformat())


def whole_stretches(day):
    yield date(day.year, 1, 1), date(day.year, 12, 31)
    yield date(day.year, 1, 1), date(day.year, 1, 31)
    yield date(day.year, 12, 1), date(day.year, 12, 31)


QUESTIONS = st.builds(
    Question,
    conditions=st.lists(conditions(), max_size=3).map(tuple),
    bounds=st.lists(bounds(), max_size=3).map(tuple),
    dyads=st.lists(st.builds(Dyad, actor=VALUES, recipient=VALUES, either=st.booleans()), max_size=2).map(tuple),
    date=st.none() | stretches(),
    due=st.none() | stretches(),
    known=st.none() | stretches(),
    words=st.lists(VALUES, max_size=3).map(tuple),
    as_of=st.none() | st.dates().map(date.isoformat),
    order=st.sampled_from(get_args(Order)),
    ascending=st.booleans(),
)


@settings(max_examples=400)
@given(QUESTIONS)
def test_a_question_is_read_as_it_was_written(question):
    assert read_question(write_question(question)) == question


@settings(max_examples=400)
@given(st.text() | st.lists(st.sampled_from([*PIECES, "actor:", "date:", "reports>", "sort:"])).map("".join))
def test_any_text_asks_a_question_or_has_a_fault(text):
    try:
        question = read_question(text)
    except QuestionError as error:
        assert str(error).startswith("character ")  # noqa: PT017
        return
    assert read_question(write_question(question)) == question


SAME = [
    "",
    "actor:JPN -status:negated,possible",
    'dyad:JPN<>NATO person:"Kishida Fumio"',
    "confidence>=0.5 goldstein<0 reports:2..5 voices:3",
    "date:2022-06 due:2022 known:2022-06-01..2022-07-15",
    "date:2022.. due:..2021-12-31 as-of:2022-07-01".replace("2022..", "2022-01-01.."),
    'howitzers "grain deal" sort:relevance',
    "sort:date",
]


@pytest.mark.parametrize("text", SAME)
def test_plain_words_are_written_as_a_user_would(text):
    assert write_question(read_question(text)) == text


def test_what_is_open_at_both_ends_asks_nothing():
    question = Question(date=Days(), bounds=(Bound(number="reports"), Bound(number="voices", least=2)))
    assert write_question(question) == "voices>=2"
    assert read_question("voices>=2") == replace(question, date=None, bounds=question.bounds[1:])


IMPOSSIBLE = [
    Question(conditions=(Condition(field="actor", values=()),)),
    Question(conditions=(Condition(field="actor", values=("",)),)),
    Question(conditions=(Condition(field="status", values=("done",)),)),
    Question(date=Days(first="2022-02-30", last="2022-03-01")),
    Question(date=Days(first="2022", last="2023")),
    Question(date=Days(first="2022-07-01", last="2022-06-01")),
    Question(bounds=(Bound(number="confidence", least=math.nan),)),
    Question(bounds=(Bound(number="reports", least=1.5),)),
    Question(words=("",)),
    Question(as_of="yesterday"),
]


@pytest.mark.parametrize("question", IMPOSSIBLE)
def test_a_question_that_no_text_asks_is_refused(question):
    with pytest.raises(QuestionError, match="the question cannot be written"):
        write_question(question)
