"""Whether reports of one act are found to be one act: B³ over labelled reports, as coded by hand and by the coder.

    python benchmarks/acts/run.py [FILE ...]

`first.yaml` was there when the weights were fitted (training/acts.py), `second.yaml` is looked at for its score only.
Reports whose act the coder does not find count as acts of their own in the last line, and are left out of the one
before. Fails under the floors below.
"""

import argparse
import sys
import tempfile
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dragoman.measure.acts.b_cubed import BCubed, b_cubed
from dragoman.measure.acts.reports import LabelledReport, event_of, read_reports
from dragoman.pipeline import Coder, load
from dragoman.records.event import Coded
from dragoman.store import open_store

HERE = Path(__file__).parent
FLOORS: Mapping[str, float] = {"second.yaml by hand": 0.90}  # F1


def main() -> int:
    """Prints the scores; 1 where one is under its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=sorted(HERE.glob("*.yaml")))
    options = parser.parse_args()
    coder = load()
    under = False
    for file in options.files:
        reports = read_reports(file)
        by_hand = [replace(_bare(report), events=(report.by_hand,)) for report in reports]
        under |= _show(f"{file.name} by hand", reports, by_hand, [report.by_hand.id for report in reports])
        coded = _coded(coder, reports)
        found = [event_of(report, each) for report, each in zip(reports, coded, strict=True)]
        ids = [event.id if event else None for event in found]
        some = [at for at, id_ in enumerate(ids) if id_]
        line = f"{file.name} by the coder, {len(some)} of {len(ids)} whose act it finds"
        under |= _show(line, [reports[at] for at in some], coded, [ids[at] for at in some])
        under |= _show(f"{file.name} by the coder, all", reports, coded, ids)
    return int(under)


def _coded(coder: Coder, reports: Sequence[LabelledReport]) -> list[Coded]:
    return list(coder.stream_documents(report.document for report in reports))


def _bare(report: LabelledReport) -> Coded:
    return Coded(document=report.document, events=())


def _show(line: str, reports: Sequence[LabelledReport], coded: Iterable[Coded], ids: Sequence[str | None]) -> bool:
    """Prints the score of what a store makes of the documents; whether it is under its floor."""
    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store", create=True) as store:
        store.add(coded, coding="benchmark")
        act_of = {event: act.id for act in store.every_act() for event in act.reports}
    found: list[Hashable] = [act_of[id_] if id_ else at for at, id_ in enumerate(ids)]
    score: BCubed = b_cubed(found, [report.act for report in reports])
    floor = FLOORS.get(line, 0.0)
    print(f"{line}: precision {score.precision:.3f}, recall {score.recall:.3f}, F1 {score.f1:.3f}")
    if score.f1 < floor:
        print(f"    under its floor of {floor}")
    return score.f1 < floor


if __name__ == "__main__":
    sys.exit(main())
