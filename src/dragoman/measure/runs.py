"""Runs: takes gold and a way to code, codes the texts of the gold, and gives the reports."""

from collections.abc import Callable, Sequence
from pathlib import Path

from dragoman.errors import SourceError
from dragoman.measure.documents import GoldDocument, Rules, read_gold_document, score_document
from dragoman.measure.passages import CodePassages, Passage
from dragoman.measure.scores import Report, together
from dragoman.measure.sentences import GoldSentence, read_gold_sentences, score_sentences
from dragoman.records.event import Coded, Event

PloverView = Callable[[Coded], Coded]

_NO_RULES = Rules()


def gold_documents(folder: Path) -> list[Path]:
    """The annotated documents in a folder and in those below it: `*.gold.yaml`.

    Raises:
        SourceError: There is no such folder.
    """
    _check(folder)
    return sorted(folder.rglob("*.gold.yaml"))


def gold_sentence_sets(folder: Path) -> list[Path]:
    """The sentence sets in a folder: `*.jsonl`.

    Raises:
        SourceError: There is no such folder.
    """
    _check(folder)
    return sorted(folder.glob("*.jsonl"))


def measure_gold(
    documents: Sequence[Path],
    sentences: Sequence[Path],
    code: CodePassages,
    view: PloverView,
    *,
    rules: Rules = _NO_RULES,
) -> list[Report]:
    """A report for each annotated document, one on all of them, and one for each sentence set."""
    reports = measure_documents(documents, code, rules=rules)
    if len(reports) > 1:
        reports.append(together(f"all {len(reports)} documents", reports))
    return reports + [measure_sentences(file, code, view, strict=rules.strict) for file in sentences]


def measure_documents(files: Sequence[Path], code: CodePassages, *, rules: Rules = _NO_RULES) -> list[Report]:
    """A report for each annotated document."""
    gold = [read_gold_document(file) for file in files]
    coded = code_documents(gold, code)
    return [score_document(one, coded[one.name], rules=rules) for one in gold]


def measure_sentences(file: Path, code: CodePassages, view: PloverView, *, strict: bool = False) -> Report:
    """The report on a sentence set; `view` gives the PLOVER view of what was coded."""
    gold = read_gold_sentences(file)
    return score_sentences(file.name, gold, code_sentences(gold, code, view), strict=strict)


def code_documents(gold: Sequence[GoldDocument], code: CodePassages) -> dict[str, Coded]:
    """What is coded from the text of each document, by its name."""
    coded = code([Passage(id=one.name, text=one.text, published=one.published) for one in gold])
    return {one.name: coded[one.name] for one in gold}


def code_sentences(gold: Sequence[GoldSentence], code: CodePassages, view: PloverView) -> dict[str, tuple[Event, ...]]:
    """The events of each sentence in the PLOVER view, by its id."""
    coded = code([Passage(id=sentence.id, text=sentence.text) for sentence in gold])
    return {id_: view(one).events for id_, one in coded.items()}


def _check(folder: Path) -> None:
    if not folder.is_dir():
        raise SourceError(f"{folder}: there is no such folder of gold; name another, or none to go without")
