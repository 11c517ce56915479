"""Linking: takes entries and later deeds, gives the ties between them: what an act does to an entry, and why."""
