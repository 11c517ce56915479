"""The network of a question: its ties and parties with their figures; the same as GraphML has them."""

import pytest
from tests.store import made

from dragoman.desk import asking
from dragoman.desk.networks import graph_of, network
from dragoman.questions import read_question
from dragoman.records.question import Question
from dragoman.store import open_store

BY_AND_TO = {"Paris": "FRA"}, {"Berlin": "DEU"}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("networks"), create=True) as store:
        store.add(
            [
                made.coded("Paris met Berlin in May.", made.act("CONSULT", "met", *BY_AND_TO), published="2023-05-02"),
                made.coded("Paris blamed Berlin.", made.act("ACCUSE", "blamed", *BY_AND_TO), published="2023-06-02"),
                made.coded(
                    "Berlin armed Kyiv.",
                    made.act("AID", "armed", {"Berlin": "DEU"}, {"Kyiv": "UKR"}),
                    published="2023-07-02",
                ),
                made.coded(
                    "Warsaw sat alone and blamed.",
                    made.act("ACCUSE", "blamed", {"Warsaw": "POL"}),
                    published="2023-07-09",
                ),
            ],
            coding=made.CODING,
        )
        yield store


def test_a_tie_has_its_acts_by_quad_class_and_the_mean_of_their_values(store):
    tie = network(store, Question()).ties[0]
    assert (tie.actor, tie.recipient, tie.number) == ("FRA", "DEU", 2)
    assert tie.quads == {"verbal_cooperation": 1, "verbal_conflict": 1}
    assert tie.goldstein == -0.5


def test_a_party_tells_how_many_acts_go_from_it_and_to_it_and_with_how_many_it_deals(store):
    members = {one.id: one for one in network(store, Question()).members}
    assert set(members) == {"FRA", "DEU", "UKR"}
    germany = members["DEU"]
    assert (germany.toward, germany.back, germany.both, germany.partners) == (1, 2, 3, 2)


def test_whoever_lies_on_all_ways_between_two_others_has_all_of_the_betweenness(store):
    between = {one.id: one.between for one in network(store, Question()).members}
    assert between == {"DEU": 1.0, "FRA": 0.0, "UKR": 0.0}


def test_a_question_narrows_the_network_and_counts_acts_without_a_recipient_too(store):
    told = network(store, read_question("type:ACCUSE"))
    assert (told.question, told.number) == ("type:ACCUSE", 2)
    assert [(one.actor, one.recipient) for one in told.ties] == [("FRA", "DEU")]


def test_the_graph_has_the_figures_that_the_shell_writes(store):
    own, other = graph_of(network(store, Question())), asking.network(store, Question())
    assert dict(own.nodes(data=True)) == dict(other.nodes(data=True))
    assert {edge: own.edges[edge]["number"] for edge in own.edges} == {
        edge: other.edges[edge]["number"] for edge in other.edges
    }
    assert own.edges["FRA", "DEU"]["goldstein"] == other.edges["FRA", "DEU"]["goldstein"]
