# ruff: noqa: E501 - parses written by hand stand in one row
from datetime import date
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import PackError
from dragoman.events.dates.finder import DateFinder
from dragoman.events.dates.mention import resolved
from dragoman.knowledge.calendar_words import read_calendar_words

PACK = Path(str(files("dragoman.packs") / "plover"))
FRIDAY = "2022-07-01"  # the day of publication in these tests


@pytest.fixture(scope="module")
def finder():
    return DateFinder(read_calendar_words(PACK))


def _plain(words: str) -> str:
    """Words in a row on which a verb before them hangs: enough for what a date means, if not for what it dates."""
    tags = {"on": "IN", "in": "IN", "by": "IN", "since": "IN", "until": "IN", "within": "IN", "from": "IN", "to": "TO"}
    forms = ["met/VBD/ROOT>0"]
    for word in words.split():
        tag = tags.get(word.lower()) or ("CD" if word[:1].isdigit() else "NNP" if word[:1].isupper() else "NN")
        forms.append(f"{word}/{tag}/dep>0")
    return " ".join(forms)


def _days(finder, parsed, words, *, ahead=False, published=FRIDAY, from_=None):
    document, sentence = parsed(_plain(words))
    (mention,) = finder(sentence)
    span = resolved(mention, document, published=published, ahead=ahead, from_=from_)
    assert document.text[span.text.start : span.text.end] == span.text.text
    return mention.use, span.start, span.end, span.precision


@pytest.mark.parametrize(
    ("words", "use", "start", "end", "precision"),
    [
        ("on Tuesday", "on", "2022-06-28", "2022-06-28", "day"),
        ("on Friday", "on", "2022-07-01", "2022-07-01", "day"),
        ("last Friday", "on", "2022-06-24", "2022-06-24", "day"),
        ("on Tuesday , June 28 , 2022", "on", "2022-06-28", "2022-06-28", "day"),
        ("on Tuesday of last week", "on", "2022-06-21", "2022-06-21", "day"),
        ("yesterday", "on", "2022-06-30", "2022-06-30", "day"),
        ("last night", "on", "2022-06-30", "2022-06-30", "day"),
        ("this morning", "on", "2022-07-01", "2022-07-01", "day"),
        ("last week", "on", "2022-06-20", "2022-06-26", "week"),
        ("last weekend", "on", "2022-06-25", "2022-06-26", "week"),
        ("this month", "on", "2022-07-01", "2022-07-31", "month"),
        ("last month", "on", "2022-06-01", "2022-06-30", "month"),
        ("last quarter", "on", "2022-04-01", "2022-06-30", "quarter"),
        ("earlier this year", "on", "2022-01-01", "2022-07-01", "year"),
        ("Feb 26", "on", "2022-02-26", "2022-02-26", "day"),
        ("on Feb. 26 , 1987", "on", "1987-02-26", "1987-02-26", "day"),
        ("5 May 2023", "on", "2023-05-05", "2023-05-05", "day"),
        ("on the 26th of June", "on", "2022-06-26", "2022-06-26", "day"),
        ("June 28 - 30", "on", "2022-06-28", "2022-06-30", "day"),
        ("from June 28 to 30 , 2021", "on", "2021-06-28", "2021-06-30", "day"),
        ("from June 28 to July 2 , 2021", "on", "2021-06-28", "2021-07-02", "day"),
        ("28–30 June 2021", "on", "2021-06-28", "2021-06-30", "day"),
        ("2021 - 06 - 28", "on", "2021-06-28", "2021-06-28", "day"),
        ("between March and June 2021", "on", "2021-03-01", "2021-06-30", "month"),
        ("from 2014 to 2018", "on", "2014-01-01", "2018-12-31", "year"),
        ("in 2014 - 18", "on", "2014-01-01", "2018-12-31", "year"),
        ("in March 2014", "on", "2014-03-01", "2014-03-31", "month"),
        ("in March last year", "on", "2021-03-01", "2021-03-31", "month"),
        ("in 2018", "on", "2018-01-01", "2018-12-31", "year"),
        ("since the 1990s", "since", "1990-01-01", "1999-12-31", "decade"),
        ("since mid-2021", "since", "2021-05-01", "2021-08-31", "quarter"),
        ("early 2021", "on", "2021-01-01", "2021-04-30", "quarter"),
        ("late October", "on", "2021-10-21", "2021-10-31", "week"),
        ("in the summer of 2015", "on", "2015-06-01", "2015-08-31", "quarter"),
        ("last winter", "on", "2021-12-01", "2022-02-28", "quarter"),
        ("in the first quarter of 2021", "on", "2021-01-01", "2021-03-31", "quarter"),
        ("two days ago", "on", "2022-06-29", "2022-06-29", "day"),
        ("five years ago", "on", "2017-01-01", "2017-12-31", "year"),
        ("over the past two weeks", "on", "2022-06-17", "2022-07-01", "week"),
        ("since World War II", "since", "1939-09-01", "1945-09-02", "year"),
    ],
)
def test_what_is_past_lies_on_or_before_publication(finder, parsed, words, use, start, end, precision):
    assert _days(finder, parsed, words) == (use, start, end, precision)


