"""Dates: how many of the date cases hold, by what they are about, and what is wrong in others.

Fails under the floor.

    python benchmarks/dates.py [FILE] [--misses N]
"""

import argparse
import sys
from pathlib import Path

from dragoman.events.dates.finder import DateFinder
from dragoman.knowledge.pack import load_pack
from dragoman.measure.dates import by_subject, judge_dates, read_date_cases, share_held
from dragoman.measure.passages import reading_with
from dragoman.pipeline import load

CASES = Path(__file__).parents[1] / "tests/events/dates/expressions.yaml"
FLOOR = 0.95


def main() -> int:
    """Prints the scores; 1 if the whole is under the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path, nargs="?", default=CASES)
    parser.add_argument("--misses", type=int, default=0, help="list the first N misses")
    options = parser.parse_args()
    cases = read_date_cases(options.file)
    verdicts = list(judge_dates(cases, reading_with(load()), DateFinder(load_pack().calendar)))
    for about, group in by_subject(verdicts).items():
        print(f"{about:28}{sum(one.holds for one in group):4} of {len(group):3}")
    for verdict in [one for one in verdicts if not one.holds][: options.misses]:
        print(f"\n{verdict}")
    share = share_held(verdicts)
    print(f"\n{'all':28}{sum(one.holds for one in verdicts):4} of {len(verdicts):3}   {share:.3f}   floor {FLOOR}")
    return 1 if share < FLOOR else 0


if __name__ == "__main__":
    sys.exit(main())
