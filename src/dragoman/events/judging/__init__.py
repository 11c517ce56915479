"""Judging: takes what grammar and frames propose, gives what a learned judge makes of it. The weights are data."""
