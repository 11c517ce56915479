"""Charts are drawn as SVG without a network; what they show is in their specification."""

from itertools import pairwise

import pytest

from dragoman.desk.dealing import Flow, Spell

pytest.importorskip("altair", reason="no Altair: charts skip")
from dragoman.views.charts import PALETTE, drawn, flow_chart


def spell(year, cooperation, conflict, read=3):
    quads = {"verbal_cooperation": cooperation, "material_conflict": conflict}
    return Spell(name=year, first=f"{year}-01-01", last=f"{year}-12-31", read=read, quads=quads)


def flow(by="year", spells=None):
    return Flow(by=by, spells=spells or (spell("2022", 2, 5), spell("2023", 0, 1)), earlier=0)


def layer(chart, mark):
    """The values of the layer with that mark, and its specification."""
    told = chart.to_dict()
    (found,) = [one for one in told["layer"] if one["mark"]["type"] == mark]
    data = found.get("data") or told.get("data")
    return data["values"] if "values" in data else told["datasets"][data["name"]], found


def bars(chart):
    return layer(chart, "bar")[0]


def test_conflict_stands_below_the_line_and_nothing_is_left_out():
    assert [(one["spell"], one["low"], one["high"], one["acts"], one["kind"]) for one in bars(flow_chart(flow()))] == [
        ("2022", 0, 2, 2, "verbal cooperation"),
        ("2022", 0, -5, 5, "material conflict"),
        ("2023", 0, -1, 1, "material conflict"),
    ]


def test_pieces_of_a_bar_stand_one_on_another():
    quads = {"verbal_cooperation": 2, "material_cooperation": 3, "verbal_conflict": 1, "material_conflict": 4}
    one = Spell(name="2022", first="2022-01-01", last="2022-12-31", read=1, quads=quads)
    assert [(piece["low"], piece["high"]) for piece in bars(flow_chart(flow(spells=(one,))))] == [
        (0, 2), (2, 5), (0, -1), (-1, -5),
    ]  # fmt: skip


def test_each_quad_class_has_its_colour():
    scale = layer(flow_chart(flow()), "bar")[1]["encoding"]["color"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True)) == {
        quad.replace("_", " "): colour for quad, colour in PALETTE.items()
    }


def test_spells_in_which_nothing_was_read_are_marked():
    spells = tuple(spell(str(year), 1, 0, read=read) for year, read in ((2020, 1), (2021, 0), (2022, 0), (2023, 1)))
    values, _ = layer(flow_chart(flow(spells=spells)), "rect")
    assert values == [{"from": "2021-01-01", "to": "2023-01-01"}]


def test_where_every_spell_was_read_nothing_is_marked():
    assert "rect" not in [one["mark"]["type"] for one in flow_chart(flow()).to_dict()["layer"]]


@pytest.mark.parametrize("by", ["month", "quarter", "year"])
def test_a_drawing_takes_the_width_it_is_given_and_points_nowhere(by):
    svg = drawn(flow_chart(flow(by)))
    assert svg.startswith("<svg")
    assert "width=" not in svg.partition(">")[0].replace("stroke-width=", "")
    assert 'viewBox="' in svg
    assert "href" not in svg
    assert "<script" not in svg


@pytest.mark.parametrize("number", [1, 7, 40, 1234])
def test_figures_are_whole_and_evenly_apart(number):
    axis = layer(flow_chart(flow(spells=(spell("2022", number, 1),))), "bar")[1]["encoding"]["y"]["axis"]
    figures = axis["values"]
    assert all(isinstance(one, int) for one in figures)
    assert len({after - before for before, after in pairwise(figures)}) <= 1
    assert 2 <= len(figures) <= 7