@pytest.mark.parametrize(
    ("words", "use", "start", "end", "precision"),
    [
        ("on Tuesday", "on", "2022-07-05", "2022-07-05", "day"),
        ("next Friday", "on", "2022-07-08", "2022-07-08", "day"),
        ("June 26", "on", "2023-06-26", "2023-06-26", "day"),
        ("in March", "on", "2023-03-01", "2023-03-31", "month"),
        ("tomorrow", "on", "2022-07-02", "2022-07-02", "day"),
        ("next month", "on", "2022-08-01", "2022-08-31", "month"),
        ("later this year", "on", "2022-07-01", "2022-12-31", "year"),
        ("within five years", "within", "2027-07-01", "2027-07-01", "day"),
        ("within 48 hours", "within", "2022-07-03", "2022-07-03", "day"),
        ("within the next two months", "within", "2022-09-01", "2022-09-01", "day"),
        ("by 2030", "by", "2030-01-01", "2030-12-31", "year"),
        ("by the end of 2022", "by", "2022-12-31", "2022-12-31", "day"),
        ("by the end of the month", "by", "2022-07-31", "2022-07-31", "day"),
        ("before the end of next year", "before", "2023-12-31", "2023-12-31", "day"),
        ("no later than 1 October", "by", "2022-10-01", "2022-10-01", "day"),
        ("until 31 July", "until", "2022-07-31", "2022-07-31", "day"),
        ("in two years", "on", "2024-01-01", "2024-12-31", "year"),
        ("for ten days", "for", "2022-07-01", "2022-07-11", "day"),
    ],
)
def test_what_lies_ahead_is_sought_after_publication(finder, parsed, words, use, start, end, precision):
    assert _days(finder, parsed, words, ahead=True) == (use, start, end, precision)


def test_last_week_said_on_a_sunday_is_the_week_that_ends(finder, parsed):
    assert _days(finder, parsed, "last week", published="2022-07-03")[1:3] == ("2022-06-27", "2022-07-03")


def test_leap_day_is_sought_in_a_leap_year(finder, parsed):
    assert _days(finder, parsed, "on Feb 29")[1] == "2020-02-29"


@pytest.mark.parametrize(
    "words", ["on Tuesday", "last week", "June 26", "within five years", "five years ago", "today"]
)
def test_without_publication_date_relative_words_stay_unresolved(finder, parsed, words):
    assert _days(finder, parsed, words, published=None)[1:] == (None, None, "relative")


def test_without_publication_date_full_dates_are_resolved(finder, parsed):
    assert _days(finder, parsed, "by the end of 2022", published=None)[1:] == ("2022-12-31", "2022-12-31", "day")


def test_days_later_are_counted_from_another_event_only(finder, parsed):
    assert _days(finder, parsed, "two days later")[3] == "relative"
    assert _days(finder, parsed, "two days later", from_="2022-05-30")[1] == "2022-06-01"


