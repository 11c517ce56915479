import re
from importlib.resources import files

from dragoman.desk.mapping import Geography, Land, Spot
from dragoman.knowledge.world import load_world
from dragoman.views.drawing.projection import HEIGHT, WIDTH
from dragoman.views.drawing.world_map import outlines, world_map

PACK = files("dragoman.packs") / "maps"


def land(id_, number):
    return Land(id=id_, number=number, quads={"verbal_cooperation": number})


def spot(name, country, latitude, longitude, number=1):
    return Spot(
        name=name, country=country, latitude=latitude, longitude=longitude, number=number,
        quads={"verbal_cooperation": number},
    )  # fmt: skip


def mapped(*lands, spots=()):
    told = Geography(question="", by="place", number=9, located=9, lands=lands, spots=tuple(spots))
    return world_map(told, places=10, name=str)


def test_outlines_are_those_of_states_of_the_book_each_once():
    ids = [one.id for one in outlines() if one.id]
    assert len(ids) == len(set(ids)) > 220
    assert set(ids) <= set(load_world().ids)


def test_outlines_lie_on_the_map_and_are_paths_of_numbers():
    for one in outlines():
        assert 0 <= one.x <= WIDTH, one.id
        assert -1 <= one.y <= HEIGHT + 20, one.id
        assert re.fullmatch(r"(?:M[\d.,-]+(?:l[\d., -]+|h\.1v\.1)z)+", one.path), one.id


def test_the_outlines_are_small_enough_for_a_page():
    assert len((PACK / "countries.csv").read_bytes()) < 200_000


def test_a_large_state_covers_more_of_the_map_than_a_small_one():
    area = {one.id: one.area for one in outlines()}
    assert area["RUS"] > area["CHN"] > area["DEU"] > area["LUX"] > area["VAT"]
    assert 1.5 < area["RUS"] / area["BRA"] < 2.5  # 17 and 8.5 million square kilometres


def test_more_acts_have_a_stronger_shade_and_none_has_none():
    drawn = mapped(land("USA", 900), land("NER", 1)).countries
    shades = {one.outline.id: one.step.shade if one.step else None for one in drawn}
    assert shades["USA"] > shades["NER"]
    assert shades["FRA"] is None


def test_a_state_too_small_to_be_seen_is_a_dot():
    tiny = {one.outline.id for one in mapped(land("SGP", 3)).countries if one.tiny}
    assert {"SGP", "VAT", "MLT"} <= tiny
    assert "POL" not in tiny


def test_places_are_circles_where_they_lie_and_those_without_degrees_are_not_drawn():
    drawn = mapped(spots=[spot("Kyiv", "UKR", 50.45, 30.52, 4), spot("China", "CHN", None, None)])
    (kyiv,) = drawn.circles
    ukraine = next(one for one in outlines() if one.id == "UKR")
    assert abs(kyiv.x - ukraine.x) < 15
    assert abs(kyiv.y - ukraine.y) < 15
    assert [one.text for one in drawn.names] == ["Kyiv"]


def test_a_country_that_the_map_does_not_show_is_told():
    assert [one.id for one in mapped(land("SUN", 2), land("USA", 1)).undrawn] == ["SUN"]
