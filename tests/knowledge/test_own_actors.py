"""Actors of a user's own pack: added, laid over the book's, and refused where they are faulty."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dragoman.errors import PackError
from dragoman.knowledge.own_actors import read_own_actors
from dragoman.knowledge.world import World, load_world

HEAD = "id,name,names,kind,country,sector,family,gender,office,role,actor,start,end\n"


@pytest.fixture
def laid(tmp_path: Path) -> Callable[..., World]:
    """The shipped world with the rows of an actors.csv laid over it."""

    def over(*rows: str) -> World:
        (tmp_path / "actors.csv").write_text(HEAD + "".join(f"{row}\n" for row in rows), "utf-8")
        return load_world(packs=[tmp_path])

    return over


@pytest.fixture
def faults(laid: Callable[..., World]) -> Callable[..., list[str]]:
    def told(*rows: str) -> list[str]:
        with pytest.raises(PackError) as caught:
            laid(*rows)
        return str(caught.value).splitlines()

    return told


def meant(world: World, text: str) -> set[tuple[str, str]]:
    return {(name.use, name.target) for hit in world.find(text) for name in hit.names}


FIRM = "acme-mining,Acme Mining,Acme,organisation,CHL,BUS,,,,,,,"


def test_body_of_ones_own_is_found_by_all_its_names(laid) -> None:
    world = laid(FIRM)
    assert meant(world, "Acme Mining left.") == meant(world, "Acme left.") == {("name", "acme-mining")}


def test_body_of_ones_own_has_what_its_row_tells(laid) -> None:
    acme = laid(FIRM).entity("acme-mining")
    assert (acme.name, acme.kind, acme.country, acme.sector) == ("Acme Mining", "organisation", "CHL", "BUS")


def test_state_of_ones_own_is_its_own_country(laid) -> None:
    assert laid("ATL,Atlantis,,state,,,,,,,,,").entity("ATL").country == "ATL"


def test_rest_of_the_book_stays_as_it_was(laid) -> None:
    world = laid(FIRM)
    assert meant(world, "Japan left.") == {("name", "JPN")}
    assert world.members("G7", "2022-06-29") == load_world().members("G7", "2022-06-29")


def test_shipped_world_is_left_as_it_was(laid) -> None:
    laid(FIRM)
    assert meant(load_world(), "Acme Mining left.") == set()


def test_row_of_a_known_id_takes_the_place_of_the_books(laid) -> None:
    world = laid("hamas,Hamas of ours,,organisation,PSE,PTY,,,,,,,")
    assert (world.entity("hamas").name, world.entity("hamas").kind) == ("Hamas of ours", "organisation")
    assert ("name", "hamas") in meant(world, "Hamas left.")


def test_same_name_means_the_packs_own(laid) -> None:
    assert meant(laid("hanse,NATO,,organisation,,,,,,,,,"), "NATO left.") == {("name", "hanse")}


# Persons.

MINISTER = "ada-lund,Ada Lund,,person,NOR,,Lund,f,Minister of Tides,tides,NOR,2031-01-01,2033-05-01"


def test_person_is_found_by_full_and_family_name(laid) -> None:
    world = laid(MINISTER)
    assert meant(world, "Ada Lund spoke.") == {("full", "ada-lund")}
    assert ("family", "ada-lund") in meant(world, "Lund spoke.")


def test_person_holds_the_office_on_its_days(laid) -> None:
    world = laid(MINISTER)
    assert [one.name for one in world.holders("NOR", "tides", "2032-06-01")] == ["Ada Lund"]
    assert world.holders("NOR", "tides", "2033-05-01") == ()


def test_person_has_gender_and_name(laid) -> None:
    world = laid(MINISTER)
    found = world.by_name("Ada Lund")
    assert found is not None
    assert (found.gender, world.genders["Ada Lund"]) == ("f", "f")


def test_two_rows_of_one_id_are_two_offices(laid) -> None:
    world = laid(MINISTER, MINISTER.replace("Minister of Tides,tides", "Minister of Wind,wind"))
    assert {tenure.role for tenure in world.person("ada-lund").tenures} == {"tides", "wind"}


def test_office_without_an_actor_serves_the_persons_country(laid) -> None:
    world = laid("ada-lund,Ada Lund,,person,NOR,,Lund,f,Minister of Tides,tides,,2031-01-01,")
    assert [tenure.actor for tenure in world.person("ada-lund").tenures] == ["NOR"]


def test_known_person_keeps_the_offices_that_the_pack_does_not_tell(laid) -> None:
    row = "olaf-scholz,Olaf Scholz,,person,DEU,,Scholz,m,Ambassador to Atlantis,ambassador,DEU,2030,"
    roles = {tenure.role for tenure in laid(row).person("olaf-scholz").tenures}
    assert {"ambassador", "head_of_government"} <= roles


def test_office_that_both_tell_is_the_packs(laid) -> None:
    world = laid(
        "olaf-scholz,Olaf Scholz,,person,DEU,,Scholz,m,Chancellor,head_of_government,DEU,2030-01-01,2031-01-01"
    )
    days = ("2022-06-29", "2030-06-01")
    named = ["Olaf Scholz" in {one.name for one in world.holders("DEU", "head_of_government", day)} for day in days]
    assert named == [False, True]


def successor(start: str) -> str:
    return f"ada-lund,Ada Lund,,person,UKR,,Lund,f,President of Ukraine,head_of_state,UKR,{start},"


def test_open_tenure_of_the_book_ends_where_the_packs_begins(laid) -> None:
    world = laid(successor("2031-05-20"))
    days = ("2022-06-29", "2031-05-19", "2031-05-20")
    names = [[one.name for one in world.holders("UKR", "head_of_state", day)] for day in days]
    assert names == [["Volodymyr Zelensky"], ["Volodymyr Zelensky"], ["Ada Lund"]]


def test_present_holder_is_the_packs(laid) -> None:
    assert [one.name for one in laid(successor("2031-05-20")).holders("UKR", "head_of_state", None)] == ["Ada Lund"]


def test_closed_tenure_of_the_book_stays(laid) -> None:
    world = laid(successor("2031-05-20"))
    poroshenko = world.holders("UKR", "head_of_state", "2016-01-01")
    assert [one.name for one in poroshenko] == ["Petro Poroshenko"]


def test_other_offices_of_who_is_cut_off_stay_open(laid) -> None:
    world = laid(successor("2031-05-20"))
    (before,) = world.holders("UKR", "head_of_state", "2022-06-29")
    ends = {tenure.role: tenure.end for tenure in before.tenures}
    assert ends["head_of_state"] == "2031-05-20"


def test_both_offices_of_one_person_end_where_the_packs_begin(laid) -> None:
    row = "ada-lund,Ada Lund,,person,GMB,,Lund,f,President,{},GMB,2031-01-01,"
    world = laid(row.format("head_of_state"), row.format("head_of_government"))
    for role in ("head_of_state", "head_of_government"):
        assert [one.name for one in world.holders("GMB", role, "2032-01-01")] == ["Ada Lund"]


def test_open_tenure_ends_for_somebody_of_whom_the_pack_tells_another_name_too(laid) -> None:
    other_name = "volodymyr-zelensky,Volodymyr Zelensky,Vova Zelensky,person,UKR,,Zelensky,m,,,,,"
    world = laid(other_name, successor("2031-05-20"))
    assert [one.name for one in world.holders("UKR", "head_of_state", "2032-01-01")] == ["Ada Lund"]


def test_known_body_keeps_what_its_row_leaves_out(laid) -> None:
    hamas = laid("hamas,Hamas,Hamas of Gaza,group,,,,,,,,,").entity("hamas")
    assert (hamas.country, hamas.sector) == ("PSE", "REB")


def test_known_person_keeps_the_family_name(laid) -> None:
    assert laid("kishida-fumio,Kishida Fumio,,person,JPN,,,,,,,,").person("kishida-fumio").family == "Kishida"


def test_later_pack_lies_over_an_earlier_one(tmp_path: Path) -> None:
    for name, firm in (("one", "Acme Mining"), ("two", "Acme Shipping")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "actors.csv").write_text(f"id,name,kind\nacme,{firm},organisation\n")
    world = load_world(packs=[tmp_path / "one", tmp_path / "two"])
    assert world.entity("acme").name == "Acme Shipping"


def test_actors_may_stand_in_yaml(tmp_path: Path) -> None:
    (tmp_path / "actors.yaml").write_text(
        "- {id: acme, name: Acme Mining, names: [Acme], kind: organisation, country: CHL}\n"
    )
    (acme,) = read_own_actors(tmp_path)
    assert (acme.names, acme.country) == (("Acme",), "CHL")


def test_pack_without_actors_has_none(tmp_path: Path) -> None:
    assert read_own_actors(tmp_path) == ()


# Faults.


def test_id_of_nobody_is_a_fault(faults) -> None:
    assert faults("acme,Acme,,organisation,ATL,,,,,,,,") == [
        "actors: acme: 'ATL' is the id of no actor; add a row for it or take another"
    ]


def test_id_of_another_row_is_none(laid) -> None:
    world = laid("ATL,Atlantis,,state,,,,,,,,,", "acme,Acme Mining,,organisation,ATL,,,,,,,,")
    assert world.entity("acme").country == "ATL"


def test_office_that_serves_nobody_is_a_fault(faults) -> None:
    (fault,) = faults("ada-lund,Ada Lund,,person,,,Lund,f,Minister of Tides,tides,,,")
    assert fault.startswith("actors: ada-lund: an office needs `actor` or `country`")


def test_all_faults_are_told_at_once(faults) -> None:
    assert len(faults("one,One Co,,organisation,ATL,,,,,,,,", "two,Two Co,,organisation,MU,,,,,,,,")) == 2


def test_faulty_cell_is_told_with_file_and_line(faults) -> None:
    (fault,) = faults(FIRM, "acme,Acme,,organisation,,,,,,,,1945-13,")
    assert fault.startswith("actors.csv:3: start: '1945-13' is no date")


def test_end_before_start_is_a_fault(faults) -> None:
    assert faults("ada-lund,Ada Lund,,person,NOR,,Lund,f,Minister of Tides,tides,NOR,2033,2031")


def test_gender_that_is_none_is_a_fault(faults) -> None:
    assert faults("ada-lund,Ada Lund,,person,NOR,,Lund,female,Minister of Tides,tides,NOR,2031,")


@pytest.mark.parametrize("row", ["acme,Acme,,firm,,,,,,,,,", "acme,Acme,,organisation,,SEA,,,,,,,"])
def test_unknown_kind_or_sector_is_a_fault(faults, row: str) -> None:
    assert faults(row)[0].startswith("actors.csv:2: ")
