"""Frames are read from files that people write; every fault is told with file, line and what to do."""

from pathlib import Path

import pytest
from tests.parses import shipped_pack

from dragoman.errors import PackError
from dragoman.knowledge.frame_reading import read_frames, read_lists
from dragoman.knowledge.frames import Frame

HEAD = "type: CONSULT\nabout: Meetings.\nframes:\n"


def folder_with(tmp_path: Path, frames: str, *, name: str = "consult", head: str = HEAD) -> Path:
    (tmp_path / "frames").mkdir(exist_ok=True)
    (tmp_path / "frames" / f"{name}.yaml").write_text(head + frames, encoding="utf-8")
    return tmp_path


def read(tmp_path: Path, frames: str, *, head: str = HEAD) -> tuple[Frame, ...]:
    folder = folder_with(tmp_path, frames, head=head)
    return read_frames(folder, shipped_pack().ontology, read_lists(folder))


def faults(tmp_path: Path, frames: str, *, head: str = HEAD) -> list[str]:
    with pytest.raises(PackError) as caught:
        read(tmp_path, frames, head=head)
    return str(caught.value).splitlines()


# What is written, as it is read.


def test_frame_knows_its_file_and_line(tmp_path: Path) -> None:
    first, second = read(tmp_path, "- id: meet\n  verbs: [meet]\n\n- id: confer\n  verbs: [confer]\n")
    assert (first.id, first.type, first.file, first.line) == ("meet", "CONSULT", "frames/consult.yaml", 4)
    assert (second.id, second.line) == ("confer", 7)


def test_phrases_are_words_in_lower_case(tmp_path: Path) -> None:
    (meet,) = read(tmp_path, "- id: meet\n  verbs: [Meet, hold talk]\n")
    assert (meet.kind, meet.phrases) == ("verb", (("meet",), ("hold", "talk")))


def test_single_word_may_stand_for_a_list(tmp_path: Path) -> None:
    (meet,) = read(tmp_path, "- id: meet\n  verbs: meet\n  needs: actor\n")
    assert (meet.phrases, meet.needs) == ((("meet",),), ("actor",))


def test_verb_acts_upon_its_object_if_nothing_else_is_said(tmp_path: Path) -> None:
    (meet,) = read(tmp_path, "- id: meet\n  verbs: [meet]\n")
    assert (meet.actor, meet.recipient) == (("doer",), ("done-to",))


def test_noun_is_done_by_its_possessor_or_modifier_if_nothing_else_is_said(tmp_path: Path) -> None:
    (talks,) = read(tmp_path, "- id: talks\n  nouns: [talk]\n")
    assert (talks.kind, talks.actor, talks.recipient) == ("noun", ("doer", "modifier"), ())


def test_on_and_no_are_words_with_or_without_quotes(tmp_path: Path) -> None:
    (say,) = read(
        tmp_path, "- id: say\n  verbs: [say no]\n  recipient: [on]\n  only: {to: [no]}\n  except: {on: [phone]}\n"
    )
    assert say.recipient == ("on",)
    assert say.only == {"to": ("no",)}
    assert say.exceptions == {"on": ("phone",)}


def test_word_list_is_written_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "people.yaml").write_text("lists:\n  envoys: [envoy, Minister]\n", encoding="utf-8")
    (meet,) = read(tmp_path, '- id: meet\n  verbs: [meet]\n  only: {done-to: ["@envoys", king, envoy]}\n')
    assert meet.only == {"done-to": ("envoy", "minister", "king")}
    assert read_lists(tmp_path) == {"envoys": ("envoy", "Minister")}


def test_content_and_variants_are_read(tmp_path: Path) -> None:
    (ask,) = read(
        tmp_path,
        "- id: ask\n  verbs: [ask]\n  content: {status: requested, by: recipient}\n"
        "  variants:\n  - {when: {for: [visit]}, mode: visit}\n",
    )
    assert ask.content is not None
    assert (ask.content.roles, ask.content.status, ask.content.by, ask.content.keep) == (
        ("content",),
        "requested",
        "recipient",
        "both",
    )
    assert [(each.when, each.mode) for each in ask.variants] == [({"for": ("visit",)}, "visit")]


# Faults.


def test_unknown_type_is_told_with_the_likely_one(tmp_path: Path) -> None:
    told = faults(tmp_path, "- id: meet\n  verbs: [meet]\n", head=HEAD.replace("CONSULT", "CONSULTT"))
    assert told == ["frames/consult.yaml:4: type CONSULTT is not in the ontology; did you mean 'CONSULT'?"]


def test_unknown_key_is_told_with_its_line_and_the_likely_one(tmp_path: Path) -> None:
    told = faults(tmp_path, "- id: meet\n  verbs: [meet]\n  recipeint: [with]\n")
    assert len(told) == 1
    assert told[0].startswith("consult.yaml:6: unknown key 'recipeint'")


def test_unknown_mode_is_told(tmp_path: Path) -> None:
    told = faults(tmp_path, "- id: meet\n  verbs: [meet]\n  mode: vist\n")
    assert told == ["frames/consult.yaml:4: mode 'vist' is not in the ontology; did you mean 'visit'?"]


def test_unknown_code_context_and_list_are_told_together(tmp_path: Path) -> None:
    told = faults(
        tmp_path, '- id: meet\n  verbs: [meet]\n  cameo: "999"\n  contexts: [militray]\n  only: {with: ["@envois"]}\n'
    )
    assert [fault.split(": ", maxsplit=1)[1].split(";")[0] for fault in told] == [
        "'999' is no CAMEO code",
        "context 'militray' is not in the ontology",
        "there is no word list '@envois'",
    ]


def test_frame_without_words_and_frame_with_both_kinds_are_faults(tmp_path: Path) -> None:
    told = faults(tmp_path, "- id: none\n- id: both\n  verbs: [meet]\n  nouns: [meeting]\n")
    assert [("either verbs or nouns" in fault) for fault in told] == [True, True]


def test_same_id_twice_is_told_with_both_places(tmp_path: Path) -> None:
    told = faults(tmp_path, "- id: meet\n  verbs: [meet]\n- id: meet\n  verbs: [confer]\n")
    assert told == ["frames/consult.yaml:6: the frame id 'meet' is taken by frames/consult.yaml:4; give it another"]


def test_role_that_is_no_word_is_a_fault(tmp_path: Path) -> None:
    told = faults(tmp_path, '- id: meet\n  verbs: [meet]\n  recipient: ["with*"]\n')
    assert "'with*' is no role" in told[0]


def test_unknown_status_of_a_content_is_told_with_its_line(tmp_path: Path) -> None:
    told = faults(tmp_path, "- id: ask\n  verbs: [ask]\n  content:\n    status: asked\n")
    assert told[0].startswith("consult.yaml:7:")


def test_faults_of_several_frames_are_told_at_once(tmp_path: Path) -> None:
    told = faults(tmp_path, "- id: one\n  verbs: [meet]\n  mode: vist\n- id: two\n  verbs: [see]\n  mode: vist\n")
    assert [fault.split(":")[1] for fault in told] == ["4", "7"]
