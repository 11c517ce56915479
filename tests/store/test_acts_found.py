"""Two hundred reports of forty acts, coded by hand: which of them are found to tell one act."""

import random
from pathlib import Path

import pytest

from dragoman.measure.acts.b_cubed import b_cubed
from dragoman.measure.acts.reports import read_reports
from dragoman.records.event import Coded
from dragoman.store import open_store

REPORTS = Path(__file__).resolve().parents[2] / "benchmarks" / "acts" / "second.yaml"
ORDERS = 10


@pytest.fixture(scope="module")
def reports():
    return read_reports(REPORTS)


def acts_of(reports, folder):
    """The act of each report's event, by the event's id, when they come in this order."""
    with open_store(folder, create=True) as store:
        coded = (
            Coded(document=report.document, events=(report.by_hand,), sentences=((0, len(report.document.text)),))
            for report in reports
        )
        store.add(coded, coding="by hand")
        return {event: act for act in store.every_act() for event in act.reports}


@pytest.fixture(scope="module")
def found(reports, tmp_path_factory):
    return acts_of(reports, tmp_path_factory.mktemp("acts") / "store")


def test_the_set_has_two_hundred_reports_of_forty_acts(reports):
    assert len(reports) == 200
    assert len({report.act for report in reports}) == 40


def test_reports_of_one_act_are_found_to_be_one(reports, found):
    score = b_cubed([found[report.by_hand.id].id for report in reports], [report.act for report in reports])
    assert score.f1 >= 0.90, score


def test_the_acts_are_the_same_in_ten_orders_of_arrival(reports, found, tmp_path):
    for seed in range(ORDERS):
        order = list(reports)
        random.Random(seed).shuffle(order)
        assert acts_of(order, tmp_path / str(seed)) == found


def test_reprints_are_one_voice(reports, found):
    reprints = [report for report in reports if report.is_reprint]
    assert len(reprints) >= 20
    alone = [report for report in reprints if not _shares_a_voice(found[report.by_hand.id], report.by_hand.id)]
    assert len(alone) <= len(reprints) // 10


def _shares_a_voice(act, event):
    return any(event in voice.events and len(voice.events) > 1 for voice in act.voices)


def test_whoever_denies_an_act_stays_a_voice_of_it(reports, found):
    denied = [report for report in reports if report.by_hand.status == "negated"]
    joined = [found[report.by_hand.id] for report in denied if len(found[report.by_hand.id].reports) > 1]
    assert joined
    stances = [voice.stance for act in joined for voice in act.voices]
    assert "denies" in stances
    assert "claims" in stances
