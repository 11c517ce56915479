"""Peers: takes gold, codes its texts with Dragoman and with a peer, gives one table of F1 by the same scorers.

The peer runs in an environment of its own, made from `requirements.txt`; README.md says how, and what the peer is.
Its events become records like ours, so that the PLOVER view and both scorers treat them alike.

    python benchmarks/peers/side_by_side.py --peer PYTHON [--documents FOLDER] [--sentences FILE] [--scorer FILE]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from functools import partial
from pathlib import Path

import msgspec
from peer_lexicons import Lexicons, make_lexicons

from dragoman.events.plover_view import plover_view
from dragoman.intake import document_of
from dragoman.measure.documents import Rules, read_gold_document, score_document
from dragoman.measure.passages import CodePassages, Passage, coding_with
from dragoman.measure.runs import code_documents, code_sentences, gold_documents
from dragoman.measure.scores import together
from dragoman.measure.sentences import GoldSentence, read_gold_sentences
from dragoman.pipeline import Coder, load
from dragoman.records.document import Document
from dragoman.records.event import Coded, Event, Status, Why
from dragoman.records.participant import Participant
from dragoman.sources import Item, Refused

HERE = Path(__file__).parent
GOLD = HERE.parents[1] / "../shared/gold"
RULES = Rules(trigger_only=True)
READINGS = ("textacy", "arcs")
SENTENCE_LEVELS = {"type": "type", "type+actor": "who", "type+actor+recipient": "whom"}


class PeerActor(msgspec.Struct, frozen=True):
    """Whom the peer's lexicon means, and where the name stands."""

    id: str
    start: int
    end: int


class PeerEvent(msgspec.Struct, frozen=True):
    """What the peer answers: a type, a status, the sides, and where its verb stands."""

    type: str
    status: Status
    actors: tuple[PeerActor, ...]
    recipients: tuple[PeerActor, ...]
    start: int
    end: int


class PeerLine(msgspec.Struct, frozen=True):
    """All that it answers to one text."""

    id: str
    events: tuple[PeerEvent, ...]


def main() -> int:
    """Prints the table; never fails, since it compares and holds nothing to a floor."""
    options = _options()
    coder, lexicons = load(), make_lexicons()
    coders: dict[str, CodePassages] = {"dragoman": coding_with(coder)}
    if options.peer:
        coders |= {reading: _peer(options.peer, reading, coder, lexicons) for reading in READINGS}
    else:
        print("skipped the peer: name its Python with --peer (README.md)")
    _print_documents(options.documents, coders)
    _print_sentences(options.sentences, options.scorer, coders, coder)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peer", type=Path, help="the Python of the peer's environment")
    parser.add_argument("--documents", type=Path, default=HERE.parent / "accuracy/documents")
    parser.add_argument("--sentences", type=Path, default=GOLD / "plover_gsr.dev.jsonl")
    parser.add_argument("--scorer", type=Path, default=GOLD / "score.py")
    return parser.parse_args()


def _print_documents(folder: Path, coders: Mapping[str, CodePassages]) -> None:
    files = gold_documents(folder) if folder.is_dir() else []
    if not files:
        print(f"skipped the documents: there is no gold in {folder.name}")
        return
    gold = [read_gold_document(file) for file in files]
    print(f"{len(gold)} documents, core events, F1\n{'':12}{'type':>7}{'who':>7}{'whom':>7}{'status':>7}")
    for name, code in coders.items():
        coded = code_documents(gold, code)
        report = together(name, [score_document(one, coded[one.name], rules=RULES) for one in gold])
        print(f"{name:12}" + "".join(f"{score.f1:7.3f}" for score in report.levels.values()))


def _print_sentences(file: Path, scorer: Path, coders: Mapping[str, CodePassages], coder: Coder) -> None:
    if not (file.exists() and scorer.exists()):
        print(f"skipped the sentences: {file.name} or its scorer is not there")
        return
    gold = read_gold_sentences(file)
    print(f"\n{file.name}, PLOVER view, by {scorer.name}\n{'':12}{'type P':>8}{'R':>7}{'F1':>7}{'who':>7}{'whom':>7}")
    for name, code in coders.items():
        events = code_sentences(gold, code, partial(plover_view, codes=coder.codes))
        answer = _scored(scorer, file, gold, events)
        type_ = answer["type"]
        figures = f"{type_['p']:8.3f}{type_['r']:7.3f}"
        print(f"{name:12}{figures}" + "".join(f"{answer[level]['f1']:7.3f}" for level in SENTENCE_LEVELS))


