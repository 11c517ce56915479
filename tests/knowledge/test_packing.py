"""Facts as they are kept: decoded only when somebody asks, and others laid over them."""

import msgspec
import pytest

from dragoman.knowledge.facts import Entity, Person, Tenure
from dragoman.knowledge.packing import Kept, by_family, by_office, hyphenated


def raw(entity: Entity) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(entity))


MALI, CHAD = (Entity(id=id_, name=name, kind="state") for id_, name in (("MLI", "Mali"), ("TCD", "Chad")))


@pytest.fixture
def kept() -> Kept[Entity]:
    return Kept({"MLI": raw(MALI), "TCD": raw(CHAD)}, Entity)


def test_record_is_as_it_was_before_packing(kept: Kept[Entity]) -> None:
    assert kept["MLI"] == MALI


def test_record_is_decoded_once(kept: Kept[Entity]) -> None:
    assert kept["MLI"] is kept["MLI"]


def test_only_what_is_asked_for_is_decoded() -> None:
    broken = Kept({"MLI": raw(MALI), "TCD": msgspec.Raw(b"\xc1")}, Entity)
    assert broken["MLI"] == MALI
    assert list(broken) == ["MLI", "TCD"]
    with pytest.raises(msgspec.DecodeError):
        broken["TCD"]


def test_it_is_a_mapping(kept: Kept[Entity]) -> None:
    assert (len(kept), "MLI" in kept, kept.get("ATL")) == (2, True, None)


def test_unknown_key_is_an_error(kept: Kept[Entity]) -> None:
    with pytest.raises(KeyError):
        kept["ATL"]


def test_what_is_laid_over_counts(kept: Kept[Entity]) -> None:
    ours = Entity(id="MLI", name="Mali of ours", kind="state")
    over = kept.laid_over({"MLI": ours, "ATL": Entity(id="ATL", name="Atlantis", kind="state")})
    assert (over["MLI"], over["TCD"], len(over)) == (ours, CHAD, 3)


def test_what_lies_below_is_left_as_it_was(kept: Kept[Entity]) -> None:
    kept.laid_over({"MLI": Entity(id="MLI", name="Mali of ours", kind="state")})
    assert (kept["MLI"], len(kept)) == (MALI, 2)


def test_layers_may_lie_over_layers(kept: Kept[Entity]) -> None:
    one, two = (Entity(id="MLI", name=name, kind="state") for name in ("One", "Two"))
    assert kept.laid_over({"MLI": one}).laid_over({"MLI": two})["MLI"] is two


def person(id_: str, family: str, name: str = "A-b", *tenures: Tenure) -> Person:
    return Person(id=id_, name=name, family=family, tenures=tenures)


def test_namesakes_are_kept_under_one_family_name() -> None:
    assert by_family([person("a", "Rao"), person("b", "Rao"), person("c", "Sen")]) == {"Rao": ("a", "b"), "Sen": ("c",)}


def test_holder_of_an_office_stands_once_however_often_it_was_held() -> None:
    terms = (Tenure(actor="IND", office="Judge", role="judge", sector="JUD", start=year) for year in ("1990", "1995"))
    assert by_office([person("a", "Rao", "A Rao", *terms)]) == {"IND judge": ("a",)}


def test_words_with_a_hyphen_before_a_small_letter_are_one_word() -> None:
    assert hyphenated([person("a", "Moon", "Moon Jae-in"), person("b", "X", "Anne-Marie X")]) == {"Jae-in"}
