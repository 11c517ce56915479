"""The tool `dyad_series`, asked over the shipped examples."""

from dragoman.desk import asking
from dragoman.questions import read_question
from dragoman.store import open_store


def test_acts_between_two_are_counted_over_time(server, folder):
    told = server.answer("dyad_series", one="Turkey", other="SWE", by="year", question="date:2022..2024")
    assert told["question"] == "dyad:TUR<>SWE date:2022-01-01..2024-12-31"
    with open_store(folder) as store:
        own = asking.series(store, read_question(told["question"]), by="year")
    assert [(one["name"], one["number"], one["read"]) for one in told["buckets"]] == [
        (one.name, one.number, one.read) for one in own.buckets
    ]
    assert [one["name"] for one in told["buckets"]] == ["2022", "2023", "2024"]
    found = server.answer("search_acts", question=told["question"], limit=1)
    assert found["number"] == told["number"] > 0


def test_one_direction_is_a_part_of_both(server):
    both = server.answer("dyad_series", one="TUR", other="SWE", by="year")
    ways = [
        server.answer("dyad_series", one=one, other=other, either=False, by="year")
        for one, other in (("TUR", "SWE"), ("SWE", "TUR"))
    ]
    assert ways[0]["question"] == "dyad:TUR>SWE"
    assert all(0 < way["number"] < both["number"] for way in ways)


def test_more_steps_than_anybody_reads_are_refused(server):
    assert "take a longer step than day" in server.error("dyad_series", one="TUR", other="SWE", by="day")
    assert "by='decade'" in server.error("dyad_series", one="TUR", other="SWE", by="decade")
