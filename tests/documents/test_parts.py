"""The parts around the body of plain texts, told by general looks. All texts are our own."""

import pytest

from dragoman.documents import make_document

PASTED_PAGE = """Baltic Notes

A Ferry Line Mends Old Ties

Latest Features

Baltic Notes | Transport | Northern Europe

A Ferry Line Mends Old Ties

Reopening the route between Tallinn and Helsinki gave both governments a success that they could share.

A Ferry Line Mends Old Ties

From left: Estonian Minister Kalle Tamm and Finnish Minister Aino Salo shake hands in Tallinn, May 4, 2021.

Credit: Government Office of Estonia

On May 4, Estonia and Finland signed an accord on the ferry line. They had talked since March.

Speaking in the harbor, Salo promised to the crews:

We will keep the line open through the winter. I have asked our parliament for the money.

Estonia will also strengthen its port authority, according to the accord.

What comes next

Latvia asked to join the accord. Sweden declined.

About the author

Jane Doe writes about transport in the Baltic states.
"""


def kinds(text: str, **told: str) -> list[tuple[str, str]]:
    document = make_document(text, **told)
    return [(part.kind, document.text[part.start : part.end]) for part in document.parts]


def only_kinds(text: str, **told: str) -> list[str]:
    return [kind for kind, _ in kinds(text, **told)]


def test_a_pasted_page_is_told_apart() -> None:
    assert only_kinds(PASTED_PAGE) == [
        "section", "headline", "section", "kicker", "headline", "standfirst", "headline", "caption", "credit",
        "body", "body", "quotation", "body", "heading", "body", "boilerplate", "boilerplate",
    ]  # fmt: skip


def test_a_clean_text_is_left_as_it_is() -> None:
    document = make_document(PASTED_PAGE)
    assert document.text == PASTED_PAGE
    assert document.title == "A Ferry Line Mends Old Ties"
    assert document.published is None


@pytest.mark.parametrize(
    "text",
    [
        "France recalled its ambassador from Rome.",
        "France recalls ambassador from Rome",
        "Read more about the talks in Geneva",
        "By Monday the troops had left",
        "👍🏽",
        "***",
    ],
)
def test_a_line_on_its_own_is_body(text: str) -> None:
    assert kinds(text) == [("body", text)]


@pytest.mark.parametrize(
    ("dateline", "rest"),
    [
        ("GOMA, Democratic Republic of Congo, Jan 28 -", "Fighters entered the city."),
        ("BRUSSELS, March 3 (Agency) -", "EU envoys agreed on sanctions."),
        ("BRUSSELS (Agency) —", "EU envoys agreed on sanctions."),
        ("Kyiv, 24 February 2022 –", "The president imposed martial law."),
        ("ANKARA, Turkey (AP) —", "The minister left for Baku."),
        ("GENEVA/NEW YORK, 3 March 2022 (XYZ) --", "The agency asked for aid."),
        ("WASHINGTON, Feb. 26 -", "The senate voted."),
        ("NEW DELHI —", "The cabinet met."),
        ("(Agency) -", "The cabinet met in Rome."),
    ],
)
def test_a_dateline_is_a_part_of_its_own(dateline: str, rest: str) -> None:
    assert kinds(f"{dateline} {rest}") == [("dateline", dateline), ("body", rest)]


@pytest.mark.parametrize(
    "text",
    [
        "NATO – which Sweden joined in 2024 – met in Vilnius.",
        "NATO - Russia talks failed in Geneva.",
        "Russia, China and Iran – all three – abstained.",
        "Japan - a member since 1956 - abstained.",
        "Moscow: the city where the talks were held.",
    ],
)
def test_a_sentence_with_dashes_has_no_dateline(text: str) -> None:
    assert only_kinds(text) == ["body"]


def test_headline_and_wire_item() -> None:
    text = (
        "Norway expels two envoys\n\nOSLO, June 5 (Agency) - Norway expelled two envoys on Friday.\n\nRussia protested."
    )
    assert only_kinds(text) == ["headline", "dateline", "body", "body"]


def test_byline_and_date_stand_above_the_body() -> None:
    text = (
        "Norway expels two envoys\nBy Jane Doe and John Smith in Oslo\nJune 5, 2020\n\nNorway did so. Russia protested."
    )
    document = make_document(text)
    assert [part.kind for part in document.parts] == ["headline", "byline", "dateline", "body"]
    assert document.published == "2020-06-05"


def test_a_page_pasted_without_empty_lines_is_told_apart() -> None:
    text = (
        "World\nAsia\nVietnam and Laos agree to build railway\nDeal follows years of talks between the two neighbours\n"
        "By Nguyen Van Anh, Hanoi\nPublished 3:14 PM EST, Wed March 6, 2019\n"
        "Workers lay tracks near the city of Vinh in the spring of 2018. Jane Doe/AFP/Getty Images\n"
        "(CNN) — Vietnam and Laos agreed on Wednesday to build a railway. The line will open in 2025.\n"
        "Advertisement\nThe deal, signed in Hanoi, still needs approval.\n"
    )
    assert only_kinds(text) == [
        "kicker", "section", "headline", "standfirst", "byline", "dateline", "caption", "credit", "dateline", "body",
        "boilerplate", "body",
    ]  # fmt: skip
    assert make_document(text).published == "2019-03-06"


