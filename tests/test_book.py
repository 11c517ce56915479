"""What one can ask of the book of actors without any text."""

from pathlib import Path

import pytest

from dragoman.book import Book, Candidate, faults_of, open_book
from dragoman.errors import DragomanError


@pytest.fixture(scope="module")
def book() -> Book:
    return open_book()


def ids(found: tuple[Candidate, ...]) -> list[str]:
    return [one.id for one in found]


# Who bears a name.


def test_name_that_the_book_has_is_certain(book: Book) -> None:
    (norway,) = book.find("Norway")
    assert (norway.id, norway.kind, norway.use, norway.score) == ("NOR", "state", "name", 1.0)


@pytest.mark.parametrize("name", ["the Kremlin", "The Kremlin", " Kremlin "])
def test_article_and_blanks_do_not_matter(book: Book, name: str) -> None:
    assert "RUS" in ids(book.find(name))


def test_body_is_told_with_its_sector(book: Book) -> None:
    bodies = {(one.id, one.use, one.sector) for one in book.find("Bundestag")}
    assert ("DEU", "body", "LEG") in bodies


def test_a_president_who_heads_the_government_is_told_once(book: Book) -> None:
    (one,) = book.find("Joe Biden", day="2022-06-29")
    assert [office for office in one.offices if office.startswith("President of the United States")] == [
        "President of the United States (USA), 2021-01-20 to 2025-01-20"
    ]


def test_person_is_told_with_the_offices_of_the_day(book: Book) -> None:
    (then,) = book.find("Kishida Fumio", day="2014-06-01")
    (later,) = book.find("Kishida Fumio", day="2022-06-29")
    assert "Foreign" in then.offices[0]
    assert later.offices[0].startswith("Prime Minister of Japan (JPN), 2021-10-04 to")


def test_person_out_of_office_has_none(book: Book) -> None:
    (one,) = book.find("Jimmy Carter", day="1999-01-01")
    assert (one.kind, one.offices, one.sector) == ("person", (), None)


def test_who_is_in_office_comes_first(book: Book) -> None:
    assert ids(book.find("Gandhi", day="1986-03-01"))[0] == "rajiv-gandhi"
    assert ids(book.find("Gandhi", day="1982-03-01"))[0] == "indira-gandhi"


def test_grouping_is_told_with_its_members_of_the_day(book: Book) -> None:
    before, after = (book.find("EU", day=day)[0].members for day in ("2019-05-01", "2021-05-01"))
    assert set(before) - set(after) == {"GBR"}


@pytest.mark.parametrize("name", ["Зеленский", "Ζελένσκι", "Зеленський"])
def test_name_in_another_script_is_found(book: Book, name: str) -> None:
    found = book.find(name)
    assert "volodymyr-zelensky" in ids(found)
    assert all(one.score < 1 for one in found)


@pytest.mark.parametrize(("name", "id_"), [("Afganistan", "AFG"), ("Angela Merkell", "angela-merkel")])
def test_near_spelling_is_found_and_told_as_such(book: Book, name: str, id_: str) -> None:
    found = book.find(name)
    assert ids(found)[0] == id_
    assert 0.8 <= found[0].score < 1


def test_likeliest_of_near_spellings_comes_first(book: Book) -> None:
    scores = [one.score for one in book.find("Afganistan")]
    assert scores == sorted(scores, reverse=True)


def test_nobody_stands_twice_among_near_spellings(book: Book) -> None:
    found = ids(book.find("Zelenskiyy"))
    assert len(found) == len(set(found))


@pytest.mark.parametrize("name", ["Qwxzzkjj Vbnmqp", "", "the "])
def test_name_of_nobody_finds_nobody(book: Book, name: str) -> None:
    assert book.find(name) == ()


def test_town_that_is_only_a_place_is_nobody(book: Book) -> None:
    assert "place" not in {one.use for one in book.find("Geneva")}


# Who held an office.


