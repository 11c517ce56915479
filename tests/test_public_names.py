"""What `import dragoman` offers, and what it costs."""

import subprocess
import sys

import pytest

import dragoman

FORBIDDEN = (
    "spacy", "thinc", "pyarrow", "trafilatura", "typer", "sqlalchemy", "scipy", "networkx", "duckdb", "fastapi",
    "starlette", "altair", "onnxruntime", "numpy", "pydantic", "yaml", "polars", "pandas",
)  # fmt: skip


def without_dunders(names):
    return [name for name in names if not name.startswith("__")]


def test_public_names_are_sorted_classes_first():
    names = without_dunders(dragoman.__all__)
    classes, functions = [n for n in names if n[0].isupper()], [n for n in names if not n[0].isupper()]
    assert names == sorted(classes) + sorted(functions)


@pytest.mark.parametrize("name", dragoman.__all__)
def test_public_name_is_there(name):
    assert getattr(dragoman, name) is not None


def test_nothing_else_is_offered_by_accident():
    offered = {name for name in vars(dragoman) if not name.startswith("_")}
    submodules = {name.partition(".")[2].partition(".")[0] for name in sys.modules if name.startswith("dragoman.")}
    assert offered - submodules - set(dragoman.__all__) == {"TYPE_CHECKING"}


def test_unknown_name_is_an_attribute_error():
    with pytest.raises(AttributeError, match="no attribute 'decode'"):
        _ = dragoman.decode


def test_load_and_coder_are_those_of_the_pipeline():
    from dragoman import pipeline  # noqa: PLC0415 - brings the parser, which the other tests do not need

    assert dragoman.load is pipeline.load
    assert dragoman.Coder is pipeline.Coder


def test_store_and_question_are_those_of_their_rooms():
    from dragoman import questions, store  # noqa: PLC0415 - brings the database, which the other tests do not need

    assert dragoman.open_store is store.open_store
    assert dragoman.Store is store.Store
    assert dragoman.read_question is questions.read_question


def loaded_by(code):
    """The heavy packages that a fresh interpreter has imported after running `code`."""
    tail = f"\nimport sys\nprint(*[name for name in {FORBIDDEN!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code + tail], check=True, capture_output=True, text=True)
    return done.stdout.split()


def test_importing_dragoman_brings_no_heavy_package():
    assert loaded_by("import dragoman") == []


def test_help_waits_for_nothing_but_the_terminal():
    code = """
import sys
sys.argv = ["dragoman", "--help"]
sys.stdout = open("/dev/null", "w")
from dragoman.views.cli import main
try:
    main()
except SystemExit:
    pass
sys.stdout = sys.__stdout__
"""
    assert set(loaded_by(code)) <= {"typer"}


def test_every_lazy_name_is_public_and_known_to_type_checkers():
    lazy = {name for names in dragoman._ROOMS.values() for name in names}
    assert lazy <= set(dragoman.__all__) <= set(dir(dragoman))


def test_the_command_line_waits_for_neither_parser_nor_database():
    assert set(loaded_by("import dragoman.views.cli")) <= {"typer"}
