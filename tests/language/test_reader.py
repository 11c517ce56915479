"""The reader: the same parse as the model as it comes, in less time, with offsets that hold."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dragoman.language.model import load_model
from dragoman.language.pieces import LONGEST
from dragoman.language.reader import Reader
from dragoman.records.document import Document, Part
from dragoman.records.sentence import Sentence
from tests.language.conftest import document_of

TEXT = (
    "Estonia's prime minister met her Finnish counterpart in Tallinn on Friday and thanked Helsinki for its help. "
    "The two governments, which share a long border with Russia, agreed to hold joint exercises by the end of 2024, "
    "although neither side would say how many of the 12,000 soldiers will take part."
)


def test_trimmed_parser_gives_the_heads_and_tags_of_the_model_as_it_comes(
    sentences: Callable[[str], tuple[Sentence, ...]],
) -> None:
    bare = [(word.text, word.tag_, word.dep_, word.head.text) for word in load_model()(TEXT)]
    ours = [
        (token.text, token.tag, token.relation, sentence.tokens[token.head].text)
        for sentence in sentences(TEXT)
        for token in sentence.tokens
    ]
    assert ours == bare


def test_lemmas_are_dictionary_forms(sentences: Callable[[str], tuple[Sentence, ...]]) -> None:
    words = {
        token.text: token.lemma
        for token in sentences("Troops fled, allies met and the worst crises were resolved.")[0].tokens
    }
    assert words | {} == words | {
        "Troops": "troop",
        "fled": "flee",
        "allies": "ally",
        "met": "meet",
        "crises": "crisis",
        "were": "be",
    }


def test_square_brackets_of_an_editor_do_not_disturb(sentences: Callable[[str], tuple[Sentence, ...]]) -> None:
    text = "The paper says that Russia “[challenges] the alliance's interests.”"
    (sentence,) = sentences(text)
    assert [token.text for token in sentence.tokens if token.text in {"[", "]"}] == []
    assert all(text[token.start : token.end] == token.text for token in sentence.tokens)


def test_known_hyphenated_name_is_one_word(sentences: Callable[[str], tuple[Sentence, ...]]) -> None:
    assert "Jae-in" in [token.text for token in sentences("Moon Jae-in visited Hanoi.")[0].tokens]


def test_very_long_paragraph_is_read_in_pieces_without_loss(reader: Reader) -> None:
    text = "Rain fell on the hills. " * (LONGEST // 10)
    (_, read), *_ = reader([document_of(text.strip())])
    assert sum(len(sentence.tokens) for sentence in read) == text.count(".") + len(text.replace(".", "").split())


def test_documents_without_parts_pass_through(reader: Reader) -> None:
    empty = Document(id="e", path="e", text=" ", parts=())
    full = document_of("Ghana sent aid.")
    assert [(d.id, len(s)) for d, s in reader([empty, full, empty])] == [("e", 0), ("d", 1), ("e", 0)]


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(min_size=1, max_size=120))
def test_every_token_is_its_slice_whatever_the_text(reader: Reader, text: str) -> None:
    document = Document(id="d", path="d", text=text, parts=(Part(kind="body", start=0, end=len(text)),))
    for _, read in reader([document]):
        for sentence in read:
            for token in sentence.tokens:
                assert text[token.start : token.end] == token.text
