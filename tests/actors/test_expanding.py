"""Groupings opened out into their members, by choice."""

import pytest
from tests.parses import ids, shipped_world

from dragoman.actors.expanding import Expanding
from dragoman.records.event import Event


@pytest.fixture
def expanded(story):
    """The one event of a text in which somebody meets somebody, opened out."""

    def run(
        actor: str, *, recipient: str = "UN", on: str | None = None, published: str = "2022-06-29", **given
    ) -> Event:
        it = story(f"{actor} met {recipient}.", published=published)
        one = it.state(actor, actor, **{"kind": "igo", "country": None, **given})
        other = it.state(recipient, recipient, kind="igo")
        it.act("CONSULT", "met", actors=(one,), recipients=(other,), date=it.day("met", on) if on else None)
        return Expanding(shipped_world())(it.coded).events[0]

    return run


def test_grouping_becomes_its_members(expanded) -> None:
    assert set(ids(expanded("G7").actors)) == {"USA", "GBR", "FRA", "DEU", "ITA", "CAN", "JPN"}


def test_members_are_those_of_the_events_day(expanded) -> None:
    assert "GBR" in ids(expanded("EU", on="2019-05-01").actors)
    assert "GBR" not in ids(expanded("EU", on="2021-05-01").actors)


def test_members_are_those_of_the_day_of_publication_without_another(expanded) -> None:
    assert "GBR" in ids(expanded("EU", published="2019-05-01").actors)


def test_members_are_named_where_the_grouping_is(expanded) -> None:
    assert {(one.text, one.kind, one.sector) for one in expanded("G7").actors} == {("G7", "state", None)}


def test_recipients_are_opened_out_too(expanded) -> None:
    assert set(ids(expanded("EU", recipient="G7").recipients)) >= {"USA", "JPN"}


def test_what_was_opened_out_is_told(expanded) -> None:
    assert expanded("G7").why.steps == ("G7 opened out into its members as of 2022-06-29",)


def test_official_of_a_grouping_acts_for_it_alone(expanded) -> None:
    assert ids(expanded("EU", person="Ursula von der Leyen").actors) == ["EU"]


@pytest.mark.parametrize(("actor", "kind"), [("UN", "igo"), ("Mali", "state")])
def test_the_un_and_states_stay_one(expanded, actor: str, kind: str) -> None:
    event = expanded(actor, recipient="WHO", kind=kind)
    assert (ids(event.actors), event.why.steps) == ([actor], ())


def test_member_beside_its_grouping_counts_once(story) -> None:
    it = story("France and the G7 met Chad.", published="2022-06-29")
    it.act("CONSULT", "met", actors=(it.state("France", "FRA"), it.state("G7", "G7", kind="igo")))
    members = ids(Expanding(shipped_world())(it.coded).events[0].actors)
    assert sorted(members) == sorted(set(members))
    assert len(members) == 7
