"""Acts that their words turn into another type: "will not lift the ban" refuses, "will expel … unless" threatens."""

from collections.abc import Iterable

from dragoman.events.draft import Draft
from dragoman.knowledge.status import StatusWords
from dragoman.records.clause import Clause


class Turning:
    """Callable: turns declared refusals into REJECT and conditional harm into THREATEN, by the pack's tables."""

    def __init__(self, words: StatusWords) -> None:
        self._refusals = words.refusals
        self._threats = words.threats
        self._declared = words.declared

    def __call__(self, drafts: Iterable[Draft]) -> None:
        """Turn those drafts whose words say so."""
        for draft in drafts:
            if draft.dropped is not None or not draft.actors or not self._is_declared(draft):
                continue
            if draft.status == "negated" and draft.type in self._refusals:
                draft.turned = ("REJECT", self._refusals[draft.type])
                draft.status = "occurred"
                draft.steps.append("declared not to be done: a refusal")
            elif draft.type in self._threats and draft.status != "negated" and _has_unless(draft):
                draft.turned = ("THREATEN", self._threats[draft.type])
                draft.status = "threatened"
                draft.steps.append("to be done unless something else is: a threat")

    def _is_declared(self, draft: Draft) -> bool:
        tokens = draft.reading.sentence.tokens
        return any(tokens[index].text.lower() in self._declared for index in draft.clause.auxiliaries)


def _has_unless(draft: Draft) -> bool:
    tokens = draft.reading.sentence.tokens
    return any(
        clause.governor == draft.clause.head
        and clause.governed_as == "condition"
        and _opens_with(draft, clause, "unless")
        for clause in draft.reading.clauses.values()
    ) or any(token.lemma == "unless" and tokens[token.head].head == draft.clause.head for token in tokens)


def _opens_with(draft: Draft, clause: Clause, word: str) -> bool:
    sentence = draft.reading.sentence
    return any(sentence.tokens[child].lemma == word for child in sentence.children[clause.head])
