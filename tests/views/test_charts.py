"""Charts are drawn as SVG without a network; what they show is in their specification."""

import pytest

from dragoman.desk.dealing import Flow, Spell

pytest.importorskip("altair", reason="no Altair: charts skip")
from dragoman.views.charts import PALETTE, drawn, flow_chart


def spell(year, cooperation, conflict):
    quads = {"verbal_cooperation": cooperation, "material_conflict": conflict}
    return Spell(name=year, first=f"{year}-01-01", last=f"{year}-12-31", read=3, quads=quads)


def flow(by="year"):
    return Flow(by=by, spells=(spell("2022", 2, 5), spell("2023", 0, 1)), earlier=0)


def test_conflict_stands_below_the_line_and_nothing_is_left_out():
    (values,) = flow_chart(flow()).to_dict()["datasets"].values()
    assert [(one["spell"], one["number"], one["kind"]) for one in values] == [
        ("2022-01-01", 2, "verbal cooperation"),
        ("2022-01-01", -5, "material conflict"),
        ("2023-01-01", -1, "material conflict"),
    ]


def test_each_quad_class_has_its_colour():
    scale = flow_chart(flow()).to_dict()["encoding"]["color"]["scale"]
    assert dict(zip(scale["domain"], scale["range"], strict=True)) == {
        quad.replace("_", " "): colour for quad, colour in PALETTE.items()
    }


@pytest.mark.parametrize("by", ["month", "quarter", "year"])
def test_a_drawing_takes_the_width_it_is_given_and_points_nowhere(by):
    svg = drawn(flow_chart(flow(by)))
    assert svg.startswith("<svg")
    assert "width=" not in svg.partition(">")[0].replace("stroke-width=", "")
    assert 'viewBox="' in svg
    assert "href" not in svg
    assert "<script" not in svg
