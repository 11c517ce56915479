"""Coded against gold: takes what the Coder wrote and what a person wrote, and gives precision, recall and the misses.

`golden` says what must hold, sentence by sentence; `documents` and `sentences` say how well at large.
"""
