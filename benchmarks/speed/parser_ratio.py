"""Speed: takes a corpus, gives documents and words a second of the coder and of the bare parser on the same texts.

Every measurement is a process of its own, in turns: parser, reader's parser, coder, parser … Loading is not counted.
The ratio to go by is the median over the rounds of words a second of the coder over those of the parser in that round.

    python benchmarks/speed/parser_ratio.py [--items 2000] [--rounds 3] [--corpus FILE] [--floor 0.8]
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from statistics import median

from dragoman.records.event import Coded
from dragoman.sources import Item, read_items

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "../shared/corpora/reuters-21578.jsonl.gz"
EXAMPLES = ROOT / "examples"
# Enough for the first texts to fill the parser's caches; not counted.
WARM_UP = 20
MOST_MEGABYTES = 1024
Run = Callable[[Sequence[Item]], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Measurement:
    """One run over the corpus. `found` is the number of events, or of sentences for a parser."""

    reading: str
    documents: int
    words: int
    seconds: float
    megabytes: float
    found: int

    @property
    def words_a_second(self) -> float:
        """What is compared."""
        return self.words / self.seconds


def main() -> int:
    """Measures in turns and prints a table; 1 if the coder is under the floor or over its memory."""
    options = _options()
    if options.reading:
        print(json.dumps(asdict(_measure(options.reading, options.corpus, options.items))))
        return 0
    corpus: Path = options.corpus
    if not corpus.exists():
        print(f"skipped {corpus.name}: it is not there; the examples stand in, too few to say much")
        corpus = EXAMPLES
    if not corpus.exists():
        print("skipped: there is no text to measure on")
        return 0
    measurements = [
        _in_a_process(reading, corpus, options.items) for _ in range(options.rounds) for reading in READINGS
    ]
    return _report(measurements, options.floor)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=2000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--floor", type=float, default=0.8, help="the least ratio to the bare parser")
    parser.add_argument("--reading", choices=sorted(READINGS), help=argparse.SUPPRESS)
    return parser.parse_args()


def _in_a_process(reading: str, corpus: Path, items: int) -> Measurement:
    command = [sys.executable, __file__, "--reading", reading, "--corpus", str(corpus), "--items", str(items)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Measurement(**json.loads(done.stdout.splitlines()[-1]))


def _measure(reading: str, corpus: Path, count: int) -> Measurement:
    items = list(islice(_items(corpus), count))
    run = READINGS[reading]()
    run(items[:WARM_UP])
    start = time.perf_counter()
    found = run(items)
    seconds = time.perf_counter() - start
    return Measurement(
        reading=reading,
        documents=len(items),
        words=sum(len(item.content.split()) for item in items),
        seconds=seconds,
        megabytes=_peak_megabytes(),
        found=found,
    )


def _items(corpus: Path) -> Iterable[Item]:
    return (item for item in read_items([corpus]) if isinstance(item, Item))


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10  # bytes there, kilobytes elsewhere


def _bare_parser() -> Run:
    """The model as it comes, with all its components."""
    import spacy  # noqa: PLC0415 - each process imports what it measures

    from dragoman.language.model import MODELS  # noqa: PLC0415

    nlp = spacy.load(next(model for model in MODELS if spacy.util.is_package(model)))
    return lambda items: sum(len(list(parsed.sents)) for parsed in nlp.pipe(item.content for item in items))


def _readers_parser() -> Run:
    """The model as the reader uses it: without the components whose results are not read."""
    from dragoman.language.model import load_model, trim  # noqa: PLC0415
    from dragoman.language.reader import BATCH  # noqa: PLC0415

    nlp = load_model()
    trim(nlp)
    return lambda items: sum(
        len(list(parsed.sents)) for parsed in nlp.pipe((item.content for item in items), batch_size=BATCH)
    )


def _coder() -> Run:
    """From items to events."""
    from dragoman.pipeline import load  # noqa: PLC0415

    coder = load()
    return lambda items: sum(len(coded.events) for coded in coder.stream(items) if isinstance(coded, Coded))


READINGS: dict[str, Callable[[], Run]] = {
    "bare parser": _bare_parser,
    "reader's parser": _readers_parser,
    "coder": _coder,
}


def _report(measurements: Sequence[Measurement], floor: float) -> int:
    by_reading = {name: [one for one in measurements if one.reading == name] for name in READINGS}
    first = measurements[0]
    print(f"{first.documents} documents, {first.words} words, {len(by_reading['coder'])} rounds in turns (medians)")
    print(f"{'':16}{'documents/s':>12}{'words/s':>10}{'peak MB':>9}{'found':>8}{'of bare parser':>16}")
    ratios = {name: _ratio(runs, by_reading["bare parser"]) for name, runs in by_reading.items()}
    for name, runs in by_reading.items():
        documents = median(one.documents / one.seconds for one in runs)
        words = median(one.words_a_second for one in runs)
        peak = max(one.megabytes for one in runs)
        print(f"{name:16}{documents:12.1f}{words:10.0f}{peak:9.0f}{runs[0].found:8}{ratios[name]:16.2f}")
    faults = []
    if ratios["coder"] < floor:
        faults.append(f"the coder runs at {ratios['coder']:.2f} of the bare parser; the floor is {floor}")
    if max(one.megabytes for one in by_reading["coder"]) > MOST_MEGABYTES:
        faults.append(f"the coder takes more than {MOST_MEGABYTES} MB")
    print("\n".join(faults) if faults else f"the coder is above the floor of {floor} and under {MOST_MEGABYTES} MB")
    return 1 if faults else 0


def _ratio(runs: Sequence[Measurement], bare: Sequence[Measurement]) -> float:
    return median(one.words_a_second / other.words_a_second for one, other in zip(runs, bare, strict=True))


if __name__ == "__main__":
    sys.exit(main())
