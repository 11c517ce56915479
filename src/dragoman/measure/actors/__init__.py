"""Actor cases: takes YAML of texts and whom their words mean, and says how many are resolved so, by phenomenon."""

from dragoman.measure.actors.comparing import Answer, confusions, judge
from dragoman.measure.actors.reading import SHIPPED, case_files, cases_of, read_cases
from dragoman.measure.actors.running import ask_all
from dragoman.measure.actors.shapes import ActorCase, Ask

__all__ = [
    "SHIPPED",
    "ActorCase",
    "Answer",
    "Ask",
    "ask_all",
    "case_files",
    "cases_of",
    "confusions",
    "judge",
    "read_cases",
]
