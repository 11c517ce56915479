"""Mending: takes a Sentence as the parser left it, gives it with the parser's known slips put right."""

from dragoman.language.mending.applying import mended

__all__ = ["mended"]
