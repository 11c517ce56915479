"""Same acts: of the mentions in short documents, which pairs the coder ties as one act, and which it should.

Over the documents of `*.yaml` beside this file: precision (pairs tied that are one act), recall (pairs of one act that
are tied), and recall among mentions that were coded at all, which is what `same_as` alone is to answer for.

    python benchmarks/same_acts/pairs.py [--misses] [FILE …]
"""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import yaml

from dragoman.pipeline import Coder, load
from dragoman.records.event import Event

HERE = Path(__file__).parent
FLOORS = {"precision": 0.97, "recall": 0.68}
_MARK = re.compile(r"\[([^\]]+)\]\((\w+)\)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of a text that tell an act, and the letter of that act."""

    start: int
    end: int
    act: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What was found of one document: pairs tied rightly, wrongly and not; and pairs of which one was not coded."""

    right: tuple[str, ...]
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    uncoded: tuple[str, ...]


def main() -> int:
    """Prints the scores by file and of all; 1 if one is under its floor."""
    options = _options()
    coder = load()
    answers: list[Answer] = []
    for file in options.files or sorted(HERE.glob("*.yaml")):
        found = list(_answers(file, coder, shows=options.misses))
        print(f"{file.stem:12}{_line(found)}")
        answers += found
    print(f"{'all':12}{_line(answers)}")
    scores = _scores(answers)
    return 1 if any(scores[name] < floor for name, floor in FLOORS.items()) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="list the pairs that are wrong, missed or not coded")
    parser.add_argument("files", nargs="*", type=Path)
    return parser.parse_args()


def _answers(file: Path, coder: Coder, *, shows: bool) -> Iterator[Answer]:
    for document in yaml.safe_load(file.read_text(encoding="utf-8"))["documents"]:
        text, mentions = _unmarked(document["text"])
        answer = _judged(mentions, list(coder.code(text, published=document["published"])))
        if shows:
            for name in ("wrong", "missed", "uncoded"):
                for pair in getattr(answer, name):
                    print(f"  {name:8} {document['id']}: {pair}")
        yield answer


def _unmarked(marked: str) -> tuple[str, list[Mention]]:
    """The text without its marks, and the mentions that they mark."""
    text, mentions, last = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[last : mark.start()]
        mentions.append(Mention(start=len(text), end=len(text) + len(mark[1]), act=mark[2], words=mark[1]))
        text += mark[1]
        last = mark.end()
    return text + marked[last:], mentions


def _judged(mentions: Sequence[Mention], events: Sequence[Event]) -> Answer:
    """The pairs of mentions; an event that no mention marks is an act of its own."""
    tied = {frozenset(pair) for group in _groups(events) for pair in combinations(group, 2)}
    of_event = {event.id: mention for event in events for mention in mentions if _tells(event, mention)}
    coded = {mention: [e.id for e in events if of_event.get(e.id) == mention] for mention in mentions}
    right, missed, uncoded = [], [], []
    for one, other in combinations(mentions, 2):
        if one.act != other.act:
            continue
        name = f"{one.words} = {other.words}"
        if not coded[one] or not coded[other]:
            uncoded.append(name)
        elif any(frozenset((a, b)) in tied for a in coded[one] for b in coded[other]):
            right.append(name)
        else:
            missed.append(name)
    by_id = {event.id: event for event in events}
    wrong = []
    for pair in tied:
        first, second = sorted((by_id[id_] for id_ in pair), key=lambda event: event.trigger.start)
        ours, theirs = of_event.get(first.id), of_event.get(second.id)
        if ours is None or theirs is None or ours.act != theirs.act:
            wrong.append(f"{first.trigger.text} ≠ {second.trigger.text}")
    return Answer(right=tuple(right), wrong=tuple(wrong), missed=tuple(missed), uncoded=tuple(uncoded))


def _groups(events: Sequence[Event]) -> list[list[str]]:
    """The events that tell one act, as the coder has it: each leading one with those that point at it."""
    groups: dict[str, list[str]] = {}
    above = {event.id: event.same_as for event in events}
    for event in events:
        lead = event.id
        while (up := above.get(lead)) is not None:
            lead = up
        groups.setdefault(lead, []).append(event.id)
    return list(groups.values())


def _tells(event: Event, mention: Mention) -> bool:
    return event.trigger.start < mention.end and mention.start < event.trigger.end


def _scores(answers: Sequence[Answer]) -> dict[str, float]:
    right, wrong, missed, uncoded = (
        sum(len(getattr(answer, name)) for answer in answers) for name in ("right", "wrong", "missed", "uncoded")
    )
    return {
        "precision": right / max(1, right + wrong),
        "recall": right / max(1, right + missed + uncoded),
        "recall of coded": right / max(1, right + missed),
    }


def _line(answers: Sequence[Answer]) -> str:
    scores = "   ".join(f"{name} {score:.2f}" for name, score in _scores(answers).items())
    counts = ", ".join(
        f"{sum(len(getattr(answer, name)) for answer in answers)} {name}"
        for name in ("right", "wrong", "missed", "uncoded")
    )
    return f"{len(answers):3} documents   {scores}   ({counts})"


if __name__ == "__main__":
    sys.exit(main())
