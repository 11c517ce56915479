"""Takes a clause and a frame, gives the participants that fill the frame's sides."""

from collections.abc import Iterable, Sequence

from dragoman.events.matching.naming import Naming, distinct
from dragoman.events.matching.voices import voice_of
from dragoman.knowledge.frames import Frame
from dragoman.records.clause import Clause
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

# Roles that tell when, where, how and by whose account, never to whom.
_CIRCUMSTANCES = frozenset({
    "doer", "modifier", "particle", "in", "at", "by", "as", "after", "before", "since", "during", "until",
    "according to", "near", "amid", "following", "despite", "because of", "including", "like", "such as", "throughout",
    "within",
})  # fmt: skip
_OWN = frozenset({"its", "his", "her", "their", "our", "own", "my"})
_MOST_SIDES = 4  # of an act that several do together


class Filling:
    """Fills the roles of a clause with the participants of one reading."""

    def __init__(self, reading: Reading, arms: frozenset[str] = frozenset()) -> None:
        self._reading = reading
        self._arms = arms
        self._naming = Naming(reading)

    def actors(self, clause: Clause, frame: Frame) -> list[Participant]:
        """Who does it: those named by the roles themselves, else those to whom the named thing belongs."""
        heads = [argument.head for role in frame.actor for argument in clause.arguments if argument.role == role]
        if not heads and "doer" in frame.actor and (voice := voice_of(self._reading, clause)):
            return list(voice)
        return distinct(self._naming.named(heads) or self._naming.owning(heads))

    def recipients(self, clause: Clause, frame: Frame, actors: Sequence[Participant]) -> list[Participant]:
        """To whom it is done: by the roles in their order, then by what lies deeper inside their phrases."""
        # What the parser hung on the object itself ("far") comes after what is inside the object's own phrase.
        roles = [(role, self._heads(clause, role, near=near)) for near in (True, False) for role in frame.recipient]
        found = self._by_role(roles, actors)
        if found:
            return distinct(found)
        phrases = [self._own_words(heads, actors) if role == "content" else heads for role, heads in roles]
        if frame.recipient and not frame.reciprocal:
            phrases.append(self._remaining(clause, frame))
        return self._inside(phrases, actors, reciprocal=frame.reciprocal) or self._venues(phrases)

    def _by_role(self, roles: Iterable[tuple[str, Sequence[int]]], actors: Sequence[Participant]) -> list[Participant]:
        """Those whom the first role names that names anybody but the actors."""
        ids, places = {actor.id for actor in actors}, _places(actors)
        for role, heads in roles:
            named = self._naming.named(heads)
            found = [p for p in named if (p.start, p.end) not in places and not _is_own(p, ids, role)]
            if not found and role == "done-to":
                # "condemned the crackdown on protesters": those whose act it is, before those whom it hits
                found = [p for p in self._naming.doing(heads) if p.id not in ids]
            if found:
                return found
        return []

    def _inside(
        self, phrases: Iterable[Sequence[int]], actors: Sequence[Participant], *, reciprocal: bool
    ) -> list[Participant]:
        """The first inside the phrases, and those listed with it; of a reciprocal act all of the phrase."""
        places = _places(actors)
        for heads in phrases:
            found = [p for p in self._naming.deep(heads) if (p.start, p.end) not in places and _is_other(p, actors)]
            if found and reciprocal:
                return distinct(found)[:_MOST_SIDES]
            if found:
                return distinct(found[:1] + [p for p in found[1:] if self._naming.same_list(found[0], p)])
        return []

    def _venues(self, phrases: Iterable[Sequence[int]]) -> list[Participant]:
        """Where nobody is named, the state in which it happens: "protests erupted across Sri Lanka"."""
        mentions = [
            self._reading.mentions[head] for heads in phrases for head in heads if head in self._reading.mentions
        ]
        return [one for mention in mentions if mention.rule == "venue" for one in mention.participants][:1]

    def _own_words(self, heads: Sequence[int], actors: Sequence[Participant]) -> list[int]:
        """Of what is said, the clauses in which the speakers themselves act ("we face threats from …"), and nouns."""
        ids = {actor.id for actor in actors}
        clauses = self._reading.clauses
        doers = {
            head: self._naming.named(clauses[head].heads("doer"))
            for head in heads
            if head in clauses and clauses[head].kind == "verb"
        }
        return [head for head in heads if head not in doers or any(p.id in ids for p in doers[head])]

    def _heads(self, clause: Clause, role: str, *, near: bool) -> list[int]:
        return [a.head for a in clause.arguments if (a.role, a.near) == (role, near) and not self._is_thing(a.head)]

    def _remaining(self, clause: Clause, frame: Frame) -> list[int]:
        """The heads of roles that the frame does not name, but that may still hold the other side."""
        named = {*frame.actor, *frame.recipient}
        return [a.head for a in clause.arguments if a.role not in named and a.role not in _CIRCUMSTANCES]

    def _is_thing(self, head: int) -> bool:
        """Whether only arms are named: nobody gives anything to "tanks"; "German tanks" stand for a state."""
        mention = self._reading.mentions.get(head)
        if mention is None or self._reading.sentence.tokens[head].lemma.lower() not in self._arms:
            return False
        return not any(inner in self._reading.mentions for inner in self._reading.sentence.children[head])


def _places(participants: Iterable[Participant]) -> set[tuple[int, int]]:
    return {(participant.start, participant.end) for participant in participants}


def _is_other(participant: Participant, actors: Sequence[Participant]) -> bool:
    """Another than the actors, or of the same state another official: "the president … the prime minister"."""
    same = [actor for actor in actors if actor.id == participant.id]
    return not same or (
        participant.office is not None and all(one.office not in {None, participant.office} for one in same)
    )


def _is_own(participant: Participant, ids: set[str], role: str) -> bool:
    """Whether a recipient is the actor's own: "its embassy", or the "we" of what he says himself."""
    if participant.id not in ids:
        return False
    return role == "content" or participant.text.split(" ", 1)[0].lower() in _OWN
