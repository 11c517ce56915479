"""Actors, accuracy: how many asks of the actor cases are answered right, by phenomenon, and what is wrong in others.

Three sets: the cases of the shipped pack (developed against), `held_out/` beside this file (written by another hand
after the rules; look at its scores, not at its texts), and, where it is there, the mentions with a country code of the
gold sentences. Fails under the floors.

    python benchmarks/actors/accuracy.py [--misses N] [--gold FILE]
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from dragoman.knowledge.world import load_world
from dragoman.measure.actors import Answer, ask_all, case_files, cases_of, confusions, read_cases
from dragoman.measure.passages import Passage, ReadPassages, reading_with
from dragoman.pipeline import load
from dragoman.records.reading import Read

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "../shared/gold/plover_gsr.dev.jsonl"
FLOORS = {"shipped": 0.93, "held out": 0.80, "gold mentions": 0.90}


def main() -> int:
    """Prints the scores; 1 if one is under its floor."""
    options = _options()
    read = reading_with(load())
    scores = {
        "shipped": _cases("shipped", list(ask_all(cases_of([case_files()[0].parents[1]]), read)), options.misses),
        "held out": _cases("held out", _held_out(read), 0),
    }
    if options.gold.exists():
        scores["gold mentions"] = _gold_mentions(options.gold, read, options.misses)
    else:
        print(f"skipped: there is no gold in {options.gold}")
    for name, score in scores.items():
        print(f"{name:16}{score:7.3f}   floor {FLOORS[name]:.2f}{'  under' if score < FLOORS[name] else ''}")
    return 1 if any(score < FLOORS[name] for name, score in scores.items()) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=0, help="list the first N misses of each set but the held-out")
    parser.add_argument("--gold", type=Path, default=GOLD)
    return parser.parse_args()


def _held_out(read: ReadPassages) -> list[Answer]:
    files = sorted((HERE / "held_out").glob("*.yaml"))
    return list(ask_all([case for file in files for case in read_cases(file)], read))


def _cases(name: str, answers: Sequence[Answer], misses: int) -> float:
    print(f"\n{name}: {len(answers)} asks")
    for phenomenon, counted in confusions(answers).items():
        wrong = ", ".join(f"{fault} {times}" for fault, times in counted.most_common() if fault != "right")
        print(f"  {phenomenon:28}{counted['right']:4} of {counted.total():3}  {wrong}")
    wrong_ones = [answer for answer in answers if not answer.holds]
    for answer in wrong_ones[:misses]:
        print(f"\n{answer}")
    total = Counter(answer.fault or "right" for answer in answers)
    print(f"  {'all':28}{total['right']:4} of {total.total():3}\n")
    return total["right"] / total.total()


def _gold_mentions(file: Path, read: ReadPassages, misses: int) -> float:
    """Of the gold's participants with the code of a state: the share whose words are read as of that state."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    states = {entity.id for entity in load_world().entities if entity.kind == "state"}
    texts = read([Passage(id=row["id"], text=row["text"]) for row in rows])
    right, missed = 0, []
    for row in rows:
        for start, end, ids in _coded(row, states):
            if ids & _found(texts[row["id"]], start, end):
                right += 1
            else:
                missed.append(f"{row['id']}: '{row['text'][start:end]}' is {', '.join(sorted(ids))}")
    for line in missed[:misses]:
        print(line)
    print(f"\ngold mentions with a country code: {right} of {right + len(missed)}\n")
    return right / (right + len(missed))


def _coded(row: Mapping[str, Any], states: set[str]) -> set[tuple[int, int, frozenset[str]]]:
    """Where the participants with a state's code stand in the text, each once, and the codes."""
    participants = [one for event in row["events"] for one in (*event["actors"], *event["recipients"])]
    return {
        (one["start"], one["end"], frozenset(one["ids"]) & states)
        for one in participants
        if "start" in one and states & set(one["ids"])
    }


def _found(read: Read, start: int, end: int) -> set[str]:
    """The states of everybody named in the words: their ids, their countries."""
    named = [
        one
        for reading in read.readings
        for mention in reading.mentions.values()
        for one in mention.participants
        if one.start < end and start < one.end
    ]
    return {id_ for one in named for id_ in (one.id, one.country) if id_}


if __name__ == "__main__":
    sys.exit(main())
