"""Offices: titles in words are read as offices that Dragoman keeps."""

import pytest

from dragoman.imports.tables import SHIPPED, open_book


@pytest.fixture(scope="module")
def offices(world):
    return open_book(world, SHIPPED).offices


@pytest.mark.parametrize(
    ("title", "told", "role", "sector", "actor"),
    [
        ("President of France", None, "head_of_state", "GOV", "FRA"),
        ("President of the French Republic", "FRA", "head_of_state", "GOV", "FRA"),
        ("Queen of the United Kingdom", None, "head_of_state", "GOV", "GBR"),
        ("prime minister of Japan", "JPN", "head_of_government", "GOV", "JPN"),
        ("Japanese Prime Minister", None, "head_of_government", "GOV", "JPN"),
        ("Acting Prime Minister", "NPL", "head_of_government", "GOV", "NPL"),
        ("First Deputy Prime Minister of Ukraine", None, "deputy", "GOV", "UKR"),
        ("Minister for Foreign Affairs of Sweden", None, "foreign", "GOV", "SWE"),
        ("Federal Minister of Defence", "DEU", "defence", "GOV", "DEU"),
        ("United States Secretary of State", None, "foreign", "GOV", "USA"),
        ("Secretary of State for Defence", "GBR", "defence", "GOV", "GBR"),
        ("Secretary of State for Transport", "GBR", None, "GOV", "GBR"),
        ("Deputy Minister of Foreign Affairs", "POL", None, "GOV", "POL"),
        ("Minister of Transport", "POL", None, "GOV", "POL"),
        ("Secretary-General of the United Nations", None, "secretary_general", "GOV", "UN"),
        ("Director-General of the World Health Organization", "CHE", "secretary_general", "GOV", "WHO"),
        ("President of the European Commission", None, "commission_president", "GOV", "EU"),
        ("President of the Senate", "ITA", "speaker", "LEG", "ITA"),
        ("Member of the Lok Sabha", "IND", None, "LEG", "IND"),
        ("Chief of the General Staff", "RUS", "chief_of_staff", "MIL", "RUS"),
        ("Governor of the Bank of Japan", None, "central_bank", "GOV", "JPN"),
        ("Governor of Alaska", "USA", "governor", "GOV", "USA"),
        ("ambassador of France to Japan", None, "envoy", "GOV", "FRA"),
        ("Prime Minister (Prime Minister's Office)", "GBR", "head_of_government", "GOV", "GBR"),
        ("President of the Republic of Kenya", None, "head_of_state", "GOV", "KEN"),
        ("Minister of State", "MCO", "head_of_government", "GOV", "MCO"),
        ("Minister of State", "GBR", None, "GOV", "GBR"),
    ],
)
def test_titles_of_offices(offices, title, told, role, sector, actor):
    office = offices.read(title, told=told)
    assert not isinstance(office, str), office
    assert (office.role, office.sector, office.actor) == (role, sector, actor)


@pytest.mark.parametrize(
    "title",
    [
        "President of the University of France",
        "King of Pop",
        "Chancellor of the University of Oxford",
        "Premier of Ontario",
        "Secretary General of the Chess Club",
        "football manager",
        "",
    ],
)
def test_titles_that_are_no_office(offices, title):
    assert "is not in positions.yaml" in offices.read(title, told="GBR")


def test_an_office_serves_the_holders_state_if_nothing_else_is_told(offices):
    assert offices.read("Minister of Finance", home="PER").actor == "PER"


def test_the_state_is_taken_out_of_the_title(offices):
    assert offices.read("minister of finance of the Netherlands").title == "Minister of finance"