def test_within_is_counted_from_the_promise_if_it_is_known(finder, parsed):
    assert _days(finder, parsed, "within five years", ahead=True, from_="2021-05-05")[1] == "2026-05-05"


def test_deadline_beyond_the_calendar_stays_unresolved(finder, parsed):
    assert _days(finder, parsed, "within 9000 years", ahead=True)[3] == "relative"


@pytest.mark.parametrize(
    "line",
    [
        "May/NNP/nsubj>1 said/VBD/ROOT>1 Britain/NNP/nsubj>4 may/MD/aux>4 leave/VB/ccomp>1",
        "They/PRP/nsubj>1 march/VBP/ROOT>1 on/IN/prep>1 Rome/NNP/pobj>2",
        "It/PRP/nsubjpass>2 was/VBD/auxpass>2 opposed/VBN/ROOT>2 by/IN/agent>2 May/NNP/pobj>3",
        "Resolution/NN/nsubj>2 2231/CD/nummod>0 passed/VBD/ROOT>2",
        "They/PRP/nsubj>1 fired/VBD/ROOT>1 2000/CD/nummod>3 shells/NNS/dobj>1",
        "He/PRP/nsubj>1 was/VBD/ROOT>1 45/CD/nummod>3 years/NNS/npadvmod>4 old/JJ/acomp>1",
        "He/PRP/nsubj>1 got/VBD/ROOT>1 five/CD/nummod>3 years/NNS/dobj>1 in/IN/prep>3 prison/NN/pobj>4",
        "before/IN/prep>3 the/DT/det>2 fall/NN/pobj>0 of/IN/prep>2 Kabul/NNP/pobj>3",
        "a/DT/det>1 deal/NN/ROOT>1",
        "a/DT/det>1 day/NN/npadvmod>5 after/IN/mark>5 rebels/NNS/nsubj>5 had/VBD/aux>5 left/VBN/advcl>6 came/VBD/ROOT>6",
    ],
)
def test_not_dates(finder, parsed, line):
    assert finder(parsed(line)[1]) == []


def test_each_date_hangs_on_its_own_verb(finder, parsed):
    _, sentence = parsed(
        "NATO/NNP/nsubj>1 pledged/VBD/ROOT>1 on/IN/prep>1 Tuesday/NNP/pobj>2 to/TO/aux>5 deploy/VB/xcomp>1 them/PRP/dobj>5 "
        "by/IN/prep>5 the/DT/det>9 end/NN/pobj>7 of/IN/prep>9 2022/CD/pobj>10"
    )
    assert [(m.use, sentence.tokens[m.head].text) for m in finder(sentence)] == [
        ("on", "pledged"),
        ("by", "deploy"),
    ]


def test_date_after_a_name_is_of_the_verb(finder, parsed):
    _, sentence = parsed(
        "They/PRP/nsubj>1 spoke/VBD/ROOT>1 with/IN/prep>1 Biden/NNP/pobj>2 on/IN/prep>3 Tuesday/NNP/pobj>4"
    )
    (mention,) = finder(sentence)
    assert (mention.head, mention.modifier) == (1, False)


@pytest.mark.parametrize(
    ("line", "noun"),
    [
        ("The/DT/det>2 2014/CD/nummod>2 agreement/NN/nsubj>3 held/VBD/ROOT>3", "agreement"),
        ("Tuesday/NNP/poss>2 ~'s/POS/case>0 vote/NN/nsubj>3 failed/VBD/ROOT>3", "vote"),
        ("the/DT/det>3 June/NNP/nmod>3 28/CD/nummod>1 summit/NN/nsubj>4 ended/VBD/ROOT>4", "summit"),
        ("a/DT/det>4 60/CD/nummod>3 ~-/HYPH/punct>3 ~day/NN/compound>4 deadline/NN/ROOT>4", "deadline"),
    ],
)
def test_attribute_dates_its_noun_alone(finder, parsed, line, noun):
    _, sentence = parsed(line)
    (mention,) = finder(sentence)
    assert mention.modifier
    assert sentence.tokens[mention.head].text == noun


