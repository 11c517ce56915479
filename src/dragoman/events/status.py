"""Takes a clause in its sentence, gives the status of its act, the words that gave it, and whether it is hearsay.

From inside out: the act's own negation and modal verb, then the words that govern it ("plan to", "cancelled the"),
climbing through verbs that only carry another ("will begin to").
"""

from dataclasses import dataclass

from dragoman.knowledge.status import Governing, StatusWords
from dragoman.records.clause import Clause
from dragoman.records.event import Status
from dragoman.records.reading import Reading

Cue = tuple[int, int]  # first and last token
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
        self._governing: dict[tuple[str, bool], list[tuple[tuple[str, ...], Governing]]] = {}
        for governing in words.governing:
            for phrase in governing.phrases:
                key = (phrase[-1] if governing.nouns else phrase[0], governing.nouns)
                self._governing.setdefault(key, []).append((phrase, governing))

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
        lemma = reading.sentence.tokens[clause.head].lemma.lower()
        return any(
            governing.status == "cancelled"
            and "done-to" in governing.roles
            and self._has_words(reading, clause.head, phrase)
            for phrase, governing in self._governing.get((lemma, False), ())
        )

    # The act's own words.

    def _own(self, reading: Reading, clause: Clause) -> tuple[Status, Cue] | None:
        tokens = reading.sentence.tokens
        for index in clause.auxiliaries:
            negates = tokens[index].text.lower() in self._words.negators or tokens[index].lemma in self._words.no_words
            if negates and not self._is_not_only(reading, index):
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

    def _is_not_only(self, reading: Reading, index: int) -> bool:
        """ "is not just asking", "not only met": what follows did happen."""
        after = reading.sentence.tokens[index + 1 : index + 2]
        return any(token.lemma in {"just", "only", "merely", "simply"} for token in after)

    def _modal(self, reading: Reading, clause: Clause) -> tuple[Status, Cue] | None:
        tokens = reading.sentence.tokens
        for index in clause.auxiliaries:
            status = self._words.modals.get(tokens[index].text.lower()) or self._words.modals.get(tokens[index].lemma)
            if status is not None and tokens[index].relation == "aux":
                if tokens[index].lemma == "would" and self._has_condition(reading, clause):
                    status = "possible"
                return status, (index, index)
            if tokens[index].tag == "TO" and self._is_to_be(reading, clause, index):
                return "planned", (index, index)
        return None

    def _is_to_be(self, reading: Reading, clause: Clause, to: int) -> bool:
        """ "is to visit": the infinitive hangs on a bare form of be."""
        above = reading.clauses.get(clause.governor) if clause.governor is not None else None
        if above is None or above.lemma != "be" or clause.governed_as != "content" or above.heads("complement"):
            return False
        return above.head == to - 1 or above.head < to

    def _has_condition(self, reading: Reading, clause: Clause) -> bool:
        return any(
            other.governor == clause.head and other.governed_as == "condition" for other in reading.clauses.values()
        )

    # The words that govern it.

    def _governed(self, reading: Reading, clause: Clause, *, hearsay: bool) -> Standing:
        current = clause
        for _ in range(_DEPTH):
            if current.governed_as == "condition":
                return Standing(status="possible", cue=self._mark(reading, current), hearsay=hearsay)
            if current.governed_as == "purpose":
                above = reading.clauses.get(current.governor) if current.governor is not None else None
                if above is None or above.lemma not in self._words.motion:
                    return Standing(left_out="a purpose, not an act", hearsay=hearsay)
            found = self._by_governor(reading, current)
            if found is not None:
                return Standing(status=found[0], cue=found[1], hearsay=hearsay)
            above = reading.clauses.get(current.governor) if current.governor is not None else None
            if above is None or not self._passes_on(reading, current, above):
                break
            own = self._own(reading, above)
            if own is not None:
                return Standing(status=own[0], cue=own[1], hearsay=hearsay)
            current = above
        return Standing(hearsay=hearsay)

    def _by_governor(self, reading: Reading, clause: Clause) -> tuple[Status, Cue] | None:
        """The status that the verb or noun gives on which the act hangs."""
        for head, role, is_noun in self._governors(reading, clause):
            token = reading.sentence.tokens[head]
            keys = {token.lemma.lower(), token.text.lower()} if not is_noun else {token.lemma.lower()}
            for key in keys | ({"be"} if not is_noun else set()):
                for phrase, governing in self._governing.get((key, is_noun), ()):
                    if role in governing.roles and self._has_words(reading, head, phrase):
                        ended = self._ended(reading, head) if is_noun else None
                        return ended or (self._turned(reading, head, governing.status), (head, head))
        return None

    def _ended(self, reading: Reading, noun: int) -> tuple[Status, Cue] | None:
        """ "scrapped its plan to deport", "dropped the threat to leave": what became of the plan became of the act."""
        token = reading.sentence.tokens[noun]
        above = reading.clauses.get(token.head)
        if above is None or above.kind != "verb" or noun not in above.heads("done-to"):
            return None
        return ("cancelled", (above.head, above.head)) if self.calls_off(reading, above) else None

    def _governors(self, reading: Reading, clause: Clause) -> list[tuple[int, str, bool]]:
        """The heads on which the act hangs and its role there: its governor, and the noun between them."""
        found: list[tuple[int, str, bool]] = []
        tokens = reading.sentence.tokens
        token = tokens[clause.head]
        above = tokens[token.head]
        if above.index != token.index:
            if token.relation == "acl" and above.tag.startswith("NN"):
                found.append((above.index, "content", True))
            elif above.relation == "prep" and tokens[above.head].tag.startswith("NN"):
                found.append((above.head, above.text.lower(), True))
        if clause.governor is not None and clause.governed_as is not None:
            governor = tokens[clause.governor]
            is_noun = governor.tag.startswith("NN")
            role = "content" if clause.governed_as in {"content", "item"} else clause.governed_as
            found.append((clause.governor, role, is_noun))
            verb = reading.clauses.get(clause.governor)
            if verb is not None and verb.kind == "verb":
                found += [(verb.head, a.role, False) for a in verb.arguments if a.head == clause.head and a.near]
        return found

    def _turned(self, reading: Reading, head: int, status: Status) -> Status:
        """ "did not rule out", "has no plans": the governing word is itself denied."""
        tokens = reading.sentence.tokens
        denied = any(
            tokens[child].text.lower() in self._words.negators or tokens[child].lemma in self._words.no_words
            for child in reading.sentence.children[head]
        )
        if not denied:
            return status
        return "possible" if status in {"negated", "cancelled"} else "negated"

    def _has_words(self, reading: Reading, head: int, phrase: tuple[str, ...]) -> bool:
        """Whether "call" has its "off", "be" its "willing"."""
        token = reading.sentence.tokens[head]
        if phrase[0] == "be" and token.lemma != "be":
            return token.tag == "VBN" and token.text.lower() == phrase[-1]
        if phrase[0] != token.lemma.lower() and phrase[-1] != token.lemma.lower():
            return False
        below = {
            word
            for child in reading.sentence.children[head]
            for word in (reading.sentence.tokens[child].text.lower(), reading.sentence.tokens[child].lemma.lower())
        }
        return all(word in below for word in phrase if word != token.lemma.lower())

    def _passes_on(self, reading: Reading, clause: Clause, above: Clause) -> bool:
        """Whether the governor only carries the act, so that its own tense and governors count for it."""
        if clause.governed_as in {"light", "item", "adverbial", "coordinate"}:
            return clause.governed_as in {"light", "item"}
        if clause.governed_as == "noun":
            return False
        if clause.governed_as != "content" and clause.governed_as != "purpose":
            return False
        return (
            any(self._has_words(reading, above.head, phrase) for phrase in self._words.carriers)
            or above.lemma in self._words.motion
        )

    def _mark(self, reading: Reading, clause: Clause) -> Cue | None:
        for child in reading.sentence.children[clause.head]:
            if reading.sentence.tokens[child].relation == "mark":
                return child, child
        return None

    def _is_hearsay(self, reading: Reading, clause: Clause) -> bool:
        words = [reading.sentence.tokens[child].lemma.lower() for child in reading.sentence.children[clause.head]]
        return any(word in self._words.hearsay for word in words)
