"""Takes a clause in its reading, gives who says that its act is so, to whom, and by which verb."""

from dataclasses import dataclass

from dragoman.knowledge.status import SpeechWords
from dragoman.records.clause import Clause
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

_DEPTH = 8
_THROUGH = frozenset(
    {"content", "light", "item", "coordinate", "noun", "adverbial", "relative", "done-to", "doer", "purpose"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A speaker, those spoken to, and the head token of the verb of saying."""

    speakers: tuple[Participant, ...]
    addressees: tuple[Participant, ...]
    verb: int


class SpeechReader:
    """Callable: the saying that a clause is content of, or None."""

    def __init__(self, words: SpeechWords) -> None:
        self._words = words

    def __call__(self, reading: Reading, clause: Clause) -> Saying | None:
        """The innermost verb of saying above the clause, with a speaker that is known."""
        current: Clause = clause
        seen: set[int] = {clause.head}
        for _ in range(_DEPTH):
            above = self._above(reading, current)
            if above is None or above.head in seen:
                return self._according(reading, clause)
            seen.add(above.head)
            if above.lemma in self._words.verbs and above.kind == "verb" and self._is_content(current, above):
                saying = self._saying(reading, above)
                if saying is not None:
                    return saying
            current = above
        return None

    def sayings(self, reading: Reading) -> list[Saying]:
        """Every saying of the sentence whose speaker is known, in order."""
        found = (
            self._saying(reading, c)
            for c in reading.clauses.values()
            if c.kind == "verb" and c.lemma in self._words.verbs
        )
        return [saying for saying in found if saying is not None]

    def _above(self, reading: Reading, clause: Clause) -> Clause | None:
        """The clause on which this one hangs, through nouns if need be."""
        if clause.governor is None or (clause.governed_as == "coordinate" and clause.kind == "verb"):
            return self._coordinated(reading, clause)
        if clause.governor in reading.clauses:
            return reading.clauses[clause.governor]
        index = clause.governor
        while reading.sentence.tokens[index].head != index:
            index = reading.sentence.tokens[index].head
            if index in reading.clauses:
                return reading.clauses[index]
        return None

    def _coordinated(self, reading: Reading, clause: Clause) -> Clause | None:
        """A second clause shares the saying of the first: "he said that A came and B left"."""
        if clause.governed_as != "coordinate" or clause.governor is None:
            return None
        return reading.clauses.get(clause.governor)

    def _is_content(self, inner: Clause, verb: Clause) -> bool:
        return (
            inner.head in verb.heads("content")
            or inner.governed_as in {"content", "coordinate"}
            or inner.kind == "noun"
        )

    def _saying(self, reading: Reading, verb: Clause) -> Saying | None:
        speakers = tuple(
            p for head in verb.heads("doer") if head in reading.mentions for p in reading.mentions[head].participants
        )
        if not speakers:
            return None
        to = tuple(
            participant
            for role in self._words.addressees
            for argument in verb.arguments
            if argument.role == role
            and argument.head in reading.mentions
            and reading.sentence.tokens[argument.head].lemma.lower() not in self._words.not_addressed
            for participant in reading.mentions[argument.head].participants
        )
        return Saying(speakers=speakers, addressees=to if verb.heads("content") else (), verb=verb.head)

    def _according(self, reading: Reading, clause: Clause) -> Saying | None:
        """ "according to the ministry"."""
        tokens = reading.sentence.tokens
        for token in tokens:
            if token.text.lower() != "according":
                continue
            for to in reading.sentence.children[token.index]:
                for inner in reading.sentence.children[to]:
                    mention = reading.mentions.get(inner)
                    if mention is not None and clause.head not in reading.sentence.subtree(token.index):
                        return Saying(speakers=mention.participants, addressees=(), verb=token.index)
        return None
