"""Linking: takes drafts, ties those that belong together: contents, packages, causes, quotations, repetitions."""
