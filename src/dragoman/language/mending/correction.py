"""Correction: what a mending rule puts right about one token."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """The token, the token that it hangs on in truth, and in which relation."""

    token: int
    head: int
    relation: str
