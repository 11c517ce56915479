"""The corridor, end to end: texts, files and lines in, events out; and a user's own pack."""

import json
from pathlib import Path

import pytest

from dragoman.errors import DragomanError, PackError, SourceError
from dragoman.knowledge.pack import load_pack
from dragoman.knowledge.world import load_world
from dragoman.pipeline import Coder, load, load_judges
from dragoman.records.event import Coded
from dragoman.sources import Item, Refused

SANCTIONS = "Canada imposed sanctions on Belarus on Monday."
PUBLISHED = "2021-06-22"  # a Tuesday
PACK_YAML = 'name: mine\nversion: "1"\nabout: A pack for tests.\nlicense: CC0\nextends: plover\n'


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "mine"
    (folder / "frames").mkdir(parents=True)
    (folder / "pack.yaml").write_text(PACK_YAML, encoding="utf-8")
    return folder


def with_frames(folder: Path, frames: str) -> Coder:
    (folder / "frames" / "consult.yaml").write_text(f"type: CONSULT\nabout: Mine.\nframes:\n{frames}", encoding="utf-8")
    return load(packs=[folder])


# What may be given.


def test_text_is_coded(coder: Coder) -> None:
    (act,) = coder.code(SANCTIONS, published=PUBLISHED)
    assert (act.type, [a.id for a in act.actors], [r.id for r in act.recipients]) == ("SANCTION", ["CAN"], ["BLR"])


def test_publication_day_settles_relative_dates(coder: Coder) -> None:
    (act,) = coder.code(SANCTIONS, published=PUBLISHED)
    assert act.date is not None
    assert (act.date.start, act.date.precision) == ("2021-06-21", "day")


def test_without_a_publication_day_relative_dates_stay_open_and_the_document_says_so(coder: Coder) -> None:
    results = coder.code(SANCTIONS)
    (act,) = results
    assert act.date is None or act.date.start is None
    assert any("no publication date" in note for note in results.documents[0].document.notes)


