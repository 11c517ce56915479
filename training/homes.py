"""Fits the weights by which "the army" or "the minister" is given a state that no word says, for references.yaml.

    python training/homes.py

On the corpus: whoever is the subject or object of a coded act and bears such a noun, with the one participant that the
gold has on that side. A logistic choice among the states spoken of, and nobody's.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
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
SHRINKING = 2e-3


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """The signs of each state, those of nobody, and which state the gold has, or None."""

    states: dict[str, dict[str, float]]
    nobody: dict[str, float]
    gold: str | None


class Asked:
    """Stands in for `home_of` and keeps what it was asked, by the first character of the phrase's head."""

    def __init__(self) -> None:
        self.signs: dict[int, tuple[dict[str, dict[str, float]], dict[str, float]]] = {}

    def __call__(self, phrase: Phrase, setting: Setting, sector: str | None, weights: Signs) -> Home | None:
        """As `home_of`."""
        self.signs[phrase.head.start] = (signs_of_homes(phrase, setting, sector), signs_of_nobody(phrase, sector))
        return home.home_of(phrase, setting, sector, weights)


def main() -> int:
    """Prints the weights."""
    asked = Asked()
    for module in (bodies, offices, titles):
        module.home_of = asked  # type: ignore[assignment]
    coder = load(readers="grammar")
    files = sorted((HERE / "corpus").glob("*.yaml"))
    cases = [case for file in files for p in read_passages(file) for case in _cases(p, coder, asked)]
    names = list(load_pack().references.homes)
    print(f"# {len(cases)} cases, {sum(case.gold is not None for case in cases)} with a state")
    weights = _fitted(cases, names)
    for name, weight in zip(names, weights.tolist(), strict=True):
        print(f"  {name}: {weight:.2f}")
    for least in (0.35, 0.4, 0.5, 0.6, 0.7):
        answers = [(case.gold, _answer(case, names, weights, least)) for case in cases]
        given = [(gold, answer) for gold, answer in answers if answer is not None]
        right = sum(gold == answer for gold, answer in given)
        print(f"# from {least} on: {len(given)} given, {right} right; all right {sum(g == a for g, a in answers)}")
    return 0


def _cases(passage: Passage, coder: Coder, asked: Asked) -> Iterator[Case]:
    asked.signs.clear()
    for reading, clause, event in coded_clauses(passage, coder):
        for role, ids in (("doer", event.actors), ("done-to", event.recipients)):
            for head in clause.heads(role):
                known = asked.signs.get(reading.sentence.tokens[head].start)
                if known is not None and len(ids) == 1:
                    accepted = accepted_slugs(ids, passage.aliases)
                    gold = next((state for state in known[0] if slug(state) in accepted), None)
                    yield Case(states=known[0], nobody=known[1], gold=gold)


def _rows(case: Case, names: list[str]) -> Tensor:
    """The signs of nobody, then those of each state. Shape: (1 + states, names)."""
    return torch.tensor([[own.get(name, 0.0) for name in names] for own in (case.nobody, *case.states.values())])


def _fitted(cases: list[Case], names: list[str]) -> Tensor:
    torch.manual_seed(0)
    longest = max(len(case.states) for case in cases) + 1
    rows = torch.zeros((len(cases), longest, len(names)))
    closed = torch.zeros((len(cases), longest))
    gold = torch.zeros(len(cases), dtype=torch.long)
    for number, case in enumerate(cases):
        own = _rows(case, names)
        rows[number, : len(own)] = own
        closed[number, len(own) :] = -1e9
        gold[number] = 0 if case.gold is None else list(case.states).index(case.gold) + 1
    weights = torch.zeros(len(names), requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200)

    def closure() -> Tensor:
        optimizer.zero_grad()
        loss = torch.nn.functional.cross_entropy(rows @ weights + closed, gold) + SHRINKING * (weights**2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return weights.detach()


def _answer(case: Case, names: list[str], weights: Tensor, least: float) -> str | None:
    shares = torch.softmax(_rows(case, names) @ weights, 0)[1:]
    if not len(shares) or float(shares.max()) < least:
        return None
    return list(case.states)[int(shares.argmax())]


if __name__ == "__main__":
    sys.exit(main())
