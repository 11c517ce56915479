"""Takes the drafts of a caption, gives its meeting everybody in the picture: "from left: A, B, C during a meeting"."""

from collections.abc import Sequence

from dragoman.events.draft import Draft
from dragoman.events.matching.naming import distinct
from dragoman.records.reading import Reading

_SHOWN = 3  # people in a row from whom on a caption lists who is in the picture


def gather_pictured(reading: Reading, drafts: Sequence[Draft]) -> None:
    """Whoever is named in front of the meeting takes part in it, where a caption lists people."""
    if reading.sentence.kind != "caption":
        return
    for draft in drafts:
        if draft.type != "CONSULT" or draft.dropped is not None:
            continue
        heads = sorted(head for head in reading.mentions if head < draft.clause.head)
        shown = [one for head in heads for one in reading.mentions[head].participants if one.person is not None]
        if len(distinct(shown)) >= _SHOWN:
            draft.actors = distinct([*shown, *draft.actors])
            draft.recipients = [one for one in draft.recipients if one.id not in {actor.id for actor in draft.actors}]
            draft.steps.append("the caption lists who is in the picture")
