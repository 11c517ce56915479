"""Takes a clause and a frame, gives the participants that fill the frame's sides."""

from collections.abc import Iterable, Iterator

from dragoman.knowledge.frames import Frame
from dragoman.records.clause import Clause
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

_OWNERS = ("poss", "amod", "compound", "nmod")
# Roles that tell when, where, how and by whose account, never to whom.
_CIRCUMSTANCES = frozenset(
    {
        "doer",
        "modifier",
        "particle",
        "in",
        "at",
        "by",
        "as",
        "after",
        "before",
        "since",
        "during",
        "until",
        "according to",
        "near",
        "amid",
        "following",
        "despite",
        "because of",
        "including",
        "like",
        "such as",
        "throughout",
        "within",
    }
)
_CLAUSES_BELOW = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis"})


class Filling:
    """Fills the roles of a clause with the participants of one reading."""

    def __init__(self, reading: Reading, arms: frozenset[str] = frozenset()) -> None:
        self._reading = reading
        self._arms = arms
        self._tokens = reading.sentence.tokens
        self._children = reading.sentence.children

    def actors(self, clause: Clause, frame: Frame) -> list[Participant]:
        """Who does it: those named by the roles themselves, else those to whom the named thing belongs."""
        heads = [argument.head for role in frame.actor for argument in clause.arguments if argument.role == role]
        return _distinct(self._named(heads) or self._owning(heads))

    def recipients(self, clause: Clause, frame: Frame, actors: Iterable[Participant]) -> list[Participant]:
        """To whom it is done: by the roles in their order, then by what lies deeper inside their phrases."""
        taken = {(participant.start, participant.end) for participant in actors}
        ids = {participant.id for participant in actors}
        # What the parser hung on the object itself ("far") comes after what is inside the object's own phrase.
        roles = [(role, near) for near in (True, False) for role in frame.recipient]
        by_role = [
            [a.head for a in clause.arguments if (a.role, a.near) == wanted and not self._is_thing(a.head)]
            for wanted in roles
        ]
        for (role, _), heads in zip(roles, by_role, strict=True):
            found = [p for p in self._named(heads) if (p.start, p.end) not in taken and not _is_own(p, ids, role)]
            if found:
                return _distinct(found)
            if (
                role == "done-to"
            ):  # "condemned the crackdown on protesters": those whose act it is, before those whom it hits
                found = [p for p in self._doing(heads) if p.id not in ids]
                if found:
                    return _distinct(found)
        if frame.recipient and not frame.reciprocal:
            by_role += [self._remaining(clause, frame)]
        for heads in by_role:
            found = [p for p in self._deep(heads) if (p.start, p.end) not in taken and p.id not in ids]
            if found and frame.reciprocal:
                return _distinct(found)[:4]
            if found:
                return _distinct(found[:1] + [p for p in found[1:] if self._same_list(found[0], p)])
        return []

    def _doing(self, heads: Iterable[int]) -> list[Participant]:
        """Of nouns that tell acts, who does them."""
        clauses = [self._reading.clauses[head] for head in heads if head in self._reading.clauses]
        doers = [
            head
            for clause in clauses
            if clause.kind == "noun"
            for role in ("doer", "modifier")
            for head in clause.heads(role)
        ]
        return self._named(doers)

    def _remaining(self, clause: Clause, frame: Frame) -> list[int]:
        """The heads of roles that the frame does not name, but that may still hold the other side."""
        named = {*frame.actor, *frame.recipient}
        return [a.head for a in clause.arguments if a.role not in named and a.role not in _CIRCUMSTANCES]

    def _is_thing(self, head: int) -> bool:
        """Whether only arms are named: "tanks" are given, nobody gives anything to them. Those of a state stand for it."""
        mention = self._reading.mentions.get(head)
        is_arms = self._tokens[head].lemma.lower() in self._arms
        return is_arms and mention is not None and all(p.country is None for p in mention.participants)

    def inside(self, heads: Iterable[int]) -> list[Participant]:
        """Every participant in the phrases of these heads, the heads' own first."""
        heads = list(heads)
        return _distinct([*self._named(heads), *self._deep(heads)])

    def around(self, heads: Iterable[int]) -> list[Participant]:
        """Every participant anywhere below these heads, clauses included, in the order of the text."""
        below = sorted({index for head in heads for index in self._reading.sentence.subtree(head)})
        return _distinct(
            p for index in below if index in self._reading.mentions for p in self._reading.mentions[index].participants
        )

    def _named(self, heads: Iterable[int]) -> list[Participant]:
        return [participant for head in heads for participant in self._at(head)]

    def _at(self, head: int) -> Iterator[Participant]:
        """The participants named by a token, or by the name set beside it ("the host, Spain")."""
        mention = self._reading.mentions.get(head)
        if mention is not None:
            yield from mention.participants
            return
        clause = self._reading.clauses.get(head)
        if clause is not None and clause.kind == "verb":  # "demanded that Iran withdraw": whoever is to do it
            doers = [doer for doer in clause.heads("doer") if doer != head]
            named = [
                p for doer in doers if doer in self._reading.mentions for p in self._reading.mentions[doer].participants
            ]
            yield from named or self._owning(doers)
            return
        for child in self._children[head]:
            if self._tokens[child].relation == "appos" and child in self._reading.mentions:
                yield from self._reading.mentions[child].participants

    def _owning(self, heads: Iterable[int]) -> list[Participant]:
        """Of "Russian missiles", "China's navy", "a strike by rebels": those whose thing it is."""
        found: list[Participant] = []
        for head in heads:
            for child in self._children[self._list_start(head)]:
                token = self._tokens[child]
                if token.relation in _OWNERS:
                    found += self._at(child)
                elif token.relation in {"prep", "agent"} and token.lemma == "by":
                    found += self._named(
                        inner for inner in self._children[child] if self._tokens[inner].relation == "pobj"
                    )
        return found

    def _deep(self, heads: Iterable[int]) -> list[Participant]:
        """Participants inside the phrases: possessors and adjectives first, then what follows prepositions."""
        found: list[Participant] = []
        for head in heads:
            if head in self._reading.clauses and self._reading.clauses[head].kind == "verb":
                found += list(self._at(head))
            level = [head]
            for _ in range(6):
                below = [child for index in level for child in self._children[index] if self._goes_on(child)]
                for relation_first in (True, False):
                    for child in below:
                        if (self._tokens[child].relation in _OWNERS) == relation_first:
                            found += self._at(child)
                level = below
        # Those with a name or a state come before "troops" and the like.
        return sorted(found, key=lambda p: p.country is None and p.kind not in {"igo", "group"})

    def _goes_on(self, index: int) -> bool:
        token = self._tokens[index]
        return token.relation not in _CLAUSES_BELOW or token.tag == "VBN"

    def _same_list(self, first: Participant, other: Participant) -> bool:
        """Whether two participants stand in one coordination: "the assets of Iran and Syria"."""
        heads = {}
        for head, mention in self._reading.mentions.items():
            for participant in mention.participants:
                heads[participant.start, participant.end] = head
        one, two = heads.get((first.start, first.end)), heads.get((other.start, other.end))
        if one is None or two is None:
            return False
        return one == two or self._list_start(two) == self._list_start(one)

    def _list_start(self, index: int) -> int:
        while self._tokens[index].relation == "conj":
            index = self._tokens[index].head
        return index


def _is_own(participant: Participant, ids: set[str], role: str) -> bool:
    """Whether a recipient is the actor's own: "its embassy", or the "we" of what he says himself."""
    if participant.id not in ids:
        return False
    return role == "content" or participant.text.split(" ")[0].lower() in {
        "its",
        "his",
        "her",
        "their",
        "our",
        "own",
        "my",
    }


def _distinct(participants: Iterable[Participant]) -> list[Participant]:
    seen: dict[tuple[str, str | None], Participant] = {}
    for participant in participants:
        seen.setdefault((participant.id, participant.person), participant)
    return list(seen.values())
