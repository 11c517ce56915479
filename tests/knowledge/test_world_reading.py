import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.errors import PackError
from dragoman.knowledge.world_reading import read_world


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(str(files("dragoman.packs") / "world"), tmp_path / "world"))


def faults(pack: Path) -> list[str]:
    with pytest.raises(PackError) as caught:
        read_world(pack)
    return str(caught.value).splitlines()


def test_an_unknown_key_is_named_with_its_line_and_the_likely_one(pack: Path) -> None:
    (pack / "offices.yaml").write_text("- words: [president]\n  sector: GOV\n- wrods: [premier]\n  sector: GOV\n")
    assert faults(pack) == [
        "offices.yaml:3: the key 'words' is missing; add it",
        "offices.yaml:3: unknown key 'wrods'; did you mean 'words'?",
    ]


def test_all_faults_of_a_file_are_told_at_once(pack: Path) -> None:
    header = "id,name,names,adjectives,demonyms,capitals,start,end,source"
    (pack / "states.csv").write_text(f"{header}\nJPN,Japan,,,,,1945-13,,knowledge\n,Nowhere,,,,,,yesterday,knowledge\n")
    told = faults(pack)
    assert told[0] == "states.csv:2: start: '1945-13' is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
    assert told[1] == "states.csv:3: the key 'id' is missing; add it"
    assert told[2].startswith("states.csv:3: end: 'yesterday' is no date")


def test_an_unknown_column_is_a_fault(pack: Path) -> None:
    (pack / "groups.csv").write_text("id,name,nmaes,sector\nx,X,,REB\n")
    assert faults(pack) == ["groups.csv:1: unknown column 'nmaes'; did you mean 'names'?"]


def test_a_row_without_a_source_is_a_fault(pack: Path) -> None:
    with (pack / "people.csv").open("a") as file:
        file.write("ada-lund,Ada Lund,Lund,f,SWE,,Lund,\n")
    (fault,) = faults(pack)
    assert fault.endswith(": the key 'source' is missing; add it")


def test_an_id_that_leads_nowhere_is_a_fault(pack: Path) -> None:
    with (pack / "tenures.csv").open("a") as file:
        file.write("nobody,ATL,King of Atlantis,head_of_state,GOV,2001,2000,knowledge\n")
    assert faults(pack) == [
        "tenures.csv: person 'nobody' has no row in people.csv",
        "tenures.csv: nobody: 'ATL' has no row in states, organisations or groups",
        "tenures.csv: nobody: ends 2000, before it starts 2001",
    ]


def test_a_truncated_file_is_noticed_by_its_count(pack: Path) -> None:
    lines = (pack / "bodies.csv").read_text().splitlines(keepends=True)
    (pack / "bodies.csv").write_text("".join(lines[:20]))
    assert faults(pack) == ["pack.yaml: bodies has 19 rows, at_least says 3000; restore the rows or lower the count"]


def test_the_same_id_twice_is_a_fault(pack: Path) -> None:
    with (pack / "groups.csv").open("a") as file:
        file.write("hamas,Hamas again,,PSE,REB,,,knowledge\n")
    assert faults(pack) == ["world: entity 'hamas' stands 2 times; keep one"]


def test_a_missing_file_is_told(pack: Path) -> None:
    (pack / "nouns.yaml").unlink()
    assert faults(pack)[0].startswith("nouns.yaml: the pack lacks this file; add it")


def test_yaml_that_does_not_parse_is_told_with_its_line(pack: Path) -> None:
    (pack / "nouns.yaml").write_text("- words: [troops\n  sector: MIL\n")
    assert faults(pack)[0].startswith("nouns.yaml:2:")


def test_every_file_of_the_pack_states_source_and_license(pack: Path) -> None:
    manifest = (pack / "pack.yaml").read_text()
    for path in pack.iterdir():
        if path.suffix in {".csv", ".yaml"} and path.name != "pack.yaml":
            assert f"  {path.name}:\n    source:" in manifest
