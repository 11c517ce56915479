"""Golden sentences: takes YAML of sentences with the events they hold, and says which of them the coder codes so."""

from dragoman.measure.golden.comparing import Verdict, judge
from dragoman.measure.golden.reading import SHIPPED, golden_files, golden_of, read_golden
from dragoman.measure.golden.running import code_golden
from dragoman.measure.golden.shapes import Expected, GoldenSentence

__all__ = [
    "SHIPPED",
    "Expected",
    "GoldenSentence",
    "Verdict",
    "code_golden",
    "golden_files",
    "golden_of",
    "judge",
    "read_golden",
]
