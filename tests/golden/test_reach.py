"""Reach: every type, mode and context of the ontology is told by some shipped golden sentence; codes, by some frame."""

from importlib.resources import files
from pathlib import Path

import pytest

from dragoman.knowledge.frame_shapes import CameoRow
from dragoman.knowledge.pack import load_pack
from dragoman.knowledge.rows import read_csv
from dragoman.measure.golden import golden_files, read_golden

PACK = load_pack()
ONTOLOGY = PACK.ontology
# A gap does not reach what it expects.
EXPECTED = [
    event
    for file in golden_files()
    for sentence in read_golden(file)
    if not sentence.written.gap
    for event in sentence.written.events
]
MODES = [(type_, mode) for type_, known in ONTOLOGY.types.items() for mode in known.modes]
# CAMEO's codes that belong to a PLOVER type, of three figures: reached on the day that this was written.
LEAST_OF_THREE = 131
LEAST_CODES = 228


def codes_of_frames() -> set[str]:
    """The code that an event of each frame, and of each of its variants, gets."""
    return {ONTOLOGY.code(frame.type, frame.mode, frame.cameo) for frame in PACK.frames} | {
        ONTOLOGY.code(variant.type or frame.type, variant.mode or frame.mode, variant.cameo or frame.cameo)
        for frame in PACK.frames
        for variant in frame.variants
    }


@pytest.mark.parametrize("type_", ONTOLOGY.types)
def test_type_is_told_by_a_golden_sentence(type_: str) -> None:
    assert any(event.type == type_ for event in EXPECTED)


@pytest.mark.parametrize(("type_", "mode"), MODES)
def test_mode_is_told_by_a_golden_sentence(type_: str, mode: str) -> None:
    assert any((event.type, event.mode) == (type_, mode) for event in EXPECTED)


@pytest.mark.parametrize("context", ONTOLOGY.contexts)
def test_context_is_told_by_a_golden_sentence(context: str) -> None:
    assert any(context in (event.contexts or ()) for event in EXPECTED)


def test_frames_know_only_codes_of_cameo() -> None:
    assert codes_of_frames() <= set(ONTOLOGY.goldstein)


def test_codes_down_to_the_third_figure_are_used() -> None:
    rows = read_csv(Path(str(files("dragoman.packs") / "plover/cameo.csv")), CameoRow)
    of_three = {row.code for row in rows if row.type and len(row.code) == len("123")}
    assert len(codes_of_frames() & of_three) >= LEAST_OF_THREE
    assert len(codes_of_frames()) >= LEAST_CODES
