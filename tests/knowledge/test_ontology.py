"""The ontology: PLOVER's sixteen types, with codes that cameo.csv knows."""

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.errors import PackError
from dragoman.knowledge.ontology import Ontology, read_ontology

PLOVER = Path(str(files("dragoman.packs") / "plover"))
TYPES = {
    *("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return read_ontology(PLOVER)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    for name in ("ontology.yaml", "cameo.csv"):
        shutil.copy(PLOVER / name, tmp_path / name)
    return tmp_path


def test_all_sixteen_types_are_there(ontology: Ontology) -> None:
    assert set(ontology.types) == TYPES


@pytest.mark.parametrize(
    ("type_", "quad"),
    [("CONSULT", "verbal_cooperation"), ("AID", "material_cooperation"), ("ACCUSE", "verbal_conflict"),
     ("ASSAULT", "material_conflict")],
)  # fmt: skip
def test_type_belongs_to_its_quad_class(ontology: Ontology, type_: str, quad: str) -> None:
    assert ontology.types[type_].quad == quad


def test_code_of_an_event_is_the_frames_own_before_the_modes_before_the_types(ontology: Ontology) -> None:
    assert ontology.code("CONSULT", "visit", "046") == "046"
    assert ontology.code("CONSULT", "visit", None) == "042"
    assert ontology.code("CONSULT", None, None) == "040"


def test_every_code_has_a_value_between_the_ends_of_the_scale(ontology: Ontology) -> None:
    assert all(-10 <= value <= 10 for value in ontology.goldstein.values())


def test_code_without_a_value_of_its_own_takes_that_of_its_root(copied: Path) -> None:
    with (copied / "cameo.csv").open("a", encoding="utf-8") as file:
        file.write("1639,Impose something new,SANCTION,,\n")
    assert read_ontology(copied).goldstein["1639"] == read_ontology(PLOVER).goldstein["163"]


def test_type_whose_code_is_unknown_is_a_fault(copied: Path) -> None:
    text = (copied / "ontology.yaml").read_text(encoding="utf-8").replace('cameo: "042"', 'cameo: "0999"')
    (copied / "ontology.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=r"ontology\.yaml: CONSULT names the CAMEO code '0999', which cameo\.csv lacks"):
        read_ontology(copied)
