"""Fits the weights by which "he", "it" and "they" are given one of those named before, for references.yaml.

    python training/antecedents.py

On the corpus: each such pronoun that is the subject or object of a coded act, with the one participant that the gold
has on that side. A choice among those whom it fits; counted with weights fitted on other passages, and with the pack's.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from choosing import Choice, fitted, held_out
from coded_clauses import coded_clauses
from passages import Passage, read_passages

from dragoman.actors.phrases import Phrase
from dragoman.actors.references import antecedents, pronouns
from dragoman.actors.references.antecedents import Signs, by_whom, signs_of
from dragoman.actors.references.salience import Seen
from dragoman.actors.setting import Setting
from dragoman.knowledge.pack import load_pack
from dragoman.measure.documents.gold import accepted_slugs
from dragoman.measure.documents.slugs import slugs_of
from dragoman.pipeline import Coder, load

HERE = Path(__file__).parent
SHRINKING = 1e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Those whom a pronoun fits, each by their last mention, with their signs; by which weights one was taken."""

    seen: list[Seen]
    signs: list[dict[str, float]]
    weights: Signs
    taken: int


class Asked:
    """Stands in for `antecedent` and keeps what it was asked, by the first character of the pronoun."""

    def __init__(self) -> None:
        self.known: dict[int, Known] = {}

    def __call__(self, phrase: Phrase, fitting: list[Seen], setting: Setting, weights: Signs) -> Seen | None:
        """As `antecedent`."""
        taken = antecedents.antecedent(phrase, fitting, setting, weights)
        known = by_whom(fitting)
        seen = [mentions[-1] for mentions in known.values()]
        if taken is not None:
            self.known[phrase.head.start] = Known(
                seen=seen,
                signs=list(signs_of(phrase, known, setting).values()),
                weights=weights,
                taken=seen.index(taken),
            )
        return taken


def main() -> int:
    """Prints the weights, by pronoun."""
    asked = Asked()
    pronouns.antecedent = asked  # type: ignore[assignment]
    coder = load(readers="grammar")
    files = sorted((HERE / "corpus").glob("*.yaml"))
    cases: dict[str, list[tuple[Choice, int]]] = defaultdict(list)
    by_weights = load_pack().references.antecedents
    for passage in (passage for file in files for passage in read_passages(file)):
        for choice, known in _choices(passage, coder, asked):
            cases[next(word for word, own in by_weights.items() if own == known.weights)].append((choice, known.taken))
    for word, weights in by_weights.items():
        choices, names = [choice for choice, _ in cases[word]], list(weights)
        own = fitted(choices, names, SHRINKING).tolist()
        print(f"  {word}: {{{', '.join(f'{name}: {weight:.2f}' for name, weight in zip(names, own, strict=True))}}}")
        taken = sum(taken in choice.right for choice, taken in cases[word])
        shares = held_out(choices, names, SHRINKING)
        right = sum(int(one.argmax()) in choice.right for choice, one in zip(choices, shares, strict=True))
        print(f"# {len(choices)} cases: {taken} right with the weights of the pack, {right} on passages held out")
    return 0


def _choices(passage: Passage, coder: Coder, asked: Asked) -> Iterator[tuple[Choice, Known]]:
    asked.known.clear()
    for reading, clause, event in coded_clauses(passage, coder):
        for role, ids in (("doer", event.actors), ("done-to", event.recipients)):
            for head in clause.heads(role):
                known = asked.known.get(reading.sentence.tokens[head].start)
                if known is not None and len(ids) == 1:
                    accepted = accepted_slugs(ids, passage.aliases)
                    right = frozenset(n for n, seen in enumerate(known.seen) if slugs_of(seen.participants) & accepted)
                    yield Choice(passage=passage.id, options=known.signs, right=right), known


if __name__ == "__main__":
    sys.exit(main())
