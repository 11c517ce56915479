"""Takes drafts without a recipient, gives those whose act lands on a place the state of that place as recipient."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dragoman.events.draft import Draft
from dragoman.events.matching.naming import Naming
from dragoman.knowledge.pack import Pack
from dragoman.records.participant import Participant
from dragoman.records.reading import PlaceName
from dragoman.records.span import Span

_AIMS = frozenset(
    {"from", "out of", "into", "to", "toward", "towards", "on", "over", "against", "at", "across", "done-to", "near"}
)


class Landing:
    """Callable: fills empty recipients of acts on territory ("bombs fell on Aleppo") and of protests at home."""

    def __init__(self, pack: Pack) -> None:
        self._on_places = pack.references.acts_on_places
        self._at_home = pack.references.acts_at_home
        self._through = pack.references.acts_through

    def __call__(self, drafts: Iterable[Draft]) -> None:
        """Fill the recipients that the words themselves leave open."""
        for draft in drafts:
            if draft.type in self._through and not draft.frame.reciprocal:
                _add_states(draft)
            if draft.type in self._at_home and draft.place is not None and draft.place.country:
                draft.actors = [_at_home(actor, draft.place.country) for actor in draft.actors]
            if draft.recipients or draft.frame.reciprocal:
                continue
            landed = next(self._states(draft), None)
            if landed is not None:
                state, reason = landed
                draft.recipients = [state]
                draft.steps.append(f"recipient {state.id}: {reason}")

    def _states(self, draft: Draft) -> Iterator[tuple[Participant, str]]:
        """The states on which an act without a recipient may land, the likeliest first, and why."""
        if draft.type in self._on_places:
            if draft.place is not None and draft.place.country:
                yield _state(draft.place.country, draft.place.text), "the act took place there"
            aimed = _aimed_at(draft)
            if aimed is not None and aimed.country is not None:
                yield _state(aimed.country, _head_of(draft, aimed)), "the act is aimed there"
        place = _place_of_content(draft)
        if place is not None and place.country and place.country not in {actor.id for actor in draft.actors}:
            yield _state(place.country, _head_of(draft, place)), "what is spoken of is to happen there"
        if draft.type in self._at_home and draft.actors and draft.actors[0].country:
            actor = draft.actors[0]
            span = Span(start=actor.start, end=actor.end, text=actor.text)
            yield _state(draft.actors[0].country, span), "the state in which they are at home"


def _add_states(draft: Draft) -> None:
    """Sanctions on a state's unnamed people and firms are aimed at the state too, if it is named beside them."""
    unnamed = [p for p in draft.recipients if p.kind in {"population", "organisation"}]
    if not unnamed or len(unnamed) < len(draft.recipients):
        return
    starts = {participant.start for participant in unnamed}
    heads = [h for h, m in draft.reading.mentions.items() if any(p.start in starts for p in m.participants)]
    ids = {p.id for p in draft.participants} | {p.country for p in draft.actors}
    beside = [p for p in Naming(draft.reading).around(heads) if p.kind == "state" and p.id not in ids]
    for participant in beside[:1]:
        draft.recipients.append(participant)
        draft.steps.append(f"recipient {participant.id}: named beside those whom it hits")


def _at_home(actor: Participant, country: str) -> Participant:
    """People without a country who act at a place are taken for people of it."""
    return replace(actor, country=country) if actor.kind == "population" and actor.country is None else actor


def _aimed_at(draft: Draft) -> PlaceName | None:
    """Of "pull troops out of Gaza", "fly near the island": the place that the act goes to or from."""
    heads = [a.head for a in draft.clause.arguments if a.role in _AIMS]
    return next((draft.reading.places[head] for head in heads if head in draft.reading.places), None)


def _place_of_content(draft: Draft) -> PlaceName | None:
    """Of "threatened a curfew in Algiers": the place inside what the act of speech is about."""
    content = draft.frame.content
    if content is None:
        return None
    heads = [argument.head for argument in draft.clause.arguments if argument.role in content.roles]
    below = sorted({index for head in heads for index in draft.reading.sentence.subtree(head)})
    return next((draft.reading.places[index] for index in below if index in draft.reading.places), None)


def _head_of(draft: Draft, place: PlaceName) -> Span:
    token = draft.reading.sentence.tokens[place.head]
    return Span(start=token.start, end=token.end, text=token.text)


def _state(country: str, named: Span) -> Participant:
    return Participant(
        id=country,
        name=country,
        kind="state",
        country=country,
        sector=None,
        text=named.text,
        start=named.start,
        end=named.end,
    )