def test_the_office_above_a_headline_is_no_headline() -> None:
    text = (
        "Office of the Spokesperson\n\nMeeting of the Secretary With Iceland\n\nMARCH 4, 2019\n\nThey met. They left."
    )
    assert only_kinds(text) == ["section", "headline", "dateline", "body"]


def test_questions_of_an_interview_are_body() -> None:
    text = "Minister on the ferry talks\n\nQ: Will Sweden join?\n\nA: We asked. They think.\n\nQ: When?\n\nA: In June."
    assert only_kinds(text) == ["headline", "body", "body", "body", "body"]


def test_a_title_given_apart_never_enters_the_text() -> None:
    document = make_document("Norway expelled two envoys. Russia protested.", title="ENVOYS EXPELLED")
    assert document.title == "ENVOYS EXPELLED"
    assert document.text == "Norway expelled two envoys. Russia protested."


def test_a_title_that_the_text_repeats_is_its_headline() -> None:
    assert only_kinds("Envoys out\n\nNorway expelled two envoys. Russia protested.", title="Envoys Out") == [
        "headline",
        "body",
    ]


def test_rows_of_figures_are_body() -> None:
    assert set(only_kinds("Wheat 2,300 vs 2,100\n\nMaize 48 vs 12\n\nOats nil", title="GRAIN SALES")) == {"body"}


def test_a_digest_of_sentences_is_all_body() -> None:
    text = "Russia and Turkey agree on a pipeline.\n\nA bridge collapses in Genoa.\n\nTwo ministers resign in Lima."
    assert only_kinds(text) == ["body"] * 3


def test_a_quotation_in_marks_runs_to_its_end() -> None:
    text = (
        "The two sides met in Doha. The minister said in a statement:\n\n“The talks were useful."
        "\n\n“They go on in May.”\n\n"
        "Qatar thanked both sides. It gave no date."
    )
    assert only_kinds(text) == ["body", "quotation", "quotation", "body"]


def test_a_communique_in_the_first_person_quotes_nobody() -> None:
    text = "We, the ministers, met in Riga. We agreed to:\n\nWe will share data on ships.\n\nWe will meet in May."
    assert "quotation" not in only_kinds(text)


def test_a_list_after_a_colon_is_no_quotation() -> None:
    text = (
        "The ministry said it had banned the following. They are:\n\n- timber from the north;\n\n- coal from the east."
    )
    assert only_kinds(text) == ["body", "body", "body"]


def test_the_united_states_are_no_first_person() -> None:
    text = (
        "Three states took part in the drill, said the navy. They were these:\n\nJapan, Australia and the US took part."
    )
    assert only_kinds(text) == ["body", "body"]


def test_a_caption_loses_its_credit() -> None:
    text = "Envoys meet in Oslo again\n\nFILE PHOTO: The envoys wave in Oslo. (Jane Doe/AFP)\n\nThey met. They parted."
    assert kinds(text)[1:3] == [("caption", "FILE PHOTO: The envoys wave in Oslo."), ("credit", "(Jane Doe/AFP)")]


def test_lines_of_a_wrapped_paragraph_stay_together() -> None:
    text = (
        "The foreign ministers of Chile and Peru met in Arica on Tuesday and agreed\n"
        "to reopen the border post. They said that trucks would pass again from\n"
        "Thursday, and that a commission would look into the delays of the past\n"
        "winter.\n\nBolivia was not at the table."
    )
    assert only_kinds(text) == ["body", "body"]


def test_lines_that_are_not_wrapped_are_paragraphs() -> None:
    text = "Chile and Peru met in Arica.\nBolivia was not at the table. It protested.\nBrazil offered to mediate."
    assert only_kinds(text) == ["body"] * 3


def test_items_of_a_list_with_a_hanging_indent_are_whole() -> None:
    text = (
        "1. Chile will open the pass of Los Libertadores to lorries in the\n"
        "   winter, and Argentina will clear the road.\n"
        "2. Peru will send two engineers to Santiago.\n"
    )
    assert only_kinds(text) == ["body", "body"]


@pytest.mark.parametrize(
    "line",
    [
        "Read more: Envoys leave Oslo",
        "Sign up for our newsletter",
        "© 2020 The Oslo Herald",
        "All rights reserved.",
        "* * *",
        "ENDS",
    ],
)
def test_lines_of_the_page_are_boilerplate(line: str) -> None:
    assert only_kinds(f"The envoys met. They parted.\n\nThey met again.\n\n{line}")[-1] == "boilerplate"


def test_prose_that_names_a_copyright_is_body() -> None:
    text = "The envoys met. They parted.\n\nSigning the accord, both states agreed to protect copyright and patents."
    assert only_kinds(text) == ["body", "body"]
