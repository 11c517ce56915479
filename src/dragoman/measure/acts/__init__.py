"""Measures how well reports of one act are found to be one act."""
