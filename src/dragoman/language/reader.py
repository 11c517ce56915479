"""Reader: takes Documents, gives each with its parsed Sentences, batch by batch."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from spacy.attrs import ORTH
from spacy.tokens import Doc

from dragoman.language.conversion import Conversion, ParsedWord
from dragoman.language.lemmas import Lemmas
from dragoman.language.model import load_model, trim
from dragoman.language.pieces import Piece, pieces_of
from dragoman.records.document import Document, Part
from dragoman.records.sentence import Sentence

BATCH = 16  # paragraphs a batch: larger ones use more memory and are no faster (docs/decisions/0002)


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
        held: dict[int, Document] = {}  # documents that are being parsed, by number
        waiting: list[Sentence] = []
        current = 0

        def pieces() -> Iterator[tuple[str | Doc, Piece]]:
            for number, document in enumerate(documents):
                held[number] = document
                for piece in pieces_of(document, number):
                    yield self._readable(piece)

        for parsed, piece in self._nlp.pipe(pieces(), as_tuples=True, batch_size=BATCH):
            while piece.document > current:
                yield held.pop(current), tuple(waiting)
                waiting, current = [], current + 1
            waiting.extend(self._sentences(parsed, piece, held[piece.document].parts[piece.part], len(waiting)))
        for number in sorted(held):
            yield held[number], tuple(waiting)
            waiting = []

    def _readable(self, piece: Piece) -> tuple[str | Doc, Piece]:
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

    def _sentences(self, parsed: Doc, piece: Piece, part: Part, first: int) -> Iterator[Sentence]:
        starts = piece.starts or [piece.start + word.idx for word in parsed]
        sentences = cast("list[list[ParsedWord]]", [list(sentence) for sentence in parsed.sents])
        return self._conversion(sentences, starts, part=part, part_index=piece.part, first=first)