def _scored(
    scorer: Path, file: Path, gold: Sequence[GoldSentence], events: Mapping[str, Sequence[Event]]
) -> dict[str, dict[str, float]]:
    """The answer of the gold's own scorer."""
    with tempfile.TemporaryDirectory() as folder:
        predictions = Path(folder) / "predictions.jsonl"
        lines = [{"id": sentence.id, "events": events.get(sentence.id, ())} for sentence in gold]
        predictions.write_bytes(msgspec.json.Encoder().encode_lines(lines))
        command = [sys.executable, str(scorer), str(file), str(predictions), "--json"]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    answer = json.loads(done.stdout)
    return {level: answer[level] for level in SENTENCE_LEVELS}


def _peer(python: Path, reading: str, coder: Coder, lexicons: Lexicons) -> CodePassages:
    """A callable like that of `coding_with`, answered by the peer's process."""

    def code(passages: Sequence[Passage]) -> dict[str, Coded]:
        documents = {passage.id: _document(passage) for passage in passages}
        with tempfile.TemporaryDirectory() as folder:
            known, texts = Path(folder) / "lexicons.json", Path(folder) / "texts.jsonl"
            known.write_text(json.dumps(asdict(lexicons)), "utf-8")
            lines = [{"id": id_, "text": document.unwrapped} for id_, document in documents.items()]
            texts.write_bytes(msgspec.json.Encoder().encode_lines(lines))
            command = [str(python), str(HERE / "peer_answers.py"), str(known), str(texts), reading]
            done = subprocess.run(command, check=True, stdout=subprocess.PIPE)
        answers = msgspec.json.Decoder(PeerLine).decode_lines(done.stdout)
        return {one.id: _coded(documents[one.id], one, coder, lexicons) for one in answers}

    return code


def _document(passage: Passage) -> Document:
    """The same clean text as Dragoman's, so that both are scored on the same words."""
    item = Item(path=passage.id, content=passage.text, published=passage.published, source_id=passage.id)
    document = document_of(item, published=None)
    if isinstance(document, Refused):
        return Document(id=passage.id, path=passage.id, text="")
    return document


def _coded(document: Document, answer: PeerLine, coder: Coder, lexicons: Lexicons) -> Coded:
    events = tuple(
        _event(document, f"{answer.id}-{number}", one, coder, lexicons) for number, one in enumerate(answer.events)
    )
    return Coded(document=document, events=events)


def _event(document: Document, id_: str, answer: PeerEvent, coder: Coder, lexicons: Lexicons) -> Event:
    cameo, quad, goldstein = coder.codes[answer.type]
    trigger = document.span(answer.start, answer.end)
    return Event(
        id=id_, document=document.id, type=answer.type, mode=None, contexts=(), cameo=cameo, quad=quad,
        goldstein=goldstein, status=answer.status, status_cue=None, historical=False,
        actors=_participants(document, answer.actors, lexicons),
        recipients=_participants(document, answer.recipients, lexicons),
        date=None, due=None, place=None, magnitudes=(), firsts=(), said_by=(), addressees=(), content_of=None,
        part_of=None, same_as=None, links=(), trigger=trigger, evidence=(trigger,),
        why=Why(file="peer", line=0, frame="lexicon"), confidence=1.0,
    )  # fmt: skip


def _participants(document: Document, actors: Sequence[PeerActor], lexicons: Lexicons) -> tuple[Participant, ...]:
    return tuple(
        Participant(
            id=one.id, name=one.id, kind="state" if lexicons.countries.get(one.id) == one.id else "organisation",
            country=lexicons.countries.get(one.id), text=document.text[one.start : one.end],
            start=one.start, end=one.end,
        )
        for one in actors
    )  # fmt: skip


if __name__ == "__main__":
    sys.exit(main())
