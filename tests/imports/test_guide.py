"""The guide to imports shows what the importers make."""

import csv
import re
from pathlib import Path

import pytest

from dragoman.imports import read_followthemoney, read_petrarch, read_wikidata

GUIDE = (Path(__file__).resolve().parents[2] / "docs" / "howto" / "import-actors.md").read_text("utf-8")
EXAMPLES = dict(
    re.findall(
        r"^```\n# (?!actors\.csv)(\S+)\n(.*?^```\n\n```\n# actors\.csv\n.*?)^```", GUIDE, re.MULTILINE | re.DOTALL
    )
)


@pytest.mark.parametrize(
    ("name", "importer"),
    [("ministers.csv", read_wikidata), ("lavrov.ftm.json", read_followthemoney), ("actors.txt", read_petrarch)],
)
def test_the_guide_shows_what_the_importer_makes(read, name, importer):
    foreign, shown = re.split(r"^```\n\n```\n# actors\.csv\n", EXAMPLES[name], flags=re.MULTILINE)
    rows = read(importer, foreign).rows
    expected = list(csv.DictReader(shown.splitlines()))
    made = [
        {key: "|".join(value) if isinstance(value := getattr(row, key), tuple) else value or "" for key in expected[0]}
        for row in rows
    ]
    assert made == expected