def test_years_behind_a_first_are_a_stretch_of_the_past(finder, parsed):
    document, sentence = parsed(
        "the/DT/det>2 first/JJ/amod>2 meeting/NN/ROOT>2 in/IN/prep>2 about/RB/advmod>5 five/CD/nummod>6 years/NNS/pobj>3"
    )
    (mention,) = finder(sentence)
    assert mention.use == "for"
    assert resolved(mention, document, published=FRIDAY, ahead=False).start == "2017-07-01"


def test_year_since_which_nothing_was_so_large_is_not_the_date(finder, parsed):
    _, sentence = parsed(
        "It/PRP/nsubj>1 began/VBD/ROOT>1 its/PRP$/poss>4 largest/JJS/amod>4 drill/NN/dobj>1 since/IN/prep>4 1981/CD/pobj>5 "
        "on/IN/prep>1 Tuesday/NNP/pobj>7"
    )
    assert [(mention.use, mention.head) for mention in finder(sentence)] == [("for", 4), ("on", 1)]


def test_arrival_of_the_first_is_ahead(finder, parsed):
    document, sentence = parsed(
        "the/DT/det>2 first/JJ/amod>2 tanks/NNS/nsubj>4 will/MD/aux>4 come/VB/ROOT>4 in/IN/prep>4 two/CD/nummod>7 days/NNS/pobj>5"
    )
    (mention,) = finder(sentence)
    assert resolved(mention, document, published=FRIDAY, ahead=True).start == "2022-07-03"


EXPRESSIONS = (
    "on Tuesday", "June 26", "in March", "on Feb 29", "last week", "this week", "next month", "last Friday", "next Monday",
    "two days ago", "five years ago", "in five years", "within 40 hours", "this quarter", "last quarter", "next decade",
    "early this month", "by the end of the year", "late last year", "earlier this week", "later this month", "last summer",
    "over the weekend", "in winter", "June 28 - 30", "Dec 30 - Jan 2", "the past two weeks", "for three months", "Christmas Eve",
)  # fmt: skip
OPEN = frozenset({"on Tuesday", "June 26", "in March", "on Feb 29", "in winter", "June 28 - 30"})
# within the calendar by a wide margin
PUBLISHED = st.dates(min_value=date(1900, 1, 1), max_value=date(2200, 1, 1))


@given(published=PUBLISHED, words=st.sampled_from(EXPRESSIONS), ahead=st.booleans())
def test_days_are_in_order_and_on_the_right_side(finder, parsed, published, words, ahead):
    document, sentence = parsed(_plain(words))
    for mention in finder(sentence):
        span = resolved(mention, document, published=published.isoformat(), ahead=ahead)
        if span.start is None or span.end is None:
            continue
        assert date.fromisoformat(span.start) <= date.fromisoformat(span.end)
        if words in OPEN:
            assert span.end >= published.isoformat() if ahead else span.start <= published.isoformat()


@given(words=st.lists(st.sampled_from(sorted(read_calendar_words(PACK).uses | dict.fromkeys(
    ("June", "May", "28", "2022", "-", ",", "the", "of", "end", "last", "first", "quarter", "week", "a", "few", "ago", "1990s", "Q3"), "on"
))), max_size=9))  # fmt: skip
def test_any_row_of_words_gives_separate_mentions_inside_the_sentence(finder, parsed, words):
    document, sentence = parsed(_plain(" ".join(words)))
    mentions = finder(sentence)
    assert all(one.last < other.first for one, other in pairwise(mentions))
    for mention in mentions:
        assert 0 <= mention.first <= mention.last < len(sentence.tokens)
        resolved(mention, document, published=FRIDAY, ahead=True)


def test_faults_of_the_file_are_told_with_their_line(tmp_path):
    text = (PACK / "dates.yaml").read_text(encoding="utf-8")
    (tmp_path / "dates.yaml").write_text(text.replace("  1: [January", "  13: [January"), encoding="utf-8")
    with pytest.raises(PackError, match=r"dates\.yaml:\d+"):
        read_calendar_words(tmp_path)
