from datetime import date, timedelta

import pytest

from dragoman.errors import PackError
from dragoman.knowledge.world import World, load_world


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


def meant(world: World, text: str) -> dict[str, set[tuple[str, str]]]:
    return {text[hit.start : hit.end]: {(name.use, name.target) for name in hit.names} for hit in world.find(text)}


MAIN_STATES = (
    *("USA", "GBR", "FRA", "DEU", "ITA", "CAN", "JPN", "RUS", "CHN", "IND", "PAK", "ISR", "IRN", "SAU", "TUR", "GRC"),
    *("ESP", "POL", "UKR", "KOR", "AUS", "NZL", "BRA", "MEX", "ARG", "ZAF", "NGA", "IDN", "PHL", "THA", "SWE", "NOR"),
)


@pytest.mark.parametrize("state", MAIN_STATES)
def test_a_main_state_has_one_head_of_government_on_every_quarter_day_since_2005(world: World, state: str) -> None:
    day = date(2005, 3, 1)
    while day < date(2026, 1, 1):
        holders = world.holders(state, "head_of_government", day.isoformat())
        assert len(holders) == 1, (state, day, [person.name for person in holders])
        day += timedelta(days=91)


@pytest.mark.parametrize(
    ("actor", "role", "day", "name"),
    [
        ("JPN", "head_of_government", "2022-06-29", "Kishida Fumio"),
        ("KOR", "head_of_state", "2018-06-12", "Moon Jae-in"),
        ("KOR", "head_of_state", "2022-06-29", "Yoon Suk-yeol"),
        ("NZL", "head_of_government", "2022-06-29", "Jacinda Ardern"),
        ("AUS", "head_of_government", "2022-06-29", "Anthony Albanese"),
        ("NATO", "secretary_general", "2022-06-29", "Jens Stoltenberg"),
        ("USA", "foreign", "2013-11-24", "John Kerry"),
        ("IRN", "foreign", "2013-11-24", "Mohammad Javad Zarif"),
        ("SUN", "head_of_state", "1987-12-08", "Mikhail Gorbachev"),
        ("GBR", "head_of_government", "1982-05-01", "Margaret Thatcher"),
        ("EU", "high_representative", "2010-05-01", "Catherine Ashton"),
        ("AUS", "head_of_state", "2015-01-01", "Elizabeth II"),
    ],
)
def test_the_holder_of_an_office_is_the_one_of_that_day(
    world: World, actor: str, role: str, day: str, name: str
) -> None:
    assert [person.name for person in world.holders(actor, role, day)] == [name]


def test_an_office_changes_hands_on_the_day_the_next_holder_starts(world: World) -> None:
    before = world.holders("DEU", "head_of_government", "2021-12-07")
    after = world.holders("DEU", "head_of_government", "2021-12-08")
    assert [person.name for person in (*before, *after)] == ["Angela Merkel", "Olaf Scholz"]


def test_without_a_day_the_present_holder_is_given(world: World) -> None:
    assert [person.name for person in world.holders("UKR", "head_of_state", None)] == ["Volodymyr Zelensky"]


def test_one_person_has_one_record_for_all_offices(world: World) -> None:
    roles = {(tenure.actor, tenure.role) for tenure in world.person("jens-stoltenberg").tenures}
    assert {("NOR", "head_of_government"), ("NATO", "secretary_general")} <= roles


def test_offices_are_told_by_day_and_in_words(world: World) -> None:
    kishida = world.person("kishida-fumio")
    assert [tenure.office for tenure in world.tenures_on(kishida, "2022-06-29")] == ["Prime Minister of Japan"]
    assert [tenure.role for tenure in world.tenures_on(kishida, "2014-01-01")] == ["foreign"]


def test_no_tenure_ends_before_it_starts(world: World) -> None:
    for person in {person for state in MAIN_STATES for person in world.holders(state, "head_of_government", None)}:
        assert all(tenure.end is None or (tenure.start or "") <= tenure.end for tenure in person.tenures)


def test_members_are_those_of_the_day(world: World) -> None:
    assert set(world.members("G7", "2022-06-29")) == {"USA", "GBR", "FRA", "DEU", "ITA", "CAN", "JPN"}
    assert set(world.members("AP4", "2022-06-29")) == {"AUS", "JPN", "KOR", "NZL"}
    assert "GBR" in world.members("EU", "2019-12-31")
    assert "GBR" not in world.members("EU", "2020-02-01")
    assert "FIN" not in world.members("NATO", "2023-04-03")
    assert "FIN" in world.members("NATO", None)


def test_names_are_found_longest_first_and_as_whole_words(world: World) -> None:
    found = meant(world, "Nigeria and South Korea, not the Romans, met in Papua New Guinea.")
    assert set(found) == {"Nigeria", "South Korea", "Papua New Guinea"}


