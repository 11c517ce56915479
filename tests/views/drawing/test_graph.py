import pytest

from dragoman.desk.networks import Member, Network, Tie
from dragoman.views.drawing.graph import HEIGHT, WIDTH, drawn_ties, kind_of, picture


def tie(actor, recipient, **quads):
    return Tie(actor=actor, recipient=recipient, number=sum(quads.values()), goldstein=0.0, quads=quads)


def member(id_, toward=1, back=0):
    return Member(id=id_, toward=toward, back=back, partners=1, between=0.0)


TIES = (
    tie("USA", "RUS", material_conflict=8, verbal_cooperation=1),
    tie("RUS", "USA", verbal_conflict=3),
    tie("JPN", "NATO", verbal_cooperation=2),
)
NETWORK = Network(
    question="",
    number=14,
    members=(member("USA", 9, 3), member("RUS", 3, 9), member("JPN", 2), member("NATO", 0, 2), member("NZL", 1)),
    ties=TIES,
)


@pytest.mark.parametrize(
    ("quads", "kind"),
    [
        ({"verbal_cooperation": 1, "material_cooperation": 1, "verbal_conflict": 1}, "cooperation"),
        ({"verbal_cooperation": 1, "material_conflict": 2}, "conflict"),
        ({"verbal_cooperation": 1, "material_conflict": 1}, "both"),
    ],
)
def test_what_prevails_has_two_of_three_acts(quads, kind):
    assert kind_of(tie("USA", "RUS", **quads)) == kind


def test_more_acts_make_larger_circles_and_wider_lines():
    drawn = picture(NETWORK, parties=5, name=str)
    sizes = {one.member.id: one.radius for one in drawn.nodes}
    assert sizes["USA"] > sizes["JPN"]
    widths = {(one.tie.actor, one.tie.recipient): one.width for one in drawn.lines}
    assert widths["USA", "RUS"] > widths["JPN", "NATO"]


def test_everything_lies_in_the_picture_even_who_has_no_tie_to_the_others():
    drawn = picture(NETWORK, parties=5, name=str)
    assert {one.member.id for one in drawn.nodes} == {"USA", "RUS", "JPN", "NATO", "NZL"}
    for one in drawn.nodes:
        assert one.radius <= one.x <= WIDTH - one.radius
        assert one.radius <= one.y <= HEIGHT - one.radius


def test_the_two_ways_between_a_pair_are_two_arcs():
    arcs = {(one.tie.actor, one.tie.recipient): one.arc for one in picture(NETWORK, parties=2, name=str).lines}
    assert set(arcs) == {("USA", "RUS"), ("RUS", "USA")}
    assert arcs["USA", "RUS"].partition("Q")[2] != arcs["RUS", "USA"].partition("Q")[2]


def test_of_many_ties_the_strongest_are_drawn_and_one_of_each_party():
    hub = [tie("USA", f"P{at:03}", verbal_cooperation=1000 - at) for at in range(130)]
    drawn = drawn_ties(
        (*hub, tie("P000", "P001", verbal_cooperation=1)), frozenset(f"P{at:03}" for at in range(130)) | {"USA"}
    )
    assert len(drawn) == 130
    assert drawn_ties(TIES, frozenset({"USA", "JPN", "NATO"})) == (TIES[2],)


def test_nobody_makes_an_empty_picture():
    drawn = picture(Network(question="", number=0, members=(), ties=()), parties=40, name=str)
    assert (drawn.nodes, drawn.lines) == ((), ())
