"""Any text gives a document whose parts are in order and leave out white space only, or a clear error."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.documents import make_document
from dragoman.errors import SourceError
from dragoman.records.document import Document

PIECES = st.sampled_from(
    ["OSLO, June 5 (Agency) - ", "By Jane Doe", "Credit: X", "\n", "\n\n", "\r\n", " ", "The envoys met.", "said:",
     "“We will",
     "© 2020",
     "About the author", "World | Asia", "\u200f", "\u200b", "\x00", "\xa0", "\ud800", "e\u0301",
     "👩‍👩‍👧", "مرحبا", "- ", "(AFP)", "June 5, 2020", "<p>"]
)  # fmt: skip
TEXTS = st.one_of(st.text(), st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join))


def check(document: Document) -> None:
    last = 0
    for part in document.parts:
        assert last <= part.start < part.end
        assert not document.text[last : part.start].strip()
        held = document.text[part.start : part.end]
        assert held == held.strip()
        assert document.span(part.start, part.end).text == held
        last = part.end
    assert not document.text[last:].strip()
    document.text.encode("utf-8")


@settings(max_examples=300)
@given(TEXTS)
def test_parts_cover_the_text(content: str) -> None:
    try:
        document = make_document(content)
    except SourceError as error:
        assert "no text" in str(error)  # noqa: PT017
        return
    check(document)
    assert document == make_document(content)
    assert document.id == make_document(document.text).id


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<h1>",
                "<div class='byline'>",
                "</div>",
                "<script>",
                "</script>",
                "<br>",
                "<!--",
                "<blockquote>",
                "&#0;",
                "&nbsp;",
                "The envoys met. ",
                "<figure>",
                "<figcaption>",
                "<",
            ]
        ),
        max_size=20,
    ).map("".join)
)
def test_any_markup_gives_a_document_or_no_text(content: str) -> None:
    try:
        document = make_document(content, media="html")
    except SourceError as error:
        assert "no text" in str(error)  # noqa: PT017
        return
    check(document)


@pytest.mark.parametrize("content", ["", " \n\t", "\u200b\u200e", "\x00\x01"])
def test_nothing_is_an_error_that_says_so(content: str) -> None:
    with pytest.raises(SourceError, match=r"letter\.txt: no text"):
        make_document(content, path="letter.txt")


@pytest.mark.parametrize(
    "unit",
    ["the envoy met the envoy and ", "a", "\n", "“", "They met. They left.\n", "word\n\n", "(", "1 May 2020 ", "X, "],
)
def test_a_million_characters_take_seconds_at_most(unit: str) -> None:
    begun = time.process_time()
    check(make_document("Norway " + unit * (1_000_000 // len(unit))))
    assert (
        time.process_time() - begun < 30
    )  # the slowest takes 2 on an idle machine; steps that grow with the square would take hours


def test_offsets_stay_where_controls_are_replaced() -> None:
    document = make_document("Nor\x07way met.\tNew\u00a0Zealand left.")
    assert document.text == "Nor way met. New Zealand left."
    assert document.notes[0] == "1 control characters were replaced by blanks"


def test_direction_marks_are_taken_out_and_joiners_stay() -> None:
    document = make_document("The \u200fenvoy\u200e sent 👩‍👧 home.")
    assert document.text == "The envoy sent 👩‍👧 home."
    assert document.notes[0] == "2 invisible characters were taken out"


def test_line_ends_are_made_one() -> None:
    assert make_document("A met B.\r\n\r\nC left.\rD came.").text == "A met B.\n\nC left.\nD came."
