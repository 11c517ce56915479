"""Judges: the learned part of the event finder, each with the weights that come with Dragoman."""

from dataclasses import dataclass

from dragoman.events.judging.context_judge import ContextJudge
from dragoman.events.judging.judge import Judge


@dataclass(frozen=True, slots=True, kw_only=True)
class Judges:
    """`acts` judges what one sentence tells; `context`, if there is one, whom the text before leaves clear."""

    acts: Judge
    context: ContextJudge | None
