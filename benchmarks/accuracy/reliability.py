"""Reliability: takes our own documents, gives for each tenth of confidence how many records are right.

Of those marked 0.8 eight in ten should be. Right is what reaches the level *status*: type, both sides and status as
the gold has them. The weights of confidence were fitted on the half that is opened; this is the half that is only
scored, used neither for them nor for the judge.

    python benchmarks/accuracy/reliability.py
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from dragoman.measure.documents import Rules, read_gold_document
from dragoman.measure.documents.matching import LEVELS, coded_events, match
from dragoman.measure.documents.places import Places
from dragoman.measure.passages import coding_with
from dragoman.measure.runs import code_documents
from dragoman.pipeline import load

OWN = Path(__file__).with_name("documents") / "scored"
RULES = Rules(trigger_only=True)
TENTHS = 10


def main() -> int:
    """Prints the table, and the mean distance between what is marked and what is right."""
    judged = list(_judged())
    print(f"{'marked':10}{'records':>9}{'right':>8}")
    distance = 0.0
    for tenth in range(TENTHS):
        inside = [one for one in judged if int(min(one[0], 0.999) * TENTHS) == tenth]
        if inside:
            marked = sum(confidence for confidence, _ in inside) / len(inside)
            right = sum(is_right for _, is_right in inside) / len(inside)
            distance += abs(marked - right) * len(inside) / len(judged)
            print(f"{tenth / TENTHS:.1f}–{(tenth + 1) / TENTHS:.1f}   {len(inside):9}{right:8.2f}")
    print(f"expected calibration error {distance:.3f} over {len(judged)} records")
    return 0


def _judged() -> Iterator[tuple[float, bool]]:
    """The confidence of each record, and whether it is right; second readings of one gold event are left out."""
    documents = [read_gold_document(file) for file in sorted(OWN.rglob("*.gold.yaml"))]
    coded = code_documents(documents, coding_with(load()))
    for document in documents:
        events = coded_events(coded[document.name], Places(document.text), RULES)
        matching = match(document.events, events, RULES)
        levels = {pair.coded: pair.level for pair in matching.pairs}
        for place, one in enumerate(events):
            if place not in matching.second_readings:
                yield one.event.confidence, levels.get(place, 0) == len(LEVELS)


if __name__ == "__main__":
    sys.exit(main())
