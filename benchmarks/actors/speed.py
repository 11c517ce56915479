"""Actors, speed: what finding and resolving actors costs beside parsing the same texts, and what the book costs.

In turns on the same texts in one process: the bare parser, the reader's trimmed parser, and the actors stage on
sentences that are already parsed. The book is loaded from its compiled form; its memory is that of a process that only
loads it.

    python benchmarks/actors/speed.py [--items 500] [--rounds 3] [--corpus FILE]
"""

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from dragoman.knowledge.world import load_world
from dragoman.records.document import Document
from dragoman.records.sentence import Sentence
from dragoman.sources import Item, read_items

if TYPE_CHECKING:
    from dragoman.actors.finder import ActorFinder
    from dragoman.language.reader import Reader

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "../shared/corpora/reuters-21578.jsonl.gz"
EXAMPLES = ROOT / "examples"
MOST_OF_PARSE = 0.1
MOST_SECONDS = 0.3
MOST_MEGABYTES = 150
Parsed = list[tuple[Document, list[Sentence]]]


def main() -> int:
    """Prints the figures; 1 if one is over its limit."""
    options = _options()
    if options.book:
        return _book()
    corpus = options.corpus if options.corpus.exists() else EXAMPLES
    if not corpus.exists():
        print("skipped: there is no text to measure on")
        return 0
    # First, while this process is small: a new process counts the memory of the one that it was made from.
    seconds, megabytes = _book_apart(options.rounds)
    items = list(islice((item for item in read_items([corpus]) if isinstance(item, Item)), options.items))
    shares = _shares(items, options.rounds)
    print(f"{len(items)} documents, {options.rounds} rounds in turns (medians)")
    for name, share in shares.items():
        print(f"actors stage of {name:18}{share:8.3f}")
    print(f"the book loads in {seconds:.2f} s from its compiled form; a process with it peaks at {megabytes:.0f} MB")
    faults = []
    if shares["the bare parse"] >= MOST_OF_PARSE:
        faults.append(f"actors cost {shares['the bare parse']:.2f} of the bare parse; the limit is {MOST_OF_PARSE}")
    if seconds >= MOST_SECONDS or megabytes >= MOST_MEGABYTES:
        faults.append(f"the book is over {MOST_SECONDS} s or {MOST_MEGABYTES} MB")
    print("\n".join(faults) if faults else "all is under its limits")
    return 1 if faults else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=500)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--book", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def _shares(items: Sequence[Item], rounds: int) -> dict[str, float]:
    """The median share of the actors stage in the two parses."""
    import spacy  # noqa: PLC0415 - what is heavy is imported after the book was measured

    from dragoman.actors.finder import ActorFinder  # noqa: PLC0415
    from dragoman.knowledge.pack import load_pack  # noqa: PLC0415
    from dragoman.language.model import MODELS, load_model, trim  # noqa: PLC0415
    from dragoman.language.reader import BATCH, Reader  # noqa: PLC0415

    bare = spacy.load(next(model for model in MODELS if spacy.util.is_package(model)))
    trimmed = load_model()
    trim(trimmed)
    world, pack = load_world(), load_pack()
    parsed = _parsed(items, Reader(whole_words=world.whole_words))
    finder = ActorFinder(world, pack.references, pack.speech)
    texts = [document.unwrapped for document, _ in parsed]
    runs: dict[str, Callable[[], object]] = {
        "the bare parse": lambda: [None for _ in bare.pipe(texts)],
        "the reader's parse": lambda: [None for _ in trimmed.pipe(texts, batch_size=BATCH)],
        "actors": lambda: _resolve(parsed, finder),
    }
    taken: dict[str, list[float]] = {name: [] for name in runs}
    for run in runs.values():
        run()  # warm: caches fill, records of the book are decoded
    for _ in range(rounds):
        for name, run in runs.items():
            start = time.perf_counter()
            run()
            taken[name].append(time.perf_counter() - start)
    names = [name for name in runs if name != "actors"]
    return {
        name: median(one / other for one, other in zip(taken["actors"], taken[name], strict=True)) for name in names
    }


def _parsed(items: Sequence[Item], reader: "Reader") -> Parsed:
    from dragoman.intake import document_of  # noqa: PLC0415
    from dragoman.language.mending import mended  # noqa: PLC0415

    documents = [document_of(item, published=None) for item in items]
    kept = [document for document in documents if isinstance(document, Document)]
    return [(document, [mended(sentence) for sentence in sentences]) for document, sentences in reader(iter(kept))]


def _resolve(parsed: Parsed, finder: "ActorFinder") -> None:
    for document, sentences in parsed:
        hits = finder.hits(document)
        cast = finder.cast(document, hits)
        for sentence in sentences:
            _, _, cast = finder(document, sentence, hits, cast)


def _book_apart(rounds: int) -> tuple[float, float]:
    """Seconds and peak megabytes of processes that load the book and nothing else."""
    answers = [
        subprocess.run([sys.executable, __file__, "--book"], check=True, stdout=subprocess.PIPE, text=True).stdout
        for _ in range(rounds)
    ]
    figures = [tuple(map(float, answer.split())) for answer in answers]
    return median(seconds for seconds, _ in figures), max(megabytes for _, megabytes in figures)


def _book() -> int:
    """In a process of its own: how long the compiled book takes to load, and the peak memory before anything else."""
    start = time.perf_counter()
    load_world()
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(seconds, peak / 2**20 if sys.platform == "darwin" else peak / 2**10)
    return 0


if __name__ == "__main__":
    sys.exit(main())
