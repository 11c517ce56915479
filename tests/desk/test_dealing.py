"""With whom a party deals and how often, over time, and who held its offices."""

import pytest
from tests.desk.made_ledger import CODING, documents

from dragoman.desk.dealing import flow, offices, partners
from dragoman.desk.parties import party_name
from dragoman.knowledge.world import load_world
from dragoman.questions import read_question
from dragoman.store import open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("dealing"), create=True) as store:
        store.add(documents(), coding=CODING)
        yield store


def test_partners_are_counted_both_ways_and_by_quad_class(store):
    (nato,) = partners(store, "JPN")
    (japan,) = partners(store, "NATO")
    assert (nato.id, nato.toward, nato.back) == ("NATO", japan.back, japan.toward)
    assert sum(nato.quads.values()) == nato.both


def test_a_party_without_acts_has_no_partners(store):
    assert partners(store, "FRA") == ()


def test_a_flow_holds_every_act_of_the_question_once(store):
    told = flow(store, read_question("party:JPN"))
    numbers = sum(number for spell in told.spells for number in spell.quads.values())
    assert numbers + told.earlier == len(store.acts(read_question("party:JPN")).items)
    assert [spell.first for spell in told.spells] == sorted(spell.first for spell in told.spells)


def test_a_flow_of_nothing_is_empty(store):
    assert flow(store, read_question("party:FRA")).spells == ()


def test_offices_are_told_role_by_role_the_latest_first():
    held = [one for one in offices(load_world(), "JPN") if one.role == "head_of_government"]
    starts = [one.start or "" for one in held]
    assert starts == sorted(starts, reverse=True)
    assert "Kishida Fumio" in {one.person for one in held}


def test_a_party_is_called_as_the_book_or_else_the_acts_call_it(store):
    world = load_world()
    assert party_name(store, world, "JPN") == "Japan"
    assert party_name(store, world, "nobody-known") == "nobody-known"