@pytest.mark.parametrize(
    ("text", "name", "use", "target"),
    [
        ("Japan’s offer", "Japan", "name", "JPN"),
        ("the Japan-NATO programme", "NATO", "name", "NATO"),
        ("a U.S.-led force", "U.S.", "name", "USA"),
        ("Sino-Indian talks", "Sino-", "adjective", "CHN"),
        ("Moscow said no", "Moscow", "capital", "RUS"),
        ("the Kremlin said", "Kremlin", "body", "RUS"),
        ("the UN Security Council met", "UN Security Council", "body", "UN"),
        ("the European Commission fined it", "European Commission", "body", "EU"),
        ("Zaire closed its border", "Zaire", "name", "COD"),
        ("the IP4 met", "IP4", "name", "AP4"),
        ("Kishida Fumio spoke", "Kishida Fumio", "full", "kishida-fumio"),
        ("Fumio Kishida spoke", "Fumio Kishida", "full", "kishida-fumio"),
        ("Zelenskyy spoke", "Zelenskyy", "family", "volodymyr-zelensky"),
        ("Erdoğan refused", "Erdoğan", "family", "recep-tayyip-erdogan"),
        ("Erdogan refused", "Erdogan", "family", "recep-tayyip-erdogan"),
        ("Col. Gadhafi refused", "Gadhafi", "family", "muammar-gaddafi"),
        ("Yoon Suk Yeol came", "Yoon Suk Yeol", "full", "yoon-suk-yeol"),
        ("in N’Djamena", "N’Djamena", "capital", "TCD"),
        ("BRAZIL TO CUT TARIFFS", "BRAZIL", "name", "BRA"),
        ("the Tamil Tigers", "Tamil Tigers", "name", "ltte"),
        ("Iraqis voted", "Iraqis", "demonym", "IRQ"),
        ("the Bundestag voted", "Bundestag", "body", "DEU"),
    ],
)
def test_a_name_is_found_with_its_use(world: World, text: str, name: str, use: str, target: str) -> None:
    assert (use, target) in meant(world, text)[name]


@pytest.mark.parametrize(
    ("text", "name"),
    [("African-Americans marched", "Americans"), ("the Vietnam War", "Vietnam"), ("100 U.S. dollars", "U.S."),
     ("the Panama Papers", "Panama"), ("the Washington Post wrote", "Washington")],
)  # fmt: skip
def test_a_phrase_that_only_holds_a_name_names_nobody(world: World, text: str, name: str) -> None:
    assert name not in meant(world, text)


def test_a_sea_is_a_place_and_no_state(world: World) -> None:
    assert meant(world, "tankers in the Gulf of Oman") == {"Gulf of Oman": {("place", "Gulf of Oman")}}
    place = world.place("Gulf of Oman")
    assert place is not None
    assert (place.country, place.precision) == (None, "region")


def test_a_family_name_may_mean_several_people(world: World) -> None:
    assert meant(world, "Gandhi agreed")["Gandhi"] == {("family", "indira-gandhi"), ("family", "rajiv-gandhi")}


@pytest.mark.parametrize("word", ["May", "Brown", "Rice", "Park", "Young", "Begin", "Major", "IS", "WHO"])
def test_ordinary_words_are_no_family_names(world: World, word: str) -> None:
    assert not any(use == "family" for names in meant(world, f"{word} came").values() for use, _ in names)


def test_places_know_their_state(world: World) -> None:
    for name, country, precision in (
        ("Geneva", "CHE", "city"), ("Odessa", "UKR", "city"), ("Gaza", "PSE", "province"),
        ("Camp David", "USA", "site"),
        ("Madrid", "ESP", "city"), ("Japan", "JPN", "country"), ("Europe", None, "region"),
    ):  # fmt: skip
        place = world.place(name)
        assert place is not None
        assert (place.country, place.precision) == (country, precision)


@pytest.mark.parametrize(
    ("name", "precision", "latitude", "longitude"),
    [
        ("Strait of Hormuz", "region", 26.6, 56.3),
        ("Black Sea", "region", 43.4, 34.3),
        ("Kerch Strait", "region", 45.3, 36.6),
        ("Al Udeid Air Base", "site", 25.1, 51.3),
        ("Subic Bay", "site", 14.8, 120.3),
        ("Snake Island", "site", 45.3, 30.2),
        ("Zaporizhzhia", "city", 47.9, 35.1),
        ("Helmand", "province", 31.6, 64.2),
    ],
)
def test_places_know_where_they_lie(world: World, name: str, precision: str, latitude: float, longitude: float) -> None:
    place = world.place(name)
    assert place is not None
    assert place.precision == precision
    assert place.latitude == pytest.approx(latitude, abs=0.1)
    assert place.longitude == pytest.approx(longitude, abs=0.1)


def test_states_have_no_position(world: World) -> None:
    place = world.place("Japan")
    assert place is not None
    assert (place.latitude, place.longitude) == (None, None)


@pytest.mark.parametrize("capital", ["Kyiv", "Tehran", "Beijing", "Addis Ababa", "Port-au-Prince", "Ottawa", "Suva"])
def test_capitals_know_where_they_lie(world: World, capital: str) -> None:
    place = world.place(capital)
    assert place is not None
    assert place.latitude is not None
    assert place.longitude is not None


def test_offices_and_nouns_are_looked_up_in_lower_case(world: World) -> None:
    assert world.offices["prime minister"].role == "prime_minister"
    assert world.offices["head of government"].role == "head_of_government"
    assert world.offices["foreign ministers"].plural
    assert world.offices["defense secretary"].role == "defence"
    assert world.nouns["troops"].sector == "MIL"
    assert world.nouns["rebels"].kind == "group"
    assert world.nouns["officials"].needs_country
    assert not world.nouns["troops"].needs_country


def test_every_word_of_an_office_or_noun_is_lower_case(world: World) -> None:
    assert all(words == words.lower() for words in (*world.offices, *world.nouns))


def test_an_unknown_id_is_an_error_that_says_what_to_do(world: World) -> None:
    with pytest.raises(PackError, match="no entity has the id 'ATLANTIS'; take ids from"):
        world.entity("ATLANTIS")
