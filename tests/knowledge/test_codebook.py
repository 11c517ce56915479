"""The codebook: every type with its meaning, codes, phrasings and examples; a pack laid over adds its own."""

from pathlib import Path

import pytest

from dragoman.errors import PackError
from dragoman.knowledge.codebook import make_codebook
from dragoman.knowledge.pack import load_pack
from dragoman.knowledge.pack_pages import read_head, read_pages

HEAD = """name: mine
version: "3"
about: Words of my trade.
license: CC0-1.0
extends: plover
"""
FRAMES = """type: AID
about: Help as my trade calls it.
frames:
- id: mine-resupply
  about: A garrison gets what it lacks.
  verbs: [resupply, top up]
"""
GOLDEN = """about: Help.
sentences:
- text: Norway resupplied Kyiv in May.
  events:
  - {actor: NOR MIL, type: AID, recipient: [UKR], date: 2022-05}
- text: Not coded yet.
  events: [{type: AID}]
  gap: the coder cannot do it
- text: Nothing happened.
  events: none
"""


@pytest.fixture(scope="module")
def codebook():
    return make_codebook()


@pytest.fixture
def mine(tmp_path) -> Path:
    folder = tmp_path / "mine"
    for name, text in {"pack.yaml": HEAD, "frames/mine.yaml": FRAMES, "golden/mine.yaml": GOLDEN}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_every_type_has_a_chapter_with_its_meaning_phrasings_and_examples(codebook):
    pack = load_pack()
    assert [one.type for one in codebook.chapters] == list(pack.ontology.types)
    for one in codebook.chapters:
        assert one.description
        assert one.about
        assert len(one.phrasings) > 10
        assert all(any(event.type == one.type for event in example.events) for example in one.examples)
        assert len(one.examples) > 10


def test_every_frame_stands_in_the_chapter_of_its_type_with_what_it_is_about(codebook):
    frames = [frame for frame in load_pack().frames if not frame.no_act]
    told = {phrasing.frame: one.type for one in codebook.chapters for phrasing in one.phrasings}
    assert told == {frame.id: frame.type for frame in frames}
    assert sum(one.number_of_words for one in codebook.chapters) == sum(len(frame.phrases) for frame in frames)


def test_words_that_tell_no_act_are_no_phrasings_of_its_type(codebook):
    told = {phrasing.frame for chapter in codebook.chapters for phrasing in chapter.phrasings}
    assert told.isdisjoint(frame.id for frame in load_pack().frames if frame.no_act)


def test_modes_and_codes_have_their_goldstein_values(codebook):
    consult = codebook.chapter("CONSULT")
    visit = next(mode for mode in consult.modes if mode.name == "visit")
    assert (visit.cameo, visit.goldstein) == ("042", load_pack().ontology.goldstein["042"])
    assert ("042", "visit") in {(code.code, code.mode) for code in consult.codes}
    assert codebook.chapter("CONSULTT") is None


def test_the_first_examples_show_different_modes_and_statuses(codebook):
    consult = codebook.chapter("CONSULT")
    kinds = [next((e.mode, e.status) for e in one.events if e.type == "CONSULT") for one in consult.examples]
    different = len(set(kinds))
    assert len(set(kinds[:different])) == different > 5


def test_contexts_have_their_meaning_and_the_words_that_show_them(codebook):
    (health,) = (one for one in codebook.contexts if one.name == "health")
    assert health.description
    assert "vaccine" in health.words


def test_packs_tell_sources_and_licences(codebook):
    plover, world = codebook.packs
    assert (plover.name, world.name) == ("plover", "world")
    assert {one.name: one.license for one in plover.files}["ontology.yaml"] == "CC BY-SA 4.0"
    assert all(one.source for pack in codebook.packs for one in pack.files)


def test_a_pack_laid_over_adds_phrasings_examples_and_its_own_terms(mine):
    codebook = make_codebook(mine)
    aid = codebook.chapter("AID")
    (own,) = (one for one in aid.phrasings if one.frame == "mine-resupply")
    assert own.words == ("resupply", "top up")
    assert own.about == "A garrison gets what it lacks."
    assert own.file == "mine/frames/mine.yaml:4"
    assert "Help as my trade calls it." in aid.about
    (example,) = (one for one in aid.examples if one.text.startswith("Norway resupplied"))
    assert (example.events[0].actors, example.events[0].recipients) == (("NOR MIL",), ("UKR",))
    assert codebook.packs[-1].license == "CC0-1.0"


def test_sentences_with_a_gap_or_without_events_are_no_examples(mine):
    assert [one.text for one in read_pages(mine).examples] == ["Norway resupplied Kyiv in May."]


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("pack.yaml", "version: 1\n", "missing required field `name`"),
        ("pack.yaml", "name: [\n", "cannot be read"),
        ("golden/mine.yaml", "sentences: none\n", "Expected `array`"),
    ],
)
def test_a_faulty_file_is_told_with_its_name(mine, name, text, words):
    (mine / name).write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=words) as told:
        read_pages(mine)
    assert name in str(told.value)


def test_a_folder_without_a_head_is_no_pack(tmp_path):
    with pytest.raises(PackError, match="the pack lacks this file"):
        read_head(tmp_path)
