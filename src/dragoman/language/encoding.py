"""Encoder: takes Sentences, gives for each word a vector that holds its meaning in that sentence.

A small transformer (MiniLM, trained further with the judge) run by ONNX Runtime.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from dragoman.records.sentence import Sentence

Floats = NDArray[np.float32]

LONGEST = 160  # word pieces of a sentence that are read; words behind them have no vector
THREADS = 2  # as many as the machines have that this was measured on; the parser's products use them too
FILLED = 1.4  # how much longer than the shortest of its batch a sentence may be
BATCH = 16  # sentences at once: more use more memory and are no faster


class Encoder:
    """Callable: sentences in, for each its words' vectors out, shape (words, width); a word unread is all zeros."""

    def __init__(self, folder: Path, *, layers: str = "encoder.onnx", threads: int = THREADS) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads, options.inter_op_num_threads = threads, 1
        options.log_severity_level = 3
        # Threads that wait by spinning would take the cores from the parser, which reads on in between.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = onnxruntime.InferenceSession(str(folder / layers), options, providers=["CPUExecutionProvider"])
        with np.load(folder / "pieces.npz") as kept:
            self._numbers: NDArray[np.int8] = kept["numbers"]
            self._scales = kept["scales"].astype(np.float32)
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(LONGEST)

    def __call__(self, sentences: Sequence[Sentence]) -> list[Floats]:
        """The vectors of each sentence's words, in the order of the sentences."""
        encoded = self._tokenizer.encode_batch(
            [[token.text for token in sentence.tokens] for sentence in sentences], is_pretokenized=True
        )
        found: dict[int, Floats] = {}
        for places in _batches([len(one.ids) for one in encoded]):
            hidden = self._hidden([encoded[place].ids for place in places])
            for row, place in enumerate(places):
                found[place] = _by_word(hidden[row], encoded[place].word_ids, len(sentences[place].tokens))
        return [found[place] for place in range(len(sentences))]

    def means(self, passages: Sequence[str]) -> Floats:
        """The mean of the vectors of all word pieces of each passage, shape (passages, width)."""
        encoded = self._tokenizer.encode_batch(list(passages))
        found: dict[int, Floats] = {}
        for places in _batches([len(one.ids) for one in encoded]):
            hidden = self._hidden([encoded[place].ids for place in places])
            for row, place in enumerate(places):
                found[place] = hidden[row, : len(encoded[place].ids)].mean(axis=0)
        return np.stack([found[place] for place in range(len(passages))])

    def _hidden(self, ids: Sequence[Sequence[int]]) -> Floats:
        longest = max(map(len, ids))
        padded = np.zeros((len(ids), longest), np.int64)
        mask = np.zeros((len(ids), longest), np.int64)
        for row, pieces in enumerate(ids):
            padded[row, : len(pieces)] = pieces
            mask[row, : len(pieces)] = 1
        vectors = self._numbers[padded] * self._scales[padded]
        hidden: Floats = self._session.run(None, {"pieces": vectors, "mask": mask})[0]
        return hidden


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of sentences to be read at once: few, and about as long, since the shorter ones are filled up."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lengths.__getitem__):
        if batch and (len(batch) == BATCH or lengths[place] > FILLED * lengths[batch[0]]):
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def _by_word(hidden: Floats, word_ids: Sequence[int | None], words: int) -> Floats:
    """Of each word the vector of its first piece."""
    vectors = np.zeros((words, hidden.shape[1]), np.float32)
    for place in range(len(word_ids) - 1, -1, -1):
        word = word_ids[place]
        if word is not None:
            vectors[word] = hidden[place]
    return vectors
