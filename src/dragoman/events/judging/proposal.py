"""Proposal: what grammar and frames make of one clause before the judge sees it."""

from dataclasses import dataclass

from dragoman.records.clause import Clause
from dragoman.records.event import Status
from dragoman.records.participant import Participant

POLITICAL = frozenset({"state", "igo", "group"})
"""Kinds of participants that are political by themselves."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A clause that may tell an act. `type` is that of the frame that fits, or None where none does.

    `passed_over` are the types of frames whose words stand there and whose conditions do not hold. `left_out` is
    whether the words tell a purpose only, `is_wide` whether the frame is for any verb, `words` how many words its
    phrase has.
    """

    clause: Clause
    type: str | None
    passed_over: tuple[str, ...]
    status: Status
    hearsay: bool
    left_out: bool
    waits: bool
    is_wide: bool
    is_reciprocal: bool
    words: int
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
