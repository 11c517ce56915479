"""Takes a clause, gives the status that the words have on which its act hangs: "plan to", "cancelled the"."""

from dragoman.knowledge.status import Governing, StatusWords
from dragoman.records.clause import Clause
from dragoman.records.event import Status
from dragoman.records.reading import Reading

Cue = tuple[int, int]  # first and last token


class GoverningReader:
    """Reads what the verbs and nouns above an act say of it."""

    def __init__(self, words: StatusWords) -> None:
        self._words = words
        self._governing: dict[tuple[str, bool], list[tuple[tuple[str, ...], Governing]]] = {}
        for governing in words.governing:
            for phrase in governing.phrases:
                key = (phrase[-1] if governing.nouns else phrase[0], governing.nouns)
                self._governing.setdefault(key, []).append((phrase, governing))

    def status(self, reading: Reading, clause: Clause) -> tuple[Status, Cue] | None:
        """The status that the verb or noun gives on which the act hangs."""
        for head, role, is_noun in _governors(reading, clause):
            token = reading.sentence.tokens[head]
            lemma = token.lemma.lower()
            for key in (lemma,) if is_noun else dict.fromkeys((lemma, token.text.lower(), "be")):
                for phrase, governing in self._governing.get((key, is_noun), ()):
                    if role in governing.roles and _has_words(reading, head, phrase):
                        ended = self._ended(reading, head) if is_noun else None
                        return ended or (self._turned(reading, head, governing.status), (head, head))
        return None

    def calls_off(self, reading: Reading, clause: Clause) -> bool:
        """Whether the verb calls something off: "scrapped", "put off"."""
        lemma = reading.sentence.tokens[clause.head].lemma.lower()
        return any(
            governing.status == "cancelled"
            and "done-to" in governing.roles
            and _has_words(reading, clause.head, phrase)
            for phrase, governing in self._governing.get((lemma, False), ())
        )

    def passes_on(self, reading: Reading, clause: Clause, above: Clause) -> bool:
        """Whether the governor only carries the act, so that its own tense and governors count for it."""
        if clause.governed_as not in {"content", "purpose"}:
            return clause.governed_as in {"light", "item"}
        carries = any(_has_words(reading, above.head, phrase) for phrase in self._words.carriers)
        return carries or above.lemma in self._words.motion

    def _ended(self, reading: Reading, noun: int) -> tuple[Status, Cue] | None:
        """ "scrapped its plan to deport", "dropped the threat to leave": what became of the plan became of the act."""
        token = reading.sentence.tokens[noun]
        above = reading.clauses.get(token.head)
        if above is None or above.kind != "verb" or noun not in above.heads("done-to"):
            return None
        return ("cancelled", (above.head, above.head)) if self.calls_off(reading, above) else None

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


def _governors(reading: Reading, clause: Clause) -> list[tuple[int, str, bool]]:
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


def _has_words(reading: Reading, head: int, phrase: tuple[str, ...]) -> bool:
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
