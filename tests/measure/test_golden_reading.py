import pytest

from dragoman.errors import PackError
from dragoman.measure.golden import read_golden

GOOD = """\
about: Visits.
sentences:
  - text: Chile's president visited Peru on Monday.
    published: 2019-10-10
    events:
      - {type: CONSULT, actor: CHL GOV, recipient: [PER], date: 2019-10-07, magnitude: "1,200", historical: no}
  # a near miss
  - text: Chile exports copper.
    events: none
"""


@pytest.fixture
def read(tmp_path):
    def run(text):
        file = tmp_path / "consult.yaml"
        file.write_text(text, "utf-8")
        return read_golden(file)

    return run


@pytest.fixture
def faults(read):
    def run(text):
        with pytest.raises(PackError) as raised:
            read(text)
        return str(raised.value).splitlines()

    return run


def test_a_sentence_is_addressed_by_its_line(read):
    assert [sentence.address for sentence in read(GOOD)] == ["consult.yaml:3", "consult.yaml:8"]


def test_one_thing_and_a_list_are_read_alike_and_dates_stay_text(read):
    (expected,) = read(GOOD)[0].written.events
    assert (expected.actor, expected.recipient, expected.date) == (("CHL GOV",), ("PER",), "2019-10-07")
    assert (expected.magnitude, expected.historical) == ((1200.0,), False)


def test_events_none_means_that_no_event_is_expected(read):
    assert read(GOOD)[1].written.events == ()


def test_none_is_told_apart_from_what_is_not_written(read):
    (expected,) = read(GOOD.replace("[PER]", "none"))[0].written.events
    assert (expected.recipient, expected.said_by) == ((), None)


def test_an_unknown_key_is_told_with_its_line_and_what_was_meant(faults):
    assert faults(GOOD.replace("recipient:", "recipents:")) == [
        "consult.yaml:6: unknown key 'recipents'; did you mean 'recipient'?"
    ]


def test_all_faults_of_a_file_are_told_at_once(faults):
    broken = GOOD.replace("text: Chile exports", "txt: Chile exports").replace("2019-10-10", "10 October")
    assert [fault.partition(" ")[0] for fault in faults(broken)] == [
        "consult.yaml:4:",
        "consult.yaml:8:",
        "consult.yaml:8:",
    ]


def test_an_unknown_status_is_told_with_those_that_there_are(faults):
    (fault,) = faults(GOOD.replace("actor: CHL GOV", "status: done"))
    assert fault.startswith("consult.yaml:6: 'status' must be one of occurred, planned, pledged")


def test_a_date_that_is_none_is_a_fault(faults):
    (fault,) = faults(GOOD.replace("2019-10-07", "Monday"))
    assert fault.startswith("consult.yaml:6: 'date'")


def test_what_is_not_yaml_is_told_with_its_line(faults):
    (fault,) = faults("about: x\nsentences: [\n")
    assert fault.startswith("consult.yaml:3: this is not YAML")


def test_an_empty_file_says_what_to_write(faults):
    assert faults("") == ["consult.yaml:1: the file is empty; write `about` and `sentences`"]


def test_events_must_be_a_list_or_none(faults):
    assert faults(GOOD.replace("events: none", "events: nothing")) == [
        "consult.yaml:9: 'events' must be a list of events, or none"
    ]
