"""The ledger against gold: entries with their parties, due dates and states, and links to what became of them.

    python benchmarks/ledger/run.py [--story] [--dossiers] [--seed] [--listing] [--order N] [--again]

Without a choice all three are scored: `story.yaml`, one story over four years; `dossiers/*.yaml`, those that taught the
weights and `held-*.yaml`, which are looked at for their score only; and the annotated article that the project began
with, if it is beside the checkout. `--listing` shows gold beside what was found, never of held-out dossiers. `--order`
adds the documents in that many random orders and says whether the ledger is the same.

Every entry and link that the gold does not have counts against precision, also where the gold says that a passage was
left out on purpose. Coded documents are kept in the temporary folder for as long as nothing that codes has changed.
Fails under the floors below, and if the order makes a difference.
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from random import Random

from dragoman.knowledge.pack import load_pack
from dragoman.language.likeness import load_likeness
from dragoman.ledger.framing.framings import framings_of
from dragoman.measure.ledger import LedgerGold, LedgerReport, read_annotated_ledger, read_dossier, together
from dragoman.measure.ledger.coding import KeptCoder
from dragoman.measure.ledger.listing import listing, tables
from dragoman.measure.ledger.runs import LedgerMaker
from dragoman.measure.scores import Score
from dragoman.pipeline import load
from dragoman.records.event import Coded

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "../shared/gold"
KEPT = Path(tempfile.gettempdir()) / "dragoman-coded"
HELD = "held-"  # how the names of held-out dossiers begin
# By name of the set and what is measured.
FLOORS: Mapping[str, float] = {
    "seed entry recall": 0.99,
    "seed entry precision": 0.93,
    "story entries found F1": 0.6,
    "story link F1": 0.124,
    "dossiers entries found F1": 0.66,
    "dossiers link F1": 0.156,
    "held dossiers entries found F1": 0.621,
    "held dossiers link F1": 0.247,
}


def main() -> int:
    """Prints the scores; 1 if one is under its floor, or another order gave another ledger."""
    options = _options()
    coder = KeptCoder(load, KEPT, again=options.again)
    themes = load_pack().themes
    maker = LedgerMaker(
        words=load_pack().ledger,
        near=None if options.words_only else load_likeness(),
        frame=partial(framings_of, words=themes),
        leads=not options.without_leads,
    )
    failed = False
    for name, golds in _sets(options):
        reports = []
        for gold in golds:
            coded = coder(gold.documents)
            reports.append(maker.report(gold, coded))
            if options.order:
                failed |= not _same_in_any_order(gold, coded, maker, options.order)
        failed |= _show(name, reports, is_listed=options.listing)
    return int(failed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--story", action="store_true", help="score the story")
    parser.add_argument("--dossiers", action="store_true", help="score the dossiers")
    parser.add_argument("--seed", action="store_true", help="score the annotated article")
    parser.add_argument("--gold", type=Path, default=GOLD, help="the folder of annotated texts")
    parser.add_argument("--listing", action="store_true", help="show gold beside what was found")
    parser.add_argument("--order", type=int, default=0, metavar="N", help="make the ledger in N random orders too")
    parser.add_argument("--without-leads", action="store_true", help="only events take part")
    parser.add_argument("--words-only", action="store_true", help="do not ask how alike passages are")
    parser.add_argument("--again", action="store_true", help="code all texts anew")
    options = parser.parse_args()
    if not (options.story or options.dossiers or options.seed):
        options.story = options.dossiers = options.seed = True
    return options


def _sets(options: argparse.Namespace) -> Iterator[tuple[str, list[LedgerGold]]]:
    """The gold that was asked for, by the name of its set."""
    if options.story:
        yield "story", [read_dossier(HERE / "story.yaml")]
    if options.dossiers:
        found = sorted((HERE / "dossiers").glob("*.yaml"))
        for name, some in (
            ("dossiers", [file for file in found if not file.name.startswith(HELD)]),
            ("held dossiers", [file for file in found if file.name.startswith(HELD)]),
        ):
            if some:
                yield name, [read_dossier(file) for file in some]
            else:
                print(f"skipped: there are no {name} in {HERE / 'dossiers'}")
    if options.seed:
        file = options.gold / "seed.gold.yaml"
        if file.is_file():
            yield "seed", [read_annotated_ledger(file)]
        else:
            print(f"skipped: there is no {file.name} in {options.gold}; name its folder with --gold")


def _show(name: str, reports: Sequence[LedgerReport], *, is_listed: bool) -> bool:
    """Prints a set's scores, those of each of its files first; whether one is under its floor."""
    for report in reports if len(reports) > 1 else ():
        entries, links = report.entry_table(), report.link_table()
        print(f"{report.name}: entries {_line(entries['state'])}; links {_line(links['tie'])}")
    whole = together(name, reports)
    print(*tables(whole), sep="\n")
    if is_listed and not name.startswith("held"):
        print(*listing(whole), sep="\n")
    entries, links = whole.entry_table(), whole.link_table()
    measured = {
        "entry recall": entries["state"].recall,
        "entry precision": entries["state"].precision,
        "entries found F1": entries["found"].f1,
        "link F1": links["tie"].f1,
    }
    under = {what: value for what, value in measured.items() if value < FLOORS.get(f"{name} {what}", 0.0)}
    for what, value in under.items():
        print(f"    {name} {what} {value:.3f} is under its floor of {FLOORS[f'{name} {what}']}")
    return bool(under)


def _line(score: Score) -> str:
    return f"P {score.precision:.2f} R {score.recall:.2f} F1 {score.f1:.2f}"


def _same_in_any_order(gold: LedgerGold, coded: Sequence[Coded], maker: LedgerMaker, orders: int) -> bool:
    """Whether the ledger is the same when the documents come in other orders; prints the first difference."""
    first = maker.entries(gold, coded, maker.deeds(coded))
    for number in range(orders):
        shuffled = list(coded)
        Random(number).shuffle(shuffled)  # noqa: S311 - an order, not a secret
        entries = maker.entries(gold, shuffled, maker.deeds(shuffled))
        if entries != first:
            odd = sorted({entry.id for entry in {*first} ^ {*entries}})
            print(f"{gold.name}: another order (seed {number}) gives another ledger: {', '.join(odd[:5])}")
            return False
    print(f"{gold.name}: the same ledger in {orders} random orders")
    return True


if __name__ == "__main__":
    sys.exit(main())
