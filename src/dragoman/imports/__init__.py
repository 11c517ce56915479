"""Imports: foreign files of actors → rows of a pack's actors.csv. Each reader streams, and says what it set aside."""

from dragoman.imports.followthemoney import read_followthemoney
from dragoman.imports.lines import Imported, Skipped
from dragoman.imports.petrarch import read_petrarch
from dragoman.imports.rows import actor_lines, write_actors
from dragoman.imports.wikidata import read_wikidata

__all__ = [
    "Imported",
    "Skipped",
    "actor_lines",
    "read_followthemoney",
    "read_petrarch",
    "read_wikidata",
    "write_actors",
]
