"""The version of Dragoman; a part of every event's id."""

__version__ = "0.1.0"
