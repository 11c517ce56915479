"""Actors, coverage: 60 pairs of a state and a day from 1995 to 2025, and whom the book knows then.

For each pair the head of state, the head of government and the foreign minister: known (and by which row's holder), or
not known, which the book says instead of guessing. Where lists of facts are beside the checkout, each holder is held
against them: agrees, differs, or not in the lists. The lists are in part those that the book was made from, so that
agreement shows that nothing was lost or shifted, not that the world is so. The sample is drawn anew with --seed.

    python benchmarks/actors/coverage.py [--pairs 60] [--seed 7] [--facts FOLDER] [--all]
"""

import argparse
import csv
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from rapidfuzz import fuzz

from dragoman.knowledge.spellings import without_accents
from dragoman.knowledge.world import World, load_world

ROOT = Path(__file__).resolve().parents[2]
FACTS = ROOT / "../shared/facts"
ROLES = ("head_of_state", "head_of_government", "foreign")
FIRST, LAST = date(1995, 1, 1), date(2025, 12, 31)
ALIKE = 75  # of 100
MOST_DIFFERING = 0.1
# Territories and unions that have no government of their own to ask for.
NOT_ASKED = frozenset({"ANT", "CSK", "DDR", "SUN", "YMD", "VDR", "SCG", "YUG"})

# By state and role: from, until before, name.
Lists = dict[tuple[str, str], list[tuple[str, str, str]]]


def main() -> int:
    """Prints the pairs and the counts; 1 if more than a tenth of what can be compared differs."""
    options = _options()
    world = load_world()
    lists = _lists(options.facts) if options.facts.is_dir() else {}
    if not lists:
        print(f"skipped the comparison: there are no lists in {options.facts}")
    counts: Counter[str] = Counter()
    for state, day in _pairs(world, options.pairs, options.seed):
        for role in ROLES:
            names = [person.name for person in world.holders(state, role, day)]
            verdict = _verdict(names, _listed(lists, state, role, day))
            counts[verdict] += 1
            if options.all or verdict in {"differs", "not known"}:
                listed = ", ".join(_listed(lists, state, role, day))
                print(f"{state} {day} {role:20} {verdict:12} {', '.join(names) or '-':34} {listed}")
    print()
    for verdict, times in counts.most_common():
        print(f"{times:5} {verdict}")
    compared = counts["agrees"] + counts["differs"]
    return 1 if compared and counts["differs"] / compared > MOST_DIFFERING else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=60)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--facts", type=Path, default=FACTS)
    parser.add_argument("--all", action="store_true", help="print every pair, not only what is unknown or differs")
    return parser.parse_args()


def _pairs(world: World, number: int, seed: int) -> Iterator[tuple[str, str]]:
    """Members of the United Nations, as the book lists those that have had a foreign minister, on any day."""
    chance = random.Random(seed)  # noqa: S311 - a sample, no secret
    states = sorted(
        entity.id
        for entity in world.entities
        if entity.kind == "state" and entity.id not in NOT_ASKED and world.held(entity.id, "foreign")
    )
    for _ in range(number):
        day = FIRST + timedelta(days=chance.randrange((LAST - FIRST).days))
        yield chance.choice(states), day.isoformat()


def _verdict(names: list[str], listed: list[str]) -> str:
    if not names:
        return "not known"
    if not listed:
        return "not in lists"
    return "agrees" if any(_alike(name, other) for name in names for other in listed) else "differs"


def _alike(one: str, other: str) -> bool:
    return fuzz.token_set_ratio(_plain(one), _plain(other)) >= ALIKE


def _plain(name: str) -> str:
    return without_accents(name).lower().replace("-", " ")


def _listed(lists: Lists, state: str, role: str, day: str) -> list[str]:
    """Whom the lists have in the role that day."""
    held = lists.get((state, role), [])
    return [name for start, end, name in held if start <= day < (end or "9999")]


def _lists(folder: Path) -> Lists:
    lists: Lists = defaultdict(list)
    for row in _rows(folder / "leaders.csv"):
        for name in (row["person"], *filter(None, row["aliases"].split("|"))):
            lists[row["iso3"], row["role"]].append((row["start"], row["end"], name))
    for file in ("ministers.csv", "ministers_recent.csv"):
        for row in _rows(folder / file):
            if row["portfolio"] == "foreign":
                lists[row["iso3"], "foreign"].append((row["start"], row["end"] or row["open_as_of"], row["person"]))
    return dict(lists)


def _rows(file: Path) -> Iterator[dict[str, str]]:
    if file.exists():
        with file.open(encoding="utf-8", newline="") as stream:
            yield from csv.DictReader(stream)


if __name__ == "__main__":
    sys.exit(main())
