"""Fits the weights by which "the army" or "the minister" is given a state that no word says, for references.yaml.

    python training/homes.py

On the corpus: whoever is the subject or object of a coded act and bears such a noun, with the one participant that the
gold has on that side. A choice among the states spoken of, and nobody's; counted with weights fitted on other passages.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from choosing import Choice, fitted, held_out
from coded_clauses import coded_clauses
from passages import Passage, read_passages
from torch import Tensor

from dragoman.actors import home
from dragoman.actors.descriptions import bodies, offices, titles
from dragoman.actors.home import Home, Signs, signs_of_homes, signs_of_nobody
from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Setting
from dragoman.knowledge.pack import load_pack
from dragoman.measure.documents.gold import accepted_slugs
from dragoman.measure.documents.slugs import slug
from dragoman.pipeline import Coder, load

HERE = Path(__file__).parent
SHRINKING = 1e-3


class Asked:
    """Stands in for `home_of` and keeps what it was asked, by the first character of the phrase's head."""

    def __init__(self) -> None:
        self.signs: dict[int, tuple[dict[str, dict[str, float]], dict[str, float]]] = {}

    def __call__(self, phrase: Phrase, setting: Setting, sector: str | None, weights: Signs) -> Home | None:
        """As `home_of`."""
        self.signs[phrase.head.start] = (
            signs_of_homes(phrase, setting, sector),
            signs_of_nobody(phrase, setting, sector),
        )
        return home.home_of(phrase, setting, sector, weights)


def main() -> int:
    """Prints the weights."""
    asked = Asked()
    for module in (bodies, offices, titles):
        module.home_of = asked  # type: ignore[assignment]
    coder = load(readers="grammar")
    files = sorted((HERE / "corpus").glob("*.yaml"))
    choices = [one for file in files for p in read_passages(file) for one in _choices(p, coder, asked)]
    names = list(load_pack().references.homes)
    print(f"# {len(choices)} cases, {sum(0 not in one.right for one in choices)} with a state")
    for name, weight in zip(names, fitted(choices, names, SHRINKING).tolist(), strict=True):
        print(f"  {name}: {weight:.2f}")
    shares = held_out(choices, names, SHRINKING)
    for least in (0.3, 0.35, 0.4, 0.5, 0.6, 0.7):
        answers = [_answer(one, least) for one in shares]
        given = [(choice, answer) for choice, answer in zip(choices, answers, strict=True) if answer]
        right = sum(answer in choice.right for choice, answer in given)
        print(f"# from {least} on: {len(given)} given, {right} right; all right {_right(choices, answers)}")
    return 0


def _choices(passage: Passage, coder: Coder, asked: Asked) -> Iterator[Choice]:
    """Nobody first, then the states."""
    asked.signs.clear()
    for reading, clause, event in coded_clauses(passage, coder):
        for role, ids in (("doer", event.actors), ("done-to", event.recipients)):
            for head in clause.heads(role):
                known = asked.signs.get(reading.sentence.tokens[head].start)
                if known is not None and len(ids) == 1:
                    states, nobody = known
                    accepted = accepted_slugs(ids, passage.aliases)
                    gold = next((n for n, state in enumerate(states, start=1) if slug(state) in accepted), 0)
                    yield Choice(passage=passage.id, options=(nobody, *states.values()), right=frozenset({gold}))


def _answer(shares: Tensor, least: float) -> int:
    """The likeliest state from `least` on, else nobody."""
    states = shares[1:]
    return int(states.argmax()) + 1 if len(states) and float(states.max()) >= least else 0


def _right(choices: Sequence[Choice], answers: Sequence[int]) -> int:
    return sum(answer in choice.right for choice, answer in zip(choices, answers, strict=True))


if __name__ == "__main__":
    sys.exit(main())
