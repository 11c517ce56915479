"""Vectors of words: one each, the same whatever else is in the batch, another where the word means something else."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from dragoman.language.encoding import LONGEST, Encoder
from tests.parses import sentence

FIRED = "Police/NNP/nsubj>2 fired=fire/VBD/ROOT shots=shot/NNS/dobj>2 ."
DISMISSED = "Macron/NNP/nsubj>2 fired=fire/VBD/ROOT his=his/PRP$/poss>4 minister/NN/dobj>2 ."


@cache
def encoder() -> Encoder:
    return Encoder(Path(str(files("dragoman.packs") / "judge")))


def test_every_word_has_a_vector() -> None:
    (vectors,) = encoder()([sentence(FIRED)])
    assert vectors.shape[0] == 4
    assert np.abs(vectors).max(axis=1).min() > 0


def test_vectors_do_not_depend_on_the_rest_of_the_batch() -> None:
    alone = encoder()([sentence(FIRED)])[0]
    together = encoder()([sentence(DISMISSED), sentence(FIRED)])[1]
    assert np.allclose(alone, together, atol=1e-4)


def test_same_word_has_another_vector_in_another_sentence() -> None:
    one, other = encoder()([sentence(FIRED), sentence(DISMISSED)])
    assert not np.allclose(one[1], other[1], atol=1e-2)


def test_words_behind_the_longest_sentence_have_no_vector() -> None:
    words = " ".join(f"w{number}/NN/dep>1" for number in range(LONGEST))
    (vectors,) = encoder()([sentence(f"Police/NNP/ROOT {words}")])
    assert vectors.shape[0] == LONGEST + 1
    assert not vectors[-1].any()


def test_no_sentence_has_no_vectors() -> None:
    assert encoder()([]) == []
