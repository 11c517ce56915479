"""Actor cases from files: texts, their days, and whom their words mean."""

import pytest

from dragoman.errors import PackError
from dragoman.measure.actors import case_files, cases_of, read_cases

GOOD = """\
about: Rivers.
cases:
  - text: >-
      Chile thanked Peru.
      It was moved.
    published: 2019-10-10
    asks:
      - {words: Chile, is: CHL, sector: GOV}
      - {words: It, nth: 2, is: [CHL, PER], gap: needs more}
  # a near miss
  - text: Rain fell on Lima.
    published: "2019-10-11"
    asks:
      - {words: Rain, is: []}
"""


@pytest.fixture
def pack(tmp_path):
    (tmp_path / "golden").mkdir()
    return tmp_path


@pytest.fixture
def read(pack):
    def run(text):
        file = pack / "golden" / "rivers.yaml"
        file.write_text(text, "utf-8")
        return read_cases(file)

    return run


@pytest.fixture
def faults(read):
    def run(text):
        with pytest.raises(PackError) as raised:
            read(text)
        return str(raised.value).splitlines()

    return run


def test_a_case_is_addressed_by_its_line(read):
    assert [case.address for case in read(GOOD)] == ["rivers.yaml:3", "rivers.yaml:11"]


def test_a_case_bears_the_phenomenon_of_its_file(read):
    assert {case.phenomenon for case in read(GOOD)} == {"rivers"}


def test_one_id_and_a_list_are_read_alike(read):
    one, several = read(GOOD)[0].written.asks
    assert (one.be, several.be) == (("CHL",), ("CHL", "PER"))


def test_nobody_is_an_empty_list(read):
    assert read(GOOD)[1].written.asks[0].be == ()


def test_what_is_not_written_is_not_asked(read):
    ask = read(GOOD)[0].written.asks[0]
    assert (ask.nth, ask.sector, ask.kind, ask.person, ask.gap) == (1, "GOV", None, None, None)


def test_a_day_stays_text(read):
    assert [case.written.published for case in read(GOOD)] == ["2019-10-10", "2019-10-11"]


def test_an_unknown_key_is_told_with_its_line_and_what_was_meant(faults):
    assert faults(GOOD.replace("nth: 2", "nht: 2")) == ["rivers.yaml:9: unknown key 'nht'; did you mean 'nth'?"]


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [
        ("sector: GOV", "sector: SEA", 8),
        ("published: 2019-10-10", "published: yesterday", 6),
        ("is: CHL, ", "", 8),
        ("words: Rain", 'words: ""', 14),
        ("gap: needs more", 'gap: ""', 9),
    ],
)
def test_what_is_wrong_is_told_with_its_line(faults, right, wrong, line):
    assert any(fault.startswith(f"rivers.yaml:{line}: ") for fault in faults(GOOD.replace(right, wrong)))


def test_all_faults_are_told_at_once(faults):
    assert len(faults(GOOD.replace("sector: GOV", "sector: SEA").replace("words: Rain", "word: Rain"))) > 1


def test_files_of_a_pack_come_in_order_of_their_names(pack):
    for name in ("b.yaml", "a.yaml", "notes.txt"):
        (pack / "golden" / name).write_text(GOOD)
    assert [file.name for file in case_files(pack)] == ["a.yaml", "b.yaml"]


def test_pack_without_cases_has_none(tmp_path):
    assert case_files(tmp_path) == []


def test_cases_of_several_packs_are_read_together(pack, read):
    read(GOOD)
    assert [case.address for case in cases_of([pack, pack])] == ["rivers.yaml:3", "rivers.yaml:11"] * 2