def test_office_of_one_state_is_told_through_the_years(book: Book) -> None:
    held = book.holders("chancellor", of="DEU")
    named = [one.person for one in held]
    assert named.index("Gerhard Schröder") < named.index("Angela Merkel") < named.index("Olaf Scholz")
    assert {one.actor for one in held} == {"DEU"}


def test_office_of_one_state_on_a_day_is_one_persons(book: Book) -> None:
    (held,) = book.holders("prime minister", of="NZL", day="2020-06-01")
    assert (held.person, held.start) == ("Jacinda Ardern", "2017-10-26")


def test_office_of_all_on_a_day(book: Book) -> None:
    held = {one.actor: one.person for one in book.holders("foreign minister", day="2013-11-24")}
    assert (held["USA"], held["IRN"]) == ("John Kerry", "Mohammad Javad Zarif")


def test_office_of_all_without_a_day_is_the_present(book: Book) -> None:
    assert {one.end for one in book.holders("foreign minister")} == {None}


def test_role_is_as_good_as_words(book: Book) -> None:
    by_words, by_role = (book.holders(office, of="FRA") for office in ("Foreign  Minister", "foreign"))
    assert by_words == by_role


def test_prime_ministers_stand_under_both_their_roles(book: Book) -> None:
    assert "Narendra Modi" in {one.person for one in book.holders("prime minister", of="IND", day="2019-01-01")}
    assert "Jean Castex" in {one.person for one in book.holders("prime minister", of="FRA", day="2021-01-01")}


def test_country_without_a_prime_minister_has_no_holder(book: Book) -> None:
    assert book.holders("prime minister", of="USA", day="2020-01-01") == ()


def test_office_that_nobody_held_then_has_no_holder(book: Book) -> None:
    assert book.holders("chancellor", of="DEU", day="1700-01-01") == ()


def test_unknown_office_is_an_error_with_those_like_it(book: Book) -> None:
    told = r"'foreign ministr' is no office of the book; did you mean .*foreign minister"
    with pytest.raises(DragomanError, match=told):
        book.holders("foreign ministr")


def test_office_without_holders_is_an_error(book: Book) -> None:
    with pytest.raises(DragomanError, match="keeps no holders of 'oil minister'"):
        book.holders("oil minister")


def test_unknown_state_is_an_error(book: Book) -> None:
    with pytest.raises(DragomanError, match="no entity has the id 'ATL'"):
        book.holders("foreign minister", of="ATL")


# What it holds and does not know.


def test_check_counts_what_the_book_holds(book: Book) -> None:
    counts = book.check(day="2022-06-29").counts
    assert counts["persons"] > 4000
    assert counts["tenures"] > counts["persons"] / 2


def test_check_names_no_office_that_has_a_holder(book: Book) -> None:
    unknown = book.check(day="2022-06-29").unknown
    assert {"USA head_of_state", "JPN head_of_government", "FRA foreign"}.isdisjoint(unknown)


def test_check_leaves_out_states_that_are_gone(book: Book) -> None:
    assert not any(one.startswith(("SUN ", "DDR ")) for one in book.check(day="2022-06-29").unknown)


def test_check_names_whose_holder_is_not_known(book: Book) -> None:
    for one in book.check(day="2022-06-29").unknown[:5]:
        state, role = one.split()
        assert book.holders(role, of=state, day="2022-06-29") == ()


# Packs laid over it.


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "actors.csv").write_text("id,name,kind,country\nacme,Acme Mining,organisation,CHL\n")
    return tmp_path


def test_actors_of_a_pack_are_found(pack: Path) -> None:
    assert ids(open_book([pack]).find("Acme Mining")) == ["acme"]


def test_sound_pack_has_no_faults(pack: Path) -> None:
    assert list(faults_of([pack])) == []


def test_faults_of_a_pack_are_told_with_the_pack(pack: Path) -> None:
    (pack / "actors.csv").write_text("id,name,kind,country\nacme,Acme Mining,organisation,ATL\nb,Bee,bee,\n")
    faults = list(faults_of([pack]))
    assert faults
    assert all(fault.startswith(f"{pack}: actors") for fault in faults)
