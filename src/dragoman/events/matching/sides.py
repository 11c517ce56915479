"""The two sides of an act: which of them is missing, and both in one."""

from collections.abc import Sequence

from dragoman.events.matching.naming import distinct
from dragoman.knowledge.frames import Frame
from dragoman.records.participant import Participant


def lacking(frame: Frame, actors: Sequence[Participant], recipients: Sequence[Participant]) -> str | None:
    """Which side that the frame needs is not there."""
    sides = {"actor": actors, "recipient": recipients}
    if frame.needs is None:
        return None if actors or recipients else "neither actor nor recipient is a participant"
    if frame.reciprocal and set(frame.needs) == {"actor", "recipient"}:
        return None if len(joined(actors, recipients)) > 1 else "there are not two sides"
    missing = [side for side in frame.needs if not sides.get(side)]
    return f"no {' and no '.join(missing)} is a participant" if missing else None


def joined(actors: Sequence[Participant], recipients: Sequence[Participant]) -> list[Participant]:
    """Both sides of what several do together, each participant once."""
    return distinct((*actors, *recipients))
