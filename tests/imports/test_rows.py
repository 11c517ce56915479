"""Rows: what was imported is written as actors.csv, and the world that it is laid over knows it."""

from importlib.resources import files
from pathlib import Path

import pytest
from tests.imports.test_followthemoney import BODY, HELD, PERSON, POST
from tests.imports.wikidata_lines import CHANCELLOR, MERKEL

from dragoman.errors import PackError, SourceError
from dragoman.imports import actor_lines, read_followthemoney, read_petrarch, read_wikidata, write_actors
from dragoman.imports.tables import (
    SHIPPED,
    CountryRow,
    FollowTheMoneyFile,
    PetrarchFile,
    WikidataFile,
    open_book,
)
from dragoman.knowledge.own_actors import ActorRow, read_own_actors
from dragoman.knowledge.pack import Head
from dragoman.knowledge.rows import read_csv, read_yaml
from dragoman.knowledge.world import load_world

DICTIONARY = """\
BURUNDI_ [BDI]
+KINGDOM_OF_URUNDI_
VARUNA_LIBERATION_FRONT_(VLF)_ [BDIREB]
ANN_VARUNASSON_
\t[BDIOPP 990101-041231]
\t[BDIGOV >050101]
"""


def laid_over(folder: Path, rows):
    write_actors(rows, folder / "actors.csv")
    return load_world(packs=[folder])


def test_what_is_written_is_read_back(read, tmp_path):
    rows = [row for text, importer in _FILES for row in read(importer, text).rows]
    write_actors(rows, tmp_path / "actors.csv")
    assert read_own_actors(tmp_path) == tuple(rows)


def test_persons_of_wikidata_are_found_with_their_offices(read, tmp_path):
    world = laid_over(tmp_path, read(read_wikidata, f"{MERKEL}\n{CHANCELLOR}\n").rows)
    (hit,) = world.find("Angela Dorothea Merkel")
    assert {name.target for name in hit.names} == {"q567"}
    assert "q567" in {person.id for person in world.holders("DEU", "head_of_government", "2010-05-01")}


def test_persons_and_bodies_of_followthemoney_are_found(read, tmp_path):
    world = laid_over(tmp_path, read(read_followthemoney, f"{PERSON}\n{POST}\n{HELD}\n{BODY}").rows)
    assert "Q191045" in {person.id for person in world.holders("RUS", "foreign", "2022-02-24")}
    (hit,) = world.find("the Ministry of Varuna Affairs said")
    assert (hit.names[0].target, world.entity("body-1").country) == ("body-1", "IND")


def test_actors_of_a_dictionary_are_found(read, tmp_path):
    world = laid_over(tmp_path, read(read_petrarch, DICTIONARY).rows)
    (hit,) = world.find("Kingdom of Urundi")
    assert (hit.names[0].target, world.entity("BDI").name) == ("BDI", "Burundi")
    assert world.find("the VLF")[0].names[0].target == "varuna-liberation-front"
    person = world.person("ann-varunasson")
    assert [tenure.sector for tenure in world.tenures_on(person, "2003-01-01")] == ["OPP"]
    assert [tenure.sector for tenure in world.tenures_on(person, "2006-01-01")] == ["GOV"]


def test_lines_have_a_header_and_a_cell_for_each_key():
    row = ActorRow(id="x", name="Smith, Inc.", names=("One", "Two"), kind="organisation", country="USA")
    header, line = actor_lines([row])
    assert header.startswith("id,name,names,kind,country,")
    assert line == 'x,"Smith, Inc.",One|Two,organisation,USA,,,,,,,,,,\n'


def test_a_file_is_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "actors.csv"
    path.write_text("before", "utf-8")

    def broken():
        yield ActorRow(id="x", name="X", kind="group")
        raise SourceError("the source broke off")

    with pytest.raises(SourceError):
        write_actors(broken(), path)
    assert path.read_text("utf-8") == "before"
    assert list(tmp_path.iterdir()) == [path]


def test_a_place_that_cannot_be_written_is_an_error(tmp_path):
    with pytest.raises(SourceError, match="cannot be written"):
        write_actors([], tmp_path / "no" / "actors.csv")


def test_the_pack_tells_the_source_of_each_of_its_files():
    head = read_yaml(SHIPPED / "pack.yaml", Head)
    assert {path.name for path in SHIPPED.iterdir()} - {"pack.yaml"} == set(head.files)


def test_every_state_has_its_codes(world):
    codes = read_csv(SHIPPED / "country_codes.csv", CountryRow)
    states = {entity.id for entity in world.entities if entity.kind == "state"}
    assert {row.id for row in codes} == states
    assert len({row.iso2 for row in codes if row.iso2}) == len([row for row in codes if row.iso2])
    items = [item for row in codes for item in row.wikidata]
    assert len(items) == len(set(items))


@pytest.mark.parametrize(
    "organisations",
    [
        read_yaml(SHIPPED / "wikidata.yaml", WikidataFile).organisations,
        read_yaml(SHIPPED / "followthemoney.yaml", FollowTheMoneyFile).organisations,
        read_yaml(SHIPPED / "petrarch.yaml", PetrarchFile).organisations,
    ],
)
def test_every_organisation_of_the_pack_is_in_the_world(world, organisations):
    assert set(organisations.values()) - world.ids == set()


def test_every_sector_of_a_dictionary_has_an_office_in_words():
    table = read_yaml(SHIPPED / "petrarch.yaml", PetrarchFile)
    assert set(table.roles.values()) - {"UNK"} == set(table.offices)


def test_a_pack_of_ones_own_may_name_a_new_title(tmp_path, world, read):
    for path in files("dragoman.packs").joinpath("imports").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    titles = tmp_path / "positions.yaml"
    titles.write_text(titles.read_text("utf-8") + "- sector: REL\n  words: [high lama]\n", "utf-8")
    path = tmp_path / "results.csv"
    path.write_text("personLabel,positionLabel,countryIso3\nAnn Onymous,High Lama of Varuna,IND\n", "utf-8")
    (row,) = read_wikidata(path, world=world, folder=tmp_path)
    assert (row.sector, row.actor, row.role) == ("REL", "IND", None)


def test_a_fault_of_a_pack_is_told_with_its_line(tmp_path, world):
    (tmp_path / "country_codes.csv").write_text("id,iso2\nRUR,RR\n", "utf-8")
    with pytest.raises(PackError, match="the world has no RUR"):
        open_book(world, tmp_path)
    (tmp_path / "country_codes.csv").write_text("id,iso2\nIND,IN\n", "utf-8")
    (tmp_path / "positions.yaml").write_text("before: []\npositions:\n- word: [x]\n", "utf-8")
    with pytest.raises(PackError, match=r"positions.yaml:3: .*did you mean 'words'"):
        open_book(world, tmp_path)


_FILES = (
    (f"{MERKEL}\n{CHANCELLOR}\n", read_wikidata),
    (f"{PERSON}\n{POST}\n{HELD}\n{BODY}", read_followthemoney),
    (DICTIONARY, read_petrarch),
)
