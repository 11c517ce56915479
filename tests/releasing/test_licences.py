import pytest

from dragoman.releasing.licences import may_be_passed_on, open_licence
from dragoman.store.documents import Publication


def publication(licence=None, *, may_be_passed_on=None):
    return Publication(
        outlet="Wire",
        path="wire.jsonl:1",
        published="2023-01-05",
        source_id=None,
        url=None,
        licence=licence,
        may_be_passed_on=may_be_passed_on,
    )


@pytest.mark.parametrize(
    ("stated", "id_"),
    [
        ("CC0", "CC0-1.0"),
        ("CC0 1.0 Universal", "CC0-1.0"),
        ("CC0-1.0", "CC0-1.0"),
        ("CC BY 4.0", "CC-BY"),
        ("cc-by-4.0", "CC-BY"),
        ("CC BY 4", "CC-BY"),
        ("dl-de/by-2-0", "DL-DE-BY"),
        ("Creative Commons Attribution 4.0 International License", "CC-BY"),
        ("Creative Commons Attribution-ShareAlike 3.0 Unported", "CC-BY-SA"),
        ("CC BY-SA 3.0 IGO", "CC-BY-SA"),
        ("https://creativecommons.org/licenses/by/4.0/deed.en", "CC-BY"),
        ("http://creativecommons.org/licenses/by-sa/4.0", "CC-BY-SA"),
        ("Public domain", "public-domain"),
        ("U.S. Government work", "US-government-works"),
        ("public domain (17 U.S.C. § 105)", None),
        ("17 U.S.C. § 105", "US-government-works"),
        ("Open Government Licence v3.0", "OGL-UK"),
        ("OGL-UK-3.0", "OGL-UK"),
        ("Open Government Licence - Canada", "OGL-Canada"),
        ("KOGL Type 1", "KOGL-1"),
        ("Decision 2011/833/EU", "EU-2011-833"),
        ("Apache-2.0", "Apache-2.0"),
    ],
)
def test_open_licences_are_known_by_the_names_that_sources_use(stated, id_):
    found = open_licence(stated)
    assert (found and found.id) == id_


@pytest.mark.parametrize(
    "stated",
    [
        None,
        "",
        "All rights reserved",
        "© Wire 2023",
        "CC BY-NC 4.0",
        "CC BY-ND",
        "CC BY-NC-SA 4.0",
        "https://creativecommons.org/licenses/by-nc/4.0/",
        "https://creativecommons.org.example/licenses/by/4.0/",
        "https://news.example/terms",
        "CC BY 4.0, but for photographs",
        "not public domain",
        "KOGL Type 4",
    ],
)
def test_other_terms_are_no_open_licence(stated):
    assert open_licence(stated) is None


def test_text_is_passed_on_if_one_publication_lets_it():
    assert may_be_passed_on([publication("CC BY 4.0")])
    assert may_be_passed_on([publication("All rights reserved"), publication("CC0")])
    assert may_be_passed_on([publication(may_be_passed_on=True)])
    assert not may_be_passed_on([publication()])
    assert not may_be_passed_on([])


def test_what_was_decided_of_a_source_comes_before_the_stated_licence():
    assert not may_be_passed_on([publication("CC BY 4.0", may_be_passed_on=False)])
    assert not may_be_passed_on([publication("CC BY 4.0"), publication(may_be_passed_on=False)])
