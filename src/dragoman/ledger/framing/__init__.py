"""Framing: what a text says of an actor, theme by theme, who says it, and how two texts differ in it."""
