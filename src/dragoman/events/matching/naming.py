"""Takes words of a reading, gives the participants that they name, own, or hold deeper inside their phrases."""

from collections.abc import Iterable, Iterator

from dragoman.records.clause import Clause
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

_OWNERS = ("poss", "amod", "compound", "nmod")
_CLAUSES_BELOW = frozenset({"relcl", "acl", "advcl", "ccomp", "xcomp", "parataxis"})
_DEEPEST = 6


class Naming:
    """Finds the participants of one reading by its words."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tokens = reading.sentence.tokens
        self._children = reading.sentence.children
        self._asked: set[int] = set()  # heads that are being asked for just now

    def inside(self, heads: Iterable[int]) -> list[Participant]:
        """Every participant in the phrases of these heads, the heads' own first."""
        heads = list(heads)
        return distinct([*self.named(heads), *self.deep(heads)])

    def around(self, heads: Iterable[int]) -> list[Participant]:
        """Every participant anywhere below these heads, clauses included, in the order of the text."""
        below = sorted({index for head in heads for index in self._reading.sentence.subtree(head)})
        return distinct(
            p for index in below if index in self._reading.mentions for p in self._reading.mentions[index].participants
        )

    def named(self, heads: Iterable[int]) -> list[Participant]:
        """Those whom the words themselves name."""
        return [participant for head in heads for participant in self._at(head)]

    def owning(self, heads: Iterable[int]) -> list[Participant]:
        """Of "Russian missiles", "China's navy", "a strike by rebels": those whose thing it is."""
        found: list[Participant] = []
        for head in heads:
            for child in self._children[self._list_start(head)]:
                token = self._tokens[child]
                if token.relation in _OWNERS:
                    found += self._at(child)
                elif token.relation in {"prep", "agent"} and token.lemma == "by":
                    found += self.named(
                        inner for inner in self._children[child] if self._tokens[inner].relation == "pobj"
                    )
        return found

    def doing(self, heads: Iterable[int]) -> list[Participant]:
        """Of nouns that tell acts, who does them: by the noun itself, or by "that NATO had set" behind it."""
        clauses = [self._reading.clauses[head] for head in heads if head in self._reading.clauses]
        acts = [clause for clause in clauses if clause.kind == "noun"]
        doers = [head for clause in acts for role in ("doer", "modifier") for head in clause.heads(role)]
        return self.named(doers) or self.named(head for act in acts for head in self._set_by(act))

    def _set_by(self, act: Clause) -> list[int]:
        """The doers of relative clauses of which the act's noun is the object."""
        relative = [c for c in self._reading.clauses.values() if c.governed_as == "relative" and c.governor == act.head]
        return [head for clause in relative if act.head in clause.heads("done-to") for head in clause.heads("doer")]

    def deep(self, heads: Iterable[int]) -> list[Participant]:
        """Participants inside the phrases: possessors and adjectives first, then what follows prepositions."""
        found: list[Participant] = []
        for head in heads:
            if head in self._reading.clauses and self._reading.clauses[head].kind == "verb":
                found += list(self._at(head))
            level = [head]
            for _ in range(_DEEPEST):
                below = [child for index in level for child in self._children[index] if self._goes_on(child)]
                for relation_first in (True, False):
                    for child in below:
                        if (self._tokens[child].relation in _OWNERS) == relation_first:
                            found += self._at(child)
                level = below
        # Those with a name or a state come before "troops" and the like.
        return sorted(found, key=lambda p: p.country is None and p.kind not in {"igo", "group"})

    def same_list(self, first: Participant, other: Participant) -> bool:
        """Whether two participants stand in one coordination: "the assets of Iran and Syria"."""
        heads = {}
        for head, mention in self._reading.mentions.items():
            for participant in mention.participants:
                heads[participant.start, participant.end] = head
        one, two = heads.get((first.start, first.end)), heads.get((other.start, other.end))
        if one is None or two is None:
            return False
        return one == two or self._list_start(two) == self._list_start(one)

    def _at(self, head: int) -> Iterator[Participant]:
        """The participants named by a token, or by the name set beside it ("the host, Spain")."""
        if head in self._asked:  # clauses that are one another's doers: nobody is named by either
            return
        self._asked.add(head)
        try:
            yield from list(self._standing_at(head))
        finally:
            self._asked.discard(head)

    def _standing_at(self, head: int) -> Iterator[Participant]:
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
            yield from named or self.owning(doers)
            return
        for child in self._children[head]:
            if self._tokens[child].relation == "appos" and child in self._reading.mentions:
                yield from self._reading.mentions[child].participants

    def _goes_on(self, index: int) -> bool:
        token = self._tokens[index]
        if token.relation not in _CLAUSES_BELOW:
            return True
        # "the ship seized by Iran" goes on with the ship; "the ship, which Iran has seized," tells what another did.
        subjects = [child for child in self._children[index] if self._tokens[child].relation == "nsubj"]
        return token.tag == "VBN" and not subjects

    def _list_start(self, index: int) -> int:
        while self._tokens[index].relation == "conj":
            index = self._tokens[index].head
        return index


def distinct(participants: Iterable[Participant]) -> list[Participant]:
    """Each participant once, where it is named first."""
    seen: dict[tuple[str, str | None], Participant] = {}
    for participant in participants:
        seen.setdefault((participant.id, participant.person), participant)
    return list(seen.values())
