import csv
import io

from dragoman.releasing.coverage import coverages, silences, source_rows
from dragoman.store.sources import Source


def source(outlet, *days, undated=0):
    return Source(
        outlet=outlet,
        licence=None,
        may_be_passed_on=None,
        documents=len(days) + undated,
        days=dict.fromkeys(days, 1),
        undated=undated,
    )


def test_source_that_publishes_daily_has_no_gap():
    (daily,) = coverages([source("Wire", "2023-01-01", "2023-01-02", "2023-01-03")])
    assert (daily.days, daily.covered, daily.share) == (3, 3, 1.0)
    assert (daily.gap, daily.gap_from, daily.silent) == (0, None, False)


def test_longest_gap_is_told_with_its_first_day():
    (weekly,) = coverages([source("Weekly", "2023-01-01", "2023-01-08", "2023-01-22")])
    assert (weekly.gap, weekly.gap_from) == (13, "2023-01-09")
    assert weekly.share == round(3 / 22, 4)


def test_source_is_silent_when_others_went_on_for_more_than_thirty_days():
    until = {"2023-02-01": False, "2023-01-31": True}
    for last, silent in until.items():
        stopped, _ = coverages([source("Herald", "2023-01-30", last), source("Wire", "2023-03-03")])
        assert stopped.silent is silent
    assert (stopped.gap_from, stopped.gap) == ("2023-02-01", 31)


def test_source_without_days_is_counted_but_not_measured():
    undated, _ = coverages([source(None, undated=2), source("Wire", "2023-03-03")])
    assert (undated.first, undated.days, undated.share, undated.silent) == (None, 0, None, False)


def test_rows_have_every_source():
    rows = list(csv.DictReader(io.StringIO(source_rows(coverages([source("Wire, the", "2023-01-01")])).decode())))
    assert rows[0]["outlet"] == "Wire, the"
    assert (rows[0]["first_day"], rows[0]["share_of_days"], rows[0]["silent"]) == ("2023-01-01", "1.0", "false")
    assert (rows[0]["longest_gap_from"], rows[0]["may_be_passed_on"]) == ("", "")


def test_every_spell_of_more_than_thirty_days_without_a_document_is_a_silence():
    herald = source("Herald", "2023-01-01", "2023-01-31", "2023-03-04")
    assert [(one.first, one.last, one.days) for one in silences(herald, "2023-05-01")] == [
        ("2023-02-01", "2023-03-03", 31), ("2023-03-05", "2023-05-01", 58),
    ]  # fmt: skip


def test_source_without_days_has_no_spells():
    assert silences(source(None, undated=2), "2023-05-01") == ()
