"""Coded events: takes what the parser and the actors room found in a document, gives the events it reports."""
