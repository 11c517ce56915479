"""Takes a clause in its sentence, gives the status of its act, the words that gave it, and whether it is hearsay.

From inside out: the act's own negation and modal verb, then the words that govern it ("plan to", "cancelled the"),
climbing through verbs that only carry another ("will begin to").
"""

from dataclasses import dataclass

from dragoman.events.standing.governing import Cue, GoverningReader
from dragoman.knowledge.status import StatusWords
from dragoman.records.clause import Clause
from dragoman.records.event import Status
from dragoman.records.reading import Reading

_DEPTH = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The status of an act, its cue, whether it is hearsay, and why it is to be left out altogether, if it is."""

    status: Status = "occurred"
    cue: Cue | None = None
    hearsay: bool = False
    left_out: str | None = None


class StatusReader:
    """Callable: a reading and one of its clauses in, the standing of the act out."""

    def __init__(self, words: StatusWords) -> None:
        self._words = words
        self._governing = GoverningReader(words)

    def __call__(self, reading: Reading, clause: Clause) -> Standing:
        """The standing of the act that the clause tells."""
        hearsay = self._is_hearsay(reading, clause)
        own = self._own(reading, clause)
        if own is not None:
            return Standing(status=own[0], cue=own[1], hearsay=hearsay)
        governed = self._governed(reading, clause, hearsay=hearsay)
        modified = self._modified(reading, clause)
        # A planned visit that was cancelled is cancelled: what governs the act tells what became of it.
        if modified is None or governed.status in {"cancelled", "negated"}:
            return governed
        return Standing(status=modified[0], cue=modified[1], hearsay=hearsay)

    def calls_off(self, reading: Reading, clause: Clause) -> bool:
        """Whether the verb calls something off: "scrapped", "put off"."""
        return self._governing.calls_off(reading, clause)

    def _governed(self, reading: Reading, clause: Clause, *, hearsay: bool) -> Standing:
        current = clause
        for _ in range(_DEPTH):
            if current.governed_as == "condition":
                return Standing(status="possible", cue=_mark(reading, current), hearsay=hearsay)
            if current.governed_as == "purpose":
                above = reading.clauses.get(current.governor) if current.governor is not None else None
                if above is None or above.lemma not in self._words.motion:
                    return Standing(left_out="a purpose, not an act", hearsay=hearsay)
            found = self._governing.status(reading, current)
            if found is not None:
                return Standing(status=found[0], cue=found[1], hearsay=hearsay)
            above = reading.clauses.get(current.governor) if current.governor is not None else None
            if above is None or not self._governing.passes_on(reading, current, above):
                break
            own = self._own(reading, above)
            if own is not None:
                return Standing(status=own[0], cue=own[1], hearsay=hearsay)
            current = above
        return Standing(hearsay=hearsay)

    def _own(self, reading: Reading, clause: Clause) -> tuple[Status, Cue] | None:
        tokens = reading.sentence.tokens
        for index in clause.auxiliaries:
            negates = tokens[index].text.lower() in self._words.negators or tokens[index].lemma in self._words.no_words
            if negates and not _is_not_only(reading, index):
                return "negated", (index, index)
        for argument in clause.arguments:
            if argument.role in {"doer", "done-to"} and argument.near:
                for child in reading.sentence.children[argument.head]:
                    if tokens[child].lemma in self._words.no_words and tokens[child].relation == "det":
                        return "negated", (child, child)
        return self._modal(reading, clause)

    def _modified(self, reading: Reading, clause: Clause) -> tuple[Status, Cue] | None:
        """What an adjective before the act's noun says: "planned talks", "a failed coup"."""
        tokens = reading.sentence.tokens
        for child in reading.sentence.children[clause.head]:
            word = tokens[child].text.lower()
            if word in self._words.modifiers and tokens[child].relation in {"amod", "advmod", "compound", "nmod"}:
                return self._words.modifiers[word], (child, child)
        return None

    def _modal(self, reading: Reading, clause: Clause) -> tuple[Status, Cue] | None:
        tokens = reading.sentence.tokens
        for index in clause.auxiliaries:
            status = self._words.modals.get(tokens[index].text.lower()) or self._words.modals.get(tokens[index].lemma)
            if status is not None and tokens[index].relation == "aux":
                if tokens[index].lemma == "would" and _has_condition(reading, clause):
                    status = "possible"
                return status, (index, index)
            if tokens[index].tag == "TO" and _is_to_be(reading, clause, index):
                return "planned", (index, index)
        return None

    def _is_hearsay(self, reading: Reading, clause: Clause) -> bool:
        words = [reading.sentence.tokens[child].lemma.lower() for child in reading.sentence.children[clause.head]]
        return any(word in self._words.hearsay for word in words)


def _is_not_only(reading: Reading, index: int) -> bool:
    """ "is not just asking", "not only met": what follows did happen."""
    after = reading.sentence.tokens[index + 1 : index + 2]
    return any(token.lemma in {"just", "only", "merely", "simply"} for token in after)


def _is_to_be(reading: Reading, clause: Clause, to: int) -> bool:
    """ "is to visit": the infinitive hangs on a bare form of be."""
    above = reading.clauses.get(clause.governor) if clause.governor is not None else None
    if above is None or above.lemma != "be" or clause.governed_as != "content" or above.heads("complement"):
        return False
    return above.head < to


def _has_condition(reading: Reading, clause: Clause) -> bool:
    return any(other.governor == clause.head and other.governed_as == "condition" for other in reading.clauses.values())


def _mark(reading: Reading, clause: Clause) -> Cue | None:
    for child in reading.sentence.children[clause.head]:
        if reading.sentence.tokens[child].relation == "mark":
            return child, child
    return None
