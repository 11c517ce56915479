"""Packs: the shipped one, and a user's own laid over it."""

from pathlib import Path

import pytest
from tests.parses import shipped_pack

from dragoman.errors import PackError
from dragoman.knowledge.pack import Pack, load_pack

PACK_YAML = 'name: mine\nversion: "7"\nabout: A pack for tests.\nlicense: CC0\nextends: plover\n'
FRAMES_YAML = "type: CONSULT\nabout: Mine.\nframes:\n- id: {id}\n  verbs: [{verb}]\n"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "frames").mkdir()
    (tmp_path / "pack.yaml").write_text(PACK_YAML, encoding="utf-8")
    return tmp_path


def with_frame(folder: Path, id_: str, verb: str = "powwow") -> Pack:
    (folder / "frames" / "consult.yaml").write_text(FRAMES_YAML.format(id=id_, verb=verb), encoding="utf-8")
    return load_pack(folder)


def test_shipped_pack_has_frames_of_every_type() -> None:
    pack = shipped_pack()
    assert {frame.type for frame in pack.frames} == set(pack.ontology.types)


def test_no_two_frames_of_the_shipped_pack_bear_one_id() -> None:
    ids = [frame.id for frame in shipped_pack().frames]
    assert sorted(each for each in set(ids) if ids.count(each) > 1) == []


def test_every_frame_leads_to_its_line() -> None:
    folder = Path(load_pack.__code__.co_filename).parents[1] / "packs" / "plover"
    for frame in shipped_pack().frames[::25]:
        assert frame.id in (folder / frame.file).read_text(encoding="utf-8").splitlines()[frame.line - 1]


def test_nouns_that_tell_acts_are_those_of_the_noun_frames_and_of_the_judge() -> None:
    pack = shipped_pack()
    of_frames = {phrase[-1] for frame in pack.frames if frame.kind == "noun" for phrase in frame.phrases}
    assert of_frames | pack.judging.nouns == pack.grammar.act_nouns


def test_own_frames_come_before_the_shipped_ones(own: Path) -> None:
    pack = with_frame(own, "powwow")
    assert pack.frames[0].id == "powwow"
    assert len(pack.frames) == len(shipped_pack().frames) + 1


def test_own_frame_with_a_shipped_id_takes_its_place(own: Path) -> None:
    pack = with_frame(own, "meet")
    assert [frame.phrases for frame in pack.frames if frame.id == "meet"] == [(("powwow",),)]
    assert len(pack.frames) == len(shipped_pack().frames)


def test_version_names_the_packs_laid_over(own: Path) -> None:
    assert with_frame(own, "powwow").version == f"{shipped_pack().version}+mine-7"


def test_own_noun_frame_makes_its_noun_an_act(own: Path) -> None:
    (own / "frames" / "consult.yaml").write_text(
        "type: CONSULT\nabout: Mine.\nframes:\n- id: powwow-noun\n  nouns: [powwow]\n", encoding="utf-8"
    )
    assert "powwow" in load_pack(own).grammar.act_nouns


def test_own_frame_says_whose_pack_it_is_in(own: Path) -> None:
    assert with_frame(own, "powwow").frames[0].file == "mine/frames/consult.yaml"


def test_own_frame_may_use_shipped_lists_and_lists_of_its_own(own: Path) -> None:
    (own / "lists").mkdir()
    (own / "lists" / "mine.yaml").write_text("lists:\n  elders: [elder, sachem]\n", encoding="utf-8")
    (own / "frames" / "consult.yaml").write_text(
        "type: CONSULT\nabout: Mine.\nframes:\n"
        '- id: powwow\n  verbs: [powwow]\n  only: {doer: ["@elders", "@envoys"]}\n',
        encoding="utf-8",
    )
    words = load_pack(own).frames[0].only["doer"]
    assert words[:2] == ("elder", "sachem")
    assert "envoy" in words


def test_shipped_pack_is_left_as_it_was(own: Path) -> None:
    before = shipped_pack()
    with_frame(own, "meet")
    assert load_pack() == before


def test_folder_without_a_head_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"pack\.yaml: the pack lacks this file; add it"):
        load_pack(tmp_path)


def test_unknown_key_of_the_head_is_told_with_the_likely_one(own: Path) -> None:
    (own / "pack.yaml").write_text(PACK_YAML + "licence: CC0\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"pack\.yaml:6: unknown key 'licence'; did you mean 'license'\?"):
        load_pack(own)
