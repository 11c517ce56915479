"""The commands that work on a store."""
