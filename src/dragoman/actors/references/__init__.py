"""Phrases that only point back: pronouns, "the two leaders", "the alliance", "the document"."""
