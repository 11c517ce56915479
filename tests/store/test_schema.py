"""The tables and their reference page agree."""

import re
from pathlib import Path

from dragoman.store import schema

PAGE = (Path(__file__).parents[2] / "docs/reference/store.md").read_text("utf-8")


def test_each_table_is_on_the_reference_page_and_no_other():
    told = PAGE.partition("## Tables")[2]
    assert set(re.findall(r"^\| `(\w+)` \|", told, flags=re.MULTILINE)) == set(schema.metadata.tables)
