"""Takes drafts without a recipient, gives those whose act lands on a place the state of that place as recipient."""

from collections.abc import Iterable

from dragoman.events.draft import Draft
from dragoman.knowledge.pack import Pack
from dragoman.records.participant import Participant
from dragoman.records.span import Span


class Landing:
    """Callable: fills empty recipients of acts on territory ("bombs fell on Aleppo") and of protests at home."""

    def __init__(self, pack: Pack) -> None:
        self._on_places = pack.references.acts_on_places
        self._at_home = pack.references.acts_at_home

    def __call__(self, drafts: Iterable[Draft]) -> None:
        """Fill the recipients that the words themselves leave open."""
        for draft in drafts:
            if draft.recipients or draft.frame.reciprocal:
                continue
            if draft.type in self._on_places and draft.place is not None and draft.place.country:
                draft.recipients = [_state(draft.place.country, draft.place.text)]
                draft.steps.append(f"recipient {draft.place.country}: the act took place there")
            elif draft.type in self._at_home and draft.actors and draft.actors[0].country:
                actor = draft.actors[0]
                span = Span(start=actor.start, end=actor.end, text=actor.text)
                draft.recipients = [_state(actor.country or actor.id, span)]
                draft.steps.append(f"recipient {actor.country}: the state in which they are at home")


def _state(country: str, named: Span) -> Participant:
    return Participant(
        id=country, name=country, kind="state", country=country, sector=None, text=named.text, start=named.start, end=named.end
    )
