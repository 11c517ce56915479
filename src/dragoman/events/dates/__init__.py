"""Dates: takes a sentence, gives its date expressions and the days that they mean."""