def test_file_is_coded_with_its_path(coder: Coder, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(SANCTIONS, encoding="utf-8")
    (coded,) = coder.code(path, published=PUBLISHED).documents
    assert (coded.document.path, len(coded.events)) == (str(path), 1)


def test_files_are_coded_in_the_order_given(coder: Coder, tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("b.txt", "a.txt", "c.txt")]
    for path in paths:
        path.write_text(f"{SANCTIONS} This was told by {path.name}.", encoding="utf-8")
    assert [coded.document.path for coded in coder.code(paths).documents] == [str(path) for path in paths]


def test_html_is_coded_as_its_text(coder: Coder) -> None:
    (coded,) = coder.code(f"<html><body><p>{SANCTIONS}</p><script>alert('Iran')</script></body></html>").documents
    assert "Iran" not in coded.document.text
    assert [event.type for event in coded.events] == ["SANCTION"]


def test_lines_keep_their_own_ids_dates_and_order(coder: Coder, tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    items = [{"id": f"wire-{n}", "text": SANCTIONS, "published": f"2021-06-2{n}"} for n in (3, 1, 2)]
    path.write_text("\n".join(json.dumps(item) for item in items), encoding="utf-8")
    documents = [coded.document for coded in coder.code(path).documents]
    assert [(each.source_id, each.published) for each in documents] == [
        ("wire-3", "2021-06-23"),
        ("wire-1", "2021-06-21"),
        ("wire-2", "2021-06-22"),
    ]


def test_ids_of_lines_stand_in_what_is_printed(coder: Coder, tmp_path: Path) -> None:
    path = tmp_path / "wire.jsonl"
    path.write_text(json.dumps({"id": "wire-9", "text": SANCTIONS}), encoding="utf-8")
    (line,) = coder.code(path).to_jsonl().splitlines()
    assert json.loads(line)["source_id"] == "wire-9"


# What cannot be coded.


def test_empty_text_is_an_error_that_says_so(coder: Coder) -> None:
    with pytest.raises(SourceError, match="no text"):
        coder.code("  \n ").documents  # noqa: B018 - the property codes


def test_binary_file_is_an_error_that_names_it(coder: Coder, tmp_path: Path) -> None:
    path = tmp_path / "photo.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    with pytest.raises(SourceError, match=r"photo\.txt: a PNG image"):
        coder.code(path).documents  # noqa: B018 - the property codes


def test_missing_file_is_an_error_before_anything_is_coded(coder: Coder, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="there is no such file"):
        coder.code(tmp_path / "nowhere.txt")


def test_published_that_is_no_day_is_an_error(coder: Coder) -> None:
    with pytest.raises(DragomanError, match="is not a day"):
        coder.code(SANCTIONS, published="last week").documents  # noqa: B018 - the property codes


def test_item_without_text_is_handed_on_as_refused_in_its_place(coder: Coder) -> None:
    items = [
        Item(path=name, content=content) for name, content in (("a", SANCTIONS), ("b", "\u200e"), ("c", SANCTIONS))
    ]
    given = [(one.path if isinstance(one, Refused) else one.document.path, type(one)) for one in coder.stream(items)]
    assert sorted(given, key=lambda pair: pair[0]) == [("a", Coded), ("b", Refused), ("c", Coded)]
    assert [path for path, kind in given if kind is Coded] == ["a", "c"]


def test_refused_item_says_why(coder: Coder) -> None:
    (refused,) = coder.stream([Item(path="b", content="\u200e")])
    assert isinstance(refused, Refused)
    assert refused.reason.startswith("no text")


# The coder.


def test_coder_keeps_nothing_of_what_it_has_read(coder: Coder) -> None:
    alone = coder.code("It recalled its ambassador.").events
    coder.code("France thanked Kenya.").documents  # noqa: B018 - the property codes
    assert coder.code("It recalled its ambassador.").events == alone


def test_codes_are_told_for_every_type(coder: Coder) -> None:
    assert coder.codes["SANCTION"][1] == "material_conflict"
    assert len(coder.codes) == 16


def test_coder_may_be_made_of_a_world_and_a_pack(coder: Coder) -> None:
    made = Coder(world=load_world(), pack=load_pack(), judges=load_judges())
    assert made.code(SANCTIONS, published=PUBLISHED).events == coder.code(SANCTIONS, published=PUBLISHED).events


# A user's own pack.


def test_frame_of_an_own_pack_fires(own: Path, coder: Coder) -> None:
    text = "Kenya powwowed with Uganda."
    assert coder.code(text).events == ()
    mine = with_frames(own, "- id: powwow\n  verbs: [powwow]\n  recipient: [with]\n  reciprocal: yes\n")
    (act,) = mine.code(text)
    assert (act.type, [a.id for a in act.actors], act.why.frame) == ("CONSULT", ["KEN", "UGA"], "powwow")


def test_own_frame_takes_the_place_of_the_shipped_one_with_its_id(own: Path, coder: Coder) -> None:
    text = "Macron met Scholz in Paris."
    (act,) = coder.code(text, published="2022-06-01")
    assert act.why.frame == "meet"
    mine = with_frames(own, "- id: meet\n  verbs: [powwow]\n  recipient: [with]\n")
    # The judge may find the act all the same; then it says that no frame told it.
    assert {event.why.frame for event in mine.code(text, published="2022-06-01")} <= {"judged-consult"}


def test_grammar_alone_writes_down_what_frames_tell_and_judges_nothing(coder: Coder) -> None:
    alone = load(readers="grammar")
    (act,) = alone.code(SANCTIONS, published=PUBLISHED)
    assert act.why.judged is None
    (judged,) = coder.code(SANCTIONS, published=PUBLISHED)
    assert judged.why.judged is not None
    assert (act.id, act.type, act.actors) == (judged.id, judged.type, judged.actors)


def test_ids_of_events_depend_on_the_packs(own: Path, coder: Coder) -> None:
    mine = with_frames(own, "- id: powwow\n  verbs: [powwow]\n")
    assert mine.code(SANCTIONS).events[0].id != coder.code(SANCTIONS).events[0].id


def test_faulty_pack_is_an_error_with_file_line_and_the_likely_word(own: Path) -> None:
    with pytest.raises(PackError, match=r"frames/consult\.yaml:4: mode 'vist' .*did you mean 'visit'\?"):
        with_frames(own, "- id: powwow\n  verbs: [powwow]\n  mode: vist\n")
