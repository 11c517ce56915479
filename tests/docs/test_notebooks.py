"""The notebooks run from top to bottom, are kept without what they printed, and can be found."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
NOTEBOOKS = sorted(ROOT.glob("docs/notebooks/*.ipynb"))
PRINTED = {
    "first-text": [r"SANCTION +occurred +\['FRA'\] → \['ITA'\]: recalled", r"frames/sanction\.yaml line \d+"],
    "a-series-in-a-regression": [r"Added\(documents=\d\d", r"of \d+ months|OLS Regression"],
    "a-ledger-for-a-pair": [r"commitment .*DEU → ", r"UKR to DEU: asks \{", r"\['Jane Doe'\]"],
}


def cells(notebook, kind):
    told = json.loads(notebook.read_text("utf-8"))
    return [cell for cell in told["cells"] if cell["cell_type"] == kind]


def test_there_is_a_notebook_for_everybody_who_is_told_of_here():
    assert {notebook.stem for notebook in NOTEBOOKS} == PRINTED.keys()


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda one: one.stem)
def test_a_notebook_runs_from_top_to_bottom(notebook, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    namespace = {}
    for number, cell in enumerate(cells(notebook, "code"), start=1):
        exec(compile("".join(cell["source"]), f"{notebook.name}, code cell {number}", "exec"), namespace)
    printed = capsys.readouterr().out
    assert [words for words in PRINTED[notebook.stem] if not re.search(words, printed)] == [], printed


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda one: one.stem)
def test_a_notebook_is_kept_without_what_it_printed(notebook):
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in cells(notebook, "code"))


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda one: one.stem)
def test_a_notebook_is_linked_and_its_links_lead_somewhere(notebook):
    assert f"notebooks/{notebook.name}" in (ROOT / "docs/index.md").read_text("utf-8")
    text = "".join("".join(cell["source"]) for cell in cells(notebook, "markdown"))
    links = re.findall(r"\]\(([^)#]+)\)", text)
    assert links
    assert [link for link in links if not (notebook.parent / link).exists()] == []
