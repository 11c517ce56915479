"""Magnitudes: takes a sentence, gives how many or how much is told in it."""
