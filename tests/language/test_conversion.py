"""What the parser made becomes our own sentences, whose heads anyone may climb."""

from collections.abc import Callable

from dragoman.language.conversion import LONGEST
from dragoman.records.sentence import Sentence

ENDLESS = "Japan and " * 400


def test_endless_sentence_is_cut(sentences: Callable[[str], tuple[Sentence, ...]]) -> None:
    found = sentences(ENDLESS)
    assert max(len(sentence.tokens) for sentence in found) <= LONGEST
    assert sum(len(sentence.tokens) for sentence in found) == 800
    assert [sentence.index for sentence in found] == list(range(len(found)))


def test_word_without_a_head_is_a_root_and_every_other_hangs_on_one(
    sentences: Callable[[str], tuple[Sentence, ...]],
) -> None:
    for sentence in sentences(ENDLESS):
        for token in sentence.tokens:
            assert (token.head == token.index) == (token.relation == "ROOT")
            index, steps = token.index, 0
            while sentence.tokens[index].head != index:
                index, steps = sentence.tokens[index].head, steps + 1
                assert steps <= len(sentence.tokens)
