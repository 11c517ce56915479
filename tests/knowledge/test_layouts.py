import pytest

from dragoman.knowledge.layouts import SHIPPED, load_layouts
from dragoman.knowledge.ontology import read_ontology
from dragoman.knowledge.rows import read_text
from dragoman.knowledge.world import load_world


@pytest.fixture(scope="module")
def layouts():
    return load_layouts()


def test_every_state_of_the_book_has_its_codes(layouts):
    states = {entity.id: entity.name for entity in load_world().entities if entity.kind == "state"}
    assert {row.id: row.name for row in layouts.countries.values()} == states
    assert all(row.fips for row in layouts.countries.values())


@pytest.mark.parametrize("column", ["cameo", "fips", "icews"])
def test_no_code_names_two_states(layouts, column):
    codes = [code for row in layouts.countries.values() if (code := getattr(row, column))]
    assert len(codes) == len(set(codes))


def test_some_codes_that_are_often_mixed_up(layouts):
    known = layouts.countries
    assert {id_: known[id_].fips for id_ in ("CHN", "CHE", "DEU", "AUS", "AUT", "UKR", "GBR")} == {
        "CHN": "CH",
        "CHE": "SZ",
        "DEU": "GM",
        "AUS": "AS",
        "AUT": "AU",
        "UKR": "UP",
        "GBR": "UK",
    }
    assert {id_: known[id_].cow for id_ in ("USA", "DEU", "KOR", "PRK", "KOS", "VNM", "PSE")} == {
        "USA": "2",
        "DEU": "255",
        "KOR": "732",
        "PRK": "731",
        "KOS": "347",
        "VNM": "816",
        "PSE": None,
    }


def test_organisations_are_those_of_the_book_and_their_codes_end_in_the_group(layouts):
    ids = load_world().ids
    for row in layouts.organisations.values():
        assert row.id in ids
        assert row.code.endswith(row.group)
        assert (row.region or "") in row.code
    groups = [row.group for row in layouts.organisations.values()]
    assert len(groups) == len(set(groups))


def test_every_sector_and_type_has_its_row(layouts):
    ontology = read_ontology(SHIPPED.parent / "plover")
    assert set(ontology.sectors) <= set(layouts.sectors)
    assert {type_ for type_, mode in layouts.scores if mode is None} == set(ontology.types)
    modes = {(name, mode) for name, type_ in ontology.types.items() for mode in type_.modes}
    assert {key for key in layouts.scores if key[1] is not None} <= modes
    assert {row.sector for row in layouts.icews_sectors} <= set(layouts.sectors)


def test_every_cameo_root_has_quad_classes(layouts):
    assert {code[:2] for code in layouts.cameo} == set(layouts.quads)


def test_reciprocal_acts_are_types_and_modes_that_there_are(layouts):
    ontology = read_ontology(SHIPPED.parent / "plover")
    for name in layouts.file.reciprocal:
        type_, _, mode = name.partition("-")
        assert type_ in ontology.types
        assert not mode or mode in ontology.types[type_].modes


def test_the_pack_tells_source_and_licence_of_each_file():
    told = read_text(SHIPPED / "pack.yaml")
    for path in SHIPPED.iterdir():
        assert path.name == "pack.yaml" or f"  {path.name}:" in told
