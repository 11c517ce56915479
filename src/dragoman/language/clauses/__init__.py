"""Clauses: takes a Sentence, gives who does what to whom in it, with grammar's detours undone once and for all."""

from dragoman.language.clauses.building import ClauseBuilder

__all__ = ["ClauseBuilder"]
